//! Octets to [`TimestampToken`] (RFC 5652, 5; RFC 3161, 2.4.2; RFC 5816).

use super::{SignerIdentifier, SignerInfo, TimestampToken};
use crate::Timestamp;
use crate::crypto::{DigestAlgorithm, Sha256, SignatureAlgorithm};
use crate::limits;
use crate::pki::Certificate;
use crate::pki::certificate::parse_name;
use crate::pki::der::{DerFault, Reader, Value, dotted, generalized_time, normalise, tag};
use crate::pki::signed::Algorithm;

const SIGNED_DATA: &str = "1.2.840.113549.1.7.2";
const TST_INFO: &str = "1.2.840.113549.1.9.16.1.4";
const CONTENT_TYPE: &str = "1.2.840.113549.1.9.3";
const MESSAGE_DIGEST: &str = "1.2.840.113549.1.9.4";
const SIGNING_CERTIFICATE: &str = "1.2.840.113549.1.9.16.2.12";
const SIGNING_CERTIFICATE_V2: &str = "1.2.840.113549.1.9.16.2.47";

/// Reads the token in `bytes`.
pub(super) fn token(bytes: &[u8]) -> Result<TimestampToken, DerFault> {
    if bytes.len() > limits::TIMESTAMP_BYTES {
        return Err(DerFault("too large"));
    }
    let der = normalise(bytes)?;
    let ber = matches!(der, std::borrow::Cow::Owned(_));
    let mut file = Reader::new(&der);
    let mut info = file.inside(tag::SEQUENCE)?;
    file.end()?;
    if info.object_identifier()? != SIGNED_DATA {
        return Err(DerFault("not signed data"));
    }
    let mut data = info.inside(tag::context(0))?.inside(tag::SEQUENCE)?;
    data.small_integer()?;
    data.value(tag::SET)?;
    let mut encapsulated = data.inside(tag::SEQUENCE)?;
    if encapsulated.object_identifier()? != TST_INFO {
        return Err(DerFault("not a time-stamp"));
    }
    let content = encapsulated.inside(tag::context(0))?.value(tag::OCTET_STRING)?.content;
    let certificates = match data.optional(tag::context(0))? {
        Some(list) => certificates(list.content)?,
        None => Vec::new(),
    };
    data.optional(tag::context(1))?;
    let mut signers = data.inside(tag::SET)?;
    let signer = signer(&mut signers.inside(tag::SEQUENCE)?, content)?;
    // RFC 3161, 2.4.2: the token must hold the signature of the authority and no other.
    signers.end()?;
    stamp(content, Sha256::of(bytes), ber, certificates, signer)
}

fn certificates(list: &[u8]) -> Result<Vec<Certificate>, DerFault> {
    let mut list = Reader::new(list);
    let mut found = Vec::new();
    while !list.is_empty() && found.len() < limits::CERTIFICATES {
        let value = list.any()?;
        found.extend((value.tag == tag::SEQUENCE).then(|| Certificate::parse(value.octets).ok()).flatten());
    }
    Ok(found)
}

fn stamp(
    content: &[u8],
    sha256: Sha256,
    ber: bool,
    certificates: Vec<Certificate>,
    signer: SignerInfo,
) -> Result<TimestampToken, DerFault> {
    let mut outer = Reader::new(content);
    let mut info = outer.inside(tag::SEQUENCE)?;
    outer.end()?;
    if info.small_integer()? != 1 {
        return Err(DerFault("a time-stamp of another version"));
    }
    let policy = info.object_identifier()?;
    let mut imprint = info.inside(tag::SEQUENCE)?;
    let imprint_algorithm = DigestAlgorithm::from_oid(&Algorithm::read(&mut imprint)?.identifier);
    let imprint = imprint.value(tag::OCTET_STRING)?.content.to_vec();
    let serial = info.integer()?;
    let gen_time = generalized_time(info.value(tag::GENERALIZED_TIME)?.content)?;
    let accuracy = info.optional(tag::SEQUENCE)?.map(accuracy).transpose()?;
    info.optional(tag::BOOLEAN)?;
    info.optional(tag::INTEGER)?;
    info.optional(tag::context(0))?;
    let extensions = info.optional(tag::context(1))?.map(extensions).transpose()?.unwrap_or_default();
    info.end()?;
    let gen_time: Timestamp = gen_time;
    Ok(TimestampToken {
        sha256,
        gen_time,
        accuracy,
        imprint_algorithm,
        imprint,
        policy,
        serial,
        certificates,
        extensions,
        ber,
        signer,
    })
}

/// Seconds, milliseconds and microseconds, in microseconds.
fn accuracy(value: Value<'_>) -> Result<u64, DerFault> {
    let mut fields = Reader::new(value.content);
    let mut total = 0_u64;
    while !fields.is_empty() {
        let field = fields.any()?;
        let unit = match field.tag {
            tag::INTEGER => 1_000_000,
            millis if millis == tag::primitive(0) => 1_000,
            micros if micros == tag::primitive(1) => 1,
            _ => return Err(DerFault("an accuracy of another form")),
        };
        let digits = field.content.get(..field.content.len().min(4)).unwrap_or_default();
        let number = digits.iter().fold(0_u64, |number, digit| number << 8 | u64::from(*digit));
        total = total.saturating_add(number.saturating_mul(unit));
    }
    Ok(total)
}

