//! Files that the program keeps between runs: which are there, and writing one so that it is whole or not there.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

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

/// The folder that a file stands in or will stand in.
pub(crate) fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Who may read a file that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Readers {
    /// Whoever the system lets read new files.
    Usual,
    /// Nobody but the user.
    #[cfg_attr(not(feature = "gui"), allow(dead_code))] // Only the window keeps what is nobody else's business.
    Owner,
}

/// Writes a file beside its place and moves it there, so that a reader sees the old one or the new one.
///
/// # Errors
/// Where it cannot be written; what was there stays.
pub(crate) fn write_whole(folder: &Path, name: &str, parts: &[&[u8]]) -> io::Result<()> {
    write_whole_for(Readers::Usual, folder, name, parts)
}

/// The same, for these readers. Windows keeps the user's folders from others by itself.
///
/// # Errors
/// Where it cannot be written; what was there stays.
pub(crate) fn write_whole_for(readers: Readers, folder: &Path, name: &str, parts: &[&[u8]]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    write_whole_at(readers, Existing::Replaced, &folder.join(name), parts)
}

/// Writes a file in a folder that is there, for these readers; what stands at its place is treated so.
///
/// # Errors
/// Where it cannot be written, or something stands there that stays; what was there stays.
pub(crate) fn write_whole_at(readers: Readers, existing: Existing, place: &Path, parts: &[&[u8]]) -> io::Result<()> {
    let mut unfinished = Unfinished::begin_for(readers, place, existing)?;
    parts.iter().try_for_each(|part| unfinished.write_all(part))?;
    unfinished.finish()
}

/// Moves a file that cannot be used out of the way, beside its place and under a name that says so. Nothing is overwritten.
///
/// # Errors
/// Where it cannot be moved, or a hundred files stand beside it already.
#[cfg_attr(not(feature = "gui"), allow(dead_code))] // What the command line cannot read it names and leaves.
pub(crate) fn set_aside(path: &Path) -> io::Result<PathBuf> {
    let free = |path: &PathBuf| fs::symlink_metadata(path).is_err_and(|error| error.kind() == io::ErrorKind::NotFound);
    let target = set_aside_names(path).find(free).ok_or(io::ErrorKind::AlreadyExists)?;
    fs::rename(path, &target)?;
    Ok(target)
}

/// Under which names such a file can be.
#[cfg_attr(not(feature = "gui"), allow(dead_code))]
pub(crate) fn set_aside_names(path: &Path) -> impl Iterator<Item = PathBuf> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    (1..=100).map(move |number| path.with_file_name(format!("{name}.set-aside-{number}")))
}

/// What becomes of a file that stands at the place already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    /// It stays, and nothing is written.
    Stays,
    /// It is replaced: a person has said so, or it is the program's own.
    Replaced,
}

/// A file that is being written beside its place, to be moved there when it is whole. Where it never is, nothing is left behind.
pub(crate) struct Unfinished {
    place: PathBuf,
    beside: PathBuf,
    file: Option<BufWriter<File>>,
    existing: Existing,
}

/// Tells unfinished files of one program apart.
static NEXT: AtomicU32 = AtomicU32::new(0);

/// Names that are tried for one file: those of programs that crashed may be taken.
const ATTEMPTS: usize = 100;

impl Unfinished {
    /// Begins a file.
    ///
    /// # Errors
    /// Where something stands at its place that stays, or nothing can be written there.
    pub(crate) fn begin(place: &Path, existing: Existing) -> io::Result<Self> {
        Self::begin_for(Readers::Usual, place, existing)
    }

