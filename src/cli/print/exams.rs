//! Exam results, only as far as their standing lets them be shown.

use super::page::Page;
use crate::exam::{ExamCertificate, Reading};
use crate::export::Codes;
use crate::export::lines::{self, Line};
use crate::report::{ExamReport, Report, ReportSource, Standing};
use crate::words::clean;

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
    // The page as a whole is masked once it is written.
    for line in lines::certificate(exam, words, Codes::Shown) {
        match line {
            Line::Kind(kind) => page.line(2, &kind),
            Line::Field(label, value) => page.field(4, label, &value),
            Line::Heading(heading) => page.line(4, &words.text(heading)),
            Line::Item(name, said) => page.item(6, name.as_deref(), &said),
        }
    }
}
