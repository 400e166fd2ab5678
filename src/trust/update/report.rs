//! What became of an update, list by list.

use serde::{Deserialize, Serialize};

use crate::Timestamp;
use crate::fetch::FetchFault;
use crate::trust::{FolderFault, Kept, ListFacts, ListFault, ListSignature};

/// What became of an update.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UpdateReport {
    /// The list of lists first, then the national lists, Latvia's first.
    pub lists: Vec<ListOutcome>,
}

impl UpdateReport {
    /// Whether every list that was asked for is as new as it can be had.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.lists.iter().all(|list| list.result.is_ok())
    }

    /// Whether any list is another than before, so that what was judged may be judged otherwise now.
    #[must_use]
    pub fn has_news(&self) -> bool {
        self.lists.iter().any(|list| matches!(list.result, Ok(Fresh::New { .. } | Fresh::Replaced { .. })))
    }
}

/// What became of one list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListOutcome {
    /// Its territory.
    pub territory: String,
    /// Where it was asked for.
    pub url: String,
    /// What became of it. An error leaves the list that was there.
    pub result: Result<Fresh, UpdateFault>,
    /// What to know beside.
    pub remarks: Vec<Remark>,
}

/// A list that is as new as it can be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum Fresh {
    /// There was none.
    New {
        /// Its number.
        sequence: u64,
    },
    /// It replaced an older one.
    Replaced {
        /// Number of the older one.
        from: u64,
        /// Its number.
        to: u64,
    },
    /// The one at hand is still the newest.
    Same {
        /// Its number.
        sequence: u64,
    },
}

/// What to know of a list that was taken all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "remark", rename_all = "kebab-case")]
pub enum Remark {
    /// Its next issue is overdue.
    PastNextUpdate {
        /// When it was due; `None` for a list that is closed.
        next_update: Option<Timestamp>,
    },
}

/// Why a list was not taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(tag = "error", rename_all = "kebab-case")]
pub enum UpdateFault {
    /// There was no answer.
    #[error("{fault}")]
    Fetch {
        /// Why.
        fault: FetchFault,
    },
    /// The answer is no list: an error page, a file cut off.
    #[error("{fault}")]
    NotAList {
        /// Why.
        fault: ListFault,
    },
    /// It is a list of another kind than the one that was asked for.
    #[error("it is a list of another kind")]
    OtherKind,
    /// It is a list of another territory.
    #[error("it is the list of {found}")]
    OtherTerritory {
        /// Its territory.
        found: String,
    },
    /// The way from the pinned notice to the list of lists is broken.
    #[error("{detail}")]
    Pivot {
        /// How.
        detail: String,
    },
    /// Its signature is not right, or of somebody who was not named for it.
    #[error("its signature is not known to be right")]
    NotVouchedFor {
        /// What it is worth.
        signature: ListSignature,
    },
    /// A newer one is at hand.
    #[error("list {offered} is older than list {held}, which is already here")]
    Older {
        /// The number at hand.
        held: u64,
        /// The number that was offered.
        offered: u64,
    },
    /// The list of lists points to no list of this territory.
    #[error("the list of lists points to no such list")]
    NoPointer,
    /// It could not be written.
    #[error("it could not be written: {detail}")]
    NotWritten {
        /// In the words of the system.
        detail: String,
    },
}

impl From<FolderFault> for UpdateFault {
    fn from(fault: FolderFault) -> Self {
        match fault {
            FolderFault::Older { held, offered } => Self::Older { held, offered },
            FolderFault::NotVouchedFor { signature } => Self::NotVouchedFor { signature: *signature },
            FolderFault::NotAList(fault) => Self::NotAList { fault },
            FolderFault::Io(error) => Self::NotWritten { detail: error.to_string() },
        }
    }
}

impl Fresh {
    pub(super) fn of(kept: Kept, sequence: u64) -> Self {
        match kept {
            Kept::New => Self::New { sequence },
            Kept::Replaced { from } => Self::Replaced { from, to: sequence },
            Kept::Same => Self::Same { sequence },
        }
    }
}

impl ListOutcome {
    pub(super) fn new(territory: &str, url: &str, result: Result<Fresh, UpdateFault>) -> Self {
        Self { territory: territory.to_owned(), url: url.to_owned(), result, remarks: Vec::new() }
    }

    pub(super) fn failed(territory: &str, url: &str, fault: UpdateFault) -> Self {
        Self::new(territory, url, Err(fault))
    }

    pub(super) fn remark_age(&mut self, facts: &ListFacts, at: Timestamp) {
        if facts.is_past_next_update(at) {
            self.remarks.push(Remark::PastNextUpdate { next_update: facts.next_update });
        }
    }
}
