//! What an earlier report says of the certificates in a file, against what the file says now.

use super::super::super::codes::{Codes, identifier_text, may_be_same};
use super::super::super::table::{Cell, CertificateFacts, Column, TableRow};
use super::Earlier;
use crate::report::Standing;
use crate::words::Words;

/// One value that is another one in the report than in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What it is the value of.
    pub label: String,
    /// As the report has it; empty where it has none. Not yet harmless to print.
    pub then: String,
    /// As the file has it.
    pub now: String,
}

/// What a certificate says. Who signed, and when, are a matter of judging.
const COLUMNS: [Column; 9] = [
    Column::Person,
    Column::Identifier,
    Column::Exam,
    Column::Level,
    Column::Year,
    Column::ExamDay,
    Column::Result,
    Column::Unconfirmed,
    Column::Parts,
];

impl Earlier {
    /// What it says otherwise than the rows of the same file do. Where the file has another word now, what is withheld is not compared,
    /// nor whether a percentage is a result.
    #[must_use]
    pub fn differences(&self, rows: &[TableRow], words: &Words, codes: Codes) -> Vec<Difference> {
        let (Some(then), Some(first)) = (&self.certificates, rows.first()) else { return Vec::new() };
        let now: Vec<&CertificateFacts> = rows.iter().filter_map(|row| row.certificate.as_ref()).collect();
        if then.len() != now.len() {
            let [then, now] = [then.len(), now.len()].map(|count| words.number(count));
            return vec![Difference { label: words.text("columns-certificates"), then, now }];
        }
        let same_word = self.word == first.file.word;
        let withheld = |one: &CertificateFacts| one.standing == Standing::Withheld;
        let pairs = then.iter().zip(now).filter(|(then, now)| same_word || !(withheld(then) || withheld(now)));
        let of_pair = |(then, now): (&CertificateFacts, &CertificateFacts)| {
            let mut then = then.clone();
            if !same_word {
                then.standing = now.standing;
            }
            let row = |own: &CertificateFacts| TableRow { certificate: Some(own.clone()), ..first.clone() };
            between(&row(&then), &row(now), words, codes)
        };
        pairs.flat_map(of_pair).collect()
    }
}

fn between(then: &TableRow, now: &TableRow, words: &Words, codes: Codes) -> Vec<Difference> {
    let mut found = Vec::new();
    for column in COLUMNS {
        let [was, is] = [then, now].map(|row| shown(column.cell(row, words), words));
        if !may_be_same(&was, &is) {
            let then = if column == Column::Identifier { identifier_text(&was, codes) } else { was };
            found.push(Difference { label: column.heading(words), then, now: is });
        }
    }
    let standing = |row: &TableRow| row.certificate.as_ref().map(|one| one.standing);
    if found.is_empty() && standing(then) != standing(now) {
        let name = |row: &TableRow| words.standing(standing(row).unwrap_or(Standing::Withheld));
        found.push(Difference { label: Column::Result.heading(words), then: name(then), now: name(now) });
    }
    found
}

fn shown(cell: Cell, words: &Words) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text,
        Cell::Percent(percent) => words.percent(percent),
        Cell::Day(day) => day.to_string(),
        Cell::Time(at) => at.to_string(),
    }
}
