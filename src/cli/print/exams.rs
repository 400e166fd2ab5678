//! Exam results, only as far as their standing lets them be shown.

use super::page::Page;
use crate::exam::{Certainty, DocumentKind, ExamCertificate, Found, Identifier, Percent, Reading};
use crate::report::{ExamReport, Report, ReportSource, Standing};
use crate::words::{Words, clean};

pub(super) fn write(page: &mut Page<'_>, report: &Report) {
    for exam in &report.exams {
        write_one(page, exam, report.source);
    }
}

fn write_one(page: &mut Page<'_>, exam: &ExamReport, source: ReportSource) {
    page.field(0, "exam-title", &clean(&exam.document));
    let words = page.words();
    match &exam.reading {
        Reading::None { reason } => page.line(2, &words.unreadable(reason)),
        // A refuted document gives no result at all, not even a marked one.
        Reading::Exams { .. } if exam.standing == Standing::Withheld => {
            page.line(2, &words.text("exam-standing-withheld"));
        }
        Reading::Exams { certificates, findings } => {
            if exam.standing == Standing::NotConfirmed {
                page.line(2, &words.text("exam-standing-not-confirmed"));
            }
            if source == ReportSource::Facts {
                page.line(2, &words.text("exam-by-facts"));
            }
            for finding in findings {
                page.line(2, &words.exam_finding(finding));
            }
            for certificate in certificates {
                write_certificate(page, certificate);
            }
        }
    }
    page.gap();
}

fn write_certificate(page: &mut Page<'_>, exam: &ExamCertificate) {
    let words = page.words();
    if let Some(kind) = &exam.kind {
        page.line(2, &words.text(kind_id(kind.value)));
    }
    text_field(page, "exam-person", exam.person.as_ref());
    if let Some(identifier) = &exam.identifier {
        let (label, value) = match &identifier.value {
            Identifier::PersonalCode(code) => ("exam-identifier", code.reveal()),
            Identifier::Other(other) => ("exam-identifier-other", other.as_str()),
        };
        page.field(4, label, &marked(words, &clean(value), identifier.certainty));
    }
    text_field(page, "exam-class", exam.class.as_ref());
    text_field(page, "exam-stage", exam.stage.as_ref());
    text_field(page, "exam-subject", exam.subject.as_ref());
    text_field(page, "exam-level", exam.level.as_ref());
    text_field(page, "exam-year", exam.year.as_ref());
    text_field(page, "exam-date", exam.exam_date.as_ref());
    let overall = exam.overall.as_ref().map_or_else(|| words.text("exam-not-found"), |found| percent(words, found));
    if exam.overall.is_some() || !exam.is_statement() {
        page.field(4, "exam-overall", &overall);
    }
    if !exam.parts.is_empty() {
        page.line(4, &words.text("exam-parts"));
    }
    for part in &exam.parts {
        let value = percent(words, &part.percent);
        page.line(6, &words.text_with("report-label", &[("label", &clean(&part.name)), ("value", &value)]));
    }
    text_field(page, "exam-language-level", exam.language_level.as_ref());
    text_field(page, "exam-series", exam.series.as_ref());
    text_field(page, "exam-number", exam.number.as_ref());
    text_field(page, "exam-school", exam.school.as_ref());
    text_field(page, "exam-issuer", exam.issuer.as_ref());
    text_field(page, "exam-issue-date", exam.issue_date.as_ref());
}

fn text_field(page: &mut Page<'_>, label: &str, found: Option<&Found<String>>) {
    if let Some(found) = found {
        let value = marked(page.words(), &clean(&found.value), found.certainty);
        page.field(4, label, &value);
    }
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
        Certainty::Probable => {
            words.text_with("report-parenthesis", &[("text", value), ("remark", &words.text("exam-not-certain"))])
        }
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
