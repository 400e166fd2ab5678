//! Subjects and levels of mastery, in every case they stand in.

use super::labels::{Word, fold, words};
use super::values::{Rank, Value};
use super::vocabulary::SUBJECTS;
use crate::exam::Certainty;
use crate::exam::percent::percents;

/// A known subject inside a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Known {
    /// In the nominative; as it is written where it stands in it.
    pub(super) name: String,
    pub(super) key: String,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// A level of mastery inside a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct LevelFound {
    /// In the nominative; as it is written where it stands in it.
    pub(super) name: String,
    /// Which of the levels.
    pub(super) key: &'static str,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The subject under a label. A known one may be inflected; an unknown one is taken only as it stands beside a strong label.
pub(super) fn subject(text: &str, rank: Rank) -> Option<Value> {
    let text = without_level(text);
    if let Some(known) = only_known(text) {
        return Some(Value { text: known.name, key: known.key, certainty: Certainty::Certain });
    }
    let found = known(text);
    if let [one] = found.as_slice() {
        let around = words(text).len().saturating_sub(words(text.get(one.start..one.end).unwrap_or_default()).len());
        let exam = words(text).iter().any(|word| word.folded.starts_with("eksamen") || word.folded.starts_with("exam"));
        if exam && around <= 4 && percents(text).is_empty() {
            return Some(Value { text: one.name.clone(), key: one.key.clone(), certainty: Certainty::Certain });
        }
    }
    let all = words(text);
    let fits = rank == Rank::Labelled
        && (1..=7).contains(&all.len())
        && !text.contains(|c: char| c.is_ascii_digit() || c == '%' || c == ':');
    let exam = all.iter().any(|word| word.folded.starts_with("eksam") || word.folded.starts_with("kartot"));
    (fits && !exam && levels(text).is_empty()).then(|| Value::certain(text))
}

/// The text before a level that follows in brackets or after a comma or dash.
pub(super) fn without_level(text: &str) -> &str {
    let Some(level) = levels(text).into_iter().next() else { return text };
    let before = text.get(..level.start).unwrap_or_default();
    let kept = before.trim_end().trim_end_matches(['(', ',', '–', '—', '-', ';', '/']).trim_end();
    let cut = before.trim_end().len() != kept.len();
    if cut && !kept.is_empty() { kept } else { text }
}

/// A subject that is the whole text.
pub(super) fn only_known(text: &str) -> Option<Known> {
    let whole = fold(text);
    let numbered = whole
        .split_once(' ')
        .filter(|(number, _)| number.bytes().all(|b| b.is_ascii_digit()))
        .map_or(whole.as_str(), |(_, rest)| rest);
    known(text).into_iter().find(|known| fold(text.get(known.start..known.end).unwrap_or_default()) == numbered)
}

/// Every known subject in a text, the longest first at each place.
pub(super) fn known(text: &str) -> Vec<Known> {
    let all = words(text);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = all.get(at..).filter(|rest| !rest.is_empty()) {
        match starting(text, rest) {
            Some((known, used)) => {
                found.push(known);
                at = at.saturating_add(used);
            }
            None => at = at.saturating_add(1),
        }
    }
    found
}

fn starting(text: &str, rest: &[Word]) -> Option<(Known, usize)> {
    let most = rest.len().min(7);
    (1..=most).rev().find_map(|length| {
        let taken = rest.get(..length)?;
        let folded = taken.iter().map(|word| word.folded.as_str()).collect::<Vec<_>>().join(" ");
        let form = SUBJECTS.get(&folded)?;
        let (start, last) = (taken.first()?.start, taken.last()?.end);
        let bracket = text.get(start..last)?.contains('(') && text.get(last..)?.starts_with(')');
        let end = if bracket { last.saturating_add(1) } else { last };
        let written = text.get(start..end)?;
        let known = Known { name: in_nominative(written, form.nominative), key: form.key.clone(), start, end };
        Some((known, length))
    })
}

/// As written where that is the nominative, or has no diacritics to tell; else the nominative, as a heading has it.
fn in_nominative(written: &str, nominative: &str) -> String {
    let letters = |text: &str| text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    if letters(written) == letters(nominative) || (written.is_ascii() && fold(written) == fold(nominative)) {
        return written.to_owned();
    }
    let mut rest = nominative.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}

/// Levels by the beginning of their name.
const LEVELS: [(&str, &str, &str); 7] = [
    ("visparig", "visparigais", "vispārīgais"),
    ("optimal", "optimalais", "optimālais"),
    ("augstak", "augstakais", "augstākais"),
    ("general", "visparigais", "general"),
    ("optimum", "optimalais", "optimum"),
    ("highest", "augstakais", "highest"),
    ("higher", "augstakais", "higher"),
];

/// Every level of mastery in a text: its name, with the word for level within five words after it.
pub(super) fn levels(text: &str) -> Vec<LevelFound> {
    let all = words(text);
    let mut found = Vec::new();
    for (index, word) in all.iter().enumerate() {
        let Some((_, key, name)) = LEVELS.iter().find(|(start, ..)| word.folded.starts_with(start)) else { continue };
        let after: Vec<_> = all.iter().skip(index.saturating_add(1)).take(5).collect();
        let between = |word: &str| {
            ["macibu", "satura", "apguves", "curriculum", "mastery", "centralizet", "eksamen", "of", "content"]
                .iter()
                .any(|start| word.starts_with(start))
        };
        let Some(distance) = after.iter().position(|word| word.folded.starts_with("limen") || word.folded == "level")
        else {
            continue;
        };
        if !after.iter().take(distance).all(|word| between(&word.folded)) {
            continue;
        }
        let Some(last) = after.get(distance) else { continue };
        let long = after.iter().take(distance).any(|word| word.folded == "apguves");
        let written = text.get(word.start..last.end).unwrap_or_default();
        let nominative = word.folded == *key && last.folded == "limenis" || last.folded == "level";
        let whole = if long { "mācību satura apguves līmenis" } else { "līmenis" };
        let name = if nominative { written.to_owned() } else { format!("{name} {whole}") };
        found.push(LevelFound { name, key, start: word.start, end: last.end });
    }
    found
}

/// Whether a text is the name of a level without the word for it: `optimālais`, `Optimālais (OL)`.
pub(super) fn is_bare_level(text: &str) -> bool {
    let all = words(text);
    let names = all.iter().filter(|word| LEVELS.iter().any(|(start, ..)| word.folded.starts_with(start)));
    let stage = all.iter().any(|word| {
        word.folded.starts_with("second") || word.folded.starts_with("educ") || word.folded.starts_with("izglit")
    });
    names.count() == 1 && all.len() <= 3 && !stage
}

/// What two ways to write a level have in common.
pub(super) fn level_key(text: &str) -> String {
    let all = words(text);
    let known = all.iter().find_map(|word| LEVELS.iter().find(|(start, ..)| word.folded.starts_with(start)));
    known.map_or_else(|| fold(text), |(_, key, _)| (*key).to_owned())
}
