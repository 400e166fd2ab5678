//! The rules as data (`assets/policy/`).

use serde::{Deserialize, Serialize};

use crate::crypto::{DigestAlgorithm, Sha256};

/// A named, versioned set of rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Policy {
    /// Its identifier: `zimogs-1`.
    pub id: String,
    /// Its version.
    pub version: u32,
    /// SHA-256 of the file it was read from.
    pub digest: Sha256,
    /// Digests that no longer prove anything by themselves.
    pub weak_digests: Vec<DigestAlgorithm>,
}

/// A policy file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the policy cannot be used: {detail}")]
pub struct PolicyError {
    /// What is wrong.
    pub detail: String,
}

/// A policy as its file has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PolicyFile {
    id: String,
    version: u32,
    weak_digests: Vec<DigestAlgorithm>,
}

/// The default policy.
const ZIMOGS_1: &str = include_str!("../../assets/policy/zimogs-1.toml");

impl Policy {
    /// Reads a policy file.
    ///
    /// # Errors
    /// [`PolicyError`] where a field is missing, unknown or of the wrong kind.
    pub fn parse(text: &str) -> Result<Self, PolicyError> {
        let file: PolicyFile = toml::from_str(text).map_err(|error| PolicyError { detail: error.to_string() })?;
        let digest = Sha256::of(text.as_bytes());
        Ok(Self { id: file.id, version: file.version, digest, weak_digests: file.weak_digests })
    }

    /// The default policy, `zimogs-1`.
    ///
    /// # Errors
    /// None in a program that was built from this repository: a test reads it.
    pub fn zimogs_1() -> Result<Self, PolicyError> {
        Self::parse(ZIMOGS_1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_policy_reads() {
        let policy = Policy::zimogs_1().unwrap();
        assert_eq!((policy.id.as_str(), policy.version), ("zimogs-1", 1));
        assert_eq!(policy.weak_digests, [DigestAlgorithm::Sha1]);
    }

    #[test]
    fn an_unknown_rule_is_refused() {
        let text = format!("{ZIMOGS_1}\ntrust_everybody = true\n");
        assert!(Policy::parse(&text).is_err());
    }
}
