//! Who sat the exam.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A Latvian personal code, as `dddddd-ddddd`. Shown masked unless asked for.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PersonalCode(String);

/// How a person is identified.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", content = "value", rename_all = "kebab-case")]
pub enum Identifier {
    /// A personal code.
    PersonalCode(PersonalCode),
    /// An identification number issued to a person without one.
    Other(String),
}

impl PersonalCode {
    /// Reads `dddddd-ddddd` or eleven digits: the new form beginning with 32, or the old one with a date of birth; `None`
    /// for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (first, second) = text.split_once(['-', '–']).or_else(|| text.split_at_checked(6))?;
        let digits = |part: &str, length| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(first, 6) || !digits(second, 5) {
            return None;
        }
        let new_form = first.starts_with("32");
        (new_form || is_date(first)).then(|| Self(format!("{first}-{second}")))
    }

    /// With all digits.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// With its digits hidden but the last two.
    #[must_use]
    pub fn masked(&self) -> String {
        let last = self.0.get(self.0.len().saturating_sub(2)..).unwrap_or_default();
        format!("••••••-•••{last}")
    }
}

/// Day, month, year of birth, two digits each.
fn is_date(digits: &str) -> bool {
    let part = |from: usize| digits.get(from..from.saturating_add(2)).and_then(|part| part.parse::<u8>().ok());
    matches!((part(0), part(2)), (Some(1..=31), Some(1..=12)))
}

impl fmt::Debug for PersonalCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.masked())
    }
}

#[cfg(test)]
mod tests {
    use super::PersonalCode;

    #[test]
    fn both_forms_are_read_and_masked() {
        for text in ["320000-00001", "32000000001", " 320000–00001 "] {
            let code = PersonalCode::parse(text).unwrap();
            assert_eq!(code.reveal(), "320000-00001");
            assert_eq!(code.masked(), "••••••-•••01");
            assert!(!format!("{code:?}").contains("0000"));
        }
        assert!(PersonalCode::parse("010199-00000").is_some());
    }

    #[test]
    fn anything_else_is_not() {
        for text in ["", "450199-00000", "011399-00000", "320000-0000", "3200000-0001", "abcdef-ghijk", "SAMPLE-00001"]
        {
            assert!(PersonalCode::parse(text).is_none(), "{text}");
        }
    }
}
