//! `edoc issuers`: kept beside those the program ships, and counted in the next verdict.

use std::path::Path;

use super::program::{Ran, program, samples};

fn edoc(data: &Path, arguments: &[&str]) -> Ran {
    Ran::of(program().env("EDOC_DATA", data).args(arguments))
}

/// The fact “exam authority” of a sample whose issuer the program does not ship.
fn authority(data: &Path) -> String {
    let (list, file) = (samples().join("trust-list.xml"), samples().join("anna-matematika.edoc"));
    let arguments = ["verify", "--json", "--at", "2026-11-23T12:00:00Z", "--trust"];
    let ran = Ran::of(program().env("EDOC_DATA", data).args(arguments).arg(list).arg(file));
    let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    json[0]["report"]["facts"]["exam_authority"]["outcome"].as_str().unwrap().to_owned()
}

#[test]
fn shipped_issuers_are_listed_as_by_name() {
    let data = tempfile::tempdir().unwrap();
    let ran = edoc(data.path(), &["issuers", "list"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(ran.out.contains("VISC: Valsts izglītības satura centrs (LV), by name, until 31 December 2024, built in"));
    assert!(
        ran.out.contains("VIAA: Valsts izglītības attīstības aģentūra (LV), by name, from 1 January 2025, built in")
    );
    assert!(std::fs::read_dir(data.path()).unwrap().next().is_none(), "looking writes nothing");
}

#[test]
fn an_issuer_that_was_added_counts_until_it_is_removed() {
    let data = tempfile::tempdir().unwrap();
    let data = &data.path().join("below");
    assert_eq!(authority(data), "failed", "nobody knows the invented authority yet");
    let added = edoc(data, &["issuers", "add", "CENTRS", "--identifier", "NTRLV-00000000001"]);
    assert_eq!((added.code, added.err.as_str()), (0, ""), "{}", added.out);
    assert!(added.out.contains("by identifier NTRLV-00000000001, added by you"), "{}", added.out);
    assert_eq!(authority(data), "passed");
    let listed = edoc(data, &["issuers", "list"]);
    assert!(listed.out.contains("CENTRS") && listed.out.contains("VISC"), "{}", listed.out);
    let removed = edoc(data, &["issuers", "remove", "CENTRS"]);
    assert_eq!(removed.code, 0);
    assert_eq!(authority(data), "failed");
}

#[test]
fn an_issuer_is_matched_by_exact_name_and_country() {
    let data = tempfile::tempdir().unwrap();
    let add = |short: &str, name: &str, country: &str| {
        let ran = edoc(data.path(), &["issuers", "add", short, "--name", name, "--country", country]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    };
    add("A", "PARAUGS: Eksāmenu centrs", "LV");
    add("B", "PARAUGS: eksāmenu centrs", "EE");
    add("C", "PARAUGS", "LV");
    assert_eq!(authority(data.path()), "failed", "another letter, another country, a part of the name");
    add("D", "PARAUGS: eksāmenu centrs", "lv");
    assert_eq!(authority(data.path()), "passed", "the twin");
}

#[test]
fn what_names_nobody_or_somebody_twice_is_refused() {
    let data = tempfile::tempdir().unwrap();
    let complains = |arguments: &[&str], error: &str, hint: &str| {
        let ran = edoc(data.path(), arguments);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""));
        ran.complains(error, hint);
    };
    complains(&["issuers", "add", "X"], "needs an organisation identifier", "--name");
    complains(&["issuers", "add", "X", "--name", "  "], "needs an organisation identifier", "--name");
    complains(&["issuers", "add", "VISC", "--name", "Y"], "there is already an issuer", "another short name");
    complains(&["issuers", "add", "X", "--name", "Y", "--country", "Latvia"], "two letters", "LV");
    complains(&["issuers", "remove", "VISC"], "you have added no issuer", "edoc issuers list");
    std::fs::write(data.path().join("issuers.toml"), "[[issuer]]\nshort = 1\n").unwrap();
    let damaged = edoc(data.path(), &["issuers", "list"]);
    damaged.complains("cannot be used as a list of exam authorities", "issuers");
    let verified = edoc(data.path(), &["verify", samples().join("unsigned.edoc").to_str().unwrap()]);
    assert_eq!(verified.code, 2, "never judged with fewer issuers than the reader recognised");
}
