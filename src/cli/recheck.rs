//! `edoc recheck`: whether the files of an earlier report are still the same, and still have their words.

use std::collections::{BTreeSet, HashMap};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use clap::Args;

use super::Exit;
use super::complaint::{about_path, unexamined};
use super::dossier::Progress;
use super::print::Page;
use super::run::{Written, undone};
use crate::crypto::Sha256;
use crate::dossier::{Jobs, Setting, Turn, examine_in_turn, expand, read_file};
use crate::export::json::earlier::{self, Earlier};
use crate::export::table::{Checked, Collecting, TableRow};
use crate::export::{Codes, Secrets};
use crate::limits;
use crate::report::Authenticity;
use crate::words::{Words, clean};

/// What `edoc recheck` is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
pub(super) struct RecheckArguments {
    #[arg(value_name = "REPORT.json")]
    report: PathBuf,
    #[arg(required = true, value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    jobs: Option<u16>,
}

/// What became of one file of the report.
enum Outcome<'r> {
    /// The same file, and the same word.
    Holds(&'r TableRow),
    /// The same file, and another word.
    OtherWord(&'r TableRow),
    /// Another file is at its path.
    OtherFile,
    /// There is none.
    Missing,
    /// The report does not say which file it was.
    NotTold,
}

/// Runs it.
///
/// 1. read the report;
/// 2. judge the files anew;
/// 3. of each file of the report: find it by its digest, else by its path, and say what became of it.
pub(super) fn run(arguments: &RecheckArguments, setting: &Setting, words: &Words, codes: Codes) -> Written {
    let secrets = Secrets::none(codes);
    match run_into(arguments, setting, words, codes) {
        Ok(Written { out, err, exit }) => Written { out: secrets.mask(&out), err: secrets.mask(&err), exit },
        Err(complaint) => undone(secrets.mask(&complaint)),
    }
}

fn run_into(arguments: &RecheckArguments, setting: &Setting, words: &Words, codes: Codes) -> Result<Written, String> {
    let earlier = read(&arguments.report, words)?;
    let inputs = expand(&arguments.paths);
    let (mut collecting, mut err) = (Collecting::new(words, codes), String::new());
    let mut progress = Progress::new(inputs.len(), false, words);
    let jobs = arguments.jobs.map_or(Jobs::All, |jobs| Jobs::AtMost(usize::from(jobs)));
    let mut take = |turn| {
        progress.step();
        match turn {
            Turn::Examined(examined) => {
                if let Err(reason) = &examined.result {
                    err.push_str(&unexamined(words, &examined.path, reason));
                }
                collecting.add(&examined);
            }
            Turn::Again { path, first } => drop(collecting.add_again(path, first)),
        }
        ControlFlow::Continue(())
    };
    // Never broken off.
    let _ = examine_in_turn(inputs, setting, jobs, &mut take);
    progress.clear();
    let rows = collecting.finish().rows;
    let exit = if err.is_empty() { Exit::Passed } else { Exit::Undone };
    let told = tell(&earlier, &rows, words);
    Ok(Written { out: told.out, err, exit: exit.min(told.exit) })
}

fn read(path: &Path, words: &Words) -> Result<Vec<Earlier>, String> {
    let octets = read_file(path, limits::EARLIER_REPORT_BYTES).map_err(|reason| unexamined(words, path, &reason))?;
    let refused = |detail: &str| about_path(words, "cli-error-report", "cli-hint-report", path, detail);
    let text = String::from_utf8(octets).map_err(|_| refused("not UTF-8"))?;
    earlier::read(&text).map_err(|fault| refused(&fault.detail))
}

fn tell(earlier: &[Earlier], rows: &[TableRow], words: &Words) -> Written {
    let by_digest: HashMap<Sha256, &TableRow> =
        rows.iter().rev().filter_map(|row| Some((row.file.sha256?, row))).collect();
    let by_path: BTreeSet<&str> = rows.iter().map(|row| row.file.path.as_str()).collect();
    let mut page = Page::new(words);
    let (mut exit, mut differences, mut named) = (Exit::Passed, Vec::new(), BTreeSet::new());
    for one in earlier {
        let outcome = match one.sha256.map(|digest| by_digest.get(&digest)) {
            Some(Some(row)) if Some(row.file.word) == one.word.map(Some) => Outcome::Holds(row),
            Some(Some(row)) => Outcome::OtherWord(row),
            None => Outcome::NotTold,
            Some(None) if by_path.contains(one.path.as_str()) => Outcome::OtherFile,
            Some(None) => Outcome::Missing,
        };
        named.extend(one.sha256);
        exit = exit.min(outcome.exit());
        outcome.write(&mut page, one);
        if let Outcome::Holds(row) | Outcome::OtherWord(row) = outcome
            && let (Some(then), Some(now)) = (&one.checked, &row.file.checked)
        {
            for line in changes(then, now, words) {
                if !differences.contains(&line) {
                    differences.push(line);
                }
            }
        }
    }
    new_files(&mut page, rows, &named);
    if !differences.is_empty() {
        page.gap();
        page.heading("cli-recheck-differences");
        differences.iter().for_each(|line| page.line(2, line));
    }
    Written { out: page.finish(), err: String::new(), exit }
}

impl Outcome<'_> {
    /// The report holds, does not, or cannot be compared.
    fn exit(&self) -> Exit {
        match self {
            Self::Holds(_) => Exit::Passed,
            Self::OtherWord(row) if matches!(row.file.word, Some(Authenticity::Refuted(_))) => Exit::Failed,
            Self::OtherWord(_) => Exit::Open,
            Self::OtherFile => Exit::Failed,
            Self::Missing | Self::NotTold => Exit::Undone,
        }
    }

    fn write(&self, page: &mut Page<'_>, earlier: &Earlier) {
        let words = page.words();
        let word = |word: Option<Authenticity>| {
            word.map_or_else(|| words.text("columns-not-examined"), |word| words.verdict_word(word))
        };
        let said = match self {
            Self::Holds(row) => words.text_with("cli-recheck-holds", &[("word", &word(row.file.word))]),
            Self::OtherWord(row) => {
                let values = [("then", word(earlier.word)), ("now", word(row.file.word))];
                let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
                words.text_with("cli-recheck-other-word", &values)
            }
            Self::OtherFile => words.text("cli-recheck-other-file"),
            Self::Missing => words.text("cli-recheck-missing"),
            Self::NotTold => words.text("cli-recheck-not-told"),
        };
        page.line(0, &words.text_with("report-label", &[("label", &clean(&earlier.path)), ("value", &said)]));
        if let Self::OtherWord(row) = self {
            page.line(2, &row.why);
        }
    }
}

