//! What is said beside the result: nothing where it is not wanted, no colours, no progress where nobody looks; and patterns of names.

use std::fs;

use super::program::{Ran, judged, program, sample, samples, setting};

#[test]
fn quiet_says_nothing_beside_the_result() {
    let (file, unsigned) = (sample("anna-matematika.edoc"), sample("unsigned.edoc"));
    for (command, more) in [
        ("verify", &[][..]),
        ("verify", &["--json"]),
        ("verify", &["--etsi-xml"]),
        ("dossier", &["--format", "text"]),
        ("dossier", &["--format", "json"]),
        ("dossier", &["--format", "jsonl"]),
        ("dossier", &["--format", "csv"]),
    ] {
        let paths = if more == ["--etsi-xml"] { &[unsigned.as_str()][..] } else { &[file.as_str(), "no-such.edoc"] };
        let loud = judged(command, &[more, paths].concat());
        let quiet = judged(command, &[more, paths, &["--quiet"]].concat());
        assert!(loud.err.contains("error: ") && quiet.err.is_empty(), "{command} {more:?}: {}", quiet.err);
        assert_eq!((quiet.code, quiet.out), (loud.code, loud.out), "{command} {more:?}");
    }
    // Arguments that are wrong are said to be, however quiet.
    judged("verify", &["--quiet", "--etsi-xml", &file, &file]).complains("about one file", "--json");
    judged("dossier", &["-q", "--format", "xlsx", &file]).complains("goes into a file", "--out");
}

#[test]
fn the_number_of_jobs_changes_nothing() {
    let folder = samples();
    let folder = folder.to_str().unwrap();
    for (command, more) in
        [("verify", &[][..]), ("verify", &["--json"]), ("dossier", &["--format", "jsonl"]), ("dossier", &[])]
    {
        let run = |jobs: &str| judged(command, &[more, &["--jobs", jobs, folder]].concat());
        let (one, many) = (run("1"), run("7"));
        assert_eq!((one.code, one.out, one.err), (many.code, many.out, many.err), "{command} {more:?}");
        for jobs in ["0", "257", "many"] {
            judged(command, &["--jobs", jobs, folder]).complains(&format!("“{jobs}”"), "1 to 256");
        }
    }
}

/// There are no colours to be switched off: what a terminal shows is what a file holds.
#[test]
fn nothing_is_coloured_and_no_progress_goes_into_a_log() {
    for (name, value) in [("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1"), ("FORCE_COLOR", "1")] {
        for command in ["verify", "dossier"] {
            let many = vec![sample("unsigned.edoc"); 40];
            let ran = Ran::of(program().env(name, value).arg(command).args(setting()).args(&many).arg("no-such.edoc"));
            let drawn = |text: &str| text.contains(['\u{1b}', '\r']);
            assert!(!drawn(&ran.out) && !drawn(&ran.err), "{name} {command}: {}", ran.err);
            assert_eq!((ran.code, ran.err.lines().count()), (2, 2), "{command}");
        }
        let help = Ran::of(program().env(name, value).args(["dossier", "--help"]));
        assert!(!help.out.contains('\u{1b}'), "{name}");
    }
}

/// The shells of Windows hand patterns on as they were typed; here one does when it is quoted.
#[test]
fn patterns_stand_for_files() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["b.edoc", "a.edoc", "a.txt"] {
        fs::copy(samples().join("anna-matematika.edoc"), folder.path().join(name)).unwrap();
    }
    let of = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (a, b) = (of("a.edoc"), of("b.edoc"));
    for (command, more) in [("verify", &["--json"][..]), ("dossier", &["--format", "csv"])] {
        let named = judged(command, &[more, &[&a, &b]].concat());
        assert_eq!(named.code, 0);
        assert_eq!(judged(command, &[more, &[&of("*.edoc")]].concat()).out, named.out, "{command}");
        assert_eq!(judged(command, &[more, &[&of("?.edoc")]].concat()).out, named.out, "{command}");
        judged(command, &[&of("*.asice")]).complains("*.asice: there is no such file", "check the path");
    }
    // A list is what it is.
    let list = folder.path().join("list");
    fs::write(&list, of("*.edoc")).unwrap();
    judged("dossier", &["--from", list.to_str().unwrap()]).complains("there is no such file", "check the path");
}
