//! Copying documents out: safe names only, nothing overwritten, nothing unfinished left behind.

use std::fs;
use std::io;
use std::path::Path;

use super::complaint::{about_path, complaint, unexamined, warning};
use super::run::Written;
use super::{Exit, print};
use crate::container::{self, ContentError, Document, Opened};
use crate::copies::{Existing, Stopped, place, targets};
use crate::dossier::{self, Setting};
use crate::export::{Codes, Secrets};
use crate::report::{Coverage, Report};
use crate::validation::Cause;
use crate::words::{Words, clean};

/// Copies every document of `file` into the folder `to`.
///
/// 1. judge the file, so that everything in it has been read once and each document's coverage is known;
/// 2. give each document a safe name and see that none of them is there yet;
/// 3. write each under a temporary name and rename it.
pub(super) fn extract(file: &Path, to: &Path, setting: &Setting, words: &Words, codes: Codes) -> Written {
    let mut written = Written { out: String::new(), err: String::new(), exit: Exit::Passed };
    if let Err(complaint) = extract_into(&mut written, file, to, setting, words) {
        written.err.push_str(&complaint);
        written.exit = Exit::Undone;
    }
    let secrets = Secrets::none(codes);
    Written { out: secrets.mask(&written.out), err: secrets.mask(&written.err), exit: written.exit }
}

fn extract_into(written: &mut Written, file: &Path, to: &Path, setting: &Setting, words: &Words) -> Result<(), String> {
    let report = dossier::examine(file, setting).result.map_err(|reason| unexamined(words, file, &reason))?;
    if matches!(report.cause, Some(Cause::ArchiveRefused { .. })) {
        return Err(about_path(words, "cli-error-refused", "cli-hint-refused", file, ""));
    }
    let source = dossier::open_source(file).map_err(|reason| unexamined(words, file, &reason))?;
    let opened = container::open(&source).map_err(|error| content_complaint(words, file, &error.into()))?;
    let Opened::Container(container) = opened else {
        let path = clean(&file.to_string_lossy());
        let error = words.text_with("cli-error-not-a-container", &[("path", &path)]);
        return Err(complaint(words, &error, &words.format(report.format)));
    };
    let targets = targets(&container.documents, to);
    if let Some(there) = targets.iter().find(|target| target.symlink_metadata().is_ok()) {
        return Err(about_path(words, "cli-error-exists", "cli-hint-exists", there, ""));
    }
    let failed = |path: &Path, error: &io::Error| {
        about_path(words, "cli-error-write", "cli-hint-write", path, &error.to_string())
    };
    fs::create_dir_all(to).map_err(|error| failed(to, &error))?;
    written.out.push_str(&print::headline_text(&report, words));
    for (document, target) in container.documents.iter().zip(&targets) {
        // What is written is what the headline above was said of.
        let judged = report.documents.iter().find(|one| one.name == document.name).ok_or(Stopped::AnotherFile);
        let placed = judged.and_then(|judged| place(&container, document, target, Existing::Stays, judged));
        placed.map_err(|stopped| match stopped {
            Stopped::Content(error) => content_complaint(words, file, &error),
            Stopped::Writing(error) => failed(target, &error),
            Stopped::AnotherFile => failed(target, &io::ErrorKind::InvalidData.into()),
        })?;
        written.err.push_str(&coverage_warning(&report, document, words));
        written.out.push_str(&done_line(document, target, words));
    }
    Ok(())
}

fn content_complaint(words: &Words, file: &Path, error: &ContentError) -> String {
    match error {
        ContentError::Refused(_) => about_path(words, "cli-error-refused", "cli-hint-refused", file, ""),
        ContentError::Container(container::ContainerError::Limit { .. }) => {
            about_path(words, "cli-error-limit", "cli-hint-limit", file, "")
        }
        ContentError::Container(container::ContainerError::Read(error)) => unexamined(words, file, &error.into()),
    }
}

fn coverage_warning(report: &Report, document: &Document, words: &Words) -> String {
    let coverage = report.documents.iter().find(|one| one.name == document.name).map(|one| one.coverage);
    let id = match coverage {
        Some(Coverage::Covered | Coverage::Partly) => return String::new(),
        Some(Coverage::Changed) => "cli-warning-changed",
        Some(Coverage::NotCovered) | None => "cli-warning-not-covered",
    };
    warning(words, &words.text_with(id, &[("name", &clean(&document.name))]))
}

fn done_line(document: &Document, target: &Path, words: &Words) -> String {
    let path = clean(&target.to_string_lossy());
    let name = clean(&document.name);
    let kept = target.file_name().is_some_and(|target| target.to_string_lossy() == document.name);
    let id = if kept { "cli-extracted" } else { "cli-extracted-as" };
    format!("{}\n", words.text_with(id, &[("path", &path), ("name", &name)]))
}
