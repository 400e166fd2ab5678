//! Everything that is known of one file before it is judged.

use serde::{Deserialize, Serialize};

use crate::container::{ArchiveFault, Format};
use crate::evidence::Evidence;
use crate::exam::Reading;
use crate::report::{Fetched, FileFacts, ReportSource};

/// What is known of one file, before anything is judged. Where it is from cannot be changed: facts that were read from a
/// document of facts stay marked as such, whatever is done with them.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    source: ReportSource,
    file: FileFacts,
    content: FactContent,
    fetched: Vec<Fetched>,
}

/// What was found in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum FactContent {
    /// A container with its signatures, or without any.
    Container {
        /// Every fact about it.
        evidence: Box<Evidence>,
        /// What documents say that a signature covers: reading them needs their octets.
        readings: Vec<DocumentReading>,
    },
    /// A kind of file that is recognised and not read further.
    Recognised {
        /// Which.
        format: Format,
    },
    /// An archive that is refused.
    Refused {
        /// Why.
        reason: ArchiveFault,
    },
}

/// What one covered document says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentReading {
    /// Its name in the container.
    pub document: String,
    /// What it says.
    pub reading: Reading,
}

impl Facts {
    /// Facts that were gathered from the file itself.
    pub(super) fn gathered(file: FileFacts, content: FactContent) -> Self {
        Self { source: ReportSource::File, file, content, fetched: Vec::new() }
    }

    /// Facts that were saved, by whomever.
    pub(super) fn replayed(file: FileFacts, content: FactContent, fetched: Vec<Fetched>) -> Self {
        Self { source: ReportSource::Facts, file, content, fetched }
    }

    /// The same, with what was asked of the network for them.
    #[must_use]
    pub fn with_fetched(self, fetched: Vec<Fetched>) -> Self {
        Self { fetched, ..self }
    }

    /// Whether they were gathered from the file now, or were saved.
    #[must_use]
    pub fn source(&self) -> ReportSource {
        self.source
    }

    /// The file they are about.
    #[must_use]
    pub fn file(&self) -> &FileFacts {
        &self.file
    }

    /// What was found in it.
    #[must_use]
    pub fn content(&self) -> &FactContent {
        &self.content
    }

    /// What was asked of the network for them.
    #[must_use]
    pub fn fetched(&self) -> &[Fetched] {
        &self.fetched
    }
}
