//! One text layer for every format: lines of cells with their places. What kind of file it is, its octets say, not its name.

mod docx;
mod flow;
mod html;
mod markup;
mod odt;
mod package;
mod pdf;
mod rtf;
mod vocabulary;

#[cfg(test)]
mod tests;

use unicode_normalization::UnicodeNormalization as _;

use super::Unreadable;
use crate::limits;

/// Gaps and leaders between the cells of a line without places.
const GAPS: [&str; 5] = ["    ", "\u{a0}\u{a0}\u{a0}\u{a0}", "....", "……", "____"];

/// Upright rules between cells.
fn is_rule(character: char) -> bool {
    matches!(character, '|' | '│' | '┃' | '║')
}

/// Text that stands together, as a reader sees it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Cell {
    pub(super) text: String,
    /// Left, top, right, bottom in points; `None` where the format has no places.
    pub(super) area: Option<[f32; 4]>,
}

/// One line or table row.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    /// From 1.
    pub(super) page: u32,
    /// From left to right; never empty.
    pub(super) cells: Vec<Cell>,
}

impl Line {
    /// A line without places: cells are what tabs, wide gaps, rules or leaders separate.
    fn plain(text: &str) -> Option<Self> {
        let ruled = text.chars().filter(|c| is_rule(*c)).count() > 1;
        let mut parts: Vec<&str> = text.split(|c| c == '\t' || (ruled && is_rule(c))).collect();
        for gap in GAPS {
            parts = parts.into_iter().flat_map(|part| part.split(gap)).collect();
        }
        let filling = |c: char| c.is_whitespace() || matches!(c, '.' | '_' | '…');
        let blank = |part: &&str| part.chars().all(filling);
        let cells: Vec<_> = parts.into_iter().filter(|part| !blank(part)).filter_map(Cell::plain).collect();
        (!cells.is_empty()).then_some(Self { page: 1, cells })
    }

    /// All its text.
    pub(super) fn text(&self) -> String {
        self.cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(" ")
    }
}

impl Cell {
    /// White space folded, marks that are not seen left out; `None` where nothing is left.
    fn plain(text: &str) -> Option<Self> {
        let text = folded(text);
        let words: Vec<String> =
            text.split_whitespace().map(|word| word.chars().filter(|c| is_seen(*c)).collect()).collect();
        let text = words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        (!text.is_empty()).then_some(Self { text, area: None })
    }
}

