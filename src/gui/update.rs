//! How the state changes: by a command of the person, or by a result of the worker.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

#[cfg(feature = "online")]
use super::asking::{AskStep, Asking, Outcome};
#[cfg(feature = "online")]
use super::fetching::{FetchStep, Fetching};
use super::options::ThemeChoice;
use super::preview::PreviewStep;
use super::state::{Change, Notice, Opened, Page, Sight, State, Trouble};
use super::table::{Row, TableStep, ToSee, Working};
use super::worker::{Errand, Message};
use crate::dossier::Dossier;
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
    /// Sort, filter or enter the table.
    Table(TableStep),
    /// Write the table to a file.
    Export,
    /// Judge no more files.
    Stop,
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
    /// Do something about what one file lacks.
    #[cfg(feature = "online")]
    Ask(AskStep),
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// Nothing more.
    Nothing,
    /// Reads lists and issuers again.
    #[cfg_attr(not(feature = "online"), allow(dead_code))] // Nothing else brings new ones.
    Reread,
    /// Judges these files again.
    Again(Vec<PathBuf>),
}

impl State {
    /// Carries out what concerns the state alone; opening, copying and quitting are the program's.
    pub fn apply(&mut self, command: &Command) {
        self.remember_choice(command);
        match command {
            Command::Select(index) => self.select(*index),
            Command::Step(direction) => self.walk(*direction),
            Command::Table(step) => self.step_table(step),
            Command::CloseAll => self.close_all(),
            Command::ToggleCodes => self.codes_revealed = !self.codes_revealed,
            Command::ShowWithheld(path) => {
                self.withheld_shown.insert(path.clone());
            }
            Command::Speak(language) => self.words = Words::new(*language),
            Command::Theme(theme) => self.theme = *theme,
            Command::ShowTrust => self.turn_to(Page::Trust),
            Command::Show(page) => self.turn_to(*page),
            Command::Copy(_) => self.on_clipboard = Some(Instant::now()),
            Command::Set(change) => self.change(*change),
            Command::Tell(notice) => self.program.notice.clone_from(notice),
            Command::Back => self.go_back(),
            Command::Preview(step) => self.step_preview(step),
            #[cfg(feature = "online")]
            Command::Fetch(step) => self.fetching.step(*step),
            #[cfg(feature = "online")]
            Command::Ask(step) => self.asking.step(step),
            Command::OpenFiles
            | Command::OpenFolder
            | Command::Open(_)
            | Command::Quit
            | Command::Stop
            | Command::Export => {}
        }
    }

    fn close_all(&mut self) {
        self.files.clear();
        self.numbers.clear();
        self.selected = 0;
        self.table.empty();
        self.withheld_shown.clear();
        self.codes_revealed = false;
        self.preview = None;
        self.copied = None;
        // Nothing of what was asked for comes any more.
        (self.asked, self.waiting, self.let_go) = (0, 0, 0);
        self.enters_next = false;
        #[cfg(feature = "online")]
        {
            self.asking = Asking::Idle;
        }
    }

    fn select(&mut self, file: usize) {
        self.selected = file.min(self.files.len().saturating_sub(1));
        self.table.exam = 0;
    }

    /// To the row, or to the file, after or before.
    fn walk(&mut self, direction: Direction) {
        match self.sight() {
            Sight::Table => {
                if let Some(cell) = self.table.beside(self.marked(), direction) {
                    self.step_table(&TableStep::Mark(cell));
                }
            }
            Sight::File => {
                if let Some(file) = self.table.file_beside(self.selected, direction) {
                    self.select(file);
                }
            }
        }
    }

    fn step_table(&mut self, step: &TableStep) {
        if let TableStep::Mark(cell) = step {
            self.select(cell.file);
        }
        self.table.step(step);
    }

    /// From a question to the page, from the page to the files, from one file to all of them.
    fn go_back(&mut self) {
        #[cfg(feature = "online")]
        if self.page == Page::Trust && self.fetching == Fetching::Asking {
            self.fetching.step(FetchStep::Withdraw);
            return;
        }
        #[cfg(feature = "online")]
        if self.page == Page::Files && self.sight() == Sight::File && self.asks_about_shown() {
            self.asking.step(&AskStep::Withdraw);
            return;
        }
        if self.page == Page::Files {
            self.table.entered = false;
        }
        self.page = if self.page == Page::Trust { self.lists_from } else { Page::Files };
    }

    /// Whether a question about the very file in sight waits for its answer.
    #[cfg(feature = "online")]
    fn asks_about_shown(&self) -> bool {
        let about = self.asking.path();
        matches!(self.asking, Asking::Question(..)) && self.shown().is_some_and(|shown| about == Some(&shown.path))
    }

    /// The lists are a page of their own, and one that settings lead to.
    fn turn_to(&mut self, page: Page) {
        if page == Page::Trust && self.page != page {
            self.lists_from = if self.page == Page::Settings { Page::Settings } else { Page::Files };
        }
        self.page = page;
    }

