//! Revocation of signer and authorities (reference 4.5, 5.3, N100 to N103, N116 to N128).

use super::build::*;
use super::rows::{Row, check};
use crate::evidence::{Agreement, RevocationSource, StatusFacts};
use crate::validation::{AnswerFault, Cause, Outcome, Policy};

const NO_DATA: &str = "IND/CERTIFICATE_CHAIN_GENERAL_FAILURE no-revocation-data";
const REFUSED: &str = "IND/CERTIFICATE_CHAIN_GENERAL_FAILURE revocation-refused";
const REVOKED: &str = "IND/REVOKED_NO_POE revoked";

fn says(world: &mut World, when: &str, reason: Option<u8>) {
    world.answer().status = revoked(when, reason);
}

/// A second answer, made a minute after the first.
fn second(world: &mut World, status: Option<StatusFacts>) {
    let mut second = answer("second", "seal", "ca", "responder", "2023-03-01T10:01:05Z");
    second.status = status;
    world.signature.revocation.push(second);
}

#[test]
fn revoked_or_not() {
    let rows: &[Row] = &[
        ("N100: before", |w| says(w, "2023-03-01T09:59:59Z", None), REVOKED, REVOKED),
        ("in that very second", |w| says(w, STAMPED, None), REVOKED, REVOKED),
        ("N101: a second later", |w| says(w, "2023-03-01T10:00:01Z", None), "TP", "TP"),
        ("whatever the reason", |w| says(w, "2023-03-01T09:59:59Z", Some(5)), REVOKED, REVOKED),
        ("key lost, later", |w| says(w, "2023-03-01T10:00:01Z", Some(1)), "TP", "TP"),
        (
            "before, and nothing proves when it was signed",
            |w| {
                w.signature.timestamps.clear();
                says(w, "2023-03-01T09:59:59Z", None);
            },
            REVOKED,
            REVOKED,
        ),
        (
            "later, and nothing proves when it was signed",
            |w| {
                w.signature.timestamps.clear();
                says(w, "2024-03-01T10:00:00Z", None);
            },
            REVOKED,
            REVOKED,
        ),
        (
            "N102: on hold before",
            |w| says(w, "2023-03-01T09:59:59Z", Some(6)),
            "IND/TRY_LATER on-hold",
            "IND/TRY_LATER on-hold",
        ),
        ("on hold that second", |w| says(w, STAMPED, Some(6)), "IND/TRY_LATER", "IND/TRY_LATER"),
        ("N102: on hold later", |w| says(w, "2023-03-01T10:00:01Z", Some(6)), "TP", "TP"),
        (
            "on hold, and good again",
            |w| {
                says(w, "2023-03-01T09:59:59Z", Some(6));
                second(w, Some(StatusFacts::Good));
            },
            "TP",
            "TP",
        ),
        (
            "good, then on hold from before",
            |w| second(w, revoked("2023-03-01T09:59:59Z", Some(6))),
            "IND/TRY_LATER",
            "IND/TRY_LATER",
        ),
        (
            "good and on hold in one second",
            |w| {
                second(w, Some(StatusFacts::Good));
                w.answer().status = revoked("2023-03-01T09:59:59Z", Some(6));
                let made = w.signature.revocation[1].produced_at;
                (w.answer().produced_at, w.answer().this_update) = (made, made);
            },
            "IND/TRY_LATER on-hold",
            "IND/TRY_LATER on-hold",
        ),
        ("good, then revoked from before", |w| second(w, revoked("2023-03-01T09:59:59Z", None)), REVOKED, REVOKED),
        (
            "revoked, then good: never good again",
            |w| {
                says(w, "2023-03-01T09:59:59Z", None);
                second(w, Some(StatusFacts::Good));
            },
            REVOKED,
            REVOKED,
        ),
        (
            "on one of two paths, where alone the responder is believed",
            |w| {
                says(w, "2023-02-01T00:00:00Z", None);
                (w.answer().responder, w.answer().right) = (Some(id("listed")), crate::pki::ocsp::ResponderRight::None);
                w.add(responder("listed", "elsewhere"));
                let mut answering = service("listed", "Certstatus/OCSP/QC");
                answering.provider = "ANOTHER".to_owned();
                let mut cross = authority("cross", "root", "2010-01-01T00:00:00Z", "2040-01-01T00:00:00Z");
                (cross.subject, cross.spki_sha256) = (name("ca"), key_of("ca"));
                let mut other = service("cross", "CA/QC");
                other.provider = "ANOTHER".to_owned();
                w.add(cross);
                w.services.extend([answering, other]);
                let right = w.signature.paths[0].clone();
                w.signature.paths = vec![path(&["seal", "cross"]), right];
                second(w, Some(StatusFacts::Good));
            },
            REVOKED,
            REVOKED,
        ),
        (
            "proven to be signed after it",
            |w| {
                says(w, "2023-02-01T00:00:00Z", None);
                let content = "AllDataObjectsTimeStamp";
                w.signature.timestamps.insert(0, stamp("content", content, "tsu", "2023-02-02T00:00:00Z", &[]));
            },
            "TF/REVOKED revoked",
            "TF/REVOKED revoked",
        ),
        (
            "a content time-stamp of that very second proves nothing of it",
            |w| {
                says(w, "2023-02-01T00:00:00Z", None);
                let content = "IndividualDataObjectsTimeStamp";
                w.signature.timestamps.insert(0, stamp("content", content, "tsu", "2023-02-01T00:00:00Z", &[]));
            },
            REVOKED,
            REVOKED,
        ),
        (
            "a content time-stamp that is wrong proves nothing",
            |w| {
                says(w, "2023-02-01T00:00:00Z", None);
                let mut content = stamp("content", "AllDataObjectsTimeStamp", "tsu", "2023-02-02T00:00:00Z", &[]);
                content.imprint = crate::evidence::ImprintFacts::Differs;
                w.signature.timestamps.insert(0, content);
            },
            REVOKED,
            REVOKED,
        ),
    ];
    check(World::new, rows);
}

