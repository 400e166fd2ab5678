//! Files that the program keeps between runs: which are there, and writing one so that it is whole or not there.

use std::fs::{self, File};
use std::io::{self, Write as _};
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

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{with_extensions, write_whole};

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
}
