//! Starting programs as every test does: ours in English and with nothing of whoever runs the tests, others where they are at hand.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

/// When files are judged here.
pub const AT: &str = "2026-11-23T12:00:00Z";

/// The command line program.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_edoc");

/// A command that runs in English, keeps nothing and knows nothing kept.
pub fn quiet(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.env("LC_ALL", "C").env("LANG", "C").env_remove("LANGUAGE").stdin(Stdio::null());
    // Never the lists and issuers of whoever runs the tests: there is no such folder.
    command.env("EDOC_DATA", Path::new(env!("CARGO_TARGET_TMPDIR")).join("no-data"));
    // A proxy of theirs would be asked in the place of a server that a test begins.
    for name in ["ALL_PROXY", "HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY"] {
        command.env_remove(name).env_remove(name.to_lowercase());
    }
    command
}

/// The command line program, started so.
pub fn program() -> Command {
    quiet(PROGRAM)
}

/// One run of it.
pub fn edoc<S: AsRef<OsStr>>(arguments: impl IntoIterator<Item = S>) -> Ran {
    Ran::of(program().args(arguments))
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

    /// Two lines, a complaint and what to do, and nothing of the program's inside.
    #[track_caller]
    pub fn complains(&self, error: &str, hint: &str) {
        let lines: Vec<&str> = self.err.lines().collect();
        assert_eq!(lines.len(), 2, "{}", self.err);
        assert!(lines[0].starts_with("error: ") && lines[0].contains(error), "{}", lines[0]);
        assert!(lines[1].starts_with("hint: ") && lines[1].contains(hint), "{}", lines[1]);
        assert!(!self.err.contains("panicked") && !self.err.contains(".rs:"), "{}", self.err);
    }
}

pub fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples")
}

/// The path of a sample.
pub fn sample(name: &str) -> String {
    samples().join(name).to_str().unwrap().to_owned()
}

/// With the list and the issuer that the samples are made for.
pub fn trusting() -> Vec<String> {
    vec!["--trust".to_owned(), sample("trust-list.xml"), "--issuers".to_owned(), sample("issuers.toml")]
}

/// With those, at the time that the samples are made for.
pub fn setting() -> Vec<String> {
    [vec!["--at".to_owned(), AT.to_owned()], trusting()].concat()
}

/// A command with that setting.
pub fn judged(command: &str, arguments: &[&str]) -> Ran {
    edoc([command.to_owned()].into_iter().chain(setting()).chain(arguments.iter().map(|one| (*one).to_owned())))
}

/// How long anything may take before a test gives up: machines differ.
const PATIENCE: Duration = Duration::from_secs(60);

/// Waits until this is so, or the program has ended: says whether it was so. Fails where neither comes.
pub fn begins(child: &mut Child, mut so: impl FnMut() -> bool) -> bool {
    let start = Instant::now();
    while !so() {
        if child.try_wait().unwrap().is_some() {
            return so();
        }
        assert!(start.elapsed() < PATIENCE, "it neither came nor did the program end");
        std::thread::sleep(Duration::from_micros(500));
    }
    true
}

/// A program that runs until the test has ended, and no longer, however that ends.
pub struct Running(Option<Child>);

impl Running {
    pub fn start(command: &mut Command) -> Self {
        Self(Some(command.spawn().unwrap()))
    }

    pub fn child(&mut self) -> &mut Child {
        self.0.as_mut().unwrap()
    }

    /// What it gave, once it ends by itself.
    pub fn ended(mut self) -> Output {
        self.0.take().unwrap().wait_with_output().unwrap()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _gone = self.0.as_mut().map(|child| (child.kill(), child.wait()));
    }
}

/// Whether a program is at hand. One that is not fails in CI, where `.ci/run` installs it, and is said otherwise.
pub fn is_here(program: &str) -> bool {
    let found = is_found(program);
    assert!(found || std::env::var_os("CI").is_none(), "{program} is missing");
    if !found {
        println!("{program} is not here; this promise was not checked");
    }
    found
}

/// Whether a program is at hand that only adds to what others check.
pub fn is_found(program: &str) -> bool {
    let file = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    let paths = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&paths).any(|folder| folder.join(&file).is_file())
}
