//! What several files say together and none of them alone. A finding is a reason to look, never a verdict; where it is unsure
//! there is none.

mod exams;
mod file_names;
mod folders;
mod names;

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::filed::Filed;
use super::persons::{Entry, Person};
use super::steps::step;
use crate::crypto::Sha256;

/// Something that several files say together. Numbers of persons and files are their places, from 0.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "finding", rename_all = "kebab-case")]
pub enum Finding {
    /// Certificates of more than one personal code in a folder, where folders evidently hold one applicant each.
    SeveralPersonsInFolder {
        /// The folder.
        folder: String,
        /// Whose certificates.
        persons: Vec<usize>,
        /// Which files.
        files: Vec<usize>,
    },
    /// One personal code beside several names.
    SeveralNames {
        /// Whose.
        person: usize,
        /// As written, each once.
        names: Vec<String>,
        /// How far they differ.
        difference: NameDifference,
        /// Which files.
        files: Vec<usize>,
    },
    /// A person known by the name alone, or by a number in doubt, and others of the same name: perhaps one person, perhaps not.
    NameWithoutCode {
        /// All who have the name.
        persons: Vec<usize>,
        /// The files of those who have no code.
        files: Vec<usize>,
    },
    /// The same exam of the same person in several files that are not the same file.
    SameExam {
        /// Whose.
        person: usize,
        /// The subject, as the first file has it.
        subject: String,
        /// The level, as the first file has it.
        level: Option<String>,
        /// The year in which the school year ends.
        year: u16,
        /// Whether they agree.
        results: Agreement,
        /// Which files.
        files: Vec<usize>,
    },
    /// One file under several names, octet for octet.
    SameFile {
        /// Its digest.
        sha256: Sha256,
        /// Which files.
        files: Vec<usize>,
    },
    /// A file named after somebody whose certificate it does not hold.
    NamedAfterAnother {
        /// The surname in the name of the file, as that person's certificate writes it.
        surname: String,
        /// Whose certificate it holds.
        person: usize,
        /// The file.
        files: Vec<usize>,
    },
    /// A file named after a subject that its certificate is not about.
    NamedAfterSubject {
        /// As the name of the file has it.
        named: String,
        /// As the certificate has it.
        subject: String,
        /// The file.
        files: Vec<usize>,
    },
}

/// How far two names differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NameDifference {
    /// Diacritics or endings: two spellings of one name.
    Spelling,
    /// Whole words: another name, such as after a marriage, or another person.
    Name,
}

/// Whether the results of one exam agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Agreement {
    /// All the same.
    Same,
    /// At least two are different.
    Different,
    /// Some of them was not read with certainty.
    NotKnown,
}

impl Finding {
    /// The same with every text that was taken from a document or a path given another form.
    #[must_use]
    pub fn with_texts(mut self, form: impl Fn(&str) -> String) -> Self {
        let change = |text: &mut String| *text = form(text);
        match &mut self {
            Self::SeveralPersonsInFolder { folder: text, .. } | Self::NamedAfterAnother { surname: text, .. } => {
                change(text);
            }
            Self::SeveralNames { names, .. } => names.iter_mut().for_each(change),
            Self::SameExam { subject, level, .. } => {
                change(subject);
                level.iter_mut().for_each(change);
            }
            Self::NamedAfterSubject { named, subject, .. } => [named, subject].into_iter().for_each(change),
            Self::NameWithoutCode { .. } | Self::SameFile { .. } => {}
        }
        self
    }

    /// The files it is about, in input order.
    #[must_use]
    pub fn files(&self) -> &[usize] {
        match self {
            Self::SeveralPersonsInFolder { files, .. }
            | Self::SeveralNames { files, .. }
            | Self::NameWithoutCode { files, .. }
            | Self::SameExam { files, .. }
            | Self::SameFile { files, .. }
            | Self::NamedAfterAnother { files, .. }
            | Self::NamedAfterSubject { files, .. } => files,
        }
    }
}

/// Everything compared.
#[derive(Clone, Copy)]
pub(super) struct Compared<'d> {
    pub(super) files: &'d [Filed],
    pub(super) entries: &'d [Entry],
    pub(super) persons: &'d [Person],
}

/// All findings, by the first file of each.
pub(super) fn find(compared: Compared<'_>) -> Vec<Finding> {
    let mut found = folders::several_persons(compared);
    found.extend(names::several(compared));
    found.extend(names::without_code(compared));
    found.extend(exams::same(compared));
    found.extend(same_file(compared.files));
    found.extend(file_names::disagree(compared));
    found.sort_by_key(|finding| finding.files().first().copied());
    found
}

fn same_file(files: &[Filed]) -> Vec<Finding> {
    let mut by_digest: HashMap<Sha256, Vec<usize>> = HashMap::new();
    for (at, file) in files.iter().enumerate() {
        step();
        if let Some(digest) = file.sha256 {
            by_digest.entry(digest).or_default().push(at);
        }
    }
    let several = by_digest.into_iter().filter(|(_, same)| several_paths(files, same));
    let mut found: Vec<_> = several.map(|(sha256, files)| Finding::SameFile { sha256, files }).collect();
    found.sort_by(|one, other| one.files().cmp(other.files()));
    found
}

/// A path that was given twice is no finding.
fn several_paths(files: &[Filed], same: &[usize]) -> bool {
    let mut paths = same.iter().filter_map(|at| files.get(*at)).map(|file| &file.path);
    let first = paths.next();
    paths.any(|path| Some(path) != first)
}

impl Compared<'_> {
    /// The files of some entries, in input order, each once.
    fn files_of<'e>(&self, entries: impl IntoIterator<Item = &'e usize>) -> Vec<usize> {
        let mut files: Vec<_> =
            entries.into_iter().filter_map(|entry| self.entries.get(*entry)).map(|entry| entry.file).collect();
        files.sort_unstable();
        files.dedup();
        files
    }
}
