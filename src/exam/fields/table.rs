//! Tables: a row of heads, and rows that are exams or parts; or a row of parts with their results below. Only a column whose head
//! announces a result is read for results: points, maxima, shares and averages beside it are not.

use super::collect::{Candidate, overlaps};
use super::labels::{Field, fold, in_percent, label, words};
use super::parts::{PartFound, is_list_name, is_part, results_in, trimmed, whole_percent};
use super::role::say_no_result;
use super::values::{Rank, value};
use crate::exam::Place;
use crate::exam::text::{Cell, Line};

/// What a document's tables hold.
#[derive(Debug, Default)]
pub(super) struct Tables {
    /// Lines that belong to a table, so that nothing else reads them.
    pub(super) taken: Vec<bool>,
    /// One exam a row: what its cells say.
    pub(super) exams: Vec<Row>,
    pub(super) parts: Vec<PartFound>,
    pub(super) overall: Vec<Candidate>,
}

/// One exam in a table.
#[derive(Debug, Default)]
pub(super) struct Row {
    pub(super) candidates: Vec<Candidate>,
    pub(super) parts: Vec<PartFound>,
}

/// What a head announces for its column.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Column {
    Field(Field),
    Part,
    PartHead,
    Result,
    Overall,
    /// Figures that are no result.
    Aside,
}

struct Head {
    cells: Vec<Cell>,
    columns: Vec<Column>,
}

/// Finds and reads every table.
pub(super) fn tables(lines: &[Line]) -> Tables {
    let mut tables = Tables { taken: vec![false; lines.len()], ..Tables::default() };
    let mut number = 0;
    while number < lines.len() {
        let used = match head(lines, number) {
            Some((head, height)) => read(lines, &head, number.saturating_add(height), &mut tables)
                .map_or(0, |rows| height.saturating_add(rows)),
            None => 0,
        };
        for line in tables.taken.iter_mut().skip(number).take(used) {
            *line = true;
        }
        number = number.saturating_add(used.max(1));
    }
    tables
}

/// A line whose every cell is a head, in one line or broken over two.
fn head(lines: &[Line], number: usize) -> Option<(Head, usize)> {
    let line = lines.get(number)?;
    if let Some(columns) = columns(&line.cells) {
        return Some((Head { cells: line.cells.clone(), columns }, 1));
    }
    let next = lines.get(number.checked_add(1)?).filter(|next| next.page == line.page)?;
    if next.cells.iter().any(|cell| cell.text.contains(|c: char| c.is_ascii_digit())) || line.cells.len() < 2 {
        return None;
    }
    let cells = joined(&line.cells, &next.cells)?;
    let columns = columns(&cells)?;
    Some((Head { cells, columns }, 2))
}

/// Heads broken over two lines, put together: by their places, else one to one.
fn joined(upper: &[Cell], lower: &[Cell]) -> Option<Vec<Cell>> {
    let placed = upper.iter().chain(lower).all(|cell| cell.area.is_some());
    if !placed && upper.len() != lower.len() {
        return None;
    }
    let mut cells = upper.to_vec();
    for (index, under) in lower.iter().enumerate() {
        let at = if placed { upper.iter().position(|cell| overlaps(cell, under))? } else { index };
        let cell = cells.get_mut(at)?;
        cell.text = format!("{} {}", cell.text, under.text);
    }
    Some(cells)
}

fn columns(cells: &[Cell]) -> Option<Vec<Column>> {
    let columns: Option<Vec<_>> = cells.iter().map(|cell| column(&cell.text)).collect();
    columns.filter(|columns| {
        let result = columns.iter().any(|column| matches!(column, Column::Result | Column::Overall));
        let parts = columns.iter().filter(|column| **column == Column::Part).count();
        let aside = columns.contains(&Column::Aside)
            && columns.iter().all(|column| matches!(column, Column::Aside | Column::PartHead));
        result || parts >= 2 || (aside && columns.len() > 1)
    })
}

fn column(text: &str) -> Option<Column> {
    let folded = fold(text);
    let points = ["punkt", "point", "balle", "atzime"].iter().any(|word| folded.contains(word));
    if points || say_no_result(text) || matches!(folded.as_str(), "nr" | "nr p k" | "n p k" | "npk" | "no") {
        return Some(Column::Aside);
    }
    if is_part(&clean_part(text)) {
        return Some(Column::Part);
    }
    if let Some(label) = label(text) {
        return Some(match label.field {
            Field::Overall => Column::Overall,
            Field::Result => Column::Result,
            Field::PartHead => Column::PartHead,
            Field::Other => Column::Aside,
            field => Column::Field(field),
        });
    }
    if matches!(text.trim(), "%" | "(%)" | "[%]") {
        return Some(Column::Result);
    }
    let result = ["rezult", "vertej", "izpild", "result", "score"].iter().any(|word| folded.contains(word));
    (result && words(text).len() <= 4 && in_percent(text)).then_some(Column::Result)
}

