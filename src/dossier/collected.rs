//! Many inputs seen together: persons, findings, figures, and the order in which problems come first.

use std::collections::HashSet;

use serde::Serialize;

use super::filed::{Doubtful, Filed};
use super::findings::{Compared, Finding, find};
use super::persons::{Entry, Person, group, row};
use super::summary::{Summary, summary};
use crate::report::{Authenticity, Standing};

/// Many inputs with what they say together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dossier {
    /// The inputs, in their order.
    pub files: Vec<Filed>,
    /// A row for each certificate, or for a file without any, in input order.
    pub entries: Vec<Entry>,
    /// By surname and name.
    pub persons: Vec<Person>,
    /// What files say together, by the first file of each.
    pub findings: Vec<Finding>,
    /// Everything in figures.
    pub summary: Summary,
}

/// How much a row asks to be looked at, the most first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Concern {
    /// Proven false, or withheld.
    Refuted,
    /// Nothing could be said about the file.
    NotExamined,
    /// Neither proven genuine nor proven false.
    NotConfirmed,
    /// Signed by somebody else than an exam authority.
    OtherIssuer,
    /// Not signed.
    Unsigned,
    /// Of a kind that is not judged, or no e-document.
    NotJudged,
    /// Genuine, and worth a look: a finding, a value that was not read with certainty, something nobody signed.
    Noted,
    /// Genuine, and nothing else.
    None,
}

impl Dossier {
    /// Sees inputs together. The work grows with the rows as sorting does, never with pairs of them.
    #[must_use]
    pub fn of(files: Vec<Filed>) -> Self {
        let (entries, persons) = group(&files);
        let findings = find(Compared { files: &files, entries: &entries, persons: &persons });
        let summary = Summary { persons: persons.len(), findings: findings.len(), ..summary(&files, &entries) };
        Self { files, entries, persons, findings, summary }
    }

    /// The entries with problems first, otherwise in input order.
    #[must_use]
    pub fn problems_first(&self) -> Vec<usize> {
        let concerns = self.concerns();
        let mut order: Vec<usize> = (0..self.entries.len()).collect();
        order.sort_by_key(|entry| concerns.get(*entry).copied());
        order
    }

    /// The persons with problems first, otherwise in their order. Rows of nobody are not among them.
    #[must_use]
    pub fn persons_with_problems_first(&self) -> Vec<usize> {
        let concerns = self.concerns();
        let worst = |person: &Person| person.entries.iter().filter_map(|entry| concerns.get(*entry).copied()).min();
        let mut order: Vec<usize> = (0..self.persons.len()).collect();
        order.sort_by_cached_key(|person| self.persons.get(*person).and_then(worst));
        order
    }

    /// Entries that are not confirmed to be anybody's, in input order.
    pub fn nobodys(&self) -> impl Iterator<Item = usize> + '_ {
        let nobodys = |(_, entry): &(usize, &Entry)| matches!(entry.whose, super::Whose::Nobodys(_));
        self.entries.iter().enumerate().filter(nobodys).map(|(at, _)| at)
    }

    /// How much each entry asks to be looked at, in their order.
    #[must_use]
    pub fn concerns(&self) -> Vec<Concern> {
        let named: HashSet<usize> = self.findings.iter().flat_map(|finding| finding.files().iter().copied()).collect();
        self.entries.iter().map(|entry| self.concern(entry, &named)).collect()
    }

    fn concern(&self, entry: &Entry, named: &HashSet<usize>) -> Concern {
        let word = self.files.get(entry.file).and_then(|file| file.word);
        match word {
            None => Concern::NotExamined,
            Some(Authenticity::Refuted(_)) => Concern::Refuted,
            _ if entry.standing == Some(Standing::Withheld) => Concern::Refuted,
            Some(Authenticity::CannotConfirm(_)) => Concern::NotConfirmed,
            Some(Authenticity::ValidButOtherIssuer) => Concern::OtherIssuer,
            Some(Authenticity::Unsigned) => Concern::Unsigned,
            Some(Authenticity::Unsupported | Authenticity::NotAnEDocument) => Concern::NotJudged,
            Some(Authenticity::Genuine) if entry.standing == Some(Standing::NotConfirmed) => Concern::NotConfirmed,
            Some(Authenticity::Genuine) => {
                let doubt = row(&self.files, entry).is_none_or(|row| row.doubt == Doubtful::Yes);
                if doubt || entry.place.is_none() || named.contains(&entry.file) {
                    Concern::Noted
                } else {
                    Concern::None
                }
            }
        }
    }
}
