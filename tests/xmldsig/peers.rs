//! Signature files of XAdES against what four other programs said of them.

use std::fs;

use edoc::crypto::DigestAlgorithm;
use edoc::xades::dsig::{
    self, IdIndex, Permitted, ReferenceFault, Target, canonical_signed_info, read_signed_info, same_document_octets,
    signature_algorithm, signature_value,
};
use edoc::xml::{decode, parse, refuse_ambiguous};

use super::corpus;

/// `Ok` with the number of same-document references that digest to their values, or what stands against it.
fn same_document_references(octets: &[u8]) -> Result<usize, String> {
    let text = decode(octets).map_err(|fault| fault.to_string())?;
    let document = parse(&text).map_err(|fault| fault.to_string())?;
    let ids = IdIndex::of(&document);
    let mut count = 0;
    // A counter-signature inside another signature is not judged by the peers.
    let is_outermost = |node: &edoc::xml::Node<'_, '_>| {
        let is_signature = |node: &edoc::xml::Node<'_, '_>| node.has_tag_name((dsig::NAMESPACE, "Signature"));
        is_signature(node) && !node.ancestors().skip(1).any(|above| is_signature(&above))
    };
    for signature in document.descendants().filter(is_outermost) {
        let signed_info = read_signed_info(signature).map_err(|fault| fault.to_string())?;
        signature_value(signature).map_err(|fault| fault.to_string())?;
        canonical_signed_info(&signed_info).ok_or("canonicalisation")?;
        let _ = signature_algorithm(&signed_info);
        for reference in &signed_info.references {
            if !matches!(reference.target(), Target::SameDocument(_) | Target::WholeDocument) {
                continue;
            }
            let octets = match same_document_octets(reference, &ids, signature, Permitted::TrustedList) {
                Ok((octets, _)) => octets,
                Err(ReferenceFault::TransformNotPermitted { .. }) => continue,
                Err(fault) => return Err(fault.to_string()),
            };
            let digest = DigestAlgorithm::from_uri(&reference.digest_method).ok_or("digest algorithm")?;
            if digest.digest(&octets) != reference.digest_value {
                return Err("DIFFERS".to_owned());
            }
            count += 1;
        }
    }
    Ok(count)
}

/// Files that some of the peers call sound and that are refused here: a wrapping sample with an element that XML
/// signatures do not have, and a reference to an attribute `id`.
const REFUSED: [(&str, &str); 2] = [
    ("x0487.xml", "element object may not stand where it does"),
    ("x0734.xml", "the referenced data is not in the file"),
];

#[test]
fn same_document_references_of_xades_files_agree_with_four_other_programs() {
    let Some(place) = corpus::folder() else { return };
    let mut rows = csv::Reader::from_path(place.join("expected.csv")).unwrap();
    let headers = rows.headers().unwrap().clone();
    let column = |name: &str| headers.iter().position(|header| header == name).unwrap();
    let (id, folder, peers) = (column("id"), column("folder"), column("integrity_by_peers"));
    let (mut agreed, mut references) = (0, 0);
    let mut against = Vec::new();
    for row in rows.records().map(Result::unwrap).filter(|row| &row[folder] == "xades") {
        let outcome = same_document_references(&fs::read(place.join("xades").join(&row[id])).unwrap());
        match (&row[peers], outcome) {
            (says, Ok(count)) if says.starts_with("ok") => {
                agreed += 1;
                references += count;
            }
            (_, Err(reason)) if REFUSED.contains(&(&row[id], &reason)) => {}
            (says, Err(reason)) if says.starts_with("ok") => {
                against.push(format!("{}: {says}, ours: {reason}", &row[id]))
            }
            _ => {}
        }
    }
    println!("{agreed} files agree, {references} references, {} against", against.len());
    assert!(agreed > 100, "{agreed}");
    assert!(against.is_empty(), "{against:#?}");
}

#[test]
fn references_of_trusted_lists_digest_to_their_values() {
    let Some(place) = corpus::folder() else { return };
    let mut count = 0;
    for entry in fs::read_dir(place.join("trust/eu")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "xml") {
            let outcome = same_document_references(&fs::read(&path).unwrap());
            assert!(outcome.as_ref().is_ok_and(|references| *references >= 1), "{}: {outcome:?}", path.display());
            count += 1;
        }
    }
    println!("{count} trusted lists");
    assert!(count > 25);
}

#[test]
fn signature_files_and_lists_have_neither_relative_namespaces_nor_base() {
    let Some(place) = corpus::folder() else { return };
    let mut refused = Vec::new();
    for folder in ["trust/eu", "xades"] {
        for entry in fs::read_dir(place.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let octets = fs::read(&path).unwrap();
            let Ok(text) = decode(&octets) else { continue };
            let Ok(document) = parse(&text) else { continue };
            if let Err(fault) = refuse_ambiguous(&document) {
                refused.push(format!("{}: {fault}", path.file_name().unwrap().to_string_lossy()));
            }
        }
    }
    assert!(refused.is_empty(), "{refused:#?}");
}
