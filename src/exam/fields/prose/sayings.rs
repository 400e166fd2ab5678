//! What sentences and titles say about the document, the person and the exam: each thing by the words that stand before it.

use super::{Said, Sentence};
use crate::exam::fields::dates::{dates, school_years};
use crate::exam::fields::labels::{Field, Word, words};
use crate::exam::fields::names::{codes, is_plain_name};
use crate::exam::fields::subjects;
use crate::exam::fields::values::{Rank, language_level, value};

/// Reads everything but results.
pub(super) fn read(sentence: &Sentence<'_>, said: &mut Said) {
    let all = words(sentence.text);
    number(sentence, &all, said);
    person(sentence, &all, said);
    code(sentence, &all, said);
    subject(sentence, &all, said);
    level(sentence, &all, said);
    year(sentence, &all, said);
    day(sentence, &all, said);
    cefr(sentence, &all, said);
    class(sentence, &all, said);
}

fn is_any(word: &Word, known: &[&str]) -> bool {
    known.contains(&word.folded.as_str())
}

fn starts_any(word: &Word, known: &[&str]) -> bool {
    known.iter().any(|start| word.folded.starts_with(start))
}

/// `Sertifikāts Nr. CE-2025-000123`, `Sērija CE Nr. 000123`. The number of a law or a school has another word before it.
fn number(sentence: &Sentence<'_>, all: &[Word], said: &mut Said) {
    for (index, pair) in all.windows(2).enumerate() {
        let [word, next] = pair else { continue };
        let before = index.checked_sub(1).and_then(|at| all.get(at));
        if is_any(word, &["serija", "series"])
            && !next.folded.starts_with("nr")
            && !is_any(next, &["un", "and", "no", "number", "numurs"])
        {
            let text = sentence.text.get(next.start..next.end).unwrap_or_default();
            if text.chars().all(|c| c.is_uppercase() || c.is_ascii_digit()) {
                said.candidates.push(sentence.candidate(Field::Series, text, Rank::Weak, word.start));
            }
        }
        let of_document = |word: &Word| {
            starts_any(
                word,
                &["sertifikat", "izrakst", "izzin", "aplieciba", "certificate", "extract", "statement", "dokument"],
            ) && !word.folded.ends_with("iem")
        };
        let after_series =
            index.checked_sub(2).and_then(|at| all.get(at)).is_some_and(|word| is_any(word, &["serija", "series"]));
        let own = before.is_some_and(of_document) || after_series;
        if !is_any(word, &["nr", "numurs", "number", "no"]) || !own {
            continue;
        }
        let rest = sentence.text.get(word.end..).unwrap_or_default().trim_start_matches(['.', ':', ' ']);
        let token: Vec<_> = rest.split_whitespace().take(2).collect();
        let text = match token.as_slice() {
            [first, second] if value(Field::Number, first, Rank::Weak).is_none() => format!("{first} {second}"),
            [first, ..] => (*first).to_owned(),
            [] => continue,
        };
        let text = text.trim_end_matches([',', ';', '.', ')']);
        if value(Field::Number, text, Rank::Weak).is_some() {
            said.candidates.push(sentence.candidate(Field::Number, text, Rank::Weak, word.start));
        }
    }
}

/// What a person is called before the name.
const ROLES: [&str; 13] = [
    "skolens",
    "skolniece",
    "skolnieks",
    "izglitojamais",
    "izglitojama",
    "eksaminejamais",
    "eksaminejama",
    "absolvents",
    "absolvente",
    "student",
    "pupil",
    "learner",
    "the",
];
/// The same in the dative.
const RECEIVERS: [&str; 7] =
    ["skolenam", "skolniecei", "izglitojamajam", "izglitojamajai", "absolventam", "absolventei", "to"];

