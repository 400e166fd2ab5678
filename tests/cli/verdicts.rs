//! Exit codes and what is printed, by verdict.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::program::{Ran, edoc, samples};

/// With the list, the issuer and the time that the samples are made for.
fn verify(more: &[&str], files: &[&Path]) -> Ran {
    let (list, issuers) = (samples().join("trust-list.xml"), samples().join("issuers.toml"));
    let mut arguments = vec!["verify", "--at", "2026-11-23T12:00:00Z", "--trust", list.to_str().unwrap(), "--issuers"];
    arguments.push(issuers.to_str().unwrap());
    arguments.extend(more);
    arguments.extend(files.iter().map(|file| file.to_str().unwrap()));
    edoc(arguments)
}

/// The table of `docs/exit-codes.md`: verdict to code.
fn documented() -> Vec<(String, i32)> {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/exit-codes.md")).unwrap();
    let row = |line: &str| {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let verdict = cells.get(2)?.strip_prefix('`')?.strip_suffix('`')?;
        Some((verdict.to_owned(), cells.get(3)?.parse().ok()?))
    };
    text.lines().filter_map(row).collect()
}

fn documented_code(verdict: &str) -> i32 {
    let found = documented().into_iter().find(|(name, _)| name == verdict);
    found.unwrap_or_else(|| panic!("docs/exit-codes.md does not know {verdict}")).1
}

#[test]
fn the_documented_table_is_whole() {
    let names: Vec<_> = documented().into_iter().map(|(name, _)| name).collect();
    let all = [
        "genuine",
        "valid-but-other-issuer",
        "cannot-confirm",
        "refuted",
        "unsigned",
        "unsupported",
        "not-an-e-document",
        "error",
    ];
    assert_eq!(names, all);
}

#[test]
fn every_sample_ends_with_the_code_of_its_verdict() {
    let index: toml::Table = fs::read_to_string(samples().join("index.toml")).unwrap().parse().unwrap();
    for sample in index["sample"].as_array().unwrap() {
        let (file, expected) = (sample["file"].as_str().unwrap(), sample["expected"].as_str().unwrap());
        let ran = verify(&["--json"], &[&samples().join(file)]);
        let json: Value = serde_json::from_str(&ran.out).unwrap();
        let word = &json[0]["report"]["authenticity"];
        let verdict = word["verdict"].as_str().unwrap();
        assert_eq!(ran.code, documented_code(verdict), "{file}: {word}");
        assert_eq!(verdict, expected, "{file}: {word}");
    }
}

#[test]
fn other_kinds_of_file_end_with_2() {
    let folder = tempfile::tempdir().unwrap();
    for (name, content, verdict) in [
        ("paper.pdf", "%PDF-1.7\n%%EOF\n", "not-an-e-document"),
        ("note.edoc", "just text", "not-an-e-document"),
        ("old.ddoc", "<?xml version=\"1.0\"?><SignedDoc xmlns=\"http://www.sk.ee/DigiDoc/v1.3.0#\"/>", "unsupported"),
    ] {
        let path = folder.path().join(name);
        fs::write(&path, content).unwrap();
        let ran = verify(&["--json"], &[&path]);
        let json: Value = serde_json::from_str(&ran.out).unwrap();
        assert_eq!(json[0]["report"]["authenticity"]["verdict"], verdict, "{name}");
        assert_eq!((ran.code, documented_code(verdict)), (2, 2), "{name}");
    }
}

#[test]
fn many_files_end_with_the_first_of_2_1_3_4_0() {
    let (unsigned, tampered) = (samples().join("unsigned.edoc"), samples().join("tampered.edoc"));
    let (open, missing) = (samples().join("liga-biologija.asice"), samples().join("no-such.edoc"));
    assert_eq!(verify(&[], &[&unsigned]).code, 4);
    assert_eq!(verify(&[], &[&unsigned, &open]).code, 3);
    assert_eq!(verify(&[], &[&unsigned, &open, &tampered]).code, 1);
    let all = verify(&[], &[&missing, &unsigned, &open, &tampered]);
    assert_eq!(all.code, 2);
    // One that is missing keeps none of the others back.
    assert!(all.out.contains("In all: 4 files; confirmed 0, not valid 1, not confirmed 1, not signed 1, not done 1"));
    all.complains("there is no such file", "check the path");
}

#[test]
fn a_folder_is_walked_and_the_order_is_kept() {
    let ran = verify(&["--json", "--jobs", "2"], &[&samples()]);
    let json: Value = serde_json::from_str(&ran.out).unwrap();
    let paths: Vec<_> = json.as_array().unwrap().iter().map(|one| one["path"].as_str().unwrap().to_owned()).collect();
    let mut sorted = paths.clone();
    sorted.sort();
    assert_eq!(paths, sorted);
    assert!(paths.len() >= 12 && paths.iter().all(|path| path.ends_with(".edoc") || path.ends_with(".asice")));
    let one_by_one = verify(&["--json", "--jobs", "1"], &[&samples()]);
    assert_eq!(ran.out, one_by_one.out);
}

#[test]
fn an_error_is_an_entry_of_the_json_too() {
    let ran = verify(&["--json"], &[Path::new("no-such.edoc")]);
    let json: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(
        (json[0]["path"].as_str(), json[0]["error"]["code"].as_str()),
        (Some("no-such.edoc"), Some("not-found"))
    );
    assert_eq!(ran.code, 2);
}

#[test]
fn a_foreign_signature_never_looks_genuine() {
    for file in ["foreign-issuer.edoc", "self-signed-by-student.edoc"] {
        let ran = verify(&["--lang", "lv"], &[&samples().join(file)]);
        assert_eq!(ran.code, 3, "{file}");
        assert!(ran.out.contains("nav parakstījusi ne VISC, ne VIAA"), "{file}: {}", ran.out);
        assert!(!ran.out.lines().any(|line| line.starts_with("DERĪGS")), "{file}");
    }
}

#[test]
fn personal_codes_are_masked_unless_asked_for() {
    // Signed by a person, whose code is in the signing certificate.
    let file = samples().join("self-signed-by-student.edoc");
    for format in [&[][..], &["--json"]] {
        let masked = verify(format, &[&file]);
        let shown = verify(&[format, &["--show-codes"]].concat(), &[&file]);
        let code = |text: &str| text.split(|c: char| !c.is_ascii_digit() && c != '-').any(is_code);
        assert!(code(&shown.out), "{}", shown.out);
        assert!(!code(&masked.out) && masked.out.contains("••••"), "{}", masked.out);
    }
}

/// `dddddd-ddddd`, also behind `PNOLV-`.
fn is_code(word: &str) -> bool {
    let word = word.trim_matches('-');
    word.len() == 12
        && word.split_once('-').is_some_and(|(day, rest)| day.len() == 6 && rest.len() == 5 && !rest.contains('-'))
}

#[test]
fn show_and_list_print_their_part() {
    let file = samples().join("uncovered-file.edoc");
    let list = edoc(["list".as_ref(), file.as_os_str()]);
    assert_eq!(list.code, 0, "{}", list.err);
    assert!(list.out.contains("signed)") && list.out.contains("not signed)"), "{}", list.out);
    let show = edoc(["show".as_ref(), file.as_os_str()]);
    assert!([0, 3].contains(&show.code) && show.out.contains("Exam result"), "{}", show.out);
    edoc(["list".as_ref(), samples().as_os_str()]).complains("this is a folder", "verify");
}
