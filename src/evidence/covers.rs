//! What a time-stamp proves to have existed at its time: everything its imprint covers, and what lies inside that.

use std::collections::HashSet;

use super::CoveredObjects;
use super::imprint::{data_references, included_references, preceding_references};
use super::pool::{Place, Pool};
use crate::crypto::{DigestAlgorithm, Sha256};
use crate::limits;
use crate::pki::Certificate;
use crate::xades::structure::{XADES, is};
use crate::xades::{PropertyVersion, Signature, TimestampKind, TimestampProperty, dsig};
use crate::xml::{Node, attribute};

/// What `property` covers, its imprint being right. A signature time-stamp covers documents through the signature only;
/// that inference is left to whoever knows that the signature is right.
pub(super) fn covered(
    signature: &Signature<'_, '_>,
    property: &TimestampProperty<'_, '_>,
    signer: Option<&Certificate>,
    pool: &Pool,
) -> CoveredObjects {
    // The signed properties name the signing certificate by its digest.
    let mut objects: Vec<Sha256> = signer.iter().map(|signer| signer.sha256).collect();
    match property.kind {
        TimestampKind::AllDataObjects => CoveredObjects { signature: false, documents: true, objects: Vec::new() },
        TimestampKind::IndividualDataObjects => {
            let documents = covers_all_data(signature, property);
            CoveredObjects { signature: false, documents, objects: Vec::new() }
        }
        TimestampKind::Signature => CoveredObjects { signature: true, documents: false, objects },
        TimestampKind::SignatureAndReferences(version) => {
            let stamps: HashSet<usize> = signature_timestamps(property).collect();
            objects.extend(of_places(pool, |place| matches!(place, Place::Unsigned(at) if stamps.contains(&at))));
            objects.extend(referenced(property, version));
            CoveredObjects { signature: true, documents: false, objects: once(objects) }
        }
        TimestampKind::ReferencesOnly(version) => {
            let objects = once(referenced(property, version).collect());
            CoveredObjects { signature: false, documents: false, objects }
        }
        TimestampKind::Archive132 | TimestampKind::Archive141 => {
            let before = property.position.unwrap_or_default();
            let properties = signature.signed_properties_reference.is_some();
            objects.extend(of_places(pool, |place| match place {
                Place::KeyInfo => true,
                Place::Signed => properties,
                Place::Unsigned(at) => at < before,
            }));
            CoveredObjects { signature: true, documents: true, objects: once(objects) }
        }
    }
}

fn covers_all_data(signature: &Signature<'_, '_>, property: &TimestampProperty<'_, '_>) -> bool {
    let included = included_references(signature, property).unwrap_or_default();
    data_references(signature).all(|position| included.contains(&position))
}

/// Positions of the SignatureTimeStamp properties before `property`.
fn signature_timestamps(property: &TimestampProperty<'_, '_>) -> impl Iterator<Item = usize> {
    let parent = property.element.parent_element();
    let before = parent.into_iter().flat_map(crate::xades::structure::elements);
    let before = before.take(property.position.unwrap_or_default()).enumerate();
    before.filter(|(_, node)| is(*node, XADES, "SignatureTimeStamp")).map(|(position, _)| position)
}

/// What the references before `property` name by SHA-256: by other digests an object is not known here.
fn referenced(property: &TimestampProperty<'_, '_>, version: PropertyVersion) -> impl Iterator<Item = Sha256> {
    let digests = preceding_references(property, version).flat_map(|node| node.descendants());
    let methods = digests.filter(|node| is(*node, dsig::NAMESPACE, "DigestMethod"));
    let digest = |method: Node<'_, '_>| {
        let sha256 =
            attribute(method, "Algorithm").and_then(DigestAlgorithm::from_uri) == Some(DigestAlgorithm::Sha256);
        let value = method.next_sibling_element().filter(|node| is(*node, dsig::NAMESPACE, "DigestValue") && sha256)?;
        Sha256::from_bytes(&dsig::decode_base64(&dsig::text_of(value)?)?)
    };
    methods.filter_map(digest).take(limits::COVERED_OBJECTS)
}

fn of_places(pool: &Pool, covered: impl Fn(Place) -> bool) -> impl Iterator<Item = Sha256> {
    pool.places.iter().filter(move |(place, _)| covered(*place)).map(|(_, sha256)| *sha256)
}

fn once(mut objects: Vec<Sha256>) -> Vec<Sha256> {
    let mut seen = HashSet::new();
    objects.retain(|object| seen.insert(*object));
    objects
}
