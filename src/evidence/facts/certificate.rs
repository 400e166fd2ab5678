//! Certificates and paths as facts.

use serde::{Deserialize, Serialize};

use crate::Timestamp;
use crate::crypto::{KeyFamily, Sha256, SignatureAlgorithm};
use crate::pki::certificate::Name;
use crate::pki::names::{QC_TYPE_ESEAL, QC_TYPE_ESIGN};
use crate::pki::path::PathViolation;

/// A certificate, as far as judgement and display need it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CertificateFacts {
    /// SHA-256 of the certificate.
    pub sha256: Sha256,
    /// SHA-256 of its SubjectPublicKeyInfo.
    pub spki_sha256: Sha256,
    /// Subject.
    pub subject: NameFacts,
    /// Issuer.
    pub issuer: NameFacts,
    /// Serial number, hexadecimal.
    pub serial: String,
    /// First instant of validity.
    pub not_before: Timestamp,
    /// Last instant of validity.
    pub not_after: Timestamp,
    /// Kind and size of the key: `RSA-2048`.
    pub key: String,
    /// Kind and size of the key for judging it; `None` where its kind is not supported.
    pub public_key: Option<KeyFacts>,
    /// How its issuer signed it: `RSA-SHA256`; empty where the algorithm is not supported.
    pub signature_algorithm: String,
    /// The same for judging it; `None` where the algorithm is not supported.
    pub algorithm: Option<SignatureAlgorithm>,
    /// basicConstraints says CA, and keyUsage, where there is one, says keyCertSign (RFC 5280, 4.2.1.3 and 4.2.1.9).
    pub issues_certificates: bool,
    /// keyUsage bits; `None` where the extension is absent.
    pub key_usage: Option<Vec<String>>,
    /// extendedKeyUsage, dotted.
    pub extended_key_usage: Vec<String>,
    /// certificatePolicies, dotted.
    pub policies: Vec<String>,
    /// id-pkix-ocsp-nocheck is present (RFC 6960, 4.2.2.2.1).
    pub ocsp_no_check: bool,
    /// noRevAvail, or validity assured for a short term: nobody answers for its revocation.
    pub no_revocation_available: bool,
    /// QcType values, dotted.
    pub qc_types: Vec<String>,
    /// QCStatements, dotted.
    pub qc_statements: Vec<String>,
    /// QcCClegislation: countries outside the EU by whose law it is qualified.
    pub qc_legislation: Vec<String>,
    /// Name of the test hierarchy it belongs to, where it is known as one.
    pub test_hierarchy: Option<String>,
}

/// A distinguished name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameFacts {
    /// What a person calls the holder.
    pub display: String,
    /// All attributes as text.
    pub text: String,
    /// Attributes: dotted type and value.
    pub attributes: Vec<(String, String)>,
}

impl NameFacts {
    /// The name that lists and issuers are compared with; its encoding is not among the facts.
    #[must_use]
    pub fn name(&self) -> Name {
        Name { attributes: self.attributes.clone(), der: Vec::new() }
    }
}

/// Kind and size of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyFacts {
    /// What kind.
    pub family: KeyFamily,
    /// Modulus or field size, bits.
    pub bits: u32,
}

/// A path: end entity first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PathFacts {
    /// SHA-256 of each certificate.
    pub certificates: Vec<Sha256>,
    /// Whether the last one is listed for the role.
    pub anchored: bool,
    /// What its certificates forbid each other (RFC 5280, 6.1), without times and revocation.
    pub violations: Vec<PathViolation>,
}

/// givenName and organizationName.
const GIVEN_NAME: &str = "2.5.4.42";
const ORGANISATION: &str = "2.5.4.10";

/// What a certificate says it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HolderKind {
    /// A person, for signatures.
    Person,
    /// An organisation, for seals.
    Organisation,
    /// It does not say.
    Unknown,
}

impl CertificateFacts {
    /// A person's or an organisation's: by QcType, else by what its subject has.
    #[must_use]
    pub fn holder_kind(&self) -> HolderKind {
        let is = |oid: &str| self.qc_types.iter().any(|kind| kind == oid);
        let has = |oid: &str| self.subject.attributes.iter().any(|(attribute, _)| attribute == oid);
        match (is(QC_TYPE_ESIGN), is(QC_TYPE_ESEAL)) {
            (true, false) => HolderKind::Person,
            (false, true) => HolderKind::Organisation,
            _ if has(GIVEN_NAME) => HolderKind::Person,
            _ if has(ORGANISATION) => HolderKind::Organisation,
            _ => HolderKind::Unknown,
        }
    }

    /// Whether it is a person's.
    #[must_use]
    pub fn is_for_a_person(&self) -> bool {
        self.holder_kind() == HolderKind::Person
    }
}