#[test]
fn authorities() {
    fn ca(world: &mut World, when: &str, reason: Option<u8>) {
        world.signature.revocation[1].status = revoked(when, reason);
    }
    let rows: &[Row] = &[
        (
            "N103: revoked before",
            |w| ca(w, "2023-03-01T09:59:59Z", None),
            "IND/REVOKED_CA_NO_POE revoked",
            "IND/REVOKED_CA_NO_POE revoked",
        ),
        ("that second", |w| ca(w, STAMPED, None), "IND/REVOKED_CA_NO_POE", "IND/REVOKED_CA_NO_POE"),
        ("later", |w| ca(w, "2023-03-01T10:00:01Z", None), "TP", "TP"),
        ("on hold", |w| ca(w, "2023-03-01T09:59:59Z", Some(6)), "IND/TRY_LATER", "IND/TRY_LATER"),
        (
            "the signer first",
            |w| {
                ca(w, "2023-01-01T00:00:00Z", None);
                says(w, "2023-01-01T00:00:00Z", None);
            },
            REVOKED,
            REVOKED,
        ),
    ];
    check(World::under_a_root, rows);
}

#[test]
fn answers_at_hand() {
    let rows: &[Row] = &[
        ("N125: none", |w| w.signature.revocation.clear(), NO_DATA, NO_DATA),
        ("N116: about another certificate", |w| w.answer().about = Some(id("tsu")), NO_DATA, NO_DATA),
        ("about nobody at hand", |w| w.answer().about = None, NO_DATA, NO_DATA),
        ("N116: for another issuer", |w| w.answer().issuer = Some(id("tsu")), NO_DATA, NO_DATA),
        ("for no issuer at hand", |w| w.answer().issuer = None, NO_DATA, NO_DATA),
        (
            "for another certificate of the issuer",
            |w| {
                let mut older = authority("older", "root", "2014-01-01T00:00:00Z", "2034-01-01T00:00:00Z");
                (older.subject, older.spki_sha256) = (name("ca"), key_of("ca"));
                w.add(older);
                w.answer().issuer = Some(id("older"));
            },
            "TP",
            "TP",
        ),
        (
            "for an issuer of that name with another key",
            |w| {
                let mut other = authority("other", "root", "2014-01-01T00:00:00Z", "2034-01-01T00:00:00Z");
                other.subject = name("ca");
                w.add(other);
                w.answer().issuer = Some(id("other"));
            },
            NO_DATA,
            NO_DATA,
        ),
        ("N119: unknown", |w| w.answer().status = Some(StatusFacts::Unknown), REFUSED, REFUSED),
        ("N119: unknown, and a good one beside it", |w| second_unknown(w), "TP", "TP"),
        ("no status", |w| w.answer().status = None, REFUSED, REFUSED),
        ("certHash of another certificate", |w| w.answer().certificate_hash = Agreement::Differs, REFUSED, REFUSED),
        ("certHash agrees", |w| w.answer().certificate_hash = Agreement::Agrees, "TP", "TP"),
        (
            "N122: made before the certificate",
            |w| {
                w.certificate("seal").not_before = at("2023-03-01T10:00:00Z");
                w.answer().this_update = at("2023-03-01T09:59:59Z");
            },
            REFUSED,
            REFUSED,
        ),
        (
            "N122: in the certificate's first second",
            |w| {
                w.certificate("seal").not_before = at("2023-03-01T09:59:59Z");
                w.signature.properties.signing_time = Some(at("2023-03-01T09:59:59Z"));
                w.answer().this_update = at("2023-03-01T09:59:59Z");
            },
            "TP",
            "TP",
        ),
        ("from the future", |w| w.answer().produced_at = at("2026-11-23T12:00:01Z"), REFUSED, REFUSED),
        (
            "from the future, and it says that it was revoked before now",
            |w| {
                w.signature.revocation.push(answer("later", "seal", "ca", "responder", "2026-12-01T00:00:00Z"));
                w.signature.revocation[1].status = revoked("2023-02-01T00:00:00Z", None);
            },
            REVOKED,
            REVOKED,
        ),
        (
            "from the future, and it says that it will be revoked",
            |w| {
                w.signature.revocation.push(answer("later", "seal", "ca", "responder", "2026-12-01T00:00:00Z"));
                w.signature.revocation[1].status = revoked("2026-11-30T00:00:00Z", None);
            },
            "TP",
            "TP",
        ),
        ("made now", |w| w.answer().produced_at = at(NOW), "TP", "TP"),
        ("N124: a year after", |w| (w.answer().produced_at, w.answer().this_update) = later(), "TP", "TP"),
        (
            "no revocation by its own extension",
            |w| {
                w.signature.revocation.clear();
                w.certificate("seal").no_revocation_available = true;
            },
            "TP",
            "TP",
        ),
    ];
    check(World::new, rows);
}

