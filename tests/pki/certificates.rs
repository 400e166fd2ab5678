//! Certificates: all that the corpus has can be read; what RFC 5280 refuses is refused, beside its honest twin.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use edoc::pki::Certificate;
use edoc::pki::certificate::PathLength;
use edoc::pki::ocsp::OcspResponse;
use edoc::pki::timestamp::TimestampToken;
use proptest::prelude::*;

use crate::corpus;
use crate::forge::der;
use crate::forge::pki::{Pki, authority_template, seal_subject, seal_template};
use crate::forge::x509::{Entity, Extension, Template, Weight};

fn certificates_of_lists(folder: &Path, found: &mut BTreeMap<String, Vec<u8>>) {
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let Ok(text) = std::fs::read_to_string(entry.path()) else { continue };
        for part in text.split("X509Certificate>").skip(1).step_by(2) {
            let base64 = part.split("</").next().unwrap_or_default();
            if let Some(bytes) = edoc::xades::dsig::decode_base64(base64) {
                let place = format!("{} {}", entry.file_name().display(), found.len());
                found.insert(edoc::crypto::Sha256::of(&bytes).to_string() + " " + &place, bytes);
            }
        }
    }
}

#[test]
fn every_certificate_of_the_corpus_can_be_read() {
    let Some(corpus) = corpus::folder() else { return };
    let mut found = BTreeMap::new();
    for folder in ["trust/eu", "trust/older", "trust/test"] {
        certificates_of_lists(&corpus.join(folder), &mut found);
    }
    let listed = found.len();
    let mut malformed = BTreeMap::<String, BTreeSet<_>>::new();
    let mut unknown = BTreeMap::<String, BTreeSet<_>>::new();
    let (mut distinct, mut refused, mut unread) = (BTreeSet::new(), BTreeMap::<String, Vec<String>>::new(), 0);
    for (place, bytes) in &found {
        match Certificate::parse(bytes) {
            Ok(certificate) => {
                assert!(!certificate.subject.to_string().is_empty(), "{place}");
                assert!(certificate.subject.matches_text(&certificate.subject.to_string()), "{}", certificate.subject);
                for oid in &certificate.extensions.malformed {
                    malformed.entry(oid.clone()).or_default().insert(certificate.sha256);
                }
                for oid in &certificate.extensions.unknown_critical {
                    unknown.entry(oid.clone()).or_default().insert(certificate.sha256);
                }
                distinct.insert(certificate.sha256);
            }
            Err(fault) => refused.entry(fault.detail).or_default().push(place.clone()),
        }
    }
    for (kind, folder) in [("ors", "pki/ocsp"), ("tst", "pki/tst")] {
        for entry in std::fs::read_dir(corpus.join(folder)).unwrap().map(Result::unwrap) {
            let bytes = std::fs::read(entry.path()).unwrap();
            let along = match kind {
                "ors" => OcspResponse::parse(&bytes).map(|found| (found.certificates, found.unread_certificates)).ok(),
                _ => TimestampToken::parse(&bytes).map(|found| (found.certificates, found.unread_certificates)).ok(),
            };
            let (certificates, not_read) = along.unwrap_or_default();
            distinct.extend(certificates.iter().map(|certificate| certificate.sha256));
            unread += not_read;
        }
    }
    println!(
        "certificates: {listed} in lists, {} distinct read, {unread} not read in answers and tokens",
        distinct.len()
    );
    println!("certificates refused: {refused:#?}");
    println!("extensions malformed: {malformed:?}, critical and not understood: {unknown:?}");
    assert!(refused.is_empty(), "see above");
    assert_eq!(unread, 0);
    assert!(distinct.len() > 4_000, "{}", distinct.len());
    // Three Hungarian certificates have the whole extension inside its own value.
    assert!(malformed.keys().all(|oid| oid == "1.3.6.1.5.5.7.1.3") && malformed.values().all(|found| found.len() <= 3));
    // privateKeyUsagePeriod.
    assert!(unknown.keys().all(|oid| oid == "2.5.29.16"), "{unknown:?}");
}

fn seal() -> Template {
    let pki = Pki::shared();
    let subject = seal_subject("PARAUGS: iestāde", "NTRLV-00000000003");
    seal_template(&subject, &pki.seal_2025.key, "2025-01-01T00:00:00Z", "2028-01-01T00:00:00Z", &pki.seal_authority)
}

fn issued(template: &Template) -> Entity {
    template.issued_by(&Pki::shared().seal_authority)
}

fn parse(entity: &Entity) -> Certificate {
    Certificate::parse(&entity.der).unwrap()
}

#[test]
fn a_forged_seal_says_what_was_written_into_it() {
    let certificate = parse(&issued(&seal()));
    let authority = parse(&Pki::shared().seal_authority);
    let said = &certificate.extensions;
    assert_eq!(certificate.subject.attribute("2.5.4.97"), Some("NTRLV-00000000003"));
    assert_eq!(
        (said.certificate_authority, authority.extensions.certificate_authority),
        (None, Some(PathLength::AtMost(0)))
    );
    assert_eq!((certificate.is_ca(), authority.is_ca()), (false, true));
    assert_eq!(said.key_usage.as_deref(), Some(["nonRepudiation"].as_slice()));
    assert_eq!(said.extended_key_usage, ["1.3.6.1.5.5.7.3.4", "1.3.6.1.4.1.311.10.3.12"]);
    assert_eq!(said.policies, ["0.4.0.194112.1.1"]);
    assert_eq!(said.qc_types, ["0.4.0.1862.1.6.2"]);
    assert_eq!(said.qc_semantics.as_deref(), Some("0.4.0.194121.1.2"));
    assert!(said.qc_statements.contains(&"0.4.0.1862.1.1".to_owned()) && said.qc_legislation.is_empty());
    assert_eq!(said.ca_issuers, ["http://paraugs.example/cert/seals.crt"]);
    assert_eq!(said.crl_distribution_points, ["http://paraugs.example/crl/seals.crl"]);
    assert_eq!(said.authority_key_identifier, authority.extensions.subject_key_identifier);
    assert!(said.unknown_critical.is_empty() && said.malformed.is_empty());
    assert!(certificate.signature_by(&authority).is_ok() && authority.signature_by(&certificate).is_err());
    assert_eq!(certificate.not_before.to_string(), "2025-01-01T00:00:00Z");
}

