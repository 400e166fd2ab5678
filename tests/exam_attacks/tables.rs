//! Names that a spreadsheet would calculate, through the real program into its tables.

use std::path::{Path, PathBuf};

use calamine::{Data, Reader as _, Xlsx, open_workbook};

use super::scene::*;
use crate::forge::exams::Exam;
use crate::program::*;

/// What a program that opens a table takes for a formula.
const BEGINNINGS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A folder with one file under this name: of this person in this subject, by a signer whose given name is this.
fn folder(file: &str, name: &'static str, subject: &'static str, given: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let exam = Exam { subject, ..of_person(name) };
    let octets = holding(text(&exam, "=1+1"), &by_person(&person(given, "PARAUGA")));
    std::fs::write(folder.path().join(file), octets).unwrap();
    folder
}

fn dossier(folder: &Path, form: &str) -> PathBuf {
    let out = folder.join(format!("table.{form}"));
    let mut command = program();
    command.env("EDOC_DATA", folder.join("no-data")).args(["dossier", "--lang", "en", "--quiet", "--format", form]);
    let ran = Ran::of(command.args(setting()).arg("--out").arg(&out).arg(folder));
    assert!(ran.code == 3 || ran.code == 4, "{form}: {} {}", ran.code, ran.err);
    out
}

fn csv_cells(folder: &Path) -> Vec<String> {
    let octets = std::fs::read_to_string(dossier(folder, "csv")).unwrap();
    let separator = if octets.lines().next().unwrap().contains(';') { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new().delimiter(separator).from_reader(octets.as_bytes());
    reader.records().flat_map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()).collect()
}

fn sheet_cells(folder: &Path) -> Vec<String> {
    let mut book: Xlsx<_> = open_workbook(dossier(folder, "xlsx")).unwrap();
    let mut cells = Vec::new();
    for name in book.sheet_names() {
        assert!(book.worksheet_formula(&name).unwrap().is_empty(), "{name}");
        let range = book.worksheet_range(&name).unwrap();
        cells.extend(range.cells().filter_map(|(_, _, cell)| match cell {
            Data::String(text) => Some(text.clone()),
            _ => None,
        }));
    }
    cells
}

#[test]
fn a_formula_as_a_name_is_a_text_in_every_table() {
    let folder = folder("=cmd.edoc", "=HYPERLINK(1) PARAUGA", "=SUM(1) Matemātika", "@SUM(1)");
    let cells = csv_cells(folder.path());
    for expected in ["=cmd.edoc", "@SUM(1)"] {
        assert!(cells.iter().any(|cell| cell.contains(expected)), "{expected} is shown: {cells:?}");
    }
    assert!(!cells.iter().any(|cell| cell.trim_start_matches(' ').starts_with(BEGINNINGS)), "{cells:?}");
    let sheets = sheet_cells(folder.path());
    assert!(sheets.iter().any(|cell| cell.contains("@SUM(1)")), "as a text cell: {sheets:?}");
    // In a document it is neither a name nor a subject: it is not read at all.
    for cells in [cells, sheets] {
        assert!(cells.iter().all(|cell| !cell.contains("HYPERLINK") && !cell.contains("=SUM")), "{cells:?}");
    }
}

#[test]
fn an_ordinary_name_stays_as_it_is() {
    let folder = folder("anna.edoc", "Anna PARAUGA", "Matemātika", "ANNA");
    for cells in [csv_cells(folder.path()), sheet_cells(folder.path())] {
        assert!(cells.iter().any(|cell| cell == "Anna PARAUGA"), "{cells:?}");
        assert!(cells.iter().all(|cell| !cell.starts_with('\'')), "{cells:?}");
    }
}
