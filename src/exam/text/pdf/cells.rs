//! A row of glyphs to cells. What is a space and what a border of cells depends on the size of the letters, on whether the
//! text has space characters of its own, and on how far its letters are spaced.

use super::rows::Placed;
use crate::exam::text::{Cell, folded};

/// Gaps by the size of the letters. Letters nearer than this stand together.
const SPACE: f64 = 0.18;
/// Nor does a space character that the next letter is drawn over divide them: a division mark that is not used.
const NARROWEST: f64 = 0.05;
/// Beyond this begins a new cell, where the gap has nothing to do with a space character.
const BORDER: f64 = 0.45;
/// The same in text without space characters, and beside them: justified lines stretch their spaces.
const WIDE_BORDER: f64 = 1.2;
/// Letters that are all this far apart, and no further than the second, are spaced for effect.
const SPACED: (f64, f64) = (0.1, 0.9);
/// How far gaps of spaced letters may differ.
const EVEN: f64 = 0.16;
/// How far the spaces of a justified line may differ.
const JUSTIFIED: f64 = 0.1;
/// Beyond this the texts have nothing to do with each other.
const APART: f64 = 2.5;

/// What a glyph stands for in a file whose font does not say: the word it belongs to is not read.
pub(super) const UNKNOWN: char = '\u{fffd}';

/// Text of one cell with its place in the frame of the text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) baseline: f64,
    pub(super) size: f64,
}

impl Piece {
    /// The cell in the frame of the page.
    pub(super) fn into_cell(self, turn: super::collect::Turn) -> Option<Cell> {
        let area = [self.left, self.top, self.right, self.baseline + 0.25 * self.size];
        let known: Vec<_> = self.text.split_whitespace().filter(|word| !word.contains(UNKNOWN)).collect();
        Cell::plain(&known.join(" ")).map(|cell| Cell { area: Some(turn.onto_page(area).map(narrow)), ..cell })
    }
}

/// Points on a page are far within the range of `f32`.
#[allow(clippy::as_conversions, clippy::cast_possible_truncation)]
fn narrow(value: f64) -> f32 {
    value as f32
}

/// A glyph that is no space, with the gap before it.
struct Step<'g> {
    glyph: &'g Placed,
    /// From the end of the glyph before, spaces not counted as glyphs.
    gap: f64,
    /// The part of it that no space character covers.
    bare: f64,
    spaces: usize,
}

/// The cells of a row. `borders` are upright rules of a table that cross it.
pub(super) fn cells(row: &[Placed], borders: &[f64]) -> Vec<Piece> {
    let spaced_by_characters = row.iter().any(Placed::is_space);
    let mut pieces = Vec::new();
    let row = without_leaders(row);
    let steps = steps(&row);
    let ruled = |step: &Step<'_>| {
        let (from, to) = (step.glyph.left - step.gap - 0.5, step.glyph.left + 0.5);
        borders.iter().any(|border| from <= *border && *border <= to)
    };
    for group in steps.chunk_by(|_, step| step.gap <= APART * step.glyph.size && !ruled(step)) {
        let tracking = tracking(group);
        let justified = justified(group, spaced_by_characters);
        let mut open: Vec<&Step<'_>> = Vec::new();
        for step in group {
            let is_space = justified.is_some_and(|space| (step.gap - space).abs() <= JUSTIFIED * step.glyph.size);
            if !open.is_empty() && !is_space && is_border(step, tracking, spaced_by_characters) {
                pieces.extend(piece(&std::mem::take(&mut open), tracking));
            }
            open.push(step);
        }
        pieces.extend(piece(&open, tracking));
    }
    pieces
}

/// Dots and lines that lead from a label to its value are a gap.
fn without_leaders(row: &[Placed]) -> Vec<Placed> {
    let leads = |glyph: &Placed| matches!(glyph.text.as_str(), "." | "_" | "…");
    let runs = row.chunk_by(|a, b| leads(a) == leads(b));
    runs.filter(|run| run.len() < 4 || !run.first().is_some_and(leads)).flatten().cloned().collect()
}

