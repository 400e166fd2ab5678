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

/// What the last digit of a personal code says about the ten before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checksum {
    /// The new form, beginning with 32, has none.
    NotApplicable,
    /// It agrees.
    Right,
    /// It does not: a digit is wrong, or the code is an invented one.
    Wrong,
}

/// Weights of the first ten digits of the old form.
const WEIGHTS: [u32; 10] = [1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/// What stands between the two groups: hyphens and the dashes that word processors make of them.
const HYPHENS: [char; 6] = ['-', '–', '‐', '\u{2011}', '−', '—'];

impl PersonalCode {
    /// Reads `dddddd-ddddd` or eleven digits: the new form beginning with 32, or the old one with a date of birth and a digit for
    /// its century; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (first, second) = text.split_once(HYPHENS).or_else(|| text.split_at_checked(6))?;
        let (first, second) = (first.trim_end(), second.trim_start());
        let digits = |part: &str, length| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(first, 6) || !digits(second, 5) {
            return None;
        }
        let new_form = first.starts_with("32");
        (new_form || is_birth(first, second)).then(|| Self(format!("{first}-{second}")))
    }

    /// Whether the last digit agrees with the others.
    #[must_use]
    pub fn checksum(&self) -> Checksum {
        if self.0.starts_with("32") {
            return Checksum::NotApplicable;
        }
        let digits: Vec<u32> = self.0.chars().filter_map(|digit| digit.to_digit(10)).collect();
        let sum: u32 = digits.iter().zip(WEIGHTS).map(|(digit, weight)| digit.saturating_mul(weight)).sum();
        // The largest possible sum is 495, so the difference is never negative.
        let expected = 1101_u32.saturating_sub(sum) % 11 % 10;
        if digits.last() == Some(&expected) { Checksum::Right } else { Checksum::Wrong }
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

impl Identifier {
    /// With nothing in it that tells who it is: a code but for its last two digits; of any other number nobody knows which part
    /// of it tells something.
    #[must_use]
    pub fn masked(&self) -> String {
        match self {
            Self::PersonalCode(code) => code.masked(),
            Self::Other(_) => "••••••".to_owned(),
        }
    }

    /// As it is.
    #[must_use]
    pub fn reveal(&self) -> &str {
        match self {
            Self::PersonalCode(code) => code.reveal(),
            Self::Other(other) => other,
        }
    }
}

/// Day, month and year of birth, two digits each, and the digit of the century: 0, 1 or 2 for 18, 19 and 20.
fn is_birth(date: &str, rest: &str) -> bool {
    let part = |from: usize| date.get(from..from.saturating_add(2)).and_then(|part| part.parse::<u32>().ok());
    let century = rest.chars().next().and_then(|digit| digit.to_digit(10)).filter(|digit| *digit <= 2);
    let (Some(day), Some(month), Some(year), Some(century)) = (part(0), part(2), part(4), century) else {
        return false;
    };
    let year = century.saturating_add(18).saturating_mul(100).saturating_add(year);
    (1..=days_of(month, year)).contains(&day)
}

/// Days of a month; 0 for a month that there is not.
pub(super) fn days_of(month: u32, year: u32) -> u32 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

impl fmt::Debug for PersonalCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.masked())
    }
}

#[cfg(test)]
mod tests {
    use super::{Checksum, PersonalCode};

    #[test]
    fn both_forms_are_read_and_masked() {
        for text in ["320000-00001", "32000000001", " 320000–00001 "] {
            let code = PersonalCode::parse(text).unwrap();
            assert_eq!(code.reveal(), "320000-00001");
            assert_eq!(code.masked(), "••••••-•••01");
            assert!(!format!("{code:?}").contains("0000"));
        }
        assert!(PersonalCode::parse("010199-00000").is_some());
        assert!(PersonalCode::parse("290204-20000").is_some() && PersonalCode::parse("290203-20000").is_none());
    }

    #[test]
    fn the_old_form_carries_a_checksum_and_the_new_one_none() {
        let checksum = |text: &str| PersonalCode::parse(text).unwrap().checksum();
        // 1101 - (6*1 + 7*1 + 9*9 + 10*9 + 5*1) = 1101 - 189 = 912 = 82 * 11 + 10, and 10 mod 10 = 0.
        assert_eq!(checksum("010199-10000"), Checksum::Right);
        assert_eq!(checksum("010199-10001"), Checksum::Wrong);
        assert_eq!(checksum("01019910000"), Checksum::Right);
        assert_eq!(checksum("320000-00001"), Checksum::NotApplicable);
        let right = (0..10).filter(|last| checksum(&format!("150507-2345{last}")) == Checksum::Right).count();
        assert_eq!(right, 1, "one last digit and no other");
    }

    #[test]
    fn anything_else_is_not() {
        for text in [
            "",
            "450199-00000",
            "011399-00000",
            "320000-0000",
            "3200000-0001",
            "abcdef-ghijk",
            "SAMPLE-00001",
            "310499-10000",
            "010199-30000",
        ] {
            assert!(PersonalCode::parse(text).is_none(), "{text}");
        }
    }
}
