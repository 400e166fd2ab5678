//! References: what lies inside the signature file is digested at once, what lies outside is noted and digested later,
//! each document once for all signatures.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use super::{DocumentFacts, ReferenceFacts, ReferenceMatch, ReferenceTarget, SignatureFileFacts};
use crate::container::{Container, ContentError, Resolved};
use crate::crypto::{DigestAlgorithm, Sha256};
use crate::limits;
use crate::xades::Signature;
use crate::xades::dsig::{self, IdIndex, Permitted, Reference, ReferenceFault, Target, Transform};

/// A reference with what is still open about it.
pub(super) struct Examined {
    facts: ReferenceFacts,
    open: Option<Open>,
}

/// What a detached reference waits for.
struct Open {
    target: OpenTarget,
    algorithm: DigestAlgorithm,
    expected: Vec<u8>,
    transforms: Vec<Transform>,
}

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum OpenTarget {
    Document(usize),
    Entry(String),
}

/// Where a reference stands in the evidence.
#[derive(Clone, Copy)]
pub(super) struct Position {
    file: usize,
    signature: usize,
    reference: usize,
}

impl Position {
    pub(super) fn find(self, files: &mut [SignatureFileFacts]) -> Option<&mut ReferenceFacts> {
        files.get_mut(self.file)?.signatures.get_mut(self.signature)?.references.get_mut(self.reference)
    }
}

/// All detached references of a container.
#[derive(Default)]
pub(super) struct Pending(Vec<(Position, Open)>);

/// What settling gave.
pub(super) struct Settled {
    pub(super) documents: Vec<DocumentFacts>,
    pub(super) results: Vec<(Position, ReferenceMatch)>,
}

/// Looks at every reference of a signature.
pub(super) fn examine(
    signature: &Signature<'_, '_>,
    ids: &IdIndex<'_, '_>,
    container: &Container<'_>,
) -> Vec<Examined> {
    let references = signature.signed_info.references.iter().enumerate();
    let formats = media_types(signature);
    let media_type = |reference: &Reference<'_, '_>| {
        reference.id.as_deref().and_then(|id| formats.get(id)).map(|one| (*one).to_owned())
    };
    let examined = references.map(|(at, reference)| {
        let mut examined = examine_one(at, reference, signature, ids, container);
        examined.facts.media_type = media_type(reference);
        examined
    });
    examined.collect()
}

fn examine_one(
    at: usize,
    reference: &Reference<'_, '_>,
    signature: &Signature<'_, '_>,
    ids: &IdIndex<'_, '_>,
    container: &Container<'_>,
) -> Examined {
    let facts = |target, result| ReferenceFacts {
        id: reference.id.clone(),
        uri: reference.uri.clone().unwrap_or_default(),
        reference_type: reference.reference_type.clone(),
        target,
        transforms: reference.transform_uris.clone(),
        digest_method: reference.digest_method.clone(),
        media_type: None,
        result,
    };
    let settled = |target, result| Examined { facts: facts(target, result), open: None };
    let algorithm = DigestAlgorithm::from_uri(&reference.digest_method);
    match reference.target() {
        Target::SameDocument(_) => {
            let (target, result) = same_document(at, reference, signature, ids, algorithm);
            settled(target, result)
        }
        Target::Detached(uri) => {
            let (target, name) = match container.resolve(uri) {
                Resolved::Document(index) => match container.documents.get(index) {
                    Some(document) => (OpenTarget::Document(index), ReferenceTarget::Document(document.name.clone())),
                    None => return settled(ReferenceTarget::Nothing, ReferenceMatch::NotFound),
                },
                Resolved::OtherEntry(name) => (OpenTarget::Entry(name.clone()), ReferenceTarget::OtherEntry(name)),
                Resolved::NotFound => return settled(ReferenceTarget::Nothing, ReferenceMatch::NotFound),
                Resolved::NotPermitted => return settled(ReferenceTarget::Nothing, ReferenceMatch::NotPermitted),
            };
            let Some(algorithm) = algorithm else { return settled(name, ReferenceMatch::DigestUnsupported) };
            let open = Open {
                target,
                algorithm,
                expected: reference.digest_value.clone(),
                transforms: reference.transforms.clone(),
            };
            Examined { facts: facts(name, ReferenceMatch::NotFound), open: Some(open) }
        }
        Target::WholeDocument | Target::Absent => settled(ReferenceTarget::Nothing, ReferenceMatch::NotFound),
        Target::NotPermitted => settled(ReferenceTarget::Nothing, ReferenceMatch::NotPermitted),
    }
}

/// What DataObjectFormat says references are (EN 319 132-1, 5.2.4), by their Ids; the first counts.
fn media_types<'s>(signature: &'s Signature<'_, '_>) -> HashMap<&'s str, &'s str> {
    let mut types = HashMap::new();
    for format in &signature.signed.formats {
        if let (Some(id), Some(media_type)) = (format.reference.as_deref(), format.media_type.as_deref()) {
            types.entry(id).or_insert(media_type);
        }
    }
    types
}

