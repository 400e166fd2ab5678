//! Files that change, fail or are in somebody else's hands while they are read.

use std::sync::atomic::{AtomicUsize, Ordering};

use edoc::container::{Bytes, Source};
use edoc::report::{Authenticity, Report};
use edoc::validation::Policy;
use edoc::verify::{Input, verify};

use crate::forge::container::Container;
use crate::forge::xades::{Dialect, Document, Reference};
use crate::forge::zip::Entry;
use crate::judging::{honest, sample_issuers, sample_trust};
use crate::program::*;

const NAME: &str = "Sertifikāts.txt";

/// A document of a fixed length with this result.
fn document(overall: &str) -> Document {
    let text = format!(
        "CENTRALIZĒTĀ EKSĀMENA SERTIFIKĀTS\nVārds, uzvārds: Anna PARAUGA\nMācību priekšmets: Matemātika\nKopvērtējums: {overall} %\n"
    );
    Document::new(NAME, "text/plain", text)
}

/// A container sealed over the first, with the second inside; both have one length, wherever they are.
fn container(sealed: &Document, inside: &Document) -> Vec<u8> {
    let mut signing = honest(Dialect::Dss);
    signing.references = Some(vec![Reference::to(sealed, signing.digest)]);
    let mut archive = Container::signed(vec![inside.clone()], &signing).archive();
    archive.entries[1] = Entry::stored(NAME, &inside.data);
    archive.bytes()
}

/// Gives the first octets until so many readings were made, then the second.
struct Changing<'a> {
    first: Bytes<'a>,
    then: Option<Bytes<'a>>,
    after: usize,
    readings: AtomicUsize,
}

impl Source for Changing<'_> {
    fn len(&self) -> u64 {
        self.first.len()
    }

    fn read_exact_at(&self, offset: u64, buffer: &mut [u8]) -> std::io::Result<()> {
        if self.readings.fetch_add(1, Ordering::Relaxed) < self.after {
            return self.first.read_exact_at(offset, buffer);
        }
        match &self.then {
            Some(then) => then.read_exact_at(offset, buffer),
            None => Err(std::io::Error::other("no longer there")),
        }
    }
}

fn judge(source: &dyn Source) -> Result<Report, String> {
    let (trust, policy) = (sample_trust(), Policy::zimogs_1().unwrap());
    let input = Input { name: "test.edoc", source };
    verify(&input, &trust, &sample_issuers(), &policy, AT.parse().unwrap()).map_err(|error| error.to_string())
}

fn results(report: &Report) -> String {
    format!("{:?}", report.exams.iter().map(|exam| &exam.reading).collect::<Vec<_>>())
}

/// How often the whole container is read from.
fn readings(bytes: &[u8]) -> usize {
    let source = Changing { first: Bytes(bytes), then: None, after: usize::MAX, readings: AtomicUsize::new(0) };
    let report = judge(&source).unwrap();
    assert!(report.authenticity == Authenticity::Genuine && results(&report).contains("6150"), "{:?}", report.cause);
    source.readings.into_inner()
}

#[test]
fn a_file_that_is_exchanged_while_it_is_read_shows_nothing_that_was_not_signed() {
    let (low, high) = (document("61,50"), document("91,50"));
    let (first, other) = (container(&low, &low), container(&low, &high));
    assert_eq!(first.len(), other.len());
    let refuted = judge(&Bytes(&other)).unwrap();
    assert!(matches!(refuted.authenticity, Authenticity::Refuted(_)) && refuted.exams.is_empty());
    let all = readings(&first);
    assert!(all > 10, "{all} places to change it at");
    let mut genuine = 0;
    for after in 0..=all {
        for (first, then) in [(&first, &other), (&other, &first)] {
            let then = Some(Bytes(then));
            let source = Changing { first: Bytes(first), then, after, readings: AtomicUsize::new(0) };
            let Ok(report) = judge(&source) else { continue };
            assert!(!results(&report).contains("9150"), "after {after} readings: {:?}", report.authenticity);
            genuine += usize::from(report.authenticity == Authenticity::Genuine);
        }
    }
    println!("{} exchanges, {genuine} of them unseen because everything read was signed", 2 * (all + 1));
}

#[test]
fn a_file_that_vanishes_while_it_is_read_is_an_error_and_never_a_verdict() {
    let bytes = container(&document("61,50"), &document("61,50"));
    let all = readings(&bytes);
    for after in 0..all {
        let source = Changing { first: Bytes(&bytes), then: None, after, readings: AtomicUsize::new(0) };
        match judge(&source) {
            Err(reason) => assert!(reason.contains("no longer there"), "{reason}"),
            // What was read before may be enough for a doubt, never for a word.
            Ok(report) => panic!("after {after} of {all} readings: {:?}", report.authenticity),
        }
    }
}

#[test]
fn what_cannot_be_read_is_one_sentence_and_the_others_are_judged() {
    let folder = tempfile::tempdir().unwrap();
    let circle = folder.path().join("circle.edoc");
    std::os::unix::fs::symlink(&circle, &circle).unwrap();
    let good = sample("anna-matematika.edoc");
    let mut run = vec!["verify".to_owned(), "--at".to_owned(), AT.to_owned()];
    run.extend(trusting());
    run.extend([circle.to_str().unwrap().to_owned(), good]);
    let ran = edoc(&run);
    assert_eq!(ran.code, 2);
    ran.complains("circle.edoc", "");
    assert!(ran.out.contains("VALID: "), "{}", ran.out);
}

#[test]
fn a_file_that_another_program_holds_is_judged() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.edoc");
    std::fs::copy(sample("anna-matematika.edoc"), &path).unwrap();
    let held = std::fs::OpenOptions::new().read(true).write(true).open(&path).unwrap();
    held.lock().unwrap();
    let mut run = vec!["verify".to_owned(), "--at".to_owned(), AT.to_owned()];
    run.extend(trusting());
    run.push(path.to_str().unwrap().to_owned());
    let ran = edoc(&run);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
}
