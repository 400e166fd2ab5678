//! `edoc dossier`: many files seen together, as text, JSON, a table or PDF.

mod arguments;
mod etsi;
mod output;
mod paths;
mod progress;
mod text;

pub(super) use arguments::{DossierArguments, Format};
pub(super) use output::Output;
pub(super) use paths::listed;
pub(super) use progress::Progress;

use std::io;
use std::ops::ControlFlow;
use std::path::Path;

use super::Exit;
use super::complaint::{about_path, complaint, unexamined};
use super::interrupt::Interrupt;
use super::report_file::{is_too_much, refuse_pdf, too_much};
use super::run::{Written, undone};
use crate::dossier::{Examined, Setting, Turn, examine_in_turn, expand};
use crate::export::table::{Arranged, By, Collected, Collecting, Only, Table};
use crate::export::{Codes, Secrets, csv, json, pdf, xlsx};
use crate::files::folder_of;
use crate::words::Words;
use etsi::Reports;

/// Runs it.
///
/// 1. what goes in, and where it goes out;
/// 2. judge some at a time, keep a row of each, and drop its report;
/// 3. what they say together, and write it.
pub(super) fn run(arguments: &DossierArguments, setting: &Setting, words: &Words, codes: Codes) -> Written {
    match run_into(arguments, setting, words, codes) {
        Ok(written) => written,
        Err(complaint) => undone(Secrets::none(codes).mask(&complaint)),
    }
}

fn run_into(arguments: &DossierArguments, setting: &Setting, words: &Words, codes: Codes) -> Result<Written, String> {
    refuse_idle(arguments, words)?;
    let paths = listed(&arguments.paths, arguments.list.as_deref(), words)?;
    let inputs = expand(&paths);
    drop(paths);
    let mut output = Output::open(arguments.file(), words)?;
    let folder = arguments.place().filter(|_| arguments.format == Format::EtsiXml);
    let reports = folder.map(|folder| Reports::into(folder, setting, words, codes)).transpose()?;
    let pages = pdf::Pages::new(words, codes, setting.at());
    let mut run = Run { arguments, codes, words, pages, err: String::new(), exit: Exit::Passed, broken: None, reports };
    let (mut collecting, mut progress) =
        (Collecting::new(words, codes), Progress::new(inputs.len(), arguments.quiet, words));
    let interrupt = Interrupt::watched();
    let outcome = examine_in_turn(inputs, setting, arguments.jobs(), |turn| {
        progress.step();
        run.take(turn, &mut collecting, &mut output, interrupt)
    });
    progress.clear();
    let collected = collecting.finish();
    if collected.rows.is_empty() {
        run.exit = Exit::Undone;
    }
    if let Some(stopped) = run.reports.as_mut().and_then(Reports::stopped) {
        return Err(stopped);
    }
    let written = if run.broken.is_some() { Ok(()) } else { run.write(&collected, &mut output) };
    let written = run.broken.take().map_or(written, Err).and_then(|()| output.finish());
    finish(run, outcome, written, &collected)
}

/// Options that would be taken silently and change nothing.
fn refuse_idle(arguments: &DossierArguments, words: &Words) -> Result<(), String> {
    let each = arguments.format == Format::EtsiXml;
    let conflict = |option: &str| {
        let values = [("argument", option), ("other", arguments.format.option())];
        complaint(words, &words.text_with("cli-error-conflict", &values), &words.text("cli-hint-arranged"))
    };
    match arguments {
        DossierArguments { by: Some(_), .. } if each => Err(conflict("--by")),
        DossierArguments { only: Some(_), .. } if each => Err(conflict("--only")),
        // A terminal is no place for a workbook, nor is a pipe that somebody looks at.
        DossierArguments { format: Format::Xlsx, .. } if arguments.file().is_none() => {
            Err(complaint(words, &words.text("cli-error-xlsx-out"), &words.text("cli-hint-xlsx-out")))
        }
        DossierArguments { format: Format::EtsiXml, .. } if arguments.place().is_none() => {
            Err(complaint(words, &words.text("cli-error-etsi-out"), &words.text("cli-hint-etsi-out")))
        }
        DossierArguments { semicolon: true, format, .. } if *format != Format::Csv => Err(conflict("--semicolon")),
        DossierArguments { format: Format::Pdf, .. } => refuse_pdf(arguments.file(), words).map_or(Ok(()), Err),
        _ => Ok(()),
    }
}

