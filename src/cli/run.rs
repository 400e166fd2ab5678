//! From a request to what is printed and the exit code.

use std::ffi::OsString;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::args::{self, Command, Network, NoRequest, Request};
use super::dossier::Progress;
use super::report_file::ReportFormat;
use super::{Exit, complaint, completions, extract, facts, issuers, man, online, patterns, print, report_file, trust};
use crate::Timestamp;
use crate::dossier::{self, Examined, Jobs, Places, Setting};
use crate::export::{Codes, Secrets, etsi, json};
use crate::report::Report;
use crate::words::Words;

/// What a run prints, and how it ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// For standard output.
    pub out: String,
    /// For standard error.
    pub err: String,
    /// The exit code.
    pub exit: Exit,
}

/// Runs the command line. The first argument is the program's own name.
#[must_use]
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> Exit {
    // A mistake of ours is answered with a sentence, not with the inside of the program.
    std::panic::set_hook(Box::new(|_| {}));
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let words = Words::new(args::language(&arguments));
    let written = match args::parse(arguments, &words) {
        Ok(mut request) => {
            request.command.with_paths(patterns::resolve);
            answer(&request, &words)
        }
        Err(NoRequest::Asked(out)) => Written { out, err: String::new(), exit: Exit::Passed },
        Err(NoRequest::Wrong(err)) => undone(err),
    };
    emit(&written, &words)
}

/// What the window program does where there is no display: says so and prints what `edoc verify` would.
/// The first argument is the program's own name.
#[must_use]
pub fn without_display(arguments: impl IntoIterator<Item = OsString>) -> Exit {
    let mut arguments: Vec<OsString> = arguments.into_iter().collect();
    let words = Words::new(args::language(&arguments));
    // Nobody is left to be told where standard error is gone.
    let _ = writeln!(io::stderr().lock(), "{}", words.text("cli-no-display"));
    arguments.insert(arguments.len().min(1), OsString::from("verify"));
    main(arguments)
}

/// Judges files and folders and writes the report of each as text, with a line of counts below more than one.
#[must_use]
pub fn verify_paths(paths: &[PathBuf], setting: &Setting, jobs: Jobs, words: &Words, codes: Codes) -> Written {
    as_text(&dossier::examine_all(paths, setting, jobs), words, codes, Complaints::Said)
}

/// Whether files of which nothing can be said are complained about one by one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Complaints {
    Said,
    LeftOut,
}

impl Complaints {
    fn unless(quiet: bool) -> Self {
        if quiet { Self::LeftOut } else { Self::Said }
    }
}

pub(super) fn as_text(examined: &[Examined], words: &Words, codes: Codes, complaints: Complaints) -> Written {
    let mut out = String::new();
    for report in examined.iter().filter_map(|one| one.result.as_ref().ok()) {
        if !out.is_empty() {
            out.push_str("\n────────\n\n");
        }
        out.push_str(&print::report_text(report, words, codes));
    }
    if examined.len() > 1 {
        let exits: Vec<_> = examined.iter().map(Exit::of).collect();
        out.push_str(&format!("\n{}\n", summary(&exits, words)));
    }
    Written { out, err: problems(examined, words, codes, complaints), exit: Exit::of_all(examined) }
}

/// Judges files and folders, saying on a terminal how far it is.
fn verify(
    request: &Request,
    files: &[PathBuf],
    setting: &Setting,
    words: &Words,
    complaints: Complaints,
) -> Vec<Examined> {
    let inputs = dossier::expand(files);
    let progress = Mutex::new(Progress::new(inputs.len(), complaints == Complaints::LeftOut, words));
    let step = || progress.lock().unwrap_or_else(PoisonError::into_inner).step();
    let examined = dossier::examine_inputs(inputs, setting, request.command.jobs(), &step);
    progress.lock().unwrap_or_else(PoisonError::into_inner).clear();
    examined
}

