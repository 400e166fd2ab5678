//! Lists kept in a folder: what was fetched or imported, one file a list, each replaced as a whole or not at all.
//!
//! A file is one line, then the table's text, then its certificates:
//!
//! ```text
//! zimogs-trusted-list 1 <CRC-32 of what follows, hexadecimal> <octets of text> <octets of certificates>
//! ```
//!
//! Whoever can write here can already change what the program believes; the checksum finds accidents, not attackers. A
//! file that is damaged in any octet is set aside by whoever reads it: the list built into the program counts instead.

mod file;
mod notes;

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

pub use notes::Note;

use super::list::TrustedList;
use super::pins::Pins;
use super::seal::CheckedList;
use super::snapshot;
use super::store::{ListFacts, TrustStore};
use super::table::{Table, write_table};
use super::{ListFault, ListOrigin, ListSignature, check_list, worth_by_what_is_known};
use crate::{files, limits};

/// The folder's layout; another layout would stand beside it.
const LAYOUT: &str = "lists-1";
const EXTENSION: &str = "list";

/// A folder of trusted lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListFolder {
    folder: PathBuf,
}

/// What became of a list that was to be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// There was none of its territory.
    New,
    /// It replaced an older one.
    Replaced {
        /// The number of the older one.
        from: u64,
    },
    /// It was there already.
    Same,
}

