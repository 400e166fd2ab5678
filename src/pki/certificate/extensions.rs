//! Extensions of certificates (RFC 5280, 4.2; RFC 3739; ETSI EN 319 412-1 and 412-5). `x509-parser` reads their values,
//! our own reader those it has no words for.

use std::collections::BTreeSet;

use x509_parser::extensions::{DistributionPointName, GeneralName as ParsedName, ParsedExtension};
use x509_parser::prelude::X509Extension;

use super::NotACertificate;
use super::general_name::{GeneralName, NameConstraints};
use crate::pki::der::{DerFault, Reader, tag};

const KEY_USAGE: &str = "2.5.29.15";
const ALTERNATIVE_NAME: &str = "2.5.29.17";
const BASIC_CONSTRAINTS: &str = "2.5.29.19";
const NAME_CONSTRAINTS: &str = "2.5.29.30";
const POLICIES: &str = "2.5.29.32";
const POLICY_CONSTRAINTS: &str = "2.5.29.36";
const EXTENDED_KEY_USAGE: &str = "2.5.29.37";
const INHIBIT_ANY_POLICY: &str = "2.5.29.54";
/// noRevAvail (RFC 9608).
const NO_REVOCATION_AVAILABLE: &str = "2.5.29.56";
/// id-pkix-ocsp-nocheck (RFC 6960, 4.2.2.2.1).
const OCSP_NO_CHECK: &str = "1.3.6.1.5.5.7.48.1.5";
/// Validity assured, short-term (ETSI EN 319 412-1, 5.2).
const SHORT_TERM: &str = "0.4.0.194121.2.1";
/// QCStatements (RFC 3739, 3.2.6).
const QC_STATEMENTS: &str = "1.3.6.1.5.5.7.1.3";
/// QcType (ETSI EN 319 412-5, 4.2.3).
const QC_TYPE: &str = "0.4.0.1862.1.6";
/// QcCClegislation (ETSI EN 319 412-5, 4.2.4).
const QC_LEGISLATION: &str = "0.4.0.1862.1.7";
/// qcStatement-2 (RFC 3739, 3.2.6.1).
const SEMANTICS: &str = "1.3.6.1.5.5.7.11.2";
/// caIssuers and OCSP of authorityInfoAccess (RFC 5280, 4.2.2.1).
const CA_ISSUERS: &str = "1.3.6.1.5.5.7.48.2";
const OCSP: &str = "1.3.6.1.5.5.7.48.1";
/// Extensions that may be critical; besides those named above, issuer alternative name, cRLDistributionPoints and
/// policyMappings.
const UNDERSTOOD: [&str; 13] = [
    KEY_USAGE,
    ALTERNATIVE_NAME,
    "2.5.29.18",
    BASIC_CONSTRAINTS,
    NAME_CONSTRAINTS,
    "2.5.29.31",
    POLICIES,
    "2.5.29.33",
    POLICY_CONSTRAINTS,
    EXTENDED_KEY_USAGE,
    INHIBIT_ANY_POLICY,
    QC_STATEMENTS,
    OCSP_NO_CHECK,
];
/// Extensions that forbid something. One that cannot be read must not be taken for absent, critical or not.
const RESTRICTING: [&str; 6] =
    [KEY_USAGE, BASIC_CONSTRAINTS, NAME_CONSTRAINTS, POLICY_CONSTRAINTS, EXTENDED_KEY_USAGE, INHIBIT_ANY_POLICY];

