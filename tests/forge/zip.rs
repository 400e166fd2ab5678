//! Writes ZIP archives as the LVRTC library does: `mimetype` stored first, the rest deflated with data descriptors.

use super::time::Instant;

/// How an entry is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    Stored,
    Deflated,
}

/// Where the sizes of an entry stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sizes {
    InHeader,
    /// In a data descriptor behind the data (flag bit 3).
    Behind,
}

/// One entry; every field may be forged.
#[derive(Clone, Debug)]
pub struct Entry {
    pub name: Vec<u8>,
    pub data: Vec<u8>,
    pub method: Method,
    pub sizes: Sizes,
    pub comment: String,
    pub extra: Vec<u8>,
    /// Another name in the local header than in the central directory.
    pub local_name: Option<Vec<u8>>,
    /// Flags beside the ones that follow from the fields above.
    pub flags: u16,
    /// Left out of the central directory.
    pub hidden: bool,
    /// Another CRC than the right one.
    pub crc: Option<u32>,
    /// Another uncompressed size than the right one.
    pub size: Option<u32>,
    /// Another compression method than the one that was used.
    pub method_code: Option<u16>,
    /// Data already packed, written instead of what `data` would give.
    pub packed: Option<Vec<u8>>,
    /// External attributes; where not 0, the entry says it comes from Unix (mode in the upper half).
    pub attributes: u32,
}

/// An archive: entries in order, modification time, comment, bytes before and after.
#[derive(Clone, Debug)]
pub struct Archive {
    pub entries: Vec<Entry>,
    pub modified: Instant,
    pub comment: Vec<u8>,
    pub prefix: Vec<u8>,
    pub suffix: Vec<u8>,
    /// Another number of entries than the right one in the end record.
    pub count: Option<u16>,
}

const UTF8: u16 = 0x0800;
const DESCRIPTOR: u16 = 0x0008;

impl Entry {
    /// A deflated entry with a data descriptor and the flag for UTF-8 names.
    pub fn deflated(name: &str, data: &[u8]) -> Self {
        Self {
            name: name.as_bytes().to_vec(),
            data: data.to_vec(),
            method: Method::Deflated,
            sizes: Sizes::Behind,
            comment: String::new(),
            extra: Vec::new(),
            local_name: None,
            flags: UTF8,
            hidden: false,
            crc: None,
            size: None,
            method_code: None,
            packed: None,
            attributes: 0,
        }
    }

    /// A stored entry with its sizes in the header.
    pub fn stored(name: &str, data: &[u8]) -> Self {
        Self { method: Method::Stored, sizes: Sizes::InHeader, ..Self::deflated(name, data) }
    }

    /// The same with a comment in the central directory.
    pub fn commented(mut self, comment: &str) -> Self {
        comment.clone_into(&mut self.comment);
        self
    }

    fn packed(&self) -> Vec<u8> {
        if let Some(packed) = &self.packed {
            return packed.clone();
        }
        match self.method {
            Method::Stored => self.data.clone(),
            Method::Deflated => super::deflate::deflate(&self.data),
        }
    }

    fn version(&self) -> u16 {
        if self.method == Method::Stored && self.sizes == Sizes::InHeader { 10 } else { 20 }
    }

    fn all_flags(&self) -> u16 {
        self.flags | if self.sizes == Sizes::Behind { DESCRIPTOR } else { 0 }
    }
}

impl Archive {
    /// An archive without comment.
    pub fn new(entries: Vec<Entry>, modified: Instant) -> Self {
        Self { entries, modified, comment: Vec::new(), prefix: Vec::new(), suffix: Vec::new(), count: None }
    }

    /// The bytes of the file.
    pub fn bytes(&self) -> Vec<u8> {
        let mut out = self.prefix.clone();
        let mut directory = Vec::new();
        let mut count: u16 = 0;
        for entry in &self.entries {
            let offset = out.len() as u32;
            let packed = entry.packed();
            let sizes = Facts {
                crc: entry.crc.unwrap_or_else(|| crc32(&entry.data)),
                packed: packed.len() as u32,
                size: entry.size.unwrap_or(entry.data.len() as u32),
            };
            self.local_header(entry, &sizes, &mut out);
            out.extend_from_slice(&packed);
            if entry.sizes == Sizes::Behind {
                out.extend_from_slice(b"PK\x07\x08");
                out.extend(sizes.bytes());
            }
            if !entry.hidden {
                self.central_header(entry, &sizes, offset, &mut directory);
                count += 1;
            }
        }
        let start = out.len() as u32;
        out.extend_from_slice(&directory);
        out.extend_from_slice(b"PK\x05\x06\0\0\0\0");
        let count = self.count.unwrap_or(count).to_le_bytes();
        out.extend(count);
        out.extend(count);
        out.extend((directory.len() as u32).to_le_bytes());
        out.extend(start.to_le_bytes());
        out.extend((self.comment.len() as u16).to_le_bytes());
        out.extend_from_slice(&self.comment);
        out.extend_from_slice(&self.suffix);
        out
    }

    fn local_header(&self, entry: &Entry, facts: &Facts, out: &mut Vec<u8>) {
        let name = entry.local_name.as_ref().unwrap_or(&entry.name);
        out.extend_from_slice(b"PK\x03\x04");
        self.shared_header(entry, out);
        match entry.sizes {
            Sizes::InHeader => out.extend(facts.bytes()),
            Sizes::Behind => out.extend([0; 12]),
        }
        out.extend((name.len() as u16).to_le_bytes());
        out.extend((entry.extra.len() as u16).to_le_bytes());
        out.extend_from_slice(name);
        out.extend_from_slice(&entry.extra);
    }

    fn central_header(&self, entry: &Entry, facts: &Facts, offset: u32, out: &mut Vec<u8>) {
        out.extend_from_slice(b"PK\x01\x02");
        let system: u16 = if entry.attributes == 0 { 0 } else { 3 << 8 };
        out.extend((system | entry.version()).to_le_bytes());
        self.shared_header(entry, out);
        out.extend(facts.bytes());
        out.extend((entry.name.len() as u16).to_le_bytes());
        out.extend((entry.extra.len() as u16).to_le_bytes());
        out.extend((entry.comment.len() as u16).to_le_bytes());
        out.extend([0; 4]);
        out.extend(entry.attributes.to_le_bytes());
        out.extend(offset.to_le_bytes());
        out.extend_from_slice(&entry.name);
        out.extend_from_slice(&entry.extra);
        out.extend_from_slice(entry.comment.as_bytes());
    }

    /// Version needed, flags, method, time and date.
    fn shared_header(&self, entry: &Entry, out: &mut Vec<u8>) {
        let [year, month, day, hour, minute, second] = self.modified.civil();
        let method = entry.method_code.unwrap_or(if entry.method == Method::Deflated { 8 } else { 0 });
        let time = ((hour << 11) | (minute << 5) | (second / 2)) as u16;
        let date = (((year - 1980) << 9) | (month << 5) | day) as u16;
        for field in [entry.version(), entry.all_flags(), method, time, date] {
            out.extend(field.to_le_bytes());
        }
    }
}

struct Facts {
    crc: u32,
    packed: u32,
    size: u32,
}

impl Facts {
    fn bytes(&self) -> impl Iterator<Item = u8> {
        [self.crc, self.packed, self.size].into_iter().flat_map(u32::to_le_bytes)
    }
}

/// CRC-32 of ZIP, bit by bit.
pub fn crc32(data: &[u8]) -> u32 {
    !data.iter().fold(u32::MAX, |mut crc, byte| {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 };
        }
        crc
    })
}
