//! Local headers and data descriptors against the central directory, and the layout of the whole file
//! (APPNOTE 6.3.10, 4.3.7 to 4.3.9; rules Z3 to Z6).

use super::directory::{Record, limit};
use super::fields::{ExtraDamaged, Fields, Wide};
use super::{ArchiveFault, ContentError, Entry, HeaderField, Method, names};
use crate::container::{ContainerFinding, Source, source::peek};
use crate::limits;

const LOCAL: &[u8; 4] = b"PK\x03\x04";
const LOCAL_LENGTH: usize = 30;
const DESCRIPTOR: &[u8; 4] = b"PK\x07\x08";
const DESCRIPTOR_LONGEST: usize = 24;

/// General purpose bits whose disagreement lets readers see different things: encryption, data descriptor, UTF-8.
const COMPARED_FLAGS: u16 = ENCRYPTED | DATA_DESCRIPTOR | 1 << 11;
const ENCRYPTED: u16 = 1;
const DATA_DESCRIPTOR: u16 = 1 << 3;
/// Encryption in any form: plain, strong, masked local headers; and compressed patches, which are unreadable as well.
const UNREADABLE: u16 = ENCRYPTED | 1 << 5 | 1 << 6 | 1 << 13;

const FILE_TYPE: u32 = 0o170_000;
const FOLDER: u32 = 0o040_000;
const ORDINARY: u32 = 0o100_000;

/// Finds the content of every record and checks that the entries fill the file up to the central directory.
pub(super) fn locate(
    source: &dyn Source,
    records: Vec<Record>,
    directory: u64,
    findings: &mut Vec<ContainerFinding>,
) -> Result<Vec<Entry>, ContentError> {
    let mut order: Vec<usize> = (0..records.len()).collect();
    order.sort_by_key(|index| records.get(*index).map(|record| record.offset));
    let mut places = vec![Place::default(); records.len()];
    let mut cursor = 0;
    let mut previous: Option<&Record> = None;
    let mut gaps = Gaps { source, findings, total: 0 };
    for (turn, index) in order.iter().enumerate() {
        let Some(record) = records.get(*index) else { continue };
        let next = order.get(turn + 1).and_then(|next| records.get(*next));
        match record.offset.checked_sub(cursor) {
            None => return Err(overlap(previous, Some(record)).into()),
            Some(0) => {}
            Some(bytes) if turn == 0 => return Err(first_gap(source, bytes)?.into()),
            Some(bytes) => gaps.pass(cursor, bytes)?,
        }
        let boundary = next.map_or(directory, |next| next.offset.min(directory));
        let place = place(source, record, boundary, next)?;
        cursor = place.end;
        if let Some(slot) = places.get_mut(*index) {
            *slot = place;
        }
        previous = Some(record);
    }
    match directory.checked_sub(cursor) {
        None => return Err(overlap(previous, None).into()),
        Some(0) => {}
        Some(bytes) if previous.is_none() => return Err(first_gap(source, bytes)?.into()),
        Some(bytes) => gaps.pass(cursor, bytes)?,
    }
    Ok(records.into_iter().zip(places).map(|(record, place)| entry(record, place)).collect())
}

/// Finds the content of one record among others that begin at `offsets`, in order, whatever lies between them.
pub(super) fn locate_one(
    source: &dyn Source,
    record: Record,
    offsets: &[u64],
    directory: u64,
) -> Result<Entry, ContentError> {
    let first = offsets.partition_point(|offset| *offset < record.offset);
    // Its own is the first of these: where another begins at the same place, that is the boundary.
    let next = offsets.get(first.saturating_add(1)).copied();
    let boundary = next.unwrap_or(directory).min(directory);
    let place = place(source, &record, boundary, None)?;
    Ok(entry(record, place))
}

/// Where the content of an entry lies.
#[derive(Clone, Default)]
struct Place {
    /// Where the content begins.
    data: u64,
    /// Where the entry ends, data descriptor included.
    end: u64,
    /// Whether the local header has extra fields.
    extra: bool,
    method: Method,
}

fn entry(record: Record, place: Place) -> Entry {
    Entry {
        comment: names::comment(&record.comment),
        extra: place.extra || !record.extra.is_empty(),
        name: record.name,
        method: place.method,
        checksum: record.checksum,
        compressed: record.compressed,
        size: record.size,
        offset: record.offset,
        data: place.data,
    }
}

