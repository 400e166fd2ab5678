//! Who signed, and where the path leads (N83 to N88, N104 of the reference; the exam authority).

use std::rc::Rc;

use edoc::exam::IssuerMatch;
use edoc::report::Authenticity;
use edoc::trust::TrustStore;
use edoc::validation::{Cause, CheckId, Doubt, Outcome};

use super::judging::*;
use crate::forge::keys::Key;
use crate::forge::pki::{
    EXAM_CENTRE, EXAM_CENTRE_CODE, Pki, authority_template, root_template, seal_subject, seal_template,
};
use crate::forge::samples::sealed;
use crate::forge::xades::{Dialect, Named, Signing};

const BOTH: [Dialect; 2] = [Dialect::Lvrtc, Dialect::Dss];

#[test]
fn an_honest_seal_leads_to_its_listed_service_and_authority() {
    for dialect in BOTH {
        let report = judge(&container(&honest(dialect)));
        assert_eq!(report.facts.unchanged.outcome, Outcome::Passed);
        assert_eq!(report.facts.vouched_for.outcome, Outcome::Passed);
        assert_eq!(report.facts.exam_authority.outcome, Outcome::Passed);
        assert!(matches!(report.facts.issuer, Some(IssuerMatch::ByIdentifier { .. })));
        let path = &only(&report).path;
        assert_eq!(path.len(), 2, "seal and listed issuer");
        assert_eq!(path[1].service.as_ref().unwrap().service_type, "CA/QC");
        assert!(path[0].service.is_none());
        assert_eq!(report.lists.len(), 1);
    }
}

#[test]
fn a_certificate_that_is_not_named_identifies_nobody() {
    for dialect in BOTH {
        let forged = changed(dialect, |signing| signing.named = Named::No);
        let report = expect(&container(&forged), doubt(Doubt::NoSigningCertificateFound));
        assert_eq!(cause(&report), &Cause::SigningCertificateNotNamed);
    }
}

#[test]
fn both_versions_of_the_property_name_the_signer() {
    for dialect in BOTH {
        for version in [Named::V1, Named::V2] {
            let report = judge(&container(&changed(dialect, |signing| signing.named = version)));
            assert_eq!(only(&report).indication, INTACT, "{version:?}");
        }
    }
}

#[test]
fn a_named_certificate_that_is_not_in_the_file_is_missing() {
    let forged = changed(Dialect::Lvrtc, |signing| {
        signing.named_certificate = Some(Pki::shared().other_seal.clone());
    });
    let report = expect(&container(&forged), doubt(Doubt::NoSigningCertificateFound));
    assert_eq!(cause(&report), &Cause::NoSigningCertificate);
}

#[test]
fn a_key_that_is_not_the_named_one_signs_nothing() {
    // The attacker's own key makes the value, the certificate of the exam centre is named and sent along.
    for dialect in BOTH {
        let pki = Pki::shared();
        let mut forged = honest(dialect);
        forged.signer = pki.other_seal.clone();
        forged.scheme = pki.other_seal.key.scheme();
        forged.named_certificate = Some(pki.seal_2025.clone());
        let certificate = pki.seal_2025.clone();
        forged.on_key_info = Some(Rc::new(move |element| {
            let mut swapped = honest(dialect);
            swapped.signer = certificate.clone();
            *element = crate::forge::xades::parts::key_info(&swapped);
        }));
        let report = judge(&container(&forged));
        assert!(matches!(only(&report).indication, edoc::validation::Indication::TotalFailed(_)), "{:?}", report.cause);
        assert_ne!(report.facts.exam_authority.outcome, Outcome::Passed);
    }
}

/// Anybody can make a hierarchy of their own with the right names in it.
fn impostor(dialect: Dialect) -> Signing {
    let pki = Pki::shared();
    let key = Key::p384("impostor root");
    let mut template = root_template();
    template.key = key;
    let root = template.self_signed();
    let authority = authority_template(&Key::p384("impostor authority"), "PARAUGS eZīmogi ICA", &root).issued_by(&root);
    let subject = seal_subject(EXAM_CENTRE, EXAM_CENTRE_CODE);
    let key = Key::p256("impostor seal");
    let seal = seal_template(&subject, &key, "2025-01-01T00:00:00Z", "2027-01-01T00:00:00Z", &authority);
    let mut signing = sealed(dialect, &seal.issued_by(&authority), &pki.unit_2025, "2025-07-03T05:00:00Z");
    signing.chain = vec![authority.clone(), root];
    signing.responder =
        crate::forge::samples::responder(&authority, "PARAUGS eZīmogi ICA OCSP", "2025-07-03T05:00:00Z");
    signing
}

