//! Containers: ZIP archives with documents and signatures (ETSI EN 319 162-1), read strictly and judged by nobody here.

mod archive;
mod asice;
mod bundle;
mod finding;
mod manifest;
mod mimetype;
mod recognise;
mod reference;
mod source;

pub use archive::{ArchiveFault, ContentError, HeaderField, NameDanger, NameTrick};
pub use asice::{Container, Document, SignatureFile, open};
pub use bundle::{Bundle, Bundled, bundle, bundled};
pub use finding::ContainerFinding;
pub use recognise::{Format, Opened};
pub use reference::{ReferenceNote, Resolution, Resolved};
pub use source::{Bytes, FileSource, Source, digest_source};

/// The container could not be read to its end: our failure, not the document's.
#[derive(Debug, thiserror::Error)]
pub enum ContainerError {
    /// The operating system refused to read.
    #[error("cannot read the file: {0}")]
    Read(#[from] std::io::Error),
    /// A limit of [`crate::limits`] was reached.
    #[error("the file exceeds a limit: {limit}")]
    Limit {
        /// Which one, in plain words with its figure.
        limit: String,
    },
}
