//! Candidates weighed: the best announced win, and only where all of them say the same.

use super::collect::Candidate;
use super::labels::{Field, fold, words};
use super::names::{identifier as read_identifier, same_person};
use super::parts::results_in;
use super::subjects::level_key;
use super::values::{Rank, Value, value};
use crate::exam::{Certainty, ExamFinding, Found, Identifier};
use crate::limits;

/// What the document says of the person.
#[derive(Debug, Default)]
pub(super) struct Names {
    pub(super) whole: Option<Found<String>>,
    pub(super) given: Option<Found<String>>,
    pub(super) surname: Option<Found<String>>,
}

/// Whether a candidate can be a value of its field at all.
pub(super) fn is_valid(candidate: &Candidate) -> bool {
    match candidate.field {
        Field::Overall | Field::Result => !results_in(&candidate.text, &candidate.announced).is_empty(),
        Field::PersonalCode | Field::Identifier => read_identifier(candidate.field, &candidate.text).is_some(),
        field => value(field, &candidate.text, candidate.rank).is_some(),
    }
}

/// Whether a candidate is one for the result.
pub(super) fn is_result(candidate: &Candidate) -> bool {
    matches!(candidate.field, Field::Overall | Field::Result)
}

/// The value of a field of text; none where two of the best announced differ.
pub(super) fn text(candidates: &[Candidate], field: Field) -> Option<Found<String>> {
    let mut best = best(candidates, field);
    if !agree(&best) {
        best.retain(|(_, candidate)| !is_english(&candidate.announced));
    }
    let (value, candidate) = best.first().filter(|_| agree(&best))?;
    Some(found(value, candidate))
}

fn found(value: &Value, candidate: &Candidate) -> Found<String> {
    let certainty = value.certainty.min(candidate.rank.certainty());
    Found { value: value.text.clone(), certainty, place: candidate.place.clone() }
}

/// Valid values of the highest rank there is.
fn best(candidates: &[Candidate], field: Field) -> Vec<(Value, &Candidate)> {
    let of_field = candidates.iter().filter(|candidate| candidate.field == field);
    let mut valid: Vec<_> = of_field
        .filter_map(|candidate| Some((keyed(field, value(field, &candidate.text, candidate.rank)?), candidate)))
        .collect();
    let top = valid.iter().map(|(_, candidate)| candidate.rank).max();
    valid.retain(|(_, candidate)| Some(candidate.rank) == top);
    valid
}

fn keyed(field: Field, value: Value) -> Value {
    let key = match field {
        Field::Level => level_key(&value.text),
        Field::Class => {
            let kept = words(&value.text)
                .into_iter()
                .filter(|word| !matches!(word.folded.as_str(), "klase" | "klases" | "grade" | "class"));
            kept.map(|word| word.folded).collect()
        }
        _ => value.key,
    };
    Value { key, ..value }
}

fn agree(values: &[(Value, &Candidate)]) -> bool {
    values.windows(2).all(|pair| matches!(pair, [a, b] if a.0.key == b.0.key))
}

/// A document in two languages says a school and a level twice; the Latvian text is the original.
fn is_english(announced: &str) -> bool {
    let known = [
        "school",
        "institution",
        "subject",
        "level",
        "class",
        "grade",
        "stage",
        "issuer",
        "issued",
        "issuing",
        "year",
        "exam",
        "examination",
        "form",
    ];
    words(announced).iter().any(|word| known.contains(&word.folded.as_str()))
}

/// The personal code or other identifier; two different ones are none.
pub(super) fn identifier(candidates: &[Candidate]) -> Option<Found<Identifier>> {
    let mut valid: Vec<(Identifier, Certainty, &Candidate)> = Vec::new();
    for candidate in
        candidates.iter().filter(|candidate| matches!(candidate.field, Field::PersonalCode | Field::Identifier))
    {
        if let Some((identifier, certainty)) = read_identifier(candidate.field, &candidate.text) {
            valid.push((identifier, certainty.min(candidate.rank.certainty()), candidate));
        }
    }
    let (first, certainty, candidate) =
        valid.iter().max_by(|a, b| a.1.cmp(&b.1).then(a.2.rank.cmp(&b.2.rank)).then(b.2.line.cmp(&a.2.line)))?;
    let same_kind = valid.iter().filter(|(other, ..)| {
        matches!(
            (other, first),
            (Identifier::PersonalCode(_), Identifier::PersonalCode(_)) | (Identifier::Other(_), Identifier::Other(_))
        )
    });
    let agreed = same_kind.into_iter().all(|(other, ..)| other == first);
    agreed.then(|| Found { value: first.clone(), certainty: *certainty, place: candidate.place.clone() })
}

