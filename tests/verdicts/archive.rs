//! Archives around an honest signature (N01 to N33 of the reference, through the whole pipeline).

use edoc::container::ContainerFinding;
use edoc::report::Authenticity;
use edoc::validation::{Cause, Failure};

use super::judging::*;
use crate::forge::container::Container;
use crate::forge::xades::{Dialect, Document};
use crate::forge::zip::{Archive, Entry};

fn archive() -> Archive {
    Container::signed(documents(), &honest(Dialect::Lvrtc)).archive()
}

fn refused(change: impl Fn(&mut Archive)) {
    let mut forged = archive();
    change(&mut forged);
    let report = expect(&forged.bytes(), failed(Failure::FormatFailure));
    assert!(matches!(report.cause, Some(Cause::ArchiveRefused { .. })), "{:?}", report.cause);
    assert!(report.signatures.is_empty() && report.exams.is_empty());
}

#[test]
fn archives_that_two_readers_could_read_differently_are_refused() {
    let other = |archive: &Archive| Entry { data: b"cits saturs".to_vec(), ..archive.entries[1].clone() };
    refused(|archive| archive.entries.push(other(archive)));
    refused(|archive| archive.entries[1].local_name = Some(b"cits.txt".to_vec()));
    refused(|archive| archive.entries[1].crc = Some(7));
    refused(|archive| archive.entries[1].size = Some(7));
    refused(|archive| archive.entries[1].hidden = true);
    refused(|archive| archive.prefix = b"MZ prefix".to_vec());
    refused(|archive| archive.suffix = b"suffix".to_vec());
    refused(|archive| archive.count = Some(2));
    refused(|archive| archive.entries[1].flags |= 1);
    refused(|archive| archive.entries[1].method_code = Some(12));
    refused(|archive| archive.entries[1].attributes = 0o120_777 << 16);
    for name in ["../x", "/x", "C:\\x", "a\\b", "a/../b", "a//b", "x\0y", "x\ny", ""] {
        refused(|archive| archive.entries[1].name = name.as_bytes().to_vec());
    }
}

#[test]
fn a_truncated_archive_is_never_intact() {
    let bytes = archive().bytes();
    for length in (0..bytes.len()).step_by(97) {
        let report = judge(&bytes[..length]);
        assert!(report.signatures.is_empty(), "cut at {length}");
        assert!(
            matches!(report.authenticity, Authenticity::Refuted(_) | Authenticity::NotAnEDocument),
            "cut at {length}: {:?}",
            report.authenticity
        );
    }
}

#[test]
fn other_orders_are_accepted_and_oddities_are_said() {
    let mut moved = archive();
    let last = moved.entries.len() - 1;
    moved.entries.swap(1, last);
    assert_eq!(only(&judge(&moved.bytes())).indication, INTACT);
    let mut late = archive();
    late.entries.swap(0, 1);
    let report = judge(&late.bytes());
    assert_eq!(only(&report).indication, INTACT);
    assert!(report.findings.contains(&ContainerFinding::MimetypeNotFirst));
    let mut bare = archive();
    bare.entries.retain(|entry| entry.name != b"META-INF/manifest.xml");
    let report = judge(&bare.bytes());
    assert_eq!(only(&report).indication, INTACT);
    assert!(report.findings.contains(&ContainerFinding::ManifestMissing));
}

#[test]
fn a_container_without_documents_or_signatures_is_said_to_be_that() {
    let mut empty = archive();
    empty.entries.remove(1);
    expect(&empty.bytes(), failed(Failure::FormatFailure));
    let mut unsigned = archive();
    unsigned.entries.retain(|entry| !entry.name.starts_with(b"META-INF/edoc-signatures"));
    let report = judge(&unsigned.bytes());
    assert_eq!(report.authenticity, Authenticity::Unsigned);
    assert!(report.exams.is_empty(), "nothing is read that nobody signed");
}

#[test]
fn a_bomb_beside_an_honest_document_is_a_limit_and_no_word_on_the_document() {
    let mut container = Container::signed(documents(), &honest(Dialect::Lvrtc));
    container.uncovered.push(Document::new("bomba.txt", "text/plain", vec![b'a'; 8 * 1024 * 1024]));
    let bytes = container.bytes();
    let policy = edoc::validation::Policy::zimogs_1().unwrap();
    let at = "2026-11-23T12:00:00Z".parse().unwrap();
    let source = edoc::container::Bytes(&bytes);
    let input = edoc::verify::Input { name: "bomba.edoc", source: &source };
    let outcome = edoc::verify::verify(&input, &sample_trust(), &sample_issuers(), &policy, at);
    assert!(outcome.is_err(), "an expansion of more than 100 to 1 is not followed");
}
