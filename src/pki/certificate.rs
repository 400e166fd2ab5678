//! X.509 certificates (RFC 5280) with the extensions and statements EU signatures use (ETSI EN 319 412).

mod name;
mod parse;

use std::sync::Arc;

pub use name::Name;
pub(super) use parse::name as parse_name;

use super::signed::Signed;
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
    /// What the issuer's signature is made over, and with.
    pub(super) signed: Signed,
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
    pub fn parse(der: &[u8]) -> Result<Self, NotACertificate> {
        parse::certificate(der).map(|parts| Self(Arc::new(parts)))
    }

    /// Whether `issuer`'s key made this certificate's signature. Names and constraints are not looked at.
    ///
    /// # Errors
    /// [`SignatureFault`].
    pub fn signature_by(&self, issuer: &Self) -> Result<Verified, SignatureFault> {
        self.signed.by(issuer)
    }

    /// Whether subject and issuer are the same name.
    #[must_use]
    pub fn is_self_issued(&self) -> bool {
        self.subject.same(&self.issuer)
    }

    /// Whether `decimal` is this certificate's serial number, as X509SerialNumber writes it.
    #[must_use]
    pub fn serial_is_decimal(&self, decimal: &str) -> bool {
        decimal_to_hexadecimal(decimal.trim()).is_some_and(|serial| serial == self.serial)
    }

    /// Whether `der` is the IssuerSerial (RFC 5035, section 5) of this certificate.
    #[must_use]
    pub fn is_issuer_serial(&self, der: &[u8]) -> bool {
        parse::issuer_serial(der).is_ok_and(|(issuer, serial)| issuer.same(&self.issuer) && serial == self.serial)
    }
}

/// A decimal number as hexadecimal digits without leading zeros; `None` where it is none, or longer than a serial number.
fn decimal_to_hexadecimal(decimal: &str) -> Option<String> {
    if decimal.is_empty() || decimal.len() > 60 {
        return None;
    }
    let mut octets = vec![0_u8; 26];
    for digit in decimal.bytes() {
        let mut carry = u32::from(digit.checked_sub(b'0').filter(|digit| *digit < 10)?);
        for octet in octets.iter_mut().rev() {
            carry = carry.checked_add(u32::from(*octet).checked_mul(10)?)?;
            *octet = u8::try_from(carry & 0xff).ok()?;
            carry >>= 8;
        }
        if carry != 0 {
            return None;
        }
    }
    Some(super::der::hexadecimal(&octets))
}

#[cfg(test)]
mod tests {
    use super::decimal_to_hexadecimal;

    #[test]
    fn decimal_serial_numbers_become_hexadecimal() {
        assert_eq!(decimal_to_hexadecimal("0").as_deref(), Some("0"));
        assert_eq!(decimal_to_hexadecimal("255").as_deref(), Some("ff"));
        assert_eq!(decimal_to_hexadecimal("18446744073709551616").as_deref(), Some("10000000000000000"));
        assert_eq!(decimal_to_hexadecimal("-1"), None);
        assert_eq!(decimal_to_hexadecimal(""), None);
        assert_eq!(decimal_to_hexadecimal(&"9".repeat(61)), None);
    }
}
