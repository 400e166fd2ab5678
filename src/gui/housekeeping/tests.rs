//! What goes on beside the files, without a window.

use std::path::Path;
use std::time::{Duration, Instant};

use super::*;
use crate::gui::instance::{Place, Start, start};
use crate::gui::options::ThemeChoice;
use crate::gui::settings::{Remembering, SetAside, Spoiled, find};
use crate::gui::state::Change;
use crate::gui::update::Command;
use crate::words::Language;

/// A state that keeps its settings in `folder`.
fn kept_in(folder: &Path) -> State {
    let mut state = State::new(Language::Latvian, ThemeChoice::Light);
    let found = find(Some(folder));
    state.begin_with(found.settings, None, None);
    state.program.keeping = found.keeping;
    state
}

struct House {
    context: Context,
    house: Housekeeping,
}

impl House {
    fn of(state: &State, door: Option<Door>) -> Self {
        let context = Context::default();
        let repaint: Repaint = Arc::new(|| {});
        let house = Housekeeping::start(state, door, SizeIs::Given, &context, &repaint);
        Self { context, house }
    }

    /// Frames until all that was asked so far is answered: the thread that looks answers in order.
    fn all_was_looked_at(&mut self, state: &mut State) {
        let gone = std::path::absolute("is-not-there.edoc").unwrap();
        // What a frame asks by itself is asked before.
        self.house.step(state, &self.context);
        self.house.looking.look_for(std::slice::from_ref(&gone));
        self.until(state, |state, _| state.program.missing.contains(&gone).then_some(()));
    }

    /// Frames until something is so.
    fn until<T>(&mut self, state: &mut State, so: impl Fn(&State, Option<Vec<PathBuf>>) -> Option<T>) -> T {
        let end = Instant::now() + Duration::from_secs(60);
        while Instant::now() < end {
            let handed = self.house.step(state, &self.context);
            if let Some(found) = so(state, handed) {
                return found;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        panic!("it never became so");
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    ["a.edoc", "b.edoc"]
        .map(|name| folder.join(name))
        .into_iter()
        .inspect(|path| std::fs::write(path, "").unwrap())
        .collect()
}

#[test]
fn what_is_opened_is_remembered_until_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let files = files(folder.path());
    let mut state = kept_in(folder.path());
    let mut house = House::of(&state, None);
    house.house.opened(&state, &files);
    house.until(&mut state, |state, _| (state.program.recent() == files).then_some(()));
    assert!(state.program.missing.is_empty());
    house.house.finish(&state);
    let mut state = kept_in(folder.path());
    assert_eq!(state.program.recent(), files);
    std::fs::remove_file(&files[0]).unwrap();
    let mut house = House::of(&state, None);
    house.until(&mut state, |state, _| state.program.missing.contains(&files[0]).then_some(()));
    assert_eq!(state.program.recent(), files, "one that is missing is not dropped");
}

#[test]
fn nothing_is_remembered_where_it_is_switched_off_or_nothing_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let files = files(folder.path());
    let mut state = kept_in(folder.path());
    let mut house = House::of(&state, None);
    house.house.opened(&state, &files);
    house.until(&mut state, |state, _| (!state.program.recent().is_empty()).then_some(()));
    state.apply(&Command::Set(Change::Remember(Remembering::Off)));
    house.house.opened(&state, &files);
    house.all_was_looked_at(&mut state);
    house.house.finish(&state);
    let text = std::fs::read_to_string(folder.path().join("settings.toml")).unwrap();
    assert!(!text.contains("edoc"), "{text}");
    let mut picture = State::new(Language::Latvian, ThemeChoice::Light);
    let mut house = House::of(&picture, None);
    house.house.opened(&picture, &files);
    house.all_was_looked_at(&mut picture);
    assert!(picture.program.recent().is_empty());
}

#[test]
fn a_place_that_cannot_be_written_to_is_told_and_nothing_else_suffers() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("file"), "").unwrap();
    let mut state = State::new(Language::Latvian, ThemeChoice::Light);
    let file = folder.path().join("file").join("settings.toml");
    state.program.keeping = Keeping::InFile(file.clone());
    let mut house = House::of(&state, None);
    state.apply(&Command::Theme(ThemeChoice::Dark));
    let refused = house.until(&mut state, |state, _| match &state.program.keeping {
        Keeping::Refused { file, .. } => Some(file.clone()),
        _ => None,
    });
    assert_eq!((refused, state.theme), (file, ThemeChoice::Dark));
    // It becomes writable: the next change is kept again.
    std::fs::remove_file(folder.path().join("file")).unwrap();
    state.apply(&Command::Theme(ThemeChoice::Light));
    state.apply(&Command::Set(Change::Remember(Remembering::Off)));
    house.until(&mut state, |state, _| matches!(state.program.keeping, Keeping::InFile(_)).then_some(()));
}

#[test]
fn what_was_set_aside_meanwhile_is_said_and_so_is_what_was_removed() {
    let folder = tempfile::tempdir().unwrap();
    let files = files(folder.path());
    let mut state = kept_in(folder.path());
    let mut house = House::of(&state, None);
    house.house.opened(&state, &files);
    house.until(&mut state, |state, _| (!state.program.recent().is_empty()).then_some(()));
    std::fs::write(folder.path().join("settings.toml"), "version = 9\n").unwrap();
    state.apply(&Command::Theme(ThemeChoice::Dark));
    let notice = house.until(&mut state, |state, _| state.program.notice.clone());
    let to = Some(folder.path().join("settings.toml.set-aside-1"));
    assert_eq!(notice, Notice::SetAside(SetAside { why: Spoiled::Newer, to }));
    state.apply(&Command::Tell(None));
    state.apply(&Command::Set(Change::Forget));
    let notice = house.until(&mut state, |state, _| state.program.notice.clone());
    assert_eq!(notice, Notice::RemovedAside(1));
}

#[test]
fn the_scale_is_taken_at_the_start_and_followed() {
    let folder = tempfile::tempdir().unwrap();
    let mut state = kept_in(folder.path());
    let large = Scale::from_percent(150).unwrap();
    state.apply(&Command::Set(Change::Scale(large)));
    let mut house = House::of(&state, None);
    let factor = |context: &Context| {
        // There is no screen to bring the pictures to.
        context.run_ui(egui::RawInput::default(), |_| {}).textures_delta.clear();
        context.zoom_factor()
    };
    assert!((factor(&house.context) - 1.5).abs() < 0.01);
    state.apply(&Command::Set(Change::Scale(large.larger())));
    house.house.step(&mut state, &house.context);
    assert!((factor(&house.context) - 1.75).abs() < 0.01);
}

#[test]
#[cfg(unix)]
fn what_another_start_hands_over_comes_to_the_window() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = tempfile::tempdir().unwrap();
    std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o700)).unwrap();
    let place = Place::below(folder.path()).unwrap();
    let Start::First(door) = start(&place, &[], PATIENCE) else { panic!("the place is free") };
    let mut state = kept_in(folder.path());
    let mut house = House::of(&state, Some(door));
    let files = files(folder.path());
    for paths in [files, Vec::new()] {
        assert!(matches!(start(&place, &paths, Duration::from_secs(60)), Start::HandedOver));
        assert_eq!(house.until(&mut state, |_, handed| handed), paths);
    }
    assert_eq!(house.house.step(&mut state, &house.context), None);
}
