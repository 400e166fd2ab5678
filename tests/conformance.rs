//! Integrity over every ASiC container with XAdES signatures of the corpus, against the word of four independent XML
//! signature programs and of DSS. Each disagreement has a line with its reason in `tests/divergences.toml`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

mod corpus;

use std::collections::BTreeMap;

use edoc::container::FileSource;
use edoc::exam::shipped_issuers;
use edoc::report::{Report, SignatureReport};
use edoc::trust::snapshot;
use edoc::validation::{CheckId, Outcome, Policy};
use edoc::verify::{Input, verify};
use serde::Deserialize;

/// Kinds that are judged for integrity.
const KINDS: [&str; 6] =
    ["ASiC-E XAdES", "ASiC-E XAdES (X-Road)", "ASiC-S XAdES", "EDOC (ASiC-E XAdES)", "BDOC-TM", "BDOC-TS"];

#[derive(Deserialize)]
struct Row {
    id: String,
    folder: String,
    kind: String,
    integrity_by_peers: String,
    dss_eu_now: String,
}

#[derive(Deserialize)]
struct Divergences {
    #[serde(default)]
    divergence: Vec<Divergence>,
}

#[derive(Deserialize)]
struct Divergence {
    id: String,
    ours: String,
    theirs: String,
    reason: String,
}

#[derive(Default)]
struct Line {
    files: usize,
    agreed: usize,
    explained: usize,
}

#[test]
fn integrity_agrees_with_the_peers() {
    let Some(corpus) = corpus::folder() else { return };
    let known = known_divergences();
    let mut used = Vec::new();
    let mut table: BTreeMap<String, Line> = BTreeMap::new();
    let mut unexplained = Vec::new();
    let mut forbidden = Vec::new();
    for row in rows(&corpus) {
        let ours = integrity(&corpus.join("containers").join(&row.id));
        let theirs = peers_word(&row);
        let line = table.entry(row.kind.clone()).or_default();
        line.files += 1;
        forbidden.extend(intact_against_dss(&row, &ours));
        if ours.word() == theirs {
            line.agreed += 1;
        } else if let Some(divergence) = known.iter().find(|known| known.id == row.id) {
            assert_eq!((&divergence.ours, &divergence.theirs), (&ours.word(), &theirs), "{} changed", row.id);
            used.push(divergence.id.clone());
            line.explained += 1;
        } else {
            unexplained.push(format!(
                "{} ({}): ours {}, theirs {theirs}: {}",
                row.id,
                row.kind,
                ours.word(),
                ours.why()
            ));
        }
    }
    print_table(&table);
    assert!(forbidden.is_empty(), "intact here, altered by DSS:\n{}", forbidden.join("\n"));
    assert!(unexplained.is_empty(), "{} unexplained:\n{}", unexplained.len(), unexplained.join("\n"));
    let stale: Vec<_> = known.iter().filter(|known| !used.contains(&known.id)).map(|known| &known.id).collect();
    assert!(stale.is_empty(), "listed, and no longer diverging: {stale:?}");
    assert!(table.values().map(|line| line.files).sum::<usize>() > 250, "the corpus is not whole");
}

fn rows(corpus: &std::path::Path) -> Vec<Row> {
    let mut reader = csv::Reader::from_path(corpus.join("expected.csv")).unwrap();
    let rows = reader.deserialize().map(Result::<Row, _>::unwrap);
    rows.filter(|row| row.folder == "containers" && KINDS.contains(&row.kind.as_str())).collect()
}

fn known_divergences() -> Vec<Divergence> {
    let text = include_str!("divergences.toml");
    let known: Divergences = toml::from_str(text).unwrap();
    assert!(known.divergence.iter().all(|one| one.reason.len() > 20), "a divergence without a reason");
    known.divergence
}

enum Integrity {
    Report(Box<Report>),
    Error(String),
}

impl Integrity {
    /// `ok`, `bad`, or how many of how many signatures are intact.
    fn word(&self) -> String {
        let Self::Report(report) = self else { return "bad".to_owned() };
        let intact = report.signatures.iter().filter(|signature| is_intact(signature)).count();
        match (intact, report.signatures.len()) {
            (0, _) => "bad".to_owned(),
            (some, all) if some == all => "ok".to_owned(),
            (some, all) => format!("{some}/{all}"),
        }
    }

    fn why(&self) -> String {
        match self {
            Self::Error(error) => error.clone(),
            Self::Report(report) => {
                let checks = report.signatures.iter().flat_map(|signature| &signature.checks);
                let cause =
                    checks.filter(|check| check.outcome == Outcome::Failed).find_map(|check| check.cause.clone());
                format!("{:?}, first failed: {cause:?}", report.cause)
            }
        }
    }
}

/// Every reference and the signature value right.
fn is_intact(signature: &SignatureReport) -> bool {
    let value = signature.checks.iter().find(|check| check.id == CheckId::SignatureValue);
    let references = &signature.references;
    value.is_some_and(|check| check.outcome == Outcome::Passed)
        && !references.is_empty()
        && references.iter().all(|reference| reference.outcome == Outcome::Passed)
}

fn integrity(path: &std::path::Path) -> Integrity {
    let source = FileSource::open(path).unwrap();
    let name = path.file_name().unwrap().to_str().unwrap();
    let policy = Policy::zimogs_1().unwrap();
    let at = "2026-11-23T12:00:00Z".parse().unwrap();
    match verify(&Input { name, source: &source }, snapshot(), &shipped_issuers(), &policy, at) {
        Ok(report) => Integrity::Report(Box::new(report)),
        Err(error) => Integrity::Error(error.to_string()),
    }
}

/// The peers' word without the number of programs that could process the file; DSS's where they say nothing.
fn peers_word(row: &Row) -> String {
    let word = row.integrity_by_peers.split('(').next().unwrap_or_default();
    if word.is_empty() { "bad".to_owned() } else { word.to_owned() }
}

/// Signatures that are intact here and that DSS calls altered: `file#id: TOTAL-FAILED/HASH_FAILURE …`.
fn intact_against_dss(row: &Row, ours: &Integrity) -> Vec<String> {
    let Integrity::Report(report) = ours else { return Vec::new() };
    let altered = |entry: &&str| entry.contains("/HASH_FAILURE") || entry.contains("/SIG_CRYPTO_FAILURE");
    let mut found = Vec::new();
    for entry in row.dss_eu_now.split(" | ").filter(altered) {
        let Some((place, _)) = entry.split_once(": ") else { continue };
        let Some((file, id)) = place.rsplit_once('#') else { continue };
        let same = |signature: &&SignatureReport| {
            signature.file.ends_with(file) && signature.id.as_deref() == Some(id) && is_intact(signature)
        };
        found.extend(report.signatures.iter().filter(same).map(|_| format!("{}: {entry}", row.id)));
    }
    found
}

fn print_table(table: &BTreeMap<String, Line>) {
    println!("\n{:<24} {:>6} {:>7} {:>10} {:>11}", "integrity, by kind", "files", "agreed", "explained", "unexplained");
    let mut sum = Line::default();
    for (kind, line) in table {
        print_line(kind, line);
        sum.files += line.files;
        sum.agreed += line.agreed;
        sum.explained += line.explained;
    }
    print_line("all", &sum);
}

fn print_line(kind: &str, line: &Line) {
    let unexplained = line.files - line.agreed - line.explained;
    println!("{kind:<24} {:>6} {:>7} {:>10} {unexplained:>11}", line.files, line.agreed, line.explained);
}
