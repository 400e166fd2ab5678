//! Which rows, in which order, with what several files say together.

use std::collections::HashMap;

use super::super::codes::Codes;
use super::cells::{Cell, Column, text};
use super::made::Collected;
use crate::dossier::{Concern, Entry, Finding, Whose};
use crate::words::Words;

/// In which order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum By {
    /// That of the inputs.
    #[default]
    File,
    /// By surname and name; what is nobody's comes last.
    Person,
}

/// Which rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Only {
    /// Every one.
    #[default]
    All,
    /// Those that ask to be looked at.
    Problems,
}

/// How rows are arranged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Arranged {
    /// In which order.
    pub by: By,
    /// Which rows.
    pub only: Only,
}

/// Rows to be written out.
pub struct Table<'c> {
    /// What was collected.
    pub collected: &'c Collected,
    /// The language.
    pub words: &'c Words,
    /// Whether personal codes are shown.
    pub codes: Codes,
    /// How much each entry asks to be looked at.
    concerns: Vec<Concern>,
    /// What each finding of the dossier says, masked by what its files must not show.
    said: Vec<String>,
    /// The findings of each file that has any.
    findings: HashMap<usize, Vec<usize>>,
    order: Vec<usize>,
}

impl<'c> Table<'c> {
    /// These rows, in this order.
    #[must_use]
    pub fn of(collected: &'c Collected, order: Vec<usize>, words: &'c Words, codes: Codes) -> Self {
        Self { order, ..Self::new(collected, Arranged::default(), words, codes) }
    }

    /// Arranges rows.
    #[must_use]
    pub fn new(collected: &'c Collected, arranged: Arranged, words: &'c Words, codes: Codes) -> Self {
        let dossier = &collected.dossier;
        let concerns = dossier.concerns();
        let mut findings: HashMap<usize, Vec<usize>> = HashMap::new();
        for (number, finding) in dossier.findings.iter().enumerate() {
            finding.files().iter().for_each(|file| findings.entry(*file).or_default().push(number));
        }
        let say = |finding: &Finding| {
            let secrets = collected.secrets_of(finding.files().iter().copied(), codes);
            secrets.mask(&words.finding_across(finding, dossier))
        };
        let said = dossier.findings.iter().map(say).collect();
        let mut order: Vec<usize> = (0..dossier.entries.len()).collect();
        if arranged.only == Only::Problems {
            order.retain(|entry| concerns.get(*entry) != Some(&Concern::None));
        }
        if arranged.by == By::Person {
            let whose = |entry: &usize| dossier.entries.get(*entry).map(|entry: &Entry| entry.whose);
            order.sort_by_key(|entry| match whose(entry) {
                Some(Whose::Person(person)) => person,
                Some(Whose::Nobodys(_)) | None => usize::MAX,
            });
        }
        Self { collected, words, codes, concerns, said, findings, order }
    }

    /// The entries that are shown, in their order.
    #[must_use]
    pub fn order(&self) -> &[usize] {
        &self.order
    }

    /// How much an entry asks to be looked at.
    #[must_use]
    pub fn concern(&self, entry: usize) -> Concern {
        self.concerns.get(entry).copied().unwrap_or(Concern::NotExamined)
    }

    /// What several files say together, of the file with this number.
    #[must_use]
    pub fn findings_of(&self, file: usize) -> Vec<&str> {
        let numbers = self.findings.get(&file).map(Vec::as_slice).unwrap_or_default();
        numbers.iter().filter_map(|number| self.said.get(*number)).map(String::as_str).collect()
    }

    /// What each finding says, in their order.
    #[must_use]
    pub fn findings(&self) -> &[String] {
        &self.said
    }

    /// What stands above each column.
    #[must_use]
    pub fn headings(&self) -> Vec<String> {
        Column::ALL.iter().map(|column| column.heading(self.words)).collect()
    }

    /// What stands in the row of an entry, in the order of [`Column::ALL`].
    #[must_use]
    pub fn cells(&self, entry: usize) -> Vec<Cell> {
        let (rows, entries) = (&self.collected.rows, &self.collected.dossier.entries);
        let (Some(row), Some(whose)) = (rows.get(entry), entries.get(entry)) else { return Vec::new() };
        let cell = |column: &Column| match column {
            Column::Findings => text(Some(&self.findings_of(whose.file).join(" "))),
            column => column.cell(row, self.words),
        };
        Column::ALL.iter().map(cell).collect()
    }
}
