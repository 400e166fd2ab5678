//! How the state changes: by a command of the person, or by a result of the worker.

use std::path::PathBuf;

use super::options::ThemeChoice;
use super::state::{Opened, State};
use crate::words::{Language, Words};

/// What a person asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Choose files in the system's dialog.
    OpenFiles,
    /// Choose a folder.
    OpenFolder,
    /// Open these files and folders.
    Open(Vec<PathBuf>),
    /// Show another file.
    Select(usize),
    /// Show the file after, or before, the one shown.
    Step(Direction),
    /// Close all files.
    CloseAll,
    /// Show or hide personal codes.
    ToggleCodes,
    /// Show the withheld results of a file all the same.
    ShowWithheld(PathBuf),
    /// Speak another language.
    Speak(Language),
    /// Light or dark.
    Theme(ThemeChoice),
    /// Put a text on the clipboard.
    Copy(String),
    /// Close the window.
    Quit,
}

/// Forward or back in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Towards the end.
    Next,
    /// Towards the beginning.
    Previous,
}

impl State {
    /// Carries out what concerns the state alone; opening, copying and quitting are the program's.
    pub fn apply(&mut self, command: &Command) {
        match command {
            Command::Select(index) => self.selected = (*index).min(self.files.len().saturating_sub(1)),
            Command::Step(Direction::Next) => {
                self.selected = self.selected.saturating_add(1).min(self.files.len().saturating_sub(1));
            }
            Command::Step(Direction::Previous) => self.selected = self.selected.saturating_sub(1),
            Command::CloseAll => {
                self.files.clear();
                self.selected = 0;
                self.withheld_shown.clear();
                self.codes_revealed = false;
            }
            Command::ToggleCodes => self.codes_revealed = !self.codes_revealed,
            Command::ShowWithheld(path) => {
                self.withheld_shown.insert(path.clone());
            }
            Command::Speak(language) => self.words = Words::new(*language),
            Command::Theme(theme) => self.theme = *theme,
            Command::OpenFiles | Command::OpenFolder | Command::Open(_) | Command::Copy(_) | Command::Quit => {}
        }
    }

    /// Adds a judged file; a file that is open already is replaced, and keeps its place.
    pub fn add(&mut self, opened: Opened) {
        match self.files.iter_mut().find(|file| file.path == opened.path) {
            Some(file) => *file = opened,
            None => self.files.push(opened),
        }
    }
}
