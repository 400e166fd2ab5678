//! Rows as they come in: each report becomes rows and what is compared with others, and goes.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::super::codes::{Codes, Secrets};
use super::row::{Checked, FileFacts, TableRow, rows_hiding};
use crate::dossier::{Dossier, Examined, Filed, Unexamined};
use crate::report::Report;
use crate::words::Words;

/// Inputs being collected, in their order.
pub struct Collecting<'w> {
    words: &'w Words,
    codes: Codes,
    files: Vec<Filed>,
    rows: Vec<TableRow>,
    /// Where the rows of each file begin.
    begin: Vec<usize>,
    /// What must not be shown of each file: a copy of it under another name is masked by the same.
    secrets: Vec<Secrets>,
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

impl<'w> Collecting<'w> {
    /// Nothing yet.
    #[must_use]
    pub fn new(words: &'w Words, codes: Codes) -> Self {
        let (files, rows, begin, secrets, checked) = Default::default();
        Self { words, codes, files, rows, begin, secrets, checked }
    }

    /// Takes what came of one input; its rows come back.
    pub fn add(&mut self, examined: &Examined) -> &[TableRow] {
        self.take(&examined.path, examined.result.as_ref())
    }

    /// The same, of a result that is somebody else's.
    pub fn take(&mut self, path: &Path, result: Result<&Report, &Unexamined>) -> &[TableRow] {
        let secrets = result.map_or_else(|_| Secrets::none(self.codes), |report| Secrets::of(report, self.codes));
        let mut rows = rows_hiding(path, result, self.words, &secrets);
        self.share(&mut rows);
        self.push(Filed::of(path, result), rows, secrets)
    }

    /// Takes the same file once more, under another path: what was said of input number `first` is said of it too. No rows come back
    /// where there is no such input.
    pub fn add_again(&mut self, path: PathBuf, first: usize) -> &[TableRow] {
        let (Some(filed), Some(secrets)) = (self.files.get(first).cloned(), self.secrets.get(first).cloned()) else {
            return &[];
        };
        let shown = secrets.mask(&path.to_string_lossy());
        let (from, to) = (self.begin.get(first).copied(), self.begin.get(first.saturating_add(1)).copied());
        let said = self.rows.get(from.unwrap_or_default()..to.unwrap_or(self.rows.len())).unwrap_or_default();
        let Some(known) = said.first().map(|row| &*row.file) else { return &[] };
        let file = Arc::new(FileFacts { path: shown, ..known.clone() });
        let rows = said.iter().map(|row| TableRow { file: Arc::clone(&file), ..row.clone() }).collect();
        let mut filed = filed;
        filed.path = path;
        self.push(filed, rows, secrets)
    }

    /// Everything seen together.
    #[must_use]
    pub fn finish(self) -> Collected {
        let Self { files, mut rows, checked, .. } = self;
        rows.shrink_to_fit();
        Collected { dossier: Dossier::of(files), rows, checked }
    }

    fn push(&mut self, filed: Filed, rows: Vec<TableRow>, secrets: Secrets) -> &[TableRow] {
        let begin = self.rows.len();
        self.files.push(filed);
        self.begin.push(begin);
        self.secrets.push(secrets);
        self.rows.extend(rows);
        self.rows.get(begin..).unwrap_or_default()
    }

    /// What a file was judged with is held once for all of a run that have the same.
    fn share(&mut self, rows: &mut [TableRow]) {
        let Some(own) = rows.first().and_then(|row| row.file.checked.clone()) else { return };
        // From the end: neighbours are alike.
        let known = match self.checked.iter().rev().find(|known| **known == own) {
            Some(known) => Arc::clone(known),
            None => {
                self.checked.push(Arc::clone(&own));
                return;
            }
        };
        let Some(first) = rows.first() else { return };
        let file = Arc::new(FileFacts { checked: Some(known), ..(*first.file).clone() });
        rows.iter_mut().for_each(|row| row.file = Arc::clone(&file));
    }
}
