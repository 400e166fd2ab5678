//! Settings, recent files, help and about: each page is reached by keyboard, each control has a name, each switch does what it says.

use std::path::PathBuf;

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};

use super::keyboard::press;
use super::{Command, State, ThemeChoice, Window, state};
use crate::gui::commands::{groups, shown};
use crate::gui::settings::{Keeping, Remembering, Scale, SetAside, Settings, Spoiled};
use crate::gui::state::{Change, Notice, Page, Rules};
use crate::words::{Language, Words};

fn whole(name: &str) -> PathBuf {
    std::path::absolute(name).unwrap()
}

/// A window that remembers these.
fn remembering(names: &[&str]) -> State {
    let mut state = state(&[]);
    let paths: Vec<_> = names.iter().map(|name| whole(name)).collect();
    state.program.settings.recent.note(&paths);
    state
}

fn on(page: Page) -> State {
    let mut state = state(&["anna-matematika.edoc"]);
    state.apply(&Command::Show(page));
    state
}

#[test]
fn each_page_is_reached_and_left_by_keyboard() {
    let mut window = Window::new();
    for (key, modifiers, page, heading) in [
        (Key::Comma, Modifiers::COMMAND, Page::Settings, "Iestatījumi"),
        (Key::F1, Modifiers::NONE, Page::Help, "Palīdzība"),
    ] {
        let mut state = state(&["anna-matematika.edoc"]);
        window.show(&state);
        assert_eq!(press(&mut window, &state, key, modifiers), [Command::Show(page)]);
        state.apply(&Command::Show(page));
        window.show(&state);
        assert!(window.has(heading) && !window.has("DERĪGS"));
        assert_eq!(press(&mut window, &state, Key::Escape, Modifiers::NONE), [Command::Back]);
        state.apply(&Command::Back);
        window.show(&state);
        assert!(window.has("DERĪGS"));
    }
}

#[test]
fn the_menu_opens_by_a_key_and_is_walked_with_arrows() {
    let mut window = Window::new();
    let state = remembering(&["a.edoc"]);
    window.show(&state);
    assert!(!window.has("Par programmu"));
    press(&mut window, &state, Key::F10, Modifiers::NONE);
    window.show(&state);
    for entry in ["Nesen atvērtās", "Izskats", "Iestatījumi", "Palīdzība", "Par programmu", "Beigt darbu"] {
        assert!(window.named.iter().any(|(name, _)| name == entry), "{entry} is not in the menu");
    }
    let mut walked = Vec::new();
    while walked.len() < 8 && window.focused != "Par programmu" {
        press(&mut window, &state, Key::ArrowDown, Modifiers::NONE);
        window.show(&state);
        walked.push(window.focused.clone());
    }
    let commands = press(&mut window, &state, Key::Enter, Modifiers::NONE);
    assert_eq!(commands, [Command::Show(Page::About)], "{walked:?}");
    window.show(&state);
    assert!(!window.has("Beigt darbu"), "the menu has closed");
}

#[test]
fn escape_closes_the_menu_and_not_the_page_under_it() {
    let mut window = Window::new();
    let state = on(Page::Settings);
    window.show(&state);
    press(&mut window, &state, Key::F10, Modifiers::NONE);
    window.show(&state);
    assert!(window.has("Beigt darbu"));
    assert_eq!(press(&mut window, &state, Key::Escape, Modifiers::NONE), []);
    window.show(&state);
    assert!(!window.has("Beigt darbu"));
    assert_eq!(press(&mut window, &state, Key::Escape, Modifiers::NONE), [Command::Back]);
}

#[test]
fn everything_that_can_be_pressed_has_a_name() {
    let mut pressable = 0;
    for page in [Page::Files, Page::Trust, Page::Settings, Page::Help, Page::About] {
        let mut state = remembering(&["a.edoc"]);
        state.page = page;
        state.program.notice = Some(Notice::NothingToPaste);
        let mut window = Window::new();
        window.show(&state);
        press(&mut window, &state, Key::F10, Modifiers::NONE);
        window.show(&state);
        for (role, name) in &window.controls {
            assert!(!name.trim().is_empty(), "{page:?}: a {role:?} without a name");
            pressable += 1;
        }
        assert!(window.controls.iter().any(|(role, name)| *role == Role::Button && name == "Izvēlne"));
    }
    assert!(pressable > 50, "{pressable}");
}

