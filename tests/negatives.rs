//! The 143 negative cases of the reference, each with the tests that forge it and the word expected: `data/negatives.csv`.
//! The attacks upon what is read as a result are `data/exam-attacks.csv`.
//! Tests under `verdicts/` put an honest twin beside each forged container. Cases that are about one layer alone (keys that
//! nobody should make, trusted lists, levels in law) are shown by the tests of that layer.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

mod tables;

use std::path::Path;

use serde::Deserialize;
use tables::Sources;

#[derive(Deserialize)]
struct Case {
    case: String,
    what: String,
    /// `file::function`, several with spaces between them.
    tested: String,
    expected: String,
}

/// The cases of the reference.
const NEGATIVES: &str = "negatives.csv";
/// Attacks upon what is read as a result, beside those: on names, documents and tables.
const EXAM_ATTACKS: &str = "exam-attacks.csv";

fn cases(table: &str) -> Vec<Case> {
    let table = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(table);
    csv::Reader::from_path(table).unwrap().into_deserialize().map(Result::<Case, _>::unwrap).collect()
}

#[test]
fn every_case_is_there_once_and_in_order() {
    for (table, letter, count) in [(NEGATIVES, "N", 143), (EXAM_ATTACKS, "E", 19)] {
        let names: Vec<String> = cases(table).into_iter().map(|case| case.case).collect();
        let all: Vec<String> = (1..=count).map(|number| format!("{letter}{number:02}")).collect();
        assert_eq!(names, all);
    }
}

#[test]
fn every_case_names_tests_that_are_there() {
    let mut sources = Sources::default();
    for case in cases(NEGATIVES).into_iter().chain(cases(EXAM_ATTACKS)) {
        assert!(!case.what.is_empty() && !case.expected.is_empty(), "{}", case.case);
        sources.require(&case.case, &case.tested);
    }
}