fn second_unknown(world: &mut World) {
    second(world, Some(StatusFacts::Unknown));
}

fn later() -> (crate::Timestamp, crate::Timestamp) {
    (at("2024-03-01T10:00:00Z"), at("2024-03-01T10:00:00Z"))
}

#[test]
fn certificates_that_had_run_out() {
    fn ran_out(world: &mut World) {
        world.certificate("seal").not_after = at("2023-03-01T10:00:02Z");
    }
    let rows: &[Row] = &[
        ("N127: asked after its end", ran_out, REFUSED, REFUSED),
        ("N127: asked in its last second", |w| w.certificate("seal").not_after = at(ANSWERED), "TP", "TP"),
        (
            "N127: asked after its end, and revoked before",
            |w| {
                ran_out(w);
                second(w, revoked("2023-02-01T00:00:00Z", None));
                w.answer().retained_since = Some(at("2020-01-01T00:00:00Z"));
            },
            REVOKED,
            REVOKED,
        ),
        (
            "archiveCutoff reaches back",
            |w| {
                ran_out(w);
                w.answer().retained_since = Some(at("2023-03-01T10:00:02Z"));
            },
            "TP",
            "TP",
        ),
        (
            "archiveCutoff does not reach back",
            |w| {
                ran_out(w);
                w.answer().retained_since = Some(at("2023-03-01T10:00:03Z"));
            },
            REFUSED,
            REFUSED,
        ),
        (
            "certHash says that it is known",
            |w| {
                ran_out(w);
                w.answer().certificate_hash = Agreement::Agrees;
            },
            "TP",
            "TP",
        ),
        (
            "ExpiredCertsRevocationInfo of the list",
            |w| {
                ran_out(w);
                w.service("ca").periods[0].extensions.expired_certificates_since = Some(at("2016-01-01T00:00:00Z"));
            },
            "TP",
            "TP",
        ),
    ];
    check(World::new, rows);
}

