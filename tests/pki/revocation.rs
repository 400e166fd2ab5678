//! OCSP responses and revocation lists, forged beside their honest twins.

use edoc::pki::Certificate;
use edoc::pki::crl::{Crl, CrlDefect};
use edoc::pki::ocsp::{CertificateStatus, OcspResponse, ResponderRight};

use crate::forge::crl::{List, Revoked};
use crate::forge::der;
use crate::forge::keys::{Hash, Key};
use crate::forge::ocsp::{Responder, Response, Status};
use crate::forge::pki::{Pki, responder_template};
use crate::forge::time::Instant;
use crate::forge::x509::{Entity, Extension, Weight};

fn parse(entity: &Entity) -> Certificate {
    Certificate::parse(&entity.der).unwrap()
}

fn at() -> Instant {
    Instant::of("2025-06-05T10:00:00Z")
}

fn responder() -> Entity {
    let issuer = &Pki::shared().seal_authority;
    responder_template(issuer, "PARAUGS OCSP", "2025-06-01T00:00:00Z", "2025-06-29T00:00:00Z").issued_by(issuer)
}

fn honest() -> Response {
    let pki = Pki::shared();
    Response::good(&pki.seal_2025, &pki.seal_authority, &responder(), at())
}

#[test]
fn an_honest_response_is_about_one_certificate_of_one_issuer() {
    let pki = Pki::shared();
    let (seal, issuer, responder) = (parse(&pki.seal_2025), parse(&pki.seal_authority), parse(&responder()));
    for naming in [Responder::ByName, Responder::ByKey] {
        for hash in [Hash::Sha1, Hash::Sha256] {
            let mut forged = honest();
            forged.naming = naming;
            forged.answers[0].hash = hash;
            let response = OcspResponse::parse(&forged.der()).unwrap();
            assert_eq!(response.produced_at.to_string(), "2025-06-05T10:00:00Z");
            assert!(response.names_responder(&responder) && !response.names_responder(&issuer));
            assert_eq!(response.signer(&[]).map(|signer| signer.sha256), Some(responder.sha256));
            let about = response.about(&seal, &issuer);
            assert_eq!((about.len(), about[0].status), (1, CertificateStatus::Good));
            assert!(response.about(&parse(&pki.other_seal), &issuer).is_empty(), "another serial number");
            assert!(response.about(&seal, &parse(&pki.person_authority)).is_empty(), "another issuer");
        }
    }
    let basic = OcspResponse::parse(&honest().basic()).unwrap();
    assert_eq!(basic.about(&seal, &issuer).len(), 1, "without its envelope");
    assert_eq!(ResponderRight::of(&responder, &issuer), ResponderRight::Delegated);
}

#[test]
fn answers_about_something_else_are_about_nothing() {
    let pki = Pki::shared();
    let (seal, issuer) = (parse(&pki.seal_2025), parse(&pki.seal_authority));
    let about = |response: &Response| OcspResponse::parse(&response.der()).unwrap().about(&seal, &issuer).len();
    assert_eq!(about(&honest()), 1);
    let mut forged = honest();
    forged.answers[0].issuer_name = pki.root.subject.clone();
    assert_eq!(about(&forged), 0, "name hash");
    let mut forged = honest();
    forged.answers[0].issuer_key = pki.root.key.public_bits();
    assert_eq!(about(&forged), 0, "key hash");
    let mut forged = honest();
    forged.answers[0].serial = pki.other_seal.serial.clone();
    assert_eq!(about(&forged), 0, "serial number");
    for (weight, expected) in [(Weight::Plain, 1), (Weight::Critical, 0)] {
        let mut forged = honest();
        forged.answers[0].extensions.push(Extension::new("1.2.3.4", weight, der::null()));
        assert_eq!(about(&forged), expected, "{weight:?}");
    }
}

