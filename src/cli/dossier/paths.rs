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
            paths.extend(lines(path, words)?);
        } else {
            paths.push(path.clone());
        }
    }
    if let Some(list) = list {
        paths.extend(lines(list, words)?);
    }
    Ok(paths)
}

fn lines(list: &Path, words: &Words) -> Result<Vec<PathBuf>, String> {
    let octets = if list == Path::new(STANDARD) { standard_input() } else { read_file(list, limits::PATH_LIST_BYTES) };
    let octets = octets.map_err(|reason| unexamined(words, list, &reason))?;
    let without_mark = octets.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&octets);
    let lines = without_mark.split(|octet| *octet == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line));
    Ok(lines.filter(|line| !line.is_empty()).map(|line| PathBuf::from(path(line))).collect())
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
