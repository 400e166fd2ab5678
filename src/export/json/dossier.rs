//! A dossier as JSON, whole or line by line (`docs/report-schema.md`, Dossier). Its files are small: what a report says beyond the word,
//! the certificates and what was judged with is not in it.

use std::io::{self, Write};
use std::sync::Arc;

use serde::Serialize;
use serde_json::Value;

use super::super::codes::{Codes, Secrets, identifier};
use super::super::table::{Checked, Collected, Table, TableRow};
use super::harmless;
use crate::Timestamp;
use crate::crypto::Sha256;
use crate::dossier::{Concern, Finding, KnownBy, Person, Summary};
use crate::exam::Percent;
use crate::report::{Authenticity, Standing};

/// Version of the schema of a dossier; rises when a field changes its meaning or goes away.
pub const VERSION: u32 = 1;

#[derive(Serialize)]
struct File<'a, C> {
    number: usize,
    path: &'a str,
    sha256: Option<Sha256>,
    authenticity: Option<Authenticity>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<ErrorCode>,
    cause: Option<Value>,
    signer: Option<&'a str>,
    proven_time: Option<Timestamp>,
    checked: C,
    #[serde(skip_serializing_if = "Option::is_none")]
    concern: Option<Concern>,
    certificates: Vec<Certificate<'a>>,
}

#[derive(Serialize)]
struct ErrorCode {
    code: &'static str,
}

#[derive(Serialize)]
struct Certificate<'a> {
    standing: Standing,
    person: Option<&'a str>,
    identifier: Option<&'a str>,
    subject: Option<&'a str>,
    level: Option<&'a str>,
    year: Option<&'a str>,
    exam_date: Option<String>,
    overall: Option<Percent>,
    parts: Vec<PartEntry<'a>>,
    signer: Option<&'a str>,
    proven_time: Option<Timestamp>,
}

#[derive(Serialize)]
struct PartEntry<'a> {
    name: &'a str,
    percent: Percent,
}

#[derive(Serialize)]
struct PersonEntry {
    known_by: KnownBy,
    name: Option<String>,
    identifier: Option<String>,
    certificates: usize,
    genuine: usize,
    rows: Vec<Place>,
}

/// Where a row is: which file, and which of its certificates.
#[derive(Serialize)]
struct Place {
    file: usize,
    certificate: usize,
}

#[derive(Serialize)]
struct Line<T> {
    dossier: u32,
    line: &'static str,
    #[serde(flatten)]
    content: T,
}

#[derive(Serialize)]
struct End {
    files: usize,
    persons: Vec<PersonEntry>,
    findings: Vec<Finding>,
    summary: Summary,
}

/// Writes a dossier as one JSON object, a file a line: those that have a row in `table`, in the order of the first of them.
///
/// # Errors
/// Where `out` cannot be written to.
pub fn write(table: &Table<'_>, out: &mut dyn Write) -> io::Result<()> {
    let (collected, codes) = (table.collected, table.codes);
    let checked: Vec<&Checked> = collected.checked.iter().map(|checked| &**checked).collect();
    writeln!(out, "{{\n\"dossier\": {VERSION},\n\"checked\": {},", text(&checked, codes)?)?;
    out.write_all(b"\"files\": [")?;
    for (at, Own { number, rows, concern }) in files(table).into_iter().enumerate() {
        let own = rows.first().and_then(|first| first.file.checked.as_ref());
        let checked = own.and_then(|own| collected.checked.iter().position(|one| Arc::ptr_eq(one, own)));
        let comma = if at == 0 { "\n" } else { ",\n" };
        write!(out, "{comma}{}", text(&file(number, rows, checked, Some(concern)), codes)?)?;
    }
    let end = End::of(collected, codes);
    write!(
        out,
        "\n],\n\"persons\": {},\n\"findings\": {},\n",
        text(&end.persons, codes)?,
        text(&end.findings, codes)?
    )?;
    writeln!(out, "\"summary\": {}\n}}", text(&end.summary, codes)?)
}

/// Writes the same as lines, in the order and choice of `table`, each with what is known of it when all files are.
///
/// # Errors
/// As [`write()`].
pub fn write_lines(table: &Table<'_>, out: &mut dyn Write) -> io::Result<()> {
    for Own { number, rows, concern } in files(table) {
        line(number, rows, Some(concern), table.codes, out)?;
    }
    end_line(table.collected, table.codes, out)
}

/// One file as a line of its own, as soon as it is known. `number` says which input it is, from 0.
///
/// # Errors
/// As [`write()`].
pub fn file_line(number: usize, rows: &[TableRow], codes: Codes, out: &mut dyn Write) -> io::Result<()> {
    line(number, rows, None, codes, out)
}

