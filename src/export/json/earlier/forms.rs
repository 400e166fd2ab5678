//! The forms of a report, as far as they are compared. Everything else in them is passed over.

use std::sync::Arc;

use jiff::civil::Date;
use serde::Deserialize;

use super::super::super::table::{CertificateFacts, Checked, ListDate, Part};
use super::Earlier;
use super::bounded::{Bounded, Rows};
use crate::Timestamp;
use crate::crypto::Sha256;
use crate::exam::Percent;
use crate::limits;
use crate::report::{Authenticity, ReportSource, Standing, Tool};

#[derive(Deserialize)]
pub(super) struct Verified {
    pub(super) path: String,
    pub(super) report: Option<Report>,
}

#[derive(Deserialize)]
pub(super) struct Report {
    #[serde(default)]
    pub(super) source: ReportSource,
    pub(super) file: File,
    pub(super) authenticity: Word,
    lists: Vec<ListDate>,
    pub(super) tool: Tool,
    pub(super) checked_at: Timestamp,
}

#[derive(Deserialize)]
pub(super) struct File {
    pub(super) sha256: Option<Sha256>,
}

#[derive(Deserialize)]
pub(super) struct Dossier {
    pub(super) dossier: u32,
    pub(super) checked: Vec<Checked>,
    pub(super) files: Bounded<Entry<Option<usize>>>,
}

#[derive(Deserialize)]
pub(super) struct Entry<C> {
    pub(super) path: String,
    pub(super) sha256: Option<Sha256>,
    pub(super) authenticity: Option<Word>,
    pub(super) checked: C,
    certificates: Bounded<Certificate>,
}

#[derive(Deserialize)]
struct Certificate {
    standing: Standing,
    person: Option<String>,
    identifier: Option<String>,
    subject: Option<String>,
    level: Option<String>,
    year: Option<String>,
    exam_date: Option<Date>,
    overall: Option<Percent>,
    parts: Bounded<PartEntry>,
}

#[derive(Deserialize)]
struct PartEntry {
    name: String,
    percent: Percent,
}

#[derive(Deserialize)]
pub(super) struct Line {
    pub(super) dossier: u32,
    pub(super) line: String,
}

/// The word on a file. Its parts are texts here: whatever else a hostile report has in their places is refused as it is met.
#[derive(Deserialize)]
#[serde(try_from = "Parts")]
pub(super) struct Word(Authenticity);

#[derive(Deserialize)]
struct Parts {
    verdict: String,
    detail: Option<String>,
}

impl TryFrom<Parts> for Word {
    type Error = serde_json::Error;

    fn try_from(parts: Parts) -> Result<Self, Self::Error> {
        let mut whole = serde_json::Map::new();
        whole.insert("verdict".to_owned(), parts.verdict.into());
        whole.extend(parts.detail.map(|detail| ("detail".to_owned(), detail.into())));
        serde_json::from_value(whole.into()).map(Self)
    }
}

impl<C> Entry<C> {
    pub(super) fn with_checked(self, checked: impl FnOnce(C) -> Option<Arc<Checked>>) -> Earlier {
        let (word, Bounded(certificates)) = (self.authenticity.map(|Word(word)| word), self.certificates);
        Earlier {
            path: self.path,
            sha256: self.sha256,
            word,
            checked: checked(self.checked),
            certificates: Some(certificates.into_iter().map(CertificateFacts::from).collect()),
        }
    }
}

impl<C> Rows for Entry<C> {
    fn rows(&self) -> usize {
        self.certificates.0.iter().map(Rows::rows).sum::<usize>().max(1)
    }
}

impl Rows for Certificate {
    fn rows(&self) -> usize {
        self.parts.0.len().max(1)
    }
}

impl Rows for PartEntry {
    fn rows(&self) -> usize {
        1
    }
}

impl Rows for Verified {
    fn rows(&self) -> usize {
        1
    }
}

impl From<Certificate> for CertificateFacts {
    fn from(read: Certificate) -> Self {
        let Bounded(parts) = read.parts;
        let part = |part: PartEntry| Part { name: part.name.into(), percent: part.percent };
        Self {
            standing: read.standing,
            person: read.person.map(Into::into),
            identifier: read.identifier.map(Into::into),
            subject: read.subject.map(Into::into),
            level: read.level.map(Into::into),
            year: read.year.map(Into::into),
            day: read.exam_date,
            overall: read.overall,
            parts: parts.into_iter().map(part).collect(),
        }
    }
}

impl From<Verified> for Earlier {
    fn from(verified: Verified) -> Self {
        let Some(report) = verified.report else {
            return Self { path: verified.path, sha256: None, word: None, checked: None, certificates: None };
        };
        let tool = report.tool;
        // Of saved facts nothing was proven, and the digest is whatever they say.
        let proven = report.source == ReportSource::File;
        Self {
            path: verified.path,
            sha256: report.file.sha256.filter(|_| proven),
            word: Some(report.authenticity.0).filter(|_| proven),
            checked: Some(Arc::new(Checked {
                program: tool.name,
                version: tool.version,
                policy: tool.policy,
                policy_version: tool.policy_version,
                policy_sha256: tool.policy_sha256,
                lists: report.lists.into_iter().take(limits::LISTS).collect(),
                at: report.checked_at,
            })),
            certificates: None,
        }
    }
}
