//! `edoc recheck`: what became of the files of an earlier report.

use std::fs;
use std::path::Path;

use super::program::{Ran, edoc, samples};

fn run(command: &str, at: &str, arguments: &[&str]) -> Ran {
    let (list, issuers) = (samples().join("trust-list.xml"), samples().join("issuers.toml"));
    let setting = [command, "--at", at, "--trust", list.to_str().unwrap(), "--issuers", issuers.to_str().unwrap()];
    edoc([&setting[..], arguments].concat())
}

const THEN: &str = "2026-11-23T12:00:00Z";

/// A folder with two certificates, and a report on it in each form.
fn folder() -> (tempfile::TempDir, Vec<String>) {
    let folder = tempfile::tempdir().unwrap();
    let files = folder.path().join("files");
    fs::create_dir(&files).unwrap();
    for name in ["anna-matematika.edoc", "unsigned.edoc"] {
        fs::copy(samples().join(name), files.join(name)).unwrap();
    }
    let files = files.to_str().unwrap();
    let forms: [(&str, &[&str]); 3] =
        [("verify", &["--json"]), ("dossier", &["--format", "json"]), ("dossier", &["--format", "jsonl"])];
    let reports = forms.iter().enumerate().map(|(number, (command, more))| {
        let report = folder.path().join(format!("{number}.json"));
        fs::write(&report, run(command, THEN, &[*more, &[files]].concat()).out).unwrap();
        report.to_str().unwrap().to_owned()
    });
    let reports = reports.collect();
    (folder, reports)
}

fn files(folder: &tempfile::TempDir) -> String {
    folder.path().join("files").to_str().unwrap().to_owned()
}

