//! Which shape goes with which word. The word itself was decided long before.

use crate::Timestamp;
use crate::gui::theme::Tone;
use crate::report::{Authenticity, Coverage, Standing};
use crate::trust::ListFacts;
use crate::validation::Outcome;

/// Shape of a verdict.
pub(in crate::gui) fn of_verdict(authenticity: Authenticity) -> Tone {
    match authenticity {
        Authenticity::Genuine => Tone::Good,
        Authenticity::Refuted(_) => Tone::Bad,
        Authenticity::ValidButOtherIssuer => Tone::Other,
        Authenticity::CannotConfirm(_) => Tone::Doubt,
        Authenticity::Unsigned | Authenticity::Unsupported | Authenticity::NotAnEDocument => Tone::Quiet,
    }
}

/// Shape of a check or fact.
pub(in crate::gui) fn of_outcome(outcome: Outcome) -> Tone {
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

/// Shape of a trusted list.
pub(super) fn of_list(list: &ListFacts, at: Timestamp) -> Tone {
    if !list.is_vouched_for() {
        Tone::Bad
    } else if list.is_past_next_update(at) || !list.is_rightly_signed() {
        Tone::Doubt
    } else {
        Tone::Good
    }
}

/// Colour of when its next issue is due.
pub(super) fn of_due(list: &ListFacts, at: Timestamp) -> Tone {
    if list.is_past_next_update(at) { Tone::Doubt } else { Tone::Quiet }
}

/// Shape of what became of a list that was to be fetched.
#[cfg(feature = "online")]
pub(super) fn of_fetched(outcome: &crate::trust::ListOutcome) -> Tone {
    match (&outcome.result, outcome.remarks.is_empty()) {
        (Err(_), _) => Tone::Bad,
        (Ok(_), false) => Tone::Doubt,
        (Ok(_), true) => Tone::Good,
    }
}

/// Shape of how far a result may be taken as one.
pub(super) fn of_result(standing: Standing, authenticity: Authenticity) -> Tone {
    match (standing, authenticity) {
        (Standing::Confirmed, _) => Tone::Good,
        (Standing::NotConfirmed, Authenticity::ValidButOtherIssuer) => Tone::Other,
        (Standing::NotConfirmed, _) => Tone::Doubt,
        (Standing::Withheld, _) => Tone::Bad,
    }
}

#[cfg(test)]
mod tests {
    use super::{Tone, of_list};
    use crate::trust::{ListOrigin, ListSignature, snapshot};

    #[test]
    fn only_a_list_in_its_time_with_a_right_signature_looks_good() {
        let mut list = snapshot().lists[0].clone();
        let (in_time, later) = ("2026-06-01T00:00:00Z".parse().unwrap(), "2027-06-01T00:00:00Z".parse().unwrap());
        assert_eq!((of_list(&list, in_time), of_list(&list, later)), (Tone::Good, Tone::Doubt));
        list.signature = ListSignature::NotVouchedFor;
        assert_eq!(of_list(&list, in_time), Tone::Bad);
        list.origin = ListOrigin::User;
        assert_eq!(of_list(&list, in_time), Tone::Doubt, "the reader's word does not make a signature right");
    }
}
