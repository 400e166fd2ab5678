//! References and wrapping (N35 to N56 of the reference).

use std::rc::Rc;

use edoc::report::Coverage;
use edoc::validation::{Cause, Doubt, Failure, Outcome};

use super::judging::*;
use crate::forge::container::Container;
use crate::forge::keys::Hash;
use crate::forge::xades::{Dialect, Document, Reference};

const BOTH: [Dialect; 2] = [Dialect::Lvrtc, Dialect::Dss];

fn reference(uri: &str, document: &Document) -> Reference {
    Reference {
        uri: uri.to_owned(),
        media_type: document.media_type.clone(),
        hash: Hash::Sha256,
        data: document.data.clone(),
    }
}

#[test]
fn a_changed_document_is_found() {
    for dialect in BOTH {
        let mut archive = Container::signed(documents(), &honest(dialect)).archive();
        let entry = archive.entries.iter_mut().find(|entry| entry.data.starts_with(b"PARAUGS")).unwrap();
        entry.data = String::from_utf8(entry.data.clone()).unwrap().replace("87,50", "97,50").into_bytes();
        let report = expect(&archive.bytes(), failed(Failure::HashFailure));
        assert_eq!(report.documents[0].coverage, Coverage::Changed);
        assert_eq!(cause(&report), &Cause::DocumentChanged { document: documents()[0].name.clone() });
        assert!(report.exams.is_empty(), "nothing is read from a changed document");
    }
}

#[test]
fn a_renamed_or_removed_document_is_missing() {
    for dialect in BOTH {
        let mut archive = Container::signed(documents(), &honest(dialect)).archive();
        let entry = archive.entries.iter_mut().find(|entry| entry.data.starts_with(b"PARAUGS")).unwrap();
        entry.name = b"cits.txt".to_vec();
        let report = expect(&archive.bytes(), doubt(Doubt::SignedDataNotFound));
        assert_eq!(report.documents[0].coverage, Coverage::NotCovered);
        assert!(report.exams.is_empty());
    }
}

#[test]
fn two_documents_with_swapped_contents_are_not_resolved_by_digest() {
    let two = vec![Document::new("a.txt", "text/plain", "viens"), Document::new("b.txt", "text/plain", "divi")];
    let honest = Container::signed(two.clone(), &honest(Dialect::Dss));
    assert_eq!(only(&judge(&honest.bytes())).indication, INTACT);
    let mut archive = honest.archive();
    let (a, b) = (1, 2);
    let name = archive.entries[a].name.clone();
    archive.entries[a].name = archive.entries[b].name.clone();
    archive.entries[b].name = name;
    expect(&archive.bytes(), failed(Failure::HashFailure));
}

#[test]
fn references_are_by_exact_name() {
    let spaced = Document::new("Eksāmens 1 + 2.txt", "text/plain", "PARAUGS");
    let good = ["Eks%C4%81mens%201%20+%202.txt", "Eks%C4%81mens%201%20%2B%202.txt", "Eksāmens 1 + 2.txt"];
    for uri in good {
        let signing = changed(Dialect::Dss, |signing| signing.references = Some(vec![reference(uri, &spaced)]));
        let report = judge(&Container::signed(vec![spaced.clone()], &signing).bytes());
        assert_eq!(only(&report).indication, INTACT, "{uri}: {:?}", report.cause);
    }
    let bad = [
        "Eks%C4%81mens+1+%2B+2.txt",
        "eks%C4%81mens%201%20+%202.txt",
        "./Eks%C4%81mens%201%20+%202.txt",
        "/Eks%C4%81mens%201%20+%202.txt",
        "mape/Eks%C4%81mens%201%20+%202.txt",
        "../Eks%C4%81mens%201%20+%202.txt",
        "http://example.invalid/Eks%C4%81mens%201%20+%202.txt",
        "file:///etc/passwd",
        "//example.invalid/x",
        "Eksa%CC%84mens%201%20+%202.txt",
    ];
    for uri in bad {
        let signing = changed(Dialect::Dss, |signing| signing.references = Some(vec![reference(uri, &spaced)]));
        let report = judge(&Container::signed(vec![spaced.clone()], &signing).bytes());
        assert_eq!(only(&report).indication, doubt(Doubt::SignedDataNotFound), "{uri}");
        assert!(only(&report).covers.is_empty(), "{uri}");
    }
}

