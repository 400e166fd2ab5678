//! Rules of tables: upright ones divide cells, level ones keep the lines of a cell together.

use super::cells::Piece;
use super::collect::Turn;
use hayro_interpret::kurbo::{Affine, BezPath, Line, PathSeg};

/// Points. Shorter strokes are letters and ornaments.
const SHORTEST: f64 = 6.0;
/// Points by which the ends of a rule may miss, and rules of one line may differ.
const SLACK: f64 = 1.5;
/// Rules of one page that are kept; a table of a hundred rows has some thousand.
const MOST: usize = 4_000;
/// Lines of one cell.
const CELL_LINES: usize = 30;
/// From baseline to baseline within a cell, by the size of the letters.
const CELL_PITCH: f64 = 1.7;

/// A straight stroke or edge: where it is, from where to where.
#[derive(Clone, Copy, Debug)]
struct Rule {
    at: f64,
    from: f64,
    to: f64,
}

/// Straight strokes and edges as they are drawn on the page.
#[derive(Default)]
pub(super) struct Strokes(Vec<Line>);

/// The rules of a page in the frame of its text.
#[derive(Default)]
pub(super) struct Rules {
    level: Vec<Rule>,
    upright: Vec<Rule>,
}

impl Strokes {
    /// Takes down the straight parts of a path.
    pub(super) fn add(&mut self, path: &BezPath, transform: Affine) {
        for segment in path.segments().take(MOST.saturating_sub(self.0.len())) {
            if let PathSeg::Line(line) = segment {
                let line = transform * line;
                let (along, across) = ((line.p1.x - line.p0.x).abs(), (line.p1.y - line.p0.y).abs());
                if along.max(across) >= SHORTEST && along.min(across) < 0.5 {
                    self.0.push(line);
                }
            }
        }
    }

    /// In the frame of the text.
    pub(super) fn in_frame(self, turn: Turn) -> Rules {
        let mut rules = Rules::default();
        for line in self.0 {
            let (from, to) = (turn.to_frame(line.p0), turn.to_frame(line.p1));
            if (from.x - to.x).abs() > (from.y - to.y).abs() {
                rules.level.push(Rule { at: from.y, from: from.x.min(to.x), to: from.x.max(to.x) });
            } else {
                rules.upright.push(Rule { at: from.x, from: from.y.min(to.y), to: from.y.max(to.y) });
            }
        }
        rules
    }
}

impl Rules {
    pub(super) fn len(&self) -> usize {
        self.level.len().saturating_add(self.upright.len())
    }

    /// Where upright rules cross a line at this height, from left to right.
    pub(super) fn borders(&self, height: f64) -> Vec<f64> {
        let crossing = self.upright.iter().filter(|rule| rule.from <= height && height <= rule.to);
        let mut borders: Vec<f64> = crossing.map(|rule| rule.at).collect();
        borders.sort_by(f64::total_cmp);
        borders
    }

    /// The nearest level rules over and under a piece of text.
    fn band(&self, piece: &Piece) -> Option<(f64, f64)> {
        let middle = (piece.left + piece.right) / 2.0;
        let height = piece.baseline - 0.3 * piece.size;
        let near = self.level.iter().filter(|rule| rule.from - SLACK <= middle && middle <= rule.to + SLACK);
        let (mut above, mut below) = (f64::NEG_INFINITY, f64::INFINITY);
        for rule in near {
            if rule.at <= height {
                above = above.max(rule.at);
            } else {
                below = below.min(rule.at);
            }
        }
        (above.is_finite() && below.is_finite()).then_some((above, below))
    }
}

type Row = Vec<Piece>;

/// Rows in which a cell of several lines between two level rules is one piece, beside the cells of its table row.
pub(super) fn whole_cells(rows: Vec<Row>, rules: &Rules) -> Vec<Row> {
    if rules.level.len() < 2 {
        return rows;
    }
    let banded: Vec<_> = rows.into_iter().map(|row| (band_of(&row, rules), row)).collect();
    let same = |a: &Option<(f64, f64)>, b: &Option<(f64, f64)>| match (a, b) {
        (Some(a), Some(b)) => (a.0 - b.0).abs() <= SLACK && (a.1 - b.1).abs() <= SLACK,
        _ => false,
    };
    let mut whole = Vec::with_capacity(banded.len());
    for group in banded.chunk_by(|(a, _), (b, _)| same(a, b)) {
        let rows: Vec<&Row> = group.iter().map(|(_, row)| row).collect();
        match merged(&rows) {
            Some(row) => whole.push(row),
            None => whole.extend(rows.into_iter().cloned()),
        }
    }
    whole
}

/// The band that all pieces of a row stand in.
fn band_of(row: &Row, rules: &Rules) -> Option<(f64, f64)> {
    let mut bands = row.iter().map(|piece| rules.band(piece));
    let first = bands.next()??;
    let near = |band: Option<(f64, f64)>| {
        band.is_some_and(|(above, below)| (above - first.0).abs() <= SLACK && (below - first.1).abs() <= SLACK)
    };
    bands.all(near).then_some(first)
}

/// The rows of one band as one, unless several of them are rows of a table that has no rules between them.
fn merged(rows: &[&Row]) -> Option<Row> {
    let shared = rows.iter().filter(|row| row.len() > 1).count();
    if rows.len() < 2 || rows.len() > CELL_LINES || shared > 1 {
        return None;
    }
    let mut pieces: Vec<&Piece> = rows.iter().flat_map(|row| row.iter()).collect();
    pieces.sort_by(|a, b| a.left.total_cmp(&b.left));
    let mut columns: Vec<Vec<&Piece>> = Vec::new();
    let mut right = f64::NEG_INFINITY;
    for piece in pieces {
        match columns.last_mut().filter(|_| piece.left < right) {
            Some(column) => column.push(piece),
            None => columns.push(vec![piece]),
        }
        right = right.max(piece.right);
    }
    (columns.len() > 1).then(|| columns.into_iter().map(joined).collect::<Option<Row>>()).flatten()
}

/// The lines of a cell as one piece; `None` where they stand too far apart to be one.
fn joined(mut lines: Vec<&Piece>) -> Option<Piece> {
    lines.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
    let mut lines = lines.into_iter();
    let mut whole = lines.next()?.clone();
    for line in lines {
        let step = line.baseline - whole.baseline;
        if step > CELL_PITCH * line.size.max(whole.size) {
            return None;
        }
        let stem = super::columns::divided(&whole.text).filter(|_| line.text.starts_with(char::is_lowercase));
        whole.text = match stem {
            Some(stem) => format!("{stem}{}", line.text),
            None => format!("{} {}", whole.text, line.text),
        };
        whole.left = whole.left.min(line.left);
        whole.right = whole.right.max(line.right);
        whole.baseline = line.baseline;
        whole.size = line.size;
    }
    Some(whole)
}
