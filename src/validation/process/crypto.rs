//! Cryptographic verification (EN 319 102-1, 5.2.7): references in document order, then the signature value.

use super::{Cause, CheckId, Doubt, Failure, Finding, Indication, Outcome};
use crate::evidence::{ReferenceFacts, ReferenceMatch, ReferenceTarget, SignatureFacts, ValueFacts};
use crate::validation::Use;

/// The checks of references and value. The first failing reference in document order comes first, so that it decides; the
/// value comes after all references. That the properties are not covered at all is for signature acceptance to say
/// (5.2.8), after the path: see [`uncovered_properties`].
pub(super) fn findings(signature: &SignatureFacts) -> Vec<Finding> {
    let missing =
        first_position(signature, |reference| !is_of_properties(signature, reference) && is_missing(reference));
    let changed =
        first_position(signature, |reference| !is_of_properties(signature, reference) && is_changed(reference));
    let properties = first_position(signature, |reference| {
        is_of_properties(signature, reference) && reference.result != ReferenceMatch::Matches
    });
    let mut findings = vec![(missing, documents_present(signature)), (changed, documents_unchanged(signature))];
    findings.extend(signed_properties(signature).map(|finding| (properties, finding)));
    findings.sort_by_key(|(position, _)| *position);
    let value = signature_value(signature);
    let mut findings: Vec<Finding> = findings.into_iter().map(|(_, finding)| finding).chain([value]).collect();
    // That an algorithm proves nothing is for acceptance to say (5.2.8): what is broken comes first.
    let broken = Some(Indication::Indeterminate(Doubt::CryptoConstraintsFailureNoPoe));
    findings.sort_by_key(|finding| finding.indication == broken);
    findings
}

/// The one reference that claims to be of the signed properties. Any other one is judged like those of documents, whatever
/// it names: none may be wrong.
fn of_properties(signature: &SignatureFacts) -> Option<&ReferenceFacts> {
    let of_type =
        |reference: &&ReferenceFacts| reference.reference_type.as_deref() == Some(crate::xades::SIGNED_PROPERTIES_TYPE);
    signature.references.iter().find(of_type)
}

fn is_of_properties(signature: &SignatureFacts, reference: &ReferenceFacts) -> bool {
    of_properties(signature).is_some_and(|one| std::ptr::eq(one, reference))
}

fn is_missing(reference: &ReferenceFacts) -> bool {
    !matches!(reference.result, ReferenceMatch::Matches | ReferenceMatch::Differs)
}

fn is_changed(reference: &ReferenceFacts) -> bool {
    reference.result == ReferenceMatch::Differs
}

fn first_position(signature: &SignatureFacts, which: impl Fn(&ReferenceFacts) -> bool) -> usize {
    signature.references.iter().position(which).unwrap_or(usize::MAX)
}

fn documents_present(signature: &SignatureFacts) -> Finding {
    let id = CheckId::DocumentsPresent;
    let not_found = |cause| Finding::doubtful(id, Doubt::SignedDataNotFound, cause);
    let outside = signature.references.iter().filter(|reference| !is_of_properties(signature, reference));
    if let Some(reference) = outside.clone().find(|reference| is_missing(reference)) {
        return missing(id, reference);
    }
    let documents = signature.references.iter().filter(|r| matches!(r.target, ReferenceTarget::Document(_)));
    if documents.count() == 0 { not_found(Cause::NoDocumentSigned) } else { Finding::passed(id, None) }
}

/// What is signed could not be looked at: it is not there, or it was digested in a way that never holds.
fn missing(id: CheckId, reference: &ReferenceFacts) -> Finding {
    match broken_algorithm(&reference.digest_method).filter(|_| reference.result == ReferenceMatch::DigestUnsupported) {
        Some(cause) => Finding::doubtful(id, Doubt::CryptoConstraintsFailureNoPoe, cause),
        None => Finding::doubtful(id, Doubt::SignedDataNotFound, missing_cause(reference)),
    }
}

