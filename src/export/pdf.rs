//! Reports as PDF: pages about each file, and before those of several a summary.
//!
//! A file is turned into a [`sheet::Sheet`], texts in the language of the run with personal codes masked already, so that no report need
//! stay. Sheets are laid out in pages (`layout`), and drawn (`draw`) as tagged PDF/A-2a and PDF/UA-1 with our own fonts. The same
//! reports give the same octets: nothing is read from a clock, and the time of the document is that of the check.

mod draw;
mod file;
mod layout;
mod letters;
mod look;
mod sheet;
mod signed;
mod summary;

use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;

use super::codes::Codes;
use super::table::Table;
use crate::Timestamp;
use crate::dossier::{Examined, Unexamined};
use crate::limits;
use crate::report::Report;
use crate::words::{Words, clean};
use draw::{Sheets, Summary};
use sheet::Sheet;

/// Whether this program writes PDF.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BuiltIn {
    /// It does.
    Yes,
    /// It was built without the feature `pdf`.
    No,
}

/// This program does.
pub const BUILT_IN: BuiltIn = BuiltIn::Yes;

/// The pages about some files, in their order.
pub struct Pages<'w> {
    words: &'w Words,
    codes: Codes,
    sheets: Vec<Arc<Sheet>>,
    bytes: usize,
    /// When the first of them was checked.
    checked: Option<Timestamp>,
    /// When the run began.
    at: Timestamp,
}

impl<'w> Pages<'w> {
    /// Nothing yet. The document bears the time at which the first file was checked, and `at` where none could be.
    #[must_use]
    pub fn new(words: &'w Words, codes: Codes, at: Timestamp) -> Self {
        Self { words, codes, sheets: Vec::new(), bytes: 0, checked: None, at }
    }

    /// Takes what came of one input.
    ///
    /// # Errors
    /// [`io::ErrorKind::FileTooLarge`] where there is more than a report may hold ([`limits::REPORT_BYTES`]).
    pub fn add(&mut self, examined: &Examined) -> io::Result<()> {
        self.take(&examined.path, examined.result.as_ref())
    }

    /// The same, of a result that is somebody else's.
    ///
    /// # Errors
    /// As [`Pages::add`].
    pub fn take(&mut self, path: &Path, result: Result<&Report, &Unexamined>) -> io::Result<()> {
        self.checked = self.checked.or(result.ok().map(|report| report.checked_at));
        let sheet = file::sheet(path, result, self.words, self.codes);
        self.push(Arc::new(sheet))
    }

    /// Takes the same file once more, under another path: what was said of input number `first` is said of it too.
    ///
    /// # Errors
    /// As [`Pages::add`].
    pub fn add_again(&mut self, path: &Path, first: usize) -> io::Result<()> {
        let Some(sheet) = self.sheets.get(first) else { return Ok(()) };
        let sheet = sheet.under(&clean(&path.to_string_lossy()), self.codes);
        self.push(Arc::new(sheet))
    }

    fn push(&mut self, sheet: Arc<Sheet>) -> io::Result<()> {
        self.bytes = self.bytes.saturating_add(sheet.bytes());
        if self.bytes > limits::REPORT_BYTES {
            return Err(io::Error::from(io::ErrorKind::FileTooLarge));
        }
        self.sheets.push(sheet);
        Ok(())
    }

    /// Writes the pages about all files.
    ///
    /// # Errors
    /// Where `out` cannot be written to.
    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let title = match self.sheets.as_slice() {
            [only] => {
                let (label, value) = (self.words.text("pdf-title"), only.title());
                self.words.text_with("report-label", &[("label", &label), ("value", value)])
            }
            _ => self.words.text("pdf-title"),
        };
        let sheets = Sheets {
            title,
            at: self.checked.unwrap_or(self.at),
            words: self.words,
            first: None,
            files: self.sheets.clone(),
        };
        out.write_all(&draw::document(&sheets)?)
    }

    /// Writes a summary and the pages about the files of a table, in its order: these pages must be about what was collected for it.
    ///
    /// # Errors
    /// As [`Pages::write`].
    pub fn write_with_summary(&self, table: &Table<'_>, out: &mut dyn Write) -> io::Result<()> {
        let order = summary::files_in_order(table);
        let with_findings = |number: &usize| {
            let sheet = self.sheets.get(*number)?;
            let findings = table.findings_of(*number);
            Some(if findings.is_empty() {
                Arc::clone(sheet)
            } else {
                Arc::new(sheet.with_findings(&findings, self.words))
            })
        };
        let files: Vec<Arc<Sheet>> = order.iter().filter_map(with_findings).collect();
        let first: &Summary<'_> = &|pages| summary::sheet(table, &order, pages);
        let title = self.words.text("pdf-dossier");
        let sheets =
            Sheets { title, at: self.checked.unwrap_or(self.at), words: self.words, first: Some(first), files };
        out.write_all(&draw::document(&sheets)?)
    }
}

#[cfg(test)]
mod tests;
