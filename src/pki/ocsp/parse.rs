//! DER to [`OcspResponse`] (RFC 6960, 4.2.1).

use super::{CertificateStatus, NotAnOcspResponse, OcspResponse, ResponderId, SingleResponse};
use crate::Timestamp;
use crate::crypto::{DigestAlgorithm, Sha256};
use crate::limits;
use crate::pki::Certificate;
use crate::pki::certificate::parse_name;
use crate::pki::der::{DerFault, Reader, generalized_time, tag};
use crate::pki::signed::{Algorithm, Signed};

/// id-pkix-ocsp-basic.
const BASIC: &str = "1.3.6.1.5.5.7.48.1.1";
/// id-pkix-ocsp-nonce.
const NONCE: &str = "1.3.6.1.5.5.7.48.1.2";
/// id-pkix-ocsp-archive-cutoff.
const ARCHIVE_CUTOFF: &str = "1.3.6.1.5.5.7.48.1.6";
/// id-commonpki-at-certHash.
const CERT_HASH: &str = "1.3.36.8.3.13";

impl From<DerFault> for NotAnOcspResponse {
    fn from(fault: DerFault) -> Self {
        Self { detail: fault.to_string() }
    }
}

fn refused(detail: &str) -> NotAnOcspResponse {
    NotAnOcspResponse { detail: detail.to_owned() }
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
    if fields.value(tag::ENUMERATED)?.content != [0] {
        return Err(refused("the responder answered with an error"));
    }
    let mut bytes = fields.inside(tag::context(0))?.inside(tag::SEQUENCE)?;
    if bytes.object_identifier()? != BASIC {
        return Err(refused("not a basic response"));
    }
    let mut inner = Reader::new(bytes.value(tag::OCTET_STRING)?.content);
    let content = inner.value(tag::SEQUENCE)?.content;
    inner.end()?;
    basic(content, der)
}

fn basic(content: &[u8], whole: &[u8]) -> Result<OcspResponse, NotAnOcspResponse> {
    let mut fields = Reader::new(content);
    let data = fields.value(tag::SEQUENCE)?;
    let algorithm = Algorithm::read(&mut fields)?.signature();
    let value = fields.bit_string()?;
    let certificates = match fields.optional(tag::context(0))? {
        Some(list) => certificates(list.content)?,
        None => Vec::new(),
    };
    let mut fields = Reader::new(data.content);
    fields.optional(tag::context(0))?;
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
    let nonce = match fields.optional(tag::context(1))? {
        Some(extensions) => extension(extensions.content, NONCE)?.map(<[u8]>::to_vec),
        None => None,
    };
    Ok(OcspResponse {
        sha256: Sha256::of(whole),
        responder,
        produced_at,
        responses,
        certificates,
        nonce,
        signed: Signed { octets: data.octets.to_vec(), algorithm, value: value.to_vec() },
    })
}

/// Certificates that can be read; one that cannot helps nobody and harms nobody.
fn certificates(list: &[u8]) -> Result<Vec<Certificate>, DerFault> {
    let mut list = Reader::new(list).inside(tag::SEQUENCE)?;
    let mut found = Vec::new();
    while !list.is_empty() && found.len() < limits::CERTIFICATES {
        found.extend(Certificate::parse(list.any()?.octets).ok());
    }
    Ok(found)
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
    let status = status(fields)?;
    let this_update = fields.time()?;
    let next_update = match fields.optional(tag::context(0))? {
        Some(value) => Some(Reader::new(value.content).time()?),
        None => None,
    };
    let extensions = fields.optional(tag::context(1))?.map(|value| value.content).unwrap_or_default();
    Ok(SingleResponse {
        digest,
        issuer_name_hash,
        issuer_key_hash,
        serial,
        status,
        this_update,
        next_update,
        archive_cutoff: archive_cutoff(extensions)?,
        cert_hash: cert_hash(extensions)?,
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

fn archive_cutoff(extensions: &[u8]) -> Result<Option<Timestamp>, DerFault> {
    let Some(value) = extension(extensions, ARCHIVE_CUTOFF)? else { return Ok(None) };
    generalized_time(Reader::new(value).value(tag::GENERALIZED_TIME)?.content).map(Some)
}

fn cert_hash(extensions: &[u8]) -> Result<Option<(String, Vec<u8>)>, DerFault> {
    let Some(value) = extension(extensions, CERT_HASH)? else { return Ok(None) };
    let mut fields = Reader::new(value).inside(tag::SEQUENCE)?;
    let algorithm = Algorithm::read(&mut fields)?.identifier;
    Ok(Some((algorithm, fields.value(tag::OCTET_STRING)?.content.to_vec())))
}

/// The value of an extension; some responders write values that are not DER inside, so they are not looked into.
fn extension<'d>(extensions: &'d [u8], identifier: &str) -> Result<Option<&'d [u8]>, DerFault> {
    if extensions.is_empty() {
        return Ok(None);
    }
    let mut list = Reader::new(extensions).inside(tag::SEQUENCE)?;
    while !list.is_empty() {
        let mut fields = list.inside(tag::SEQUENCE)?;
        let oid = fields.object_identifier()?;
        fields.optional(tag::BOOLEAN)?;
        let value = fields.value(tag::OCTET_STRING)?.content;
        if oid == identifier {
            return Ok(Some(value));
        }
    }
    Ok(None)
}
