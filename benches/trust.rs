//! Trusted lists: reading and verifying all of them, loading what is built in and what is kept, looking something up.
//!
//! `cargo bench --no-default-features --bench trust`
//!
//! The lists are those of the corpus (`EDOC_CORPUS`, else `../shared/corpus`); without it only the snapshot is measured.
//! Resident memory at the end of the run is printed where the system says it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

use std::path::{Path, PathBuf};

use divan::Bencher;
use divan::counter::BytesCount;
use edoc::crypto::Sha256;
use edoc::pki::Certificate;
use edoc::trust::{
    CheckedList, ListFolder, ListOrigin, ListSignature, Pins, Role, TrustStore, Wanted, check_list, judged,
    load_snapshot, parse_list,
};
use rayon::prelude::*;

fn main() {
    let files = lists();
    if !files.is_empty() {
        println!("all lists read and verified once, resident memory at its highest: {}", peak_of_one_pass(&files));
    }
    divan::main();
}

/// Every list of the EU part of the corpus.
fn lists() -> Vec<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let corpus = std::env::var_os("EDOC_CORPUS").map_or(beside, PathBuf::from);
    let entries = std::fs::read_dir(corpus.join("trust/eu")).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut files: Vec<_> = entries.filter(|path| path.extension().is_some_and(|e| e == "xml")).collect();
    files.sort();
    files
}

fn peak_of_one_pass(files: &[PathBuf]) -> String {
    let store = read_and_verify(files);
    assert!(store.lists.len() > 25);
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    peak.map_or("not known here".to_owned(), |peak| peak.trim().to_owned())
}

/// What an update does with what it fetched, without fetching and writing: the list of lists first, then the others.
fn read_and_verify(files: &[PathBuf]) -> TrustStore {
    let pins = Pins::shipped().unwrap();
    let is_lotl = |path: &&PathBuf| path.ends_with("eu-lotl.xml");
    let lotl = files.iter().find(is_lotl).map(|path| check_list(&std::fs::read(path).unwrap()).unwrap());
    let lotl = judged(lotl.unwrap(), &pins, None, ListOrigin::Import);
    assert!(matches!(lotl.facts.signature, ListSignature::Verified { .. }));
    let others: Vec<_> = files.iter().filter(|path| !is_lotl(path)).collect();
    let read = |path: &&PathBuf| -> CheckedList { check_list(&std::fs::read(path).unwrap()).unwrap() };
    let lists: Vec<_> =
        others.par_iter().map(|path| judged(read(path), &pins, Some(&lotl), ListOrigin::Import)).collect();
    let mut store = TrustStore::default();
    lists.iter().for_each(|list| store.add_list(list));
    store
}

#[divan::bench(sample_count = 10)]
fn read_and_verify_all_lists(bencher: Bencher<'_, '_>) {
    let files = lists();
    let size: u64 = files.iter().map(|path| path.metadata().unwrap().len()).sum();
    if !files.is_empty() {
        bencher.counter(BytesCount::new(size)).bench_local(|| read_and_verify(&files));
    }
}

/// Of that, reading alone: one thread.
#[divan::bench(sample_count = 5)]
fn read_all_lists_on_one_thread(bencher: Bencher<'_, '_>) {
    let contents: Vec<_> = lists().iter().map(|path| std::fs::read(path).unwrap()).collect();
    bencher
        .counter(BytesCount::new(contents.iter().map(Vec::len).sum::<usize>()))
        .bench_local(|| contents.iter().map(|octets| parse_list(octets).unwrap().services.len()).sum::<usize>());
}

/// The floor: SHA-256 of the same octets.
#[divan::bench(sample_count = 10)]
fn floor_sha256_of_all_lists(bencher: Bencher<'_, '_>) {
    let contents: Vec<_> = lists().iter().map(|path| std::fs::read(path).unwrap()).collect();
    bencher
        .counter(BytesCount::new(contents.iter().map(Vec::len).sum::<usize>()))
        .bench_local(|| contents.iter().map(|octets| Sha256::of(octets)).collect::<Vec<_>>());
}

#[divan::bench]
fn load_what_is_built_in() -> usize {
    load_snapshot().lists.len()
}

/// Every list of the corpus kept in a folder, and loaded with what is built in.
#[divan::bench]
fn load_what_is_kept(bencher: Bencher<'_, '_>) {
    let place = tempfile::tempdir().unwrap();
    let folder = ListFolder::below(place.path());
    let pins = Pins::shipped().unwrap();
    let mut files = lists();
    // The list of lists first: it says who signs the others. Croatia's is signed by somebody else and is not kept.
    files.sort_by_key(|path| !path.ends_with("eu-lotl.xml"));
    let kept = files.iter().filter(|path| folder.import(&std::fs::read(path).unwrap(), &pins).is_ok()).count();
    if kept > 0 {
        assert!(kept > 25, "{kept}");
        bencher.bench_local(|| folder.load().with_snapshot().lists.len());
    }
}

/// A certificate by its digest, where its service was asked for before.
#[divan::bench]
fn look_up_a_certificate(bencher: Bencher<'_, '_>) {
    let (store, digest) = (load_snapshot(), sample_digest());
    let at = "2026-11-23T12:00:00Z".parse().unwrap();
    assert_eq!(store.find(Wanted::Certificate(digest), Role::Issuer, at).len(), 1);
    bencher.bench_local(|| store.find(Wanted::Certificate(divan::black_box(digest)), Role::Issuer, at).len());
}

/// A certificate that no list names: what is asked of most certificates of a file.
#[divan::bench]
fn look_up_a_stranger(bencher: Bencher<'_, '_>) {
    let store = load_snapshot();
    let pem = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/trust-list-signer.pem"));
    let base64: String = pem.unwrap().lines().filter(|line| !line.starts_with('-')).collect();
    let der = base64::Engine::decode(&base64::engine::general_purpose::STANDARD, base64).unwrap();
    let stranger = Certificate::parse(&der).unwrap();
    assert!(store.services_of(&stranger, Role::Issuer).is_empty());
    bencher.bench_local(|| store.services_of(divan::black_box(&stranger), Role::Issuer).len());
}

/// A service by key identifier, which certificates name their issuer by.
#[divan::bench]
fn look_up_a_key_identifier(bencher: Bencher<'_, '_>) {
    let mut store = load_snapshot();
    let list = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/trust-list.xml")).unwrap();
    store.add_list(&parse_list(&list).unwrap());
    let at = "2026-11-23T12:00:00Z".parse().unwrap();
    let is_issuer = |service: &&edoc::trust::TrustService| service.serves_at(Role::Issuer, at);
    let mut known = store.services().filter(is_issuer).flat_map(|service| &service.certificates);
    let text = known.find_map(|listed| listed.key_identifier.clone()).unwrap();
    let octets: Vec<u8> =
        (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).unwrap()).collect();
    assert!(!store.find(Wanted::KeyIdentifier(&octets), Role::Issuer, at).is_empty());
    bencher.bench_local(|| store.find(Wanted::KeyIdentifier(divan::black_box(&octets)), Role::Issuer, at).len());
}

fn sample_digest() -> Sha256 {
    "adecfba900af836536a21d4f30fba95628ae18bf2c139cd9a59af131e4497cf9".parse().unwrap()
}
