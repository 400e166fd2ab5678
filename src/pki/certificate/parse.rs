//! DER to [`CertificateParts`] (RFC 5280, 4.1). Outer structure by our own reader, for its octets; extensions by
//! `x509-parser`.

use std::collections::BTreeSet;

use x509_parser::extensions::{DistributionPointName, GeneralName, ParsedExtension};
use x509_parser::prelude::{FromDer, X509Certificate, X509Extension};

use super::name::text;
use super::{CertificateParts, Extensions, Name, NotACertificate, PathLength};
use crate::crypto::{PublicKey, Sha256};
use crate::limits;
use crate::pki::der::{DerFault, Reader, dotted, tag};
use crate::pki::signed::{Algorithm, Signed};

/// id-pkix-ocsp-nocheck (RFC 6960, 4.2.2.2.1).
const OCSP_NO_CHECK: &str = "1.3.6.1.5.5.7.48.1.5";
/// QCStatements (RFC 3739, 3.2.6).
const QC_STATEMENTS: &str = "1.3.6.1.5.5.7.1.3";
/// QcType (ETSI EN 319 412-5, 4.2.3).
const QC_TYPE: &str = "0.4.0.1862.1.6";
/// caIssuers and OCSP of authorityInfoAccess (RFC 5280, 4.2.2.1).
const CA_ISSUERS: &str = "1.3.6.1.5.5.7.48.2";
const OCSP: &str = "1.3.6.1.5.5.7.48.1";
/// Extensions that may be critical: keyUsage, certificatePolicies, subject and issuer alternative name, basicConstraints,
/// nameConstraints, policyConstraints, extendedKeyUsage, cRLDistributionPoints, inhibitAnyPolicy, QCStatements, nocheck.
const UNDERSTOOD: [&str; 12] = [
    "2.5.29.15",
    "2.5.29.32",
    "2.5.29.17",
    "2.5.29.18",
    "2.5.29.19",
    "2.5.29.30",
    "2.5.29.36",
    "2.5.29.37",
    "2.5.29.31",
    "2.5.29.54",
    QC_STATEMENTS,
    OCSP_NO_CHECK,
];

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
    let outer = outer(der)?;
    let (rest, parsed) =
        X509Certificate::from_der(der).map_err(|error| NotACertificate { detail: error.to_string() })?;
    if !rest.is_empty() {
        return Err(refused("something follows"));
    }
    let time = |seconds: i64| crate::Timestamp::from_second(seconds).map_err(|_| refused("a time out of range"));
    let extensions = extensions(parsed.extensions())?;
    Ok(CertificateParts {
        sha256: Sha256::of(der),
        spki_sha256: Sha256::of(outer.spki),
        subject: name(outer.subject)?,
        issuer: name(outer.issuer)?,
        serial: outer.serial,
        not_before: time(parsed.validity().not_before.timestamp())?,
        not_after: time(parsed.validity().not_after.timestamp())?,
        key: PublicKey::from_spki(outer.spki),
        signature_algorithm: outer.signed.algorithm,
        extensions,
        der: der.to_vec(),
        signed: outer.signed,
    })
}

/// The parts whose octets matter.
struct Outer<'d> {
    serial: String,
    issuer: &'d [u8],
    subject: &'d [u8],
    spki: &'d [u8],
    signed: Signed,
}

fn outer(der: &[u8]) -> Result<Outer<'_>, NotACertificate> {
    let mut file = Reader::new(der);
    let mut certificate = file.inside(tag::SEQUENCE)?;
    file.end()?;
    let tbs = certificate.value(tag::SEQUENCE)?;
    let outer_algorithm = certificate.value(tag::SEQUENCE)?;
    let value = certificate.bit_string()?;
    certificate.end()?;
    let mut fields = Reader::new(tbs.content);
    fields.optional(tag::context(0))?;
    let serial = fields.integer()?;
    let inner_algorithm = fields.value(tag::SEQUENCE)?;
    // RFC 5280, 4.1.1.2: otherwise the unsigned field could say something else than the signed one.
    if inner_algorithm.octets != outer_algorithm.octets {
        return Err(refused("the signed and the outer signature algorithm differ"));
    }
    let issuer = fields.value(tag::SEQUENCE)?.octets;
    fields.value(tag::SEQUENCE)?;
    let subject = fields.value(tag::SEQUENCE)?.octets;
    let spki = fields.value(tag::SEQUENCE)?.octets;
    let algorithm = Algorithm::read(&mut Reader::new(outer_algorithm.octets))?.signature();
    let signed = Signed { octets: tbs.octets.to_vec(), algorithm, value: value.to_vec() };
    Ok(Outer { serial, issuer, subject, spki, signed })
}

/// A Name from its DER.
pub(in crate::pki) fn name(der: &[u8]) -> Result<Name, DerFault> {
    let mut sets = Reader::new(der).inside(tag::SEQUENCE)?;
    let mut attributes = Vec::new();
    while !sets.is_empty() {
        let mut set = sets.inside(tag::SET)?;
        while !set.is_empty() {
            let mut attribute = set.inside(tag::SEQUENCE)?;
            let oid = attribute.object_identifier()?;
            let value = attribute.any()?;
            attributes.push((oid, text(value.tag, value.content, value.octets)));
        }
    }
    Ok(Name { attributes, der: der.to_vec() })
}

