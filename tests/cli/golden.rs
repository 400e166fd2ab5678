//! The dossier of the samples in every form, as it stands in `tests/golden`. A change there is looked at before it is kept:
//! `EDOC_WRITE=1 cargo test --locked --test cli golden` writes it anew.

// Paths are written otherwise on Windows.
#![cfg(not(windows))]

use std::fs;
use std::path::Path;

use calamine::{Data, Reader as _, Xlsx};

use super::program::{Ran, program};

/// The samples as they are named in the output, wherever the project lies, and nothing that changes with each version.
fn run(language: &str, arguments: &[&str]) -> String {
    complaining(2, language, arguments)
}

/// The same, with this many lines of complaints.
fn complaining(lines: usize, language: &str, arguments: &[&str]) -> String {
    let setting = "--at 2026-11-23T12:00:00Z --trust samples/trust-list.xml --issuers samples/issuers.toml";
    let mut command = program();
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(["dossier", "--lang", language]).args(setting.split(' '));
    let ran = Ran::of(command.args(arguments).args(["samples", "samples/README.md", "no-such.edoc"]));
    assert_eq!((ran.code, ran.err.lines().count()), (2, lines), "{}", ran.err);
    without_version(&ran.out)
}

fn without_version(text: &str) -> String {
    text.replace(env!("CARGO_PKG_VERSION"), "VERSION")
}

#[track_caller]
fn is_kept(name: &str, text: &str) {
    let place = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if std::env::var_os("EDOC_WRITE").is_some() {
        fs::write(&place, text).unwrap();
    }
    let kept = fs::read_to_string(&place).unwrap_or_default();
    let other = kept.lines().zip(text.lines()).find(|(kept, now)| kept != now);
    assert!(kept == text, "tests/golden/{name} is other than what is written now, first here: {other:#?}");
}

#[test]
fn text_is_as_it_was() {
    is_kept("dossier-lv.txt", &run("lv", &[]));
    is_kept("dossier-en.txt", &run("en", &[]));
    is_kept("dossier-by-file-en.txt", &run("en", &["--by", "file"]));
}

#[test]
fn json_is_as_it_was() {
    is_kept("dossier.json", &run("en", &["--format", "json"]));
    is_kept("dossier.jsonl", &run("en", &["--format", "jsonl"]));
    is_kept("dossier-problems.jsonl", &run("en", &["--format", "jsonl", "--only", "problems"]));
}

#[test]
fn tables_are_as_they_were() {
    is_kept("dossier-en.csv", &run("en", &["--format", "csv"]));
    is_kept("dossier-lv-spreadsheet.csv", &run("lv", &["--format", "csv", "--semicolon"]));
}

#[test]
fn the_workbook_is_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("a.xlsx");
    run("en", &["--format", "xlsx", "--out", out.to_str().unwrap()]);
    let mut book: Xlsx<_> = calamine::open_workbook(&out).unwrap();
    let mut text = String::new();
    for (name, sheet) in book.worksheets() {
        text.push_str(&format!("# {name}\n"));
        for row in sheet.rows() {
            let cells: Vec<_> = row.iter().map(cell).collect();
            text.push_str(&format!("{}\n", cells.join("\t").trim_end_matches('\t')));
        }
    }
    is_kept("dossier-en.xlsx.tsv", &without_version(&text));
}

#[cfg(feature = "pdf")]
#[test]
fn the_pages_are_as_they_were() {
    let folder = tempfile::tempdir().unwrap();
    for language in ["lv", "en"] {
        let out = folder.path().join(format!("{language}.pdf"));
        run(language, &["--format", "pdf", "--out", out.to_str().unwrap()]);
        let text = edoc::exam::text_of(&fs::read(&out).unwrap()).unwrap();
        is_kept(&format!("dossier-{language}.pdf.txt"), &without_version(&format!("{text}\n")));
    }
}

/// The reports of ETSI TS 119 102-2: their names and digests, and one of each kind of word whole.
#[test]
fn reports_by_etsi_are_as_they_were() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("reports");
    // Of what has no signature there is nothing to report.
    complaining(6, "en", &["--format", "etsi-xml", "--out", out.to_str().unwrap()]);
    let mut names: Vec<_> = fs::read_dir(&out).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    let mut digests = String::new();
    for name in names {
        let name = name.into_string().unwrap();
        let report = without_version(&fs::read_to_string(out.join(&name)).unwrap());
        digests.push_str(&format!("{}  {name}\n", edoc::crypto::Sha256::of(report.as_bytes())));
        if ["anna-matematika", "tampered", "liga-biologija"].iter().any(|whole| name.contains(whole)) {
            is_kept(&format!("etsi-{name}"), &report);
        }
    }
    is_kept("etsi.sha256", &digests);
}

/// A cell with its type, where it is not a text.
fn cell(data: &Data) -> String {
    match data {
        Data::Empty => String::new(),
        Data::String(text) => text.clone(),
        Data::Float(number) => format!("number {number}"),
        Data::DateTime(at) => format!("date {}", at.as_f64()),
        other => format!("{other:?}"),
    }
}
