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
    /// Reads `dddddd-ddddd` or eleven digits; `None` for anything else.
    #[must_use]
    pub fn parse(_text: &str) -> Option<Self> {
        None
    }

    /// With all digits.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// With its digits hidden but the last two.
    #[must_use]
    pub fn masked(&self) -> String {
        String::from("••••••-•••••")
    }
}

impl fmt::Debug for PersonalCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.masked())
    }
}
