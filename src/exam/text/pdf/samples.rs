//! PDF files for tests: objects one after the other, without a table of them.

/// Letters beyond ASCII that the font of the samples has, from code 128.
const LETTERS: [(char, &str); 14] = [
    ('ā', "amacron"),
    ('č', "ccaron"),
    ('ē', "emacron"),
    ('ģ', "gcommaaccent"),
    ('ī', "imacron"),
    ('ķ', "kcommaaccent"),
    ('ļ', "lcommaaccent"),
    ('ņ', "ncommaaccent"),
    ('š', "scaron"),
    ('ū', "umacron"),
    ('ž', "zcaron"),
    ('Ā', "Amacron"),
    ('Ē', "Emacron"),
    ('ﬁ', "fi"),
];

/// A file of one page with this content.
pub(super) fn page(content: &str) -> Vec<u8> {
    with("", content.as_bytes(), "", &[])
}

/// The same with entries of the page, of its content stream, and objects from number 10.
pub(super) fn with(entries: &str, content: &[u8], stream: &str, more: &[&[u8]]) -> Vec<u8> {
    let names: String = LETTERS.iter().map(|(_, name)| format!("/{name} ")).collect();
    let font = format!(
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Type/Encoding/BaseEncoding/WinAnsiEncoding/Differences[128 {names}]>>>>"
    );
    let size = if entries.contains("MediaBox") { "" } else { "/MediaBox[0 0 595 842]" };
    let resources = if entries.contains("Resources") { "" } else { "/Resources<</Font<</F1 5 0 R>>>>" };
    let leaf = format!("<</Type/Page/Parent 2 0 R{size}/Contents 4 0 R{resources}{entries}>>");
    let head = format!("<</Length {}{stream}>>\nstream\n", content.len());
    let content = [head.as_bytes(), content, b"\nendstream"].concat();
    let first: [&[u8]; 5] = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        leaf.as_bytes(),
        &content,
        font.as_bytes(),
    ];
    let mut file = b"%PDF-1.7\n".to_vec();
    let numbered = (1..).zip(first).chain((10..).zip(more.iter().copied()));
    for (number, object) in numbered {
        file.extend(format!("{number} 0 obj\n").bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    file.extend(b"trailer\n<</Root 1 0 R>>\n");
    file
}

/// A stream object.
pub(super) fn stream(entries: &str, data: &[u8]) -> Vec<u8> {
    [format!("<</Length {}{entries}>>\nstream\n", data.len()).as_bytes(), data, b"\nendstream"].concat()
}

/// Deflated in the zlib format.
pub(super) fn deflated(data: &[u8]) -> Vec<u8> {
    use std::io::Write as _;
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(data).unwrap();
    encoder.finish().unwrap()
}

/// A string of the samples' font.
pub(super) fn string(text: &str) -> String {
    let code = |letter: char| match LETTERS.iter().position(|(known, _)| *known == letter) {
        Some(position) => u8::try_from(128 + position).unwrap(),
        None => u8::try_from(letter).unwrap(),
    };
    format!("<{}>", text.chars().map(|letter| format!("{:02x}", code(letter))).collect::<String>())
}

/// Text at a place, counted from the lower left corner.
pub(super) fn at(x: f64, y: f64, size: f64, text: &str) -> String {
    set(&format!("1 0 0 1 {x} {y}"), size, text)
}

/// Text under a matrix.
pub(super) fn set(matrix: &str, size: f64, text: &str) -> String {
    format!("BT /F1 {size} Tf {matrix} Tm {} Tj ET\n", string(text))
}
