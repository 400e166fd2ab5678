//! `edoc facts` and `edoc judge`: what is known of a file, saved to be judged again, and judged.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::Exit;
use super::complaint::{about_path, complaint, saved_facts, unexamined, warning};
use super::run::{Written, undone};
use crate::dossier::{self, Examined, Setting};
use crate::export::{Codes, Secrets};
use crate::words::{Words, clean};

/// Saves the facts of `file`; nothing is overwritten.
pub(super) fn save(file: &Path, out: &Path, setting: &Setting, words: &Words, codes: Codes) -> Written {
    let secrets = Secrets::none(codes);
    match save_into(file, out, setting, words) {
        Ok(()) => {
            let line = words.text_with("cli-facts-saved", &[("path", &clean(&out.to_string_lossy()))]);
            let err = warning(words, &words.text("cli-facts-personal"));
            Written { out: secrets.mask(&format!("{line}\n")), err, exit: Exit::Passed }
        }
        Err(complaint) => undone(secrets.mask(&complaint)),
    }
}

fn save_into(file: &Path, out: &Path, setting: &Setting, words: &Words) -> Result<(), String> {
    let facts = dossier::facts_of(file, setting).map_err(|reason| unexamined(words, file, &reason))?;
    let text = facts.to_document().map_err(|fault| saved_facts(words, file, &fault))?;
    write_new(out, &text).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => about_path(words, "cli-error-exists", "cli-hint-exists-file", out, ""),
        _ => about_path(words, "cli-error-write", "cli-hint-write", out, &error.to_string()),
    })
}

/// Writes a file that is not there yet. It holds personal codes, so other users of the computer may not read it.
fn write_new(path: &Path, text: &str) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    let written = file.write_all(text.as_bytes()).and_then(|()| file.sync_all());
    if written.is_err() {
        // The reason above is the one to tell.
        let _ = fs::remove_file(path);
    }
    written
}

/// Judges saved facts, in their order. Where a folder of them is named, it is refused: a folder is of e-documents.
pub(super) fn judge(paths: &[PathBuf], setting: &Setting) -> Vec<Examined> {
    paths.iter().map(|path| dossier::examine_saved(path, setting)).collect()
}

/// Facts are judged as they are: there is nothing to ask the network for.
pub(super) fn not_online(words: &Words) -> Written {
    undone(complaint(words, &words.text("cli-error-judge-online"), &words.text("cli-hint-judge-online")))
}
