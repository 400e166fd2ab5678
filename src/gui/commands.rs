//! The one table of commands that have a text and a key: buttons and keyboard read it.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::options::ThemeChoice;
use super::preview::PreviewStep;
use super::state::{Page, Sight, State};
use super::table::TableStep;
use super::update::{Command, Direction};
use super::views;
use crate::words::Language;

/// A command as a button and a key.
pub(super) struct Entry {
    /// What it does.
    pub(super) command: Command,
    /// Identifier of its text.
    pub(super) text: &'static str,
    /// Its key.
    pub(super) shortcut: Option<KeyboardShortcut>,
}

const CTRL_O: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::O);
const CTRL_SHIFT_O: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::O);
const CTRL_W: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::W);
const CTRL_Q: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::Q);
const CTRL_L: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::L);
const CTRL_T: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::T);
const ESCAPE: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::Escape);
const CTRL_D: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::D);

/// What the bar offers on its left: what can be opened and closed, and the lists.
pub(super) fn table(state: &State) -> Vec<Entry> {
    let entry = |command, text, shortcut| Entry { command, text, shortcut: Some(shortcut) };
    let mut entries = vec![
        entry(Command::OpenFiles, "gui-open-files", CTRL_O),
        entry(Command::OpenFolder, "gui-open-folder", CTRL_SHIFT_O),
    ];
    if !state.files.is_empty() {
        entries.push(entry(Command::CloseAll, "gui-close-all", CTRL_W));
    }
    entries.push(entry(Command::ShowTrust, "trust-status-heading", CTRL_T));
    entries
}

/// Away from a page; from the files there is nowhere to go back to.
pub(super) fn back(state: &State) -> Option<Entry> {
    let back = Entry { command: Command::Back, text: "gui-back", shortcut: Some(ESCAPE) };
    let entered = state.files.len() > 1 && state.sight() == Sight::File;
    (state.page != Page::Files || entered).then_some(back)
}

/// The other language.
pub(super) fn language(state: &State) -> Entry {
    let (language, text) = match state.words.language() {
        Language::Latvian => (Language::English, "gui-speak-english"),
        _ => (Language::Latvian, "gui-speak-latvian"),
    };
    Entry { command: Command::Speak(language), text, shortcut: Some(CTRL_L) }
}

/// Light, dark, or as the system has it.
pub(super) fn themes() -> [(ThemeChoice, &'static str); 3] {
    [(ThemeChoice::System, "gui-theme-system"), (ThemeChoice::Light, "gui-light"), (ThemeChoice::Dark, "gui-dark")]
}

/// Commands given by the keyboard in this frame.
pub(super) fn pressed(context: &egui::Context, state: &State, dark: bool) -> Vec<Command> {
    let mut commands = Vec::new();
    let focused = context.memory(egui::Memory::focused);
    // Elsewhere the arrows move the focus, not the selection.
    let walks = state.page == Page::Files && state.files.len() > 1 && focused.is_none_or(|id| views::is_row(state, id));
    // Longer shortcuts first: Ctrl+Shift+O is Ctrl+O as well.
    let mut entries = table(state);
    entries.push(language(state));
    // An open menu takes the key for itself, and so does a document that can be closed.
    let menu = egui::Popup::is_any_open(context);
    let closable = state.page == Page::Files && state.sight() == Sight::File && state.preview.is_some() && !menu;
    entries.extend(back(state).filter(|_| !menu && !closable));
    let other = if dark { ThemeChoice::Light } else { ThemeChoice::Dark };
    entries.push(Entry { command: Command::Theme(other), text: "gui-theme", shortcut: Some(CTRL_D) });
    entries.sort_by_key(|entry| entry.shortcut.is_none_or(|shortcut| !shortcut.modifiers.shift));
    context.input_mut(|input| {
        for entry in entries {
            if entry.shortcut.is_some_and(|shortcut| input.consume_shortcut(&shortcut)) {
                commands.push(entry.command);
            }
        }
        if closable && input.consume_shortcut(&ESCAPE) {
            commands.push(Command::Preview(PreviewStep::Close));
        }
        if input.consume_shortcut(&CTRL_Q) {
            commands.push(Command::Quit);
        }
        let in_table = state.page == Page::Files && state.sight() == Sight::Table && focused.is_none() && !menu;
        if in_table && input.consume_key(Modifiers::NONE, Key::Enter) {
            commands.push(Command::Table(TableStep::Enter));
        }
        for (key, direction) in [(Key::ArrowDown, Direction::Next), (Key::ArrowUp, Direction::Previous)] {
            if walks && input.consume_key(Modifiers::NONE, key) {
                commands.push(Command::Step(direction));
            }
        }
    });
    commands
}
