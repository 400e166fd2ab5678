//! `ds:Signature` to types; structure is checked, nothing is judged (XMLDSig 1.1, 4.1 to 4.5).

use std::borrow::Cow;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::{DsigFault, NAMESPACE, Reference, SignedInfo, Target, Transform};
use crate::limits;
use crate::xml::{Canonicalization, Node, attribute};

const ENVELOPED_SIGNATURE: &str = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";

/// Reads the SignedInfo of a `ds:Signature`, after checking that the signature has SignedInfo, SignatureValue, at most
/// one KeyInfo, then any Objects, in this order and nothing else.
///
/// # Errors
/// [`DsigFault`] names the element that is missing, repeated, misplaced or unreadable.
pub fn read_signed_info<'a, 'input>(signature: Node<'a, 'input>) -> Result<SignedInfo<'a, 'input>, DsigFault> {
    let mut children = Children::of(signature);
    let element = children.one("SignedInfo")?;
    children.one("SignatureValue")?;
    children.at_most_one("KeyInfo")?;
    while children.optional("Object").is_some() {}
    children.end()?;

    let mut children = Children::of(element);
    let canonicalization = children.one("CanonicalizationMethod")?;
    let signature_method_element = children.one("SignatureMethod")?;
    let mut references = Vec::new();
    while let Some(reference) = children.optional("Reference") {
        if references.len() >= limits::REFERENCES {
            return Err(too_many("references"));
        }
        references.push(read_reference(reference)?);
    }
    children.end()?;
    if references.is_empty() {
        return Err(missing("Reference"));
    }
    let into_file =
        |reference: &&Reference<'_, '_>| matches!(reference.target(), Target::SameDocument(_) | Target::WholeDocument);
    if references.iter().filter(into_file).count() > limits::SAME_DOCUMENT_REFERENCES {
        return Err(too_many("references into the signature file"));
    }
    Ok(SignedInfo {
        element,
        canonicalization_uri: algorithm(canonicalization)?,
        canonicalization: Canonicalization::from_element(canonicalization),
        signature_method: algorithm(signature_method_element)?,
        signature_method_element,
        references,
    })
}

fn read_reference<'a, 'input>(element: Node<'a, 'input>) -> Result<Reference<'a, 'input>, DsigFault> {
    let mut children = Children::of(element);
    let (transforms, transform_uris) = match children.optional("Transforms") {
        Some(transforms) => read_transforms(transforms)?.into_iter().unzip(),
        None => Default::default(),
    };
    let digest_method = algorithm(children.one("DigestMethod")?)?;
    let digest_value = base64_of(children.one("DigestValue")?)?;
    children.end()?;
    let own = |name| attribute(element, name).map(str::to_owned);
    Ok(Reference {
        element,
        id: own("Id"),
        uri: own("URI"),
        reference_type: own("Type"),
        transforms,
        transform_uris,
        digest_method,
        digest_value,
    })
}

fn read_transforms(element: Node<'_, '_>) -> Result<Vec<(Transform, String)>, DsigFault> {
    let mut children = Children::of(element);
    let mut transforms = Vec::new();
    while let Some(transform) = children.optional("Transform") {
        if transforms.len() >= limits::TRANSFORMS {
            return Err(too_many("transforms"));
        }
        let uri = algorithm(transform)?;
        let known = match Canonicalization::from_element(transform) {
            Some(method) => Transform::Canonicalization(method),
            None if uri == ENVELOPED_SIGNATURE => Transform::EnvelopedSignature,
            None => Transform::NotPermitted(uri.clone()),
        };
        transforms.push((known, uri));
    }
    children.end()?;
    if transforms.is_empty() { Err(missing("Transform")) } else { Ok(transforms) }
}

/// The octets of the SignatureValue of a `ds:Signature`.
///
/// # Errors
/// [`DsigFault`] where it is missing, repeated or not base64.
pub fn signature_value(signature: Node<'_, '_>) -> Result<Vec<u8>, DsigFault> {
    let mut values = signature.children().filter(|child| child.has_tag_name((NAMESPACE, "SignatureValue")));
    let value = values.next().ok_or_else(|| missing("SignatureValue"))?;
    match values.next() {
        None => base64_of(value),
        Some(_) => Err(DsigFault::Repeated { element: "SignatureValue".to_owned() }),
    }
}

