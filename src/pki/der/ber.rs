//! BER to definite, primitive form: indefinite lengths get lengths, strings in pieces become one. Order is kept, and what
//! is definite already stays as it is.

use std::borrow::Cow;

use super::DerFault;
use crate::limits;

/// The first value of `octets` in definite form; nothing but zero padding may follow it.
///
/// # Errors
/// [`DerFault`] where the encoding is broken or beyond the limits of depth and size.
pub fn normalise(octets: &[u8]) -> Result<Cow<'_, [u8]>, DerFault> {
    if octets.len() > limits::DER_BYTES {
        return Err(DerFault("too large"));
    }
    let element = Element::read(octets, 0)?;
    let rest = octets.get(element.end..).unwrap_or_default();
    if rest.iter().any(|octet| *octet != 0) {
        return Err(DerFault("something follows"));
    }
    if element.is_definite(octets, 0)? {
        return octets.get(..element.end).map(Cow::Borrowed).ok_or(DerFault("length"));
    }
    let mut written = Vec::with_capacity(octets.len());
    element.write(octets, 0, &mut written)?;
    Ok(Cow::Owned(written))
}

/// Where one value stands.
#[derive(Clone, Copy)]
struct Element {
    tag: u8,
    /// Start of the content.
    content: usize,
    /// End of the content.
    content_end: usize,
    /// End of the value, end-of-contents octets included.
    end: usize,
    /// Whether the length is definite and minimal.
    minimal: bool,
}

const CONSTRUCTED: u8 = 0x20;

impl Element {
    /// Reads the value that starts at `at`.
    fn read(octets: &[u8], at: usize) -> Result<Self, DerFault> {
        Self::read_nested(octets, at, 0)
    }

    fn read_nested(octets: &[u8], at: usize, depth: usize) -> Result<Self, DerFault> {
        if depth > limits::DER_DEPTH {
            return Err(DerFault("too deep"));
        }
        let rest = octets.get(at..).ok_or(DerFault("the octets end too early"))?;
        let [tag, first, rest @ ..] = rest else { return Err(DerFault("the octets end too early")) };
        if tag & 0x1f == 0x1f {
            return Err(DerFault("a tag of the high form"));
        }
        if *first == 0x80 {
            return Self::indefinite(octets, *tag, at, depth);
        }
        let count = if *first < 0x80 { 0 } else { usize::from(first & 0x7f) };
        let digits = rest.get(..count).filter(|_| count <= 4).ok_or(DerFault("length"))?;
        let short = usize::from(*first);
        let length = digits.iter().fold(0_usize, |length, digit| length << 8 | usize::from(*digit));
        let length = if count == 0 { short } else { length };
        let content = at.saturating_add(2).saturating_add(count);
        let end = content.saturating_add(length);
        if end > octets.len() {
            return Err(DerFault("the octets end too early"));
        }
        let minimal = count == 0 || (digits.first() != Some(&0) && length >= 0x80);
        Ok(Self { tag: *tag, content, content_end: end, end, minimal })
    }

    fn indefinite(octets: &[u8], tag: u8, at: usize, depth: usize) -> Result<Self, DerFault> {
        if tag & CONSTRUCTED == 0 {
            return Err(DerFault("an indefinite length on a primitive value"));
        }
        let content = at.saturating_add(2);
        let mut next = content;
        while octets.get(next..next.saturating_add(2)) != Some(&[0, 0]) {
            next = Self::read_nested(octets, next, depth.saturating_add(1))?.end;
        }
        Ok(Self { tag, content, content_end: next, end: next.saturating_add(2), minimal: false })
    }

    fn children(self, octets: &[u8], depth: usize) -> Result<Vec<Self>, DerFault> {
        if depth > limits::DER_DEPTH {
            return Err(DerFault("too deep"));
        }
        let mut children = Vec::new();
        let mut next = self.content;
        while next < self.content_end {
            let child = Self::read_nested(octets, next, depth)?;
            next = child.end;
            children.push(child);
        }
        if next == self.content_end { Ok(children) } else { Err(DerFault("values overlap")) }
    }

    /// Whether nothing at or below this value needs rewriting. A SET or SEQUENCE of arbitrary octets inside a primitive
    /// string is not looked into.
    fn is_definite(self, octets: &[u8], depth: usize) -> Result<bool, DerFault> {
        if !self.minimal || self.is_string_in_pieces() {
            return Ok(false);
        }
        if self.tag & CONSTRUCTED == 0 {
            return Ok(true);
        }
        for child in self.children(octets, depth.saturating_add(1))? {
            if !child.is_definite(octets, depth.saturating_add(1))? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// A universal string type with the constructed bit: OCTET STRING, BIT STRING is not used so in tokens.
    fn is_string_in_pieces(self) -> bool {
        self.tag == 0x24
    }

    fn write(self, octets: &[u8], depth: usize, out: &mut Vec<u8>) -> Result<(), DerFault> {
        if depth > limits::DER_DEPTH {
            return Err(DerFault("too deep"));
        }
        let mut content = Vec::new();
        if self.is_string_in_pieces() {
            self.join(octets, depth, &mut content)?;
        } else if self.tag & CONSTRUCTED == 0 {
            content.extend_from_slice(octets.get(self.content..self.content_end).unwrap_or_default());
        } else {
            for child in self.children(octets, depth.saturating_add(1))? {
                child.write(octets, depth.saturating_add(1), &mut content)?;
            }
        }
        let tag = if self.is_string_in_pieces() { 0x04 } else { self.tag };
        write_value(tag, &content, out)
    }

    /// The octets of a string in pieces, which may hold strings in pieces.
    fn join(self, octets: &[u8], depth: usize, out: &mut Vec<u8>) -> Result<(), DerFault> {
        for piece in self.children(octets, depth.saturating_add(1))? {
            match piece.tag {
                0x04 => out.extend_from_slice(octets.get(piece.content..piece.content_end).unwrap_or_default()),
                0x24 => piece.join(octets, depth.saturating_add(1), out)?,
                _ => return Err(DerFault("a string of other pieces")),
            }
        }
        Ok(())
    }
}

/// Writes one value in DER.
pub(in crate::pki) fn write_value(tag: u8, content: &[u8], out: &mut Vec<u8>) -> Result<(), DerFault> {
    let length = u32::try_from(content.len()).map_err(|_| DerFault("too large"))?;
    out.push(tag);
    let digits: Vec<u8> = length.to_be_bytes().into_iter().skip_while(|digit| *digit == 0).collect();
    match digits.as_slice() {
        [] => out.push(0),
        [short] if *short < 0x80 => out.push(*short),
        long => {
            out.push(0x80 | u8::try_from(long.len()).unwrap_or(4));
            out.extend_from_slice(long);
        }
    }
    out.extend_from_slice(content);
    Ok(())
}
