//! Certificate revocation lists (RFC 5280, section 5): issuer, times, scope, signature, entries on demand.

mod scope;

use std::ops::Range;

pub use scope::{CrlDefect, DistributionPoint};

use super::Certificate;
use super::certificate::{Name, parse_name};
use super::der::{DerFault, Reader, hexadecimal, tag};
use super::ocsp::CertificateStatus;
use super::signed::{Algorithm, Extension, Signed};
use crate::Timestamp;
use crate::crypto::{Sha256, SignatureAlgorithm, SignatureFault, Verified};
use crate::limits;

/// reasonCode, holdInstructionCode and invalidityDate of an entry (5.3), content of the identifiers.
const ENTRY_EXTENSIONS: [&[u8]; 3] = [REASON_CODE, &[0x55, 0x1d, 0x17], &[0x55, 0x1d, 0x18]];
const REASON_CODE: &[u8] = &[0x55, 0x1d, 0x15];

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
    /// cRLNumber, hexadecimal.
    pub number: Option<String>,
    /// keyIdentifier of authorityKeyIdentifier.
    pub authority_key_identifier: Option<Vec<u8>>,
    /// deltaCRLIndicator: only what changed since the list of this number.
    pub delta_of: Option<String>,
    /// issuingDistributionPoint.
    pub distribution_point: Option<DistributionPoint>,
    /// expiredCertsOnCRL: certificates that ran out since then stay listed.
    pub expired_certificates_since: Option<Timestamp>,
    /// Critical extensions of the list that nothing here understands: dotted identifiers.
    pub unknown_critical: Vec<String>,
    /// Where in the signed octets the content of revokedCertificates lies.
    entries: Range<usize>,
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

