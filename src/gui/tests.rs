//! The window through its accessibility tree: what a screen reader is told, and what a click does.

use std::path::Path;

use egui::accesskit::Role;
use egui::{Event, PointerButton, Pos2, RawInput, Rect, Vec2, pos2, vec2};

use super::options::ThemeChoice;
use super::state::{Opened, State};
use super::table::TableStep;
use super::update::{Command, Direction};
use super::{commands, draw, theme};
use crate::dossier::{Setting, examine};
use crate::report::{Authenticity, Standing};
use crate::validation::Failure;
use crate::words::Language;

#[cfg(feature = "online")]
mod asking;
mod keyboard;
mod layout;
mod letters;
mod preview;
mod program;
mod table;
mod together;
mod trust;
mod verdict;

fn opened(file: &str) -> Opened {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let mut setting = Setting::shipped("2026-11-23T12:00:00Z".parse().unwrap()).unwrap();
    setting.add_trusted_list(&samples.join("trust-list.xml")).unwrap();
    setting.add_issuers(&samples.join("issuers.toml")).unwrap();
    Opened::from(examine(&samples.join(file), &setting))
}

fn state(files: &[&str]) -> State {
    let mut state = State::new(Language::Latvian, ThemeChoice::Light);
    files.iter().for_each(|file| state.add(opened(file)));
    state
}

/// A window without a screen.
struct Window {
    context: egui::Context,
    commands: Vec<Command>,
    /// Name and place of everything that has a name.
    named: Vec<(String, Rect)>,
    /// Role and name of everything that can be pressed.
    controls: Vec<(Role, String)>,
    /// What is said unasked when it changes.
    announced: Vec<String>,
    /// Name of what the keyboard is on.
    focused: String,
    /// How long it may lie still before it wants to be drawn again.
    rest: std::time::Duration,
    size: Vec2,
}

impl Window {
    fn new() -> Self {
        Self::sized(vec2(1200.0, 3000.0))
    }

    fn sized(size: Vec2) -> Self {
        let context = egui::Context::default();
        theme::apply(&context, ThemeChoice::Light);
        context.enable_accesskit();
        let (commands, named, controls, announced) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self {
            context,
            commands,
            named,
            controls,
            announced,
            focused: String::new(),
            rest: std::time::Duration::ZERO,
            size,
        }
    }

    fn frame(&mut self, state: &State, events: Vec<Event>) {
        let screen_rect = Some(Rect::from_min_size(Pos2::ZERO, self.size));
        let input = RawInput { screen_rect, events, ..RawInput::default() };
        let mut commands = Vec::new();
        let mut output = self.context.run_ui(input, |ui| {
            commands.extend(commands::pressed(ui.ctx(), state, false));
            commands.extend(draw(ui, state));
        });
        // There is no screen to bring the pictures to.
        output.textures_delta.clear();
        self.rest = output.viewport_output[&egui::ViewportId::ROOT].repaint_delay;
        self.commands.extend(commands);
        let update = output.platform_output.accesskit_update.unwrap();
        let focused = update.nodes.iter().find(|(id, _)| *id == update.focus);
        self.focused = focused.and_then(|(_, node)| node.label()).unwrap_or_default().to_owned();
        // A text that can be marked is no control.
        let pressable = update
            .nodes
            .iter()
            .filter(|(_, node)| node.supports_action(egui::accesskit::Action::Click) && node.role() != Role::Label);
        self.controls = pressable.map(|(_, node)| (node.role(), node.label().unwrap_or_default().to_owned())).collect();
        let said = update.nodes.iter().filter(|(_, node)| node.live().is_some());
        self.announced = said.filter_map(|(_, node)| Some(node.label().or_else(|| node.value())?.to_owned())).collect();
        self.named = update
            .nodes
            .iter()
            // Lines within a label are its parts, not things of their own.
            .filter(|(_, node)| node.role() != Role::TextRun)
            .filter_map(|(_, node)| {
                let name = node.label().or_else(|| node.value())?.to_owned();
                let area = node.bounds().map_or(Rect::ZERO, |b| {
                    Rect::from_min_max(pos2(b.x0 as f32, b.y0 as f32), pos2(b.x1 as f32, b.y1 as f32))
                });
                Some((name, area))
            })
            .collect();
    }

    /// Lets the layout come to rest.
    fn show(&mut self, state: &State) -> &mut Self {
        (0..4).for_each(|_| self.frame(state, Vec::new()));
        self
    }

    fn has(&self, text: &str) -> bool {
        self.named.iter().any(|(name, _)| name.contains(text))
    }

    /// The whole name that begins so.
    fn name_with(&self, beginning: &str) -> String {
        let found = self.named.iter().find(|(name, _)| name.starts_with(beginning));
        found.unwrap_or_else(|| panic!("nothing is called {beginning}…")).0.clone()
    }

    fn click(&mut self, state: &State, text: &str) -> Vec<Command> {
        self.show(state);
        let found = self.named.iter().find(|(name, _)| name == text);
        let at = found.unwrap_or_else(|| panic!("nothing is called {text}")).1.center();
        let button = |pressed| Event::PointerButton {
            pos: at,
            button: PointerButton::Primary,
            pressed,
            modifiers: egui::Modifiers::NONE,
        };
        self.commands.clear();
        self.frame(state, vec![Event::PointerMoved(at)]);
        self.frame(state, vec![button(true)]);
        self.frame(state, vec![button(false)]);
        self.frame(state, Vec::new());
        std::mem::take(&mut self.commands)
    }
}

