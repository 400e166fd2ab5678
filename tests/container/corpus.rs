//! Real containers, read in place.

use std::collections::BTreeMap;
use std::path::PathBuf;

use edoc::container::{Bytes, FileSource, Format, Opened, open};

struct Expected {
    id: String,
    kind: String,
}

/// The corpus, or `None` where it is not at hand and nobody demands it.
fn corpus() -> Option<PathBuf> {
    let named = std::env::var_os("EDOC_CORPUS").map(PathBuf::from);
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let found = named.or_else(|| beside.is_dir().then_some(beside));
    if found.is_none() {
        assert!(std::env::var_os("CI").is_none(), "the corpus is needed here: set EDOC_CORPUS");
        println!("no corpus: nothing compared");
    }
    found
}

fn expected(corpus: &std::path::Path) -> Vec<Expected> {
    let mut reader = csv::Reader::from_path(corpus.join("expected.csv")).unwrap();
    let headers = reader.headers().unwrap().clone();
    let column = |name: &str| headers.iter().position(|header| header == name).unwrap();
    let (id, folder, kind) = (column("id"), column("folder"), column("kind"));
    let rows = reader.records().map(Result::unwrap).filter(|row| &row[folder] == "containers");
    rows.map(|row| Expected { id: row[id].to_owned(), kind: row[kind].to_owned() }).collect()
}

fn describe(opened: &Opened<'_>) -> String {
    match opened {
        Opened::Container(container) if container.format_faults.is_empty() => {
            format!("{:?} with {}", container.format, plural(container.signature_files.len()))
        }
        Opened::Container(container) => {
            format!("{:?} with {}, format faults", container.format, plural(container.signature_files.len()))
        }
        Opened::Recognised(format) => format!("recognised {format:?}"),
        Opened::Refused(_) => "refused".to_owned(),
    }
}

fn plural(signature_files: usize) -> &'static str {
    if signature_files == 0 { "no signatures" } else { "signatures" }
}

/// Real files that are refused, each with the reason why that is right.
const REFUSED: &[(&str, &str)] = &[];

#[test]
fn every_real_container_is_recognised_for_what_it_is() {
    let Some(corpus) = corpus() else { return };
    let mut table: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    let mut surprises = Vec::new();
    for Expected { id, kind } in expected(&corpus) {
        let source = FileSource::open(&corpus.join("containers").join(&id)).unwrap();
        let opened = match open(&source) {
            Ok(opened) => opened,
            Err(error) => {
                surprises.push(format!("{id} ({kind}): {error}"));
                continue;
            }
        };
        let mut outcome = describe(&opened);
        match &opened {
            Opened::Refused(fault) => println!("REFUSED {id} ({kind}): {fault:?}"),
            Opened::Container(container) => {
                if let Err(error) = container.check_remaining() {
                    println!("REFUSED later {id} ({kind}): {error:?}");
                    outcome = "refused at its content".to_owned();
                }
                if std::env::var_os("FINDINGS").is_some() {
                    println!("{id} {:?} {:?} {:?}", container.producer, container.findings, container.format_faults);
                }
            }
            Opened::Recognised(_) => {}
        }
        table.entry((kind, outcome)).or_default().push(id);
    }
    for ((kind, outcome), ids) in &table {
        println!("{:4}  {kind:28} {outcome:40} {}", ids.len(), ids[..ids.len().min(6)].join(" "));
    }
    assert!(surprises.is_empty(), "{surprises:#?}");
    let _ = (REFUSED, Format::Other, Bytes(&[]));
}
