//! Time-stamps other than the one over the signature: over data before signing, over references to validation data, and
//! over everything (ETSI EN 319 132-1, 5.2.8, 5.5.2 and A.1.5; TS 101 903 for those of 1.3.2).

use super::{Reference, Signing, XADES141, apply, parts, within_properties, within_signature};
use crate::forge::keys::Hash;
use crate::forge::tst::Token;
use crate::forge::xml::{Element, Node};

/// A time-stamp over data before signing.
#[derive(Clone, Debug)]
pub enum Content {
    /// AllDataObjectsTimeStamp.
    All,
    /// IndividualDataObjectsTimeStamp over the references of these numbers, from 1, in this order.
    Individual(Vec<usize>),
}

/// References to validation data with a SigAndRefs and a RefsOnly time-stamp over them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extended {
    V1,
    V2,
}

/// The two kinds of archive time-stamp.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Archive {
    /// Of XAdES 1.4.1.
    New,
    /// Of XAdES 1.3.2.
    Old,
}

/// Adds the time-stamp over data, one minute before the claimed time.
pub fn add_content(signing: &Signing, references: &[Reference], properties: &mut Element) {
    let (name, numbers): (_, Vec<usize>) = match &signing.content {
        None => return,
        Some(Content::All) => ("xades:AllDataObjectsTimeStamp", (1..=references.len()).collect()),
        Some(Content::Individual(numbers)) => ("xades:IndividualDataObjectsTimeStamp", numbers.clone()),
    };
    let data: Vec<u8> = numbers.iter().flat_map(|number| references[number - 1].data.clone()).collect();
    let mut token = Token::over(&data, &signing.unit, signing.signing_time.plus(-60));
    apply(&signing.on_token, &mut token);
    let mut element = Element::new(name);
    if name.contains("Individual") {
        element = element.children(numbers.iter().map(|number| {
            Element::new("xades:Include")
                .attribute("URI", &format!("#{}", parts::reference_id(signing, *number)))
                .attribute("referencedData", "true")
        }));
    }
    let stamp = parts::time_stamp(signing, element, &token.encoded());
    for objects in properties.descendants_mut("xades:SignedDataObjectProperties") {
        objects.children.push(Node::Element(stamp.clone()));
    }
}

/// Adds references to certificates and revocation data, SigAndRefsTimeStamp and RefsOnlyTimeStamp.
pub fn add_extended(signing: &Signing, value: &[u8], unsigned: &mut Element) {
    let Some(version) = signing.extended else { return };
    let digest = |name: &str, data: &[u8]| parts::with_digest(Element::new(name), Hash::Sha256, &Hash::Sha256.of(data));
    let named = |name: &str| match version {
        Extended::V1 => Element::new(&format!("xades:{name}")),
        Extended::V2 => Element::new(&format!("xades141:{name}V2")).declaring("xades141", XADES141),
    };
    let chain = signing.chain.iter();
    let certificates = chain.map(|one| Element::new("xades:Cert").child(digest("xades:CertDigest", &one.der)));
    let prefix = if version == Extended::V1 { "xades" } else { "xades141" };
    let certificates =
        named("CompleteCertificateRefs").child(Element::new(&format!("{prefix}:CertRefs")).children(certificates));
    let list = digest("xades:DigestAlgAndValue", b"no list");
    let lists = Element::new("xades:CRLRefs").child(Element::new("xades:CRLRef").child(list));
    let revocation = Element::new("xades:CompleteRevocationRefs").child(lists);
    let form = |element: &Element| element.canonical(signing.canonical(), &within_properties());
    let references = [form(&certificates), form(&revocation)].concat();
    let stamps = elements(unsigned).filter(|element| element.name == "xades:SignatureTimeStamp").map(form);
    let both: Vec<u8> = value.iter().copied().chain(stamps.flatten()).chain(references.iter().copied()).collect();
    let stamp = |name: &str, data: &[u8], seconds| {
        let mut token = Token::over(data, &signing.unit, signing.stamp_time.plus(seconds));
        apply(&signing.on_token, &mut token);
        parts::time_stamp(signing, named(name), &token.encoded())
    };
    let (both, only) = (stamp("SigAndRefsTimeStamp", &both, 3), stamp("RefsOnlyTimeStamp", &references, 4));
    unsigned.children.extend([certificates, revocation, both, only].map(Node::Element));
}

/// Adds the archive time-stamps, a minute apart. `before` is what stands before the unsigned properties in their input.
pub fn add_archives(signing: &Signing, before: &[u8], unsigned: &mut Element) {
    for (number, kind) in signing.archives.iter().enumerate() {
        let mut input = before.to_vec();
        for child in elements(unsigned) {
            input.extend(child.canonical(signing.canonical(), &within_properties()));
        }
        for object in &signing.objects {
            input.extend(object.canonical(signing.canonical(), &within_signature()));
        }
        let at = signing.archive_time.plus(60 * i64::try_from(number).expect("few"));
        let mut token = Token::over(&input, &signing.archive_unit, at);
        apply(&signing.on_archive_token, &mut token);
        let token = token.encoded();
        let element = match kind {
            Archive::New => Element::new("xades141:ArchiveTimeStamp").declaring("xades141", XADES141),
            Archive::Old => Element::new("xades:ArchiveTimeStamp"),
        };
        let element = element.attribute("Id", &parts::time_stamp_id(&token));
        unsigned.children.push(Node::Element(parts::time_stamp(signing, element, &token)));
    }
}

fn elements(parent: &Element) -> impl Iterator<Item = &Element> {
    parent.children.iter().filter_map(|child| match child {
        Node::Element(element) => Some(element),
        Node::Text(_) => None,
    })
}
