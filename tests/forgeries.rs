//! Forged containers, each beside its honest twin: what is said of them is what is wrong with them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::as_conversions,
    missing_docs
)]

mod forge;

use std::rc::Rc;

use edoc::container::Bytes;
use edoc::report::Report;
use edoc::trust::{TrustStore, read_list};
use edoc::validation::Policy;
use edoc::verify::{Input, verify};
use forge::container::Container;
use forge::der;
use forge::keys::{Hash, Key, Scheme};
use forge::pki::{EXAM_CENTRE, EXAM_CENTRE_CODE, Pki, authority_template, seal_subject, seal_template};
use forge::samples::sealed;
use forge::trust_list::TrustList;
use forge::x509::{Entity, Template};
use forge::xades::{Dialect, Document, Named, Signing};
use forge::xml::{Element, Node};

const NEITHER: [&str; 2] = ["TOTAL-PASSED/", "INDETERMINATE/CHECKS_SKIPPED"];

fn report(signing: &Signing) -> Report {
    let (list, services) = read_list(TrustList::sample().xml().as_bytes()).unwrap();
    let mut trust = TrustStore::default();
    trust.add(list, services);
    let documents = vec![Document::new("Paraugs.txt", "text/plain", "Kopējais vērtējums: 55,00 %")];
    let bytes = Container::signed(documents, signing).bytes();
    let input = Input { name: "forged.edoc", source: &Bytes(&bytes) };
    let at = "2026-11-23T12:00:00Z".parse().unwrap();
    verify(&input, &trust, &[], &Policy::zimogs_1().unwrap(), at).unwrap()
}

/// Status of the only signature, as `INDICATION/SUB_INDICATION`.
fn status(signing: &Signing) -> String {
    let report = report(signing);
    let indication = serde_json::to_value(report.signatures[0].indication).unwrap();
    let word = |key: &str| indication[key].as_str().unwrap_or_default().to_owned();
    format!("{}/{}", word("indication"), word("sub_indication"))
}

/// Outcome of one check.
fn check(signing: &Signing, id: &str) -> String {
    let checks = serde_json::to_value(&report(signing).signatures[0].checks).unwrap();
    let check = checks.as_array().unwrap().iter().find(|check| check["id"] == id).unwrap();
    check["outcome"].as_str().unwrap().to_owned()
}

fn honest(dialect: Dialect) -> Signing {
    let pki = Pki::shared();
    sealed(dialect, &pki.seal_2025, &pki.unit_2025, "2026-07-03T05:00:00Z")
}

fn with(change: impl FnOnce(&mut Signing)) -> Signing {
    let mut signing = honest(Dialect::Lvrtc);
    change(&mut signing);
    signing
}

fn with_xml(change: impl Fn(&mut String) + 'static) -> Signing {
    with(|signing| signing.on_xml = Some(Rc::new(change)))
}

fn with_info(change: impl Fn(&mut Element) + 'static) -> Signing {
    with(|signing| signing.on_signed_info = Some(Rc::new(change)))
}

fn with_value(change: impl Fn(&mut Vec<u8>) + 'static) -> Signing {
    with(|signing| signing.on_value = Some(Rc::new(change)))
}

/// A seal that names the exam centre, by an issuer and a template of the forger's choice.
fn with_seal(issuer: &Entity, chain: &[Entity], change: impl FnOnce(&mut Template)) -> Signing {
    let subject = seal_subject(EXAM_CENTRE, EXAM_CENTRE_CODE);
    let (from, to) = ("2025-05-05T08:00:00Z", "2028-05-05T08:00:00Z");
    let mut template = seal_template(&subject, &Key::p256("forger"), from, to, issuer);
    change(&mut template);
    let mut signing = honest(Dialect::Dss);
    signing.signer = template.issued_by(issuer);
    signing.chain = chain.to_vec();
    signing
}

fn child<'a>(element: &'a mut Element, name: &str) -> &'a mut Element {
    let elements = element.children.iter_mut().filter_map(|child| match child {
        Node::Element(child) => Some(child),
        Node::Text(_) => None,
    });
    elements.into_iter().find(|child| child.name == name).unwrap()
}

fn names_its_kind(node: &Node) -> bool {
    matches!(node, Node::Element(element) if element.attributes.iter().any(|(name, _)| name == "Type"))
}

#[test]
fn honest_signatures_of_both_dialects_have_no_fault() {
    for dialect in [Dialect::Lvrtc, Dialect::Dss] {
        assert!(NEITHER.contains(&status(&honest(dialect)).as_str()));
    }
    let older = with(|signing| signing.named = Named::V1);
    assert!(NEITHER.contains(&status(&older).as_str()));
}

