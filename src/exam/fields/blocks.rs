//! Several exams in one document: what belongs to which. What stands before the first belongs to all; what the document says once
//! about the person or the issuer does too, wherever it stands; a result never does.

use super::collect::Candidate;
use super::labels::Field;
use super::parts::PartFound;
use super::subjects::level_key;
use super::table::Tables;
use super::values::{Rank, value};
use crate::limits;

/// What is known of one exam before it is weighed.
#[derive(Clone, Debug, Default)]
pub(super) struct Material {
    pub(super) candidates: Vec<Candidate>,
    pub(super) parts: Vec<PartFound>,
}

/// One material for each exam.
pub(super) fn split(all: Material, tables: Tables) -> Vec<Material> {
    if tables.exams.is_empty() {
        return by_subjects(all);
    }
    let single = tables.exams.len() == 1;
    let material = |row: super::table::Row| {
        let mut material = Material { candidates: row.candidates, parts: row.parts };
        if single {
            // A subject elsewhere may contradict the table; a result elsewhere as well.
            material.parts.extend(all.parts.iter().cloned());
        }
        let own: Vec<Field> = material.candidates.iter().map(|candidate| candidate.field).collect();
        let shared = all
            .candidates
            .iter()
            .filter(|candidate| single || (is_shared(candidate.field) && !own.contains(&candidate.field)));
        material.candidates.extend(shared.take(limits::EXAM_PARTS).cloned());
        material
    };
    tables.exams.into_iter().take(limits::EXAMS).map(material).collect()
}

/// Fields that a document may say once for all its exams.
fn is_shared(field: Field) -> bool {
    !matches!(
        field,
        Field::Subject
            | Field::Overall
            | Field::Result
            | Field::ExamDate
            | Field::LanguageLevel
            | Field::PartHead
            | Field::Other
    )
}

/// Fields of the person and the document, shared even from below the last exam.
fn is_common(field: Field) -> bool {
    matches!(
        field,
        Field::Person
            | Field::PersonSurnameFirst
            | Field::GivenNames
            | Field::Surname
            | Field::PersonalCode
            | Field::Identifier
            | Field::School
            | Field::Issuer
            | Field::IssueDate
    )
}

/// Each labelled subject that differs from those before begins an exam; or each that a sentence names together with its result.
fn by_subjects(all: Material) -> Vec<Material> {
    let labelled = subjects(&all, Rank::Weak);
    let told = || {
        let told = subjects(&all, Rank::Prose);
        let ends = told.iter().copied().skip(1).chain([usize::MAX]);
        let overall = |from: usize, to: usize| {
            let mut of_block = all
                .candidates
                .iter()
                .filter(|candidate| candidate.field == Field::Overall && (from..to).contains(&candidate.line));
            of_block.next().is_some()
        };
        let each = told.iter().copied().zip(ends).all(|(from, to)| overall(from, to));
        if each { told } else { Vec::new() }
    };
    let lines = if labelled.len() > 1 { labelled } else { told() };
    if lines.len() < 2 {
        return vec![all];
    }
    let starts = starts(&all.candidates, &lines);
    let ends = starts.iter().copied().skip(1).chain([usize::MAX]);
    let first = starts.first().copied().unwrap_or(0);
    let shared = shared(&all, first);
    starts.iter().copied().zip(ends).map(|(from, to)| block(&all, &shared, from, to)).collect()
}

