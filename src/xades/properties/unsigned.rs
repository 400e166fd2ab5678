//! Unsigned properties (clauses 5.3 to 5.5): evidence added after signing. Nothing here is authentic by itself.

use super::signed::{base64_of, malformed};
use crate::xades::structure::{StructureFault, XADES, XADES_141, elements, is};
use crate::xml::{Canonicalization, Node};

/// Which kind of time-stamp, by what its imprint covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimestampKind {
    /// AllDataObjectsTimeStamp.
    AllDataObjects,
    /// IndividualDataObjectsTimeStamp.
    IndividualDataObjects,
    /// SignatureTimeStamp.
    Signature,
    /// SigAndRefsTimeStamp of 1.3.2 and its V2.
    SignatureAndReferences,
    /// RefsOnlyTimeStamp of 1.3.2 and its V2.
    ReferencesOnly,
    /// ArchiveTimeStamp of 1.3.2.
    Archive132,
    /// ArchiveTimeStamp of 1.4.1.
    Archive141,
}

impl TimestampKind {
    /// Name of the property.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::AllDataObjects => "AllDataObjectsTimeStamp",
            Self::IndividualDataObjects => "IndividualDataObjectsTimeStamp",
            Self::Signature => "SignatureTimeStamp",
            Self::SignatureAndReferences => "SigAndRefsTimeStamp",
            Self::ReferencesOnly => "RefsOnlyTimeStamp",
            Self::Archive132 | Self::Archive141 => "ArchiveTimeStamp",
        }
    }
}

/// A time-stamp container (XAdESTimeStampType).
#[derive(Clone, Debug)]
pub struct TimestampProperty<'a, 'input> {
    /// Which kind.
    pub kind: TimestampKind,
    /// The element.
    pub element: Node<'a, 'input>,
    /// How XML is canonicalised for the imprint: Canonical XML 1.0 where not said; `None` where not permitted.
    pub canonicalization: Option<Canonicalization>,
    /// EncapsulatedTimeStamp elements, decoded.
    pub tokens: Vec<Vec<u8>>,
}

/// Everything under UnsignedSignatureProperties.
#[derive(Clone, Debug, Default)]
pub struct UnsignedProperties<'a, 'input> {
    /// Names of the properties in document order.
    pub names: Vec<String>,
    /// Time-stamps in document order.
    pub timestamps: Vec<TimestampProperty<'a, 'input>>,
    /// EncapsulatedX509Certificate of CertificateValues, TimeStampValidationData, AttrAuthoritiesCertValues.
    pub certificates: Vec<Vec<u8>>,
    /// EncapsulatedOCSPValue.
    pub ocsp_responses: Vec<Vec<u8>>,
    /// EncapsulatedCRLValue.
    pub crls: Vec<Vec<u8>>,
    /// Counter-signatures.
    pub counter_signatures: usize,
    /// Names of values that are not base64. They are evidence lost, not a fault of what was signed.
    pub malformed: Vec<String>,
}

/// Reads UnsignedSignatureProperties. Unknown properties are named and passed over; so are values that are not base64:
/// nobody signed them, and they must not be able to make a signature unreadable.
#[must_use]
pub fn read_unsigned<'a, 'input>(parent: Node<'a, 'input>) -> UnsignedProperties<'a, 'input> {
    let mut properties = UnsignedProperties::default();
    for node in elements(parent) {
        let name = node.tag_name().name();
        properties.names.push(name.to_owned());
        if let Some(kind) = timestamp_kind(node) {
            match read_timestamp(kind, node) {
                Ok(timestamp) => properties.timestamps.push(timestamp),
                Err(_) => properties.malformed.push(name.to_owned()),
            }
        } else if is(node, XADES, "CounterSignature") {
            properties.counter_signatures += 1;
        } else if VALUES.contains(&name) {
            read_values(node, &mut properties);
        }
    }
    properties
}

/// Properties that hold certificates and revocation data.
const VALUES: [&str; 6] = [
    "CertificateValues",
    "RevocationValues",
    "TimeStampValidationData",
    "AnyValidationData",
    "AttrAuthoritiesCertValues",
    "AttributeRevocationValues",
];

fn timestamp_kind(node: Node<'_, '_>) -> Option<TimestampKind> {
    match (node.tag_name().namespace()?, node.tag_name().name()) {
        (XADES, "SignatureTimeStamp") => Some(TimestampKind::Signature),
        (XADES, "SigAndRefsTimeStamp") | (XADES_141, "SigAndRefsTimeStampV2") => {
            Some(TimestampKind::SignatureAndReferences)
        }
        (XADES, "RefsOnlyTimeStamp") | (XADES_141, "RefsOnlyTimeStampV2") => Some(TimestampKind::ReferencesOnly),
        (XADES, "ArchiveTimeStamp") => Some(TimestampKind::Archive132),
        (XADES_141, "ArchiveTimeStamp") => Some(TimestampKind::Archive141),
        _ => None,
    }
}

fn read_values(node: Node<'_, '_>, properties: &mut UnsignedProperties<'_, '_>) {
    for value in node.descendants().filter(|node| node.tag_name().namespace() == Some(XADES)) {
        let values = match value.tag_name().name() {
            "EncapsulatedX509Certificate" => &mut properties.certificates,
            "EncapsulatedOCSPValue" => &mut properties.ocsp_responses,
            "EncapsulatedCRLValue" => &mut properties.crls,
            _ => continue,
        };
        match base64_of(value) {
            Ok(octets) => values.push(octets),
            Err(_) => properties.malformed.push(value.tag_name().name().to_owned()),
        }
    }
}

/// Reads one time-stamp container.
///
/// # Errors
/// [`StructureFault::Malformed`] where a token is not base64.
pub fn read_timestamp<'a, 'input>(
    kind: TimestampKind,
    element: Node<'a, 'input>,
) -> Result<TimestampProperty<'a, 'input>, StructureFault> {
    let method = elements(element).find(|node| is(*node, crate::xades::dsig::NAMESPACE, "CanonicalizationMethod"));
    let canonicalization = match method {
        None => Some(Canonicalization::DEFAULT),
        Some(method) => Canonicalization::from_element(method),
    };
    let tokens = elements(element).filter(|node| is(*node, XADES, "EncapsulatedTimeStamp"));
    let tokens = tokens.map(base64_of).collect::<Result<Vec<_>, _>>()?;
    if tokens.is_empty() {
        return Err(malformed(element));
    }
    Ok(TimestampProperty { kind, element, canonicalization, tokens })
}
