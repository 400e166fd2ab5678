//! The octets a path stands for: an ordinary file, or a file within an archive of files (`archive.zip/folder/name.edoc`).
//!
//! Nothing is ever written to disk for the latter, and no path is made of a dangerous name.

use std::cell::RefCell;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::time::SystemTime;

use super::Unexamined;
use crate::container::{Bundle, Bytes, ContentError, FileSource, Source};

/// What was opened.
#[derive(Debug)]
pub enum Octets {
    /// A file, read in place.
    File(FileSource),
    /// A file out of an archive, in memory; at most [`crate::limits::BUNDLED_FILE_BYTES`].
    Bundled(Vec<u8>),
}

impl Source for Octets {
    fn len(&self) -> u64 {
        match self {
            Self::File(file) => file.len(),
            Self::Bundled(content) => Bytes(content).len(),
        }
    }

    fn read_exact_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<()> {
        match self {
            Self::File(file) => file.read_exact_at(offset, buffer),
            Self::Bundled(content) => Bytes(content).read_exact_at(offset, buffer),
        }
    }
}

/// Opens an ordinary file, or a file within an archive, for reading at positions; nothing is ever written to.
///
/// # Errors
/// [`Unexamined`] where there is none, or it may not or cannot be read.
pub fn open_source(path: &Path) -> Result<Octets, Unexamined> {
    let error = match FileSource::open(path) {
        Ok(file) => return Ok(Octets::File(file)),
        Err(error) => Unexamined::from(&error),
    };
    match within(path).filter(|_| error == Unexamined::NotFound) {
        Some((archive, inner)) => {
            let source = FileSource::open(archive).map_err(|error| Unexamined::from(&error))?;
            Ok(Octets::Bundled(LAST.with_borrow_mut(|last| content(last, archive, &source, &inner))?))
        }
        None => Err(error),
    }
}

/// The directory of the archive that a thread looked into last: the files of one archive are judged one after another, and reading its
/// directory anew for each would grow with the square of their number.
struct Last {
    path: PathBuf,
    length: u64,
    modified: SystemTime,
    bundle: Bundle,
}

thread_local! {
    static LAST: RefCell<Option<Last>> = const { RefCell::new(None) };
}

/// A file out of an archive. Where the archive became another one of the same length and time, an entry that is not where the directory
/// had it is refused, and nothing else is taken for it.
fn content(last: &mut Option<Last>, path: &Path, source: &FileSource, inner: &str) -> Result<Vec<u8>, ContentError> {
    let (length, modified) = (source.len(), source.modified());
    let same = |known: &Last| known.path == path && known.length == length && Some(known.modified) == modified;
    if let Some(known) = last.as_ref().filter(|known| same(known)) {
        return known.bundle.content(source, inner);
    }
    *last = None;
    let bundle = Bundle::read(source)?.ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))?;
    let content = bundle.content(source, inner);
    *last = modified.map(|modified| Last { path: path.to_owned(), length, modified, bundle });
    content
}

/// The ordinary file that holds the octets of a path: the archive around it, else the path itself.
#[must_use]
pub fn file_holding(path: &Path) -> &Path {
    if path.symlink_metadata().is_ok() { path } else { within(path).map_or(path, |(archive, _)| archive) }
}

/// The nearest file on the way to a path, and the way on from there.
fn within(path: &Path) -> Option<(&Path, String)> {
    let archive = path.ancestors().skip(1).find(|ancestor| ancestor.is_file())?;
    let mut inner = Vec::new();
    for component in path.strip_prefix(archive).ok()?.components() {
        let Component::Normal(segment) = component else { return None };
        inner.push(segment.to_str()?);
    }
    Some((archive, inner.join("/")))
}
