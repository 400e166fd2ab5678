//! How far a run is, on a terminal only: a log is for results.

use std::io::{self, IsTerminal as _, Write as _};
use std::time::{Duration, Instant};

use crate::words::Words;

/// How often the line is written anew.
const EVERY: Duration = Duration::from_millis(200);

/// A line that is written anew while files are judged.
pub(in crate::cli) struct Progress<'w> {
    words: &'w Words,
    all: usize,
    done: usize,
    /// When it was last written; `None` where nobody looks.
    written: Option<Instant>,
    every: Duration,
    shown: usize,
}

impl<'w> Progress<'w> {
    pub(in crate::cli) fn new(all: usize, quiet: bool, words: &'w Words) -> Self {
        let looks = !quiet && all > 1 && io::stderr().is_terminal();
        Self { words, all, done: 0, written: looks.then(Instant::now), every: EVERY, shown: 0 }
    }

    /// One more is done.
    pub(in crate::cli) fn step(&mut self) {
        if let Some(line) = self.counted() {
            self.show(&line);
        }
    }

    /// What is to be shown when one more is done: nothing where nobody looks, or where something was shown just now.
    fn counted(&mut self) -> Option<String> {
        self.done = self.done.saturating_add(1);
        if self.written?.elapsed() < self.every {
            return None;
        }
        self.written = Some(Instant::now());
        let (done, all) = (self.words.number(self.done), self.words.number(self.all));
        Some(self.words.text_with("cli-progress", &[("done", &done), ("all", &all)]))
    }

    /// Nothing of it stays.
    pub(in crate::cli) fn clear(&mut self) {
        if self.shown > 0 {
            self.show("");
            self.show("");
        }
    }

    /// The line in the place of the one before.
    fn show(&mut self, line: &str) {
        let length = line.chars().count();
        let rest = " ".repeat(self.shown.saturating_sub(length));
        // Nobody is left to be told where standard error is gone.
        let _ = write!(io::stderr().lock(), "\r{line}{rest}");
        self.shown = length;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn it_is_said_where_somebody_looks_and_not_too_often() {
        let words = Words::new(Language::English);
        let on_terminal =
            |every| Progress { words: &words, all: 3, done: 0, written: Some(Instant::now()), every, shown: 0 };
        let mut at_once = on_terminal(Duration::ZERO);
        assert_eq!([at_once.counted(), at_once.counted()].map(Option::unwrap), ["1 of 3 files", "2 of 3 files"]);
        assert_eq!(on_terminal(Duration::MAX).counted(), None);
        // A test's standard error may be a terminal, so it is asked for quietly.
        let mut quiet = Progress::new(3, true, &words);
        quiet.every = Duration::ZERO;
        assert_eq!((quiet.counted(), quiet.done), (None, 1));
    }
}
