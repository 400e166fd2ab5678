//! What a start says to an open window: a greeting with the form's number, how many paths, then each with its length.

use std::io::Read;
use std::path::{Path, PathBuf};

use crate::limits;

/// The greeting. A form that differs has another number, and is refused.
const GREETING: &[u8; 8] = b"zimogs 1";

/// What was said is not to be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// It ended early, or came too slowly.
    Ended,
    /// It is not of this form.
    Form,
    /// There is more of it than `limits` allow.
    Limit,
    /// A path that is not whole: it would mean another file here.
    Path,
}

/// The octets that hand these paths over; `None` where they are too many, too long or not whole.
pub(super) fn written(paths: &[PathBuf]) -> Option<Vec<u8>> {
    let mut message = GREETING.to_vec();
    message.extend(u32::try_from(paths.len()).ok()?.to_le_bytes());
    for path in paths {
        let octets = octets(path).filter(|octets| is_whole(path) && octets.len() <= limits::PATH_BYTES)?;
        message.extend(u32::try_from(octets.len()).ok()?.to_le_bytes());
        message.extend(octets);
    }
    (paths.len() <= limits::HANDED_PATHS && message.len() <= limits::HANDED_BYTES).then_some(message)
}

/// Reads what was said.
pub(super) fn read(from: &mut impl Read) -> Result<Vec<PathBuf>, Refused> {
    let mut greeting = [0; GREETING.len()];
    from.read_exact(&mut greeting).map_err(|_| Refused::Ended)?;
    if greeting != *GREETING {
        return Err(Refused::Form);
    }
    let count = number(from)?;
    if count > limits::HANDED_PATHS {
        return Err(Refused::Limit);
    }
    let (mut paths, mut all) = (Vec::new(), 0usize);
    for _ in 0..count {
        let length = number(from)?;
        all = all.saturating_add(length);
        if length > limits::PATH_BYTES || all > limits::HANDED_BYTES {
            return Err(Refused::Limit);
        }
        let mut octets = vec![0; length];
        from.read_exact(&mut octets).map_err(|_| Refused::Ended)?;
        paths.push(path(octets).filter(|path| is_whole(path)).ok_or(Refused::Path)?);
    }
    Ok(paths)
}

fn number(from: &mut impl Read) -> Result<usize, Refused> {
    let mut octets = [0; 4];
    from.read_exact(&mut octets).map_err(|_| Refused::Ended)?;
    usize::try_from(u32::from_le_bytes(octets)).map_err(|_| Refused::Limit)
}

/// No system takes a zero octet in a path.
fn is_whole(path: &Path) -> bool {
    path.is_absolute() && !path.as_os_str().as_encoded_bytes().contains(&0)
}

#[cfg(unix)]
#[allow(clippy::unnecessary_wraps)] // Elsewhere not every path has octets.
fn octets(path: &Path) -> Option<&[u8]> {
    use std::os::unix::ffi::OsStrExt as _;
    Some(path.as_os_str().as_bytes())
}

#[cfg(not(unix))]
fn octets(path: &Path) -> Option<&[u8]> {
    path.to_str().map(str::as_bytes)
}

#[cfg(unix)]
#[allow(clippy::unnecessary_wraps)] // Elsewhere not all octets are a path.
fn path(octets: Vec<u8>) -> Option<PathBuf> {
    use std::os::unix::ffi::OsStringExt as _;
    Some(std::ffi::OsString::from_vec(octets).into())
}

#[cfg(not(unix))]
fn path(octets: Vec<u8>) -> Option<PathBuf> {
    String::from_utf8(octets).ok().map(PathBuf::from)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn whole(name: &str) -> PathBuf {
        std::path::absolute(name).unwrap()
    }

    fn said(octets: &[u8]) -> Result<Vec<PathBuf>, Refused> {
        read(&mut &octets[..])
    }

    #[test]
    fn what_is_written_is_read() {
        for paths in [vec![], vec![whole("a.edoc")], vec![whole("Ņina Ozola.edoc"), whole("mape")]] {
            assert_eq!(said(&written(&paths).unwrap()), Ok(paths));
        }
    }

    #[test]
    #[cfg(unix)]
    fn paths_need_not_be_text() {
        use std::os::unix::ffi::OsStrExt as _;
        let path = PathBuf::from(std::ffi::OsStr::from_bytes(b"/tmp/\xff\xfe.edoc"));
        assert_eq!(said(&written(std::slice::from_ref(&path)).unwrap()), Ok(vec![path]));
    }

    #[test]
    fn what_cannot_be_handed_over_is_not() {
        assert_eq!(written(&[PathBuf::from("relative.edoc")]), None);
        assert_eq!(written(&[whole(&"x".repeat(limits::PATH_BYTES))]), None);
        assert_eq!(written(&vec![whole("a"); limits::HANDED_PATHS + 1]), None);
        assert!(written(&vec![whole("a"); limits::HANDED_PATHS]).is_some());
        assert_eq!(written(&vec![whole(&"x".repeat(4_000)); 1_100]), None);
    }

    #[test]
    fn each_kind_of_nonsense_is_refused_as_what_it_is() {
        let good = written(&[whole("a.edoc")]).unwrap();
        for end in 0..good.len() {
            assert_eq!(said(&good[..end]), Err(Refused::Ended), "cut after {end}");
        }
        let message = |parts: &[&[u8]]| [GREETING.as_slice()].iter().chain(parts).copied().collect::<Vec<_>>().concat();
        let number = |number: u32| number.to_le_bytes();
        assert_eq!(said(b"zimogs 2\0\0\0\0"), Err(Refused::Form));
        assert_eq!(said(&message(&[&number(u32::MAX)])), Err(Refused::Limit));
        assert_eq!(said(&message(&[&number(1), &number(u32::MAX)])), Err(Refused::Limit));
        assert_eq!(said(&message(&[&number(1), &number(4), b"a.ed"])), Err(Refused::Path));
        assert_eq!(said(&message(&[&number(1), &number(0)])), Err(Refused::Path));
        let zero = [whole("a").to_str().unwrap().as_bytes(), b"\0b"].concat();
        let length = number(u32::try_from(zero.len()).unwrap());
        assert_eq!(said(&message(&[&number(1), &length, &zero])), Err(Refused::Path));
        let long = [number(4_000).as_slice(), &vec![b'/'; 4_000]].concat();
        assert_eq!(said(&message(&[&number(1_100), &long.repeat(1_100)])), Err(Refused::Limit));
    }

    proptest! {
        #[test]
        fn no_octets_do_harm(octets in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = said(&octets);
            let _ = said(&[GREETING.as_slice(), &octets].concat());
        }
    }
}
