//! Asking for what one file lacks, as the window sees it, feature `online`: nothing is sent before the second, deliberate click, and
//! what would be sent where is said before.

use std::path::{Path, PathBuf};

use crate::crypto::Sha256;
use crate::dossier::{Questions, Unexamined};

/// How far it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Asking {
    /// Nobody asked for it.
    #[default]
    Idle,
    /// It is being looked up what would be asked where.
    Looking(PathBuf),
    /// The person is told; the addresses, as far as the file names any.
    Question(PathBuf, Questions),
    /// Answers are waited for, about the file as it was when the person was told.
    Running(PathBuf, Sha256),
    /// Nothing was asked: another file has come into its place.
    Changed(PathBuf),
    /// A mistake of ours, or a file that cannot be read any more, ended it.
    Broken(PathBuf, Unexamined),
}

/// What a person does about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AskStep {
    /// Wants to know what would be asked where about this file.
    Look(PathBuf),
    /// Does not want it after all.
    Withdraw,
    /// Wants it.
    Start,
}

/// How it ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A file with this digest is judged again, with what came where it is the one that was asked about.
    Answered(Option<Sha256>),
    /// An answer came that does not count any more: the file is judged once more.
    Outdated,
    /// It is not judged.
    Broken(Unexamined),
}

impl Asking {
    /// Carries out a step; one that does not fit changes nothing.
    pub fn step(&mut self, step: &AskStep) {
        match (step, &*self) {
            (AskStep::Look(path), Self::Idle | Self::Question(..) | Self::Changed(_) | Self::Broken(..)) => {
                *self = Self::Looking(path.clone());
            }
            (AskStep::Withdraw, Self::Question(..)) => *self = Self::Idle,
            (AskStep::Start, Self::Question(path, Questions { sha256: Some(sha256), addresses, .. }))
                if !addresses.is_empty() =>
            {
                *self = Self::Running(path.clone(), *sha256);
            }
            _ => {}
        }
    }

    /// Takes note of what would be asked, or why that cannot be told.
    pub fn found(&mut self, path: PathBuf, questions: Result<Questions, Unexamined>) {
        if *self == Self::Looking(path.clone()) {
            *self = match questions {
                Ok(questions) => Self::Question(path, questions),
                Err(reason) => Self::Broken(path, reason),
            };
        }
    }

    /// Takes note that nothing is waited for any more.
    pub fn end(&mut self, path: &Path, outcome: Outcome) {
        let Self::Running(running, about) = &*self else { return };
        if running == path {
            *self = match outcome {
                Outcome::Answered(sha256) if sha256 != Some(*about) => Self::Changed(path.to_owned()),
                Outcome::Answered(_) | Outcome::Outdated => Self::Idle,
                Outcome::Broken(reason) => Self::Broken(path.to_owned(), reason),
            };
        }
    }

    /// The file that this is about.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Idle => None,
            Self::Looking(path)
            | Self::Question(path, _)
            | Self::Running(path, _)
            | Self::Changed(path)
            | Self::Broken(path, _) => Some(path),
        }
    }

    /// The file whose answers are waited for.
    #[must_use]
    pub fn running(&self) -> Option<&Path> {
        if let Self::Running(path, _) = self { Some(path) } else { None }
    }
}
