//! What is read of documents.

use edoc::exam::{Reading, text_of};
use edoc::limits;

use crate::forge::container::Container;
use crate::forge::xades::{Dialect, Document, Reference};
use crate::forge::zip::Entry;
use crate::judging::{INTACT, honest, judge};

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

#[test]
fn a_document_is_read_to_its_limit() {
    let name = "a.txt";
    let is_read = |bytes: u64| {
        let document = Document::new(name, "text/plain", vec![b' '; bytes as usize]);
        let mut signing = honest(Dialect::Dss);
        signing.references = Some(vec![Reference::to(&document, signing.digest)]);
        // Stored, so that the limits of expansion are not met first.
        let small = Document::new(name, "text/plain", "PARAUGS");
        let mut archive = Container::signed(vec![small], &signing).archive();
        archive.entries[1] = Entry::stored(name, &document.data);
        let report = judge(&archive.bytes());
        assert_eq!(report.signatures[0].indication, INTACT, "of any size it is checked: {:?}", report.cause);
        report.exams.iter().any(|exam| exam.document == name)
    };
    assert!(is_read(limits::DOCUMENT_TEXT_BYTES));
    assert!(!is_read(limits::DOCUMENT_TEXT_BYTES + 1));
}