/// Why a list was not kept.
#[derive(Debug, thiserror::Error)]
pub enum FolderFault {
    /// A newer one is there.
    #[error("list {offered} is older than list {held}, which is already here")]
    Older {
        /// The number that is there.
        held: u64,
        /// The number that was offered.
        offered: u64,
    },
    /// Its signature is not known to be right.
    #[error("its signature is not known to be right")]
    NotVouchedFor {
        /// What it is worth.
        signature: Box<ListSignature>,
    },
    /// It is no list.
    #[error(transparent)]
    NotAList(#[from] ListFault),
    /// Reading or writing failed.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// What a folder holds.
#[derive(Debug, Default)]
pub struct Held {
    tables: Vec<Table>,
    /// Names of files that are damaged or cannot be read: their lists are not used.
    pub damaged: Vec<String>,
}

impl Held {
    /// What the list of lists says of itself and of others, where it is kept here.
    #[must_use]
    pub fn list_of_lists(&self) -> Option<TrustedList> {
        let table = self.tables.iter().find(|table| table.kind == super::ListKind::Lists)?;
        Some(table.heading())
    }

    /// The facts of each list.
    pub fn lists(&self) -> impl Iterator<Item = &ListFacts> {
        self.tables.iter().map(|table| &table.facts)
    }

    /// These lists, and those built into the program that are newer or are not among them.
    #[must_use]
    pub fn with_snapshot(self) -> TrustStore {
        let newer = |built_in: &Table| {
            let mut same = self.tables.iter().filter(|held| held.facts.territory == built_in.facts.territory);
            // At the same number the one that was read from the list knows more.
            same.all(|held| held.facts.sequence < built_in.facts.sequence)
        };
        let built_in: Vec<_> = snapshot::tables().into_iter().filter(newer).collect();
        let replaced = |held: &Table| built_in.iter().any(|table| table.facts.territory == held.facts.territory);
        let (mut first, mut others) = (Vec::new(), Vec::new());
        for table in self.tables.iter().filter(|held| !replaced(held)).cloned().chain(built_in.iter().cloned()) {
            if table.facts.territory == "LV" { first.push(table) } else { others.push(table) }
        }
        let mut store = TrustStore::default();
        store.add_all(first.into_iter().chain(others));
        store
    }
}

impl ListFolder {
    /// The lists below `folder`, which need not exist.
    #[must_use]
    pub fn below(folder: &Path) -> Self {
        Self { folder: folder.join(LAYOUT) }
    }

    /// Where the lists are.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.folder
    }

    /// Reads every list. A folder that is not there holds none.
    #[must_use]
    pub fn load(&self) -> Held {
        let mut held = Held::default();
        for path in files::with_extensions(&self.folder, &[EXTENSION], limits::LISTS) {
            let name = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let table = file::read(&path).ok().and_then(Table::parse_shared);
            match table.filter(|table| table.facts.territory == name && table.facts.is_vouched_for()) {
                Some(table) => held.tables.push(table),
                None => held.damaged.push(format!("{name}.{EXTENSION}")),
            }
        }
        held
    }

    /// The facts of one territory's list.
    #[must_use]
    pub fn load_one(&self, territory: &str) -> Option<ListFacts> {
        let table = file::read(&self.file_of(territory)).ok().and_then(Table::parse_shared)?;
        (table.facts.territory == territory && table.facts.is_vouched_for()).then_some(table.facts)
    }

    /// Keeps a list whose signature is known to be right, unless a newer one of its territory is there.
    ///
    /// # Errors
    /// [`FolderFault`]; what was there stays as it was.
    pub fn keep(&self, list: &TrustedList) -> Result<Kept, FolderFault> {
        if !matches!(list.facts.signature, ListSignature::Verified { .. }) {
            return Err(FolderFault::NotVouchedFor { signature: Box::new(list.facts.signature.clone()) });
        }
        let _lock = self.lock()?;
        let held = file::read(&self.file_of(&list.facts.territory))
            .ok()
            .and_then(Table::parse_shared)
            .map(|table| table.facts);
        let kept = match held {
            None => Kept::New,
            Some(held) if is_older(&list.facts, &held) => {
                return Err(FolderFault::Older { held: held.sequence, offered: list.facts.sequence });
            }
            Some(held) if held.sha256 == list.facts.sha256 => return Ok(Kept::Same),
            Some(held) => Kept::Replaced { from: held.sequence },
        };
        file::replace(&self.folder, &name_of(&list.facts.territory), &write_table(list))?;
        Ok(kept)
    }

    /// Reads a list from a file's bytes and keeps it, where its signature is right by the pins or by the list of lists
    /// that is here.
    ///
    /// # Errors
    /// [`FolderFault`]; what was there stays as it was.
    pub fn import(&self, bytes: &[u8], pins: &Pins) -> Result<(ListFacts, Kept), FolderFault> {
        let list = judged(check_list(bytes)?, pins, self.load().list_of_lists().as_ref(), ListOrigin::Import);
        let kept = self.keep(&list)?;
        Ok((list.facts, kept))
    }

    /// What is noted of where lists were fetched.
    #[must_use]
    pub fn notes(&self) -> Vec<Note> {
        notes::read(&self.folder)
    }

    /// Notes where a list was fetched. A note that is lost costs a download.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn note(&self, note: Note) -> io::Result<()> {
        let _lock = self.lock()?;
        notes::write(&self.folder, note)
    }

    fn file_of(&self, territory: &str) -> PathBuf {
        self.folder.join(name_of(territory))
    }

    /// One program at a time changes the folder. Dropping the file gives the lock back, also when a program is killed.
    fn lock(&self) -> io::Result<File> {
        fs::create_dir_all(&self.folder)?;
        let lock = OpenOptions::new().create(true).truncate(false).write(true).open(self.folder.join("lock"))?;
        lock.lock()?;
        Ok(lock)
    }
}

fn name_of(territory: &str) -> String {
    format!("{territory}.{EXTENSION}")
}

/// A list with what its signature is worth by what is known.
#[must_use]
pub fn judged(list: CheckedList, pins: &Pins, lotl: Option<&TrustedList>, origin: ListOrigin) -> TrustedList {
    let signature = worth_by_what_is_known(&list, pins, lotl);
    let CheckedList { mut list, .. } = list;
    list.facts.signature = signature;
    list.facts.origin = origin;
    list
}

/// Numbers count up; a list of the same number may be issued again, but not earlier.
fn is_older(offered: &ListFacts, held: &ListFacts) -> bool {
    (offered.sequence, offered.issued) < (held.sequence, held.issued)
}

#[cfg(test)]
mod tests;
