//! Who may issue exam certificates: VISC to 2024, VIAA from 2025, and whom the user recognises.

use serde::{Deserialize, Serialize};

use crate::Timestamp;
use crate::pki::certificate::Name;

/// A body whose seal or signature makes an exam certificate official.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecognisedIssuer {
    /// Short name for sentences: `VISC`.
    pub short_name: String,
    /// Exact organisation names (organizationName), any of which matches together with the country.
    pub organisation_names: Vec<String>,
    /// Country of the signing certificate: `LV`.
    pub country: String,
    /// organizationIdentifier, where known: `NTRLV-…`. Where it is, names no longer match.
    pub identifier: Option<String>,
    /// Issued from this instant on.
    pub from: Option<Timestamp>,
    /// Issued until this instant.
    pub until: Option<Timestamp>,
}

/// Whether a signer is a recognised issuer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "issuer", rename_all = "kebab-case")]
pub enum IssuerMatch {
    /// By organisation identifier.
    ByIdentifier {
        /// Whom.
        short_name: String,
    },
    /// By exact organisation name and country.
    ByName {
        /// Whom.
        short_name: String,
    },
    /// A recognised issuer, but not at that time.
    OutsideItsTime {
        /// Whom.
        short_name: String,
    },
    /// Somebody else.
    Other {
        /// Organisation, else the person's name, as the certificate has it.
        name: String,
    },
}

impl RecognisedIssuer {
    /// Whether `subject` of a signing certificate is this issuer, at `at`; `None` where it is somebody else.
    #[must_use]
    pub fn recognises(&self, _subject: &Name, _at: Timestamp) -> Option<IssuerMatch> {
        None
    }
}

/// The issuers the program ships: VISC and VIAA, by name until their identifiers are known.
#[must_use]
pub fn shipped_issuers() -> Vec<RecognisedIssuer> {
    Vec::new()
}
