//! OCSP responses (RFC 6960).

use super::Certificate;
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
    pub(crate) signed: SignedParts,
}

/// What the signature of a response is made over, and with.
#[derive(Clone, Debug)]
pub(crate) struct SignedParts {
    pub(crate) data: Vec<u8>,
    pub(crate) algorithm: Option<crate::crypto::SignatureAlgorithm>,
    pub(crate) value: Vec<u8>,
}

/// How the responder is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ResponderId {
    /// DER of its subject name.
    Name(Vec<u8>),
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
    pub fn parse(_der: &[u8]) -> Result<Self, NotAnOcspResponse> {
        Err(NotAnOcspResponse { detail: String::new() })
    }

    /// Whether `responder`'s key signed this response.
    ///
    /// # Errors
    /// [`SignatureFault`].
    pub fn signature_by(&self, _responder: &Certificate) -> Result<Verified, SignatureFault> {
        let _ = &self.signed;
        Err(SignatureFault::Unsupported)
    }

    /// Whether `candidate` is who the response names as its responder.
    #[must_use]
    pub fn names_responder(&self, _candidate: &Certificate) -> bool {
        false
    }

    /// The answers about `certificate` issued by `issuer`: name hash, key hash and serial number all agree.
    #[must_use]
    pub fn about(&self, _certificate: &Certificate, _issuer: &Certificate) -> Vec<&SingleResponse> {
        Vec::new()
    }
}
