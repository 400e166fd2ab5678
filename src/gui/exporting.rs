//! The table as a file for spreadsheets, or as pages to print: what every row says, whatever of it the window has room for.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::state::{Opened, State};
use super::table::{Cell, Row};
use crate::Timestamp;
use crate::dossier::Entry;
use crate::export::Codes;
use crate::export::csv::{self, Dialect};
use crate::export::pdf::Pages;
use crate::export::table::{Collecting, Table};
use crate::export::xlsx;
use crate::files::{Existing, Readers, folder_of, write_whole_at};
use crate::words::{Language, Words};

/// Endings of files that the table can be written to, the usual one first.
pub(super) const EXTENSIONS: &[&str] = if cfg!(feature = "pdf") { &["xlsx", "csv", "pdf"] } else { &["xlsx", "csv"] };

/// What becomes of a file that stands where the table is to be written. Only one that was there under the very name that was chosen
/// has the dialog asked about: not one that has it by the ending added here, and none that appears while the table is being written.
pub(super) fn existing(chosen: &Path, to: &Path) -> Existing {
    if chosen == to && to.symlink_metadata().is_ok() { Existing::Replaced } else { Existing::Stays }
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

/// What is to be written, taken when it is asked for and written out on another thread: the rows that are shown, in their order, with
/// codes as the window shows them.
pub(super) struct ToWrite {
    files: Vec<Arc<Opened>>,
    cells: Vec<Cell>,
    codes: Codes,
    language: Language,
}

impl ToWrite {
    pub(super) fn of(state: &State) -> Self {
        Self {
            files: state.files.clone(),
            cells: state.table.rows().iter().filter_map(Row::cell).collect(),
            codes: state.codes(),
            language: state.words.language(),
        }
    }

    /// Writes the table, whole or not at all.
    pub(super) fn write(&self, to: &Path, existing: Existing) -> std::io::Result<()> {
        let octets = self.written(to)?;
        write_whole_at(Readers::Owner, existing, to, &[&octets])
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
        // Rows by what they are about: the numbers of entries are those of what is seen together here.
        let entry = |entry: &Entry| Cell { file: entry.file, exam: entry.row };
        let entries = collected.dossier.entries.iter().enumerate();
        let numbers: HashMap<Cell, usize> = entries.map(|(number, one)| (entry(one), number)).collect();
        let order = self.cells.iter().filter_map(|cell| numbers.get(cell)).copied().collect();
        let table = Table::of(&collected, order, &words, self.codes);
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
        assert_eq!((existing(&chosen, &to), existing(&to, &to)), (Existing::Stays, Existing::Stays));
        let before = existing(&to, &to);
        std::fs::write(&to, "there").unwrap();
        assert_eq!(existing(&chosen, &to), Existing::Stays);
        assert_eq!(existing(&to, &to), Existing::Replaced, "what was chosen by name was asked about");
        let table = ToWrite { files: Vec::new(), cells: Vec::new(), codes: Codes::Masked, language: Language::English };
        let refused = table.write(&to, before).unwrap_err();
        assert_eq!(refused.kind(), std::io::ErrorKind::AlreadyExists, "it appeared after the name was chosen");
        assert_eq!(std::fs::read(&to).unwrap(), b"there");
        table.write(&to, Existing::Replaced).unwrap();
        assert_ne!(std::fs::read(&to).unwrap(), b"there", "the twin");
    }

    #[test]
    fn a_name_says_what_is_in_the_file() {
        for (chosen, named_as) in [("a", "a.xlsx"), ("a.CSV", "a.CSV"), ("a.xlsx", "a.xlsx"), ("a.txt", "a.txt.xlsx")] {
            assert_eq!(named(chosen.into()), PathBuf::from(named_as));
        }
    }
}