#[test]
fn settings_do_what_they_say_and_are_remembered() {
    let mut state = on(Page::Settings);
    let mut window = Window::new();
    let mut carry_out = |state: &mut State, text: &str| {
        let commands = window.click(state, text);
        commands.iter().for_each(|command| state.apply(command));
        commands
    };
    assert_eq!(carry_out(&mut state, "Tumšs"), [Command::Theme(ThemeChoice::Dark)]);
    assert_eq!((state.theme, state.program.settings.theme), (ThemeChoice::Dark, ThemeChoice::Dark));
    let larger = Scale::default().larger();
    assert_eq!(carry_out(&mut state, "Palielināt visu logu"), [Command::Set(Change::Scale(larger))]);
    carry_out(&mut state, "Palielināt visu logu");
    carry_out(&mut state, "Samazināt visu logu");
    assert_eq!(state.program.settings.scale, larger);
    carry_out(&mut state, "Parastais lielums");
    assert_eq!(state.program.settings.scale, Scale::default());
    carry_out(&mut state, "Uzticamības saraksti un atzītie izdevēji");
    assert_eq!(state.page, Page::Trust);
    state.apply(&Command::Show(Page::Settings));
    // The bar has a button of this name as well; the choice is the one on the page.
    state.apply(&Command::Speak(Language::English));
    assert_eq!(state.program.settings.language, Some(Language::English));
    assert_eq!(carry_out(&mut state, "As the system has it"), [Command::Set(Change::SpeakAsSystem)]);
    assert_eq!((state.program.settings.language, state.program.language), (None, None));
    assert_eq!(state.words.language(), Language::of_system());
}

#[test]
fn the_window_is_made_larger_by_keys_within_limits() {
    let mut window = Window::new();
    let mut state = state(&[]);
    for (key, percent) in [(Key::Plus, 110), (Key::Equals, 125), (Key::Minus, 110), (Key::Num0, 100)] {
        let commands = press(&mut window, &state, key, Modifiers::COMMAND);
        assert_eq!(commands, [Command::Set(Change::Scale(Scale::from_percent(percent).unwrap()))]);
        state.apply(&commands[0]);
    }
}

#[test]
fn what_arguments_ask_for_goes_before_settings_and_is_not_among_them() {
    let settings = Settings { language: Some(Language::Latvian), theme: ThemeChoice::Light, ..Settings::default() };
    let mut state = state(&[]);
    state.begin_with(settings.clone(), Some(ThemeChoice::Dark), Some(Language::English));
    assert_eq!((state.words.language(), state.theme), (Language::English, ThemeChoice::Dark));
    assert_eq!(state.program.settings, settings);
    state.begin_with(settings.clone(), None, None);
    assert_eq!((state.words.language(), state.theme), (Language::Latvian, ThemeChoice::Light));
    assert!(!state.codes_revealed, "codes are hidden at every start");
}

#[test]
fn recent_files_are_offered_and_missing_ones_are_said_to_be() {
    let mut state = remembering(&["mape/a.edoc", "mape/b.edoc"]);
    state.program.missing.insert(whole("mape/b.edoc"));
    let mut window = Window::new();
    window.show(&state);
    assert!(window.has("Nesen atvērtās") && window.has("b.edoc · mape · nav atrodama"));
    assert_eq!(window.click(&state, "a.edoc · mape"), [Command::Open(vec![whole("mape/a.edoc")])]);
    assert_eq!(window.click(&state, "b.edoc · mape · nav atrodama"), [Command::Open(vec![whole("mape/b.edoc")])]);
    let mut nothing = Window::new();
    nothing.show(&super::state(&[]));
    assert!(!nothing.has("Nesen atvērtās"), "nothing is said of nothing");
}

#[test]
fn switching_recent_files_off_forgets_them_at_once() {
    let mut state = remembering(&["a.edoc"]);
    state.apply(&Command::Show(Page::Settings));
    let mut window = Window::new();
    let off = window.click(&state, "Atcerēties nesen atvērtās datnes");
    assert_eq!(off, [Command::Set(Change::Remember(Remembering::Off))]);
    state.apply(&off[0]);
    assert!(state.program.recent().is_empty() && !state.program.remembers());
    state.apply(&Command::Back);
    window.show(&state);
    assert!(!window.has("a.edoc"));
    state.apply(&Command::Show(Page::Settings));
    let on = window.click(&state, "Atcerēties nesen atvērtās datnes");
    assert_eq!(on, [Command::Set(Change::Remember(Remembering::On))]);
    state.apply(&on[0]);
    assert!(state.program.recent().is_empty() && state.program.remembers());
}

#[test]
fn recent_files_are_forgotten_when_asked_and_remembered_on() {
    let mut state = remembering(&["a.edoc"]);
    state.apply(&Command::Show(Page::Settings));
    let mut window = Window::new();
    let commands = window.click(&state, "Aizmirst tagad");
    assert_eq!(commands, [Command::Set(Change::Forget)]);
    state.apply(&commands[0]);
    assert!(state.program.recent().is_empty() && state.program.remembers());
    window.show(&state);
    assert!(!window.has("Aizmirst tagad"), "there is nothing left to forget");
}

