//! Facts as a document: written once, judged again later.
//!
//! 1. the version is looked at before anything else;
//! 2. what was read is written again and compared: whatever this program would not write is refused, so that no field is
//!    passed over because nobody here knows it;
//! 3. counts are those that gathering keeps to, and documents were read only where a signature covers them.
//!
//! None of this makes facts true: they are a claim of whoever wrote them.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::facts::{DocumentReading, FactContent, Facts};
use crate::evidence::{Evidence, PathFacts, SignatureFacts};
use crate::limits;
use crate::report::{Fetched, FileFacts};

/// Version of the document; rises when a fact is added, changes its meaning or goes away.
pub const FACTS_VERSION: u32 = 1;

/// Why a document of facts cannot be judged.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FactsFault {
    /// It is no document of facts.
    #[error("not a document of facts: {detail}")]
    NotFacts {
        /// What is wrong.
        detail: String,
    },
    /// It is one of another version.
    #[error("facts of version {found}; this program reads version {FACTS_VERSION}")]
    Version {
        /// Its version.
        found: u64,
    },
    /// It holds what this program does not write.
    #[error("something stands in it that this program does not write")]
    Altered,
    /// Its parts cannot be together.
    #[error("its parts contradict each other: {detail}")]
    Contradiction {
        /// What is wrong.
        detail: String,
    },
    /// It is too large.
    #[error("too large")]
    TooLarge,
}

/// The document. `facts` is its version.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Saved {
    facts: u32,
    tool: Writer,
    file: FileFacts,
    content: FactContent,
    fetched: Vec<Fetched>,
}

/// Which program wrote it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Writer {
    name: String,
    version: String,
}

/// As much as every version has.
#[derive(Deserialize)]
struct Versioned {
    facts: u64,
}

impl Facts {
    /// The document of facts: JSON, with names and personal codes in full.
    ///
    /// # Errors
    /// [`FactsFault::TooLarge`] where it would not be read again.
    pub fn to_document(&self) -> Result<String, FactsFault> {
        let saved = Saved {
            facts: FACTS_VERSION,
            tool: Writer { name: env!("CARGO_PKG_NAME").to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() },
            file: self.file().clone(),
            content: self.content().clone(),
            fetched: self.fetched().to_vec(),
        };
        let text = serde_json::to_string_pretty(&saved).map_err(|error| not_facts(&error))?;
        if text.len() < limits::FACTS_BYTES { Ok(format!("{text}\n")) } else { Err(FactsFault::TooLarge) }
    }

    /// Reads such a document.
    ///
    /// # Errors
    /// [`FactsFault`] where it is none, of another version, altered in its form, or too large.
    pub fn from_document(text: &str) -> Result<Self, FactsFault> {
        if text.len() > limits::FACTS_BYTES {
            return Err(FactsFault::TooLarge);
        }
        let Versioned { facts: found } = serde_json::from_str(text).map_err(|error| not_facts(&error))?;
        if found != u64::from(FACTS_VERSION) {
            return Err(FactsFault::Version { found });
        }
        let saved: Saved = serde_json::from_str(text).map_err(|error| not_facts(&error))?;
        if !is_as_written(text, &saved).map_err(|error| not_facts(&error))? {
            return Err(FactsFault::Altered);
        }
        coherent(&saved).map_err(|detail| FactsFault::Contradiction { detail: detail.to_owned() })?;
        Ok(Self::replayed(saved.file, saved.content, saved.fetched))
    }
}

fn not_facts(error: &serde_json::Error) -> FactsFault {
    FactsFault::NotFacts { detail: error.to_string() }
}

/// Whether the document says what `saved` says, and nothing else; space between its parts may differ.
fn is_as_written(text: &str, saved: &Saved) -> Result<bool, serde_json::Error> {
    let read: serde_json::Value = serde_json::from_str(text)?;
    let written: serde_json::Value = serde_json::from_str(&serde_json::to_string(saved)?)?;
    Ok(read == written)
}

fn coherent(saved: &Saved) -> Result<(), &'static str> {
    let FactContent::Container { evidence, readings } = &saved.content else { return Ok(()) };
    if saved.file.sha256.is_none() {
        return Err("a container without a digest");
    }
    within_limits(evidence)?;
    let names: HashSet<&str> = evidence.documents.iter().map(|document| document.name.as_str()).collect();
    if names.len() != evidence.documents.len() {
        return Err("two documents of one name");
    }
    let read: HashSet<&str> = readings.iter().map(|reading| reading.document.as_str()).collect();
    if read.len() != readings.len() {
        return Err("a document that was read twice");
    }
    let uncovered = |reading: &DocumentReading| {
        !names.contains(&*reading.document) || evidence.covering(&reading.document).is_none()
    };
    if readings.iter().any(uncovered) {
        return Err("a document that was read although no signature covers it");
    }
    Ok(())
}

/// Gathering keeps to these counts, so nothing honest is beyond them.
fn within_limits(evidence: &Evidence) -> Result<(), &'static str> {
    let files = &evidence.signature_files;
    let within = evidence.documents.len() <= limits::ARCHIVE_ENTRIES
        && files.len() <= limits::SIGNATURE_FILES
        && files.iter().all(|file| file.signatures.len() <= limits::SIGNATURES_PER_FILE)
        && files.iter().flat_map(|file| &file.signatures).all(is_within_limits);
    if within { Ok(()) } else { Err("more parts than any file has") }
}

fn is_within_limits(signature: &SignatureFacts) -> bool {
    let of_paths = |paths: &[PathFacts]| {
        paths.len() <= limits::PATHS && paths.iter().all(|path| path.certificates.len() <= limits::PATH_LENGTH)
    };
    signature.references.len() <= limits::REFERENCES
        && signature.timestamps.len() <= limits::TIMESTAMPS
        && signature.revocation.len() <= limits::REVOCATION_FACTS
        && of_paths(&signature.paths)
        && signature.timestamps.iter().all(|stamp| of_paths(&stamp.paths))
}