#[test]
fn lists() {
    use crate::pki::crl::CrlDefect;
    fn list(world: &mut World) {
        world.signature.revocation = vec![crl("list", "seal", "ca", "2023-03-01T11:00:00Z", "2023-03-02T11:00:00Z")];
    }
    let rows: &[Row] = &[
        ("P12: a list instead of an answer", list, "TP", "TP"),
        (
            "N126: of another kind, some reasons, changes only",
            |w| {
                list(w);
                w.answer().defect = Some(CrlDefect::Delta);
            },
            REFUSED,
            REFUSED,
        ),
        (
            "N126: signed by somebody else",
            |w| {
                list(w);
                w.answer().right = crate::pki::ocsp::ResponderRight::None;
            },
            REFUSED,
            REFUSED,
        ),
        (
            "the certificate stands on it",
            |w| {
                list(w);
                says(w, "2023-03-01T09:00:00Z", None);
            },
            REVOKED,
            REVOKED,
        ),
        (
            "N127: it had run out",
            |w| {
                list(w);
                w.certificate("seal").not_after = at("2023-03-01T10:30:00Z");
            },
            REFUSED,
            REFUSED,
        ),
        (
            "expiredCertsOnCRL",
            |w| {
                list(w);
                w.certificate("seal").not_after = at("2023-03-01T10:30:00Z");
                w.answer().retained_since = Some(at("2020-01-01T00:00:00Z"));
            },
            "TP",
            "TP",
        ),
    ];
    check(World::new, rows);
}

/// The word on each answer, by the order of the facts.
fn words(world: &World) -> Vec<(Outcome, Option<AnswerFault>)> {
    let conclusion = world.judge(&Policy::zimogs_1().unwrap());
    conclusion.answers.iter().map(|answer| (answer.outcome, answer.reason)).collect()
}

#[test]
fn every_answer_is_said_to_be_accepted_refused_or_of_no_use() {
    const ACCEPTED: (Outcome, Option<AnswerFault>) = (Outcome::Passed, None);
    let mut world = World::new();
    assert_eq!(words(&world), [ACCEPTED]);
    second(&mut world, Some(StatusFacts::Unknown));
    assert_eq!(words(&world), [ACCEPTED, (Outcome::Failed, Some(AnswerFault::StatusUnknown))]);
    world.signature.revocation[1].about = Some(id("root"));
    assert_eq!(words(&world), [ACCEPTED, (Outcome::Skipped, None)]);
    // Of the authority that issued the time-stamping unit.
    let world = World::unit_below_an_authority();
    assert_eq!(words(&world), [ACCEPTED; 2]);
    // Where no path is judged, no answer is.
    let mut world = World::new();
    world.signature.paths.clear();
    assert_eq!(words(&world), [(Outcome::Skipped, None)]);
}

/// An answer from long after the proven time is unusual in a file, and what one gets who asks later.
#[test]
fn only_answers_of_the_file_are_called_late() {
    let late = |world: &World| {
        let notes = world.judge(&Policy::zimogs_1().unwrap()).notes;
        notes.iter().any(|cause| matches!(cause, Cause::RevocationLate { .. }))
    };
    let mut world = World::new();
    assert!(!late(&world));
    let made = at("2023-03-15T10:00:00Z");
    (world.answer().produced_at, world.answer().this_update) = (made, made);
    assert!(late(&world));
    world.answer().source = RevocationSource::Fetched;
    assert!(!late(&world));
}
