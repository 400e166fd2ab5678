//! What headings say without a label: the kind of document, a subject or a name in the title, the authority at the top.

use super::collect::{Candidate, announces};
use super::labels::{Field, fold, words};
use super::names::has_name_shape;
use super::parts::is_part;
use super::role::is_aside_heading;
use super::subjects;
use super::values::Rank;
use crate::exam::text::Line;
use crate::exam::{Certainty, DocumentKind, Found, Place};

/// Lines that may hold the title.
const TITLE_LINES: usize = 25;
/// Lines among which a name may stand alone.
const NAME_LINES: usize = 14;

/// The authorities by their whole names, folded.
const AUTHORITIES: [&str; 4] = [
    "valsts izglitibas satura centrs",
    "valsts izglitibas attistibas agentura",
    "valsts izglitibas satura centrs visc",
    "valsts izglitibas attistibas agentura viaa",
];

/// The kind of document by the word in its heading. An extract or a statement names the certificate too; its own word decides.
pub(super) fn kind(lines: &[Line]) -> Option<Found<DocumentKind>> {
    let titles: Vec<_> = lines.iter().take(TITLE_LINES).filter(|line| is_title(line)).collect();
    let found = |wanted: DocumentKind| {
        let line = titles.iter().find(|line| kind_of(&line.text()) == Some(wanted))?;
        let area = line.cells.first().and_then(|cell| cell.area);
        Some(Found {
            value: wanted,
            certainty: Certainty::Certain,
            place: Place { page: line.page, area, source: line.text() },
        })
    };
    let whole = titles.iter().take(6).map(|line| fold(&line.text())).collect::<Vec<_>>().join(" ");
    let proficiency =
        whole.contains("valsts valodas prasm") && words(&whole).iter().any(|word| word.folded == "aplieciba");
    if proficiency {
        let line = titles.iter().find(|line| fold(&line.text()).contains("aplieciba"))?;
        let area = line.cells.first().and_then(|cell| cell.area);
        let place = Place { page: line.page, area, source: line.text() };
        return Some(Found { value: DocumentKind::LanguageProficiency, certainty: Certainty::Certain, place });
    }
    found(DocumentKind::Extract).or_else(|| found(DocumentKind::Statement)).or_else(|| found(DocumentKind::Certificate))
}

/// A short line that is neither label nor value.
fn is_title(line: &Line) -> bool {
    let text = line.text();
    let sentence = text.trim_end().ends_with('.') && words(&text).len() > 5;
    words(&text).len() <= 14
        && !sentence
        && line.cells.iter().all(|cell| announces(&cell.text).is_none_or(|field| field == Field::Number))
}

fn kind_of(text: &str) -> Option<DocumentKind> {
    let all = words(text);
    let has = |known: &[&str]| all.iter().any(|word| known.contains(&word.folded.as_str()));
    let starts = |known: &[&str]| all.iter().take(3).any(|word| known.contains(&word.folded.as_str()));
    if starts(&["izraksts", "extract"]) {
        Some(DocumentKind::Extract)
    } else if starts(&["izzina", "statement"]) {
        Some(DocumentKind::Statement)
    } else if has(&["sertifikats", "certificate"]) {
        Some(DocumentKind::Certificate)
    } else {
        None
    }
}

/// A subject, a name or an authority that is a whole line.
pub(super) fn alone(lines: &[Line], taken: &[bool]) -> Vec<Candidate> {
    let mut found = Vec::new();
    let first_label =
        lines.iter().position(|line| line.cells.iter().any(|cell| is_of_person(&cell.text))).unwrap_or(lines.len());
    for (number, line) in lines.iter().enumerate() {
        let [cell] = line.cells.as_slice() else { continue };
        if taken.get(number).copied().unwrap_or(false) {
            continue;
        }
        let place = Place { page: line.page, area: cell.area, source: cell.text.clone() };
        let candidate = |field, text: &str| Candidate {
            field,
            text: text.to_owned(),
            announced: String::new(),
            rank: Rank::Loose,
            place: place.clone(),
            line: number,
        };
        if number < first_label.min(NAME_LINES) && has_name_shape(&cell.text) {
            found.push(candidate(Field::Person, &cell.text));
        }
        if AUTHORITIES.contains(&fold(&cell.text).as_str()) {
            found.push(candidate(Field::Issuer, &cell.text));
        }
    }
    found.extend(subjects_alone(lines, taken));
    found
}

fn is_of_person(text: &str) -> bool {
    announces(text).is_some_and(|field| !matches!(field, Field::Number | Field::Series | Field::Issuer | Field::Other))
}

/// Lines that are a subject: under the title one is the subject of the exam, several begin an exam each.
fn subjects_alone(lines: &[Line], taken: &[bool]) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        let [cell] = line.cells.as_slice() else { continue };
        let text = subjects::without_level(&cell.text);
        let Some(known) = subjects::only_known(text).filter(|_| !taken.get(number).copied().unwrap_or(false)) else {
            continue;
        };
        // Below a label the line is its value, and read as such.
        let before = number.checked_sub(1).and_then(|before| lines.get(before));
        if before.is_some_and(|before| before.cells.iter().any(|cell| announces(&cell.text) == Some(Field::Subject))) {
            continue;
        }
        let titled = before.is_some_and(|before| is_title(before) && names_exam(&before.text()));
        let place = Place { page: line.page, area: cell.area, source: cell.text.clone() };
        let rank = if titled { Rank::Weak } else { Rank::Loose };
        found.push(Candidate {
            field: Field::Subject,
            text: known.name,
            announced: String::new(),
            rank,
            place,
            line: number,
        });
    }
    let mut distinct: Vec<&str> = found.iter().map(|candidate| candidate.text.as_str()).collect();
    distinct.sort_unstable();
    distinct.dedup();
    if distinct.len() > 1 {
        for candidate in &mut found {
            candidate.rank = Rank::Weak;
        }
    }
    found
}

fn names_exam(text: &str) -> bool {
    words(text).iter().any(|word| {
        ["eksamen", "exam", "sertifikat", "izraksts", "certificate"].iter().any(|start| word.folded.starts_with(start))
    })
}

/// Lines below a heading that speaks of averages, shares or thresholds, up to the next heading: their figures are no results. A
/// single figure below such a heading is all it speaks of.
pub(super) fn aside(lines: &[Line]) -> Vec<bool> {
    let mut open = false;
    let mut found = Vec::with_capacity(lines.len());
    for (number, line) in lines.iter().enumerate() {
        let next = lines.get(number.saturating_add(1)).map(Line::text).unwrap_or_default();
        let lone = !next.contains(|c: char| c.is_alphabetic());
        let text = line.text();
        let figures = text.contains(|c: char| c.is_ascii_digit());
        let heading = line.cells.len() == 1 && !figures && announces(&text).is_none() && !is_part(&text);
        if heading {
            open = is_aside_heading(&text) && !lone;
        }
        found.push(open && !heading);
    }
    found
}
