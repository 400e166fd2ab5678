use roxmltree::{Document, Node};

use super::*;
use crate::container::Bytes;
use crate::exam::read_issuers;
use crate::report::ReportSource;
use crate::trust::{TrustStore, read_list};
use crate::validation::{Cause, Indication, Policy};
use crate::verify::{Input, verify};

/// Elements in the order of the schema, by the element they stand in. An element that is not here stands alone or holds text.
const ORDER: [(&str, &[&str]); 22] = [
    ("ValidationReport", &["SignatureValidationReport", "SignatureValidationObjects", "SignatureValidator"]),
    (
        "SignatureValidationReport",
        &[
            "SignatureIdentifier",
            "ValidationConstraintsEvaluationReport",
            "ValidationTimeInfo",
            "SignersDocument",
            "SignatureAttributes",
            "SignerInformation",
            "SignatureQuality",
            "SignatureValidationProcess",
            "SignatureValidationStatus",
        ],
    ),
    ("SignatureIdentifier", &["DigestAlgAndValue", "SignatureValue", "HashOnly", "DocHashOnly", "DAIdentifier"]),
    ("ValidationConstraintsEvaluationReport", &["SignatureValidationPolicy", "ValidationConstraint"]),
    ("SignatureValidationPolicy", &["SignaturePolicyIdentifier", "PolicyName"]),
    ("ValidationConstraint", &["ValidationConstraintIdentifier", "ConstraintStatus", "ValidationStatus"]),
    ("ValidationTimeInfo", &["ValidationTime", "BestSignatureTime"]),
    ("BestSignatureTime", &["POETime", "TypeOfProof", "POEObject"]),
    ("SignersDocument", &["DigestAlgAndValue", "SignersDocumentRepresentation", "SignersDocumentRef"]),
    (
        "SignatureAttributes",
        &[
            "SigningTime",
            "SigningCertificate",
            "AllDataObjectsTimeStamp",
            "IndividualDataObjectsTimeStamp",
            "SignatureTimeStamp",
            "SigAndRefsTimeStamp",
            "RefsOnlyTimeStamp",
            "ArchiveTimeStamp",
        ],
    ),
    ("SignerInformation", &["SignerCertificate", "Signer"]),
    ("SignatureValidationStatus", &["MainIndication", "SubIndication", "AssociatedValidationReportData"]),
    (
        "AssociatedValidationReportData",
        &[
            "TrustAnchor",
            "CertificateChain",
            "RelatedValidationObject",
            "RevocationStatusInformation",
            "CryptoInformation",
            "AdditionalValidationReportData",
        ],
    ),
    ("CertificateChain", &["SigningCertificate", "IntermediateCertificate", "TrustAnchor"]),
    ("RevocationStatusInformation", &["ValidationObjectId", "RevocationTime"]),
    ("ReportData", &["Type", "Value"]),
    ("ValidationObject", &["ObjectType", "ValidationObjectRepresentation", "ValidationReport"]),
    ("SignatureTimeStamp", &["AttributeObject", "TimeStampValue"]),
    ("ArchiveTimeStamp", &["AttributeObject", "TimeStampValue"]),
    ("DigestAlgAndValue", &["DigestMethod", "DigestValue"]),
    ("CertID", &["DigestMethod", "DigestValue"]),
    ("SigPolicyHash", &["DigestMethod", "DigestValue"]),
];

/// Elements that must be there, by the element they stand in.
const REQUIRED: [(&str, &[&str]); 9] = [
    ("ValidationReport", &["SignatureValidationReport"]),
    ("SignatureValidationReport", &["SignatureValidationStatus"]),
    ("SignatureIdentifier", &["HashOnly", "DocHashOnly"]),
    ("ValidationConstraint", &["ValidationConstraintIdentifier", "ConstraintStatus"]),
    ("ValidationTimeInfo", &["ValidationTime", "BestSignatureTime"]),
    ("SignatureValidationStatus", &["MainIndication"]),
    ("CertificateChain", &["SigningCertificate"]),
    ("SignatureValidator", &["DigitalId"]),
    ("ValidationObject", &["ObjectType", "ValidationObjectRepresentation"]),
];

/// Elements that may stand more than once beside each other; `SignatureAttributes` is a free choice.
const REPEATED: [&str; 5] =
    ["SignatureValidationReport", "ValidationConstraint", "IntermediateCertificate", "ReportData", "ValidationObject"];

fn samples() -> Vec<(String, Report)> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let (list, services) = read_list(&std::fs::read(folder.join("trust-list.xml")).unwrap()).unwrap();
    let mut trust = TrustStore::default();
    trust.add(list, services);
    let issuers = read_issuers(&std::fs::read_to_string(folder.join("issuers.toml")).unwrap()).unwrap();
    let policy = Policy::zimogs_1().unwrap();
    let mut paths: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let is_signed = |path: &std::path::Path| path.extension().is_some_and(|end| end == "edoc" || end == "asice");
    let judged = paths.iter().filter(|path| is_signed(path)).map(|path| {
        let bytes = std::fs::read(path).unwrap();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let input = Input { name: &name, source: &Bytes(&bytes) };
        let at = "2026-11-23T12:00:00Z".parse().unwrap();
        let report = verify(&input, &trust, &issuers, &policy, at).unwrap();
        (name, report)
    });
    judged.collect()
}

