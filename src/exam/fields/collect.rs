//! Labels with their values: in one text, beside each other, or one above the other.

use super::labels::{Field, label, labelled};
use crate::exam::Place;
use crate::exam::text::{Cell, Line};

/// A value under a label.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub(super) field: Field,
    pub(super) value: String,
    pub(super) place: Place,
    /// Number of the line the label stands in.
    pub(super) line: usize,
    /// Whether nothing stands between label and value.
    pub(super) direct: bool,
}

/// Every label that has a value.
pub(super) fn collect(lines: &[Line]) -> Vec<Candidate> {
    let mut found = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        for (position, cell) in line.cells.iter().enumerate() {
            if let Some((field, value)) = labelled(&cell.text) {
                found.push(candidate(field, value, cell, line, number));
                continue;
            }
            let Some(field) = label(&cell.text) else { continue };
            if let Some((value, under)) =
                beside(line, position).map(|value| (value, line)).or_else(|| below(lines, number, position))
            {
                found.push(candidate(field, &value.text, value, under, number));
            }
        }
    }
    found
}

fn candidate(field: Field, value: &str, cell: &Cell, line: &Line, number: usize) -> Candidate {
    let place = Place { page: line.page, area: cell.area, source: cell.text.clone() };
    Candidate { field, value: value.to_owned(), place, line: number, direct: true }
}

/// The next cell of the same line, unless it is a label itself.
fn beside(line: &Line, position: usize) -> Option<&Cell> {
    line.cells.get(position.checked_add(1)?).filter(|cell| is_value(cell))
}

/// The cell below: the one that overlaps where there are places, else the one at the same position of a line with as many
/// cells. The label's own line must hold nothing but labels.
fn below(lines: &[Line], number: usize, position: usize) -> Option<(&Cell, &Line)> {
    let line = lines.get(number)?;
    let next = lines.get(number.checked_add(1)?).filter(|next| next.page == line.page)?;
    let heads = line.cells.iter().all(|cell| label(&cell.text).is_some());
    let cell = line.cells.get(position).filter(|_| heads)?;
    let under = match cell.area {
        Some(_) => next.cells.iter().find(|other| overlaps(cell, other)),
        None if next.cells.len() == line.cells.len() => next.cells.get(position),
        None => None,
    };
    under.filter(|under| is_value(under)).map(|under| (under, next))
}

fn is_value(cell: &Cell) -> bool {
    label(&cell.text).is_none() && labelled(&cell.text).is_none()
}

fn overlaps(a: &Cell, b: &Cell) -> bool {
    match (a.area, b.area) {
        (Some([left, _, right, _]), Some([other_left, _, other_right, _])) => left < other_right && other_left < right,
        _ => false,
    }
}
