//! Ends of algorithms (reference 2.6, N76 to N79): of the signature at the proven time, of its path now.

use super::build::*;
use super::rows::{Row, check};
use crate::crypto::{KeyFamily, SignatureAlgorithm};
use crate::evidence::KeyFacts;

const NO_POE: &str = "IND/CRYPTO_CONSTRAINTS_FAILURE_NO_POE algorithm-ended";

/// Everything happens at another time, judged when the world is.
fn then(world: &mut World, time: &str) {
    world.stamp().at = Some(at(time));
    world.signature.properties.signing_time = Some(at(time));
    let answer = world.answer();
    (answer.this_update, answer.produced_at) = (at(time), at(time));
    for label in ["seal", "ca", "responder", "tsu"] {
        world.certificate(label).not_before = at("2000-01-01T00:00:00Z");
        world.certificate(label).not_after = at("2040-01-01T00:00:00Z");
    }
    for service in &mut world.services {
        service.periods[0].since = at("2000-01-01T00:00:00Z");
    }
}

fn signed(world: &mut World, algorithm: Option<SignatureAlgorithm>, key: Option<KeyFacts>) {
    world.signature.algorithm = algorithm;
    world.certificate("seal").public_key = key;
}

#[test]
fn of_the_signature() {
    let rows: &[Row] = &[
        ("RSA 2048", |w| signed(w, Some(RSA), rsa(2048)), "TP", "TP"),
        ("N76: SHA-1 signature", |w| signed(w, Some(RSA_SHA1), rsa(2048)), NO_POE, NO_POE),
        ("N76: SHA-1 reference", |w| w.signature.references[0].digest_method = SHA1.to_owned(), NO_POE, NO_POE),
        (
            "N76: SHA-1 over the properties",
            |w| w.signature.references[1].digest_method = SHA1.to_owned(),
            NO_POE,
            NO_POE,
        ),
        (
            "N76: SHA-1 names the certificate",
            |w| w.signature.properties.certificate_digest_method = SHA1.to_owned(),
            NO_POE,
            NO_POE,
        ),
        (
            "N77: SHA-1 proven before its end",
            |w| {
                then(w, "2012-07-31T23:59:59Z");
                signed(w, Some(RSA_SHA1), rsa(2048));
                w.signature.references[0].digest_method = SHA1.to_owned();
            },
            "TP",
            "TP",
        ),
        (
            "N77: SHA-1 at its end",
            |w| {
                then(w, "2012-08-01T00:00:00Z");
                signed(w, Some(RSA_SHA1), rsa(2048));
            },
            NO_POE,
            NO_POE,
        ),
        (
            "N78: RSA 1024 in 2015",
            |w| {
                then(w, "2015-01-01T00:00:00Z");
                signed(w, Some(RSA), rsa(1024));
            },
            "TP",
            "TP",
        ),
        (
            "N78: RSA 1024 a second before its end",
            |w| {
                then(w, "2019-09-30T23:59:59Z");
                signed(w, Some(RSA), rsa(1024));
            },
            "TP",
            "TP",
        ),
        (
            "N78: RSA 1024 at its end",
            |w| {
                then(w, "2019-10-01T00:00:00Z");
                signed(w, Some(RSA), rsa(1024));
            },
            NO_POE,
            NO_POE,
        ),
        ("N78: RSA 1024 in 2023", |w| signed(w, Some(RSA), rsa(1024)), NO_POE, NO_POE),
        (
            "RSA 1023 never",
            |w| {
                then(w, "2005-01-01T00:00:00Z");
                signed(w, Some(RSA), rsa(1023));
            },
            NO_POE,
            NO_POE,
        ),
        (
            "N79: MD5",
            |w| w.signature.references[0].digest_method = "http://www.w3.org/2001/04/xmldsig-more#md5".to_owned(),
            NO_POE,
            NO_POE,
        ),
        ("an algorithm nobody here knows", |w| signed(w, None, p256()), NO_POE, NO_POE),
        ("a key nobody here knows", |w| signed(w, Some(ECDSA), None), NO_POE, NO_POE),
        (
            "a small curve",
            |w| signed(w, Some(ECDSA), Some(KeyFacts { family: KeyFamily::P256, bits: 192 })),
            NO_POE,
            NO_POE,
        ),
        (
            "Ed25519 is not in the table",
            |w| {
                let key = KeyFacts { family: KeyFamily::Ed25519, bits: 256 };
                signed(w, Some(SignatureAlgorithm::Ed25519), Some(key));
            },
            NO_POE,
            NO_POE,
        ),
        (
            "proven to be made after its end",
            |w| {
                signed(w, Some(RSA_SHA1), rsa(2048));
                let content = "AllDataObjectsTimeStamp";
                w.signature.timestamps.insert(0, stamp("content", content, "tsu", "2023-02-02T00:00:00Z", &[]));
            },
            "IND/CRYPTO_CONSTRAINTS_FAILURE algorithm-ended",
            "IND/CRYPTO_CONSTRAINTS_FAILURE algorithm-ended",
        ),
        (
            "N105: the proof is wrong",
            |w| {
                then(w, "2012-07-31T23:59:59Z");
                signed(w, Some(RSA_SHA1), rsa(2048));
                w.answer().produced_at = at("2026-11-23T11:00:00Z");
                w.answer().this_update = at("2026-11-23T11:00:00Z");
                w.stamp().imprint = crate::evidence::ImprintFacts::Differs;
            },
            NO_POE,
            NO_POE,
        ),
    ];
    check(World::new, rows);
}

