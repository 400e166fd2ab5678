//! What one row knows: facts taken from a report once, with personal codes masked already unless they were asked for.

use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::super::codes::{Codes, Secrets, identifier};
use super::super::json::error_code;
use crate::Timestamp;
use crate::crypto::Sha256;
use crate::dossier::Unexamined;
use crate::exam::{ExamCertificate, Found, IssuerMatch, Percent, Reading};
use crate::report::{Authenticity, ExamReport, Remark, Report, SignatureReport, Standing, ThreeFacts};
use crate::trust::ListFacts;
use crate::words::Words;

/// One row: a certificate, or a file without any.
#[derive(Clone, Debug, PartialEq)]
pub struct TableRow {
    /// What every row of the file says.
    pub file: Arc<FileFacts>,
    /// The certificate; `None` where there is none.
    pub certificate: Option<CertificateFacts>,
    /// Who signed, in short: of a certificate whoever signed its document, of a file without any as the file says.
    pub signer: Option<Arc<str>>,
    /// When that is proven by a time-stamp.
    pub proven: Option<Timestamp>,
    /// Why it has its word, or what is worth a look, in the language of the run; empty where there is nothing to say.
    pub why: Arc<str>,
}

/// What every row of one file says.
#[derive(Clone, Debug, PartialEq)]
pub struct FileFacts {
    /// Path, as it was given or found.
    pub path: String,
    /// The word on it; `None` where it was not examined.
    pub word: Option<Authenticity>,
    /// Why it was not examined: the code that JSON has.
    pub error: Option<&'static str>,
    /// What decided the word, as JSON.
    pub cause: Option<String>,
    /// SHA-256 of the file, where it was read to its end.
    pub sha256: Option<Sha256>,
    /// Who signed, in short, of the signature that decided the word.
    pub signer: Option<Arc<str>>,
    /// When that is proven by a time-stamp.
    pub proven: Option<Timestamp>,
    /// What it was judged with; `None` where it was not examined.
    pub checked: Option<Arc<Checked>>,
}

/// What a certificate says, as far as it was read with certainty. Nothing of one that is withheld.
#[derive(Clone, Debug, PartialEq)]
pub struct CertificateFacts {
    /// How much it may be shown as a result: plainly only where it is confirmed.
    pub standing: Standing,
    /// Given names and surname, as written.
    pub person: Option<Arc<str>>,
    /// Personal code or other identifier, masked unless asked for.
    pub identifier: Option<Arc<str>>,
    /// Subject, as written.
    pub subject: Option<Arc<str>>,
    /// Level, as written; the language level where there is no other.
    pub level: Option<Arc<str>>,
    /// School year, as written.
    pub year: Option<Arc<str>>,
    /// Day of the exam.
    pub day: Option<Date>,
    /// Overall result. It is one only where `standing` is confirmed.
    pub overall: Option<Percent>,
    /// Results of the parts, as far as they are certain.
    pub parts: Vec<Part>,
}

/// The result of a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its name, as written.
    pub name: Arc<str>,
    /// Its result.
    pub percent: Percent,
}

/// What files were judged with: few of a run have anything else than their neighbours, so it is held once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checked {
    /// Program name.
    pub program: String,
    /// Its version.
    pub version: String,
    /// Policy identifier.
    pub policy: String,
    /// Policy version.
    pub policy_version: u32,
    /// SHA-256 of the policy.
    pub policy_sha256: Sha256,
    /// The trusted lists that were used, or all where none was.
    pub lists: Vec<ListDate>,
    /// The time that was judged for.
    pub at: Timestamp,
}

/// Which issue of a trusted list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListDate {
    /// Scheme territory.
    pub territory: String,
    /// Its number.
    pub sequence: u64,
    /// When it was issued.
    pub issued: Timestamp,
}

/// The rows of one input, at least one. The report is not needed any more afterwards.
#[must_use]
pub fn rows(path: &Path, result: Result<&Report, &Unexamined>, words: &Words, codes: Codes) -> Vec<TableRow> {
    let secrets = result.map_or_else(|_| Secrets::none(codes), |report| Secrets::of(report, codes));
    rows_hiding(path, result, words, &secrets)
}

pub(super) fn rows_hiding(
    path: &Path,
    result: Result<&Report, &Unexamined>,
    words: &Words,
    secrets: &Secrets,
) -> Vec<TableRow> {
    let report = match result {
        Ok(report) => report,
        Err(reason) => {
            let file = Arc::new(unexamined(secrets.mask(&path.to_string_lossy()), reason));
            return vec![TableRow::of_file(file, words.unexamined(reason).into())];
        }
    };
    let file = Arc::new(file_facts(path, report, secrets));
    let why = |remarks: &[Remark]| secrets.mask(&why(report, remarks, words)).into();
    let mut rows = Vec::new();
    for exam in &report.exams {
        let Reading::Exams { certificates, .. } = &exam.reading else { continue };
        for read in certificates {
            let signature = report.signature_over(&exam.document);
            let own = TableRow::of_file(Arc::clone(&file), why(&report.remarks_on(exam, read)));
            rows.push(TableRow {
                certificate: Some(certificate(report, exam, read, secrets)),
                signer: signature.and_then(|signature| signer(&signature.facts, secrets)),
                proven: signature.and_then(SignatureReport::timestamp_time),
                ..own
            });
        }
    }
    if rows.is_empty() {
        rows.push(TableRow::of_file(file, why(&report.remarks_without_certificate())));
    }
    rows
}

