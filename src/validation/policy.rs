//! The rules as data (`assets/policy/`).

mod algorithms;

use serde::{Deserialize, Serialize};

pub use algorithms::{AlgorithmTable, Lifetime};

use crate::crypto::Sha256;
use crate::limits;

/// A named, versioned set of rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Policy {
    /// Its identifier: `zimogs-1`.
    pub id: String,
    /// Its version.
    pub version: u32,
    /// SHA-256 of the file it was read from.
    pub digest: Sha256,
    /// What decides and what is only said.
    pub constraints: Constraints,
    /// Until when algorithms hold.
    pub algorithms: AlgorithmTable,
}

/// How much an observation weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Weight {
    /// A verdict rests on it.
    Decisive,
    /// It is said beside the verdict.
    Noted,
}

/// What is asked of a revocation answer that was made before the proven time of signing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", untagged)]
pub enum EarlyAnswer {
    /// Said up to so many hours, decisive beyond.
    NotedUpTo {
        /// Hours before the proven time.
        noted_hours: u32,
    },
    /// Never asked.
    Ignored(Ignored),
}

/// The word `ignored`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ignored {
    /// Never asked.
    Ignored,
}

/// Which signature speaks for a document with several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DocumentWord {
    /// The best valid one that covers it; every other one stays visible.
    Best,
    /// The worst.
    Worst,
}

/// The choices that EN 319 102-1 leaves to a policy, or that ours makes otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Constraints {
    /// A revocation answer whose responder has run out since it answered.
    pub revocation_issuer_expired: Weight,
    /// A time-stamping authority whose certificate has run out since it stamped.
    pub timestamp_authority_expired: Weight,
    /// A revocation answer made before the proven time.
    pub early_answer: EarlyAnswer,
    /// Hours after the proven time from which on a revocation answer is noted as late.
    pub late_answer_hours: u32,
    /// A listed service that was not in force at the proven time.
    pub service_not_in_force: Weight,
    /// A person's signing certificate that does not bind its holder.
    pub non_repudiation_missing: Weight,
    /// Time-stamps in an order that cannot be.
    pub timestamp_order: Weight,
    /// META-INF/manifest.xml missing.
    pub manifest_missing: Weight,
    /// Which signature speaks for a document.
    pub document_word: DocumentWord,
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
    constraints: Constraints,
    algorithms: AlgorithmTable,
}

/// The default policy.
const ZIMOGS_1: &str = include_str!("../../assets/policy/zimogs-1.toml");
/// The policy beside it.
const ETSI_STRICT: &str = include_str!("../../assets/policy/etsi-strict.toml");

impl Policy {
    /// Reads a policy file.
    ///
    /// # Errors
    /// [`PolicyError`] where a field is missing, unknown or of the wrong kind.
    pub fn parse(text: &str) -> Result<Self, PolicyError> {
        let file: PolicyFile = toml::from_str(text).map_err(|error| {
            let detail = error.to_string().chars().take(limits::FAULT_CHARACTERS).collect();
            PolicyError { detail }
        })?;
        let digest = Sha256::of(text.as_bytes());
        let PolicyFile { id, version, constraints, algorithms } = file;
        Ok(Self { id, version, digest, constraints, algorithms })
    }

    /// The default policy, `zimogs-1`.
    ///
    /// # Errors
    /// None in a program that was built from this repository: a test reads it.
    pub fn zimogs_1() -> Result<Self, PolicyError> {
        Self::parse(ZIMOGS_1)
    }

    /// EN 319 102-1 word for word, `etsi-strict`.
    ///
    /// # Errors
    /// None in a program that was built from this repository: a test reads it.
    pub fn etsi_strict() -> Result<Self, PolicyError> {
        Self::parse(ETSI_STRICT)
    }

    /// A policy that is built in, by its identifier.
    #[must_use]
    pub fn named(id: &str) -> Option<Self> {
        [Self::zimogs_1(), Self::etsi_strict()].into_iter().flatten().find(|policy| policy.id == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_policies_read() {
        let ours = Policy::zimogs_1().unwrap();
        assert_eq!((ours.id.as_str(), ours.version), ("zimogs-1", 3));
        assert_eq!(ours.constraints.late_answer_hours, 24);
        assert_eq!(ours.constraints.early_answer, EarlyAnswer::NotedUpTo { noted_hours: 24 });
        let strict = Policy::etsi_strict().unwrap();
        assert_eq!((strict.id.as_str(), strict.version), ("etsi-strict", 2));
        assert_eq!(strict.constraints.early_answer, EarlyAnswer::Ignored(Ignored::Ignored));
        assert_eq!(ours.algorithms, strict.algorithms);
        assert_ne!(ours.digest, strict.digest);
        assert_eq!(Policy::named("etsi-strict"), Some(strict));
        assert_eq!(Policy::named("whatever"), None);
    }

    #[test]
    fn an_unknown_rule_is_refused() {
        for (place, rule) in [("[constraints]", "trust_everybody = true"), ("[algorithms]", "anything_goes = true")] {
            assert!(Policy::parse(&ZIMOGS_1.replace(place, &format!("{place}\n{rule}"))).is_err(), "{place}");
        }
        assert!(Policy::parse(&format!("trust_everybody = true\n{ZIMOGS_1}")).is_err());
        assert!(Policy::parse(&ZIMOGS_1.replace("\"SHA-256\"", "\"MD5\"")).is_err(), "a digest nobody here computes");
    }
}
