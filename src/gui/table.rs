//! Several files as a table: which rows there are, in which order, and which of them are shown. No drawing here.

mod arrange;
mod line;
mod overview;
mod steps;
mod together;

pub use arrange::Row;
pub use line::{Achieved, Line, Worth};
pub use overview::{Dates, Overview};
pub use steps::{Aside, By, Cell, Chosen, Column, Filter, Order, Sort, TableStep};
pub(super) use together::ToSee;

use std::sync::Arc;

use super::state::Opened;
use super::update::Direction;
use crate::dossier::{Dossier, Entry, Filed, Whose};

/// Whether files are still being judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Working {
    /// More will come.
    Yes,
    /// All is there.
    No,
}

/// The table.
pub struct Table {
    /// What it is sorted by.
    pub sort: Sort,
    /// Which rows are shown.
    pub filter: Filter,
    /// What stands together.
    pub by: By,
    /// What is shown above the rows.
    pub aside: Option<Aside>,
    /// Everything seen together, once all is judged.
    pub dossier: Dossier,
    /// The certificate of the selected file that is marked.
    pub exam: usize,
    /// Whether the marked file stands by itself.
    pub entered: bool,
    /// Shares of the width, of all columns.
    pub shares: Vec<f32>,
    lines: Vec<Vec<Line>>,
    /// What of each file is compared with others.
    filed: Vec<Filed>,
    /// Findings across files that name each file, by their numbers.
    findings: Vec<Vec<usize>>,
    rows: Vec<Row>,
    files: Vec<usize>,
    overview: Overview,
    /// Whether all is to be seen together again.
    stale: bool,
    /// Files whose lines are among the rows, from the first on.
    arranged: usize,
    /// Whether any of those was judged again since.
    replaced: bool,
    /// Tells what the table holds now from what it held before.
    version: u64,
    /// The version that is being seen together elsewhere.
    asked: Option<u64>,
    touched: bool,
}

impl Default for Table {
    fn default() -> Self {
        Self {
            sort: Sort::ProblemsFirst,
            filter: Filter::default(),
            by: By::default(),
            aside: None,
            dossier: Dossier::default(),
            exam: 0,
            entered: false,
            shares: vec![1.0; Column::ALL.len()],
            lines: Vec::new(),
            filed: Vec::new(),
            findings: Vec::new(),
            rows: Vec::new(),
            files: Vec::new(),
            overview: Overview::default(),
            stale: false,
            arranged: 0,
            replaced: false,
            version: 0,
            asked: None,
            touched: false,
        }
    }
}

impl Table {
    /// Rows that are shown, in their order.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Files that have a row, in the order of their first one.
    #[must_use]
    pub fn files(&self) -> &[usize] {
        &self.files
    }

    /// Whether nobody has marked a row yet.
    pub(super) fn untouched(&self) -> bool {
        !self.touched
    }

    /// What a row shows.
    #[must_use]
    pub fn line(&self, cell: Cell) -> Option<&Line> {
        self.lines.get(cell.file)?.get(cell.exam)
    }

    /// What there is in all.
    #[must_use]
    pub fn overview(&self) -> &Overview {
        &self.overview
    }

    /// The rows of whoever a row is about; `None` where that is not known.
    #[must_use]
    pub fn rows_of_person(&self, cell: Cell) -> Option<Vec<Cell>> {
        // They stand in the order of the files and of the rows of each.
        let place = |entry: &Entry| (entry.file, entry.row);
        let at = self.dossier.entries.binary_search_by_key(&(cell.file, cell.exam), place).ok()?;
        let Whose::Person(person) = self.dossier.entries.get(at)?.whose else { return None };
        let entries = self.dossier.persons.get(person)?.entries.iter();
        let entries = entries.filter_map(|entry| self.dossier.entries.get(*entry));
        Some(entries.map(|entry| Cell { file: entry.file, exam: entry.row }).collect())
    }

    /// Everything that could be shown.
    pub fn lines(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().flatten()
    }

    /// How a person likes the table stays; what was in it goes.
    pub(super) fn empty(&mut self) {
        let shares = std::mem::take(&mut self.shares);
        // What is still being seen together is not of this table any more.
        let version = self.version.saturating_add(1);
        *self = Self { sort: self.sort, by: self.by, shares, version, ..Self::default() };
    }

