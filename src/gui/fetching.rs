//! Fetching lists as the window sees it, feature `online`: nothing is sent before the second, deliberate click.

use crate::trust::{Progress, UpdateReport};

/// How far it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Fetching {
    /// Nobody asked for it.
    #[default]
    Idle,
    /// The person is told what would be asked where.
    Asking,
    /// Lists are being fetched.
    Running {
        /// `None` until the first list is done.
        progress: Option<Progress>,
        /// Whether the person wants no more lists.
        stopping: Stopping,
    },
    /// It ended, and this became of each list.
    Ended {
        /// List by list.
        report: UpdateReport,
        /// Why it ended.
        ending: Ending,
    },
    /// A mistake of ours ended it.
    Broken,
}

/// Whether the person wants no more lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stopping {
    /// They want all of them.
    No,
    /// Those under way are finished, and no more.
    Yes,
}

/// Why an update ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Every list was asked for.
    Whole,
    /// The person stopped it before.
    Stopped,
    /// There was no list of lists to tell where the others are.
    AtListOfLists,
}

/// What a person does about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FetchStep {
    /// Wants to know what would be asked where.
    Ask,
    /// Does not want it after all.
    Withdraw,
    /// Wants it.
    Start,
    /// Wants no more of it.
    Stop,
}

impl Fetching {
    /// Carries out a step; one that does not fit changes nothing.
    pub fn step(&mut self, step: FetchStep) {
        match (step, &mut *self) {
            (FetchStep::Ask, Self::Idle | Self::Ended { .. } | Self::Broken) => *self = Self::Asking,
            (FetchStep::Withdraw, Self::Asking) => *self = Self::Idle,
            (FetchStep::Start, Self::Asking) => *self = Self::Running { progress: None, stopping: Stopping::No },
            (FetchStep::Stop, Self::Running { stopping, .. }) => *stopping = Stopping::Yes,
            _ => {}
        }
    }

    /// Takes note of how far it is.
    pub fn advance(&mut self, new: Progress) {
        if let Self::Running { progress, .. } = self {
            *progress = Some(new);
        }
    }

    /// Takes note of what became of it; `None` where a mistake of ours ended it.
    pub fn end(&mut self, report: Option<UpdateReport>) {
        let Some(report) = report else {
            *self = Self::Broken;
            return;
        };
        let wanted = match self {
            Self::Running { progress: Some(progress), stopping: Stopping::Yes } => progress.total,
            _ => 0,
        };
        let ending = match report.lists.as_slice() {
            [lotl] if lotl.result.is_err() => Ending::AtListOfLists,
            lists if lists.len() < wanted => Ending::Stopped,
            _ => Ending::Whole,
        };
        *self = Self::Ended { report, ending };
    }

    /// Whether lists are being fetched.
    #[must_use]
    pub fn is_running(&self) -> bool {
        matches!(self, Self::Running { .. })
    }
}
