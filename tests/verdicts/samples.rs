//! Every sample against what `samples/index.toml` states of it.

use std::path::Path;

use edoc::report::{Authenticity, Coverage, Report};
use edoc::validation::{Doubt, Failure, Outcome};
use serde::Deserialize;

use super::judging::{judge, judge_under};

#[derive(Deserialize)]
struct Index {
    sample: Vec<Sample>,
}

#[derive(Deserialize)]
struct Sample {
    file: String,
    format: String,
    integrity: String,
    expected: String,
    #[serde(default)]
    covered: Vec<String>,
    #[serde(default)]
    uncovered: Vec<String>,
    signer: Option<String>,
    signer_organization: Option<String>,
    claimed_signing_time: Option<String>,
    time_stamp: Option<String>,
}

fn samples() -> Vec<(Sample, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let text = std::fs::read_to_string(folder.join("index.toml")).unwrap();
    let index: Index = toml::from_str(&text).unwrap();
    assert!(index.sample.len() >= 12, "about a dozen samples");
    index
        .sample
        .into_iter()
        .map(|sample| (std::fs::read(folder.join(&sample.file)).unwrap(), sample))
        .map(|(bytes, sample)| (sample, bytes))
        .collect()
}

fn named(documents: &Report, coverage: &[Coverage]) -> Vec<String> {
    let found = documents.documents.iter().filter(|document| coverage.contains(&document.coverage));
    found.map(|document| document.name.clone()).collect()
}

#[test]
fn samples_give_what_their_index_states() {
    for (sample, bytes) in samples() {
        let report = judge(&bytes);
        let file = &sample.file;
        assert_eq!(serde_json::to_value(report.format).unwrap().as_str().unwrap(), expected_format(&sample), "{file}");
        let intact = report.facts.unchanged.outcome;
        let expected = match sample.integrity.as_str() {
            "intact" => Outcome::Passed,
            "altered" => Outcome::Failed,
            _ => Outcome::Skipped,
        };
        assert_eq!(intact, expected, "{file}: {:?}", report.cause);
        if sample.integrity != "altered" {
            assert_eq!(named(&report, &[Coverage::Covered]), sample.covered, "{file}");
            assert_eq!(named(&report, &[Coverage::NotCovered]), sample.uncovered, "{file}");
        }
        let signer = report.signatures.first().and_then(|signature| signature.signer.as_ref());
        assert_eq!(signer.map(|signer| &signer.name), sample.signer.as_ref(), "{file}");
        assert_eq!(
            signer.and_then(|signer| signer.organisation.as_ref()),
            sample.signer_organization.as_ref(),
            "{file}"
        );
        let time = |text: &Option<String>| text.as_ref().map(|text| text.parse::<edoc::Timestamp>().unwrap());
        let first = report.signatures.first();
        assert_eq!(first.and_then(|signature| signature.claimed_time), time(&sample.claimed_signing_time), "{file}");
        if intact == Outcome::Passed {
            let stamped = first.and_then(|signature| signature.timestamp_time()).map(|at| at.as_second());
            assert_eq!(stamped, time(&sample.time_stamp).map(|at| at.as_second()), "{file}");
        }
    }
}

/// A container without a signature is of another format than one with.
fn expected_format(sample: &Sample) -> &str {
    if sample.integrity == "unsigned" { "asic-unsigned" } else { &sample.format }
}

#[test]
fn every_sample_gets_the_word_that_its_index_states() {
    for (sample, bytes) in samples() {
        let report = judge(&bytes);
        let expected = match sample.expected.as_str() {
            "genuine" => Authenticity::Genuine,
            "valid-but-other-issuer" => Authenticity::ValidButOtherIssuer,
            // Level B and an unlisted hierarchy.
            "cannot-confirm" if sample.file.contains("self-signed") => {
                Authenticity::CannotConfirm(Doubt::NoCertificateChainFound)
            }
            "cannot-confirm" => Authenticity::CannotConfirm(Doubt::CertificateChainGeneralFailure),
            "refuted" => Authenticity::Refuted(Failure::HashFailure),
            "unsigned" => Authenticity::Unsigned,
            other => panic!("{other}"),
        };
        assert_eq!(report.authenticity, expected, "{}: {:?}", sample.file, report.cause);
        let authority = report.facts.exam_authority.outcome;
        match sample.expected.as_str() {
            "genuine" => assert_eq!(authority, Outcome::Passed, "{}", sample.file),
            "valid-but-other-issuer" => assert_eq!(authority, Outcome::Failed, "{}", sample.file),
            _ => {}
        }
    }
}

/// The samples' hierarchy is nobody's: without the sample list no path leads anywhere, and no name in a certificate counts.
#[test]
fn samples_are_worth_nothing_under_the_european_lists() {
    for (sample, bytes) in samples().into_iter().filter(|(sample, _)| sample.integrity == "intact") {
        let report = judge_under(&bytes, edoc::trust::snapshot());
        assert_eq!(report.authenticity, Authenticity::CannotConfirm(Doubt::NoCertificateChainFound), "{}", sample.file);
        assert_eq!(report.facts.unchanged.outcome, Outcome::Passed);
        assert_ne!(report.facts.vouched_for.outcome, Outcome::Passed);
        assert_ne!(report.facts.exam_authority.outcome, Outcome::Passed);
    }
}
