//! Which rows are shown, and in which order.

use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};

use super::line::{Achieved, Line, Worth};
use super::{Cell, Chosen, Column, Filter, Order, Sort};
use crate::dossier::{Dossier, Whose};
use crate::exam::{Identifier, plain_key};

/// One row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// A certificate, or a file without any.
    Certificate(Cell),
    /// The head over those of one person: its place among the persons.
    Person(usize),
    /// The head over those that are not confirmed to be anybody's.
    Nobody,
}

impl Row {
    /// What it is about; a head is about none.
    #[must_use]
    pub fn cell(&self) -> Option<Cell> {
        match self {
            Self::Certificate(cell) => Some(*cell),
            Self::Person(_) | Self::Nobody => None,
        }
    }
}

/// The same rows, those of one person together under a head. Where problems come first, what is nobody's does: it is where the
/// refuted files are.
pub(super) fn by_person(rows: &[Row], dossier: &Dossier, sort: Sort) -> Vec<Row> {
    let whose: HashMap<Cell, Whose> =
        dossier.entries.iter().map(|entry| (Cell { file: entry.file, exam: entry.row }, entry.whose)).collect();
    let mut groups: HashMap<Option<usize>, Vec<Row>> = HashMap::new();
    for row in rows {
        let whose = row.cell().and_then(|cell| whose.get(&cell)).copied();
        let group = match whose {
            Some(Whose::Person(person)) => Some(person),
            _ => None,
        };
        groups.entry(group).or_default().push(*row);
    }
    let persons: Vec<usize> = match sort {
        Sort::ProblemsFirst => dossier.persons_with_problems_first(),
        Sort::By(Column::Person, Order::Falling) => (0..dossier.persons.len()).rev().collect(),
        Sort::By(..) => (0..dossier.persons.len()).collect(),
    };
    let mut order: Vec<Option<usize>> = persons.into_iter().map(Some).collect();
    if sort == Sort::ProblemsFirst {
        order.insert(0, None);
    } else {
        order.push(None);
    }
    let mut grouped = Vec::new();
    for group in order {
        let Some(rows) = groups.remove(&group) else { continue };
        grouped.push(group.map_or(Row::Nobody, Row::Person));
        grouped.extend(rows);
    }
    grouped
}

/// Rows that the filter lets through, in order.
pub(super) fn sorted(lines: &[Vec<Line>], filter: &Filter, sort: Sort) -> Vec<Row> {
    let mut shown: Vec<(Cell, &Line)> = shown(lines, filter, 0).collect();
    match sort {
        // Sorting is stable: what is equal stays as it was opened.
        Sort::ProblemsFirst => shown.sort_by_key(|(_, line)| worth(line)),
        Sort::By(column, order) => by_column(&mut shown, column, order),
    }
    shown.into_iter().map(|(cell, _)| Row::Certificate(cell)).collect()
}

/// Rows that are there as they stand, as far as the filter lets them through, then new ones as they came.
pub(super) fn appended(lines: &[Vec<Line>], filter: &Filter, rows: &[Row]) -> Vec<Row> {
    let shown: Vec<Cell> = shown(lines, filter, 0).map(|(cell, _)| cell).collect();
    let wanted: HashSet<Cell> = shown.iter().copied().collect();
    let mut there: Vec<Cell> = rows.iter().filter_map(Row::cell).filter(|cell| wanted.contains(cell)).collect();
    let old: HashSet<Cell> = there.iter().copied().collect();
    there.extend(shown.into_iter().filter(|cell| !old.contains(cell)));
    there.into_iter().map(Row::Certificate).collect()
}

/// Rows of the files from this number on, as they came.
pub(super) fn from(lines: &[Vec<Line>], filter: &Filter, first: usize) -> Vec<Row> {
    shown(lines, filter, first).map(|(cell, _)| Row::Certificate(cell)).collect()
}

/// Each file once.
pub(super) fn files_of(rows: &[Row]) -> Vec<usize> {
    let mut seen = HashSet::new();
    rows.iter().filter_map(Row::cell).map(|cell| cell.file).filter(|file| seen.insert(*file)).collect()
}

fn shown<'l>(lines: &'l [Vec<Line>], filter: &'l Filter, first: usize) -> impl Iterator<Item = (Cell, &'l Line)> {
    let search = plain_key(&filter.search);
    let numbered = lines.iter().enumerate().skip(first);
    let all = numbered
        .flat_map(|(file, of_file)| of_file.iter().enumerate().map(move |(exam, line)| (Cell { file, exam }, line)));
    let wanted: Option<HashSet<usize>> = filter.files.as_ref().map(|files| files.iter().copied().collect());
    let of_files = move |file: usize| wanted.as_ref().is_none_or(|files| files.contains(&file));
    let rows: Option<HashSet<Cell>> = filter.person.as_ref().map(|rows| rows.iter().copied().collect());
    let of_person = move |cell: &Cell| rows.as_ref().is_none_or(|rows| rows.contains(cell));
    all.filter(move |(cell, line)| of_files(cell.file) && of_person(cell) && passes(line, filter) && line.has(&search))
}

fn passes(line: &Line, filter: &Filter) -> bool {
    let wanted = |wanted: &Option<String>, has: &Option<String>| wanted.is_none() || wanted == has;
    let worth = match filter.worth {
        None => true,
        Some(Chosen::Problems) => line.is_problem(),
        Some(Chosen::Word(worth)) => line.worth == worth,
    };
    worth && wanted(&filter.exam, &line.exam_key) && wanted(&filter.issuer, &line.issuer)
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
    (line.worth, if line.is_problem() { Look::Needed } else { Look::NotNeeded })
}

fn key(line: &Line, column: Column) -> Option<Key> {
    let text = |text: Option<&str>| text.map(|text| Key::Text(plain_key(text), text.to_owned()));
    let word = || {
        let (worth, look) = worth(line);
        Key::Worth(worth, look)
    };
    match column {
        Column::Verdict => Some(word()),
        Column::Person => text(line.person.as_deref()),
        Column::Code => text(line.code.as_ref().map(Identifier::reveal)),
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
