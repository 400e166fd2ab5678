//! The rules as data (`assets/policy/`).

use serde::{Deserialize, Serialize};

use crate::crypto::Sha256;

/// A named, versioned set of rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Policy {
    /// Its identifier: `zimogs-1`.
    pub id: String,
    /// Its version.
    pub version: u32,
    /// SHA-256 of the file it was read from.
    pub digest: Sha256,
}

/// A policy file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the policy cannot be used: {detail}")]
pub struct PolicyError {
    /// What is wrong.
    pub detail: String,
}
