//! Who signed, by which checks that is known, what is in the file, and what it was judged with.

use super::super::lines::{self, Line};
use super::look::Tone;
use super::sheet::{Block, Writer};
use crate::report::{Report, ReportSource, SignatureReport};
use crate::validation::Outcome;
use crate::words::{Words, clean};

/// Digits of a SHA-256 beside the page number: enough to find a sheet that was lost.
const FOOT_DIGITS: usize = 16;

/// Every signature with its checks.
pub(super) fn signatures(writer: &mut Writer<'_>, report: &Report) {
    let words = writer.words;
    for signature in &report.signatures {
        let title = words.text("report-signatures");
        let file = clean(&signature.file);
        writer.push(Block::Heading(words.text_with("report-label", &[("label", &title), ("value", &file)])));
        for line in lines::signature(signature, words) {
            match line {
                // Said of each document below.
                Line::Field("report-covers", _) => {}
                Line::Field(label, value) => writer.field(label, &value),
                Line::Item(Some(name), said) => writer.named(&name, &said),
                Line::Item(None, text) | Line::Kind(text) => writer.push(Block::Text(text)),
                Line::Heading(heading) => writer.heading(heading),
            }
        }
        checks(writer, signature);
        writer.forget();
    }
}

/// Those that decided against it, each with why; then what those that passed found; then by their questions those that were not made.
fn checks(writer: &mut Writer<'_>, signature: &SignatureReport) {
    let words = writer.words;
    let of = |outcome: Outcome| signature.checks.iter().filter(move |check| check.outcome == outcome);
    for check in of(Outcome::Failed).chain(of(Outcome::Unknown)) {
        let answer = writer.once(words.answer(check));
        let line = words.check(check, answer);
        writer.push(Block::Item(Some(Tone::of_outcome(check.outcome)), line.trim_end().to_owned()));
    }
    // What a fact said above needs not be said again.
    let passed: Vec<_> = of(Outcome::Passed).filter_map(|check| writer.once(words.answer(check))).collect();
    if !passed.is_empty() {
        writer.push(Block::Item(Some(Tone::Good), passed.join(" ")));
    }
    let skipped: Vec<_> = of(Outcome::Skipped).map(|check| words.question(check.id)).collect();
    if !skipped.is_empty() {
        let (text, remark) = (skipped.join(" "), words.outcome(Outcome::Skipped));
        let line = words.text_with("report-parenthesis", &[("text", &text), ("remark", &remark)]);
        writer.push(Block::Item(Some(Tone::Quiet), line));
    }
}

/// The files of the container.
pub(super) fn documents(writer: &mut Writer<'_>, report: &Report) {
    if report.documents.is_empty() {
        return;
    }
    let words = writer.words;
    writer.heading("report-documents");
    for document in &report.documents {
        let size = words.text_with("report-size", &[("size", &document.size.to_string())]);
        let remark = format!("{size}, {}", words.coverage(document.coverage));
        let name = clean(&document.name);
        let line = words.text_with("report-parenthesis", &[("text", &name), ("remark", &remark)]);
        writer.push(Block::Item(
            Some(Tone::of_coverage(document.coverage)),
            format!("{line}; SHA-256 {}", document.sha256),
        ));
    }
}

/// What else is to be known, and what was asked of the network.
pub(super) fn findings(writer: &mut Writer<'_>, report: &Report) {
    let words = writer.words;
    if !report.findings.is_empty() {
        writer.heading("report-findings");
    }
    for finding in &report.findings {
        writer.push(Block::Item(None, words.finding(finding)));
    }
    if !report.fetched.is_empty() {
        writer.heading("report-fetched");
    }
    for fetched in &report.fetched {
        writer.push(Block::Item(None, words.fetched(fetched)));
    }
}

/// Which file, by which program and rules, with which lists, when.
pub(super) fn circumstances(writer: &mut Writer<'_>, report: &Report, path: &str) {
    let words = writer.words;
    writer.heading("columns-sheet-checked");
    writer.path(path);
    if let Some(sha256) = report.file.sha256 {
        let sha256 = sha256.to_string();
        writer.field("report-sha256", &sha256);
        let digits: String = sha256.chars().take(FOOT_DIGITS).collect();
        writer.foot(&format!("SHA-256 {digits}…"));
    }
    writer.field("report-checked-at", &checked_at(report, words));
    let tool = &report.tool;
    writer.field("report-tool", &format!("{} {}", tool.name, tool.version));
    // Rules may come from a file, and anybody may name them.
    let (policy, version) = (clean(&tool.policy), tool.policy_version.to_string());
    let policy = words.text_with("report-policy-version", &[("policy", &policy), ("version", &version)]);
    writer.field("report-policy", &format!("{policy}; SHA-256 {}", tool.policy_sha256));
    let lists = report.lists.iter().map(|list| lines::list(list, report.checked_at, words));
    let lists: Vec<_> = lists.collect();
    let lists = if lists.is_empty() { words.text("report-lists-none") } else { lists.join("; ") };
    writer.field("report-lists", &lists);
}

fn checked_at(report: &Report, words: &Words) -> String {
    let (local, utc) = (words.date_time(report.checked_at), words.date_time_utc(report.checked_at));
    let network = words.text(match report.source {
        ReportSource::Facts => "report-from-facts",
        ReportSource::File if report.fetched.is_empty() => "report-offline",
        ReportSource::File => "report-online",
    });
    format!("{local}; {utc}; {network}")
}
