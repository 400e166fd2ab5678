//! Signed properties (clauses 5.2 and 5.3): what the signer claims and cannot take back.

use super::unsigned::{TimestampKind, TimestampProperty, read_timestamp};
use crate::Timestamp;
use crate::xades::dsig::{decode_base64, text_of};
use crate::xades::structure::{StructureFault, StructureNote, XADES, at_most_one, elements, exactly_one, is};
use crate::xml::{Node, attribute};

/// Which version of a property was used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PropertyVersion {
    /// SigningCertificate of XAdES 1.3.2.
    V1,
    /// SigningCertificateV2 of EN 319 132-1.
    V2,
}

/// A certificate named by its digest (5.2.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertificateReference {
    /// URI of DigestMethod.
    pub digest_method: String,
    /// The digest.
    pub digest_value: Vec<u8>,
    /// Issuer and serial number, where given.
    pub issuer_serial: Option<IssuerSerial>,
}

/// Issuer and serial number of a certificate, as either version writes them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IssuerSerial {
    /// X509IssuerName and X509SerialNumber (decimal).
    Text {
        /// The issuer's name as text.
        issuer: String,
        /// The serial number, decimal.
        serial: String,
    },
    /// IssuerSerialV2: DER of RFC 5035 IssuerSerial.
    Der(Vec<u8>),
}

/// SignaturePolicyIdentifier (5.2.9).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignaturePolicy {
    /// SignaturePolicyImplied.
    Implied,
    /// SignaturePolicyId.
    Explicit {
        /// The identifier, without `urn:oid:`.
        identifier: String,
        /// URI of the digest method of SigPolicyHash.
        digest_method: String,
        /// SigPolicyHash.
        digest_value: Vec<u8>,
        /// SPURI qualifier: where the policy lies. Never followed.
        address: Option<String>,
    },
}

/// DataObjectFormat (5.2.4): what the signer says a reference is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataObjectFormat {
    /// ObjectReference without `#`: the Id of a reference.
    pub reference: Option<String>,
    /// MimeType.
    pub media_type: Option<String>,
}

/// Everything under SignedProperties.
#[derive(Clone, Debug)]
pub struct SignedProperties<'a, 'input> {
    /// The element: the one whose digest must be referenced.
    pub element: Node<'a, 'input>,
    /// SigningTime, where it is a date and time with zone.
    pub signing_time: Option<Timestamp>,
    /// SigningTime as written.
    pub signing_time_text: Option<String>,
    /// SigningCertificate or SigningCertificateV2; the first names the signer.
    pub signing_certificates: Vec<CertificateReference>,
    /// Which version named it; `None` where none did.
    pub signing_certificate_version: Option<PropertyVersion>,
    /// SignaturePolicyIdentifier.
    pub policy: Option<SignaturePolicy>,
    /// SignatureProductionPlace or its V2: the parts that are not empty.
    pub place: Vec<String>,
    /// ClaimedRoles of SignerRole or its V2.
    pub roles: Vec<String>,
    /// Identifiers of CommitmentTypeIndication.
    pub commitments: Vec<String>,
    /// DataObjectFormat elements.
    pub formats: Vec<DataObjectFormat>,
    /// AllDataObjectsTimeStamp and IndividualDataObjectsTimeStamp.
    pub timestamps: Vec<TimestampProperty<'a, 'input>>,
    /// Oddities.
    pub notes: Vec<StructureNote>,
}

/// Reads SignedProperties.
///
/// # Errors
/// [`StructureFault`] where a property that may be there once is repeated, or one that is text or base64 is not.
pub fn read_signed<'a, 'input>(element: Node<'a, 'input>) -> Result<SignedProperties<'a, 'input>, StructureFault> {
    let mut properties = SignedProperties {
        element,
        signing_time: None,
        signing_time_text: None,
        signing_certificates: Vec::new(),
        signing_certificate_version: None,
        policy: None,
        place: Vec::new(),
        roles: Vec::new(),
        commitments: Vec::new(),
        formats: Vec::new(),
        timestamps: Vec::new(),
        notes: Vec::new(),
    };
    if let Some(signature) = at_most_one(element, "SignedSignatureProperties")? {
        read_signature_properties(signature, &mut properties)?;
    }
    if let Some(data) = at_most_one(element, "SignedDataObjectProperties")? {
        read_data_properties(data, &mut properties)?;
    }
    Ok(properties)
}

