//! Digest algorithms, by their XML URI (RFC 9231) and their object identifier.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use sha2::Digest as _;

/// A digest algorithm that occurs in signatures and that this program can compute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum DigestAlgorithm {
    /// SHA-1, for reading old files; policy judges it.
    #[serde(rename = "SHA-1")]
    Sha1,
    /// SHA-224.
    #[serde(rename = "SHA-224")]
    Sha224,
    /// SHA-256.
    #[serde(rename = "SHA-256")]
    Sha256,
    /// SHA-384.
    #[serde(rename = "SHA-384")]
    Sha384,
    /// SHA-512.
    #[serde(rename = "SHA-512")]
    Sha512,
    /// SHA3-256.
    #[serde(rename = "SHA3-256")]
    Sha3_256,
    /// SHA3-384.
    #[serde(rename = "SHA3-384")]
    Sha3_384,
    /// SHA3-512.
    #[serde(rename = "SHA3-512")]
    Sha3_512,
}

/// Name, XML URI, dotted object identifier of each algorithm.
const NAMES: [(DigestAlgorithm, &str, &str, &str); 8] = [
    (DigestAlgorithm::Sha1, "SHA-1", "http://www.w3.org/2000/09/xmldsig#sha1", "1.3.14.3.2.26"),
    (DigestAlgorithm::Sha224, "SHA-224", "http://www.w3.org/2001/04/xmldsig-more#sha224", "2.16.840.1.101.3.4.2.4"),
    (DigestAlgorithm::Sha256, "SHA-256", "http://www.w3.org/2001/04/xmlenc#sha256", "2.16.840.1.101.3.4.2.1"),
    (DigestAlgorithm::Sha384, "SHA-384", "http://www.w3.org/2001/04/xmldsig-more#sha384", "2.16.840.1.101.3.4.2.2"),
    (DigestAlgorithm::Sha512, "SHA-512", "http://www.w3.org/2001/04/xmlenc#sha512", "2.16.840.1.101.3.4.2.3"),
    (
        DigestAlgorithm::Sha3_256,
        "SHA3-256",
        "http://www.w3.org/2007/05/xmldsig-more#sha3-256",
        "2.16.840.1.101.3.4.2.8",
    ),
    (
        DigestAlgorithm::Sha3_384,
        "SHA3-384",
        "http://www.w3.org/2007/05/xmldsig-more#sha3-384",
        "2.16.840.1.101.3.4.2.9",
    ),
    (
        DigestAlgorithm::Sha3_512,
        "SHA3-512",
        "http://www.w3.org/2007/05/xmldsig-more#sha3-512",
        "2.16.840.1.101.3.4.2.10",
    ),
];

impl DigestAlgorithm {
    /// The algorithm an XML `DigestMethod` names, or `None` where this program cannot compute it.
    #[must_use]
    pub fn from_uri(uri: &str) -> Option<Self> {
        NAMES.iter().find(|(_, _, name, _)| *name == uri).map(|(algorithm, ..)| *algorithm)
    }

    /// The algorithm a dotted object identifier names.
    #[must_use]
    pub fn from_oid(oid: &str) -> Option<Self> {
        NAMES.iter().find(|(.., name)| *name == oid).map(|(algorithm, ..)| *algorithm)
    }

    /// The usual name: `SHA-256`.
    #[must_use]
    pub fn name(self) -> &'static str {
        NAMES.iter().find(|(algorithm, ..)| *algorithm == self).map_or("", |(_, name, ..)| name)
    }

    /// The dotted object identifier.
    #[must_use]
    pub fn oid(self) -> &'static str {
        NAMES.iter().find(|(algorithm, ..)| *algorithm == self).map_or("", |(.., oid)| oid)
    }

    /// The digest of `data`.
    #[must_use]
    pub fn digest(self, data: &[u8]) -> Vec<u8> {
        let mut hasher = Hasher::new(self);
        hasher.update(data);
        hasher.finish()
    }
}