/// Reads the rows below a head; how many, or `None` where they are no table.
fn read(lines: &[Line], head: &Head, first: usize, tables: &mut Tables) -> Option<usize> {
    let has = |wanted: &Column| head.columns.contains(wanted);
    let parts = head.columns.iter().filter(|column| **column == Column::Part).count();
    if has(&Column::Field(Field::Subject)) && head.cells.len() >= 2 {
        return exam_rows(lines, head, first, tables);
    }
    if parts >= 2 {
        return part_columns(lines, head, first, tables);
    }
    let only_results = head
        .columns
        .iter()
        .all(|column| matches!(column, Column::Result | Column::Overall | Column::Aside | Column::PartHead));
    if !has(&Column::Result) && !has(&Column::Overall) {
        return only_results.then(|| aside_rows(lines, first))?;
    }
    if !only_results {
        return None;
    }
    let rows = part_rows(lines, head, first, tables);
    if rows.is_some() || has(&Column::PartHead) { rows } else { value_row(lines, head, first, tables) }
}

/// Rows of a table without a column of results: nothing in them is one.
fn aside_rows(lines: &[Line], first: usize) -> Option<usize> {
    let total = |text: &str| label(text).is_some_and(|label| label.field == Field::Overall);
    let rows = lines.iter().skip(first).take_while(|line| {
        line.cells.len() > 1 && line.cells.iter().take(2).any(|cell| is_part(&cell.text) || total(&cell.text))
    });
    Some(rows.count()).filter(|rows| *rows > 0)
}

/// One row of figures below their heads: the overall result beside averages and thresholds.
fn value_row(lines: &[Line], head: &Head, first: usize, tables: &mut Tables) -> Option<usize> {
    let line = lines.get(first)?;
    let results = head.columns.iter().filter(|column| matches!(column, Column::Overall | Column::Result)).count();
    let figures = line.cells.iter().all(|cell| cell.text.contains(|c: char| c.is_ascii_digit()));
    let cells = assign(head, line).filter(|_| results == 1 && figures && head.cells.len() > 1)?;
    let at = head.columns.iter().position(|column| matches!(column, Column::Overall | Column::Result))?;
    let (title, cell) = (head.cells.get(at)?, cells.get(at).copied().flatten()?);
    tables.overall.push(overall(cell, &title.text, (line, first)));
    Some(1)
}

fn exam_rows(lines: &[Line], head: &Head, first: usize, tables: &mut Tables) -> Option<usize> {
    let mut rows: Vec<Row> = Vec::new();
    let mut used: usize = 0;
    for (number, line) in lines.iter().enumerate().skip(first) {
        if line.page != lines.get(first)?.page {
            break;
        }
        if let (Some(row), Some(text)) = (rows.last_mut(), subject_goes_on(head, line)) {
            lengthen(row, text);
            used = used.saturating_add(1);
            continue;
        }
        let Some(row) = exam_row(head, line, number) else { break };
        rows.push(row);
        used = used.saturating_add(1);
    }
    tables.exams.append(&mut rows);
    (used > 0).then_some(used)
}

fn exam_row(head: &Head, line: &Line, number: usize) -> Option<Row> {
    let cells = assign(head, line)?;
    let mut row = Row::default();
    for ((column, title), cell) in head.columns.iter().zip(&head.cells).zip(&cells) {
        let Some(cell) = cell else { continue };
        let place = Place { page: line.page, area: cell.area, source: cell.text.clone() };
        let candidate = |field| Candidate {
            field,
            text: cell.text.clone(),
            announced: title.text.clone(),
            rank: Rank::Labelled,
            place: place.clone(),
            line: number,
        };
        match column {
            Column::Field(Field::Subject) => {
                let named = label(&cell.text).is_none() && !say_no_result(&cell.text);
                value(Field::Subject, &cell.text, Rank::Labelled).filter(|_| named)?;
                row.candidates.push(candidate(Field::Subject));
                row.candidates.push(Candidate { rank: Rank::Weak, ..candidate(Field::Level) });
            }
            Column::Field(field) => row.candidates.push(candidate(*field)),
            Column::Overall => row.candidates.push(candidate(Field::Overall)),
            Column::Result => row.candidates.push(candidate(Field::Result)),
            Column::Part => row.parts.extend(part(&title.text, cell, &title.text, (line, number))),
            Column::PartHead | Column::Aside => {}
        }
    }
    row.candidates.iter().any(|candidate| candidate.field == Field::Subject).then_some(row)
}

