//! Archive time-stamps and past validation (EN 319 102-1, 5.6; reference 4.6).

use super::build::*;
use super::rows::{Row, check};
use crate::evidence::ImprintFacts;
use crate::validation::{Policy, ProvenBy};

const NO_POE: &str = "IND/CRYPTO_CONSTRAINTS_FAILURE_NO_POE";

fn sha1_path(world: &mut World) {
    world.certificate("seal").algorithm = Some(RSA_SHA1);
    world.certificate("ca").public_key = rsa(2048);
}

/// A world of 2011: everything a decade and more ago, archived before SHA-1 ended, and once more when it had not.
fn of_2011() -> World {
    let mut world = World::archived();
    for certificate in &mut world.evidence.certificates {
        certificate.not_before = at("2005-01-01T00:00:00Z");
        certificate.not_after = at("2040-01-01T00:00:00Z");
    }
    for service in &mut world.services {
        service.periods[0].since = at("2000-01-01T00:00:00Z");
    }
    world.stamp().at = Some(at("2011-03-01T10:00:00Z"));
    world.last_stamp().at = Some(at("2012-03-01T10:00:00Z"));
    world.signature.properties.signing_time = Some(at("2011-03-01T10:00:00Z"));
    (world.answer().this_update, world.answer().produced_at) = (at("2011-03-01T10:00:05Z"), at("2011-03-01T10:00:05Z"));
    world
}

#[test]
fn algorithms_that_have_ended() {
    fn uncovered(world: &mut World, label: &str) {
        world.last_stamp().covers.objects.retain(|object| *object != id(label));
    }
    let rows: &[Row] = &[
        ("nothing has ended", |_| {}, "TP", "TP"),
        ("certificate signed with SHA-1, archived before its end", sha1_path, "TP", "TP"),
        (
            "archived a second before its end",
            |w| {
                sha1_path(w);
                w.last_stamp().at = Some(at("2012-07-31T23:59:59Z"));
            },
            "TP",
            "TP",
        ),
        (
            "the signer is covered by the first stamp already, archived at the end",
            |w| {
                sha1_path(w);
                w.last_stamp().at = Some(at("2012-08-01T00:00:00Z"));
            },
            "TP",
            "TP",
        ),
        (
            "archived at its end, the first stamp does not name the signer",
            |w| {
                sha1_path(w);
                w.stamp().covers.objects.clear();
                w.last_stamp().at = Some(at("2012-08-01T00:00:00Z"));
            },
            NO_POE,
            NO_POE,
        ),
        (
            "the archive time-stamp does not cover the certificate",
            |w| {
                sha1_path(w);
                w.stamp().covers.objects.clear();
                uncovered(w, "seal");
            },
            NO_POE,
            NO_POE,
        ),
        (
            "the archive time-stamp is wrong",
            |w| {
                sha1_path(w);
                w.last_stamp().imprint = ImprintFacts::Differs;
            },
            NO_POE,
            NO_POE,
        ),
        (
            "the archive time-stamp is of an authority nobody lists",
            |w| {
                sha1_path(w);
                w.services.pop();
            },
            NO_POE,
            NO_POE,
        ),
        (
            "the archive time-stamp itself rests on SHA-1",
            |w| {
                sha1_path(w);
                w.last_stamp().imprint_digest = Some(crate::crypto::DigestAlgorithm::Sha1);
            },
            NO_POE,
            NO_POE,
        ),
        (
            "and a newer one covers that one before the end",
            |w| {
                sha1_path(w);
                w.last_stamp().imprint_digest = Some(crate::crypto::DigestAlgorithm::Sha1);
                let all = ["seal", "ca", "responder", "tsu", "answer", "stamp", "archive", "archiver"];
                w.archive("second archive", "2012-06-01T00:00:00Z", &all);
            },
            "TP",
            "TP",
        ),
        (
            "the newer one came after the end",
            |w| {
                sha1_path(w);
                w.stamp().covers.objects.clear();
                w.last_stamp().imprint_digest = Some(crate::crypto::DigestAlgorithm::Sha1);
                let all = ["seal", "ca", "responder", "tsu", "answer", "stamp", "archive", "archiver"];
                w.archive("second archive", "2012-09-01T00:00:00Z", &all);
            },
            NO_POE,
            NO_POE,
        ),
        (
            "answer signed with SHA-1, covered",
            |w| {
                w.answer().algorithm = Some(RSA_SHA1);
                w.certificate("responder").public_key = rsa(2048);
            },
            "TP",
            "TP",
        ),
        (
            "answer signed with SHA-1, not covered",
            |w| {
                w.answer().algorithm = Some(RSA_SHA1);
                w.certificate("responder").public_key = rsa(2048);
                uncovered(w, "answer");
            },
            NO_POE,
            NO_POE,
        ),
        (
            "first stamp with a SHA-1 imprint, covered",
            |w| w.stamp().imprint_digest = Some(crate::crypto::DigestAlgorithm::Sha1),
            "TP",
            "TP",
        ),
        ("an algorithm that never held", |w| w.certificate("seal").algorithm = None, NO_POE, NO_POE),
        (
            "SHA-1 signature, archived after its end",
            |w| {
                w.signature.algorithm = Some(RSA_SHA1);
                w.certificate("seal").public_key = rsa(2048);
                w.stamp().at = Some(at("2012-09-01T00:00:00Z"));
                w.last_stamp().at = Some(at("2013-09-01T00:00:00Z"));
                (w.answer().this_update, w.answer().produced_at) =
                    (at("2012-09-01T00:00:00Z"), at("2012-09-01T00:00:00Z"));
            },
            NO_POE,
            NO_POE,
        ),
    ];
    check(of_2011, rows);
}

