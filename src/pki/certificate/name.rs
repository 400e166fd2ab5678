//! Distinguished names (RFC 5280, 4.1.2.4 and 7.1; RFC 4514).

mod stated;

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::pki::der::{DerFault, Reader, hexadecimal, tag};

/// A distinguished name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Name {
    /// Attributes in encoding order: dotted type and text (or `#` and hexadecimal DER where it is no string).
    pub attributes: Vec<(String, String)>,
    /// DER of the whole name.
    #[serde(skip)]
    pub der: Vec<u8>,
}

/// Short names of attribute types (RFC 4519; RFC 2985; X.520).
const SHORT_NAMES: [(&str, &str); 26] = [
    ("2.5.4.3", "CN"),
    ("2.5.4.4", "SN"),
    ("2.5.4.5", "serialNumber"),
    ("2.5.4.6", "C"),
    ("2.5.4.7", "L"),
    ("2.5.4.8", "ST"),
    ("2.5.4.9", "STREET"),
    ("2.5.4.10", "O"),
    ("2.5.4.11", "OU"),
    ("2.5.4.12", "title"),
    ("2.5.4.13", "description"),
    ("2.5.4.15", "businessCategory"),
    ("2.5.4.16", "postalAddress"),
    ("2.5.4.17", "postalCode"),
    ("2.5.4.20", "telephoneNumber"),
    ("2.5.4.41", "name"),
    ("2.5.4.42", "GN"),
    ("2.5.4.43", "initials"),
    ("2.5.4.44", "generationQualifier"),
    ("2.5.4.45", "uniqueIdentifier"),
    ("2.5.4.46", "dnQualifier"),
    ("2.5.4.65", "pseudonym"),
    ("2.5.4.97", "organizationIdentifier"),
    ("0.9.2342.19200300.100.1.1", "UID"),
    ("0.9.2342.19200300.100.1.25", "DC"),
    ("1.2.840.113549.1.9.1", "emailAddress"),
];

impl Name {
    /// RFC 5280, 7.1 comparison: the same relative names in the same order, letter case and runs of spaces folded; the
    /// attributes inside one relative name have no order.
    #[must_use]
    pub fn same(&self, other: &Self) -> bool {
        if !self.der.is_empty() && self.der == other.der {
            return true;
        }
        if self.attributes.is_empty() || self.attributes.len() != other.attributes.len() {
            return false;
        }
        if self.is_flat() && other.is_flat() {
            return self.attributes.iter().zip(&other.attributes).all(|(left, right)| same_attribute(left, right));
        }
        let (own, others) = (self.relative_names(), other.relative_names());
        own.len() == others.len() && own.iter().zip(&others).all(|(left, right)| same_set(left, right))
    }

    /// Whether `base` stands above this name in the directory, or is this name (RFC 5280, 4.2.1.10).
    #[must_use]
    pub fn is_within(&self, base: &Self) -> bool {
        let (own, above) = (self.relative_names(), base.relative_names());
        above.len() <= own.len() && above.iter().zip(&own).all(|(left, right)| same_set(left, right))
    }

    /// First value of an attribute, by dotted type.
    #[must_use]
    pub fn attribute(&self, oid: &str) -> Option<&str> {
        self.attributes.iter().find(|(name, _)| name == oid).map(|(_, value)| value.as_str())
    }

    /// commonName, else organizationName, else the whole name: what a person calls the holder.
    #[must_use]
    pub fn display_name(&self) -> String {
        let said = |oid| self.attribute(oid).filter(|value| !value.trim().is_empty());
        said("2.5.4.3").or_else(|| said("2.5.4.10")).map_or_else(|| self.to_string(), str::to_owned)
    }

    /// Whether `text`, an X509IssuerName of any usual spelling and either order, is this name. A hint, never proof.
    #[must_use]
    pub fn matches_text(&self, text: &str) -> bool {
        stated::is_name(text, self)
    }

    /// Whether every relative name has one attribute, as all but a few names do.
    fn is_flat(&self) -> bool {
        self.sizes().all(|size| size == 1)
    }

    /// How many attributes each relative name has.
    fn sizes(&self) -> impl Iterator<Item = usize> + '_ {
        let unstructured = if self.der.is_empty() { self.attributes.len() } else { 0 };
        let mut sets = Reader::new(&self.der).inside(tag::SEQUENCE).unwrap_or(Reader::new(&[]));
        let encoded = std::iter::from_fn(move || {
            let mut set = sets.inside(tag::SET).ok()?;
            let attributes = std::iter::from_fn(move || set.any().ok());
            Some(attributes.count())
        });
        encoded.chain(std::iter::repeat_n(1, unstructured))
    }

    fn relative_names(&self) -> Vec<&[(String, String)]> {
        let mut rest = self.attributes.as_slice();
        let mut names = Vec::new();
        for size in self.sizes() {
            let Some((name, others)) = rest.split_at_checked(size) else { break };
            names.push(name);
            rest = others;
        }
        names
    }
}

