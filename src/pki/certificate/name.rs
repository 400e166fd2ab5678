//! Distinguished names (RFC 5280, 4.1.2.4 and 7.1; RFC 4514).

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::pki::der::{Reader, hexadecimal, tag};

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
const SHORT_NAMES: [(&str, &str); 15] = [
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
    ("2.5.4.42", "GN"),
    ("2.5.4.65", "pseudonym"),
    ("2.5.4.97", "organizationIdentifier"),
    ("0.9.2342.19200300.100.1.25", "DC"),
    ("1.2.840.113549.1.9.1", "emailAddress"),
];

/// Other spellings that X509IssuerName is found with.
const OTHER_SPELLINGS: [(&str, &str); 6] = [
    ("SERIALNUMBER", "2.5.4.5"),
    ("S", "2.5.4.8"),
    ("GIVENNAME", "2.5.4.42"),
    ("SURNAME", "2.5.4.4"),
    ("E", "1.2.840.113549.1.9.1"),
    ("EMAIL", "1.2.840.113549.1.9.1"),
];

impl Name {
    /// RFC 5280, 7.1 comparison: same attributes in the same order, letter case and runs of spaces folded.
    #[must_use]
    pub fn same(&self, other: &Self) -> bool {
        if !self.der.is_empty() && self.der == other.der {
            return true;
        }
        let pairs = self.attributes.iter().zip(&other.attributes);
        self.attributes.len() == other.attributes.len()
            && !self.attributes.is_empty()
            && pairs.into_iter().all(|((a, left), (b, right))| a == b && fold(left) == fold(right))
    }

    /// First value of an attribute, by dotted type.
    #[must_use]
    pub fn attribute(&self, oid: &str) -> Option<&str> {
        self.attributes.iter().find(|(name, _)| name == oid).map(|(_, value)| value.as_str())
    }

    /// commonName, else organizationName, else the whole name: what a person calls the holder.
    #[must_use]
    pub fn display_name(&self) -> String {
        let short = self.attribute("2.5.4.3").or_else(|| self.attribute("2.5.4.10"));
        short.map_or_else(|| self.to_string(), str::to_owned)
    }

    /// Whether `text`, an X509IssuerName of any usual spelling and either order, is this name. A hint, never proof.
    #[must_use]
    pub fn matches_text(&self, text: &str) -> bool {
        let mut stated: Vec<_> = split(text).iter().filter_map(|part| attribute(part)).collect();
        let own: Vec<_> = self.attributes.iter().map(|(oid, value)| (oid.clone(), fold(value))).collect();
        if stated == own {
            return true;
        }
        stated.reverse();
        stated == own
    }
}

/// RFC 4514, without its reversal: most significant last, as people read it.
impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, (oid, value)) in self.attributes.iter().rev().enumerate() {
            let short = SHORT_NAMES.iter().find(|(name, _)| name == oid).map_or(oid.as_str(), |(_, short)| short);
            let comma = if position == 0 { "" } else { ", " };
            write!(f, "{comma}{short}=")?;
            for character in value.chars() {
                if matches!(character, ',' | '+' | '"' | '\\' | '<' | '>' | ';') {
                    f.write_str("\\")?;
                }
                write!(f, "{character}")?;
            }
        }
        Ok(())
    }
}

fn fold(value: &str) -> String {
    let words: Vec<_> = value.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}

/// Splits at unescaped commas outside quotes.
fn split(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let (mut escaped, mut quoted) = (false, false);
    for character in text.chars() {
        if character == ',' && !escaped && !quoted {
            parts.push(String::new());
            continue;
        }
        quoted ^= character == '"' && !escaped;
        escaped = character == '\\' && !escaped;
        if let Some(part) = parts.last_mut() {
            part.push(character);
        }
    }
    parts
}

