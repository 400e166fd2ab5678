//! Files that are not ZIP archives, told apart by their first and last bytes: a huge file costs no more than a small one.

use super::Format;
use crate::container::archive::ends_like_an_archive;
use crate::container::{Source, source::peek};
use crate::limits;

/// What the octets say.
pub(in crate::container) enum Kind {
    /// A ZIP archive, or what was one before it was damaged.
    Archive,
    /// Something else.
    Known(Format),
}

/// Tells a file apart without reading it whole.
pub(in crate::container) fn by_octets(source: &dyn Source) -> std::io::Result<Kind> {
    if source.is_empty() {
        return Ok(Kind::Known(Format::Empty));
    }
    let head = peek(source, 0, limits::RECOGNITION_BYTES)?;
    if starts_like_an_archive(&head) || ends_like_an_archive(source)? {
        return Ok(Kind::Archive);
    }
    // Readers of PDF accept the header anywhere in the first kilobyte.
    if head.get(..1024).unwrap_or(&head).windows(5).any(|window| window == b"%PDF-") {
        return Ok(Kind::Known(Format::Pdf));
    }
    Ok(Kind::Known(markup(&head).unwrap_or(Format::Other)))
}

/// A local header, the end record of an archive without entries, or the mark of a split archive; a file cut off within
/// the first of these is taken for one too.
fn starts_like_an_archive(head: &[u8]) -> bool {
    let start = head.get(..4).unwrap_or(head);
    start.len() > 1 && [b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"].iter().any(|mark| mark.starts_with(start))
}

/// The kind of an XML file by its root element; `None` where it is not XML.
fn markup(head: &[u8]) -> Option<Format> {
    let text = beginning(head);
    let text = text.trim_start_matches('\u{FEFF}').trim_start();
    let declared = text.starts_with("<?xml");
    let Some(tag) = root(text) else { return declared.then_some(Format::OtherXml) };
    let name = tag.split(|end: char| end.is_whitespace() || matches!(end, '>' | '/')).next().unwrap_or_default();
    let local = name.rsplit(':').next().unwrap_or_default();
    if !name.starts_with(|first: char| first.is_alphabetic() || first == '_') || local.is_empty() {
        return declared.then_some(Format::OtherXml);
    }
    let signature = match local {
        "SignedDoc" => return Some(Format::Ddoc),
        "Signature" => tag.contains("http://www.w3.org/2000/09/xmldsig#"),
        "XAdESSignatures" => tag.contains("/02918/v1.2.1#") || tag.contains("/2918/v1.2.1#"),
        "document-signatures" => tag.contains("urn:oasis:names:tc:opendocument:xmlns:digitalsignature:1.0"),
        name if name.eq_ignore_ascii_case("html") && !declared => return None,
        _ => false,
    };
    Some(if signature { Format::BareXades } else { Format::OtherXml })
}

/// The text of the first bytes, which may end within a character: UTF-16 by its byte order mark, else taken for UTF-8.
fn beginning(head: &[u8]) -> String {
    let units = |unit: fn([u8; 2]) -> u16| {
        let units = head.chunks_exact(2).filter_map(|pair| pair.try_into().ok().map(unit));
        char::decode_utf16(units).map(|read| read.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
    };
    match head {
        [0xff, 0xfe, ..] => units(u16::from_le_bytes),
        [0xfe, 0xff, ..] => units(u16::from_be_bytes),
        _ => String::from_utf8_lossy(head).into_owned(),
    }
}

/// The start tag of the root element, without its `<`: after declaration, comments, instructions and a document type.
fn root(text: &str) -> Option<&str> {
    let mut rest = text;
    loop {
        rest = rest.trim_start().strip_prefix('<')?;
        let end = match rest {
            _ if rest.starts_with('?') => "?>",
            _ if rest.starts_with("!--") => "-->",
            _ if rest.starts_with('!') => ">",
            tag => return Some(tag.split_once('>').map_or(tag, |(tag, _)| tag)),
        };
        rest = rest.split_once(end)?.1;
    }
}
