//! Results in running text: the overall one behind the words for it, parts behind their names.

use super::{Said, Sentence};
use crate::exam::Place;
use crate::exam::fields::collect::Candidate;
use crate::exam::fields::labels::{Field, Word, fold, words};
use crate::exam::fields::parts::{PartFound, is_part};
use crate::exam::fields::role::{Plain, is_others, names_part, plain_percents, say_no_result};
use crate::exam::fields::values::Rank;
use crate::exam::fields::vocabulary::PARTS;
use crate::exam::percent::percents;

/// Reads the percentages of a sentence.
pub(super) fn read(sentence: &Sentence<'_>, said: &mut Said) {
    let all = words(sentence.text);
    let plain = plain_percents(sentence.text);
    // "Lasīšana 30 %, rakstīšana 30 %" are shares where the sentence says so anywhere.
    let shares = all.iter().any(|word| {
        ["ipatsvar", "svars", "svaru", "veido", "sastad", "weight"].iter().any(|start| word.folded.starts_with(start))
    });
    if shares {
        return;
    }
    let mut weak: Vec<&Plain> = Vec::new();
    for percent in &plain {
        let clause = clause(sentence.text, &all, percent);
        let after = following(sentence.text, percent.end);
        let after: Vec<&Word> = after.iter().collect();
        if let Some(name) = part_before(sentence.text, &clause, percent) {
            said.parts.push(part(sentence, &name, percent));
        } else if names_part(&after) {
            // "85 % lasīšanā": the name stands behind, so the percentage is a part's and no result of the exam.
        } else if let Some(cue) = strong_cue(&clause) {
            let between = clause.get(cue..).unwrap_or_default();
            if is_close(sentence.text, between, percent) {
                said.candidates.push(overall(sentence, percent));
            }
        } else if weak_cue(&clause) && !is_of_others(&clause) && all.iter().any(is_exam) && !names_part(&clause) {
            weak.push(percent);
        }
    }
    if let ([one], 1) = (weak.as_slice(), plain.len()) {
        said.candidates.push(overall(sentence, one));
    } else if let [one] = plain.as_slice() {
        said.candidates.extend(bare_result(sentence, &all, one));
    }
}

/// "Rezultāts 65 %." says no more than a weak label does.
fn bare_result(sentence: &Sentence<'_>, all: &[Word], one: &Plain) -> Option<Candidate> {
    let result =
        ["rezultat", "result"].iter().any(|start| all.first().is_some_and(|first| first.folded.starts_with(start)));
    let close = all.iter().filter(|word| word.end <= one.start).count() <= 3;
    let of_part = names_part(&all.iter().collect::<Vec<_>>());
    (result && close && !of_part).then(|| sentence.candidate(Field::Result, &one.source, Rank::Prose, one.start))
}

/// The words between the percentage before and this one.
fn clause<'w>(text: &str, all: &'w [Word], percent: &Plain) -> Vec<&'w Word> {
    let before = percents(text).into_iter().filter(|other| other.at < percent.start);
    let from = before.map(|other| other.at.saturating_add(other.source.len())).max().unwrap_or(0);
    all.iter().filter(|word| word.start >= from && word.end <= percent.start).collect()
}

fn is_exam(word: &Word) -> bool {
    ["eksamen", "exam", "parbaudijum"].iter().any(|start| word.folded.starts_with(start))
}

fn overall(sentence: &Sentence<'_>, percent: &Plain) -> Candidate {
    sentence.candidate(Field::Overall, &percent.source, Rank::Prose, percent.start)
}

/// “eksāmena 1. daļa” is the first part: a sentence says whose.
fn without_exam(name: &str) -> &str {
    match name.trim().split_once(' ') {
        Some((first, rest)) if matches!(fold(first).as_str(), "eksamena" | "examination" | "exam") => rest.trim_start(),
        _ => name,
    }
}

fn part(sentence: &Sentence<'_>, name: &str, percent: &Plain) -> PartFound {
    let place: Place = sentence.place(percent.start);
    PartFound {
        name: without_exam(name).to_owned(),
        value: percent.value,
        source: percent.source.clone(),
        place,
        line: sentence.line(percent.start),
    }
}

