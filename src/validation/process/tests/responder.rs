//! Who may answer, and the responder that has run out since (reference 4.7, 5.3, N117 to N121, N128).

use super::build::*;
use super::rows::{Row, check};
use crate::crypto::SignatureFault;
use crate::evidence::ValueFacts;
use crate::pki::ocsp::ResponderRight;

const REFUSED: &str = "IND/CERTIFICATE_CHAIN_GENERAL_FAILURE revocation-refused";
const OUT: &str = "IND/REVOCATION_OUT_OF_BOUNDS_NO_POE revocation-issuer-expired";

fn wrong() -> Option<ValueFacts> {
    Some(ValueFacts::Wrong { reason: SignatureFault::Mismatch })
}

/// The answer is that of a responder by another authority.
fn stranger(world: &mut World) {
    let mut stranger = responder("stranger", "elsewhere");
    (stranger.spki_sha256, stranger.subject) = (key_of("listed"), name("stranger"));
    world.add(stranger);
    world.answer().responder = Some(id("stranger"));
    (world.answer().right, world.answer().responder_issuer) = (ResponderRight::None, None);
}

fn listed(world: &mut World) {
    stranger(world);
    let mut listed = service("stranger", "Certstatus/OCSP/QC");
    listed.certificates[0].spki_sha256 = key_of("listed");
    world.services.push(listed);
}

#[test]
fn who_may_answer() {
    let rows: &[Row] = &[
        ("delegated", |_| {}, "TP", "TP"),
        (
            "the authority itself",
            |w| {
                w.answer().responder = Some(id("ca"));
                w.answer().right = ResponderRight::Authority;
            },
            "TP",
            "TP",
        ),
        ("N118: not for answering", |w| w.answer().right = ResponderRight::NotForAnswers, REFUSED, REFUSED),
        ("N117: of another authority", stranger, REFUSED, REFUSED),
        ("listed for answering", listed, "TP", "TP"),
        (
            "listed for something else",
            |w| {
                stranger(w);
                let mut other = service("stranger", "TSA/QTST");
                other.certificates[0].spki_sha256 = key_of("listed");
                w.services.push(other);
            },
            REFUSED,
            REFUSED,
        ),
        (
            "listed, yet its authority meant it for no answers",
            |w| {
                listed(w);
                w.answer().right = ResponderRight::NotForAnswers;
            },
            REFUSED,
            REFUSED,
        ),
        (
            "listed for answering, by another provider",
            |w| {
                listed(w);
                w.services.last_mut().unwrap().provider = "ANOTHER".to_owned();
            },
            REFUSED,
            "TP",
        ),
        (
            "listed for answering, withdrawn when it answered",
            |w| {
                listed(w);
                let service = w.services.last_mut().unwrap();
                service.periods.insert(0, period("Certstatus/OCSP/QC", "withdrawn", "2023-01-01T00:00:00Z"));
            },
            REFUSED,
            "TP",
        ),
        (
            "listed for answering, withdrawn since",
            |w| {
                listed(w);
                let service = w.services.last_mut().unwrap();
                service.periods.insert(0, period("Certstatus/OCSP/QC", "withdrawn", "2024-01-01T00:00:00Z"));
            },
            "TP",
            "TP",
        ),
        ("a signer that answers for itself", |w| w.answer().responder = Some(id("seal")), REFUSED, REFUSED),
        (
            "a signer that answers for itself by another certificate of its key",
            |w| w.certificate("responder").spki_sha256 = key_of("seal"),
            REFUSED,
            REFUSED,
        ),
        (
            "revoked when it answered",
            |w| {
                let mut gone = crl("gone", "responder", "ca", "2023-03-02T00:00:00Z", "2023-04-02T00:00:00Z");
                gone.status = revoked("2023-03-01T00:00:00Z", Some(1));
                w.signature.revocation.push(gone);
            },
            REFUSED,
            REFUSED,
        ),
        (
            "revoked after it answered",
            |w| {
                let mut gone = crl("gone", "responder", "ca", "2023-03-02T00:00:00Z", "2023-04-02T00:00:00Z");
                gone.status = revoked("2023-03-01T12:00:00Z", Some(1));
                w.signature.revocation.push(gone);
            },
            "TP",
            "TP",
        ),
        (
            "not excepted, and nobody says that it was not revoked",
            |w| w.certificate("responder").ocsp_no_check = false,
            REFUSED,
            REFUSED,
        ),
        (
            "not excepted, and listed for answering",
            |w| {
                w.certificate("responder").ocsp_no_check = false;
                w.services.push(service("responder", "Certstatus/OCSP/QC"));
            },
            "TP",
            "TP",
        ),
        (
            "not excepted, and it says so itself",
            |w| {
                w.certificate("responder").ocsp_no_check = false;
                w.signature.revocation.push(answer("self", "responder", "ca", "responder", ANSWERED));
            },
            REFUSED,
            REFUSED,
        ),
        (
            "not excepted, and its authority says so",
            |w| {
                w.certificate("responder").ocsp_no_check = false;
                let list = crl("list", "responder", "ca", "2023-03-02T00:00:00Z", "2023-04-02T00:00:00Z");
                w.signature.revocation.push(list);
            },
            "TP",
            "TP",
        ),
        ("N120: signature wrong", |w| w.answer().signature = wrong(), REFUSED, REFUSED),
        ("N120: nothing to check it with", |w| w.answer().signature = None, REFUSED, REFUSED),
        ("N120: nobody at hand", |w| (w.answer().responder, w.answer().signature) = (None, None), REFUSED, REFUSED),
        ("method unsupported", |w| w.answer().signature = Some(ValueFacts::MethodUnsupported), REFUSED, REFUSED),
        ("without NULL", |w| w.answer().signature = Some(ValueFacts::RightWithoutNull), "TP", "TP"),
        (
            "N121: after its end",
            |w| w.certificate("responder").not_after = at("2023-03-01T10:00:04Z"),
            REFUSED,
            REFUSED,
        ),
        (
            "N121: before its beginning",
            |w| w.certificate("responder").not_before = at("2023-03-01T10:00:06Z"),
            REFUSED,
            REFUSED,
        ),
        ("N121: in its first second", |w| w.certificate("responder").not_before = at(ANSWERED), "TP", "TP"),
        ("N121: in its last second", |w| w.certificate("responder").not_after = at(ANSWERED), "TP", OUT),
        (
            "N128: a corrupt one beside a right one",
            |w| {
                let mut corrupt = answer("corrupt", "seal", "ca", "responder", "2023-03-01T10:05:00Z");
                corrupt.signature = wrong();
                w.signature.revocation.push(corrupt);
            },
            "TP",
            "TP",
        ),
        (
            "a list by a service that is listed for answering",
            |w| {
                listed(w);
                w.answer().kind = crate::evidence::RevocationKind::Crl;
            },
            REFUSED,
            REFUSED,
        ),
    ];
    check(World::new, rows);
}

