//! Facts that were saved give the verdict that the file gives, say that they were saved, and take newer lists into account.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

mod corpus;
mod forge;

use std::path::{Path, PathBuf};

use edoc::container::{Bytes, FileSource};
use edoc::exam::{RecognisedIssuer, read_issuers, shipped_issuers};
use edoc::report::{Authenticity, Report, ReportSource};
use edoc::trust::{TrustStore, read_list, snapshot};
use edoc::validation::Policy;
use edoc::verify::{Facts, FactsFault, Input, gather_facts, judge_facts, verify};
use forge::container::Container;
use forge::pki::Pki;
use forge::samples::sealed;
use forge::time::Instant;
use forge::trust_list::{Service, TrustList};
use forge::xades::{Dialect, Document};
use serde_json::{Value, json};

const AT: &str = "2026-11-23T12:00:00Z";
/// Long after certificates and algorithms have run out.
const LATER: &str = "2035-01-01T00:00:00Z";

fn trust_of(list: &TrustList) -> TrustStore {
    let (list, services) = read_list(list.xml().as_bytes()).unwrap();
    let mut trust = TrustStore::default();
    trust.add(list, services);
    trust
}

fn issuers() -> Vec<RecognisedIssuer> {
    read_issuers(include_str!("../samples/issuers.toml")).unwrap()
}

fn policies() -> [Policy; 2] {
    [Policy::zimogs_1().unwrap(), Policy::etsi_strict().unwrap()]
}

/// Saved and read again.
fn replayed(facts: &Facts) -> Facts {
    let read = Facts::from_document(&facts.to_document().unwrap()).unwrap();
    assert_eq!((facts.source(), read.source()), (ReportSource::File, ReportSource::Facts));
    assert_eq!((facts.file(), facts.content()), (read.file(), read.content()));
    read
}

/// The report on saved facts is that on the file, but for what it rests on.
fn assert_same(file: &Report, saved: Report, what: &str) {
    assert_eq!((file.source, saved.source), (ReportSource::File, ReportSource::Facts), "{what}");
    assert_eq!(*file, Report { source: ReportSource::File, ..saved }, "{what}");
}

fn samples() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "edoc" || end == "asice" || end == "md"));
    paths.sort();
    assert!(paths.len() > 15);
    paths.iter().map(|path| (path.display().to_string(), std::fs::read(path).unwrap())).collect()
}

/// A seal whose document was exchanged, one that another time-stamp was put on, one by a stranger, and no archive at all.
fn forged() -> Vec<(String, Vec<u8>)> {
    let pki = Pki::shared();
    let document = |text: &str| vec![Document::new("Paraugs.txt", "text/plain", text)];
    let honest = sealed(Dialect::Dss, &pki.seal_2025, &pki.unit_2025, "2025-07-03T05:00:00Z");
    let early = sealed(Dialect::Lvrtc, &pki.seal_2025, &pki.unit_2025, "2015-07-03T05:00:00Z");
    let text = "PARAUGS / SAMPLE\nKopvērtējums: 87,50 %\n";
    let whole = Container::signed(document(text), &honest).bytes();
    let cut = whole[..whole.len() / 2].to_vec();
    let mut prefixed = b"MZ".to_vec();
    prefixed.extend(&whole);
    let mut files = vec![("cut".to_owned(), cut), ("prefixed".to_owned(), prefixed)];
    files.push(("early".to_owned(), Container::signed(document(text), &early).bytes()));
    files.push(("honest".to_owned(), whole));
    files
}

#[test]
fn samples_and_forgeries_are_judged_alike() {
    let (trust, issuers) = (trust_of(&TrustList::sample()), issuers());
    let mut words = Vec::new();
    for (name, bytes) in samples().into_iter().chain(forged()) {
        let input = Input { name: "file.edoc", source: &Bytes(&bytes) };
        let saved = replayed(&gather_facts(&input, &trust).unwrap());
        for policy in policies() {
            for at in [AT, LATER] {
                let at = at.parse().unwrap();
                let file = verify(&input, &trust, &issuers, &policy, at).unwrap();
                words.push(file.authenticity);
                assert_same(&file, judge_facts(&saved, &trust, &issuers, &policy, at), &name);
            }
        }
    }
    assert!(words.contains(&Authenticity::Genuine) && words.contains(&Authenticity::Unsigned), "{words:?}");
    assert!(words.iter().any(|word| matches!(word, Authenticity::Refuted(_))), "{words:?}");
    assert!(words.iter().any(|word| matches!(word, Authenticity::CannotConfirm(_))), "{words:?}");
}