#[test]
fn nothing_changed_and_the_report_holds() {
    let (folder, reports) = folder();
    for report in &reports {
        let ran = run("recheck", THEN, &[report, &files(&folder)]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{report}: {}", ran.out);
        assert!(ran.out.contains("anna-matematika.edoc: the same file, still VALID\n"), "{}", ran.out);
        assert!(ran.out.contains("unsigned.edoc: the same file, still NOT SIGNED\n"), "{}", ran.out);
        assert!(!ran.out.contains("Judged otherwise") && !ran.out.contains("something else"), "{}", ran.out);
        let later = run("recheck", "2026-11-24T12:00:00Z", &[report, &files(&folder)]);
        let times = "Checked for 2026-11-23T12:00:00Z then and for 2026-11-24T12:00:00Z now";
        assert!(later.code == 0 && later.out.contains(times), "{}", later.out);
        assert!(!later.out.contains("Judged otherwise"), "{}", later.out);
    }
}

#[test]
fn another_time_and_other_rules_are_named() {
    let (folder, reports) = folder();
    for report in &reports {
        let ran = run("recheck", "2060-01-01T00:00:00Z", &["--policy", "etsi-strict", report, &files(&folder)]);
        assert_eq!(ran.code, 3, "{}", ran.out);
        assert!(ran.out.contains("the same file; VALID then, CANNOT CONFIRM now"), "{}", ran.out);
        assert!(ran.out.contains("Judged otherwise than then"), "{}", ran.out);
        assert!(ran.out.contains("Rules: then zimogs-1 ") && ran.out.contains("now etsi-strict "), "{}", ran.out);
        assert!(ran.out.contains("then 2026-11-23T12:00:00Z, now 2060-01-01T00:00:00Z"), "{}", ran.out);
        assert!(!ran.out.contains("Program:"), "{}", ran.out);
    }
}

#[test]
fn moved_changed_missing_and_new_files_are_told_apart() {
    let (folder, reports) = folder();
    let place = folder.path().join("files");
    fs::rename(place.join("anna-matematika.edoc"), place.join("renamed.edoc")).unwrap();
    fs::copy(samples().join("liga-matematika.edoc"), place.join("new.edoc")).unwrap();
    for report in &reports {
        let ran = run("recheck", THEN, &[report, &files(&folder)]);
        assert_eq!(ran.code, 0, "{}", ran.out);
        assert!(ran.out.contains("anna-matematika.edoc: the same file, still VALID"), "{}", ran.out);
        assert!(ran.out.contains("new.edoc: not in the report"), "{}", ran.out);
    }
    fs::copy(samples().join("tampered.edoc"), place.join("unsigned.edoc")).unwrap();
    let ran = run("recheck", THEN, &[&reports[0], &files(&folder)]);
    assert_eq!(ran.code, 1, "{}", ran.out);
    assert!(ran.out.contains("unsigned.edoc: another file"), "{}", ran.out);
    fs::remove_file(place.join("unsigned.edoc")).unwrap();
    let ran = run("recheck", THEN, &[&reports[0], &files(&folder)]);
    assert_eq!(ran.code, 2, "{}", ran.out);
    assert!(ran.out.contains("unsigned.edoc: not found"), "{}", ran.out);
}

/// The report with one text in the place of another.
fn altered(report: &str, from: &str, to: &str) {
    let text = fs::read_to_string(report).unwrap();
    assert!(text.contains(from), "{from}: {text}");
    fs::write(report, text.replace(from, to)).unwrap();
}

#[test]
fn results_that_were_altered_in_a_report_are_found() {
    for (from, to, said) in [
        ("\"overall\":8750", "\"overall\":9950", "Result, %: in the report 99.50%, in the file 87.50%"),
        (
            "\"person\":\"Anna PARAUGA\"",
            "\"person\":\"Lauma PARAUGA\"",
            "in the report Lauma PARAUGA, in the file Anna",
        ),
        ("••••••-•••01", "••••••-•••02", "in the report ••••••-•••02, in the file ••••••-•••01"),
        (
            "\"standing\":\"confirmed\"",
            "\"standing\":\"not-confirmed\"",
            "Not confirmed, %: in the report 87.50%, in the file nothing",
        ),
    ] {
        let (folder, reports) = folder();
        // Results are not compared in the first form, which says so; its altered result is not called the same.
        for report in &reports[1..] {
            altered(report, from, to);
            let ran = run("recheck", THEN, &[report, &files(&folder)]);
            assert_eq!(ran.code, 1, "{}", ran.out);
            assert!(ran.out.contains("the report states something else than the file"), "{}", ran.out);
            assert!(ran.out.contains(said) && ran.out.contains("it was altered"), "{said}: {}", ran.out);
            assert!(!ran.out.contains("were not compared"), "{}", ran.out);
        }
        let ran = run("recheck", THEN, &[&reports[0], &files(&folder)]);
        assert!(ran.code == 0 && ran.out.contains("Results and names were not compared"), "{}", ran.out);
    }
}

#[test]
fn a_certificate_that_was_added_to_a_report_is_found() {
    let (folder, reports) = folder();
    let added = "{\"standing\":\"confirmed\",\"overall\":10000,\"parts\":[]}";
    for report in &reports[1..] {
        altered(report, "\"certificates\":[]", &format!("\"certificates\":[{added}]"));
        let ran = run("recheck", THEN, &[report, &files(&folder)]);
        assert_eq!(ran.code, 1, "{}", ran.out);
        assert!(ran.out.contains("unsigned.edoc: the same file, still NOT SIGNED; but"), "{}", ran.out);
    }
}

#[test]
fn a_word_that_changed_hides_no_altered_result() {
    let (folder, reports) = folder();
    let late = ["--policy", "etsi-strict", &reports[1], &files(&folder)];
    let ran = run("recheck", "2060-01-01T00:00:00Z", &late);
    assert!(ran.code == 3 && !ran.out.contains("something else"), "{}", ran.out);
    altered(&reports[1], "\"overall\":8750", "\"overall\":9950");
    let ran = run("recheck", "2060-01-01T00:00:00Z", &late);
    assert!(ran.code == 1 && ran.out.contains("in the report 99.50%, in the file 87.50%"), "{}", ran.out);
}

#[test]
fn a_code_that_one_report_hides_and_another_shows_is_the_same() {
    let (folder, _) = folder();
    let report = folder.path().join("shown.json");
    let shown = run("dossier", THEN, &["--show-codes", "--format", "json", &files(&folder)]).out;
    assert!(shown.contains("320000-00001"), "{shown}");
    fs::write(&report, &shown).unwrap();
    let ran = run("recheck", THEN, &[report.to_str().unwrap(), &files(&folder)]);
    assert!(ran.code == 0 && !ran.out.contains("320000"), "{}", ran.out);
    fs::write(&report, shown.replace("320000-00001", "320000-00002")).unwrap();
    let ran = run("recheck", THEN, &[report.to_str().unwrap(), &files(&folder)]);
    assert!(ran.code == 1 && !ran.out.contains("320000"), "{}", ran.out);
}

#[test]
fn one_word_for_two_reasons_is_told_apart() {
    let (folder, reports) = folder();
    fs::copy(samples().join("tampered.edoc"), folder.path().join("files/tampered.edoc")).unwrap();
    let report = &reports[1];
    fs::write(report, run("dossier", THEN, &["--format", "json", &files(&folder)]).out).unwrap();
    altered(report, "HASH_FAILURE", "SIG_CRYPTO_FAILURE");
    let ran = run("recheck", THEN, &[report, &files(&folder)]);
    let words = "NOT VALID (refuted/SIG_CRYPTO_FAILURE) then, NOT VALID (refuted/HASH_FAILURE) now";
    assert!(ran.code == 1 && ran.out.contains(words), "{}", ran.out);
    assert!(!ran.out.contains("VALID (genuine)"), "{}", ran.out);
}

#[test]
fn what_is_no_report_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let report = folder.path().join("report.json");
    let file = samples().join("unsigned.edoc");
    for text in ["{}", "no JSON", "{\"dossier\":9,\"checked\":[],\"files\":[]}"] {
        fs::write(&report, text).unwrap();
        let ran = run("recheck", THEN, &[report.to_str().unwrap(), file.to_str().unwrap()]);
        assert_eq!(ran.code, 2);
        ran.complains("this is no report", "edoc dossier --format json");
    }
    run("recheck", THEN, &["no-such.json", file.to_str().unwrap()])
        .complains("there is no such file", "check the path");
    assert!(Path::new(&file).is_file());
}