/// Algorithms that are known and not computed, since nothing is proven by them at any time (EN 319 102-1, 5.2.8).
const BROKEN: [(&str, &str); 2] = [
    ("http://www.w3.org/2001/04/xmldsig-more#md5", "MD5"),
    ("http://www.w3.org/2001/04/xmldsig-more#rsa-md5", "RSA with MD5"),
];

fn broken_algorithm(uri: &str) -> Option<Cause> {
    let (_, name) = BROKEN.iter().find(|(known, _)| *known == uri)?;
    Some(Cause::AlgorithmEnded { algorithm: (*name).to_owned(), used_for: Use::Signature })
}

fn missing_cause(reference: &ReferenceFacts) -> Cause {
    let uri = reference.uri.clone();
    match &reference.result {
        ReferenceMatch::TransformNotPermitted { algorithm } => {
            Cause::TransformNotPermitted { uri, algorithm: algorithm.clone() }
        }
        ReferenceMatch::DigestUnsupported => {
            Cause::DigestUnsupported { uri, algorithm: reference.digest_method.clone() }
        }
        ReferenceMatch::NotPermitted => Cause::ReferenceNotPermitted { uri },
        _ => Cause::DocumentMissing { uri },
    }
}

fn documents_unchanged(signature: &SignatureFacts) -> Finding {
    let id = CheckId::DocumentsUnchanged;
    let outside = signature.references.iter().filter(|reference| !is_of_properties(signature, reference));
    let changed = outside.clone().find(|reference| is_changed(reference));
    match changed.map(|reference| (&reference.target, &reference.uri)) {
        Some((ReferenceTarget::Document(document), _)) => {
            let cause = Cause::DocumentChanged { document: document.clone() };
            Finding::failed(id, Failure::HashFailure, cause)
        }
        Some((ReferenceTarget::SignedProperties, _)) => {
            Finding::failed(id, Failure::HashFailure, Cause::SignedPropertiesChanged)
        }
        Some((_, uri)) => Finding::failed(id, Failure::HashFailure, Cause::SignedPartChanged { uri: uri.clone() }),
        None if outside.clone().any(is_missing) => Finding::skipped(id, Cause::NotReached),
        None => Finding::passed(id, None),
    }
}

/// The properties are unchanged; `None` where nothing covers them.
fn signed_properties(signature: &SignatureFacts) -> Option<Finding> {
    let id = CheckId::SignedProperties;
    let reference = of_properties(signature)?;
    Some(match (&reference.target, &reference.result) {
        (ReferenceTarget::SignedProperties, ReferenceMatch::Matches) => Finding::passed(id, None),
        (ReferenceTarget::SignedProperties, ReferenceMatch::Differs) => {
            Finding::failed(id, Failure::HashFailure, Cause::SignedPropertiesChanged)
        }
        _ => missing(id, reference),
    })
}

/// The signature must cover its own properties; otherwise anybody could exchange the certificate they name.
pub(super) fn uncovered_properties(signature: &SignatureFacts) -> Option<Finding> {
    let uncovered = of_properties(signature).is_none();
    let (id, cause) = (CheckId::SignedProperties, Cause::SignedPropertiesNotCovered);
    uncovered.then(|| Finding::doubtful(id, Doubt::SigConstraintsFailure, cause))
}

fn signature_value(signature: &SignatureFacts) -> Finding {
    let id = CheckId::SignatureValue;
    let failed = |cause| Finding::failed(id, Failure::SigCryptoFailure, cause);
    match &signature.value {
        ValueFacts::Right => Finding::passed(id, None),
        ValueFacts::RightWithoutNull => Finding::noted(id, Outcome::Passed, Cause::SignatureValueWithoutNull),
        ValueFacts::Wrong { reason } => failed(Cause::SignatureValueWrong { reason: reason.clone() }),
        ValueFacts::MethodUnsupported => match broken_algorithm(&signature.signature_method) {
            Some(cause) => Finding::doubtful(id, Doubt::CryptoConstraintsFailureNoPoe, cause),
            None => failed(Cause::SignatureMethodUnsupported { algorithm: signature.signature_method.clone() }),
        },
        ValueFacts::CanonicalizationNotPermitted | ValueFacts::NoKey => Finding::skipped(id, Cause::NotReached),
    }
}
