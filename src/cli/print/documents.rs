//! The files of a container.

use super::page::Page;
use crate::report::Report;
use crate::words::clean;

pub(super) fn write(page: &mut Page<'_>, report: &Report) {
    if report.documents.is_empty() {
        return;
    }
    let words = page.words();
    page.heading("report-documents");
    for document in &report.documents {
        let size = words.text_with("report-size", &[("size", &document.size.to_string())]);
        let remark = format!("{size}, {}", words.coverage(document.coverage));
        let line = words.text_with("report-parenthesis", &[("text", &clean(&document.name)), ("remark", &remark)]);
        page.line(2, &line);
        page.field(4, "report-sha256", &document.sha256.to_string());
    }
    page.gap();
}
