//! No network, no file written that was not asked for, no other program started: what the system was asked to do, by `strace`.

use std::path::{Component, Path};

use crate::program::*;

/// What a program did beside reading.
#[derive(Debug, Default, PartialEq, Eq)]
struct Deeds {
    network: Vec<String>,
    /// Outside the folder that it may write to.
    written: Vec<String>,
    started: Vec<String>,
}

const NETWORK: [&str; 9] =
    ["socket(", "connect(", "bind(", "listen(", "accept", "sendto(", "sendmsg(", "sendmmsg(", "socketpair("];
const CHANGES: [&str; 14] = [
    "creat(",
    "rename",
    "unlink",
    "rmdir(",
    "mkdir",
    "link",
    "symlink",
    "mknod",
    "chmod",
    "fchmodat",
    "chown",
    "truncate(",
    "utime",
    "setxattr(",
];

/// The absolute paths that a call names.
fn paths(call: &str) -> Vec<&str> {
    // What stands between quotation marks; one within a path is written with a backslash.
    let mut quoted = Vec::new();
    let mut rest = call;
    while let Some((_, after)) = rest.split_once('"') {
        let escaped = |end: &usize| after[..*end].bytes().rev().take_while(|octet| *octet == b'\\').count() % 2 == 1;
        let Some(end) = after.match_indices('"').map(|(end, _)| end).find(|end| !escaped(end)) else { break };
        quoted.push(&after[..end]);
        rest = &after[end + 1..];
    }
    quoted.retain(|path| path.starts_with('/'));
    quoted
}

/// Whether all that a call names lies in this folder: of a move or a link both ends.
fn is_within(call: &str, folder: &Path) -> bool {
    let below = |path: &&str| {
        let path = Path::new(path);
        path != folder && path.starts_with(folder) && path.components().all(|part| part != Component::ParentDir)
    };
    let paths = paths(call);
    // A file without a name is made in the folder itself.
    let nameless = call.contains("O_TMPFILE") && paths.iter().all(|path| Path::new(path) == folder);
    !paths.is_empty() && (nameless || paths.iter().all(below))
}

impl Deeds {
    fn read(log: &str, may_write: Option<&Path>) -> Self {
        let mut deeds = Self::default();
        for line in log.lines() {
            // `PID call(arguments) = result`; a call that was broken off continues in another line.
            let call = line.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
            let opens = call.starts_with("open")
                && ["O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC"].iter().any(|flag| call.contains(flag));
            let changes = opens || CHANGES.iter().any(|name| call.starts_with(name));
            if NETWORK.iter().any(|name| call.starts_with(name)) {
                deeds.network.push(call.to_owned());
            } else if call.starts_with("execve") {
                deeds.started.push(call.to_owned());
            } else if changes && !may_write.is_some_and(|folder| is_within(call, folder)) {
                deeds.written.push(call.to_owned());
            }
        }
        // The first is the program itself.
        if !deeds.started.is_empty() {
            deeds.started.remove(0);
        }
        deeds
    }
}

#[test]
fn both_ends_of_a_move_count() {
    let written = |call: &str| Deeds::read(&format!("12 {call} = 0\n"), Some(Path::new("/to"))).written.len();
    for inside in [
        r#"rename("/to/a", "/to/b")"#,
        r#"openat(AT_FDCWD, "/to/a\"b", O_WRONLY|O_CREAT, 0666)"#,
        r#"openat(AT_FDCWD, "/to", O_RDWR|O_TMPFILE, 0600)"#,
        r#"openat(AT_FDCWD, "/elsewhere", O_RDONLY)"#,
    ] {
        assert_eq!(written(inside), 0, "{inside}");
    }
    for outside in [
        r#"rename("/to/a", "/elsewhere")"#,
        r#"rename("/elsewhere", "/to/a")"#,
        r#"linkat(AT_FDCWD, "/elsewhere", AT_FDCWD, "/to/a", 0)"#,
        r#"symlink("/elsewhere", "/to/a")"#,
        r#"unlink("/to/../elsewhere")"#,
        r#"unlink("/together")"#,
        r#"openat(AT_FDCWD, "relative", O_WRONLY|O_CREAT, 0666)"#,
        r#"openat(AT_FDCWD, "/", O_RDWR|O_TMPFILE, 0600)"#,
        r#"rmdir("/to")"#,
    ] {
        assert_eq!(written(outside), 1, "{outside}");
    }
}

/// Runs a program: what it gave, and what it did; `None` where no program may be traced here, which fails in CI.
fn traced(program: &[&str], arguments: &[String], may_write: Option<&Path>) -> Option<(Ran, Deeds)> {
    if !is_here("strace") {
        return None;
    }
    let folder = tempfile::tempdir().unwrap();
    let log = folder.path().join("log");
    let mut command = quiet("strace");
    command.args(["-f", "-qq", "-s", "4096", "-e", "trace=network,file,process", "-o"]);
    let ran = Ran::of(command.arg(&log).args(program).args(arguments));
    let log = std::fs::read_to_string(&log).unwrap_or_default();
    if !log.contains("execve") {
        assert!(std::env::var_os("CI").is_none(), "tracing is forbidden: {}", ran.err);
        println!("tracing is forbidden here; this promise was not checked: {}", ran.err);
        return None;
    }
    // As the system names it, not by a link.
    let may_write = may_write.map(|folder| folder.canonicalize().unwrap());
    Some((ran, Deeds::read(&log, may_write.as_deref())))
}

/// The command with the trust of the samples, at their time.
fn arguments(command: &[&str], more: &[&str]) -> Vec<String> {
    let of = |words: &[&str]| words.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>();
    [of(command), setting(), of(more)].concat()
}

