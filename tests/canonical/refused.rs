//! Tables beside the tests: which vectors are not carried out, and which rule says so.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Outcome of each vector: passed, or the rule that refused it.
pub type Outcomes = BTreeMap<String, Result<(), String>>;

/// A rule that says a vector is wrong, not that it is refused. The table must explain it.
pub const DIFFERS: &str = "DIFFERS";

/// Compares outcomes with the table `path,rule,why`: every vector passed or is listed with the very rule that refused
/// it, and what merely differs is explained. Writes the table anew, keeping explanations, where `EDOC_RECORD` is set.
pub fn compare(name: &str, outcomes: &Outcomes) {
    let passed = outcomes.values().filter(|outcome| outcome.is_ok()).count();
    println!("{name}: {} vectors, {passed} passed, {} listed", outcomes.len(), outcomes.len() - passed);
    let refused: BTreeMap<&String, &String> =
        outcomes.iter().filter_map(|(path, outcome)| outcome.as_ref().err().map(|rule| (path, rule))).collect();
    let listed = read(name);
    if std::env::var_os("EDOC_RECORD").is_some() {
        let mut rows = csv::Writer::from_path(place(name)).unwrap();
        rows.write_record(["path", "rule", "why"]).unwrap();
        for (path, rule) in &refused {
            let why = listed.get(*path).map_or("", |(_, why)| why);
            rows.write_record([path.as_str(), rule.as_str(), why]).unwrap();
        }
        return;
    }
    let mut wrong = Vec::new();
    for (path, rule) in &refused {
        match listed.get(*path) {
            Some((known, why)) if known == *rule && rule.starts_with(DIFFERS) && why.is_empty() => {
                wrong.push(format!("{path}: differs, unexplained"));
            }
            Some((known, _)) if known == *rule => {}
            Some((known, _)) => wrong.push(format!("{path}: {rule}, listed as {known}")),
            None => wrong.push(format!("{path}: {rule}, not listed")),
        }
    }
    for path in listed.keys().filter(|path| !refused.contains_key(path)) {
        wrong.push(format!("{path}: listed, but {}", if outcomes.contains_key(path) { "passes" } else { "unknown" }));
    }
    assert!(wrong.is_empty(), "{}:\n{}", name, wrong.join("\n"));
}

fn place(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)
}

fn read(name: &str) -> BTreeMap<String, (String, String)> {
    let Ok(mut rows) = csv::Reader::from_path(place(name)) else { return BTreeMap::new() };
    rows.records()
        .map(|row| {
            let row = row.unwrap();
            (row[0].to_owned(), (row[1].to_owned(), row[2].to_owned()))
        })
        .collect()
}
