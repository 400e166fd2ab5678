//! `edoc verify --format … --out …`: the reports in a form that was asked for, into a file that is whole or not there.

use std::io::{self, IsTerminal as _, Write as _};
use std::path::Path;

use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::Exit;
use super::complaint::complaint;
use super::dossier::{Output, not_written};
use super::run::{Complaints, Written, as_json, as_text, problems, undone};
use crate::Timestamp;
use crate::dossier::Examined;
use crate::export::pdf::{BUILT_IN, BuiltIn, Pages};
use crate::export::{Codes, Secrets};
use crate::words::{Words, clean};

/// How reports are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ReportFormat {
    Text,
    Json,
    Pdf,
}

impl ReportFormat {
    pub(super) fn parser() -> impl TypedValueParser<Value = Self> {
        PossibleValuesParser::new(["text", "json", "pdf"]).map(|name| match name.as_str() {
            "json" => Self::Json,
            "pdf" => Self::Pdf,
            _ => Self::Text,
        })
    }
}

/// What is to be judged, and for whom.
pub(super) struct Run<'r> {
    pub(super) judge: &'r dyn Fn() -> Vec<Examined>,
    pub(super) complaints: Complaints,
    pub(super) at: Timestamp,
    pub(super) words: &'r Words,
    pub(super) codes: Codes,
}

/// Judges, and writes.
pub(super) fn write(run: &Run<'_>, format: ReportFormat, out: Option<&Path>) -> Written {
    let out = out.filter(|out| *out != Path::new("-"));
    let written = refused(format, out, run.words).map_or_else(|| written(run, format, out), Err);
    written.unwrap_or_else(|complaint| undone(Secrets::none(run.codes).mask(&complaint)))
}

fn refused(format: ReportFormat, out: Option<&Path>, words: &Words) -> Option<String> {
    if format == ReportFormat::Pdf { refuse_pdf(out, words) } else { None }
}

/// Why no PDF is written there: this program has none, or a terminal would get it.
pub(super) fn refuse_pdf(out: Option<&Path>, words: &Words) -> Option<String> {
    let (error, hint) = match BUILT_IN {
        BuiltIn::No => ("cli-error-pdf-absent", "cli-hint-pdf-absent"),
        BuiltIn::Yes if out.is_none() && io::stdout().is_terminal() => {
            ("cli-error-pdf-terminal", "cli-hint-pdf-terminal")
        }
        BuiltIn::Yes => return None,
    };
    Some(complaint(words, &words.text(error), &words.text(hint)))
}

/// Whether a report was refused for what it would hold. The system says the same of a disk, with a number of its own.
pub(super) fn is_too_much(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::FileTooLarge && error.raw_os_error().is_none()
}

/// More files than a report holds.
pub(super) fn too_much(words: &Words) -> String {
    complaint(words, &words.text("cli-error-pdf-too-much"), &words.text("cli-hint-pdf-too-much"))
}

fn written(run: &Run<'_>, format: ReportFormat, out: Option<&Path>) -> Result<Written, String> {
    let Run { words, codes, complaints, .. } = *run;
    // Before anything is judged: a place that cannot be written to is said at once.
    let output = match (format, out) {
        (ReportFormat::Text | ReportFormat::Json, None) => None,
        _ => Some(Output::open(out, words)?),
    };
    let examined = (run.judge)();
    let printed = match format {
        ReportFormat::Text => as_text(&examined, words, codes, complaints),
        ReportFormat::Json => as_json(&examined, words, codes, complaints),
        ReportFormat::Pdf => Written {
            out: String::new(),
            err: problems(&examined, words, codes, complaints),
            exit: Exit::of_all(&examined),
        },
    };
    let Some(mut output) = output else { return Ok(printed) };
    let done = match format {
        ReportFormat::Text | ReportFormat::Json => output.write_all(printed.out.as_bytes()),
        ReportFormat::Pdf => pages(&examined, run, &mut output),
    };
    match done.and_then(|()| output.finish()) {
        Ok(()) => {}
        // A reader that went away has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe && out.is_none() => {}
        Err(error) if is_too_much(&error) => return Err(too_much(words)),
        Err(error) => return Err(not_written(words, out.unwrap_or(Path::new("-")), &error)),
    }
    let said = out.map(|out| {
        let line = words.text_with("cli-written", &[("path", &clean(&out.to_string_lossy()))]);
        Secrets::none(codes).mask(&format!("{line}\n"))
    });
    Ok(Written { out: said.unwrap_or_default(), ..printed })
}

fn pages(examined: &[Examined], run: &Run<'_>, output: &mut Output) -> io::Result<()> {
    let mut pages = Pages::new(run.words, run.codes, run.at);
    examined.iter().try_for_each(|one| pages.add(one))?;
    pages.write(output)
}