    /// Takes note of a file that is new, or judged again, under its number.
    pub(super) fn note(&mut self, number: usize, opened: &Opened) {
        let (lines, filed) = (Line::all_of(opened), opened.filed());
        match (self.lines.get_mut(number), self.filed.get_mut(number)) {
            (Some(there), Some(filed_there)) => {
                // What is somebody else's now is not shown as this person's.
                if let Some(rows) = &mut self.filter.person {
                    let same =
                        |row: usize| there.get(row).zip(lines.get(row)).is_some_and(|(old, new)| old.is_of_whom(new));
                    rows.retain(|cell| cell.file != number || same(cell.exam));
                }
                (*there, *filed_there) = (lines, filed);
                self.replaced |= number < self.arranged;
            }
            _ => {
                self.lines.push(lines);
                self.filed.push(filed);
            }
        }
        self.stale = true;
        self.version = self.version.saturating_add(1);
    }

    /// Brings the rows up to date. While files are still being judged, rows that are there stay where they are.
    pub(super) fn arrange(&mut self, files: &[Arc<Opened>], working: Working) {
        if self.stale && working == Working::No && self.lines.len() <= together::AT_ONCE {
            self.see_together(files);
        } else if self.replaced || self.arranged < self.lines.len() {
            self.append(files);
        }
    }

    /// Lets new lines have rows below those that are there. The work is as much as what is new, unless something was judged again.
    fn append(&mut self, files: &[Arc<Opened>]) {
        let has_heads = self.rows.iter().any(|row| row.cell().is_none());
        if self.replaced || has_heads {
            self.rows = arrange::appended(&self.lines, &self.filter, &self.rows);
            self.files = arrange::files_of(&self.rows);
            self.count(files);
        } else {
            let new = arrange::from(&self.lines, &self.filter, self.arranged);
            self.files.extend(arrange::files_of(&new));
            self.rows.extend(new);
            for (number, (opened, lines)) in files.iter().zip(&self.lines).enumerate().skip(self.arranged) {
                self.overview.add(number, opened, lines);
            }
        }
        (self.arranged, self.replaced) = (self.lines.len(), false);
    }

    fn count(&mut self, files: &[Arc<Opened>]) {
        self.overview = Overview::default();
        for (number, (opened, lines)) in files.iter().zip(&self.lines).enumerate() {
            self.overview.add(number, opened, lines);
        }
    }

    fn order(&mut self) {
        let rows = arrange::sorted(&self.lines, &self.filter, self.sort);
        self.rows = match self.by {
            By::File => rows,
            By::Person => arrange::by_person(&rows, &self.dossier, self.sort),
        };
        self.files = arrange::files_of(&self.rows);
    }

    /// Sorts or filters.
    pub(super) fn step(&mut self, step: &TableStep) {
        match step {
            TableStep::Sort(sort) => self.sort = *sort,
            TableStep::Filter(filter) => self.filter.clone_from(filter),
            TableStep::Mark(cell) => {
                self.exam = cell.exam;
                self.touched = true;
            }
            TableStep::Enter => {
                self.entered = true;
                self.touched = true;
            }
            TableStep::Leave => self.entered = false,
            TableStep::Share(shares) => self.shares.clone_from(shares),
            TableStep::Group(by) => self.by = *by,
            TableStep::Aside(aside) => self.aside = *aside,
        }
        if matches!(step, TableStep::Sort(_) | TableStep::Filter(_) | TableStep::Group(_)) {
            self.order();
        }
    }

    /// The row after, or before, this one; the first where this one is not shown.
    #[must_use]
    pub fn beside(&self, cell: Cell, direction: Direction) -> Option<Cell> {
        let mut cells = self.rows.iter().filter_map(Row::cell);
        match (self.rows.iter().any(|row| row.cell() == Some(cell)), direction) {
            (false, _) => cells.next(),
            (true, Direction::Next) => cells.by_ref().skip_while(|other| *other != cell).nth(1).or(Some(cell)),
            (true, Direction::Previous) => cells.take_while(|other| *other != cell).last().or(Some(cell)),
        }
    }

    /// The file after, or before, this one.
    #[must_use]
    pub fn file_beside(&self, file: usize, direction: Direction) -> Option<usize> {
        let at = self.files.iter().position(|other| *other == file);
        neighbour(at, direction, self.files.len()).and_then(|at| self.files.get(at)).copied()
    }
}

fn neighbour(at: Option<usize>, direction: Direction, count: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    Some(match (at, direction) {
        (None, _) => 0,
        (Some(at), Direction::Next) => at.saturating_add(1).min(last),
        (Some(at), Direction::Previous) => at.saturating_sub(1),
    })
}
