//! Rows of the samples: what is shown as a result, and what never is.

use std::path::{Path, PathBuf};

use super::super::Codes;
use super::*;
use crate::dossier::{Concern, Examined, Setting, Unexamined, examine};
use crate::exam::{Certainty, IssuerMatch};
use crate::report::Standing;
use crate::validation::{Failure, Indication, Outcome};
use crate::words::{Language, Words};

fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples")
}

fn sample(name: &str) -> Examined {
    let mut setting = Setting::shipped("2026-11-23T12:00:00Z".parse().unwrap()).unwrap();
    setting.add_trusted_list(&samples().join("trust-list.xml")).unwrap();
    setting.add_issuers(&samples().join("issuers.toml")).unwrap();
    examine(&samples().join(name), &setting)
}

fn shown(row: &TableRow, column: Column, words: &Words) -> String {
    match column.cell(row, words) {
        Cell::Empty => String::new(),
        Cell::Text(text) => text,
        Cell::Percent(percent) => percent.hundredths().to_string(),
        Cell::Day(day) => day.to_string(),
        Cell::Time(at) => at.to_string(),
    }
}

fn rows_of(examined: &Examined, words: &Words, codes: Codes) -> Vec<TableRow> {
    rows(&examined.path, examined.result.as_ref(), words, codes)
}

#[test]
fn a_genuine_certificate_has_its_result() {
    let words = Words::new(Language::English);
    let rows = rows_of(&sample("anna-matematika.edoc"), &words, Codes::Masked);
    let [row] = rows.as_slice() else { panic!("{}", rows.len()) };
    let cell = |column| shown(row, column, &words);
    assert_eq!([Column::Verdict, Column::Code, Column::Person].map(cell), ["VALID", "genuine", "Anna PARAUGA"]);
    assert_eq!([Column::Identifier, Column::Exam].map(cell), ["••••••-•••01", "Matemātika"]);
    assert_eq!(cell(Column::ProvenTime), "2024-07-11T05:00:05Z");
    assert_eq!([Column::Why, Column::Unconfirmed].map(cell), ["", ""]);
    assert!(!cell(Column::Result).is_empty() && cell(Column::Policy).contains("zimogs-1"));
    assert!(cell(Column::Lists).contains('(') && cell(Column::Program).contains(env!("CARGO_PKG_VERSION")));
    assert_eq!(cell(Column::Sha256).len(), 64);
    assert_eq!(cell(Column::CheckedAt), "2026-11-23T12:00:00Z");
    let open = &rows_of(&sample("anna-matematika.edoc"), &words, Codes::Shown)[0];
    assert_eq!(shown(open, Column::Identifier, &words), "320000-00001");
}

#[test]
fn only_what_is_confirmed_is_a_result() {
    let words = Words::new(Language::English);
    let mut seen = std::collections::HashSet::new();
    for entry in std::fs::read_dir(samples()).unwrap() {
        let path = entry.unwrap().path();
        if !path.extension().is_some_and(|extension| extension == "edoc" || extension == "asice") {
            continue;
        }
        let examined = sample(path.file_name().unwrap().to_str().unwrap());
        for row in rows_of(&examined, &words, Codes::Masked) {
            let standing = row.certificate.as_ref().map(|certificate| certificate.standing);
            let (result, unconfirmed) = (shown(&row, Column::Result, &words), shown(&row, Column::Unconfirmed, &words));
            assert!(result.is_empty() || standing == Some(Standing::Confirmed), "{path:?}");
            assert!(unconfirmed.is_empty() || standing == Some(Standing::NotConfirmed), "{path:?}");
            if standing == Some(Standing::Withheld) {
                let certificate = row.certificate.as_ref().unwrap();
                assert!(certificate.person.is_none() && certificate.overall.is_none() && certificate.parts.is_empty());
            }
            if row.file.word != Some(crate::report::Authenticity::Genuine) {
                assert!(!row.why.is_empty(), "{path:?}");
            }
            seen.insert(standing);
        }
    }
    assert!(seen.contains(&Some(Standing::Confirmed)) && seen.contains(&Some(Standing::NotConfirmed)), "{seen:?}");
}

