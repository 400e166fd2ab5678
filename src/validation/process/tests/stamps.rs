//! Time-stamps (reference 5.4, N105 to N115): one that is not right is as if it were not there. Without it the signature is
//! judged for now, three years after its answer: too old for us, not asked in the strict policy.

use super::build::*;
use super::rows::{Row, check};
use crate::crypto::SignatureFault;
use crate::evidence::ImprintFacts;
use crate::pki::path::PathFault;
use crate::pki::timestamp::TimestampFault;
use crate::validation::{Conclusion, Policy};

const IGNORED: &str = "IND/TRY_LATER revocation-too-old";

/// The words on the first time-stamp itself.
fn stamp_words(start: fn() -> World, rows: &[Row]) {
    let policies = [Policy::zimogs_1().unwrap(), Policy::etsi_strict().unwrap()];
    let word = |conclusion: &Conclusion| super::rows::word(conclusion.timestamps[0].indication);
    let mut wrong = Vec::new();
    for (row, change, ours, strict) in rows {
        let mut world = start();
        change(&mut world);
        for (policy, expected) in policies.iter().zip([ours, strict]) {
            let conclusion = world.judge(policy);
            if word(&conclusion) != *expected {
                let cause = &conclusion.timestamps[0].cause;
                wrong.push(format!("{row}, {}: {} {cause:?}, expected {expected}", policy.id, word(&conclusion)));
            }
            // Whatever is not right proves no time.
            let proven = conclusion.proven.at == world.stamp().at.unwrap_or(world.now);
            assert!(*expected == "TP" || !proven || world.stamp().at.is_none(), "{row}");
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_wrong_one_is_as_if_it_were_not_there() {
    let rows: &[Row] = &[
        ("right", |_| {}, "TP", "TP"),
        ("none", |w| w.signature.timestamps.clear(), IGNORED, "TP"),
        ("N105: of another signature", |w| w.stamp().imprint = ImprintFacts::Differs, IGNORED, "TP"),
        ("N106: not readable", |w| w.stamp().malformed = malformed(), IGNORED, "TP"),
        ("N107: authority not listed", |w| drop(w.services.pop()), IGNORED, "TP"),
        ("N108: authority for other things too", |w| w.stamp().authority_stamps_only = false, IGNORED, "TP"),
        ("N114: two tokens in one property", |w| w.stamp().tokens_in_property = 2, "TP", "TP"),
        ("covers documents alone", |w| w.stamp().covers.signature = false, IGNORED, "TP"),
        (
            "a wrong one beside a right one",
            |w| {
                let mut wrong = stamp("wrong", "SignatureTimeStamp", "tsu", "2023-02-01T00:00:00Z", &[]);
                wrong.imprint = ImprintFacts::Differs;
                w.signature.timestamps.insert(0, wrong);
            },
            "TP",
            "TP",
        ),
        (
            "the lowest of two right ones counts",
            |w| {
                let later = stamp("later", "SignatureTimeStamp", "tsu", "2023-06-01T00:00:00Z", &[]);
                w.signature.timestamps.push(later);
                w.answer().status = revoked("2023-04-01T00:00:00Z", None);
            },
            "TP",
            "TP",
        ),
        (
            "wrong, and revoked since",
            |w| {
                w.stamp().imprint = ImprintFacts::Differs;
                w.answer().status = revoked("2023-04-01T00:00:00Z", None);
            },
            "IND/REVOKED_NO_POE",
            "IND/REVOKED_NO_POE",
        ),
        (
            "wrong, and the certificate has run out since",
            |w| {
                w.stamp().imprint = ImprintFacts::Differs;
                w.certificate("seal").not_after = at("2025-01-01T00:00:00Z");
            },
            "IND/OUT_OF_BOUNDS_NOT_REVOKED",
            "IND/OUT_OF_BOUNDS_NOT_REVOKED",
        ),
    ];
    check(World::new, rows);
}

fn malformed() -> Option<TimestampFault> {
    Some(TimestampFault::Malformed { detail: "no CMS".to_owned() })
}

#[test]
fn the_word_on_a_stamp() {
    let rows: &[Row] = &[
        ("right", |_| {}, "TP", "TP"),
        (
            "imprint of something else",
            |w| w.stamp().imprint = ImprintFacts::Differs,
            "TF/HASH_FAILURE",
            "TF/HASH_FAILURE",
        ),
        (
            "imprint by an unknown digest",
            |w| {
                w.stamp().imprint = ImprintFacts::DigestUnsupported;
                w.stamp().imprint_digest = None;
            },
            "IND/SIGNED_DATA_NOT_FOUND",
            "IND/SIGNED_DATA_NOT_FOUND",
        ),
        (
            "N113: imprint of data not at hand",
            |w| w.stamp().imprint = ImprintFacts::DataMissing,
            "IND/SIGNED_DATA_NOT_FOUND",
            "IND/SIGNED_DATA_NOT_FOUND",
        ),
        ("N106: no token", |w| w.stamp().malformed = malformed(), "TF/FORMAT_FAILURE", "TF/FORMAT_FAILURE"),
        (
            "N106: signature altered",
            |w| w.stamp().signature = Some(TimestampFault::Signature { reason: SignatureFault::Mismatch }),
            "TF/SIG_CRYPTO_FAILURE",
            "TF/SIG_CRYPTO_FAILURE",
        ),
        (
            "content changed",
            |w| w.stamp().signature = Some(TimestampFault::ContentChanged),
            "TF/HASH_FAILURE",
            "TF/HASH_FAILURE",
        ),
        (
            "N115: no ESSCertID, so no certificate is bound to it",
            |w| {
                w.stamp().signature = Some(TimestampFault::NoSigningCertificate);
                w.stamp().authority = None;
                w.stamp().paths.clear();
            },
            "IND/NO_SIGNING_CERTIFICATE_FOUND",
            "IND/NO_SIGNING_CERTIFICATE_FOUND",
        ),
        (
            "no authority, and nobody says why",
            |w| w.stamp().authority = None,
            "IND/NO_SIGNING_CERTIFICATE_FOUND",
            "IND/NO_SIGNING_CERTIFICATE_FOUND",
        ),
        (
            "its authority is not among the facts",
            |w| w.evidence.certificates.retain(|one| one.sha256 != id("tsu")),
            "IND/NO_SIGNING_CERTIFICATE_FOUND",
            "IND/NO_SIGNING_CERTIFICATE_FOUND",
        ),
        (
            "N107: not listed",
            |w| drop(w.services.pop()),
            "IND/NO_CERTIFICATE_CHAIN_FOUND",
            "IND/NO_CERTIFICATE_CHAIN_FOUND",
        ),
        (
            "listed as an authority for certificates only",
            |w| w.services[1] = service("tsu", "CA/QC"),
            "IND/NO_CERTIFICATE_CHAIN_FOUND",
            "IND/NO_CERTIFICATE_CHAIN_FOUND",
        ),
        ("P4: listed, not qualified", |w| w.services[1] = service("tsu", "TSA"), "TP", "TP"),
        (
            "N108: not for time alone",
            |w| w.stamp().authority_stamps_only = false,
            "IND/CHAIN_CONSTRAINTS_FAILURE",
            "IND/CHAIN_CONSTRAINTS_FAILURE",
        ),
        (
            "critical extension nobody understands",
            |w| w.stamp().unknown_critical.push("1.2.3".to_owned()),
            "IND/SIG_CONSTRAINTS_FAILURE",
            "IND/SIG_CONSTRAINTS_FAILURE",
        ),
        (
            "N109: after its authority's end",
            |w| w.certificate("tsu").not_after = at("2023-03-01T09:59:59Z"),
            "IND/OUT_OF_BOUNDS_NO_POE",
            "IND/OUT_OF_BOUNDS_NO_POE",
        ),
        ("in its last second", |w| w.certificate("tsu").not_after = at(STAMPED), "TP", "TP"),
        (
            "N109: before its authority's beginning",
            |w| w.certificate("tsu").not_before = at("2023-03-01T10:00:01Z"),
            "IND/OUT_OF_BOUNDS_NO_POE",
            "IND/OUT_OF_BOUNDS_NO_POE",
        ),
        ("in its first second", |w| w.certificate("tsu").not_before = at(STAMPED), "TP", "TP"),
        (
            "of the future",
            |w| w.now = at("2023-03-01T09:59:59Z"),
            "IND/OUT_OF_BOUNDS_NO_POE",
            "IND/OUT_OF_BOUNDS_NO_POE",
        ),
        ("of now", |w| w.now = at(STAMPED), "TP", "TP"),
        (
            "imprint by a digest that nobody names",
            |w| w.stamp().imprint_digest = None,
            "IND/CRYPTO_CONSTRAINTS_FAILURE_NO_POE",
            "IND/CRYPTO_CONSTRAINTS_FAILURE_NO_POE",
        ),
        (
            "service withdrawn then",
            |w| w.service("tsu").periods.insert(0, period("TSA/QTST", "withdrawn", "2023-01-01T00:00:00Z")),
            "IND/NO_CERTIFICATE_CHAIN_FOUND_NO_POE",
            "TP",
        ),
        (
            "service withdrawn since",
            |w| w.service("tsu").periods.insert(0, period("TSA/QTST", "withdrawn", "2024-01-01T00:00:00Z")),
            "TP",
            "TP",
        ),
        (
            "the listed unit has run out since",
            |w| w.certificate("tsu").not_after = at("2024-01-01T00:00:00Z"),
            "TP",
            "TP",
        ),
        (
            "SHA-1 imprint",
            |w| w.stamp().imprint_digest = Some(crate::crypto::DigestAlgorithm::Sha1),
            "IND/CRYPTO_CONSTRAINTS_FAILURE_NO_POE",
            "IND/CRYPTO_CONSTRAINTS_FAILURE_NO_POE",
        ),
        (
            "signed with SHA-1",
            |w| w.stamp().algorithm = Some(RSA_SHA1),
            "IND/CRYPTO_CONSTRAINTS_FAILURE_NO_POE",
            "IND/CRYPTO_CONSTRAINTS_FAILURE_NO_POE",
        ),
        (
            "signed by an unknown algorithm",
            |w| w.stamp().algorithm = None,
            "IND/CRYPTO_CONSTRAINTS_FAILURE_NO_POE",
            "IND/CRYPTO_CONSTRAINTS_FAILURE_NO_POE",
        ),
    ];
    stamp_words(World::new, rows);
}

#[test]
fn a_unit_below_a_listed_authority() {
    fn unit(world: &mut World, when: &str, reason: Option<u8>) {
        world.signature.revocation[1].status = revoked(when, reason);
    }
    let revoked_word = "IND/REVOKED_NO_POE";
    let general = "IND/CERTIFICATE_CHAIN_GENERAL_FAILURE";
    let rows: &[Row] = &[
        ("right", |_| {}, "TP", "TP"),
        ("nobody answers for it", |w| w.forget_last_answer(), general, general),
        ("revoked before", |w| unit(w, "2023-01-01T00:00:00Z", Some(4)), revoked_word, revoked_word),
        ("revoked later, superseded", |w| unit(w, "2024-01-01T00:00:00Z", Some(4)), "TP", revoked_word),
        ("revoked later, another affiliation", |w| unit(w, "2024-01-01T00:00:00Z", Some(3)), "TP", revoked_word),
        ("revoked later, ceased", |w| unit(w, "2024-01-01T00:00:00Z", Some(5)), "TP", revoked_word),
        ("revoked later, stated to be unspecified", |w| unit(w, "2024-01-01T00:00:00Z", Some(0)), "TP", revoked_word),
        ("revoked in that second, superseded", |w| unit(w, STAMPED, Some(4)), revoked_word, revoked_word),
        ("revoked a second later, superseded", |w| unit(w, "2023-03-01T10:00:01Z", Some(4)), "TP", revoked_word),
        ("revoked later, key lost", |w| unit(w, "2024-01-01T00:00:00Z", Some(1)), revoked_word, revoked_word),
        (
            "revoked later, authority's key lost",
            |w| unit(w, "2024-01-01T00:00:00Z", Some(2)),
            revoked_word,
            revoked_word,
        ),
        (
            "revoked later, privilege withdrawn",
            |w| unit(w, "2024-01-01T00:00:00Z", Some(9)),
            revoked_word,
            revoked_word,
        ),
        ("revoked later, no reason given", |w| unit(w, "2024-01-01T00:00:00Z", None), revoked_word, revoked_word),
        (
            "it has run out since",
            |w| w.certificate("tsu").not_after = at("2024-01-01T00:00:00Z"),
            "TP",
            "IND/OUT_OF_BOUNDS_NO_POE",
        ),
        (
            "its authority may not issue",
            |w| w.stamp().paths[0].violations.push(violation("tsu", PathFault::NameNotAllowed)),
            general,
            general,
        ),
        (
            "its certificate is signed with SHA-1",
            |w| {
                w.certificate("tsu").algorithm = Some(RSA_SHA1);
                w.certificate("tsa").public_key = rsa(2048);
            },
            "IND/CRYPTO_CONSTRAINTS_FAILURE_NO_POE",
            "IND/CRYPTO_CONSTRAINTS_FAILURE_NO_POE",
        ),
    ];
    stamp_words(World::unit_below_an_authority, rows);
}

#[test]
fn the_order_of_stamps() {
    fn content(world: &mut World, time: &str) {
        world.signature.timestamps.insert(0, stamp("content", "AllDataObjectsTimeStamp", "tsu", time, &[]));
    }
    let order = "IND/TIMESTAMP_ORDER_FAILURE timestamp-order";
    let rows: &[Row] = &[
        ("content, signature, archive", |w| content(w, "2023-02-28T00:00:00Z"), "TP", "TP"),
        ("content and signature in one second", |w| content(w, STAMPED), "TP", "TP"),
        ("content after signature", |w| content(w, "2023-03-01T10:00:01Z"), order, "TP"),
        ("N111: archive before signature", |w| w.last_stamp().at = Some(at("2023-02-28T00:00:00Z")), order, "TP"),
        ("archive and signature in one second", |w| w.last_stamp().at = Some(at(STAMPED)), "TP", "TP"),
        (
            "archive before signature, and wrong",
            |w| {
                w.last_stamp().at = Some(at("2023-02-28T00:00:00Z"));
                w.last_stamp().imprint = ImprintFacts::Differs;
            },
            "TP",
            "TP",
        ),
        (
            "over references, after archive",
            |w| {
                let late = stamp("late", "SigAndRefsTimeStamp", "tsu", "2024-06-01T00:00:00Z", &[]);
                w.signature.timestamps.insert(1, late);
            },
            order,
            "TP",
        ),
    ];
    check(World::archived, rows);
}
