//! Rows as they come in: each report becomes rows and what is compared with others, and goes.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::super::codes::{Codes, Secrets};
use super::row::{Checked, FileFacts, TableRow, rows_hiding};
use crate::dossier::{Dossier, Examined, Filed, Unexamined};
use crate::report::Report;
use crate::words::Words;

/// What stays of one input.
#[derive(Clone)]
pub struct Kept {
    filed: Filed,
    rows: Vec<TableRow>,
    /// A copy of the file under another name is masked by the same.
    secrets: Secrets,
}

/// Inputs being collected, in their order.
pub struct Collecting<'w> {
    words: &'w Words,
    codes: Codes,
    kept: Vec<Kept>,
    /// What files were judged with, each once.
    checked: Vec<Arc<Checked>>,
}

/// Everything collected.
pub struct Collected {
    /// The inputs seen together.
    pub dossier: Dossier,
    /// A row for each of the dossier's entries, in their order.
    pub rows: Vec<TableRow>,
    /// What files were judged with, each once, in the order of the files.
    pub checked: Vec<Arc<Checked>>,
}

impl Kept {
    /// What stays of an input. Its report is not needed any more afterwards.
    #[must_use]
    pub fn of(path: &Path, result: Result<&Report, &Unexamined>, words: &Words, codes: Codes) -> Self {
        let secrets = result.map_or_else(|_| Secrets::none(codes), |report| Secrets::of(report, codes));
        let rows = rows_hiding(path, result, words, &secrets);
        Self { filed: Filed::of(path, result), rows, secrets }
    }

    /// The same of the same file under another path.
    #[must_use]
    pub fn under(&self, path: PathBuf) -> Self {
        let shown = self.secrets.mask(&path.to_string_lossy());
        let mut kept = self.clone();
        kept.filed.path = path;
        kept.of_file(|file| FileFacts { path: shown, ..file });
        kept
    }

    /// Its rows, at least one.
    #[must_use]
    pub fn rows(&self) -> &[TableRow] {
        &self.rows
    }

    /// Changes what every row says of the file.
    fn of_file(&mut self, change: impl FnOnce(FileFacts) -> FileFacts) {
        let Some(first) = self.rows.first() else { return };
        let file = Arc::new(change((*first.file).clone()));
        self.rows.iter_mut().for_each(|row| row.file = Arc::clone(&file));
    }
}

impl<'w> Collecting<'w> {
    /// Nothing yet.
    #[must_use]
    pub fn new(words: &'w Words, codes: Codes) -> Self {
        Self { words, codes, kept: Vec::new(), checked: Vec::new() }
    }

    /// Takes what came of one input; its rows come back.
    pub fn add(&mut self, examined: &Examined) -> &[TableRow] {
        self.take(&examined.path, examined.result.as_ref())
    }

    /// The same, of a result that is somebody else's.
    pub fn take(&mut self, path: &Path, result: Result<&Report, &Unexamined>) -> &[TableRow] {
        self.push(Kept::of(path, result, self.words, self.codes))
    }

    /// Takes the same file once more, under another path: what was said of input number `first` is said of it too. No rows come back
    /// where there is no such input.
    pub fn add_again(&mut self, path: PathBuf, first: usize) -> &[TableRow] {
        match self.kept.get(first).map(|kept| kept.under(path)) {
            Some(kept) => self.push(kept),
            None => &[],
        }
    }

    /// Takes what was kept; its rows come back.
    pub fn push(&mut self, mut kept: Kept) -> &[TableRow] {
        self.share(&mut kept);
        self.kept.push(kept);
        self.kept.last().map(Kept::rows).unwrap_or_default()
    }

    /// Everything seen together.
    #[must_use]
    pub fn finish(self) -> Collected {
        let mut files = Vec::with_capacity(self.kept.len());
        let mut rows = Vec::with_capacity(self.kept.len());
        for kept in self.kept {
            files.push(kept.filed);
            rows.extend(kept.rows);
        }
        Collected { dossier: Dossier::of(files), rows, checked: self.checked }
    }

    /// What a file was judged with is held once for all of a run that have the same.
    fn share(&mut self, kept: &mut Kept) {
        let Some(own) = kept.rows.first().and_then(|row| row.file.checked.clone()) else { return };
        // From the end: neighbours are alike.
        match self.checked.iter().rev().find(|known| **known == own) {
            Some(known) if Arc::ptr_eq(known, &own) => {}
            Some(known) => {
                let known = Arc::clone(known);
                kept.of_file(|file| FileFacts { checked: Some(known), ..file });
            }
            None => self.checked.push(own),
        }
    }
}
