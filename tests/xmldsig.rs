//! The XML signatures of public test suites: references and signature values verify, or a rule refuses them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::as_conversions,
    missing_docs
)]

mod corpus;
#[path = "xmldsig/keys.rs"]
mod keys;
#[path = "xmldsig/peers.rs"]
mod peers;
#[path = "canonical/refused.rs"]
mod refused;

use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};

use edoc::crypto::{DigestAlgorithm, PublicKey, SignatureFault, SignatureForm, verify};
use edoc::xades::dsig::{
    self, IdIndex, Permitted, Reference, ReferenceFault, SignedInfo, Target, Transform, canonical_signed_info,
    detached_octets, read_signed_info, same_document_octets, signature_algorithm, signature_value,
};
use edoc::xml::{Canonicalization, Node, Subset, XmlFault, canonicalize, decode, parse};
use refused::{DIFFERS, Outcomes};

/// What is checked of a signature.
#[derive(Clone, Copy)]
enum Half {
    References,
    Value,
}

/// One signature of one file.
struct Subject<'a, 'input> {
    folder: &'a Path,
    signature: Node<'a, 'input>,
    ids: &'a IdIndex<'a, 'input>,
}

fn xml_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            xml_files(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "xml") {
            files.push(path);
        }
    }
}

/// Runs one half over every signature of every file. Templates, whose values are yet to be filled in, are no vectors.
fn run(half: Half) -> Option<Outcomes> {
    let root = corpus::folder()?.join("xmldsig");
    let mut files = Vec::new();
    xml_files(&root, &mut files);
    let mut outcomes = Outcomes::new();
    for file in files {
        let octets = fs::read(&file).unwrap();
        let name = file.strip_prefix(&root).unwrap().to_string_lossy().into_owned();
        if !octets.windows(14).any(|window| window == b"SignatureValue") {
            continue;
        }
        let text = match decode(&octets) {
            Ok(text) => text,
            Err(fault) => {
                outcomes.insert(name, Err(file_rule(&fault)));
                continue;
            }
        };
        let document = match parse(&text) {
            Ok(document) => document,
            Err(fault) => {
                outcomes.insert(name, Err(file_rule(&fault)));
                continue;
            }
        };
        let ids = IdIndex::of(&document);
        let folder = file.parent().unwrap();
        let signatures = document.descendants().filter(|node| node.has_tag_name((dsig::NAMESPACE, "Signature")));
        for (at, signature) in signatures.filter(|signature| !is_template(*signature)).enumerate() {
            let subject = Subject { folder, signature, ids: &ids };
            outcomes.insert(format!("{name}#{at}"), subject.check(half));
        }
    }
    Some(outcomes)
}

fn is_template(signature: Node<'_, '_>) -> bool {
    let value = signature.descendants().find(|node| node.tag_name().name() == "SignatureValue");
    value.is_some_and(|value| value.text().unwrap_or_default().trim().is_empty())
}

fn file_rule(fault: &XmlFault) -> String {
    match fault {
        XmlFault::NotWellFormed { .. } => "not well-formed".to_owned(),
        other => other.to_string(),
    }
}

impl Subject<'_, '_> {
    fn check(&self, half: Half) -> Result<(), String> {
        let signed_info = read_signed_info(self.signature).map_err(|fault| fault.to_string())?;
        match half {
            Half::References => signed_info.references.iter().try_for_each(|reference| self.check_reference(reference)),
            Half::Value => self.check_value(&signed_info),
        }
    }

    fn check_reference(&self, reference: &Reference<'_, '_>) -> Result<(), String> {
        let octets = match reference.target() {
            Target::WholeDocument | Target::SameDocument(_) => {
                same_document_octets(reference, self.ids, self.signature, Permitted::TrustedList)
                    .map(|(octets, _)| octets)
                    .map_err(|fault| reference_rule(&fault))?
            }
            Target::Detached(uri) => {
                let data = fs::read(self.folder.join(uri)).map_err(|_| "the referenced file is not at hand")?;
                detached_octets(&reference.transforms, Cow::Owned(data))
                    .map_err(|fault| reference_rule(&fault))?
                    .into_owned()
            }
            Target::Absent => return Err("a reference without URI".to_owned()),
            Target::NotPermitted => return Err(ReferenceFault::NotPermitted.to_string()),
        };
        let digest = DigestAlgorithm::from_uri(&reference.digest_method)
            .ok_or_else(|| format!("digest {}", reference.digest_method))?;
        if digest.digest(&octets) == reference.digest_value { Ok(()) } else { Err(format!("{DIFFERS}: digest")) }
    }

