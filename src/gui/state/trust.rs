//! What the trust page shows: the lists files are judged with, recognised issuers, and what of the reader's cannot be used.

use std::path::PathBuf;

use crate::Timestamp;
use crate::crypto::Sha256;
use crate::exam::{IssuerOrigin, RecognisedIssuer};
use crate::trust::ListFacts;

/// Lists and issuers as they were when they were last read.
#[derive(Clone, Debug, Default)]
pub struct TrustFacts {
    /// The time for which their age is said.
    pub at: Timestamp,
    /// Where lists are kept; `None` where the system names no such place.
    pub folder: Option<PathBuf>,
    /// How many lists are kept there.
    pub kept: usize,
    /// Address of the list of lists.
    pub source: String,
    /// The lists: Latvia's first, then the list of lists, then the others by territory.
    pub lists: Vec<ListEntry>,
    /// Whose exam certificates count.
    pub issuers: Vec<(RecognisedIssuer, IssuerOrigin)>,
    /// What is kept and cannot be used.
    pub troubles: Vec<Trouble>,
    /// The folder of everything that the reader keeps; `None` where the system names no such place.
    pub place: Option<PathBuf>,
    /// The rules that files are judged by.
    pub rules: Option<Rules>,
}

/// The rules in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules {
    /// Their name.
    pub id: String,
    /// Their version.
    pub version: u32,
    /// SHA-256 of the file they were read from.
    pub digest: Sha256,
}

/// One list.
#[derive(Clone, Debug)]
pub struct ListEntry {
    /// What is known of it.
    pub facts: ListFacts,
    /// How many services it has.
    pub services: usize,
}

/// What of the reader's cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// A list whose file is damaged.
    DamagedList {
        /// Its file.
        file: String,
    },
    /// A certificate that was fetched, whose file is damaged.
    DamagedCertificate {
        /// Its file.
        file: String,
    },
    /// The file of added issuers.
    Issuers {
        /// Why.
        detail: String,
    },
    /// Lists and issuers could not be read again: those read before go on to count.
    NotReadAgain {
        /// Why.
        detail: String,
    },
}

impl TrustFacts {
    /// How many lists are past their NextUpdate.
    #[must_use]
    pub fn past_next_update(&self) -> usize {
        self.lists.iter().filter(|list| list.facts.is_past_next_update(self.at)).count()
    }
}