#[test]
fn a_signature_over_nothing_covers_nothing() {
    let forged = changed(Dialect::Dss, |signing| signing.references = Some(Vec::new()));
    let report = expect(&container(&forged), doubt(Doubt::SignedDataNotFound));
    assert_eq!(cause(&report), &Cause::NoDocumentSigned);
    assert_eq!(report.documents[0].coverage, Coverage::NotCovered);
}

#[test]
fn a_document_beside_the_covered_one_is_never_covered() {
    let mut honest = Container::signed(documents(), &honest(Dialect::Lvrtc));
    honest.uncovered.push(Document::new("cits.txt", "text/plain", "Kopvērtējums: 100,00 %"));
    let report = judge(&honest.bytes());
    assert_eq!(only(&report).indication, INTACT);
    let coverage: Vec<_> = report.documents.iter().map(|document| document.coverage).collect();
    assert_eq!(coverage, [Coverage::Covered, Coverage::NotCovered]);
    assert!(report.exams.iter().all(|exam| exam.document != "cits.txt"));
}

#[test]
fn a_second_signature_over_one_of_two_documents_covers_that_one() {
    let two = vec![Document::new("a.txt", "text/plain", "viens"), Document::new("b.txt", "text/plain", "divi")];
    let mut container = Container::signed(two.clone(), &honest(Dialect::Lvrtc));
    let mut second = honest(Dialect::Lvrtc).numbered(2);
    second.references = Some(vec![reference("a.txt", &two[0])]);
    container.signings.push(second);
    let report = judge(&container.bytes());
    assert_eq!(report.signatures.len(), 2);
    assert_eq!(report.signatures[0].covers, ["a.txt", "b.txt"]);
    assert_eq!(report.signatures[1].covers, ["a.txt"]);
    let coverage: Vec<_> = report.documents.iter().map(|document| document.coverage).collect();
    assert_eq!(coverage, [Coverage::Covered, Coverage::Partly]);
}

#[test]
fn the_reference_to_the_signed_properties_must_be_there_and_of_its_type() {
    for dialect in BOTH {
        let no_type = changed(dialect, |signing| {
            signing.on_signed_info = Some(Rc::new(|element| {
                for attribute in element.descendants_mut("ds:Reference") {
                    attribute.attributes.retain(|(name, _)| name != "Type");
                }
            }));
        });
        let report = expect(&container(&no_type), doubt(Doubt::SigConstraintsFailure));
        assert_eq!(cause(&report), &Cause::SignedPropertiesNotCovered);
    }
}

#[test]
fn an_xpath_transform_is_never_carried_out() {
    let forged = changed(Dialect::Dss, |signing| {
        signing.on_signed_info = Some(Rc::new(|element| {
            let transform = element.descendants_mut("ds:Transform").into_iter().next().unwrap();
            transform.attributes[0].1 = "http://www.w3.org/TR/1999/REC-xpath-19991116".to_owned();
        }));
    });
    let report = expect(&container(&forged), doubt(Doubt::SignedDataNotFound));
    assert!(matches!(cause(&report), Cause::TransformNotPermitted { .. }));
}

#[test]
fn no_integrity_no_exam_authority() {
    let forged = changed(Dialect::Lvrtc, |signing| signing.on_value = Some(Rc::new(|value| value[0] ^= 1)));
    let report = judge(&container(&forged));
    assert_ne!(report.facts.exam_authority.outcome, Outcome::Passed);
    assert!(report.facts.issuer.is_none());
}
