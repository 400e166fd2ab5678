//! Streams of a file that is not loaded yet: found by their keyword, wherever tables of the file say they are, and expanded
//! without keeping what comes out. An object stream or a table of objects is expanded as soon as the file is opened.

use super::Excess;
use crate::limits;

/// The best that deflate can do.
const DEFLATE_RATIO: usize = 1_032;
/// The best that run lengths can do.
const RUN_LENGTH_RATIO: usize = 64;

/// Whether a file can be opened: its size, what its streams expand to, how many dictionaries it has.
pub(in super::super) fn before_loading(content: &[u8]) -> Result<(), Excess> {
    if content.len() > limits::PDF_BYTES {
        return Err(Excess);
    }
    // Nobody outside can tell what encrypted streams expand to.
    if find(content, b"/Encrypt").is_some() && content.len() > limits::PDF_ENCRYPTED_BYTES {
        return Err(Excess);
    }
    let mut sum = Expanded { octets: 0, dictionaries: dictionaries(content) };
    let mut from = 0;
    while let Some(start) = next_stream(content, from) {
        // Not cut at the end of the object before: that could be written into a string of this one.
        let before = content.get(start.saturating_sub(limits::PDF_STREAM_DICTIONARY_BYTES)..start).unwrap_or_default();
        sum.add(content.get(start..).unwrap_or_default(), Filters::named_in(before))?;
        from = start;
    }
    sum.check()
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
            let expands = match name {
                b"FlateDecode" | b"Fl" => &mut filters.deflate,
                b"LZWDecode" | b"LZW" => &mut filters.lzw,
                b"RunLengthDecode" | b"RL" => &mut filters.run_length,
                b"Filter" => {
                    filters.unclear |= next.is_some_and(|byte| byte.is_ascii_digit() || *byte == b'%');
                    continue;
                }
                _ => {
                    let plain = name.iter().all(u8::is_ascii_graphic) && name.len() < 40;
                    filters.unclear |= plain && name.contains(&b'#') && spells_a_filter(name);
                    continue;
                }
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
    [&b"FlateDecode"[..], b"Fl", b"LZW", b"RunLengthDecode", b"RL"].iter().any(|name| text.starts_with(name))
}

/// Whether a name with `#`, each of which stands for one character, is as long as a filter's or its key's.
fn spells_a_filter(name: &[u8]) -> bool {
    let written = name.iter().filter(|byte| **byte == b'#').count();
    let length = name.len().saturating_sub(written.saturating_mul(2));
    [1, 2, 3, 6, 9, 11, 15].contains(&length)
}

struct Expanded {
    octets: usize,
    dictionaries: usize,
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
        let ratio = match filters {
            Filters { unclear: true, .. } | Filters { lzw: true, .. } => DEFLATE_RATIO,
            Filters { deflate: true, .. } if !whole => DEFLATE_RATIO,
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
        let mut block = vec![0; limits::READ_BLOCK_BYTES];
        loop {
            let (read, written) = (inflater.total_in(), inflater.total_out());
            let status = inflater.decompress(rest, &mut block, flate2::FlushDecompress::None);
            let progress = |now: u64, then: u64| usize::try_from(now.saturating_sub(then)).unwrap_or(usize::MAX);
            let written = progress(inflater.total_out(), written);
            rest = rest.get(progress(inflater.total_in(), read)..).unwrap_or_default();
            self.octets = self.octets.saturating_add(written);
            self.dictionaries =
                self.dictionaries.saturating_add(dictionaries(block.get(..written).unwrap_or_default()));
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