#[test]
fn what_cannot_be_examined_has_a_row() {
    let words = Words::new(Language::English);
    let missing = rows(Path::new("a/320000-00001.edoc"), Err(&Unexamined::NotFound), &words, Codes::Masked);
    assert_eq!(shown(&missing[0], Column::Code, &words), "error/not-found");
    assert_eq!(shown(&missing[0], Column::File, &words), "a/••••••-•••01.edoc");
    assert!(missing[0].why.contains("no such file"));
}

#[test]
fn rows_stand_where_the_entries_of_the_dossier_stand() {
    let words = Words::new(Language::English);
    let mut collecting = Collecting::new(&words, Codes::Masked);
    for name in ["anna-matematika.edoc", "tampered.edoc", "no-such.edoc", "janis-fizika.asice"] {
        collecting.add(&sample(name));
    }
    let again = collecting.add_again(PathBuf::from("copy.edoc"), 0);
    assert_eq!((again.len(), again[0].file.path.as_str()), (1, "copy.edoc"));
    assert!(collecting.add_again(PathBuf::from("copy.edoc"), 99).is_empty());
    let collected = collecting.finish();
    assert_eq!(collected.rows.len(), collected.dossier.entries.len());
    for (row, entry) in collected.rows.iter().zip(&collected.dossier.entries) {
        let path = collected.dossier.files[entry.file].path.to_string_lossy().into_owned();
        assert_eq!((row.file.path.clone(), row.certificate.is_some()), (path, entry.place.is_some()));
    }
    // One file under two names is a finding, and all were judged alike.
    assert_eq!(collected.checked.len(), 1, "{:?}", collected.checked);
    let table = Table::new(&collected, Arranged::default(), &words, Codes::Masked);
    assert_eq!(table.order(), [0, 1, 2, 3, 4]);
    assert!(!table.findings_of(0).is_empty() && table.findings_of(3).is_empty());
    let problems = Table::new(&collected, Arranged { by: By::Person, only: Only::Problems }, &words, Codes::Masked);
    assert_eq!(problems.order(), [0, 4, 1, 2]);
    assert_eq!(problems.cells(0).len(), Column::ALL.len());
}

#[test]
fn a_level_that_is_not_certain_leaves_its_place_to_one_that_is() {
    let words = Words::new(Language::English);
    let mut report = sample("anna-matematika.edoc").result.unwrap();
    let crate::exam::Reading::Exams { certificates, .. } = &mut report.exams[0].reading else { panic!("no exam") };
    let found = |value: &str, certainty| {
        let place = certificates[0].subject.as_ref().unwrap().place.clone();
        Some(crate::exam::Found { value: value.to_owned(), certainty, place })
    };
    let (level, language) = (found("optimālais", Certainty::Probable), found("B2", Certainty::Certain));
    (certificates[0].level, certificates[0].language_level) = (level, language);
    let shown_level = |report: &crate::report::Report| {
        shown(&rows(Path::new("a.edoc"), Ok(report), &words, Codes::Masked)[0], Column::Level, &words)
    };
    assert_eq!(shown_level(&report), "B2");
    let mut both = report.clone();
    let crate::exam::Reading::Exams { certificates, .. } = &mut both.exams[0].reading else { panic!("no exam") };
    certificates[0].level.as_mut().unwrap().certainty = Certainty::Certain;
    assert_eq!(shown_level(&both), "optimālais");
}