/// What every reader must be able to agree on before the content is looked for (Z6).
fn readable(record: &Record) -> Result<Method, ArchiveFault> {
    let name = || record.name.clone();
    if record.flags & UNREADABLE != 0 {
        return Err(ArchiveFault::Encrypted { name: name() });
    }
    let folder = record.name.ends_with('/');
    match record.mode & FILE_TYPE {
        0 | ORDINARY => {}
        FOLDER if folder => {}
        _ => return Err(ArchiveFault::NotAFile { name: name(), mode: record.mode }),
    }
    match record.method {
        0 if record.compressed != record.size => Err(ArchiveFault::ContentLength { name: name() }),
        0 => Ok(Method::Stored),
        8 => Ok(Method::Deflated),
        method => Err(ArchiveFault::MethodUnknown { name: name(), method }),
    }
}

fn place(source: &dyn Source, record: &Record, boundary: u64, next: Option<&Record>) -> Result<Place, ContentError> {
    let method = readable(record)?;
    let missing = || ArchiveFault::LocalHeaderMissing { name: record.name.clone(), offset: record.offset };
    let reach = LOCAL_LENGTH + record.raw_name.len();
    let bytes = peek(source, record.offset, reach)?;
    let local = Local::read(&bytes).ok_or_else(missing)?;
    let header = u64::try_from(reach).unwrap_or(u64::MAX).saturating_add(local.extra_length.into());
    let data = record.offset.saturating_add(header);
    let data_end = data.saturating_add(record.compressed);
    // The name is compared first: a header of another entry explains itself best by it.
    if usize::from(local.name_length) != record.raw_name.len() || local.name != record.raw_name {
        return Err(differs(record, HeaderField::Name).into());
    }
    if data_end > boundary {
        return Err(overlap(Some(record), next).into());
    }
    let extra = peek(source, data.saturating_sub(local.extra_length.into()), local.extra_length.into())?;
    compare(record, &local, &extra)?;
    let mut end = data_end;
    if record.flags & DATA_DESCRIPTOR != 0 {
        let length = usize::try_from(boundary - data_end).unwrap_or(usize::MAX).min(DESCRIPTOR_LONGEST + 1);
        if !is_descriptor(record, &peek(source, data_end, length)?) {
            let hidden = hidden_entry(source, data_end, boundary - data_end)?;
            let differs = || ArchiveFault::DataDescriptorDiffers { name: record.name.clone() };
            return Err(hidden.unwrap_or_else(differs).into());
        }
        end = boundary;
    }
    Ok(Place { data, end, extra: local.extra_length != 0, method })
}

struct Local<'a> {
    flags: u16,
    method: u16,
    checksum: u32,
    compressed: u32,
    size: u32,
    name_length: u16,
    extra_length: u16,
    name: &'a [u8],
}

impl<'a> Local<'a> {
    fn read(bytes: &'a [u8]) -> Option<Self> {
        let mut fields = Fields(bytes);
        fields.expect(LOCAL)?;
        fields.take(2)?; // version
        let (flags, method) = (fields.u16()?, fields.u16()?);
        fields.take(4)?; // time and date
        let (checksum, compressed, size) = (fields.u32()?, fields.u32()?, fields.u32()?);
        let (name_length, extra_length) = (fields.u16()?, fields.u16()?);
        Some(Self { flags, method, checksum, compressed, size, name_length, extra_length, name: fields.0 })
    }
}

fn differs(record: &Record, field: HeaderField) -> ArchiveFault {
    ArchiveFault::LocalHeaderDiffers { name: record.name.clone(), field }
}