#[test]
fn settings_set_aside_are_said_once_and_taken_note_of() {
    for (why, begins) in
        [(Spoiled::Broken, "Iestatījumu datne bija bojāta"), (Spoiled::Newer, "Iestatījumus rakstījusi jaunāka")]
    {
        let mut state = state(&["anna-matematika.edoc"]);
        let to = PathBuf::from("/mape/settings.toml.set-aside-1");
        state.program.notice = Some(Notice::SetAside(SetAside { why, to: Some(to) }));
        let mut window = Window::new();
        window.show(&state);
        assert!(window.has(begins) && window.has("/mape/settings.toml.set-aside-1") && window.has("DERĪGS"));
        assert!(window.announced.iter().any(|said| said.starts_with(begins)));
        let commands = window.click(&state, "Skaidrs");
        assert_eq!(commands, [Command::Tell(None)]);
        state.apply(&commands[0]);
        window.show(&state);
        assert!(!window.has(begins));
        state.program.notice = Some(Notice::SetAside(SetAside { why, to: None }));
        window.show(&state);
        assert!(window.has("izmaiņas netiek glabātas"));
    }
}

#[test]
fn whether_settings_are_kept_is_said_on_their_page() {
    let mut state = on(Page::Settings);
    let mut window = Window::new();
    let file = PathBuf::from("/mape/settings.toml");
    let refused = Keeping::Refused { file: file.clone(), detail: "Permission denied".to_owned() };
    for (keeping, says) in [
        (Keeping::InFile(file), "Iestatījumi glabājas datnē /mape/settings.toml"),
        (refused, "Iestatījumus nevar glabāt datnē /mape/settings.toml, tāpēc"),
        (Keeping::NoPlace, "Sistēma nenorāda vietu"),
    ] {
        state.program.keeping = keeping;
        window.show(&state);
        assert!(window.has(says), "{says}");
    }
}

fn paste(window: &mut Window, state: &State, text: &str) -> Vec<Command> {
    window.commands.clear();
    window.frame(state, vec![Event::Paste(text.to_owned())]);
    window.frame(state, Vec::new());
    std::mem::take(&mut window.commands)
}

#[test]
#[cfg(unix)]
fn pasted_paths_are_opened_and_other_text_is_answered() {
    let mut window = Window::new();
    let mut state = state(&[]);
    window.show(&state);
    let pasted = paste(&mut window, &state, "/mape/a.edoc\n\"/mape/b c.edoc\"\nfile:///mape/%C5%86.edoc");
    let paths = ["/mape/a.edoc", "/mape/b c.edoc", "/mape/ņ.edoc"].map(PathBuf::from);
    assert_eq!(pasted, [Command::Open(paths.into())]);
    let nothing = paste(&mut window, &state, "87,50 %");
    assert_eq!(nothing, [Command::Tell(Some(Notice::NothingToPaste))]);
    state.apply(&nothing[0]);
    window.show(&state);
    assert!(window.has("Starpliktuvē nav datnes atrašanās vietas"));
}

#[test]
fn help_lists_keys_with_what_they_do() {
    let mut window = Window::new();
    window.show(&on(Page::Help));
    for line in [
        "Ctrl+O\nAtvērt datnes…\nParāda sistēmas logu, kurā izvēlēties vienu vai vairākas datnes.",
        "Ctrl++\nPalielināt visu logu",
        "bultiņa augšup, bultiņa lejup\n",
        "Esc\nAtpakaļ",
        "F10\nIzvēlne",
        "Ctrl+,\nIestatījumi",
    ] {
        assert!(window.named.iter().any(|(name, _)| name.starts_with(line)), "{line}");
    }
    let (font, words) = (egui::FontId::proportional(15.0), Words::new(Language::Latvian));
    let can_be_shown = |text: &str| window.context.fonts_mut(|fonts| fonts.has_glyphs(&font, text));
    for (_, lines) in groups(&state(&[])) {
        for key in lines.iter().flat_map(|line| &line.keys) {
            let text = shown(&window.context, &words, key);
            assert!(can_be_shown(&text), "the font lacks {text}");
        }
    }
    assert!(!can_be_shown("↑"), "the measure sees what is lacking: the font has no arrows");
}