/// One certificate of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CrlEntry {
    /// Serial number, hexadecimal, without leading zeros.
    pub serial: String,
    /// When it was revoked.
    pub at: Timestamp,
    /// CRLReason code, where given.
    pub reason: Option<u8>,
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
        let entries = fields.optional(tag::SEQUENCE)?.map(|value| value.content.len());
        // The reader stands right behind the entries: their place is counted from the end.
        let end = tbs.octets.len().saturating_sub(fields.remaining());
        let entries = end.saturating_sub(entries.unwrap_or_default())..end;
        let extensions = match fields.optional(tag::context(0))? {
            Some(explicit) => Extension::read_all(Reader::new(explicit.content).value(tag::SEQUENCE)?.content)?,
            None => Vec::new(),
        };
        fields.end()?;
        let algorithm = Algorithm::read(&mut Reader::new(outer.octets))?.signature();
        let scope = scope::read(&extensions)?;
        Ok(Self {
            sha256: Sha256::of(der),
            issuer,
            this_update,
            next_update,
            number: scope.number,
            authority_key_identifier: scope.authority_key_identifier,
            delta_of: scope.delta_of,
            distribution_point: scope.distribution_point,
            expired_certificates_since: scope.expired_certificates_since,
            unknown_critical: scope.unknown_critical,
            entries,
            signed: Signed { octets: tbs.octets.to_vec(), algorithm, value: value.to_vec() },
        })
    }

    /// Whether `issuer`'s key signed this list.
    ///
    /// # Errors
    /// [`SignatureFault`].
    pub fn signature_by(&self, issuer: &Certificate) -> Result<Verified, SignatureFault> {
        self.signed.by(issuer)
    }

    /// How the list is signed; `None` where the algorithm is not supported.
    #[must_use]
    pub fn signature_algorithm(&self) -> Option<SignatureAlgorithm> {
        self.signed.algorithm
    }

    /// Whether `candidate` could have signed this list: its name, its key identifier where both are given, and keyUsage
    /// allow it (RFC 5280, 6.3.3 f).
    #[must_use]
    pub fn names_issuer(&self, candidate: &Certificate) -> bool {
        let key_agrees = match (&self.authority_key_identifier, &candidate.extensions.subject_key_identifier) {
            (Some(authority), Some(subject)) => authority == subject,
            _ => true,
        };
        self.issuer.same(&candidate.subject) && key_agrees && candidate.allows_usage("cRLSign")
    }

    /// What the list says of a serial number of its issuer: not listed is good. Ask [`Crl::defect_for`] first.
    ///
    /// # Errors
    /// [`NotACrl`] where any entry is malformed or has a critical extension nobody here understands: such a list must not
    /// be used at all (RFC 5280, 5.3).
    pub fn status_of(&self, serial: &str) -> Result<CertificateStatus, NotACrl> {
        let statuses = self.statuses_of(&[serial])?;
        Ok(statuses.first().copied().unwrap_or(CertificateStatus::Unknown))
    }

    /// As [`Crl::status_of`] for several numbers, in their order: a long list is read once.
    ///
    /// # Errors
    /// The same.
    pub fn statuses_of(&self, serials: &[&str]) -> Result<Vec<CertificateStatus>, NotACrl> {
        let mut statuses = vec![CertificateStatus::Good; serials.len()];
        for entry in self.raw_entries() {
            let (number, mut rest) = entry?;
            let mut asked =
                serials.iter().zip(&mut statuses).filter(|(serial, _)| is_number(number, serial)).peekable();
            if asked.peek().is_none() {
                rest.any()?;
                reason(&mut rest)?;
                continue;
            }
            let (at, reason) = (rest.time()?, reason(&mut rest)?);
            for (_, status) in asked.filter(|(_, status)| **status == CertificateStatus::Good) {
                *status = CertificateStatus::Revoked { at, reason };
            }
        }
        Ok(statuses)
    }

    /// The certificates of the list, in its order, read one by one.
    pub fn entries(&self) -> impl Iterator<Item = Result<CrlEntry, NotACrl>> + '_ {
        self.raw_entries().map(|entry| {
            let (number, mut rest) = entry?;
            Ok(CrlEntry { serial: hexadecimal(number), at: rest.time()?, reason: reason(&mut rest)? })
        })
    }

    /// Content of the serial number, and a reader behind it. Ends after the first that is malformed.
    fn raw_entries(&self) -> impl Iterator<Item = Result<(&[u8], Reader<'_>), DerFault>> + '_ {
        let mut list = Reader::new(self.signed.octets.get(self.entries.clone()).unwrap_or_default());
        std::iter::from_fn(move || {
            if list.is_empty() {
                return None;
            }
            let entry = list.inside(tag::SEQUENCE).and_then(|mut entry| {
                let number = entry.value(tag::INTEGER)?.content;
                Ok((number, entry))
            });
            if entry.is_err() {
                list = Reader::new(&[]);
            }
            Some(entry)
        })
    }
}

/// Whether an INTEGER's content is the number that `serial` writes. Most are not: the length tells, or the last digits,
/// before anything is written out.
fn is_number(content: &[u8], serial: &str) -> bool {
    let zeros = content.iter().take_while(|octet| **octet == 0).count();
    let digits = content.len().saturating_sub(zeros).saturating_mul(2);
    let last_digit = content.last().and_then(|octet| char::from_digit(u32::from(octet & 0x0f), 16));
    digits.abs_diff(serial.len()) <= 1 && serial.chars().next_back() == last_digit && hexadecimal(content) == serial
}

/// The reason in crlEntryExtensions, if there are any.
fn reason(entry: &mut Reader<'_>) -> Result<Option<u8>, DerFault> {
    let Some(list) = entry.optional(tag::SEQUENCE)? else { return entry.end().map(|()| None) };
    entry.end()?;
    let mut list = Reader::new(list.content);
    let mut reason = None;
    while !list.is_empty() {
        let mut extension = list.inside(tag::SEQUENCE)?;
        let identifier = extension.value(tag::OBJECT_IDENTIFIER)?.content;
        let critical = extension.optional(tag::BOOLEAN)?.is_some_and(|value| value.content != [0]);
        let value = extension.value(tag::OCTET_STRING)?.content;
        if identifier == REASON_CODE {
            reason = Reader::new(value).value(tag::ENUMERATED)?.content.first().copied();
        } else if critical && !ENTRY_EXTENSIONS.contains(&identifier) {
            // certificateIssuer above all: the entry is about a certificate of somebody else.
            return Err(DerFault("an entry with a critical extension"));
        }
    }
    Ok(reason)
}