/// Whether a character is more than a hint where to divide, join or turn text.
fn is_seen(character: char) -> bool {
    !matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Ligatures and wide forms as plain letters, letters and their marks as one character. Raised figures stay what they are:
/// a note after a number is no part of it.
fn folded(text: &str) -> String {
    let apart = |c: char| {
        let folds = matches!(c, '\u{fb00}'..='\u{fb06}' | '\u{ff01}'..='\u{ff5e}');
        let itself = (!folds).then_some(c);
        itself.into_iter().chain(folds.then(|| c.nfkc()).into_iter().flatten())
    };
    let plain: String = text.chars().flat_map(apart).nfc().collect();
    // Typesetters put the macron on a letter without its dot.
    if plain.contains("ı\u{304}") { plain.replace("ı\u{304}", "ī") } else { plain }
}

/// The lines of a document.
pub(super) fn lines(content: &[u8]) -> Result<Vec<Line>, Unreadable> {
    let kind = kind(content);
    let is_text = matches!(kind, Kind::Markup | Kind::Rich | Kind::Plain);
    if is_text && content.len() > limits::PLAIN_TEXT_BYTES {
        return Err(Unreadable::Damaged { detail: "the text is beyond a limit".to_owned() });
    }
    let lines = match kind {
        Kind::Pdf => pdf::lines(content)?,
        Kind::Package => package::lines(content)?,
        Kind::Markup => markup::lines(&decode(content)),
        Kind::Rich => rtf::lines(content),
        Kind::Plain => decode(content).lines().filter_map(Line::plain).take(limits::TEXT_LINES).collect(),
        Kind::Image => return Err(Unreadable::NoText),
        Kind::Other => return Err(Unreadable::UnknownType),
    };
    if lines.is_empty() { Err(Unreadable::NoText) } else { Ok(lines) }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Pdf,
    Package,
    Markup,
    Rich,
    Plain,
    Image,
    Other,
}

fn kind(content: &[u8]) -> Kind {
    let head = content.get(..content.len().min(1024)).unwrap_or_default();
    let images: [&[u8]; 9] = [
        b"\x89PNG",
        b"\xff\xd8\xff",
        b"GIF8",
        b"II*\0",
        b"MM\0*",
        b"\0\0\0\x0cjP  ",
        b"\xff\x4f\xff\x51",
        b"AT&TFORM",
        b"\x97JB2",
    ];
    let is_image = images.iter().any(|magic| head.starts_with(magic)) || is_tagged_image(head);
    if head.windows(5).any(|window| window == b"%PDF-") {
        Kind::Pdf
    } else if head.starts_with(b"PK\x03\x04") {
        Kind::Package
    } else if is_image {
        Kind::Image
    } else if head.starts_with(b"{\\rtf") {
        Kind::Rich
    } else if content.iter().filter(|byte| **byte == 0).count() > content.len() / 3 && !has_mark(content) {
        Kind::Other
    } else {
        let text = decode(head);
        let text = text.trim_start_matches('\u{feff}').trim_start();
        let control = text.chars().filter(|c| c.is_control() && !c.is_whitespace()).count();
        match text.chars().next() {
            _ if control > 8 => Kind::Other,
            Some('<') => Kind::Markup,
            _ => Kind::Plain,
        }
    }
}

/// Images that say so after a few octets: BMP with a length that fits its head, WebP, HEIC and AVIF.
fn is_tagged_image(head: &[u8]) -> bool {
    let at = |from: usize, to: usize| head.get(from..to).unwrap_or_default();
    let bitmap = at(0, 2) == b"BM" && at(6, 10) == [0; 4];
    let webp = at(0, 4) == b"RIFF" && at(8, 12) == b"WEBP";
    let brands: [&[u8]; 4] = [b"heic", b"heix", b"mif1", b"avif"];
    bitmap || webp || (at(4, 8) == b"ftyp" && brands.contains(&at(8, 12)))
}

fn has_mark(content: &[u8]) -> bool {
    content.starts_with(b"\xff\xfe") || content.starts_with(b"\xfe\xff")
}

/// UTF-8 or UTF-16 by mark, UTF-8 where it is, else what a markup file declares, else Windows-1257.
fn decode(content: &[u8]) -> String {
    if let Some((encoding, length)) = encoding_rs::Encoding::for_bom(content) {
        return encoding.decode_without_bom_handling(content.get(length..).unwrap_or_default()).0.into_owned();
    }
    match std::str::from_utf8(content) {
        Ok(text) => text.to_owned(),
        // A cut at the end of a sample must not make UTF-8 into something else.
        Err(error) if error.error_len().is_none() => String::from_utf8_lossy(content).into_owned(),
        Err(_) => declared(content).unwrap_or(encoding_rs::WINDOWS_1257).decode(content).0.into_owned(),
    }
}

fn declared(content: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let head = String::from_utf8_lossy(content.get(..content.len().min(1024)).unwrap_or_default()).to_lowercase();
    let at = head
        .find("charset=")
        .map(|at| at.saturating_add(8))
        .or_else(|| head.find("encoding=").map(|at| at.saturating_add(9)))?;
    let name = head.get(at..)?.trim_start_matches(['"', '\'']);
    let end = name.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))).unwrap_or(name.len());
    encoding_rs::Encoding::for_label(name.get(..end)?.as_bytes())
}
