//! DER to [`OcspResponse`] (RFC 6960, 4.2.1).

use super::{CertificateStatus, NONCE, NotAnOcspResponse, OcspResponse, ResponderId, SingleResponse};
use crate::Timestamp;
use crate::crypto::{DigestAlgorithm, Sha256};
use crate::limits;
use crate::pki::Certificate;
use crate::pki::certificate::parse_name;
use crate::pki::der::{DerFault, Reader, generalized_time, tag};
use crate::pki::signed::{Algorithm, Extension, Signed};

/// id-pkix-ocsp-basic.
const BASIC: &str = "1.3.6.1.5.5.7.48.1.1";
/// id-pkix-ocsp-archive-cutoff.
const ARCHIVE_CUTOFF: &str = "1.3.6.1.5.5.7.48.1.6";
/// id-commonpki-at-certHash.
const CERT_HASH: &str = "1.3.36.8.3.13";

impl From<DerFault> for NotAnOcspResponse {
    fn from(fault: DerFault) -> Self {
        Self { detail: fault.to_string(), error_status: None }
    }
}

fn refused(detail: &str) -> NotAnOcspResponse {
    NotAnOcspResponse { detail: detail.to_owned(), error_status: None }
}

/// Reads an OCSPResponse or a BasicOCSPResponse.
pub(super) fn response(der: &[u8]) -> Result<OcspResponse, NotAnOcspResponse> {
    if der.len() > limits::DER_BYTES {
        return Err(refused("too large"));
    }
    let mut file = Reader::new(der);
    let outer = file.value(tag::SEQUENCE)?;
    file.end()?;
    let mut fields = Reader::new(outer.content);
    if fields.peek() != Some(tag::ENUMERATED) {
        return basic(outer.content, der);
    }
    let status = fields.value(tag::ENUMERATED)?.content;
    if status != [0] {
        let error_status = status.first().copied().filter(|_| status.len() == 1);
        return Err(NotAnOcspResponse { error_status, ..refused("the responder answered with an error") });
    }
    let mut explicit = fields.inside(tag::context(0))?;
    fields.end()?;
    let mut bytes = explicit.inside(tag::SEQUENCE)?;
    explicit.end()?;
    if bytes.object_identifier()? != BASIC {
        return Err(refused("not a basic response"));
    }
    let mut inner = Reader::new(bytes.value(tag::OCTET_STRING)?.content);
    bytes.end()?;
    let content = inner.value(tag::SEQUENCE)?.content;
    inner.end()?;
    basic(content, der)
}

fn basic(content: &[u8], whole: &[u8]) -> Result<OcspResponse, NotAnOcspResponse> {
    let mut fields = Reader::new(content);
    let data = fields.value(tag::SEQUENCE)?;
    let algorithm = Algorithm::read(&mut fields)?.signature();
    let value = fields.bit_string()?;
    let (certificates, unread_certificates) = match fields.optional(tag::context(0))? {
        Some(list) => certificates(list.content)?,
        None => (Vec::new(), 0),
    };
    fields.end()?;
    let mut fields = Reader::new(data.content);
    if let Some(version) = fields.optional(tag::context(0))?
        && Reader::new(version.content).small_integer()? != 0
    {
        return Err(refused("a response of another version"));
    }
    let responder = responder(&mut fields)?;
    let produced_at = fields.time()?;
    let mut list = fields.inside(tag::SEQUENCE)?;
    let mut responses = Vec::new();
    while !list.is_empty() {
        if responses.len() >= limits::OCSP_RESPONSES {
            return Err(refused("too many answers"));
        }
        responses.push(single(&mut list.inside(tag::SEQUENCE)?)?);
    }
    let extensions = extensions(&mut fields)?;
    fields.end()?;
    Ok(OcspResponse {
        sha256: Sha256::of(whole),
        responder,
        produced_at,
        responses,
        certificates,
        unread_certificates,
        nonce: Extension::value_of(&extensions, NONCE).map(<[u8]>::to_vec),
        unknown_critical: Extension::unknown_critical(&extensions, &[NONCE]),
        signed: Signed { octets: data.octets.to_vec(), algorithm, value: value.to_vec() },
    })
}

