//! Archives that are no containers: files sent together, each of which is judged by itself.
//!
//! Our own reader of archives serves here too, entry by entry, rather than the `zip` crate: it sees two entries under one name where
//! that crate keeps the last, compares each entry with its local header, and its faults have sentences already.

use std::collections::HashSet;

use super::archive::{LooseName, loose_content, loose_names};
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

/// The files of an archive that is neither a container nor another package (ASiC, EDOC, OpenDocument, Office, EPUB, JAR): by
/// path, each path once. `None` for everything else.
///
/// # Errors
/// [`ContentError`] where it is an archive whose directory cannot be read.
pub fn bundle(source: &dyn Source) -> Result<Option<Vec<Bundled>>, ContentError> {
    if !matches!(by_octets(source)?, Kind::Archive) {
        return Ok(None);
    }
    let mut names = loose_names(source)?;
    if names.iter().any(|name| marks_a_package(name.path.as_bytes())) {
        return Ok(None);
    }
    names.sort_by(|one, other| one.path.split('/').cmp(other.path.split('/')));
    let mut seen = HashSet::new();
    let each_once = names.into_iter().filter(|name| seen.insert(name.path.clone()));
    Ok(Some(each_once.map(|LooseName { path, size }| Bundled { path, size }).collect()))
}

/// The content of one file of a bundle, at most [`limits::BUNDLED_FILE_BYTES`].
///
/// # Errors
/// [`ContentError`]: `NotFound` where there is no such file; a fault where the entry breaks a rule, is encrypted or damaged, or has
/// a dangerous name or one that occurs twice.
pub fn bundled(source: &dyn Source, path: &str) -> Result<Vec<u8>, ContentError> {
    if !matches!(by_octets(source)?, Kind::Archive) {
        return Err(std::io::Error::from(std::io::ErrorKind::NotFound).into());
    }
    loose_content(source, path, limits::BUNDLED_FILE_BYTES, marks_a_package)
}

/// Whether a name is what a container or another package has at its top, and a bundle of files has not.
fn marks_a_package(name: &[u8]) -> bool {
    let whole = ["mimetype", "[Content_Types].xml"].iter().any(|known| name.eq_ignore_ascii_case(known.as_bytes()));
    let folder = b"META-INF/";
    whole || name.get(..folder.len()).is_some_and(|start| start.eq_ignore_ascii_case(folder))
}
