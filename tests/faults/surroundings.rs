//! Clocks that are wrong, and a system without a home.

use crate::program::*;

fn judged(more: &[&str], file: &str) -> Vec<String> {
    let mut run = vec!["verify".to_owned()];
    run.extend(more.iter().map(|one| (*one).to_owned()));
    run.extend(trusting());
    run.push(sample(file));
    run
}

/// The verdict and its reason, without the time of the check.
fn without_time(ran: &Ran) -> (i32, Vec<String>) {
    assert!(!ran.err.contains("panicked"), "{}", ran.err);
    let lines = ran.out.lines().filter(|line| !line.to_lowercase().contains("checked"));
    (ran.code, lines.map(str::to_owned).collect())
}

#[test]
fn a_clock_of_1970_or_2100_ends_in_a_word() {
    for (at, file, codes) in [
        ("1970-01-01T00:00:00Z", "anna-matematika.edoc", &[3][..]),
        ("2100-01-01T00:00:00Z", "anna-matematika.edoc", &[0, 3]),
        ("1970-01-01T00:00:00Z", "tampered.edoc", &[1]),
        ("2100-01-01T00:00:00Z", "tampered.edoc", &[1]),
        (AT, "anna-matematika.edoc", &[0]),
    ] {
        let ran = edoc(judged(&["--at", at], file));
        assert!(codes.contains(&ran.code), "{at} {file}: {} {}{}", ran.code, ran.out, ran.err);
        assert_eq!(ran.err, "", "{at} {file}");
    }
}

#[test]
fn the_clock_of_the_system_counts_like_the_time_that_is_asked_for() {
    if !is_here("faketime") {
        return;
    }
    for at in ["1970-01-02 00:00:00", "2100-01-01 00:00:00", "2026-11-23 12:00:00"] {
        for file in ["anna-matematika.edoc", "tampered.edoc", "liga-biologija.asice"] {
            let asked = edoc(judged(&["--at", &format!("{}Z", at.replace(' ', "T"))], file));
            let mut clock = quiet("faketime");
            clock.env("TZ", "UTC").args(["-f", at, PROGRAM]).args(judged(&[], file));
            assert_eq!(without_time(&Ran::of(&mut clock)), without_time(&asked), "{at} {file}");
        }
    }
}

#[test]
fn without_a_home_or_any_variable_files_are_judged() {
    for command in ["verify", "dossier"] {
        let mut run = judged(&["--at", AT], "anna-matematika.edoc");
        command.clone_into(&mut run[0]);
        let with = Ran::of(program().args(&run));
        let without = Ran::of(std::process::Command::new(PROGRAM).env_clear().args(&run));
        assert_eq!((with.code, with.err.as_str()), (0, ""), "{}", with.out);
        assert_eq!((without.code, &without.err, &without.out), (0, &with.err, &with.out), "{command}");
    }
    // Where something has to be kept, it is said that there is no place for it, or the system names one.
    let kept = Ran::of(std::process::Command::new(PROGRAM).env_clear().args(["trust", "status"]));
    assert!(kept.code == 0 || kept.code == 2, "{}", kept.err);
    assert!(!kept.err.contains("panicked"), "{}", kept.err);
}

#[test]
fn a_home_that_cannot_be_entered_is_no_obstacle() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, "").unwrap();
    let run = judged(&["--at", AT], "anna-matematika.edoc");
    let ran = Ran::of(program().env("EDOC_DATA", file.join("below-a-file")).args(&run));
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
}
