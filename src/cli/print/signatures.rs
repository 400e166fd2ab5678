//! Signatures with who made them and every check, made or not.

use super::page::Page;
use super::shape;
use crate::Timestamp;
use crate::evidence::RevocationSource;
use crate::qualification::Level;
use crate::report::{PathStep, Report, RevocationReport, SignatureReport, Signer, TimestampReport};
use crate::validation::{Cause, Check, Indication, Outcome};
use crate::words::{Words, clean};

pub(super) fn write(page: &mut Page<'_>, report: &Report) {
    if report.signatures.is_empty() {
        return;
    }
    page.heading("report-signatures");
    for (index, signature) in report.signatures.iter().enumerate() {
        if index > 0 {
            page.forget();
        }
        write_one(page, index + 1, signature);
    }
    page.gap();
}

fn write_one(page: &mut Page<'_>, number: usize, signature: &SignatureReport) {
    let words = page.words();
    page.line(2, &format!("{number}. {}", clean(&signature.file)));
    match &signature.signer {
        Some(signer) => write_signer(page, signer),
        None => page.field(5, "report-signer", &words.text("report-signer-missing")),
    }
    write_times(page, signature);
    write_levels(page, signature);
    for note in &signature.notes {
        page.field(5, "report-note", &words.cause(note).reason);
    }
    page.field(5, "report-indication", &signature.indication.to_string());
    if !signature.path.is_empty() {
        page.field(5, "report-path", &path(&signature.path));
    }
    if !signature.covers.is_empty() {
        let covers: Vec<_> = signature.covers.iter().map(|name| clean(name)).collect();
        page.field(5, "report-covers", &covers.join(", "));
    }
    page.line(5, &words.text("report-checks"));
    for check in &signature.checks {
        write_check(page, check);
    }
    if !signature.timestamps.is_empty() {
        page.line(5, &words.text("report-timestamps"));
    }
    for stamp in &signature.timestamps {
        page.line(7, &timestamp(words, stamp));
    }
    if !signature.revocation.is_empty() {
        page.line(5, &words.text("report-revocation"));
    }
    for answer in &signature.revocation {
        page.line(7, &revocation(words, answer));
    }
}

/// The proven time, and beside it what the signer claims.
fn write_times(page: &mut Page<'_>, signature: &SignatureReport) {
    let words = page.words();
    match signature.timestamp_time() {
        Some(at) => page.field(5, "report-timestamp-time", &both_times(words, at)),
        None => page.field(5, "report-proven-time", &words.text("report-proven-now")),
    }
    if let Some(at) = signature.claimed_time {
        page.field(5, "report-claimed-time", &both_times(words, at));
    }
}

/// What it is in law, what evidence it carries, and until when that holds.
fn write_levels(page: &mut Page<'_>, signature: &SignatureReport) {
    let words = page.words();
    if let Some(level) = &signature.qualification {
        page.field(5, "report-qualification", &words.signature_level(level));
        if let Level::Open { doubt, .. } = level {
            let said = words.qualification_doubt(doubt);
            page.line(7, &said.reason);
            if let Some(advice) = said.advice {
                page.field(7, "report-advice", &advice);
            }
        }
    }
    if let Some(level) = &signature.certificate_qualification {
        page.field(5, "report-certificate-level", &words.certificate_level(level));
    }
    if let Some(level) = signature.level {
        page.field(5, "report-level", &words.evidence_level(level));
    }
    if let Some(until) = signature.holds_until {
        page.field(5, "report-holds-until", &words.date(until));
    }
}

fn write_signer(page: &mut Page<'_>, signer: &Signer) {
    let words = page.words();
    let (name, kind) = (clean(&signer.name), words.signer_kind(signer.kind));
    page.field(5, "report-signer", &words.text_with("report-parenthesis", &[("text", &name), ("remark", &kind)]));
    if let Some(organisation) = &signer.organisation {
        let identifier = signer.organisation_identifier.as_deref().map(clean);
        let organisation = clean(organisation);
        let text = match identifier {
            Some(remark) => words.text_with("report-parenthesis", &[("text", &organisation), ("remark", &remark)]),
            None => organisation,
        };
        page.field(5, "report-organisation", &text);
    }
    if let Some(code) = &signer.serial_number {
        page.field(5, "report-serial-number", &clean(code));
    }
    page.field(5, "report-issuer", &clean(&signer.issuer));
    let validity = format!("{} – {}", words.date(signer.not_before), words.date(signer.not_after));
    page.field(5, "report-valid", &validity);
}

/// A check that passed is its answer; any other its question, what became of it, and why.
fn write_check(page: &mut Page<'_>, check: &Check) {
    let words = page.words();
    let answer = page.once(words.answer(check));
    let line = match (check.outcome, answer) {
        (Outcome::Passed, Some(answer)) => answer,
        (outcome, answer) => {
            let (question, outcome) = (words.question(check.id), words.outcome(outcome));
            let line = words.text_with("report-parenthesis", &[("text", &question), ("remark", &outcome)]);
            format!("{line} {}", answer.unwrap_or_default())
        }
    };
    page.line(7, &format!("{} {line}", shape(check.outcome)));
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

/// What it is called, its time and authority, what it is worth, and what it is in law.
fn timestamp(words: &Words, stamp: &TimestampReport) -> String {
    let passed = match stamp.indication {
        Indication::TotalPassed => Outcome::Passed,
        Indication::TotalFailed(_) => Outcome::Failed,
        Indication::Indeterminate(_) => Outcome::Unknown,
    };
    let parts = [
        Some(words.timestamp_kind(&stamp.kind)),
        stamp.at.map(|at| words.date_time_utc(at)),
        stamp.authority.as_deref().map(clean),
        Some(words.timestamp_worth(stamp.indication)),
        stamp.qualification.map(|qualification| words.timestamp_qualification(qualification)),
    ];
    let line = format!("{} {}", shape(passed), parts.into_iter().flatten().collect::<Vec<_>>().join(", "));
    match &stamp.cause {
        Some(cause) => words.text_with("report-label", &[("label", &line), ("value", &words.cause(cause).reason)]),
        None => line,
    }
}

fn revocation(words: &Words, answer: &RevocationReport) -> String {
    let parts = [
        Some(answer.kind.clone()),
        answer.about.as_deref().map(clean),
        answer.status.as_deref().map(|status| words.revocation_status(status)),
        answer.produced_at.map(|at| words.date_time_utc(at)),
        answer.responder.as_deref().map(clean),
    ];
    let mut text = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    if answer.source == RevocationSource::Fetched {
        let remark = words.text("report-revocation-fetched");
        text = words.text_with("report-parenthesis", &[("text", &text), ("remark", &remark)]);
    }
    if let Some(reason) = answer.reason {
        let certificate = answer.about.clone().unwrap_or_default();
        let refused = words.cause(&Cause::RevocationRefused { certificate, reason }).reason;
        text = words.text_with("report-label", &[("label", &text), ("value", &refused)]);
    }
    format!("{} {text}", shape(answer.accepted))
}
