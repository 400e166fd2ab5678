//! Entries of an archive that nobody signed as a whole, each standing for itself.
//!
//! The rules for one entry (Z4, Z6, Z7, Z9, Z10) hold as everywhere; an entry that breaks one is refused, and the others are not.
//! Overlaps with other entries are refused too; bytes that belong to none are nobody's business here.

use std::sync::atomic::AtomicBool;

use super::directory::{self, RawRecord};
use super::{Archive, ArchiveFault, ContentError, local, names, ratio};
use crate::container::Source;
use crate::limits;

/// One entry by its name.
pub(in crate::container) struct LooseName {
    /// Its name where that is harmless; else one segment that stands for it.
    pub(in crate::container) path: String,
    /// Expanded size by the directory.
    pub(in crate::container) size: u64,
}

/// Every entry but folders, in the order of the directory; two may have one path.
pub(in crate::container) fn loose_names(source: &dyn Source) -> Result<Vec<LooseName>, ContentError> {
    let end = directory::end_record(source, limits::BUNDLE_ENTRIES)?;
    let mut found = Vec::new();
    directory::each_record(source, &end, limits::BUNDLE_ENTRIES, &mut |raw| {
        let path = path(&raw);
        if !path.ends_with('/') {
            found.push(LooseName { path, size: raw.wide().map_or(0, |wide| wide.size) });
        }
        Ok(())
    })?;
    Ok(found)
}

/// The whole content of the one entry with a path of [`loose_names`], of at most `most` bytes; `NotFound` also where `bars` says
/// of any name that this is no archive to look into.
///
/// It is called once for each entry, so one reading of the directory keeps nothing but places.
pub(in crate::container) fn loose_content(
    source: &dyn Source,
    wanted: &str,
    most: u64,
    bars: fn(&[u8]) -> bool,
) -> Result<Vec<u8>, ContentError> {
    let end = directory::end_record(source, limits::BUNDLE_ENTRIES)?;
    let mut found = Vec::new();
    let mut offsets = Vec::new();
    directory::each_record(source, &end, limits::BUNDLE_ENTRIES, &mut |raw| {
        if bars(raw.name) {
            return Err(not_found().into());
        }
        offsets.extend(raw.wide().map(|wide| wide.offset));
        if raw.name == wanted.as_bytes() || (!is_harmless(&raw) && path(&raw) == wanted) {
            found.push(raw.check());
        }
        Ok(())
    })?;
    if found.len() > 1 {
        return Err(ArchiveFault::NameTwice { name: wanted.to_owned() }.into());
    }
    let record = found.pop().ok_or_else(not_found)??;
    if record.size > most {
        return Err(directory::limit("bytes of one entry", most).into());
    }
    ratio(record.size, record.compressed)?;
    let entry = local::locate_one(source, record, &offsets, end.start)?;
    let archive = Archive { source, entries: vec![entry], comment: None, read_whole: vec![AtomicBool::new(false)] };
    archive.read(0, most)
}

fn not_found() -> std::io::Error {
    std::io::ErrorKind::NotFound.into()
}

/// Whether the octets of the name are its path.
fn is_harmless(raw: &RawRecord<'_>) -> bool {
    let name = std::str::from_utf8(raw.name);
    raw.name.len() <= limits::ENTRY_NAME_BYTES && name.is_ok_and(|name| names::check(name).is_ok())
}

/// Never absolute, never upwards, never with a separator but `/`.
fn path(raw: &RawRecord<'_>) -> String {
    let name = names::decode(raw.name, raw.flags).map(|(name, _)| name);
    match name {
        Ok(name) if name.len() <= limits::ENTRY_NAME_BYTES && names::check(&name).is_ok() => name,
        Ok(name) => in_one_segment(&name),
        Err(_) => in_one_segment(&String::from_utf8_lossy(raw.name)),
    }
}

/// A stand-in for a dangerous name, to be shown and looked up by: one ordinary segment.
fn in_one_segment(name: &str) -> String {
    let danger = |c: char| c.is_control() || matches!(c, '/' | '\\' | ':');
    let mut safe: String = name.chars().map(|c| if danger(c) { '_' } else { c }).collect();
    let long = safe.chars().count().saturating_sub(limits::COMMENT_CHARACTERS);
    if long > 0 {
        // The end tells what kind of file it is.
        safe = safe.chars().skip(long).collect();
    }
    if matches!(safe.as_str(), "" | "." | "..") { "_".to_owned() } else { safe }
}
