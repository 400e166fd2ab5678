//! A check with what it means for the whole, and how findings become a conclusion.

use super::{Cause, Check, CheckId, Conclusion, Doubt, Failure, Indication, Outcome, Part, Weight};

/// A check with what its failure means.
#[derive(Clone, Debug)]
pub(super) struct Finding {
    pub(super) check: Check,
    /// What follows from it; `None` where it decides nothing.
    pub(super) indication: Option<Indication>,
}

impl Finding {
    pub(super) fn passed(id: CheckId, cause: Option<Cause>) -> Self {
        Self { check: Check { id, outcome: Outcome::Passed, cause }, indication: None }
    }

    pub(super) fn failed(id: CheckId, failure: Failure, cause: Cause) -> Self {
        let indication = Some(Indication::TotalFailed(failure));
        Self { check: Check { id, outcome: Outcome::Failed, cause: Some(cause) }, indication }
    }

    pub(super) fn doubtful(id: CheckId, doubt: Doubt, cause: Cause) -> Self {
        let indication = Some(Indication::Indeterminate(doubt));
        Self { check: Check { id, outcome: Outcome::Unknown, cause: Some(cause) }, indication }
    }

    /// Doubtful where the policy makes it decisive, else passed with something to know.
    pub(super) fn weighed(weight: Weight, id: CheckId, doubt: Doubt, cause: Cause) -> Self {
        match weight {
            Weight::Decisive => Self::doubtful(id, doubt, cause),
            Weight::Noted => Self::passed(id, Some(cause)),
        }
    }

    /// Something to know that decides nothing by itself.
    pub(super) fn noted(id: CheckId, outcome: Outcome, cause: Cause) -> Self {
        Self { check: Check { id, outcome, cause: Some(cause) }, indication: None }
    }

    pub(super) fn skipped(id: CheckId, cause: Cause) -> Self {
        Self::noted(id, Outcome::Skipped, cause)
    }

    /// The sub-indication, where it is INDETERMINATE.
    pub(super) fn doubt(&self) -> Option<Doubt> {
        match self.indication {
            Some(Indication::Indeterminate(doubt)) => Some(doubt),
            _ => None,
        }
    }
}

/// The first finding that means something, with its cause.
pub(super) fn decisive(findings: &[Finding]) -> (Indication, Option<Cause>) {
    let found = findings.iter().find_map(|finding| Some((finding.indication?, finding.check.cause.clone())));
    found.unwrap_or((Indication::TotalPassed, None))
}

/// Checks that nothing passes without: that nothing speaks against a signature is no word for it.
const NEEDED: [CheckId; 11] = [
    CheckId::Format,
    CheckId::SigningCertificate,
    CheckId::DocumentsPresent,
    CheckId::DocumentsUnchanged,
    CheckId::SignedProperties,
    CheckId::SignatureValue,
    CheckId::Path,
    CheckId::PathConstraints,
    CheckId::Revocation,
    CheckId::TimeOfSigning,
    CheckId::Algorithms,
];

/// A check that is needed and was not made.
fn is_open(checks: &[Check]) -> bool {
    let passed = |id: &CheckId| checks.iter().any(|check| check.id == *id && check.outcome == Outcome::Passed);
    !NEEDED.iter().all(passed)
}

/// One check of each kind, the worst of several; what the others say becomes a note.
pub(super) fn conclude(findings: Vec<Finding>, part: Part) -> Conclusion {
    let (mut indication, mut cause) = decisive(&findings);
    let (checks, notes) = one_of_each(findings);
    if indication == Indication::TotalPassed && is_open(&checks) {
        indication = Indication::Indeterminate(Doubt::CertificateChainGeneralFailure);
        cause = Some(Cause::NotReached);
    }
    let Part { proven, timestamps, answers, path, holds_until } = part;
    Conclusion { indication, cause, checks, notes, proven, timestamps, answers, path, holds_until }
}

/// Checks in their order, one of each, and the causes of those that were left out.
pub(super) fn one_of_each(mut findings: Vec<Finding>) -> (Vec<Check>, Vec<Cause>) {
    findings.sort_by_key(|finding| (finding.check.id, severity(finding)));
    let (mut checks, mut notes): (Vec<Check>, Vec<Cause>) = (Vec::new(), Vec::new());
    for finding in findings {
        match checks.last() {
            Some(last) if last.id == finding.check.id => {
                notes.extend(finding.check.cause.filter(|cause| *cause != Cause::NotReached));
            }
            _ => checks.push(finding.check),
        }
    }
    (checks, notes)
}

/// Worst first: what decides, what failed, what is open, what was not made; of what passed, what says something.
fn severity(finding: &Finding) -> (bool, u8, bool) {
    let outcome = match finding.check.outcome {
        Outcome::Failed => 0,
        Outcome::Unknown => 1,
        Outcome::Skipped => 2,
        Outcome::Passed => 3,
    };
    (finding.indication.is_none(), outcome, finding.check.cause.is_none())
}