fn same_document(
    at: usize,
    reference: &Reference<'_, '_>,
    signature: &Signature<'_, '_>,
    ids: &IdIndex<'_, '_>,
    algorithm: Option<DigestAlgorithm>,
) -> (ReferenceTarget, ReferenceMatch) {
    let octets = dsig::same_document_octets(reference, ids, signature.element, Permitted::Container);
    let (octets, node) = match octets {
        Ok(found) => found,
        Err(fault) => return (ReferenceTarget::Nothing, unmatched(fault)),
    };
    // The node that was digested, not one that merely has the same name, must be the one whose values are shown.
    let is_properties = node == signature.signed.element && signature.signed_properties_reference == Some(at);
    let within = node.ancestors().any(|ancestor| ancestor == signature.element);
    let target = match (is_properties, within) {
        (true, _) => ReferenceTarget::SignedProperties,
        (false, true) => ReferenceTarget::SignaturePart,
        (false, false) => return (ReferenceTarget::Nothing, ReferenceMatch::NotFound),
    };
    // A reference that claims to be of the signed properties and digests another node covers nothing.
    if signature.signed_properties_reference == Some(at) && !is_properties {
        return (ReferenceTarget::Nothing, ReferenceMatch::NotFound);
    }
    let Some(algorithm) = algorithm else { return (target, ReferenceMatch::DigestUnsupported) };
    (target, compare(&algorithm.digest(&octets), &reference.digest_value))
}

fn unmatched(fault: ReferenceFault) -> ReferenceMatch {
    match fault {
        ReferenceFault::NotFound => ReferenceMatch::NotFound,
        ReferenceFault::NotPermitted => ReferenceMatch::NotPermitted,
        ReferenceFault::TransformNotPermitted { algorithm } => ReferenceMatch::TransformNotPermitted { algorithm },
        ReferenceFault::Ambiguous => ReferenceMatch::NotFound,
        ReferenceFault::NotXml => ReferenceMatch::NotXml,
    }
}

fn compare(digest: &[u8], expected: &[u8]) -> ReferenceMatch {
    if digest == expected { ReferenceMatch::Matches } else { ReferenceMatch::Differs }
}

impl Pending {
    /// Keeps what is open of a signature's references and hands back their facts.
    pub(super) fn note(&mut self, file: usize, signature: usize, examined: Vec<Examined>) -> Vec<ReferenceFacts> {
        let mut facts = Vec::with_capacity(examined.len());
        for (reference, one) in examined.into_iter().enumerate() {
            if let Some(open) = one.open {
                self.0.push((Position { file, signature, reference }, open));
            }
            facts.push(one.facts);
        }
        facts
    }

    /// Digests every document in one pass each and compares.
    pub(super) fn settle(self, container: &Container<'_>) -> Result<Settled, ContentError> {
        let mut documents = Vec::with_capacity(container.documents.len());
        let mut results = Vec::with_capacity(self.0.len());
        let mut open: BTreeMap<OpenTarget, Vec<(Position, Open)>> = BTreeMap::new();
        for (position, waiting) in self.0 {
            open.entry(waiting.target.clone()).or_default().push((position, waiting));
        }
        for (index, document) in container.documents.iter().enumerate() {
            let waiting = open.remove(&OpenTarget::Document(index)).unwrap_or_default();
            let algorithms = algorithms(&waiting);
            let digests = container.digest_document(document, &algorithms)?;
            let sha256 = of_algorithm(&algorithms, &digests, DigestAlgorithm::Sha256);
            documents.push(DocumentFacts {
                name: document.name.clone(),
                size: document.size,
                sha256: sha256.and_then(Sha256::from_bytes).unwrap_or(Sha256([0; 32])),
                media_type: document.media_type.clone(),
            });
            for (position, waiting) in waiting {
                let result = if waiting.transforms.is_empty() {
                    let digest = of_algorithm(&algorithms, &digests, waiting.algorithm);
                    compare(digest.unwrap_or_default(), &waiting.expected)
                } else {
                    let content = container.read_document(document, limits::DOCUMENT_TEXT_BYTES)?;
                    transformed(&waiting, content)
                };
                results.push((position, result));
            }
        }
        for (target, waiting) in open {
            let OpenTarget::Entry(name) = target else { continue };
            let algorithms = algorithms(&waiting);
            let digests = container.digest_entry(&name, &algorithms)?;
            for (position, waiting) in waiting {
                let digest = of_algorithm(&algorithms, &digests, waiting.algorithm);
                let plain = waiting.transforms.is_empty();
                let result =
                    if plain { compare(digest.unwrap_or_default(), &waiting.expected) } else { refuse(&waiting) };
                results.push((position, result));
            }
        }
        Ok(Settled { documents, results })
    }
}

/// SHA-256 for the report, and whatever the references ask for.
fn algorithms(waiting: &[(Position, Open)]) -> Vec<DigestAlgorithm> {
    let mut algorithms = vec![DigestAlgorithm::Sha256];
    algorithms.extend(waiting.iter().filter(|(_, open)| open.transforms.is_empty()).map(|(_, open)| open.algorithm));
    algorithms.sort_unstable();
    algorithms.dedup();
    algorithms
}

fn of_algorithm<'d>(
    algorithms: &[DigestAlgorithm],
    digests: &'d [Vec<u8>],
    algorithm: DigestAlgorithm,
) -> Option<&'d [u8]> {
    algorithms.iter().zip(digests).find(|(of, _)| **of == algorithm).map(|(_, digest)| digest.as_slice())
}

fn transformed(open: &Open, content: Vec<u8>) -> ReferenceMatch {
    match dsig::detached_octets(&open.transforms, Cow::Owned(content)) {
        Ok(octets) => compare(&open.algorithm.digest(&octets), &open.expected),
        Err(fault) => unmatched(fault),
    }
}

/// Transforms over entries under META-INF have no use in any profile.
fn refuse(open: &Open) -> ReferenceMatch {
    let algorithm = match open.transforms.first() {
        Some(Transform::NotPermitted(uri)) => uri.clone(),
        _ => String::new(),
    };
    ReferenceMatch::TransformNotPermitted { algorithm }
}
