//! The pipeline: bytes to [`Report`]. No clock, no network, no environment.

use crate::Timestamp;
use crate::container::{ContainerError, Source};
use crate::exam::RecognisedIssuer;
use crate::report::Report;
use crate::trust::TrustStore;
use crate::validation::Policy;

/// One file to judge.
pub struct Input<'s> {
    /// Its name, without folder.
    pub name: &'s str,
    /// Its bytes.
    pub source: &'s dyn Source,
}

/// The job could not be done: nothing is said about the document.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Reading failed, or a limit was reached.
    #[error(transparent)]
    Container(#[from] ContainerError),
}

/// Judges one file.
///
/// # Errors
/// [`Error`] where the job could not be done. Anything wrong with the document is in the report.
pub fn verify(
    _input: &Input<'_>,
    _trust: &TrustStore,
    _issuers: &[RecognisedIssuer],
    _policy: &Policy,
    _at: Timestamp,
) -> Result<Report, Error> {
    Err(Error::Container(ContainerError::Limit { limit: String::new() }))
}
