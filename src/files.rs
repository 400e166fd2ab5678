//! Files that the program keeps between runs: which are there, and writing one so that it is whole or not there.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Files below `folder` with one of these extensions, by name, `most` at the most. A folder that is not there holds none.
pub(crate) fn with_extensions(folder: &Path, extensions: &[&str], most: usize) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let ours = |path: &PathBuf| path.extension().is_some_and(|found| extensions.iter().any(|one| found == *one));
    let mut paths: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).filter(ours).collect();
    paths.sort();
    // After sorting: the same ones in whatever order the system names them.
    paths.truncate(most);
    paths
}

/// Writes a file beside its place and moves it there, so that a reader sees the old one or the new one.
///
/// # Errors
/// Where it cannot be written; what was there stays.
pub(crate) fn write_whole(folder: &Path, name: &str, parts: &[&[u8]]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    // Its own for each program: two at once must not write into one file.
    let beside = folder.join(format!("{name}.{}.new", std::process::id()));
    let written = File::create(&beside).and_then(|mut file| {
        parts.iter().try_for_each(|part| file.write_all(part))?;
        file.sync_all()
    });
    let moved = written.and_then(|()| fs::rename(&beside, folder.join(name)));
    if moved.is_err() {
        // Nothing to do where even this fails: nobody reads files of this name.
        let _ = fs::remove_file(&beside);
    }
    moved
}

/// Whether something that stands at the place may go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Existing {
    Stays,
    IsReplaced,
}

/// A file that is being written beside its place, to be moved there when it is whole. Where it never is, nothing is left behind.
pub(crate) struct Unfinished {
    place: PathBuf,
    beside: PathBuf,
    file: Option<BufWriter<File>>,
    existing: Existing,
}

impl Unfinished {
    /// Begins a file.
    ///
    /// # Errors
    /// Where something stands at its place that stays, or nothing can be written there.
    pub(crate) fn begin(place: &Path, existing: Existing) -> io::Result<Self> {
        let taken = place.symlink_metadata().is_ok();
        if taken && existing == Existing::Stays {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        let name = place.file_name().ok_or(io::ErrorKind::InvalidInput)?.to_string_lossy();
        let beside = place.with_file_name(format!("{name}.{}.new", std::process::id()));
        let file = File::create(&beside)?;
        Ok(Self { place: place.to_owned(), beside, file: Some(BufWriter::new(file)), existing })
    }

    /// It is whole: moves it to its place.
    ///
    /// # Errors
    /// Where it cannot be written to its end or moved; what was there stays.
    pub(crate) fn finish(mut self) -> io::Result<()> {
        let file = self.file.take().ok_or(io::ErrorKind::BrokenPipe)?;
        file.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()?;
        // Moving would replace what appeared there meanwhile.
        if self.existing == Existing::Stays && self.place.symlink_metadata().is_ok() {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        fs::rename(&self.beside, &self.place)
    }
}

impl Write for Unfinished {
    fn write(&mut self, octets: &[u8]) -> io::Result<usize> {
        self.file.as_mut().ok_or(io::ErrorKind::BrokenPipe)?.write(octets)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.as_mut().ok_or(io::ErrorKind::BrokenPipe)?.flush()
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        // After it was moved there is nothing here; nothing to do where even this fails.
        let _ = fs::remove_file(&self.beside);
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use std::io::Write as _;

    use super::{Existing, Unfinished, with_extensions, write_whole};

    #[test]
    fn the_first_files_by_name_are_found_and_no_others() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["c.der", "a.der", "b.crl", "a.new", "der"] {
            fs::write(folder.path().join(name), name).unwrap();
        }
        let found = |extensions: &[&str], most| {
            let paths = with_extensions(folder.path(), extensions, most);
            paths.iter().map(|path| path.file_name().unwrap().to_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(found(&["der"], 9), ["a.der", "c.der"]);
        assert_eq!(found(&["der", "crl"], 2), ["a.der", "b.crl"]);
        assert!(with_extensions(&folder.path().join("none"), &["der"], 9).is_empty());
    }

    #[test]
    fn a_file_is_replaced_whole_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("kept");
        write_whole(&place, "a.der", &[b"old and long"]).unwrap();
        write_whole(&place, "a.der", &[b"ne", b"w"]).unwrap();
        assert_eq!(fs::read(place.join("a.der")).unwrap(), b"new");
        // A folder stands where the file should: what is there stays, and no half is left.
        fs::create_dir_all(place.join("b.der").join("inside")).unwrap();
        assert!(write_whole(&place, "b.der", &[b"new"]).is_err());
        assert_eq!(fs::read_dir(&place).unwrap().count(), 2);
    }

    #[test]
    fn what_is_not_finished_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("table.csv");
        let begin = |existing| Unfinished::begin(&place, existing);
        let mut unfinished = begin(Existing::Stays).unwrap();
        unfinished.write_all(b"half").unwrap();
        drop(unfinished);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        for (text, existing) in [("first", Existing::Stays), ("second", Existing::IsReplaced)] {
            let mut unfinished = begin(existing).unwrap();
            unfinished.write_all(text.as_bytes()).unwrap();
            unfinished.finish().unwrap();
            assert_eq!(fs::read_to_string(&place).unwrap(), text);
        }
        assert!(begin(Existing::Stays).is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