/// `CN=value`, `2.5.4.97=#0c11…`, `OID.2.5.4.97=…` to dotted type and folded value.
fn attribute(part: &str) -> Option<(String, String)> {
    let (name, value) = part.split_once('=')?;
    let name = name.trim();
    let name = name.strip_prefix("OID.").or_else(|| name.strip_prefix("oid.")).unwrap_or(name);
    let known = SHORT_NAMES.iter().find(|(_, short)| short.eq_ignore_ascii_case(name)).map(|(oid, _)| *oid);
    let other = OTHER_SPELLINGS.iter().find(|(short, _)| short.eq_ignore_ascii_case(name)).map(|(_, oid)| *oid);
    let oid = known.or(other).unwrap_or(name).to_owned();
    let value = value.trim();
    let plain = match value.strip_prefix('#') {
        Some(digits) => text_of_hexadecimal(digits)?,
        None => value.trim_matches('"').replace('\\', ""),
    };
    Some((oid, fold(&plain)))
}

fn text_of_hexadecimal(digits: &str) -> Option<String> {
    let digits: Vec<u32> = digits.chars().map(|digit| digit.to_digit(16)).collect::<Option<_>>()?;
    let octets: Option<Vec<u8>> = digits
        .chunks_exact(2)
        .map(|pair| pair.iter().fold(0, |octet, digit| octet << 4 | digit).try_into().ok())
        .collect();
    let octets = octets?;
    let value = Reader::new(&octets).any().ok()?;
    Some(text(value.tag, value.content, value.octets))
}

/// The text of an attribute value, or `#` and its DER in hexadecimal where it is no string.
pub(super) fn text(value_tag: u8, content: &[u8], octets: &[u8]) -> String {
    let encoded = || format!("#{}", octets.iter().map(|octet| format!("{octet:02x}")).collect::<String>());
    match value_tag {
        // UTF8String, and the subsets of ASCII: NumericString, PrintableString, IA5String, VisibleString.
        0x0c | 0x12 | 0x13 | 0x16 | 0x1a => std::str::from_utf8(content).map_or_else(|_| encoded(), str::to_owned),
        // TeletexString is Latin-1 in practice.
        0x14 => content.iter().map(|octet| char::from(*octet)).collect(),
        // BMPString: UTF-16, big-endian.
        0x1e => {
            let units =
                content.chunks_exact(2).map(|pair| pair.iter().fold(0, |unit, octet| unit << 8 | u16::from(*octet)));
            String::from_utf16(&units.collect::<Vec<_>>()).unwrap_or_else(|_| encoded())
        }
        tag::INTEGER => hexadecimal(content),
        _ => encoded(),
    }
}

#[cfg(test)]
mod tests {
    use super::Name;

    fn name() -> Name {
        let attribute = |oid: &str, value: &str| (oid.to_owned(), value.to_owned());
        let attributes = vec![
            attribute("2.5.4.6", "LV"),
            attribute("2.5.4.10", "PARAUGS, SIA"),
            attribute("2.5.4.97", "NTRLV-00000000000"),
            attribute("2.5.4.3", "PARAUGS  Izdevējs"),
        ];
        Name { attributes, der: Vec::new() }
    }

    #[test]
    fn folded_names_are_the_same_and_others_are_not() {
        let mut other = name();
        other.attributes[3].1 = "paraugs izdevējs".to_owned();
        assert!(name().same(&other));
        other.attributes[3].1 = "paraugs izdevejs".to_owned();
        assert!(!name().same(&other));
        other.attributes.swap(0, 1);
        assert!(!name().same(&other));
        assert!(!Name::default().same(&Name::default()));
    }

    #[test]
    fn usual_spellings_match_in_either_order() {
        let name = name();
        assert!(name.matches_text(
            "CN=PARAUGS Izdevējs,2.5.4.97=#0c114e54524c562d3030303030303030303030,O=PARAUGS\\, SIA,C=LV"
        ));
        assert!(name.matches_text("C=LV, O=\"PARAUGS, SIA\", OID.2.5.4.97=NTRLV-00000000000, CN=PARAUGS Izdevējs"));
        assert!(!name.matches_text("C=LV, O=\"PARAUGS, SIA\", CN=PARAUGS Izdevējs"));
        assert!(!name.matches_text("C=LT, O=\"PARAUGS, SIA\", OID.2.5.4.97=NTRLV-00000000000, CN=PARAUGS Izdevējs"));
    }

    #[test]
    fn text_form_escapes() {
        assert_eq!(
            name().to_string(),
            "CN=PARAUGS  Izdevējs, organizationIdentifier=NTRLV-00000000000, O=PARAUGS\\, SIA, C=LV"
        );
    }
}
