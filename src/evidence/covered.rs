//! Proof that octets are what a signature covers.

use super::{DocumentFacts, SignatureFacts};
use crate::crypto::Sha256;

/// A document whose digest and signature value verified. Only this module can make one, so nothing that was not
/// signed can be read as an exam certificate.
#[derive(Clone, Copy, Debug)]
pub struct Covered<'a> {
    name: &'a str,
    content: &'a [u8],
    sha256: Sha256,
}

impl<'a> Covered<'a> {
    /// `content` as the covered document it is; `None` unless `signature` covers the document and the octets are its.
    #[must_use]
    pub fn by(signature: &SignatureFacts, document: &'a DocumentFacts, content: &'a [u8]) -> Option<Self> {
        let same_octets = Sha256::of(content) == document.sha256;
        (same_octets && signature.covers(&document.name)).then_some(Self {
            name: &document.name,
            content,
            sha256: document.sha256,
        })
    }

    /// The document's name in the container.
    #[must_use]
    pub fn name(&self) -> &'a str {
        self.name
    }

    /// The signed octets.
    #[must_use]
    pub fn content(&self) -> &'a [u8] {
        self.content
    }

    /// Their SHA-256.
    #[must_use]
    pub fn sha256(&self) -> Sha256 {
        self.sha256
    }

    /// Octets that no signature was asked about, for tests of readers.
    #[cfg(test)]
    pub(crate) fn for_tests(name: &'a str, content: &'a [u8]) -> Self {
        Self { name, content, sha256: Sha256::of(content) }
    }
}
