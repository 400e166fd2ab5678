//! A result in percent.

use serde::{Deserialize, Serialize};

/// A percentage between 0 and 100 with two decimals, kept in hundredths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Percent(u16);

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