    fn begin_for(readers: Readers, place: &Path, existing: Existing) -> io::Result<Self> {
        if existing == Existing::Stays && place.symlink_metadata().is_ok() {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        if place.file_name().is_none() {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        let (beside, file) = create_beside(place, readers)?;
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

/// A file of its own beside a place. What has its name, be it a link that somebody laid there, is left alone.
fn create_beside(place: &Path, readers: Readers) -> io::Result<(PathBuf, File)> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    if readers == Readers::Owner {
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    }
    #[cfg(not(unix))]
    let _ = readers;
    for _ in 0..ATTEMPTS {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let beside = place.with_file_name(format!(".edoc-{}-{number}.part", std::process::id()));
        match options.open(&beside) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            opened => return opened.map(|file| (beside, file)),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
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

    use super::{Existing, NEXT, Readers, Unfinished, set_aside, with_extensions, write_whole, write_whole_for};

    #[test]
    #[cfg(unix)]
    fn what_is_the_users_own_nobody_else_may_read() {
        use std::os::unix::fs::PermissionsExt as _;

        let folder = tempfile::tempdir().unwrap();
        let mode = |name: &str| fs::metadata(folder.path().join(name)).unwrap().permissions().mode() & 0o777;
        write_whole(folder.path(), "for-all", &[b"a"]).unwrap();
        // One that was readable becomes the user's own.
        write_whole(folder.path(), "own", &[b"a"]).unwrap();
        write_whole_for(Readers::Owner, folder.path(), "own", &[b"b"]).unwrap();
        assert_eq!(mode("own"), 0o600);
        assert_ne!(mode("for-all") & 0o400, 0);
    }

    #[test]
    fn what_is_set_aside_overwrites_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.toml");
        for (text, expected) in [("one", "a.toml.set-aside-1"), ("two", "a.toml.set-aside-2")] {
            fs::write(&path, text).unwrap();
            let moved = set_aside(&path).unwrap();
            assert_eq!(moved, folder.path().join(expected));
            assert!(!path.exists());
        }
        assert_eq!(fs::read(folder.path().join("a.toml.set-aside-1")).unwrap(), b"one");
        assert_eq!(fs::read(folder.path().join("a.toml.set-aside-2")).unwrap(), b"two");
        assert!(set_aside(&path).is_err(), "what is not there cannot be moved");
    }

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
    #[cfg(unix)]
    fn a_link_beside_the_place_is_not_written_through() {
        let folder = tempfile::tempdir().unwrap();
        let (place, other) = (folder.path().join("table.csv"), folder.path().join("somebody-s-own"));
        fs::write(&other, "untouched").unwrap();
        let beside = folder.path().join(format!("table.csv.{}.new", std::process::id()));
        std::os::unix::fs::symlink(&other, &beside).unwrap();
        let mut unfinished = Unfinished::begin(&place, Existing::Stays).unwrap();
        unfinished.write_all(b"table").unwrap();
        unfinished.finish().unwrap();
        assert_eq!(fs::read_to_string(&other).unwrap(), "untouched");
        assert_eq!(fs::read_to_string(&place).unwrap(), "table");
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
        for (text, existing) in [("first", Existing::Stays), ("second", Existing::Replaced)] {
            let mut unfinished = begin(existing).unwrap();
            unfinished.write_all(text.as_bytes()).unwrap();
            unfinished.finish().unwrap();
            assert_eq!(fs::read_to_string(&place).unwrap(), text);
        }
        assert!(begin(Existing::Stays).is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    #[cfg(unix)]
    fn what_lies_beside_a_place_is_left_alone() {
        use std::sync::atomic::Ordering;

        let folder = tempfile::tempdir().unwrap();
        let (dear, place) = (folder.path().join("dear"), folder.path().join("table.csv"));
        fs::write(&dear, "dear").unwrap();
        // Other tests take numbers too: enough names for all of them, each a link to what is dear.
        let next = NEXT.load(Ordering::Relaxed);
        for number in next..next + 50 {
            let name = format!(".edoc-{}-{number}.part", std::process::id());
            std::os::unix::fs::symlink(&dear, folder.path().join(name)).unwrap();
        }
        let mut unfinished = Unfinished::begin(&place, Existing::Stays).unwrap();
        unfinished.write_all(b"whole").unwrap();
        unfinished.finish().unwrap();
        write_whole(folder.path(), "kept", &[b"kept"]).unwrap();
        assert_eq!(fs::read(&dear).unwrap(), b"dear");
        assert_eq!(
            (fs::read(&place).unwrap(), fs::read(folder.path().join("kept")).unwrap()),
            (b"whole".to_vec(), b"kept".to_vec())
        );
    }
}
