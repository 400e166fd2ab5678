//! A report as labelled lines: what text and PDF say of a certificate and of a signature, in the same words and the same order.
//!
//! Personal codes are in them as they were read: whoever writes lines out masks them.

use super::codes::{Codes, identifier};
use crate::Timestamp;
use crate::exam::{Certainty, DocumentKind, ExamCertificate, Found, Identifier, Percent};
use crate::qualification::Level;
use crate::report::{PathStep, SignatureReport, Signer};
use crate::trust::{ListFacts, ListOrigin};
use crate::words::{Words, clean};

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// What kind of document it is.
    Kind(String),
    /// Identifier of a label, and what stands behind it.
    Field(&'static str, String),
    /// Identifier of what stands above some items.
    Heading(&'static str),
    /// What stands below a field or heading: its name where it has one, and what is said.
    Item(Option<String>, String),
}

/// What an exam certificate says, as far as it may be shown; what is not certain says so.
#[must_use]
pub fn certificate(exam: &ExamCertificate, words: &Words, codes: Codes) -> Vec<Line> {
    let text = |label, found: Option<&Found<String>>| {
        found.map(|found| Line::Field(label, marked(words, &clean(&found.value), found.certainty)))
    };
    let mut lines = Vec::new();
    lines.extend(exam.kind.as_ref().map(|kind| Line::Kind(words.text(kind_id(kind.value)))));
    lines.extend(text("exam-person", exam.person.as_ref()));
    lines.extend(exam.identifier.as_ref().map(|found| {
        let label = match &found.value {
            Identifier::PersonalCode(_) => "exam-identifier",
            Identifier::Other(_) => "exam-identifier-other",
        };
        Line::Field(label, marked(words, &clean(&identifier(&found.value, codes)), found.certainty))
    }));
    lines.extend(text("exam-class", exam.class.as_ref()));
    lines.extend(text("exam-stage", exam.stage.as_ref()));
    lines.extend(text("exam-subject", exam.subject.as_ref()));
    lines.extend(text("exam-level", exam.level.as_ref()));
    lines.extend(text("exam-year", exam.year.as_ref()));
    lines.extend(text("exam-date", exam.exam_date.as_ref()));
    if exam.overall.is_some() || !exam.is_statement() {
        let overall = exam.overall.as_ref().map_or_else(|| words.text("exam-not-found"), |found| percent(words, found));
        lines.push(Line::Field("exam-overall", overall));
    }
    if !exam.parts.is_empty() {
        lines.push(Line::Heading("exam-parts"));
    }
    lines.extend(exam.parts.iter().map(|part| Line::Item(Some(clean(&part.name)), percent(words, &part.percent))));
    lines.extend(text("exam-language-level", exam.language_level.as_ref()));
    lines.extend(text("exam-series", exam.series.as_ref()));
    lines.extend(text("exam-number", exam.number.as_ref()));
    lines.extend(text("exam-school", exam.school.as_ref()));
    lines.extend(text("exam-issuer", exam.issuer.as_ref()));
    lines.extend(text("exam-issue-date", exam.issue_date.as_ref()));
    lines
}

/// A result that is not certain is not shown: the reader is sent to the document.
fn percent(words: &Words, found: &Found<Percent>) -> String {
    match found.certainty {
        Certainty::Certain => words.percent(found.value),
        Certainty::Probable => words.text("exam-not-found"),
    }
}

fn marked(words: &Words, value: &str, certainty: Certainty) -> String {
    match certainty {
        Certainty::Certain => value.to_owned(),
        Certainty::Probable => parenthesis(words, value, &words.text("exam-not-certain")),
    }
}

fn kind_id(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Certificate => "exam-kind-certificate",
        DocumentKind::Extract => "exam-kind-extract",
        DocumentKind::Statement => "exam-kind-statement",
        DocumentKind::LanguageProficiency => "exam-kind-language-proficiency",
    }
}

