//! Glyphs to rows: what stands on one line of the page, from left to right, each glyph once.

use unicode_normalization::char::is_combining_mark;

/// One glyph in the frame of the text, upright, origin at the top left.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Placed {
    pub(super) text: String,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) baseline: f64,
    pub(super) size: f64,
}

impl Placed {
    pub(super) fn middle(&self) -> f64 {
        (self.left + self.right) / 2.0
    }

    pub(super) fn is_space(&self) -> bool {
        self.text.chars().all(char::is_whitespace)
    }
}

/// Baselines that differ by less than this share of the smaller size are one row: a value is often set larger than its
/// label and a little lower.
const SAME_ROW: f64 = 0.4;
/// How far from each other, by their size, two drawings of one glyph may stand that make it bold.
const FAKE_BOLD: f64 = 0.12;

/// Rows from top to bottom, each from left to right.
pub(super) fn rows(glyphs: Vec<Placed>) -> Vec<Vec<Placed>> {
    let mut glyphs = with_marks(glyphs);
    glyphs.sort_by(|a, b| a.baseline.total_cmp(&b.baseline).then(a.left.total_cmp(&b.left)));
    let mut rows = Vec::new();
    let mut row: Vec<Placed> = Vec::new();
    // The row is where most of it stands, so that a chain of small steps does not become one row.
    let mut level = 0.0;
    for glyph in glyphs {
        let smaller = row.last().map_or(glyph.size, |last| last.size.min(glyph.size));
        if !row.is_empty() && glyph.baseline - level > SAME_ROW * smaller {
            rows.push(once(std::mem::take(&mut row)));
        }
        if row.is_empty() {
            level = glyph.baseline;
        }
        row.push(glyph);
    }
    if !row.is_empty() {
        rows.push(once(row));
    }
    rows
}

/// From left to right; of the same glyph at nearly the same place one is kept.
fn once(mut row: Vec<Placed>) -> Vec<Placed> {
    row.sort_by(|a, b| a.left.total_cmp(&b.left));
    let mut kept: Vec<Placed> = Vec::with_capacity(row.len());
    for glyph in row {
        let again = kept.iter().rev().take(8).any(|before| {
            let near = (FAKE_BOLD * glyph.size).min(0.5 * (glyph.right - glyph.left).max(0.0));
            before.text == glyph.text && (glyph.left - before.left).abs() <= near && !glyph.is_space()
        });
        if !again {
            kept.push(glyph);
        }
    }
    kept
}

/// Marks that are drawn as glyphs of their own are put to their letter: the one drawn before, else the one drawn after.
fn with_marks(glyphs: Vec<Placed>) -> Vec<Placed> {
    let mut kept: Vec<Placed> = Vec::with_capacity(glyphs.len());
    let mut waiting: Option<Placed> = None;
    for glyph in glyphs {
        if let Some(mark) = waiting.take() {
            match mark_of(&mark, &glyph) {
                Some(combining) => {
                    kept.push(Placed { text: format!("{}{combining}", glyph.text), ..glyph });
                    continue;
                }
                None => kept.push(mark),
            }
        }
        if combining(&glyph.text).is_none() {
            kept.push(glyph);
            continue;
        }
        match kept.last_mut().map(|before| (mark_of(&glyph, before), before)) {
            Some((Some(combining), before)) => before.text.push(combining),
            _ => waiting = Some(glyph),
        }
    }
    kept.extend(waiting);
    kept
}

/// The combining character that `mark` is for `letter`, where it is drawn over or under it.
fn mark_of(mark: &Placed, letter: &Placed) -> Option<char> {
    let combining = combining(&mark.text)?;
    let slack = 0.1 * letter.size;
    // A mark without width stands at the end of its letter or over it; one with width must stand over it.
    let over = mark.middle() >= letter.left - slack && mark.middle() <= letter.right + slack;
    let beside = mark.left >= letter.right - slack && mark.right - mark.left > slack;
    let near = (mark.baseline - letter.baseline).abs() <= letter.size;
    let is_letter = letter.text.chars().next_back().is_some_and(|c| c.is_alphabetic() || is_combining_mark(c));
    (over && !beside && near && is_letter).then_some(combining)
}

/// A mark, or an accent that old fonts draw over a letter.
fn combining(text: &str) -> Option<char> {
    let mut characters = text.chars();
    let (first, None) = (characters.next()?, characters.next()) else { return None };
    match first {
        '\u{af}' | '\u{2c9}' => Some('\u{304}'),
        '\u{2c7}' => Some('\u{30c}'),
        '\u{b8}' => Some('\u{327}'),
        '\u{b4}' => Some('\u{301}'),
        '\u{2d9}' => Some('\u{307}'),
        '\u{a8}' => Some('\u{308}'),
        mark if is_combining_mark(mark) => Some(mark),
        _ => None,
    }
}
