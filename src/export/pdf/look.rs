//! Every colour and every size of a page. Colours are those of the window's light theme, dark enough for paper.

use crate::report::{Authenticity, Coverage, Standing};
use crate::validation::Outcome;

/// What a shape and its colour say; no shape stands without words that say the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tone {
    /// It is so.
    Good,
    /// It is not so.
    Bad,
    /// It cannot be said.
    Doubt,
    /// It is so, and somebody else says it.
    Other,
    /// There is nothing to say.
    Quiet,
}

/// A colour: red, green, blue.
pub(super) type Ink = [u8; 3];

/// Text.
pub(super) const TEXT: Ink = [0x1B, 0x21, 0x2C];
/// Labels and remarks.
pub(super) const MUTED: Ink = [0x54, 0x5E, 0x6E];
/// Lines between sections.
pub(super) const LINE: Ink = [0xD9, 0xDD, 0xE4];

impl Tone {
    /// Of the word on a file; of one that was not examined there is nothing to say.
    pub(super) fn of_word(word: Option<Authenticity>) -> Self {
        match word {
            Some(Authenticity::Genuine) => Self::Good,
            Some(Authenticity::Refuted(_)) => Self::Bad,
            Some(Authenticity::ValidButOtherIssuer) => Self::Other,
            Some(Authenticity::CannotConfirm(_)) => Self::Doubt,
            Some(Authenticity::Unsigned | Authenticity::Unsupported | Authenticity::NotAnEDocument) | None => {
                Self::Quiet
            }
        }
    }

    /// Of a fact or check.
    pub(super) fn of_outcome(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Passed => Self::Good,
            Outcome::Failed => Self::Bad,
            Outcome::Unknown => Self::Doubt,
            Outcome::Skipped => Self::Quiet,
        }
    }

    /// Of how far a document is covered.
    pub(super) fn of_coverage(coverage: Coverage) -> Self {
        match coverage {
            Coverage::Covered => Self::Good,
            Coverage::Changed => Self::Bad,
            Coverage::Partly | Coverage::NotCovered => Self::Doubt,
        }
    }

    /// Of how far a result may be taken as one.
    pub(super) fn of_result(standing: Standing, word: Authenticity) -> Self {
        match (standing, word) {
            (Standing::Confirmed, _) => Self::Good,
            (Standing::NotConfirmed, Authenticity::ValidButOtherIssuer) => Self::Other,
            (Standing::NotConfirmed, _) => Self::Doubt,
            (Standing::Withheld, _) => Self::Bad,
        }
    }

    /// Colour of shape and word.
    pub(super) fn ink(self) -> Ink {
        match self {
            Self::Good => [0x1A, 0x64, 0x1B],
            Self::Bad => [0xA3, 0x1F, 0x2F],
            Self::Doubt => [0x7A, 0x52, 0x05],
            Self::Other => [0x6A, 0x2A, 0x8F],
            Self::Quiet => [0x4B, 0x55, 0x65],
        }
    }

    /// Colour behind them.
    pub(super) fn ground(self) -> Ink {
        match self {
            Self::Good => [0xEA, 0xF8, 0xEA],
            Self::Bad => [0xFB, 0xEC, 0xED],
            Self::Doubt => [0xFD, 0xF5, 0xE2],
            Self::Other => [0xF6, 0xED, 0xFB],
            Self::Quiet => [0xEE, 0xF0, 0xF3],
        }
    }
}

/// Width and height of A4, in points.
pub(super) const PAGE: (f32, f32) = (595.0, 842.0);
/// Room left and right.
pub(super) const SIDE: f32 = 46.0;
/// Room above.
pub(super) const TOP: f32 = 38.0;
/// Where text ends and the foot of the page begins.
pub(super) const BOTTOM: f32 = 803.0;
/// Width of text.
pub(super) const WIDTH: f32 = PAGE.0 - 2.0 * SIDE;
/// Width of the column of labels.
pub(super) const LABELS: f32 = 164.0;

/// The same in sections whose labels are all short; there two fields may stand beside each other.
pub(super) const HALF_LABELS: f32 = 104.0;

/// Size of a title.
pub(super) const TITLE: f32 = 13.0;
/// Size of the word of a verdict.
pub(super) const WORD: f32 = 18.0;
/// Size of a result.
pub(super) const RESULT: f32 = 19.0;
/// Size of what is no result.
pub(super) const UNCONFIRMED: f32 = 12.0;
/// Size of a heading.
pub(super) const HEADING: f32 = 10.0;
/// Size of text.
pub(super) const BODY: f32 = 8.5;
/// Size of remarks and of what stands at the foot.
pub(super) const SMALL: f32 = 7.5;
/// Height of a line, in sizes of its text.
pub(super) const LEADING: f32 = 1.2;
