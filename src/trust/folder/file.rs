//! One stored list: written beside its place and moved there, so that a reader sees the old one or the new one.

use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::Path;

use crate::limits;
use crate::trust::table::Written;

const MAGIC: &str = "zimogs-trusted-list 1";

/// Reads a stored list.
///
/// # Errors
/// `InvalidData` where it is damaged, too large or of another form.
pub(super) fn read(path: &Path) -> io::Result<Written> {
    let mut bytes = Vec::new();
    let file = File::open(path)?;
    let length = file.metadata()?.len();
    if length > limits::LIST_TABLE_BYTES {
        return Err(damaged());
    }
    bytes.reserve(usize::try_from(length).unwrap_or_default());
    file.take(limits::LIST_TABLE_BYTES).read_to_end(&mut bytes)?;
    decode(bytes).ok_or_else(damaged)
}

fn damaged() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "the stored list is damaged")
}

fn decode(mut bytes: Vec<u8>) -> Option<Written> {
    let end = bytes.iter().take(100).position(|byte| *byte == b'\n')?;
    let mut fields = std::str::from_utf8(bytes.get(..end)?).ok()?.strip_prefix(MAGIC)?.split(' ').skip(1);
    let checksum = u32::from_str_radix(fields.next()?, 16).ok()?;
    let text: usize = fields.next()?.parse().ok()?;
    let certificates: usize = fields.next()?.parse().ok()?;
    let body = end.checked_add(1)?;
    if fields.next().is_some() || body.checked_add(text)?.checked_add(certificates)? != bytes.len() {
        return None;
    }
    if crc(bytes.get(body..)?) != checksum {
        return None;
    }
    let certificates = bytes.split_off(body.checked_add(text)?);
    bytes.drain(..body);
    Some(Written { text: String::from_utf8(bytes).ok()?, certificates })
}

/// Puts a list in its place.
///
/// # Errors
/// Where writing fails; the list that was there stays.
pub(super) fn replace(path: &Path, list: &Written) -> io::Result<()> {
    let mut body = Vec::with_capacity(list.text.len().saturating_add(list.certificates.len()));
    body.extend_from_slice(list.text.as_bytes());
    body.extend_from_slice(&list.certificates);
    let header = format!("{MAGIC} {:08x} {} {}\n", crc(&body), list.text.len(), list.certificates.len());
    replace_with(path, &[header.as_bytes(), &body])
}

/// Puts octets in a file's place, as a whole or not at all.
///
/// # Errors
/// Where writing fails; what was there stays.
pub(super) fn replace_with(path: &Path, parts: &[&[u8]]) -> io::Result<()> {
    let beside = path.with_extension("new");
    let written = File::create(&beside).and_then(|mut file| {
        parts.iter().try_for_each(|part| file.write_all(part))?;
        file.sync_all()
    });
    let moved = written.and_then(|()| fs::rename(&beside, path));
    if moved.is_err() {
        // Nothing to do where even this fails: the next writer overwrites it.
        let _ = fs::remove_file(&beside);
    }
    moved
}

fn crc(octets: &[u8]) -> u32 {
    let mut crc = flate2::Crc::new();
    crc.update(octets);
    crc.sum()
}
