//! `edoc watch`: a folder into which files keep coming, and a table of what is in it.

mod place;
mod seen;

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::Args;

use super::Exit;
use super::complaint::{unexamined, warning};
use super::dossier::Output;
use super::interrupt::Interrupt;
use super::online::Clock;
use super::run::{Written, undone};
use crate::Timestamp;
use crate::dossier::{Examined, Setting, Unexamined, examine, expand, file_holding};
use crate::export::csv::{self, Dialect};
use crate::export::table::{Arranged, Collecting, Kept, Table};
use crate::export::{Codes, Secrets};
use crate::files::Existing;
use crate::words::{Words, clean};
use seen::{Seen, Stamp, Walk};

/// How often Ctrl-C is looked for.
const PAUSE: Duration = Duration::from_millis(100);
const PAUSES_A_SECOND: u64 = 10;

/// What `edoc watch` is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
pub(super) struct WatchArguments {
    #[arg(value_name = "FOLDER")]
    folder: PathBuf,
    #[arg(long = "out", value_name = "TABLE.csv")]
    table: PathBuf,
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u16).range(1..=3600), default_value = "3")]
    #[arg(hide_default_value = true)]
    every: u16,
    #[arg(long)]
    semicolon: bool,
    #[arg(long, short)]
    quiet: bool,
}

impl WatchArguments {
    fn dialect(&self) -> Dialect {
        if self.semicolon { Dialect::Spreadsheets } else { Dialect::Programs }
    }
}

/// Runs it until Ctrl-C.
pub(super) fn run(arguments: &WatchArguments, setting: &Setting, clock: Clock, words: &Words, codes: Codes) -> Written {
    if !arguments.folder.is_dir() {
        let reason = match fs::metadata(&arguments.folder) {
            Ok(_) => Unexamined::EmptyFolder,
            Err(error) => Unexamined::from(&error),
        };
        return undone(Secrets::none(codes).mask(&unexamined(words, &arguments.folder, &reason)));
    }
    if let Err(complaint) = place::check(&arguments.table, arguments.dialect(), words) {
        return undone(Secrets::none(codes).mask(&complaint));
    }
    let (setting, seen, kept) = (setting.clone(), Seen::default(), BTreeMap::new());
    let mut watch = Watch { arguments, setting, clock, words, codes, seen, kept, table: OnDisk::NotYet };
    let interrupt = Interrupt::watched();
    while !interrupt.came() {
        watch.look();
        for _ in 0..u64::from(arguments.every).saturating_mul(PAUSES_A_SECOND) {
            if interrupt.came() {
                break;
            }
            std::thread::sleep(PAUSE);
        }
    }
    Written { out: String::new(), err: String::new(), exit: Exit::Passed }
}

struct Watch<'w> {
    arguments: &'w WatchArguments,
    setting: Setting,
    clock: Clock,
    words: &'w Words,
    codes: Codes,
    seen: Seen,
    kept: BTreeMap<PathBuf, Kept>,
    table: OnDisk,
}

/// How the table at its place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum OnDisk {
    /// That of an earlier run, or none: it stays until something is known that takes its place.
    NotYet,
    /// As it should be.
    Current,
    /// It could not be written.
    Behind,
}

