//! Streams of a file that is not loaded yet: found by their keyword, wherever tables of the file say they are, and expanded
//! without keeping what comes out. An object stream or a table of objects is expanded as soon as the file is opened.

use super::Excess;
use crate::limits;

/// The best that deflate can do.
const DEFLATE_RATIO: usize = 1_032;
/// Octets of the longest name of a filter, each written as three.
const LONGEST_NAME: usize = 45;
/// Octets expanded at once.
const BLOCK: usize = 32 * 1024;
/// The best that run lengths can do.
const RUN_LENGTH_RATIO: usize = 64;

/// Whether a file can be opened: its size, what its streams expand to, how many dictionaries it has.
pub(in super::super) fn before_loading(content: &[u8]) -> Result<(), Excess> {
    if content.len() > limits::PDF_BYTES {
        return Err(Excess);
    }
    // Nobody outside can tell what encrypted streams expand to: such a file must be small.
    let encrypted = find(content, b"/Encrypt").is_some();
    if encrypted && content.len() > limits::PDF_ENCRYPTED_BYTES {
        return Err(Excess);
    }
    let block = vec![0; BLOCK];
    let mut sum = Expanded { octets: 0, dictionaries: dictionaries(content), encrypted, block };
    let mut from = 0;
    let mut ends = Ends::default();
    while let Some(start) = next_stream(content, from) {
        // Not cut at the end of the object before: that could be written into a string of this one.
        ends.search(content, start)?;
        let before = content.get(start.saturating_sub(limits::PDF_STREAM_DICTIONARY_BYTES)..start).unwrap_or_default();
        sum.add(content.get(start..).unwrap_or_default(), Filters::named_in(before))?;
        from = start;
    }
    sum.check()
}

/// The search for the ends of streams, as the interpreter will do it where a length is wrong.
#[derive(Default)]
struct Ends {
    next: usize,
    searched: usize,
}

impl Ends {
    fn search(&mut self, content: &[u8], start: usize) -> Result<(), Excess> {
        if self.next < start {
            let found = find(content.get(start..).unwrap_or_default(), b"endstream");
            self.next = found.map_or(content.len(), |found| start.saturating_add(found));
        }
        self.searched = self.searched.saturating_add(self.next.saturating_sub(start));
        if self.searched > limits::PDF_SEARCHED_BYTES { Err(Excess) } else { Ok(()) }
    }
}

/// Where the data of the next stream begins.
fn next_stream(content: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        let rest = content.get(at..)?;
        let found = find(rest, b"stream")?;
        let end = found.checked_add(b"stream".len())?;
        let data = match rest.get(end..)? {
            [b'\r', b'\n', ..] => end.checked_add(2)?,
            [b'\n' | b'\r', ..] => end.checked_add(1)?,
            _ => {
                at = at.checked_add(end)?;
                continue;
            }
        };
        if found.checked_sub(3).and_then(|before| rest.get(before..found)) != Some(b"end") {
            return at.checked_add(data);
        }
        at = at.checked_add(end)?;
    }
}

/// What the dictionaries before a stream say of filters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Filters {
    deflate: bool,
    lzw: bool,
    run_length: bool,
    /// One after the other, under another spelling, or named elsewhere: what comes out is not known.
    unclear: bool,
}

impl Filters {
    fn named_in(dictionary: &[u8]) -> Self {
        let mut filters = Self::default();
        let mut names = dictionary.split(|byte| *byte == b'/').skip(1).peekable();
        while let Some(text) = names.next() {
            let end = text.iter().position(|byte| is_delimiter(*byte)).unwrap_or(text.len());
            let (name, after) = text.split_at_checked(end).unwrap_or((text, &[]));
            let next = after.iter().find(|byte| !byte.is_ascii_whitespace() && **byte != b'[');
            let plain = unescaped(name);
            let expands = match plain.as_slice() {
                b"FlateDecode" | b"Fl" => &mut filters.deflate,
                b"LZWDecode" | b"LZW" => &mut filters.lzw,
                b"RunLengthDecode" | b"RL" => &mut filters.run_length,
                b"Filter" => {
                    filters.unclear |= next.is_some_and(|byte| byte.is_ascii_digit() || *byte == b'%');
                    continue;
                }
                _ => continue,
            };
            *expands = true;
            let chained = next.is_none() && names.peek().is_some_and(|name| is_filter(name));
            filters.unclear |= chained || next == Some(&b'%');
        }
        filters
    }
}

