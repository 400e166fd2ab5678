//! Which rows are shown, and in which order.

use std::cmp::Ordering;
use std::collections::HashSet;

use super::line::{Achieved, Line, Worth, folded};
use super::{Cell, Chosen, Column, Filter, Order, Sort};

/// One row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is about.
    pub cell: Cell,
}

/// Rows that the filter lets through, in order.
pub(super) fn sorted(lines: &[Vec<Line>], filter: &Filter, sort: Sort) -> Vec<Row> {
    let mut shown: Vec<(Cell, &Line)> = shown(lines, filter).collect();
    match sort {
        // Sorting is stable: what is equal stays as it was opened.
        Sort::ProblemsFirst => shown.sort_by_key(|(_, line)| worth(line)),
        Sort::By(column, order) => by_column(&mut shown, column, order),
    }
    shown.into_iter().map(|(cell, _)| Row { cell }).collect()
}

/// Rows that are there as they stand, as far as the filter lets them through, then new ones as they came.
pub(super) fn appended(lines: &[Vec<Line>], filter: &Filter, rows: &[Row]) -> Vec<Row> {
    let shown: Vec<Cell> = shown(lines, filter).map(|(cell, _)| cell).collect();
    let wanted: HashSet<Cell> = shown.iter().copied().collect();
    let mut there: Vec<Row> = rows.iter().filter(|row| wanted.contains(&row.cell)).copied().collect();
    let old: HashSet<Cell> = there.iter().map(|row| row.cell).collect();
    there.extend(shown.into_iter().filter(|cell| !old.contains(cell)).map(|cell| Row { cell }));
    there
}

/// Each file once.
pub(super) fn files_of(rows: &[Row]) -> Vec<usize> {
    let mut seen = HashSet::new();
    rows.iter().map(|row| row.cell.file).filter(|file| seen.insert(*file)).collect()
}

fn shown<'l>(lines: &'l [Vec<Line>], filter: &'l Filter) -> impl Iterator<Item = (Cell, &'l Line)> {
    let search = folded(&filter.search);
    let numbered = lines.iter().enumerate();
    let all = numbered
        .flat_map(|(file, of_file)| of_file.iter().enumerate().map(move |(exam, line)| (Cell { file, exam }, line)));
    all.filter(move |(_, line)| passes(line, filter) && line.has(&search))
}

fn passes(line: &Line, filter: &Filter) -> bool {
    let wanted = |wanted: &Option<String>, has: Option<String>| wanted.is_none() || *wanted == has;
    let worth = match filter.worth {
        None => true,
        Some(Chosen::Problems) => line.is_problem(),
        Some(Chosen::Word(worth)) => line.worth == worth,
    };
    worth
        && wanted(&filter.exam, line.exam_key())
        && wanted(&filter.issuer, line.issuer.clone())
        && wanted(&filter.person, line.person_key())
}

/// Empty cells go last, whichever way the column is sorted.
fn by_column(shown: &mut [(Cell, &Line)], column: Column, order: Order) {
    let mut keyed: Vec<(Option<Key>, (Cell, &Line))> = shown.iter().map(|one| (key(one.1, column), *one)).collect();
    keyed.sort_by(|(a, _), (b, _)| match (a, b) {
        (Some(a), Some(b)) if order == Order::Rising => a.cmp(b),
        (Some(a), Some(b)) => b.cmp(a),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    });
    for (place, (_, one)) in shown.iter_mut().zip(keyed) {
        *place = one;
    }
}

/// What a column is sorted by.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Worth(Worth, Look),
    Number(i64),
    /// Folded, then as written: `Ābele` beside `Abele`, and always in the same order.
    Text(String, String),
}

/// Whether a row needs a look for another reason than its word; those that do come first.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Look {
    Needed,
    NotNeeded,
}

fn worth(line: &Line) -> (Worth, Look) {
    (line.worth, if line.remark.is_some() { Look::Needed } else { Look::NotNeeded })
}

fn key(line: &Line, column: Column) -> Option<Key> {
    let text = |text: Option<&str>| text.map(|text| Key::Text(folded(text), text.to_owned()));
    let word = || {
        let (worth, look) = worth(line);
        Key::Worth(worth, look)
    };
    match column {
        Column::Verdict => Some(word()),
        Column::Person => text(line.person.as_deref()),
        Column::Code => line.code.as_ref().and(text(line.person_key().as_deref())),
        Column::Exam => text(line.subject.as_deref()),
        Column::Level => text(line.level.as_deref()),
        Column::Year => text(line.year.as_deref()),
        Column::Result => match line.result {
            Achieved::Confirmed(percent) | Achieved::NotConfirmed(percent) => {
                Some(Key::Number(i64::from(percent.hundredths())))
            }
            Achieved::SeeDocument | Achieved::None => None,
        },
        Column::Issuer => text(line.issuer.as_deref()),
        Column::Time => line.time.map(|time| Key::Number(time.as_second())),
        Column::File => text(Some(&line.file)),
        // What is good in every way has no reason to be told.
        Column::Why => line.is_problem().then(word),
    }
}
