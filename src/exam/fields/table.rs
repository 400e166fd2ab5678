//! Tables: a row of heads, and rows that are exams or parts; or a row of parts with their results below. Only a column whose head
//! announces a result is read for results: points, maxima, shares and averages beside it are not.

mod places;
mod rows;

use super::collect::Candidate;

use super::labels::{Field, fold, in_percent, label, words};
use places::assign;
use rows::{aside_rows, clean_part, part, part_columns, part_rows, value_row};

use super::parts::{PartFound, is_part};
use super::places::overlaps;

use super::role::{is_others, names_part, say_no_result};

use super::values::{Rank, value};

use crate::exam::Place;

use crate::exam::text::{Cell, Line};

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
    // "Lasīšanas rezultāts, %" is a part's, "Skolas rezultāts, %" the school's.
    let owned = words(text).iter().any(|word| names_part(&[word]) || is_others(&word.folded));
    (result && !owned && words(text).len() <= 4 && in_percent(text)).then_some(Column::Result)
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
