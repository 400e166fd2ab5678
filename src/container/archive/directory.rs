//! End record, ZIP64 end record and central directory (APPNOTE 6.3.10, 4.3.12 to 4.3.16; rules Z1, Z2).

use super::fields::{ExtraDamaged, Fields, Wide};
use super::{ArchiveFault, ContentError, names};
use crate::container::{ContainerError, Source, source::peek};
use crate::limits;

const END: &[u8; 4] = b"PK\x05\x06";
const END_LENGTH: usize = 22;
const ZIP64_LOCATOR: &[u8; 4] = b"PK\x06\x07";
const ZIP64_LOCATOR_LENGTH: u64 = 20;
const ZIP64_END: &[u8; 4] = b"PK\x06\x06";
/// Of the ZIP64 end record, up to its extensible part.
const ZIP64_END_LENGTH: usize = 56;
const CENTRAL: &[u8; 4] = b"PK\x01\x02";

/// What the end records say, checked against each other.
pub(super) struct EndRecord {
    entries: u64,
    /// Where the central directory begins.
    pub(super) start: u64,
    size: u64,
    /// The comment of the archive.
    pub(super) comment: Vec<u8>,
}

/// A record of the central directory.
pub(super) struct Record {
    pub(super) name: String,
    pub(super) raw_name: Vec<u8>,
    pub(super) encoding: names::Encoding,
    pub(super) flags: u16,
    pub(super) method: u16,
    pub(super) checksum: u32,
    pub(super) compressed: u64,
    pub(super) size: u64,
    pub(super) offset: u64,
    pub(super) mode: u32,
    pub(super) extra: Vec<u8>,
    pub(super) comment: Vec<u8>,
}

/// Whether a file that does not begin like an archive ends like one: then bytes were put before an archive (Z3).
pub(in crate::container) fn ends_like_an_archive(source: &dyn Source) -> std::io::Result<bool> {
    let tail = tail(source)?;
    let Some(position) = signatures(&tail).into_iter().find(|position| reaches_the_end(&tail, *position)) else {
        return Ok(false);
    };
    let Some(size) = tail.get(position + 12..position + 16).and_then(|size| Fields(size).u32()) else {
        return Ok(false);
    };
    let end = source.len().saturating_sub(length(&tail)) + u64::try_from(position).unwrap_or(0);
    let Some(start) = end.checked_sub(u64::from(size)) else { return Ok(false) };
    Ok(size > 0 && peek(source, start, CENTRAL.len())? == CENTRAL)
}

/// The one end record that reaches exactly to the end of the file, of an archive of at most `most` entries.
pub(super) fn end_record(source: &dyn Source, most: usize) -> Result<EndRecord, ContentError> {
    let tail = tail(source)?;
    let tail_start = source.len().saturating_sub(length(&tail));
    let found = signatures(&tail);
    let mut reaching = found.iter().copied().filter(|position| reaches_the_end(&tail, *position));
    let Some(position) = reaching.next() else { return Err(unfinished(&tail, &found).into()) };
    // Another signature behind the right one lies in its comment: some readers would take that one.
    if reaching.next().is_some() || found.iter().any(|other| *other > position) {
        return Err(ArchiveFault::SeveralEndRecords.into());
    }
    let at = tail_start.saturating_add(u64::try_from(position).unwrap_or(u64::MAX));
    let record = tail.get(position..).and_then(EndFields::read).ok_or(ArchiveFault::NoEndRecord)?;
    let (end, at) = match locator(source, at)? {
        Some(wide_at) => (record.widen(source, wide_at, at)?, wide_at),
        None => (record.narrow()?, at),
    };
    if end.entries > u64::try_from(most).unwrap_or(u64::MAX) {
        return Err(limit("entries in an archive", most).into());
    }
    if end.size > limits::ARCHIVE_DIRECTORY_BYTES {
        return Err(limit("bytes of a central directory", limits::ARCHIVE_DIRECTORY_BYTES).into());
    }
    in_place(source, &end, at)?;
    Ok(end)
}

/// Every record of the central directory.
pub(super) fn records(source: &dyn Source, end: &EndRecord) -> Result<Vec<Record>, ContentError> {
    let mut records = Vec::new();
    each_record(&octets(source, end)?, end, limits::ARCHIVE_ENTRIES, &mut |_, raw| {
        records.push(raw.check()?);
        Ok(())
    })?;
    Ok(records)
}

/// The central directory as it stands in the file.
pub(super) fn octets(source: &dyn Source, end: &EndRecord) -> Result<Vec<u8>, ContentError> {
    let mut all = vec![0; usize::try_from(end.size).map_err(|_| ArchiveFault::DirectoryMisplaced)?];
    source.read_exact_at(end.start, &mut all)?;
    Ok(all)
}

/// The record at a place that [`each_record`] named.
pub(super) fn record_at(octets: &[u8], at: usize) -> Option<RawRecord<'_>> {
    RawRecord::read(&mut Fields(octets.get(at..)?))
}

