//! Other programs, and files for them.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

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
