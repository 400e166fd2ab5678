//! A dossier in figures.

use std::collections::{BTreeMap, HashSet};

use serde::{Deserialize, Serialize};

use super::filed::{Exam, ExamKey, Filed, RowPlace};
use super::persons::{Entry, row};
use super::steps::step;
use crate::crypto::Sha256;
use crate::exam::{Percent, plain_key};
use crate::report::{Authenticity, Standing};

/// How many bands of results a chart has: of ten percent each, the last with 100 in it.
pub const BANDS: usize = 10;

/// A dossier in figures.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Inputs.
    pub files: usize,
    /// Of which could not be examined.
    pub not_examined: usize,
    /// The others, by the word on each.
    pub words: WordCounts,
    /// Certificates in them, by how much they may be shown.
    pub certificates: StandingCounts,
    /// Persons.
    pub persons: usize,
    /// Findings across files.
    pub findings: usize,
    /// Results by exam: subject, level, year.
    pub exams: Vec<ExamFigures>,
}

/// Files by the word on each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WordCounts {
    /// Genuine.
    pub genuine: usize,
    /// Valid signatures of others than an exam authority.
    pub valid_but_other_issuer: usize,
    /// Neither proven genuine nor proven false.
    pub cannot_confirm: usize,
    /// Refuted.
    pub refuted: usize,
    /// Without any signature.
    pub unsigned: usize,
    /// Signed formats that are not judged.
    pub unsupported: usize,
    /// No e-documents.
    pub not_an_e_document: usize,
}

/// Certificates by how much they may be shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StandingCounts {
    /// Plainly.
    pub confirmed: usize,
    /// Marked as not confirmed.
    pub not_confirmed: usize,
    /// Not at all.
    pub withheld: usize,
}

/// Results of one exam: confirmed ones that were read with certainty, each certificate once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExamFigures {
    /// As the first certificate has it.
    pub subject: String,
    /// As the first certificate has it.
    pub level: Option<String>,
    /// The year in which the school year ends.
    pub year: Option<u16>,
    /// Every result, the lowest first.
    pub results: Vec<Percent>,
    /// How many.
    pub count: usize,
    /// The lowest.
    pub minimum: Percent,
    /// The middle one; between two, half way.
    pub median: Percent,
    /// The highest.
    pub maximum: Percent,
    /// How many lie in each ten percent: from 0, from 10, …; 100 with those from 90.
    pub bands: [usize; BANDS],
    /// Which input the first certificate is in, from 0.
    pub first: usize,
}

/// The figures of a dossier but for its persons and findings.
pub(super) fn summary(files: &[Filed], entries: &[Entry]) -> Summary {
    let mut summary = Summary { files: files.len(), ..Summary::default() };
    for file in files {
        count_word(&mut summary, file.word);
    }
    for entry in entries {
        let certificates = &mut summary.certificates;
        let count = match entry.standing {
            Some(Standing::Confirmed) => &mut certificates.confirmed,
            Some(Standing::NotConfirmed) => &mut certificates.not_confirmed,
            Some(Standing::Withheld) => &mut certificates.withheld,
            None => continue,
        };
        *count = count.saturating_add(1);
    }
    summary.exams = exams(files, entries);
    summary
}

fn count_word(summary: &mut Summary, word: Option<Authenticity>) {
    let words = &mut summary.words;
    let count = match word {
        None => &mut summary.not_examined,
        Some(Authenticity::Genuine) => &mut words.genuine,
        Some(Authenticity::ValidButOtherIssuer) => &mut words.valid_but_other_issuer,
        Some(Authenticity::CannotConfirm(_)) => &mut words.cannot_confirm,
        Some(Authenticity::Refuted(_)) => &mut words.refuted,
        Some(Authenticity::Unsigned) => &mut words.unsigned,
        Some(Authenticity::Unsupported) => &mut words.unsupported,
        Some(Authenticity::NotAnEDocument) => &mut words.not_an_e_document,
    };
    *count = count.saturating_add(1);
}

fn exams(files: &[Filed], entries: &[Entry]) -> Vec<ExamFigures> {
    let mut by_exam: BTreeMap<&ExamKey, (Named<'_>, Vec<Percent>)> = BTreeMap::new();
    let mut seen: HashSet<(Sha256, Option<RowPlace>)> = HashSet::new();
    for entry in entries.iter().filter(|entry| entry.standing == Some(Standing::Confirmed)) {
        step();
        let Some(said) = row(files, entry).and_then(|row| row.said.as_ref()) else { continue };
        let (Some(exam), Some(overall)) = (&said.exam, said.overall) else { continue };
        let digest = files.get(entry.file).and_then(|file| file.sha256);
        if digest.is_some_and(|digest| !seen.insert((digest, entry.place))) {
            continue;
        }
        by_exam.entry(&exam.key).or_insert_with(|| (Named { exam, file: entry.file }, Vec::new())).1.push(overall);
    }
    let mut figures: Vec<_> = by_exam.into_values().filter_map(|(named, results)| figures(named, results)).collect();
    figures.sort_by_cached_key(|exam| (plain_key(&exam.subject), exam.level.as_deref().map(plain_key), exam.year));
    figures
}

/// An exam as the first certificate has it, and which input that is in.
struct Named<'f> {
    exam: &'f Exam,
    file: usize,
}

fn figures(Named { exam, file }: Named<'_>, mut results: Vec<Percent>) -> Option<ExamFigures> {
    results.sort_unstable();
    let mut bands = [0_usize; BANDS];
    for result in &results {
        let band = usize::from(result.hundredths() / 1_000).min(BANDS.saturating_sub(1));
        if let Some(count) = bands.get_mut(band) {
            *count = count.saturating_add(1);
        }
    }
    let (minimum, maximum) = (*results.first()?, *results.last()?);
    Some(ExamFigures {
        subject: exam.subject.clone(),
        level: exam.level.clone(),
        year: exam.key.year,
        count: results.len(),
        minimum,
        median: median(&results)?,
        maximum,
        bands,
        results,
        first: file,
    })
}

/// Of sorted results.
fn median(results: &[Percent]) -> Option<Percent> {
    let upper = results.get(results.len() / 2)?;
    if results.len() % 2 == 1 {
        return Some(*upper);
    }
    let lower = results.get((results.len() / 2).checked_sub(1)?)?;
    let sum = lower.hundredths().saturating_add(upper.hundredths());
    // Half a hundredth is rounded up.
    Percent::from_hundredths(sum.div_ceil(2))
}
