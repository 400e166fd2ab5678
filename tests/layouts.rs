//! Layouts that were made with other programs, sealed, and read through the whole pipeline: every field is right or absent,
//! none is wrong, and what is named as certain is read so. `samples/layouts/layouts.toml` says what stands in each.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use edoc::container::Bytes;
use edoc::exam::read_issuers;
use edoc::report::{Authenticity, Report};
use edoc::trust::{TrustStore, read_list};
use edoc::validation::Policy;
use edoc::verify::{Input, verify};
use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
struct Layouts {
    layout: Vec<Layout>,
}

#[derive(Deserialize)]
struct Layout {
    file: String,
    made_with: String,
    /// Why nothing is read.
    unread: Option<String>,
    #[serde(default)]
    exam: Vec<BTreeMap<String, toml::Value>>,
}

/// Fields with one value each.
const FIELDS: [&str; 17] = [
    "kind",
    "series",
    "number",
    "person",
    "given_names",
    "surname",
    "identifier",
    "school",
    "class",
    "stage",
    "subject",
    "level",
    "year",
    "exam_date",
    "overall",
    "language_level",
    "issuer",
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples")
}

fn layouts() -> Vec<Layout> {
    let text = std::fs::read_to_string(folder().join("layouts/layouts.toml")).unwrap();
    toml::from_str::<Layouts>(&text).unwrap().layout
}

fn report(file: &str) -> Report {
    let bytes = std::fs::read(folder().join("layouts").join(file)).unwrap();
    let (list, services) = read_list(&std::fs::read(folder().join("trust-list.xml")).unwrap()).unwrap();
    let mut trust = TrustStore::default();
    trust.add(list, services);
    let issuers = read_issuers(&std::fs::read_to_string(folder().join("issuers.toml")).unwrap()).unwrap();
    let policy = Policy::zimogs_1().unwrap();
    let source = Bytes(&bytes);
    let input = Input { name: file, source: &source };
    verify(&input, &trust, &issuers, &policy, "2026-11-23T12:00:00Z".parse().unwrap()).unwrap()
}

/// The value of a field as text, or nothing.
fn value(found: &Value) -> Option<String> {
    let value = found.get("value")?;
    Some(match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        // Identifiers say of what kind they are.
        other => other.get("value").and_then(Value::as_str).unwrap_or_default().to_owned(),
    })
}

fn spellings(expected: &toml::Value) -> Vec<String> {
    match expected {
        toml::Value::Array(several) => several.iter().flat_map(spellings).collect(),
        toml::Value::String(text) => vec![text.clone()],
        other => vec![other.to_string()],
    }
}

/// Fields of one exam that are wrong, and those that are absent although they stand there.
fn compare(name: &str, expected: &BTreeMap<String, toml::Value>, read: &Value) -> (Vec<String>, Vec<String>, usize) {
    let (mut wrong, mut absent, mut right) = (Vec::new(), Vec::new(), 0);
    let certain = spellings(&expected["certain"]);
    for field in FIELDS.iter().chain(&["issue_date"]) {
        let found = value(&read[field]);
        let may = expected.get(*field).map(spellings).unwrap_or_default();
        match found {
            Some(found) if may.contains(&found) => right += 1,
            Some(found) => wrong.push(format!("{name}: {field} is {found:?}, not {may:?}")),
            None if may.is_empty() => {}
            None => absent.push(format!("{name}: {field}")),
        }
        if certain.contains(&(*field).to_owned()) && read[field]["certainty"] != "certain" {
            wrong.push(format!("{name}: {field} is not certain: {}", read[field]));
        }
    }
    let parts: Vec<(String, u64)> = (read["parts"].as_array().unwrap().iter())
        .map(|part| (part["name"].as_str().unwrap().to_owned(), part["percent"]["value"].as_u64().unwrap()))
        .collect();
    let stated: Vec<(String, u64)> = expected["parts"].clone().try_into().unwrap();
    if parts == stated {
        right += parts.len();
    } else if parts.iter().all(|part| stated.contains(part)) {
        absent.push(format!("{name}: parts {parts:?}"));
    } else {
        wrong.push(format!("{name}: parts are {parts:?}, not {stated:?}"));
    }
    (wrong, absent, right)
}

#[test]
fn every_field_is_right_or_absent() {
    let (mut wrong, mut absent, mut right) = (Vec::new(), Vec::new(), 0);
    for layout in layouts() {
        let report = report(&layout.file);
        assert_eq!(report.authenticity, Authenticity::Genuine, "{}: {:?}", layout.file, report.cause);
        let reading = serde_json::to_value(&report.exams[0].reading).unwrap();
        if let Some(reason) = &layout.unread {
            assert_eq!(reading["reason"]["reason"], reason.as_str(), "{}", layout.file);
            continue;
        }
        let certificates = reading["certificates"].as_array().cloned().unwrap_or_default();
        if certificates.len() != layout.exam.len() {
            wrong.push(format!("{}: {} exams, not {}: {reading}", layout.file, certificates.len(), layout.exam.len()));
            continue;
        }
        for (expected, read) in layout.exam.iter().zip(&certificates) {
            let (more_wrong, more_absent, more_right) = compare(&layout.file, expected, read);
            wrong.extend(more_wrong);
            absent.extend(more_absent);
            right += more_right;
        }
    }
    println!("{right} values right, {} absent:\n{}", absent.len(), absent.join("\n"));
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(right >= 215, "{right} values were read right");
}

/// What the issue of these layouts is: they come from different programs, and are of all kinds.
#[test]
fn layouts_are_of_many_makers_and_all_kinds() {
    let layouts = layouts();
    let makers: std::collections::BTreeSet<_> = layouts.iter().map(|layout| layout.made_with.clone()).collect();
    assert!(layouts.len() >= 8 && makers.len() >= 3, "{makers:?}");
    let kinds: std::collections::BTreeSet<_> =
        layouts.iter().flat_map(|layout| &layout.exam).map(|exam| exam["kind"].to_string()).collect();
    assert_eq!(kinds.len(), 4, "{kinds:?}");
    assert!(layouts.iter().any(|layout| layout.exam.len() == 3), "several exams in one document");
    assert!(layouts.iter().any(|layout| layout.unread.as_deref() == Some("no-text")), "a scan");
}