/// The second line of a subject that is too long for its column.
fn subject_goes_on<'l>(head: &Head, line: &'l Line) -> Option<&'l str> {
    let [cell] = line.cells.as_slice() else { return None };
    let subject = head.columns.iter().position(|column| *column == Column::Field(Field::Subject))?;
    let below = overlaps(head.cells.get(subject)?, cell);
    (below && cell.text.starts_with(char::is_lowercase)).then_some(cell.text.as_str())
}

fn lengthen(row: &mut Row, text: &str) {
    for candidate in row.candidates.iter_mut().filter(|candidate| candidate.field == Field::Subject) {
        candidate.text = format!("{} {text}", candidate.text);
    }
}

/// Parts are the heads, results stand below: in a row of percentages, or in the row whose own head says percent.
fn part_columns(lines: &[Line], head: &Head, first: usize, tables: &mut Tables) -> Option<usize> {
    let mut used: usize = 0;
    let mut read = false;
    for (number, line) in lines.iter().enumerate().skip(first).take(4) {
        let Some((lead, cells)) = assign_led(head, line) else { break };
        let named = head.columns.iter().zip(&cells).find(|(column, _)| **column == Column::PartHead);
        let lead = lead.or(named.and_then(|(_, cell)| *cell)).map(|cell| cell.text.clone()).unwrap_or_default();
        if !lead.is_empty() && column(&lead).is_none() && label(&lead).is_none() {
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

/// Parts are the rows, with their result in the column that announces it.
fn part_rows(lines: &[Line], head: &Head, first: usize, tables: &mut Tables) -> Option<usize> {
    let headed = head.columns.contains(&Column::PartHead);
    let mut used: usize = 0;
    let mut read = false;
    let mut begun = String::new();
    for (number, line) in lines.iter().enumerate().skip(first) {
        if let Some(part) = wrapped(lines, number, headed) {
            used = used.saturating_add(1);
            match (part, tables.parts.last_mut().filter(|_| read)) {
                (Wrapped::Begins, _) => begun = format!("{begun}{} ", line.text()),
                (Wrapped::GoesOn, Some(last)) => last.name = format!("{} {}", last.name, line.text()),
                (Wrapped::GoesOn, None) => break,
            }
            continue;
        }
        let same_page = lines.get(first).is_some_and(|first| first.page == line.page);
        let Some(name) = row_name(head, line).filter(|_| same_page) else { break };
        let total = label(&name.text).is_some_and(|label| label.field == Field::Overall);
        let named = is_part(&name.text) || (headed && is_list_name(&name.text) && line.cells.len() > 1);
        if !total && !named && !(read && say_no_result(&name.text)) {
            break;
        }
        let result = result_of(head, line, headed);
        // A total with fewer cells than the table stands below it, not in it.
        let apart = total && line.cells.len() == 2 && head.cells.len() > 2 && name.area.is_none();
        if result.is_none() && ((!read && !named) || (apart && !line.text().contains("100"))) {
            break;
        }
        used = used.saturating_add(1);
        let Some((cell, announced)) = result.filter(|_| total || named) else { continue };
        read = true;
        if total {
            tables.overall.push(overall(cell, &format!("{} {announced}", name.text), (line, number)));
        } else {
            let name = format!("{}{}", std::mem::take(&mut begun), trimmed(&name.text));
            tables.parts.extend(part(&name, cell, announced, (line, number)));
        }
    }
    (read && used > 0).then_some(used)
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

fn part(name: &str, cell: &Cell, announced: &str, at: (&Line, usize)) -> Option<PartFound> {
    let results = results_in(&cell.text, announced);
    let [one] = results.as_slice() else { return None };
    let place = Place { page: at.0.page, area: cell.area, source: cell.text.clone() };
    Some(PartFound { name: clean_part(name), value: one.value, source: one.source.clone(), place, line: at.1 })
}

/// A head `Lasīšana, %` names the part `Lasīšana`.
fn clean_part(name: &str) -> String {
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

/// The cell of each column; `None` where that cannot be told.
fn assign<'l>(head: &Head, line: &'l Line) -> Option<Vec<Option<&'l Cell>>> {
    assign_led(head, line).and_then(|(lead, cells)| lead.is_none().then_some(cells))
}

/// The same, with a cell before all columns that has no head: a row of the line's own name.
fn assign_led<'l>(head: &Head, line: &'l Line) -> Option<(Option<&'l Cell>, Vec<Option<&'l Cell>>)> {
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
