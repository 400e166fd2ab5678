//! Validity at the proven time, the stated time (reference 4.5, N95 to N99, N110).

use super::build::*;
use super::rows::{Row, check};

#[test]
fn validity_at_the_proven_time() {
    fn unstamped(world: &mut World) {
        world.signature.timestamps.clear();
    }
    fn gone(world: &mut World) {
        world.certificate("seal").not_after = at("2025-01-01T00:00:00Z");
    }
    let late = "IND/OUT_OF_BOUNDS_NOT_REVOKED certificate-expired";
    let rows: &[Row] = &[
        ("N95: run out since", gone, "TP", "TP"),
        (
            "N96: run out, nothing proves when it was signed",
            |w| {
                gone(w);
                unstamped(w);
            },
            late,
            late,
        ),
        (
            "N96: and nobody says that it was not revoked",
            |w| {
                gone(w);
                unstamped(w);
                w.signature.revocation.clear();
            },
            "IND/CERTIFICATE_CHAIN_GENERAL_FAILURE",
            "IND/CERTIFICATE_CHAIN_GENERAL_FAILURE",
        ),
        (
            "N98: stamped after its end",
            |w| {
                w.certificate("seal").not_after = at("2023-03-01T09:59:59Z");
                w.answer().retained_since = Some(at("2020-01-01T00:00:00Z"));
            },
            late,
            late,
        ),
        (
            "stamped in its last second",
            |w| {
                w.certificate("seal").not_after = at(STAMPED);
                w.answer().retained_since = Some(at("2020-01-01T00:00:00Z"));
            },
            "TP",
            "TP",
        ),
        (
            "proven to be signed after its end",
            |w| {
                w.certificate("seal").not_after = at("2023-03-01T09:59:57Z");
                w.signature.properties.signing_time = Some(at("2023-03-01T09:59:57Z"));
                w.answer().retained_since = Some(at("2020-01-01T00:00:00Z"));
                let content = "AllDataObjectsTimeStamp";
                w.signature.timestamps.insert(0, stamp("content", content, "tsu", "2023-03-01T09:59:58Z", &[]));
            },
            "TF/EXPIRED certificate-expired",
            "TF/EXPIRED certificate-expired",
        ),
        (
            "N97, N110: stamped before its beginning",
            |w| {
                w.certificate("seal").not_before = at("2023-03-01T10:00:01Z");
                w.signature.properties.signing_time = Some(at("2023-03-01T10:00:01Z"));
            },
            "TF/NOT_YET_VALID certificate-not-yet-valid",
            "TF/NOT_YET_VALID certificate-not-yet-valid",
        ),
        (
            "stamped in its first second",
            |w| {
                w.certificate("seal").not_before = at(STAMPED);
                w.signature.properties.signing_time = Some(at(STAMPED));
            },
            "TP",
            "TP",
        ),
        (
            "not in force now, and nothing proves when it was signed",
            |w| {
                unstamped(w);
                w.now = at("2021-12-31T23:59:59Z");
                w.signature.revocation = vec![answer("early", "seal", "ca", "responder", "2021-12-31T23:59:59Z")];
            },
            "IND/CERTIFICATE_CHAIN_GENERAL_FAILURE",
            "IND/CERTIFICATE_CHAIN_GENERAL_FAILURE",
        ),
    ];
    check(World::new, rows);
}

#[test]
fn the_stated_time() {
    fn stated(world: &mut World, time: &str) {
        world.signature.properties.signing_time = Some(at(time));
    }
    let outside = "IND/SIG_CONSTRAINTS_FAILURE claimed-time-outside";
    let missing = "IND/SIG_CONSTRAINTS_FAILURE claimed-time-missing";
    let rows: &[Row] = &[
        ("missing", |w| w.signature.properties.signing_time = None, missing, missing),
        ("N99: before the certificate", |w| stated(w, "2021-12-31T23:59:59Z"), outside, outside),
        ("its first second", |w| stated(w, "2022-01-01T00:00:00Z"), "TP", "TP"),
        ("N99: after the certificate", |w| stated(w, "2027-01-01T00:00:01Z"), outside, outside),
        ("its last second", |w| stated(w, "2027-01-01T00:00:00Z"), "TP", "TP"),
        ("two hours late, local time as of 2014", |w| stated(w, "2023-03-01T12:00:00Z"), "TP", "TP"),
        (
            "never lowers the proven time",
            |w| {
                stated(w, "2022-02-01T00:00:00Z");
                w.answer().status = revoked("2022-06-01T00:00:00Z", None);
            },
            "IND/REVOKED_NO_POE",
            "IND/REVOKED_NO_POE",
        ),
    ];
    check(World::new, rows);
}
