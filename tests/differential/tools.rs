//! Other programs, and files for them.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// Whether a program is at hand. One that is not fails in CI, where `.ci/run` installs it, and is said otherwise.
pub fn is_here(program: &str) -> bool {
    let found = Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok();
    assert!(found || std::env::var_os("CI").is_none(), "{program} is missing");
    if !found {
        println!("{program} is not here; this promise was not checked");
    }
    found
}

/// Numbered files in a folder of their own.
pub struct Files {
    folder: tempfile::TempDir,
    pub paths: Vec<PathBuf>,
}

impl Files {
    pub fn of(ending: &str, contents: &[Vec<u8>]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let write = |(number, content): (usize, &Vec<u8>)| {
            let path = folder.path().join(format!("{number:05}.{ending}"));
            std::fs::write(&path, content).unwrap();
            path
        };
        let paths = contents.iter().enumerate().map(write).collect();
        Self { folder, paths }
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }
}

/// One run over these files.
pub fn run(program: &str, arguments: &[&str], files: &[PathBuf]) -> Output {
    Command::new(program).args(arguments).args(files).stdin(Stdio::null()).output().unwrap()
}
