//! Signature values: is this value made over these octets by this key?

use serde::{Deserialize, Serialize};

use super::{DigestAlgorithm, PublicKey};

/// A signature algorithm with all its parameters (RFC 9231 URIs; RFC 5280, 4055, 5758 identifiers).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "scheme", rename_all = "kebab-case")]
pub enum SignatureAlgorithm {
    /// RSASSA-PKCS1-v1_5.
    RsaPkcs1 {
        /// Digest of the message.
        digest: DigestAlgorithm,
    },
    /// RSASSA-PSS with trailer field 1.
    RsaPss {
        /// Digest of the message.
        digest: DigestAlgorithm,
        /// Digest inside MGF1.
        mask: DigestAlgorithm,
        /// Salt length in octets.
        salt: u32,
    },
    /// ECDSA; the curve comes from the key.
    Ecdsa {
        /// Digest of the message.
        digest: DigestAlgorithm,
    },
    /// Ed25519.
    Ed25519,
}

/// How an ECDSA value is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignatureForm {
    /// r and s, each padded to the field size: XML signatures.
    Raw,
    /// DER SEQUENCE of two INTEGERs: X.509, OCSP, CMS.
    Der,
}

/// The value is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub enum Verified {
    /// By the standard's encoding.
    Exactly,
    /// RSA PKCS#1 whose DigestInfo lacks the NULL parameter: old Latvian signatures.
    WithoutNullParameter,
}

/// Why a value is not right, or could not be checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(tag = "fault", rename_all = "kebab-case")]
pub enum SignatureFault {
    /// The value does not belong to these octets and this key.
    #[error("the signature value does not match")]
    Mismatch,
    /// The value has the wrong length or shape.
    #[error("the signature value is malformed")]
    Malformed,
    /// ECDSA value in DER where r and s are expected side by side.
    #[error("the ECDSA value is DER-encoded")]
    DerInsteadOfRaw,
    /// The algorithm is not for this kind of key.
    #[error("the algorithm does not fit the key")]
    KeyMismatch,
    /// The key is too weak or malformed to be used at all.
    #[error("the key is unusable")]
    UnusableKey,
    /// This program cannot compute the combination.
    #[error("the combination of algorithm and key is not supported")]
    Unsupported,
}

impl SignatureAlgorithm {
    /// The algorithm an XML `SignatureMethod` names; `None` where it is not supported (HMAC never is).
    #[must_use]
    pub fn from_uri(_uri: &str) -> Option<Self> {
        None
    }

    /// The algorithm an X.509 or CMS AlgorithmIdentifier names; `parameters` is the DER of the parameters, if any.
    #[must_use]
    pub fn from_identifier(_oid: &str, _parameters: Option<&[u8]>) -> Option<Self> {
        None
    }
}

/// Checks `value` over `message` with `key`.
///
/// # Errors
/// [`SignatureFault`] says why the value is not right or could not be checked.
pub fn verify(
    _algorithm: SignatureAlgorithm,
    _key: &PublicKey,
    _message: &[u8],
    _value: &[u8],
    _form: SignatureForm,
) -> Result<Verified, SignatureFault> {
    Err(SignatureFault::Unsupported)
}
