//! Layouts written down as text, and everything that was read from them as one list.

use crate::exam::fields::read;
use crate::exam::text::{Cell, Line};
use crate::exam::{Certainty, ExamCertificate, ExamFinding, Found, Identifier};

/// Lines without places: `|` parts cells.
pub(super) fn plain(sketch: &str) -> Vec<Line> {
    let cell =
        |text: &str| Some(Cell { text: text.trim().to_owned(), area: None }).filter(|cell| !cell.text.is_empty());
    let line = |text: &str| Line { page: 1, cells: text.split('|').filter_map(cell).collect() };
    sketch.lines().map(line).filter(|line| !line.cells.is_empty()).collect()
}

/// Lines with places: three spaces part cells, every character is five points wide, every line twelve high.
#[allow(clippy::as_conversions, clippy::cast_precision_loss)]
pub(super) fn placed(sketch: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    for (row, text) in sketch.lines().enumerate() {
        let mut cells: Vec<Cell> = Vec::new();
        let characters: Vec<char> = text.chars().collect();
        let mut at = 0;
        while at < characters.len() {
            if characters[at] == ' ' {
                at += 1;
                continue;
            }
            let mut end = at;
            while end < characters.len() && !characters[end..].starts_with(&[' ', ' ', ' ']) {
                end += 1;
            }
            let text: String = characters[at..end].iter().collect();
            let (left, top) = (at as f32 * 5.0, row as f32 * 12.0);
            let right = left + text.trim_end().chars().count() as f32 * 5.0;
            cells.push(Cell { text: text.trim_end().to_owned(), area: Some([left, top, right, top + 10.0]) });
            at = end;
        }
        if !cells.is_empty() {
            lines.push(Line { page: 1, cells });
        }
    }
    lines
}

/// Everything one certificate says; `?` marks what is only probable.
pub(super) fn facts(exam: &ExamCertificate) -> Vec<String> {
    let mut all = Vec::new();
    let mut text = |name: &str, found: &Option<Found<String>>| {
        all.extend(found.as_ref().map(|found| format!("{name}{}={}", mark(found.certainty), found.value)));
    };
    text("number", &exam.number);
    text("series", &exam.series);
    text("person", &exam.person);
    text("given", &exam.given_names);
    text("surname", &exam.surname);
    text("school", &exam.school);
    text("class", &exam.class);
    text("stage", &exam.stage);
    text("subject", &exam.subject);
    text("level", &exam.level);
    text("year", &exam.year);
    text("date", &exam.exam_date);
    text("cefr", &exam.language_level);
    text("issuer", &exam.issuer);
    text("issued", &exam.issue_date);
    all.extend(exam.identifier.as_ref().map(|found| match &found.value {
        Identifier::PersonalCode(code) => format!("code{}={}", mark(found.certainty), code.reveal()),
        Identifier::Other(other) => format!("id{}={other}", mark(found.certainty)),
    }));
    all.extend(
        exam.overall.as_ref().map(|found| format!("overall{}={}", mark(found.certainty), found.value.hundredths())),
    );
    let part = |part: &crate::exam::ExamPart| {
        format!("{}{}={}", part.name, mark(part.percent.certainty), part.percent.value.hundredths())
    };
    all.extend(exam.parts.iter().map(part));
    all.sort();
    all
}

fn mark(certainty: Certainty) -> &'static str {
    if certainty == Certainty::Certain { "" } else { "?" }
}

/// Exactly these facts of the only exam, and these findings.
pub(super) fn says(lines: &[Line], expected: &[&str]) {
    let found = read(lines);
    assert_eq!(found.certificates.len(), 1, "{lines:#?}");
    same(&facts(&found.certificates[0]), expected, lines);
}

/// Exactly these facts of each exam.
pub(super) fn says_each(lines: &[Line], expected: &[&[&str]]) {
    let found = read(lines);
    let all: Vec<_> = found.certificates.iter().map(facts).collect();
    assert_eq!(all.len(), expected.len(), "{all:#?}");
    for (exam, expected) in all.iter().zip(expected) {
        same(exam, expected, lines);
    }
}

fn same(found: &[String], expected: &[&str], lines: &[Line]) {
    let mut expected: Vec<_> = expected.iter().map(|fact| (*fact).to_owned()).collect();
    expected.sort();
    let text: Vec<_> = lines
        .iter()
        .map(|line| line.cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(" | "))
        .collect();
    assert_eq!(found, expected, "\n{}", text.join("\n"));
}

/// The overall result where it is certain, in hundredths.
pub(super) fn overall(lines: &[Line]) -> Option<u16> {
    let found = read(lines);
    let exam = found.certificates.first()?;
    exam.overall.as_ref().filter(|found| found.certainty == Certainty::Certain).map(|found| found.value.hundredths())
}

pub(super) fn findings(lines: &[Line]) -> Vec<ExamFinding> {
    read(lines).findings
}
