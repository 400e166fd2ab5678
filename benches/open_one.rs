//! One ordinary file end to end, beside its floor measured in the same run: the SHA-256 of its bytes and the public-key
//! operations it contains.
//!
//! `cargo bench --no-default-features --bench open_one`

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

use std::path::Path;

use divan::Bencher;
use edoc::container::{Bytes, Opened};
use edoc::crypto::Sha256;
use edoc::exam::{read_issuers, shipped_issuers};
use edoc::pki::Certificate;
use edoc::trust::{TrustStore, read_list, snapshot};
use edoc::validation::Policy;
use edoc::verify::{Input, verify};

fn main() {
    divan::main();
}

/// RSA-2048 with a BER-free token; P-256 seal and P-384 unit; P-521 seal with an archive time-stamp.
const FILES: [&str; 3] = ["anna-matematika.edoc", "anna-anglu-valoda.edoc", "janis-fizika.asice"];

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples")
}

fn read(name: &str) -> Vec<u8> {
    std::fs::read(folder().join(name)).unwrap()
}

fn trust() -> TrustStore {
    let mut trust = snapshot().clone();
    let (list, services) = read_list(&read("trust-list.xml")).unwrap();
    trust.add(list, services);
    trust
}

#[divan::bench(args = FILES)]
fn verify_one(bencher: Bencher<'_, '_>, name: &str) {
    let (bytes, trust, policy) = (read(name), trust(), Policy::zimogs_1().unwrap());
    let mut issuers = shipped_issuers();
    issuers.extend(read_issuers(&String::from_utf8(read("issuers.toml")).unwrap()).unwrap());
    let at = "2026-11-23T12:00:00Z".parse().unwrap();
    bencher.bench_local(|| {
        let source = Bytes(&bytes);
        verify(&Input { name, source: &source }, &trust, &issuers, &policy, at).unwrap()
    });
}

/// The floor, part one: every byte of the file and of its documents once.
#[divan::bench(args = FILES)]
fn floor_sha256(bencher: Bencher<'_, '_>, name: &str) {
    let bytes = read(name);
    let source = Bytes(&bytes);
    let Ok(Opened::Container(container)) = edoc::container::open(&source) else { panic!("a container") };
    let documents: Vec<_> =
        container.documents.iter().map(|document| container.read_document(document, 1 << 24).unwrap()).collect();
    bencher
        .bench_local(|| (Sha256::of(&bytes), documents.iter().map(|content| Sha256::of(content)).collect::<Vec<_>>()));
}

/// The floor, part two: one public-key operation for each certificate of the file that another one of it signed.
#[divan::bench(args = FILES)]
fn floor_public_key_operations(bencher: Bencher<'_, '_>, name: &str) {
    let certificates = certificates(name);
    let pairs: Vec<_> = certificates
        .iter()
        .flat_map(|one| certificates.iter().map(move |issuer| (one, issuer)))
        .filter(|(one, issuer)| issuer.subject.same(&one.issuer))
        .collect();
    assert!(!pairs.is_empty());
    bencher
        .counter(divan::counter::ItemsCount::new(pairs.len()))
        .bench_local(|| pairs.iter().filter(|(one, issuer)| one.signature_by(issuer).is_ok()).count());
}

fn certificates(name: &str) -> Vec<Certificate> {
    let bytes = read(name);
    let source = Bytes(&bytes);
    let Ok(Opened::Container(container)) = edoc::container::open(&source) else { panic!("a container") };
    let xml = container.read_signature_file(&container.signature_files[0]).unwrap();
    let text = edoc::xml::decode(&xml).unwrap();
    let tree = edoc::xml::parse(&text).unwrap();
    let signatures = edoc::xades::read_signatures(&tree).unwrap().signatures;
    let signature = signatures.into_iter().next().unwrap().unwrap();
    let mut found: Vec<Certificate> = Vec::new();
    let of_responses = signature.unsigned.ocsp_responses.iter();
    let of_responses = of_responses.filter_map(|value| edoc::pki::ocsp::OcspResponse::parse(&value.octets).ok());
    found.extend(of_responses.flat_map(|response| response.certificates));
    let values = signature.unsigned.certificates.iter().map(|value| &value.octets);
    let named = signature.key_info.iter().chain(values);
    found.extend(named.filter_map(|der| Certificate::parse(der).ok()));
    found.sort_by_key(|certificate| certificate.sha256);
    found.dedup_by_key(|certificate| certificate.sha256);
    found
}

#[divan::bench]
fn open_trust_snapshot() -> usize {
    edoc::trust::load_snapshot().lists.len()
}
