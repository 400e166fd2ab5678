//! `edoc recheck`: whether the files of an earlier report are still the same, and still have their words.

mod outcome;
mod rules;

use std::collections::{BTreeSet, HashMap};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;

use super::Exit;
use super::complaint::{about_path, unexamined};
use super::dossier::Progress;
use super::print::Page;
use super::run::{Written, undone};
use crate::crypto::Sha256;
use crate::dossier::{Jobs, Setting, Turn, examine_in_turn, expand, read_file};
use crate::export::json::earlier::{self, Earlier};
use crate::export::table::{Collected, Collecting, TableRow};
use crate::export::{Codes, Secrets};
use crate::limits;
use crate::words::{Words, clean};
use outcome::Outcome;
use rules::Rules;

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

/// Runs it.
///
/// 1. read the report;
/// 2. judge the files anew;
/// 3. of each file of the report: find it by its digest, else by its path, and say what became of it and of its results.
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
    let collected = collecting.finish();
    let exit = if err.is_empty() { Exit::Passed } else { Exit::Undone };
    let told = tell(&earlier, &collected, words, codes);
    Ok(Written { out: told.out, err, exit: exit.min(told.exit) })
}

fn read(path: &Path, words: &Words) -> Result<Vec<Earlier>, String> {
    let octets = read_file(path, limits::EARLIER_REPORT_BYTES).map_err(|reason| unexamined(words, path, &reason))?;
    let refused = |detail: &str| about_path(words, "cli-error-report", "cli-hint-report", path, detail);
    let text = String::from_utf8(octets).map_err(|_| refused("not UTF-8"))?;
    earlier::read(&text).map_err(|fault| refused(&fault.detail))
}

fn tell(earlier: &[Earlier], collected: &Collected, words: &Words, codes: Codes) -> Written {
    let rows = collected.rows.as_slice();
    let files: Vec<&[TableRow]> = rows.chunk_by(|one, next| Arc::ptr_eq(&one.file, &next.file)).collect();
    let digest = |rows: &[TableRow]| rows.first().and_then(|row| row.file.sha256);
    let by_digest: HashMap<Sha256, usize> =
        files.iter().enumerate().rev().filter_map(|(number, rows)| Some((digest(rows)?, number))).collect();
    let by_path: BTreeSet<&str> = rows.iter().map(|row| row.file.path.as_str()).collect();
    let mut page = Page::new(words);
    let (mut exit, mut rules, mut named) = (Exit::Passed, Rules::default(), BTreeSet::new());
    let (mut states, mut not_compared) = (false, false);
    for one in earlier {
        let number = one.sha256.and_then(|digest| by_digest.get(&digest).copied());
        let same = one.sha256.map(|_| number.and_then(|number| files.get(number)));
        let outcome = match same {
            Some(Some(rows)) => Outcome::same(one, rows, words, codes),
            None => Outcome::NotTold,
            Some(None) if by_path.contains(one.path.as_str()) => Outcome::OtherFile,
            Some(None) => Outcome::Missing,
        };
        named.extend(one.sha256);
        exit = exit.min(outcome.exit());
        // Masked by what the file says, where it is at hand, and by what the report says of it.
        let path = one.masked_path(codes);
        let path = number.map_or(path.clone(), |number| collected.secrets_of([number], codes).mask(&path));
        outcome.write(&mut page, one, &path);
        if let Outcome::Same { row, differences, .. } = &outcome {
            states |= !differences.is_empty();
            not_compared |= one.certificates.is_none();
            if let (Some(then), Some(now)) = (&one.checked, &row.file.checked) {
                rules.compare(then, now, words);
            }
        }
    }
    new_files(&mut page, rows, &named);
    let notes = [(states, "cli-recheck-altered"), (not_compared, "cli-recheck-not-compared")];
    for (_, note) in notes.into_iter().filter(|(applies, _)| *applies) {
        page.gap();
        page.heading(note);
    }
    rules.write(&mut page);
    Written { out: page.finish(), err: String::new(), exit }
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
