//! How the state changes: by a command of the person, or by a result of the worker.

use std::path::PathBuf;

#[cfg(feature = "online")]
use super::fetching::{FetchStep, Fetching};
use super::options::ThemeChoice;
use super::preview::PreviewStep;
use super::state::{Change, Notice, Opened, Page, State, Trouble};
use super::worker::Message;
use crate::words::{Language, Words};

/// What a person asks for.
#[derive(Clone, Debug, PartialEq)]
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
    /// Show trusted lists and recognised issuers.
    ShowTrust,
    /// Show a page of the program itself.
    Show(Page),
    /// Change what is set.
    Set(Change),
    /// Say something once above the page, or nothing any more.
    Tell(Option<Notice>),
    /// Go back to where one came from.
    Back,
    /// Do something about fetching lists.
    #[cfg(feature = "online")]
    Fetch(FetchStep),
    /// Do something with the document in sight, or have one in sight.
    Preview(PreviewStep),
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

/// What the program does about a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// Nothing more.
    Nothing,
    /// Reads lists and issuers again, and judges the opened files again.
    Reread,
}

impl State {
    /// Carries out what concerns the state alone; opening, copying and quitting are the program's.
    pub fn apply(&mut self, command: &Command) {
        self.remember_choice(command);
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
                self.preview = None;
                self.copied = None;
            }
            Command::ToggleCodes => self.codes_revealed = !self.codes_revealed,
            Command::ShowWithheld(path) => {
                self.withheld_shown.insert(path.clone());
            }
            Command::Speak(language) => self.words = Words::new(*language),
            Command::Theme(theme) => self.theme = *theme,
            Command::ShowTrust => self.page = Page::Trust,
            Command::Show(page) => self.page = *page,
            Command::Set(change) => self.change(*change),
            Command::Tell(notice) => self.program.notice.clone_from(notice),
            Command::Back => self.go_back(),
            Command::Preview(step) => self.step_preview(step),
            #[cfg(feature = "online")]
            Command::Fetch(step) => self.fetching.step(*step),
            Command::OpenFiles | Command::OpenFolder | Command::Open(_) | Command::Copy(_) | Command::Quit => {}
        }
    }

    /// From a question to the page, from the page to the files.
    fn go_back(&mut self) {
        #[cfg(feature = "online")]
        if self.page == Page::Trust && self.fetching == Fetching::Asking {
            self.fetching.step(FetchStep::Withdraw);
            return;
        }
        self.page = Page::Files;
    }

    /// Takes note of what the worker says.
    pub(super) fn hear(&mut self, message: Message) -> Next {
        match message {
            Message::Expected(count) => {
                if self.waiting == 0 {
                    self.judged = 0;
                }
                self.asked = self.asked.saturating_sub(1);
                self.waiting = self.waiting.saturating_add(count);
            }
            Message::Done(opened) => {
                self.waiting = self.waiting.saturating_sub(1);
                self.judged = self.judged.saturating_add(1);
                self.add(*opened);
            }
            Message::Trust(facts) => self.trust = *facts,
            Message::NotReadAgain(detail) => self.trust.troubles.push(Trouble::NotReadAgain { detail }),
            #[cfg(feature = "online")]
            Message::Progress(progress) => self.fetching.advance(progress),
            #[cfg(feature = "online")]
            Message::Fetched(report) => {
                let news = report.as_ref().is_some_and(|report| report.has_news());
                self.fetching.end(report.map(|report| *report));
                return if news { Next::Reread } else { Next::Nothing };
            }
        }
        Next::Nothing
    }

    /// Adds a judged file; a file that is open already is replaced, and keeps its place.
    pub fn add(&mut self, opened: Opened) {
        match self.files.iter_mut().find(|file| file.path == opened.path) {
            Some(file) => *file = opened,
            None => self.files.push(opened),
        }
    }
}