/// 5.5.4 step 8: what the path rests on must hold now, whatever the proven time.
#[test]
fn of_the_path() {
    let rows: &[Row] = &[
        (
            "N77: certificate signed with SHA-1, proven before its end",
            |w| {
                then(w, "2012-07-31T23:59:59Z");
                w.certificate("seal").algorithm = Some(RSA_SHA1);
                w.certificate("ca").public_key = rsa(2048);
            },
            NO_POE,
            NO_POE,
        ),
        (
            "certificate signed with SHA-256",
            |w| {
                w.certificate("seal").algorithm = Some(RSA);
                w.certificate("ca").public_key = rsa(2048);
            },
            "TP",
            "TP",
        ),
        (
            "by an authority's key of 1024 bits",
            |w| {
                w.certificate("seal").algorithm = Some(RSA);
                w.certificate("ca").public_key = rsa(1024);
            },
            NO_POE,
            NO_POE,
        ),
        ("certificate signed by an unknown algorithm", |w| w.certificate("seal").algorithm = None, NO_POE, NO_POE),
        (
            "answer signed with SHA-1",
            |w| {
                w.answer().algorithm = Some(RSA_SHA1);
                w.certificate("responder").public_key = rsa(2048);
            },
            NO_POE,
            NO_POE,
        ),
        (
            "the responder's certificate is signed with SHA-1",
            |w| {
                w.certificate("responder").algorithm = Some(RSA_SHA1);
                w.certificate("ca").public_key = rsa(2048);
                w.certificate("seal").algorithm = Some(RSA);
            },
            NO_POE,
            NO_POE,
        ),
        (
            "with SHA-256",
            |w| {
                w.certificate("responder").algorithm = Some(RSA);
                w.certificate("ca").public_key = rsa(2048);
                w.certificate("seal").algorithm = Some(RSA);
            },
            "TP",
            "TP",
        ),
        ("answer signed by an unknown algorithm", |w| w.answer().algorithm = None, NO_POE, NO_POE),
        (
            "the listed one's own signature is not looked at",
            |w| w.certificate("ca").algorithm = Some(RSA_SHA1),
            "TP",
            "TP",
        ),
    ];
    check(World::new, rows);
}

/// From 2029 on nothing signed with RSA 2048 holds without archive time-stamps.
#[test]
fn until_when_it_holds() {
    use crate::validation::Policy;
    let policy = Policy::zimogs_1().unwrap();
    let mut world = World::new();
    assert_eq!(world.judge(&policy).holds_until, None, "no end is known of these algorithms");
    world.certificate("seal").algorithm = Some(RSA);
    world.certificate("ca").public_key = rsa(2048);
    let until = world.judge(&policy).holds_until;
    assert_eq!(until, Some(at("2029-01-01T00:00:00Z")));
    world.now = at("2028-12-31T23:59:59Z");
    assert_eq!(super::rows::word(world.judge(&policy).indication), "TP");
    world.now = at("2029-01-01T00:00:00Z");
    assert_eq!(super::rows::word(world.judge(&policy).indication), "IND/CRYPTO_CONSTRAINTS_FAILURE_NO_POE");
    assert_eq!(world.judge(&policy).holds_until, None, "past");
}

/// The verdict turns when the algorithms of its time-stamp end, though nothing of the path does; the signature's own have
/// been proven to be older by then.
#[test]
fn until_when_its_time_stamp_holds() {
    use crate::validation::Policy;
    let policy = Policy::zimogs_1().unwrap();
    let mut world = World::new();
    world.signature.algorithm = Some(RSA);
    world.certificate("seal").public_key = rsa(2048);
    assert_eq!(world.judge(&policy).holds_until, None, "proven before its end");
    world.stamp().algorithm = Some(RSA);
    world.certificate("tsu").public_key = rsa(2048);
    assert_eq!(world.judge(&policy).holds_until, Some(at("2029-01-01T00:00:00Z")));
    world.now = at("2028-12-31T23:59:59Z");
    assert_eq!(super::rows::word(world.judge(&policy).indication), "TP");
    world.now = at("2029-01-01T00:00:00Z");
    assert_ne!(super::rows::word(world.judge(&policy).indication), "TP");
    let mut world = World::new();
    world.signature.timestamps.clear();
    world.signature.algorithm = Some(RSA);
    world.certificate("seal").public_key = rsa(2048);
    world.now = at("2023-03-01T12:00:00Z");
    assert_eq!(world.judge(&policy).holds_until, Some(at("2029-01-01T00:00:00Z")), "nothing proves when it was made");
}
