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
    shown: usize,
}

impl<'w> Progress<'w> {
    pub(in crate::cli) fn new(all: usize, quiet: bool, words: &'w Words) -> Self {
        let looks = !quiet && all > 1 && io::stderr().is_terminal();
        Self { words, all, done: 0, written: looks.then(Instant::now), shown: 0 }
    }

    /// One more is done.
    pub(in crate::cli) fn step(&mut self) {
        self.done = self.done.saturating_add(1);
        if self.written.is_some_and(|written| written.elapsed() >= EVERY) {
            let (done, all) = (self.words.number(self.done), self.words.number(self.all));
            self.show(&self.words.text_with("cli-progress", &[("done", &done), ("all", &all)]));
            self.written = Some(Instant::now());
        }
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