/// Who made a signature, when, what it is worth in law, and what it covers.
#[must_use]
pub fn signature(signature: &SignatureReport, words: &Words) -> Vec<Line> {
    let mut lines = Vec::new();
    match &signature.signer {
        Some(one) => signer(&mut lines, one, words),
        None => lines.push(Line::Field("report-signer", words.text("report-signer-missing"))),
    }
    times(&mut lines, signature, words);
    levels(&mut lines, signature, words);
    lines.extend(signature.notes.iter().map(|note| Line::Field("report-note", words.cause(note).reason)));
    lines.push(Line::Field("report-indication", signature.indication.to_string()));
    if !signature.path.is_empty() {
        lines.push(Line::Field("report-path", path(&signature.path)));
    }
    if !signature.covers.is_empty() {
        let covers: Vec<_> = signature.covers.iter().map(|name| clean(name)).collect();
        lines.push(Line::Field("report-covers", covers.join(", ")));
    }
    lines
}

fn signer(lines: &mut Vec<Line>, signer: &Signer, words: &Words) {
    let (name, kind) = (clean(&signer.name), words.signer_kind(signer.kind));
    lines.push(Line::Field("report-signer", parenthesis(words, &name, &kind)));
    if let Some(organisation) = &signer.organisation {
        let (organisation, identifier) = (clean(organisation), signer.organisation_identifier.as_deref().map(clean));
        let text = match identifier {
            Some(remark) => parenthesis(words, &organisation, &remark),
            None => organisation,
        };
        lines.push(Line::Field("report-organisation", text));
    }
    if let Some(code) = &signer.serial_number {
        lines.push(Line::Field("report-serial-number", clean(code)));
    }
    lines.push(Line::Field("report-issuer", clean(&signer.issuer)));
    let validity = format!("{} – {}", words.date(signer.not_before), words.date(signer.not_after));
    lines.push(Line::Field("report-valid", validity));
}

/// The proven time, and beside it what the signer claims.
fn times(lines: &mut Vec<Line>, signature: &SignatureReport, words: &Words) {
    lines.push(match signature.timestamp_time() {
        Some(at) => Line::Field("report-timestamp-time", both_times(words, at)),
        None => Line::Field("report-proven-time", words.text("report-proven-now")),
    });
    if let Some(at) = signature.claimed_time {
        lines.push(Line::Field("report-claimed-time", both_times(words, at)));
    }
}

/// What it is in law, what evidence it carries, and until when that holds.
fn levels(lines: &mut Vec<Line>, signature: &SignatureReport, words: &Words) {
    if let Some(level) = &signature.qualification {
        lines.push(Line::Field("report-qualification", words.signature_level(level)));
        if let Level::Open { doubt, .. } = level {
            let said = words.qualification_doubt(doubt);
            lines.push(Line::Item(None, said.reason));
            lines.extend(said.advice.map(|advice| Line::Item(Some(words.text("report-advice")), advice)));
        }
    }
    if let Some(level) = &signature.certificate_qualification {
        lines.push(Line::Field("report-certificate-level", words.certificate_level(level)));
    }
    if let Some(level) = signature.level {
        lines.push(Line::Field("report-level", words.evidence_level(level)));
    }
    if let Some(until) = signature.holds_until {
        lines.push(Line::Field("report-holds-until", words.date(until)));
    }
}

/// Latvian time, and UTC beside it.
fn both_times(words: &Words, at: Timestamp) -> String {
    let (local, utc) = (words.date_time(at), words.date_time_utc(at));
    format!("{local}; {utc}")
}

fn path(path: &[PathStep]) -> String {
    let step = |step: &PathStep| match &step.service {
        Some(service) => format!("{} ({}, {})", clean(&step.name), clean(&service.territory), clean(&service.name)),
        None => clean(&step.name),
    };
    path.iter().map(step).collect::<Vec<_>>().join(" → ")
}

/// A trusted list with its age, and what must be said of it beside.
#[must_use]
pub fn list(list: &ListFacts, at: Timestamp, words: &Words) -> String {
    let mut line = words.list_line(list, at);
    if list.is_past_next_update(at) {
        line = parenthesis(words, &line, &words.list_next(list, at));
    }
    // A list of the reader's own counts by the reader's word; what its signature is worth is said all the same.
    if list.origin == ListOrigin::User {
        line = parenthesis(words, &line, &words.list_signature(&list.signature));
    }
    line
}

fn parenthesis(words: &Words, text: &str, remark: &str) -> String {
    words.text_with("report-parenthesis", &[("text", text), ("remark", remark)])
}
