//! What each sample's certificate says, read through the whole pipeline, is what `samples/index.toml` states.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

use std::path::Path;

use edoc::container::Bytes;
use edoc::exam::{Certainty, ExamCertificate, Found, Identifier, Percent, Reading, read_issuers};
use edoc::report::{Report, Standing};
use edoc::trust::{TrustStore, read_list};
use edoc::validation::Policy;
use edoc::verify::{Input, verify};
use serde::Deserialize;

#[derive(Deserialize)]
struct Index {
    sample: Vec<Sample>,
}

#[derive(Deserialize)]
struct Sample {
    file: String,
    integrity: String,
    expected: String,
    covered: Vec<String>,
    exam: Option<Exam>,
}

#[derive(Deserialize)]
struct Exam {
    number: String,
    person: String,
    personal_code: String,
    school: String,
    subject: String,
    level: String,
    year: String,
    exam_date: String,
    overall: String,
    parts: Vec<(String, String)>,
    issuer: String,
    issue_date: String,
}

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples")
}

fn report(bytes: &[u8]) -> Report {
    let (list, services) = read_list(&std::fs::read(folder().join("trust-list.xml")).unwrap()).unwrap();
    let mut trust = TrustStore::default();
    trust.add(list, services);
    let issuers = read_issuers(&std::fs::read_to_string(folder().join("issuers.toml")).unwrap()).unwrap();
    let policy = Policy::zimogs_1().unwrap();
    let source = Bytes(bytes);
    let input = Input { name: "sample", source: &source };
    verify(&input, &trust, &issuers, &policy, "2026-11-23T12:00:00Z".parse().unwrap()).unwrap()
}

fn certain<T: Clone + std::fmt::Debug>(found: &Option<Found<T>>) -> T {
    let found = found.as_ref().expect("a value");
    assert_eq!(found.certainty, Certainty::Certain, "{found:?}");
    found.value.clone()
}

fn hundredths(text: &str) -> u16 {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    digits.parse().unwrap()
}

fn same(stated: &Exam, read: &ExamCertificate) {
    assert_eq!(certain(&read.number), stated.number);
    assert_eq!(certain(&read.person), stated.person);
    match certain(&read.identifier) {
        Identifier::PersonalCode(code) => assert_eq!(code.reveal(), stated.personal_code),
        Identifier::Other(other) => panic!("{other}"),
    }
    assert_eq!(certain(&read.school), stated.school);
    assert_eq!(certain(&read.subject), stated.subject);
    assert_eq!(certain(&read.level), stated.level);
    assert_eq!(certain(&read.year), stated.year);
    assert_eq!(certain(&read.exam_date), stated.exam_date);
    assert_eq!(certain(&read.issuer), stated.issuer);
    assert_eq!(certain(&read.issue_date), stated.issue_date);
    assert_eq!(certain(&read.overall), Percent::from_hundredths(hundredths(&stated.overall)).unwrap());
    let parts: Vec<_> = read.parts.iter().map(|part| (part.name.clone(), part.percent.value.hundredths())).collect();
    let expected: Vec<_> = stated.parts.iter().map(|(name, percent)| (name.clone(), hundredths(percent))).collect();
    assert_eq!(parts, expected);
}

#[test]
fn every_intact_sample_says_what_its_index_states() {
    let index: Index = toml::from_str(&std::fs::read_to_string(folder().join("index.toml")).unwrap()).unwrap();
    let mut read = 0;
    for sample in index.sample {
        let report = report(&std::fs::read(folder().join(&sample.file)).unwrap());
        if sample.integrity != "intact" {
            assert!(report.exams.is_empty(), "{}: nothing may be read that is not covered", sample.file);
            continue;
        }
        let documents: Vec<_> = report.exams.iter().map(|exam| exam.document.clone()).collect();
        assert_eq!(documents, sample.covered, "{}: covered documents and no others", sample.file);
        let (Some(stated), Reading::Exams { certificates, findings }) = (&sample.exam, &report.exams[0].reading) else {
            panic!("{}: {:?}", sample.file, report.exams[0].reading)
        };
        println!("{}", sample.file);
        assert_eq!(certificates.len(), 1, "{}", sample.file);
        assert!(findings.is_empty(), "{}: {findings:?}", sample.file);
        let standing = if sample.expected == "genuine" { Standing::Confirmed } else { Standing::NotConfirmed };
        assert_eq!(report.exams[0].standing, standing, "{}", sample.file);
        same(stated, &certificates[0]);
        read += 1;
    }
    assert!(read >= 10, "only {read} samples were read");
}

#[test]
fn damaged_pdfs_end_in_a_word_and_never_in_a_panic() {
    let sample = std::fs::read(folder().join("anna-matematika.edoc")).unwrap();
    let source = Bytes(&sample);
    let Ok(edoc::container::Opened::Container(container)) = edoc::container::open(&source) else {
        panic!("a container")
    };
    let pdf = container.read_document(&container.documents[0], 1 << 20).unwrap();
    let mut seed = 7_u64;
    let mut next = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap()
    };
    for round in 0..150 {
        let mut damaged = pdf.clone();
        if round % 3 == 0 {
            damaged.truncate(next() % pdf.len());
        }
        for _ in 0..=(round % 9) {
            if !damaged.is_empty() {
                let at = next() % damaged.len();
                damaged[at] = u8::try_from(next() % 256).unwrap();
            }
        }
        // A whole run of the reader; what it gives does not matter here.
        let _ = edoc::exam::text_of(&damaged);
    }
    assert!(edoc::exam::text_of(&pdf).unwrap().contains("Kopvērtējums"));
}
