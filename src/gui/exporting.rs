//! The table as a file for spreadsheets, or as pages to print: what every row says, whatever of it the window has room for.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::state::{Opened, State};
use crate::Timestamp;
use crate::export::Codes;
use crate::export::csv::{self, Dialect};
use crate::export::pdf::Pages;
use crate::export::table::{Collecting, Table};
use crate::export::xlsx;
use crate::files::folder_of;
use crate::words::{Language, Words};

/// Endings of files that the table can be written to, the usual one first.
pub(super) const EXTENSIONS: &[&str] = if cfg!(feature = "pdf") { &["xlsx", "csv", "pdf"] } else { &["xlsx", "csv"] };

/// Whether a file that nobody was asked about stands where the table is to be written: the dialog asked about the name as it was
/// chosen, without the ending.
pub(super) fn stands_in_the_way(chosen: &Path, to: &Path) -> bool {
    chosen != to && to.symlink_metadata().is_ok()
}

/// A path with an ending that says what is in it.
pub(super) fn named(path: PathBuf) -> PathBuf {
    let extension = path.extension().map(|extension| extension.to_string_lossy().to_lowercase());
    if extension.is_some_and(|extension| EXTENSIONS.contains(&extension.as_str())) {
        return path;
    }
    let mut name = path.into_os_string();
    name.push(".xlsx");
    name.into()
}

/// What is to be written, taken at once and written out on another thread: the rows that are shown, in their order, with codes as
/// the window shows them.
pub(super) struct ToWrite {
    files: Vec<Arc<Opened>>,
    entries: Vec<usize>,
    codes: Codes,
    language: Language,
}

impl ToWrite {
    pub(super) fn of(state: &State) -> Self {
        Self {
            files: state.files.clone(),
            entries: state.table.entries(),
            codes: if state.codes_revealed { Codes::Shown } else { Codes::Masked },
            language: state.words.language(),
        }
    }

    /// The octets of a file of this name.
    pub(super) fn written(&self, to: &Path) -> std::io::Result<Vec<u8>> {
        let words = Words::new(self.language);
        let mut collecting = Collecting::new(&words, self.codes);
        for file in &self.files {
            let _rows = collecting.take(&file.path, file.result.as_ref());
        }
        let collected = collecting.finish();
        // Spreadsheets of those who write a comma in numbers expect a semicolon between values.
        let dialect = match self.language {
            Language::English => Dialect::Programs,
            _ => Dialect::Spreadsheets,
        };
        let mut octets = Vec::new();
        let table = Table::of(&collected, self.entries.clone(), &words, self.codes);
        let is = |ending: &str| to.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(ending));
        if is("pdf") {
            let mut pages = Pages::new(&words, self.codes, Timestamp::now());
            self.files.iter().try_for_each(|file| pages.take(&file.path, file.result.as_ref()))?;
            pages.write_with_summary(&table, &mut octets)?;
        } else if is("csv") {
            csv::write(&table, dialect, &mut octets)?;
        } else {
            xlsx::write(&table, folder_of(to), &mut octets)?;
        }
        Ok(octets)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_nobody_was_asked_about_stays() {
        let folder = tempfile::tempdir().unwrap();
        let chosen = folder.path().join("a");
        let to = named(chosen.clone());
        assert!(!stands_in_the_way(&chosen, &to));
        std::fs::write(&to, "there").unwrap();
        assert!(
            stands_in_the_way(&chosen, &to) && !stands_in_the_way(&to, &to),
            "what was chosen by name was asked about"
        );
    }

    #[test]
    fn a_name_says_what_is_in_the_file() {
        for (chosen, named_as) in [("a", "a.xlsx"), ("a.CSV", "a.CSV"), ("a.xlsx", "a.xlsx"), ("a.txt", "a.txt.xlsx")] {
            assert_eq!(named(chosen.into()), PathBuf::from(named_as));
        }
    }
}
