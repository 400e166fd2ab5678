//! No network, no file written that was not asked for, no other program started: what the system was asked to do, by `strace`.

use std::path::Path;

use super::program::*;
use crate::tools::is_here;

/// What a program did beside reading.
#[derive(Debug, Default, PartialEq, Eq)]
struct Deeds {
    network: Vec<String>,
    /// Outside the folder that it may write to.
    written: Vec<String>,
    started: Vec<String>,
}

const NETWORK: [&str; 8] = ["socket(", "connect(", "bind(", "listen(", "accept", "sendto(", "sendmsg(", "socketpair("];
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

impl Deeds {
    fn read(log: &str, may_write: Option<&Path>) -> Self {
        let mut deeds = Self::default();
        for line in log.lines() {
            // `PID call(arguments) = result`; a call that was broken off continues in another line.
            let call = line.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
            let within = |folder: &Path| {
                // A file without a name is made in the folder itself.
                let nameless = call.contains("O_TMPFILE") && call.contains(&format!("\"{}\"", folder.display()));
                nameless || call.contains(&format!("\"{}/", folder.display()))
            };
            let inside = may_write.is_some_and(within);
            let opens = call.starts_with("open")
                && ["O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC"].iter().any(|flag| call.contains(flag));
            if NETWORK.iter().any(|name| call.starts_with(name)) {
                deeds.network.push(call.to_owned());
            } else if call.starts_with("execve") {
                deeds.started.push(call.to_owned());
            } else if (opens || CHANGES.iter().any(|name| call.starts_with(name)))
                && !inside
                && !call.starts_with("readlink")
            {
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

/// Runs a program and reads what it did; `None` where no program may be traced here.
fn traced(program: &[&str], arguments: &[String], may_write: Option<&Path>) -> Option<Deeds> {
    if !is_here("strace") {
        return None;
    }
    let folder = tempfile::tempdir().unwrap();
    let log = folder.path().join("log");
    let out = quiet("strace")
        .args(["-f", "-qq", "-s", "4096", "-e", "trace=network,file,process", "-o"])
        .arg(&log)
        .args(program)
        .args(arguments)
        .output()
        .unwrap();
    let log = std::fs::read_to_string(&log).unwrap_or_default();
    if !log.contains("execve") {
        println!("tracing is forbidden here; this promise was not checked: {}", String::from_utf8_lossy(&out.stderr));
        return None;
    }
    Some(Deeds::read(&log, may_write))
}

fn arguments(command: &str, more: &[&str]) -> Vec<String> {
    let mut all = vec![command.to_owned()];
    if ["verify", "dossier", "show"].contains(&command) {
        all.extend(["--at".to_owned(), AT.to_owned()]);
        all.extend(setting());
    }
    all.extend(more.iter().map(|one| (*one).to_owned()));
    all
}

#[test]
fn judging_and_showing_do_nothing_but_read() {
    let names =
        ["anna-matematika.edoc", "tampered.edoc", "liga-latviesu-valoda.edoc", "unsigned.edoc", "liga-matematika.edoc"];
    let files = names.map(|name| sample(name).to_str().unwrap().to_owned());
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    for command in ["verify", "dossier", "show", "list"] {
        for more in [&[][..], &["--json"]] {
            let more = if command == "dossier" && !more.is_empty() { &["--format", "csv"][..] } else { more };
            let Some(deeds) = traced(&[PROGRAM], &arguments(command, &[more, &files].concat()), None) else { return };
            assert_eq!(deeds, Deeds::default(), "{command} {more:?}");
        }
    }
}

#[test]
fn what_is_written_stays_in_the_folder_that_was_named() {
    let folder = tempfile::tempdir().unwrap();
    let (out, to) = (folder.path().join("table.xlsx"), folder.path().join("documents"));
    std::fs::create_dir(&to).unwrap();
    let (out, to) = (out.to_str().unwrap(), to.to_str().unwrap());
    let file = sample("anna-matematika.edoc");
    let file = file.to_str().unwrap();
    let runs =
        [arguments("dossier", &["--format", "xlsx", "--out", out, file]), arguments("extract", &["--to", to, file])];
    for run in runs {
        let Some(deeds) = traced(&[PROGRAM], &run, Some(folder.path())) else { return };
        assert_eq!(deeds, Deeds::default(), "{run:?}");
    }
    assert!(Path::new(out).is_file() && std::fs::read_dir(to).unwrap().count() == 1);
    // The twin: the same, with nothing permitted.
    std::fs::remove_file(out).unwrap();
    let Some(deeds) = traced(&[PROGRAM], &arguments("dossier", &["--format", "xlsx", "--out", out, file]), None) else {
        return;
    };
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
    let Some(deeds) = traced(&["python3", "-c", text], &argument, None) else { return };
    assert!(deeds.network.iter().any(|call| call.starts_with("connect")), "{deeds:?}");
    assert!(deeds.written.iter().any(|call| call.contains(&argument[0])), "{deeds:?}");
    assert!(!deeds.started.is_empty(), "{deeds:?}");
}

#[cfg(feature = "online")]
#[test]
fn with_permission_a_socket_is_opened() {
    let file = sample("liga-latviesu-valoda.edoc");
    let run = arguments("verify", &["--online", file.to_str().unwrap()]);
    let data = tempfile::tempdir().unwrap();
    let Some(deeds) = traced(&["env", &format!("EDOC_DATA={}", data.path().display()), PROGRAM], &run, None) else {
        return;
    };
    assert!(!deeds.network.is_empty(), "{deeds:?}");
}
