//! What a responder may answer.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use edoc::crypto::Sha256;
use edoc::pki::ocsp::AnswerNonce;
use edoc::report::{Asked, FetchResult};
use edoc::validation::{AnswerFault, Cause, Doubt, Indication};

use super::scene::*;
use crate::forge::der;
use crate::forge::keys::Hash;
use crate::forge::ocsp::{Response, Status};
use crate::forge::pki::Pki;
use crate::forge::samples::responder;
use crate::forge::time::Instant;
use crate::server::Page;

#[test]
fn good_is_what_was_missing() {
    let scene = Scene::answering(|asker| asker.good().der());
    let report = scene.passes();
    assert_eq!(scene.server.asked(), ["POST /ocsp"]);
    let url = scene.server.url("ocsp");
    assert_eq!(*scene.announced.lock().unwrap(), std::slice::from_ref(&url));
    let [fetched] = &report.fetched[..] else { panic!("{:?}", report.fetched) };
    assert_eq!(fetched.asked, Asked::Ocsp { certificate: "PARAUGS: eksāmenu centrs : eZīmogs".to_owned() });
    assert_eq!(fetched.url, url);
    assert!(matches!(fetched.result, FetchResult::Answered { nonce: Some(AnswerNonce::Ours), .. }));
    assert_eq!(report.signatures[0].revocation.len(), 1);
}

/// The question names the certificate as RFC 6960, 4.1.1 says, by the forge's own reading.
#[test]
fn the_question_is_about_the_certificate_alone_and_never_the_same() {
    let seen: std::sync::Arc<std::sync::Mutex<Vec<Vec<u8>>>> = std::sync::Arc::default();
    let keep = std::sync::Arc::clone(&seen);
    let scene = Scene::answering(move |asker| {
        assert_eq!(asker.question.media_type.as_deref(), Some("application/ocsp-request"));
        keep.lock().unwrap().push(asker.question.body.clone());
        asker.good().der()
    });
    scene.judge(&scene.online());
    std::fs::remove_dir_all(scene.path("data")).unwrap();
    scene.judge(&scene.online());
    let seen = seen.lock().unwrap();
    let identifier = der::sequence(&[
        Hash::Sha1.algorithm(crate::forge::keys::Parameters::Null),
        der::octets(&Hash::Sha1.of(&authority().subject)),
        der::octets(&Hash::Sha1.of(&authority().key.public_bits())),
        der::integer(&scene.seal.serial),
    ]);
    let nonces: Vec<_> = seen.iter().map(|request| nonce_of(request).unwrap()).collect();
    for (request, nonce) in seen.iter().zip(&nonces) {
        let list = der::sequence(&[der::sequence(std::slice::from_ref(&identifier))]);
        let extension = der::sequence(&[der::oid("1.3.6.1.5.5.7.48.1.2"), der::octets(nonce)]);
        let extensions = der::context(2, &der::sequence(&[extension]));
        assert_eq!(*request, der::sequence(&[der::sequence(&[list, extensions])]));
        assert_eq!(der::content(nonce).len(), 32);
    }
    assert!(nonces.len() == 2 && nonces[0] != nonces[1]);
}

#[test]
fn revoked_counts_from_its_time_on() {
    let revoked = |at: &'static str| {
        Scene::answering(move |asker| {
            let mut response = asker.good();
            response.answers[0].status = Status::Revoked(Instant::of(at), Some(1));
            response.der()
        })
    };
    let scene = revoked("2025-07-01T00:00:00Z");
    let report = scene.judge(&scene.online());
    assert_eq!(indication(&report), Indication::Indeterminate(Doubt::RevokedNoPoe));
    assert!(matches!(results(&report)[..], [FetchResult::Answered { .. }]));
    assert_eq!(scene.kept().len(), 1, "a bad answer is an answer");
    // After the time that the time-stamp proves.
    revoked("2026-07-01T00:00:00Z").passes();
}

#[test]
fn a_responder_that_does_not_know_settles_nothing() {
    let scene = Scene::answering(|asker| {
        let mut response = asker.good();
        response.answers[0].status = Status::Unknown;
        response.der()
    });
    let (results, cause) = scene.stays_open();
    assert!(matches!(results[..], [FetchResult::NotEnough { .. }]), "{results:?}");
    assert!(matches!(cause, Cause::RevocationRefused { reason: AnswerFault::StatusUnknown, .. }));
    assert_eq!(scene.server.asked(), ["POST /ocsp"], "it was understood, and is not asked again");
}