/// Hands every record to `each`, unchecked, with its place among the octets; at most `most` of them.
pub(super) fn each_record(
    octets: &[u8],
    end: &EndRecord,
    most: usize,
    each: &mut dyn FnMut(usize, RawRecord<'_>) -> Result<(), ContentError>,
) -> Result<(), ContentError> {
    let mut fields = Fields(octets);
    let mut found: usize = 0;
    while !fields.0.is_empty() {
        if found == most {
            return Err(limit("entries in an archive", most).into());
        }
        let at = octets.len().saturating_sub(fields.0.len());
        let offset = end.start.saturating_add(u64::try_from(at).unwrap_or(u64::MAX));
        each(at, RawRecord::read(&mut fields).ok_or(ArchiveFault::DirectoryDamaged { offset })?)?;
        found = found.saturating_add(1);
    }
    let found = u64::try_from(found).unwrap_or(u64::MAX);
    if found != end.entries {
        return Err(ArchiveFault::EntryCount { stated: end.entries, found }.into());
    }
    Ok(())
}

fn length(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
}

/// An error that names a limit and its figure.
pub(in crate::container) fn limit(what: &str, figure: impl std::fmt::Display) -> ContainerError {
    ContainerError::Limit { limit: format!("{figure} {what}") }
}

/// The end of the file as far as an end record with the longest comment can reach.
fn tail(source: &dyn Source) -> std::io::Result<Vec<u8>> {
    let reach = END_LENGTH + usize::from(u16::MAX);
    let start = source.len().saturating_sub(u64::try_from(reach).unwrap_or(u64::MAX));
    peek(source, start, reach)
}

/// Positions of all end record signatures.
fn signatures(tail: &[u8]) -> Vec<usize> {
    tail.windows(END.len()).enumerate().filter(|(_, window)| window == END).map(|(position, _)| position).collect()
}

fn reaches_the_end(tail: &[u8], position: usize) -> bool {
    record_end(tail, position) == Some(tail.len())
}

/// Where the record at `position` ends by its own comment length.
fn record_end(tail: &[u8], position: usize) -> Option<usize> {
    let comment = tail.get(position + 20..position + END_LENGTH).and_then(|length| Fields(length).u16())?;
    Some(position + END_LENGTH + usize::from(comment))
}

/// No end record reaches the end: something follows it, or the file is cut off.
fn unfinished(tail: &[u8], found: &[usize]) -> ArchiveFault {
    let last = found.last().and_then(|position| record_end(tail, *position));
    match last.and_then(|end| tail.len().checked_sub(end)) {
        Some(bytes) => ArchiveFault::TrailingData { bytes: u64::try_from(bytes).unwrap_or(u64::MAX) },
        None => ArchiveFault::NoEndRecord,
    }
}

/// The end record as written.
struct EndFields {
    disks: [u16; 2],
    entries: [u16; 2],
    size: u32,
    start: u32,
    comment: Vec<u8>,
}

impl EndFields {
    fn read(record: &[u8]) -> Option<Self> {
        let mut fields = Fields(record);
        fields.expect(END)?;
        let disks = [fields.u16()?, fields.u16()?];
        let entries = [fields.u16()?, fields.u16()?];
        let (size, start) = (fields.u32()?, fields.u32()?);
        let comment = fields.u16()?;
        Some(Self { disks, entries, size, start, comment: fields.take(usize::from(comment))?.to_vec() })
    }

    fn narrow(self) -> Result<EndRecord, ArchiveFault> {
        if self.size == u32::MAX || self.start == u32::MAX {
            return Err(ArchiveFault::Zip64Contradiction);
        }
        if self.disks != [0, 0] {
            return Err(ArchiveFault::SeveralDisks);
        }
        let [here, entries] = self.entries.map(u64::from);
        if here != entries {
            return Err(ArchiveFault::EntryCount { stated: entries, found: here });
        }
        Ok(EndRecord { entries, start: self.start.into(), size: self.size.into(), comment: self.comment })
    }

    /// With the ZIP64 end record at `wide_at`, whose locator precedes the end record at `at`. A field that is not
    /// saturated must say the same in both, so that readers without ZIP64 see the same archive.
    fn widen(self, source: &dyn Source, wide_at: u64, at: u64) -> Result<EndRecord, ContentError> {
        let contradiction = ArchiveFault::Zip64Contradiction;
        let bytes = peek(source, wide_at, ZIP64_END_LENGTH)?;
        let wide = Zip64Fields::read(&bytes).ok_or_else(|| contradiction.clone())?;
        let end = wide_at.checked_add(12).and_then(|start| start.checked_add(wide.length));
        if end != at.checked_sub(ZIP64_LOCATOR_LENGTH) {
            return Err(contradiction.into());
        }
        if wide.disks != [0, 0] || self.disks.iter().any(|disk| *disk != 0 && *disk != u16::MAX) {
            return Err(ArchiveFault::SeveralDisks.into());
        }
        let same16 = |narrow: u16, wide: u64| narrow == u16::MAX || u64::from(narrow) == wide;
        let same32 = |narrow: u32, wide: u64| narrow == u32::MAX || u64::from(narrow) == wide;
        let [here, entries] = self.entries;
        let agree = wide.entries.iter().all(|wide| same16(here, *wide) && same16(entries, *wide))
            && same32(self.size, wide.size)
            && same32(self.start, wide.start);
        let [here, entries] = wide.entries;
        if !agree || here != entries {
            return Err(contradiction.into());
        }
        Ok(EndRecord { entries, start: wide.start, size: wide.size, comment: self.comment })
    }
}

struct Zip64Fields {
    length: u64,
    disks: [u32; 2],
    entries: [u64; 2],
    size: u64,
    start: u64,
}

impl Zip64Fields {
    fn read(record: &[u8]) -> Option<Self> {
        let mut fields = Fields(record);
        fields.expect(ZIP64_END)?;
        let length = fields.u64()?;
        fields.take(4)?;
        let disks = [fields.u32()?, fields.u32()?];
        let entries = [fields.u64()?, fields.u64()?];
        Some(Self { length, disks, entries, size: fields.u64()?, start: fields.u64()? })
    }
}

/// Where the ZIP64 end record is, if its locator precedes the end record at `at`.
fn locator(source: &dyn Source, at: u64) -> Result<Option<u64>, ContentError> {
    let Some(start) = at.checked_sub(ZIP64_LOCATOR_LENGTH) else { return Ok(None) };
    let bytes = peek(source, start, 20)?;
    let mut fields = Fields(&bytes);
    if fields.expect(ZIP64_LOCATOR).is_none() {
        return Ok(None);
    }
    let (Some(disk), Some(position), Some(disks)) = (fields.u32(), fields.u64(), fields.u32()) else {
        return Err(ArchiveFault::Zip64Contradiction.into());
    };
    if disk != 0 || disks > 1 {
        return Err(ArchiveFault::SeveralDisks.into());
    }
    if position > start {
        return Err(ArchiveFault::Zip64Contradiction.into());
    }
    Ok(Some(position))
}

/// The central directory must end where the end record begins.
fn in_place(source: &dyn Source, end: &EndRecord, at: u64) -> Result<(), ContentError> {
    let stated_end = end.start.checked_add(end.size).ok_or(ArchiveFault::DirectoryMisplaced)?;
    if stated_end == at {
        return Ok(());
    }
    let shift = at.checked_sub(stated_end).ok_or(ArchiveFault::DirectoryMisplaced)?;
    // The directory in its right place but for a constant shift: something was put before the archive.
    let moved = end.entries > 0 && peek(source, at - end.size, CENTRAL.len())? == CENTRAL;
    Err(if moved { ArchiveFault::PrefixData { bytes: shift } } else { ArchiveFault::DirectoryMisplaced }.into())
}

/// A record as it stands in the directory.
pub(super) struct RawRecord<'a> {
    pub(super) flags: u16,
    method: u16,
    checksum: u32,
    compressed: u32,
    size: u32,
    disk: u16,
    attributes: u32,
    offset: u32,
    pub(super) name: &'a [u8],
    extra: &'a [u8],
    comment: &'a [u8],
}

