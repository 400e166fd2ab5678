//! Names as XML signatures state them: X509IssuerName in RFC 2253, RFC 4514 and the spellings of several producers.

use super::{Name, SHORT_NAMES, folded, text};
use crate::pki::der::Reader;

/// Other spellings that X509IssuerName is found with. `SN` means a serial number to some producers, a surname to others.
const OTHER_SPELLINGS: [(&str, &str); 15] = [
    ("SN", "2.5.4.5"),
    ("SURNAME", "2.5.4.4"),
    ("S", "2.5.4.8"),
    ("T", "2.5.4.12"),
    ("G", "2.5.4.42"),
    ("GIVENNAME", "2.5.4.42"),
    ("I", "2.5.4.43"),
    ("GENERATION", "2.5.4.44"),
    ("DNQ", "2.5.4.46"),
    ("E", "1.2.840.113549.1.9.1"),
    ("EMAIL", "1.2.840.113549.1.9.1"),
    ("ORGID", "2.5.4.97"),
    ("ORGANIZATIONID", "2.5.4.97"),
    ("OI", "2.5.4.97"),
    ("commonName", "2.5.4.3"),
];

/// Whether `stated` has the attributes of `name`, in whatever order.
pub(super) fn is_name(stated: &str, name: &Name) -> bool {
    let parts: Vec<_> = split(stated).iter().filter_map(|part| attribute(part)).collect();
    let mut left: Vec<_> = name.attributes.iter().map(|(oid, value)| (oid.as_str(), fold(value))).collect();
    if parts.is_empty() || parts.len() != left.len() {
        return false;
    }
    parts.iter().all(|(kind, value)| {
        let found = left.iter().position(|(oid, own)| own == value && means(kind, oid));
        found.map(|position| left.swap_remove(position)).is_some()
    })
}

fn means(kind: &str, oid: &str) -> bool {
    let listed = |names: &[(&str, &str)], short: &str| names.iter().any(|pair| pair.0 == oid && spelt(pair.1, short));
    let other = OTHER_SPELLINGS.iter().any(|(short, meant)| *meant == oid && spelt(short, kind));
    kind == oid || listed(&SHORT_NAMES, kind) || other
}

fn spelt(short: &str, kind: &str) -> bool {
    short.eq_ignore_ascii_case(kind)
}

fn fold(value: &str) -> String {
    folded(value).collect()
}

/// Splits at commas, semicolons and plus signs that are neither escaped nor quoted. What follows one without naming an
/// attribute still belongs to the value before it: some producers do not escape.
fn split(stated: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let (mut escaped, mut quoted) = (false, false);
    for character in stated.chars() {
        let separates = matches!(character, ',' | ';' | '+') && !escaped && !quoted;
        quoted ^= character == '"' && !escaped;
        escaped = character == '\\' && !escaped;
        if separates {
            parts.push(String::new());
        }
        if let Some(part) = parts.last_mut() {
            part.push(character);
        }
    }
    let mut joined: Vec<String> = Vec::new();
    for part in parts {
        let named = part.contains('=');
        match joined.last_mut() {
            Some(before) if !named => before.push_str(&part),
            _ => joined.push(part.trim_start_matches([',', ';', '+']).to_owned()),
        }
    }
    joined
}

/// `CN=value`, `2.5.4.97=#0c11…`, `OID.2.5.4.97=…` to type as written and folded value.
fn attribute(part: &str) -> Option<(String, String)> {
    let (kind, value) = part.split_once('=')?;
    let kind = kind.trim();
    let kind = kind.strip_prefix("OID.").or_else(|| kind.strip_prefix("oid.")).unwrap_or(kind);
    let value = value.trim();
    let plain = value.strip_prefix('#').and_then(text_of_hexadecimal).unwrap_or_else(|| unescaped(value));
    Some((kind.to_owned(), fold(&plain)))
}

/// Without quotes around it, and `\,` and `\C4\81` as the characters they stand for.
fn unescaped(value: &str) -> String {
    let inner = value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(value);
    let mut octets = Vec::with_capacity(inner.len());
    let mut rest = inner.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        if *first != b'\\' {
            octets.push(*first);
            continue;
        }
        match after {
            [high, low, others @ ..] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
                octets.extend(octet(*high, *low));
                rest = others;
            }
            [character, others @ ..] => {
                octets.push(*character);
                rest = others;
            }
            [] => {}
        }
    }
    String::from_utf8_lossy(&octets).into_owned()
}

fn octet(high: u8, low: u8) -> Option<u8> {
    let digit = |octet: u8| char::from(octet).to_digit(16);
    u8::try_from(digit(high)? << 4 | digit(low)?).ok()
}

fn text_of_hexadecimal(digits: &str) -> Option<String> {
    let pairs = digits.as_bytes().chunks(2);
    let octets: Option<Vec<u8>> = pairs.map(|pair| octet(*pair.first()?, *pair.get(1)?)).collect();
    let octets = octets?;
    let value = Reader::new(&octets).any().ok()?;
    Some(text(value.tag, value.content, value.octets))
}
