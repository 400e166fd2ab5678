//! Names of entries: decoding, dangers, collisions (rules Z9, Z10).

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization as _;

use super::fields::{ExtraDamaged, Fields, UNICODE_PATH, extra};
use super::{ArchiveFault, NameDanger};

/// General purpose bit 11: name and comment are UTF-8.
const UTF8: u16 = 1 << 11;

/// How the octets of a name were read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    Utf8,
    /// Neither flagged as UTF-8 nor UTF-8: code page 437 by the ZIP specification.
    CodePage437,
}

/// What makes a legal name deceptive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NameTrick {
    /// A character that reverses the direction of writing, so that `exe.pdf` may be shown for `fdp.exe`.
    Bidirectional,
    /// A character without width.
    Invisible,
    /// A colon, which names an alternate stream on Windows.
    Colon,
    /// A segment that ends in a dot or a space, which Windows drops.
    TrailingDotOrSpace,
}

/// Octets to a name.
pub(super) fn decode(raw: &[u8], flags: u16) -> Result<(String, Encoding), ArchiveFault> {
    match std::str::from_utf8(raw) {
        Ok(name) => Ok((name.to_owned(), Encoding::Utf8)),
        Err(_) if flags & UTF8 != 0 => {
            Err(ArchiveFault::NameNotUtf8 { name: String::from_utf8_lossy(raw).into_owned() })
        }
        Err(_) => Ok((raw.iter().map(|byte| code_page_437(*byte)).collect(), Encoding::CodePage437)),
    }
}

/// A comment as text, shortened; `None` where it is empty.
pub(super) fn comment(raw: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(raw);
    let text: String = text.trim().chars().take(crate::limits::COMMENT_CHARACTERS).collect();
    (!text.is_empty()).then_some(text)
}

/// Refuses a dangerous name.
pub(super) fn check(name: &str) -> Result<(), ArchiveFault> {
    match danger(name) {
        Some(danger) => Err(ArchiveFault::NameUnsafe { name: name.to_owned(), danger }),
        None => Ok(()),
    }
}

fn danger(name: &str) -> Option<NameDanger> {
    let mut characters = name.chars();
    let (first, second) = (characters.next(), characters.next());
    if first.is_none() {
        return Some(NameDanger::Empty);
    }
    if name.chars().any(char::is_control) {
        return Some(NameDanger::ControlCharacter);
    }
    if name.contains('\\') {
        return Some(NameDanger::Backslash);
    }
    if first == Some('/') {
        return Some(NameDanger::Absolute);
    }
    if first.is_some_and(|letter| letter.is_ascii_alphabetic()) && second == Some(':') {
        return Some(NameDanger::Drive);
    }
    // One slash at the end marks a folder.
    let mut segments = name.strip_suffix('/').unwrap_or(name).split('/');
    segments.find_map(|segment| match segment {
        "" => Some(NameDanger::EmptySegment),
        "." | ".." => Some(NameDanger::DotSegment),
        _ => None,
    })
}

/// What a reader could be deceived by in a legal name.
pub(super) fn trick(name: &str) -> Option<NameTrick> {
    let bidirectional =
        |c| matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let invisible =
        |c| matches!(c, '\u{AD}' | '\u{180E}' | '\u{200B}'..='\u{200D}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}');
    if name.contains(bidirectional) {
        Some(NameTrick::Bidirectional)
    } else if name.contains(invisible) {
        Some(NameTrick::Invisible)
    } else if name.contains(':') {
        Some(NameTrick::Colon)
    } else if name.split('/').any(|segment| segment.ends_with(['.', ' '])) {
        Some(NameTrick::TrailingDotOrSpace)
    } else {
        None
    }
}