/// The words for an overall result; the index of the word behind them.
fn strong_cue(clause: &[&Word]) -> Option<usize> {
    let result = |word: &Word| {
        ["rezultat", "vertejum", "result", "score", "percentage"].iter().any(|start| word.folded.starts_with(start))
    };
    clause.iter().enumerate().rev().find_map(|(index, word)| {
        let next = clause.get(index.saturating_add(1)).copied();
        let next_result = next.is_some_and(result) || clause.get(index.saturating_add(2)).copied().is_some_and(result);
        let folded = word.folded.as_str();
        let alone =
            folded.starts_with("kopvertejum") || matches!(folded, "galarezultats" | "kopa" | "kopsumma" | "overall");
        let with = folded.starts_with("kopej")
            || folded.starts_with("galig")
            || matches!(folded, "gala" | "total" | "final")
            || is_exam(word);
        let before = clause.get(index.saturating_sub(3)..index).unwrap_or_default();
        let spoiled = before.iter().any(|word| say_no_result(&word.folded) || is_others(&word.folded));
        let whole = folded.starts_with("kop") && folded != "kopa" || folded == "overall";
        let nearest = if whole { index.saturating_sub(2) } else { 0 };
        let of_part = names_part(clause.get(nearest..index).unwrap_or_default());
        ((alone || (with && next_result)) && !spoiled && !of_part).then(|| index.saturating_add(1))
    })
}

/// Few words between the cue and the percentage, none of which speaks of a part or of something else, and no full stop.
fn is_close(text: &str, between: &[&Word], percent: &Plain) -> bool {
    let from = between.first().map_or(percent.start, |word| word.start);
    let gap = text.get(from..percent.start).unwrap_or_default();
    let lists = between
        .iter()
        .any(|word| matches!(word.folded.as_str(), "aprekina" | "noteikts" | "nosaka" | "izsaka" | "izteikts"));
    let whole = percent.value.is_some_and(|value| value.hundredths() == 10_000);
    let scale = whole && text.get(..percent.start).is_some_and(|before| before.trim_end().ends_with('('));
    !scale && between.len() <= 8 && !gap.contains(['.', ';']) && !names_part(between) && !say_no_result(gap) && !lists
}

/// `Skolas eksāmena rezultāts`, `Latvijas skolēni ieguva`.
fn is_of_others(clause: &[&Word]) -> bool {
    let result =
        |word: &Word| is_exam(word) || word.folded.starts_with("rezultat") || word.folded.starts_with("vertejum");
    let many = |word: &&&Word| {
        ["skoleni", "skolenu", "skoleniem", "latvija", "latvijas", "pupils", "students"].contains(&word.folded.as_str())
    };
    let owned = |(index, word): (usize, &&Word)| {
        let next = clause.get(index.saturating_add(1)..).unwrap_or_default().iter().take(3);
        is_others(&word.folded) && next.copied().any(result)
    };
    clause.iter().any(|word| many(&word)) || clause.iter().enumerate().any(owned)
}

fn weak_cue(clause: &[&Word]) -> bool {
    let cues = [
        "iegu", "sanem", "novertet", "nokartoj", "rezultat", "vertejum", "sasnie", "scored", "achiev", "obtain",
        "result", "received",
    ];
    clause.iter().rev().take(6).any(|word| cues.iter().any(|start| word.folded.starts_with(start)))
}

/// The words behind a percentage up to the next sign.
fn following(text: &str, end: usize) -> Vec<Word> {
    let after = text.get(end..).unwrap_or_default();
    let stop = after.find([',', ';', '.', '(', ')', '–', ':']).unwrap_or(after.len());
    words(after.get(..stop).unwrap_or_default()).into_iter().take(4).collect()
}

/// The name of a part directly before a percentage: `lasīšana – 85 %`, `klausīšanās daļā 90 %`, `1. daļā 85 %`.
fn part_before(text: &str, clause: &[&Word], percent: &Plain) -> Option<String> {
    let last = clause.last()?;
    let gap = text.get(last.end..percent.start)?.trim();
    if !matches!(gap, "" | "–" | "-" | "—" | ":" | "ir") {
        return None;
    }
    (1..=4).rev().find_map(|length| {
        let from = clause.len().checked_sub(length)?;
        let taken = clause.get(from..)?;
        let written = text.get(taken.first()?.start..last.end)?;
        let signs = written.contains([',', ';', '%', '(', ':']);
        let before = from.checked_sub(1).and_then(|at| clause.get(at));
        let free = before.is_none_or(|before| !say_no_result(&before.folded) && !is_name_word(&before.folded));
        (!signs && free && is_part(written)).then(|| nominative(written))
    })
}

/// Whether a word could belong to a longer name of a part.
fn is_name_word(folded: &str) -> bool {
    folded == "un" || folded == "and"
}

/// As it is written, or the nominative of a name that is known in another case.
fn nominative(written: &str) -> String {
    let lower = written.to_lowercase();
    let inflected = lower.ends_with("daļā") || lower.ends_with("ā") || lower.ends_with("jumā");
    if !inflected {
        return written.to_owned();
    }
    if let Some(stem) = written.strip_suffix("daļā") {
        return format!("{stem}daļa");
    }
    let folded = crate::exam::fields::labels::fold(written);
    PARTS.get(folded.as_str()).map_or_else(|| written.to_owned(), |part| part.nominative.to_owned())
}
