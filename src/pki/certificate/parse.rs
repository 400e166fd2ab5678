//! DER to [`CertificateParts`] (RFC 5280, 4.1). The structure is read by our own reader, for its octets and its times;
//! extensions by `x509-parser`.

use x509_parser::prelude::{FromDer, X509Certificate};

use super::name::read as read_name;
use super::{CertificateParts, Name, NotACertificate, extensions};
use crate::Timestamp;
use crate::crypto::{PublicKey, Sha256};
use crate::limits;
use crate::pki::der::{DerFault, Reader, tag};
use crate::pki::signed::{Algorithm, Signed};

impl From<DerFault> for NotACertificate {
    fn from(fault: DerFault) -> Self {
        Self { detail: fault.to_string() }
    }
}

fn refused(detail: &str) -> NotACertificate {
    NotACertificate { detail: detail.to_owned() }
}

/// The parts of the one certificate in `der`.
pub(super) fn certificate(der: &[u8]) -> Result<CertificateParts, NotACertificate> {
    if der.len() > limits::DER_BYTES {
        return Err(refused("too large"));
    }
    let structure = structure(der)?;
    let (rest, parsed) =
        X509Certificate::from_der(der).map_err(|error| NotACertificate { detail: error.to_string() })?;
    if !rest.is_empty() {
        return Err(refused("something follows"));
    }
    Ok(CertificateParts {
        sha256: Sha256::of(der),
        spki_sha256: Sha256::of(structure.spki),
        subject: read_name(structure.subject)?,
        issuer: read_name(structure.issuer)?,
        serial: structure.serial,
        not_before: structure.not_before,
        not_after: structure.not_after,
        key: PublicKey::from_spki(structure.spki),
        signature_algorithm: structure.signed.algorithm,
        extensions: extensions::read(parsed.extensions())?,
        der: der.to_vec(),
        signed: structure.signed,
    })
}

/// Certificate and TBSCertificate without the values of extensions.
struct Structure<'d> {
    serial: String,
    issuer: &'d [u8],
    not_before: Timestamp,
    not_after: Timestamp,
    subject: &'d [u8],
    spki: &'d [u8],
    signed: Signed,
}

fn structure(der: &[u8]) -> Result<Structure<'_>, NotACertificate> {
    let mut file = Reader::new(der);
    let mut certificate = file.inside(tag::SEQUENCE)?;
    file.end()?;
    let tbs = certificate.value(tag::SEQUENCE)?;
    let outer_algorithm = certificate.value(tag::SEQUENCE)?;
    let value = certificate.signature_value()?;
    certificate.end()?;
    let mut fields = Reader::new(tbs.content);
    let version = version(&mut fields)?;
    let serial = fields.integer()?;
    let inner_algorithm = fields.value(tag::SEQUENCE)?;
    // RFC 5280, 4.1.1.2: otherwise the unsigned field could say something else than the signed one.
    if inner_algorithm.octets != outer_algorithm.octets {
        return Err(refused("the signed and the outer signature algorithm differ"));
    }
    let issuer = fields.value(tag::SEQUENCE)?.octets;
    let mut validity = fields.inside(tag::SEQUENCE)?;
    let (not_before, not_after) = (validity.time()?, validity.time()?);
    validity.end()?;
    let subject = fields.value(tag::SEQUENCE)?.octets;
    let spki = fields.value(tag::SEQUENCE)?.octets;
    // issuerUniqueID and subjectUniqueID: long out of use, nothing depends on them.
    fields.optional(tag::primitive(1))?;
    fields.optional(tag::primitive(2))?;
    let extensions = fields.optional(tag::context(3))?;
    fields.end()?;
    if extensions.is_some() && version != 2 {
        return Err(refused("extensions in a certificate that is not of version 3"));
    }
    let algorithm = Algorithm::read(&mut Reader::new(outer_algorithm.octets))?.signature();
    let signed = Signed { octets: tbs.octets.to_vec(), algorithm, value: value.to_vec() };
    Ok(Structure { serial, issuer, not_before, not_after, subject, spki, signed })
}

/// 0 for version 1, as encoded.
fn version(fields: &mut Reader<'_>) -> Result<u32, DerFault> {
    let Some(value) = fields.optional(tag::context(0))? else { return Ok(0) };
    let mut inner = Reader::new(value.content);
    let version = inner.small_integer()?;
    inner.end()?;
    Ok(version)
}

/// IssuerSerial of RFC 5035: the directory name among the general names, and the serial number.
pub(super) fn issuer_serial(der: &[u8]) -> Result<(Name, String), DerFault> {
    let mut fields = Reader::new(der).inside(tag::SEQUENCE)?;
    let mut names = fields.inside(tag::SEQUENCE)?;
    let directory_name = names.value(tag::context(4))?;
    Ok((read_name(directory_name.content)?, fields.integer()?))
}
