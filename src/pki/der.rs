//! A DER reader that keeps the original octets, and a normaliser from BER (ITU-T X.690).
//!
//! Signatures are made over octets as they stand, so nothing here is ever re-encoded or re-sorted except where BER leaves
//! no choice: indefinite lengths and strings in pieces, as old time-stamp tokens have them.

mod ber;
mod time;
mod write;

pub use ber::normalise;
pub use time::{generalized_time, utc_time};
pub(super) use write::{integer, object_identifier, value};

use crate::Timestamp;

/// Tags this program reads.
pub mod tag {
    /// BOOLEAN.
    pub const BOOLEAN: u8 = 0x01;
    /// INTEGER.
    pub const INTEGER: u8 = 0x02;
    /// BIT STRING.
    pub const BIT_STRING: u8 = 0x03;
    /// OCTET STRING.
    pub const OCTET_STRING: u8 = 0x04;
    /// OBJECT IDENTIFIER.
    pub const OBJECT_IDENTIFIER: u8 = 0x06;
    /// ENUMERATED.
    pub const ENUMERATED: u8 = 0x0a;
    /// UTCTime.
    pub const UTC_TIME: u8 = 0x17;
    /// GeneralizedTime.
    pub const GENERALIZED_TIME: u8 = 0x18;
    /// SEQUENCE.
    pub const SEQUENCE: u8 = 0x30;
    /// SET.
    pub const SET: u8 = 0x31;

    /// Constructed context-specific tag `[number]`, for numbers below 31.
    #[must_use]
    pub const fn context(number: u8) -> u8 {
        0xa0 | number
    }

    /// Primitive context-specific tag `[number]`, for numbers below 31.
    #[must_use]
    pub const fn primitive(number: u8) -> u8 {
        0x80 | number
    }
}

/// The octets are not the DER that was expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unexpected DER: {0}")]
pub struct DerFault(pub &'static str);

/// One value: its tag, its content, and all its octets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Value<'d> {
    /// The tag octet.
    pub tag: u8,
    /// The content.
    pub content: &'d [u8],
    /// Tag, length and content, as they stand.
    pub octets: &'d [u8],
}

/// Reads values one after the other.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'d> {
    rest: &'d [u8],
}

impl<'d> Reader<'d> {
    /// A reader over `octets`.
    #[must_use]
    pub fn new(octets: &'d [u8]) -> Self {
        Self { rest: octets }
    }

    /// Whether everything was read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// How many octets are left.
    #[must_use]
    pub fn remaining(&self) -> usize {
        self.rest.len()
    }

    /// The tag of the next value.
    #[must_use]
    pub fn peek(&self) -> Option<u8> {
        self.rest.first().copied()
    }

    /// The next value, whatever it is.
    ///
    /// # Errors
    /// [`DerFault`] where the octets end, the tag is of the high form, or the length is not minimal and definite.
    pub fn any(&mut self) -> Result<Value<'d>, DerFault> {
        let (header, length) = header(self.rest)?;
        let end = header.checked_add(length).ok_or(DerFault("length"))?;
        let (octets, rest) = self.rest.split_at_checked(end).ok_or(DerFault("the octets end too early"))?;
        let content = octets.get(header..).ok_or(DerFault("length"))?;
        let tag = octets.first().copied().ok_or(DerFault("nothing there"))?;
        self.rest = rest;
        Ok(Value { tag, content, octets })
    }

    /// The next value, which must have `tag`.
    ///
    /// # Errors
    /// [`DerFault`].
    pub fn value(&mut self, tag: u8) -> Result<Value<'d>, DerFault> {
        if self.peek() != Some(tag) {
            return Err(DerFault("another tag was expected"));
        }
        self.any()
    }

    /// The next value if it has `tag`.
    ///
    /// # Errors
    /// [`DerFault`] where it has, and is malformed.
    pub fn optional(&mut self, tag: u8) -> Result<Option<Value<'d>>, DerFault> {
        if self.peek() == Some(tag) { self.any().map(Some) } else { Ok(None) }
    }

    /// A reader over the next value's content.
    ///
    /// # Errors
    /// [`DerFault`].
    pub fn inside(&mut self, tag: u8) -> Result<Self, DerFault> {
        Ok(Self::new(self.value(tag)?.content))
    }

    /// The next OBJECT IDENTIFIER, dotted.
    ///
    /// # Errors
    /// [`DerFault`].
    pub fn object_identifier(&mut self) -> Result<String, DerFault> {
        dotted(self.value(tag::OBJECT_IDENTIFIER)?.content)
    }

    /// The next INTEGER as hexadecimal digits, lower case, without leading zeros; negative ones with a minus sign.
    ///
    /// # Errors
    /// [`DerFault`].
    pub fn integer(&mut self) -> Result<String, DerFault> {
        Ok(hexadecimal(self.value(tag::INTEGER)?.content))
    }

    /// The next INTEGER as a small number.
    ///
    /// # Errors
    /// [`DerFault`] where it is negative or above 32 bits.
    pub fn small_integer(&mut self) -> Result<u32, DerFault> {
        small(self.value(tag::INTEGER)?.content)
    }

    /// The next BIT STRING's octets; unused bits must be none.
    ///
    /// # Errors
    /// [`DerFault`].
    pub fn bit_string(&mut self) -> Result<&'d [u8], DerFault> {
        match self.value(tag::BIT_STRING)?.content.split_first() {
            Some((0, octets)) => Ok(octets),
            _ => Err(DerFault("a bit string with unused bits")),
        }
    }

    /// The next BIT STRING's octets, where it holds a signature value. Some encoders take the zero bits at its end for
    /// unused ones; the value is all its octets all the same, and right or wrong by itself.
    ///
    /// # Errors
    /// [`DerFault`].
    pub fn signature_value(&mut self) -> Result<&'d [u8], DerFault> {
        match self.value(tag::BIT_STRING)?.content.split_first() {
            Some((0..=7, octets)) => Ok(octets),
            _ => Err(DerFault("a bit string of another form")),
        }
    }

    /// The next UTCTime or GeneralizedTime.
    ///
    /// # Errors
    /// [`DerFault`].
    pub fn time(&mut self) -> Result<Timestamp, DerFault> {
        let value = self.any()?;
        match value.tag {
            tag::UTC_TIME => utc_time(value.content),
            tag::GENERALIZED_TIME => generalized_time(value.content),
            _ => Err(DerFault("a time was expected")),
        }
    }

    /// Nothing may follow.
    ///
    /// # Errors
    /// [`DerFault`].
    pub fn end(&self) -> Result<(), DerFault> {
        if self.is_empty() { Ok(()) } else { Err(DerFault("something follows")) }
    }
}

