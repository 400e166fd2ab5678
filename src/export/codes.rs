//! Personal codes in what is written out: masked unless asked for.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::exam::{Identifier, Reading};
use crate::report::Report;

/// Whether personal codes are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Codes {
    /// All digits but the last two are hidden.
    #[default]
    Masked,
    /// As they are.
    Shown,
}

/// What must not be shown of one report: its identifiers of persons, wherever they stand.
#[derive(Clone)]
pub struct Secrets {
    codes: Codes,
    /// Longest first, so that a code inside a longer identifier does not leave the rest behind.
    values: Arc<[String]>,
}

impl Secrets {
    /// The identifiers of persons in a report: codes of its certificates and of its exam certificates.
    #[must_use]
    pub fn of(report: &Report, codes: Codes) -> Self {
        let mut values = Vec::new();
        for signer in report.signatures.iter().filter_map(|signature| signature.signer.as_ref()) {
            values.extend(signer.serial_number.clone());
        }
        for exam in &report.exams {
            let Reading::Exams { certificates, .. } = &exam.reading else { continue };
            for identifier in certificates.iter().filter_map(|certificate| certificate.identifier.as_ref()) {
                values.push(match &identifier.value {
                    Identifier::PersonalCode(code) => code.reveal().to_owned(),
                    Identifier::Other(other) => other.clone(),
                });
            }
        }
        Self::of_values(values, codes)
    }

    fn of_values(mut values: Vec<String>, codes: Codes) -> Self {
        let without_dash: Vec<_> = values.iter().map(|value| value.replace('-', "")).collect();
        values.extend(without_dash);
        // As a JSON string has them, where that differs.
        let quoted: Vec<_> = values.iter().filter_map(|value| serde_json::to_string(value).ok()).collect();
        values.extend(quoted.iter().map(|value| value.trim_matches('"').to_owned()));
        values.retain(|value| value.chars().filter(char::is_ascii_digit).count() > VISIBLE);
        longest_first(&mut values);
        values.dedup();
        Self { codes, values: values.into() }
    }

    /// Whether personal codes are shown.
    pub(super) fn codes(&self) -> Codes {
        self.codes
    }

    /// Nothing is known: only what is written like a Latvian personal code is masked.
    #[must_use]
    pub fn none(codes: Codes) -> Self {
        Self { codes, values: Arc::default() }
    }

    /// Identifiers that somebody else wrote out.
    pub(super) fn written<'t>(identifiers: impl IntoIterator<Item = &'t str>, codes: Codes) -> Self {
        Self::of_values(identifiers.into_iter().map(str::to_owned).collect(), codes)
    }

    /// What must not be shown of any of these reports.
    pub(super) fn joined<'s>(all: impl IntoIterator<Item = &'s Self>, codes: Codes) -> Self {
        // Files of one person have the same: a set, so that each is looked for once.
        let values: BTreeSet<&String> = all.into_iter().flat_map(|secrets| secrets.values.iter()).collect();
        let mut values: Vec<String> = values.into_iter().cloned().collect();
        longest_first(&mut values);
        Self { codes, values: values.into() }
    }

    /// `text` with every identifier masked, and with everything that is written like a Latvian personal code.
    #[must_use]
    pub fn mask(&self, text: &str) -> String {
        if self.codes == Codes::Shown {
            return text.to_owned();
        }
        let known = self.values.iter().fold(text.to_owned(), |text, value| text.replace(value, &hidden(value)));
        mask_patterns(&known)
    }
}

fn longest_first(values: &mut [String]) {
    values.sort_by(|one, other| other.len().cmp(&one.len()).then_with(|| one.cmp(other)));
}

/// An identifier in a place of its own.
pub(super) fn identifier(identifier: &Identifier, codes: Codes) -> String {
    match (identifier, codes) {
        (Identifier::PersonalCode(code), Codes::Shown) => code.reveal().to_owned(),
        (Identifier::PersonalCode(code), Codes::Masked) => code.masked(),
        (Identifier::Other(other), Codes::Shown) => other.clone(),
        // Of any other number nobody knows which part of it tells something.
        (Identifier::Other(_), Codes::Masked) => WHOLLY.to_owned(),
    }
}

/// Digits that stay visible, so that two codes can be told apart.
const VISIBLE: usize = 2;
/// What stands in a digit's place.
const DOT: char = '•';
/// What stands in the place of an identifier that is hidden whole.
const WHOLLY: &str = "••••••";

