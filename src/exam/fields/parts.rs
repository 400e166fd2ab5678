//! Results: the overall one under its label, each part beside its name.

use super::collect::{Candidate, announces};
use super::labels::{Field, fold, in_percent, label, words};
use super::role::{Plain, plain_percents, say_no_result};
use super::values::Rank;
use super::vocabulary::PARTS;
use crate::exam::percent::percents;
use crate::exam::text::{Cell, Line};
use crate::exam::{Certainty, ExamFinding, ExamPart, Found, Percent, Place};
use crate::limits;

/// A part with its result as it was found.
#[derive(Clone, Debug)]
pub(super) struct PartFound {
    pub(super) name: String,
    /// `None` where the number is no percentage.
    pub(super) value: Option<Percent>,
    pub(super) source: String,
    pub(super) place: Place,
    pub(super) line: usize,
}

/// The percentage that a text is: alone, with points before it, with words after it.
pub(super) fn whole_percent(text: &str) -> Option<Plain> {
    let plain = plain_percents(text);
    let [one] = plain.as_slice() else { return None };
    leads(text, one).then(|| one.clone())
}

/// The percentages of the value of a label; a bare number counts where the label carries the percent sign.
pub(super) fn results_in(text: &str, announced: &str) -> Vec<Plain> {
    let mut plain: Vec<_> = plain_percents(text).into_iter().filter(|percent| leads(text, percent)).collect();
    // "Kopvērtējums (100 %) | 87,50 %": the scale, then the result.
    if plain.len() > 1 && plain.first().is_some_and(|first| is_scale(text, first)) {
        plain.remove(0);
    }
    if plain.is_empty() && in_percent(announced) && percents(text).is_empty() {
        return bare_number(text).into_iter().collect();
    }
    plain
}

/// `(100 %)` right at the beginning.
pub(super) fn is_scale(text: &str, percent: &Plain) -> bool {
    percent.value.is_some_and(|value| value.hundredths() == 10_000)
        && text.get(..percent.start).is_some_and(|before| before.trim() == "(")
}

/// Before a result only points may stand: `34 no 40 punktiem (85 %)`.
fn leads(text: &str, percent: &Plain) -> bool {
    let known = [
        "no",
        "ir",
        "is",
        "of",
        "out",
        "iegutie",
        "ieguti",
        "ieguts",
        "iegutais",
        "kopa",
        "jeb",
        "vai",
        "or",
        "rezultats",
        "result",
        "was",
        "procentos",
        "un",
        "and",
        "bet",
        "but",
    ];
    let before = text.get(..percent.start).unwrap_or_default();
    let points = |word: &str| word.starts_with("punkt") || word.starts_with("point");
    let number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let all_known = words(before)
        .iter()
        .all(|word| known.contains(&word.folded.as_str()) || points(&word.folded) || number(&word.folded));
    all_known && words(text.get(percent.end..).unwrap_or_default()).len() <= 16
}

fn bare_number(text: &str) -> Option<Plain> {
    let text = text.trim();
    let number = text.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | '-' | '−'))
        && text.contains(|c: char| c.is_ascii_digit());
    let found = number.then(|| percents(&format!("{text} %")).into_iter().next())??;
    Some(Plain { value: found.value, source: text.to_owned(), start: 0, end: text.len() })
}

/// The overall result. A contradiction leaves it out.
pub(super) fn overall(
    candidates: &[Candidate],
    parts: &[PartFound],
    findings: &mut Vec<ExamFinding>,
) -> Option<Found<Percent>> {
    let strong = found_under(candidates, Field::Overall, findings);
    // "Rezultāts" below the name of a part is that part's.
    let of_exam = |candidate: &&Candidate| !parts.iter().any(|part| part.line == candidate.line);
    let weak: Vec<_> = candidates.iter().filter(of_exam).cloned().collect();
    let found = if strong.is_empty() { found_under(&weak, Field::Result, findings) } else { strong };
    let mut values: Vec<Percent> = found.iter().map(|found| found.value).collect();
    values.sort_unstable();
    values.dedup();
    if values.len() > 1 {
        findings.push(ExamFinding::TwoOverallResults { values });
        return None;
    }
    let impossible = candidates.iter().filter(|candidate| candidate.field == Field::Overall).any(|candidate| {
        results_in(&candidate.text, &candidate.announced).iter().any(|percent| percent.value.is_none())
    });
    found.into_iter().next().filter(|_| !impossible)
}

