//! The command line as its users meet it: the real program, its output and its exit codes.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::as_conversions,
    missing_docs
)]

#[path = "container/samples.rs"]
#[allow(dead_code)]
mod containers;
mod corpus;
#[allow(dead_code)]
mod program;
#[path = "container/zip_writer.rs"]
#[allow(dead_code)]
mod zip_writer;

#[path = "cli/bad_files.rs"]
mod bad_files;
#[path = "cli/dossier.rs"]
mod dossier;
#[path = "cli/dossier_choice.rs"]
mod dossier_choice;
#[path = "cli/dossier_xml.rs"]
mod dossier_xml;
#[path = "cli/etsi_xml.rs"]
mod etsi_xml;
#[path = "cli/extracting.rs"]
mod extracting;
#[path = "cli/golden.rs"]
mod golden;
#[path = "cli/interrupted.rs"]
mod interrupted;
#[path = "cli/issuers.rs"]
mod issuers;
#[path = "cli/json_schema.rs"]
mod json_schema;
#[path = "cli/online.rs"]
mod online;
#[path = "cli/packaging.rs"]
mod packaging;
#[path = "cli/policy.rs"]
mod policy;
#[path = "cli/quiet.rs"]
mod quiet;
#[path = "cli/recheck.rs"]
mod recheck;
#[path = "cli/replay.rs"]
mod replay;
#[path = "cli/schema.rs"]
mod schema;
#[path = "cli/table.rs"]
mod table;
#[path = "cli/trust.rs"]
mod trust;
#[path = "cli/verdicts.rs"]
mod verdicts;
#[path = "cli/watch.rs"]
mod watch;

use std::fs;
use std::io::Read as _;
use std::process::Stdio;

use program::*;

#[test]
fn help_is_in_every_language_with_examples() {
    for (language, word, example) in [
        ("en", "Usage", "edoc verify mathematics.edoc"),
        ("lv", "Lietojums", "edoc verify matematika.edoc"),
        ("ru", "Использование", "edoc verify matematika.edoc"),
        ("lt", "Naudojimas", "edoc verify matematika.edoc"),
        ("et", "Kasutamine", "edoc verify matemaatika.edoc"),
    ] {
        let ran = edoc(["--lang", language, "--help"]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        assert!(ran.out.contains(word) && ran.out.contains(example), "{}", ran.out);
        for command in [
            "verify",
            "dossier",
            "recheck",
            "watch",
            "show",
            "list",
            "extract",
            "facts",
            "judge",
            "trust",
            "issuers",
            "completions",
            "man",
        ] {
            assert!(ran.out.contains(command));
            let below = edoc([command, "--lang", language, "--help"]);
            assert!(below.code == 0 && below.out.contains(word), "{}", below.out);
        }
    }
    assert!(edoc(["--version"]).out.contains(env!("CARGO_PKG_VERSION")));
}

#[test]
fn the_language_falls_back_to_english_and_follows_the_system() {
    let asked = |locale: &str| {
        let output = program().env("LC_ALL", locale).arg("--help").output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(asked("lv_LV.UTF-8").contains("Lietojums"));
    assert!(asked("de_DE.UTF-8").contains("Usage"));
}

#[test]
fn arguments_that_cannot_be_understood_are_two_lines() {
    let none: [&str; 0] = [];
    edoc(none).complains("it is not said what to do", "--help");
    edoc(["verify"]).complains("missing: <FILE>...", "--help");
    edoc(["verfy", "a"]).complains("there is no such command: verfy", "verify");
    edoc(["verify", "--jsn", "a"]).complains("there is no such argument: --jsn", "--json");
    edoc(["verify", "--at", "yesterday", "a"]).complains("“yesterday”", "2026-01-31T12:00:00Z");
    edoc(["verify", "--jobs", "0", "a"]).complains("“0”", "1 to 256");
    edoc(["verify", "--lang", "de", "a"]).complains("“de”", "lv, en, ru, lt or et");
    edoc(["extract", "a"]).complains("missing: --to <DIR>", "--help");
    assert_eq!(edoc(["verfy"]).code, 2);
    let latvian = edoc(["--lang=lv", "verfy"]);
    assert!(latvian.err.starts_with("kļūda: ") && latvian.err.contains("\npadoms: "), "{}", latvian.err);
}

#[test]
fn files_of_the_setting_are_checked() {
    let folder = tempfile::tempdir().unwrap();
    let bad = folder.path().join("bad");
    fs::write(&bad, "<not a list>\nin two lines").unwrap();
    let bad = bad.to_str().unwrap();
    edoc(["verify", "--trust", bad, "a.edoc"]).complains("cannot be used as a trusted list", "TS 119 612");
    edoc(["verify", "--issuers", bad, "a.edoc"]).complains("cannot be used as a list of exam authorities", "issuers");
    edoc(["verify", "--trust", "/nowhere.xml", "a.edoc"]).complains("there is no such file", "check the path");
    edoc(["verify", "--issuers", folder.path().to_str().unwrap(), "a"]).complains("this is a folder", "");
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let mut child = program()
        .args(["verify", "--json"])
        .args((0..200).map(|_| samples().join("unsigned.edoc")))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut err = String::new();
    child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
    assert_eq!((child.wait().unwrap().code(), err.as_str()), (Some(4), ""));
}
