//! What may be the value of a field. Anything else under its label is none: an empty place is better than a wrong word.

use super::dates::{dates, school_years, single_year};
use super::labels::{Field, fold, label, words};
use super::names::{given_name, person, surname};
use super::subjects;
use super::vocabulary::{INSTITUTIONS, LANGUAGE_LEVELS};
use crate::exam::Certainty;
use crate::exam::percent::percents;

/// How a value stands to what announces it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// Near the top of the document, announced by nothing.
    Loose,
    /// In a sentence, in a form that is not the one it is read in.
    Inflected,
    /// In a sentence that says what it is.
    Prose,
    /// Under a weak label, or one that stands above it.
    Weak,
    /// Beside its own label, or in its column.
    Labelled,
}

impl Rank {
    pub(super) fn certainty(self) -> Certainty {
        if self <= Self::Inflected { Certainty::Probable } else { Certainty::Certain }
    }
}

/// A value, and what it means whichever way it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Value {
    pub(super) text: String,
    pub(super) key: String,
    pub(super) certainty: Certainty,
}

impl Value {
    pub(super) fn certain(text: &str) -> Self {
        Self { text: text.to_owned(), key: fold(text), certainty: Certainty::Certain }
    }

    fn keyed(text: &str, key: &str) -> Self {
        Self { text: text.to_owned(), key: key.to_owned(), certainty: Certainty::Certain }
    }
}

/// The value of a field of text, as it is written; `None` where the text cannot be one.
pub(super) fn value(field: Field, text: &str, rank: Rank) -> Option<Value> {
    let text = text.trim();
    let dotted = matches!(field, Field::Number | Field::Year | Field::ExamDate | Field::IssueDate | Field::Class);
    let text = if dotted { text } else { text.trim_end_matches(['.', ';', ',']).trim_end() };
    if is_nothing(text) || text.chars().count() > 200 {
        return None;
    }
    if let Some(one) = in_two_languages(field, text, rank) {
        return Some(one);
    }
    match field {
        Field::Number => number(text),
        Field::Series => series(text),
        Field::Person | Field::PersonSurnameFirst => person(text, rank),
        Field::GivenNames => given_name(text),
        Field::Surname => surname(text),
        Field::School | Field::Issuer => institution(text, rank),
        Field::Class => class(text),
        Field::Stage => stage(text),
        Field::Subject => subjects::subject(text, rank),
        Field::Level => level(text),
        Field::Year => year(text),
        Field::ExamDate | Field::IssueDate => date(text),
        Field::LanguageLevel => language_level(text).map(|level| Value::certain(&level)),
        Field::PersonalCode | Field::Identifier | Field::Overall | Field::Result | Field::PartHead | Field::Other => {
            None
        }
    }
}

/// `Matemātika / Mathematics`, `optimālais/optimum`: the same value in both languages is the Latvian one.
fn in_two_languages(field: Field, text: &str, rank: Rank) -> Option<Value> {
    let (first, second) = text.split_once('/').filter(|_| matches!(field, Field::Subject | Field::Level))?;
    let (first, second) = (value(field, first, rank)?, value(field, second, rank)?);
    let same = first.key == second.key
        || (field == Field::Level && subjects::level_key(&first.text) == subjects::level_key(&second.text));
    same.then_some(first)
}

/// Words and signs for "there is none".
fn is_nothing(text: &str) -> bool {
    matches!(
        fold(text).as_str(),
        "" | "nav"
            | "nav noradits"
            | "nav zinams"
            | "n a"
            | "none"
            | "not specified"
            | "nav attiecinams"
            | "not applicable"
    )
}

/// Letters, digits and the signs that join them; at most one space, after the letters of a series.
fn number(text: &str) -> Option<Value> {
    let text = ["Nr.", "NR.", "nr.", "Nr", "No.", "№", "#"]
        .iter()
        .find_map(|start| text.strip_prefix(start))
        .unwrap_or(text)
        .trim();
    let sign = |c: char| c.is_alphanumeric() || matches!(c, '-' | '/' | '.' | '–' | '_');
    let mut tokens = text.split_whitespace();
    let first = tokens.next()?.trim_end_matches([',', '.', ';']);
    let second = tokens.next().map(|token| token.trim_end_matches([',', '.', ';']));
    let letters = !first.is_empty() && first.len() <= 8 && first.chars().all(|c| c.is_alphabetic() && c.is_uppercase());
    let taken = match second {
        Some(second) if letters && holds_digit(second) && second.chars().all(sign) => format!("{first} {second}"),
        None if holds_digit(first) && first.chars().all(sign) => first.to_owned(),
        _ => return None,
    };
    let dated = dates(&taken).len() == 1 && taken.chars().filter(char::is_ascii_digit).count() == 8;
    (tokens.next().is_none() && taken.len() <= 40 && !dated).then(|| Value::certain(&taken))
}

fn series(text: &str) -> Option<Value> {
    let fits =
        text.chars().count() <= 8 && text.chars().all(|c| c.is_alphanumeric() || c == '-') && !holds_digit_only(text);
    (fits && label(text).is_none()).then(|| Value::certain(text))
}

fn holds_digit(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit())
}

fn holds_digit_only(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_digit())
}

/// A school or an issuer. Where its label stands beside it, any name will do; elsewhere it must be one of an institution.
fn institution(text: &str, rank: Rank) -> Option<Value> {
    let name = without_registration(text);
    let all = words(name);
    let sentence = name.contains(". ") && say_something(name);
    let letters = name.chars().filter(|c| c.is_alphabetic()).count() >= 2;
    if !letters
        || sentence
        || all.len() > 16
        || !percents(name).is_empty()
        || !dates(name).is_empty()
        || label(name).is_some()
    {
        return None;
    }
    (rank == Rank::Labelled || is_institution(name)).then(|| Value::certain(name))
}

