//! Octets to [`TimestampToken`] (RFC 5652, 5; RFC 3161, 2.4.2; RFC 5816).

use super::{SignerIdentifier, SignerInfo, TimestampToken};
use crate::Timestamp;
use crate::crypto::{DigestAlgorithm, Sha256, SignatureAlgorithm};
use crate::limits;
use crate::pki::Certificate;
use crate::pki::certificate::{GeneralName, parse_name};
use crate::pki::der::{DerFault, Reader, Value, generalized_time, normalise, small, tag};
use crate::pki::signed::{Algorithm, Extension};

const SIGNED_DATA: &str = "1.2.840.113549.1.7.2";
const TST_INFO: &str = "1.2.840.113549.1.9.16.1.4";
const CONTENT_TYPE: &str = "1.2.840.113549.1.9.3";
const MESSAGE_DIGEST: &str = "1.2.840.113549.1.9.4";
/// id-ri-ocsp-response (RFC 5940).
const OCSP_RESPONSE: &str = "1.3.6.1.5.5.7.16.2";
/// id-pe-qcStatements.
const QC_STATEMENTS: &str = "1.3.6.1.5.5.7.1.3";
/// esi4-qtstStatement-1 (EN 319 422, 9.1).
const QUALIFIED_TIMESTAMP: &str = "0.4.0.19422.1.1";
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
    let along = Along::read(&mut data)?;
    let mut signers = data.inside(tag::SET)?;
    data.end()?;
    let signer = signer(&mut signers.inside(tag::SEQUENCE)?, content)?;
    // RFC 3161, 2.4.2: the token must hold the signature of the authority and no other.
    signers.end()?;
    let info = info_of(content)?;
    let extensions = info.extensions;
    let qualified = Extension::value_of(&extensions, QC_STATEMENTS).map(states_qualified);
    // Statements that cannot be read are not understood.
    let understood: &[&str] = if matches!(qualified, Some(Ok(_))) { &[QC_STATEMENTS] } else { &[] };
    Ok(TimestampToken {
        sha256: Sha256::of(bytes),
        gen_time: info.gen_time,
        accuracy: info.accuracy,
        imprint_algorithm: info.imprint_algorithm,
        imprint: info.imprint,
        policy: info.policy,
        serial: info.serial,
        certificates: along.certificates,
        unread_certificates: along.unread_certificates,
        crls: along.crls,
        ocsp_responses: along.ocsp_responses,
        authority_name: info.authority_name,
        nonce: info.nonce,
        unknown_critical: Extension::unknown_critical(&extensions, understood),
        states_qualified: matches!(qualified, Some(Ok(true))),
        extensions: extensions.into_iter().map(|extension| extension.identifier).collect(),
        ber,
        signer,
    })
}

/// Certificates and revocation data of SignedData, of which each list may hold other things.
#[derive(Default)]
struct Along {
    certificates: Vec<Certificate>,
    unread_certificates: usize,
    crls: Vec<Vec<u8>>,
    ocsp_responses: Vec<Vec<u8>>,
}

impl Along {
    fn read(data: &mut Reader<'_>) -> Result<Self, DerFault> {
        let mut along = Self::default();
        if let Some(list) = data.optional(tag::context(0))? {
            let mut list = Reader::new(list.content);
            while !list.is_empty() {
                along.certificate(list.any()?);
            }
        }
        if let Some(list) = data.optional(tag::context(1))? {
            let mut list = Reader::new(list.content);
            while !list.is_empty() {
                along.revocation(list.any()?)?;
            }
        }
        Ok(along)
    }

    fn certificate(&mut self, value: Value<'_>) {
        // Attribute certificates have tags of their own (RFC 5652, 10.2.2).
        if value.tag != tag::SEQUENCE {
            return;
        }
        match Certificate::parse(value.octets) {
            Ok(certificate) if self.certificates.len() < limits::CERTIFICATES => self.certificates.push(certificate),
            _ => self.unread_certificates = self.unread_certificates.saturating_add(1),
        }
    }

    /// A CertificateList, or `[1]` OtherRevocationInfoFormat with an OCSP response (RFC 5940, 2.1).
    fn revocation(&mut self, value: Value<'_>) -> Result<(), DerFault> {
        if value.tag == tag::SEQUENCE {
            self.crls.push(value.octets.to_vec());
        } else if value.tag == tag::context(1) {
            let mut other = Reader::new(value.content);
            if other.object_identifier()? == OCSP_RESPONSE {
                self.ocsp_responses.push(other.any()?.octets.to_vec());
            }
        }
        Ok(())
    }
}

/// TSTInfo.
struct Info<'d> {
    policy: String,
    imprint_algorithm: Option<DigestAlgorithm>,
    imprint: Vec<u8>,
    serial: String,
    gen_time: Timestamp,
    accuracy: Option<u64>,
    nonce: Option<String>,
    authority_name: Option<GeneralName>,
    extensions: Vec<Extension<'d>>,
}