/// IssuerSerial of RFC 5035: the directory name among the general names, and the serial number.
pub(super) fn issuer_serial(der: &[u8]) -> Result<(Name, String), DerFault> {
    let mut fields = Reader::new(der).inside(tag::SEQUENCE)?;
    let mut names = fields.inside(tag::SEQUENCE)?;
    let directory_name = names.value(tag::context(4))?;
    Ok((name(directory_name.content)?, fields.integer()?))
}

fn extensions(list: &[X509Extension<'_>]) -> Result<Extensions, NotACertificate> {
    let mut found = Extensions::default();
    let mut seen = BTreeSet::new();
    for extension in list {
        let oid = extension.oid.to_id_string();
        if !seen.insert(oid.clone()) {
            return Err(refused("an extension occurs twice"));
        }
        if let ParsedExtension::ParseError { .. } = extension.parsed_extension() {
            // What cannot be read must not be taken for absent where it could forbid something.
            if extension.critical {
                found.unknown_critical.push(oid);
            }
            continue;
        }
        if extension.critical && !UNDERSTOOD.contains(&oid.as_str()) {
            found.unknown_critical.push(oid.clone());
        }
        match oid.as_str() {
            OCSP_NO_CHECK => found.ocsp_no_check = true,
            QC_STATEMENTS => qc_statements(extension.value, &mut found).unwrap_or_default(),
            _ => parsed(extension, &mut found),
        }
    }
    Ok(found)
}

fn parsed(extension: &X509Extension<'_>, found: &mut Extensions) {
    match extension.parsed_extension() {
        ParsedExtension::BasicConstraints(constraints) if constraints.ca => {
            let length = constraints.path_len_constraint.map_or(PathLength::Unlimited, PathLength::AtMost);
            found.certificate_authority = Some(length);
        }
        ParsedExtension::KeyUsage(usage) => {
            let bits = [
                (usage.digital_signature(), "digitalSignature"),
                (usage.non_repudiation(), "nonRepudiation"),
                (usage.key_encipherment(), "keyEncipherment"),
                (usage.data_encipherment(), "dataEncipherment"),
                (usage.key_agreement(), "keyAgreement"),
                (usage.key_cert_sign(), "keyCertSign"),
                (usage.crl_sign(), "cRLSign"),
                (usage.encipher_only(), "encipherOnly"),
                (usage.decipher_only(), "decipherOnly"),
            ];
            found.key_usage = Some(bits.into_iter().filter(|(set, _)| *set).map(|(_, name)| name).collect());
        }
        ParsedExtension::ExtendedKeyUsage(_) => {
            found.extended_key_usage = purposes(extension.value).unwrap_or_default();
            found.extended_key_usage_critical = extension.critical;
        }
        ParsedExtension::SubjectKeyIdentifier(key) => found.subject_key_identifier = Some(key.0.to_vec()),
        ParsedExtension::AuthorityKeyIdentifier(key) => {
            found.authority_key_identifier = key.key_identifier.as_ref().map(|key| key.0.to_vec());
        }
        ParsedExtension::CertificatePolicies(policies) => {
            found.policies = policies.iter().map(|policy| policy.policy_id.to_id_string()).collect();
        }
        ParsedExtension::AuthorityInfoAccess(access) => {
            for description in access.iter() {
                let method = description.access_method.to_id_string();
                match address(&description.access_location) {
                    Some(address) if method == CA_ISSUERS => found.ca_issuers.push(address),
                    Some(address) if method == OCSP => found.ocsp.push(address),
                    _ => {}
                }
            }
        }
        ParsedExtension::CRLDistributionPoints(points) => {
            for point in points.iter() {
                if let Some(DistributionPointName::FullName(names)) = &point.distribution_point {
                    found.crl_distribution_points.extend(names.iter().filter_map(address));
                }
            }
        }
        _ => {}
    }
}

fn address(name: &GeneralName<'_>) -> Option<String> {
    match name {
        GeneralName::URI(uri) if uri.starts_with("http") => Some((*uri).to_owned()),
        _ => None,
    }
}

fn purposes(value: &[u8]) -> Result<Vec<String>, DerFault> {
    let mut list = Reader::new(value).inside(tag::SEQUENCE)?;
    let mut found = Vec::new();
    while !list.is_empty() {
        found.push(list.object_identifier()?);
    }
    Ok(found)
}

fn qc_statements(value: &[u8], found: &mut Extensions) -> Result<(), DerFault> {
    let mut list = Reader::new(value).inside(tag::SEQUENCE)?;
    while !list.is_empty() {
        let mut statement = list.inside(tag::SEQUENCE)?;
        let identifier = statement.object_identifier()?;
        if identifier == QC_TYPE {
            let mut types = statement.inside(tag::SEQUENCE)?;
            while !types.is_empty() {
                found.qc_types.push(dotted(types.value(tag::OBJECT_IDENTIFIER)?.content)?);
            }
        }
        found.qc_statements.push(identifier);
    }
    Ok(())
}
