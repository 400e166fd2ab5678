//! Many inputs, judged in parallel, in the order they were given. One bad file never stops the rest.

mod answers;
mod collected;
mod filed;
mod findings;
mod folder;
mod kept;
mod octets;
#[cfg(feature = "online")]
mod online;
mod persons;
mod places;
mod setting;
mod steps;
mod summary;
mod turns;

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::container::{ArchiveFault, ContainerError, ContentError};
use crate::evidence::Brought;
use crate::limits;
use crate::report::{Circumstances, Report};
use crate::verify::{Error, Facts, FactsFault, Input, Judgement, judge_facts, verify_with};

pub use answers::{AnswerFolder, HeldAnswers};
pub use collected::{Concern, Dossier};
pub use filed::{Filed, RowPlace};
pub use findings::{Agreement, Finding, NameDifference};
#[cfg(feature = "gui")]
pub(crate) use folder::expand_some;
pub use folder::{ARCHIVE_EXTENSION, EXTENSIONS, expand};
pub use kept::{CertificateFolder, HeldCertificates};
pub use octets::{Octets, file_holding, open_source};
#[cfg(feature = "online")]
pub use online::{Announce, Lack, Online, Question, Questions, questions};
pub use persons::{Entry, KnownBy, Nobodys, Person, Whose};
pub use places::Places;
pub use setting::{KeptLists, Setting, SettingError, read_file};
pub use summary::{BANDS, ExamFigures, StandingCounts, Summary, WordCounts};
pub use turns::{Turn, examine_in_turn};

/// One input with what came of it.
#[derive(Debug)]
pub struct Examined {
    /// The path, as it was given or found in a folder.
    pub path: PathBuf,
    /// The report, or why there is none.
    pub result: Result<Report, Unexamined>,
}

/// Why nothing can be said about an input.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unexamined {
    /// There is no such file.
    #[error("there is no such file")]
    NotFound,
    /// The operating system does not let us read it.
    #[error("permission denied")]
    Denied,
    /// A folder where a file is needed.
    #[error("is a folder")]
    Folder,
    /// A pipe, a socket or a device: reading could wait for ever.
    #[error("is not an ordinary file")]
    NotAFile,
    /// A folder without any file of a known extension.
    #[error("the folder holds no e-document")]
    EmptyFolder,
    /// An archive of files without any file of a known extension.
    #[error("the archive holds no e-document")]
    EmptyArchive,
    /// An archive within an archive.
    #[error("archives within archives are not entered")]
    NestedArchive,
    /// A file that cannot be taken out of its archive, or an archive that cannot be read.
    #[error("cannot be taken out of the archive: {0}")]
    Archive(ArchiveFault),
    /// More files or more levels than `limits` allow.
    #[error("too many files or levels of folders")]
    TooManyFiles,
    /// Reading failed.
    #[error("cannot be read: {detail}")]
    Read {
        /// The operating system's words.
        detail: String,
    },
    /// A limit of [`crate::limits`] was reached.
    #[error("exceeds a limit: {limit}")]
    Limit {
        /// Which one.
        limit: String,
    },
    /// Saved facts that cannot be judged.
    #[error(transparent)]
    Facts(#[from] FactsFault),
    /// A mistake of ours.
    #[error("internal error")]
    Internal,
}

/// How many files are judged at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Jobs {
    /// As many as the computer has processors.
    All,
    /// This many.
    AtMost(usize),
}

/// Judges files, folders and archives of files. Folders and archives are walked; the results stand in the order of `paths`, those
/// of a folder or archive by name.
#[must_use]
pub fn examine_all(paths: &[PathBuf], setting: &Setting, jobs: Jobs) -> Vec<Examined> {
    examine_inputs(expand(paths), setting, jobs, &|| {})
}

/// The same of what [`expand`] found; `done` is told of each that is judged.
#[must_use]
pub fn examine_inputs(
    inputs: Vec<Result<PathBuf, (PathBuf, Unexamined)>>,
    setting: &Setting,
    jobs: Jobs,
    done: &(dyn Fn() + Sync),
) -> Vec<Examined> {
    let one = |input: Result<PathBuf, (PathBuf, Unexamined)>| {
        let examined = match input {
            Ok(path) => examine(&path, setting),
            Err((path, reason)) => Examined { path, result: Err(reason) },
        };
        done();
        examined
    };
    if inputs.len() < 2 || jobs == Jobs::AtMost(1) {
        return inputs.into_iter().map(one).collect();
    }
    let threads = match jobs {
        Jobs::All => 0,
        Jobs::AtMost(count) => count,
    };
    match rayon::ThreadPoolBuilder::new().num_threads(threads).build() {
        Ok(pool) => pool.install(|| inputs.into_par_iter().map(one).collect()),
        // No threads to be had: slower, and the same answers.
        Err(_) => inputs.into_iter().map(one).collect(),
    }
}