    /// Takes note of what the worker says.
    pub(super) fn hear(&mut self, message: Message) -> Next {
        match message {
            Message::Expected(count, errand) => self.expect(count, errand),
            Message::Done(opened) => self.take_judged(*opened),
            Message::Stopped(left) => {
                self.waiting = self.waiting.saturating_sub(left);
                self.let_go = self.let_go.saturating_add(left);
                self.enters_next = false;
            }
            Message::Trust(facts) => {
                self.trust = *facts;
                return self.all_again();
            }
            Message::NotReadAgain(detail) => self.trust.troubles.push(Trouble::NotReadAgain { detail }),
            #[cfg(feature = "online")]
            Message::Progress(progress) => self.fetching.advance(progress),
            #[cfg(feature = "online")]
            Message::Questions(path, questions) => self.asking.found(path, questions),
            #[cfg(feature = "online")]
            Message::Answered(path, Ok(opened)) => {
                self.asking.end(&path, Outcome::Answered(opened.sha256()));
                return self.take_answered(*opened);
            }
            #[cfg(feature = "online")]
            Message::Answered(path, Err(reason)) => self.asking.end(&path, Outcome::Broken(reason)),
            #[cfg(feature = "online")]
            Message::Outdated(path) => {
                self.asking.end(&path, Outcome::Outdated);
                return self.once_more(path);
            }
            #[cfg(feature = "online")]
            Message::Fetched(report) => {
                let news = report.as_ref().is_some_and(|report| report.has_news());
                self.fetching.end(report.map(|report| *report));
                return if news { Next::Reread } else { Next::Nothing };
            }
        }
        Next::Nothing
    }

    fn take_judged(&mut self, opened: Opened) {
        self.waiting = self.waiting.saturating_sub(1);
        self.judged = self.judged.saturating_add(1);
        let number = self.take(opened);
        if std::mem::take(&mut self.enters_next) {
            self.select(number);
            self.table.entered = true;
        }
    }

    /// New lists count for every file that is judged; why one cannot be read is no matter of theirs.
    fn all_again(&self) -> Next {
        let judged = self.files.iter().filter(|file| file.result.is_ok());
        let paths: Vec<PathBuf> = judged.map(|file| file.path.clone()).collect();
        if paths.is_empty() { Next::Nothing } else { Next::Again(paths) }
    }

    /// Takes a file that was judged with answers, where it is still the one that is open.
    #[cfg(feature = "online")]
    fn take_answered(&mut self, opened: Opened) -> Next {
        let open = self.numbers.get(&opened.path).and_then(|number| self.files.get(*number));
        match open.map(|open| open.sha256() == opened.sha256()) {
            // A file that was closed meanwhile stays closed.
            None => Next::Nothing,
            Some(true) => {
                self.take(opened);
                Next::Nothing
            }
            Some(false) => self.once_more(opened.path),
        }
    }

    /// Has a file judged once more, where it is still open.
    #[cfg(feature = "online")]
    fn once_more(&self, path: PathBuf) -> Next {
        if self.numbers.contains_key(&path) { Next::Again(vec![path]) } else { Next::Nothing }
    }

    fn expect(&mut self, count: usize, errand: Errand) {
        if self.waiting == 0 {
            self.judged = 0;
            self.since = Some(Instant::now());
            if errand == Errand::Open {
                self.let_go = 0;
            }
        }
        self.errand = errand;
        self.asked = self.asked.saturating_sub(1);
        self.waiting = self.waiting.saturating_add(count);
        // One file is what a person wants to see; of several, which they are.
        if errand == Errand::Open && count > 0 {
            self.enters_next = count == 1;
            self.table.entered = false;
        }
    }

    /// Adds a judged file; a file that is open already is replaced, and keeps its place.
    pub fn add(&mut self, opened: Opened) {
        self.take(opened);
        self.arrange();
    }

    /// Adds many judged files and sees them together at once, however long that takes.
    pub fn add_all(&mut self, files: impl IntoIterator<Item = Opened>) {
        for opened in files {
            self.take(opened);
        }
        self.table.see_together(&self.files);
    }

    fn take(&mut self, opened: Opened) -> usize {
        let next = self.files.len();
        let number = *self.numbers.entry(opened.path.clone()).or_insert(next);
        self.table.note(number, &opened);
        match self.files.get_mut(number) {
            Some(file) => {
                // What a person asked to see of other octets they have not asked to see of these.
                if file.sha256().is_none() || file.sha256() != opened.sha256() {
                    self.withheld_shown.remove(&opened.path);
                }
                *file = Arc::new(opened);
            }
            None => self.files.push(Arc::new(opened)),
        }
        number
    }

    /// Brings the table up to date; the first row is marked where nobody has marked one: what most wants a look.
    pub(super) fn settle(&mut self) {
        self.arrange();
        let first = self.table.rows().iter().find_map(Row::cell);
        if let Some(cell) =
            first.filter(|_| self.sight() == Sight::Table && self.table.untouched() && self.is_settled())
        {
            self.select(cell.file);
            self.table.exam = cell.exam;
        }
    }

    /// Brings the table up to date with the files.
    pub(super) fn arrange(&mut self) {
        self.table.arrange(&self.files, self.working());
    }

    fn working(&self) -> Working {
        if self.is_working() { Working::Yes } else { Working::No }
    }

    /// What is to be seen together on another thread.
    pub(super) fn unseen(&mut self) -> Option<ToSee> {
        self.table.unseen(self.working())
    }

    /// Takes what was seen together.
    pub(super) fn take_seen(&mut self, version: u64, dossier: Dossier) {
        self.table.take_seen(&self.files, version, dossier);
    }
}
