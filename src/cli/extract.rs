//! Copying documents out: safe names only, nothing overwritten, nothing unfinished left behind.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::complaint::{about_path, complaint, unexamined, warning};
use super::run::Written;
use super::{Exit, print};
use crate::container::{self, Container, ContentError, Document, Opened};
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
        place(&container, document, target).map_err(|stopped| match stopped {
            Stopped::Content(error) => content_complaint(words, file, &error),
            Stopped::Writing(error) => failed(target, &error),
        })?;
        written.err.push_str(&coverage_warning(&report, document, words));
        written.out.push_str(&done_line(document, target, words));
    }
    Ok(())
}

/// Why a document was not written.
enum Stopped {
    Content(ContentError),
    Writing(io::Error),
}

fn content_complaint(words: &Words, file: &Path, error: &ContentError) -> String {
    match error {
        ContentError::Refused(_) => about_path(words, "cli-error-refused", "cli-hint-refused", file, ""),
        ContentError::Container(container::ContainerError::Limit { limit }) => {
            about_path(words, "cli-error-limit", "cli-hint-limit", file, limit)
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

/// Writes beside the target and renames: a file under its own name is always whole.
fn place(container: &Container<'_>, document: &Document, target: &Path) -> Result<(), Stopped> {
    let temporary = target.with_file_name(format!(".edoc-{}.part", std::process::id()));
    let file = fs::OpenOptions::new().write(true).create_new(true).open(&temporary).map_err(Stopped::Writing)?;
    let outcome = fill(container, document, file).and_then(|()| {
        // Renaming would replace what appeared under the name meanwhile.
        if target.symlink_metadata().is_ok() {
            return Err(Stopped::Writing(io::ErrorKind::AlreadyExists.into()));
        }
        fs::rename(&temporary, target).map_err(Stopped::Writing)
    });
    if outcome.is_err() {
        // The reason above is the one to tell; what cannot be removed either is in a folder that went away.
        let _ = fs::remove_file(&temporary);
    }
    outcome
}

/// Writes a document block by block: its size does not matter to memory.
fn fill(container: &Container<'_>, document: &Document, mut file: fs::File) -> Result<(), Stopped> {
    let mut writing = Ok(());
    let mut sink = |block: &[u8]| {
        if writing.is_ok() {
            writing = file.write_all(block);
        }
    };
    container.expand_document(document, &mut sink).map_err(Stopped::Content)?;
    writing.and_then(|()| file.sync_all()).map_err(Stopped::Writing)
}

/// Where each document goes: directly into `to`, under a safe name that no other has, whatever the system's case rules.
fn targets(documents: &[Document], to: &Path) -> Vec<PathBuf> {
    let mut taken: Vec<String> = Vec::new();
    let mut targets = Vec::new();
    for document in documents {
        let safe = safe_name(&document.name);
        let numbered = (1..).map(|number| if number == 1 { safe.clone() } else { with_number(&safe, number) });
        let free = numbered.into_iter().find(|name| !taken.contains(&name.to_lowercase()));
        let name = free.unwrap_or_else(|| safe.clone());
        taken.push(name.to_lowercase());
        targets.push(to.join(name));
    }
    targets
}

fn with_number(name: &str, number: u32) -> String {
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem} ({number}).{extension}"),
        None => format!("{name} ({number})"),
    }
}

/// Characters of a safe name; below the 255 octets that file systems allow, with room for a number.
const NAME_CHARACTERS: usize = 60;
/// Names that Windows takes for devices, whatever their extension.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// A name that is one ordinary file on every system: no folder, no device, nothing hidden, nothing that deceives.
fn safe_name(name: &str) -> String {
    let harmless = |character: char| {
        let deceives = clean(character.encode_utf8(&mut [0; 4])) != character.to_string();
        if deceives || r#"/\<>:"|?*"#.contains(character) { '_' } else { character }
    };
    let name: String = name.chars().map(harmless).collect();
    let name = name.trim_matches(|c: char| c == '.' || c.is_whitespace());
    let (stem, extension) = match name.rsplit_once('.') {
        Some((stem, extension)) if extension.chars().count() <= 10 => (stem, Some(extension)),
        _ => (name, None),
    };
    let stem: String = stem.chars().take(NAME_CHARACTERS).collect();
    let first = stem.split('.').next().unwrap_or_default().trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
    let device = DEVICES.contains(&first.to_lowercase().as_str());
    let stem = if device || stem.is_empty() { format!("_{stem}") } else { stem };
    extension.map_or_else(|| stem.clone(), |extension| format!("{stem}.{extension}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ordinary_name_stays() {
        for name in ["Sertifikāts 87,50 %.pdf", "a.b.txt", "rezultāti"] {
            assert_eq!(safe_name(name), name);
        }
    }

    #[test]
    fn a_name_cannot_leave_the_folder() {
        for name in ["../../etc/passwd", "/etc/passwd", "a/../../b", "..\\..\\b.txt", "C:\\b.txt", "..", ".", ""] {
            let safe = safe_name(name);
            let plain = Path::new(&safe).components().count() == 1 && !safe.contains(['/', '\\', ':']);
            assert!(plain && !safe.starts_with('.'), "{name} became {safe}");
        }
    }

    #[test]
    fn a_name_cannot_be_a_device_hide_or_deceive() {
        for (name, safe) in [
            ("CON", "_CON"),
            ("nul.txt", "_nul.txt"),
            ("com1.pdf", "_com1.pdf"),
            (".bashrc", "bashrc"),
            ("exam\u{202e}fdp.exe", "exam_fdp.exe"),
            ("a\nb.txt", "a_b.txt"),
            ("trailing. ", "trailing"),
        ] {
            assert_eq!(safe_name(name), safe);
        }
        assert!(safe_name(&format!("{}.pdf", "ā".repeat(5_000))).len() < 200);
    }
}
