//! A workbook is read back by a reader of another make.

use std::io::{Cursor, Read as _};
use std::path::{Path, PathBuf};

use calamine::{Data, Reader as _, Xlsx};

use super::*;
use crate::dossier::{Setting, examine};
use crate::export::Codes;
use crate::export::table::{Arranged, Collected, Collecting, Column};
use crate::words::{Language, Words};

fn collected(words: &Words, paths: &[PathBuf]) -> Collected {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let mut setting = Setting::shipped("2026-11-23T12:00:00Z".parse().unwrap()).unwrap();
    setting.add_trusted_list(&samples.join("trust-list.xml")).unwrap();
    setting.add_issuers(&samples.join("issuers.toml")).unwrap();
    let mut collecting = Collecting::new(words, Codes::Masked);
    for path in paths {
        collecting.add(&examine(&samples.join(path), &setting));
    }
    collecting.add_again(PathBuf::from("=1+1.edoc"), 0);
    collecting.finish()
}

fn written(words: &Words, codes: Codes) -> Vec<u8> {
    let names = ["anna-matematika.edoc", "foreign-issuer.edoc", "tampered.edoc", "no-such.edoc"];
    let collected = collected(words, &names.map(PathBuf::from));
    let mut octets = Vec::new();
    write(&Table::new(&collected, Arranged::default(), words, codes), &std::env::temp_dir(), &mut octets).unwrap();
    octets
}

fn at(column: Column) -> usize {
    Column::ALL.iter().position(|one| *one == column).unwrap()
}

#[test]
fn cells_have_their_types() {
    let words = Words::new(Language::Latvian);
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(written(&words, Codes::Masked))).unwrap();
    assert_eq!(book.sheet_names().len(), 5);
    let sheet = book.worksheet_range(&words.text("columns-sheet-certificates")).unwrap();
    let rows: Vec<_> = sheet.rows().collect();
    assert_eq!((rows.len(), rows[0].len()), (6, Column::ALL.len()));
    assert_eq!(rows[0][0], Data::String(words.text("columns-verdict")));
    assert_eq!(rows[1][at(Column::Result)], Data::Float(0.875));
    assert!(matches!(&rows[1][at(Column::ExamDay)], Data::DateTime(day) if day.as_f64() == 45_440.0));
    assert!(matches!(&rows[1][at(Column::ProvenTime)], Data::DateTime(_)));
    assert_eq!(rows[1][at(Column::Identifier)], Data::String("••••••-•••01".to_owned()));
    // A foreign signature proves nothing: its percentage stands in another column.
    assert_eq!((&rows[2][at(Column::Result)], &rows[2][at(Column::Unconfirmed)]), (&Data::Empty, &Data::Float(0.88)));
    assert_eq!(rows[3][at(Column::Code)], Data::String("refuted/HASH_FAILURE".to_owned()));
    assert_eq!(rows[4][at(Column::Code)], Data::String("error/not-found".to_owned()));
}

#[test]
fn every_sheet_has_its_rows() {
    let words = Words::new(Language::English);
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(written(&words, Codes::Masked))).unwrap();
    let mut rows = |name: &str| -> Vec<Vec<String>> {
        let sheet = book.worksheet_range(&words.text(name)).unwrap();
        sheet.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
    };
    let files = rows("columns-sheet-files");
    assert_eq!((files.len(), files[1][8].as_str()), (6, "1"));
    let persons = rows("columns-sheet-persons");
    assert!(persons.iter().any(|row| row[..3] == ["Anna PARAUGA", "••••••-•••01", "personal code"]), "{persons:?}");
    let findings = rows("columns-sheet-findings");
    assert!(findings.iter().any(|row| row[0].contains("One and the same file") && row[1].contains("=1+1.edoc")));
    let checked = rows("columns-sheet-checked").concat().join("\n");
    for part in ["zimogs-1", "no original", "edoc recheck", env!("CARGO_PKG_VERSION"), "XX 1 (2026-11-02)"] {
        assert!(checked.contains(part), "{part}: {checked}");
    }
}

#[test]
fn nothing_is_a_formula() {
    let words = Words::new(Language::English);
    let octets = written(&words, Codes::Masked);
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(octets.clone())).unwrap();
    for name in book.sheet_names() {
        assert!(book.worksheet_formula(&name).unwrap().is_empty(), "{name}");
    }
    let sheet = book.worksheet_range(&words.text("columns-sheet-certificates")).unwrap();
    assert_eq!(sheet.get((5, at(Column::File))), Some(&Data::String("=1+1.edoc".to_owned())));
    let mut archive = zip::ZipArchive::new(Cursor::new(octets)).unwrap();
    let mut part = |name: &str| {
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    assert!(part("xl/styles.xml").contains("quotePrefix=\"1\""));
    for sheet in 1..=5 {
        let text = part(&format!("xl/worksheets/sheet{sheet}.xml"));
        assert!(text.contains("state=\"frozen\"") && text.contains("<autoFilter ") && !text.contains("<f>"), "{text}");
    }
}

#[test]
fn the_same_files_give_the_same_workbook() {
    let words = Words::new(Language::English);
    let octets = written(&words, Codes::Masked);
    let mut text = String::new();
    let mut archive = zip::ZipArchive::new(Cursor::new(&octets)).unwrap();
    archive.by_name("docProps/core.xml").unwrap().read_to_string(&mut text).unwrap();
    assert!(text.contains("2026-11-23T12:00:00Z"), "{text}");
    assert!(octets == written(&words, Codes::Masked));
    assert!(octets != written(&words, Codes::Shown));
}

#[test]
fn a_long_text_is_shortened() {
    assert_eq!(shortened("ā".repeat(limits::SHEET_TEXT)).chars().count(), limits::SHEET_TEXT);
    assert_eq!(shortened("ā".repeat(limits::SHEET_TEXT + 9)).chars().count(), limits::SHEET_TEXT + 1);
    // A sign beyond the first 65,536 counts twice.
    let signs = "🙂".repeat(limits::SHEET_TEXT / 2);
    assert_eq!(shortened(signs.clone()), signs);
    assert_eq!(shortened(format!("a{signs}")).encode_utf16().count(), limits::SHEET_TEXT);
}

#[test]
fn a_time_before_spreadsheets_count_is_a_text() {
    let words = Words::new(Language::English);
    let mut collected = collected(&words, &["anna-matematika.edoc".into()]);
    let (proven, at) = (at(Column::ProvenTime), "1850-01-01T00:00:00Z".parse().unwrap());
    collected.rows[0].proven = Some(at);
    collected.checked[0] = std::sync::Arc::new(crate::export::table::Checked { at, ..(*collected.checked[0]).clone() });
    let mut octets = Vec::new();
    write(&Table::new(&collected, Arranged::default(), &words, Codes::Masked), &std::env::temp_dir(), &mut octets)
        .unwrap();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(octets)).unwrap();
    let sheet = book.worksheet_range(&words.text("columns-sheet-certificates")).unwrap();
    let times: Vec<_> = sheet.rows().skip(1).map(|row| row[proven].clone()).collect();
    assert_eq!(times[0], Data::String("1850-01-01T00:00:00Z".to_owned()));
    assert!(matches!(times[1], Data::DateTime(_)), "{times:?}");
}
