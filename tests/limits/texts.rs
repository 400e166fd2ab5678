//! What is read of documents.

use edoc::exam::{Reading, text_of};
use edoc::limits;

use crate::forge::container::Container;
use crate::forge::xades::{Dialect, Document};
use crate::judging::{honest, judge};

#[test]
fn bytes_and_lines_of_plain_text_are_limited() {
    let text = |bytes: usize| format!("PARAUGS{}", " ".repeat(bytes - 7));
    assert!(text_of(text(limits::PLAIN_TEXT_BYTES).as_bytes()).is_ok());
    assert!(text_of(text(limits::PLAIN_TEXT_BYTES + 1).as_bytes()).is_err());
    for lines in [limits::TEXT_LINES, limits::TEXT_LINES + 1] {
        let read = text_of("a\n".repeat(lines).as_bytes()).unwrap();
        assert_eq!(read.lines().count(), limits::TEXT_LINES);
    }
}

#[test]
fn lines_that_are_read_for_fields_are_limited() {
    let below = |lines: usize| {
        let text =
            format!("CENTRALIZĒTĀ EKSĀMENA SERTIFIKĀTS\n{}Kopvērtējums: 87,50 %\n", "PARAUGS\n".repeat(lines - 2));
        let document = Document::new("a.txt", "text/plain", text);
        let report = judge(&Container::signed(vec![document], &honest(Dialect::Dss)).bytes());
        match &report.exams[0].reading {
            Reading::Exams { certificates, .. } => certificates.first().is_some_and(|found| found.overall.is_some()),
            _ => false,
        }
    };
    assert!(below(limits::FIELD_LINES));
    assert!(!below(limits::FIELD_LINES + 1));
}
