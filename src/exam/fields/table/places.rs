//! Which cell of a row belongs to which column.

use super::{Column, Head};
use crate::exam::fields::places::overlaps;
use crate::exam::text::{Cell, Line};

/// The cell of each column; `None` where that cannot be told.
pub(super) fn assign<'l>(head: &Head, line: &'l Line) -> Option<Vec<Option<&'l Cell>>> {
    assign_led(head, line).and_then(|(lead, cells)| lead.is_none().then_some(cells))
}

/// The same, with a cell before all columns that has no head: a row of the line's own name.
pub(super) fn assign_led<'l>(head: &Head, line: &'l Line) -> Option<(Option<&'l Cell>, Vec<Option<&'l Cell>>)> {
    let placed = head.cells.iter().chain(&line.cells).all(|cell| cell.area.is_some());
    if placed {
        return assign_by_place(head, line);
    }
    if let Some(missing) = head.cells.len().checked_sub(line.cells.len()).filter(|missing| *missing > 0) {
        // A total has no number of its own: the columns that are missing are those before the name.
        let numbers = head.columns.iter().take(missing).all(|column| *column == Column::Aside);
        let named = head.columns.get(missing) == Some(&Column::PartHead);
        let cells = std::iter::repeat_n(None, missing).chain(line.cells.iter().map(Some)).collect();
        return (numbers && named).then_some((None, cells));
    }
    let extra = line.cells.len().checked_sub(head.cells.len())?;
    let rest = line.cells.get(extra..)?.iter().map(Some).collect();
    match extra {
        0 => Some((None, rest)),
        1 => Some((line.cells.first(), rest)),
        _ => None,
    }
}

fn assign_by_place<'l>(head: &Head, line: &'l Line) -> Option<(Option<&'l Cell>, Vec<Option<&'l Cell>>)> {
    let mut lead = None;
    let mut cells: Vec<Option<&Cell>> = vec![None; head.cells.len()];
    let left_end = head.cells.first()?.area?[0];
    for (index, cell) in line.cells.iter().enumerate() {
        let [left, _, right, _] = cell.area?;
        let over: Vec<_> =
            head.cells.iter().enumerate().filter(|(_, title)| overlaps(title, cell)).map(|(at, _)| at).collect();
        let at = match over.as_slice() {
            [one] => *one,
            [] if index == 0 && right <= left_end => {
                lead = Some(cell);
                continue;
            }
            [] => nearest(head, (left + right) / 2.0)?,
            _ => return None,
        };
        let slot = cells.get_mut(at)?;
        if slot.is_some() {
            return None;
        }
        *slot = Some(cell);
    }
    Some((lead, cells))
}

fn nearest(head: &Head, centre: f32) -> Option<usize> {
    let distance =
        |cell: &Cell| cell.area.map_or(f32::INFINITY, |[left, _, right, _]| ((left + right) / 2.0 - centre).abs());
    let closest = head.cells.iter().enumerate().min_by(|(_, a), (_, b)| distance(a).total_cmp(&distance(b)))?;
    (distance(closest.1) < 80.0).then_some(closest.0)
}