#[test]
fn a_signed_property_changed_later_is_a_wrong_digest() {
    let media_type = with_xml(|xml| *xml = xml.replace("text/plain", "text/html"));
    let time = with_xml(|xml| *xml = xml.replacen("05:00:00Z", "05:00:01Z", 1));
    for forged in [media_type, time] {
        assert_eq!(status(&forged), "TOTAL-FAILED/HASH_FAILURE");
    }
}

#[test]
fn a_wrong_signature_value_fails() {
    let flipped = with_value(|value| value[5] ^= 1);
    let zeros = with_value(|value| value.fill(0));
    let in_der = with_value(|value| {
        let (r, s) = value.split_at(value.len() / 2);
        *value = der::sequence(&[der::integer(r), der::integer(s)]);
    });
    let hmac = with_info(|info| {
        let method = child(info, "ds:SignatureMethod");
        "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256".clone_into(&mut method.attributes[0].1);
    });
    for forged in [flipped, zeros, in_der, hmac] {
        assert_eq!(status(&forged), "TOTAL-FAILED/SIG_CRYPTO_FAILURE");
    }
}

#[test]
fn the_signing_certificate_must_be_named_and_be_the_one() {
    let other = Pki::shared().other_seal.clone();
    let named_other = with(|signing| signing.named_certificate = Some(other));
    let unnamed = with(|signing| signing.named = Named::No);
    for forged in [named_other, unnamed] {
        assert_eq!(status(&forged), "INDETERMINATE/NO_SIGNING_CERTIFICATE_FOUND");
    }
}

#[test]
fn references_are_followed_by_the_rules_only() {
    let by_path = with_info(|info| {
        let xpath = "http://www.w3.org/TR/1999/REC-xpath-19991116";
        let transform = Element::new("ds:Transform").attribute("Algorithm", xpath);
        let transforms = Element::new("ds:Transforms").child(transform);
        child(info, "ds:Reference").children.insert(0, Node::Element(transforms));
    });
    assert_eq!(status(&by_path), "INDETERMINATE/SIGNED_DATA_NOT_FOUND");
    let without_properties = with_info(|info| info.children.retain(|node| !names_its_kind(node)));
    assert_eq!(status(&without_properties), "INDETERMINATE/SIG_CONSTRAINTS_FAILURE");
    let twice = with_xml(|xml| *xml = xml.replace("Id=\"S1-SignedSignatureProperties\"", "Id=\"S1\""));
    assert!(report(&twice).signatures.is_empty());
    let authenticity = serde_json::to_value(report(&twice).authenticity).unwrap();
    assert_eq!(authenticity["verdict"], "refuted", "a signature file that is refused is not an absent one");
}

#[test]
fn a_time_stamp_over_something_else_proves_nothing() {
    let imprint = with(|signing| signing.on_token = Some(Rc::new(|token| token.imprint[0] ^= 1)));
    let content = with(|signing| signing.on_token = Some(Rc::new(|token| token.message_digest = Some(vec![0; 32]))));
    let good = honest(Dialect::Lvrtc);
    assert_eq!([check(&good, "timestamp-imprint"), check(&imprint, "timestamp-imprint")], ["passed", "failed"]);
    assert_eq!([check(&good, "timestamp-signature"), check(&content, "timestamp-signature")], ["passed", "failed"]);
}

#[test]
fn an_authority_that_only_bears_the_name_is_none() {
    let pki = Pki::shared();
    let real = with_seal(&pki.seal_authority, std::slice::from_ref(&pki.seal_authority), |_| ());
    assert!(NEITHER.contains(&status(&real).as_str()));
    let authority = authority_template(&Key::p256("forged authority"), "PARAUGS eZīmogi ICA", &pki.root).self_signed();
    let forged = with_seal(&authority, std::slice::from_ref(&authority), |_| ());
    assert_eq!(status(&forged), "INDETERMINATE/NO_CERTIFICATE_CHAIN_FOUND");
}

#[test]
fn weak_digests_are_never_taken_for_good() {
    let pki = Pki::shared();
    let chain = std::slice::from_ref(&pki.seal_authority);
    let certificate = with_seal(&pki.seal_authority, chain, |seal| seal.scheme = Some(Scheme::rsa(Hash::Sha1)));
    let mut value = sealed(Dialect::Lvrtc, &pki.seal_2023, &pki.unit_2023, "2024-07-11T05:00:00Z");
    value.scheme = Scheme::rsa(Hash::Sha1);
    for forged in [certificate, value] {
        assert_eq!(status(&forged), "INDETERMINATE/CRYPTO_CONSTRAINTS_FAILURE_NO_POE");
    }
}
