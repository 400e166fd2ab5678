//! One exam of one person in several files.
//!
//! The same are subject, level and school year. Where the days of the exam are known and differ, somebody sat it again, and that is
//! no finding; a row whose day is not known is then compared with nothing. Copies of one file are [`Finding::SameFile`].

use std::collections::{BTreeMap, HashSet};

use super::{Agreement, Compared, Finding};
use crate::dossier::filed::{Exam, ExamKey, Said};
use crate::dossier::persons::{Entry, said};
use crate::dossier::steps::step;
use crate::exam::Percent;

/// A row with what it says.
type Told<'d> = (&'d Entry, &'d Said);

pub(super) fn same(compared: Compared<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (at, person) in compared.persons.iter().enumerate() {
        let mut exams: BTreeMap<&ExamKey, Vec<(&Exam, Told<'_>)>> = BTreeMap::new();
        for entry in person.entries.iter().filter_map(|entry| compared.entries.get(*entry)) {
            step();
            let Some(said) = said(compared.files, entry) else { continue };
            let Some(exam) = said.exam.as_ref() else { continue };
            exams.entry(&exam.key).or_default().push((exam, (entry, said)));
        }
        for rows in exams.into_values() {
            let Some((exam, _)) = rows.first().copied() else { continue };
            let Some(year) = exam.key.year else { continue };
            let rows = rows.into_iter().map(|(_, row)| row).collect();
            for sitting in sittings(rows) {
                if let Some((results, files)) = agreement(compared, &sitting) {
                    let (subject, level) = (exam.subject.clone(), exam.level.clone());
                    found.push(Finding::SameExam { person: at, subject, level, year, results, files });
                }
            }
        }
    }
    found
}

/// Rows of one day each; all of them where no two days are known.
fn sittings(rows: Vec<Told<'_>>) -> Vec<Vec<Told<'_>>> {
    let days: HashSet<&str> = rows.iter().filter_map(|(_, said)| said.day.as_deref()).collect();
    if days.len() < 2 {
        return vec![rows];
    }
    let mut by_day: BTreeMap<&str, Vec<Told<'_>>> = BTreeMap::new();
    for (entry, said) in rows {
        step();
        if let Some(day) = said.day.as_deref() {
            by_day.entry(day).or_default().push((entry, said));
        }
    }
    by_day.into_values().collect()
}

/// Whether several files that are not one file agree on the result; `None` where they are one.
fn agreement(compared: Compared<'_>, rows: &[Told<'_>]) -> Option<(Agreement, Vec<usize>)> {
    let mut files: Vec<usize> = rows.iter().map(|(entry, _)| entry.file).collect();
    files.sort_unstable();
    files.dedup();
    let digest = |file: &usize| compared.files.get(*file).and_then(|file| file.sha256).ok_or(*file);
    let different: HashSet<_> = files.iter().map(digest).collect();
    if different.len() < 2 {
        return None;
    }
    let results: HashSet<Option<Percent>> = rows.iter().map(|(_, said)| said.overall).collect();
    let known = results.iter().flatten().count();
    let agreement = match known {
        2.. => Agreement::Different,
        1 if results.len() == 1 => Agreement::Same,
        _ => Agreement::NotKnown,
    };
    Some((agreement, files))
}
