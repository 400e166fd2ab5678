//! Layouts to fields, and what must never be taken for a result.

use super::read;
use crate::evidence::Covered;
use crate::exam::text::lines;
use crate::exam::{Certainty, DocumentKind, ExamCertificate, ExamFinding, Reading, Unreadable};

fn exams(text: &str) -> (Vec<ExamCertificate>, Vec<ExamFinding>) {
    exams_of(text.as_bytes())
}

fn exams_of(content: &[u8]) -> (Vec<ExamCertificate>, Vec<ExamFinding>) {
    match ExamCertificate::read(Covered::for_tests("x", content)) {
        Reading::Exams { certificates, findings } => (certificates, findings),
        Reading::None { reason } => panic!("{reason:?}"),
    }
}

fn overall(exam: &ExamCertificate) -> Option<u16> {
    exam.overall.as_ref().filter(|found| found.certainty == Certainty::Certain).map(|found| found.value.hundredths())
}

fn value<T: Clone>(found: &Option<crate::exam::Found<T>>) -> Option<T> {
    found.as_ref().map(|found| found.value.clone())
}

const PLAIN: &str = "CENTRALIZĒTĀ EKSĀMENA SERTIFIKĀTS\nSertifikāta numurs: P-1\nVārds, uzvārds: Anna PARAUGA\n\
                     Personas kods: 320000-00001\nMācību priekšmets: Matemātika\nLīmenis: optimālais\n\
                     Mācību gads: 2024./2025.\nKopvērtējums: 87,50 %\n1. daļa: 90 %\n2. daļa: 85 %\n";

#[test]
fn label_and_value_in_one_line() {
    let (exams, findings) = exams(PLAIN);
    assert_eq!(exams.len(), 1);
    let exam = &exams[0];
    assert_eq!(value(&exam.kind), Some(DocumentKind::Certificate));
    assert_eq!(value(&exam.person).as_deref(), Some("Anna PARAUGA"));
    assert_eq!(value(&exam.subject).as_deref(), Some("Matemātika"));
    assert_eq!(value(&exam.level).as_deref(), Some("optimālais"));
    assert_eq!(value(&exam.year).as_deref(), Some("2024./2025."));
    assert_eq!(overall(exam), Some(8750));
    let parts: Vec<_> = exam.parts.iter().map(|part| (part.name.as_str(), part.percent.value.hundredths())).collect();
    assert_eq!(parts, [("1. daļa", 9000), ("2. daļa", 8500)]);
    assert!(findings.is_empty(), "{findings:?}");
}

#[test]
fn order_case_and_diacritics_do_not_matter() {
    let mut shuffled: Vec<_> = PLAIN.lines().skip(1).collect();
    shuffled.reverse();
    let text = format!("eksamena sertifikats\n{}", shuffled.join("\n").to_uppercase());
    let (read, _) = exams(&text);
    assert_eq!(overall(&read[0]), Some(8750));
    assert_eq!(value(&read[0].subject).as_deref(), Some("MATEMĀTIKA"));
    let bare = PLAIN.replace('ē', "e").replace('ā', "a").replace('ī', "i").replace('š', "s");
    assert_eq!(overall(&exams(&bare).0[0]), Some(8750));
}

#[test]
fn tables_of_html_and_text_are_read_by_their_cells() {
    let html = "<!DOCTYPE html><html><body><h1>Eksāmena sertifikāts</h1><table><tr><th>Priekšmets</th><td>Fizika</td></tr>\
                <tr><th>Eksāmena daļa</th><th>Rezultāts</th></tr><tr><td>Teorija &amp; uzdevumi</td><td>70&nbsp;%</td></tr>\
                <tr><th>Kopvērtējums</th><td>72,25 %</td></tr></table><script>Kopvērtējums: 99 %</script></body></html>";
    let (read, _) = exams(html);
    assert_eq!(overall(&read[0]), Some(7225));
    assert_eq!(value(&read[0].subject).as_deref(), Some("Fizika"));
    assert_eq!(read[0].parts.len(), 1);
    assert_eq!(read[0].parts[0].name, "Teorija & uzdevumi");
    let (read, _) = exams("Eksāmena sertifikāts\nPriekšmets\tKopvērtējums\nBioloģija\t64 %\n");
    assert_eq!(overall(&read[0]), Some(6400), "a label above its value");
}

