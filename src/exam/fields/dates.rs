//! Dates and school years as they are written: found, checked and compared, never rewritten.

use super::labels::{Word, words};
use crate::exam::person::days_of;

/// A date or a year in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Written {
    /// What it means, the same for every way to write it.
    pub(super) key: String,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Beginnings of the names of months, Latvian and English.
const MONTHS: [&[&str]; 12] = [
    &["janvar", "januar"],
    &["februar"],
    &["mart", "march"],
    &["april"],
    &["maij", "may"],
    &["junij", "june"],
    &["julij", "july"],
    &["august"],
    &["septemb"],
    &["oktob", "octob"],
    &["novemb"],
    &["decemb"],
];

/// Every date in a text.
pub(super) fn dates(text: &str) -> Vec<Written> {
    let all = words(text);
    let mut found: Vec<Written> = Vec::new();
    let mut at = 0;
    while let Some(rest) = all.get(at..).filter(|rest| !rest.is_empty()) {
        match date(text, rest) {
            Some((written, used)) => {
                found.push(written);
                at = at.saturating_add(used);
            }
            None => at = at.saturating_add(1),
        }
    }
    found
}

fn date(text: &str, words: &[Word]) -> Option<(Written, usize)> {
    let (key, used) = in_words(words).or_else(|| in_digits(text, words))?;
    let (first, last) = (words.first()?, words.get(used.checked_sub(1)?)?);
    let dotted = text.get(last.end..).is_some_and(|rest| rest.starts_with('.')) && number(last).is_some();
    let end = if dotted { last.end.saturating_add(1) } else { last.end };
    Some((Written { key, start: first.start, end }, used))
}

/// `2025. gada 12. maijs`, `12. maijs 2025`, `12 May 2025`, `May 12, 2025`.
fn in_words(words: &[Word]) -> Option<(String, usize)> {
    match words {
        [year, of_year, day, name, ..] if of_year.folded == "gada" => Some((key(year, day, month(name)?)?, 4)),
        [day, name, year, ..] if month(name).is_some() => Some((key(year, day, month(name)?)?, 3)),
        [name, day, year, ..] if month(name).is_some() => Some((key(year, day, month(name)?)?, 3)),
        _ => None,
    }
}

/// `12.05.2025.`, `12/05/2025`, `2025-05-12`, `2025.05.12.`.
fn in_digits(text: &str, words: &[Word]) -> Option<(String, usize)> {
    let [first, second, third, ..] = words else { return None };
    let between = |a: &Word, b: &Word| text.get(a.end..b.start).map(str::trim);
    let sign = between(first, second)?;
    if between(second, third)? != sign || !matches!(sign, "." | "/" | "-") || second.folded.len() > 2 {
        return None;
    }
    let month = u8::try_from(number(second)?).ok()?;
    let key = if first.folded.len() == 4 { key(first, third, month)? } else { key(third, first, month)? };
    Some((key, 3))
}

fn key(year: &Word, day: &Word, month: u8) -> Option<String> {
    let year_number = number(year).filter(|year| (1990..=2100).contains(year))?;
    let day_number = number(day).filter(|_| day.folded.len() <= 2)?;
    (1..=12).contains(&month).then_some(())?;
    (1..=days_of(u32::from(month), year_number))
        .contains(&day_number)
        .then(|| format!("{year_number:04}-{month:02}-{day_number:02}"))
}

fn month(word: &Word) -> Option<u8> {
    let index = MONTHS.iter().position(|names| names.iter().any(|name| word.folded.starts_with(name)))?;
    u8::try_from(index).ok()?.checked_add(1)
}

fn number(word: &Word) -> Option<u32> {
    word.folded.bytes().all(|byte| byte.is_ascii_digit()).then(|| word.folded.parse().ok())?
}

/// Every school year in a text: `2024./2025.`, `2024/25`, `2024.–2025.`, two years that follow each other.
pub(super) fn school_years(text: &str) -> Vec<Written> {
    let all = words(text);
    all.windows(2)
        .filter_map(|pair| {
            let [first, second] = pair else { return None };
            let between: String = text.get(first.end..second.start)?.chars().filter(|c| !c.is_whitespace()).collect();
            let sign = between.trim_start_matches('.');
            let joined = matches!(sign, "/" | "–" | "-" | "—");
            let from = number(first).filter(|year| first.folded.len() == 4 && (1990..=2100).contains(year))?;
            let until = from.checked_add(1)?;
            let follows = second.folded == until.to_string() || second.folded == format!("{:02}", until % 100);
            let end = if text.get(second.end..)?.starts_with('.') { second.end.saturating_add(1) } else { second.end };
            (joined && follows).then(|| Written { key: format!("{from}/{until}"), start: first.start, end })
        })
        .collect()
}

/// A calendar year that stands for itself: `2025`, `2025. gads`, `2025. gada`.
pub(super) fn single_year(text: &str) -> Option<Written> {
    let all = words(text);
    let first = all.first()?;
    let year = number(first).filter(|year| first.folded.len() == 4 && (1990..=2100).contains(year))?;
    let rest = all.get(1..)?.iter().all(|word| matches!(word.folded.as_str(), "gads" | "gada" | "g" | "year"));
    (rest && all.len() <= 2).then(|| Written { key: year.to_string(), start: first.start, end: first.end })
}
