//! X.509 certificates (RFC 5280) with the extensions and statements EU signatures use (ETSI EN 319 412).

mod extensions;
mod general_name;
mod name;
mod parse;

use std::sync::Arc;

pub use extensions::{Extensions, PathLength};
pub use general_name::{GeneralName, NameConstraints};
pub use name::Name;
pub(super) use name::read as parse_name;

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

    /// Whether it may issue certificates: basicConstraints says CA, and keyUsage, where there is one, says keyCertSign
    /// (RFC 5280, 4.2.1.3 and 4.2.1.9).
    #[must_use]
    pub fn is_ca(&self) -> bool {
        self.extensions.certificate_authority.is_some() && self.allows_usage("keyCertSign")
    }

    /// Whether keyUsage has this bit, or is absent (RFC 5280, 4.2.1.3).
    #[must_use]
    pub fn allows_usage(&self, bit: &str) -> bool {
        self.extensions.key_usage.as_ref().is_none_or(|bits| bits.contains(&bit))
    }

    /// Whether both are one subject with one key: re-issued or cross-certified.
    #[must_use]
    pub fn is_same_entity(&self, other: &Self) -> bool {
        self.spki_sha256 == other.spki_sha256 && self.subject.same(&other.subject)
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
