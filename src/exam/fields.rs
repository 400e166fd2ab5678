//! Lines to fields: a value counts only under its own label, once, without contradiction. Never a guess.

mod collect;
mod labels;
mod parts;

use collect::{Candidate, collect};
use labels::{Field, fold};

use super::percent::percents;
use super::text::Line;
use super::{Certainty, DocumentKind, ExamCertificate, ExamFinding, Found, Identifier, Percent, PersonalCode, Place};

/// What a document says.
pub(super) struct Read {
    pub(super) certificates: Vec<ExamCertificate>,
    pub(super) findings: Vec<ExamFinding>,
}

/// Whether the text is of an exam certificate at all.
pub(super) fn is_exam_certificate(lines: &[Line]) -> bool {
    let text = fold(&lines.iter().map(Line::text).collect::<Vec<_>>().join(" "));
    let exam = ["eksamen", "examin", "exam "].iter().any(|word| text.contains(word));
    exam || text.contains("valsts valodas prasm")
}

/// Reads every exam a document holds. What stands before the first subject belongs to all of them.
pub(super) fn read(lines: &[Line]) -> Read {
    let kind = kind(lines);
    let blocks = blocks(lines);
    let mut findings = Vec::new();
    let certificates = blocks.into_iter().map(|block| certificate(&block, kind.clone(), &mut findings)).collect();
    Read { certificates, findings }
}

/// Several subjects are several exams: each block is the common head and the lines from one subject to the next.
fn blocks(lines: &[Line]) -> Vec<Vec<Line>> {
    let subjects: Vec<usize> = collect(lines)
        .into_iter()
        .filter(|candidate| candidate.field == Field::Subject)
        .map(|candidate| candidate.line)
        .collect();
    let distinct: Vec<usize> =
        subjects.windows(2).fold(subjects.first().copied().into_iter().collect(), |mut kept, pair| {
            if let &[before, after] = pair
                && lines.get(before).map(Line::text) != lines.get(after).map(Line::text)
            {
                kept.push(after);
            }
            kept
        });
    let head = lines.get(..distinct.first().copied().unwrap_or(0)).unwrap_or_default();
    if distinct.len() < 2 {
        return vec![lines.to_vec()];
    }
    let ends = distinct.iter().skip(1).copied().chain([lines.len()]);
    let block = |(from, to): (usize, usize)| {
        let own = lines.get(from..to).unwrap_or_default();
        head.iter().chain(own).cloned().collect()
    };
    distinct.iter().copied().zip(ends).map(block).collect()
}

fn certificate(lines: &[Line], kind: Option<Found<DocumentKind>>, findings: &mut Vec<ExamFinding>) -> ExamCertificate {
    let candidates = collect(lines);
    let text = |field| one(&candidates, field, |text| Some(text.to_owned()));
    let (overall, parts) = parts::results(lines, &candidates, findings);
    let person = person(&candidates, findings);
    if overall.is_none() && kind.as_ref().is_none_or(|kind| kind.value != DocumentKind::Statement) {
        findings.push(ExamFinding::OverallNotCertain);
    }
    ExamCertificate {
        kind,
        number: text(Field::Number),
        person,
        identifier: one(&candidates, Field::Identifier, |text| Some(identifier(text))),
        school: text(Field::School),
        subject: text(Field::Subject),
        level: text(Field::Level),
        year: text(Field::Year),
        exam_date: text(Field::ExamDate),
        overall,
        parts,
        language_level: one(&candidates, Field::LanguageLevel, language_level),
        issuer: text(Field::Issuer),
        issue_date: text(Field::IssueDate),
    }
}

/// The value of a field: certain where all that was found says the same, the first one otherwise, as probable.
fn one<T: PartialEq>(candidates: &[Candidate], field: Field, read: impl Fn(&str) -> Option<T>) -> Option<Found<T>> {
    let of_field = candidates.iter().filter(|candidate| candidate.field == field);
    let values: Vec<_> = of_field.filter_map(|candidate| Some((read(&candidate.value)?, candidate))).collect();
    let certain = values.windows(2).all(|pair| matches!(pair, [a, b] if a.0 == b.0));
    let (value, candidate) = values.into_iter().next()?;
    let certainty = if certain && candidate.direct { Certainty::Certain } else { Certainty::Probable };
    Some(Found { value, certainty, place: candidate.place.clone() })
}

/// One name under one label, or given names and surname under two.
fn person(candidates: &[Candidate], findings: &mut Vec<ExamFinding>) -> Option<Found<String>> {
    let mut names: Vec<String> = Vec::new();
    for candidate in candidates.iter().filter(|candidate| candidate.field == Field::Person) {
        if !names.iter().any(|name| fold(name) == fold(&candidate.value)) {
            names.push(candidate.value.clone());
        }
    }
    if names.len() > 1 {
        findings.push(ExamFinding::TwoNames { names });
    }
    let text = |field| one(candidates, field, |text| Some(text.to_owned()));
    text(Field::Person).or_else(|| {
        let (given, surname) = text(Field::GivenNames).zip(text(Field::Surname))?;
        let value = format!("{} {}", given.value, surname.value);
        Some(Found { value, certainty: given.certainty.min(surname.certainty), place: given.place })
    })
}

fn identifier(text: &str) -> Identifier {
    PersonalCode::parse(text).map_or_else(|| Identifier::Other(text.to_owned()), Identifier::PersonalCode)
}

fn language_level(text: &str) -> Option<String> {
    let level = text.trim();
    let known = ["A1", "A2", "B1", "B2", "C1", "C2"];
    known.contains(&level.to_uppercase().as_str()).then(|| level.to_uppercase())
}

/// The kind of document, by the word in its heading.
fn kind(lines: &[Line]) -> Option<Found<DocumentKind>> {
    let kinds = [
        ("valsts valodas prasmes aplieciba", DocumentKind::LanguageProficiency),
        ("izraksts", DocumentKind::Extract),
        ("izzina", DocumentKind::Statement),
        ("sertifikats", DocumentKind::Certificate),
        ("certificate", DocumentKind::Certificate),
    ];
    for line in lines.iter().take(12) {
        let folded = fold(&line.text());
        let labelled = labels::labelled(&line.text()).is_some();
        if let Some((_, kind)) =
            kinds.iter().find(|(word, _)| !labelled && folded.split(' ').count() < 9 && folded.contains(word))
        {
            let place =
                Place { page: line.page, area: line.cells.first().and_then(|cell| cell.area), source: line.text() };
            return Some(Found { value: *kind, certainty: Certainty::Certain, place });
        }
    }
    None
}

/// A percentage that fills its text: `87,50 %` and nothing else.
fn whole_percent(text: &str) -> Option<(Option<Percent>, String)> {
    let found = percents(text);
    let [one] = found.as_slice() else { return None };
    let bare = text.trim().trim_matches(['(', ')', '.', '-', '−', '–']);
    (bare.trim() == one.source).then(|| (one.value, one.source.clone()))
}

#[cfg(test)]
mod tests;
