//! Archives that are no containers: files sent together, each of which is judged by itself.
//!
//! Our own reader of archives serves here too, entry by entry, rather than the `zip` crate: it sees two entries under one name where
//! that crate keeps the last, compares each entry with its local header, and its faults have sentences already.

use super::archive::{LooseDirectory, LooseName};
use super::recognise::{Kind, by_octets};
use super::{ContentError, Source};
use crate::limits;

/// A file in a bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundled {
    /// Its name with `/` between folders; of a dangerous name, one segment that stands for it. Never absolute, never upwards.
    pub path: String,
    /// Expanded size in bytes, as the archive states it.
    pub size: u64,
}

/// An archive that is neither a container nor another package (ASiC, EDOC, OpenDocument, Office, EPUB, JAR): its directory, read once
/// for all its files.
pub struct Bundle(LooseDirectory);

impl Bundle {
    /// `None` for everything that is no such archive.
    ///
    /// # Errors
    /// [`ContentError`] where it is an archive whose directory cannot be read.
    pub fn read(source: &dyn Source) -> Result<Option<Self>, ContentError> {
        if !matches!(by_octets(source)?, Kind::Archive) {
            return Ok(None);
        }
        Ok(LooseDirectory::read(source, marks_a_package)?.map(Self))
    }

    /// Its files by path, each path once.
    #[must_use]
    pub fn files(&self) -> Vec<Bundled> {
        let mut names: Vec<&LooseName> = self.0.names().iter().collect();
        names.sort_by(|one, other| one.path.split('/').cmp(other.path.split('/')));
        names.dedup_by(|next, one| next.path == one.path);
        names.into_iter().map(|name| Bundled { path: name.path.clone(), size: name.size }).collect()
    }

    /// The content of one file, at most [`limits::BUNDLED_FILE_BYTES`]. `source` is the archive that was read: of another one an
    /// entry that is not where it was is refused.
    ///
    /// # Errors
    /// [`ContentError`]: `NotFound` where there is no such file; a fault where the entry breaks a rule, is encrypted or damaged, or
    /// has a dangerous name or one that occurs twice.
    pub fn content(&self, source: &dyn Source, path: &str) -> Result<Vec<u8>, ContentError> {
        self.0.content(source, path, limits::BUNDLED_FILE_BYTES)
    }
}

/// The files of an archive of files, by path; `None` for everything else.
///
/// # Errors
/// As [`Bundle::read`].
pub fn bundle(source: &dyn Source) -> Result<Option<Vec<Bundled>>, ContentError> {
    Ok(Bundle::read(source)?.map(|bundle| bundle.files()))
}

/// The content of one file of a bundle. Of several, [`Bundle`] reads the directory once.
///
/// # Errors
/// As [`Bundle::read`] and [`Bundle::content`].
pub fn bundled(source: &dyn Source, path: &str) -> Result<Vec<u8>, ContentError> {
    match Bundle::read(source)? {
        Some(bundle) => bundle.content(source, path),
        None => Err(std::io::Error::from(std::io::ErrorKind::NotFound).into()),
    }
}

/// Whether a name is what a container or another package has at its top, and a bundle of files has not.
fn marks_a_package(name: &[u8]) -> bool {
    let whole = ["mimetype", "[Content_Types].xml"].iter().any(|known| name.eq_ignore_ascii_case(known.as_bytes()));
    let folder = b"META-INF/";
    whole || name.get(..folder.len()).is_some_and(|start| start.eq_ignore_ascii_case(folder))
}