#[test]
fn real_files_are_judged_alike() {
    let Some(corpus) = corpus::folder() else { return };
    let issuers = shipped_issuers();
    let mut judged = 0;
    let mut paths: Vec<_> = std::fs::read_dir(corpus.join("containers")).unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    for path in paths.iter().filter(|path| path.is_file()) {
        let source = FileSource::open(path).unwrap();
        // A limit of ours is no fact about the file.
        let Ok(facts) = gather_facts(&Input { name: "file", source: &source }, snapshot()) else { continue };
        let saved = replayed(&facts);
        for policy in policies() {
            for at in [AT, LATER] {
                let at = at.parse().unwrap();
                let file = judge_facts(&facts, snapshot(), &issuers, &policy, at);
                let again = judge_facts(&saved, snapshot(), &issuers, &policy, at);
                assert_same(&file, again, &path.display().to_string());
            }
        }
        judged += 1;
    }
    assert!(judged > 100, "{judged} files were judged");
}

/// A sealed text and its facts under the sample list.
fn genuine() -> Facts {
    let bytes = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/anna-matematika.edoc")).unwrap();
    let trust = trust_of(&TrustList::sample());
    gather_facts(&Input { name: "anna-matematika.edoc", source: &Bytes(&bytes) }, &trust).unwrap()
}

fn withdraw(service: &mut Service, since: &str) {
    service.states.insert(0, ("withdrawn".to_owned(), Instant::of(since)));
}

#[test]
fn a_newer_list_changes_the_verdict() {
    let saved = replayed(&genuine());
    let (policy, at) = (Policy::zimogs_1().unwrap(), AT.parse().unwrap());
    let word = |list: &TrustList| judge_facts(&saved, &trust_of(list), &issuers(), &policy, at).authenticity;
    assert_eq!(word(&TrustList::sample()), Authenticity::Genuine);
    // Withdrawn before the document was sealed in July 2024.
    let mut withdrawn = TrustList::sample();
    withdrawn.services.iter_mut().for_each(|service| withdraw(service, "2024-06-01T00:00:00Z"));
    assert!(matches!(word(&withdrawn), Authenticity::CannotConfirm(_)), "{:?}", word(&withdrawn));
    // Withdrawn since: what was sealed while it was granted stays.
    let mut since = TrustList::sample();
    since.services.iter_mut().for_each(|service| withdraw(service, "2026-02-01T00:00:00Z"));
    assert_eq!(word(&since), Authenticity::Genuine);
    // No list at all.
    let none = judge_facts(&saved, &TrustStore::default(), &issuers(), &policy, at).authenticity;
    assert!(matches!(none, Authenticity::CannotConfirm(_)), "{none:?}");
}

fn altered(change: impl Fn(&mut Value)) -> Result<Facts, FactsFault> {
    let mut document: Value = serde_json::from_str(&genuine().to_document().unwrap()).unwrap();
    change(&mut document);
    Facts::from_document(&document.to_string())
}