/// Judges one file. A mistake of ours in one file is that file's result, and nobody else's.
#[must_use]
pub fn examine(path: &Path, setting: &Setting) -> Examined {
    let result = guarded(|| gather(path, setting).map(|judgement| judgement.report));
    Examined { path: path.to_owned(), result }
}

/// Judges facts that were saved. The file they are about is not looked at, which the report says.
#[must_use]
pub fn examine_saved(path: &Path, setting: &Setting) -> Examined {
    let result = guarded(|| read_facts(path).map(|facts| judge(&facts, setting)));
    Examined { path: path.to_owned(), result }
}

/// Gathers what is to be known of one file, to be judged later.
///
/// # Errors
/// [`Unexamined`] where it cannot be read.
pub fn facts_of(path: &Path, setting: &Setting) -> Result<Facts, Unexamined> {
    guarded(|| gather(path, setting).map(|judgement| judgement.facts))
}

/// A mistake of ours in one file stays there.
fn guarded<T>(work: impl FnOnce() -> Result<T, Unexamined>) -> Result<T, Unexamined> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(Unexamined::Internal))
}

fn judge(facts: &Facts, setting: &Setting) -> Report {
    judge_facts(facts, setting.trust(), setting.issuers(), setting.policy(), setting.at())
}

fn read_facts(path: &Path) -> Result<Facts, Unexamined> {
    let bytes = read_file(path, limits::FACTS_BYTES)?;
    let text = String::from_utf8(bytes).map_err(|_| FactsFault::NotFacts { detail: "not UTF-8".to_owned() })?;
    Ok(Facts::from_document(&text)?)
}

fn gather(path: &Path, setting: &Setting) -> Result<Judgement, Unexamined> {
    let source = open_source(path)?;
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    let input = Input { name: &name, source: &source };
    #[cfg(feature = "online")]
    if let Some(online) = setting.online() {
        return online.gather(&input, setting).map_err(Unexamined::from);
    }
    let judged = judge_with_kept(&input, &setting.circumstances(), setting);
    judged.map(|(judgement, _)| judgement).map_err(Unexamined::from)
}

/// Judges one file by its own evidence and, only where that lacks an answer about revocation and lacking it decides, by
/// what is kept of earlier runs as well. What was brought along comes back.
fn judge_with_kept(
    input: &Input<'_>,
    circumstances: &Circumstances<'_>,
    setting: &Setting,
) -> Result<(Judgement, Brought), Error> {
    let judgement = verify_with(input, circumstances, &Brought::NONE)?;
    if judgement.unanswered.is_empty() || setting.kept_answers().is_empty() {
        return Ok((judgement, Brought::NONE));
    }
    let kept = setting.kept_answers();
    Ok((verify_with(input, circumstances, kept)?, kept.clone()))
}

impl From<Error> for Unexamined {
    fn from(error: Error) -> Self {
        match error {
            Error::Container(error) => Self::from(error),
        }
    }
}

impl From<ContainerError> for Unexamined {
    fn from(error: ContainerError) -> Self {
        match error {
            ContainerError::Read(error) => Self::from(&error),
            ContainerError::Limit { limit } => Self::Limit { limit },
        }
    }
}

impl From<ContentError> for Unexamined {
    fn from(error: ContentError) -> Self {
        match error {
            ContentError::Refused(fault) => Self::Archive(fault),
            ContentError::Container(error) => Self::from(error),
        }
    }
}

impl From<&io::Error> for Unexamined {
    fn from(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::NotFound,
            io::ErrorKind::PermissionDenied => Self::Denied,
            io::ErrorKind::IsADirectory => Self::Folder,
            io::ErrorKind::InvalidInput => Self::NotAFile,
            _ => Self::Read { detail: error.to_string() },
        }
    }
}

#[cfg(test)]
mod tests;
