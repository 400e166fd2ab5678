//! Asking for what one file lacks, as the window sees it, feature `online`: nothing is sent before the second, deliberate click, and
//! what would be sent where is said before.

use std::path::{Path, PathBuf};

use crate::dossier::Question;

/// How far it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Asking {
    /// Nobody asked for it.
    #[default]
    Idle,
    /// It is being looked up what would be asked where.
    Looking(PathBuf),
    /// The person is told; the addresses, as far as the file names any.
    Question(PathBuf, Vec<Question>),
    /// Answers are waited for.
    Running(PathBuf),
    /// A mistake of ours, or a file that is gone, ended it.
    Broken(PathBuf),
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The file is judged again, with what came.
    Answered,
    /// It is not.
    Broken,
}

impl Asking {
    /// Carries out a step; one that does not fit changes nothing.
    pub fn step(&mut self, step: &AskStep) {
        match (step, &*self) {
            (AskStep::Look(path), Self::Idle | Self::Question(..) | Self::Broken(_)) => {
                *self = Self::Looking(path.clone());
            }
            (AskStep::Withdraw, Self::Question(..)) => *self = Self::Idle,
            (AskStep::Start, Self::Question(path, questions)) if !questions.is_empty() => {
                *self = Self::Running(path.clone());
            }
            _ => {}
        }
    }

    /// Takes note of what would be asked; `None` where that cannot be told.
    pub fn found(&mut self, path: PathBuf, questions: Option<Vec<Question>>) {
        if *self == Self::Looking(path.clone()) {
            *self = match questions {
                Some(questions) => Self::Question(path, questions),
                None => Self::Broken(path),
            };
        }
    }

    /// Takes note that nothing is waited for any more.
    pub fn end(&mut self, path: &Path, outcome: Outcome) {
        if *self == Self::Running(path.to_owned()) {
            *self = match outcome {
                Outcome::Answered => Self::Idle,
                Outcome::Broken => Self::Broken(path.to_owned()),
            };
        }
    }

    /// The file whose answers are waited for.
    #[must_use]
    pub fn running(&self) -> Option<&Path> {
        if let Self::Running(path) = self { Some(path) } else { None }
    }
}
