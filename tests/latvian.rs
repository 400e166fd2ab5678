//! The real Latvian containers of the corpus under zimogs-1 and the lists of the EU: today, and when they were signed.
//! Nobody's name stands here; what each file taught is in the project's notes by its number.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, dead_code, missing_docs)]

mod corpus;
mod forge;

#[path = "agreement/judging.rs"]
mod judging;
#[path = "agreement/table.rs"]
mod table;

use edoc::validation::{Cause, Policy};
use edoc::verify::{Input, verify};
use forge::container::Container;
use forge::pki::Pki;
use forge::samples::sealed;
use forge::xades::{Dialect, Document, Level};
use judging::{Words, eu_lists, rows, word};

const TODAY: &str = "2026-11-24T12:00:00Z";
/// The hierarchy of the test environment of LVRTC.
const TEST: &str = "INDETERMINATE/NO_CERTIFICATE_CHAIN_FOUND";
/// SHA-1 in the chain of a seal or card from before 2018.
const WEAK: &str = "INDETERMINATE/CRYPTO_CONSTRAINTS_FAILURE_NO_POE";
/// Its time-stamp is signed with SHA-1 and proves no time any more; for today its issuer is no longer in force. EU DSS asks
/// for algorithms first and says CRYPTO_CONSTRAINTS_FAILURE_NO_POE; both are INDETERMINATE.
const GONE: &str = "INDETERMINATE/NO_CERTIFICATE_CHAIN_FOUND_NO_POE";
/// Nothing at hand says whether the certificate was revoked.
const UNANSWERED: &str = "INDETERMINATE/CERTIFICATE_CHAIN_GENERAL_FAILURE";
const PASSED: &str = "TOTAL-PASSED";

/// File, word on its worst signature when it was signed and today, why.
const FILES: [(&str, &str, &str, &str); 10] = [
    ("ed0001.edoc", TEST, TEST, "two signatures of the test environment, of 2026"),
    ("ed0002.edoc", PASSED, PASSED, "a card of 2025, EC P-384"),
    ("ed0009.edoc", WEAK, WEAK, "a card of 2017; its certificate is signed with SHA-1"),
    ("ed0011.asice", WEAK, GONE, "2014, SHA-1 in the chain, DigestInfo without NULL, local time written as UTC"),
    ("ae0001.asice", PASSED, PASSED, "a seal of 2025, stamped in Estonia, with an archive time-stamp"),
    ("ae0002.asice", TEST, TEST, "level T of the test environment, of 2024"),
    ("ae0004.asice", TEST, TEST, "answered 22 hours after the stamp, test environment"),
    ("ae0005.asice", TEST, TEST, "answered 44 hours after the stamp, test environment"),
    ("ae0006.asice", TEST, TEST, "answered 7 minutes after the stamp, test environment"),
    ("ae0007.asice", TEST, TEST, "level T, test environment"),
];

#[test]
fn real_latvian_files_are_judged_as_measured() {
    let Some(corpus) = corpus::folder() else { return };
    let (trust, policy) = (eu_lists(&corpus), Policy::zimogs_1().unwrap());
    let rows = rows(&corpus);
    let (mut wrong, mut named_as_test) = (Vec::new(), 0);
    for (file, then, today, why) in FILES {
        let row = rows.iter().find(|row| row.id == file).unwrap_or_else(|| panic!("{file} is in the table"));
        for (at, expected) in [(row.at.as_str(), then), (TODAY, today)] {
            let words = Words::of(&corpus.join("containers").join(file), &trust, &policy, at);
            let report = words.report.as_ref().unwrap();
            if words.whole() != expected {
                wrong.push(format!("{file} ({why}) at {at}: {} for {expected}: {:?}", words.whole(), report.cause));
            }
            // Nobody but the exam authorities makes a certificate genuine, whatever the word on the signature.
            assert_ne!(report.authenticity, edoc::report::Authenticity::Genuine, "{file}");
            // Every file is as it was signed: what is doubted is doubted for other reasons.
            assert_eq!(report.facts.unchanged.outcome, edoc::validation::Outcome::Passed, "{file}");
            let causes = report.signatures.iter().filter_map(|signature| signature.cause.as_ref());
            let named = causes.clone().any(|cause| matches!(cause, Cause::TestHierarchy { .. }));
            let dead_end = causes.clone().any(|cause| matches!(cause, Cause::NoPath { .. }));
            named_as_test += usize::from(named);
            assert_eq!(named || dead_end, expected == TEST, "{file}: {:?}", report.cause);
        }
    }
    // The others do not bring their issuer along, and a name alone says nothing of whose it is.
    assert!(named_as_test > 0, "a test hierarchy is named as one");
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Honest containers of both dialects reach what their level can prove, when they were signed and today: without revocation
/// data (B, T) a doubt, with them (LT, LTA) the word, also when seal, unit and responder have long run out.
#[test]
fn samples_of_both_dialects_reach_their_word_at_their_level() {
    let (list, services) = edoc::trust::read_list(forge::trust_list::TrustList::sample().xml().as_bytes()).unwrap();
    let mut trust = edoc::trust::TrustStore::default();
    trust.add(list, services);
    let (pki, policy) = (Pki::shared(), Policy::zimogs_1().unwrap());
    let issuers = edoc::exam::read_issuers(include_str!("../samples/issuers.toml")).unwrap();
    for dialect in [Dialect::Lvrtc, Dialect::Dss] {
        for (seal, unit, day) in
            [(&pki.seal_2023, &pki.unit_2023, "2024-07-11"), (&pki.seal_2025, &pki.unit_2025, "2025-07-03")]
        {
            for (level, name) in [
                (Level::B, "XAdES-BASELINE-B"),
                (Level::T, "XAdES-BASELINE-T"),
                (Level::Lt, "XAdES-BASELINE-LT"),
                (Level::Lta, "XAdES-BASELINE-LTA"),
            ] {
                let mut signing = sealed(dialect, seal, unit, &format!("{day}T05:00:00Z"));
                signing.level = level;
                let document = Document::new("paraugs.txt", "text/plain", "PARAUGS");
                let bytes = Container::signed(vec![document], &signing).bytes();
                for at in [&format!("{day}T05:10:00Z"), TODAY] {
                    let source = edoc::container::Bytes(&bytes);
                    let input = Input { name: "paraugs.edoc", source: &source };
                    let report = verify(&input, &trust, &issuers, &policy, at.parse().unwrap()).unwrap();
                    let signature = &report.signatures[0];
                    let found = (word(signature.indication), signature.level.unwrap().name());
                    let expected = if level >= Level::Lt { PASSED } else { UNANSWERED };
                    let expected = (expected.to_owned(), name);
                    assert_eq!(found, expected, "{dialect:?} of {day} at {at}: {:?}", report.cause);
                }
            }
        }
    }
}
