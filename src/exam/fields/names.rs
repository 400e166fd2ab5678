//! Names of persons and their identifiers: what may be one, and whether two are the same.

use super::labels::{Field, fold, label, words};
use super::values::{Rank, Value, is_institution};
use super::vocabulary::NO_NAMES;
use crate::exam::{Certainty, Checksum, Identifier, PersonalCode};

/// Given names and surname, as written. Away from its label a name must also look like one.
pub(super) fn person(text: &str, rank: Rank) -> Option<Value> {
    let name = without_code(text);
    let all: Vec<_> = name.split_whitespace().collect();
    let shaped = (2..=6).contains(&all.len()) && all.iter().all(|word| is_name_word(word)) && label(name).is_none();
    let looks = rank == Rank::Labelled || is_plain_name(name);
    (shaped && looks).then(|| Value::certain(name))
}

pub(super) fn given_name(text: &str) -> Option<Value> {
    single(text, 5)
}

pub(super) fn surname(text: &str) -> Option<Value> {
    single(text, 4)
}

fn single(text: &str, most: usize) -> Option<Value> {
    let all: Vec<_> = text.split_whitespace().collect();
    let shaped = (1..=most).contains(&all.len()) && all.iter().all(|word| is_name_word(word)) && label(text).is_none();
    (shaped && !text.contains(',') && !is_institution(text)).then(|| Value::certain(text))
}

/// The name before a bracket, or before the personal code that stands after it.
fn without_code(text: &str) -> &str {
    let digit = text.find(|c: char| c.is_ascii_digit() || c == '(');
    let name = digit.and_then(|at| text.get(..at)).unwrap_or(text);
    let all = words(name);
    let code = all.iter().find(|word| {
        matches!(word.folded.as_str(), "personas" | "pers" | "p" | "dzim" | "dzimis" | "dzimusi" | "personal" | "born")
    });
    let name = code.and_then(|word| name.get(..word.start)).unwrap_or(name);
    name.trim().trim_end_matches([',', ';', '–', '-']).trim()
}

fn is_name_word(word: &str) -> bool {
    let bare = word.trim_end_matches(',');
    bare.contains(|c: char| c.is_alphabetic())
        && bare.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '‐' | '‑' | '\u{300}'..='\u{36f}'))
}

/// Words with a capital each, none of which is a word of certificates or institutions.
pub(super) fn is_plain_name(text: &str) -> bool {
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let other = |folded: &str| NO_NAMES.iter().any(|start| folded.starts_with(start));
    text.split_whitespace().all(capital) && !is_institution(text) && !words(text).iter().any(|word| other(&word.folded))
}

/// `Anna PARAUGA`: the surname alone in capitals, so that no other line of a heading looks the same.
pub(super) fn has_name_shape(text: &str) -> bool {
    let all: Vec<_> = text.split_whitespace().collect();
    let Some((last, first)) = all.split_last() else { return false };
    let upper =
        |word: &str| word.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase) && word.chars().count() > 2;
    let mixed = |word: &&str| word.starts_with(char::is_uppercase) && !upper(word);
    (1..=3).contains(&first.len())
        && upper(last)
        && first.iter().all(mixed)
        && all.iter().all(|word| is_name_word(word))
        && is_plain_name(text)
}

/// Whether two names may be one name in two cases, or in another order: every word has a counterpart with the same stem.
pub(super) fn same_person(one: &str, other: &str) -> bool {
    let (one, other) = (fold(one), fold(other));
    let (mut left, mut right): (Vec<_>, Vec<_>) = (one.split(' ').collect(), other.split(' ').collect());
    left.sort_unstable();
    right.sort_unstable();
    left.len() == right.len() && left.iter().zip(&right).all(|(a, b)| same_stem(a, b))
}

/// Latvian endings are at most three letters long.
fn same_stem(one: &str, other: &str) -> bool {
    let common = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let ending = |word: &str| word.chars().count().saturating_sub(common);
    common >= 2 && ending(one) <= 3 && ending(other) <= 3 && (ending(one) <= 1 || ending(other) <= 1 || common >= 4)
}

/// The identifier under a label, and how sure it is: a personal code by its form, date and checksum, else what stands there.
pub(super) fn identifier(field: Field, text: &str) -> Option<(Identifier, Certainty)> {
    let text = text.trim();
    let codes = codes(text);
    if let [code] = codes.as_slice() {
        let certainty = if code.checksum() == Checksum::Wrong { Certainty::Probable } else { Certainty::Certain };
        return Some((Identifier::PersonalCode(code.clone()), certainty));
    }
    let sign = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '/' | '.' | '_');
    let fits = codes.is_empty()
        && (3..=24).contains(&text.len())
        && text.chars().all(sign)
        && text.contains(|c: char| c.is_ascii_digit());
    let dated = !super::dates::dates(text).is_empty();
    let certainty = if field == Field::PersonalCode { Certainty::Probable } else { Certainty::Certain };
    (fits && !dated).then(|| (Identifier::Other(text.to_owned()), certainty))
}

/// Every different personal code in a text.
pub(super) fn codes(text: &str) -> Vec<PersonalCode> {
    let sign = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '–' | '‐' | '‑' | '−' | '/' | '.' | '_');
    let joined = ["-", "–", "‑"].iter().fold(text.to_owned(), |text, dash| text.replace(&format!(" {dash} "), dash));
    let mut found: Vec<PersonalCode> = Vec::new();
    for token in joined.split(|c: char| !sign(c)) {
        if let Some(code) =
            PersonalCode::parse(token.trim_end_matches(['.', '-', '/'])).filter(|code| !found.contains(code))
        {
            found.push(code);
        }
    }
    found
}