#[test]
fn judging_and_showing_do_nothing_but_read() {
    let names =
        ["anna-matematika.edoc", "tampered.edoc", "liga-latviesu-valoda.edoc", "unsigned.edoc", "liga-matematika.edoc"];
    let files = names.map(sample);
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    let (one, changed) = (&files[..1], &files[1..2]);
    // Each does its work: it ends with its code and says a word of its own.
    let runs: [(&[&str], &[&str], i32, &str); 12] = [
        (&["verify"], &files, 1, "NOT VALID: "),
        (&["verify", "--json"], &files, 1, "\"refuted\""),
        (&["dossier"], &files, 1, "confirmed 2, not valid 1"),
        (&["dossier", "--format", "csv"], &files, 1, "refuted/HASH_FAILURE"),
        (&["show"], one, 0, "VALID: "),
        (&["show"], changed, 1, "NOT VALID: "),
        (&["list"], one, 0, "anna-matematika"),
        (&["list"], changed, 0, "tampered"),
        (&["trust", "status"], &[], 0, "LV, number "),
        (&["trust", "list", "--country", "LV"], &[], 0, "LV"),
        (&["issuers", "list"], &[], 0, "VISC: "),
        (&["completions", "bash"], &[], 0, "_edoc"),
    ];
    for (command, more, code, word) in runs {
        let Some((ran, deeds)) = traced(&[PROGRAM], &arguments(command, more), None) else { return };
        assert_eq!((ran.code, ran.err.as_str()), (code, ""), "{command:?}: {}", ran.out);
        assert!(ran.out.contains(word), "{command:?}: {}", ran.out);
        assert_eq!(deeds, Deeds::default(), "{command:?}");
    }
}

#[test]
fn what_is_saved_is_judged_and_compared_without_anything_else() {
    let folder = tempfile::tempdir().unwrap();
    let (facts, report) = (folder.path().join("facts.json"), folder.path().join("report.json"));
    let (facts, report) = (facts.to_str().unwrap(), report.to_str().unwrap());
    let file = sample("anna-matematika.edoc");
    let runs: [(Vec<String>, bool, &str); 4] = [
        (arguments(&["facts"], &[&file, "--out", facts]), true, ""),
        (arguments(&["judge"], &[facts]), false, "BY SAVED FACTS ONLY – VALID: "),
        (arguments(&["verify"], &["--format", "json", "--out", report, &file]), true, ""),
        (arguments(&["recheck"], &[report, &file]), false, "anna-matematika.edoc"),
    ];
    for (run, writes, word) in runs {
        let Some((ran, deeds)) = traced(&[PROGRAM], &run, writes.then_some(folder.path())) else { return };
        assert!(ran.code == 0 && !ran.err.contains("error: "), "{run:?}: {}", ran.err);
        assert!(ran.out.contains(word), "{run:?}: {}", ran.out);
        assert_eq!(deeds, Deeds::default(), "{run:?}");
    }
    assert!(Path::new(facts).is_file() && Path::new(report).is_file());
}

#[test]
fn what_is_written_stays_in_the_folder_that_was_named() {
    let folder = tempfile::tempdir().unwrap();
    let (out, to) = (folder.path().join("table.xlsx"), folder.path().join("documents"));
    std::fs::create_dir(&to).unwrap();
    let (out, to) = (out.to_str().unwrap(), to.to_str().unwrap());
    let file = sample("anna-matematika.edoc");
    let table = arguments(&["dossier"], &["--format", "xlsx", "--out", out, &file]);
    for run in [table.clone(), arguments(&["extract"], &["--to", to, &file])] {
        let Some((ran, deeds)) = traced(&[PROGRAM], &run, Some(folder.path())) else { return };
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{run:?}");
        assert_eq!(deeds, Deeds::default(), "{run:?}");
    }
    assert!(Path::new(out).is_file() && std::fs::read_dir(to).unwrap().count() == 1);
    // The twin: the same, with nothing permitted.
    std::fs::remove_file(out).unwrap();
    let Some((_, deeds)) = traced(&[PROGRAM], &table, None) else { return };
    assert!(deeds.written.iter().any(|call| call.contains("O_CREAT")) && deeds.written.len() >= 2, "{deeds:?}");
    assert!(deeds.network.is_empty() && deeds.started.is_empty());
}

#[test]
fn a_program_that_connects_writes_and_starts_another_is_seen() {
    if !is_here("python3") {
        return;
    }
    let text = "import os, socket, subprocess, sys
socket.socket().connect_ex(('127.0.0.1', 9))
open(os.path.join(sys.argv[1], 'a'), 'w').close()
subprocess.run(['true'])";
    let folder = tempfile::tempdir().unwrap();
    let argument = [folder.path().to_str().unwrap().to_owned()];
    let Some((_, deeds)) = traced(&["python3", "-c", text], &argument, None) else { return };
    assert!(deeds.network.iter().any(|call| call.starts_with("connect")), "{deeds:?}");
    assert!(deeds.written.iter().any(|call| call.contains(&argument[0])), "{deeds:?}");
    assert!(!deeds.started.is_empty(), "{deeds:?}");
}

#[cfg(feature = "online")]
#[test]
fn with_permission_a_socket_is_opened() {
    let file = sample("liga-latviesu-valoda.edoc");
    let run = arguments(&["verify"], &["--online", &file]);
    let data = tempfile::tempdir().unwrap();
    let data = format!("EDOC_DATA={}", data.path().display());
    let Some((_, deeds)) = traced(&["env", &data, PROGRAM], &run, None) else { return };
    assert!(!deeds.network.is_empty(), "{deeds:?}");
}