fn found_under(candidates: &[Candidate], field: Field, findings: &mut Vec<ExamFinding>) -> Vec<Found<Percent>> {
    let mut found = Vec::new();
    for candidate in candidates.iter().filter(|candidate| candidate.field == field && candidate.rank > Rank::Inflected)
    {
        for percent in results_in(&candidate.text, &candidate.announced) {
            match percent.value {
                Some(value) => {
                    found.push(Found { value, certainty: Certainty::Certain, place: candidate.place.clone() })
                }
                None => out_of_range(percent.source, findings),
            }
        }
    }
    found
}

fn out_of_range(text: String, findings: &mut Vec<ExamFinding>) {
    let finding = ExamFinding::PercentOutOfRange { text };
    if !findings.contains(&finding) {
        findings.push(finding);
    }
}

/// Parts in document order, each once. One that stands there twice with different results is only probable.
pub(super) fn parts(mut found: Vec<PartFound>, findings: &mut Vec<ExamFinding>) -> Vec<ExamPart> {
    found.sort_by_key(|part| part.line);
    found.truncate(limits::EXAM_PARTS);
    let mut kept: Vec<ExamPart> = Vec::new();
    for part in found {
        let Some(value) = part.value else {
            out_of_range(part.source, findings);
            continue;
        };
        match kept.iter_mut().find(|kept| fold(&kept.name) == fold(&part.name)) {
            Some(same) if same.percent.value == value => {}
            Some(other) => other.percent.certainty = Certainty::Probable,
            None => kept.push(ExamPart {
                name: part.name,
                percent: Found { value, certainty: Certainty::Certain, place: part.place },
            }),
        }
    }
    kept
}

/// Parts in lines that belong to no table: name and percentage in one line, or one above the other.
pub(super) fn in_lines(lines: &[Line], taken: &[bool]) -> Vec<PartFound> {
    let mut found = Vec::new();
    let mut listed = false;
    for (number, line) in lines.iter().enumerate() {
        let text = line.text();
        if taken.get(number).copied().unwrap_or(false) {
            listed = false;
            continue;
        }
        if announces(&text) == Some(Field::PartHead) && line.cells.len() == 1 {
            listed = true;
            continue;
        }
        let pairs = pairs(line, number);
        if pairs.len() > 1 {
            found.extend(pairs);
            continue;
        }
        match row(line, number, listed).or_else(|| stacked(lines, number)).or_else(|| pairs.into_iter().next()) {
            Some(part) => found.push(part),
            None => listed = listed && is_skipped(&text),
        }
    }
    found
}

/// Several names with their results in one line: `Lasīšana | 85 % | Rakstīšana | 90 %`.
fn pairs(line: &Line, number: usize) -> Vec<PartFound> {
    let cells = line.cells.iter().enumerate().zip(line.cells.iter().skip(1));
    cells
        .filter_map(|((index, name), result)| {
            let after = line.cells.get(index.saturating_add(2));
            let ends = after.is_none_or(|after| is_part(&after.text) || announces(&after.text).is_some());
            let before = index.checked_sub(1).and_then(|at| line.cells.get(at));
            let apart = before.is_none_or(|before| whole_percent(&before.text).is_some());
            let plain = whole_percent(&result.text).filter(|_| ends && apart && is_part(&name.text))?;
            Some(found_part(trimmed(&name.text), &plain, result, line.page, number))
        })
        .collect()
}

/// A row that is left out without ending the list: an average, a threshold.
fn is_skipped(text: &str) -> bool {
    say_no_result(text) || announces(text) == Some(Field::Overall)
}

fn row(line: &Line, number: usize, listed: bool) -> Option<PartFound> {
    let (name, result, cell) = match line.cells.as_slice() {
        [only] => {
            let percent = plain_percents(&only.text).into_iter().next().filter(|_| percents(&only.text).len() == 1)?;
            let name = only.text.get(..percent.start)?.to_owned();
            let rest = words(only.text.get(percent.end..)?).len();
            (without_points(&name), Some(percent).filter(|_| rest <= 3)?, only)
        }
        [name, rest @ ..] => {
            let mut results =
                rest.iter().flat_map(|cell| plain_percents(&cell.text).into_iter().map(move |plain| (plain, cell)));
            let (percent, cell) = results.next().filter(|_| results.next().is_none())?;
            if !leads(&cell.text, &percent) {
                return None;
            }
            (trimmed(&name.text), percent, cell)
        }
        [] => return None,
    };
    // "Lasīšana (25 %)" may be its share; points before the bracket say that it is a result.
    let bracket = line.cells.len() == 1
        && cell.text.get(..result.start).is_some_and(|before| {
            let before = before.trim_end();
            before.strip_suffix('(').is_some_and(|before| {
                !before.trim_end().ends_with(|c: char| c.is_ascii_digit() || c == ':')
                    && !fold(before).contains("punkt")
            })
        });
    let named = (is_part(&name) || (listed && is_list_name(&name))) && !bracket;
    let page = line.page;
    named.then(|| found_part(name, &result, cell, page, number))
}