#[test]
fn a_responder_of_somebody_else_is_not_believed() {
    let answered_by = |responder: crate::forge::x509::Entity| {
        Scene::answering(move |asker| {
            let mut response = asker.good();
            response.certificates = vec![responder.der.clone()];
            response.responder = responder.clone();
            response.der()
        })
    };
    let stranger = responder(&Pki::shared().person_authority, "PARAUGS Personas ICA OCSP", NOW);
    let (results, cause) = answered_by(stranger).stays_open();
    assert!(matches!(results[..], [FetchResult::NotEnough { .. }]), "{results:?}");
    assert!(matches!(cause, Cause::RevocationRefused { reason: AnswerFault::NotAuthorised, .. }), "{cause:?}");
    // Right name, another key: nobody signed it.
    let impostor = Scene::answering(|asker| {
        let mut response = asker.good();
        response.responder.key = crate::forge::keys::Key::p384("impostor responder");
        response.der()
    });
    let (_, cause) = impostor.stays_open();
    assert!(matches!(cause, Cause::RevocationRefused { reason: AnswerFault::SignatureWrong, .. }), "{cause:?}");
    answered_by(answerer().clone()).passes();
}

#[test]
fn an_answer_to_another_question_is_not_taken() {
    let with = |nonce: fn(Vec<u8>) -> Option<Vec<u8>>| {
        Scene::answering(move |asker| {
            let mut response = asker.good();
            response.nonce = nonce(asker.nonce().unwrap_or_default());
            response.der()
        })
    };
    for scene in [
        with(|_| Some(der::octets(&[7; 32]))),
        with(|_| Some(Vec::new())),
        with(|mut ours| {
            ours[9] ^= 1;
            Some(ours)
        }),
        with(|ours| Some(ours[..33].to_vec())),
    ] {
        let (results, cause) = scene.stays_open();
        assert_eq!(results, [FetchResult::OtherNonce]);
        assert!(matches!(cause, Cause::NoRevocationData { .. }), "it is no evidence at all");
        assert_eq!(scene.server.asked(), ["POST /ocsp"]);
    }
    let nonce = |scene: &Scene| match &results(&scene.passes())[..] {
        [FetchResult::Answered { nonce, .. }] => *nonce,
        other => panic!("{other:?}"),
    };
    assert_eq!(nonce(&with(Some)), Some(AnswerNonce::Ours));
    // As old responders write it, without a tag of its own.
    assert_eq!(nonce(&with(|ours| Some(ours[2..].to_vec()))), Some(AnswerNonce::Ours));
    // Made for everybody: accepted, and said.
    assert_eq!(nonce(&with(|_| None)), Some(AnswerNonce::Absent));
}

#[test]
fn an_old_answer_is_of_its_time() {
    let made = |at: Instant| {
        Scene::answering(move |asker| {
            let mut response = Response::good(asker.seal, authority(), answerer(), at);
            response.responder = responder(authority(), "PARAUGS Zīmogu CA OCSP", &at.xml());
            response.certificates = vec![response.responder.der.clone()];
            response.nonce = None;
            response.der()
        })
    };
    // Weeks after the proven time, and long ago: it says all that is asked.
    made(Instant::of("2025-08-01T00:00:00Z")).passes();
    // Days before the proven time: it says nothing of what came between.
    let (results, cause) = made(Instant::of("2025-06-20T00:00:00Z")).stays_open();
    assert!(matches!(results[..], [FetchResult::NotEnough { .. }]), "{results:?}");
    assert!(matches!(cause, Cause::RevocationTooOld { .. }), "{cause:?}");
    let (_, cause) = made(Instant::of(NOW).plus(3_600)).stays_open();
    assert!(matches!(cause, Cause::RevocationRefused { reason: AnswerFault::FromTheFuture, .. }), "{cause:?}");
}

