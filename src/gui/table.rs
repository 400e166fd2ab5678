//! Several files as a table: which rows there are, in which order, and which of them are shown. No drawing here.

mod arrange;
mod line;

pub use arrange::Row;
pub use line::{Achieved, Line, Remark, Worth};

use super::state::Opened;
use super::update::Direction;
use std::collections::{BTreeMap, HashMap};

use crate::dossier::{Dossier, Entry, Whose};

/// What a row shows, from left to right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Column {
    /// The word on the file.
    Verdict,
    /// Whose certificate it is.
    Person,
    /// Personal code or other identifier, masked until asked for.
    Code,
    /// The subject.
    Exam,
    /// Level of mastery.
    Level,
    /// School year.
    Year,
    /// Overall result in percent.
    Result,
    /// Who signed.
    Issuer,
    /// When that is proven.
    Time,
    /// The file.
    File,
    /// Why the word is not a good one.
    Why,
}

impl Column {
    /// All of them, from left to right.
    pub const ALL: [Self; 11] = [
        Self::Verdict,
        Self::Person,
        Self::Code,
        Self::Exam,
        Self::Level,
        Self::Year,
        Self::Result,
        Self::Issuer,
        Self::Time,
        Self::File,
        Self::Why,
    ];
}

/// Which way a column is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The smallest first.
    Rising,
    /// The largest first.
    Falling,
}

/// What the rows are sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// What needs a look first, the rest as it was opened.
    ProblemsFirst,
    /// By a column.
    By(Column, Order),
}

/// What rows stand together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// None: each for itself.
    #[default]
    File,
    /// Those of one person.
    Person,
}

/// What is shown above the rows when it is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aside {
    /// What several files say together.
    Findings,
    /// Results of each exam.
    Results,
}

/// Which rows are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of this worth only.
    pub worth: Option<Chosen>,
    /// Of this exam only, as [`Line::exam_key`] has it.
    pub exam: Option<String>,
    /// Signed by this issuer only.
    pub issuer: Option<String>,
    /// Of these files only.
    pub files: Option<Vec<usize>>,
    /// With these words in them.
    pub search: String,
}

/// Words on files that are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// Everything but what is good in every way.
    Problems,
    /// One word.
    Word(Worth),
}

/// What a person does with the table.
#[derive(Clone, Debug, PartialEq)]
pub enum TableStep {
    /// Put the rows together so.
    Group(By),
    /// Show this beside the table, or nothing.
    Aside(Option<Aside>),
    /// Sort by this.
    Sort(Sort),
    /// Show such rows only.
    Filter(Filter),
    /// Put the mark on this row.
    Mark(Cell),
    /// Show the marked file by itself.
    Enter,
    /// Give the columns these shares of the width.
    Share(Vec<f32>),
}

/// A row by what it is about: it stays the same when rows move.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Cell {
    /// Number of the file.
    pub file: usize,
    /// Number of the certificate in it.
    pub exam: usize,
}

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
    rows: Vec<Row>,
    files: Vec<usize>,
    overview: Overview,
    /// Whether all is to be seen together again.
    stale: bool,
    /// Whether there are lines that no row shows yet.
    fresh: bool,
    touched: bool,
}

/// What there is in all, counted once for each change.
#[derive(Clone, Debug, Default)]
pub struct Overview {
    /// Rows.
    pub all: usize,
    /// Rows that somebody should look at.
    pub problems: usize,
    /// Rows by their word.
    pub worths: BTreeMap<Worth, usize>,
    /// Exams, by what they are told apart by.
    pub exams: BTreeMap<String, String>,
    /// Who signed.
    pub issuers: BTreeMap<String, String>,
}

