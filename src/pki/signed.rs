//! What certificates, OCSP responses and revocation lists have in common: octets, an algorithm, a value; extensions.

use super::Certificate;
use super::der::{DerFault, Reader, tag};
use crate::crypto::{SignatureAlgorithm, SignatureFault, SignatureForm, Verified, verify};

/// Signed octets with their signature.
#[derive(Clone, Debug)]
pub(super) struct Signed {
    /// The octets the signature is made over, as they stand.
    pub(super) octets: Vec<u8>,
    /// `None` where the algorithm is not supported.
    pub(super) algorithm: Option<SignatureAlgorithm>,
    /// The value.
    pub(super) value: Vec<u8>,
}

impl Signed {
    /// Whether `signer`'s key made the value.
    pub(super) fn by(&self, signer: &Certificate) -> Result<Verified, SignatureFault> {
        let algorithm = self.algorithm.ok_or(SignatureFault::Unsupported)?;
        let key = signer.key.as_ref().ok_or(SignatureFault::Unsupported)?;
        verify(algorithm, key, &self.octets, &self.value, SignatureForm::Der)
    }
}

/// An AlgorithmIdentifier: dotted identifier and the DER of its parameters.
pub(super) struct Algorithm<'d> {
    pub(super) identifier: String,
    pub(super) parameters: Option<&'d [u8]>,
}

impl<'d> Algorithm<'d> {
    pub(super) fn read(reader: &mut Reader<'d>) -> Result<Self, DerFault> {
        let mut fields = reader.inside(tag::SEQUENCE)?;
        let identifier = fields.object_identifier()?;
        let parameters = if fields.is_empty() { None } else { Some(fields.any()?.octets) };
        fields.end()?;
        Ok(Self { identifier, parameters })
    }

    pub(super) fn signature(&self) -> Option<SignatureAlgorithm> {
        SignatureAlgorithm::from_identifier(&self.identifier, self.parameters)
    }
}

/// One Extension, its value not looked into: some producers put something else than DER there.
pub(super) struct Extension<'d> {
    pub(super) identifier: String,
    pub(super) critical: bool,
    pub(super) value: &'d [u8],
}

impl<'d> Extension<'d> {
    /// Reads a list of extensions, without its own tag and length.
    pub(super) fn read_all(list: &'d [u8]) -> Result<Vec<Self>, DerFault> {
        let mut list = Reader::new(list);
        let mut found = Vec::new();
        while !list.is_empty() {
            let mut fields = list.inside(tag::SEQUENCE)?;
            let identifier = fields.object_identifier()?;
            let critical = fields.optional(tag::BOOLEAN)?.is_some_and(|value| value.content != [0]);
            let value = fields.value(tag::OCTET_STRING)?.content;
            fields.end()?;
            found.push(Self { identifier, critical, value });
        }
        Ok(found)
    }

    /// The value of the extension `identifier`, if it is there.
    pub(super) fn value_of(list: &[Self], identifier: &str) -> Option<&'d [u8]> {
        list.iter().find(|extension| extension.identifier == identifier).map(|extension| extension.value)
    }

    /// Critical ones besides `understood`: dotted identifiers.
    pub(super) fn unknown_critical(list: &[Self], understood: &[&str]) -> Vec<String> {
        let unknown = |extension: &&Self| extension.critical && !understood.contains(&extension.identifier.as_str());
        list.iter().filter(unknown).map(|extension| extension.identifier.clone()).collect()
    }
}