#[test]
fn running_text_gives_its_result() {
    let (read, _) = exams(
        "Eksāmena sertifikāts\nApliecinām, ka eksāmenā iegūtais kopvērtējums ir 87,50 procenti no 100 iespējamiem.",
    );
    assert_eq!(overall(&read[0]), Some(8750));
    let (read, findings) = exams("Eksāmena sertifikāts\nKopvērtējums tiek noteikts pēc kārtības. Slieksnis ir 15 %.");
    assert_eq!(overall(&read[0]), None, "a threshold is no result");
    assert!(findings.contains(&ExamFinding::OverallNotCertain));
}

#[test]
fn windows_1257_is_read() {
    let (bytes, ..) = encoding_rs::WINDOWS_1257.encode(PLAIN);
    assert!(std::str::from_utf8(&bytes).is_err());
    assert_eq!(overall(&exams_of(&bytes).0[0]), Some(8750));
}

#[test]
fn contradictions_are_findings_and_no_results() {
    let (read, findings) = exams(&format!("{PLAIN}Kopvērtējums: 88 %\n"));
    assert_eq!(overall(&read[0]), None);
    assert!(findings.iter().any(|finding| matches!(finding, ExamFinding::TwoOverallResults { .. })));
    let (read, findings) = exams(&PLAIN.replace("87,50", "187,50"));
    assert_eq!(overall(&read[0]), None);
    assert!(findings.iter().any(|finding| matches!(finding, ExamFinding::PercentOutOfRange { .. })));
    let (read, findings) = exams(&format!("{PLAIN}Vārds, uzvārds: Jānis PARAUDZIŅŠ\n"));
    assert_eq!(read[0].person.as_ref().unwrap().certainty, Certainty::Probable);
    assert!(findings.iter().any(|finding| matches!(finding, ExamFinding::TwoNames { .. })));
}

#[test]
fn a_percentage_without_a_label_is_nothing() {
    let (read, findings) = exams("Eksāmena sertifikāts\n87,50 %\nMatemātika 87,50 %\n");
    assert_eq!(overall(&read[0]), None);
    assert!(read[0].parts.is_empty());
    assert!(findings.contains(&ExamFinding::OverallNotCertain));
}

#[test]
fn an_extract_with_several_exams_is_never_merged() {
    let text = "IZRAKSTS\nVārds, uzvārds: Anna PARAUGA\nEksāmens: Matemātika\nKopvērtējums: 80 %\n\
                Eksāmens: Fizika\nKopvērtējums: 70 %\n";
    let (read, findings) = exams(text);
    let both: Vec<_> = read.iter().map(|exam| (value(&exam.subject).unwrap(), overall(exam))).collect();
    assert_eq!(both, [("Matemātika".to_owned(), Some(8000)), ("Fizika".to_owned(), Some(7000))]);
    assert!(read.iter().all(|exam| value(&exam.person).as_deref() == Some("Anna PARAUGA")));
    assert!(findings.is_empty(), "{findings:?}");
}

#[test]
fn what_is_no_certificate_is_said_to_be_none() {
    let reading = |content: &[u8]| match ExamCertificate::read(Covered::for_tests("x", content)) {
        Reading::None { reason } => reason,
        Reading::Exams { .. } => panic!("read"),
    };
    assert_eq!(reading("Līgums par nomu. Cena: 100 %".as_bytes()), Unreadable::NotAnExamCertificate);
    assert_eq!(reading(b"\x89PNG\r\n\x1a\n"), Unreadable::NoText);
    assert_eq!(reading(b"\x00\x01\x02\x00\x00\x00\x00\x00"), Unreadable::UnknownType);
    assert_eq!(reading(b""), Unreadable::NoText);
    assert!(matches!(reading(b"%PDF-1.7 nothing"), Unreadable::Damaged { .. } | Unreadable::NoText));
    assert!(matches!(reading(b"PK\x03\x04 nothing"), Unreadable::Damaged { .. }));
}

#[test]
fn any_octets_are_read_without_panic() {
    use proptest::prelude::*;
    proptest!(|(content in proptest::collection::vec(any::<u8>(), 0..400))| {
        for head in [&b""[..], b"%PDF-1.4\n", b"<html>", b"PK\x03\x04", b"Eksamena sertifikats\nKopvertejums: "] {
            let bytes = [head, content.as_slice()].concat();
            if let Ok(lines) = lines(&bytes) {
                let _ = read(&lines);
            }
        }
    });
}

mod contradictions;
mod extracts;
mod layouts;
mod properties;
mod results;
mod sentences;
mod sketch;