#[test]
fn an_empty_window_says_what_to_do() {
    let mut window = Window::new();
    let empty = state(&[]);
    window.show(&empty);
    assert!(window.has("Ievelciet datnes vai mapi šeit"));
    assert_eq!(window.click(&empty, "Atvērt datnes…"), [Command::OpenFiles]);
}

#[test]
fn one_file_shows_its_word_result_facts_and_checks() {
    let mut window = Window::new();
    window.show(&state(&["anna-matematika.edoc"]));
    for text in [
        "DERĪGS",
        "Anna PARAUGA",
        "Matemātika",
        "87,50\u{a0}%",
        "Dokuments nav mainīts kopš parakstīšanas.",
        "PARAUGS: eksāmenu centrs",
        "Kāpēc?",
        "anna-matematika.edoc",
    ] {
        assert!(window.has(text), "{text} is not shown");
    }
    assert!(!window.has("nav apstiprināts"));
}

#[test]
fn a_tampered_file_shows_no_result() {
    let mut window = Window::new();
    let tampered = state(&["tampered.edoc"]);
    window.show(&tampered);
    assert!(window.has("NEDERĪGS") && window.has("Dokuments ir mainīts pēc parakstīšanas"));
    assert!(window.has("Rezultāts netiek rādīts"));
    assert!(!window.named.iter().any(|(name, _)| name.contains("%")), "no percentage anywhere");
}

#[test]
fn a_personal_code_is_masked_until_asked_for() {
    let mut window = Window::new();
    let mut state = state(&["anna-matematika.edoc"]);
    window.show(&state);
    assert!(window.has("••••••-•••01") && !window.has("320000-00001"));
    let commands = window.click(&state, "Rādīt personas kodu");
    assert_eq!(commands, [Command::ToggleCodes]);
    state.apply(&commands[0]);
    window.show(&state);
    assert!(window.has("320000-00001"));
}

#[test]
fn withheld_results_need_a_deliberate_click() {
    let mut window = Window::new();
    let mut state = state(&["anna-matematika.edoc"]);
    let path = state.files[0].path.clone();
    let report = std::sync::Arc::make_mut(&mut state.files[0]).result.as_mut().unwrap();
    report.authenticity = Authenticity::Refuted(Failure::Revoked);
    report.exams[0].standing = Standing::Withheld;
    window.show(&state);
    assert!(window.has("NEDERĪGS") && !window.has("87,50"));
    let commands = window.click(&state, "Tomēr parādīt, kas rakstīts dokumentā");
    assert_eq!(commands, [Command::ShowWithheld(path)]);
    state.apply(&commands[0]);
    window.show(&state);
    assert!(window.has("87,50"));
}

#[test]
fn the_language_switches_while_open() {
    let mut window = Window::new();
    let mut state = state(&["foreign-issuer.edoc"]);
    let commands = window.click(&state, "English");
    assert_eq!(commands, [Command::Speak(Language::English)]);
    state.apply(&commands[0]);
    window.show(&state);
    assert!(window.has("OTHER SIGNER") && window.has("88.00%") && window.has("Latviski"));
    assert!(window.has("not by VISC or VIAA"));
}

#[test]
fn several_files_make_a_list_that_can_be_walked() {
    let mut window = Window::new();
    let mut state = state(&["anna-matematika.edoc", "tampered.edoc", "unsigned.edoc"]);
    state.apply(&Command::Table(TableStep::Enter));
    window.show(&state);
    assert!(window.has("DERĪGS, Anna PARAUGA, Matemātika, 87,50\u{a0}%, Saturs: ir kārtībā, "));
    assert!(window.has("NAV PARAKSTA, "));
    let row = window.name_with("NEDERĪGS, Saturs: nav kārtībā, ");
    assert!(row.ends_with(", tampered.edoc"));
    assert_eq!(window.click(&state, &row), [Command::Select(1)]);
    state.apply(&Command::Select(1));
    state.apply(&Command::Step(Direction::Next));
    assert_eq!(state.selected, 2);
    state.apply(&Command::Step(Direction::Next));
    state.apply(&Command::Step(Direction::Next));
    assert_eq!(state.selected, 0, "what is good stands last, and the end of the list is its end");
    state.apply(&Command::CloseAll);
    assert!(state.files.is_empty() && state.shown().is_none());
}

#[test]
fn a_file_opened_twice_stays_one_row_and_a_missing_one_is_said() {
    let mut state = state(&["anna-matematika.edoc", "anna-matematika.edoc", "missing.edoc"]);
    assert_eq!(state.files.len(), 2);
    state.apply(&Command::Select(1));
    let mut window = Window::new();
    window.show(&state);
    assert!(window.has("NEVAR ATVĒRT") && window.has("Tādas datnes nav"));
}

#[test]
fn a_document_beside_the_signed_one_is_named_in_the_headline() {
    let mut window = Window::new();
    window.show(&state(&["uncovered-file.edoc"]));
    assert!(window.has("Sertifikāts (jaunais)"));
    let mut twin = Window::new();
    twin.show(&state(&["anna-matematika.edoc"]));
    assert!(!twin.has("Sertifikāts (jaunais)"));
}
