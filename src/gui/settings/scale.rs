//! How large the whole window is drawn: steps between four fifths and three times.

/// Size of everything in the window, in percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale(u16);

/// Steps, as browsers have them.
const STEPS: [u16; 11] = [80, 90, 100, 110, 125, 150, 175, 200, 225, 250, 300];

impl Scale {
    /// A size in percent; `None` below 80 and above 300.
    #[must_use]
    pub fn from_percent(percent: u16) -> Option<Self> {
        (80..=300).contains(&percent).then_some(Self(percent))
    }

    /// In percent.
    #[must_use]
    pub fn percent(self) -> u16 {
        self.0
    }

    /// As a factor.
    #[must_use]
    pub fn factor(self) -> f32 {
        f32::from(self.0) / 100.0
    }

    /// The next step up; the same at the end.
    #[must_use]
    pub fn larger(self) -> Self {
        STEPS.into_iter().find(|step| *step > self.0).map_or(self, Self)
    }

    /// The next step down; the same at the end.
    #[must_use]
    pub fn smaller(self) -> Self {
        STEPS.into_iter().rev().find(|step| *step < self.0).map_or(self, Self)
    }
}

impl Default for Scale {
    fn default() -> Self {
        Self(100)
    }
}

#[cfg(test)]
mod tests {
    use super::{STEPS, Scale};

    #[test]
    fn steps_lead_from_end_to_end_and_no_further() {
        let mut scale = Scale::from_percent(80).unwrap();
        assert_eq!(scale.smaller(), scale);
        for step in STEPS.into_iter().skip(1) {
            scale = scale.larger();
            assert_eq!(scale.percent(), step);
        }
        assert_eq!((scale.larger(), scale.percent()), (scale, 300));
        assert_eq!(Scale::from_percent(105).unwrap().larger().percent(), 110);
        assert_eq!(Scale::from_percent(105).unwrap().smaller().percent(), 100);
        assert_eq!((Scale::from_percent(79), Scale::from_percent(301)), (None, None));
    }
}
