//! Until when algorithms hold (ETSI TS 119 312): a table by digest, and by scheme and size of key.
//!
//! No table lowers the floor: RSA keys below 1024 bits and curves below 224 bits never hold.

use serde::{Deserialize, Serialize};

use crate::Timestamp;
use crate::crypto::{DigestAlgorithm, SignatureAlgorithm};
use crate::evidence::KeyFacts;

/// Until when something holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lifetime {
    /// It never held.
    Never,
    /// It holds before this instant.
    Until(Timestamp),
    /// No end is known.
    Open,
}

impl Lifetime {
    /// Whether it holds at `at`.
    #[must_use]
    pub fn holds_at(self, at: Timestamp) -> bool {
        match self {
            Self::Never => false,
            Self::Until(end) => at < end,
            Self::Open => true,
        }
    }
}

/// Digests and keys with their ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AlgorithmTable {
    /// Where the ends are from.
    pub source: String,
    digest: Vec<DigestRule>,
    key: Vec<KeyRule>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct DigestRule {
    name: DigestAlgorithm,
    #[serde(default)]
    until: Option<Timestamp>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyRule {
    scheme: Scheme,
    bits: u32,
    #[serde(default)]
    until: Option<Timestamp>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Scheme {
    RsaPkcs1,
    RsaPss,
    Ecdsa,
    Ed25519,
}

impl Scheme {
    fn of(algorithm: SignatureAlgorithm) -> Self {
        match algorithm {
            SignatureAlgorithm::RsaPkcs1 { .. } => Self::RsaPkcs1,
            SignatureAlgorithm::RsaPss { .. } => Self::RsaPss,
            SignatureAlgorithm::Ecdsa { .. } => Self::Ecdsa,
            SignatureAlgorithm::Ed25519 => Self::Ed25519,
        }
    }

    fn floor(self) -> u32 {
        match self {
            Self::RsaPkcs1 | Self::RsaPss => 1024,
            Self::Ecdsa | Self::Ed25519 => 224,
        }
    }
}

impl AlgorithmTable {
    /// Until when a digest holds.
    #[must_use]
    pub fn digest(&self, digest: DigestAlgorithm) -> Lifetime {
        let rules = self.digest.iter().filter(|rule| rule.name == digest);
        rules.map(|rule| until(rule.until)).min().unwrap_or(Lifetime::Never)
    }

    /// Until when a signature of this algorithm by a key of this size holds: the earlier end of its digests and its key.
    #[must_use]
    pub fn signature(&self, algorithm: SignatureAlgorithm, key: KeyFacts) -> Lifetime {
        let scheme = Scheme::of(algorithm);
        let reached = self.key.iter().filter(|rule| rule.scheme == scheme && rule.bits <= key.bits);
        let of_key = reached.max_by_key(|rule| rule.bits).filter(|_| key.bits >= scheme.floor());
        let of_key = of_key.map_or(Lifetime::Never, |rule| until(rule.until));
        let mask = match algorithm {
            SignatureAlgorithm::RsaPss { mask, .. } => self.digest(mask),
            _ => Lifetime::Open,
        };
        // Ed25519 digests inside itself: its own rule is all there is.
        let digest = if scheme == Scheme::Ed25519 { Lifetime::Open } else { self.digest(algorithm.digest()) };
        of_key.min(digest).min(mask)
    }
}

fn until(end: Option<Timestamp>) -> Lifetime {
    end.map_or(Lifetime::Open, Lifetime::Until)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::KeyFamily;
    use crate::validation::Policy;

    fn key(family: KeyFamily, bits: u32) -> KeyFacts {
        KeyFacts { family, bits }
    }

    #[test]
    fn ends_are_those_of_the_standard() {
        let table = Policy::zimogs_1().unwrap().algorithms;
        let until = |time: &str| Lifetime::Until(time.parse().unwrap());
        let sha256 = DigestAlgorithm::Sha256;
        let pkcs1 = SignatureAlgorithm::RsaPkcs1 { digest: sha256 };
        let pss = |mask| SignatureAlgorithm::RsaPss { digest: sha256, mask, salt: 32 };
        let ecdsa = SignatureAlgorithm::Ecdsa { digest: DigestAlgorithm::Sha512 };
        for (algorithm, family, bits, expected) in [
            (pkcs1, KeyFamily::Rsa, 1023, Lifetime::Never),
            (pkcs1, KeyFamily::Rsa, 1024, until("2019-10-01T00:00:00Z")),
            (pkcs1, KeyFamily::Rsa, 1899, until("2019-10-01T00:00:00Z")),
            (pkcs1, KeyFamily::Rsa, 2048, until("2029-01-01T00:00:00Z")),
            (pkcs1, KeyFamily::Rsa, 4096, until("2029-01-01T00:00:00Z")),
            (
                SignatureAlgorithm::RsaPkcs1 { digest: DigestAlgorithm::Sha1 },
                KeyFamily::Rsa,
                2048,
                until("2012-08-01T00:00:00Z"),
            ),
            (pss(sha256), KeyFamily::RsaPss, 2048, until("2029-01-01T00:00:00Z")),
            (pss(sha256), KeyFamily::RsaPss, 3072, Lifetime::Open),
            (pss(DigestAlgorithm::Sha1), KeyFamily::RsaPss, 3072, until("2012-08-01T00:00:00Z")),
            (ecdsa, KeyFamily::P256, 256, Lifetime::Open),
            (ecdsa, KeyFamily::P521, 521, Lifetime::Open),
            (SignatureAlgorithm::Ed25519, KeyFamily::Ed25519, 256, Lifetime::Never),
        ] {
            assert_eq!(table.signature(algorithm, key(family, bits)), expected, "{algorithm:?} {bits}");
        }
        assert_eq!(table.digest(DigestAlgorithm::Sha1), until("2012-08-01T00:00:00Z"));
        assert_eq!(table.digest(sha256), Lifetime::Open);
    }

    #[test]
    fn an_end_is_the_first_instant_at_which_it_no_longer_holds() {
        let end: Timestamp = "2029-01-01T00:00:00Z".parse().unwrap();
        let before = "2028-12-31T23:59:59Z".parse().unwrap();
        assert!(Lifetime::Until(end).holds_at(before) && !Lifetime::Until(end).holds_at(end));
        assert!(Lifetime::Open.holds_at(end) && !Lifetime::Never.holds_at(before));
        assert!(Lifetime::Never < Lifetime::Until(end) && Lifetime::Until(end) < Lifetime::Open);
    }
}
