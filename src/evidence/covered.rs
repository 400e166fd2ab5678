//! Proof that octets are what a signature covers.

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

    #[cfg(test)]
    pub(crate) fn for_tests(name: &'a str, content: &'a [u8]) -> Self {
        Self { name, content, sha256: Sha256::of(content) }
    }
}