#[test]
fn statuses_and_extensions_of_answers() {
    let single = |response: &Response| OcspResponse::parse(&response.der()).unwrap().responses[0].clone();
    let mut forged = honest();
    forged.answers[0].status = Status::Revoked(Instant::of("2025-06-04T00:00:00Z"), Some(6));
    let revoked = single(&forged).status;
    let at = "2025-06-04T00:00:00Z".parse().unwrap();
    assert_eq!(revoked, CertificateStatus::Revoked { at, reason: Some(6) });
    forged.answers[0].status = Status::Unknown;
    assert_eq!(single(&forged).status, CertificateStatus::Unknown);
    let cutoff =
        Extension::new("1.3.6.1.5.5.7.48.1.6", Weight::Plain, Instant::of("2020-01-01T00:00:00Z").generalized());
    let digest = der::sequence(&[der::sequence(&[der::oid("2.16.840.1.101.3.4.2.1")]), der::octets(&[7; 32])]);
    forged.answers[0].extensions = vec![cutoff, Extension::new("1.3.36.8.3.13", Weight::Plain, digest)];
    let answer = single(&forged);
    assert_eq!(answer.archive_cutoff.map(|at| at.to_string()).as_deref(), Some("2020-01-01T00:00:00Z"));
    assert_eq!(answer.cert_hash, Some(("2.16.840.1.101.3.4.2.1".to_owned(), vec![7; 32])));
    assert!(OcspResponse::parse(&forged.der()).unwrap().nonce.is_some(), "although it is no DER inside");
}

#[test]
fn envelopes_that_are_not_a_response_are_refused() {
    let bytes = honest().der();
    assert!(OcspResponse::parse(&bytes).is_ok());
    assert!(OcspResponse::parse(&[bytes.as_slice(), &[0]].concat()).is_err());
    assert!(OcspResponse::parse(&bytes[..bytes.len() - 1]).is_err());
    let mut refused = honest();
    refused.outcome = 6;
    assert!(OcspResponse::parse(&refused.der()).is_err(), "unauthorized");
    let mut with_rubbish = honest();
    with_rubbish.certificates.push(der::sequence(&[der::null()]));
    let response = OcspResponse::parse(&with_rubbish.der()).unwrap();
    assert_eq!((response.certificates.len(), response.unread_certificates), (2, 1));
}

#[test]
fn who_may_answer_for_an_authority() {
    let pki = Pki::shared();
    let (issuer, root) = (parse(&pki.seal_authority), parse(&pki.root));
    assert_eq!(ResponderRight::of(&issuer, &issuer), ResponderRight::Authority);
    let template =
        responder_template(&pki.seal_authority, "PARAUGS OCSP", "2025-06-01T00:00:00Z", "2025-06-29T00:00:00Z");
    let of = |entity: &Entity| ResponderRight::of(&parse(entity), &issuer);
    assert_eq!(of(&template.issued_by(&pki.seal_authority)), ResponderRight::Delegated);
    let purpose = |purpose| Extension::purposes(Weight::Plain, &[purpose]);
    let any = template.clone().without("2.5.29.37").with([purpose("2.5.29.37.0")]);
    assert_eq!(of(&any.issued_by(&pki.seal_authority)), ResponderRight::NotForAnswers);
    assert_eq!(
        of(&template.clone().without("2.5.29.37").issued_by(&pki.seal_authority)),
        ResponderRight::NotForAnswers
    );
    assert_eq!(of(&template.issued_by(&pki.root)), ResponderRight::None);
    assert_eq!(of(&template.signed(&pki.seal_authority.subject, &pki.root.key)), ResponderRight::None, "forged");
    assert_eq!(ResponderRight::of(&root, &issuer), ResponderRight::None);
}

#[test]
fn the_right_one_of_several_responders_of_one_name_is_found() {
    let real = responder();
    let template = responder_template(
        &Pki::shared().seal_authority,
        "PARAUGS OCSP",
        "2024-06-01T00:00:00Z",
        "2024-06-29T00:00:00Z",
    );
    let earlier = template.issued_by(&Pki::shared().seal_authority);
    let mut forged = honest();
    forged.certificates = vec![earlier.der.clone(), earlier.der.clone()];
    let response = OcspResponse::parse(&forged.der()).unwrap();
    assert!(response.signer(&[]).is_none());
    let others = [parse(&earlier), parse(&real)];
    assert_eq!(response.signer(&others).map(|signer| signer.sha256), Some(others[1].sha256));
    let false_name = [parse(&Pki::shared().seal_authority)];
    assert!(response.signer(&false_name).is_none());
}

fn list() -> List {
    let mut list = List::empty(&Pki::shared().seal_authority, at());
    let revoked = |serial: &[u8], reason| Revoked { serial: serial.to_vec(), at: at().plus(-86_400), reason };
    list.revoked = vec![revoked(&[0x80, 1], None), revoked(&Pki::shared().other_seal.serial, Some(1))];
    list
}

