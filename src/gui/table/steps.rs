//! What a person asks of the table: columns, order, filters, marks.

use super::Worth;

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
    /// Of this exam only, as [`super::Line::exam_key`] has it.
    pub exam: Option<String>,
    /// Signed by this issuer only.
    pub issuer: Option<String>,
    /// Of these files only: those that a finding names.
    pub files: Option<Vec<usize>>,
    /// These rows only: those of one person, whoever else is in the same files.
    pub person: Option<Vec<Cell>>,
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
    /// Show all of them again.
    Leave,
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
