//! The one table of what a person can do: buttons, menus, keyboard and the help page read it.

mod help;

use egui::{Event, Key, KeyboardShortcut, Modifiers};

pub(super) use help::{Line, groups};

use super::options::ThemeChoice;
use super::pasting;
use super::preview::PreviewStep;
use super::state::{Change, Notice, Page, Sight, State};
use super::table::TableStep;
use super::update::{Command, Direction};
use super::views;
use crate::words::{Language, Words};

/// A command as a button, a key and a line of the help page.
pub(super) struct Entry {
    /// What it does.
    pub(super) command: Command,
    /// Identifier of its text.
    pub(super) text: &'static str,
    /// Identifier of the sentence that says what it does.
    pub(super) help: &'static str,
    /// Its key.
    pub(super) shortcut: Option<KeyboardShortcut>,
}

const fn ctrl(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

const fn alone(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

const CTRL_O: KeyboardShortcut = ctrl(Key::O);
const CTRL_SHIFT_O: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::O);
const ESCAPE: KeyboardShortcut = alone(Key::Escape);
/// A key as keyboards have it: the toolkit writes out signs and arrows in English, and its font has no arrows.
pub(super) fn shown(context: &egui::Context, words: &Words, shortcut: &KeyboardShortcut) -> String {
    let text = context.format_shortcut(shortcut);
    let key = shortcut.logical_key;
    let sign = match key {
        Key::ArrowUp => words.text("help-key-up"),
        Key::ArrowDown => words.text("help-key-down"),
        Key::Escape => "Esc".to_owned(),
        Key::PageUp => "Page Up".to_owned(),
        Key::PageDown => "Page Down".to_owned(),
        other => other.symbol_or_name().to_owned(),
    };
    text.strip_suffix(key.name()).map_or_else(|| text.clone(), |modifiers| format!("{modifiers}{sign}"))
}

/// Opens the menu.
pub(super) const F10: KeyboardShortcut = alone(Key::F10);

fn entry(command: Command, text: &'static str, help: &'static str, shortcut: KeyboardShortcut) -> Entry {
    Entry { command, text, help, shortcut: Some(shortcut) }
}

fn open() -> [Entry; 2] {
    [
        entry(Command::OpenFiles, "gui-open-files", "help-open-files", CTRL_O),
        entry(Command::OpenFolder, "gui-open-folder", "help-open-folder", CTRL_SHIFT_O),
    ]
}

fn close_all() -> Entry {
    entry(Command::CloseAll, "gui-close-all", "help-close-all", ctrl(Key::W))
}

fn export() -> Entry {
    entry(Command::Export, "rows-export", "help-export", ctrl(Key::E))
}

fn lists() -> Entry {
    entry(Command::ShowTrust, "trust-status-heading", "help-lists", ctrl(Key::T))
}

/// What the bar offers on its left: what can be opened and closed, and the lists.
pub(super) fn table(state: &State) -> Vec<Entry> {
    let mut entries = Vec::from(open());
    if !state.files.is_empty() {
        entries.push(close_all());
    }
    // A part would look like the whole.
    if state.page == Page::Files && state.sight() == Sight::Table && state.is_settled() {
        entries.push(export());
    }
    entries.push(lists());
    entries
}

/// What the menu offers below recent files and the theme.
pub(super) fn menu() -> [Entry; 4] {
    [
        entry(Command::Show(Page::Settings), "settings", "help-settings", ctrl(Key::Comma)),
        entry(Command::Show(Page::Help), "help", "help-help", alone(Key::F1)),
        Entry { command: Command::Show(Page::About), text: "about", help: "help-about", shortcut: None },
        entry(Command::Quit, "menu-quit", "help-quit", ctrl(Key::Q)),
    ]
}

/// Larger, smaller, as usual: everything in the window.
pub(super) fn scaling(state: &State) -> [Entry; 3] {
    let scale = state.program.settings.scale;
    let to = |scale| Command::Set(Change::Scale(scale));
    [
        entry(to(scale.smaller()), "settings-scale-smaller", "help-smaller", ctrl(Key::Minus)),
        entry(to(scale.larger()), "settings-scale-larger", "help-larger", ctrl(Key::Plus)),
        entry(to(super::Scale::default()), "settings-scale-usual", "help-usual", ctrl(Key::Num0)),
    ]
}

/// Away from a page; from the files there is nowhere to go back to.
pub(super) fn back(state: &State) -> Option<Entry> {
    let entered = state.files.len() > 1 && state.sight() == Sight::File;
    (state.page != Page::Files || entered).then(|| entry(Command::Back, "gui-back", "help-back", ESCAPE))
}

/// The other language.
pub(super) fn language(state: &State) -> Entry {
    let (language, text) = match state.words.language() {
        Language::Latvian => (Language::English, "gui-speak-english"),
        _ => (Language::Latvian, "gui-speak-latvian"),
    };
    entry(Command::Speak(language), text, "help-language", ctrl(Key::L))
}

/// Light, dark, or as the system has it.
pub(super) fn themes() -> [(ThemeChoice, &'static str); 3] {
    [(ThemeChoice::System, "gui-theme-system"), (ThemeChoice::Light, "gui-light"), (ThemeChoice::Dark, "gui-dark")]
}

fn theme(dark: bool) -> Entry {
    let other = if dark { ThemeChoice::Light } else { ThemeChoice::Dark };
    entry(Command::Theme(other), "gui-theme", "help-theme", ctrl(Key::D))
}

/// Every command that has a key, wherever its button is.
fn with_keys(state: &State, dark: bool) -> Vec<Entry> {
    let mut entries = table(state);
    entries.extend(menu());
    entries.extend(scaling(state));
    // Where `+` needs Shift, the same key without it does as well.
    let [_, larger, _] = scaling(state);
    entries.push(Entry { shortcut: Some(ctrl(Key::Equals)), ..larger });
    entries.push(language(state));
    entries.push(theme(dark));
    entries
}

/// Commands given by the keyboard in this frame.
pub(super) fn pressed(context: &egui::Context, state: &State, dark: bool) -> Vec<Command> {
    let mut commands = Vec::new();
    let focused = context.memory(egui::Memory::focused);
    // Elsewhere the arrows move the focus, not the selection.
    let walks = state.page == Page::Files
        && state.files.len() > 1
        && focused.is_none_or(|id| views::is_row(context, state, id));
    let mut entries = with_keys(state, dark);
    // An open menu takes the key for itself, and so does a document that can be closed.
    let menu = egui::Popup::is_any_open(context);
    let closable = state.page == Page::Files && state.sight() == Sight::File && state.preview.is_some() && !menu;
    entries.extend(back(state).filter(|_| !menu && !closable));
    // Longer shortcuts first: Ctrl+Shift+O is Ctrl+O as well.
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
    commands.extend(pasted(context));
    commands
}

/// Pasted paths are opened; a field of text keeps what is pasted into it.
fn pasted(context: &egui::Context) -> Option<Command> {
    if context.text_edit_focused() {
        return None;
    }
    let paste = |event: &Event| if let Event::Paste(text) = event { Some(pasting::paths(text)) } else { None };
    let paths = context.input(|input| input.events.iter().find_map(paste))?;
    Some(if paths.is_empty() { Command::Tell(Some(Notice::NothingToPaste)) } else { Command::Open(paths) })
}
