//! A ZIP writer that can get every field wrong.

use std::io::Write as _;

/// What one header says about an entry, true or not.
#[derive(Clone, Debug)]
pub struct Header {
    pub name: Vec<u8>,
    pub flags: u16,
    pub method: u16,
    pub checksum: u32,
    pub compressed: u32,
    pub size: u32,
    pub extra: Vec<u8>,
}

/// An entry: its two headers, its bytes, and what surrounds them.
#[derive(Clone, Debug)]
pub struct Item {
    /// Foreign bytes before the local header.
    pub before: Vec<u8>,
    pub local: Header,
    /// `None`: the central directory does not know the entry.
    pub central: Option<Header>,
    pub data: Vec<u8>,
    pub descriptor: Vec<u8>,
    pub mode: u32,
    pub comment: Vec<u8>,
    /// Another offset than the true one.
    pub offset: Option<u32>,
}

/// An archive.
#[derive(Clone, Debug, Default)]
pub struct Zip {
    pub items: Vec<Item>,
    pub comment: Vec<u8>,
    /// Foreign bytes before the central directory.
    pub before_directory: Vec<u8>,
    /// Bytes between central directory and end record; written as they are.
    pub before_end: Vec<u8>,
    /// Replaces the true number of entries.
    pub count: Option<u16>,
    pub disk: u16,
    /// Added to the offset of the central directory in the end record.
    pub directory_shift: u32,
    /// Added to the comment length in the end record.
    pub comment_length_shift: u16,
    /// Puts a ZIP64 end record and its locator before the end record.
    pub zip64: Option<Zip64>,
    /// Order of the central directory, where it is not that of the entries.
    pub directory_order: Option<Vec<usize>>,
}

/// What the ZIP64 end record says.
#[derive(Clone, Copy, Debug)]
pub struct Zip64 {
    /// Added to the true number of entries.
    pub count_shift: u64,
    /// Whether the end record has saturated fields, so that this one is needed.
    pub saturate: bool,
}

pub fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = flate2::Crc::new();
    crc.update(bytes);
    crc.sum()
}

pub fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::new(6));
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// An extra field.
pub fn extra(identifier: u16, content: &[u8]) -> Vec<u8> {
    let mut field = identifier.to_le_bytes().to_vec();
    field.extend((content.len() as u16).to_le_bytes());
    field.extend(content);
    field
}

/// An Info-ZIP Unicode Path field.
pub fn unicode_path(header_name: &[u8], name: &str) -> Vec<u8> {
    let mut content = vec![1];
    content.extend(crc32(header_name).to_le_bytes());
    content.extend(name.as_bytes());
    extra(0x7075, &content)
}

/// The four shapes of a data descriptor.
pub fn descriptor(header: &Header, signed: bool, wide: bool) -> Vec<u8> {
    let mut bytes = if signed { b"PK\x07\x08".to_vec() } else { Vec::new() };
    bytes.extend(header.checksum.to_le_bytes());
    for size in [header.compressed, header.size] {
        if wide {
            bytes.extend(u64::from(size).to_le_bytes());
        } else {
            bytes.extend(size.to_le_bytes());
        }
    }
    bytes
}

impl Item {
    pub fn stored(name: &str, content: impl AsRef<[u8]>) -> Self {
        Self::new(name.as_bytes(), content.as_ref(), 0, content.as_ref().to_vec())
    }

    pub fn deflated(name: &str, content: impl AsRef<[u8]>) -> Self {
        Self::new(name.as_bytes(), content.as_ref(), 8, deflate(content.as_ref()))
    }

    fn new(name: &[u8], content: &[u8], method: u16, data: Vec<u8>) -> Self {
        let header = Header {
            name: name.to_vec(),
            flags: 1 << 11,
            method,
            checksum: crc32(content),
            compressed: data.len() as u32,
            size: content.len() as u32,
            extra: Vec::new(),
        };
        Self {
            before: Vec::new(),
            local: header.clone(),
            central: Some(header),
            data,
            descriptor: Vec::new(),
            mode: 0,
            comment: Vec::new(),
            offset: None,
        }
    }

    /// Changes both headers alike.
    pub fn both(mut self, change: impl Fn(&mut Header)) -> Self {
        change(&mut self.local);
        self.central.as_mut().into_iter().for_each(change);
        self
    }

    pub fn local(mut self, change: impl Fn(&mut Header)) -> Self {
        change(&mut self.local);
        self
    }

    pub fn central(mut self, change: impl Fn(&mut Header)) -> Self {
        self.central.as_mut().into_iter().for_each(change);
        self
    }

    pub fn with(mut self, change: impl Fn(&mut Self)) -> Self {
        change(&mut self);
        self
    }

