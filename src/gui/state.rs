//! What is open, and how it is shown.

mod program;
mod trust;

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

#[cfg(feature = "online")]
use super::asking::Asking;
#[cfg(feature = "online")]
use super::fetching::Fetching;
use super::options::ThemeChoice;
use super::preview::Preview;
use super::table::{Cell, Table};
use super::worker::{Copied, Errand};
pub use program::{Change, Notice, Program};
pub use trust::{ListEntry, Rules, Trouble, TrustFacts};

use crate::crypto::Sha256;
use crate::dossier::{Examined, Filed, Unexamined};
use crate::export::Codes;
use crate::preview::Zoom;
use crate::report::Report;
use crate::words::{Language, Words};

/// One opened file.
#[derive(Clone, Debug)]
pub struct Opened {
    /// Where it lies.
    pub path: PathBuf,
    /// The report, or why there is none.
    pub result: Result<Report, Unexamined>,
}

impl Opened {
    /// Its name without folder.
    #[must_use]
    pub fn name(&self) -> String {
        let name = self.path.file_name().unwrap_or(self.path.as_os_str());
        crate::words::clean(&name.to_string_lossy())
    }
}

impl Opened {
    /// Digest of the whole file, where it was read to its end.
    #[must_use]
    pub fn sha256(&self) -> Option<Sha256> {
        self.result.as_ref().ok().and_then(|report| report.file.sha256)
    }

    /// What it contributes where many are seen together.
    #[must_use]
    pub fn filed(&self) -> Filed {
        Filed::of(&self.path, self.result.as_ref())
    }
}

impl From<Examined> for Opened {
    fn from(examined: Examined) -> Self {
        Self { path: examined.path, result: examined.result }
    }
}

/// What is in sight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, clap::ValueEnum)]
pub enum Page {
    /// The opened files.
    #[default]
    Files,
    /// Trusted lists and recognised issuers.
    Trust,
    /// What is set.
    Settings,
    /// What can be done, and with which keys.
    Help,
    /// What this program is, and what it sends where.
    About,
}

/// How opened files are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// Several, as a table.
    Table,
    /// One by itself.
    File,
}

/// Everything the window shows.
pub struct State {
    /// Texts in the chosen language.
    pub words: Words,
    /// Light, dark, or the system's.
    pub theme: ThemeChoice,
    /// What is in sight.
    pub page: Page,
    /// Lists and issuers that files are judged with.
    pub trust: TrustFacts,
    /// How far fetching of lists is.
    #[cfg(feature = "online")]
    pub fetching: Fetching,
    /// How far asking for what one file lacks is.
    #[cfg(feature = "online")]
    pub asking: Asking,
    /// Opened files in the order in which they were judged.
    pub files: Vec<Arc<Opened>>,
    /// Their numbers by path.
    pub(super) numbers: HashMap<PathBuf, usize>,
    /// Which of them is shown.
    pub selected: usize,
    /// Several files as a table.
    pub table: Table,
    /// Requests whose files are not counted yet.
    pub asked: usize,
    /// Files that are still being judged.
    pub waiting: usize,
    /// Files that were judged since nothing was waiting.
    pub judged: usize,
    /// Since when files are being judged.
    pub since: Option<Instant>,
    /// Files that a person let go before they were judged.
    pub let_go: usize,
    /// Why files are being judged.
    pub(super) errand: Errand,
    /// Whether the next file that is judged is shown by itself.
    pub(super) enters_next: bool,
    /// Whether personal codes are shown.
    pub codes_revealed: bool,
    /// Files whose withheld results a person has asked for.
    pub withheld_shown: HashSet<PathBuf>,
    /// The document in sight.
    pub preview: Option<Preview>,
    /// Whether a document may come beside its verdict by itself: not after a person has closed one.
    pub previews_unasked: bool,
    /// How many previews there were.
    pub previews: u64,
    /// How large pages are.
    pub zoom: Zoom,
    /// What became of the latest copy of a document.
    pub copied: Option<Copied>,
    /// When a text was put on the clipboard.
    pub on_clipboard: Option<Instant>,
    /// Where the page of the lists was opened from.
    pub(super) lists_from: Page,
    /// Settings, and what there is to say of the program itself.
    pub program: Program,
}

/// How long it is said that something was copied.
pub(super) const COPIED: Duration = Duration::from_secs(2);

impl State {
    /// Nothing open yet.
    #[must_use]
    pub fn new(language: Language, theme: ThemeChoice) -> Self {
        Self {
            words: Words::new(language),
            theme,
            page: Page::default(),
            trust: TrustFacts::default(),
            #[cfg(feature = "online")]
            fetching: Fetching::default(),
            #[cfg(feature = "online")]
            asking: Asking::default(),
            files: Vec::new(),
            numbers: HashMap::new(),
            selected: 0,
            table: Table::default(),
            asked: 0,
            waiting: 0,
            judged: 0,
            since: None,
            let_go: 0,
            errand: Errand::Open,
            enters_next: false,
            codes_revealed: false,
            withheld_shown: HashSet::new(),
            preview: None,
            previews_unasked: true,
            previews: 0,
            zoom: Zoom::default(),
            copied: None,
            on_clipboard: None,
            lists_from: Page::Files,
            program: Program::default(),
        }
    }

    /// Whether anything is still being judged or looked for.
    #[must_use]
    pub fn is_working(&self) -> bool {
        self.asked > 0 || self.waiting > 0
    }

    /// Whether it is to be said that something was copied.
    #[must_use]
    pub fn says_copied(&self) -> bool {
        self.on_clipboard.is_some_and(|since| since.elapsed() < COPIED)
    }

    /// Whether nothing is under way: all is judged and seen together.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        !self.is_working() && self.table.is_settled()
    }

    /// How opened files are looked at: several at once, until one of them is entered.
    #[must_use]
    pub fn sight(&self) -> Sight {
        let several = self.files.len().saturating_add(self.waiting) > 1;
        if several && !self.table.entered { Sight::Table } else { Sight::File }
    }

    /// The row that is marked.
    #[must_use]
    pub fn marked(&self) -> Cell {
        Cell { file: self.selected, exam: self.table.exam }
    }

    /// Personal codes as they are shown.
    #[must_use]
    pub fn codes(&self) -> Codes {
        if self.codes_revealed { Codes::Shown } else { Codes::Masked }
    }

    /// The file that is shown.
    #[must_use]
    pub fn shown(&self) -> Option<&Opened> {
        self.files.get(self.selected).map(Arc::as_ref)
    }

    /// Whether a person has asked for the withheld results of this file.
    #[must_use]
    pub fn is_unlocked(&self, path: &Path) -> bool {
        self.withheld_shown.contains(path)
    }
}