/// One name under one label, or given names and surname under two. Different names are a finding, and none of them certain.
pub(super) fn names(candidates: &[Candidate], findings: &mut Vec<ExamFinding>) -> Names {
    let given = text(candidates, Field::GivenNames);
    let surname = text(candidates, Field::Surname);
    let mut all: Vec<Found<String>> = whole_names(candidates);
    if let Some((given, surname)) = given.as_ref().zip(surname.as_ref()) {
        let value = format!("{} {}", given.value, surname.value);
        let joined = Found { value, certainty: given.certainty.min(surname.certainty), place: given.place.clone() };
        let at = if all.first().is_some_and(|first| first.certainty == Certainty::Certain) { all.len() } else { 0 };
        all.insert(at, joined);
    }
    let mut different: Vec<&Found<String>> = Vec::new();
    for name in &all {
        if !different.iter().any(|other| same_name(other, name)) {
            different.push(name);
        }
    }
    let different: Vec<String> = different.into_iter().map(|name| name.value.clone()).collect();
    let Some(mut first) = all.into_iter().next() else { return Names { whole: None, given, surname } };
    if different.len() > 1 {
        first.certainty = Certainty::Probable;
        findings.push(ExamFinding::TwoNames { names: different });
        return Names { whole: Some(first), given: None, surname: None };
    }
    let (split_given, split_surname) = split(candidates, &first);
    Names { whole: Some(first), given: given.or(split_given), surname: surname.or(split_surname) }
}

/// One name in two cases, where one of the two may be in another case; two that are sure are the same only word for word.
fn same_name(one: &Found<String>, other: &Found<String>) -> bool {
    let sorted = |name: &str| {
        let folded = fold(name);
        let mut all: Vec<_> = folded.split(' ').map(str::to_owned).collect();
        all.sort_unstable();
        all
    };
    match (one.certainty, other.certainty) {
        (Certainty::Certain, Certainty::Certain) => sorted(&one.value) == sorted(&other.value),
        _ => same_person(&one.value, &other.value),
    }
}

/// Every whole name, the best announced first.
fn whole_names(candidates: &[Candidate]) -> Vec<Found<String>> {
    let is_name = |candidate: &&Candidate| matches!(candidate.field, Field::Person | Field::PersonSurnameFirst);
    let mut names: Vec<_> = candidates
        .iter()
        .filter(is_name)
        .filter_map(|candidate| {
            Some((candidate.rank, found(&value(Field::Person, &candidate.text, candidate.rank)?, candidate)))
        })
        .collect();
    names.sort_by_key(|(rank, _)| std::cmp::Reverse(*rank));
    names.into_iter().map(|(_, name)| name).take(limits::EXAM_PARTS).collect()
}

/// A label "given name, surname" over two words tells which is which; over more it does not.
fn split(candidates: &[Candidate], name: &Found<String>) -> (Option<Found<String>>, Option<Found<String>>) {
    let part = |text: &str| {
        Some(Found {
            value: text.trim_end_matches(',').to_owned(),
            certainty: name.certainty,
            place: name.place.clone(),
        })
    };
    let labels = candidates.iter().filter(|candidate| candidate.rank == Rank::Labelled || candidate.rank == Rank::Weak);
    let label = labels.into_iter().find(|candidate| {
        matches!(candidate.field, Field::Person | Field::PersonSurnameFirst)
            && value(Field::Person, &candidate.text, candidate.rank).is_some_and(|value| value.text == name.value)
    });
    let all: Vec<_> = name.value.split(' ').collect();
    let (Some(label), [first, second]) = (label, all.as_slice()) else { return (None, None) };
    let announced = fold(&label.announced);
    if label.field == Field::PersonSurnameFirst {
        (part(second), part(first))
    } else if announced.contains("uzvards") || announced.contains("surname") || announced.contains("last name") {
        (part(first), part(second))
    } else {
        (None, None)
    }
}
