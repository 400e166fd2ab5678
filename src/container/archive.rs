//! The ZIP archive: central directory cross-checked with local headers (rules Z1 to Z13 of `docs/policy.md`).
//!
//! The order of the work: end record, central directory, names, limits, local headers and layout. Contents are
//! expanded later, each once, with length and checksum compared. Nothing is ever extracted to disk here (Z13), and
//! nothing is read by following local headers alone (Z12).

mod contents;
mod directory;
mod fault;
mod fields;
mod local;
mod loose;
mod names;

use std::sync::atomic::AtomicBool;

pub use fault::{ArchiveFault, HeaderField, NameDanger};
pub use names::NameTrick;

use super::{ContainerError, ContainerFinding, Source};
use crate::limits;

pub(super) use directory::{ends_like_an_archive, limit};
pub(super) use loose::{LooseDirectory, LooseName};

/// Contents of an entry could not be had.
#[derive(Debug, thiserror::Error)]
pub enum ContentError {
    /// The entry contradicts the directory: the archive is refused.
    #[error(transparent)]
    Refused(#[from] ArchiveFault),
    /// Our failure.
    #[error(transparent)]
    Container(#[from] ContainerError),
}

impl From<std::io::Error> for ContentError {
    fn from(error: std::io::Error) -> Self {
        Self::Container(error.into())
    }
}

/// An archive in which every reader sees the same entries.
pub(super) struct Archive<'s> {
    source: &'s dyn Source,
    /// In the order of the central directory.
    pub(super) entries: Vec<Entry>,
    /// The comment of the whole archive.
    pub(super) comment: Option<String>,
    /// Which entries were expanded to their end.
    read_whole: Vec<AtomicBool>,
}

/// An entry, as the central directory describes it and the local header confirms.
pub(super) struct Entry {
    pub(super) name: String,
    pub(super) comment: Option<String>,
    /// Whether there are extra fields.
    pub(super) extra: bool,
    pub(super) method: Method,
    pub(super) checksum: u32,
    compressed: u64,
    pub(super) size: u64,
    /// Where the local header begins.
    pub(super) offset: u64,
    /// Where the content begins.
    data: u64,
}

/// How content is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Method {
    #[default]
    Stored,
    Deflated,
}

impl Entry {
    pub(super) fn is_folder(&self) -> bool {
        self.name.ends_with('/')
    }
}

impl<'s> Archive<'s> {
    /// Reads the directory of an archive.
    pub(super) fn open(source: &'s dyn Source, findings: &mut Vec<ContainerFinding>) -> Result<Self, ContentError> {
        let end = directory::end_record(source, limits::ARCHIVE_ENTRIES)?;
        let records = directory::records(source, &end)?;
        names::unique(records.iter().map(|record| record.name.as_str()))?;
        within_limits(&records, source.len())?;
        for record in &records {
            name_findings(record, findings);
        }
        for (first, second) in names::collisions(records.iter().map(|record| record.name.as_str())) {
            findings.push(ContainerFinding::NamesCollide { first, second });
        }
        let entries = local::locate(source, records, end.start, findings)?;
        for entry in entries.iter().filter(|entry| entry.is_folder() && entry.size > 0) {
            findings.push(ContainerFinding::FolderWithContent { name: entry.name.clone() });
        }
        let comment = names::comment(&end.comment);
        let read_whole = entries.iter().map(|_| AtomicBool::new(false)).collect();
        Ok(Self { source, entries, comment, read_whole })
    }

    /// Which entry has exactly this name.
    pub(super) fn find(&self, name: &str) -> Option<usize> {
        self.entries.iter().position(|entry| entry.name == name)
    }
}

/// Z8, by what the directory states: expanding holds it to its word.
fn within_limits(records: &[directory::Record], archive: u64) -> Result<(), ContainerError> {
    let mut total: u64 = 0;
    for record in records {
        if record.size > limits::ENTRY_BYTES {
            return Err(limit("bytes of one entry", limits::ENTRY_BYTES));
        }
        ratio(record.size, record.compressed)?;
        total = total.saturating_add(record.size);
    }
    if total > limits::ARCHIVE_BYTES {
        return Err(limit("expanded bytes of an archive", limits::ARCHIVE_BYTES));
    }
    ratio(total, archive)
}

fn ratio(expanded: u64, compressed: u64) -> Result<(), ContainerError> {
    let most = compressed.saturating_mul(limits::EXPANSION_RATIO);
    if expanded > limits::EXPANSION_FREE_BYTES && expanded > most {
        return Err(limit("times expansion", limits::EXPANSION_RATIO));
    }
    Ok(())
}

fn name_findings(record: &directory::Record, findings: &mut Vec<ContainerFinding>) {
    let name = || record.name.clone();
    if let Some(trick) = names::trick(&record.name) {
        findings.push(ContainerFinding::NameDeceptive { name: name(), trick });
    }
    if record.encoding == names::Encoding::CodePage437 {
        findings.push(ContainerFinding::NameNotUtf8 { name: name() });
    }
}