/// The lines in which different subjects of at least this rank stand, each on a line of its own.
fn subjects(all: &Material, rank: Rank) -> Vec<usize> {
    let mut candidates: Vec<_> =
        all.candidates.iter().filter(|candidate| candidate.field == Field::Subject && candidate.rank >= rank).collect();
    candidates.sort_by_key(|candidate| candidate.line);
    let named: Vec<(usize, String)> = candidates
        .iter()
        .filter_map(|candidate| Some((candidate.line, value(Field::Subject, &candidate.text, candidate.rank)?.key)))
        .collect();
    let mut found: Vec<(usize, String, Option<String>)> = Vec::new();
    for (index, (line, key)) in named.iter().enumerate().take(limits::EXAMS) {
        let next = named.get(index.saturating_add(1)).map_or(usize::MAX, |(next, _)| *next);
        let level = level(all, *line, next);
        // One subject at two levels is two exams.
        let differs =
            |other: &Option<String>| other.as_ref().zip(level.as_ref()).is_some_and(|(other, level)| other != level);
        if found.iter().all(|(other, known, at)| other != line && (known != key || differs(at))) {
            found.push((*line, key.clone(), level));
        }
    }
    found.into_iter().map(|(line, ..)| line).collect()
}

/// The level that stands between two lines.
fn level(all: &Material, from: usize, to: usize) -> Option<String> {
    let of_exam = |candidate: &&Candidate| {
        candidate.field == Field::Level && candidate.rank >= Rank::Weak && (from..to).contains(&candidate.line)
    };
    all.candidates.iter().find(of_exam).map(|candidate| level_key(&candidate.text))
}

/// Where each exam begins: at its subject, or at a field before it that stands once before every subject.
fn starts(candidates: &[Candidate], subjects: &[usize]) -> Vec<usize> {
    let mut starts = subjects.to_vec();
    let mut fields: Vec<Field> = candidates.iter().map(|candidate| candidate.field).collect();
    fields.sort_unstable_by_key(|field| format!("{field:?}"));
    fields.dedup();
    for field in fields {
        let mut lines: Vec<usize> = candidates
            .iter()
            .filter(|candidate| candidate.field == field && candidate.rank >= Rank::Weak)
            .map(|candidate| candidate.line)
            .collect();
        lines.sort_unstable();
        lines.dedup();
        let before = subjects.iter().scan(None, |last: &mut Option<usize>, subject| {
            let last = last.replace(*subject);
            Some((last, *subject))
        });
        let each = lines.len() == subjects.len()
            && lines
                .iter()
                .zip(before)
                .all(|(line, (last, subject))| *line <= subject && last.is_none_or(|last| *line > last));
        if each {
            for (start, line) in starts.iter_mut().zip(&lines) {
                *start = (*start).min(*line);
            }
        }
    }
    starts
}

fn block(all: &Material, shared: &[&Candidate], from: usize, to: usize) -> Material {
    let own = |line: usize| (from..to).contains(&line);
    let mut candidates: Vec<Candidate> =
        all.candidates.iter().filter(|candidate| own(candidate.line)).cloned().collect();
    let has: Vec<Field> = candidates.iter().map(|candidate| candidate.field).collect();
    candidates.extend(
        shared
            .iter()
            .filter(|candidate| !own(candidate.line) && !has.contains(&candidate.field))
            .map(|one| (*one).clone()),
    );
    let parts = all.parts.iter().filter(|part| own(part.line)).cloned().collect();
    Material { candidates, parts }
}

/// What the exams share that do not have it themselves: a field that stands in the head only, or one of the person or the document
/// that is the same wherever it stands.
fn shared(all: &Material, first: usize) -> Vec<&Candidate> {
    let mut kept: Vec<&Candidate> = Vec::new();
    let mut fields: Vec<Field> = Vec::new();
    for candidate in &all.candidates {
        if fields.contains(&candidate.field) {
            continue;
        }
        fields.push(candidate.field);
        let alike: Vec<_> = all.candidates.iter().filter(|other| other.field == candidate.field).collect();
        let in_head = alike.iter().all(|other| other.line < first);
        let same = alike.iter().all(|other| other.text == candidate.text);
        let common = is_common(candidate.field);
        kept.extend(alike.into_iter().filter(|other| {
            let head = is_shared(other.field) && other.line < first && (in_head || common);
            head || (common && same)
        }));
    }
    kept.truncate(limits::EXAM_PARTS);
    kept
}