/// `apliecina, ka Anna PARAUGA`: the nominative. `izsniegts Annai Paraugai`: as it is written, and only probable.
fn person(sentence: &Sentence<'_>, all: &[Word], said: &mut Said) {
    for (index, word) in all.iter().enumerate() {
        let says = is_any(word, &["ka", "that"])
            && index > 0
            && all
                .get(..index)
                .is_some_and(|before| before.iter().any(|word| starts_any(word, &["apliecin", "certif", "confirm"])));
        let gives = is_any(word, &["izsniegts", "izsniegta", "izdots", "izdota", "pieskirts", "pieskirta", "issued"]);
        if !says && !gives {
            continue;
        }
        let skip: &[&str] = if says { &ROLES } else { &RECEIVERS };
        let mut at = index.saturating_add(1);
        while all.get(at).is_some_and(|word| is_any(word, skip)) {
            at = at.saturating_add(1);
        }
        // "ka Paraugu vidusskolas 12.a klases skolniece Anna PARAUGA": the role stands right before the name.
        let direct = all.get(at).and_then(|first| name_at(sentence.text, all, at, first)).is_some();
        let role = all.iter().enumerate().skip(at).take(12).find(|(_, word)| is_any(word, skip));
        if let (Some((role, _)), false) = (role, direct) {
            at = role.saturating_add(1);
        }
        let rank = if says { Rank::Prose } else { Rank::Inflected };
        if let Some(name) = all.get(at).and_then(|first| name_at(sentence.text, all, at, first)) {
            said.candidates.push(sentence.candidate(Field::Person, &name, rank, word.start));
        }
    }
}

/// Words with a capital each and one space or hyphen between, up to a bracket, a comma or a word of the sentence.
fn name_at(text: &str, all: &[Word], at: usize, first: &Word) -> Option<String> {
    let mut end = None;
    for (index, word) in all.iter().enumerate().skip(at).take(5) {
        let raw = text.get(word.start..word.end)?;
        let gap = index
            .checked_sub(1)
            .and_then(|before| all.get(before))
            .and_then(|before| text.get(before.end..word.start))
            .unwrap_or_default();
        let joined = index == at || matches!(gap, " " | "-" | "'" | "’");
        if !joined
            || !raw.starts_with(char::is_uppercase)
            || raw.contains(|c: char| c.is_ascii_digit())
            || is_any(word, &["personas", "personal", "ir", "dzim"])
        {
            break;
        }
        end = Some(word.end);
    }
    let name = text.get(first.start..end?)?;
    let following = text.get(end?..)?.trim_start();
    let closed = following.is_empty()
        || following.starts_with(|c: char| !c.is_alphanumeric())
        || following.starts_with(char::is_lowercase)
        || following.to_uppercase().starts_with("PERSONAS");
    (closed && is_plain_name(name) && value(Field::Person, name, Rank::Weak).is_some()).then(|| name.to_owned())
}

/// The words for a personal code, and the code behind them.
fn code(sentence: &Sentence<'_>, all: &[Word], said: &mut Said) {
    for (index, pair) in all.windows(2).enumerate() {
        let [word, next] = pair else { continue };
        let named = (is_any(word, &["personas", "pers"]) && starts_any(next, &["kod"]))
            || (word.folded == "p" && next.folded == "k")
            || (word.folded == "personal" && is_any(next, &["code", "identity", "number", "id"]));
        let end = all.get(index.saturating_add(5)).map_or(sentence.text.len(), |word| word.end);
        let near = sentence.text.get(next.end..end).unwrap_or_default();
        let found = codes(near);
        if let ([one], true) = (found.as_slice(), named) {
            said.candidates.push(sentence.candidate(Field::Identifier, one.reveal(), Rank::Prose, word.start));
        }
    }
}

