//! Signature values: is this value made over these octets by this key?

mod ecdsa;
mod names;
mod rsa;

use ring::signature::{ED25519, VerificationAlgorithm};
use serde::{Deserialize, Serialize};

pub(super) use names::pss_parameters;

use super::{DigestAlgorithm, KeyFamily, PublicKey};

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

/// Checks `value` over `message` with `key`.
///
/// # Errors
/// [`SignatureFault`] says why the value is not right or could not be checked.
pub fn verify(
    algorithm: SignatureAlgorithm,
    key: &PublicKey,
    message: &[u8],
    value: &[u8],
    form: SignatureForm,
) -> Result<Verified, SignatureFault> {
    match (algorithm, key.family) {
        (SignatureAlgorithm::RsaPkcs1 { digest }, KeyFamily::Rsa) => rsa::verify_pkcs1(digest, key, message, value),
        (SignatureAlgorithm::RsaPss { digest, mask, salt }, KeyFamily::Rsa | KeyFamily::RsaPss) => {
            if key.restriction().is_some_and(|restriction| !admits(restriction, algorithm)) {
                return Err(SignatureFault::KeyMismatch);
            }
            rsa::verify_pss(rsa::Pss { digest, mask, salt }, key, message, value)
        }
        (
            SignatureAlgorithm::Ecdsa { digest },
            KeyFamily::P256 | KeyFamily::P384 | KeyFamily::P521 | KeyFamily::BrainpoolP256 | KeyFamily::BrainpoolP384,
        ) => ecdsa::verify(digest, key, message, value, form),
        (SignatureAlgorithm::Ed25519, KeyFamily::Ed25519) => ED25519
            .verify(key.octets().into(), message.into(), value.into())
            .map(|()| Verified::Exactly)
            .map_err(|_| SignatureFault::Mismatch),
        _ => Err(SignatureFault::KeyMismatch),
    }
}

/// RFC 4055, 3.1: the digests of a restricted key must be used, its salt length is the least.
fn admits(restriction: SignatureAlgorithm, used: SignatureAlgorithm) -> bool {
    match (restriction, used) {
        (
            SignatureAlgorithm::RsaPss { digest, mask, salt },
            SignatureAlgorithm::RsaPss { digest: used_digest, mask: used_mask, salt: used_salt },
        ) => digest == used_digest && mask == used_mask && used_salt >= salt,
        _ => false,
    }
}
