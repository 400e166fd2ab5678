//! Running text: lines that are neither table nor label put together to paragraphs, cut into sentences, each read by the words that
//! say what stands beside them.

mod results;
mod sayings;

use super::collect::{Candidate, announces};
use super::labels::{Field, label, prefixed, words};
use super::parts::PartFound;
use super::values::Rank;
use crate::exam::Place;
use crate::exam::text::Line;
use crate::limits;

/// What sentences say.
#[derive(Debug, Default)]
pub(super) struct Said {
    pub(super) candidates: Vec<Candidate>,
    pub(super) parts: Vec<PartFound>,
}

/// Lines that run on into each other, as one text.
struct Paragraph {
    text: String,
    /// Where each line begins in the text, and its number.
    starts: Vec<(usize, usize)>,
    page: u32,
}

/// One sentence of a paragraph.
struct Sentence<'a> {
    text: &'a str,
    offset: usize,
    paragraph: &'a Paragraph,
    lines: &'a [Line],
}

impl Sentence<'_> {
    /// The line that a place in the sentence stands in.
    fn line(&self, at: usize) -> usize {
        let at = self.offset.saturating_add(at);
        let before = self.paragraph.starts.iter().take_while(|(start, _)| *start <= at);
        before.last().map_or(0, |(_, number)| *number)
    }

    fn place(&self, at: usize) -> Place {
        let cells = self.lines.get(self.line(at)).map(|line| line.cells.as_slice()).unwrap_or_default();
        let area = match cells {
            [one] => one.area,
            _ => None,
        };
        Place { page: self.paragraph.page, area, source: self.text.trim().to_owned() }
    }

    fn candidate(&self, field: Field, text: &str, rank: Rank, at: usize) -> Candidate {
        Candidate {
            field,
            text: text.to_owned(),
            announced: String::new(),
            rank,
            place: self.place(at),
            line: self.line(at),
        }
    }
}

/// Reads every sentence of the lines that belong to no table.
pub(super) fn read(lines: &[Line], taken: &[bool]) -> Said {
    let mut said = Said::default();
    for paragraph in paragraphs(lines, taken) {
        for (offset, text) in sentences(&paragraph.text) {
            if text.len() > limits::FIELD_TEXT {
                continue;
            }
            let sentence = Sentence { text, offset, paragraph: &paragraph, lines };
            sayings::read(&sentence, &mut said);
            results::read(&sentence, &mut said);
        }
    }
    said
}

/// Whether a line is one of labels and values.
fn is_labelled(line: &Line) -> bool {
    let short = |text: &str| words(text).len() <= 6;
    line.cells.iter().any(|cell| announces(&cell.text).is_some())
        || line.cells.first().and_then(|cell| prefixed(&cell.text)).is_some_and(|found| {
            matches!(found.label.field, Field::Person | Field::PersonalCode | Field::School) && short(found.value)
        })
}

fn paragraphs(lines: &[Line], taken: &[bool]) -> Vec<Paragraph> {
    let mut all: Vec<Paragraph> = Vec::new();
    let mut open = false;
    for (number, line) in lines.iter().enumerate() {
        let text = line.text();
        if taken.get(number).copied().unwrap_or(false) || is_labelled(line) || text.len() > limits::FIELD_TEXT {
            open = false;
            continue;
        }
        let last = all.last_mut().filter(|last| open && last.page == line.page && line.cells.len() == 1);
        match last.filter(|last| goes_on(&last.text, &text)) {
            Some(last) => {
                let hyphenated = last.text.ends_with('-') && text.starts_with(char::is_lowercase);
                if hyphenated {
                    last.text.pop();
                } else {
                    last.text.push(' ');
                }
                last.starts.push((last.text.len(), number));
                last.text.push_str(&text);
            }
            None => all.push(Paragraph { text, starts: vec![(0, number)], page: line.page }),
        }
        open = line.cells.len() == 1;
    }
    all
}

/// A line runs on where it is long enough to be prose and ends no sentence, and the next is no label.
fn goes_on(text: &str, next: &str) -> bool {
    let ended = text.trim_end().ends_with(['!', '?', ':', ';']) || ends_sentence(text);
    let continued = next.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit() || c == '(');
    let says = text.trim_end().ends_with(',')
        || words(text).last().is_some_and(|word| matches!(word.folded.as_str(), "ka" | "that"));
    !ended && label(next).is_none() && (says || continued || words(text).len() >= 6) && text.len() < limits::FIELD_TEXT
}

fn ends_sentence(text: &str) -> bool {
    let trimmed = text.trim_end();
    let last = words(trimmed).last().map(|word| word.folded.clone()).unwrap_or_default();
    trimmed.ends_with('.')
        && last.chars().count() >= 3
        && !last.contains(|c: char| c.is_ascii_digit())
        && !is_abbreviation(&last)
}

fn is_abbreviation(folded: &str) -> bool {
    matches!(folded, "reg" | "pers" | "dzim" | "nov" | "pag" | "maks" | "max" | "min" | "tel" | "talr" | "proc")
}

/// A full stop ends a sentence after a word and before a capital; never after a number or an abbreviation.
fn sentences(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, sign) in text.match_indices(['.', ';', '!', '?']) {
        let end = at.saturating_add(sign.len());
        let after = text.get(end..).unwrap_or_default();
        let next = after.trim_start();
        let capital = next.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '„' || c == '"');
        let spaced = after.len() != next.len();
        let own = text.get(start..end).unwrap_or_default();
        let percent = text.get(..at).is_some_and(|before| before.trim_end().ends_with('%'))
            && next.starts_with(char::is_uppercase);
        if spaced && (sign != "." || percent || (capital && ends_sentence(own))) {
            found.push((start, own));
            start = end;
        }
    }
    found.push((start, text.get(start..).unwrap_or_default()));
    found
}
