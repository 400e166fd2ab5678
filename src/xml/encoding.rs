//! Octets to text (Extensible Markup Language 1.0, 2.11 and 4.3.3; appendix F).

use std::borrow::Cow;

use super::XmlFault;
use super::scan::Declaration;

/// Octets to text: UTF-8 or UTF-16 by byte order mark or declaration; a byte order mark is dropped, CR LF and CR become
/// LF before anything else looks at the text (2.11).
///
/// # Errors
/// [`XmlFault::Encoding`] where the octets are neither, or where the declaration names another encoding.
pub fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, XmlFault> {
    let (text, family) = match bytes {
        [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0xFE, 0xFF, ..] => return Err(XmlFault::Encoding),
        [0xEF, 0xBB, 0xBF, rest @ ..] => (utf8(rest)?, Family::Utf8),
        [0xFF, 0xFE, rest @ ..] => (utf16(rest, u16::from_le_bytes)?, Family::Utf16("UTF-16LE")),
        [0xFE, 0xFF, rest @ ..] => (utf16(rest, u16::from_be_bytes)?, Family::Utf16("UTF-16BE")),
        [b'<', 0, b'?', 0, ..] => (utf16(bytes, u16::from_le_bytes)?, Family::Utf16("UTF-16LE")),
        [0, b'<', 0, b'?', ..] => (utf16(bytes, u16::from_be_bytes)?, Family::Utf16("UTF-16BE")),
        _ => (utf8(bytes)?, Family::Utf8),
    };
    let declared = Declaration::read(&text)?.and_then(|declaration| declaration.encoding);
    let agrees = match (&declared, family) {
        (None, _) => true,
        (Some(name), Family::Utf8) => {
            name.eq_ignore_ascii_case("UTF-8")
                || (text.is_ascii() && ["US-ASCII", "ASCII"].iter().any(|ascii| name.eq_ignore_ascii_case(ascii)))
        }
        (Some(name), Family::Utf16(order)) => name.eq_ignore_ascii_case("UTF-16") || name.eq_ignore_ascii_case(order),
    };
    if !agrees {
        return Err(XmlFault::Encoding);
    }
    Ok(with_line_feeds(text))
}

#[derive(Clone, Copy)]
enum Family {
    Utf8,
    /// With the name of its byte order.
    Utf16(&'static str),
}

fn utf8(bytes: &[u8]) -> Result<Cow<'_, str>, XmlFault> {
    std::str::from_utf8(bytes).map(Cow::Borrowed).map_err(|_| XmlFault::Encoding)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<Cow<'static, str>, XmlFault> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return Err(XmlFault::Encoding);
    }
    let text: Result<String, _> = char::decode_utf16(pairs.iter().map(|pair| unit(*pair))).collect();
    text.map(Cow::Owned).map_err(|_| XmlFault::Encoding)
}

/// The parser treats a lone CR beside a character reference wrongly and leaves CR in comments: it never sees one.
fn with_line_feeds(text: Cow<'_, str>) -> Cow<'_, str> {
    if !text.contains('\r') {
        return text;
    }
    let mut normal = String::with_capacity(text.len());
    let mut lines = text.split('\r');
    normal.push_str(lines.next().unwrap_or_default());
    for line in lines {
        normal.push('\n');
        normal.push_str(line.strip_prefix('\n').unwrap_or(line));
    }
    Cow::Owned(normal)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn units(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    }

    #[test]
    fn utf8_with_and_without_mark_or_declaration() {
        for bytes in ["<ā/>".as_bytes(), "\u{FEFF}<ā/>".as_bytes()] {
            assert_eq!(decode(bytes).unwrap(), "<ā/>");
        }
        assert!(decode(br#"<?xml version="1.0" encoding="utf-8"?><a/>"#).is_ok());
        assert!(decode(br#"<?xml version="1.0" encoding="US-ASCII"?><a/>"#).is_ok());
    }

    #[test]
    fn utf16_with_mark_or_declaration_in_either_order() {
        let text = r#"<?xml version="1.0" encoding="UTF-16"?><ā>𝄞</ā>"#;
        for order in [u16::to_le_bytes, u16::to_be_bytes] {
            assert_eq!(decode(&units(text, order)).unwrap(), text);
            assert_eq!(decode(&units(&format!("\u{FEFF}{text}"), order)).unwrap(), text);
        }
    }

    #[test]
    fn other_encodings_and_lies_are_refused() {
        let refused: [&[u8]; 8] = [
            b"<?xml version='1.0' encoding='ISO-8859-1'?><a/>",
            b"<?xml version='1.0' encoding='UTF-7'?><a/>",
            b"<?xml version='1.0' encoding='UTF-16'?><a/>",
            "<?xml version='1.0' encoding='US-ASCII'?><a>ā</a>".as_bytes(),
            b"<a>\xE2\x28</a>",
            b"\xFF\xFE\0\0<\0\0\0",
            b"\xFE\xFF\0<\0",
            b"\xFE\xFF\xD8\x00\0<",
        ];
        for bytes in refused {
            assert_eq!(decode(bytes), Err(XmlFault::Encoding), "{bytes:?}");
        }
        let lie = units("<?xml version='1.0' encoding='UTF-8'?><a/>", u16::to_le_bytes);
        assert_eq!(decode(&lie), Err(XmlFault::Encoding));
    }

    #[test]
    fn line_ends_become_line_feeds() {
        assert_eq!(decode(b"<a>1\r\n2\r3\n\r4\r\r\n</a>\r").unwrap(), "<a>1\n2\n3\n\n4\n\n</a>\n");
        assert!(matches!(decode(b"<a>\n</a>").unwrap(), Cow::Borrowed(_)));
    }
}
