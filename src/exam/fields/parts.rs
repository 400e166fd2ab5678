//! Results: the overall one under its label, each part beside its name.

use super::collect::Candidate;
use super::labels::{Field, is_part, label, labelled};
use super::whole_percent;
use crate::exam::percent::percents;
use crate::exam::text::{Cell, Line};
use crate::exam::{Certainty, ExamFinding, ExamPart, Found, Percent, Place};

/// The overall result and those of the parts. A contradiction leaves the overall result out.
pub(super) fn results(
    lines: &[Line],
    candidates: &[Candidate],
    findings: &mut Vec<ExamFinding>,
) -> (Option<Found<Percent>>, Vec<ExamPart>) {
    (overall(lines, candidates, findings), parts(lines, findings))
}

fn overall(lines: &[Line], candidates: &[Candidate], findings: &mut Vec<ExamFinding>) -> Option<Found<Percent>> {
    let mut found: Vec<Found<Percent>> = Vec::new();
    for candidate in candidates.iter().filter(|candidate| candidate.field == Field::Overall) {
        match whole_percent(&candidate.value) {
            Some((Some(value), _)) => {
                found.push(Found { value, certainty: Certainty::Certain, place: candidate.place.clone() });
            }
            Some((None, text)) => findings.push(ExamFinding::PercentOutOfRange { text }),
            None => {}
        }
    }
    if found.is_empty() {
        found.extend(running_text(lines));
    }
    let mut values: Vec<Percent> = found.iter().map(|found| found.value).collect();
    values.sort_unstable();
    values.dedup();
    if values.len() > 1 {
        findings.push(ExamFinding::TwoOverallResults { values });
        return None;
    }
    found.into_iter().next()
}

/// "… kopvērtējums ir 87,50 %": the label and the first percentage after it, with little between them.
fn running_text(lines: &[Line]) -> Vec<Found<Percent>> {
    let mut found = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        let next = lines.get(number.saturating_add(1)).map(Line::text).unwrap_or_default();
        let text = format!("{} {next}", line.text());
        let own = line.text().len();
        for percent in percents(&text) {
            let before = text.get(..percent.at).unwrap_or_default();
            let Some(at) = last_label(before).filter(|at| *at < own) else { continue };
            let between = before.get(at..).unwrap_or_default();
            if percents(between).is_empty() && between.chars().count() < 40 && !between.contains(['.', ';']) {
                let place = Place { page: line.page, area: None, source: text.trim().to_owned() };
                found.extend(percent.value.map(|value| Found { value, certainty: Certainty::Certain, place }));
            }
        }
    }
    found
}

/// Where the last word for the overall result ends.
fn last_label(text: &str) -> Option<usize> {
    let words = ["kopvērtējum", "kopējais rezultāt", "kopējo rezultāt", "overall result"];
    let lower = text.to_lowercase();
    // Lower-casing these letters keeps their length in bytes; where it does not, nothing is read.
    let same = lower.len() == text.len();
    words.iter().filter(|_| same).filter_map(|word| Some(lower.rfind(word)?.saturating_add(word.len()))).max()
}

fn parts(lines: &[Line], findings: &mut Vec<ExamFinding>) -> Vec<ExamPart> {
    let mut found: Vec<ExamPart> = Vec::new();
    let mut in_table = false;
    for line in lines {
        let heads = |field| line.cells.iter().any(|cell| label(&cell.text) == Some(field));
        if heads(Field::PartHead) && heads(Field::ResultHead) {
            in_table = true;
            continue;
        }
        let row = row(line);
        in_table &= row.is_some();
        let Some((name, percent, source)) = row.filter(|(name, ..)| in_table || is_part(name)) else { continue };
        if label(&name) == Some(Field::Overall) {
            continue;
        }
        match percent {
            Some(value) => {
                let area = line.cells.last().and_then(|cell| cell.area);
                let place = Place { page: line.page, area, source };
                found.push(ExamPart { name, percent: Found { value, certainty: Certainty::Certain, place } });
            }
            None => findings.push(ExamFinding::PercentOutOfRange { text: source }),
        }
    }
    found
}

/// A name and a percentage: two cells, or one text with a colon, a dash or nothing but space between.
fn row(line: &Line) -> Option<(String, Option<Percent>, String)> {
    match line.cells.as_slice() {
        [name, .., result] => {
            let (value, source) = whole_percent(&result.text)?;
            Some((trimmed(&name.text), value, source))
        }
        [Cell { text, .. }] if labelled(text).is_none() => {
            let found = percents(text);
            let [one] = found.as_slice() else { return None };
            let name = trimmed(text.get(..one.at)?);
            let rest = text.get(one.at..)?.trim();
            (!name.is_empty() && rest == one.source).then(|| (name, one.value, one.source.clone()))
        }
        _ => None,
    }
}

fn trimmed(name: &str) -> String {
    name.trim().trim_end_matches([':', '–', '—', '-', '.']).trim().to_owned()
}
