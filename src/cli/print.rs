//! Reports as text. Whatever comes from a file is made harmless first, and personal codes are masked last.

mod documents;
mod exams;
mod page;
mod signatures;

use crate::export::{Codes, Secrets, lines};
use crate::report::{Fact, Report, ReportSource, ThreeFacts};
use crate::validation::Outcome;
use crate::words::{FactKind, Words, clean};
pub(super) use page::Page;

/// The whole report: headline, reasons, exam results, three facts, signatures with every check, files, lists.
#[must_use]
pub fn report_text(report: &Report, words: &Words, codes: Codes) -> String {
    let mut page = Page::new(words);
    headline(&mut page, report);
    exams::write(&mut page, report);
    if report.exams.is_empty() && !report.documents.is_empty() {
        page.line(0, &words.text("exam-standing-none"));
        page.gap();
    }
    facts(&mut page, &report.facts);
    signatures::write(&mut page, report);
    documents::write(&mut page, report);
    findings(&mut page, report);
    fetched(&mut page, report);
    circumstances(&mut page, report);
    Secrets::of(report, codes).mask(&page.finish())
}

/// The headline and the exam results alone.
#[must_use]
pub fn exam_text(report: &Report, words: &Words, codes: Codes) -> String {
    let mut page = Page::new(words);
    headline(&mut page, report);
    exams::write(&mut page, report);
    if report.exams.is_empty() {
        page.line(0, &words.text("exam-standing-none"));
    }
    fetched(&mut page, report);
    Secrets::of(report, codes).mask(&page.finish())
}

/// The headline and the files alone.
#[must_use]
pub fn list_text(report: &Report, words: &Words, codes: Codes) -> String {
    let mut page = Page::new(words);
    headline(&mut page, report);
    documents::write(&mut page, report);
    findings(&mut page, report);
    fetched(&mut page, report);
    Secrets::of(report, codes).mask(&page.finish())
}

/// The headline alone. Codes are masked by the caller, with the rest of what it prints.
pub(super) fn headline_text(report: &Report, words: &Words) -> String {
    let mut page = Page::new(words);
    headline(&mut page, report);
    page.finish()
}

/// Shapes that say the outcome without colour; the sentence beside them says it in words.
fn shape(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Passed => "✔",
        Outcome::Failed => "✖",
        Outcome::Unknown => "?",
        Outcome::Skipped => "–",
    }
}

fn headline(page: &mut Page<'_>, report: &Report) {
    let words = page.words();
    let headline = words.headline(&report.authenticity, &report.facts);
    page.line(0, &clean(&report.file.name));
    // Saved facts may be anybody's: no line begins with the word that the file itself would earn.
    let word = match report.source {
        ReportSource::File => headline.word,
        ReportSource::Facts => words.text_with("report-by-facts", &[("word", &headline.word)]),
    };
    page.line(0, &words.text_with("report-label", &[("label", &word), ("value", &headline.sentence)]));
    if report.source == ReportSource::Facts {
        page.line(2, &words.text("report-facts-unproven"));
        page.field(2, "report-advice", &words.text("report-facts-advice"));
    }
    let (authenticity, facts, cause) = (&report.authenticity, &report.facts, report.cause.as_ref());
    if let Some(reason) = words.reason(authenticity, cause, facts).and_then(|reason| page.once(reason)) {
        page.line(2, &reason);
    }
    if let Some(advice) = words.advice(authenticity, cause, facts).and_then(|advice| page.once(advice)) {
        page.field(2, "report-advice", &advice);
    }
    page.gap();
}

fn facts(page: &mut Page<'_>, facts: &ThreeFacts) {
    let words = page.words();
    page.heading("report-facts");
    let mut one = |kind: FactKind, fact: &Fact| {
        let whole = page.once(words.fact(kind, fact, facts.issuer.as_ref()));
        let sentence = whole.unwrap_or_else(|| words.fact_in_short(kind, fact));
        let text = words.text_with("report-label", &[("label", &words.fact_name(kind)), ("value", &sentence)]);
        page.line(2, &format!("{} {text}", shape(fact.outcome)));
    };
    one(FactKind::Unchanged, &facts.unchanged);
    one(FactKind::VouchedFor, &facts.vouched_for);
    one(FactKind::ExamAuthority, &facts.exam_authority);
    page.gap();
}

fn findings(page: &mut Page<'_>, report: &Report) {
    if report.findings.is_empty() {
        return;
    }
    page.heading("report-findings");
    for finding in &report.findings {
        let sentence = page.words().finding(finding);
        page.line(2, &sentence);
    }
    page.gap();
}

/// What was asked of the network; nothing where nothing was.
fn fetched(page: &mut Page<'_>, report: &Report) {
    if report.fetched.is_empty() {
        return;
    }
    page.gap();
    page.heading("report-fetched");
    for fetched in &report.fetched {
        let line = page.words().fetched(fetched);
        page.line(2, &line);
    }
    page.gap();
}

fn circumstances(page: &mut Page<'_>, report: &Report) {
    let words = page.words();
    page.heading("report-lists");
    if report.lists.is_empty() {
        page.line(2, &words.text("report-lists-none"));
    }
    for list in &report.lists {
        page.line(2, &lines::list(list, report.checked_at, words));
    }
    page.gap();
    let checked = words.date_time(report.checked_at);
    let network = words.text(match report.source {
        ReportSource::Facts => "report-from-facts",
        ReportSource::File if report.fetched.is_empty() => "report-offline",
        ReportSource::File => "report-online",
    });
    page.field(0, "report-checked-at", &format!("{checked}; {network}"));
    if let Some(sha256) = report.file.sha256 {
        page.field(0, "report-sha256", &sha256.to_string());
    }
    let tool = &report.tool;
    page.field(0, "report-tool", &format!("{} {}", tool.name, tool.version));
    // Rules may come from a file, and anybody may name them.
    let (policy, version) = (clean(&tool.policy), tool.policy_version.to_string());
    let policy = words.text_with("report-policy-version", &[("policy", &policy), ("version", &version)]);
    page.field(0, "report-policy", &format!("{policy}; SHA-256 {}", tool.policy_sha256));
}

#[cfg(test)]
mod tests;
