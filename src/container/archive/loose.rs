//! Entries of an archive that nobody signed as a whole, each standing for itself.
//!
//! The rules for one entry (Z4, Z6, Z7, Z9, Z10) hold as everywhere; an entry that breaks one is refused, and the others are not.
//! Overlaps with other entries are refused too; bytes that belong to none are nobody's business here.

use std::collections::HashMap;
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

/// The directory of an archive, read once for all its entries.
pub(in crate::container) struct LooseDirectory {
    /// As it stands in the file.
    octets: Vec<u8>,
    /// Where it stands there.
    start: u64,
    /// Every entry but folders, in its order; two may have one path.
    names: Vec<LooseName>,
    /// Where among the octets the records of a path are.
    records: HashMap<String, Vec<usize>>,
    /// Where entries begin, in order of that.
    offsets: Vec<u64>,
}

impl LooseDirectory {
    /// Reads it; `None` where `bars` says of any name that this is no archive to look into.
    pub(in crate::container) fn read(
        source: &dyn Source,
        bars: fn(&[u8]) -> bool,
    ) -> Result<Option<Self>, ContentError> {
        let end = directory::end_record(source, limits::BUNDLE_ENTRIES)?;
        let octets = directory::octets(source, &end)?;
        let (mut names, mut offsets) = (Vec::new(), Vec::new());
        let mut records: HashMap<String, Vec<usize>> = HashMap::new();
        let mut barred = false;
        directory::each_record(&octets, &end, limits::BUNDLE_ENTRIES, &mut |at, raw| {
            let path = path(&raw);
            barred |= bars(raw.name) || bars(path.as_bytes());
            offsets.extend(raw.wide().map(|wide| wide.offset));
            // A dangerous name is found as it is, too, so that none passes for the harmless one that stands for it.
            let own = std::str::from_utf8(raw.name).ok().filter(|own| *own != path);
            for key in own.into_iter().chain([path.as_str()]) {
                records.entry(key.to_owned()).or_default().push(at);
            }
            if !path.ends_with('/') {
                names.push(LooseName { path, size: raw.wide().map_or(0, |wide| wide.size) });
            }
            Ok(())
        })?;
        offsets.sort_unstable();
        Ok((!barred).then_some(Self { octets, start: end.start, names, records, offsets }))
    }

    /// Every entry but folders, in the order of the directory; two may have one path.
    pub(in crate::container) fn names(&self) -> &[LooseName] {
        &self.names
    }

    /// The whole content of the one entry with a path of [`Self::names`], of at most `most` bytes. `source` is the archive again.
    pub(in crate::container) fn content(
        &self,
        source: &dyn Source,
        wanted: &str,
        most: u64,
    ) -> Result<Vec<u8>, ContentError> {
        let found = self.records.get(wanted).map(Vec::as_slice).unwrap_or_default();
        if found.len() > 1 {
            return Err(ArchiveFault::NameTwice { name: wanted.to_owned() }.into());
        }
        let raw = found.first().and_then(|at| directory::record_at(&self.octets, *at));
        let record = raw.ok_or_else(not_found)?.check()?;
        if record.size > most {
            return Err(directory::limit("bytes of one entry", most).into());
        }
        ratio(record.size, record.compressed)?;
        let entry = local::locate_one(source, record, &self.offsets, self.start)?;
        let archive = Archive { source, entries: vec![entry], comment: None, read_whole: vec![AtomicBool::new(false)] };
        archive.read(0, most)
    }
}

fn not_found() -> std::io::Error {
    std::io::ErrorKind::NotFound.into()
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