    fn check_value(&self, signed_info: &SignedInfo<'_, '_>) -> Result<(), String> {
        let message = canonical_signed_info(signed_info)
            .ok_or_else(|| format!("canonicalisation {}", signed_info.canonicalization_uri))?;
        let algorithm =
            signature_algorithm(signed_info).ok_or_else(|| format!("signature {}", signed_info.signature_method))?;
        let value = signature_value(self.signature).map_err(|fault| fault.to_string())?;
        let keys = keys::of(self.signature);
        if keys.is_empty() {
            // Named by something else than its value: any key that lies beside the signature and fits will do.
            let verifies = |key: &PublicKey| verify(algorithm, key, &message, &value, SignatureForm::Raw).is_ok();
            let found = keys::beside(self.folder).iter().any(verifies);
            return if found { Ok(()) } else { Err("no key at hand".to_owned()) };
        }
        let outcomes: Vec<_> = keys
            .iter()
            .map(|key| match key {
                Some(key) => verify(algorithm, key, &message, &value, SignatureForm::Raw).map(|_| ()),
                None => Err(SignatureFault::Unsupported),
            })
            .collect();
        if outcomes.iter().any(Result::is_ok) {
            return Ok(());
        }
        let mut faults: Vec<_> = outcomes.into_iter().filter_map(Result::err).collect();
        faults.sort_by_key(|fault| match fault {
            SignatureFault::Mismatch => 0,
            SignatureFault::UnusableKey => 1,
            SignatureFault::Malformed | SignatureFault::DerInsteadOfRaw => 2,
            _ => 3,
        });
        match faults.first() {
            Some(SignatureFault::Mismatch) | None => Err(format!("{DIFFERS}: signature value")),
            Some(fault) => Err(fault.to_string()),
        }
    }
}

fn reference_rule(fault: &ReferenceFault) -> String {
    fault.to_string()
}

/// Digests of elements that a reference names by another attribute than `Id`: never followed, but canonical forms to
/// compare all the same.
fn digest_by_other_identifier(subject: &Subject<'_, '_>, reference: &Reference<'_, '_>) -> Option<bool> {
    let id = reference.uri.as_deref()?.strip_prefix('#')?;
    let is_named = |node: &Node<'_, '_>| {
        node.attributes().any(|attribute| attribute.name().to_lowercase().ends_with("id") && attribute.value() == id)
    };
    let mut named = subject.signature.document().descendants().filter(is_named);
    let (element, None) = (named.next()?, named.next()) else { return None };
    let mut subset = Subset::Subtree(element);
    let mut method = Canonicalization::DEFAULT;
    for transform in &reference.transforms {
        match transform {
            Transform::Canonicalization(named) => method = Canonicalization { comments: false, ..named.clone() },
            Transform::EnvelopedSignature => {
                subset = Subset::SubtreeWithout { element, omitted: subject.signature };
            }
            Transform::NotPermitted(_) => return None,
        }
    }
    let digest = DigestAlgorithm::from_uri(&reference.digest_method)?;
    Some(digest.digest(&canonicalize(subset, &method)) == reference.digest_value)
}

#[test]
fn elements_named_by_other_attributes_digest_to_their_values_too() {
    let Some(root) = corpus::folder().map(|root| root.join("xmldsig")) else { return };
    let mut files = Vec::new();
    xml_files(&root, &mut files);
    let (mut same, mut other) = (0, Vec::new());
    for file in files {
        let octets = fs::read(&file).unwrap();
        let Ok(text) = decode(&octets) else { continue };
        let Ok(document) = parse(&text) else { continue };
        let ids = IdIndex::of(&document);
        for signature in document.descendants().filter(|node| node.has_tag_name((dsig::NAMESPACE, "Signature"))) {
            let subject = Subject { folder: &root, signature, ids: &ids };
            let Ok(signed_info) = read_signed_info(signature) else { continue };
            let references = signed_info.references.iter();
            for reference in references.filter(|reference| {
                same_document_octets(reference, &ids, signature, Permitted::TrustedList)
                    .is_err_and(|fault| fault == ReferenceFault::NotFound)
            }) {
                match digest_by_other_identifier(&subject, reference) {
                    Some(true) => same += 1,
                    Some(false) => other.push(file.clone()),
                    None => {}
                }
            }
        }
    }
    // Called valid for its name's sake: a comment in its DigestValue holds the digest an attacker wants believed.
    other.retain(|file| !says_wrong(&file.to_string_lossy()) && !file.ends_with("valid_saml_with_digest_comment.xml"));
    println!("{same} elements named by other attributes digest to their values");
    assert!(same > 30, "{same}");
    assert!(other.is_empty(), "{other:#?}");
}

/// File names that say the signature in them is wrong.
fn says_wrong(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap().to_ascii_lowercase();
    let marks = ["bad-", "bad_", "invalid", "tamper", "altered", "wrong-digest", "changed"];
    // These are wrong in their key or their certificate, not in the signature, or say what they are not.
    let not_here = ["bad-retrieval-method", "nonconformant", "wrong-sign-cert-digest", "wrong_sign"];
    marks.iter().any(|mark| name.contains(mark)) && !not_here.iter().any(|mark| name.contains(mark))
}

#[test]
fn every_reference_digests_to_its_value_or_is_refused_by_a_rule() {
    let Some(outcomes) = run(Half::References) else { return };
    refused::compare("xmldsig-references.csv", &outcomes);
}

#[test]
fn every_signature_value_verifies_or_is_refused_by_a_rule() {
    if !keys::are_supported() {
        println!("signature values are not checked: no key can be read");
        return;
    }
    let Some(outcomes) = run(Half::Value) else { return };
    refused::compare("xmldsig-values.csv", &outcomes);
}

#[test]
fn signatures_named_as_wrong_are_never_right() {
    if !keys::are_supported() {
        return;
    }
    let (Some(references), Some(values)) = (run(Half::References), run(Half::Value)) else { return };
    let wrong: Vec<_> = references.keys().filter(|path| says_wrong(path)).collect();
    let right: Vec<_> = wrong.iter().filter(|path| references[**path].is_ok() && values[**path].is_ok()).collect();
    println!("{} signatures named as wrong", wrong.len());
    assert!(wrong.len() > 10);
    assert!(right.is_empty(), "{right:#?}");
}
