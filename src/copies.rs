//! Documents copied out of a container: safe names only, nothing unfinished left behind, the container never written to.

mod mark;
mod names;
mod private;

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use crate::container::{self, Container, ContentError, Document, Opened};
use crate::crypto::{DigestAlgorithm, Hasher};
use crate::dossier::{Unexamined, file_holding, open_source};
use crate::files::Unfinished;
use crate::report::{DocumentReport, Report};

pub use crate::files::Existing;
pub use names::{safe_name, targets};
pub use private::PrivateCopies;

/// Why a document was not copied.
#[derive(Debug, thiserror::Error)]
pub enum Stopped {
    /// The container does not give it.
    #[error(transparent)]
    Content(#[from] ContentError),
    /// It could not be written.
    #[error(transparent)]
    Writing(#[from] io::Error),
    /// The file is another one than was judged, or has no such document any more.
    #[error("the file is not the one that was judged")]
    AnotherFile,
}

/// The octets of a document, where the file still holds what was judged.
///
/// # Errors
/// [`Stopped`] where it does not, or cannot be read.
pub fn content(file: &Path, judged: &DocumentReport, limit: u64) -> Result<Vec<u8>, Stopped> {
    let octets = with_document(file, judged, |container, document| Ok(container.read_document(document, limit)?))?;
    let mut hasher = Hasher::new(DigestAlgorithm::Sha256);
    hasher.update(&octets);
    same(hasher, judged).map(|()| octets)
}

/// Copies one document to a place that a person has chosen.
///
/// # Errors
/// [`Stopped`]; nothing is left behind then.
pub fn save(file: &Path, judged: &DocumentReport, target: &Path) -> Result<(), Stopped> {
    let original = fs::canonicalize(file_holding(file))?;
    if fs::canonicalize(target).is_ok_and(|target| target == original) {
        return Err(Stopped::Writing(io::ErrorKind::PermissionDenied.into()));
    }
    with_document(file, judged, |container, document| place(container, document, target, Existing::Replaced, judged))?;
    mark::carry_over(file_holding(file), target);
    Ok(())
}

/// Copies every document into a folder; nothing there is replaced. Says how many were written.
///
/// # Errors
/// [`Stopped`] at the first that could not be; those before it stay.
pub fn save_all(file: &Path, report: &Report, folder: &Path) -> Result<usize, Stopped> {
    let source = open_source(file).map_err(|reason| unreadable(&reason))?;
    let Opened::Container(container) = container::open(&source).map_err(ContentError::from)? else {
        return Err(Stopped::AnotherFile);
    };
    let targets = targets(&container.documents, folder);
    if targets.iter().any(|target| target.symlink_metadata().is_ok()) {
        return Err(Stopped::Writing(io::ErrorKind::AlreadyExists.into()));
    }
    for (document, target) in container.documents.iter().zip(&targets) {
        let judged = report.documents.iter().find(|one| one.name == document.name).ok_or(Stopped::AnotherFile)?;
        place(&container, document, target, Existing::Stays, judged)?;
        mark::carry_over(file_holding(file), target);
    }
    Ok(targets.len())
}

/// Writes beside the target and moves it there: a file under its own name is always whole.
///
/// # Errors
/// [`Stopped`]; nothing is left behind then.
pub fn place(
    container: &Container<'_>,
    document: &Document,
    target: &Path,
    existing: Existing,
    judged: &DocumentReport,
) -> Result<(), Stopped> {
    let mut unfinished = Unfinished::begin(target, existing)?;
    fill(container, document, &mut unfinished, judged)?;
    Ok(unfinished.finish()?)
}

/// Writes a document block by block: its size does not matter to memory.
fn fill(
    container: &Container<'_>,
    document: &Document,
    file: &mut Unfinished,
    judged: &DocumentReport,
) -> Result<(), Stopped> {
    let mut writing = Ok(());
    let mut hasher = Hasher::new(DigestAlgorithm::Sha256);
    let mut sink = |block: &[u8]| {
        hasher.update(block);
        if writing.is_ok() {
            writing = file.write_all(block);
        }
    };
    container.expand_document(document, &mut sink)?;
    writing?;
    same(hasher, judged)
}

fn with_document<T>(
    file: &Path,
    judged: &DocumentReport,
    work: impl FnOnce(&Container<'_>, &Document) -> Result<T, Stopped>,
) -> Result<T, Stopped> {
    let source = open_source(file).map_err(|reason| unreadable(&reason))?;
    let Opened::Container(container) = container::open(&source).map_err(ContentError::from)? else {
        return Err(Stopped::AnotherFile);
    };
    let document = container.document(&judged.name).ok_or(Stopped::AnotherFile)?;
    work(&container, document)
}

/// What is copied is what was judged, whatever happened to the file since.
fn same(hasher: Hasher, judged: &DocumentReport) -> Result<(), Stopped> {
    if hasher.finish() == judged.sha256.0 { Ok(()) } else { Err(Stopped::AnotherFile) }
}

fn unreadable(reason: &Unexamined) -> Stopped {
    match reason {
        Unexamined::NotFound => Stopped::AnotherFile,
        other => Stopped::Writing(io::Error::other(other.to_string())),
    }
}

#[cfg(test)]
mod tests;