    /// As a writer does that cannot seek: zeros in the local header, a data descriptor behind the data.
    pub fn streamed(self, signed: bool, wide: bool) -> Self {
        let mut item = self.both(|header| header.flags |= 1 << 3);
        item.descriptor = descriptor(&item.local, signed, wide);
        item.local(|header| (header.checksum, header.compressed, header.size) = (0, 0, 0))
    }

    fn write_local(&self, out: &mut Vec<u8>) {
        out.extend(b"PK\x03\x04\x14\x00");
        write_common(&self.local, out);
        out.extend(&self.local.name);
        out.extend(&self.local.extra);
        out.extend(&self.data);
        out.extend(&self.descriptor);
    }

    fn write_central(&self, header: &Header, offset: u32, out: &mut Vec<u8>) {
        out.extend(b"PK\x01\x02\x14\x00\x14\x00");
        write_common(header, out);
        out.extend((self.comment.len() as u16).to_le_bytes());
        out.extend([0; 4]);
        out.extend((self.mode << 16).to_le_bytes());
        out.extend(self.offset.unwrap_or(offset).to_le_bytes());
        out.extend(&header.name);
        out.extend(&header.extra);
        out.extend(&self.comment);
    }
}

/// The fields both headers share, from the flags to the length of the extra data.
fn write_common(header: &Header, out: &mut Vec<u8>) {
    out.extend(header.flags.to_le_bytes());
    out.extend(header.method.to_le_bytes());
    out.extend([0, 0, 0x21, 0]);
    out.extend(header.checksum.to_le_bytes());
    out.extend(header.compressed.to_le_bytes());
    out.extend(header.size.to_le_bytes());
    out.extend((header.name.len() as u16).to_le_bytes());
    out.extend((header.extra.len() as u16).to_le_bytes());
}

impl Zip {
    pub fn of(items: impl IntoIterator<Item = Item>) -> Self {
        Self { items: items.into_iter().collect(), ..Self::default() }
    }

    /// Replaces the item with this name.
    pub fn replace(mut self, name: &str, change: impl FnOnce(Item) -> Item) -> Self {
        let place = self.items.iter().position(|item| item.local.name == name.as_bytes()).unwrap();
        let item = self.items.remove(place);
        self.items.insert(place, change(item));
        self
    }

    pub fn without(mut self, name: &str) -> Self {
        self.items.retain(|item| item.local.name != name.as_bytes());
        self
    }

    pub fn and(mut self, item: Item) -> Self {
        self.items.push(item);
        self
    }

    pub fn with(mut self, change: impl FnOnce(&mut Self)) -> Self {
        change(&mut self);
        self
    }

    pub fn bytes(&self) -> Vec<u8> {
        let mut out = Vec::new();
        let mut offsets = Vec::new();
        for item in &self.items {
            out.extend(&item.before);
            offsets.push(out.len() as u32);
            item.write_local(&mut out);
        }
        out.extend(&self.before_directory);
        let start = out.len();
        let order = self.directory_order.clone().unwrap_or_else(|| (0..self.items.len()).collect());
        let mut count = 0;
        for index in order {
            if let Some(header) = &self.items[index].central {
                self.items[index].write_central(header, offsets[index], &mut out);
                count += 1;
            }
        }
        let size = (out.len() - start) as u32;
        if let Some(zip64) = self.zip64 {
            write_zip64(zip64, u64::from(count), size, start as u64, &mut out);
        }
        out.extend(&self.before_end);
        let saturate = self.zip64.is_some_and(|zip64| zip64.saturate);
        out.extend(b"PK\x05\x06");
        out.extend(self.disk.to_le_bytes());
        out.extend(self.disk.to_le_bytes());
        let count = if saturate { u16::MAX } else { self.count.unwrap_or(count) };
        out.extend([count.to_le_bytes(), count.to_le_bytes()].concat());
        out.extend(if saturate { u32::MAX } else { size }.to_le_bytes());
        out.extend(if saturate { u32::MAX } else { start as u32 + self.directory_shift }.to_le_bytes());
        out.extend((self.comment.len() as u16 + self.comment_length_shift).to_le_bytes());
        out.extend(&self.comment);
        out
    }
}

fn write_zip64(zip64: Zip64, count: u64, size: u32, start: u64, out: &mut Vec<u8>) {
    let record = out.len() as u64;
    out.extend(b"PK\x06\x06");
    out.extend(44u64.to_le_bytes());
    out.extend([45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    for value in [count + zip64.count_shift, count + zip64.count_shift, u64::from(size), start] {
        out.extend(value.to_le_bytes());
    }
    out.extend(b"PK\x06\x07\0\0\0\0");
    out.extend(record.to_le_bytes());
    out.extend(1u32.to_le_bytes());
}