impl fmt::Display for DigestAlgorithm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A digest being computed piece by piece. A copy continues by itself: several digests over one beginning.
#[derive(Clone)]
pub struct Hasher(State);

#[derive(Clone)]
enum State {
    Ring(ring::digest::Context),
    Sha224(sha2::Sha224),
    Sha3_256(sha3::Sha3_256),
    Sha3_384(sha3::Sha3_384),
    Sha3_512(sha3::Sha3_512),
}

impl Hasher {
    /// Starts a digest.
    #[must_use]
    pub fn new(algorithm: DigestAlgorithm) -> Self {
        let ring = |algorithm| State::Ring(ring::digest::Context::new(algorithm));
        Self(match algorithm {
            DigestAlgorithm::Sha1 => ring(&ring::digest::SHA1_FOR_LEGACY_USE_ONLY),
            DigestAlgorithm::Sha224 => State::Sha224(sha2::Sha224::new()),
            DigestAlgorithm::Sha256 => ring(&ring::digest::SHA256),
            DigestAlgorithm::Sha384 => ring(&ring::digest::SHA384),
            DigestAlgorithm::Sha512 => ring(&ring::digest::SHA512),
            DigestAlgorithm::Sha3_256 => State::Sha3_256(sha3::Sha3_256::new()),
            DigestAlgorithm::Sha3_384 => State::Sha3_384(sha3::Sha3_384::new()),
            DigestAlgorithm::Sha3_512 => State::Sha3_512(sha3::Sha3_512::new()),
        })
    }

    /// Adds the next octets.
    pub fn update(&mut self, data: &[u8]) {
        match &mut self.0 {
            State::Ring(state) => state.update(data),
            State::Sha224(state) => state.update(data),
            State::Sha3_256(state) => state.update(data),
            State::Sha3_384(state) => state.update(data),
            State::Sha3_512(state) => state.update(data),
        }
    }

    /// The digest of everything added.
    #[must_use]
    pub fn finish(self) -> Vec<u8> {
        match self.0 {
            State::Ring(state) => state.finish().as_ref().to_vec(),
            State::Sha224(state) => state.finalize().to_vec(),
            State::Sha3_256(state) => state.finalize().to_vec(),
            State::Sha3_384(state) => state.finalize().to_vec(),
            State::Sha3_512(state) => state.finalize().to_vec(),
        }
    }
}

/// A SHA-256 digest; shown, parsed and serialised as 64 lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Sha256(pub [u8; 32]);

impl Sha256 {
    /// The SHA-256 of `data`.
    #[must_use]
    pub fn of(data: &[u8]) -> Self {
        let mut value = [0; 32];
        value.copy_from_slice(ring::digest::digest(&ring::digest::SHA256, data).as_ref());
        Self(value)
    }

    /// A digest already computed; `None` unless it has 32 octets.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    /// Its 32 octets.
    #[must_use]
    pub fn octets(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Display for Sha256 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Sha256 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The text is not 64 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a SHA-256 digest is written as 64 hexadecimal digits")]
pub struct NotSha256;

impl FromStr for Sha256 {
    type Err = NotSha256;

    fn from_str(text: &str) -> Result<Self, NotSha256> {
        let digits = text.as_bytes();
        if digits.len() != 64 {
            return Err(NotSha256);
        }
        let mut value = [0; 32];
        for (byte, pair) in value.iter_mut().zip(digits.chunks_exact(2)) {
            let &[high, low] = pair else { return Err(NotSha256) };
            *byte = nibble(high)? << 4 | nibble(low)?;
        }
        Ok(Self(value))
    }
}

fn nibble(digit: u8) -> Result<u8, NotSha256> {
    match digit {
        b'0'..=b'9' => Ok(digit - b'0'),
        b'a'..=b'f' => Ok(digit - b'a' + 10),
        b'A'..=b'F' => Ok(digit - b'A' + 10),
        _ => Err(NotSha256),
    }
}

impl Serialize for Sha256 {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Sha256 {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}
