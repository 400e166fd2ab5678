//! Signatures of one signature file: the direct children of its root, each with its own properties.

use super::dsig::{self, IdIndex, Reference, SignedInfo, Target};
use super::properties::{SignedProperties, UnsignedProperties, read_signed, read_unsigned};
use super::structure::{StructureFault, StructureNote, XADES, elements, is, qualifying_properties};
use crate::limits;
use crate::xml::{Document, Node, attribute};

/// Type of the reference to SignedProperties (EN 319 132-1, 4.4.2).
pub const SIGNED_PROPERTIES_TYPE: &str = "http://uri.etsi.org/01903#SignedProperties";
/// Types that old versions used for it.
const OLD_SIGNED_PROPERTIES_TYPES: [&str; 2] =
    ["http://uri.etsi.org/01903/v1.1.1#SignedProperties", "http://uri.etsi.org/01903/v1.2.2#SignedProperties"];
/// Roots that hold signatures: namespace and local name (EN 319 162-1, A.5; OpenDocument; real files of 2014).
const ROOTS: [(&str, &str); 4] = [
    ("http://uri.etsi.org/02918/v1.1.1#", "XAdESSignatures"),
    ("http://uri.etsi.org/02918/v1.2.1#", "XAdESSignatures"),
    ("http://uri.etsi.org/2918/v1.2.1#", "XAdESSignatures"),
    ("urn:oasis:names:tc:opendocument:xmlns:digitalsignature:1.0", "document-signatures"),
];

/// The signatures of one file.
pub struct SignatureDocument<'a, 'input> {
    /// In document order.
    pub signatures: Vec<Result<Signature<'a, 'input>, StructureFault>>,
    /// Elements by their Id.
    pub ids: IdIndex<'a, 'input>,
}

/// One signature.
#[derive(Clone, Debug)]
pub struct Signature<'a, 'input> {
    /// The Signature element.
    pub element: Node<'a, 'input>,
    /// Its Id.
    pub id: Option<String>,
    /// SignedInfo.
    pub signed_info: SignedInfo<'a, 'input>,
    /// The SignatureValue element: what a signature time-stamp covers.
    pub value_element: Node<'a, 'input>,
    /// SignatureValue, decoded.
    pub value: Vec<u8>,
    /// Certificates of KeyInfo.
    pub key_info: Vec<Vec<u8>>,
    /// Signed properties.
    pub signed: SignedProperties<'a, 'input>,
    /// Unsigned properties.
    pub unsigned: UnsignedProperties<'a, 'input>,
    /// Position in `signed_info.references` of the one to SignedProperties; `None` where there is none of its type.
    pub signed_properties_reference: Option<usize>,
    /// Oddities.
    pub notes: Vec<StructureNote>,
}

/// Reads every signature directly under the root.
///
/// # Errors
/// [`StructureFault`] where the file as a whole cannot be trusted to mean one thing: an unknown root, an Id twice.
/// A fault of one signature is that signature's.
pub fn read_signatures<'a, 'input>(
    document: &'a Document<'input>,
) -> Result<SignatureDocument<'a, 'input>, StructureFault> {
    let root = document.root_element();
    let elements = signature_elements(root)?;
    if elements.len() > limits::SIGNATURES_PER_FILE {
        return Err(StructureFault::TooManySignatures);
    }
    let ids = IdIndex::of(document);
    if let Some(id) = ids.duplicates().iter().find(|id| is_ambiguous(document, id)) {
        return Err(StructureFault::DuplicateId { id: id.clone() });
    }
    let nested = nested_signatures(root, elements.len());
    let mut signatures: Vec<_> = elements.into_iter().map(read_signature).collect();
    if let (true, Some(Ok(first))) = (nested, signatures.first_mut()) {
        first.notes.push(StructureNote::NestedSignature);
    }
    Ok(SignatureDocument { signatures, ids })
}

/// Reads a signature that stands inside what it signs: a trusted list's (ETSI TS 119 612, annex B). That there is only
/// one, and in the right place, is for the caller to see.
///
/// # Errors
/// [`StructureFault`] of that signature.
pub fn read_enveloped<'a, 'input>(element: Node<'a, 'input>) -> Result<Signature<'a, 'input>, StructureFault> {
    read_signature(element)
}

fn signature_elements<'a, 'input>(root: Node<'a, 'input>) -> Result<Vec<Node<'a, 'input>>, StructureFault> {
    let name = (root.tag_name().namespace().unwrap_or_default(), root.tag_name().name());
    if is(root, dsig::NAMESPACE, "Signature") {
        return Ok(vec![root]);
    }
    if !ROOTS.contains(&name) {
        return Err(StructureFault::UnknownRoot { element: name.1.to_owned() });
    }
    let found: Vec<_> = elements(root).filter(|node| is(*node, dsig::NAMESPACE, "Signature")).collect();
    if found.is_empty() { Err(StructureFault::NoSignature) } else { Ok(found) }
}

