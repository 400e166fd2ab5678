//! Imprints of every time-stamp in the corpus of real files.

use std::collections::BTreeMap;
use std::path::Path;

use edoc::container::{Bytes, FileSource};
use edoc::evidence::{Evidence, ImprintFacts, ReferenceMatch, SignatureFacts};
use edoc::trust::TrustStore;
use serde::Deserialize;

use super::gathering::facts_of;
use crate::corpus;
use crate::forge::time::Instant;
use crate::forge::zip::{Archive, Entry};

#[derive(Deserialize)]
struct Row {
    id: String,
    folder: String,
    dss_eu_now: String,
}

#[test]
fn imprints_of_the_corpus_belong_to_their_signatures() {
    let Some(corpus) = corpus::folder() else { return };
    let mut table: BTreeMap<(String, String), usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    for row in rows(&corpus) {
        let Some(evidence) = evidence(&corpus, &row) else { continue };
        for signature in evidence.signature_files.iter().flat_map(|file| &file.signatures) {
            for (at, stamp) in signature.timestamps.iter().enumerate() {
                let word =
                    if stamp.malformed.is_some() { "Malformed".to_owned() } else { format!("{:?}", stamp.imprint) };
                *table.entry((stamp.kind.clone(), word.clone())).or_default() += 1;
                if stamp.malformed.is_none() && stamp.imprint != ImprintFacts::Matches {
                    let refs = signature.references.iter().filter(|r| r.result != ReferenceMatch::Matches).count();
                    wrong.push(format!(
                        "{} {:?} #{at} {} {word}; refs wrong {refs}, value {:?}, dss {:.100}",
                        row.id, signature.id, stamp.kind, signature.value, row.dss_eu_now
                    ));
                }
            }
        }
    }
    for ((kind, word), count) in &table {
        println!("{kind:<32} {word:<18} {count:>5}");
    }
    println!("{}", wrong.join("\n"));
}

fn rows(corpus: &Path) -> Vec<Row> {
    let mut reader = csv::Reader::from_path(corpus.join("expected.csv")).unwrap();
    let rows = reader.deserialize().map(Result::<Row, _>::unwrap);
    rows.filter(|row| row.folder == "containers" || row.folder == "xades").collect()
}

fn evidence(corpus: &Path, row: &Row) -> Option<Evidence> {
    let path = corpus.join(&row.folder).join(&row.id);
    let trust = TrustStore::default();
    if row.folder == "containers" {
        return facts_of(&FileSource::open(&path).unwrap(), &trust);
    }
    // A signature file alone is put into an empty container, in memory.
    let entries = vec![
        Entry::stored("mimetype", b"application/vnd.etsi.asic-e+zip"),
        Entry::stored("placeholder", b"none"),
        Entry::deflated("META-INF/signatures.xml", &std::fs::read(&path).unwrap()),
    ];
    facts_of(&Bytes(&Archive::new(entries, Instant::of("2026-01-01T00:00:00Z")).bytes()), &trust)
}
