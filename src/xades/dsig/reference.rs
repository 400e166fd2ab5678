//! What a reference points at, and its octets (XMLDSig 1.1, 4.4.3).

use std::borrow::Cow;

use super::{IdIndex, Reference, ReferenceFault, SignedInfo, Transform};
use crate::xml::{self, Canonicalization, Node, Subset, canonicalize};

const ENVELOPED_SIGNATURE: &str = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";

/// What the URI of a reference points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target<'r> {
    /// The empty URI: the document the signature is in.
    WholeDocument,
    /// `#id`: an element of that document.
    SameDocument(&'r str),
    /// A relative path, as written: a file beside the signature.
    Detached(&'r str),
    /// No URI attribute: the application would have to know.
    Absent,
    /// A scheme, an authority, an XPointer, a fragment of another file: never followed.
    NotPermitted,
}

/// Which transforms beside canonicalisation are carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permitted {
    /// None: signature files of containers.
    Container,
    /// The enveloped-signature transform: trusted lists (ETSI TS 119 612, annex B).
    TrustedList,
}

impl Reference<'_, '_> {
    /// What the URI points at, by its form alone.
    #[must_use]
    pub fn target(&self) -> Target<'_> {
        let Some(uri) = self.uri.as_deref() else { return Target::Absent };
        if uri.is_empty() {
            return Target::WholeDocument;
        }
        if let Some(fragment) = uri.strip_prefix('#') {
            let is_xpointer = fragment.is_empty() || fragment.contains(['(', ')', '#', '/']);
            return if is_xpointer { Target::NotPermitted } else { Target::SameDocument(fragment) };
        }
        if uri.starts_with("//") || uri.contains('#') || has_scheme(uri) {
            return Target::NotPermitted;
        }
        Target::Detached(uri)
    }
}

/// RFC 3986, 3.1. A colon later than the first path segment belongs to the path.
fn has_scheme(uri: &str) -> bool {
    let Some((scheme, _)) = uri.split_once(':') else { return false };
    scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
}

/// The octets a same-document reference digests, and the node they were made from: an element, or the root node for the
/// empty URI. Comments never count, whichever canonicalisation is named (4.4.3.3).
///
/// # Errors
/// [`ReferenceFault`]; `NotPermitted` also for a reference that is not same-document.
pub fn same_document_octets<'a, 'input>(
    reference: &Reference<'_, '_>,
    ids: &IdIndex<'a, 'input>,
    signature: Node<'a, 'input>,
    permitted: Permitted,
) -> Result<(Vec<u8>, Node<'a, 'input>), ReferenceFault> {
    same_document_octets_by(&Canonicalization::DEFAULT, reference, ids, signature, permitted)
}

/// As [`same_document_octets`], with the canonicalisation that follows where no transform did: time-stamps bring their
/// own (EN 319 132-1, 4.5).
///
/// # Errors
/// The same.
pub fn same_document_octets_by<'a, 'input>(
    last: &Canonicalization,
    reference: &Reference<'_, '_>,
    ids: &IdIndex<'a, 'input>,
    signature: Node<'a, 'input>,
    permitted: Permitted,
) -> Result<(Vec<u8>, Node<'a, 'input>), ReferenceFault> {
    let node = match reference.target() {
        Target::WholeDocument => signature.document().root(),
        Target::SameDocument(id) if ids.is_duplicate(id) => return Err(ReferenceFault::Ambiguous),
        Target::SameDocument(id) => ids.element(id).ok_or(ReferenceFault::NotFound)?,
        Target::Detached(_) | Target::Absent | Target::NotPermitted => return Err(ReferenceFault::NotPermitted),
    };
    let mut omitted = None;
    let mut octets: Option<Vec<u8>> = None;
    for transform in &reference.transforms {
        octets = match (transform, octets) {
            (Transform::Canonicalization(method), None) => Some(without_comments(node, omitted, method)),
            (Transform::Canonicalization(method), Some(before)) => Some(canonical_octets(&before, method)?),
            (Transform::EnvelopedSignature, None)
                if permitted == Permitted::TrustedList && signature.ancestors().any(|above| above == node) =>
            {
                omitted = Some(signature);
                None
            }
            (Transform::EnvelopedSignature, _) => return Err(not_permitted(ENVELOPED_SIGNATURE)),
            (Transform::NotPermitted(uri), _) => return Err(not_permitted(uri)),
        };
    }
    Ok((octets.unwrap_or_else(|| without_comments(node, omitted, last)), node))
}

/// The octets a detached reference with these transforms digests, from the octets of the file it names. Without
/// transforms they are the same.
///
/// # Errors
/// [`ReferenceFault::TransformNotPermitted`], and [`ReferenceFault::NotXml`] where a canonicalisation meets octets that
/// are not XML or exceed its limits.
pub fn detached_octets<'d>(transforms: &[Transform], data: Cow<'d, [u8]>) -> Result<Cow<'d, [u8]>, ReferenceFault> {
    transforms.iter().try_fold(data, |octets, transform| match transform {
        Transform::Canonicalization(method) => canonical_octets(&octets, method).map(Cow::Owned),
        Transform::EnvelopedSignature => Err(not_permitted(ENVELOPED_SIGNATURE)),
        Transform::NotPermitted(uri) => Err(not_permitted(uri)),
    })
}

/// The octets the signature value is made over; `None` where the canonicalisation is not supported.
#[must_use]
pub fn canonical_signed_info(signed_info: &SignedInfo<'_, '_>) -> Option<Vec<u8>> {
    let method = signed_info.canonicalization.as_ref()?;
    Some(canonicalize(Subset::Subtree(signed_info.element), method))
}

fn without_comments(node: Node<'_, '_>, omitted: Option<Node<'_, '_>>, method: &Canonicalization) -> Vec<u8> {
    let method = Canonicalization { comments: false, ..method.clone() };
    let subset = match (node.is_root(), omitted) {
        (true, None) => Subset::Document(node),
        (true, Some(omitted)) => Subset::DocumentWithout { document: node, omitted },
        (false, None) => Subset::Subtree(node),
        (false, Some(omitted)) => Subset::SubtreeWithout { element: node, omitted },
    };
    canonicalize(subset, &method)
}

fn canonical_octets(octets: &[u8], method: &Canonicalization) -> Result<Vec<u8>, ReferenceFault> {
    let text = xml::decode(octets).map_err(|_| ReferenceFault::NotXml)?;
    let document = xml::parse(&text).map_err(|_| ReferenceFault::NotXml)?;
    Ok(canonicalize(Subset::Document(document.root()), method))
}

fn not_permitted(algorithm: &str) -> ReferenceFault {
    ReferenceFault::TransformNotPermitted { algorithm: algorithm.to_owned() }
}
