//! What became of one file of the report.

use crate::cli::Exit;
use crate::cli::print::Page;
use crate::export::Codes;
use crate::export::json::earlier::{Difference, Earlier};
use crate::export::table::{TableRow, word_code};
use crate::report::Authenticity;
use crate::words::{Words, clean};

/// What became of it.
pub(super) enum Outcome<'r> {
    /// It is the same file.
    Same {
        row: &'r TableRow,
        word: Word,
        /// What the report says of its certificates, and the file does not.
        differences: Vec<Difference>,
    },
    /// Another file is at its path.
    OtherFile,
    /// There is none.
    Missing,
    /// The report does not say which file it was.
    NotTold,
}

/// Whether it has its word still.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    Holds,
    Other,
}

impl<'r> Outcome<'r> {
    /// Of a file that is there, with its rows now.
    pub(super) fn same(earlier: &Earlier, rows: &'r [TableRow], words: &Words, codes: Codes) -> Self {
        let Some(row) = rows.first() else { return Self::Missing };
        let holds = earlier.word.is_some() && earlier.word == row.file.word;
        let word = if holds { Word::Holds } else { Word::Other };
        Self::Same { row, word, differences: earlier.differences(rows, words, codes) }
    }

    /// The report holds, does not, or cannot be compared.
    pub(super) fn exit(&self) -> Exit {
        match self {
            // Whatever its word: somebody is told what the file does not say.
            Self::Same { differences, .. } if !differences.is_empty() => Exit::Failed,
            Self::Same { word: Word::Holds, .. } => Exit::Passed,
            Self::Same { row, .. } if matches!(row.file.word, Some(Authenticity::Refuted(_))) => Exit::Failed,
            Self::Same { .. } => Exit::Open,
            Self::OtherFile => Exit::Failed,
            Self::Missing | Self::NotTold => Exit::Undone,
        }
    }

    pub(super) fn write(&self, page: &mut Page<'_>, earlier: &Earlier, path: &str) {
        let words = page.words();
        let said = match self {
            Self::Same { row, word: Word::Holds, differences } => {
                let id = if differences.is_empty() { "cli-recheck-holds" } else { "cli-recheck-other-results" };
                words.text_with(id, &[("word", &words.file_word(row.file.word))])
            }
            Self::Same { row, word: Word::Other, .. } => {
                let [then, now] = told_apart(earlier.word, row.file.word, words);
                words.text_with("cli-recheck-other-word", &[("then", &then), ("now", &now)])
            }
            Self::OtherFile => words.text("cli-recheck-other-file"),
            Self::Missing => words.text("cli-recheck-missing"),
            Self::NotTold => words.text("cli-recheck-not-told"),
        };
        page.line(0, &words.text_with("report-label", &[("label", &clean(path)), ("value", &said)]));
        let Self::Same { row, word, differences } = self else { return };
        if *word == Word::Other {
            page.line(2, &row.why);
            if !differences.is_empty() {
                page.line(2, &words.text("cli-recheck-states"));
            }
        }
        for one in differences {
            page.line(4, &difference(one, words));
        }
    }
}

/// Two words; where both are the same word, with what they rest on.
fn told_apart(then: Option<Authenticity>, now: Option<Authenticity>, words: &Words) -> [String; 2] {
    let plain = [then, now].map(|word| words.file_word(word));
    let [was, is] = &plain;
    if was != is {
        return plain;
    }
    let with_code = |word: Option<Authenticity>| {
        let code = word.map(word_code).unwrap_or_default();
        words.text_with("report-parenthesis", &[("text", &words.file_word(word)), ("remark", &code)])
    };
    [then, now].map(with_code)
}

fn difference(difference: &Difference, words: &Words) -> String {
    let value = |text: &str| if text.is_empty() { words.text("cli-recheck-nothing") } else { clean(text) };
    let (then, now) = (value(&difference.then), value(&difference.now));
    let both = words.text_with("cli-recheck-in-report", &[("then", &then), ("now", &now)]);
    words.text_with("report-label", &[("label", &difference.label), ("value", &both)])
}
