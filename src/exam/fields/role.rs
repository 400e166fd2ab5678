//! What a percentage in a text is: a result, or an average, a threshold, a maximum, a share, one end of a range.

use super::labels::{Word, words};
use super::vocabulary::{NO_RESULT, NO_RESULT_WORDS};
use crate::exam::Percent;
use crate::exam::percent::{FoundPercent, percents};
use crate::limits;

/// A percentage that may be a result: nothing beside it says that it is something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Plain {
    /// `None` where the number is no percentage.
    pub(super) value: Option<Percent>,
    pub(super) source: String,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Whether a folded word says that a percentage beside it is no result.
pub(super) fn is_no_result(folded: &str) -> bool {
    NO_RESULT_WORDS.contains(&folded) || NO_RESULT.iter().any(|start| folded.starts_with(start))
}

/// Whether words say so; `vidējā izglītība` is no average.
pub(super) fn say_no_result(text: &str) -> bool {
    let all = words(text);
    let mut pairs = all.iter().zip(all.iter().skip(1).map(Some).chain([None]));
    pairs.any(|(word, next)| {
        let education = word.folded.starts_with("videj") && next.is_some_and(|next| next.folded.starts_with("izglit"));
        is_no_result(&word.folded) && !education
    })
}

/// Whose results stand beside the learner's for comparison, in the cases in which they are named.
const OTHERS: [&str; 24] = [
    "skola", "skolas", "skolu", "klase", "klases", "class", "grupa", "grupas", "grupu", "novads", "novada", "novados",
    "pagasta", "pilseta", "pilsetas", "pilsetu", "valsts", "valsti", "latvija", "latvijas", "riga", "rigas", "skoleni",
    "skolenu",
];

/// Whether a folded word says that a result beside it is somebody else's.
pub(super) fn is_others(folded: &str) -> bool {
    OTHERS.contains(&folded)
}

/// A word that speaks of a part of the exam.
pub(super) fn names_part(words: &[&Word]) -> bool {
    let starts = [
        "dala",
        "dalu",
        "lasis",
        "lasit",
        "klausi",
        "rakstis",
        "rakstit",
        "runas",
        "runat",
        "mutvard",
        "mutisk",
        "praktisk",
        "teoretisk",
        "lietojum",
        "parts",
        "listening",
        "reading",
        "writing",
        "speaking",
        "uzdevum",
    ];
    words.iter().any(|word| starts.iter().any(|start| word.folded.starts_with(start)))
}

/// The percentages of a text that may be results. Words before each, back to the one before it, and the few after it decide.
pub(super) fn plain_percents(text: &str) -> Vec<Plain> {
    let mut plain = Vec::new();
    if text.len() > limits::FIELD_TEXT {
        return plain;
    }
    let all = percents(text);
    let mut clause = 0;
    for (index, percent) in all.iter().enumerate() {
        let end = percent.at.saturating_add(percent.source.len());
        let next = index.checked_add(1).and_then(|next| all.get(next)).map_or(text.len(), |next| next.at);
        let before = text.get(clause..percent.at).unwrap_or_default();
        let before = before.rsplit(['.', ';', '(']).next().unwrap_or_default();
        let after = text.get(end..next).unwrap_or_default();
        let last = next == text.len();
        if is_broken(text, percent) {
            clause = end;
            continue;
        }
        if !say_no_result(before)
            && !is_maximum(before, percent)
            && !is_range(text, percent, end)
            && !after_says_so(after, last)
        {
            let FoundPercent { value, source, at } = percent.clone();
            plain.push(Plain { value, source, start: at, end });
        }
        clause = end;
    }
    plain
}

/// `87 ,50 %`, `87, 50 %`, `8 7,50 %`: a number that spaces have cut is none; `35/40 87,50 %` is whole.
fn is_broken(text: &str, percent: &FoundPercent) -> bool {
    let before = text.get(..percent.at).unwrap_or_default();
    let digit = |text: &str| text.trim_end().ends_with(|c: char| c.is_ascii_digit());
    if before.ends_with([',', '.']) || before.trim_end().strip_suffix(',').is_some_and(digit) {
        return true;
    }
    let number = before.trim_end();
    let start = number.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.'));
    let counted = start.trim_end().ends_with('/')
        || words(start).last().is_some_and(|word| matches!(word.folded.as_str(), "no" | "of"));
    digit(number) && !counted
}

/// Whether a heading speaks of averages or shares, so that the figures below it are no results.
pub(super) fn is_aside_heading(text: &str) -> bool {
    let all = words(text);
    let starts =
        ["videj", "average", "ipatsvar", "svars", "svari", "weight", "maksim", "maxim", "slieksn", "threshold"];
    let spoken =
        all.iter().any(|word| starts.iter().any(|start| word.folded.starts_with(start)) || word.folded == "mean");
    (1..=6).contains(&all.len()) && spoken && say_no_result(text) && !text.contains(|c: char| c.is_ascii_digit())
}

/// `no 100 %`, `35 of 40 (… %)`, `/ 100 %`: what it is counted from; `par 5 %`: a difference. "With a result of 87 %" is a result.
fn is_maximum(before: &str, percent: &FoundPercent) -> bool {
    let trimmed = before.trim_end();
    let all = words(trimmed);
    let Some((last, rest)) = all.split_last() else { return trimmed.ends_with('/') };
    let counted = rest.last().is_none_or(|word| word.folded.bytes().all(|byte| byte.is_ascii_digit()));
    let whole = percent.value.is_some_and(|value| value.hundredths() == 10_000);
    let between = trimmed.get(last.end..).unwrap_or_default();
    match last.folded.as_str() {
        _ if between.contains(['/', '|']) => true,
        "par" | "by" => true,
        "no" | "of" | "from" => counted || whole,
        _ => false,
    }
}

/// `80–90 %`, `80 %–90 %`, `no 80 % līdz 90 %`.
fn is_range(text: &str, percent: &FoundPercent, end: usize) -> bool {
    let dashes = ['-', '–', '—', '−'];
    let before = text.get(..percent.at).unwrap_or_default().trim_end();
    let from = before.strip_suffix(dashes).map(str::trim_end);
    let second = from.is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit() || c == '%'));
    let after = text.get(end..).unwrap_or_default().trim_start();
    let digit = |text: &str| text.trim_start().starts_with(|c: char| c.is_ascii_digit());
    let first = after.strip_prefix(dashes).is_some_and(digit);
    let lidz = after.strip_prefix("līdz").or_else(|| after.strip_prefix("lidz")).or_else(|| after.strip_prefix("to "));
    second || first || lidz.is_some_and(digit)
}

/// `54,3 % (vidēji valstī)`, `40 % veido lasīšana`. Words in brackets that hold a percentage of their own speak of that one.
fn after_says_so(after: &str, last: bool) -> bool {
    let own = after.trim_start();
    let (text, closed) = match own.strip_prefix('(') {
        Some(inside) => match inside.split_once(')') {
            Some((inside, _)) => (inside, true),
            None => (inside, last),
        },
        None => {
            (own.split([',', ';', '(', '.']).next().unwrap_or_default(), last || own.contains([',', ';', '(', '.']))
        }
    };
    let near: Vec<_> = words(text).into_iter().take(3).collect();
    let counted = near.first().is_some_and(|word| matches!(word.folded.as_str(), "no" | "of"));
    closed && !counted && near.iter().any(|word| is_no_result(&word.folded) || names_part(&[word]))
}