/// A run that is going on.
struct Run<'r> {
    arguments: &'r DossierArguments,
    codes: Codes,
    words: &'r Words,
    /// Of a report as PDF.
    pages: pdf::Pages<'r>,
    err: String,
    exit: Exit,
    /// Why nothing more can be written.
    broken: Option<io::Error>,
    /// Where each file has a report of its own.
    reports: Option<Reports<'r>>,
}

impl Run<'_> {
    fn take(
        &mut self,
        turn: Turn,
        collecting: &mut Collecting<'_>,
        output: &mut Output,
        interrupt: Interrupt,
    ) -> ControlFlow<()> {
        if let Some(reports) = &mut self.reports {
            let complaint = reports.add(&turn);
            if !self.arguments.quiet {
                self.err.push_str(&complaint);
            }
        }
        if let Err(error) = self.keep_pages(&turn) {
            self.broken = Some(error);
            return ControlFlow::Break(());
        }
        let number = collecting.len();
        let rows = match turn {
            Turn::Examined(examined) => {
                self.complain(&examined);
                collecting.add(&examined)
            }
            Turn::Again { path, first } => collecting.add_again(path, first),
        };
        self.exit = self.exit.min(rows.first().and_then(|row| row.file.word).map_or(Exit::Undone, Exit::of_word));
        if self.arguments.streams()
            && let Err(error) = json::dossier::file_line(number, rows, self.codes, output)
        {
            self.broken = Some(error);
            return ControlFlow::Break(());
        }
        let stopped = self.reports.as_ref().is_some_and(Reports::are_stopped);
        if stopped || interrupt.came() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    fn keep_pages(&mut self, turn: &Turn) -> io::Result<()> {
        match turn {
            _ if self.arguments.format != Format::Pdf => Ok(()),
            Turn::Examined(examined) => self.pages.add(examined),
            Turn::Again { path, first } => self.pages.add_again(path, *first),
        }
    }

    fn complain(&mut self, examined: &Examined) {
        if let Err(reason) = &examined.result
            && !self.arguments.quiet
        {
            let text = unexamined(self.words, &examined.path, reason);
            self.err.push_str(&Secrets::none(self.codes).mask(&text));
        }
    }

    fn write(&self, collected: &Collected, output: &mut Output) -> io::Result<()> {
        let arranged = self.arguments.arranged();
        let table = Table::new(collected, arranged, self.words, self.codes);
        match self.arguments.format {
            Format::Text => text::write(&table, arranged.by, output),
            Format::Json => json::dossier::write(&table, output),
            Format::Jsonl if self.arguments.streams() => json::dossier::end_line(collected, self.codes, output),
            Format::Jsonl => json::dossier::write_lines(&table, output),
            Format::Csv => csv::write(&table, self.arguments.dialect(), output),
            Format::Xlsx => xlsx::write(&table, folder_of(self.arguments.file().unwrap_or(Path::new(""))), output),
            // Written already, each as it was judged.
            Format::EtsiXml => Ok(()),
            Format::Pdf => self.pages.write_with_summary(&table, output),
        }
    }
}

/// What is said at the end.
fn finish(
    mut run: Run<'_>,
    outcome: ControlFlow<()>,
    written: io::Result<()>,
    collected: &Collected,
) -> Result<Written, String> {
    let (words, out) = (run.words, run.arguments.place());
    match written {
        // A reader that went away has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe && out.is_none() => {
            return Ok(Written { out: String::new(), err: run.err, exit: run.exit });
        }
        Err(error) if is_too_much(&error) => return Err(too_much(words)),
        Err(error) => return Err(not_written(words, out.unwrap_or(Path::new("-")), &error)),
        Ok(()) => {}
    }
    if outcome.is_break() {
        run.err.push_str(&complaint(words, &words.text("cli-error-interrupted"), &words.text("cli-hint-interrupted")));
        run.exit = Exit::Undone;
    }
    let said = match out {
        Some(out) if !run.arguments.quiet => text::written(out, collected, words),
        _ => String::new(),
    };
    Ok(Written { out: Secrets::none(run.codes).mask(&said), err: run.err, exit: run.exit })
}

/// A place that cannot be written to.
pub(super) fn not_written(words: &Words, path: &Path, error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::AlreadyExists => about_path(words, "cli-error-exists", "cli-hint-exists-file", path, ""),
        _ => about_path(words, "cli-error-write", "cli-hint-write", path, &error.to_string()),
    }
}

impl DossierArguments {
    fn arranged(&self) -> Arranged {
        let by = self.by.unwrap_or(if self.format == Format::Text { By::Person } else { By::File });
        Arranged { by, only: self.only.unwrap_or(Only::All) }
    }
}