fn line(
    number: usize,
    rows: &[TableRow],
    concern: Option<Concern>,
    codes: Codes,
    out: &mut dyn Write,
) -> io::Result<()> {
    let checked = rows.first().and_then(|first| first.file.checked.as_deref());
    let content = file(number, rows, checked, concern);
    writeln!(out, "{}", text(&Line { dossier: VERSION, line: "file", content }, codes)?)
}

/// The last line: what the files say together.
///
/// # Errors
/// As [`write()`].
pub fn end_line(collected: &Collected, codes: Codes, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", text(&Line { dossier: VERSION, line: "end", content: End::of(collected, codes) }, codes)?)
}

/// What there is of one file.
struct Own<'t> {
    number: usize,
    /// All of them, whichever were asked for.
    rows: &'t [TableRow],
    concern: Concern,
}

/// The files that have a row in a table, in the order of their first.
fn files<'t>(table: &'t Table<'_>) -> Vec<Own<'t>> {
    let mut all = Vec::with_capacity(table.collected.dossier.files.len());
    let mut begin = 0_usize;
    for (number, rows) in table.collected.rows.chunk_by(|one, next| Arc::ptr_eq(&one.file, &next.file)).enumerate() {
        let end = begin.saturating_add(rows.len());
        let concern = (begin..end).map(|entry| table.concern(entry)).min().unwrap_or(Concern::NotExamined);
        all.push(Some(Own { number, rows, concern }));
        begin = end;
    }
    let of_entry = |entry: &usize| table.collected.dossier.entries.get(*entry).map(|entry| entry.file);
    table.order().iter().filter_map(of_entry).filter_map(|file| all.get_mut(file)?.take()).collect()
}

fn file<C>(number: usize, rows: &[TableRow], checked: C, concern: Option<Concern>) -> Option<File<'_, C>> {
    let file = &rows.first()?.file;
    Some(File {
        number,
        path: &file.path,
        sha256: file.sha256,
        authenticity: file.word,
        error: file.error.map(|code| ErrorCode { code }),
        cause: file.cause.as_ref().and_then(|cause| serde_json::from_str(cause).ok()),
        signer: file.signer.as_deref(),
        proven_time: file.proven,
        checked,
        concern,
        certificates: rows.iter().filter_map(certificate).collect(),
    })
}

fn certificate(row: &TableRow) -> Option<Certificate<'_>> {
    let read = row.certificate.as_ref()?;
    Some(Certificate {
        standing: read.standing,
        person: read.person.as_deref(),
        identifier: read.identifier.as_deref(),
        subject: read.subject.as_deref(),
        level: read.level.as_deref(),
        year: read.year.as_deref(),
        exam_date: read.day.map(|day| day.to_string()),
        overall: read.overall,
        parts: read.parts.iter().map(|part| PartEntry { name: &part.name, percent: part.percent }).collect(),
        signer: row.signer.as_deref(),
        proven_time: row.proven,
    })
}

impl End {
    /// Texts are masked by what the files they are of must not show.
    fn of(collected: &Collected, codes: Codes) -> Self {
        let dossier = &collected.dossier;
        let place = |entry: &usize| {
            let entry = dossier.entries.get(*entry)?;
            Some(Place { file: entry.file, certificate: entry.row })
        };
        let person = |person: &Person| PersonEntry {
            known_by: person.known_by,
            name: person.name.as_ref().map(|name| collected.secrets_of_person(person, codes).mask(name)),
            identifier: person.identifier.as_ref().map(|found| identifier(found, codes)),
            certificates: person.certificates,
            genuine: person.genuine,
            rows: person.entries.iter().filter_map(place).collect(),
        };
        let finding = |finding: &Finding| {
            let secrets = collected.secrets_of(finding.files().iter().copied(), codes);
            finding.clone().with_texts(|text| secrets.mask(text))
        };
        let mut summary = dossier.summary.clone();
        for exam in &mut summary.exams {
            let secrets = collected.secrets_of([exam.first], codes);
            exam.subject = secrets.mask(&exam.subject);
            exam.level = exam.level.as_ref().map(|level| secrets.mask(level));
        }
        Self {
            files: dossier.files.len(),
            persons: dossier.persons.iter().map(person).collect(),
            findings: dossier.findings.iter().map(finding).collect(),
            summary,
        }
    }
}

/// Values are masked where they were taken from a report; what looks like a personal code is masked here once more.
fn text<T: Serialize + ?Sized>(value: &T, codes: Codes) -> io::Result<String> {
    Ok(harmless(&Secrets::none(codes).mask(&serde_json::to_string(value)?)))
}
