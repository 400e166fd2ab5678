//! Time-stamp tokens (RFC 3161, RFC 5816) in CMS SignedData (RFC 5652), DER or BER.

use serde::{Deserialize, Serialize};

use super::Certificate;
use crate::Timestamp;
use crate::crypto::{DigestAlgorithm, Sha256, SignatureFault, Verified};

/// A time-stamp token.
#[derive(Clone, Debug)]
pub struct TimestampToken {
    /// SHA-256 of the whole token as found.
    pub sha256: Sha256,
    /// When the authority says it stamped.
    pub gen_time: Timestamp,
    /// Accuracy in microseconds, where given.
    pub accuracy: Option<u64>,
    /// Digest algorithm of the imprint; `None` where not supported.
    pub imprint_algorithm: Option<DigestAlgorithm>,
    /// The imprint.
    pub imprint: Vec<u8>,
    /// The authority's policy, dotted.
    pub policy: String,
    /// Serial number, hexadecimal.
    pub serial: String,
    /// Certificates that came along.
    pub certificates: Vec<Certificate>,
    /// Dotted identifiers of extensions of TSTInfo.
    pub extensions: Vec<String>,
    /// Whether it is encoded in BER rather than DER.
    pub ber: bool,
    pub(crate) signer: SignerInfo,
}

/// The one SignerInfo of a token.
#[derive(Clone, Debug)]
pub(crate) struct SignerInfo {
    /// Issuer name (DER) and serial number, or subject key identifier.
    pub(crate) identifier: SignerIdentifier,
    /// Octets the signature is made over: the signed attributes as DER SET.
    pub(crate) signed_attributes: Vec<u8>,
    pub(crate) algorithm: Option<crate::crypto::SignatureAlgorithm>,
    pub(crate) value: Vec<u8>,
    /// contentType and messageDigest agree with the content.
    pub(crate) content_matches: bool,
    /// ESSCertID and ESSCertIDv2: digest algorithm and digest of the signing certificate.
    pub(crate) certificate_digests: Vec<(Option<DigestAlgorithm>, Vec<u8>)>,
}

/// How a CMS signer is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum SignerIdentifier {
    IssuerAndSerial { issuer: Vec<u8>, serial: String },
    SubjectKeyIdentifier(Vec<u8>),
}

/// Why a token is not right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(tag = "fault", rename_all = "kebab-case")]
pub enum TimestampFault {
    /// Not CMS SignedData with TSTInfo and exactly one signer.
    #[error("not a time-stamp token: {detail}")]
    Malformed {
        /// What is wrong.
        detail: String,
    },
    /// No certificate fits the signer identifier and the signing-certificate attribute.
    #[error("the certificate of the time-stamping authority is not at hand")]
    NoSigningCertificate,
    /// The signed attributes do not belong to the content.
    #[error("the content of the token was changed")]
    ContentChanged,
    /// The signature value is wrong.
    #[error("the signature of the token is wrong: {reason}")]
    Signature {
        /// How.
        reason: SignatureFault,
    },
}

impl TimestampToken {
    /// Reads a ContentInfo, DER or BER.
    ///
    /// # Errors
    /// [`TimestampFault::Malformed`].
    pub fn parse(_bytes: &[u8]) -> Result<Self, TimestampFault> {
        Err(TimestampFault::Malformed { detail: String::new() })
    }

    /// The authority's certificate among those in the token and `others`: signer identifier and ESSCertID agree.
    #[must_use]
    pub fn signing_certificate(&self, _others: &[Certificate]) -> Option<Certificate> {
        None
    }

    /// Whether `authority` signed the token and the signed attributes belong to the content.
    ///
    /// # Errors
    /// [`TimestampFault`].
    pub fn signature_by(&self, _authority: &Certificate) -> Result<Verified, TimestampFault> {
        let _ = &self.signer;
        Err(TimestampFault::NoSigningCertificate)
    }
}