/// A known subject right behind the word for an exam, in any case: `eksāmenu matemātikā`, `examination in Mathematics`.
fn subject(sentence: &Sentence<'_>, all: &[Word], said: &mut Said) {
    let exam = |word: &Word| starts_any(word, &["eksamen", "exam", "sertifikat", "certificate", "parbaudijum"]);
    let between = [
        "in",
        "the",
        "macibu",
        "prieksmeta",
        "sertifikats",
        "subject",
        "centralised",
        "certificate",
        "of",
        "izraksts",
        "par",
    ];
    if !is_of_this_exam(sentence, all) {
        return;
    }
    let known = subjects::known(sentence.text);
    for one in &known {
        let before: Vec<_> = all.iter().filter(|word| word.end <= one.start).rev().take(4).collect();
        let Some(distance) = before.iter().position(|word| exam(word)) else { continue };
        let near = before.iter().take(distance).all(|word| is_any(word, &between) || exam(word));
        // A comma or full stop between the exam and the subject parts them.
        let gap = before.get(distance).and_then(|word| sentence.text.get(word.end..one.start)).unwrap_or_default();
        let whole = !sentence.text.get(one.end..).unwrap_or_default().starts_with(|c: char| c.is_alphanumeric());
        if near && whole && !gap.contains(['.', ',', ';', '%']) {
            said.candidates.push(sentence.candidate(Field::Subject, &one.name, Rank::Prose, one.start));
        }
    }
}

/// A heading, or a sentence about what somebody did: not one that explains exams.
fn is_of_this_exam(sentence: &Sentence<'_>, all: &[Word]) -> bool {
    let acts = [
        "kartoj", "kartot", "nokart", "iegu", "apliecin", "izsnie", "izdo", "took", "taken", "certif", "pass",
        "achiev", "obtain", "sat",
    ];
    let heading = all.len() <= 12 && !sentence.text.trim_end().ends_with('.');
    heading || all.iter().any(|word| starts_any(word, &acts) || word.folded.starts_with("kopvertej"))
}

/// Every level that a sentence names; a sentence that names several explains them.
fn level(sentence: &Sentence<'_>, all: &[Word], said: &mut Said) {
    let levels = subjects::levels(sentence.text);
    let exam = all.iter().any(|word| starts_any(word, &["eksamen", "exam", "apguves"])) || all.len() <= 6;
    if let ([one], true) = (levels.as_slice(), exam && is_of_this_exam(sentence, all)) {
        said.candidates.push(sentence.candidate(Field::Level, &one.name, Rank::Prose, one.start));
    }
}

fn year(sentence: &Sentence<'_>, all: &[Word], said: &mut Said) {
    let years = school_years(sentence.text);
    let [one] = years.as_slice() else { return };
    let text = sentence.text.get(one.start..one.end).unwrap_or_default();
    let named = all
        .iter()
        .filter(|word| word.start >= one.end)
        .take(2)
        .any(|word| starts_any(word, &["gad", "macibu", "mg", "m", "school", "academic"]))
        || all
            .iter()
            .filter(|word| word.end <= one.start)
            .rev()
            .take(2)
            .any(|word| is_any(word, &["year", "gads", "gada"]));
    let rank = if named { Rank::Prose } else { Rank::Inflected };
    said.candidates.push(sentence.candidate(Field::Year, text, rank, one.start));
}

/// A date near the word that says what happened then; or alone after a place, which is where and when it was issued.
fn day(sentence: &Sentence<'_>, all: &[Word], said: &mut Said) {
    let found = dates(sentence.text);
    let taken = ["kartoj", "norisin", "notik", "kartot", "taken", "took", "held", "sat"];
    let issued = ["izsnie", "izdo", "issued"];
    let ended = ["izsnie", "izdo", "issued", "dzim", "born", "noteikum", "rikojum", "lemum", "speka"];
    for one in &found {
        let text = sentence.text.get(one.start..one.end).unwrap_or_default();
        let before: Vec<_> = all.iter().filter(|word| word.end <= one.start).rev().take(3).collect();
        let after: Vec<_> = all.iter().filter(|word| word.start >= one.end).take(4).collect();
        let exam = all.iter().any(|word| starts_any(word, &["eksamen", "exam", "parbaudijum"]));
        let other = before.iter().chain(&after).any(|word| starts_any(word, &ended));
        if before.iter().any(|word| starts_any(word, &issued)) {
            said.candidates.push(sentence.candidate(Field::IssueDate, text, Rank::Prose, one.start));
        } else if exam && !other && found.len() == 1 && before.iter().chain(&after).any(|word| starts_any(word, &taken))
        {
            said.candidates.push(sentence.candidate(Field::ExamDate, text, Rank::Prose, one.start));
        } else if is_place(sentence.text, one.start, one.end) {
            said.candidates.push(sentence.candidate(Field::IssueDate, text, Rank::Inflected, one.start));
        }
    }
}

