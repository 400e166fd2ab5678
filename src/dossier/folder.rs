//! From what the user names to files: a folder stands for the e-documents in it, and so does an archive of files.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Unexamined, file_holding};
use crate::container::{Bundled, ContainerError, ContentError, FileSource, bundle};
use crate::limits;

/// Endings of files that are taken from a folder. A file that is named itself may have any.
pub const EXTENSIONS: [&str; 7] = ["edoc", "asice", "sce", "asics", "bdoc", "adoc", "ddoc"];

/// Ending of archives that are looked into where they lie in a folder. One that is named itself may have any but those of
/// [`EXTENSIONS`].
pub const ARCHIVE_EXTENSION: &str = "zip";

/// A file, or why there is none.
type Input = Result<PathBuf, (PathBuf, Unexamined)>;

/// The files that `paths` mean, in their order; in place of a folder or of an archive of files its e-documents by name, then why
/// there are none or not all of them. A file in an archive has a path through it: `archive.zip/folder/name.edoc`.
///
/// At most [`limits::FOLDER_FILES`], and then which path had more, or would have been next.
#[must_use]
pub fn expand(paths: &[PathBuf]) -> Vec<Input> {
    expand_some(paths, limits::FOLDER_FILES)
}

/// The same, at most so many.
pub(crate) fn expand_some(paths: &[PathBuf], most: usize) -> Vec<Input> {
    let mut inputs = Vec::new();
    for path in paths {
        if path.is_dir() {
            push_folder(path, most, &mut inputs);
        } else {
            push_file(path, &mut inputs);
        }
        if inputs.len() > most {
            inputs.truncate(most);
            inputs.push(Err((path.clone(), Unexamined::TooManyFiles)));
            break;
        }
    }
    inputs
}

/// The e-documents of a folder; of more than `most` inputs in all not much more than that.
fn push_folder(folder: &Path, most: usize, inputs: &mut Vec<Input>) {
    let mut found = Vec::new();
    let problem = walk(folder, limits::FOLDER_DEPTH, &mut found).err();
    found.sort();
    let problem = problem.or_else(|| found.is_empty().then_some(Unexamined::EmptyFolder));
    for path in &found {
        push_file(path, inputs);
        // Ten thousand archives of ten thousand files each are not all looked into.
        if inputs.len() > most {
            return;
        }
    }
    inputs.extend(problem.map(|reason| Err((folder.to_owned(), reason))));
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
        } else if is_e_document(&path) || is_archive(&path) {
            if found.len() >= limits::FOLDER_FILES {
                return Err(Unexamined::TooManyFiles);
            }
            found.push(path);
        }
    }
    Ok(())
}

/// A file stands for itself, unless it is an archive of files.
fn push_file(path: &Path, inputs: &mut Vec<Input>) {
    if is_e_document(path) {
        inputs.push(Ok(path.to_owned()));
        return;
    }
    // A pipe is not opened, and what cannot be opened is told when it is judged.
    let files = FileSource::open(path).map_err(ContentError::from).and_then(|source| bundle(&source));
    match files {
        Ok(Some(files)) => push_bundle(path, files, inputs),
        Err(ContentError::Refused(fault)) if is_archive(path) => {
            inputs.push(Err((path.to_owned(), Unexamined::Archive(fault))));
        }
        Err(error @ ContentError::Container(ContainerError::Limit { .. })) if is_archive(path) => {
            inputs.push(Err((path.to_owned(), error.into())));
        }
        // A path through an archive that is judged once more.
        Err(_) if is_archive(path) && file_holding(path) != path => {
            inputs.push(Err((path.to_owned(), Unexamined::NestedArchive)));
        }
        // Whatever else it is, it is judged as one file.
        Ok(None) | Err(_) => inputs.push(Ok(path.to_owned())),
    }
}

fn push_bundle(archive: &Path, files: Vec<Bundled>, inputs: &mut Vec<Input>) {
    let before = inputs.len();
    let mut left = limits::BUNDLE_BYTES;
    for file in files.into_iter().filter(|file| !is_resource_fork(&file.path)) {
        let path = archive.join(&file.path);
        if is_archive(&path) {
            inputs.push(Err((path, Unexamined::NestedArchive)));
        } else if is_e_document(&path) {
            inputs.push(match left.checked_sub(file.size) {
                Some(rest) => {
                    left = rest;
                    Ok(path)
                }
                None => {
                    let limit = format!("{} expanded bytes of an archive", limits::BUNDLE_BYTES);
                    Err((path, Unexamined::Limit { limit }))
                }
            });
        }
    }
    if inputs.len() == before {
        inputs.push(if is_archive(archive) {
            Err((archive.to_owned(), Unexamined::EmptyArchive))
        } else {
            Ok(archive.to_owned())
        });
    }
}

fn is_e_document(path: &Path) -> bool {
    extension(path).is_some_and(|extension| EXTENSIONS.contains(&extension.as_str()))
}

fn is_archive(path: &Path) -> bool {
    extension(path).is_some_and(|extension| extension == ARCHIVE_EXTENSION)
}

fn extension(path: &Path) -> Option<String> {
    path.extension().map(|extension| extension.to_string_lossy().to_ascii_lowercase())
}

/// What macOS adds to an archive for each file, under that file's name.
fn is_resource_fork(path: &str) -> bool {
    path.starts_with("__MACOSX/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inputs_end_where_there_are_too_many() {
        let folder = tempfile::tempdir().unwrap();
        let files = ["a.edoc", "b.edoc", "c.edoc"].map(|name| folder.path().join(name));
        files.iter().for_each(|path| fs::write(path, "").unwrap());
        let (whole, file) = (folder.path().to_owned(), files[0].clone());
        let all: Vec<Input> = files.iter().cloned().map(Ok).collect();
        assert_eq!(expand_some(std::slice::from_ref(&whole), 3), all);
        let too_many = |path: &PathBuf| Err((path.clone(), Unexamined::TooManyFiles));
        assert_eq!(expand_some(std::slice::from_ref(&whole), 2), [all[0].clone(), all[1].clone(), too_many(&whole)]);
        // Several folders and files are counted together, and what comes after is not looked at.
        let several = expand_some(&[whole, file.clone(), "no-such-folder".into()], 3);
        assert_eq!(several, [&all[..], &[too_many(&file)]].concat());
    }
}
