//! Where the table goes: nothing there is lost but an earlier table of the same form.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use crate::cli::complaint::about_path;
use crate::cli::dossier::{Output, not_written};
use crate::dossier::{ARCHIVE_EXTENSION, EXTENSIONS};
use crate::export::csv::{self, Dialect};
use crate::files::Existing;
use crate::words::Words;

/// Complains where the table may not or cannot go there. Nothing is written.
pub(super) fn check(place: &Path, dialect: Dialect, words: &Words) -> Result<(), String> {
    let ending = place.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    if ending == ARCHIVE_EXTENSION || EXTENSIONS.contains(&ending.as_str()) {
        return Err(about_path(words, "cli-error-table-name", "cli-hint-table-name", place, ""));
    }
    let failed = |error: io::Error| not_written(words, place, &error);
    match is_table(place, &csv::head(words, dialect)) {
        Ok(true) => {}
        Ok(false) => return Err(about_path(words, "cli-error-no-table", "cli-hint-no-table", place, "")),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(failed(error)),
    }
    // Begun and dropped: a place that cannot be written to is told at once, not when the first file comes.
    Output::at(place, Existing::Replaced).map(drop).map_err(failed)
}

/// Whether what is there begins with our headings. A link, a pipe or a folder is no table: it is not opened.
fn is_table(place: &Path, head: &str) -> io::Result<bool> {
    if !place.symlink_metadata()?.is_file() {
        return Ok(false);
    }
    let mut begins = Vec::with_capacity(head.len());
    let most = u64::try_from(head.len()).unwrap_or(u64::MAX);
    File::open(place)?.take(most).read_to_end(&mut begins)?;
    Ok(begins == head.as_bytes())
}