/// The text of an element: all its text children in one, comments and processing instructions between them ignored as
/// canonicalisation ignores them. `None` where it has element children.
#[must_use]
pub fn text_of<'a>(node: Node<'a, '_>) -> Option<Cow<'a, str>> {
    let mut text = Cow::Borrowed("");
    for child in node.children() {
        if child.is_element() {
            return None;
        }
        if !child.is_text() {
            continue;
        }
        match child.text() {
            Some(part) if text.is_empty() => text = Cow::Borrowed(part),
            Some(part) => text.to_mut().push_str(part),
            None => {}
        }
    }
    Some(text)
}

/// Octets from base64 in XML: white space anywhere, otherwise strict (canonical padding, no stray bits). `None` for
/// anything else, and for nothing at all.
#[must_use]
pub fn decode_base64(text: &str) -> Option<Vec<u8>> {
    let is_space = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r');
    let dense: Cow<'_, [u8]> = if text.bytes().any(|byte| is_space(&byte)) {
        Cow::Owned(text.bytes().filter(|byte| !is_space(byte)).collect())
    } else {
        Cow::Borrowed(text.as_bytes())
    };
    STANDARD.decode(dense).ok().filter(|octets| !octets.is_empty())
}

/// DER of every `KeyInfo/X509Data/X509Certificate` of a `ds:Signature`, in document order; what is not base64 is left
/// out. Nothing vouches for them: they are candidates.
#[must_use]
pub fn key_info_certificates(signature: Node<'_, '_>) -> Vec<Vec<u8>> {
    let named = |node: Node<'_, '_>, name: &str| node.has_tag_name((NAMESPACE, name));
    signature
        .children()
        .filter(|child| named(*child, "KeyInfo"))
        .flat_map(|key_info| key_info.children())
        .filter(|child| named(*child, "X509Data"))
        .flat_map(|data| data.children())
        .filter(|child| named(*child, "X509Certificate"))
        .take(limits::CERTIFICATES)
        .filter_map(|certificate| decode_base64(&text_of(certificate)?))
        .filter(|der| der.len() <= limits::DER_BYTES)
        .collect()
}

fn base64_of(element: Node<'_, '_>) -> Result<Vec<u8>, DsigFault> {
    text_of(element)
        .and_then(|text| decode_base64(&text))
        .ok_or_else(|| DsigFault::NotBase64 { element: element.tag_name().name().to_owned() })
}

fn algorithm(element: Node<'_, '_>) -> Result<String, DsigFault> {
    let uri = attribute(element, "Algorithm").map(str::to_owned);
    uri.ok_or_else(|| missing(&format!("{}/@Algorithm", element.tag_name().name())))
}

fn missing(element: &str) -> DsigFault {
    DsigFault::Missing { element: element.to_owned() }
}

fn too_many(what: &str) -> DsigFault {
    DsigFault::TooMany { what: what.to_owned() }
}

/// The child elements of an element, taken in the order of the schema. Text between them is ignored.
struct Children<'a, 'input> {
    rest: std::iter::Peekable<ElementChildren<'a, 'input>>,
    taken: Vec<&'static str>,
}

type ElementChildren<'a, 'input> = std::iter::Filter<roxmltree::Children<'a, 'input>, fn(&Node<'a, 'input>) -> bool>;

impl<'a, 'input> Children<'a, 'input> {
    fn of(element: Node<'a, 'input>) -> Self {
        let is_element: fn(&Node<'a, 'input>) -> bool = Node::is_element;
        Self { rest: element.children().filter(is_element).peekable(), taken: Vec::new() }
    }

    fn optional(&mut self, name: &'static str) -> Option<Node<'a, 'input>> {
        let child = self.rest.next_if(|child| child.has_tag_name((NAMESPACE, name)))?;
        if self.taken.last() != Some(&name) {
            self.taken.push(name);
        }
        Some(child)
    }

    fn at_most_one(&mut self, name: &'static str) -> Result<Option<Node<'a, 'input>>, DsigFault> {
        let first = self.optional(name);
        match self.optional(name) {
            None => Ok(first),
            Some(_) => Err(DsigFault::Repeated { element: name.to_owned() }),
        }
    }

    fn one(&mut self, name: &'static str) -> Result<Node<'a, 'input>, DsigFault> {
        self.at_most_one(name)?.ok_or_else(|| missing(name))
    }

    /// Nothing may follow: a known element out of order is a repetition, any other is unexpected.
    fn end(&mut self) -> Result<(), DsigFault> {
        let Some(child) = self.rest.next() else { return Ok(()) };
        let element = child.tag_name().name().to_owned();
        let known = child.tag_name().namespace() == Some(NAMESPACE) && self.taken.iter().any(|name| *name == element);
        Err(if known { DsigFault::Repeated { element } } else { DsigFault::Unexpected { element } })
    }
}
