//! What one input contributes to a dossier: as much of its report as is compared with others. Small and its own, so that fifty
//! thousand inputs fit where their reports would not.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::Unexamined;
use crate::crypto::Sha256;
use crate::exam::{
    Certainty, ExamCertificate, Found, Identifier, Percent, Reading, level_key, name_key, plain_key, subject_key,
};
use crate::report::{Authenticity, ExamReport, Report, Standing};

/// One input of a dossier.
#[derive(Clone, Debug, PartialEq)]
pub struct Filed {
    /// Its path, as it was given or found.
    pub path: PathBuf,
    /// The word on it; `None` where it was not examined.
    pub word: Option<Authenticity>,
    /// SHA-256 of the file, where it was read to its end.
    pub sha256: Option<Sha256>,
    /// Its rows, at least one.
    pub(super) rows: Vec<Row>,
}

/// Where in a report a certificate stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RowPlace {
    /// Which of the report's `exams`, from 0.
    pub exam: usize,
    /// Which certificate of its reading, from 0.
    pub certificate: usize,
}

/// One certificate of an input; of an input without any, the input itself.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Row {
    pub(super) place: Option<RowPlace>,
    /// How much it may be shown as a result; `None` where there is no certificate.
    pub(super) standing: Option<Standing>,
    /// What it says; `None` where that is withheld: what a refuted file claims is no knowledge.
    pub(super) said: Option<Said>,
    /// Whether a reader should look at the document even where it is genuine.
    pub(super) doubt: Doubtful,
}

/// Whether there is something to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doubtful {
    No,
    /// The reading has findings, a person, exam or result was not read with certainty, or the container holds what nobody signed.
    Yes,
}

/// What a certificate says. Only what was read with certainty, but for the identifier.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Said {
    pub(super) name: Option<Name>,
    pub(super) identifier: Option<(Identifier, Certainty)>,
    pub(super) exam: Option<Exam>,
    /// Day of the exam, `2025-05-27`.
    pub(super) day: Option<String>,
    pub(super) overall: Option<Percent>,
}

/// A person's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    /// As written.
    pub(super) whole: String,
    /// For comparing.
    pub(super) key: String,
    /// The surname, where the document tells it: by a label of its own, or as the only word in capitals.
    pub(super) surname: Option<String>,
}

/// What was examined.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Exam {
    /// As written.
    pub(super) subject: String,
    /// As written.
    pub(super) level: Option<String>,
    pub(super) key: ExamKey,
}

/// The same for one exam, however it is written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct ExamKey {
    pub(super) subject: String,
    pub(super) level: Option<String>,
    /// The year in which the school year ends.
    pub(super) year: Option<u16>,
}

impl Filed {
    /// What an input contributes. The report is not needed any more afterwards.
    #[must_use]
    pub fn of(path: &Path, result: Result<&Report, &Unexamined>) -> Self {
        let none = Row { place: None, standing: None, said: None, doubt: Doubtful::No };
        let Ok(report) = result else {
            return Self { path: path.to_owned(), word: None, sha256: None, rows: vec![none] };
        };
        let mut rows: Vec<Row> =
            report.exams.iter().enumerate().flat_map(|(at, exam)| rows(report, exam, at)).collect();
        if rows.is_empty() {
            rows.push(none);
        }
        Self { path: path.to_owned(), word: Some(report.authenticity), sha256: report.file.sha256, rows }
    }
}

impl Said {
    /// The identifier, where it was read with certainty.
    pub(super) fn certain_identifier(&self) -> Option<&Identifier> {
        self.identifier
            .as_ref()
            .filter(|(_, certainty)| *certainty == Certainty::Certain)
            .map(|(identifier, _)| identifier)
    }
}

impl RowPlace {
    /// What stands there.
    #[must_use]
    pub fn of<'r>(&self, report: &'r Report) -> Option<(&'r ExamReport, &'r ExamCertificate)> {
        let exam = report.exams.get(self.exam)?;
        let Reading::Exams { certificates, .. } = &exam.reading else { return None };
        Some((exam, certificates.get(self.certificate)?))
    }
}

fn rows(report: &Report, exam: &ExamReport, at: usize) -> Vec<Row> {
    let Reading::Exams { certificates, .. } = &exam.reading else { return Vec::new() };
    let standing = report.standing_of(exam);
    let doubt =
        |read: &ExamCertificate| if report.remarks_on(exam, read).is_empty() { Doubtful::No } else { Doubtful::Yes };
    let row = |(certificate, read): (usize, &ExamCertificate)| Row {
        place: Some(RowPlace { exam: at, certificate }),
        standing: Some(standing),
        said: (standing != Standing::Withheld).then(|| said(read)),
        doubt: doubt(read),
    };
    certificates.iter().enumerate().map(row).collect()
}

fn said(read: &ExamCertificate) -> Said {
    let exam = read.subject.as_ref().and_then(Found::certain).map(|subject| {
        let level = read.level.as_ref().and_then(Found::certain);
        let key = ExamKey {
            subject: subject_key(subject),
            level: level.map(|level| level_key(level)),
            year: read.exam_year(),
        };
        Exam { subject: subject.clone(), level: level.cloned(), key }
    });
    Said {
        name: name(read),
        identifier: read.identifier.as_ref().map(|found| (found.value.clone(), found.certainty)),
        exam,
        day: read.exam_day(),
        overall: read.overall.as_ref().and_then(Found::certain).copied(),
    }
}

fn name(read: &ExamCertificate) -> Option<Name> {
    let (given, surname) =
        (read.given_names.as_ref().and_then(Found::certain), read.surname.as_ref().and_then(Found::certain));
    let whole = match (given, surname) {
        (Some(given), Some(surname)) => format!("{given} {surname}"),
        _ => read.person.as_ref().and_then(Found::certain)?.clone(),
    };
    let surname = surname.cloned().or_else(|| in_capitals(&whole));
    Some(Name { key: name_key(&whole), surname, whole })
}

/// `Anna PARAUGA`: the only word in capitals among words that are not.
fn in_capitals(name: &str) -> Option<String> {
    let capitals = |word: &&str| word.chars().count() > 2 && !word.chars().any(char::is_lowercase);
    let mut words = name.split_whitespace().filter(capitals);
    let word = words.next()?;
    (words.next().is_none() && name.chars().any(char::is_lowercase)).then(|| word.trim_end_matches(',').to_owned())
}

impl Name {
    /// For order: the surname before the given names, a letter with its mark right after the letter without.
    pub(super) fn order(&self) -> (String, String, String) {
        let last = self.surname.as_deref().or_else(|| self.whole.split_whitespace().last()).unwrap_or_default();
        (plain_key(last), plain_key(&self.whole), self.key.clone())
    }
}
