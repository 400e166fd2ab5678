//! Archive time-stamps and the authorities of an older signature and of an older time-stamp (reference 4.6).

use super::build::*;
use super::rows::{Row, check};
use crate::evidence::{ImprintFacts, RevocationKind};
use crate::pki::ocsp::ResponderRight;

/// What has happened to an authority between signer and root.
#[test]
fn an_authority_on_the_way() {
    fn start() -> World {
        let mut world = World::under_a_root();
        world.add(certificate("archiver", "root", "2022-01-01T00:00:00Z", "2032-01-01T00:00:00Z"));
        world.services.push(service("archiver", "TSA/QTST"));
        let covered = ["seal", "ca", "responder", "tsu", "answer", "list", "stamp"];
        world.archive("archive", "2024-03-01T10:00:00Z", &covered);
        world
    }
    let rows: &[Row] = &[
        ("right", |_| {}, "TP", "TP"),
        (
            "it had run out when it was signed: nothing newer mends that",
            |w| w.certificate("ca").not_after = at("2023-02-28T00:00:00Z"),
            "IND/OUT_OF_BOUNDS_NO_POE",
            "IND/OUT_OF_BOUNDS_NO_POE",
        ),
        (
            "revoked when it was signed: nothing newer mends that",
            |w| w.signature.revocation[1].status = revoked(STAMPED, None),
            "IND/REVOKED_CA_NO_POE",
            "IND/REVOKED_CA_NO_POE",
        ),
        ("revoked since", |w| w.signature.revocation[1].status = revoked("2025-01-01T00:00:00Z", None), "TP", "TP"),
        (
            "revoked since, and the signer before: an older answer with a long term is no way round",
            |w| {
                w.signature.revocation[1].status = revoked("2025-01-01T00:00:00Z", None);
                w.signature.revocation[1].this_update = at("2025-02-01T00:00:00Z");
                w.answer().next_update = Some(at("2030-01-01T00:00:00Z"));
                let mut newer = answer("newer", "seal", "ca", "responder", "2026-01-01T00:00:00Z");
                newer.status = revoked("2023-01-01T00:00:00Z", None);
                w.signature.revocation.push(newer);
            },
            "IND/REVOKED_NO_POE",
            "IND/REVOKED_NO_POE",
        ),
    ];
    check(start, rows);
}

/// An authority of time-stamps below a listed one, archived by another.
#[test]
fn the_authority_of_the_first_stamp() {
    fn start() -> World {
        let mut world = World::unit_below_an_authority();
        world.add(certificate("archiver", "root", "2022-01-01T00:00:00Z", "2032-01-01T00:00:00Z"));
        world.services.push(service("archiver", "TSA/QTST"));
        let covered = ["seal", "ca", "responder", "tsu", "tsa", "answer", "units", "stamp"];
        world.archive("archive", "2024-03-01T10:00:00Z", &covered);
        world
    }
    fn proves(world: &mut World) {
        // Without the first stamp the archive's time is what is proven: too late for this.
        world.answer().status = revoked("2023-09-01T00:00:00Z", None);
    }
    fn unit(world: &mut World, when: &str, reason: Option<u8>) {
        world.signature.revocation[1].status = revoked(when, reason);
    }
    let lost = "IND/REVOKED_NO_POE";
    let rows: &[Row] = &[
        ("right", proves, "TP", "TP"),
        (
            "run out since, archived before",
            |w| {
                proves(w);
                w.certificate("tsu").not_after = at("2025-01-01T00:00:00Z");
                w.signature.revocation[1].this_update = at("2024-06-01T00:00:00Z");
            },
            "TP",
            "TP",
        ),
        (
            "run out since, and who answers last answered before it was archived",
            |w| {
                proves(w);
                w.certificate("tsu").not_after = at("2025-01-01T00:00:00Z");
            },
            "TP",
            lost,
        ),
        (
            "run out before it was archived",
            |w| {
                proves(w);
                w.certificate("tsu").not_after = at("2023-12-01T00:00:00Z");
            },
            "TP",
            lost,
        ),
        (
            "run out since, and no archive time-stamp",
            |w| {
                proves(w);
                w.certificate("tsu").not_after = at("2025-01-01T00:00:00Z");
                w.signature.timestamps.pop();
            },
            "TP",
            lost,
        ),
        (
            "key lost after it was archived",
            |w| {
                proves(w);
                unit(w, "2025-01-01T00:00:00Z", Some(1));
            },
            "TP",
            "TP",
        ),
        (
            "key lost after it was archived, as one says who has run out since",
            |w| {
                proves(w);
                unit(w, "2025-01-01T00:00:00Z", Some(1));
                w.add(responder("responder of tsa", "tsa"));
                w.certificate("responder of tsa").not_after = at("2025-06-01T00:00:00Z");
                let answer = &mut w.signature.revocation[1];
                (answer.kind, answer.right) = (RevocationKind::Ocsp, ResponderRight::Delegated);
                answer.responder = Some(id("responder of tsa"));
                answer.id = id("newer word on the unit");
                (answer.produced_at, answer.this_update) = (at("2025-02-01T00:00:00Z"), at("2025-02-01T00:00:00Z"));
            },
            "TP",
            lost,
        ),
        (
            "key lost before it was archived",
            |w| {
                proves(w);
                unit(w, "2023-12-01T00:00:00Z", Some(1));
            },
            lost,
            lost,
        ),
        (
            "superseded before it was archived",
            |w| {
                proves(w);
                unit(w, "2023-12-01T00:00:00Z", Some(4));
            },
            "TP",
            lost,
        ),
        (
            "key lost, and the archive time-stamp does not cover the first",
            |w| {
                proves(w);
                unit(w, "2025-01-01T00:00:00Z", Some(1));
                w.last_stamp().covers.objects.retain(|object| *object != id("stamp"));
            },
            lost,
            lost,
        ),
        (
            "key lost, and the archive time-stamp is wrong",
            |w| {
                proves(w);
                unit(w, "2025-01-01T00:00:00Z", Some(1));
                w.last_stamp().imprint = ImprintFacts::Differs;
            },
            lost,
            lost,
        ),
    ];
    check(start, rows);
}
