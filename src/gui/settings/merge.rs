//! Several windows may keep their settings in one file: what one of them changed must not be undone by another that knew nothing
//! of it. Whoever writes looks at the file again: what this window changed since it last wrote counts, and of the rest what stands there.

use std::path::PathBuf;

use super::{Recent, Settings};
use crate::limits;

/// What is to be written: `there` with what this window changed from `before` to `now`.
pub(super) fn merged(before: &Settings, now: &Settings, there: Settings) -> Settings {
    Settings {
        language: changed(before.language, now.language, there.language),
        theme: changed(before.theme, now.theme, there.theme),
        scale: changed(before.scale, now.scale, there.scale),
        window: changed(before.window, now.window, there.window),
        recent: recent(&before.recent, &now.recent, there.recent),
    }
}

fn changed<T: PartialEq>(before: T, now: T, there: T) -> T {
    if before == now { there } else { now }
}

/// Whether a person had files forgotten here, by switching them off or by the button for it.
pub(super) fn forgets(before: &Recent, now: &Recent) -> bool {
    match (before, now) {
        (Recent::On(_), Recent::Off) => true,
        (Recent::On(before), Recent::On(now)) => opened(before, now).is_none(),
        (Recent::Off, _) => false,
    }
}

/// Files opened of late in either window. Forgetting counts for both: whoever wants nothing remembered means all of it.
fn recent(before: &Recent, now: &Recent, mut there: Recent) -> Recent {
    match (before, now) {
        _ if before.remembering() != now.remembering() || forgets(before, now) => now.clone(),
        (Recent::On(before), Recent::On(now)) => {
            there.note(opened(before, now).unwrap_or_default());
            there
        }
        _ => there,
    }
}

/// What stands before those of `before` that are left; `None` where some of them were forgotten.
fn opened<'n>(before: &[PathBuf], now: &'n [PathBuf]) -> Option<&'n [PathBuf]> {
    (0..=now.len()).find_map(|count| {
        let (new, old) = now.split_at_checked(count)?;
        let mut left = before.iter().filter(|path| !new.contains(path));
        let same = old.iter().eq(left.by_ref().take(old.len()));
        // The oldest fall out where there is no room for more.
        let whole = left.next().is_none() || now.len() >= limits::RECENT_FILES;
        (same && whole).then_some(new)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gui::options::ThemeChoice;
    use crate::words::Language;

    fn path(name: &str) -> PathBuf {
        std::path::absolute(name).unwrap()
    }

    fn on(names: &[&str]) -> Recent {
        Recent::On(names.iter().map(|name| path(name)).collect())
    }

    fn noted(recent: &Recent, names: &[&str]) -> Recent {
        let mut recent = recent.clone();
        recent.note(&names.iter().map(|name| path(name)).collect::<Vec<_>>());
        recent
    }

    #[test]
    fn each_setting_is_that_of_whoever_changed_it_last() {
        let before = Settings::default();
        let now = Settings { theme: ThemeChoice::Dark, ..before.clone() };
        let there = Settings { theme: ThemeChoice::Light, language: Some(Language::English), ..before.clone() };
        let expected = Settings { theme: ThemeChoice::Dark, ..there.clone() };
        assert_eq!(merged(&before, &now, there.clone()), expected);
        assert_eq!(merged(&before, &before, there.clone()), there, "who changed nothing undoes nothing");
    }

    #[test]
    fn files_opened_in_two_windows_are_all_remembered() {
        let before = on(&["a", "b"]);
        assert_eq!(recent(&before, &noted(&before, &["c"]), on(&["d", "a", "b"])), on(&["c", "d", "a", "b"]));
        assert_eq!(recent(&before, &noted(&before, &["b"]), on(&["d", "a", "b"])), on(&["b", "d", "a"]));
        let full: Vec<String> = (0..limits::RECENT_FILES).map(|number| number.to_string()).collect();
        let full = on(&full.iter().map(String::as_str).collect::<Vec<_>>());
        let now = noted(&full, &["c"]);
        assert!(!forgets(&full, &now), "the oldest made room");
        let all = recent(&full, &now, noted(&full, &["d"]));
        assert_eq!(all.paths()[..3], [path("c"), path("d"), path("0")]);
        assert_eq!(all.paths().len(), limits::RECENT_FILES);
    }

    #[test]
    fn what_is_forgotten_in_one_window_does_not_come_back_from_the_other() {
        let before = on(&["a", "b"]);
        assert_eq!(recent(&before, &on(&[]), on(&["d", "a", "b"])), on(&[]));
        assert_eq!(recent(&before, &on(&["c"]), on(&["d", "a", "b"])), on(&["c"]), "and one was opened since");
        assert_eq!(recent(&before, &Recent::Off, on(&["d", "a", "b"])), Recent::Off);
        assert_eq!(recent(&before, &noted(&before, &["c"]), Recent::Off), Recent::Off, "switched off elsewhere");
        assert_eq!(recent(&Recent::Off, &on(&[]), Recent::Off), on(&[]), "switched on here");
        assert!(forgets(&before, &on(&[])) && forgets(&before, &Recent::Off));
        assert!(!forgets(&before, &noted(&before, &["c"])) && !forgets(&Recent::Off, &Recent::Off));
    }
}