#[test]
fn delegated_by_another_key_of_the_authority() {
    fn by_other_key(world: &mut World) {
        let mut other = authority("newer key", "root", "2020-01-01T00:00:00Z", "2040-01-01T00:00:00Z");
        other.subject = name("ca");
        world.add(other);
        world.services.push(service("newer key", "CA/QC"));
        world.answer().right = ResponderRight::None;
        world.answer().responder_issuer = Some(id("newer key"));
    }
    let rows: &[Row] = &[
        ("same name, same provider", by_other_key, "TP", "TP"),
        (
            "another name",
            |w| {
                by_other_key(w);
                w.certificate("newer key").subject = name("another");
            },
            REFUSED,
            REFUSED,
        ),
        (
            "another provider",
            |w| {
                by_other_key(w);
                w.services.last_mut().unwrap().provider = "ANOTHER".to_owned();
            },
            REFUSED,
            REFUSED,
        ),
        (
            "not listed",
            |w| {
                by_other_key(w);
                w.services.pop();
            },
            REFUSED,
            REFUSED,
        ),
        (
            "not for answering",
            |w| {
                by_other_key(w);
                w.certificate("responder").extended_key_usage.clear();
            },
            REFUSED,
            REFUSED,
        ),
        (
            "its issuer is not at hand",
            |w| {
                by_other_key(w);
                w.answer().responder_issuer = None;
            },
            REFUSED,
            REFUSED,
        ),
    ];
    check(World::new, rows);
}

/// Table 4.7, with what was proven beside it.
#[test]
fn the_responder_has_run_out_since() {
    fn gone(world: &mut World) {
        world.certificate("responder").not_after = at("2023-03-15T00:00:00Z");
    }
    fn seal_gone(world: &mut World) {
        world.certificate("seal").not_after = at("2025-01-01T00:00:00Z");
    }
    let rows: &[Row] = &[
        ("signer in force, responder in force", |_| {}, "TP", "TP"),
        ("signer in force, responder gone", gone, "TP", OUT),
        ("signer gone, responder in force (N95)", seal_gone, "TP", "TP"),
        (
            "both gone",
            |w| {
                gone(w);
                seal_gone(w);
            },
            "TP",
            "IND/OUT_OF_BOUNDS_NO_POE certificate-expired",
        ),
        ("gone now, to the second", |w| w.certificate("responder").not_after = at("2026-11-23T11:59:59Z"), "TP", OUT),
        ("in its last second now", |w| w.certificate("responder").not_after = at(NOW), "TP", "TP"),
        (
            "gone, and it was the listed authority",
            |w| {
                w.certificate("ca").not_after = at("2024-01-01T00:00:00Z");
                w.answer().responder = Some(id("ca"));
                w.answer().right = ResponderRight::Authority;
            },
            "TP",
            "TP",
        ),
        (
            "gone, and listed for answering",
            |w| {
                listed(w);
                w.certificate("stranger").not_after = at("2023-03-15T00:00:00Z");
            },
            "TP",
            "TP",
        ),
        (
            "gone, and another answer by one in force",
            |w| {
                gone(w);
                w.add(responder("newer", "ca"));
                let newer = answer("newer answer", "seal", "ca", "newer", "2023-05-01T00:00:00Z");
                w.signature.revocation.push(newer);
            },
            "TP",
            "TP",
        ),
    ];
    check(World::new, rows);
}
