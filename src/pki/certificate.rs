//! X.509 certificates (RFC 5280) with the extensions and statements EU signatures use (ETSI EN 319 412).

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::Timestamp;
use crate::crypto::{PublicKey, Sha256, SignatureAlgorithm, SignatureFault, Verified};

/// A parsed certificate. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Certificate(pub(crate) Arc<CertificateParts>);

/// The parts of a certificate.
#[derive(Debug)]
pub struct CertificateParts {
    /// The whole certificate, DER.
    pub der: Vec<u8>,
    /// SHA-256 of the whole certificate.
    pub sha256: Sha256,
    /// SHA-256 of SubjectPublicKeyInfo.
    pub spki_sha256: Sha256,
    /// Subject.
    pub subject: Name,
    /// Issuer.
    pub issuer: Name,
    /// Serial number, hexadecimal, without leading zeros.
    pub serial: String,
    /// First instant of validity.
    pub not_before: Timestamp,
    /// Last instant of validity.
    pub not_after: Timestamp,
    /// The key; `None` where its kind is not supported.
    pub key: Option<PublicKey>,
    /// How the issuer signed it; `None` where the algorithm is not supported.
    pub signature_algorithm: Option<SignatureAlgorithm>,
    /// Extensions.
    pub extensions: Extensions,
}

/// A distinguished name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Name {
    /// Attributes in encoding order: dotted type and text (or `#` and hexadecimal DER where it is no string).
    pub attributes: Vec<(String, String)>,
    /// DER of the whole name: what issuer and subject are compared by after normalisation fails.
    #[serde(skip)]
    pub der: Vec<u8>,
}

/// What the extensions say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extensions {
    /// basicConstraints: `Some(path length)` for a CA.
    pub certificate_authority: Option<PathLength>,
    /// keyUsage bits, named as in RFC 5280, 4.2.1.3; `None` where the extension is absent.
    pub key_usage: Option<Vec<&'static str>>,
    /// extendedKeyUsage: dotted identifiers.
    pub extended_key_usage: Vec<String>,
    /// Whether extendedKeyUsage is critical.
    pub extended_key_usage_critical: bool,
    /// subjectKeyIdentifier.
    pub subject_key_identifier: Option<Vec<u8>>,
    /// keyIdentifier of authorityKeyIdentifier.
    pub authority_key_identifier: Option<Vec<u8>>,
    /// certificatePolicies: dotted identifiers.
    pub policies: Vec<String>,
    /// caIssuers addresses of authorityInfoAccess.
    pub ca_issuers: Vec<String>,
    /// OCSP addresses of authorityInfoAccess.
    pub ocsp: Vec<String>,
    /// cRLDistributionPoints.
    pub crl_distribution_points: Vec<String>,
    /// id-pkix-ocsp-nocheck is present.
    pub ocsp_no_check: bool,
    /// QCStatements (ETSI EN 319 412-5): dotted identifiers of the statements.
    pub qc_statements: Vec<String>,
    /// QcType values: dotted identifiers (esign, eseal, web).
    pub qc_types: Vec<String>,
    /// Critical extensions that nothing here understands: dotted identifiers.
    pub unknown_critical: Vec<String>,
}

/// pathLenConstraint of a CA.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathLength {
    /// No constraint.
    Unlimited,
    /// At most this many intermediate certificates below.
    AtMost(u32),
}

/// Why octets are not taken as a certificate.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a certificate: {detail}")]
pub struct NotACertificate {
    /// What is wrong, for the technical details.
    pub detail: String,
}

impl std::ops::Deref for Certificate {
    type Target = CertificateParts;

    fn deref(&self) -> &CertificateParts {
        &self.0
    }
}

impl Certificate {
    /// Reads one DER certificate; nothing may follow it.
    ///
    /// # Errors
    /// [`NotACertificate`] where the octets break RFC 5280's encoding.
    pub fn parse(_der: &[u8]) -> Result<Self, NotACertificate> {
        Err(NotACertificate { detail: String::new() })
    }

    /// Whether `issuer`'s key made this certificate's signature. Names and constraints are not looked at.
    ///
    /// # Errors
    /// [`SignatureFault`].
    pub fn signature_by(&self, _issuer: &Self) -> Result<Verified, SignatureFault> {
        Err(SignatureFault::Unsupported)
    }

    /// Whether subject and issuer are the same name.
    #[must_use]
    pub fn is_self_issued(&self) -> bool {
        self.subject.same(&self.issuer)
    }
}

impl Name {
    /// RFC 5280, 7.1 comparison: same attributes in the same order, letter case and runs of spaces folded.
    #[must_use]
    pub fn same(&self, other: &Self) -> bool {
        self.der == other.der
    }

    /// First value of an attribute, by dotted type.
    #[must_use]
    pub fn attribute(&self, oid: &str) -> Option<&str> {
        self.attributes.iter().find(|(name, _)| name == oid).map(|(_, value)| value.as_str())
    }

    /// commonName, else organizationName, else the whole name: what a person calls the holder.
    #[must_use]
    pub fn display_name(&self) -> String {
        self.attribute("2.5.4.3").or_else(|| self.attribute("2.5.4.10")).unwrap_or_default().to_owned()
    }
}