fn sample(name: &str) -> Report {
    samples().into_iter().find(|(known, _)| known == name).unwrap().1
}

fn names_in<'a>(node: Node<'a, '_>) -> Vec<&'a str> {
    node.children().filter(Node::is_element).map(|child| child.tag_name().name()).collect()
}

fn texts(document: &Document<'_>, name: &str) -> Vec<String> {
    let found = document.descendants().filter(|node| node.tag_name().name() == name);
    found.map(|node| node.text().unwrap_or_default().to_owned()).collect()
}

fn check(name: &str, xml: &str) {
    let document = Document::parse(xml).unwrap_or_else(|error| panic!("{name}: {error}\n{xml}"));
    assert_eq!(document.root_element().tag_name().namespace(), Some(names::REPORT), "{name}");
    let ids: Vec<_> = document.descendants().filter_map(|node| node.attribute("id")).collect();
    let mut unique = ids.clone();
    unique.sort_unstable();
    unique.dedup();
    assert_eq!(unique.len(), ids.len(), "{name}: an Id stands twice");
    for node in document.descendants().filter(Node::is_element) {
        let (element, children) = (node.tag_name().name(), names_in(node));
        let parent = node.parent_element().map_or("", |parent| parent.tag_name().name());
        // A report on an object is of the type of a report on a signature.
        let element = if element == "ValidationReport" && parent == "ValidationObject" {
            "SignatureValidationReport"
        } else if element == "SigningCertificate" && parent == "CertificateChain" {
            continue;
        } else {
            element
        };
        if let Some((_, order)) = ORDER.iter().find(|(of, _)| *of == element) {
            let places: Vec<_> = children.iter().map(|child| order.iter().position(|known| known == child)).collect();
            assert!(places.iter().all(Option::is_some), "{name}: {element}: {children:?}");
            assert!(places.is_sorted(), "{name}: {element}: {children:?}");
            let once = children.iter().filter(|child| !REPEATED.contains(child)).collect::<Vec<_>>();
            let alone = once.windows(2).all(|two| two[0] != two[1]);
            assert!(alone || element == "SignatureAttributes", "{name}: {element}: {children:?}");
        }
        for (_, required) in REQUIRED.iter().filter(|(of, _)| *of == element) {
            assert!(required.iter().all(|child| children.contains(child)), "{name}: {element}: {children:?}");
        }
        for reference in node.attribute("VOReference").into_iter().flat_map(str::split_whitespace) {
            assert!(ids.contains(&reference), "{name}: {element} refers to {reference}");
        }
        assert!(!node.tag_name().name().is_empty() && node.children().next().is_some() || node.attributes().len() > 0);
    }
}

#[test]
fn every_sample_is_in_the_order_of_the_schema() {
    let (mut written, mut left_out) = (0, 0);
    for (name, judged) in samples() {
        match report(&judged, Codes::Masked) {
            Some(xml) => {
                check(&name, &xml);
                assert_eq!(report(&judged, Codes::Masked).as_deref(), Some(xml.as_str()), "{name}: not the same again");
                written += 1;
            }
            None => {
                assert!(judged.signatures.is_empty(), "{name}");
                left_out += 1;
            }
        }
    }
    assert!(written > 10 && left_out > 0, "{written} {left_out}");
}

#[test]
fn a_sealed_certificate_says_what_the_report_says() {
    let judged = sample("anna-matematika.edoc");
    let xml = report(&judged, Codes::Masked).unwrap();
    let document = Document::parse(&xml).unwrap();
    let one = |name: &str| texts(&document, name).first().cloned().unwrap_or_default();
    assert_eq!(one("MainIndication"), "urn:etsi:019102:mainindication:passed", "of the first check");
    assert!(texts(&document, "MainIndication").contains(&"urn:etsi:019102:mainindication:total-passed".to_owned()));
    assert_eq!(one("POETime"), "2024-07-11T05:00:05Z");
    assert_eq!(one("TypeOfProof"), "urn:etsi:019102:poetype:validation");
    assert_eq!(one("Time"), "2024-07-11T05:00:00Z");
    assert_eq!(one("SignatureQualityInformation"), "urn:cef:dss:signatureQualification:AdESealQC");
    assert_eq!(one("SignatureValidationProcessID"), "urn:etsi:019102:validationprocess:LTA");
    assert_eq!(one("ValidationTime"), "2026-11-23T12:00:00Z");
    assert_eq!(one("PolicyName"), "zimogs-1 3");
    assert_eq!(one("Identifier"), "urn:x-zimogs:policy:zimogs-1:3");
    let types = texts(&document, "ObjectType");
    for kind in ["certificate", "timestamp", "OCSPResponse", "signedData"] {
        assert!(types.contains(&format!("urn:etsi:019102:validationObject:{kind}")), "{kind}: {types:?}");
    }
    assert!(texts(&document, "SubIndication").is_empty());
}