/// A run that goes by the clock began before the answer was made.
#[test]
fn an_answer_is_younger_than_the_beginning_of_the_run() {
    let scene = Scene::answering(|asker| {
        let mut response = asker.good();
        response.produced_at = Instant::of(NOW).plus(5);
        response.answers[0].this_update = Instant::of(NOW).plus(5);
        response.der()
    });
    let (_, cause) = scene.stays_open();
    assert!(matches!(cause, Cause::RevocationRefused { reason: AnswerFault::FromTheFuture, .. }), "{cause:?}");
    let judged_by = |clock: fn() -> edoc::Timestamp| {
        let mut setting = scene.offline();
        setting.permit_network(scene.asking(edoc::fetch::Reach::Anywhere).following(clock));
        scene.judge(&setting)
    };
    let report = judged_by(|| "2026-11-23T12:00:06Z".parse().unwrap());
    assert_eq!(
        (indication(&report), report.checked_at.to_string().as_str()),
        (Indication::TotalPassed, "2026-11-23T12:00:06Z")
    );
    // A clock that was set back does not lead into the past.
    std::fs::remove_dir_all(scene.path("data")).unwrap();
    let report = judged_by(|| "2026-11-23T11:00:00Z".parse().unwrap());
    assert_eq!(report.checked_at, NOW.parse().unwrap());
}

#[test]
fn an_answer_about_somebody_else_is_not_taken() {
    let scene = Scene::answering(|asker| {
        let mut response = asker.good();
        response.answers[0].serial = vec![0x41; 16];
        response.der()
    });
    assert_eq!(scene.stays_open().0, [FetchResult::NotAbout]);
    let scene = Scene::answering(|asker| {
        let mut response = asker.good();
        response.answers[0].issuer_key = Pki::shared().person_authority.key.public_bits();
        response.der()
    });
    assert_eq!(scene.stays_open().0, [FetchResult::NotAbout]);
}

#[test]
fn a_responder_that_cannot_answer_is_asked_again_by_get_and_no_more() {
    let twice = |scene: &Scene| {
        let asked = scene.server.asked();
        assert!(asked.len() == 2 && asked[0].starts_with("/ocsp/MF") && asked[1] == "POST /ocsp", "{asked:?}");
    };
    for status in [1, 2, 3, 6] {
        let scene = Scene::answering(move |asker| {
            let mut response = asker.good();
            response.outcome = status;
            response.der()
        });
        assert_eq!(scene.stays_open().0, [FetchResult::ResponderError { status }]);
        twice(&scene);
    }
    let scene = Scene::answering(|_| b"<!DOCTYPE html><p>Maintenance</p>".to_vec());
    assert_eq!(scene.stays_open().0, [FetchResult::NotAnAnswer]);
    twice(&scene);
    let scene = Scene::naming(&["ocsp"]);
    scene.server.serve("ocsp", Page::Status(503));
    assert_eq!(scene.stays_open().0, [FetchResult::Status { status: 503 }]);
    assert_eq!(*scene.announced.lock().unwrap(), [scene.server.url("ocsp")], "announced once");
}

#[test]
fn a_responder_that_takes_only_get_is_understood() {
    let taking_get = |nonce: Option<Vec<u8>>| {
        let scene = Scene::naming(&["ocsp"]);
        scene.serve_ocsp(move |asker| match asker.question.method.as_str() {
            "GET" => {
                let encoded = asker.question.path.strip_prefix("/ocsp/").unwrap();
                let encoded = encoded.replace("%2B", "+").replace("%2F", "/").replace("%3D", "=");
                let request = STANDARD.decode(encoded).unwrap();
                assert_eq!((nonce_of(&request), asker.question.media_type.as_deref()), (None, None));
                let mut response = asker.good();
                response.nonce.clone_from(&nonce);
                (200, response.der())
            }
            _ => (405, Vec::new()),
        });
        scene
    };
    let report = taking_get(None).passes();
    assert!(matches!(results(&report)[..], [FetchResult::Answered { nonce: Some(AnswerNonce::Absent), .. }]));
    // That question had no nonce, so an answer with one is to somebody else's.
    let scene = taking_get(Some(der::octets(&[7; 32])));
    assert_eq!(scene.stays_open().0, [FetchResult::Status { status: 405 }]);
}

#[test]
fn the_answer_is_named_by_its_digest() {
    let octets: std::sync::Arc<std::sync::Mutex<Vec<u8>>> = std::sync::Arc::default();
    let keep = std::sync::Arc::clone(&octets);
    let scene = Scene::answering(move |asker| {
        let der = asker.good().der();
        keep.lock().unwrap().clone_from(&der);
        der
    });
    let report = scene.passes();
    let digest = Sha256::of(&octets.lock().unwrap());
    assert_eq!(results(&report), [FetchResult::Answered { sha256: digest, nonce: Some(AnswerNonce::Ours) }]);
    assert_eq!(scene.kept(), [format!("{digest}.ocsp")]);
}
