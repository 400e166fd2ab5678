//! A report of ETSI TS 119 102-2 for each file: such a report is about one, so each is a file in a folder.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::{Output, not_written};
use crate::cli::complaint::about_path;
use crate::copies::safe_name;
use crate::dossier::{Setting, Turn, examine};
use crate::export::{Codes, Secrets, etsi};
use crate::files::Existing;
use crate::report::Report;
use crate::words::Words;

/// Reports being written into a folder.
pub(super) struct Reports<'r> {
    folder: &'r Path,
    setting: &'r Setting,
    words: &'r Words,
    codes: Codes,
    /// Names that are given away, as systems that do not tell `A` from `a` see them.
    taken: HashSet<String>,
    /// The number that the next file of a name gets: a folder for each applicant holds many of one name.
    next: HashMap<String, u32>,
    stopped: Option<String>,
}

impl<'r> Reports<'r> {
    /// Makes the folder where it is not there.
    pub(super) fn into(folder: &'r Path, setting: &'r Setting, words: &'r Words, codes: Codes) -> Result<Self, String> {
        fs::create_dir_all(folder).map_err(|error| not_written(words, folder, &error))?;
        Ok(Self { folder, setting, words, codes, taken: HashSet::new(), next: HashMap::new(), stopped: None })
    }

    /// Writes the report of one file; what is to be said where there is none.
    pub(super) fn add(&mut self, turn: &Turn) -> String {
        match turn {
            Turn::Examined(examined) => match &examined.result {
                Ok(report) => self.write(&examined.path, report),
                // That is said of every form.
                Err(_) => String::new(),
            },
            // The report names the file: that of the same octets under another name is another one.
            Turn::Again { path, .. } => match &examine(path, self.setting).result {
                Ok(report) => self.write(path, report),
                Err(reason) => self.masked(super::unexamined(self.words, path, reason)),
            },
        }
    }

    /// Why no more reports can be written.
    pub(super) fn stopped(&mut self) -> Option<String> {
        self.stopped.take()
    }

    /// Whether no more can be written.
    pub(super) fn are_stopped(&self) -> bool {
        self.stopped.is_some()
    }

    fn write(&mut self, path: &Path, report: &Report) -> String {
        let Some(text) = etsi::report(report, self.codes) else {
            let said = about_path(self.words, "cli-error-etsi-unsigned", "cli-hint-etsi-unsigned", path, "");
            return Secrets::of(report, self.codes).mask(&said);
        };
        let place = self.place(path, report);
        if let Err(error) = write_new(&place, &text) {
            self.stopped = Some(self.masked(not_written(self.words, &place, &error)));
        }
        String::new()
    }

    /// The file's own name, masked as everything that is written out, and `.xml`; with a number where an earlier file has it.
    fn place(&mut self, path: &Path, report: &Report) -> PathBuf {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let own = safe_name(&Secrets::of(report, self.codes).mask(&name));
        let next = self.next.entry(own.to_lowercase()).or_insert(1);
        loop {
            let name = match *next {
                1 => format!("{own}.xml"),
                number => format!("{own} ({number}).xml"),
            };
            *next = next.saturating_add(1);
            if self.taken.insert(name.to_lowercase()) {
                return self.folder.join(name);
            }
        }
    }

    fn masked(&self, text: String) -> String {
        Secrets::none(self.codes).mask(&text)
    }
}

fn write_new(place: &Path, text: &str) -> io::Result<()> {
    let mut output = Output::at(place, Existing::Stays)?;
    output.write_all(text.as_bytes())?;
    output.finish()
}