#[test]
fn a_hierarchy_of_ones_own_with_the_right_names_convinces_nobody() {
    for dialect in BOTH {
        let report = expect(&container(&impostor(dialect)), doubt(Doubt::NoCertificateChainFound));
        assert_eq!(report.facts.unchanged.outcome, Outcome::Passed);
        assert_ne!(report.facts.vouched_for.outcome, Outcome::Passed);
        assert!(!matches!(cause(&report), Cause::PathFound { .. }));
        assert_ne!(report.facts.exam_authority.outcome, Outcome::Passed, "the name alone counts for nothing");
        assert!(report.facts.issuer.is_none());
        assert!(only(&report).path.iter().all(|step| step.service.is_none()));
    }
}

#[test]
fn without_a_list_there_is_no_path() {
    let report = judge_under(&container(&honest(Dialect::Dss)), &TrustStore::default());
    assert_eq!(report.authenticity, Authenticity::CannotConfirm(Doubt::NoCertificateChainFound));
    assert!(matches!(cause(&report), Cause::NoPath { .. }));
}

#[test]
fn an_issuer_that_is_listed_and_not_at_hand_is_said_by_name() {
    // The LVRTC dialect sends the issuer along inside the OCSP answer only.
    let forged = changed(Dialect::Lvrtc, |signing| {
        signing.on_response = Some(Rc::new(|response| response.certificates.clear()));
    });
    let bytes = container(&forged);
    let report = judge_under(&bytes, &sample_trust_without_certificates());
    assert_eq!(only(&report).indication, doubt(Doubt::NoCertificateChainFound));
    assert!(matches!(cause(&report), Cause::IssuerListedNotAtHand { .. }), "{:?}", report.cause);
    // The twin: a list that was read brings its certificates along.
    let report = judge(&bytes);
    assert_eq!(check(&report, CheckId::Path).outcome, Outcome::Passed);
    assert_eq!(only(&report).path.len(), 2);
}

#[test]
fn another_organisation_is_named_and_no_authority() {
    for dialect in BOTH {
        let pki = Pki::shared();
        let signing = sealed(dialect, &pki.other_seal, &pki.unit_2025, "2025-07-03T05:00:00Z");
        let report = judge(&container(&signing));
        assert_eq!(only(&report).indication, INTACT);
        assert_eq!(report.facts.vouched_for.outcome, Outcome::Passed);
        assert_eq!(report.facts.exam_authority.outcome, Outcome::Failed);
        let expected = Cause::NotExamAuthority { name: "PARAUGS: cita iestāde".to_owned() };
        assert_eq!(report.facts.exam_authority.cause, Some(expected));
    }
}

#[test]
fn an_altered_issuer_breaks_the_path() {
    for dialect in BOTH {
        let pki = Pki::shared();
        let mut forged = honest(dialect);
        let mut authority = pki.seal_authority.clone();
        let last = authority.der.len() - 1;
        authority.der[last] ^= 1;
        forged.chain = vec![authority.clone(), pki.root.clone()];
        forged.on_response = Some(Rc::new(move |response| response.certificates = vec![authority.der.clone()]));
        // The listed certificate has another digest; its key under its subject is still the listed one.
        let report = judge(&container(&forged));
        assert_eq!(check(&report, CheckId::SignatureValue).outcome, Outcome::Passed);
        assert_eq!(check(&report, CheckId::Path).outcome, Outcome::Passed, "anchored by key and subject");
    }
}

/// A student's own certificate, honestly issued, used to issue a seal in the exam centre's name.
#[test]
fn a_certificate_that_may_not_issue_makes_nobody_an_authority() {
    for dialect in BOTH {
        let pki = Pki::shared();
        let subject = seal_subject(EXAM_CENTRE, EXAM_CENTRE_CODE);
        let key = Key::p256("seal by a student");
        let template = seal_template(&subject, &key, "2025-01-01T00:00:00Z", "2027-01-01T00:00:00Z", &pki.student);
        let mut forged = sealed(dialect, &template.issued_by(&pki.student), &pki.unit_2025, "2025-07-03T05:00:00Z");
        forged.chain = vec![pki.student.clone(), pki.person_authority.clone()];
        let along = [pki.student.der.clone(), pki.person_authority.der.clone()];
        forged.on_response = Some(Rc::new(move |response| response.certificates.extend(along.clone())));
        let report = expect(&container(&forged), doubt(Doubt::CertificateChainGeneralFailure));
        assert!(matches!(cause(&report), Cause::IssuerNotAuthority { .. }));
        assert_ne!(report.facts.vouched_for.outcome, Outcome::Passed);
        assert_ne!(report.facts.exam_authority.outcome, Outcome::Passed);
    }
}