/// Files that the report does not know.
fn new_files(page: &mut Page<'_>, rows: &[TableRow], named: &BTreeSet<Sha256>) {
    let words = page.words();
    let mut said = BTreeSet::new();
    for row in rows.iter().filter(|row| row.file.sha256.is_some_and(|digest| !named.contains(&digest))) {
        if said.insert(row.file.path.as_str()) {
            let new = words.text("cli-recheck-new");
            page.line(0, &words.text_with("report-label", &[("label", &clean(&row.file.path)), ("value", &new)]));
        }
    }
}

/// What is different about the judging itself.
fn changes(then: &Checked, now: &Checked, words: &Words) -> Vec<String> {
    let mut found = Vec::new();
    let mut note = |id: &str, then: &str, now: &str| {
        if then != now {
            let label = words.text(id);
            let value = words.text_with("cli-recheck-then-now", &[("then", &clean(then)), ("now", &clean(now))]);
            found.push(words.text_with("report-label", &[("label", &label), ("value", &value)]));
        }
    };
    let policy = |checked: &Checked| format!("{} {}", checked.policy, checked.policy_version);
    note("columns-policy", &policy(then), &policy(now));
    if policy(then) == policy(now) {
        note("columns-policy", &then.policy_sha256.to_string(), &now.policy_sha256.to_string());
    }
    let list = |checked: &Checked, territory: &str| {
        let one = checked.lists.iter().find(|list| list.territory == territory)?;
        Some(format!("{territory} {} ({})", one.sequence, one.issued.strftime("%Y-%m-%d")))
    };
    for old in &then.lists {
        // A list that another signature led to is no other issue of this one.
        if let (Some(then), Some(now)) = (list(then, &old.territory), list(now, &old.territory)) {
            note("columns-lists", &then, &now);
        }
    }
    let program = |checked: &Checked| format!("{} {}", checked.program, checked.version);
    note("columns-program", &program(then), &program(now));
    note("columns-checked-at", &then.at.to_string(), &now.at.to_string());
    found
}
