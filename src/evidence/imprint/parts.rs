//! What each kind of time-stamp covers, in order (EN 319 132-1, 5.2.8, 5.3, 5.5.2.2, A.1.5; TS 101 903, 7 and 8 for the
//! kinds of 1.3.2).

use crate::limits;
use crate::xades::structure::{XADES, XADES_141, elements, is};
use crate::xades::{PropertyVersion, Signature, TimestampKind, TimestampProperty, dsig};
use crate::xml::{Node, attribute};

/// One piece of what is digested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part<'a, 'input> {
    /// What a reference of SignedInfo, by its position, refers to.
    Reference(usize),
    /// An element, canonicalised in its place.
    Element(Node<'a, 'input>),
}

/// The pieces `property` covers, in order; `None` where it says that it covers something else than its kind does, or
/// where something that its kind needs is missing.
pub(super) fn parts<'a, 'input>(
    signature: &Signature<'a, 'input>,
    property: &TimestampProperty<'a, 'input>,
) -> Option<Vec<Part<'a, 'input>>> {
    let value = Part::Element(signature.value_element);
    match property.kind {
        TimestampKind::AllDataObjects => implicit(property, data_references(signature).map(Part::Reference).collect()),
        TimestampKind::IndividualDataObjects => individual(signature, property),
        TimestampKind::Signature => signature_value(signature, property).then(|| vec![value]),
        TimestampKind::SignatureAndReferences(version) => {
            let names = [&[(XADES, "SignatureTimeStamp")], references(version)].concat();
            let others = preceding(property).filter(|node| is_one_of(*node, &names)).map(Part::Element);
            implicit(property, std::iter::once(value).chain(others).collect())
        }
        TimestampKind::ReferencesOnly(version) => {
            implicit(property, preceding_references(property, version).map(Part::Element).collect())
        }
        TimestampKind::Archive132 | TimestampKind::Archive141 => implicit(property, archive(signature, property)),
    }
}

/// Nothing stated, and not nothing covered: a digest of nothing would prove nothing.
fn implicit<'a, 'input>(
    property: &TimestampProperty<'_, '_>,
    parts: Vec<Part<'a, 'input>>,
) -> Option<Vec<Part<'a, 'input>>> {
    (property.includes.is_empty() && !parts.is_empty()).then_some(parts)
}

/// Positions of the references to what is signed: all but the one to SignedProperties.
pub(in crate::evidence) fn data_references(signature: &Signature<'_, '_>) -> impl Iterator<Item = usize> + use<> {
    let properties = signature.signed_properties_reference;
    (0..signature.signed_info.references.len()).filter(move |position| Some(*position) != properties)
}

/// Each Include names a Reference by its Id and means the data (5.2.8.2).
fn individual<'a, 'input>(
    signature: &Signature<'_, '_>,
    property: &TimestampProperty<'_, '_>,
) -> Option<Vec<Part<'a, 'input>>> {
    let positions = included_references(signature, property)?;
    (!positions.is_empty()).then(|| positions.into_iter().map(Part::Reference).collect())
}

/// Positions of the references that an IndividualDataObjectsTimeStamp names, in its order; `None` where it names
/// anything else.
pub(in crate::evidence) fn included_references(
    signature: &Signature<'_, '_>,
    property: &TimestampProperty<'_, '_>,
) -> Option<Vec<usize>> {
    if property.includes.len() > limits::REFERENCES {
        return None;
    }
    let position = |id: &str| {
        let mut named = data_references(signature).filter(|position| {
            let reference = signature.signed_info.references.get(*position);
            reference.and_then(|reference| reference.id.as_deref()) == Some(id)
        });
        // An Id that two references have names neither.
        named.next().filter(|_| named.next().is_none())
    };
    let of_include =
        |include: &crate::xades::Include| position(include.id.as_deref()?).filter(|_| include.referenced_data);
    property.includes.iter().map(of_include).collect()
}

/// Nothing stated, or what is covered anyway: some old producers name SignatureValue.
fn signature_value(signature: &Signature<'_, '_>, property: &TimestampProperty<'_, '_>) -> bool {
    match property.includes.as_slice() {
        [] => true,
        [include] => include.id.is_some() && include.id.as_deref() == attribute(signature.value_element, "Id"),
        _ => false,
    }
}

/// The steps of 5.5.2.2; those of 1.3.2 (TS 101 903, 8.2.1) leave out objects that references name.
fn archive<'a, 'input>(
    signature: &Signature<'a, 'input>,
    property: &TimestampProperty<'a, 'input>,
) -> Vec<Part<'a, 'input>> {
    let mut parts: Vec<_> = (0..signature.signed_info.references.len()).map(Part::Reference).collect();
    parts.push(Part::Element(signature.signed_info.element));
    parts.push(Part::Element(signature.value_element));
    let key_info = elements(signature.element).filter(|node| is(*node, dsig::NAMESPACE, "KeyInfo"));
    parts.extend(key_info.map(Part::Element));
    parts.extend(preceding(property).map(Part::Element));
    let objects = elements(signature.element).filter(|node| is(*node, dsig::NAMESPACE, "Object"));
    let covered = objects.filter(|object| {
        let holds_properties = elements(*object).any(|node| is(node, XADES, "QualifyingProperties"));
        !holds_properties && (property.kind == TimestampKind::Archive141 || !is_referenced(signature, *object))
    });
    parts.extend(covered.map(Part::Element));
    parts
}

fn is_referenced(signature: &Signature<'_, '_>, object: Node<'_, '_>) -> bool {
    let Some(id) = attribute(object, "Id") else { return false };
    signature.signed_info.references.iter().any(|reference| reference.target() == dsig::Target::SameDocument(id))
}

/// The unsigned properties before `property`, in document order; none for a signed one.
fn preceding<'a, 'input>(
    property: &TimestampProperty<'a, 'input>,
) -> impl Iterator<Item = Node<'a, 'input>> + use<'a, 'input> {
    let parent = property.position.and_then(|_| property.element.parent_element());
    parent.into_iter().flat_map(elements).take(property.position.unwrap_or_default())
}

/// The properties before `property` that refer to certificates and revocation data.
pub(in crate::evidence) fn preceding_references<'a, 'input>(
    property: &TimestampProperty<'a, 'input>,
    version: PropertyVersion,
) -> impl Iterator<Item = Node<'a, 'input>> + use<'a, 'input> {
    preceding(property).filter(move |node| is_one_of(*node, references(version)))
}

/// What SigAndRefs and RefsOnly time-stamps cover beside the signature and its time-stamps (A.1.5.1.2 and A.1.5.2.2).
fn references(version: PropertyVersion) -> &'static [(&'static str, &'static str)] {
    match version {
        PropertyVersion::V1 => &[
            (XADES, "CompleteCertificateRefs"),
            (XADES, "CompleteRevocationRefs"),
            (XADES, "AttributeCertificateRefs"),
            (XADES, "AttributeRevocationRefs"),
        ],
        PropertyVersion::V2 => &[
            (XADES_141, "CompleteCertificateRefsV2"),
            (XADES, "CompleteRevocationRefs"),
            (XADES_141, "AttributeCertificateRefsV2"),
            (XADES, "AttributeRevocationRefs"),
        ],
    }
}

fn is_one_of(node: Node<'_, '_>, names: &[(&str, &str)]) -> bool {
    names.iter().any(|(namespace, name)| is(node, namespace, name))
}
