//! Signatures with who made them and every check, made or not.

use super::page::Page;
use super::shape;
use crate::Timestamp;
use crate::evidence::RevocationSource;
use crate::report::{PathStep, Report, RevocationReport, SignatureReport, Signer};
use crate::validation::{Check, Indication};
use crate::words::{Words, clean};

pub(super) fn write(page: &mut Page<'_>, report: &Report) {
    if report.signatures.is_empty() {
        return;
    }
    page.heading("report-signatures");
    for (index, signature) in report.signatures.iter().enumerate() {
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
    if let Some(at) = signature.claimed_time {
        page.field(5, "report-claimed-time", &both_times(words, at));
    }
    if let Some(at) = signature.timestamp_time() {
        page.field(5, "report-timestamp-time", &both_times(words, at));
    }
    page.field(5, "report-indication", &indication(signature.indication));
    if let Some(qualification) = &signature.qualification {
        page.field(5, "report-qualification", &words.signature_level(qualification));
    }
    if let Some(level) = signature.level {
        page.field(5, "report-level", level.name());
    }
    if let Some(until) = signature.holds_until {
        page.field(5, "report-holds-until", &words.date(until));
    }
    for note in &signature.notes {
        page.line(5, &words.cause(note).reason);
    }
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
    if !signature.revocation.is_empty() {
        page.line(5, &words.text("report-revocation"));
    }
    for answer in &signature.revocation {
        page.line(7, &revocation(words, answer));
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

fn write_check(page: &mut Page<'_>, check: &Check) {
    let words = page.words();
    let (question, answer) = (words.question(check.id), words.answer(check));
    let outcome = words.outcome(check.outcome);
    let question = words.text_with("report-parenthesis", &[("text", &question), ("remark", &outcome)]);
    page.line(7, &format!("{} {question} {answer}", shape(check.outcome)));
}

/// Latvian time, and UTC beside it.
fn both_times(words: &Words, at: Timestamp) -> String {
    let (local, utc) = (words.date_time(at), words.date_time_utc(at));
    format!("{local}; {utc}")
}

/// `INDETERMINATE / NO_CERTIFICATE_CHAIN_FOUND`: codes of the standard, for those who look for them.
fn indication(indication: Indication) -> String {
    let value = serde_json::to_value(indication).unwrap_or_default();
    let part = |key: &str| value.get(key).and_then(|value| value.as_str()).map(str::to_owned);
    let parts: Vec<_> = ["indication", "sub_indication"].into_iter().filter_map(part).collect();
    parts.join(" / ")
}

fn path(path: &[PathStep]) -> String {
    let step = |step: &PathStep| match &step.service {
        Some(service) => format!("{} ({}, {})", clean(&step.name), clean(&service.territory), clean(&service.name)),
        None => clean(&step.name),
    };
    path.iter().map(step).collect::<Vec<_>>().join(" → ")
}

fn revocation(words: &Words, answer: &RevocationReport) -> String {
    let parts = [
        Some(answer.kind.clone()),
        answer.about.as_deref().map(clean),
        answer.status.as_deref().map(clean),
        answer.produced_at.map(|at| words.date_time_utc(at)),
        answer.responder.as_deref().map(clean),
    ];
    let mut text = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    if answer.source == RevocationSource::Fetched {
        let remark = words.text("report-revocation-fetched");
        text = words.text_with("report-parenthesis", &[("text", &text), ("remark", &remark)]);
    }
    format!("{} {text}", shape(answer.signature))
}
