//! A dossier as text: persons or files with their rows, what they say together, and figures.

use std::io::{self, Write};
use std::path::Path;

use crate::cli::Exit;
use crate::cli::print::Page;
use crate::dossier::{Dossier, ExamFigures, Whose};
use crate::export::Secrets;
use crate::export::table::{By, CertificateFacts, Collected, Table, TableRow};
use crate::report::Standing;
use crate::words::{Words, clean};

/// Writes it.
pub(super) fn write(table: &Table<'_>, by: By, out: &mut dyn Write) -> io::Result<()> {
    let secrets = Secrets::none(table.codes);
    let dossier = &table.collected.dossier;
    let mut head: Option<Head> = None;
    for entry in table.order() {
        let (Some(row), Some(known)) = (table.collected.rows.get(*entry), dossier.entries.get(*entry)) else {
            continue;
        };
        let own = match (by, known.whose) {
            (By::File, _) => Head::File(known.file),
            (By::Person, Whose::Person(person)) => Head::Person(person),
            (By::Person, Whose::Nobodys(_)) => Head::Nobody,
        };
        let mut page = Page::new(table.words);
        if head.as_ref() != Some(&own) {
            if head.is_some() {
                page.gap();
            }
            page.line(0, &own.text(row, dossier, table));
            head = Some(own);
        }
        write_row(&mut page, row, by);
        out.write_all(secrets.mask(&page.finish()).as_bytes())?;
    }
    let mut page = Page::new(table.words);
    if head.is_none() {
        page.line(0, &table.words.text("rows-nothing"));
    }
    together(&mut page, table);
    page.gap();
    page.line(0, &summary(table.collected, table.words));
    out.write_all(secrets.mask(&page.finish()).as_bytes())
}

/// What stands above some rows.
#[derive(PartialEq, Eq)]
enum Head {
    File(usize),
    Person(usize),
    Nobody,
}

impl Head {
    fn text(&self, row: &TableRow, dossier: &Dossier, table: &Table<'_>) -> String {
        let words = table.words;
        let Self::Person(person) = self else {
            return if *self == Self::Nobody { words.text("dossier-nobody") } else { clean(&row.file.path) };
        };
        let Some(person) = dossier.persons.get(*person) else { return String::new() };
        let code = row.certificate.as_ref().and_then(|certificate| certificate.identifier.as_deref());
        let name = table.collected.secrets_of_person(person, table.codes).mask(&words.person_name(person));
        let name = match code.filter(|_| person.name.is_some()) {
            Some(code) => words.text_with("report-parenthesis", &[("text", &name), ("remark", &clean(code))]),
            None => name,
        };
        words.text_with("report-label", &[("label", &name), ("value", &words.person_counts(person))])
    }
}

fn write_row(page: &mut Page<'_>, row: &TableRow, by: By) {
    let words = page.words();
    let word = words.file_word(row.file.word);
    let line = match &row.certificate {
        None => word,
        Some(certificate) => {
            let mut exam: Vec<String> = [&certificate.subject, &certificate.level, &certificate.year]
                .into_iter()
                .flatten()
                .map(|text| clean(text))
                .collect();
            if by == By::File {
                exam.splice(0..0, certificate.person.as_deref().map(clean));
            }
            exam.push(result(certificate, words));
            words.text_with("report-label", &[("label", &word), ("value", &exam.join(", "))])
        }
    };
    page.line(2, &line);
    if by == By::Person {
        page.line(4, &clean(&row.file.path));
    }
    if let Some(signer) = &row.signer {
        page.field(4, "columns-signer", &clean(signer));
    }
    if let Some(at) = row.proven {
        page.field(4, "report-proven-time", &words.date_time(at));
    }
    if !row.why.is_empty() {
        page.line(4, &row.why);
    }
}

/// The overall result as far as it may be shown.
fn result(certificate: &CertificateFacts, words: &Words) -> String {
    match (certificate.standing, certificate.overall) {
        (Standing::Withheld, _) => words.text("cli-withheld"),
        (Standing::Confirmed, Some(percent)) => words.percent(percent),
        (Standing::NotConfirmed, Some(percent)) => {
            words.text_with("rows-not-confirmed", &[("percent", &words.percent(percent))])
        }
        (_, None) => words.text("rows-see-document"),
    }
}

fn together(page: &mut Page<'_>, table: &Table<'_>) {
    let (words, dossier) = (page.words(), &table.collected.dossier);
    if !table.findings().is_empty() {
        page.gap();
        page.line(0, &words.counted("rows-findings", table.findings().len()));
        table.findings().iter().for_each(|said| page.line(2, said));
    }
    if !dossier.summary.exams.is_empty() {
        page.gap();
        for exam in &dossier.summary.exams {
            let figures = [words.counted("dossier-results", exam.count), median(exam, words)].join(", ");
            let secrets = table.collected.secrets_of([exam.first], table.codes);
            let name = secrets.mask(&clean(&words.exam_name(exam)));
            page.line(0, &words.text_with("report-label", &[("label", &name), ("value", &figures)]));
        }
    }
}

fn median(exam: &ExamFigures, words: &Words) -> String {
    words.text_with("dossier-exam-median", &[("percent", &words.percent(exam.median))])
}

/// How many files came to what.
fn summary(collected: &Collected, words: &Words) -> String {
    let exits: Vec<_> =
        collected.dossier.files.iter().map(|file| file.word.map_or(Exit::Undone, Exit::of_word)).collect();
    crate::cli::run::summary(&exits, words)
}

/// What is said where the dossier itself went into a file.
pub(super) fn written(out: &Path, collected: &Collected, words: &Words) -> String {
    let path = clean(&out.to_string_lossy());
    let line = words.text_with("cli-written", &[("path", &path)]);
    format!("{line}\n{}\n", summary(collected, words))
}