#[test]
fn what_no_run_of_ours_writes_is_refused() {
    assert!(altered(|_| ()).is_ok(), "space between the parts may differ");
    let container = "/content/container";
    // Somewhere deep, where no field is expected: also where a tag alone stands.
    for place in ["", "/file", container, "/content/container/evidence/certificates/0/subject"] {
        let fault = altered(|facts| facts.pointer_mut(place).unwrap()["trusted"] = json!(true));
        assert!(matches!(fault, Err(FactsFault::NotFacts { .. } | FactsFault::Altered)), "{place}: {fault:?}");
    }
    let value = "/content/container/evidence/signature_files/0/signatures/0/value";
    let fault = altered(|facts| facts.pointer_mut(value).unwrap()["trusted"] = json!(true));
    assert_eq!(fault.unwrap_err(), FactsFault::Altered);
    let fault = altered(|facts| *facts.pointer_mut(value).unwrap() = json!({"value": "quite-right"}));
    assert!(matches!(fault, Err(FactsFault::NotFacts { .. })));
    let fault = altered(|facts| drop(facts["file"].as_object_mut().unwrap().remove("size")));
    assert!(matches!(fault, Err(FactsFault::NotFacts { .. })));
    assert_eq!(altered(|facts| facts["facts"] = json!(2)).unwrap_err(), FactsFault::Version { found: 2 });
    assert!(matches!(altered(|facts| facts["facts"] = json!("1")), Err(FactsFault::NotFacts { .. })));
    // 100.01 % is no result, in a document of facts either.
    let percent = "/content/container/readings/0/reading/certificates/0/overall/value";
    assert!(matches!(
        altered(|facts| *facts.pointer_mut(percent).unwrap() = json!(10_001)),
        Err(FactsFault::NotFacts { .. })
    ));
}

#[test]
fn parts_that_cannot_be_together_are_refused() {
    let readings = "/content/container/readings";
    let evidence = "/content/container/evidence";
    let contradicts = |change: &dyn Fn(&mut Value)| {
        let fault = altered(|facts| change(facts));
        assert!(matches!(fault, Err(FactsFault::Contradiction { .. })), "{fault:?}");
    };
    // A result for a document that no signature covers, or that is not there.
    contradicts(&|facts| facts.pointer_mut(readings).unwrap()[0]["document"] = json!("other.pdf"));
    contradicts(&|facts| {
        *facts.pointer_mut(&format!("{evidence}/signature_files/0/signatures/0/value")).unwrap() =
            json!({"value": "no-key"});
    });
    contradicts(&|facts| {
        let readings = facts.pointer_mut(readings).unwrap().as_array_mut().unwrap();
        readings.push(readings[0].clone());
    });
    contradicts(&|facts| {
        let documents = facts.pointer_mut(&format!("{evidence}/documents")).unwrap().as_array_mut().unwrap();
        documents.push(documents[0].clone());
    });
    contradicts(&|facts| facts["file"]["sha256"] = Value::Null);
    contradicts(&|facts| {
        let paths = facts.pointer_mut(&format!("{evidence}/signature_files/0/signatures/0/paths")).unwrap();
        *paths = Value::Array(vec![paths[0].clone(); 17]);
    });
}

#[test]
fn a_document_cut_off_anywhere_is_refused() {
    let document = genuine().to_document().unwrap();
    let whole = document.trim_end();
    for at in (0..whole.len()).step_by(whole.len() / 200).filter(|at| whole.is_char_boundary(*at)) {
        assert!(matches!(Facts::from_document(&whole[..at]), Err(FactsFault::NotFacts { .. })), "cut at {at}");
    }
    assert!(Facts::from_document(&format!("{document}{{}}")).is_err(), "something behind it");
    let large = format!("{document}{}", " ".repeat(edoc::limits::FACTS_BYTES));
    assert_eq!(Facts::from_document(&large).unwrap_err(), FactsFault::TooLarge);
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(matches!(Facts::from_document(&deep), Err(FactsFault::NotFacts { .. })));
}

#[test]
fn facts_are_written_the_same_every_time() {
    assert_eq!(genuine().to_document().unwrap(), genuine().to_document().unwrap());
}

#[test]
fn hostile_facts_are_refused_or_judged_and_never_taken_for_the_file() {
    let document = genuine().to_document().unwrap();
    let (policy, at) = (Policy::zimogs_1().unwrap(), AT.parse().unwrap());
    let trust = trust_of(&TrustList::sample());
    let mut read = 0;
    // A digit, a letter or a brace where something else stood.
    for (round, place) in (0..document.len()).step_by(37).enumerate() {
        let mut octets = document.clone().into_bytes();
        octets[place] = *b"0a9}[\"".get(round % 6).unwrap();
        let Ok(text) = String::from_utf8(octets) else { continue };
        let Ok(facts) = Facts::from_document(&text) else { continue };
        read += 1;
        assert_eq!(judge_facts(&facts, &trust, &issuers(), &policy, at).source, ReportSource::Facts);
    }
    assert!(read > 10, "{read} were read");
}