#[test]
fn revoked_since() {
    let rows: &[Row] = &[
        (
            "signer, after the archive time-stamp",
            |w| w.answer().status = revoked("2025-01-01T00:00:00Z", None),
            "TP",
            "TP",
        ),
        ("signer, between the stamps", |w| w.answer().status = revoked("2023-06-01T00:00:00Z", None), "TP", "TP"),
        (
            "signer, before the stamps",
            |w| w.answer().status = revoked("2023-02-01T00:00:00Z", None),
            "IND/REVOKED_NO_POE",
            "IND/REVOKED_NO_POE",
        ),
        (
            "signer on hold before the stamps",
            |w| w.answer().status = revoked("2023-02-01T00:00:00Z", Some(6)),
            "IND/TRY_LATER",
            "IND/TRY_LATER",
        ),
        (
            "run out before the stamps",
            |w| {
                w.certificate("seal").not_after = at("2023-02-28T00:00:00Z");
                w.signature.properties.signing_time = Some(at("2023-02-27T00:00:00Z"));
                w.answer().retained_since = Some(at("2020-01-01T00:00:00Z"));
            },
            "IND/OUT_OF_BOUNDS_NOT_REVOKED",
            "IND/OUT_OF_BOUNDS_NOT_REVOKED",
        ),
        (
            "signer, in the very second of the stamp",
            |w| w.answer().status = revoked(STAMPED, None),
            "IND/REVOKED_NO_POE",
            "IND/REVOKED_NO_POE",
        ),
        (
            "the service was not in force: nothing newer mends that",
            |w| w.service("ca").periods.insert(0, period("CA/QC", "withdrawn", "2023-01-01T00:00:00Z")),
            "IND/NO_CERTIFICATE_CHAIN_FOUND_NO_POE service-not-in-force",
            "TP",
        ),
        (
            "stated time missing",
            |w| w.signature.properties.signing_time = None,
            "IND/SIG_CONSTRAINTS_FAILURE",
            "IND/SIG_CONSTRAINTS_FAILURE",
        ),
        (
            "nobody answers",
            |w| w.signature.revocation.clear(),
            "IND/CERTIFICATE_CHAIN_GENERAL_FAILURE",
            "IND/CERTIFICATE_CHAIN_GENERAL_FAILURE",
        ),
        (
            "nobody lists it",
            |w| drop(w.services.remove(0)),
            "IND/NO_CERTIFICATE_CHAIN_FOUND",
            "IND/NO_CERTIFICATE_CHAIN_FOUND",
        ),
    ];
    check(World::archived, rows);
}

/// The repair of table 4.7: the answer is proven to have been there while its responder was in force.
#[test]
fn the_responder_has_run_out_since() {
    fn gone(world: &mut World, when: &str) {
        world.certificate("responder").not_after = at(when);
    }
    let out = "IND/REVOCATION_OUT_OF_BOUNDS_NO_POE";
    let rows: &[Row] = &[
        ("archived while it was in force", |w| gone(w, "2024-06-01T00:00:00Z"), "TP", "TP"),
        ("archived in its last second", |w| gone(w, "2024-03-01T10:00:00Z"), "TP", "TP"),
        ("archived a second too late", |w| gone(w, "2024-03-01T09:59:59Z"), "TP", out),
        (
            "the archive time-stamp does not cover the answer",
            |w| {
                gone(w, "2024-06-01T00:00:00Z");
                w.last_stamp().covers.objects.retain(|object| *object != id("answer"));
            },
            "TP",
            out,
        ),
        (
            "the archive time-stamp is wrong",
            |w| {
                gone(w, "2024-06-01T00:00:00Z");
                w.last_stamp().imprint = ImprintFacts::Differs;
            },
            "TP",
            out,
        ),
        (
            "both have run out, archived before",
            |w| {
                gone(w, "2024-06-01T00:00:00Z");
                w.certificate("seal").not_after = at("2025-01-01T00:00:00Z");
            },
            "TP",
            "TP",
        ),
        (
            "both have run out, archived too late",
            |w| {
                gone(w, "2024-02-01T00:00:00Z");
                w.certificate("seal").not_after = at("2025-01-01T00:00:00Z");
            },
            "TP",
            out,
        ),
    ];
    check(World::archived, rows);
}

#[test]
fn the_lowest_proof_counts() {
    let policy = Policy::zimogs_1().unwrap();
    let mut world = World::archived();
    assert_eq!(world.judge(&policy).proven.at, at(STAMPED));
    world.stamp().imprint = ImprintFacts::Differs;
    world.answer().this_update = at("2024-03-01T10:00:05Z");
    world.answer().produced_at = at("2024-03-01T10:00:05Z");
    let archived = world.judge(&policy).proven;
    assert_eq!((archived.at, archived.by), (at("2024-03-01T10:00:00Z"), ProvenBy::Timestamp));
    world.last_stamp().imprint = ImprintFacts::Differs;
    assert_eq!((world.judge(&policy).proven.at, world.judge(&policy).proven.by), (at(NOW), ProvenBy::Now));
}
