//! Unsigned properties (clauses 5.3 to 5.5): evidence added after signing. Nothing here is authentic by itself.

use super::PropertyVersion;
use super::signed::{base64_of, malformed};
use crate::limits;
use crate::xades::structure::{StructureFault, XADES, XADES_141, elements, is};
use crate::xml::{Canonicalization, Node, attribute};

/// Which kind of time-stamp, by what its imprint covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimestampKind {
    /// AllDataObjectsTimeStamp.
    AllDataObjects,
    /// IndividualDataObjectsTimeStamp.
    IndividualDataObjects,
    /// SignatureTimeStamp.
    Signature,
    /// SigAndRefsTimeStamp of 1.3.2, or its V2.
    SignatureAndReferences(PropertyVersion),
    /// RefsOnlyTimeStamp of 1.3.2, or its V2.
    ReferencesOnly(PropertyVersion),
    /// ArchiveTimeStamp of 1.3.2.
    Archive132,
    /// ArchiveTimeStamp of 1.4.1.
    Archive141,
}

impl TimestampKind {
    /// Name of the property, whichever its version.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::AllDataObjects => "AllDataObjectsTimeStamp",
            Self::IndividualDataObjects => "IndividualDataObjectsTimeStamp",
            Self::Signature => "SignatureTimeStamp",
            Self::SignatureAndReferences(_) => "SigAndRefsTimeStamp",
            Self::ReferencesOnly(_) => "RefsOnlyTimeStamp",
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
    /// Which of the unsigned properties it is, in document order; `None` for a signed property.
    pub position: Option<usize>,
    /// What it says that it covers. Almost all say nothing: their kind says it (5.1.4, the implicit mechanism).
    pub includes: Vec<Include>,
    /// How XML is canonicalised for the imprint: Canonical XML 1.0 where not said; `None` where not permitted.
    pub canonicalization: Option<Canonicalization>,
    /// EncapsulatedTimeStamp elements, decoded.
    pub tokens: Vec<Vec<u8>>,
}

/// Include: something that a time-stamp says it covers (5.1.4, the explicit mechanism).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Include {
    /// Its URI without `#`; `None` where it names nothing in this file.
    pub id: Option<String>,
    /// referencedData: not the named Reference is meant, but what it refers to.
    pub referenced_data: bool,
}

/// A value of an unsigned property.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Encapsulated {
    /// Which of the unsigned properties it stands in, in document order.
    pub position: usize,
    /// The value, decoded.
    pub octets: Vec<u8>,
}

/// Everything under UnsignedSignatureProperties.
#[derive(Clone, Debug, Default)]
pub struct UnsignedProperties<'a, 'input> {
    /// Names of the properties in document order.
    pub names: Vec<String>,
    /// Time-stamps in document order.
    pub timestamps: Vec<TimestampProperty<'a, 'input>>,
    /// EncapsulatedX509Certificate of CertificateValues, TimeStampValidationData, AttrAuthoritiesCertValues.
    pub certificates: Vec<Encapsulated>,
    /// EncapsulatedOCSPValue.
    pub ocsp_responses: Vec<Encapsulated>,
    /// EncapsulatedCRLValue.
    pub crls: Vec<Encapsulated>,
    /// Counter-signatures.
    pub counter_signatures: usize,
    /// ArchiveTimeStamp properties of the 1.3.2 namespace, readable or not.
    pub old_archive_timestamps: usize,
    /// Names of values that are not base64. They are evidence lost, not a fault of what was signed.
    pub malformed: Vec<String>,
}

/// Reads UnsignedSignatureProperties. Unknown properties are named and passed over; so are values that are not base64:
/// nobody signed them, and they must not be able to make a signature unreadable.
#[must_use]
pub fn read_unsigned<'a, 'input>(parent: Node<'a, 'input>) -> UnsignedProperties<'a, 'input> {
    let mut properties = UnsignedProperties::default();
    for (position, node) in elements(parent).enumerate() {
        let name = node.tag_name().name();
        properties.names.push(name.to_owned());
        if let Some(kind) = timestamp_kind(node) {
            properties.old_archive_timestamps += usize::from(kind == TimestampKind::Archive132);
            match read_timestamp(kind, node) {
                Ok(timestamp) => {
                    properties.timestamps.push(TimestampProperty { position: Some(position), ..timestamp })
                }
                Err(_) => properties.malformed.push(name.to_owned()),
            }
        } else if is(node, XADES, "CounterSignature") {
            properties.counter_signatures += 1;
        } else if VALUES.contains(&name) {
            read_values(position, node, &mut properties);
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
        (XADES, "SigAndRefsTimeStamp") => Some(TimestampKind::SignatureAndReferences(PropertyVersion::V1)),
        (XADES_141, "SigAndRefsTimeStampV2") => Some(TimestampKind::SignatureAndReferences(PropertyVersion::V2)),
        (XADES, "RefsOnlyTimeStamp") => Some(TimestampKind::ReferencesOnly(PropertyVersion::V1)),
        (XADES_141, "RefsOnlyTimeStampV2") => Some(TimestampKind::ReferencesOnly(PropertyVersion::V2)),
        (XADES, "ArchiveTimeStamp") => Some(TimestampKind::Archive132),
        (XADES_141, "ArchiveTimeStamp") => Some(TimestampKind::Archive141),
        _ => None,
    }
}

fn read_values(position: usize, node: Node<'_, '_>, properties: &mut UnsignedProperties<'_, '_>) {
    for value in node.descendants().filter(|node| node.tag_name().namespace() == Some(XADES)) {
        let values = match value.tag_name().name() {
            "EncapsulatedX509Certificate" => &mut properties.certificates,
            "EncapsulatedOCSPValue" => &mut properties.ocsp_responses,
            "EncapsulatedCRLValue" => &mut properties.crls,
            _ => continue,
        };
        match base64_of(value) {
            Ok(octets) => values.push(Encapsulated { position, octets }),
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
    Ok(TimestampProperty { kind, element, position: None, includes: includes(element), canonicalization, tokens })
}

/// ReferenceInfo, which says the same by digests, counts as one that names nothing in this file.
fn includes(element: Node<'_, '_>) -> Vec<Include> {
    let stated = |node: &Node<'_, '_>| is(*node, XADES, "Include") || is(*node, XADES, "ReferenceInfo");
    let include = |node| Include {
        id: attribute(node, "URI").and_then(|uri| uri.strip_prefix('#')).map(str::to_owned),
        referenced_data: matches!(attribute(node, "referencedData"), Some("true" | "1")),
    };
    // One more than is ever followed, so that too many can be told from enough.
    elements(element).filter(stated).take(limits::REFERENCES + 1).map(include).collect()
}
