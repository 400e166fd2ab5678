//! OCSP responses (RFC 6960).

mod parse;

use super::Certificate;
use super::certificate::Name;
use super::signed::Signed;
use crate::Timestamp;
use crate::crypto::{DigestAlgorithm, Sha256, SignatureFault, Verified};

/// A successful basic OCSP response.
#[derive(Clone, Debug)]
pub struct OcspResponse {
    /// SHA-256 of the whole response.
    pub sha256: Sha256,
    /// Who says they answered.
    pub responder: ResponderId,
    /// When it was signed.
    pub produced_at: Timestamp,
    /// One answer for each certificate asked about.
    pub responses: Vec<SingleResponse>,
    /// Certificates that came along.
    pub certificates: Vec<Certificate>,
    /// Value of the nonce extension, as found.
    pub nonce: Option<Vec<u8>>,
    pub(super) signed: Signed,
}

/// How the responder is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ResponderId {
    /// Its subject name.
    Name(Name),
    /// SHA-1 of its public key bits.
    KeyHash(Vec<u8>),
}

/// The answer about one certificate.
#[derive(Clone, Debug)]
pub struct SingleResponse {
    /// Digest used in the identifiers below.
    pub digest: Option<DigestAlgorithm>,
    /// Digest of the issuer's name.
    pub issuer_name_hash: Vec<u8>,
    /// Digest of the issuer's key bits.
    pub issuer_key_hash: Vec<u8>,
    /// Serial number, hexadecimal, without leading zeros.
    pub serial: String,
    /// Good, revoked or unknown.
    pub status: CertificateStatus,
    /// When the status was known to be right.
    pub this_update: Timestamp,
    /// When newer information will be there.
    pub next_update: Option<Timestamp>,
    /// archiveCutoff.
    pub archive_cutoff: Option<Timestamp>,
    /// certHash of Common PKI: digest algorithm identifier and digest.
    pub cert_hash: Option<(String, Vec<u8>)>,
}

/// Status of a certificate by OCSP or CRL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CertificateStatus {
    /// Not revoked.
    Good,
    /// Revoked.
    Revoked {
        /// Since when.
        at: Timestamp,
        /// CRLReason code, where given.
        reason: Option<u8>,
    },
    /// The responder does not know it.
    Unknown,
}

/// Why octets are not taken as an OCSP response.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a usable OCSP response: {detail}")]
pub struct NotAnOcspResponse {
    /// What is wrong, for the technical details.
    pub detail: String,
}

impl OcspResponse {
    /// Reads an OCSPResponse (or, as old files embed, a BasicOCSPResponse).
    ///
    /// # Errors
    /// [`NotAnOcspResponse`], also where the responder answered with an error status.
    pub fn parse(der: &[u8]) -> Result<Self, NotAnOcspResponse> {
        parse::response(der)
    }

    /// Whether `responder`'s key signed this response.
    ///
    /// # Errors
    /// [`SignatureFault`].
    pub fn signature_by(&self, responder: &Certificate) -> Result<Verified, SignatureFault> {
        self.signed.by(responder)
    }

    /// Whether `candidate` is who the response names as its responder.
    #[must_use]
    pub fn names_responder(&self, candidate: &Certificate) -> bool {
        match &self.responder {
            ResponderId::Name(name) => name.same(&candidate.subject),
            ResponderId::KeyHash(hash) => {
                let key = candidate.key.as_ref();
                key.is_some_and(|key| DigestAlgorithm::Sha1.digest(key.octets()) == *hash)
            }
        }
    }

    /// The answers about `certificate` issued by `issuer`: name hash, key hash and serial number all agree.
    #[must_use]
    pub fn about(&self, certificate: &Certificate, issuer: &Certificate) -> Vec<&SingleResponse> {
        let is_about = |single: &&SingleResponse| {
            single.serial == certificate.serial
                && single.digest.zip(issuer.key.as_ref()).is_some_and(|(digest, key)| {
                    digest.digest(&issuer.subject.der) == single.issuer_name_hash
                        && digest.digest(key.octets()) == single.issuer_key_hash
                })
        };
        self.responses.iter().filter(is_about).collect()
    }
}