/// Length of tag and length octets, and length of the content.
fn header(octets: &[u8]) -> Result<(usize, usize), DerFault> {
    let (tag, rest) = octets.split_first().ok_or(DerFault("nothing there"))?;
    if tag & 0x1f == 0x1f {
        return Err(DerFault("a tag of the high form"));
    }
    let (first, rest) = rest.split_first().ok_or(DerFault("no length"))?;
    if *first < 0x80 {
        return Ok((2, usize::from(*first)));
    }
    let count = usize::from(first & 0x7f);
    let digits = rest.get(..count).filter(|_| (1..=4).contains(&count)).ok_or(DerFault("length"))?;
    let length = digits.iter().fold(0_usize, |length, digit| length << 8 | usize::from(*digit));
    let minimal = digits.first() != Some(&0) && length >= 0x80;
    if !minimal {
        return Err(DerFault("a length that is not minimal"));
    }
    Ok((count.saturating_add(2), length))
}

/// An object identifier's content, dotted.
///
/// # Errors
/// [`DerFault`] where an arc is cut off or above 64 bits.
pub fn dotted(content: &[u8]) -> Result<String, DerFault> {
    let mut arcs = Vec::new();
    let mut arc: u64 = 0;
    for octet in content {
        arc = arc.checked_mul(128).ok_or(DerFault("an identifier arc"))? | u64::from(octet & 0x7f);
        if octet & 0x80 == 0 {
            arcs.push(arc);
            arc = 0;
        }
    }
    if content.last().is_none_or(|last| last & 0x80 != 0) {
        return Err(DerFault("an identifier that is cut off"));
    }
    let (first, rest) = arcs.split_first().ok_or(DerFault("an empty identifier"))?;
    let (root, second) = match first {
        0..=39 => (0, *first),
        40..=79 => (1, first.saturating_sub(40)),
        _ => (2, first.saturating_sub(80)),
    };
    let mut text = format!("{root}.{second}");
    for arc in rest {
        text.push_str(&format!(".{arc}"));
    }
    Ok(text)
}

/// An INTEGER's content as hexadecimal digits without leading zeros.
#[must_use]
pub fn hexadecimal(content: &[u8]) -> String {
    let digits: String = content.iter().map(|octet| format!("{octet:02x}")).collect();
    let trimmed = digits.trim_start_matches('0');
    let text = if trimmed.is_empty() { "0" } else { trimmed };
    let negative = content.first().is_some_and(|first| *first >= 0x80);
    if negative { format!("-{text}") } else { text.to_owned() }
}

/// An INTEGER's content as a small number.
///
/// # Errors
/// [`DerFault`] where it is negative or above 32 bits.
pub fn small(content: &[u8]) -> Result<u32, DerFault> {
    let mut digits = content;
    while let [0, rest @ ..] = digits {
        digits = rest;
    }
    if content.is_empty() || digits.len() > 4 || content.first().is_some_and(|first| *first >= 0x80) {
        return Err(DerFault("a number out of range"));
    }
    Ok(digits.iter().fold(0, |number, digit| number << 8 | u32::from(*digit)))
}

#[cfg(test)]
mod tests;
