//! Where the corpus is, and tables beside the tests.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The corpus folder; `None` where there is none and none is demanded.
pub fn place() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let place = std::env::var_os("EDOC_CORPUS").map_or(beside, PathBuf::from);
    if place.is_dir() {
        return Some(place);
    }
    assert!(std::env::var_os("CI").is_none(), "the corpus is missing: set EDOC_CORPUS");
    println!("no corpus: nothing compared");
    None
}

/// A table of refusals, `path,rule`: what is not carried out, and which rule says so.
pub fn refusals(name: &str) -> BTreeMap<String, String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name);
    let mut rows = csv::Reader::from_path(path).unwrap();
    rows.records()
        .map(|row| {
            let row = row.unwrap();
            (row[0].to_owned(), row[1].to_owned())
        })
        .collect()
}

/// Compares outcomes with the table: every path either passed or is listed with the very rule that refused it. Writes
/// the table anew instead where `EDOC_RECORD` is set.
pub fn compare(name: &str, outcomes: &BTreeMap<String, Result<(), String>>) {
    let passed = outcomes.values().filter(|outcome| outcome.is_ok()).count();
    println!("{name}: {} vectors, {passed} passed, {} refused", outcomes.len(), outcomes.len() - passed);
    let refused: BTreeMap<String, String> = outcomes
        .iter()
        .filter_map(|(path, outcome)| outcome.as_ref().err().map(|rule| (path.clone(), rule.clone())))
        .collect();
    if std::env::var_os("EDOC_RECORD").is_some() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name);
        let mut rows = csv::Writer::from_path(path).unwrap();
        rows.write_record(["path", "rule"]).unwrap();
        refused.iter().for_each(|(path, rule)| rows.write_record([path, rule]).unwrap());
        return;
    }
    let listed = refusals(name);
    let mut wrong = Vec::new();
    for (path, rule) in &refused {
        match listed.get(path) {
            Some(known) if known == rule => {}
            Some(known) => wrong.push(format!("{path}: {rule}, listed as {known}")),
            None => wrong.push(format!("{path}: {rule}, not listed")),
        }
    }
    for path in listed.keys().filter(|path| !refused.contains_key(*path)) {
        wrong.push(format!("{path}: listed, but {}", if outcomes.contains_key(path) { "passes" } else { "unknown" }));
    }
    assert!(wrong.is_empty(), "{}:\n{}", name, wrong.join("\n"));
}