#[test]
fn an_honest_list_tells_revoked_from_good() {
    let pki = Pki::shared();
    let (seal, other, issuer) = (parse(&pki.seal_2025), parse(&pki.other_seal), parse(&pki.seal_authority));
    let crl = Crl::parse(&list().der()).unwrap();
    assert!(crl.signature_by(&issuer).is_ok() && crl.names_issuer(&issuer));
    assert!(crl.signature_by(&parse(&pki.root)).is_err() && !crl.names_issuer(&parse(&pki.root)));
    assert_eq!(crl.defect_for(&seal), None);
    assert_eq!(crl.defect_for(&parse(&pki.student)), Some(CrlDefect::OtherIssuer));
    assert_eq!(crl.status_of(&seal.serial).unwrap(), CertificateStatus::Good);
    let revoked = CertificateStatus::Revoked { at: "2025-06-04T10:00:00Z".parse().unwrap(), reason: Some(1) };
    assert_eq!(crl.status_of(&other.serial).unwrap(), revoked);
    assert!(matches!(crl.status_of("8001").unwrap(), CertificateStatus::Revoked { reason: None, .. }));
    let serials: Vec<_> = crl.entries().map(|entry| entry.unwrap().serial).collect();
    assert_eq!(serials, ["8001".to_owned(), other.serial.clone()]);
    assert_eq!(crl.authority_key_identifier, issuer.extensions.subject_key_identifier);
    let empty = Crl::parse(&List::empty(&pki.seal_authority, at()).der()).unwrap();
    assert_eq!((empty.entries().count(), empty.status_of(&other.serial).unwrap()), (0, CertificateStatus::Good));
}

#[test]
fn lists_that_speak_for_others_or_in_part_say_nothing() {
    let pki = Pki::shared();
    let (seal, authority) = (parse(&pki.seal_2025), parse(&pki.seal_authority));
    let defect = |id: &str, weight: Weight, value: Vec<u8>, certificate: &Certificate| {
        let issuer = if certificate.sha256 == seal.sha256 { &pki.seal_authority } else { &pki.root };
        let mut forged = List::empty(issuer, at());
        forged.extensions.push(Extension::new(id, weight, value));
        Crl::parse(&forged.der()).unwrap().defect_for(certificate)
    };
    let scope = |part: Vec<u8>, certificate: &Certificate| {
        defect("2.5.29.28", Weight::Critical, der::sequence(&[part]), certificate)
    };
    let flag = |number: u8| der::context_primitive(number, &[0xff]);
    let named = |address: &str| der::context(0, &der::context(0, &der::context_primitive(6, address.as_bytes())));
    assert_eq!(scope(named("http://paraugs.example/crl/seals.crl"), &seal), None);
    assert_eq!(scope(named("http://paraugs.example/crl/x.crl"), &seal), Some(CrlDefect::OtherDistributionPoint));
    assert_eq!(scope(flag(1), &seal), None);
    assert_eq!(scope(flag(1), &authority), Some(CrlDefect::OtherKind));
    assert_eq!(scope(flag(2), &authority), None);
    assert_eq!(scope(flag(2), &seal), Some(CrlDefect::OtherKind));
    assert_eq!(scope(flag(5), &seal), Some(CrlDefect::OtherKind));
    assert_eq!(scope(flag(4), &seal), Some(CrlDefect::Indirect));
    assert_eq!(scope(der::context_primitive(3, &[1, 2]), &seal), Some(CrlDefect::SomeReasons));
    assert_eq!(defect("2.5.29.27", Weight::Critical, der::number(4), &seal), Some(CrlDefect::Delta));
    assert_eq!(defect("1.2.3.4", Weight::Critical, der::null(), &seal), Some(CrlDefect::UnknownCritical));
    assert_eq!(defect("1.2.3.4", Weight::Plain, der::null(), &seal), None);
}

#[test]
fn keys_and_names_of_list_signers() {
    let pki = Pki::shared();
    let issuer = &pki.seal_authority;
    let crl = Crl::parse(&list().der()).unwrap();
    let usage = |bits: &[u8]| {
        let template = crate::forge::pki::authority_template(&issuer.key, "PARAUGS eZīmogi ICA", &pki.root);
        parse(&template.without("2.5.29.15").with([Extension::key_usage(bits)]).issued_by(&pki.root))
    };
    assert!(crl.names_issuer(&usage(&[5, 6])));
    assert!(!crl.names_issuer(&usage(&[5])), "without cRLSign");
    let other_key = crate::forge::pki::authority_template(&Key::p256("other"), "PARAUGS eZīmogi ICA", &pki.root);
    assert!(!crl.names_issuer(&parse(&other_key.issued_by(&pki.root))), "another key identifier");
}
