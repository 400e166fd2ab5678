//! Starting the real program.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// When files are judged here.
pub const AT: &str = "2026-11-23T12:00:00Z";

pub const PROGRAM: &str = env!("CARGO_BIN_EXE_edoc");

/// A command that runs in English, keeps nothing and knows nothing kept.
pub fn quiet(program: &str) -> Command {
    let mut command = Command::new(program);
    command.env("LC_ALL", "C").env_remove("LANGUAGE").stdin(Stdio::null());
    command.env("EDOC_DATA", Path::new(env!("CARGO_TARGET_TMPDIR")).join("no-data"));
    command
}

pub fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(name)
}

/// Judges under the trust and the issuers of the samples.
pub fn setting() -> Vec<String> {
    let path = |name: &str| sample(name).to_str().unwrap().to_owned();
    vec!["--trust".to_owned(), path("trust-list.xml"), "--issuers".to_owned(), path("issuers.toml")]
}

/// What one run gave.
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Ran {
    pub fn of(command: &mut Command) -> Self {
        let Output { status, stdout, stderr } = command.output().unwrap();
        let text = |octets| String::from_utf8(octets).unwrap();
        Self { code: status.code().expect("ended by a signal"), out: text(stdout), err: text(stderr) }
    }

    /// A complaint and what to do, and nothing of the program's inside.
    #[track_caller]
    pub fn complains(&self, of: &str) {
        let lines: Vec<&str> = self.err.lines().collect();
        assert!(lines.len() == 2 && lines[0].starts_with("error: ") && lines[1].starts_with("hint: "), "{}", self.err);
        assert!(lines[0].contains(of), "{}", self.err);
        assert!(!self.err.contains("panicked") && !self.err.contains(".rs:"), "{}", self.err);
    }
}

pub fn edoc<S: AsRef<OsStr>>(arguments: impl IntoIterator<Item = S>) -> Ran {
    Ran::of(quiet(PROGRAM).args(arguments))
}
