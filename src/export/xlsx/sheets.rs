//! The sheets, one by one.

use std::sync::Arc;

use rust_xlsxwriter::{Workbook, XlsxError};

use super::super::codes::identifier;
use super::super::table::{Cell, Checked, Column, Table, TableRow, text};
use super::{Head, Sheet, Value};
use crate::dossier::KnownBy;

fn heads<const N: usize>(heads: [(String, u8); N]) -> Vec<Head> {
    heads.into_iter().map(|(heading, width)| Head { heading, width }).collect()
}

fn cell(cell: Cell) -> Value {
    Value::Cell(cell)
}

/// Every certificate, and every file without one.
pub(super) fn certificates(table: &Table<'_>, book: &mut Workbook) -> Result<(), XlsxError> {
    let head = |column: &Column| Head { heading: column.heading(table.words), width: width(*column) };
    let heads: Vec<_> = Column::ALL.iter().map(head).collect();
    let mut sheet = Sheet::new(book, &table.words.text("columns-sheet-certificates"), &heads)?;
    for entry in table.order() {
        sheet.push(table.cells(*entry).into_iter().map(cell))?;
    }
    sheet.finish()
}

fn width(column: Column) -> u8 {
    match column {
        Column::Year | Column::ExamDay | Column::Result | Column::Unconfirmed => 12,
        Column::Verdict | Column::Code | Column::Identifier | Column::Level | Column::ProvenTime => 20,
        Column::Policy | Column::Program | Column::CheckedAt | Column::Lists => 20,
        Column::Person | Column::Exam | Column::Signer => 28,
        Column::Parts | Column::File | Column::Sha256 | Column::Why | Column::Findings => 48,
    }
}

/// Every file, whatever rows were asked for.
pub(super) fn files(table: &Table<'_>, book: &mut Workbook) -> Result<(), XlsxError> {
    const COLUMNS: [Column; 7] =
        [Column::Verdict, Column::Code, Column::File, Column::Sha256, Column::Signer, Column::ProvenTime, Column::Why];
    let words = table.words;
    let mut heads: Vec<_> =
        COLUMNS.iter().map(|column| Head { heading: column.heading(words), width: width(*column) }).collect();
    heads.push(Head { heading: Column::Findings.heading(words), width: 48 });
    heads.push(Head { heading: words.text("columns-certificates"), width: 12 });
    let mut sheet = Sheet::new(book, &words.text("columns-sheet-files"), &heads)?;
    for (number, rows) in of_files(&table.collected.rows).enumerate() {
        let Some(first) = rows.first() else { continue };
        let findings = table.findings_of(number).join(" ");
        let certificates = rows.iter().filter(|row| row.certificate.is_some()).count();
        // Who signed, and when, of the file and not of its first certificate.
        let whole = TableRow::of_file(Arc::clone(&first.file), Arc::clone(&first.why));
        let own = COLUMNS.iter().map(|column| cell(column.cell(&whole, words)));
        sheet.push(own.chain([cell(text(Some(&findings))), Value::Count(certificates)]))?;
    }
    sheet.finish()
}

/// The rows of each file.
fn of_files(rows: &[TableRow]) -> impl Iterator<Item = &[TableRow]> {
    rows.chunk_by(|one, next| Arc::ptr_eq(&one.file, &next.file))
}

/// Every person.
pub(super) fn persons(table: &Table<'_>, book: &mut Workbook) -> Result<(), XlsxError> {
    let words = table.words;
    let heads = heads([
        (Column::Person.heading(words), 28),
        (Column::Identifier.heading(words), 20),
        (words.text("columns-known-by"), 28),
        (words.text("columns-certificates"), 12),
        (words.text("columns-genuine"), 12),
    ]);
    let mut sheet = Sheet::new(book, &words.text("columns-sheet-persons"), &heads)?;
    for person in &table.collected.dossier.persons {
        let code = person.identifier.as_ref().map(|found| identifier(found, table.codes));
        let secrets = table.collected.secrets_of_person(person, table.codes);
        let name = person.name.as_ref().map(|name| secrets.mask(name));
        let known = words.text(match person.known_by {
            KnownBy::Code => "columns-by-code",
            KnownBy::IdentifierAndName => "columns-by-identifier",
            KnownBy::NameAlone => "columns-by-name",
        });
        sheet.push([
            cell(text(name.as_deref())),
            cell(text(code.as_deref())),
            cell(Cell::Text(known)),
            Value::Count(person.certificates),
            Value::Count(person.genuine),
        ])?;
    }
    sheet.finish()
}

/// What files say together, with the files.
pub(super) fn findings(table: &Table<'_>, book: &mut Workbook) -> Result<(), XlsxError> {
    let (words, dossier) = (table.words, &table.collected.dossier);
    let heads = heads([(Column::Findings.heading(words), 80), (Column::File.heading(words), 80)]);
    let mut sheet = Sheet::new(book, &words.text("columns-sheet-findings"), &heads)?;
    let paths: Vec<_> =
        of_files(&table.collected.rows).filter_map(|rows| rows.first()).map(|row| row.file.path.as_str()).collect();
    for (finding, said) in dossier.findings.iter().zip(table.findings()) {
        let files: Vec<_> = finding.files().iter().filter_map(|file| paths.get(*file).copied()).collect();
        sheet.push([cell(text(Some(said))), cell(text(Some(&files.join(", "))))])?;
    }
    sheet.finish()
}

/// With what everything was checked, and what the table is not.
pub(super) fn checked(table: &Table<'_>, book: &mut Workbook) -> Result<(), XlsxError> {
    let words = table.words;
    let heads = heads([(words.text("columns-item"), 28), (words.text("columns-value"), 100)]);
    let mut sheet = Sheet::new(book, &words.text("columns-sheet-checked"), &heads)?;
    let notes = [("columns-note", "columns-note-original"), ("columns-note", "columns-note-results")];
    for (label, note) in notes.into_iter().chain([("columns-again", "columns-note-recheck")]) {
        sheet.push([cell(Cell::Text(words.text(label))), cell(Cell::Text(words.text(note)))])?;
    }
    for checked in &table.collected.checked {
        circumstances(checked, table, &mut sheet)?;
    }
    sheet.finish()
}

fn circumstances(checked: &Checked, table: &Table<'_>, sheet: &mut Sheet<'_>) -> Result<(), XlsxError> {
    let words = table.words;
    let label = |column: Column| cell(Cell::Text(column.heading(words)));
    let program = format!("{} {}", checked.program, checked.version);
    let policy = super::super::table::policy(checked, words);
    sheet.push([label(Column::Program), cell(text(Some(&program)))])?;
    sheet.push([label(Column::Policy), cell(text(Some(&policy)))])?;
    sheet.push([label(Column::Policy), cell(text(Some(&format!("SHA-256 {}", checked.policy_sha256))))])?;
    sheet.push([label(Column::CheckedAt), cell(Cell::Time(checked.at))])?;
    for list in &checked.lists {
        let line = format!("{} {} ({})", list.territory, list.sequence, list.issued.strftime("%Y-%m-%d"));
        sheet.push([label(Column::Lists), cell(text(Some(&line)))])?;
    }
    Ok(())
}