#[test]
fn saved_facts_confirm_no_certificate() {
    let words = Words::new(Language::English);
    let report = sample("anna-matematika.edoc").result.unwrap();
    let saved = crate::report::Report { source: crate::report::ReportSource::Facts, ..report.clone() };
    let standing = |report: &crate::report::Report| {
        let row = &rows(Path::new("a.edoc"), Ok(report), &words, Codes::Masked)[0];
        row.certificate.as_ref().map(|certificate| certificate.standing)
    };
    assert_eq!(standing(&report), Some(Standing::Confirmed));
    assert_eq!(standing(&saved), Some(Standing::NotConfirmed));
}

#[test]
fn an_exam_that_is_not_certain_is_worth_a_look_and_says_so() {
    let words = Words::new(Language::English);
    let seen = |report: &crate::report::Report| {
        let mut collecting = Collecting::new(&words, Codes::Masked);
        let rows = collecting.take(Path::new("a.edoc"), Ok(report));
        let why = rows[0].why.to_string();
        let collected = collecting.finish();
        (why, Table::new(&collected, Arranged::default(), &words, Codes::Masked).concern(0))
    };
    let mut report = sample("anna-matematika.edoc").result.unwrap();
    assert_eq!(seen(&report), (String::new(), Concern::None));
    let crate::exam::Reading::Exams { certificates, .. } = &mut report.exams[0].reading else { panic!("no exam") };
    certificates[0].subject.as_mut().unwrap().certainty = Certainty::Probable;
    let said = "The exam was not read with certainty: see the document.".to_owned();
    assert_eq!(seen(&report), (said, Concern::Noted));
    // A certificate of proficiency has a level of the language instead.
    let proficiency = sample("layouts/proficiency.edoc").result.unwrap();
    assert_eq!(seen(&proficiency), (String::new(), Concern::None));
}

#[test]
fn a_row_shows_who_signed_its_own_document() {
    let words = Words::new(Language::English);
    let mut report = sample("anna-matematika.edoc").result.unwrap();
    let (mut other, time) = (report.signatures[0].clone(), report.signatures[0].proven_time.at);
    let document = |name: &str| [name.to_owned()].to_vec();
    (other.covers, other.indication) = (document("other.pdf"), Indication::TotalFailed(Failure::Revoked));
    other.facts.issuer = Some(IssuerMatch::Other { name: "Someone".to_owned() });
    other.proven_time.at = "2020-01-01T00:00:00Z".parse().unwrap();
    // One with the facts of the file that is not over this document, before the one that is.
    let mut elsewhere = report.signatures[0].clone();
    (elsewhere.covers, elsewhere.proven_time) = (document("third.pdf"), other.proven_time);
    let exam = |name: &str, standing| {
        let reading = report.exams[0].reading.clone();
        crate::report::ExamReport { document: name.to_owned(), standing, reading }
    };
    let added = [exam("other.pdf", Standing::Withheld), exam("nobody's.pdf", Standing::Withheld)];
    report.exams.extend(added);
    report.signatures.splice(0..0, [other, elsewhere]);
    let rows = rows(Path::new("a.edoc"), Ok(&report), &words, Codes::Masked);
    let signed = |row: &TableRow| [Column::Signer, Column::ProvenTime].map(|column| shown(row, column, &words));
    assert_eq!(signed(&rows[0]), ["PARAUGS: eksāmenu centrs".to_owned(), time.to_string()]);
    assert_eq!(signed(&rows[1]), ["Someone", "2020-01-01T00:00:00Z"]);
    assert_eq!(signed(&rows[2]), ["", ""]);
    let name = |document: &str| report.signature_over(document).map(|signature| signature.covers.concat());
    assert_eq!([name("third.pdf"), name("nobody's.pdf")], [Some("third.pdf".to_owned()), None]);
    // Of several over one document the best, and among equals an exam authority's.
    let document = report.exams[0].document.clone();
    let last = report.signatures.len() - 1;
    for signature in &mut report.signatures {
        signature.covers = vec![document.clone()];
    }
    report.signatures[1].facts.exam_authority.outcome = Outcome::Failed;
    assert_eq!(report.signature_over(&document), Some(&report.signatures[last]));
}