/// A report that shows codes may name files by them; a run that does not, never does.
#[test]
fn codes_in_paths_of_a_report_are_masked_unless_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let (files, report) = (folder.path().join("files"), folder.path().join("a.json"));
    fs::create_dir(&files).unwrap();
    // The code of the sample, without its dash.
    let there = files.join("32000000001.edoc");
    fs::copy(samples().join("anna-matematika.edoc"), &there).unwrap();
    let (files, report) = (files.to_str().unwrap(), report.to_str().unwrap());
    fs::write(report, run("dossier", THEN, &["--format", "json", "--show-codes", files]).out).unwrap();
    assert!(fs::read_to_string(report).unwrap().contains("32000000001.edoc"));
    let says = |more: &[&str]| run("recheck", THEN, &[more, &[report, files]].concat()).out;
    for still in ["the same file", "not found"] {
        let (masked, shown) = (says(&[]), says(&["--show-codes"]));
        assert!(masked.contains(still) && shown.contains(still), "{masked}{shown}");
        assert!(!masked.contains("32000000001") && masked.contains("01.edoc"), "{masked}");
        assert!(shown.contains("32000000001.edoc"), "{shown}");
        // The second time another file lies there alone.
        let _gone = fs::remove_file(&there);
        fs::copy(samples().join("unsigned.edoc"), there.with_file_name("other.edoc")).unwrap();
    }
}
