//! Letters of our fonts: which there are, how wide they are, and where a line ends.
//!
//! One glyph stands for one character: the languages of the program need no joining, and names in other scripts are written by the
//! numbers of their characters, since no font of ours has all of them.

use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, MetadataProvider as _};
use unicode_normalization::UnicodeNormalization as _;

use crate::fonts::{SANS, SANS_BOLD};

/// How heavy letters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Bold,
}

impl Weight {
    /// The octets of the font.
    pub(super) fn font(self) -> &'static [u8] {
        match self {
            Self::Regular => SANS,
            Self::Bold => SANS_BOLD,
        }
    }
}

/// A glyph of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Letter {
    /// Its number in the font.
    pub(super) glyph: u32,
    /// How far the next stands, in sizes of the font.
    pub(super) advance: f32,
    /// Where its character begins and ends in the text.
    pub(super) from: usize,
    pub(super) to: usize,
}

/// Both fonts.
pub(super) struct Letters {
    regular: Face,
    bold: Face,
}

struct Face {
    charmap: Charmap<'static>,
    metrics: GlyphMetrics<'static>,
    units: f32,
    /// The letters below [`KNOWN`], looked up once.
    known: Vec<Option<(u32, f32)>>,
}

/// Below it stand the letters of all languages, and their punctuation.
const KNOWN: u32 = 0x2220;

impl Face {
    fn of(font: &'static [u8]) -> Option<Self> {
        let font = FontRef::new(font).ok()?;
        let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
        let units = font.metrics(Size::unscaled(), LocationRef::default()).units_per_em;
        let (units, known) = (f32::from(units).max(1.0), Vec::new());
        let mut face = Self { charmap: font.charmap(), metrics, units, known };
        face.known = (0..KNOWN).map(|code| face.looked_up(char::from_u32(code)?)).collect();
        Some(face)
    }

    fn letter(&self, character: char) -> Option<(u32, f32)> {
        let known = usize::try_from(u32::from(character)).ok().and_then(|code| self.known.get(code));
        known.copied().unwrap_or_else(|| self.looked_up(character))
    }

    fn looked_up(&self, character: char) -> Option<(u32, f32)> {
        let glyph = self.charmap.map(character)?;
        Some((glyph.to_u32(), self.metrics.advance_width(glyph)? / self.units))
    }
}

impl Letters {
    /// The fonts of the program; `None` where they are damaged.
    pub(super) fn new() -> Option<Self> {
        Some(Self { regular: Face::of(SANS)?, bold: Face::of(SANS_BOLD)? })
    }

    fn face(&self, weight: Weight) -> &Face {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }

    /// A text as it can be written: composed, and with what the fonts lack by its number, `[U+4E2D]`.
    pub(super) fn writable(&self, text: &str) -> String {
        let mut written = String::with_capacity(text.len());
        for character in text.nfc() {
            if self.regular.letter(character).is_some() && self.bold.letter(character).is_some() {
                written.push(character);
            } else {
                written.push_str(&format!("[U+{:04X}]", u32::from(character)));
            }
        }
        written
    }

    /// Whether all of a text can be written as it is.
    pub(super) fn lacks(&self, text: &str) -> bool {
        text.nfc().any(|character| self.regular.letter(character).is_none() || self.bold.letter(character).is_none())
    }

    /// The glyphs of a text that can be written.
    pub(super) fn letters(&self, text: &str, weight: Weight) -> Vec<Letter> {
        let face = self.face(weight);
        let letter = |(from, character): (usize, char)| {
            let (glyph, advance) = face.letter(character)?;
            Some(Letter { glyph, advance, from, to: from.saturating_add(character.len_utf8()) })
        };
        text.char_indices().filter_map(letter).collect()
    }

    /// How wide a text is, in points, without spaces at its end.
    pub(super) fn width(&self, text: &str, weight: Weight, size: f32) -> f32 {
        let face = self.face(weight);
        let advance = |character| face.letter(character).map_or(0.0, |(_, advance)| advance);
        text.trim_end_matches(' ').chars().map(advance).sum::<f32>() * size
    }

    /// A writable text in lines of at most `width` points. Nothing is lost: what is joined again is the text.
    pub(super) fn lines(&self, text: &str, weight: Weight, size: f32, width: f32) -> Vec<String> {
        let mut lines = Vec::new();
        let (mut line, mut used) = (String::new(), 0.0);
        for word in text.split_inclusive(' ') {
            let needed = self.width(word, weight, size);
            if used + needed > width && !line.is_empty() {
                lines.push(std::mem::take(&mut line));
                used = 0.0;
            }
            if needed > width {
                let mut parts = self.parts(word, weight, size, width);
                line = parts.pop().unwrap_or_default();
                lines.append(&mut parts);
                used = self.advance(&line, weight, size);
            } else {
                line.push_str(word);
                used += self.advance(word, weight, size);
            }
        }
        if !line.is_empty() {
            lines.push(line);
        }
        lines
    }

    /// The same with spaces at the end.
    fn advance(&self, text: &str, weight: Weight, size: f32) -> f32 {
        let face = self.face(weight);
        text.chars().filter_map(|character| face.letter(character)).map(|(_, advance)| advance).sum::<f32>() * size
    }

    /// A word that no line holds, in parts that lines do.
    fn parts(&self, word: &str, weight: Weight, size: f32, width: f32) -> Vec<String> {
        let face = self.face(weight);
        let (mut parts, mut part, mut used) = (Vec::new(), String::new(), 0.0);
        for character in word.chars() {
            let advance = face.letter(character).map_or(0.0, |(_, advance)| advance * size);
            if used + advance > width && !part.is_empty() && character != ' ' {
                parts.push(std::mem::take(&mut part));
                used = 0.0;
            }
            part.push(character);
            used += advance;
        }
        parts.push(part);
        parts
    }

    /// As much of a text as `width` points hold, with a sign that there is more. For where it stands in full elsewhere.
    pub(super) fn fitted(&self, text: &str, weight: Weight, size: f32, width: f32) -> String {
        if self.width(text, weight, size) <= width {
            return text.to_owned();
        }
        let room = width - self.width("…", weight, size);
        let first = self.parts(text, weight, size, room).into_iter().next().unwrap_or_default();
        format!("{}…", first.trim_end())
    }
}
