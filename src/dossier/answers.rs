//! Answers about revocation that were fetched, kept for the next run: `<SHA-256>.ocsp` and `<SHA-256>.crl`, each whole or
//! not there.
//!
//! They are evidence like that of a file, each of its own time: whoever can write here could as well put them into a file.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use super::kept::read_named;
use crate::Timestamp;
use crate::evidence::{Answer, Brought};
use crate::pki::crl::Crl;
use crate::pki::ocsp::OcspResponse;
use crate::{files, limits};

/// The folder's layout; another layout would stand beside it.
const LAYOUT: &str = "revocation-1";
const OCSP: &str = "ocsp";
const CRL: &str = "crl";

/// A folder of answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerFolder {
    folder: PathBuf,
}

/// What such a folder holds.
#[derive(Clone, Debug, Default)]
pub struct HeldAnswers {
    /// The answers, by name of their files.
    pub brought: Brought,
    /// Names of files that are damaged, or are not what their name says: they are not used.
    pub damaged: Vec<String>,
}

impl AnswerFolder {
    /// The answers below `folder`, which need not exist.
    #[must_use]
    pub fn below(folder: &Path) -> Self {
        Self { folder: folder.join(LAYOUT) }
    }

    /// Where the answers are.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.folder
    }

    /// Reads every answer that is not out of date at `at`. A folder that is not there holds none.
    #[must_use]
    pub fn load(&self, at: Timestamp) -> HeldAnswers {
        let mut held = HeldAnswers::default();
        for path in self.files() {
            match read(&path) {
                Some(answer) if is_out_of_date(&answer, at) => {}
                Some(answer) => held.brought.add(&answer),
                None => {
                    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
                    held.damaged.push(format!("{LAYOUT}/{name}"));
                }
            }
        }
        held
    }

    /// Removes what is out of date at `at`, and what is damaged.
    pub fn tidy(&self, at: Timestamp) {
        for path in self.files() {
            if read(&path).is_none_or(|answer| is_out_of_date(&answer, at)) {
                // One that cannot be removed is passed over again the next time.
                let _ = fs::remove_file(path);
            }
        }
    }

    /// Keeps an answer, unless the folder is full.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn keep(&self, answer: &Answer, octets: &[u8]) -> io::Result<()> {
        let extension = match answer {
            Answer::Ocsp(_) => OCSP,
            Answer::Crl(_) => CRL,
        };
        let name = format!("{}.{extension}", answer.sha256());
        let others: Vec<_> = self.files().into_iter().filter(|path| !path.ends_with(&name)).collect();
        let size = |path: &PathBuf| fs::metadata(path).map(|metadata| metadata.len()).unwrap_or_default();
        let octets_kept = others.iter().map(size).fold(0_u64, u64::saturating_add);
        let more = u64::try_from(octets.len()).unwrap_or(u64::MAX);
        if others.len() >= limits::KEPT_ANSWERS || octets_kept.saturating_add(more) > limits::KEPT_ANSWER_BYTES {
            return Ok(());
        }
        files::write_whole(&self.folder, &name, &[octets])
    }

    fn files(&self) -> Vec<PathBuf> {
        files::with_extensions(&self.folder, &[OCSP, CRL], limits::KEPT_ANSWERS)
    }
}

/// An answer whose octets have the digest that its file is named by.
fn read(path: &Path) -> Option<Answer> {
    let octets = read_named(path, limits::CRL_ANSWER_BYTES)?;
    if path.extension()? == CRL {
        return Crl::parse(&octets).ok().map(|list| Answer::Crl(Arc::new(list)));
    }
    OcspResponse::parse(&octets).ok().map(|response| Answer::Ocsp(Arc::new(response)))
}

/// Whether a newer answer is there, and this one older than a day. Where nextUpdate is absent a newer one always is
/// (RFC 6960, 2.4).
fn is_out_of_date(answer: &Answer, at: Timestamp) -> bool {
    let (made, next) = match answer {
        Answer::Ocsp(response) => (
            response.produced_at,
            response.responses.iter().map(|single| single.next_update.unwrap_or(single.this_update)).min(),
        ),
        Answer::Crl(list) => (list.this_update, list.next_update),
    };
    let age = at.as_second().saturating_sub(made.as_second());
    next.unwrap_or(made) < at && age > limits::KEPT_ANSWER_SECONDS
}

/// Answers of a folder, read when they are needed for the first time: most files bring their own.
#[derive(Clone, Debug)]
pub(super) struct KeptAnswers {
    folder: AnswerFolder,
    held: Arc<OnceLock<HeldAnswers>>,
}

impl KeptAnswers {
    pub(super) fn of(folder: AnswerFolder) -> Self {
        Self { folder, held: Arc::default() }
    }

    pub(super) fn held(&self, at: Timestamp) -> &HeldAnswers {
        self.held.get_or_init(|| self.folder.load(at))
    }

    /// Of what was read so far.
    pub(super) fn damaged(&self) -> &[String] {
        self.held.get().map(|held| held.damaged.as_slice()).unwrap_or_default()
    }
}