/// All digits hidden but the last two.
fn hidden(value: &str) -> String {
    let digits = value.chars().filter(char::is_ascii_digit).count();
    let mut seen = 0;
    let mut hide = |character: char| {
        if !character.is_ascii_digit() {
            return character;
        }
        seen += 1;
        if seen + VISIBLE > digits { character } else { DOT }
    };
    value.chars().map(&mut hide).collect()
}

/// The text of an identifier that somebody else wrote out.
pub(super) fn identifier_text(text: &str, codes: Codes) -> String {
    match codes {
        Codes::Shown => text.to_owned(),
        Codes::Masked => hidden(text),
    }
}

/// Whether two identifiers can be the same: one that is hidden whole says nothing.
pub(super) fn may_be_same(one: &str, other: &str) -> bool {
    [one, other].contains(&WHOLLY) || alike(one, other)
}

/// Whether two texts can be the same where digits of either may be hidden.
pub(super) fn alike(one: &str, other: &str) -> bool {
    let hides = |hidden: char, digit: char| hidden == DOT && digit.is_ascii_digit();
    let alike = |(one, other): (char, char)| one == other || hides(one, other) || hides(other, one);
    one.chars().count() == other.chars().count() && one.chars().zip(other.chars()).all(alike)
}

/// Masks `dddddd-ddddd` wherever no digit stands before or after it.
fn mask_patterns(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let boundary = !out.ends_with(|c: char| c.is_ascii_digit());
        match code_at(rest).filter(|_| boundary) {
            Some(code) => {
                out.push_str(&hidden(code));
                rest = rest.get(code.len()..).unwrap_or_default();
            }
            None => {
                out.push(first);
                rest = rest.get(first.len_utf8()..).unwrap_or_default();
            }
        }
    }
    out
}

/// The personal code that `text` begins with.
fn code_at(text: &str) -> Option<&str> {
    const LENGTH: usize = 12;
    let bytes = text.as_bytes().get(..LENGTH)?;
    let shaped = bytes.iter().enumerate().all(|(at, byte)| if at == 6 { *byte == b'-' } else { byte.is_ascii_digit() });
    let ends = !text.as_bytes().get(LENGTH).is_some_and(u8::is_ascii_digit);
    text.get(..LENGTH).filter(|_| shaped && ends)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secrets(values: &[&str], codes: Codes) -> Secrets {
        Secrets { codes, values: values.iter().map(|value| (*value).to_owned()).collect() }
    }

    #[test]
    fn codes_keep_their_last_two_digits() {
        let none = secrets(&[], Codes::Masked);
        assert_eq!(none.mask("PNOLV-320000-00012, 320000-00034."), "PNOLV-••••••-•••12, ••••••-•••34.");
        assert_eq!(secrets(&[], Codes::Shown).mask("320000-00012"), "320000-00012");
    }

    #[test]
    fn other_numbers_stay() {
        let none = secrets(&[], Codes::Masked);
        for text in ["NTRLV-40003011203", "1234567-12345", "123456-123456", "2025-06-21", "ā320000-0001"] {
            assert_eq!(none.mask(text), text);
        }
    }

    #[test]
    fn known_identifiers_are_masked_whatever_their_shape() {
        let known = secrets(&["PNOEE-38001085718", "38001085718"], Codes::Masked);
        assert_eq!(known.mask("PARAUGS,PNOEE-38001085718 / 38001085718"), "PARAUGS,PNOEE-•••••••••18 / •••••••••18");
    }

    #[test]
    fn what_is_hidden_may_be_what_is_shown() {
        for (one, other) in [("320000-00001", "••••••-•••01"), ("A4711", "••••••"), ("Anna", "Anna")]
        {
            assert!(may_be_same(one, other) && may_be_same(other, one), "{one} {other}");
        }
        for (one, other) in [("320000-00002", "••••••-•••01"), ("Anna", "Anne"), ("1", "••"), ("Anna", "••••")]
        {
            assert!(!may_be_same(one, other) && !may_be_same(other, one), "{one} {other}");
        }
    }

    #[test]
    fn what_is_joined_hides_what_each_hides() {
        let (one, other) = (secrets(&["4711"], Codes::Masked), secrets(&["47110815", "4711"], Codes::Masked));
        let joined = Secrets::joined([&one, &other], Codes::Masked);
        assert_eq!(joined.mask("4711 47110815 0815"), "••11 ••••••15 0815");
        assert_eq!(Secrets::joined([&one], Codes::Masked).mask("9999"), "9999");
        assert_eq!(Secrets::joined([&one], Codes::Shown).mask("4711"), "4711");
    }
}
