//! Tables of parts: a part a row, a part a column, or one row of figures.

use super::places::{assign, assign_led};
use super::{Column, Head, Tables, column};
use crate::exam::Place;
use crate::exam::fields::collect::Candidate;
use crate::exam::fields::labels::{Field, fold, in_percent, label};
use crate::exam::fields::parts::{PartFound, is_list_name, is_part, results_in, trimmed, whole_percent};
use crate::exam::fields::role::say_no_result;
use crate::exam::fields::values::Rank;
use crate::exam::text::{Cell, Line};

/// Parts are the heads, results stand below: in a row of percentages, or in the row whose own head says percent.
pub(super) fn part_columns(lines: &[Line], head: &Head, first: usize, tables: &mut Tables) -> Option<usize> {
    let mut used: usize = 0;
    let mut read = false;
    for (number, line) in lines.iter().enumerate().skip(first).take(4) {
        let Some((lead, cells)) = assign_led(head, line) else { break };
        let named = head.columns.iter().zip(&cells).find(|(column, _)| **column == Column::PartHead);
        let lead = lead.or(named.and_then(|(_, cell)| *cell)).map(|cell| cell.text.clone()).unwrap_or_default();
        if !lead.is_empty() && column(&lead).is_none() && label(&lead).is_none() {
            break;
        }
        // Below the results something else begins, also where it happens to stand under the same heads.
        if !cells.iter().zip(&head.columns).all(|(cell, kind)| is_figure(*cell, kind)) {
            break;
        }
        used = used.saturating_add(1);
        if read || matches!(column(&lead), Some(Column::Aside)) {
            continue;
        }
        for ((kind, title), cell) in head.columns.iter().zip(&head.cells).zip(&cells) {
            let Some(cell) = cell else { continue };
            let announced = format!("{} {lead}", title.text);
            match kind {
                Column::Part => {
                    let part = part(&title.text, cell, &announced, (line, number));
                    read = read || part.is_some();
                    tables.parts.extend(part);
                }
                Column::Overall => tables.overall.push(overall(cell, &announced, (line, number))),
                _ => {}
            }
        }
    }
    (read && used > 0).then_some(used)
}

/// A figure, a dash where there is none, or the name of the row.
fn is_figure(cell: Option<&Cell>, kind: &Column) -> bool {
    let Some(cell) = cell.filter(|_| *kind != Column::PartHead) else { return true };
    cell.text.contains(|c: char| c.is_ascii_digit()) || cell.text.trim().trim_matches(['-', '–', '—']).is_empty()
}

/// Rows of a table without a column of results: nothing in them is one.
pub(super) fn aside_rows(lines: &[Line], first: usize) -> Option<usize> {
    let total = |text: &str| label(text).is_some_and(|label| label.field == Field::Overall);
    let rows = lines.iter().skip(first).take_while(|line| {
        line.cells.len() > 1 && line.cells.iter().take(2).any(|cell| is_part(&cell.text) || total(&cell.text))
    });
    Some(rows.count()).filter(|rows| *rows > 0)
}

/// One row of figures below their heads: the overall result beside averages and thresholds.
pub(super) fn value_row(lines: &[Line], head: &Head, first: usize, tables: &mut Tables) -> Option<usize> {
    let line = lines.get(first)?;
    let results = head.columns.iter().filter(|column| matches!(column, Column::Overall | Column::Result)).count();
    let figures = line.cells.iter().all(|cell| cell.text.contains(|c: char| c.is_ascii_digit()));
    let cells = assign(head, line).filter(|_| results == 1 && figures && head.cells.len() > 1)?;
    let at = head.columns.iter().position(|column| matches!(column, Column::Overall | Column::Result))?;
    let (title, cell) = (head.cells.get(at)?, cells.get(at).copied().flatten()?);
    tables.overall.push(overall(cell, &title.text, (line, first)));
    Some(1)
}

/// Parts are the rows, with their result in the column that announces it.
pub(super) fn part_rows(lines: &[Line], head: &Head, first: usize, tables: &mut Tables) -> Option<usize> {
    let headed = head.columns.contains(&Column::PartHead);
    let mut used: usize = 0;
    let mut read = false;
    let mut begun = String::new();
    for (number, line) in lines.iter().enumerate().skip(first) {
        if let Some(wrapped) = wrapped(lines, number, headed) {
            let last = tables.parts.last_mut().filter(|part| part.line.saturating_add(1) == number);
            match (wrapped, last) {
                (Wrapped::Begins, _) if begun.is_empty() => begun = format!("{} ", line.text()),
                (Wrapped::GoesOn, Some(last)) => last.name = format!("{} {}", last.name, line.text()),
                _ => break,
            }
            used = used.saturating_add(1);
            continue;
        }
        let page = lines.get(first).map(|first| first.page);
        let Some(name) = row_name(head, line).filter(|_| page == Some(line.page)) else { break };
        let total = label(&name.text).is_some_and(|label| label.field == Field::Overall);
        let named = is_part(&name.text) || (headed && is_list_name(&name.text) && line.cells.len() > 1);
        let skipped = read && say_no_result(&name.text);
        if !(total || named || skipped) {
            break;
        }
        let result = result_of(head, line, headed);
        if result.is_none() && ((!read && !named) || (total && stands_apart(head, line))) {
            break;
        }
        used = used.saturating_add(1);
        let Some((cell, announced)) = result.filter(|_| total || named) else { continue };
        read = true;
        let begun = std::mem::take(&mut begun);
        row(&format!("{begun}{}", name.text), total, (cell, announced), (line, number), tables);
    }
    (read && used > 0).then_some(used)
}