fn answer(request: &Request, words: &Words) -> Written {
    match &request.command {
        Command::Trust { action } => return trust::run_action(action, request, words),
        Command::Issuers { action } => return issuers::run_action(action, words),
        Command::Completions { shell } => return completions::run(*shell, args::definition(words)),
        Command::Man { pages } => return man::run(pages.as_deref(), args::definition(words), words),
        Command::Judge { .. } if request.network == Network::Permitted => return facts::not_online(words),
        _ => {}
    }
    let (mut setting, warnings) = match setting(request, words) {
        Ok(ready) => ready,
        Err(err) => return undone(err),
    };
    if request.network == Network::Permitted
        && let Err(err) = online::permit(&mut setting, clock(request), words)
    {
        return undone(err);
    }
    let written = answer_with(request, &setting, words);
    // Kept answers are read only where one is missing.
    let warnings = format!("{warnings}{}", damaged(setting.damaged_answers(), words));
    Written { err: format!("{warnings}{}", written.err), ..written }
}

fn clock(request: &Request) -> online::Clock {
    if request.at.is_some() { online::Clock::Stopped } else { online::Clock::Running }
}

/// Warnings about files that the reader keeps and that are damaged.
fn damaged(files: &[String], words: &Words) -> String {
    let warning =
        |file: &String| complaint::warning(words, &words.text_with("trust-status-damaged", &[("file", file)]));
    files.iter().map(warning).collect()
}

fn answer_with(request: &Request, setting: &Setting, words: &Words) -> Written {
    match &request.command {
        // Answered before anything is judged.
        Command::Trust { .. } | Command::Issuers { .. } | Command::Completions { .. } | Command::Man { .. } => {
            undone(String::new())
        }
        Command::Verify { files, etsi_xml: true, quiet, .. } => {
            as_etsi_xml(files, setting, words, request.codes, Complaints::unless(*quiet))
        }
        Command::Verify { files, json, format, out, quiet, .. } => {
            let complaints = Complaints::unless(*quiet);
            let judge = || verify(request, files, setting, words, complaints);
            let format = format.unwrap_or(if *json { ReportFormat::Json } else { ReportFormat::Text });
            let run = report_file::Run { judge: &judge, complaints, at: setting.at(), words, codes: request.codes };
            report_file::write(&run, format, out.as_deref())
        }
        Command::Dossier(arguments) => super::dossier::run(arguments, setting, words, request.codes),
        Command::Recheck(arguments) => super::recheck::run(arguments, setting, words, request.codes),
        Command::Watch(arguments) => super::watch::run(arguments, setting, clock(request), words, request.codes),
        Command::Show { file } => {
            let shown = one(file, setting, words, request.codes, print::exam_text);
            shown.unwrap_or_else(|failed| failed)
        }
        Command::List { file } => match one(file, setting, words, request.codes, print::list_text) {
            // Listing asks for no verdict: what could be listed was.
            Ok(listed) => {
                Written { exit: if listed.exit == Exit::Undone { Exit::Undone } else { Exit::Passed }, ..listed }
            }
            Err(failed) => failed,
        },
        Command::Facts { file, out } => facts::save(file, out, setting, words, request.codes),
        Command::Judge { facts: paths, json } => {
            let write = if *json { as_json } else { as_text };
            write(&facts::judge(paths, setting), words, request.codes, Complaints::Said)
        }
        Command::Extract { file, to } => extract::extract(file, to, setting, words, request.codes),
    }
}

/// What to judge with, and warnings about what the reader keeps and cannot be used.
pub(super) fn setting(request: &Request, words: &Words) -> Result<(Setting, String), String> {
    let at = request.at.unwrap_or_else(Timestamp::now);
    let mut setting = Setting::shipped(at).map_err(|error| complaint::setting(words, Path::new(""), &error))?;
    let mut warnings = String::new();
    if let Some(places) = Places::of_system() {
        let files = setting.use_places(&places);
        let files = files.map_err(|error| complaint::setting(words, &places.issuers_file(), &error))?;
        warnings = damaged(&files, words);
    }
    for path in &request.trust {
        setting.add_trusted_list(path).map_err(|error| complaint::setting(words, path, &error))?;
    }
    if let Some(path) = &request.issuers {
        setting.add_issuers(path).map_err(|error| complaint::setting(words, path, &error))?;
    }
    if let Some(name) = &request.policy {
        setting.choose_policy(name).map_err(|error| complaint::setting(words, name, &error))?;
    }
    Ok((setting, warnings))
}