/// `Rīgā, 2025. gada 3. jūlijā` and nothing else.
fn is_place(text: &str, start: usize, end: usize) -> bool {
    let before = text.get(..start).unwrap_or_default().trim();
    let after = text.get(end..).unwrap_or_default().trim_matches(['.', ' ']);
    let place =
        before.strip_suffix(',').is_some_and(|place| words(place).len() == 1 && place.starts_with(char::is_uppercase));
    place && after.is_empty()
}

/// A level of language in a sentence about language.
fn cefr(sentence: &Sentence<'_>, all: &[Word], said: &mut Said) {
    let about = all.iter().any(|word| is_any(word, &["cefr", "ekp"]))
        || all.iter().any(|word| starts_any(word, &["prasm", "proficien"]))
        || (all.iter().any(|word| starts_any(word, &["atbilst", "correspond"]))
            && all.iter().any(|word| starts_any(word, &["limen", "level", "valod", "language"])));
    let level = |pair: &[Word]| matches!(pair, [level, word] if is_any(level, &["a1", "a2", "b1", "b2", "c1", "c2"]) && starts_any(word, &["limen", "level"]));
    let about = about || all.windows(2).any(level);
    let alone = all.len() == 2 && all.iter().any(|word| starts_any(word, &["limen", "level"]));
    // "Optimālā līmeņa eksāmens atbilst B2" explains the scale and says nothing of this exam.
    let explains = all.iter().any(|word| starts_any(word, &["optimal", "visparig", "augstak"]));
    if let Some(level) = Some(sentence.text).filter(|_| (about || alone) && !explains).and_then(language_level_of) {
        said.candidates.push(sentence.candidate(Field::LanguageLevel, &level, Rank::Prose, 0));
    }
}

/// Long sentences name a level too: the only one in them.
fn language_level_of(text: &str) -> Option<String> {
    language_level(text).or_else(|| {
        let known = |word: &Word| matches!(word.folded.as_str(), "a1" | "a2" | "b1" | "b2" | "c1" | "c2");
        let all: Vec<_> = words(text).into_iter().filter(known).collect();
        let first = all.first()?;
        all.iter().all(|word| word.folded == first.folded).then(|| first.folded.to_uppercase())
    })
}

/// `9. klases centralizētais eksāmens`, `12.a klases skolniece`.
fn class(sentence: &Sentence<'_>, all: &[Word], said: &mut Said) {
    for (index, pair) in all.windows(2).enumerate() {
        let [last, word] = pair else { continue };
        let letter = last.folded.chars().count() == 1 && last.folded.chars().all(char::is_alphabetic);
        let first = if letter { index.checked_sub(1).and_then(|at| all.get(at)) } else { Some(last) };
        let Some(number) = first.filter(|_| is_any(word, &["klase", "klases"])) else { continue };
        let range = sentence.text.get(..number.start).is_some_and(|before| before.trim_end().ends_with(['–', '-']));
        if value(Field::Class, &number.folded, Rank::Prose).is_some() && !range && all.len() <= 40 {
            let written = sentence.text.get(number.start..last.end).unwrap_or_default();
            let text = format!("{written}{} klase", if letter { "" } else { "." });
            said.candidates.push(sentence.candidate(Field::Class, &text, Rank::Inflected, number.start));
        }
    }
}
