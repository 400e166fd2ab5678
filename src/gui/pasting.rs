//! Paths in pasted text: one a line, as file managers copy them. What is no whole path is passed over.

use std::path::{Component, Path, PathBuf, Prefix};

use crate::limits;

/// Whole paths in a text: plain, in quotation marks, or as `file:` addresses (RFC 8089).
pub(super) fn paths(text: &str) -> Vec<PathBuf> {
    if text.len() > limits::PASTED_BYTES {
        return Vec::new();
    }
    text.lines().filter_map(path).take(limits::HANDED_PATHS).collect()
}

fn path(line: &str) -> Option<PathBuf> {
    let line = unquoted(line.trim());
    let path = match scheme(line) {
        Some(rest) => of_address(rest)?,
        None => PathBuf::from(line),
    };
    let sensible = path.is_absolute() && is_here(&path) && !path.as_os_str().as_encoded_bytes().contains(&0);
    (sensible && path.as_os_str().len() <= limits::PATH_BYTES).then_some(path)
}

/// Whether a path leads to no other computer: looking at one there tells it who the reader is.
pub(super) fn is_here(path: &Path) -> bool {
    match path.components().next() {
        Some(Component::Prefix(prefix)) => matches!(prefix.kind(), Prefix::Disk(_) | Prefix::VerbatimDisk(_)),
        _ => true,
    }
}

/// Windows copies paths in straight quotation marks, shells in either kind.
fn unquoted(line: &str) -> &str {
    let within = |mark| line.strip_prefix(mark)?.strip_suffix(mark);
    within('"').or_else(|| within('\'')).unwrap_or(line)
}

/// What follows `file:`.
fn scheme(line: &str) -> Option<&str> {
    let (scheme, rest) = line.split_once(':')?;
    scheme.eq_ignore_ascii_case("file").then_some(rest)
}

/// The path of an address; `None` where it lies on another computer or is no text.
fn of_address(rest: &str) -> Option<PathBuf> {
    let path = match rest.strip_prefix("//") {
        Some(rest) => {
            let (host, _) = rest.split_once('/')?;
            let here = host.is_empty() || host.eq_ignore_ascii_case("localhost");
            rest.get(host.len()..).filter(|_| here)?
        }
        None => rest,
    };
    // A query or a fragment is no part of a file's name: written out, `?` and `#` would be escaped.
    let path = path.split(['?', '#']).next()?;
    Some(of_octets(unescaped(path)?)?.into())
}

/// `%C5%86` becomes the octets it stands for.
fn unescaped(text: &str) -> Option<Vec<u8>> {
    let mut octets = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        if *first != b'%' {
            octets.push(*first);
            rest = after;
            continue;
        }
        let [high, low, after @ ..] = after else { return None };
        let digit = |octet: u8| char::from(octet).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        octets.push(digit(*high)? << 4 | digit(*low)?);
        rest = after;
    }
    Some(octets)
}

#[cfg(unix)]
#[allow(clippy::unnecessary_wraps)] // Elsewhere not all octets are a path.
fn of_octets(octets: Vec<u8>) -> Option<std::ffi::OsString> {
    use std::os::unix::ffi::OsStringExt as _;
    Some(std::ffi::OsString::from_vec(octets))
}

/// `/C:/folder/file` is `C:/folder/file`.
#[cfg(not(unix))]
fn of_octets(octets: Vec<u8>) -> Option<std::ffi::OsString> {
    let text = String::from_utf8(octets).ok()?;
    let drive = text.strip_prefix('/').filter(|rest| rest.get(1..2) == Some(":"));
    Some(drive.unwrap_or(&text).to_owned().into())
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> Vec<String> {
        paths(text).into_iter().map(|path| path.to_string_lossy().into_owned()).collect()
    }

    #[test]
    fn paths_come_one_a_line_plain_or_in_quotation_marks() {
        assert_eq!(read("/a/b.edoc\n/c d/e.edoc\r\n\n  /f.edoc  "), ["/a/b.edoc", "/c d/e.edoc", "/f.edoc"]);
        assert_eq!(read("\"/a b.edoc\"\n'/c d.edoc'"), ["/a b.edoc", "/c d.edoc"]);
        assert_eq!(read("/it's.edoc\n/a\""), ["/it's.edoc", "/a\""], "a mark within is part of the name");
    }

    #[test]
    fn addresses_of_files_are_paths() {
        assert_eq!(read("file:///home/%C5%85ina%20Ozola.edoc"), ["/home/Ņina Ozola.edoc"]);
        assert_eq!(read("FILE://localhost/a.edoc\nfile:/b.edoc"), ["/a.edoc", "/b.edoc"]);
        assert_eq!(read("copy\nfile:///a%23b.edoc"), ["/a#b.edoc"], "as one file manager copies them");
        assert_eq!(read("file:///a.edoc#page=2"), ["/a.edoc"]);
    }

    #[test]
    fn what_is_no_whole_path_is_passed_over() {
        for text in [
            "",
            "87,50 %",
            "a.edoc",
            "./a.edoc",
            "~/a.edoc",
            "\"\"",
            "https://example.org/a.edoc",
            "file://server/share/a.edoc",
            "file:///a%2",
            "file:///a%zz",
            "file:///a%00b",
            "file:a.edoc",
            "file://",
            "/a\0b",
        ] {
            assert_eq!(read(text), [""; 0], "{text:?}");
        }
        assert_eq!(read("Sveiki!\n/a.edoc\nAr cieņu"), ["/a.edoc"]);
    }

    #[test]
    fn there_is_an_end_to_it() {
        assert_eq!(paths(&"/a\n".repeat(limits::HANDED_PATHS + 5)).len(), limits::HANDED_PATHS);
        assert_eq!(paths(&"/a\n".repeat(limits::PASTED_BYTES)).len(), 0);
        assert_eq!(paths(&format!("/{}", "x".repeat(limits::PATH_BYTES))).len(), 0);
    }

    proptest! {
        #[test]
        fn every_path_that_is_found_is_whole(text in "(file:|/|%|[a-z]|\\PC|\n|\"|'){0,60}") {
            for path in paths(&text) {
                prop_assert!(path.is_absolute());
            }
        }
    }
}