fn read_signature_properties(parent: Node<'_, '_>, properties: &mut SignedProperties<'_, '_>) -> Outcome {
    for name in [
        "SigningTime",
        "SigningCertificate",
        "SigningCertificateV2",
        "SignaturePolicyIdentifier",
        "SignatureProductionPlace",
        "SignatureProductionPlaceV2",
        "SignerRole",
        "SignerRoleV2",
    ] {
        if let Some(property) = at_most_one(parent, name)? {
            read_signature_property(name, property, properties)?;
        }
    }
    let known = |node: &Node<'_, '_>| {
        node.tag_name().namespace() == Some(XADES) && SIGNATURE_PROPERTIES.contains(&node.tag_name().name())
    };
    properties.notes.extend(elements(parent).filter(|node| !known(node)).map(unknown));
    Ok(())
}

/// Names of the properties that [`read_signature_properties`] reads.
const SIGNATURE_PROPERTIES: [&str; 8] = [
    "SigningTime",
    "SigningCertificate",
    "SigningCertificateV2",
    "SignaturePolicyIdentifier",
    "SignatureProductionPlace",
    "SignatureProductionPlaceV2",
    "SignerRole",
    "SignerRoleV2",
];

type Outcome = Result<(), StructureFault>;

fn read_signature_property(name: &str, node: Node<'_, '_>, properties: &mut SignedProperties<'_, '_>) -> Outcome {
    match name {
        "SigningTime" => read_signing_time(node, properties),
        "SigningCertificate" | "SigningCertificateV2" => read_signing_certificate(name, node, properties),
        "SignaturePolicyIdentifier" => {
            properties.policy = Some(read_policy(node)?);
            Ok(())
        }
        "SignerRole" | "SignerRoleV2" => {
            let roles = elements(node).filter(|node| is(*node, XADES, "ClaimedRoles")).flat_map(elements);
            properties.roles.extend(roles.map(all_text).filter(|text| !text.is_empty()));
            Ok(())
        }
        _ => {
            properties.place.extend(elements(node).map(all_text).filter(|text| !text.is_empty()));
            Ok(())
        }
    }
}

fn read_signing_time(node: Node<'_, '_>, properties: &mut SignedProperties<'_, '_>) -> Outcome {
    let text = simple_text(node)?;
    properties.signing_time = text.parse().ok();
    if properties.signing_time.is_none() {
        properties.notes.push(StructureNote::SigningTimeUnclear);
    }
    properties.signing_time_text = Some(text);
    Ok(())
}

fn read_signing_certificate(name: &str, node: Node<'_, '_>, properties: &mut SignedProperties<'_, '_>) -> Outcome {
    let version = if name == "SigningCertificate" { PropertyVersion::V1 } else { PropertyVersion::V2 };
    if properties.signing_certificate_version.is_some() {
        properties.notes.push(StructureNote::TwoSigningCertificateProperties);
    }
    properties.signing_certificate_version = Some(version);
    for certificate in elements(node).filter(|node| is(*node, XADES, "Cert")) {
        let (digest_method, digest_value) = read_digest(exactly_one(certificate, "CertDigest")?)?;
        let issuer_serial = read_issuer_serial(certificate)?;
        properties.signing_certificates.push(CertificateReference { digest_method, digest_value, issuer_serial });
    }
    Ok(())
}

fn read_issuer_serial(certificate: Node<'_, '_>) -> Result<Option<IssuerSerial>, StructureFault> {
    if let Some(node) = at_most_one(certificate, "IssuerSerialV2")? {
        return base64_of(node).map(|der| Some(IssuerSerial::Der(der)));
    }
    let Some(node) = at_most_one(certificate, "IssuerSerial")? else { return Ok(None) };
    let child = |name| elements(node).find(|child| is(*child, crate::xades::dsig::NAMESPACE, name)).map(all_text);
    Ok(child("X509IssuerName")
        .zip(child("X509SerialNumber"))
        .map(|(issuer, serial)| IssuerSerial::Text { issuer, serial }))
}

