//! Signatures with who made them and every check, made or not.

use super::page::Page;
use super::shape;
use crate::evidence::RevocationSource;
use crate::export::lines::{self, Line};
use crate::report::{Report, RevocationReport, SignatureReport, TimestampReport};
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
    for line in lines::signature(signature, words) {
        match line {
            Line::Field(label, value) => page.field(5, label, &value),
            Line::Item(name, said) => page.item(7, name.as_deref(), &said),
            Line::Kind(text) => page.line(5, &text),
            Line::Heading(heading) => page.line(5, &words.text(heading)),
        }
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

fn write_check(page: &mut Page<'_>, check: &Check) {
    let words = page.words();
    let answer = page.once(words.answer(check));
    let line = words.check(check, answer);
    page.line(7, &format!("{} {line}", shape(check.outcome)));
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