/// The words of prose that no name of an institution has.
fn say_something(text: &str) -> bool {
    let verbs =
        ["ir", "nav", "tiek", "izsniedz", "izdots", "izsniegts", "apliecina", "saskana", "is", "was", "are", "has"];
    words(text).iter().any(|word| verbs.contains(&word.folded.as_str()))
}

/// Whether a word of the text is one for an institution.
pub(super) fn is_institution(text: &str) -> bool {
    words(text).iter().any(|word| {
        matches!(word.folded.as_str(), "visc" | "viaa")
            || INSTITUTIONS.iter().any(|start| word.folded.starts_with(start))
    })
}

/// `Rīgas 64. vidusskola, reģ. Nr. 123`: the number of the school belongs to no certificate; a date after a comma to no name.
fn without_registration(text: &str) -> &str {
    let all = words(text);
    let cut = all.windows(2).find_map(|pair| {
        let [first, second] = pair else { return None };
        let registration =
            first.folded.starts_with("registracij") || first.folded == "reg" || first.folded == "registration";
        let numbered = second.folded.starts_with("nr")
            || second.folded.starts_with("num")
            || second.folded.starts_with("no")
            || second.folded.starts_with("kod");
        (registration && numbered).then_some(first.start)
    });
    let dated = dates(text)
        .first()
        .map(|date| date.start)
        .filter(|at| text.get(..*at).is_some_and(|before| before.trim_end().ends_with(',')));
    let end = [cut, dated].into_iter().flatten().min().unwrap_or(text.len());
    let kept = text.get(..end).unwrap_or(text).trim_end();
    if end == text.len() { kept } else { kept.trim_end_matches([',', ';', '(', '–', '-', ' ']) }
}

/// `12.a`, `12.a klase`, `9. klase`, `Grade 9`: one number from 1 to 12 and little else.
pub(super) fn class(text: &str) -> Option<Value> {
    let all = words(text);
    let known = |word: &str| matches!(word, "klase" | "klases" | "grade" | "class" | "form" | "kurss");
    let number = |word: &str| {
        let digits = word.trim_end_matches(|c: char| c.is_alphabetic());
        let rest = word.get(digits.len()..).unwrap_or_default();
        digits.len() <= 2
            && (rest.len() <= 1 || matches!(rest, "th" | "st" | "nd" | "rd"))
            && digits.parse::<u8>().is_ok_and(|n| (1..=12).contains(&n))
    };
    let numbers = all.iter().filter(|word| number(&word.folded)).count();
    let others = all.iter().filter(|word| !number(&word.folded) && !known(&word.folded)).collect::<Vec<_>>();
    let letter = matches!(others.as_slice(), [])
        || matches!(others.as_slice(), [one] if one.folded.chars().count() <= 2 && !holds_digit(&one.folded));
    (numbers == 1 && letter && all.len() <= 4 && !text.contains('%'))
        .then(|| Value::certain(text.trim_end_matches([',', ';']).trim()))
}

fn stage(text: &str) -> Option<Value> {
    let folded = fold(text);
    let known = [
        "pamatizglit",
        "videja izglit",
        "videjas izglit",
        "vidusskol",
        "basic education",
        "secondary",
        "profesional",
        "pamatskol",
        "visparej",
    ];
    let fits = words(text).len() <= 8 && known.iter().any(|word| folded.contains(word));
    fits.then(|| Value::certain(text))
}

/// A level of mastery as it is written, or the class or stage that stands in its place.
fn level(text: &str) -> Option<Value> {
    if words(text).len() <= 9 && percents(text).is_empty() {
        if subjects::levels(text).len() == 1 || subjects::is_bare_level(text) {
            return Some(Value::certain(text));
        }
        return class(text).filter(|_| text.to_lowercase().contains("klas")).or_else(|| stage(text));
    }
    None
}

fn year(text: &str) -> Option<Value> {
    let years = school_years(text);
    let cut = |from: usize, until: usize| text.get(from..until).unwrap_or_default();
    match years.as_slice() {
        [one] => Some(Value::keyed(cut(one.start, one.end), &one.key)),
        [] => single_year(text).map(|one| Value::keyed(cut(one.start, one.end), &one.key)),
        _ => None,
    }
}

/// One date as it is written; several are only probable, as a whole.
fn date(text: &str) -> Option<Value> {
    let found = dates(text);
    match found.as_slice() {
        [one] => Some(Value::keyed(text.get(one.start..one.end)?, &one.key)),
        [_, _] if words(text).len() <= 12 => Some(Value { certainty: Certainty::Probable, ..Value::certain(text) }),
        _ => None,
    }
}

/// `B2`, `B2 līmenis`, `atbilst B2`, `B līmeņa 2. pakāpe`: exactly one.
pub(super) fn language_level(text: &str) -> Option<String> {
    let all = words(text);
    let mut found: Vec<String> = Vec::new();
    for (index, word) in all.iter().enumerate() {
        let upper = word.folded.to_uppercase();
        let next = |ahead: usize| {
            index.checked_add(ahead).and_then(|at| all.get(at)).map(|word| word.folded.as_str()).unwrap_or_default()
        };
        let spoken = matches!(upper.as_str(), "A" | "B" | "C")
            && next(1).starts_with("limen")
            && matches!(next(2), "1" | "2")
            && next(3).starts_with("pakap");
        let level = if spoken { format!("{upper}{}", next(2)) } else { upper };
        if LANGUAGE_LEVELS.contains(&level.as_str()) && !found.contains(&level) {
            found.push(level);
        }
    }
    match found.as_slice() {
        [one] if all.len() <= 14 => Some(one.clone()),
        _ => None,
    }
}