fn found_part(name: String, result: &Plain, cell: &Cell, page: u32, line: usize) -> PartFound {
    let place = Place { page, area: cell.area, source: cell.text.clone() };
    PartFound { name, value: result.value, source: result.source.clone(), place, line }
}

/// A result alone in its line, or behind no more than the word "result", with a part alone in the line above; points may stand
/// between them.
fn stacked(lines: &[Line], number: usize) -> Option<PartFound> {
    let line = lines.get(number)?;
    let text = line.text();
    let segment = super::labels::segments(&text).into_iter().next();
    let labelled = announces(&text).or_else(|| announces(&line.cells.first()?.text)) == Some(Field::Result);
    let value = match (&segment, line.cells.as_slice()) {
        (Some(segment), _) if labelled => segment.value,
        (_, [_, value]) if labelled => value.text.as_str(),
        (None, [value]) => value.text.as_str(),
        _ => return None,
    };
    let announced = segment
        .as_ref()
        .map_or_else(|| line.cells.first().map_or("", |cell| cell.text.as_str()), |segment| segment.announced);
    let results = results_in(value, if labelled { announced } else { "" });
    let [plain] = results.as_slice() else { return None };
    let above = lines.get(..number)?.iter().rev().take(3);
    let mut above = above.skip_while(|line| {
        labelled && line.cells.first().is_some_and(|cell| announces(&cell.text) == Some(Field::Other))
    });
    let heading = above.next().filter(|above| above.page == line.page && above.cells.len() == 1)?;
    let name = trimmed(&heading.text());
    let alone = plain.start == 0 || labelled;
    let cell = line.cells.last()?;
    (alone && is_part(&name)).then(|| found_part(name, plain, cell, line.page, number))
}

/// Under a head that announces parts any name will do that is no label and no other figure.
pub(super) fn is_list_name(name: &str) -> bool {
    let all = words(name);
    let letters = name.contains(|c: char| c.is_alphabetic());
    letters && all.len() <= 12 && label(name).is_none() && !say_no_result(name) && percents(name).is_empty()
}

/// Whether a text names a part of an exam: by its number, by a known name, or by both.
pub(super) fn is_part(text: &str) -> bool {
    let folded = fold(text);
    if say_no_result(text) || text.contains('%') {
        return false;
    }
    let all: Vec<_> = folded.split(' ').collect();
    let part_word = |word: &str| matches!(word, "dala" | "dalas" | "part" | "section");
    let number = |word: &str| {
        (word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit()) && !word.is_empty())
            || matches!(word, "i" | "ii" | "iii" | "iv" | "v")
    };
    let has_word = all.iter().any(|word| part_word(word));
    let numbered = all.iter().any(|word| number(word));
    let kept = |(index, word): &(usize, &str)| {
        let count = number(word) && (has_word || (*index == 0 && all.len() > 1));
        !part_word(word) && !count && *word != "eksamena"
    };
    let name: Vec<_> = all.iter().copied().enumerate().filter(kept).map(|(_, word)| word).collect();
    let name = name.join(" ");
    if name.is_empty() {
        return has_word && numbered;
    }
    // One name, or the same in both languages.
    let known = |name: &str| PARTS.get(name).is_some_and(|part| has_word || !part.needs_word);
    let both = name
        .match_indices(' ')
        .any(|(at, _)| name.get(..at).is_some_and(known) && name.get(at.saturating_add(1)..).is_some_and(known));
    known(&name) || both
}

/// The name without points and the bracket or dash before the percentage.
fn without_points(name: &str) -> String {
    let kept = trimmed(name.trim_end().trim_end_matches('('));
    let all = words(&kept);
    let first = all.iter().rev().take_while(|word| {
        word.folded.bytes().all(|byte| byte.is_ascii_digit()) || word.folded.starts_with("punkt") || word.folded == "no"
    });
    match first.last().filter(|word| word.start > 0 && word.folded.bytes().all(|byte| byte.is_ascii_digit())) {
        Some(word) if is_part(kept.get(..word.start).unwrap_or_default()) => {
            trimmed(kept.get(..word.start).unwrap_or_default())
        }
        _ => kept,
    }
}

pub(super) fn trimmed(name: &str) -> String {
    name.trim()
        .trim_end_matches([':', '–', '—', '-', '.', '…', '_', ' ', '=', '•', ';', ','])
        .trim_start_matches(['•', '-', '–', '·', ' '])
        .trim()
        .to_owned()
}