/// RFC 4514, most significant last, with a space after each comma as people read it. Nothing is left out: characters that
/// could be mistaken are written as octets.
impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, name) in self.relative_names().iter().rev().enumerate() {
            for (index, (oid, value)) in name.iter().enumerate() {
                f.write_str(match (position, index) {
                    (0, 0) => "",
                    (_, 0) => ", ",
                    _ => "+",
                })?;
                let short = SHORT_NAMES.iter().find(|(name, _)| name == oid).map_or(oid.as_str(), |(_, short)| short);
                write!(f, "{short}=")?;
                escaped(value, f)?;
            }
        }
        Ok(())
    }
}

fn escaped(value: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let last = value.chars().count().saturating_sub(1);
    let encoded = value.strip_prefix('#').is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_hexdigit()));
    for (position, character) in value.chars().enumerate() {
        let outermost = position == 0 || position == last;
        match character {
            ',' | '+' | '"' | '\\' | '<' | '>' | ';' => write!(f, "\\{character}")?,
            ' ' if outermost => f.write_str("\\ ")?,
            '#' if position == 0 && !encoded => f.write_str("\\#")?,
            _ if is_deceptive(character) => {
                character.encode_utf8(&mut [0; 4]).bytes().try_for_each(|byte| write!(f, "\\{byte:02X}"))?;
            }
            _ => write!(f, "{character}")?,
        }
    }
    Ok(())
}

/// Control characters, and those that change direction or cannot be seen.
fn is_deceptive(character: char) -> bool {
    let invisible = matches!(character, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}');
    character.is_control() || invisible || character == '\u{feff}'
}

fn same_set(left: &[(String, String)], right: &[(String, String)]) -> bool {
    let all_in = |these: &[(String, String)], those: &[(String, String)]| {
        these.iter().all(|this| those.iter().any(|that| same_attribute(this, that)))
    };
    left.len() == right.len() && all_in(left, right) && all_in(right, left)
}

fn same_attribute(left: &(String, String), right: &(String, String)) -> bool {
    left.0 == right.0 && (left.1 == right.1 || folded(&left.1).eq(folded(&right.1)))
}

/// Letters in lower case, one space between words.
fn folded(value: &str) -> impl Iterator<Item = char> + '_ {
    value.split_whitespace().enumerate().flat_map(|(position, word)| {
        let space = (position > 0).then_some(' ');
        space.into_iter().chain(word.chars().flat_map(char::to_lowercase))
    })
}

/// A Name from its DER.
pub(in crate::pki) fn read(der: &[u8]) -> Result<Name, DerFault> {
    let mut file = Reader::new(der);
    let mut sets = file.inside(tag::SEQUENCE)?;
    file.end()?;
    let mut attributes = Vec::new();
    while !sets.is_empty() {
        let mut set = sets.inside(tag::SET)?;
        while !set.is_empty() {
            let mut attribute = set.inside(tag::SEQUENCE)?;
            let oid = attribute.object_identifier()?;
            let value = attribute.any()?;
            attributes.push((oid, text(value.tag, value.content, value.octets)));
        }
    }
    Ok(Name { attributes, der: der.to_vec() })
}

/// The text of an attribute value, or `#` and its DER in hexadecimal where it is no string.
fn text(value_tag: u8, content: &[u8], octets: &[u8]) -> String {
    let encoded = || format!("#{}", octets.iter().map(|octet| format!("{octet:02x}")).collect::<String>());
    match value_tag {
        // UTF8String, and the subsets of ASCII: NumericString, PrintableString, IA5String, VisibleString.
        0x0c | 0x12 | 0x13 | 0x16 | 0x1a => std::str::from_utf8(content).map_or_else(|_| encoded(), str::to_owned),
        // TeletexString is Latin-1 in practice.
        0x14 => content.iter().map(|octet| char::from(*octet)).collect(),
        // UniversalString: UTF-32, big-endian.
        0x1c => {
            let number = |four: &[u8]| four.iter().fold(0_u32, |number, octet| number << 8 | u32::from(*octet));
            let characters: Option<String> =
                content.chunks(4).map(|four| char::from_u32(number(four)).filter(|_| four.len() == 4)).collect();
            characters.unwrap_or_else(encoded)
        }
        // BMPString: UTF-16, big-endian.
        0x1e if content.len().is_multiple_of(2) => {
            let units =
                content.chunks_exact(2).map(|pair| pair.iter().fold(0, |unit, octet| unit << 8 | u16::from(*octet)));
            String::from_utf16(&units.collect::<Vec<_>>()).unwrap_or_else(|_| encoded())
        }
        tag::INTEGER => hexadecimal(content),
        _ => encoded(),
    }
}

#[cfg(test)]
mod tests;
