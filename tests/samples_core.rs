//! The library and the forge, which share no code, agree: containers are read without a finding, digests and signature
//! values verify where the index says so, and nowhere else.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::as_conversions,
    missing_docs
)]

mod forge;

use edoc::container::{Bytes, Container, Opened, Resolved, open};
use edoc::crypto::{DigestAlgorithm, PublicKey, SignatureForm, verify};
use edoc::xades::dsig::{
    self, IdIndex, Permitted, Target, canonical_signed_info, key_info_certificates, read_signed_info,
    same_document_octets, signature_algorithm, signature_value,
};
use edoc::xml::{Node, decode, parse};
use forge::samples::{Expected, all};
use x509_parser::prelude::{FromDer, X509Certificate};

/// Digests and signature value of the first signature; `None` where there is no signature file.
fn core(container: &Container<'_>) -> Option<(bool, bool)> {
    let file = container.signature_files.first()?;
    let octets = container.read_signature_file(file).unwrap();
    let text = decode(&octets).unwrap();
    let document = parse(&text).unwrap();
    let ids = IdIndex::of(&document);
    let signature = document.descendants().find(|node| node.has_tag_name((dsig::NAMESPACE, "Signature"))).unwrap();
    Some((digests(container, signature, &ids), value(signature)))
}

fn digests(container: &Container<'_>, signature: Node<'_, '_>, ids: &IdIndex<'_, '_>) -> bool {
    let info = read_signed_info(signature).unwrap();
    assert!(info.references.len() >= 2);
    info.references.iter().all(|reference| {
        let algorithm = DigestAlgorithm::from_uri(&reference.digest_method).unwrap();
        let digest = match reference.target() {
            Target::SameDocument(_) => {
                let (octets, _) = same_document_octets(reference, ids, signature, Permitted::Container).unwrap();
                algorithm.digest(&octets)
            }
            Target::Detached(uri) => {
                let Resolved::Document(index) = container.resolve(uri) else { panic!("{uri} names no document") };
                container.digest_document(&container.documents[index], &[algorithm]).unwrap().remove(0)
            }
            _ => panic!("the forge writes no such reference"),
        };
        digest == reference.digest_value
    })
}

fn value(signature: Node<'_, '_>) -> bool {
    let info = read_signed_info(signature).unwrap();
    let certificate = key_info_certificates(signature).remove(0);
    let (_, certificate) = X509Certificate::from_der(&certificate).unwrap();
    let key = PublicKey::from_spki(certificate.public_key().raw).unwrap();
    let message = canonical_signed_info(&info).unwrap();
    let value = signature_value(signature).unwrap();
    verify(signature_algorithm(&info).unwrap(), &key, &message, &value, SignatureForm::Raw).is_ok()
}

#[test]
fn containers_are_read_as_they_were_made() {
    for sample in all() {
        let source = Bytes(&sample.bytes);
        let Opened::Container(container) = open(&source).unwrap() else { panic!("{}", sample.file) };
        assert_eq!(container.findings, [], "{}", sample.file);
        assert_eq!(container.format_faults, [], "{}", sample.file);
        container.check_remaining().unwrap();
        let names: Vec<&str> = container.documents.iter().map(|document| document.name.as_str()).collect();
        let made: Vec<&String> = sample.covered.iter().chain(&sample.uncovered).collect();
        assert_eq!(names, made, "{}", sample.file);
    }
}

#[test]
fn digests_and_values_verify_where_the_index_says_so() {
    for sample in all() {
        let source = Bytes(&sample.bytes);
        let Opened::Container(container) = open(&source).unwrap() else { panic!("{}", sample.file) };
        let expected = match sample.expected {
            Expected::Unsigned => None,
            Expected::Refuted => Some((false, true)),
            Expected::Genuine | Expected::OtherIssuer | Expected::CannotConfirm => Some((true, true)),
        };
        assert_eq!(core(&container), expected, "{}", sample.file);
    }
}
