//! Structure rules of XAdES (ETSI EN 319 132-1, clause 4; `docs/policy.md`): one home for each property, unique ids.

use serde::{Deserialize, Serialize};

use super::dsig::DsigFault;

/// Why a signature's structure is refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(tag = "fault", rename_all = "kebab-case")]
pub enum StructureFault {
    /// The root element is not one that holds signatures.
    #[error("the root element {element} holds no signatures")]
    UnknownRoot {
        /// Its name.
        element: String,
    },
    /// An Id attribute value occurs twice.
    #[error("the identifier {id} occurs more than once")]
    DuplicateId {
        /// The value.
        id: String,
    },
    /// The XML signature itself is incomplete.
    #[error("{reason}")]
    Dsig {
        /// How.
        reason: DsigFault,
    },
    /// There is not exactly one QualifyingProperties.
    #[error("there are {count} QualifyingProperties elements")]
    QualifyingProperties {
        /// How many.
        count: usize,
    },
    /// QualifyingProperties are for another signature.
    #[error("QualifyingProperties target another signature")]
    Target,
    /// QualifyingPropertiesReference: properties kept elsewhere.
    #[error("properties are kept outside the signature")]
    IndirectProperties,
    /// An old XAdES version.
    #[error("XAdES namespace {namespace} is not supported")]
    OldNamespace {
        /// Its namespace.
        namespace: String,
    },
    /// SignedProperties is missing, repeated, or has no Id.
    #[error("SignedProperties is missing or repeated")]
    SignedProperties,
}
