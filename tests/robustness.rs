//! Hostile octets through every parser: no panic, no endless work. The same parsers have fuzz targets under `fuzz/`; this is
//! the form that always runs.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

use std::path::Path;

use edoc::container::{Bytes, Opened};
use edoc::report::Authenticity;
use edoc::validation::Policy;
use edoc::verify::{Input, verify};
use proptest::prelude::*;

fn sample(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(name)).unwrap()
}

/// A signature file and the objects inside it, as seeds.
fn seeds() -> Vec<Vec<u8>> {
    let bytes = sample("liga-anglu-valoda.asice");
    let source = Bytes(&bytes);
    let Ok(Opened::Container(container)) = edoc::container::open(&source) else { panic!("a container") };
    let xml = container.read_signature_file(&container.signature_files[0]).unwrap();
    let text = edoc::xml::decode(&xml).unwrap();
    let tree = edoc::xml::parse(&text).unwrap();
    let mut seeds = vec![xml.clone()];
    for node in tree.descendants().filter(|node| node.tag_name().name().starts_with("Encapsulated")) {
        seeds.extend(edoc::xades::dsig::decode_base64(&edoc::xades::dsig::text_of(node).unwrap()));
    }
    assert!(seeds.len() > 4, "certificates, an OCSP response and a token");
    seeds
}

fn mutate(seed: &[u8], changes: &[(usize, u8)], cut: usize) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for (at, value) in changes {
        let length = bytes.len().max(1);
        if let Some(byte) = bytes.get_mut(at % length) {
            *byte = *value;
        }
    }
    let length = bytes.len().max(1);
    if cut.is_multiple_of(3) {
        bytes.truncate(cut % length);
    }
    bytes
}

fn every_parser(bytes: &[u8]) {
    let _ = edoc::pki::Certificate::parse(bytes);
    let _ = edoc::pki::ocsp::OcspResponse::parse(bytes);
    let _ = edoc::pki::crl::Crl::parse(bytes);
    let _ = edoc::pki::timestamp::TimestampToken::parse(bytes);
    let _ = edoc::trust::read_list(bytes);
    let _ = edoc::exam::text_of(bytes);
    let Ok(text) = edoc::xml::decode(bytes) else { return };
    let Ok(tree) = edoc::xml::parse(&text) else { return };
    let _ = edoc::xades::read_signatures(&tree);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn no_parser_panics(
        seed in any::<prop::sample::Index>(),
        changes in prop::collection::vec((any::<usize>(), any::<u8>()), 0..12),
        cut in any::<usize>(),
    ) {
        let seeds = seeds();
        every_parser(&mutate(&seeds[seed.index(seeds.len())], &changes, cut));
    }

    #[test]
    fn no_octets_at_all_panic(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        every_parser(&bytes);
    }

    #[test]
    fn a_changed_container_is_never_genuine(
        changes in prop::collection::vec((any::<usize>(), any::<u8>()), 1..8),
        cut in any::<usize>(),
    ) {
        let bytes = mutate(&sample("anna-matematika.edoc"), &changes, cut);
        let source = Bytes(&bytes);
        let input = Input { name: "x", source: &source };
        let policy = Policy::zimogs_1().unwrap();
        let at = "2026-11-23T12:00:00Z".parse().unwrap();
        if let Ok(report) = verify(&input, edoc::trust::snapshot(), &[], &policy, at) {
            prop_assert!(!matches!(report.authenticity, Authenticity::Genuine | Authenticity::ValidButOtherIssuer));
        }
    }
}