fn is_delimiter(byte: u8) -> bool {
    byte.is_ascii_whitespace() || b"()<>[]{}%".contains(&byte)
}

/// Whether a text begins with the name of a filter that expands.
fn is_filter(text: &[u8]) -> bool {
    let text = unescaped(text);
    [&b"FlateDecode"[..], b"Fl", b"LZW", b"RunLengthDecode", b"RL"].iter().any(|name| text.starts_with(name))
}

/// A name whose characters may be written as `#` and two digits.
fn unescaped(name: &[u8]) -> Vec<u8> {
    let mut plain = Vec::new();
    let mut rest = name.get(..name.len().min(LONGEST_NAME)).unwrap_or_default();
    while let Some((first, after)) = rest.split_first() {
        let digits = after.get(..2).filter(|_| *first == b'#').and_then(|digits| std::str::from_utf8(digits).ok());
        let written = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        plain.push(written.unwrap_or(*first));
        rest = if written.is_some() { after.get(2..).unwrap_or_default() } else { after };
    }
    plain
}

struct Expanded {
    octets: usize,
    dictionaries: usize,
    encrypted: bool,
    /// What was expanded last.
    block: Vec<u8>,
}

impl Expanded {
    fn check(&self) -> Result<(), Excess> {
        let within = self.octets <= limits::PDF_EXPANDED_BYTES && self.dictionaries <= limits::PDF_DICTIONARIES;
        if within { Ok(()) } else { Err(Excess) }
    }

    /// Counts what a stream expands to. Where that cannot be found out, the worst is counted.
    fn add(&mut self, data: &[u8], filters: Filters) -> Result<(), Excess> {
        // Data that happens to be deflated under no such name costs little to try, and nothing is believed of names.
        let whole = self.inflate(data)?;
        if filters.unclear {
            return Err(Excess);
        }
        let ratio = match filters {
            Filters { lzw: true, .. } => DEFLATE_RATIO,
            Filters { deflate: true, .. } if !whole && !self.encrypted => DEFLATE_RATIO,
            Filters { run_length: true, .. } => RUN_LENGTH_RATIO,
            _ => 0,
        };
        self.octets = self.octets.saturating_add(data.len().saturating_mul(ratio));
        self.check()
    }

    /// Whether the data is one whole deflated stream.
    fn inflate(&mut self, data: &[u8]) -> Result<bool, Excess> {
        let zlib = matches!(data, [first, second, ..]
            if first & 0x0f == 8 && u16::from_be_bytes([*first, *second]) % 31 == 0 && second & 0x20 == 0);
        let mut rest = if zlib { data.get(2..).unwrap_or_default() } else { data };
        let mut inflater = flate2::Decompress::new(false);
        loop {
            let (read, written) = (inflater.total_in(), inflater.total_out());
            let status = inflater.decompress(rest, &mut self.block, flate2::FlushDecompress::None);
            let progress = |now: u64, then: u64| usize::try_from(now.saturating_sub(then)).unwrap_or(usize::MAX);
            let written = progress(inflater.total_out(), written);
            rest = rest.get(progress(inflater.total_in(), read)..).unwrap_or_default();
            self.octets = self.octets.saturating_add(written);
            self.dictionaries =
                self.dictionaries.saturating_add(dictionaries(self.block.get(..written).unwrap_or_default()));
            self.check()?;
            match status {
                Ok(flate2::Status::StreamEnd) => return Ok(true),
                Ok(_) if written > 0 => {}
                _ => return Ok(false),
            }
        }
    }
}

fn dictionaries(content: &[u8]) -> usize {
    let mut count = 0_usize;
    let mut rest = content;
    while let Some(at) = find(rest, b"<<") {
        count = count.saturating_add(1);
        rest = rest.get(at.saturating_add(2)..).unwrap_or_default();
    }
    count
}

fn find(content: &[u8], needle: &[u8]) -> Option<usize> {
    let first = *needle.first()?;
    let mut at = 0_usize;
    loop {
        let rest = content.get(at..)?;
        let candidate = rest.iter().position(|byte| *byte == first)?;
        if rest.get(candidate..)?.starts_with(needle) {
            return at.checked_add(candidate);
        }
        at = at.checked_add(candidate)?.checked_add(1)?;
    }
}