impl<'a> RawRecord<'a> {
    fn read(fields: &mut Fields<'a>) -> Option<Self> {
        fields.expect(CENTRAL)?;
        fields.take(4)?; // versions
        let (flags, method) = (fields.u16()?, fields.u16()?);
        fields.take(4)?; // time and date
        let (checksum, compressed, size) = (fields.u32()?, fields.u32()?, fields.u32()?);
        let lengths = [fields.u16()?, fields.u16()?, fields.u16()?].map(usize::from);
        let disk = fields.u16()?;
        fields.take(2)?; // internal attributes
        let (attributes, offset) = (fields.u32()?, fields.u32()?);
        let [name, extra, comment] = lengths;
        let (name, extra, comment) = (fields.take(name)?, fields.take(extra)?, fields.take(comment)?);
        Some(Self { flags, method, checksum, compressed, size, disk, attributes, offset, name, extra, comment })
    }

    /// Sizes and place, those of ZIP64 where there are any; `None` where they cannot be read.
    pub(super) fn wide(&self) -> Option<Wide> {
        Wide::complete(self.size, self.compressed, Some(self.offset), self.extra).ok()
    }

    pub(super) fn check(self) -> Result<Record, ContentError> {
        if self.name.len() > limits::ENTRY_NAME_BYTES {
            return Err(limit("bytes of an entry name", limits::ENTRY_NAME_BYTES).into());
        }
        let (name, encoding) = names::decode(self.name, self.flags)?;
        names::check(&name)?;
        names::unicode_path(&name, self.name, self.extra)?;
        if self.disk != 0 {
            return Err(ArchiveFault::SeveralDisks.into());
        }
        let wide = Wide::complete(self.size, self.compressed, Some(self.offset), self.extra)
            .map_err(|ExtraDamaged| ArchiveFault::ExtraFieldDamaged { name: name.clone() })?;
        Ok(Record {
            name,
            raw_name: self.name.to_vec(),
            encoding,
            flags: self.flags,
            method: self.method,
            checksum: self.checksum,
            compressed: wide.compressed,
            size: wide.size,
            offset: wide.offset,
            mode: self.attributes >> 16,
            extra: self.extra.to_vec(),
            comment: self.comment.to_vec(),
        })
    }
}
