//! Facts of revocation answers: about whom, for whom, by whom and by what right.

use std::rc::Rc;

use edoc::crypto::Sha256;
use edoc::evidence::{
    Agreement, RevocationFacts, RevocationKind, RevocationSource, SignatureFacts, StatusFacts, ValueFacts,
};
use edoc::pki::crl::CrlDefect;
use edoc::pki::ocsp::ResponderRight;

use super::gathering::*;
use crate::forge::crl::{List, Revoked};
use crate::forge::der;
use crate::forge::keys::{Hash, Key, Parameters};
use crate::forge::ocsp::{Answer, Response, Status};
use crate::forge::pki::{Pki, authority_template, responder_template};
use crate::forge::time::Instant;
use crate::forge::x509::{Entity, Extension, Weight};
use crate::forge::xades::{Dialect, Level, Signing};

fn id(entity: &Entity) -> Sha256 {
    Sha256::of(&entity.der)
}

/// The facts with a change to the OCSP response.
fn answered(dialect: Dialect, change: impl Fn(&mut Response) + 'static) -> RevocationFacts {
    let signing = changed(dialect, |_| {});
    let signing = Signing { on_response: Some(Rc::new(change)), ..signing };
    let mut found = facts(&signing).revocation;
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0)
}

fn about<'f>(facts: &'f SignatureFacts, kind: RevocationKind, entity: &Entity) -> &'f RevocationFacts {
    let mut found = facts.revocation.iter().filter(|fact| fact.kind == kind && fact.about == Some(id(entity)));
    let fact = found.next().unwrap_or_else(|| panic!("nothing about it: {:?}", facts.revocation));
    assert!(found.next().is_none(), "said twice");
    fact
}

#[test]
fn an_honest_ocsp_response_speaks_about_the_signer_for_its_issuer() {
    for dialect in BOTH {
        let signing = honest(dialect);
        let fact = answered(dialect, |_| {});
        assert_eq!((fact.kind, fact.source), (RevocationKind::Ocsp, RevocationSource::Signature));
        assert_eq!(fact.about, Some(id(&signing.signer)));
        assert_eq!(fact.issuer, Some(id(&signing.chain[0])));
        assert_eq!(fact.responder, Some(id(&signing.responder)));
        assert_eq!((fact.right, fact.signature), (ResponderRight::Delegated, Some(ValueFacts::Right)));
        assert_eq!(fact.status, Some(StatusFacts::Good));
        assert_eq!(fact.algorithm.map(|algorithm| algorithm.name()).as_deref(), Some("ECDSA with SHA-384"));
        assert_eq!(fact.this_update.to_string(), "2025-07-03T05:00:06Z");
        assert_eq!(fact.produced_at, fact.this_update);
        assert_eq!(fact.next_update.unwrap().to_string(), "2025-07-03T05:15:06Z");
        assert_eq!((fact.retained_since, fact.certificate_hash), (None, Agreement::NotStated));
        assert_eq!(fact.defect, None);
    }
}

#[test]
fn what_an_answer_says_is_told() {
    let at = Instant::of("2025-07-01T00:00:00Z");
    let revoked = answered(Dialect::Dss, move |response| response.answers[0].status = Status::Revoked(at, Some(1)));
    let expected = StatusFacts::Revoked { at: "2025-07-01T00:00:00Z".parse().unwrap(), reason: Some(1) };
    assert_eq!(revoked.status, Some(expected));
    let unknown = answered(Dialect::Dss, |response| response.answers[0].status = Status::Unknown);
    assert_eq!(unknown.status, Some(StatusFacts::Unknown));
    let cutoff = answered(Dialect::Dss, |response| {
        let since = Instant::of("2020-01-01T00:00:00Z").generalized();
        response.answers[0].extensions = vec![Extension::new("1.3.6.1.5.5.7.48.1.6", Weight::Plain, since)];
    });
    assert_eq!(cutoff.retained_since.unwrap().to_string(), "2020-01-01T00:00:00Z");
}

#[test]
fn the_hash_of_the_certificate_agrees_or_not() {
    let hashed = |of: &'static [u8]| {
        let signer = honest(Dialect::Dss).signer.der;
        answered(Dialect::Dss, move |response| {
            let digest = Hash::Sha256.of(if of.is_empty() { &signer } else { of });
            let value = der::sequence(&[Hash::Sha256.algorithm(Parameters::Null), der::octets(&digest)]);
            response.answers[0].extensions = vec![Extension::new("1.3.36.8.3.13", Weight::Plain, value)];
        })
    };
    assert_eq!(hashed(b"").certificate_hash, Agreement::Agrees);
    assert_eq!(hashed(b"another").certificate_hash, Agreement::Differs);
}

