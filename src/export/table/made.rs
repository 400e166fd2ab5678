//! Rows as they come in: each report becomes rows and what is compared with others, and goes.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::super::codes::{Codes, Secrets};
use super::row::{CertificateFacts, Checked, FileFacts, TableRow, rows_hiding};
use crate::dossier::{Dossier, Examined, Filed, Person, Unexamined};
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
    files: Vec<Filed>,
    secrets: Vec<Secrets>,
    rows: Vec<TableRow>,
    /// Where the rows of each file begin.
    begin: Vec<usize>,
    /// What files were judged with, each once.
    checked: Vec<Arc<Checked>>,
    /// Texts that rows have in common, each once: subjects, levels, years, names, signers, reasons.
    texts: HashSet<Arc<str>>,
}

/// Everything collected.
pub struct Collected {
    /// The inputs seen together.
    pub dossier: Dossier,
    /// A row for each of the dossier's entries, in their order.
    pub rows: Vec<TableRow>,
    /// What files were judged with, neighbours with the same once, in the order of the files.
    pub checked: Vec<Arc<Checked>>,
    /// What must not be shown of each file.
    secrets: Vec<Secrets>,
}

/// Neighbours that are looked at for having been judged with the same: with a running clock no two have.
const NEIGHBOURS: usize = 32;

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
    pub fn under(mut self, path: PathBuf) -> Self {
        let shown = self.secrets.mask(&path.to_string_lossy());
        self.filed.path = path;
        self.of_file(|file| FileFacts { path: shown, ..file });
        self
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

impl Collected {
    /// What must not be shown where something is said about these files: only theirs, since all would be looked for in every text.
    #[must_use]
    pub fn secrets_of(&self, files: impl IntoIterator<Item = usize>, codes: Codes) -> Secrets {
        Secrets::joined(files.into_iter().filter_map(|file| self.secrets.get(file)), codes)
    }

    /// What must not be shown of a person's files.
    #[must_use]
    pub fn secrets_of_person(&self, person: &Person, codes: Codes) -> Secrets {
        let entries = person.entries.iter().filter_map(|entry| self.dossier.entries.get(*entry));
        self.secrets_of(entries.map(|entry| entry.file), codes)
    }
}

impl<'w> Collecting<'w> {
    /// Nothing yet.
    #[must_use]
    pub fn new(words: &'w Words, codes: Codes) -> Self {
        let (files, secrets, rows, begin, checked, texts) = Default::default();
        Self { words, codes, files, secrets, rows, begin, checked, texts }
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
        match self.kept(first).map(|kept| kept.under(path)) {
            Some(kept) => self.push(kept),
            None => &[],
        }
    }

    /// Takes what was kept; its rows come back.
    pub fn push(&mut self, mut kept: Kept) -> &[TableRow] {
        self.share(&mut kept);
        let begin = self.rows.len();
        self.begin.push(begin);
        self.files.push(kept.filed);
        self.secrets.push(kept.secrets);
        self.rows.extend(kept.rows);
        self.rows.get(begin..).unwrap_or_default()
    }

    /// How many inputs came so far.
    #[must_use]
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether none came.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Everything seen together.
    #[must_use]
    pub fn finish(self) -> Collected {
        let Self { files, rows, checked, secrets, .. } = self;
        Collected { dossier: Dossier::of(files), rows, checked, secrets }
    }

    fn kept(&self, number: usize) -> Option<Kept> {
        let (filed, secrets) = (self.files.get(number)?.clone(), self.secrets.get(number)?.clone());
        let end = self.begin.get(number.saturating_add(1)).copied().unwrap_or(self.rows.len());
        let rows = self.rows.get(*self.begin.get(number)?..end)?.to_vec();
        Some(Kept { filed, rows, secrets })
    }

    /// What rows have in common is held once.
    fn share(&mut self, kept: &mut Kept) {
        let checked = kept.rows.first().and_then(|row| row.file.checked.clone()).map(|own| self.shared_checked(own));
        let signer = kept.rows.first().and_then(|row| row.file.signer.clone()).map(|own| self.shared(own));
        kept.of_file(|file| FileFacts { checked, signer, ..file });
        for row in &mut kept.rows {
            row.signer = row.signer.take().map(|own| self.shared(own));
            row.why = self.shared(Arc::clone(&row.why));
            if let Some(certificate) = &mut row.certificate {
                self.share_texts(certificate);
            }
        }
    }

    fn share_texts(&mut self, certificate: &mut CertificateFacts) {
        let CertificateFacts { person, identifier, subject, level, year, parts, .. } = certificate;
        for text in [person, identifier, subject, level, year].into_iter().flatten() {
            *text = self.shared(Arc::clone(text));
        }
        for part in parts {
            part.name = self.shared(Arc::clone(&part.name));
        }
    }

    fn shared(&mut self, text: Arc<str>) -> Arc<str> {
        match self.texts.get(&text) {
            Some(known) => Arc::clone(known),
            None => {
                self.texts.insert(Arc::clone(&text));
                text
            }
        }
    }

    fn shared_checked(&mut self, own: Arc<Checked>) -> Arc<Checked> {
        match self.checked.iter().rev().take(NEIGHBOURS).find(|known| **known == own) {
            Some(known) => Arc::clone(known),
            None => {
                self.checked.push(Arc::clone(&own));
                own
            }
        }
    }
}