/// What the extensions say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extensions {
    /// basicConstraints: `Some(path length)` for a CA.
    pub certificate_authority: Option<PathLength>,
    /// Whether basicConstraints is critical, as RFC 5280, 4.2.1.9 wants it in a CA.
    pub basic_constraints_critical: bool,
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
    /// subjectAltName.
    pub alternative_names: Vec<GeneralName>,
    /// nameConstraints.
    pub name_constraints: Option<NameConstraints>,
    /// certificatePolicies: dotted identifiers.
    pub policies: Vec<String>,
    /// policyMappings: issuer's policy and the subject's that counts for it.
    pub policy_mappings: Vec<(String, String)>,
    /// requireExplicitPolicy: certificates that may follow before it holds.
    pub require_explicit_policy: Option<u32>,
    /// inhibitPolicyMapping: certificates that may follow before it holds.
    pub inhibit_policy_mapping: Option<u32>,
    /// inhibitAnyPolicy: certificates that may follow before it holds.
    pub inhibit_any_policy: Option<u32>,
    /// caIssuers addresses of authorityInfoAccess.
    pub ca_issuers: Vec<String>,
    /// OCSP addresses of authorityInfoAccess.
    pub ocsp: Vec<String>,
    /// cRLDistributionPoints, those to be fetched over HTTP.
    pub crl_distribution_points: Vec<String>,
    /// id-pkix-ocsp-nocheck is present.
    pub ocsp_no_check: bool,
    /// noRevAvail, or validity assured for a short term: nobody answers for its revocation.
    pub no_revocation_available: bool,
    /// QCStatements (ETSI EN 319 412-5): dotted identifiers of the statements.
    pub qc_statements: Vec<String>,
    /// QcType values: dotted identifiers (esign, eseal, web).
    pub qc_types: Vec<String>,
    /// QcCClegislation: countries outside the EU by whose law it is qualified.
    pub qc_legislation: Vec<String>,
    /// semanticsIdentifier (ETSI EN 319 412-1, 5.1): what serialNumber or organizationIdentifier means.
    pub qc_semantics: Option<String>,
    /// Critical extensions that nothing here understands, and restricting ones that cannot be read: dotted identifiers.
    pub unknown_critical: Vec<String>,
    /// Extensions whose values cannot be read: dotted identifiers.
    pub malformed: Vec<String>,
}

/// pathLenConstraint of a CA.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathLength {
    /// No constraint.
    Unlimited,
    /// At most this many intermediate certificates below.
    AtMost(u32),
}