#[test]
fn of_several_answers_about_one_certificate_the_latest_counts() {
    let fact = answered(Dialect::Dss, |response| {
        let mut later = response.answers[0].clone();
        later.this_update = later.this_update.plus(60);
        later.status = Status::Revoked(later.this_update, None);
        let mut earlier = response.answers[0].clone();
        earlier.this_update = earlier.this_update.plus(-60);
        response.answers = vec![response.answers[0].clone(), later, earlier];
    });
    assert!(matches!(fact.status, Some(StatusFacts::Revoked { .. })));
    assert_eq!(fact.this_update.to_string(), "2025-07-03T05:01:06Z");
}

/// One response that contradicts itself: “revoked for good” is not taken back by a later “good”; a suspension is.
#[test]
fn of_several_answers_in_one_response_revoked_for_good_is_never_outdone() {
    let with = |reason: Option<u8>| {
        answered(Dialect::Dss, move |response| {
            let mut revoked = response.answers[0].clone();
            revoked.this_update = revoked.this_update.plus(-60);
            revoked.status = Status::Revoked(revoked.this_update, reason);
            response.answers.push(revoked);
        })
    };
    assert!(matches!(with(None).status, Some(StatusFacts::Revoked { .. })));
    assert!(matches!(with(Some(1)).status, Some(StatusFacts::Revoked { reason: Some(1), .. })));
    assert_eq!(with(Some(6)).status, Some(StatusFacts::Good), "the suspension was taken back");
}

#[test]
fn an_answer_about_nobody_at_hand_stands_once() {
    let foreign = Pki::shared();
    for change in [
        (|response: &mut Response| response.answers[0].serial = vec![1, 2, 3]) as fn(&mut Response),
        |response| response.answers[0].issuer_key = b"another key".to_vec(),
        |response| response.answers.clear(),
    ] {
        let fact = answered(Dialect::Dss, change);
        assert_eq!((fact.about, fact.issuer, fact.status), (None, None, None));
        assert_eq!(fact.signature, Some(ValueFacts::Right), "it is the responder's all the same");
    }
    let two = answered(Dialect::Dss, |response| {
        let pki = Pki::shared();
        response.answers.push(Answer::good(&pki.student, &pki.person_authority, response.produced_at));
    });
    assert_ne!(two.about, Some(id(&foreign.student)), "who is not at hand");
}

#[test]
fn by_what_right_a_responder_answers() {
    let with = |responder: Entity| {
        answered(Dialect::Dss, move |response| {
            response.responder = responder.clone();
            response.certificates = vec![responder.der.clone()];
        })
    };
    let pki = Pki::shared();
    let (from, to) = ("2025-07-01T00:00:00Z", "2025-08-01T00:00:00Z");
    let template = || responder_template(&pki.seal_authority, "PARAUGS OCSP", from, to);
    assert_eq!(with(template().issued_by(&pki.seal_authority)).right, ResponderRight::Delegated);
    let purposeless = template().without("2.5.29.37").issued_by(&pki.seal_authority);
    assert_eq!(with(purposeless).right, ResponderRight::NotForAnswers);
    let foreign = with(template().issued_by(&pki.person_authority));
    assert_eq!((foreign.right, foreign.signature), (ResponderRight::None, Some(ValueFacts::Right)));
    assert_eq!(with(pki.seal_authority.clone()).right, ResponderRight::Authority);
}

#[test]
fn a_response_nobody_signed_rightly_names_its_responder() {
    let fact = answered(Dialect::Dss, |response| response.responder.key = Key::p384("somebody else"));
    assert_eq!(fact.responder, Some(id(&honest(Dialect::Dss).responder)));
    assert!(matches!(fact.signature, Some(ValueFacts::Wrong { .. })));
}

/// An authority of the right name that did not issue the signer's certificate answers for nobody.
#[test]
fn a_false_issuer_of_the_right_name_is_no_issuer() {
    let pki = Pki::shared();
    let key = Key::p384("false authority");
    let real = &pki.seal_authority;
    let mut template = authority_template(&key, "PARAUGS", &pki.root);
    template.subject = real.subject.clone();
    let impostor = template.issued_by(&pki.root);
    let fact = answered(Dialect::Dss, move |response| {
        response.responder = impostor.clone();
        response.certificates = vec![impostor.der.clone()];
        response.answers[0].issuer_key = impostor.key.public_bits();
    });
    assert_eq!(fact.about, None);
}

