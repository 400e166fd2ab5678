//! Which shape goes with which word. The word itself was decided long before.

use crate::gui::theme::Tone;
use crate::report::{Authenticity, Coverage, Standing};
use crate::validation::Outcome;

/// Shape of a verdict.
pub(super) fn of_verdict(authenticity: Authenticity) -> Tone {
    match authenticity {
        Authenticity::Genuine => Tone::Good,
        Authenticity::Refuted(_) => Tone::Bad,
        Authenticity::ValidButOtherIssuer | Authenticity::CannotConfirm(_) => Tone::Doubt,
        Authenticity::Unsigned | Authenticity::Unsupported | Authenticity::NotAnEDocument => Tone::Quiet,
    }
}

/// Shape of a check or fact.
pub(super) fn of_outcome(outcome: Outcome) -> Tone {
    match outcome {
        Outcome::Passed => Tone::Good,
        Outcome::Failed => Tone::Bad,
        Outcome::Unknown => Tone::Doubt,
        Outcome::Skipped => Tone::Quiet,
    }
}

/// Shape of a document's coverage.
pub(super) fn of_coverage(coverage: Coverage) -> Tone {
    match coverage {
        Coverage::Covered => Tone::Good,
        Coverage::Changed => Tone::Bad,
        Coverage::Partly | Coverage::NotCovered => Tone::Doubt,
    }
}

/// Shape of how far a result may be taken as one.
pub(super) fn of_standing(standing: Standing) -> Tone {
    match standing {
        Standing::Confirmed => Tone::Good,
        Standing::NotConfirmed => Tone::Doubt,
        Standing::Withheld => Tone::Bad,
    }
}
