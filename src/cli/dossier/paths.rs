//! What goes in: paths that were named, and those of a list, a line each.

use std::ffi::OsString;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::cli::complaint::unexamined;
use crate::dossier::{Unexamined, read_file};
use crate::limits;
use crate::words::Words;

/// Standard input.
const STANDARD: &str = "-";

/// The paths named, with those of a list in the place of `-`, and those of `list` behind them.
pub(in crate::cli) fn listed(named: &[PathBuf], list: Option<&Path>, words: &Words) -> Result<Vec<PathBuf>, String> {
    let mut paths = Vec::with_capacity(named.len());
    for path in named {
        if path == Path::new(STANDARD) {
            add_lines(path, &mut paths, words)?;
        } else {
            paths.push(path.clone());
        }
    }
    if let Some(list) = list {
        add_lines(list, &mut paths, words)?;
    }
    Ok(paths)
}

/// A list of short lines holds many more paths than its bytes suggest, and each takes memory of its own.
fn add_lines(list: &Path, paths: &mut Vec<PathBuf>, words: &Words) -> Result<(), String> {
    let octets = if list == Path::new(STANDARD) { standard_input() } else { read_file(list, limits::PATH_LIST_BYTES) };
    let octets = octets.map_err(|reason| unexamined(words, list, &reason))?;
    let without_mark = octets.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&octets);
    let lines = without_mark.split(|octet| *octet == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line));
    for line in lines.filter(|line| !line.is_empty()) {
        if paths.len() >= limits::FOLDER_FILES {
            return Err(unexamined(words, list, &Unexamined::TooManyFiles));
        }
        paths.push(PathBuf::from(path(line)));
    }
    Ok(())
}

fn standard_input() -> Result<Vec<u8>, Unexamined> {
    let most = u64::try_from(limits::PATH_LIST_BYTES).unwrap_or(u64::MAX);
    let mut octets = Vec::new();
    let read = io::stdin().lock().take(most.saturating_add(1)).read_to_end(&mut octets);
    read.map_err(|error| Unexamined::from(&error))?;
    if octets.len() > limits::PATH_LIST_BYTES {
        return Err(Unexamined::Limit { limit: format!("{} B", limits::PATH_LIST_BYTES) });
    }
    Ok(octets)
}

/// A path as the system has it: any octets but a line's end.
#[cfg(unix)]
fn path(line: &[u8]) -> OsString {
    use std::os::unix::ffi::OsStringExt as _;

    OsString::from_vec(line.to_vec())
}

#[cfg(not(unix))]
fn path(line: &[u8]) -> OsString {
    OsString::from(String::from_utf8_lossy(line).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn a_list_of_too_many_paths_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let (list, words) = (folder.path().join("list"), Words::new(Language::English));
        let of = |count: usize, named: &[&str]| {
            std::fs::write(&list, "a\n".repeat(count)).unwrap();
            let named: Vec<_> = named.iter().map(PathBuf::from).collect();
            listed(&named, Some(&list), &words).map(|paths| paths.len())
        };
        assert_eq!(of(limits::FOLDER_FILES - 1, &["b"]), Ok(limits::FOLDER_FILES));
        let refused = of(limits::FOLDER_FILES, &["b"]).unwrap_err();
        assert!(refused.contains("too many files"), "{refused}");
    }
}