#[test]
fn a_list_speaks_about_every_certificate_of_its_issuer() {
    let pki = Pki::shared();
    for dialect in BOTH {
        let signing = changed(dialect, |signing| {
            signing.level = Level::Lta;
            signing.unit_crls = vec![List::empty(&pki.root, signing.ocsp_time).der()];
        });
        let facts = facts(&signing);
        for entity in [&pki.unit_2025, &pki.seal_authority] {
            let fact = about(&facts, RevocationKind::Crl, entity);
            assert_eq!((fact.issuer, fact.responder), (Some(id(&pki.root)), Some(id(&pki.root))));
            assert_eq!((fact.right, fact.status), (ResponderRight::Authority, Some(StatusFacts::Good)));
            assert_eq!((fact.defect, fact.signature.clone()), (None, Some(ValueFacts::Right)));
            assert_eq!(fact.source, RevocationSource::Signature);
        }
        let of_lists = facts.revocation.iter().filter(|fact| fact.kind == RevocationKind::Crl);
        assert_eq!(of_lists.count(), 2, "about nobody else, and not about the root itself");
    }
}

fn listed(change: impl Fn(&mut List)) -> SignatureFacts {
    let pki = Pki::shared();
    let mut list = List::empty(&pki.seal_authority, Instant::of("2025-07-03T05:00:06Z"));
    change(&mut list);
    facts(&changed(Dialect::Dss, |signing| signing.crls = vec![list.der()]))
}

#[test]
fn what_a_list_says_is_told() {
    let signer = &Pki::shared().seal_2025;
    let serial = signer.serial.clone();
    let facts = listed(|list| {
        let at = Instant::of("2025-07-01T00:00:00Z");
        list.revoked = vec![
            Revoked { serial: vec![7], at, reason: None },
            Revoked { serial: serial.clone(), at, reason: Some(4) },
        ];
    });
    let expected = StatusFacts::Revoked { at: "2025-07-01T00:00:00Z".parse().unwrap(), reason: Some(4) };
    assert_eq!(about(&facts, RevocationKind::Crl, signer).status, Some(expected));
    let retained = listed(|list| {
        let since = Instant::of("2021-01-01T00:00:00Z").generalized();
        list.extensions.push(Extension::new("2.5.29.60", Weight::Plain, since));
    });
    let retained = about(&retained, RevocationKind::Crl, signer).retained_since;
    assert_eq!(retained.unwrap().to_string(), "2021-01-01T00:00:00Z");
    let delta = listed(|list| list.extensions.push(Extension::new("2.5.29.27", Weight::Critical, der::number(1))));
    let delta = about(&delta, RevocationKind::Crl, signer);
    assert_eq!((delta.defect, delta.status), (Some(CrlDefect::Delta), None));
}

#[test]
fn a_list_of_another_key_under_the_right_name_has_no_right() {
    let pki = Pki::shared();
    let facts = listed(|list| {
        list.issuer = Entity { key: Key::p384("false list"), ..list.issuer.clone() };
        list.extensions.clear();
    });
    let fact = about(&facts, RevocationKind::Crl, &pki.seal_2025);
    assert!(matches!(fact.signature, Some(ValueFacts::Wrong { .. })));
    // Another certificate of that name, with the key that signed.
    let impostor = {
        let mut template = authority_template(&Key::p384("false list"), "PARAUGS", &pki.root);
        template.subject = pki.seal_authority.subject.clone();
        template.issued_by(&pki.root)
    };
    let signing = changed(Dialect::Dss, |signing| {
        let mut list = List::empty(&impostor, signing.ocsp_time);
        list.extensions.clear();
        signing.crls = vec![list.der()];
        signing.chain.push(impostor.clone());
    });
    let facts = super::gathering::facts(&signing);
    let fact = about(&facts, RevocationKind::Crl, &pki.seal_2025);
    assert_eq!((fact.responder, fact.right), (Some(id(&impostor)), ResponderRight::None));
    assert_eq!(fact.issuer, Some(id(&pki.seal_authority)), "whose list it is not");
}

#[test]
fn answers_inside_time_stamp_tokens_count() {
    let pki = Pki::shared();
    for dialect in BOTH {
        let signing = changed(dialect, |signing| {
            let at = signing.stamp_time;
            let responder = crate::forge::samples::responder(&pki.root, "PARAUGS Root OCSP", "2025-07-03T05:00:00Z");
            signing.on_token = Some(Rc::new(move |token| {
                token.crls = vec![List::empty(&pki.root, at).der()];
                token.responses = vec![Response::good(&pki.unit_2025, &pki.root, &responder, at).der()];
            }));
        });
        let facts = facts(&signing);
        for kind in [RevocationKind::Ocsp, RevocationKind::Crl] {
            let fact = about(&facts, kind, &pki.unit_2025);
            assert_eq!(fact.source, RevocationSource::Timestamp);
            assert_eq!((fact.status, fact.issuer), (Some(StatusFacts::Good), Some(id(&pki.root))));
        }
        assert_eq!(about(&facts, RevocationKind::Ocsp, &signing.signer).source, RevocationSource::Signature);
    }
}