impl Watch<'_> {
    /// Judges what is new and no longer being written, forgets what is gone, and writes the table where that changes it.
    fn look(&mut self) {
        let mut there = Vec::new();
        let mut refused = Vec::new();
        for input in expand(std::slice::from_ref(&self.arguments.folder)) {
            match input {
                Ok(path) => there.extend(Stamp::of(file_holding(&path)).map(|stamp| (path, stamp))),
                // It waits for the first file.
                Err((_, Unexamined::EmptyFolder)) => {}
                Err((path, reason)) => {
                    let stamp = Stamp::of(file_holding(&path)).unwrap_or_default();
                    there.push((path.clone(), stamp));
                    refused.push((path, reason));
                }
            }
        }
        let walk = self.walk(&refused);
        // An empty folder has an empty table; one that is out of reach has none.
        let nothing = there.is_empty() && walk == Walk::Whole;
        let changed = self.seen.look(there, walk);
        if self.clock == Clock::Running {
            self.setting.set_time(Timestamp::now());
        }
        for path in &changed.gone {
            self.kept.remove(path);
        }
        for path in &changed.ready {
            let examined = match refused.iter().find(|(refused, _)| refused == path) {
                Some((_, reason)) => Examined { path: path.clone(), result: Err(reason.clone()) },
                None => examine(path, &self.setting),
            };
            let kept = Kept::of(&examined.path, examined.result.as_ref(), self.words, self.codes);
            self.say(&kept);
            self.kept.insert(path.clone(), kept);
        }
        let due = match self.table {
            OnDisk::NotYet => nothing,
            OnDisk::Current => false,
            OnDisk::Behind => true,
        };
        if !changed.is_empty() || due {
            self.replace_table();
        }
    }

    /// A folder that could not be read to its end, or is not to be reached at the moment, has lost nothing.
    fn walk(&self, refused: &[(PathBuf, Unexamined)]) -> Walk {
        let folder = &self.arguments.folder;
        let whole = folder.is_dir() && !refused.iter().any(|(path, _)| path == folder);
        if whole { Walk::Whole } else { Walk::InPart }
    }

    fn replace_table(&mut self) {
        let written = self.write();
        // Said once: a spreadsheet that has the table open may keep it for long.
        if let (Err(error), OnDisk::NotYet | OnDisk::Current) = (&written, self.table) {
            self.complain(error);
        }
        self.table = if written.is_ok() { OnDisk::Current } else { OnDisk::Behind };
    }

    fn write(&self) -> io::Result<()> {
        let mut collecting = Collecting::new(self.words, self.codes);
        for kept in self.kept.values() {
            collecting.push(kept.clone());
        }
        let collected = collecting.finish();
        let table = Table::new(&collected, Arranged::default(), self.words, self.codes);
        let mut output = Output::at(&self.arguments.table, Existing::Replaced)?;
        csv::write(&table, self.arguments.dialect(), &mut output)?;
        output.finish()
    }

    /// A line for each file, as it is judged.
    fn say(&self, kept: &Kept) {
        use std::io::Write as _;

        let Some(row) = kept.rows().first().filter(|_| !self.arguments.quiet) else { return };
        let word = self.words.file_word(row.file.word);
        let path = clean(&row.file.path);
        let line = self.words.text_with("report-label", &[("label", &word), ("value", &path)]);
        // The table is what counts: where nobody reads these lines, it is written all the same.
        let _ = writeln!(io::stdout().lock(), "{line}").and_then(|()| io::stdout().lock().flush());
    }

    fn complain(&self, error: &io::Error) {
        use std::io::Write as _;

        let path = clean(&Path::new(&self.arguments.table).to_string_lossy());
        let detail = clean(&error.to_string());
        let text = self.words.text_with("cli-watch-not-written", &[("path", &path), ("detail", &detail)]);
        let text = Secrets::none(self.codes).mask(&warning(self.words, &text));
        // Nobody is left to be told where standard error is gone.
        let _ = io::stderr().lock().write_all(text.as_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn an_earlier_table_stays_until_something_is_known() {
        let folder = tempfile::tempdir().unwrap();
        let (inbox, table) = (folder.path().join("inbox"), folder.path().join("table.csv"));
        fs::create_dir(&inbox).unwrap();
        let arguments =
            WatchArguments { folder: inbox.clone(), table: table.clone(), every: 1, semicolon: false, quiet: true };
        let words = Words::new(Language::English);
        let watch = || Watch {
            arguments: &arguments,
            setting: Setting::shipped("2026-11-23T12:00:00Z".parse().unwrap()).unwrap(),
            clock: Clock::Stopped,
            words: &words,
            codes: Codes::Masked,
            seen: Seen::default(),
            kept: BTreeMap::new(),
            table: OnDisk::NotYet,
        };
        let lines = || fs::read_to_string(&table).unwrap().lines().count();
        // Nothing is there, and that is known at once.
        watch().look();
        assert_eq!(lines(), 1);
        fs::write(inbox.join("a.edoc"), "no container").unwrap();
        fs::write(&table, "an earlier table\n\n\n").unwrap();
        let mut watch = watch();
        watch.look();
        assert_eq!(lines(), 3, "the file may still be growing");
        watch.look();
        assert_eq!(lines(), 2);
        // A folder that is not to be reached, and one that cannot be walked to its end, are not empty.
        fs::rename(&inbox, folder.path().join("elsewhere")).unwrap();
        watch.look();
        fs::rename(folder.path().join("elsewhere"), &inbox).unwrap();
        let deep: PathBuf = std::iter::repeat_n("deep", crate::limits::FOLDER_DEPTH + 1).collect();
        fs::create_dir_all(inbox.join(deep)).unwrap();
        fs::remove_file(inbox.join("a.edoc")).unwrap();
        watch.look();
        assert_eq!((lines(), watch.kept.len()), (2, 1));
        fs::remove_dir_all(inbox.join("deep")).unwrap();
        watch.look();
        assert_eq!(lines(), 1);
    }
}
