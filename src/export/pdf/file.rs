//! The sheet of one file: its word and why, the three facts, results as far as they may be shown, and what it was judged with.

use std::path::Path;

use super::super::codes::{Codes, Secrets};
use super::super::lines::{self, Line};
use super::look::Tone;
use super::sheet::{Block, Sheet, Writer, file_name};
use super::signed;
use crate::dossier::Unexamined;
use crate::exam::{Certainty, ExamCertificate, Reading};
use crate::report::{ExamReport, Report, ReportSource, Standing, ThreeFacts};
use crate::words::{FactKind, Words, clean};

/// The sheet of one input.
pub(super) fn sheet(path: &Path, result: Result<&Report, &Unexamined>, words: &Words, codes: Codes) -> Sheet {
    let secrets = result.map_or_else(|_| Secrets::none(codes), |report| Secrets::of(report, codes));
    let path = clean(&path.to_string_lossy());
    let mut writer = Writer::new(file_name(&path), words, secrets);
    match result {
        Ok(report) => of_report(&mut writer, report, &path, codes),
        Err(reason) => {
            let (word, sentence) = (words.file_word(None), words.unexamined(reason));
            writer.push(Block::Verdict { tone: Tone::of_word(None), word, sentence });
            writer.path(&path);
        }
    }
    let [again, not_original] = ["pdf-again", "pdf-not-original"].map(|id| words.text(id));
    writer.finish(vec![Block::Note(not_original, again)])
}

fn of_report(writer: &mut Writer<'_>, report: &Report, path: &str, codes: Codes) {
    headline(writer, report);
    facts(writer, &report.facts);
    for exam in &report.exams {
        one_exam(writer, exam, report, codes);
    }
    if report.exams.is_empty() && !report.documents.is_empty() {
        writer.heading("exam-title");
        writer.push(Block::Strong(writer.words.text("exam-standing-none")));
    }
    signed::signatures(writer, report);
    signed::documents(writer, report);
    signed::findings(writer, report);
    signed::circumstances(writer, report, path);
}

/// The word, and why.
fn headline(writer: &mut Writer<'_>, report: &Report) {
    let words = writer.words;
    let (word, cause, facts) = (&report.authenticity, report.cause.as_ref(), &report.facts);
    let headline = words.headline(word, facts);
    let tone = match report.source {
        ReportSource::File => Tone::of_word(Some(*word)),
        ReportSource::Facts => Tone::Quiet,
    };
    let shown = match report.source {
        ReportSource::File => headline.word,
        ReportSource::Facts => words.text_with("report-by-facts", &[("word", &headline.word)]),
    };
    writer.push(Block::Verdict { tone, word: shown, sentence: headline.sentence });
    if report.source == ReportSource::Facts {
        writer.push(Block::Strong(words.text("report-facts-unproven")));
        writer.field("report-advice", &words.text("report-facts-advice"));
    }
    if let Some(reason) = words.reason(word, cause, facts).and_then(|reason| writer.once(reason)) {
        writer.field("columns-why", &reason);
    }
    if let Some(advice) = words.advice(word, cause, facts).and_then(|advice| writer.once(advice)) {
        writer.field("report-advice", &advice);
    }
}

fn facts(writer: &mut Writer<'_>, facts: &ThreeFacts) {
    let words = writer.words;
    writer.heading("report-facts");
    for (kind, fact) in [
        (FactKind::Unchanged, &facts.unchanged),
        (FactKind::VouchedFor, &facts.vouched_for),
        (FactKind::ExamAuthority, &facts.exam_authority),
    ] {
        let whole = writer.once(words.fact(kind, fact, facts.issuer.as_ref()));
        let sentence = whole.unwrap_or_else(|| words.fact_in_short(kind, fact));
        let text = words.text_with("report-label", &[("label", &words.fact_name(kind)), ("value", &sentence)]);
        writer.push(Block::Item(Some(Tone::of_outcome(fact.outcome)), text));
    }
}

/// What one document says, only as far as its standing lets it be shown.
fn one_exam(writer: &mut Writer<'_>, exam: &ExamReport, report: &Report, codes: Codes) {
    let words = writer.words;
    let title = words.text("exam-title");
    writer
        .push(Block::Heading(words.text_with("report-label", &[("label", &title), ("value", &clean(&exam.document))])));
    let standing = report.standing_of(exam);
    match &exam.reading {
        Reading::None { reason } => writer.push(Block::Text(words.unreadable(reason))),
        // A refuted document gives no result at all, not even a marked one.
        Reading::Exams { .. } if standing == Standing::Withheld => {
            writer.push(Block::Strong(words.text("exam-standing-withheld")));
        }
        Reading::Exams { certificates, findings } => {
            if standing == Standing::NotConfirmed {
                writer.push(Block::Strong(words.text("exam-standing-not-confirmed")));
            }
            for finding in findings {
                writer.push(Block::Text(words.exam_finding(finding)));
            }
            let tone = Tone::of_result(standing, report.authenticity);
            for certificate in certificates {
                one_certificate(writer, certificate, standing, tone, codes);
            }
        }
    }
}

fn one_certificate(writer: &mut Writer<'_>, exam: &ExamCertificate, standing: Standing, tone: Tone, codes: Codes) {
    let words = writer.words;
    let unread = words.text("exam-not-found");
    let marked = |value: String| match standing {
        Standing::Confirmed => value,
        _ if value == unread => value,
        _ => words.text_with("rows-not-confirmed", &[("percent", &value)]),
    };
    let certain = exam.overall.as_ref().is_some_and(|found| found.certainty == Certainty::Certain);
    for line in lines::certificate(exam, words, codes) {
        match line {
            Line::Kind(kind) => writer.push(Block::Strong(kind)),
            Line::Field("exam-overall", value) if certain => {
                let label = writer.label(&words.text("exam-overall"));
                writer.push(Block::Result { tone, label, value: marked(value) });
            }
            Line::Field(label, value) => writer.field(label, &value),
            Line::Heading(_) => {}
            Line::Item(name, said) => writer.named(&name.unwrap_or_default(), &marked(said)),
        }
    }
}