/// One file, written by `print`; a folder is no file here.
fn one(
    file: &Path,
    setting: &Setting,
    words: &Words,
    codes: Codes,
    print: fn(&Report, &Words, Codes) -> String,
) -> Result<Written, Written> {
    let examined = dossier::examine(file, setting);
    let exit = Exit::of(&examined);
    match &examined.result {
        Ok(report) => Ok(Written { out: print(report, words, codes), err: String::new(), exit }),
        Err(reason) => Err(undone(Secrets::none(codes).mask(&complaint::unexamined(words, &examined.path, reason)))),
    }
}

/// The report of ETSI TS 119 102-2: an XML document is about one file, and about its signatures.
fn as_etsi_xml(files: &[PathBuf], setting: &Setting, words: &Words, codes: Codes, complaints: Complaints) -> Written {
    let [file] = files else {
        let (error, hint) = (words.text("cli-error-etsi-files"), words.text("cli-hint-etsi-files"));
        return undone(complaint::complaint(words, &error, &hint));
    };
    let examined = dossier::examine(file, setting);
    let exit = Exit::of(&examined);
    let masked = |text: String| match complaints {
        Complaints::Said => Secrets::none(codes).mask(&text),
        Complaints::LeftOut => String::new(),
    };
    match &examined.result {
        Ok(report) => match etsi::report(report, codes) {
            Some(out) => Written { out, err: String::new(), exit },
            None => {
                let err = complaint::about_path(words, "cli-error-etsi-unsigned", "cli-hint-etsi-unsigned", file, "");
                Written { out: String::new(), err: masked(err), exit }
            }
        },
        Err(reason) => undone(masked(complaint::unexamined(words, &examined.path, reason))),
    }
}

pub(super) fn as_json(examined: &[Examined], words: &Words, codes: Codes, complaints: Complaints) -> Written {
    match json::run(examined, codes) {
        Ok(out) => Written { out, err: problems(examined, words, codes, complaints), exit: Exit::of_all(examined) },
        Err(error) => {
            let detail = error.to_string();
            let path = Path::new("JSON");
            undone(complaint::about_path(words, "cli-error-write", "cli-hint-internal", path, &detail))
        }
    }
}

pub(super) fn problems(examined: &[Examined], words: &Words, codes: Codes, complaints: Complaints) -> String {
    if complaints == Complaints::LeftOut {
        return String::new();
    }
    let failed = examined.iter().filter_map(|one| Some((&one.path, one.result.as_ref().err()?)));
    let text: String = failed.map(|(path, reason)| complaint::unexamined(words, path, reason)).collect();
    Secrets::none(codes).mask(&text)
}

/// How many files came to what.
pub(super) fn summary(exits: &[Exit], words: &Words) -> String {
    let count = |exit: Exit| exits.iter().filter(|one| **one == exit).count().to_string();
    let files = words.counted("cli-summary-files", exits.len());
    words.text_with(
        "cli-summary",
        &[
            ("files", &files),
            ("passed", &count(Exit::Passed)),
            ("failed", &count(Exit::Failed)),
            ("open", &count(Exit::Open)),
            ("unsigned", &count(Exit::Unsigned)),
            ("undone", &count(Exit::Undone)),
        ],
    )
}

pub(super) fn undone(err: String) -> Written {
    Written { out: String::new(), err, exit: Exit::Undone }
}

/// Prints. A reader that went away (`edoc … | head`) is no error; a full disk is, and is said.
fn emit(written: &Written, words: &Words) -> Exit {
    let mut stdout = io::stdout().lock();
    let printed = stdout.write_all(written.out.as_bytes()).and_then(|()| stdout.flush());
    let lost = printed.err().filter(|error| error.kind() != io::ErrorKind::BrokenPipe);
    let said = lost.as_ref().map(|error| super::dossier::not_written(words, Path::new("-"), error));
    // Nobody is left to be told where standard error is gone.
    let _ = io::stderr().lock().write_all(format!("{}{}", written.err, said.unwrap_or_default()).as_bytes());
    if lost.is_some() { Exit::Undone } else { written.exit }
}
