//! Findings about exam results, and why a document gives none.

use super::{Filled, Words, clean};
use crate::exam::{ExamFinding, Unreadable};

pub(super) fn finding(finding: &ExamFinding, words: &Words) -> Filled {
    match finding {
        ExamFinding::TwoOverallResults { values } => {
            let values: Vec<_> = values.iter().map(|percent| words.percent(*percent)).collect();
            Filled::new("exam-finding-two-overall-results").with("values", &values.join(", "))
        }
        ExamFinding::PercentOutOfRange { text } => Filled::new("exam-finding-percent-out-of-range").with("text", text),
        ExamFinding::TwoNames { names } => {
            let names: Vec<_> = names.iter().map(|name| clean(name)).collect();
            Filled::new("exam-finding-two-names").with("names", &names.join(", "))
        }
        ExamFinding::OverallNotCertain => Filled::new("exam-finding-overall-not-certain"),
    }
}

pub(super) fn unreadable(reason: &Unreadable) -> &'static str {
    match reason {
        Unreadable::UnknownType => "exam-unreadable-unknown-type",
        Unreadable::NoText => "exam-unreadable-no-text",
        Unreadable::NotAnExamCertificate => "exam-unreadable-not-an-exam-certificate",
        Unreadable::Damaged { .. } => "exam-unreadable-damaged",
    }
}
