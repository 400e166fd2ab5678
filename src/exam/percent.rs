//! A result in percent.

use serde::{Deserialize, Serialize};

/// A percentage between 0 and 100 with two decimals, kept in hundredths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Percent(u16);

impl<'de> Deserialize<'de> for Percent {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let hundredths = u16::deserialize(deserializer)?;
        Self::from_hundredths(hundredths).ok_or_else(|| serde::de::Error::custom("a percentage above 100"))
    }
}

/// A number with a percent sign or word, found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FoundPercent {
    /// The value; `None` where it is no result: above 100, below 0, more than two decimals.
    pub(super) value: Option<Percent>,
    /// As it stands in the text.
    pub(super) source: String,
    /// Where in the text it begins, in bytes.
    pub(super) at: usize,
}

impl Percent {
    /// From hundredths of a percent; `None` above 100 %.
    #[must_use]
    pub fn from_hundredths(hundredths: u16) -> Option<Self> {
        (hundredths <= 10_000).then_some(Self(hundredths))
    }

    /// In hundredths of a percent.
    #[must_use]
    pub fn hundredths(self) -> u16 {
        self.0
    }
}

/// Every percentage in `text`: a number followed by `%` or a word for percent. A bare number is none.
pub(super) fn percents(text: &str) -> Vec<FoundPercent> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let base = text.len().saturating_sub(rest.len());
        let (number, after) = take_number(rest.get(start..).unwrap_or_default());
        let at = base.saturating_add(start);
        if let Some(length) = unit(after) {
            let sign = text.get(..at).and_then(|before| before.chars().next_back());
            let negative = matches!(sign, Some('-' | '−' | '–'));
            let end = at.saturating_add(number.len()).saturating_add(length);
            let source = text.get(at..end).unwrap_or_default().trim().to_owned();
            found.push(FoundPercent { value: if negative { None } else { value(number) }, source, at });
        }
        rest = after;
    }
    found
}

/// Digits with at most one decimal sign between them, and what follows.
fn take_number(text: &str) -> (&str, &str) {
    let digits = |text: &str| text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let mut end = digits(text);
    let decimal = text.get(end..).and_then(|after| after.strip_prefix([',', '.']));
    if let Some(after) = decimal.filter(|after| after.starts_with(|c: char| c.is_ascii_digit())) {
        end = end.saturating_add(1).saturating_add(digits(after));
    }
    text.split_at_checked(end).unwrap_or((text, ""))
}

/// Length of spaces and the percent sign or word; `None` where neither follows.
fn unit(after: &str) -> Option<usize> {
    let rest = after.trim_start_matches([' ', '\u{a0}', '\u{202f}', '\u{2009}']);
    let spaces = after.len().checked_sub(rest.len())?;
    if rest.starts_with('%') {
        return spaces.checked_add(1);
    }
    if rest.get(.."per cent".len()).is_some_and(|start| start.eq_ignore_ascii_case("per cent")) {
        return Some(spaces.saturating_add("per cent".len()));
    }
    let word = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let known = ["procents", "procenti", "procentu", "procentus", "procentiem", "percent"];
    known.contains(&word.to_lowercase().as_str()).then(|| spaces.saturating_add(word.len()))
}

fn value(number: &str) -> Option<Percent> {
    let (whole, decimals) = number.split_once([',', '.']).unwrap_or((number, ""));
    if whole.len() > 3 || decimals.len() > 2 {
        return None;
    }
    let whole: u16 = whole.parse().ok()?;
    let decimals: u16 = format!("{decimals:0<2}").parse().ok()?;
    Percent::from_hundredths(whole.checked_mul(100)?.checked_add(decimals)?)
}

#[cfg(test)]
mod tests {
    use super::percents;

    fn only(text: &str) -> Option<u16> {
        let found = percents(text);
        assert_eq!(found.len(), 1, "{text}");
        found[0].value.map(super::Percent::hundredths)
    }

    #[test]
    fn every_usual_spelling_is_read() {
        for text in [
            "87,50 %",
            "87.50%",
            "87,5 %",
            "87,50\u{a0}%",
            "87,50 procenti",
            "87.5 percent",
            "87.5 per cent",
            "(87,50 %)",
        ] {
            assert_eq!(only(text), Some(8750), "{text}");
        }
        assert_eq!(only("100 %"), Some(10_000));
        assert_eq!(only("0 %"), Some(0));
        assert_eq!(only("7 %"), Some(700));
    }

    #[test]
    fn what_is_no_result_has_no_value() {
        for text in ["187 %", "100,01 %", "-5 %", "−5 %", "87,505 %", "1000 %"] {
            assert_eq!(only(text), None, "{text}");
        }
        assert!(percents("87,50").is_empty() && percents("2024. gads").is_empty());
    }

    #[test]
    fn several_are_found_in_their_order() {
        let found = percents("Lasīšana 80 %, rakstīšana 75,5 %");
        assert_eq!(found.iter().map(|one| one.source.as_str()).collect::<Vec<_>>(), ["80 %", "75,5 %"]);
    }
}