fn extensions(value: Value<'_>) -> Result<Vec<String>, DerFault> {
    let mut list = Reader::new(value.content);
    let mut found = Vec::new();
    while !list.is_empty() {
        found.push(list.inside(tag::SEQUENCE)?.object_identifier()?);
    }
    Ok(found)
}

fn signer(fields: &mut Reader<'_>, content: &[u8]) -> Result<SignerInfo, DerFault> {
    fields.small_integer()?;
    let identifier = identifier(fields)?;
    let digest = DigestAlgorithm::from_oid(&Algorithm::read(fields)?.identifier);
    let attributes = fields.value(tag::context(0))?;
    let algorithm = Algorithm::read(fields)?;
    let value = fields.value(tag::OCTET_STRING)?.content.to_vec();
    let found = attributes_of(attributes, digest, content)?;
    // RFC 5652, 5.4: the signature is made over the attributes as a SET, not with their implicit tag.
    let mut signed_attributes = attributes.octets.to_vec();
    if let Some(first) = signed_attributes.first_mut() {
        *first = tag::SET;
    }
    let algorithm = digest.and_then(|digest| {
        SignatureAlgorithm::from_identifier_and_digest(&algorithm.identifier, algorithm.parameters, digest)
    });
    Ok(SignerInfo {
        identifier,
        signed_attributes,
        algorithm,
        value,
        content_matches: found.content_type && found.message_digest,
        certificate_digests: found.certificate_digests,
    })
}

fn identifier(fields: &mut Reader<'_>) -> Result<SignerIdentifier, DerFault> {
    if fields.peek() == Some(tag::primitive(0)) {
        let key = fields.value(tag::primitive(0))?.content;
        return Ok(SignerIdentifier::SubjectKeyIdentifier(key.to_vec()));
    }
    let mut issuer_and_serial = fields.inside(tag::SEQUENCE)?;
    let issuer = parse_name(issuer_and_serial.value(tag::SEQUENCE)?.octets)?;
    Ok(SignerIdentifier::IssuerAndSerial { issuer, serial: issuer_and_serial.integer()? })
}

/// What the signed attributes say.
#[derive(Default)]
struct Attributes {
    content_type: bool,
    message_digest: bool,
    certificate_digests: Vec<(Option<DigestAlgorithm>, Vec<u8>)>,
}

fn attributes_of(value: Value<'_>, digest: Option<DigestAlgorithm>, content: &[u8]) -> Result<Attributes, DerFault> {
    let mut list = Reader::new(value.content);
    let mut found = Attributes::default();
    while !list.is_empty() {
        let mut attribute = list.inside(tag::SEQUENCE)?;
        let identifier = attribute.object_identifier()?;
        let mut values = attribute.inside(tag::SET)?;
        match identifier.as_str() {
            CONTENT_TYPE => {
                found.content_type = dotted(values.value(tag::OBJECT_IDENTIFIER)?.content)? == TST_INFO;
            }
            MESSAGE_DIGEST => {
                let stated = values.value(tag::OCTET_STRING)?.content;
                found.message_digest = digest.is_some_and(|digest| digest.digest(content) == stated);
            }
            SIGNING_CERTIFICATE => found.certificate_digests.push(ess_cert_id(&mut values)?),
            SIGNING_CERTIFICATE_V2 => found.certificate_digests.push(ess_cert_id_v2(&mut values)?),
            _ => {}
        }
    }
    Ok(found)
}

/// SigningCertificate (RFC 2634, 5.4): the first ESSCertID names the signer, by SHA-1.
fn ess_cert_id(values: &mut Reader<'_>) -> Result<(Option<DigestAlgorithm>, Vec<u8>), DerFault> {
    let mut first = values.inside(tag::SEQUENCE)?.inside(tag::SEQUENCE)?.inside(tag::SEQUENCE)?;
    Ok((Some(DigestAlgorithm::Sha1), first.value(tag::OCTET_STRING)?.content.to_vec()))
}

/// SigningCertificateV2 (RFC 5035, 3): SHA-256 where no algorithm is named.
fn ess_cert_id_v2(values: &mut Reader<'_>) -> Result<(Option<DigestAlgorithm>, Vec<u8>), DerFault> {
    let mut first = values.inside(tag::SEQUENCE)?.inside(tag::SEQUENCE)?.inside(tag::SEQUENCE)?;
    let algorithm = if first.peek() == Some(tag::SEQUENCE) {
        DigestAlgorithm::from_oid(&Algorithm::read(&mut first)?.identifier)
    } else {
        Some(DigestAlgorithm::Sha256)
    };
    Ok((algorithm, first.value(tag::OCTET_STRING)?.content.to_vec()))
}
