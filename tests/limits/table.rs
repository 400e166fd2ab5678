//! The table is whole and names tests that are there.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use crate::tables::Sources;

#[derive(Deserialize)]
struct Row {
    limit: String,
    /// `edge`: at the limit and just above. `beyond`: far above, with an ordinary twin. `open`: neither, and why.
    how: String,
    /// `file::function`, several with spaces between them; where it is open, the reason.
    tested: String,
}

/// Limits that nothing shows yet. Fewer is better; more needs a reason here.
const OPEN: usize = 64;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn rows() -> Vec<Row> {
    let table = root().join("tests/data/limits.csv");
    csv::Reader::from_path(table).unwrap().into_deserialize().map(Result::<Row, _>::unwrap).collect()
}

#[test]
fn every_limit_is_there_once_and_in_order() {
    let source = std::fs::read_to_string(root().join("src/limits.rs")).unwrap();
    let limits: Vec<&str> =
        source.lines().filter_map(|line| line.strip_prefix("pub const ")?.split(':').next()).collect();
    let named: Vec<String> = rows().into_iter().map(|row| row.limit).collect();
    assert_eq!(named, limits);
    assert!(limits.len() > 100);
}

#[test]
fn every_limit_names_tests_that_are_there() {
    let mut sources = Sources::default();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for row in rows() {
        *counts.entry(row.how.clone()).or_default() += 1;
        if row.how == "open" {
            assert!(row.tested.split_whitespace().count() > 3, "{}: why?", row.limit);
            continue;
        }
        assert!(["edge", "beyond"].contains(&row.how.as_str()), "{}", row.limit);
        sources.require(&row.limit, &row.tested);
    }
    println!("{counts:?}");
    assert_eq!(counts.get("open").copied().unwrap_or_default(), OPEN);
}