/// Whether it matters that an Id occurs twice: a reference names it, a signature bears it, or one signature has it twice
/// among what it signs. Real producers repeat Ids of references and time-stamps from one signature to the next, and
/// among unsigned properties; nothing refers to those, and [`IdIndex`] finds nothing by such an Id.
fn is_ambiguous(document: &Document<'_>, id: &str) -> bool {
    let is_named = |node: Node<'_, '_>| {
        is(node, dsig::NAMESPACE, "Reference")
            && attribute(node, "URI").and_then(|uri| uri.strip_prefix('#')) == Some(id)
    };
    let bears = |node: &Node<'_, '_>| attribute(*node, "Id") == Some(id);
    let is_signature = |node: Node<'_, '_>| is(node, dsig::NAMESPACE, "Signature");
    let is_unsigned = |node: &Node<'_, '_>| node.ancestors().any(|above| is(above, XADES, "UnsignedProperties"));
    let mut owners = Vec::new();
    for node in document.descendants().filter(bears).filter(|node| !is_unsigned(node)) {
        let owner = node.ancestors().filter(|above| is_signature(*above)).last().map(|signature| signature.id());
        if is_signature(node) || owner.is_none() || owners.contains(&owner) {
            return true;
        }
        owners.push(owner);
    }
    document.descendants().any(is_named)
}

/// Whether there are more Signature elements than those at the top and the counter-signatures: a wrapping attempt, or
/// a document of its own.
fn nested_signatures(root: Node<'_, '_>, top: usize) -> bool {
    let is_signature = |node: &Node<'_, '_>| is(*node, dsig::NAMESPACE, "Signature");
    let is_counter = |node: &Node<'_, '_>| {
        node.parent_element().is_some_and(|parent| parent.tag_name().name() == "CounterSignature")
    };
    root.descendants().filter(is_signature).filter(|node| !is_counter(node)).count() > top
}

fn read_signature<'a, 'input>(element: Node<'a, 'input>) -> Result<Signature<'a, 'input>, StructureFault> {
    let dsig = |reason| StructureFault::Dsig { reason };
    let signed_info = dsig::read_signed_info(element).map_err(dsig)?;
    let value = dsig::signature_value(element).map_err(dsig)?;
    let value_element = elements(element).find(|node| is(*node, dsig::NAMESPACE, "SignatureValue")).unwrap_or(element);
    let properties = qualifying_properties(element)?;
    let mut signed = read_signed(properties.signed)?;
    let unsigned = properties.unsigned.map(read_unsigned).unwrap_or_default();
    let signed_properties_reference = signed_properties_reference(&signed_info)?;
    let mut notes = std::mem::take(&mut signed.notes);
    if unsigned.counter_signatures > 0 {
        notes.push(StructureNote::CounterSignature);
    }
    if !every_data_reference_has_format(&signed_info, &signed) {
        notes.push(StructureNote::DataObjectFormatMissing);
    }
    let id = attribute(element, "Id").map(str::to_owned);
    let key_info = dsig::key_info_certificates(element);
    Ok(Signature {
        element,
        id,
        signed_info,
        value_element,
        value,
        key_info,
        signed,
        unsigned,
        signed_properties_reference,
        notes,
    })
}

/// The one reference whose Type says SignedProperties.
fn signed_properties_reference(signed_info: &SignedInfo<'_, '_>) -> Result<Option<usize>, StructureFault> {
    let mut found = Vec::new();
    for (position, reference) in signed_info.references.iter().enumerate() {
        match reference.reference_type.as_deref() {
            Some(SIGNED_PROPERTIES_TYPE) => found.push(position),
            Some(old) if OLD_SIGNED_PROPERTIES_TYPES.contains(&old) => {
                return Err(StructureFault::OldNamespace { namespace: old.to_owned() });
            }
            _ => {}
        }
    }
    match found.as_slice() {
        [] => Ok(None),
        [one] => Ok(Some(*one)),
        several => Err(StructureFault::SignedPropertiesReferences { count: several.len() }),
    }
}

fn every_data_reference_has_format(signed_info: &SignedInfo<'_, '_>, signed: &SignedProperties<'_, '_>) -> bool {
    let data = signed_info.references.iter().filter(|r| matches!(r.target(), Target::Detached(_)));
    let formatted = |reference: &Reference<'_, '_>| {
        let id = reference.id.as_deref();
        id.is_some() && signed.formats.iter().any(|format| format.reference.as_deref() == id)
    };
    data.into_iter().all(formatted)
}