/// Reads all extensions; one that occurs twice refuses the certificate (RFC 5280, 4.2).
pub(super) fn read(list: &[X509Extension<'_>]) -> Result<Extensions, NotACertificate> {
    let mut found = Extensions::default();
    let mut seen = BTreeSet::new();
    for extension in list {
        let oid = extension.oid.to_id_string();
        if !seen.insert(oid.clone()) {
            return Err(NotACertificate { detail: format!("the extension {oid} occurs twice") });
        }
        let understood = UNDERSTOOD.contains(&oid.as_str());
        let unreadable = value(&oid, extension, &mut found).is_err();
        let restricts = RESTRICTING.contains(&oid.as_str());
        if (extension.critical && (!understood || unreadable)) || (restricts && unreadable) {
            found.unknown_critical.push(oid.clone());
        }
        if unreadable {
            found.malformed.push(oid);
        }
    }
    Ok(found)
}

fn value(oid: &str, extension: &X509Extension<'_>, found: &mut Extensions) -> Result<(), DerFault> {
    match oid {
        OCSP_NO_CHECK => found.ocsp_no_check = true,
        NO_REVOCATION_AVAILABLE | SHORT_TERM => found.no_revocation_available = true,
        QC_STATEMENTS => qc_statements(extension.value, found)?,
        NAME_CONSTRAINTS => found.name_constraints = Some(NameConstraints::read(extension.value)?),
        ALTERNATIVE_NAME => {
            let names = Reader::new(extension.value).value(tag::SEQUENCE)?;
            found.alternative_names = GeneralName::read_all(names.content)?;
        }
        EXTENDED_KEY_USAGE => {
            found.extended_key_usage_critical = extension.critical;
            found.extended_key_usage = purposes(extension.value)?;
        }
        _ => parsed(extension, found)?,
    }
    Ok(())
}

fn parsed(extension: &X509Extension<'_>, found: &mut Extensions) -> Result<(), DerFault> {
    match extension.parsed_extension() {
        ParsedExtension::ParseError { .. } => return Err(DerFault("an extension")),
        ParsedExtension::BasicConstraints(constraints) => {
            let length = constraints.path_len_constraint.map_or(PathLength::Unlimited, PathLength::AtMost);
            found.certificate_authority = constraints.ca.then_some(length);
            found.basic_constraints_critical = extension.critical;
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
        ParsedExtension::SubjectKeyIdentifier(key) => found.subject_key_identifier = Some(key.0.to_vec()),
        ParsedExtension::AuthorityKeyIdentifier(key) => {
            found.authority_key_identifier = key.key_identifier.as_ref().map(|key| key.0.to_vec());
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
        policies => about_policies(policies, found),
    }
    Ok(())
}

fn about_policies(extension: &ParsedExtension<'_>, found: &mut Extensions) {
    match extension {
        ParsedExtension::CertificatePolicies(policies) => {
            found.policies = policies.iter().map(|policy| policy.policy_id.to_id_string()).collect();
        }
        ParsedExtension::PolicyMappings(mappings) => {
            let pair = |mapping: &x509_parser::extensions::PolicyMapping<'_>| {
                (mapping.issuer_domain_policy.to_id_string(), mapping.subject_domain_policy.to_id_string())
            };
            found.policy_mappings = mappings.mappings.iter().map(pair).collect();
        }
        ParsedExtension::PolicyConstraints(constraints) => {
            found.require_explicit_policy = constraints.require_explicit_policy;
            found.inhibit_policy_mapping = constraints.inhibit_policy_mapping;
        }
        ParsedExtension::InhibitAnyPolicy(inhibit) => found.inhibit_any_policy = Some(inhibit.skip_certs),
        _ => {}
    }
}

/// Addresses of other kinds, LDAP among them, are never fetched.
fn address(name: &ParsedName<'_>) -> Option<String> {
    match name {
        ParsedName::URI(uri) => GeneralName::Uri((*uri).to_owned()).web_address().map(str::to_owned),
        _ => None,
    }
}

fn purposes(value: &[u8]) -> Result<Vec<String>, DerFault> {
    let mut file = Reader::new(value);
    let mut list = file.inside(tag::SEQUENCE)?;
    file.end()?;
    let mut found = Vec::new();
    while !list.is_empty() {
        found.push(list.object_identifier()?);
    }
    // An empty list would read like an absent one, which allows everything.
    if found.is_empty() { Err(DerFault("no purpose")) } else { Ok(found) }
}

fn qc_statements(value: &[u8], found: &mut Extensions) -> Result<(), DerFault> {
    let mut list = Reader::new(value).inside(tag::SEQUENCE)?;
    while !list.is_empty() {
        let mut statement = list.inside(tag::SEQUENCE)?;
        let identifier = statement.object_identifier()?;
        match identifier.as_str() {
            QC_TYPE => {
                let mut types = statement.inside(tag::SEQUENCE)?;
                while !types.is_empty() {
                    found.qc_types.push(types.object_identifier()?);
                }
            }
            QC_LEGISLATION => {
                let mut countries = statement.inside(tag::SEQUENCE)?;
                while !countries.is_empty() {
                    found.qc_legislation.push(String::from_utf8_lossy(countries.any()?.content).into_owned());
                }
            }
            SEMANTICS if statement.peek() == Some(tag::SEQUENCE) => {
                let mut information = statement.inside(tag::SEQUENCE)?;
                if information.peek() == Some(tag::OBJECT_IDENTIFIER) {
                    found.qc_semantics = Some(information.object_identifier()?);
                }
            }
            _ => {}
        }
        found.qc_statements.push(identifier);
    }
    Ok(())
}
