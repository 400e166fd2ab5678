//! Certificate revocation lists (RFC 5280, section 5), read far enough to be shown: issuer, times, signature, entries on demand.

use super::Certificate;
use super::certificate::{Name, parse_name};
use super::der::{DerFault, Reader, tag};
use super::ocsp::CertificateStatus;
use super::signed::{Algorithm, Signed};
use crate::Timestamp;
use crate::crypto::{Sha256, SignatureFault, Verified};
use crate::limits;

/// reasonCode of an entry (5.3.1).
const REASON_CODE: &str = "2.5.29.21";

/// A revocation list. Entries stay in their encoding: a list may have tens of thousands.
#[derive(Clone, Debug)]
pub struct Crl {
    /// SHA-256 of the whole list.
    pub sha256: Sha256,
    /// Issuer.
    pub issuer: Name,
    /// When it was made.
    pub this_update: Timestamp,
    /// When the next one will be there.
    pub next_update: Option<Timestamp>,
    /// Content of revokedCertificates.
    entries: Vec<u8>,
    signed: Signed,
}

/// Why octets are not taken as a revocation list.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a revocation list: {detail}")]
pub struct NotACrl {
    /// What is wrong, for the technical details.
    pub detail: String,
}

impl From<DerFault> for NotACrl {
    fn from(fault: DerFault) -> Self {
        Self { detail: fault.to_string() }
    }
}

impl Crl {
    /// Reads a DER CertificateList.
    ///
    /// # Errors
    /// [`NotACrl`].
    pub fn parse(der: &[u8]) -> Result<Self, NotACrl> {
        if der.len() > limits::DER_BYTES {
            return Err(NotACrl { detail: "too large".to_owned() });
        }
        let mut file = Reader::new(der);
        let mut list = file.inside(tag::SEQUENCE)?;
        file.end()?;
        let tbs = list.value(tag::SEQUENCE)?;
        let outer = list.value(tag::SEQUENCE)?;
        let value = list.bit_string()?;
        list.end()?;
        let mut fields = Reader::new(tbs.content);
        fields.optional(tag::INTEGER)?;
        if fields.value(tag::SEQUENCE)?.octets != outer.octets {
            return Err(NotACrl { detail: "the signed and the outer signature algorithm differ".to_owned() });
        }
        let issuer = parse_name(fields.value(tag::SEQUENCE)?.octets)?;
        let this_update = fields.time()?;
        let has_next = matches!(fields.peek(), Some(tag::UTC_TIME | tag::GENERALIZED_TIME));
        let next_update = if has_next { Some(fields.time()?) } else { None };
        let entries = fields.optional(tag::SEQUENCE)?.map(|value| value.content.to_vec()).unwrap_or_default();
        let algorithm = Algorithm::read(&mut Reader::new(outer.octets))?.signature();
        let signed = Signed { octets: tbs.octets.to_vec(), algorithm, value: value.to_vec() };
        Ok(Self { sha256: Sha256::of(der), issuer, this_update, next_update, entries, signed })
    }

    /// Whether `issuer`'s key signed this list.
    ///
    /// # Errors
    /// [`SignatureFault`].
    pub fn signature_by(&self, issuer: &Certificate) -> Result<Verified, SignatureFault> {
        self.signed.by(issuer)
    }

    /// What the list says of a serial number of its issuer: not listed is good.
    ///
    /// # Errors
    /// [`NotACrl`] where an entry before it is malformed.
    pub fn status_of(&self, serial: &str) -> Result<CertificateStatus, NotACrl> {
        let mut entries = Reader::new(&self.entries);
        while !entries.is_empty() {
            let mut entry = entries.inside(tag::SEQUENCE)?;
            let listed = entry.integer()?;
            if listed != serial {
                continue;
            }
            let at = entry.time()?;
            let reason = entry.optional(tag::SEQUENCE)?.map(|list| reason(list.content)).transpose()?.flatten();
            return Ok(CertificateStatus::Revoked { at, reason });
        }
        Ok(CertificateStatus::Good)
    }
}

fn reason(extensions: &[u8]) -> Result<Option<u8>, DerFault> {
    let mut list = Reader::new(extensions);
    while !list.is_empty() {
        let mut extension = list.inside(tag::SEQUENCE)?;
        let identifier = extension.object_identifier()?;
        extension.optional(tag::BOOLEAN)?;
        let value = extension.value(tag::OCTET_STRING)?.content;
        if identifier == REASON_CODE {
            return Ok(Reader::new(value).value(tag::ENUMERATED)?.content.first().copied());
        }
    }
    Ok(None)
}
