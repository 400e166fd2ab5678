//! `edoc facts` and `edoc judge`: the same words as `edoc verify`, marked as what they are.

use std::fs;

use serde_json::Value;

use super::program::{Ran, edoc, samples};

/// With the list, the issuer and the time that the samples are made for.
fn run(arguments: &[&str]) -> Ran {
    let (list, issuers) = (samples().join("trust-list.xml"), samples().join("issuers.toml"));
    let setting = ["--at", "2026-11-23T12:00:00Z", "--trust", list.to_str().unwrap(), "--issuers"];
    edoc([arguments, &setting, &[issuers.to_str().unwrap()]].concat())
}

/// The facts of a sample, in a folder of their own.
fn saved(sample: &str) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("facts.json").to_str().unwrap().to_owned();
    let ran = run(&["facts", samples().join(sample).to_str().unwrap(), "--out", &out]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.starts_with("facts saved: ") && ran.err.contains("personal codes in full"), "{}", ran.err);
    (folder, out)
}

/// Lines that stand in one text and not in the other.
fn only_in<'t>(one: &'t str, other: &str) -> Vec<&'t str> {
    one.lines().filter(|line| !other.lines().any(|known| known == *line)).collect()
}

#[test]
fn every_sample_is_judged_as_its_file() {
    let mut judged = 0;
    for entry in fs::read_dir(samples()).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if !name.ends_with(".edoc") && !name.ends_with(".asice") {
            continue;
        }
        let (_folder, facts) = saved(name);
        for policy in ["zimogs-1", "etsi-strict"] {
            let verified = run(&["verify", "--policy", policy, "--json", path.to_str().unwrap()]);
            let replayed = run(&["judge", "--policy", policy, "--json", &facts]);
            assert_eq!(verified.code, replayed.code, "{name}");
            let mut expected: Value = serde_json::from_str(&verified.out).unwrap();
            assert_eq!(expected[0]["report"]["source"], "file");
            expected[0]["report"]["source"] = "facts".into();
            expected[0]["path"] = facts.as_str().into();
            assert_eq!(serde_json::from_str::<Value>(&replayed.out).unwrap(), expected, "{name}");
        }
        judged += 1;
    }
    assert!(judged > 12, "{judged}");
}

#[test]
fn the_text_says_first_that_nothing_is_proven() {
    let (_folder, facts) = saved("anna-matematika.edoc");
    let verified = run(&["verify", samples().join("anna-matematika.edoc").to_str().unwrap()]);
    for (language, word, unproven, exam) in [
        ("en", "BY SAVED FACTS ONLY – VALID", "it proves nothing", "Taken from saved facts"),
        ("lv", "TIKAI PĒC SAGLABĀTAJIEM FAKTIEM – DERĪGS", "nekas nav pierādīts", "Ņemts no saglabātajiem faktiem"),
    ] {
        let ran = run(&["judge", "--lang", language, &facts]);
        let lines: Vec<_> = ran.out.lines().collect();
        assert!(lines[1].starts_with(word) && lines[2].contains(unproven), "{}", ran.out);
        assert!(lines[3].contains("edoc verify") && ran.out.contains(exam), "{}", ran.out);
        // No line that the file itself would earn begins with the word.
        assert!(!ran.out.lines().any(|line| line.starts_with("VALID") || line.starts_with("DERĪGS")), "{}", ran.out);
    }
    let ran = run(&["judge", &facts]);
    let (more, less) = (only_in(&ran.out, &verified.out), only_in(&verified.out, &ran.out));
    assert_eq!((more.len(), less.len()), (5, 2), "{more:?} {less:?}");
}

#[test]
fn several_facts_are_judged_in_their_order_and_a_bad_one_stops_none() {
    let (_one, good) = saved("anna-matematika.edoc");
    let (_two, tampered) = saved("tampered.edoc");
    let ran = run(&["judge", &good, &tampered]);
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("In all: 2 files; confirmed 1, not valid 1"), "{}", ran.out);
    let ran = run(&["judge", "--json", &good, "no-such.json", &tampered]);
    let json: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!((ran.code, json[1]["error"]["code"].as_str()), (2, Some("not-found")));
    assert_eq!(json[2]["report"]["authenticity"]["verdict"], "refuted");
}

#[test]
fn facts_that_cannot_be_judged_are_two_lines() {
    let (folder, facts) = saved("anna-matematika.edoc");
    let text = fs::read_to_string(&facts).unwrap();
    let bad = folder.path().join("bad.json");
    let path = bad.to_str().unwrap();
    for (content, error, hint, code) in [
        (text.replacen("\"facts\": 1", "\"facts\": 7", 1), "of version 7", "with this program", "facts-version"),
        (text[..text.len() / 2].to_owned(), "these are no saved facts", "edoc facts", "facts"),
        (text.replacen("\"facts\": 1", "\"facts\": 1, \"genuine\": true", 1), "no saved facts", "edoc facts", "facts"),
        (
            text.replacen("\"value\": \"right\"", "\"value\": \"right\", \"by\": \"me\"", 1),
            "this program did not write",
            "edoc facts",
            "facts",
        ),
        ("\u{1b}[2J".to_owned(), "these are no saved facts", "edoc facts", "facts"),
    ] {
        fs::write(&bad, content).unwrap();
        run(&["judge", path]).complains(error, hint);
        let json: Value = serde_json::from_str(&run(&["judge", "--json", path]).out).unwrap();
        assert_eq!(json[0]["error"]["code"], code);
    }
    fs::write(&bad, [0xff, 0xfe]).unwrap();
    run(&["judge", path]).complains("these are no saved facts", "edoc facts");
    // An e-document is none, and a folder of facts is none.
    run(&["judge", samples().join("tampered.edoc").to_str().unwrap()]).complains("these are no saved facts", "");
    run(&["judge", folder.path().to_str().unwrap()]).complains("this is a folder", "");
    run(&["judge", "--online", &facts]).complains("without a network", "edoc facts");
    assert_eq!(run(&["judge", path]).code, 2);
}

#[test]
fn nothing_is_overwritten_and_only_the_reader_reads_it() {
    let (_folder, facts) = saved("anna-matematika.edoc");
    let before = fs::read(&facts).unwrap();
    let sample = samples().join("tampered.edoc");
    let again = run(&["facts", sample.to_str().unwrap(), "--out", &facts]);
    again.complains("is there already", "nothing is overwritten");
    assert_eq!((again.code, fs::read(&facts).unwrap()), (2, before));
    run(&["facts", "no-such.edoc", "--out", "never.json"]).complains("there is no such file", "");
    run(&["facts", sample.to_str().unwrap()]).complains("missing: --out", "--help");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(fs::metadata(&facts).unwrap().permissions().mode() & 0o777, 0o600);
    }
}