impl Overview {
    fn of(lines: &[Vec<Line>]) -> Self {
        let mut overview = Self::default();
        for line in lines.iter().flatten() {
            overview.all = overview.all.saturating_add(1);
            overview.problems = overview.problems.saturating_add(usize::from(line.is_problem()));
            let count = overview.worths.entry(line.worth).or_default();
            *count = count.saturating_add(1);
            if let (Some(key), Some(subject)) = (&line.exam_key, &line.subject)
                && !overview.exams.contains_key(key)
            {
                overview.exams.insert(key.clone(), subject.clone());
            }
            if let Some(issuer) = &line.issuer
                && !overview.issuers.contains_key(issuer)
            {
                overview.issuers.insert(issuer.clone(), issuer.clone());
            }
        }
        overview
    }
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
            rows: Vec::new(),
            files: Vec::new(),
            overview: Overview::default(),
            stale: false,
            fresh: false,
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

    /// The shown rows as entries of the dossier, in their order.
    pub(super) fn entries(&self) -> Vec<usize> {
        let cell = |entry: &Entry| Cell { file: entry.file, exam: entry.row };
        let numbers: HashMap<Cell, usize> =
            self.dossier.entries.iter().enumerate().map(|(number, entry)| (cell(entry), number)).collect();
        self.rows.iter().filter_map(Row::cell).filter_map(|cell| numbers.get(&cell)).copied().collect()
    }

    /// The files of whoever a row is about; `None` where that is not known.
    #[must_use]
    pub fn files_of_person(&self, cell: Cell) -> Option<Vec<usize>> {
        let entry = |entry: &&Entry| entry.file == cell.file && entry.row == cell.exam;
        let Whose::Person(person) = self.dossier.entries.iter().find(entry)?.whose else { return None };
        let entries = self.dossier.persons.get(person)?.entries.iter();
        Some(entries.filter_map(|entry| self.dossier.entries.get(*entry)).map(|entry| entry.file).collect())
    }

    /// Everything that could be shown.
    pub fn lines(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().flatten()
    }

    /// How a person likes the table stays; what was in it goes.
    pub(super) fn empty(&mut self) {
        let shares = std::mem::take(&mut self.shares);
        *self = Self { sort: self.sort, by: self.by, shares, ..Self::default() };
    }

    /// Takes note of a file that is new, or judged again, under its number.
    pub(super) fn note(&mut self, number: usize, opened: &Opened) {
        let lines = Line::all_of(opened);
        match self.lines.get_mut(number) {
            Some(there) => *there = lines,
            None => self.lines.push(lines),
        }
        (self.stale, self.fresh) = (true, true);
    }

    /// Brings the rows up to date. While files are still being judged, rows that are there stay where they are.
    pub(super) fn arrange(&mut self, files: &[Opened], working: Working) {
        if !self.stale {
            return;
        }
        match working {
            Working::Yes if !self.fresh => {}
            Working::Yes => {
                self.fresh = false;
                self.rows = arrange::appended(&self.lines, &self.filter, &self.rows);
                self.files = arrange::files_of(&self.rows);
                self.overview = Overview::of(&self.lines);
            }
            Working::No => {
                self.fresh = false;
                self.dossier = Dossier::of(files.iter().map(Opened::filed).collect());
                self.mark_findings();
                self.order();
                self.overview = Overview::of(&self.lines);
                self.stale = false;
            }
        }
    }

    /// Notes on each row what its file says together with others.
    fn mark_findings(&mut self) {
        self.lines.iter_mut().flatten().for_each(|line| (line.across, line.concern) = (None, None));
        for (entry, concern) in self.dossier.entries.iter().zip(self.dossier.concerns()) {
            let line = self.lines.get_mut(entry.file).and_then(|lines| lines.get_mut(entry.row));
            line.into_iter().for_each(|line| line.concern = Some(concern));
        }
        for (number, finding) in self.dossier.findings.iter().enumerate() {
            for file in finding.files() {
                let lines = self.lines.get_mut(*file).into_iter().flatten();
                lines.filter(|line| line.across.is_none()).for_each(|line| line.across = Some(number));
            }
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