/// Certificates that can be read, and how many cannot: such a one helps nobody and harms nobody.
fn certificates(list: &[u8]) -> Result<(Vec<Certificate>, usize), DerFault> {
    let mut outer = Reader::new(list);
    let mut list = outer.inside(tag::SEQUENCE)?;
    outer.end()?;
    let (mut found, mut unread) = (Vec::new(), 0_usize);
    while !list.is_empty() {
        let octets = list.any()?.octets;
        match Certificate::parse(octets) {
            Ok(certificate) if found.len() < limits::CERTIFICATES => found.push(certificate),
            _ => unread = unread.saturating_add(1),
        }
    }
    Ok((found, unread))
}

fn extensions<'d>(fields: &mut Reader<'d>) -> Result<Vec<Extension<'d>>, DerFault> {
    let Some(explicit) = fields.optional(tag::context(1))? else { return Ok(Vec::new()) };
    let mut outer = Reader::new(explicit.content);
    let list = outer.value(tag::SEQUENCE)?;
    outer.end()?;
    Extension::read_all(list.content)
}

fn responder(fields: &mut Reader<'_>) -> Result<ResponderId, NotAnOcspResponse> {
    let value = fields.any()?;
    match value.tag {
        by_name if by_name == tag::context(1) => Ok(ResponderId::Name(parse_name(value.content)?)),
        by_key if by_key == tag::context(2) => {
            let hash = Reader::new(value.content).value(tag::OCTET_STRING)?.content;
            Ok(ResponderId::KeyHash(hash.to_vec()))
        }
        _ => Err(refused("no responder")),
    }
}

fn single(fields: &mut Reader<'_>) -> Result<SingleResponse, NotAnOcspResponse> {
    let mut identifier = fields.inside(tag::SEQUENCE)?;
    let digest = DigestAlgorithm::from_oid(&Algorithm::read(&mut identifier)?.identifier);
    let issuer_name_hash = identifier.value(tag::OCTET_STRING)?.content.to_vec();
    let issuer_key_hash = identifier.value(tag::OCTET_STRING)?.content.to_vec();
    let serial = identifier.integer()?;
    identifier.end()?;
    let status = status(fields)?;
    let this_update = fields.time()?;
    let next_update = match fields.optional(tag::context(0))? {
        Some(value) => Some(Reader::new(value.content).time()?),
        None => None,
    };
    let extensions = extensions(fields)?;
    fields.end()?;
    Ok(SingleResponse {
        digest,
        issuer_name_hash,
        issuer_key_hash,
        serial,
        status,
        this_update,
        next_update,
        archive_cutoff: Extension::value_of(&extensions, ARCHIVE_CUTOFF).map(archive_cutoff).transpose()?,
        cert_hash: Extension::value_of(&extensions, CERT_HASH).map(cert_hash).transpose()?,
        unknown_critical: Extension::unknown_critical(&extensions, &[ARCHIVE_CUTOFF, CERT_HASH]),
    })
}

fn status(fields: &mut Reader<'_>) -> Result<CertificateStatus, NotAnOcspResponse> {
    let value = fields.any()?;
    match value.tag {
        good if good == tag::primitive(0) => Ok(CertificateStatus::Good),
        unknown if unknown == tag::primitive(2) => Ok(CertificateStatus::Unknown),
        revoked if revoked == tag::context(1) => {
            let mut info = Reader::new(value.content);
            let at = info.time()?;
            let reason = match info.optional(tag::context(0))? {
                Some(reason) => Reader::new(reason.content).value(tag::ENUMERATED)?.content.first().copied(),
                None => None,
            };
            Ok(CertificateStatus::Revoked { at, reason })
        }
        _ => Err(refused("no status")),
    }
}

fn archive_cutoff(value: &[u8]) -> Result<Timestamp, DerFault> {
    generalized_time(Reader::new(value).value(tag::GENERALIZED_TIME)?.content)
}

fn cert_hash(value: &[u8]) -> Result<(String, Vec<u8>), DerFault> {
    let mut fields = Reader::new(value).inside(tag::SEQUENCE)?;
    let algorithm = Algorithm::read(&mut fields)?.identifier;
    Ok((algorithm, fields.value(tag::OCTET_STRING)?.content.to_vec()))
}