fn read_policy(node: Node<'_, '_>) -> Result<SignaturePolicy, StructureFault> {
    if at_most_one(node, "SignaturePolicyImplied")?.is_some() {
        return Ok(SignaturePolicy::Implied);
    }
    let policy = exactly_one(node, "SignaturePolicyId")?;
    let identifier = all_text(exactly_one(exactly_one(policy, "SigPolicyId")?, "Identifier")?);
    let (digest_method, digest_value) = read_digest(exactly_one(policy, "SigPolicyHash")?)?;
    let address = policy.descendants().find(|node| is(*node, XADES, "SPURI")).map(all_text);
    let identifier = identifier.strip_prefix("urn:oid:").unwrap_or(&identifier).to_owned();
    Ok(SignaturePolicy::Explicit { identifier, digest_method, digest_value, address })
}

fn read_data_properties<'a, 'input>(
    parent: Node<'a, 'input>,
    properties: &mut SignedProperties<'a, 'input>,
) -> Outcome {
    for node in elements(parent) {
        match (node.tag_name().namespace(), node.tag_name().name()) {
            (Some(XADES), "DataObjectFormat") => properties.formats.push(read_format(node)?),
            (Some(XADES), "CommitmentTypeIndication") => {
                let identifier = node.descendants().find(|node| is(*node, XADES, "Identifier")).map(all_text);
                properties.commitments.extend(identifier);
            }
            (Some(XADES), "AllDataObjectsTimeStamp") => {
                properties.timestamps.push(read_timestamp(TimestampKind::AllDataObjects, node)?);
            }
            (Some(XADES), "IndividualDataObjectsTimeStamp") => {
                properties.timestamps.push(read_timestamp(TimestampKind::IndividualDataObjects, node)?);
            }
            _ => properties.notes.push(unknown(node)),
        }
    }
    Ok(())
}

fn read_format(node: Node<'_, '_>) -> Result<DataObjectFormat, StructureFault> {
    let reference = attribute(node, "ObjectReference").and_then(|text| text.strip_prefix('#')).map(str::to_owned);
    let media_type = at_most_one(node, "MimeType")?.map(simple_text).transpose()?;
    Ok(DataObjectFormat { reference, media_type })
}

/// DigestMethod and DigestValue of a `DigestAlgAndValueType`.
fn read_digest(node: Node<'_, '_>) -> Result<(String, Vec<u8>), StructureFault> {
    let child = |name| elements(node).find(|child| is(*child, crate::xades::dsig::NAMESPACE, name));
    let malformed = || malformed(node);
    let method = child("DigestMethod").and_then(|node| attribute(node, "Algorithm")).ok_or_else(malformed)?;
    let value = child("DigestValue").ok_or_else(malformed)?;
    Ok((method.to_owned(), base64_of(value)?))
}

pub(super) fn base64_of(node: Node<'_, '_>) -> Result<Vec<u8>, StructureFault> {
    let text = text_of(node).ok_or_else(|| malformed(node))?;
    decode_base64(&text).ok_or_else(|| malformed(node))
}

/// The text of an element that may hold nothing else: a reader must not see less than was signed.
fn simple_text(node: Node<'_, '_>) -> Result<String, StructureFault> {
    text_of(node).map(|text| text.trim().to_owned()).ok_or_else(|| malformed(node))
}

fn all_text(node: Node<'_, '_>) -> String {
    let parts = node.descendants().filter(Node::is_text).filter_map(|node| node.text());
    parts.collect::<String>().trim().to_owned()
}

pub(super) fn malformed(node: Node<'_, '_>) -> StructureFault {
    StructureFault::Malformed { element: node.tag_name().name().to_owned() }
}

fn unknown(node: Node<'_, '_>) -> StructureNote {
    StructureNote::UnknownProperty { element: node.tag_name().name().to_owned() }
}
