//! What there is in all, counted as it comes.

use std::collections::BTreeMap;

use super::super::state::Opened;
use super::{Line, Worth};
use crate::Timestamp;
use crate::report::Report;

/// What there is in all.
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
    /// Whether the verdicts stand on lists of one date.
    pub dates: Dates,
    mark: Option<Mark>,
}

/// Whether one line on the date of the lists is true of every verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dates {
    /// No verdict stands on any list.
    #[default]
    None,
    /// It is: that on the file of this number.
    Same(usize),
    /// It is not.
    Differ,
}

/// What makes two such lines differ, without making them.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Mark {
    issued: Timestamp,
    days: i64,
    territory: String,
    lists: usize,
}

impl Mark {
    fn of(report: &Report) -> Option<Self> {
        let list = report.oldest_list()?;
        let (days, territory) = (list.age_in_days(report.checked_at), list.territory.clone());
        Some(Self { issued: list.issued, days, territory, lists: report.lists.len() })
    }
}

impl Overview {
    /// Counts the rows of one more file.
    pub(super) fn add(&mut self, number: usize, opened: &Opened, lines: &[Line]) {
        lines.iter().for_each(|line| self.count(line));
        let Some(mark) = opened.result.as_ref().ok().and_then(Mark::of) else { return };
        match &self.mark {
            None => (self.dates, self.mark) = (Dates::Same(number), Some(mark)),
            Some(first) if *first == mark => {}
            Some(_) => self.dates = Dates::Differ,
        }
    }

    fn count(&mut self, line: &Line) {
        self.all = self.all.saturating_add(1);
        self.problems = self.problems.saturating_add(usize::from(line.is_problem()));
        let count = self.worths.entry(line.worth).or_default();
        *count = count.saturating_add(1);
        if let (Some(key), Some(subject)) = (&line.exam_key, &line.subject)
            && !self.exams.contains_key(key)
        {
            self.exams.insert(key.clone(), subject.clone());
        }
        if let Some(issuer) = &line.issuer
            && !self.issuers.contains_key(issuer)
        {
            self.issuers.insert(issuer.clone(), issuer.clone());
        }
    }
}
