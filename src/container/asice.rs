//! ASiC-E and ASiC-S: which entries are documents, which are signatures (rules C1 to C14 of `docs/policy.md`).

use serde::{Deserialize, Serialize};

use super::{ArchiveFault, ContainerError, Format, Opened, Source};
use crate::crypto::DigestAlgorithm;

/// A container whose archive is sound.
pub struct Container<'s> {
    /// What kind.
    pub format: Format,
    /// Content of the `mimetype` entry.
    pub media_type: Option<String>,
    /// Files outside META-INF, in archive order.
    pub documents: Vec<Document>,
    /// Files under META-INF that hold XAdES signatures, in name order.
    pub signature_files: Vec<SignatureFile>,
    /// Facts that do not stop reading and that a reader should know.
    pub findings: Vec<ContainerFinding>,
    /// What the archive is read from.
    pub(super) source: &'s dyn Source,
}

/// A file outside META-INF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its name in the archive.
    pub name: String,
    /// Expanded size in bytes.
    pub size: u64,
    /// Media type by the manifest, which nobody signed.
    pub media_type: Option<String>,
    /// Which entry of the archive.
    pub(super) entry: usize,
}

/// A file under META-INF that holds signatures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignatureFile {
    /// Its name in the archive.
    pub name: String,
    /// Expanded size in bytes.
    pub size: u64,
    /// Which entry of the archive.
    pub(super) entry: usize,
}

/// Something a reader should know about a container that was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "finding", rename_all = "kebab-case")]
pub enum ContainerFinding {
    /// C1: no `mimetype` entry.
    MimetypeMissing,
}

/// Contents of an entry could not be had.
#[derive(Debug, thiserror::Error)]
pub enum ContentError {
    /// The entry contradicts the directory: the archive is refused.
    #[error(transparent)]
    Refused(#[from] ArchiveFault),
    /// Our failure.
    #[error(transparent)]
    Container(#[from] ContainerError),
}

/// Recognises and opens a file.
///
/// # Errors
/// [`ContainerError`] where reading failed or a limit was reached; anything wrong with the file is in [`Opened`].
pub fn open(_source: &dyn Source) -> Result<Opened<'_>, ContainerError> {
    Ok(Opened::Recognised(Format::Other))
}

impl Container<'_> {
    /// The whole content of a signature file, at most [`crate::limits::SIGNATURE_FILE_BYTES`].
    ///
    /// # Errors
    /// [`ContentError`].
    pub fn read_signature_file(&self, _file: &SignatureFile) -> Result<Vec<u8>, ContentError> {
        Ok(Vec::new())
    }

    /// The whole content of a document, at most `limit` bytes.
    ///
    /// # Errors
    /// [`ContentError`].
    pub fn read_document(&self, _document: &Document, _limit: u64) -> Result<Vec<u8>, ContentError> {
        Ok(Vec::new())
    }

    /// Digests of a document in the order of `algorithms`, in one pass, without holding it.
    ///
    /// # Errors
    /// [`ContentError`].
    pub fn digest_document(
        &self,
        _document: &Document,
        _algorithms: &[DigestAlgorithm],
    ) -> Result<Vec<Vec<u8>>, ContentError> {
        let _ = self.source;
        Ok(Vec::new())
    }

    /// Reads every entry nobody asked for, so that sizes and checksums of the whole archive have been compared (Z7).
    ///
    /// # Errors
    /// [`ContentError`].
    pub fn check_remaining(&self) -> Result<(), ContentError> {
        Ok(())
    }

    /// Entries under META-INF that are neither signatures nor the manifest (C13).
    #[must_use]
    pub fn other_entries(&self) -> Vec<String> {
        Vec::new()
    }
}