/// The Info-ZIP Unicode Path must give the same name when it belongs to the header's (its CRC-32 says so).
pub(super) fn unicode_path(name: &str, raw: &[u8], all: &[u8]) -> Result<(), ArchiveFault> {
    let damaged = || ArchiveFault::ExtraFieldDamaged { name: name.to_owned() };
    let Some(field) = extra(all, UNICODE_PATH).map_err(|ExtraDamaged| damaged())? else { return Ok(()) };
    let mut fields = Fields(field);
    let (Some([version]), Some(checksum)) = (fields.array(), fields.u32()) else { return Err(damaged()) };
    let mut header = flate2::Crc::new();
    header.update(raw);
    // Another version or checksum: the field is to be ignored by the specification, so every reader uses the header.
    if version != 1 || checksum != header.sum() || fields.0 == name.as_bytes() {
        return Ok(());
    }
    let unicode_path = String::from_utf8_lossy(fields.0).into_owned();
    Err(ArchiveFault::NameContradiction { name: name.to_owned(), unicode_path })
}

/// Refuses a name that occurs twice.
pub(super) fn unique<'a>(names: impl Iterator<Item = &'a str>) -> Result<(), ArchiveFault> {
    let mut seen = HashSet::new();
    for name in names {
        // `a` and `a/` would be a file and a folder in one place.
        if !seen.insert(name.strip_suffix('/').unwrap_or(name)) {
            return Err(ArchiveFault::NameTwice { name: name.to_owned() });
        }
    }
    Ok(())
}

/// Pairs of names that fall together on systems that fold case or normalise (Z10).
pub(super) fn collisions<'a>(names: impl Iterator<Item = &'a str>) -> Vec<(String, String)> {
    let mut seen: HashMap<String, &str> = HashMap::new();
    let mut found = Vec::new();
    for name in names {
        let folded = fold(name.strip_suffix('/').unwrap_or(name));
        match seen.get(&folded) {
            Some(first) => found.push(((*first).to_owned(), name.to_owned())),
            None => {
                seen.insert(folded, name);
            }
        }
    }
    found
}

/// Upper then lower case joins what simple folding keeps apart (`ß`, final sigma).
fn fold(name: &str) -> String {
    name.nfc().flat_map(char::to_uppercase).flat_map(char::to_lowercase).nfc().collect()
}

/// The upper half of code page 437.
const UPPER_HALF: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
    └┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}";

fn code_page_437(byte: u8) -> char {
    match byte.checked_sub(0x80) {
        None => char::from(byte),
        Some(place) => UPPER_HALF.chars().nth(place.into()).unwrap_or(char::REPLACEMENT_CHARACTER),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_page_437_has_a_character_for_every_octet() {
        assert_eq!(UPPER_HALF.chars().count(), 128);
        assert_eq!(code_page_437(0x80), 'Ç');
        assert_eq!(code_page_437(0xE1), 'ß');
        assert_eq!(code_page_437(0xFE), '■');
        assert_eq!(code_page_437(b'a'), 'a');
    }

    #[test]
    fn dangers_are_told_apart_and_ordinary_names_have_none() {
        for good in ["a.pdf", "mape/a.pdf", "mape/", "ā č.pdf", "a..b", ".hidden", "...", "12:30.txt", "a b+c"] {
            assert_eq!(danger(good), None, "{good}");
        }
        for (bad, expected) in [
            ("", NameDanger::Empty),
            ("a\0b", NameDanger::ControlCharacter),
            ("a\u{85}b", NameDanger::ControlCharacter),
            ("a\\b", NameDanger::Backslash),
            ("/a", NameDanger::Absolute),
            ("C:a", NameDanger::Drive),
            ("../a", NameDanger::DotSegment),
            ("a/../b", NameDanger::DotSegment),
            ("./a", NameDanger::DotSegment),
            ("a/.", NameDanger::DotSegment),
            ("a//b", NameDanger::EmptySegment),
            ("a//", NameDanger::EmptySegment),
        ] {
            assert_eq!(danger(bad), Some(expected), "{bad:?}");
        }
    }

    #[test]
    fn names_collide_by_case_and_by_normalisation() {
        let pairs =
            collisions(["A.txt", "a.txt", "\u{e9}.txt", "e\u{301}.txt", "b.txt", "Straße", "STRASSE"].into_iter());
        let pairs: Vec<_> = pairs.iter().map(|(first, second)| (first.as_str(), second.as_str())).collect();
        assert_eq!(pairs, [("A.txt", "a.txt"), ("\u{e9}.txt", "e\u{301}.txt"), ("Straße", "STRASSE")]);
        assert_eq!(collisions(["ā.txt", "a.txt"].into_iter()), []);
    }
}
