//! Structure rules of XAdES (ETSI EN 319 132-1, clause 4; `docs/policy.md`): one home for each property, unique ids.

use serde::{Deserialize, Serialize};

use super::dsig::{self, DsigFault};
use crate::xml::{Node, attribute};

/// Namespace of XAdES 1.3.2, which baseline signatures use.
pub const XADES: &str = "http://uri.etsi.org/01903/v1.3.2#";
/// Namespace of the properties added in XAdES 1.4.1.
pub const XADES_141: &str = "http://uri.etsi.org/01903/v1.4.1#";
/// Namespaces of versions that are recognised and not read.
const OLD_NAMESPACES: [&str; 2] = ["http://uri.etsi.org/01903/v1.1.1#", "http://uri.etsi.org/01903/v1.2.2#"];

/// Why a signature's structure is refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(tag = "fault", rename_all = "kebab-case")]
pub enum StructureFault {
    /// The root element is not one that holds signatures.
    #[error("the root element {element} holds no signatures")]
    UnknownRoot {
        /// Its name.
        element: String,
    },
    /// The root element holds no signature directly below it.
    #[error("the file holds no signature")]
    NoSignature,
    /// More signatures than `limits` allow.
    #[error("the file holds too many signatures")]
    TooManySignatures,
    /// An Id attribute value occurs twice.
    #[error("the identifier {id} occurs more than once")]
    DuplicateId {
        /// The value.
        id: String,
    },
    /// The XML signature itself is incomplete.
    #[error("{reason}")]
    Dsig {
        /// How.
        reason: DsigFault,
    },
    /// There is not exactly one QualifyingProperties.
    #[error("there are {count} QualifyingProperties elements")]
    QualifyingProperties {
        /// How many.
        count: usize,
    },
    /// QualifyingProperties are for another signature.
    #[error("QualifyingProperties target another signature")]
    Target,
    /// QualifyingPropertiesReference: properties kept elsewhere.
    #[error("properties are kept outside the signature")]
    IndirectProperties,
    /// An old XAdES version.
    #[error("XAdES namespace {namespace} is not supported")]
    OldNamespace {
        /// Its namespace.
        namespace: String,
    },
    /// SignedProperties or one of its parts is missing, repeated, or has no Id.
    #[error("{element} is missing or repeated")]
    Cardinality {
        /// Its name.
        element: String,
    },
    /// A property that is a text holds elements, or is not of its type.
    #[error("{element} is malformed")]
    Malformed {
        /// Its name.
        element: String,
    },
    /// Several references claim to be the one to SignedProperties.
    #[error("{count} references are to SignedProperties")]
    SignedPropertiesReferences {
        /// How many.
        count: usize,
    },
}

/// Oddities of structure that real files have and that do not stop reading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "note", rename_all = "kebab-case")]
pub enum StructureNote {
    /// A Signature element somewhere else than directly under the root: not evaluated.
    NestedSignature,
    /// A counter-signature: recognised, not evaluated.
    CounterSignature,
    /// A property that nothing here reads.
    UnknownProperty {
        /// Its name.
        element: String,
    },
    /// SigningTime is not a date and time with zone.
    SigningTimeUnclear,
    /// Both versions of SigningCertificate are there.
    TwoSigningCertificateProperties,
    /// A data reference without its DataObjectFormat.
    DataObjectFormatMissing,
}

/// The element that holds the properties, once it is proven to be the one and only.
#[derive(Clone, Copy, Debug)]
pub struct QualifyingProperties<'a, 'input> {
    /// SignedProperties.
    pub signed: Node<'a, 'input>,
    /// UnsignedSignatureProperties, where there are any.
    pub unsigned: Option<Node<'a, 'input>>,
}

/// Finds the properties of `signature` by structural path: Object, QualifyingProperties, SignedProperties.
///
/// # Errors
/// [`StructureFault`] where that path is not there exactly once, or leads to another signature's properties.
pub fn qualifying_properties<'a, 'input>(
    signature: Node<'a, 'input>,
) -> Result<QualifyingProperties<'a, 'input>, StructureFault> {
    let objects = || elements(signature).filter(|node| is(*node, dsig::NAMESPACE, "Object"));
    let children = || objects().flat_map(elements);
    if let Some(old) = children().find_map(|node| old_namespace(node)) {
        return Err(StructureFault::OldNamespace { namespace: old.to_owned() });
    }
    if children().any(|node| is(node, XADES, "QualifyingPropertiesReference")) {
        return Err(StructureFault::IndirectProperties);
    }
    let found: Vec<_> = children().filter(|node| is(*node, XADES, "QualifyingProperties")).collect();
    let &[properties] = found.as_slice() else {
        return Err(StructureFault::QualifyingProperties { count: found.len() });
    };
    target_is(properties, signature)?;
    let signed = exactly_one(properties, "SignedProperties")?;
    let unsigned = at_most_one(properties, "UnsignedProperties")?
        .map(|unsigned| at_most_one(unsigned, "UnsignedSignatureProperties"))
        .transpose()?
        .flatten();
    Ok(QualifyingProperties { signed, unsigned })
}

/// Target must name this signature's Id.
fn target_is(properties: Node<'_, '_>, signature: Node<'_, '_>) -> Result<(), StructureFault> {
    let target = attribute(properties, "Target").and_then(|target| target.strip_prefix('#'));
    match (target, attribute(signature, "Id")) {
        (Some(target), Some(id)) if target == id => Ok(()),
        _ => Err(StructureFault::Target),
    }
}

/// Child elements.
pub fn elements<'a, 'input>(node: Node<'a, 'input>) -> impl Iterator<Item = Node<'a, 'input>> {
    node.children().filter(Node::is_element)
}

/// Whether `node` is the element `name` of `namespace`.
#[must_use]
pub fn is(node: Node<'_, '_>, namespace: &str, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name && node.tag_name().namespace() == Some(namespace)
}

/// The XAdES 1.3.2 child called `name`.
///
/// # Errors
/// [`StructureFault::Cardinality`] unless there is exactly one.
pub fn exactly_one<'a, 'input>(parent: Node<'a, 'input>, name: &str) -> Result<Node<'a, 'input>, StructureFault> {
    at_most_one(parent, name)?.ok_or_else(|| StructureFault::Cardinality { element: name.to_owned() })
}

/// The XAdES 1.3.2 child called `name`, if any.
///
/// # Errors
/// [`StructureFault::Cardinality`] where there are several.
pub fn at_most_one<'a, 'input>(
    parent: Node<'a, 'input>,
    name: &str,
) -> Result<Option<Node<'a, 'input>>, StructureFault> {
    let mut found = elements(parent).filter(|node| is(*node, XADES, name));
    match (found.next(), found.next()) {
        (first, None) => Ok(first),
        (_, Some(_)) => Err(StructureFault::Cardinality { element: name.to_owned() }),
    }
}

fn old_namespace<'a>(node: Node<'a, '_>) -> Option<&'a str> {
    let namespace = node.tag_name().namespace()?;
    OLD_NAMESPACES.contains(&namespace).then_some(namespace)
}
