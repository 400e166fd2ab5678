//! Time-stamp tokens (RFC 3161, RFC 5816) in CMS SignedData (RFC 5652), DER or BER.

mod parse;

use serde::{Deserialize, Serialize};

use super::Certificate;
use super::certificate::{GeneralName, Name};
use crate::Timestamp;
use crate::crypto::{DigestAlgorithm, Sha256, SignatureAlgorithm, SignatureFault, SignatureForm, Verified, verify};

/// id-kp-timeStamping.
const TIME_STAMPING: &str = "1.3.6.1.5.5.7.3.8";

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
    /// How many certificates came along that cannot be read.
    pub unread_certificates: usize,
    /// Revocation lists that came along, DER.
    pub crls: Vec<Vec<u8>>,
    /// OCSP responses that came along, DER.
    pub ocsp_responses: Vec<Vec<u8>>,
    /// Name of the authority in TSTInfo. A hint: the certificate says who it is.
    pub authority_name: Option<GeneralName>,
    /// Nonce, hexadecimal.
    pub nonce: Option<String>,
    /// Dotted identifiers of extensions of TSTInfo.
    pub extensions: Vec<String>,
    /// Critical extensions of TSTInfo that nothing here understands: dotted identifiers.
    pub unknown_critical: Vec<String>,
    /// The qcStatements extension says that it is a qualified time-stamp (EN 319 422, 9.1).
    pub states_qualified: bool,
    /// Whether it is encoded in BER rather than DER.
    pub ber: bool,
    pub(super) signer: SignerInfo,
}

/// The one SignerInfo of a token.
#[derive(Clone, Debug)]
pub(super) struct SignerInfo {
    identifier: SignerIdentifier,
    /// Octets the signature is made over: the signed attributes as DER SET, in the order in which they stand.
    signed_attributes: Vec<u8>,
    algorithm: Option<SignatureAlgorithm>,
    value: Vec<u8>,
    /// contentType and messageDigest agree with the content.
    content_matches: bool,
    /// ESSCertID and ESSCertIDv2: digest algorithm and digest of the signing certificate.
    certificate_digests: Vec<(Option<DigestAlgorithm>, Vec<u8>)>,
}

/// How a CMS signer is named.
#[derive(Clone, Debug)]
enum SignerIdentifier {
    IssuerAndSerial { issuer: Name, serial: String },
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
    pub fn parse(bytes: &[u8]) -> Result<Self, TimestampFault> {
        parse::token(bytes).map_err(|fault| TimestampFault::Malformed { detail: fault.to_string() })
    }

    /// The authority's certificate among those in the token and `others`: the signer identifier and every ESSCertID agree.
    /// Without an ESSCertID no certificate is bound to the token (RFC 3161, 2.4.2), and an ESSCertIDv2 whose digest cannot
    /// be computed binds none.
    #[must_use]
    pub fn signing_certificate(&self, others: &[Certificate]) -> Option<Certificate> {
        self.certificates.iter().chain(others).find(|candidate| self.signer.is(candidate)).cloned()
    }

    /// Whether `certificate` is for stamping time and nothing else: extendedKeyUsage is critical and names that purpose
    /// alone (RFC 3161, 2.3).
    #[must_use]
    pub fn is_authority(certificate: &Certificate) -> bool {
        certificate.extensions.extended_key_usage_critical
            && certificate.extensions.extended_key_usage.iter().eq([TIME_STAMPING])
    }

    /// Whether the authority's name in TSTInfo is the subject of `certificate`; `None` where it has no such name.
    #[must_use]
    pub fn names_authority(&self, certificate: &Certificate) -> Option<bool> {
        match &self.authority_name {
            Some(GeneralName::Directory(name)) => Some(name.same(&certificate.subject)),
            _ => None,
        }
    }

    /// How the token is signed; `None` where the algorithm is not supported.
    #[must_use]
    pub fn signature_algorithm(&self) -> Option<SignatureAlgorithm> {
        self.signer.algorithm
    }

    /// Whether `authority` signed the token and the signed attributes belong to the content.
    ///
    /// # Errors
    /// [`TimestampFault`].
    pub fn signature_by(&self, authority: &Certificate) -> Result<Verified, TimestampFault> {
        if !self.signer.content_matches {
            return Err(TimestampFault::ContentChanged);
        }
        let of_signature = |reason| TimestampFault::Signature { reason };
        let algorithm = self.signer.algorithm.ok_or_else(|| of_signature(SignatureFault::Unsupported))?;
        let key = authority.key.as_ref().ok_or_else(|| of_signature(SignatureFault::Unsupported))?;
        verify(algorithm, key, &self.signer.signed_attributes, &self.signer.value, SignatureForm::Der)
            .map_err(of_signature)
    }
}

impl SignerInfo {
    fn is(&self, candidate: &Certificate) -> bool {
        let named = match &self.identifier {
            SignerIdentifier::IssuerAndSerial { issuer, serial } => {
                *serial == candidate.serial && issuer.same(&candidate.issuer)
            }
            SignerIdentifier::SubjectKeyIdentifier(key) => {
                candidate.extensions.subject_key_identifier.as_ref() == Some(key)
            }
        };
        let digest_agrees = |(algorithm, digest): &(Option<DigestAlgorithm>, Vec<u8>)| {
            algorithm.is_some_and(|algorithm| algorithm.digest(&candidate.der) == *digest)
        };
        named && !self.certificate_digests.is_empty() && self.certificate_digests.iter().all(digest_agrees)
    }
}