/// The space of a justified line, where its gaps are as wide as borders: most are exactly as wide, and words go on after
/// them in small letters.
fn justified(group: &[Step<'_>], spaced_by_characters: bool) -> Option<f64> {
    let inner = group.get(1..).unwrap_or_default();
    let size = group.first().map_or(1.0, |step| step.glyph.size);
    let mut wide: Vec<&Step<'_>> = inner.iter().filter(|step| is_border(step, None, spaced_by_characters)).collect();
    wide.sort_by(|a, b| a.gap.total_cmp(&b.gap));
    let middle = wide.get(wide.len() / 2)?.gap;
    let small = |step: &Step<'_>| step.glyph.text.starts_with(char::is_lowercase);
    let even = wide.iter().filter(|step| (step.gap - middle).abs() <= JUSTIFIED * size && small(step)).count();
    let most = even > 2 && even.saturating_add(1) >= wide.len();
    (most && middle <= 2.0 * size).then_some(middle)
}

fn steps(row: &[Placed]) -> Vec<Step<'_>> {
    let mut steps: Vec<Step<'_>> = Vec::with_capacity(row.len());
    let mut covered = 0.0;
    let mut spaces = 0_usize;
    let mut right = f64::NAN;
    for glyph in row {
        if glyph.is_space() {
            // A space that lies under letters, as some programs draw one over the line, separates nothing.
            if right.is_nan() || glyph.right > right {
                covered += (glyph.right - glyph.left).max(0.0);
                spaces = spaces.saturating_add(1);
            }
            continue;
        }
        let gap = if right.is_nan() { 0.0 } else { glyph.left - right };
        steps.push(Step { glyph, gap, bare: gap - covered, spaces });
        right = if right.is_nan() { glyph.right } else { right.max(glyph.right) };
        (covered, spaces) = (0.0, 0);
    }
    steps
}

fn is_border(step: &Step<'_>, tracking: Option<f64>, spaced_by_characters: bool) -> bool {
    let size = step.glyph.size;
    match tracking {
        Some(tracking) => step.gap - tracking > WIDE_BORDER * size,
        None if spaced_by_characters && step.spaces == 0 => step.gap > BORDER * size,
        // Several spaces one after the other are a gap made by hand.
        None if step.spaces > 2 => step.gap > WIDE_BORDER * size,
        None => step.bare > WIDE_BORDER * size || (step.spaces == 0 && step.gap > WIDE_BORDER * size),
    }
}

/// The gap of letters that are spaced for effect: `S E R T I F I K Ā T S`.
fn tracking(group: &[Step<'_>]) -> Option<f64> {
    let inner = group.get(1..).filter(|inner| inner.len() >= 5)?;
    let mut gaps: Vec<f64> = inner.iter().map(|step| step.gap / step.glyph.size).collect();
    gaps.sort_by(f64::total_cmp);
    let middle = gaps.get(gaps.len() / 2).copied()?;
    let even = gaps.iter().filter(|gap| (*gap - middle).abs() <= EVEN).count();
    let by_hand = inner.iter().any(|step| step.spaces > 0 && (step.gap / step.glyph.size - middle).abs() <= EVEN);
    let capitals = group.iter().all(|step| step.glyph.text.chars().all(|c| c.is_uppercase() || !c.is_alphanumeric()));
    let is_spaced = middle > SPACED.0 && middle < SPACED.1 && even.saturating_mul(10) >= gaps.len().saturating_mul(7);
    let size = group.first().map_or(1.0, |step| step.glyph.size);
    (is_spaced && (capitals || !by_hand)).then_some(middle * size)
}

fn piece(steps: &[&Step<'_>], tracking: Option<f64>) -> Option<Piece> {
    let first = steps.first()?.glyph;
    let mut text = String::new();
    let (mut right, mut size) = (first.right, first.size);
    for step in steps {
        let space = match tracking {
            Some(tracking) => step.gap - tracking > SPACE * step.glyph.size,
            None => step.gap > SPACE * step.glyph.size || (step.spaces > 0 && step.gap > NARROWEST * step.glyph.size),
        };
        if !text.is_empty() && space {
            text.push(' ');
        }
        text.push_str(&step.glyph.text);
        right = right.max(step.glyph.right);
        size = size.max(step.glyph.size);
    }
    let baseline = steps.iter().map(|step| step.glyph.baseline).fold(first.baseline, f64::max);
    let top = first.baseline - size;
    Some(Piece { text: folded(&text), left: first.left, right, top, baseline, size })
}