fn info_of(content: &[u8]) -> Result<Info<'_>, DerFault> {
    let mut outer = Reader::new(content);
    let mut info = outer.inside(tag::SEQUENCE)?;
    outer.end()?;
    if info.small_integer()? != 1 {
        return Err(DerFault("a time-stamp of another version"));
    }
    let policy = info.object_identifier()?;
    let mut imprint = info.inside(tag::SEQUENCE)?;
    let imprint_algorithm = DigestAlgorithm::from_oid(&Algorithm::read(&mut imprint)?.identifier);
    let hashed = imprint.value(tag::OCTET_STRING)?.content.to_vec();
    imprint.end()?;
    let serial = info.integer()?;
    let gen_time = generalized_time(info.value(tag::GENERALIZED_TIME)?.content)?;
    let accuracy = info.optional(tag::SEQUENCE)?.map(accuracy).transpose()?;
    info.optional(tag::BOOLEAN)?;
    let nonce = if info.peek() == Some(tag::INTEGER) { Some(info.integer()?) } else { None };
    let authority_name = match info.optional(tag::context(0))? {
        Some(explicit) => Some(GeneralName::read(Reader::new(explicit.content).any()?)?),
        None => None,
    };
    let extensions = match info.optional(tag::context(1))? {
        Some(list) => Extension::read_all(list.content)?,
        None => Vec::new(),
    };
    info.end()?;
    Ok(Info {
        policy,
        imprint_algorithm,
        imprint: hashed,
        serial,
        gen_time,
        accuracy,
        nonce,
        authority_name,
        extensions,
    })
}

/// Whether QCStatements (RFC 3739, 3.2.6) hold the one of a qualified time-stamp.
fn states_qualified(value: &[u8]) -> Result<bool, DerFault> {
    let mut outer = Reader::new(value);
    let mut statements = outer.inside(tag::SEQUENCE)?;
    outer.end()?;
    let mut qualified = false;
    while !statements.is_empty() {
        qualified |= statements.inside(tag::SEQUENCE)?.object_identifier()? == QUALIFIED_TIMESTAMP;
    }
    Ok(qualified)
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
        total = total.saturating_add(u64::from(small(field.content)?).saturating_mul(unit));
    }
    Ok(total)
}

fn signer(fields: &mut Reader<'_>, content: &[u8]) -> Result<SignerInfo, DerFault> {
    fields.small_integer()?;
    let identifier = identifier(fields)?;
    let digest = DigestAlgorithm::from_oid(&Algorithm::read(fields)?.identifier);
    let attributes = fields.value(tag::context(0))?;
    let algorithm = Algorithm::read(fields)?;
    let value = fields.value(tag::OCTET_STRING)?.content.to_vec();
    // Unsigned attributes prove nothing and are not read.
    fields.optional(tag::context(1))?;
    fields.end()?;
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
        content_matches: found.content_type == Some(true) && found.message_digest == Some(true),
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
    content_type: Option<bool>,
    message_digest: Option<bool>,
    certificate_digests: Vec<(Option<DigestAlgorithm>, Vec<u8>)>,
}

fn attributes_of(value: Value<'_>, digest: Option<DigestAlgorithm>, content: &[u8]) -> Result<Attributes, DerFault> {
    let mut list = Reader::new(value.content);
    let mut found = Attributes::default();
    while !list.is_empty() {
        let mut attribute = list.inside(tag::SEQUENCE)?;
        let identifier = attribute.object_identifier()?;
        let mut values = attribute.inside(tag::SET)?;
        attribute.end()?;
        match identifier.as_str() {
            CONTENT_TYPE => once(&mut found.content_type, values.object_identifier()? == TST_INFO, values)?,
            MESSAGE_DIGEST => {
                let stated = values.value(tag::OCTET_STRING)?.content;
                let agrees = digest.is_some_and(|digest| digest.digest(content) == stated);
                once(&mut found.message_digest, agrees, values)?;
            }
            SIGNING_CERTIFICATE => found.certificate_digests.push(ess_cert_id(&mut values)?),
            SIGNING_CERTIFICATE_V2 => found.certificate_digests.push(ess_cert_id_v2(&mut values)?),
            _ => {}
        }
    }
    Ok(found)
}

/// RFC 5652, 5.3 and 11: these attributes occur once, with one value.
fn once(place: &mut Option<bool>, agrees: bool, rest: Reader<'_>) -> Result<(), DerFault> {
    rest.end()?;
    match place.replace(agrees) {
        None => Ok(()),
        Some(_) => Err(DerFault("a signed attribute occurs twice")),
    }
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
