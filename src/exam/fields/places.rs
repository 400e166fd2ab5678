//! How cells stand to each other on the page.

use super::collect::is_value;
use crate::exam::text::{Cell, Line};

pub(super) fn under<'l>(line: &Line, position: usize, cell: &Cell, other: &'l Line) -> Option<&'l Cell> {
    let placed = cell.area.is_some() && other.cells.iter().all(|cell| cell.area.is_some());
    let found = if placed {
        let mut over = other.cells.iter().filter(|other| overlaps(cell, other));
        // A value that lies under two labels, or two values under one label, belong to none.
        let one = over.next().filter(|_| over.next().is_none())?;
        let owners = line.cells.iter().filter(|label| overlaps(label, one)).count();
        (owners == 1).then_some(one)
    } else {
        (other.cells.len() == line.cells.len()).then(|| other.cells.get(position)).flatten()
    };
    found.filter(|cell| is_value(cell))
}

pub(super) fn overlaps(a: &Cell, b: &Cell) -> bool {
    match (a.area, b.area) {
        (Some([left, _, right, _]), Some([other_left, _, other_right, _])) => left < other_right && other_left < right,
        _ => false,
    }
}

pub(super) fn same_left(a: &Cell, b: &Cell) -> bool {
    match (a.area, b.area) {
        (Some([left, ..]), Some([other, ..])) => (left - other).abs() < 4.0 && close_below(a, b),
        (None, None) => true,
        _ => false,
    }
}

/// Directly below, and beginning at the same place.
pub(super) fn close_below(a: &Cell, b: &Cell) -> bool {
    match (a.area, b.area) {
        (Some([left, top, _, bottom]), Some([other_left, other_top, ..])) => {
            (left - other_left).abs() < 4.0 && other_top >= top && other_top - bottom < 0.8 * (bottom - top)
        }
        _ => false,
    }
}