#[test]
fn about_says_what_is_sent_and_copies_a_report_without_anything_personal() {
    let mut state = on(Page::About);
    state.trust.place = Some(PathBuf::from("/home/anna/.local/share/zimogs"));
    state.trust.source = "https://example.org/lotl.xml".to_owned();
    let digest = crate::crypto::Sha256([0xab; 32]);
    state.trust.rules = Some(Rules { id: "zimogs-1".to_owned(), version: 3, digest });
    let mut window = Window::new();
    window.show(&state);
    assert!(window.has(&format!("Zīmogs {}", env!("CARGO_PKG_VERSION"))) && window.has("MIT vai Apache-2.0"));
    #[cfg(feature = "online")]
    assert!(window.has("Nekas, ja vien Jūs to nelūdzat.") && window.has("https://example.org/lotl.xml"));
    assert_eq!(
        window.click(&state, "Kopēt: Programmas dati"),
        [Command::Copy("/home/anna/.local/share/zimogs".to_owned())]
    );
    let copied = window.click(&state, "Kopēt informāciju kļūdas ziņojumam");
    let [Command::Copy(report)] = copied.as_slice() else { panic!("a text is copied: {copied:?}") };
    for needed in [env!("CARGO_PKG_VERSION"), std::env::consts::OS, "Valoda: lv", "zimogs-1, versija 3", "abab"] {
        assert!(report.contains(needed), "{needed}: {report}");
    }
    assert!(!report.contains("anna") && !report.contains('/') && !report.contains("edoc\n"), "{report}");
}

#[test]
fn about_lists_the_libraries_when_asked() {
    let mut window = Window::sized(egui::vec2(1000.0, 3000.0));
    let state = on(Page::About);
    window.show(&state);
    assert!(!window.has("ab_glyph"));
    let title = window.named.iter().find(|(name, _)| name.ends_with(" bibliotēkas")).unwrap().0.clone();
    window.click(&state, &title);
    (0..40).for_each(|_| window.frame(&state, Vec::new()));
    assert!(window.has("accesskit 0.") && window.has(": MIT OR Apache-2.0"));
}

#[test]
fn nothing_of_these_pages_is_cut_off_at_the_right() {
    for (width, language) in [(520.0, Language::Latvian), (520.0, Language::English), (820.0, Language::Latvian)] {
        for page in [Page::Files, Page::Settings, Page::Help, Page::About] {
            let mut state = remembering(&[&format!("mape/{}.edoc", "garš nosaukums ".repeat(12))]);
            state.apply(&Command::Speak(language));
            state.page = page;
            let to = Some(whole(&"mape/".repeat(30)));
            state.program.notice = Some(Notice::SetAside(SetAside { why: Spoiled::Broken, to }));
            state.program.keeping = Keeping::InFile(whole(&"mape/".repeat(30)));
            let mut window = Window::sized(egui::vec2(width, 3000.0));
            window.show(&state);
            for (name, area) in &window.named {
                assert!(area.right() <= width + 0.5, "{width}, {page:?}: {name} ends at {}", area.right());
            }
        }
    }
}

#[test]
fn the_lists_lead_back_to_where_they_were_opened_from() {
    let mut state = state(&[]);
    for (from, back) in [(Page::Settings, Page::Settings), (Page::Files, Page::Files), (Page::Help, Page::Files)] {
        state.apply(&Command::Show(from));
        state.apply(&Command::ShowTrust);
        state.apply(&Command::ShowTrust);
        state.apply(&Command::Back);
        assert_eq!(state.page, back, "from {from:?}");
        state.apply(&Command::Back);
        assert_eq!(state.page, Page::Files);
    }
}

#[test]
fn what_was_copied_is_answered_for_a_while() {
    let mut state = state(&[]);
    let mut window = Window::sized(egui::vec2(900.0, 700.0));
    window.show(&state);
    assert!(!window.has("Nokopēts"));
    state.apply(&Command::Copy("teksts".to_owned()));
    window.show(&state);
    assert!(window.announced.contains(&"Nokopēts".to_owned()));
    state.on_clipboard = std::time::Instant::now().checked_sub(std::time::Duration::from_secs(3));
    window.show(&state);
    assert!(!window.has("Nokopēts"));
}

#[test]
fn a_window_that_lies_still_is_not_drawn_again() {
    use egui::Modifiers;
    let several = state(&["anna-matematika.edoc", "tampered.edoc"]);
    let mut window = Window::sized(egui::vec2(1_400.0, 800.0));
    press(&mut window, &several, egui::Key::F, Modifiers::COMMAND);
    (0..10).for_each(|_| window.frame(&several, Vec::new()));
    assert_eq!(window.focused, "Meklēt", "even where a cursor stands");
    assert_eq!(window.rest, std::time::Duration::MAX);
}

#[test]
fn what_was_removed_with_recent_files_is_said() {
    let mut state = state(&[]);
    state.apply(&Command::Tell(Some(Notice::RemovedAside(1))));
    let mut window = Window::sized(egui::vec2(900.0, 700.0));
    window.show(&state);
    assert!(window.has("ir dzēsta arī 1 malā nolikta iestatījumu datne"));
}
