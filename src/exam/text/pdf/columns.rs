//! Columns of running text are read one after the other; tables keep their rows. Words divided at a line end are put
//! together again.

use super::cells::Piece;

/// Pieces that a column of running text has at least.
const COLUMN_LINES: usize = 4;
/// Lines of a block of columns that are looked at together: two pages of small print.
const BLOCK_LINES: usize = 150;
/// Words that most lines of running text have at least.
const LINE_WORDS: usize = 4;
/// Share of the column's width that its lines fill.
const FILLED: f64 = 0.7;
/// Width of the room between columns by the size of the letters.
const NARROWEST: f64 = 0.5;
/// From baseline to baseline by the size of the letters. Rows of tables stand further apart.
const RUNNING_PITCH: f64 = 1.5;
/// The same for a word that goes on in the next line.
const DIVIDED_PITCH: f64 = 2.0;

type Row = Vec<Piece>;

/// The room between two columns.
#[derive(Clone, Copy)]
struct Gutter {
    left: f64,
    right: f64,
}

/// Rows as they are read.
pub(super) fn in_reading_order(rows: Vec<Row>) -> Vec<Row> {
    let mut ordered = Vec::with_capacity(rows.len());
    let mut rest = rows.as_slice();
    while let Some(first) = rest.first() {
        let columns = block(rest).and_then(|(length, gutter)| {
            let (block, after) = rest.split_at_checked(length)?;
            Some((split(block, gutter).filter(|(left, right)| is_running(left) && is_running(right))?, after))
        });
        if let Some(((left, right), after)) = columns {
            ordered.extend(left.into_iter().chain(right).map(|piece| vec![piece.clone()]));
            rest = after;
        } else {
            ordered.push(first.clone());
            rest = rest.get(1..).unwrap_or_default();
        }
    }
    ordered
}

/// How many rows, from the first, leave one gutter free between at most two pieces each.
fn block(rows: &[Row]) -> Option<(usize, Gutter)> {
    let mut gutter = first_gutter(rows)?;
    let mut length = 0_usize;
    for row in rows.iter().take(BLOCK_LINES) {
        let mut next = gutter;
        let middle = (gutter.left + gutter.right) / 2.0;
        for piece in row {
            if (piece.left + piece.right) / 2.0 < middle {
                next.left = next.left.max(piece.right);
            } else {
                next.right = next.right.min(piece.left);
            }
        }
        let size = row.iter().map(|piece| piece.size).fold(0.0, f64::max);
        if row.len() > 2 || next.right - next.left < NARROWEST * size {
            break;
        }
        gutter = next;
        length = length.saturating_add(1);
    }
    (length >= COLUMN_LINES).then_some((length, gutter))
}

/// Between the two pieces of one of the first rows, or between single ones that stand beside each other at different heights.
fn first_gutter(rows: &[Row]) -> Option<Gutter> {
    let double = rows.iter().take(3).find_map(|row| match row.as_slice() {
        [left, right] => between(left, right),
        _ => None,
    });
    double.or_else(|| match rows {
        [first, second, ..] if first.len() == 1 && second.len() == 1 => {
            let (one, other) = (first.first()?, second.first()?);
            let beside = (one.baseline - other.baseline).abs() < one.size.min(other.size);
            between(one, other).or_else(|| between(other, one)).filter(|_| beside)
        }
        _ => None,
    })
}

fn between(left: &Piece, right: &Piece) -> Option<Gutter> {
    (left.right < right.left).then_some(Gutter { left: left.right, right: right.left })
}

fn split(block: &[Row], gutter: Gutter) -> Option<(Vec<&Piece>, Vec<&Piece>)> {
    let (left, right): (Vec<_>, Vec<_>) = block.iter().flatten().partition(|piece| piece.right <= gutter.left);
    (left.len() >= COLUMN_LINES && right.len() >= COLUMN_LINES).then_some((left, right))
}

/// Whether lines are those of a paragraph: many words, filled, near each other, and neither labels nor results.
fn is_running(column: &[&Piece]) -> bool {
    let left = column.iter().map(|piece| piece.left).fold(f64::INFINITY, f64::min);
    let right = column.iter().map(|piece| piece.right).fold(f64::NEG_INFINITY, f64::max);
    let most = |count: usize| count.saturating_mul(10) >= column.len().saturating_mul(6);
    let wordy = column.iter().filter(|piece| piece.text.split_whitespace().count() >= LINE_WORDS).count();
    let filled = column.iter().filter(|piece| piece.right - left >= FILLED * (right - left)).count();
    let near = column.windows(2).filter(|pair| match pair {
        [a, b] => b.baseline - a.baseline <= RUNNING_PITCH * a.size.max(b.size),
        _ => false,
    });
    let is_wordy = |piece: &Piece| piece.text.split_whitespace().count() >= LINE_WORDS;
    let result = |piece: &Piece| !is_wordy(piece) && piece.text.contains(|c: char| c == '%' || c.is_ascii_digit());
    let of_table = column.iter().any(|piece| piece.text.ends_with(':') || result(piece));
    let begins = column.first().is_some_and(|piece| is_wordy(piece));
    begins && most(wordy) && most(filled) && most(near.count().saturating_add(1)) && !of_table
}

/// Rows in which a word divided at a line end stands whole in the line where it begins.
pub(super) fn undivided(mut rows: Vec<Row>) -> Vec<Row> {
    for number in 0..rows.len() {
        let (before, after) = rows.split_at_mut(number.saturating_add(1));
        let Some(row) = before.last_mut() else { continue };
        for piece in row.iter_mut() {
            let Some(stem) = divided(&piece.text) else { continue };
            let next = after.iter_mut().take(2).flatten().find(|next| continues(piece, next));
            if let Some(next) = next {
                let (word, rest) = next.text.split_once(' ').unwrap_or((next.text.as_str(), ""));
                piece.text = format!("{stem}{word}");
                next.text = rest.to_owned();
            }
        }
    }
    for row in &mut rows {
        row.retain(|piece| !piece.text.is_empty());
    }
    rows.retain(|row| !row.is_empty());
    rows
}

/// The beginning of a word that ends in a hyphen; `None` where there is no such word.
pub(super) fn divided(text: &str) -> Option<&str> {
    let stem = text.trim_end().strip_suffix(['\u{ad}', '-', '\u{2010}'])?;
    stem.ends_with(char::is_alphabetic).then_some(stem)
}

fn continues(piece: &Piece, next: &Piece) -> bool {
    let step = next.baseline - piece.baseline;
    let below = step > 0.0 && step <= DIVIDED_PITCH * piece.size.max(next.size);
    let overlaps = next.left < piece.right && piece.left < next.right;
    below && overlaps && next.text.starts_with(char::is_lowercase)
}
