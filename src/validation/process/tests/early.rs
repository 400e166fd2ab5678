//! Answers from before the proven time (N123, P3): said up to 24 hours, too old beyond; never asked in the strict policy.

use super::build::*;
use super::rows::{Row, check};

fn made(world: &mut World, time: &str) {
    (world.answer().this_update, world.answer().produced_at) = (at(time), at(time));
}

#[test]
fn before_the_time_stamp() {
    let old = "IND/TRY_LATER revocation-too-old";
    let rows: &[Row] = &[
        ("that second", |w| made(w, STAMPED), "TP", "TP"),
        ("a second before", |w| made(w, "2023-03-01T09:59:59Z"), "TP", "TP"),
        ("57 seconds before, as in 2017", |w| made(w, "2023-03-01T09:59:03Z"), "TP", "TP"),
        ("24 hours before", |w| made(w, "2023-02-28T10:00:00Z"), "TP", "TP"),
        ("a second more", |w| made(w, "2023-02-28T09:59:59Z"), old, "TP"),
        ("a year before", |w| made(w, "2022-07-01T00:00:00Z"), old, "TP"),
        (
            "signed late over what was known long before",
            |w| w.answer().this_update = at("2023-02-28T09:59:59Z"),
            old,
            "TP",
        ),
        (
            "the next one was due later: still an answer of its moment",
            |w| {
                made(w, "2023-02-28T09:59:59Z");
                w.answer().next_update = Some(at("2023-06-01T00:00:00Z"));
            },
            old,
            "TP",
        ),
    ];
    check(World::new, rows);
}

#[test]
fn nothing_proves_when_it_was_signed() {
    fn now(world: &mut World, time: &str) {
        world.signature.timestamps.clear();
        world.now = at(time);
    }
    let old = "IND/TRY_LATER revocation-too-old";
    let rows: &[Row] = &[
        ("judged a minute later", |w| now(w, "2023-03-01T10:01:05Z"), "TP", "TP"),
        ("24 hours later", |w| now(w, "2023-03-02T10:00:05Z"), "TP", "TP"),
        ("a second more", |w| now(w, "2023-03-02T10:00:06Z"), old, "TP"),
        (
            "judged before the answer",
            |w| now(w, "2023-03-01T10:00:04Z"),
            "IND/CERTIFICATE_CHAIN_GENERAL_FAILURE",
            "IND/CERTIFICATE_CHAIN_GENERAL_FAILURE",
        ),
    ];
    check(World::new, rows);
}

#[test]
fn about_an_authority() {
    fn about(world: &mut World, made: &str) {
        world.signature.revocation[1] = answer("about ca", "ca", "root", "responder of root", made);
        world.add(responder("responder of root", "root"));
    }
    let old = "IND/TRY_LATER revocation-too-old";
    let rows: &[Row] = &[
        ("a list whose next one was due later", |_| {}, "TP", "TP"),
        ("24 hours before", |w| about(w, "2023-02-28T10:00:00Z"), "TP", "TP"),
        ("a second more", |w| about(w, "2023-02-28T09:59:59Z"), old, "TP"),
        (
            "a list whose next one was due long before",
            |w| {
                let list = crl("list", "ca", "root", "2022-01-01T00:00:00Z", "2022-07-01T00:00:00Z");
                w.signature.revocation[1] = list;
            },
            old,
            "TP",
        ),
    ];
    check(World::under_a_root, rows);
}

#[test]
fn a_list_speaks_until_the_next_one() {
    fn list(world: &mut World, next: &str) {
        world.signature.revocation = vec![crl("list", "seal", "ca", "2023-02-20T00:00:00Z", next)];
    }
    let old = "IND/TRY_LATER revocation-too-old";
    let rows: &[Row] = &[
        ("the next one later", |w| list(w, "2023-03-20T00:00:00Z"), "TP", "TP"),
        ("the next one that second", |w| list(w, STAMPED), "TP", "TP"),
        ("the next one a second before", |w| list(w, "2023-03-01T09:59:59Z"), old, "TP"),
        (
            "it says no next one",
            |w| {
                list(w, STAMPED);
                w.answer().next_update = None;
            },
            old,
            "TP",
        ),
        (
            "a day before and overdue: said",
            |w| {
                w.signature.revocation =
                    vec![crl("list", "seal", "ca", "2023-02-28T11:00:00Z", "2023-03-01T09:00:00Z")];
            },
            "TP",
            "TP",
        ),
    ];
    check(World::new, rows);
}
