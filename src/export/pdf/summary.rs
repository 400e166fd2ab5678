//! The summary before the pages of several files: how many came to what, persons, what files say together, results by exam, and what is
//! to be looked at, with the page it stands on.

use std::collections::HashSet;

use super::super::codes::{Secrets, identifier};
use super::super::table::{Table, policy};
use super::look::Tone;
use super::sheet::{Block, Sheet, Writer};
use crate::dossier::{Concern, ExamFigures, Person, WordCounts};
use crate::limits;
use crate::report::Authenticity;
use crate::validation::{Doubt, Failure};
use crate::words::{Words, clean};

/// The files of a table in the order of its rows, each once.
pub(super) fn files_in_order(table: &Table<'_>) -> Vec<usize> {
    let entries = &table.collected.dossier.entries;
    let mut seen = HashSet::new();
    let files = table.order().iter().filter_map(|entry| entries.get(*entry)).map(|entry| entry.file);
    files.filter(|file| seen.insert(*file)).collect()
}

/// The summary, with the page on which each of `files` begins, as far as that is known.
pub(super) fn sheet(table: &Table<'_>, files: &[usize], pages: &[usize]) -> Sheet {
    let words = table.words;
    let mut writer = Writer::new(&words.text("pdf-dossier"), words, Secrets::none(table.codes));
    writer.room(limits::REPORT_SUMMARY_BYTES);
    counts(&mut writer, table);
    problems(&mut writer, table, files, pages);
    circumstances(&mut writer, table);
    exams(&mut writer, table);
    if !table.findings().is_empty() {
        writer.push(Block::Heading(words.counted("rows-findings", table.findings().len())));
        table.findings().iter().for_each(|said| writer.push(Block::Item(None, said.clone())));
    }
    persons(&mut writer, table);
    writer.finish(vec![Block::Note(words.text("pdf-not-original"), words.text("pdf-again"))])
}

/// How many files came to what; what none came to is left out.
fn counts(writer: &mut Writer<'_>, table: &Table<'_>) {
    let words = writer.words;
    let summary = &table.collected.dossier.summary;
    writer.push(Block::Strong(words.counted("cli-summary-files", summary.files)));
    writer.heading("pdf-verdicts");
    let judged = of_words(&summary.words).map(|(word, count)| (Some(word), count));
    for (word, count) in judged.into_iter().chain([(None, summary.not_examined)]).filter(|(_, count)| *count > 0) {
        let name = words.file_word(word);
        let text = words.text_with("rows-word", &[("word", &name), ("count", &words.number(count))]);
        writer.push(Block::Item(Some(Tone::of_word(word)), text));
    }
}

/// Which doubt or failure it is does not change the word.
fn of_words(counts: &WordCounts) -> [(Authenticity, usize); 7] {
    [
        (Authenticity::Genuine, counts.genuine),
        (Authenticity::ValidButOtherIssuer, counts.valid_but_other_issuer),
        (Authenticity::CannotConfirm(Doubt::NoPoe), counts.cannot_confirm),
        (Authenticity::Refuted(Failure::HashFailure), counts.refuted),
        (Authenticity::Unsigned, counts.unsigned),
        (Authenticity::Unsupported, counts.unsupported),
        (Authenticity::NotAnEDocument, counts.not_an_e_document),
    ]
}

fn persons(writer: &mut Writer<'_>, table: &Table<'_>) {
    let persons = &table.collected.dossier.persons;
    if !persons.is_empty() {
        writer.heading("columns-sheet-persons");
    }
    for person in persons {
        let name = person_name(person, table);
        writer.item(&name, &table.words.person_counts(person));
    }
}

fn person_name(person: &Person, table: &Table<'_>) -> String {
    let words = table.words;
    let name = table.collected.secrets_of_person(person, table.codes).mask(&words.person_name(person));
    let code = person.identifier.as_ref().filter(|_| person.name.is_some());
    match code.map(|code| clean(&identifier(code, table.codes))) {
        Some(code) => words.text_with("report-parenthesis", &[("text", &name), ("remark", &code)]),
        None => name,
    }
}

fn exams(writer: &mut Writer<'_>, table: &Table<'_>) {
    let exams = &table.collected.dossier.summary.exams;
    if !exams.is_empty() {
        writer.heading("pdf-exams");
    }
    for exam in exams {
        let secrets = table.collected.secrets_of([exam.first], table.codes);
        let name = secrets.mask(&clean(&table.words.exam_name(exam)));
        writer.item(&name, &figures(exam, table.words));
    }
}

fn figures(exam: &ExamFigures, words: &Words) -> String {
    let median = words.text_with("dossier-exam-median", &[("percent", &words.percent(exam.median))]);
    [words.counted("dossier-results", exam.count), median].join(", ")
}

/// Files that ask to be looked at, and where they stand.
fn problems(writer: &mut Writer<'_>, table: &Table<'_>, files: &[usize], pages: &[usize]) {
    let (words, collected) = (table.words, table.collected);
    let asks = |entry: &usize| table.concern(*entry) != Concern::None;
    let entries = &collected.dossier.entries;
    let asking: HashSet<usize> = table
        .order()
        .iter()
        .filter(|entry| asks(entry))
        .filter_map(|entry| entries.get(*entry))
        .map(|one| one.file)
        .collect();
    if asking.is_empty() {
        return;
    }
    writer.push(Block::Heading(words.counted("rows-problems", asking.len())));
    for (at, file) in files.iter().enumerate().filter(|(_, file)| asking.contains(file)) {
        let Some(known) = collected.dossier.files.get(*file) else { continue };
        let path = collected.secrets_of([*file], table.codes).mask(&clean(&known.path.to_string_lossy()));
        let mut value = words.file_word(known.word);
        if let Some(page) = pages.get(at) {
            value = [value, words.text_with("pdf-on-page", &[("page", &words.number(*page))])].join(", ");
        }
        let said = words.text_with("report-label", &[("label", &path), ("value", &value)]);
        writer.push(Block::Item(Some(Tone::of_word(known.word)), said));
    }
}

/// With what the first was checked; what each was checked with stands on its own pages.
fn circumstances(writer: &mut Writer<'_>, table: &Table<'_>) {
    let Some(checked) = table.collected.checked.first() else { return };
    let words = writer.words;
    writer.heading("columns-sheet-checked");
    writer.field("report-checked-at", &format!("{}; {}", words.date_time(checked.at), words.date_time_utc(checked.at)));
    writer.field("report-tool", &format!("{} {}", checked.program, checked.version));
    writer.field("report-policy", &format!("{}; SHA-256 {}", policy(checked, words), checked.policy_sha256));
}
