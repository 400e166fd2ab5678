//! Lines to fields: a value counts only under its own label or words, once, without contradiction. Never a guess.
//!
//! 1. tidy the lines ([`tidy`]); 2. find tables ([`table`]); 3. read labels with their values ([`collect`]), sentences ([`prose`])
//!    and headings ([`headings`]) in what is left; 4. give each exam of the document what belongs to it ([`blocks`]); 5. weigh the
//!    candidates of each field against each other ([`resolve`]) and the results ([`parts`]).

mod blocks;
mod collect;
mod dates;
mod headings;
pub(super) mod keys;
mod labels;
mod names;
mod parts;
mod places;
mod prose;
mod resolve;
mod role;
mod subjects;
mod table;
mod tidy;
mod values;
mod vocabulary;

use blocks::Material;
use labels::fold;

use super::text::Line;
use super::{DocumentKind, ExamCertificate, ExamFinding, Found};

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

/// Reads every exam a document holds.
pub(super) fn read(lines: &[Line]) -> Read {
    let lines = tidy::tidy(lines);
    let tables = table::tables(&lines);
    let mut candidates = collect::collect(&lines, &tables.taken);
    let mut said = prose::read(&lines, &tables.taken);
    candidates.append(&mut said.candidates);
    candidates.extend(headings::alone(&lines, &tables.taken));
    candidates.extend(tables.overall.iter().cloned());
    let aside = headings::aside(&lines);
    let is_aside = |line: usize| aside.get(line).copied().unwrap_or(false);
    candidates.retain(|candidate| {
        resolve::is_valid(candidate) && !(resolve::is_result(candidate) && is_aside(candidate.line))
    });
    let mut parts = parts::in_lines(&lines, &tables.taken);
    parts.append(&mut said.parts);
    parts.extend(tables.parts.iter().cloned());
    parts.retain(|part| !is_aside(part.line));
    let kind = headings::kind(&lines);
    let mut findings = Vec::new();
    let materials = blocks::split(Material { candidates, parts }, tables);
    let certificates =
        materials.into_iter().map(|material| certificate(material, kind.clone(), &mut findings)).collect();
    Read { certificates, findings }
}

fn certificate(
    material: Material,
    kind: Option<Found<DocumentKind>>,
    findings: &mut Vec<ExamFinding>,
) -> ExamCertificate {
    let candidates = &material.candidates;
    let overall = parts::overall(candidates, &material.parts, findings);
    let parts = parts::parts(material.parts, findings);
    let language_level = resolve::text(candidates, labels::Field::LanguageLevel);
    let names = resolve::names(candidates, findings);
    if overall.is_none()
        && has_result(kind.as_ref(), language_level.is_some())
        && !findings.contains(&ExamFinding::OverallNotCertain)
    {
        findings.push(ExamFinding::OverallNotCertain);
    }
    let text = |field| resolve::text(candidates, field);
    ExamCertificate {
        kind,
        number: text(labels::Field::Number),
        series: text(labels::Field::Series),
        person: names.whole,
        given_names: names.given,
        surname: names.surname,
        identifier: resolve::identifier(candidates),
        school: text(labels::Field::School),
        class: text(labels::Field::Class),
        stage: text(labels::Field::Stage),
        subject: text(labels::Field::Subject),
        level: text(labels::Field::Level),
        year: text(labels::Field::Year),
        exam_date: text(labels::Field::ExamDate),
        overall,
        parts,
        language_level,
        issuer: text(labels::Field::Issuer),
        issue_date: text(labels::Field::IssueDate),
    }
}

/// Whether an overall result is to be expected: a statement may have none, and a level may be the whole result.
fn has_result(kind: Option<&Found<DocumentKind>>, has_level: bool) -> bool {
    match kind.map(|kind| kind.value) {
        Some(DocumentKind::Statement) => false,
        Some(DocumentKind::LanguageProficiency) => !has_level,
        _ => true,
    }
}

#[cfg(test)]
mod tests;