/// Every field of the local header that a reader may go by (Z4).
fn compare(record: &Record, local: &Local<'_>, extra: &[u8]) -> Result<(), ArchiveFault> {
    if (local.flags ^ record.flags) & COMPARED_FLAGS != 0 || local.flags & UNREADABLE != 0 {
        return Err(differs(record, HeaderField::Flags));
    }
    if local.method != record.method {
        return Err(differs(record, HeaderField::Method));
    }
    names::unicode_path(&record.name, &record.raw_name, extra)?;
    let wide = Wide::complete(local.size, local.compressed, None, extra)
        .map_err(|ExtraDamaged| ArchiveFault::ExtraFieldDamaged { name: record.name.clone() })?;
    // A writer that did not know them yet left zeros and a data descriptor.
    let open = record.flags & DATA_DESCRIPTOR != 0;
    let same = |local: u64, central: u64| local == central || (open && local == 0);
    if !same(local.checksum.into(), record.checksum.into()) {
        return Err(differs(record, HeaderField::Checksum));
    }
    if !same(wide.compressed, record.compressed) {
        return Err(differs(record, HeaderField::CompressedSize));
    }
    if !same(wide.size, record.size) {
        return Err(differs(record, HeaderField::Size));
    }
    Ok(())
}

/// Whether `bytes`, all there is up to the next entry, are a data descriptor that says what the directory says.
///
/// It may or may not have a signature, and sizes of 32 or 64 bits. Nothing may follow it: readers that take the one
/// form for the other would go on at another place.
fn is_descriptor(record: &Record, bytes: &[u8]) -> bool {
    let stated = (record.checksum, record.compressed, record.size);
    DescriptorForm::ALL.iter().any(|form| form.read(bytes) == Some(stated))
}

struct DescriptorForm {
    signature: &'static [u8],
    size_bytes: usize,
}

impl DescriptorForm {
    const ALL: [Self; 4] = [
        Self { signature: DESCRIPTOR, size_bytes: 8 },
        Self { signature: b"", size_bytes: 8 },
        Self { signature: DESCRIPTOR, size_bytes: 4 },
        Self { signature: b"", size_bytes: 4 },
    ];

    fn read(&self, bytes: &[u8]) -> Option<(u32, u64, u64)> {
        let mut fields = Fields(bytes.strip_prefix(self.signature)?);
        let checksum = fields.u32()?;
        let size = |fields: &mut Fields<'_>| match self.size_bytes {
            8 => fields.u64(),
            _ => fields.u32().map(u64::from),
        };
        let sizes = (size(&mut fields)?, size(&mut fields)?);
        fields.0.is_empty().then_some((checksum, sizes.0, sizes.1))
    }
}

fn overlap(first: Option<&Record>, second: Option<&Record>) -> ArchiveFault {
    let name = |record: Option<&Record>| record.map_or_else(String::new, |record| record.name.clone());
    ArchiveFault::EntriesOverlap { first: name(first), second: name(second) }
}

/// Bytes before the first entry: an entry of their own, or something foreign (Z3).
fn first_gap(source: &dyn Source, bytes: u64) -> Result<ArchiveFault, ContentError> {
    let hidden = peek(source, 0, LOCAL.len())? == LOCAL;
    Ok(if hidden { ArchiveFault::HiddenEntry { offset: 0 } } else { ArchiveFault::PrefixData { bytes } })
}

/// Bytes between entries (Z5).
struct Gaps<'a> {
    source: &'a dyn Source,
    findings: &'a mut Vec<ContainerFinding>,
    total: u64,
}

impl Gaps<'_> {
    /// Refused where they hold a local header, else a finding, as long as there are few.
    fn pass(&mut self, offset: u64, bytes: u64) -> Result<(), ContentError> {
        if let Some(fault) = hidden_entry(self.source, offset, bytes)? {
            return Err(fault.into());
        }
        self.total = self.total.saturating_add(bytes);
        if self.total > limits::ARCHIVE_GAP_BYTES {
            return Err(limit("bytes between entries", limits::ARCHIVE_GAP_BYTES).into());
        }
        self.findings.push(ContainerFinding::ArchiveGap { offset, bytes });
        Ok(())
    }
}

/// A local header within bytes that belong to no entry.
fn hidden_entry(source: &dyn Source, offset: u64, bytes: u64) -> std::io::Result<Option<ArchiveFault>> {
    let content = peek(source, offset, usize::try_from(bytes.min(limits::ARCHIVE_GAP_BYTES)).unwrap_or(usize::MAX))?;
    let place = content.windows(LOCAL.len()).position(|window| window == LOCAL);
    let offset = |place| offset.saturating_add(u64::try_from(place).unwrap_or(0));
    Ok(place.map(|place| ArchiveFault::HiddenEntry { offset: offset(place) }))
}