#[test]
fn encodings_that_rfc_5280_forbids_are_refused() {
    let honest = seal();
    assert!(Certificate::parse(&issued(&honest).der).is_ok());
    let twice = honest.clone().with([Extension::key_usage(&[5])]);
    assert!(Certificate::parse(&issued(&twice).der).is_err(), "an extension twice");
    let mut first_version = honest.clone();
    first_version.version = 0;
    assert!(Certificate::parse(&issued(&first_version).der).is_err(), "extensions need version 3");
    first_version.extensions.clear();
    assert!(Certificate::parse(&issued(&first_version).der).is_ok(), "version 1 without extensions");
    let mut outer = honest.clone();
    outer.outer_algorithm = Some(der::sequence(&[der::oid("1.2.840.113549.1.1.13"), der::null()]));
    assert!(Certificate::parse(&issued(&outer).der).is_err(), "another algorithm outside");
    let bytes = issued(&honest).der;
    assert!(Certificate::parse(&[bytes.as_slice(), &[0]].concat()).is_err(), "something follows");
    assert!(Certificate::parse(&der::indefinite(0x30, der::content(&bytes))).is_err(), "BER");
}

#[test]
fn restrictions_that_cannot_be_read_are_not_taken_for_absent() {
    let honest = seal();
    assert!(parse(&issued(&honest)).extensions.unknown_critical.is_empty());
    for (oid, weight) in [("2.5.29.15", Weight::Plain), ("2.5.29.37", Weight::Plain), ("2.5.29.30", Weight::Plain)] {
        let template = honest.clone().without(oid).with([Extension::new(oid, weight, vec![0x30, 0x01, 0x05])]);
        let said = parse(&issued(&template));
        assert_eq!(said.extensions.unknown_critical, [oid]);
    }
    let plain = |weight| {
        let template = honest.clone().with([Extension::new("1.2.3.4", weight, der::null())]);
        parse(&issued(&template)).extensions.unknown_critical.clone()
    };
    assert_eq!(plain(Weight::Critical), ["1.2.3.4"]);
    assert!(plain(Weight::Plain).is_empty());
    let unreadable = Extension::new("2.5.29.17", Weight::Plain, vec![0x30, 0x01, 0x05]);
    let said = parse(&issued(&honest.with([unreadable])));
    assert!(said.extensions.unknown_critical.is_empty(), "alternative names forbid nothing");
    assert_eq!(said.extensions.malformed, ["2.5.29.17"]);
}

#[test]
fn qualified_by_the_law_of_another_country() {
    let statement = der::sequence(&[der::oid("0.4.0.1862.1.7"), der::sequence(&[der::printable("CH")])]);
    let extension = Extension::new("1.3.6.1.5.5.7.1.3", Weight::Plain, der::sequence(&[statement]));
    let said = parse(&issued(&seal().without("1.3.6.1.5.5.7.1.3").with([extension])));
    assert_eq!(said.extensions.qc_legislation, ["CH"]);
}

#[test]
fn serial_numbers_and_issuers_are_compared_as_numbers_and_names() {
    let entity = issued(&seal());
    let certificate = parse(&entity);
    assert!(certificate.is_issuer_serial(&entity.issuer_serial()));
    assert!(!certificate.is_issuer_serial(&Pki::shared().other_seal.issuer_serial()));
    assert!(!certificate.is_issuer_serial(&[]));
    let decimal = u128::from_str_radix(&certificate.serial, 16).unwrap().to_string();
    assert!(certificate.serial_is_decimal(&decimal) && !certificate.serial_is_decimal(&certificate.serial));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

    /// One changed octet is refused, or the signature says so.
    #[test]
    fn no_changed_certificate_keeps_its_signature(place in any::<prop::sample::Index>(), value in any::<u8>()) {
        let pki = Pki::shared();
        let mut bytes = pki.person_authority.der.clone();
        let at = place.index(bytes.len());
        prop_assume!(bytes[at] != value);
        bytes[at] = value;
        if let Ok(certificate) = Certificate::parse(&bytes) {
            let root = Certificate::parse(&pki.root.der).unwrap();
            prop_assert!(certificate.signature_by(&root).is_err());
            let _ = (certificate.subject.to_string(), certificate.subject.same(&root.subject));
        }
    }

    /// An authority's template keeps every path length it is given.
    #[test]
    fn path_lengths_are_read(length in 0_u32..=u32::MAX) {
        let pki = Pki::shared();
        let template = authority_template(&pki.seal_2025.key, "PARAUGS ICA", &pki.root);
        let template = template.without("2.5.29.19").with([Extension::authority(Some(u64::from(length)))]);
        let said = parse(&template.issued_by(&pki.list_operator));
        prop_assert_eq!(said.extensions.certificate_authority, Some(PathLength::AtMost(length)));
    }
}