/// A total with fewer cells than the table stands below it, not in it; the sum of shares does not.
fn stands_apart(head: &Head, line: &Line) -> bool {
    let placed = line.cells.iter().any(|cell| cell.area.is_some());
    !placed && line.cells.len() == 2 && head.cells.len() > 2 && !line.text().contains("100")
}

/// One row with its result: a total or a part.
fn row(name: &str, total: bool, result: (&Cell, &str), at: (&Line, usize), tables: &mut Tables) {
    let (cell, announced) = result;
    if total {
        tables.overall.push(overall(cell, &format!("{name} {announced}"), at));
    } else {
        tables.parts.extend(part(&trimmed(name), cell, announced, at));
    }
}

/// A name of a part that is too long for its column.
enum Wrapped {
    /// Its result stands in the next line.
    Begins,
    /// Its result stood in the line before.
    GoesOn,
}

fn wrapped(lines: &[Line], number: usize, headed: bool) -> Option<Wrapped> {
    let [only] = lines.get(number).filter(|_| headed)?.cells.as_slice() else { return None };
    if only.text.contains(|c: char| c.is_ascii_digit()) || label(&only.text).is_some() {
        return None;
    }
    let lower = |cell: &Cell| cell.text.starts_with(char::is_lowercase);
    let next = lines.get(number.saturating_add(1));
    let next_goes_on = next.is_some_and(|next| next.cells.len() > 1 && next.cells.first().is_some_and(lower));
    if next_goes_on { Some(Wrapped::Begins) } else { lower(only).then_some(Wrapped::GoesOn) }
}

/// The name of a row: the cell of the column of parts, else the first.
fn row_name<'l>(head: &Head, line: &'l Line) -> Option<&'l Cell> {
    let names = head.columns.iter().position(|column| *column == Column::PartHead);
    let assigned = names.and_then(|at| assign(head, line)?.get(at).copied().flatten());
    assigned.or_else(|| line.cells.first())
}

/// The cell in the result column: one that announces percent before one that does not.
fn result_of<'l>(head: &'l Head, line: &'l Line, headed: bool) -> Option<(&'l Cell, &'l str)> {
    let cells =
        if headed { assign(head, line) } else { assign_led(head, line).and_then(|(lead, cells)| lead.map(|_| cells)) };
    let Some(cells) = cells else { return only_percent(head, line) };
    let mut results: Vec<_> = head
        .columns
        .iter()
        .zip(&head.cells)
        .zip(&cells)
        .filter(|((column, _), _)| matches!(column, Column::Result | Column::Overall))
        .filter_map(|((_, title), cell)| Some((*cell.as_ref()?, title.text.as_str())))
        .filter(|(cell, title)| !results_in(&cell.text, title).is_empty())
        .collect();
    if results.len() > 1 && results.iter().any(|(_, title)| in_percent(title)) {
        results.retain(|(_, title)| in_percent(title));
    }
    match results.as_slice() {
        [one] => Some(*one),
        _ => None,
    }
}

/// Without a column for each cell: the one percentage of the row, where no other column could hold one.
fn only_percent<'l>(head: &'l Head, line: &'l Line) -> Option<(&'l Cell, &'l str)> {
    let aside = |text: &str| fold(text).contains("punkt") || fold(text).contains("point");
    let others =
        head.columns.iter().zip(&head.cells).any(|(column, cell)| *column == Column::Aside && !aside(&cell.text));
    let mut percents = line.cells.iter().skip(1).filter(|cell| whole_percent(&cell.text).is_some());
    let one = percents.next().filter(|_| percents.next().is_none() && !others)?;
    Some((one, ""))
}

pub(super) fn part(name: &str, cell: &Cell, announced: &str, at: (&Line, usize)) -> Option<PartFound> {
    let results = results_in(&cell.text, announced);
    let [one] = results.as_slice() else { return None };
    let place = Place { page: at.0.page, area: cell.area, source: cell.text.clone() };
    Some(PartFound { name: clean_part(name), value: one.value, source: one.source.clone(), place, line: at.1 })
}

/// A head `Lasīšana, %` names the part `Lasīšana`.
pub(super) fn clean_part(name: &str) -> String {
    let bare = name.replace("(%)", "").replace('%', "");
    trimmed(bare.trim().trim_end_matches(','))
}

fn overall(cell: &Cell, announced: &str, at: (&Line, usize)) -> Candidate {
    let place = Place { page: at.0.page, area: cell.area, source: at.0.text() };
    Candidate {
        field: Field::Overall,
        text: cell.text.clone(),
        announced: announced.to_owned(),
        rank: Rank::Labelled,
        place,
        line: at.1,
    }
}
