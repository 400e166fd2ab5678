//! Ctrl-C while many files are being judged: what was finished is there, whole, and the exit code says that it is not all.

#![cfg(unix)]

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::Value;

use super::program::{program, sample, setting};

/// More files than fit into a pipe that nobody reads: the program cannot have come to their end when the signal is sent.
const FILES: usize = 4_000;

fn started(files: usize, arguments: &[&str]) -> Child {
    let mut child = program()
        .arg("dossier")
        .args(setting())
        .args(arguments)
        .arg("-")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let list = format!("{}\n", sample("anna-matematika.edoc")).repeat(files);
    child.stdin.take().unwrap().write_all(list.as_bytes()).unwrap();
    child
}

fn interrupt(child: &Child) {
    let sent = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(sent.success());
}

#[test]
fn lines_that_were_finished_are_whole() {
    let mut child = started(FILES, &["--format", "jsonl"]);
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let mut text = String::new();
    out.read_line(&mut text).unwrap();
    interrupt(&child);
    // Slowly, so that the signal has come long before the end; it ends as soon as the program does.
    let mut block = [0; 4096];
    let mut rest = Vec::new();
    loop {
        let count = out.read(&mut block).unwrap();
        if count == 0 {
            break;
        }
        rest.extend_from_slice(&block[..count]);
        std::thread::sleep(Duration::from_millis(1));
    }
    text.push_str(std::str::from_utf8(&rest).unwrap());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let err = String::from_utf8(output.stderr).unwrap();
    assert!(
        err.contains("error: stopped before all files were checked\nhint: what was finished has been written"),
        "{err}"
    );
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let (end, files) = lines.split_last().unwrap();
    assert!(!files.is_empty() && files.len() < FILES, "{}", files.len());
    assert!(files.iter().all(|line| line["line"] == "file" && line["authenticity"]["verdict"] == "genuine"));
    assert_eq!((end["line"].as_str(), end["files"].as_u64()), (Some("end"), Some(files.len() as u64)));
}

/// The twin: what is not stopped comes to its end, and ends with another code.
#[test]
fn what_is_not_stopped_is_all_there() {
    let child = started(100, &["--format", "jsonl", "--quiet"]);
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
    assert_eq!(String::from_utf8(output.stdout).unwrap().lines().count(), 100 + 1);
}
