//! Character data as canonical octets (Canonical XML 1.0, 2.3).

/// Text: `&`, `<`, `>` and CR are escaped.
pub(super) fn push_text(out: &mut Vec<u8>, text: &str) {
    push_escaped(out, text.as_bytes(), |byte| match byte {
        b'&' => Some(b"&amp;"),
        b'<' => Some(b"&lt;"),
        b'>' => Some(b"&gt;"),
        b'\r' => Some(b"&#xD;"),
        _ => None,
    });
}

/// Attribute values and namespace names: `&`, `<`, `"`, TAB, LF and CR are escaped.
pub(super) fn push_attribute(out: &mut Vec<u8>, value: &str) {
    push_escaped(out, value.as_bytes(), |byte| match byte {
        b'&' => Some(b"&amp;"),
        b'<' => Some(b"&lt;"),
        b'"' => Some(b"&quot;"),
        b'\t' => Some(b"&#x9;"),
        b'\n' => Some(b"&#xA;"),
        b'\r' => Some(b"&#xD;"),
        _ => None,
    });
}

/// Comments and processing instructions; the parser leaves their line ends as they are in the source.
pub(super) fn push_unescaped(out: &mut Vec<u8>, text: &str) {
    let mut lines = text.split('\r');
    out.extend_from_slice(lines.next().unwrap_or_default().as_bytes());
    for line in lines {
        out.push(b'\n');
        out.extend_from_slice(line.strip_prefix('\n').unwrap_or(line).as_bytes());
    }
}

/// Copies runs, not octets: most text is base64.
fn push_escaped(out: &mut Vec<u8>, mut bytes: &[u8], escape: impl Fn(u8) -> Option<&'static [u8]>) {
    while let Some((at, escaped)) =
        bytes.iter().enumerate().find_map(|(at, byte)| escape(*byte).map(|escaped| (at, escaped)))
    {
        let (plain, rest) = bytes.split_at(at);
        out.extend_from_slice(plain);
        out.extend_from_slice(escaped);
        bytes = rest.get(1..).unwrap_or_default();
    }
    out.extend_from_slice(bytes);
}