impl CertificateFacts {
    /// One of which nothing is said but how much it counts.
    pub(in crate::export) fn of_standing(standing: Standing) -> Self {
        Self {
            standing,
            person: None,
            identifier: None,
            subject: None,
            level: None,
            year: None,
            day: None,
            overall: None,
            parts: Vec::new(),
        }
    }
}

impl TableRow {
    /// The row of a file as a whole.
    pub(in crate::export) fn of_file(file: Arc<FileFacts>, why: Arc<str>) -> Self {
        Self { signer: file.signer.clone(), proven: file.proven, certificate: None, file, why }
    }
}

fn unexamined(path: String, reason: &Unexamined) -> FileFacts {
    FileFacts {
        path,
        word: None,
        error: Some(error_code(reason)),
        cause: None,
        sha256: None,
        signer: None,
        proven: None,
        checked: None,
    }
}

fn file_facts(path: &Path, report: &Report, secrets: &Secrets) -> FileFacts {
    let cause = report.cause.as_ref().and_then(|cause| serde_json::to_string(cause).ok());
    FileFacts {
        path: secrets.mask(&path.to_string_lossy()),
        word: Some(report.authenticity),
        error: None,
        cause: cause.map(|cause| secrets.mask(&cause)),
        sha256: report.file.sha256,
        signer: signer(&report.facts, secrets),
        proven: report.decisive_signature().and_then(SignatureReport::timestamp_time),
        checked: Some(Arc::new(Checked::of(report))),
    }
}

fn signer(facts: &ThreeFacts, secrets: &Secrets) -> Option<Arc<str>> {
    facts.issuer.as_ref().map(|issuer| secrets.mask(IssuerMatch::name(issuer)).into())
}

fn certificate(report: &Report, exam: &ExamReport, read: &ExamCertificate, secrets: &Secrets) -> CertificateFacts {
    let standing = report.standing_of(exam);
    let nothing = CertificateFacts::of_standing(standing);
    if standing == Standing::Withheld {
        return nothing;
    }
    let masked = |text: &str| secrets.mask(text).into();
    let text = |found: &Option<Found<String>>| found.as_ref().and_then(Found::certain).map(|text| masked(text));
    let parts = read.parts.iter().filter_map(|part| {
        let percent = *part.percent.certain()?;
        Some(Part { name: secrets.mask(&part.name).into(), percent })
    });
    CertificateFacts {
        person: read.certain_person().map(masked),
        identifier: read
            .identifier
            .as_ref()
            .and_then(Found::certain)
            .map(|found| identifier(found, secrets.codes()).into()),
        subject: text(&read.subject),
        level: read.certain_level().map(masked),
        year: text(&read.year),
        day: read.exam_day().and_then(|day| day.parse().ok()),
        overall: read.certain_overall(),
        parts: parts.collect(),
        ..nothing
    }
}

fn why(report: &Report, remarks: &[Remark], words: &Words) -> String {
    let (word, cause, facts) = (&report.authenticity, report.cause.as_ref(), &report.facts);
    let mut sentences = Vec::new();
    let reason = words.reason(word, cause, facts);
    // Of a doubt the headline says what is open, and the reason what is missing; else the reason says all of it.
    if *word != Authenticity::Genuine && (reason.is_none() || matches!(word, Authenticity::CannotConfirm(_))) {
        sentences.push(format!("{}.", words.headline(word, facts).sentence));
    }
    sentences.extend(reason);
    let mut remarks: Vec<&str> = remarks.iter().map(|remark| text_of(*remark)).collect();
    remarks.dedup();
    sentences.extend(remarks.into_iter().map(|remark| words.text(remark)));
    sentences.join(" ")
}

/// A row has no room for what exactly contradicts itself.
fn text_of(remark: Remark) -> &'static str {
    match remark {
        Remark::Uncovered => "rows-uncovered",
        Remark::Contradiction | Remark::NoResult => "rows-no-result",
        Remark::NoExam => "rows-no-exam",
        Remark::NoPerson => "rows-no-person",
    }
}

impl Checked {
    fn of(report: &Report) -> Self {
        let tool = &report.tool;
        let date = |list: &ListFacts| ListDate {
            territory: list.territory.clone(),
            sequence: list.sequence,
            issued: list.issued,
        };
        Self {
            program: tool.name.clone(),
            version: tool.version.clone(),
            policy: tool.policy.clone(),
            policy_version: tool.policy_version,
            policy_sha256: tool.policy_sha256,
            lists: report.lists.iter().map(date).collect(),
            at: report.checked_at,
        }
    }
}