#[test]
fn several_documents_stand_in_one_element() {
    let mut judged = sample("anna-matematika.edoc");
    let mut second = judged.documents[0].clone();
    second.name = "otrs.pdf".to_owned();
    judged.signatures[0].covers.push(second.name.clone());
    judged.documents.push(second.clone());
    let xml = report(&judged, Codes::Masked).unwrap();
    check("the same twice", &xml);
    assert!(xml.contains("<SignersDocumentRef "), "{xml}");
    second.sha256 = crate::crypto::Sha256::of(b"PARAUGS");
    judged.documents[1] = second;
    let xml = report(&judged, Codes::Masked).unwrap();
    check("two", &xml);
    let document = Document::parse(&xml).unwrap();
    let named = document.descendants().find(|node| node.tag_name().name() == "SignersDocumentRepresentation").unwrap();
    assert_eq!(named.attribute("VOReference").unwrap().split(' ').count(), 2, "{xml}");
}

#[test]
fn a_refuted_and_a_foreign_signature_never_read_genuine() {
    let tampered = report(&sample("tampered.edoc"), Codes::Masked).unwrap();
    assert!(tampered.contains("urn:etsi:019102:mainindication:total-failed"), "{tampered}");
    assert!(tampered.contains("urn:etsi:019102:subindication:HASH_FAILURE"));
    assert!(!tampered.contains("total-passed"));
    // Nothing that a signature does not cover counts as signed by it.
    assert!(!tampered.contains("<SignersDocument>"), "{tampered}");
    let foreign = report(&sample("foreign-issuer.edoc"), Codes::Masked).unwrap();
    let document = Document::parse(&foreign).unwrap();
    let value = |name: &str| {
        let entry = document.descendants().find(|node| node.text() == Some(&format!("urn:x-zimogs:{name}")));
        entry.unwrap().next_sibling_element().unwrap().text().unwrap().to_owned()
    };
    assert_eq!((value("by-exam-authority").as_str(), value("source").as_str()), ("failed", "file"));
    let replayed = Report { source: ReportSource::Facts, ..sample("anna-matematika.edoc") };
    assert!(report(&replayed, Codes::Masked).unwrap().contains("<Value>facts</Value>"));
}

#[test]
fn hostile_names_stay_text() {
    let mut judged = sample("anna-matematika.edoc");
    let hostile = "a]]></Signer><MainIndication>&\"'\u{202e}\u{0}\u{1b}[2J";
    let signature = &mut judged.signatures[0];
    signature.signer.as_mut().unwrap().subject = hostile.to_owned();
    signature.file = hostile.to_owned();
    signature.id = Some(hostile.to_owned());
    signature.cause = Some(Cause::DocumentChanged { document: hostile.to_owned() });
    signature.timestamps[0].kind = "SignatureTimeStamp><x".to_owned();
    judged.tool.policy = hostile.to_owned();
    let xml = report(&judged, Codes::Shown).unwrap();
    check("hostile", &xml);
    assert!(!xml.chars().any(|c| (c.is_control() && c != '\n') || c == '\u{202e}'), "{xml}");
    assert!(!xml.contains("]]>") && !xml.contains("TimeStamp><x"), "{xml}");
    let document = Document::parse(&xml).unwrap();
    assert_eq!(texts(&document, "Signer"), [hostile.replace(['\u{0}', '\u{1b}'], "\u{fffd}")]);
}

#[test]
fn revocation_is_told_with_its_time() {
    let mut judged = sample("anna-matematika.edoc");
    let signature = &mut judged.signatures[0];
    signature.indication = Indication::TotalFailed(crate::validation::Failure::Revoked);
    let certificate = signature.path[0].name.clone();
    signature.cause = Some(Cause::Revoked { certificate, at: "2024-07-01T00:00:00Z".parse().unwrap() });
    let xml = report(&judged, Codes::Masked).unwrap();
    check("revoked", &xml);
    assert!(xml.contains("<RevocationTime>2024-07-01T00:00:00Z</RevocationTime>"), "{xml}");
    assert!(xml.contains("urn:etsi:019102:subindication:REVOKED"));
}

#[test]
fn personal_codes_are_masked_unless_asked_for() {
    let judged = sample("self-signed-by-student.edoc");
    let masked = report(&judged, Codes::Masked).unwrap();
    let shown = report(&judged, Codes::Shown).unwrap();
    let code = judged.signatures[0].signer.as_ref().unwrap().serial_number.clone().unwrap();
    assert!(shown.contains(&code) && !masked.contains(&code) && masked.contains("••••"), "{masked}");
}
