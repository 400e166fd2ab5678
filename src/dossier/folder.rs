//! From what the user names to files: a folder stands for the e-documents in it.

use std::fs;
use std::path::{Path, PathBuf};

use super::Unexamined;
use crate::limits;

/// Endings of files that are taken from a folder. A file that is named itself may have any.
pub const EXTENSIONS: [&str; 7] = ["edoc", "asice", "sce", "asics", "bdoc", "adoc", "ddoc"];

/// The files that `paths` mean, in their order; in place of a folder its e-documents by name, then why
/// there are none or not all of them.
#[must_use]
pub fn expand(paths: &[PathBuf]) -> Vec<Result<PathBuf, (PathBuf, Unexamined)>> {
    let mut inputs = Vec::new();
    for path in paths {
        if !path.is_dir() {
            inputs.push(Ok(path.clone()));
            continue;
        }
        let mut found = Vec::new();
        let problem = walk(path, limits::FOLDER_DEPTH, &mut found).err();
        found.sort();
        let problem = problem.or_else(|| found.is_empty().then_some(Unexamined::EmptyFolder));
        inputs.extend(found.into_iter().map(Ok));
        inputs.extend(problem.map(|reason| Err((path.clone(), reason))));
    }
    inputs
}

fn walk(folder: &Path, depth: usize, found: &mut Vec<PathBuf>) -> Result<(), Unexamined> {
    if depth == 0 {
        return Err(Unexamined::TooManyFiles);
    }
    for entry in fs::read_dir(folder).map_err(|error| Unexamined::from(&error))? {
        let entry = entry.map_err(|error| Unexamined::from(&error))?;
        let path = entry.path();
        // Links to folders are not followed: they may lead in circles.
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if is_folder {
            walk(&path, depth - 1, found)?;
        } else if has_known_extension(&path) {
            if found.len() >= limits::FOLDER_FILES {
                return Err(Unexamined::TooManyFiles);
            }
            found.push(path);
        }
    }
    Ok(())
}

fn has_known_extension(path: &Path) -> bool {
    let extension = path.extension().map(|extension| extension.to_string_lossy().to_ascii_lowercase());
    extension.is_some_and(|extension| EXTENSIONS.contains(&extension.as_str()))
}
