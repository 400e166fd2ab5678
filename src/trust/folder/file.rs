//! One stored list: written beside its place and moved there, so that a reader sees the old one or the new one.

use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::path::Path;

use crate::trust::table::Written;
use crate::{files, limits};

const MAGIC: &str = "zimogs-trusted-list 1";

/// Reads a stored list.
///
/// # Errors
/// `InvalidData` where it is damaged, too large or of another form.
pub(super) fn read(path: &Path) -> io::Result<Written> {
    let mut file = File::open(path)?;
    let length = file.metadata()?.len();
    if length > limits::LIST_TABLE_BYTES {
        return Err(damaged());
    }
    let header = header(&mut file)?;
    if header.lengths().is_none_or(|all| u64::try_from(all).ok() != Some(length)) {
        return Err(damaged());
    }
    // Each part straight into its place: several megabytes are not moved twice.
    let (mut text, mut certificates) = (vec![0; header.text], vec![0; header.certificates]);
    file.read_exact(&mut text)?;
    file.read_exact(&mut certificates)?;
    let mut crc = flate2::Crc::new();
    crc.update(&text);
    crc.update(&certificates);
    if crc.sum() != header.checksum {
        return Err(damaged());
    }
    Ok(Written { text: String::from_utf8(text).map_err(|_| damaged())?, certificates })
}

struct Header {
    octets: usize,
    checksum: u32,
    text: usize,
    certificates: usize,
}

impl Header {
    /// Of the header and what follows it.
    fn lengths(&self) -> Option<usize> {
        self.octets.checked_add(self.text)?.checked_add(self.certificates)
    }
}

/// Reads the first line and stands behind it.
fn header(file: &mut File) -> io::Result<Header> {
    let mut beginning = [0; 100];
    let read = file.read(&mut beginning)?;
    let beginning = beginning.get(..read).unwrap_or_default();
    let header = decode(beginning).ok_or_else(damaged)?;
    file.seek(SeekFrom::Start(u64::try_from(header.octets).unwrap_or(u64::MAX)))?;
    Ok(header)
}

fn damaged() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "the stored list is damaged")
}

fn decode(beginning: &[u8]) -> Option<Header> {
    let end = beginning.iter().position(|byte| *byte == b'\n')?;
    let mut fields = std::str::from_utf8(beginning.get(..end)?).ok()?.strip_prefix(MAGIC)?.split(' ').skip(1);
    let checksum = u32::from_str_radix(fields.next()?, 16).ok()?;
    let text = fields.next()?.parse().ok()?;
    let certificates = fields.next()?.parse().ok()?;
    let octets = end.checked_add(1)?;
    fields.next().is_none().then_some(Header { octets, checksum, text, certificates })
}

/// Puts a list in its place.
///
/// # Errors
/// Where writing fails; the list that was there stays.
pub(super) fn replace(folder: &Path, name: &str, list: &Written) -> io::Result<()> {
    let mut body = Vec::with_capacity(list.text.len().saturating_add(list.certificates.len()));
    body.extend_from_slice(list.text.as_bytes());
    body.extend_from_slice(&list.certificates);
    let header = format!("{MAGIC} {:08x} {} {}\n", crc(&body), list.text.len(), list.certificates.len());
    files::write_whole(folder, name, &[header.as_bytes(), &body])
}

fn crc(octets: &[u8]) -> u32 {
    let mut crc = flate2::Crc::new();
    crc.update(octets);
    crc.sum()
}
