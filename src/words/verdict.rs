//! The word on a file, the three facts, checks and their outcomes: which text says what.

use super::{FactKind, Filled};
use crate::exam::IssuerMatch;
use crate::report::{Authenticity, Coverage, Fact, SignerKind, Standing, ThreeFacts};
use crate::validation::{Cause, CheckId, Doubt, EvidenceLevel, Failure, Outcome};

pub(super) fn word(authenticity: Authenticity) -> &'static str {
    match authenticity {
        Authenticity::Genuine => "verdict-word-genuine",
        Authenticity::ValidButOtherIssuer => "verdict-word-other-issuer",
        Authenticity::CannotConfirm(_) => "verdict-word-cannot-confirm",
        Authenticity::Refuted(_) => "verdict-word-refuted",
        Authenticity::Unsigned => "verdict-word-unsigned",
        Authenticity::Unsupported => "verdict-word-unsupported",
        Authenticity::NotAnEDocument => "verdict-word-not-e-document",
    }
}

pub(super) fn sentence(authenticity: Authenticity, facts: &ThreeFacts) -> Filled {
    match authenticity {
        Authenticity::Genuine => match authority_name(facts) {
            Some(name) => Filled::new("verdict-genuine").with("issuer", name),
            None => Filled::new("verdict-genuine-unnamed"),
        },
        Authenticity::ValidButOtherIssuer => Filled::new(other_issuer(facts)),
        Authenticity::CannotConfirm(doubt) => Filled::new(doubtful(doubt)),
        Authenticity::Refuted(failure) => Filled::new(failed(failure)),
        Authenticity::Unsigned => Filled::new("verdict-unsigned"),
        Authenticity::Unsupported => Filled::new("verdict-unsupported"),
        Authenticity::NotAnEDocument => Filled::new("verdict-not-e-document"),
    }
}

/// Somebody else, an authority before or after its time, or one that did not sign every result in the file.
fn other_issuer(facts: &ThreeFacts) -> &'static str {
    match facts.issuer {
        Some(IssuerMatch::ByIdentifier { .. } | IssuerMatch::ByName { .. }) => "verdict-other-issuer-in-part",
        Some(IssuerMatch::OutsideItsTime { .. }) => "verdict-other-issuer-outside-its-time",
        Some(IssuerMatch::Other { .. }) | None => "verdict-other-issuer",
    }
}

fn authority_name(facts: &ThreeFacts) -> Option<&str> {
    match facts.issuer.as_ref()? {
        IssuerMatch::ByIdentifier { short_name } | IssuerMatch::ByName { short_name } => Some(short_name),
        IssuerMatch::OutsideItsTime { .. } | IssuerMatch::Other { .. } => None,
    }
}

fn doubtful(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::SigConstraintsFailure => "verdict-doubt-sig-constraints-failure",
        Doubt::ChainConstraintsFailure => "verdict-doubt-chain-constraints-failure",
        Doubt::CertificateChainGeneralFailure => "verdict-doubt-certificate-chain-general-failure",
        Doubt::CryptoConstraintsFailure => "verdict-doubt-crypto-constraints-failure",
        Doubt::CryptoConstraintsFailureNoPoe => "verdict-doubt-crypto-constraints-failure-no-poe",
        Doubt::PolicyProcessingError => "verdict-doubt-policy-processing-error",
        Doubt::SignaturePolicyNotAvailable => "verdict-doubt-signature-policy-not-available",
        Doubt::TimestampOrderFailure => "verdict-doubt-timestamp-order-failure",
        Doubt::NoSigningCertificateFound => "verdict-doubt-no-signing-certificate-found",
        Doubt::NoCertificateChainFound => "verdict-doubt-no-certificate-chain-found",
        Doubt::NoCertificateChainFoundNoPoe => "verdict-doubt-no-certificate-chain-found-no-poe",
        Doubt::RevokedNoPoe => "verdict-doubt-revoked-no-poe",
        Doubt::RevokedCaNoPoe => "verdict-doubt-revoked-ca-no-poe",
        Doubt::OutOfBoundsNotRevoked => "verdict-doubt-out-of-bounds-not-revoked",
        Doubt::OutOfBoundsNoPoe => "verdict-doubt-out-of-bounds-no-poe",
        Doubt::RevocationOutOfBoundsNoPoe => "verdict-doubt-revocation-out-of-bounds-no-poe",
        Doubt::NoPoe => "verdict-doubt-no-poe",
        Doubt::TryLater => "verdict-doubt-try-later",
        Doubt::SignedDataNotFound => "verdict-doubt-signed-data-not-found",
    }
}

fn failed(failure: Failure) -> &'static str {
    match failure {
        Failure::FormatFailure => "verdict-failure-format-failure",
        Failure::HashFailure => "verdict-failure-hash-failure",
        Failure::SigCryptoFailure => "verdict-failure-sig-crypto-failure",
        Failure::Revoked => "verdict-failure-revoked",
        Failure::Expired => "verdict-failure-expired",
        Failure::NotYetValid => "verdict-failure-not-yet-valid",
    }
}

pub(super) fn fact_name(kind: FactKind) -> &'static str {
    match kind {
        FactKind::Unchanged => "verdict-fact-unchanged",
        FactKind::VouchedFor => "verdict-fact-vouched-for",
        FactKind::ExamAuthority => "verdict-fact-exam-authority",
    }
}

/// The cause that says more about a fact than its plain sentence.
pub(super) fn fact_cause(kind: FactKind, fact: &Fact, issuer: Option<&IssuerMatch>) -> Option<Cause> {
    match (kind, fact.outcome, &fact.cause) {
        (_, _, None | Some(Cause::NotReached)) => issuer.filter(|_| kind == FactKind::ExamAuthority).map(issuer_cause),
        // Why nobody vouches for the signer is said of the second fact; of the third, only that it stays open.
        (FactKind::ExamAuthority, Outcome::Unknown, _) | (_, Outcome::Skipped, _) => None,
        (_, _, Some(cause)) => Some(cause.clone()),
    }
}

fn issuer_cause(issuer: &IssuerMatch) -> Cause {
    match issuer {
        IssuerMatch::ByIdentifier { short_name } | IssuerMatch::ByName { short_name } => {
            Cause::ExamAuthority { name: short_name.clone() }
        }
        IssuerMatch::OutsideItsTime { short_name } => Cause::ExamAuthorityOutsideItsTime { name: short_name.clone() },
        IssuerMatch::Other { name } => Cause::NotExamAuthority { name: name.clone() },
    }
}

pub(super) fn fact_sentence(kind: FactKind, fact: &Fact) -> &'static str {
    match (kind, fact.outcome) {
        // Half a download accuses nobody of having changed a document.
        (FactKind::Unchanged, Outcome::Failed) if !is_changed(fact) => "verdict-fact-unchanged-damaged",
        (FactKind::Unchanged, Outcome::Passed) => "verdict-fact-unchanged-passed",
        (FactKind::Unchanged, Outcome::Failed) => "verdict-fact-unchanged-failed",
        (FactKind::Unchanged, Outcome::Unknown) => "verdict-fact-unchanged-unknown",
        (FactKind::Unchanged, Outcome::Skipped) => "verdict-fact-unchanged-skipped",
        (FactKind::VouchedFor, Outcome::Passed) => "verdict-fact-vouched-for-passed",
        (FactKind::VouchedFor, Outcome::Failed) => "verdict-fact-vouched-for-failed",
        (FactKind::VouchedFor, Outcome::Unknown) => "verdict-fact-vouched-for-unknown",
        (FactKind::VouchedFor, Outcome::Skipped) => "verdict-fact-vouched-for-skipped",
        (FactKind::ExamAuthority, Outcome::Passed) => "verdict-fact-exam-authority-passed",
        (FactKind::ExamAuthority, Outcome::Failed) => "verdict-fact-exam-authority-failed",
        (FactKind::ExamAuthority, Outcome::Unknown) => "verdict-fact-exam-authority-unknown",
        (FactKind::ExamAuthority, Outcome::Skipped) => "verdict-fact-exam-authority-skipped",
    }
}

fn is_changed(fact: &Fact) -> bool {
    let changed = |cause| {
        matches!(
            cause,
            &Cause::DocumentChanged { .. } | &Cause::SignedPropertiesChanged | &Cause::SignedPartChanged { .. }
        )
    };
    fact.cause.as_ref().is_none_or(changed)
}

/// Identifiers of one check: its question, and its answer when it passed.
fn check(id: CheckId) -> (&'static str, &'static str) {
    match id {
        CheckId::Format => ("check-format", "check-format.passed"),
        CheckId::SigningCertificate => ("check-signing-certificate", "check-signing-certificate.passed"),
        CheckId::Context => ("check-context", "check-context.passed"),
        CheckId::DocumentsPresent => ("check-documents-present", "check-documents-present.passed"),
        CheckId::DocumentsUnchanged => ("check-documents-unchanged", "check-documents-unchanged.passed"),
        CheckId::SignedProperties => ("check-signed-properties", "check-signed-properties.passed"),
        CheckId::SignatureValue => ("check-signature-value", "check-signature-value.passed"),
        CheckId::Path => ("check-path", "check-path.passed"),
        CheckId::PathConstraints => ("check-path-constraints", "check-path-constraints.passed"),
        CheckId::Revocation => ("check-revocation", "check-revocation.passed"),
        CheckId::TimestampImprint => ("check-timestamp-imprint", "check-timestamp-imprint.passed"),
        CheckId::TimestampSignature => ("check-timestamp-signature", "check-timestamp-signature.passed"),
        CheckId::TimestampAuthority => ("check-timestamp-authority", "check-timestamp-authority.passed"),
        CheckId::TimestampOrder => ("check-timestamp-order", "check-timestamp-order.passed"),
        CheckId::ClaimedTime => ("check-claimed-time", "check-claimed-time.passed"),
        CheckId::TimeOfSigning => ("check-time-of-signing", "check-time-of-signing.passed"),
        CheckId::Archive => ("check-archive", "check-archive.passed"),
        CheckId::Algorithms => ("check-algorithms", "check-algorithms.passed"),
    }
}

pub(super) fn question(id: CheckId) -> &'static str {
    check(id).0
}

/// The answer of a check without a cause.
pub(super) fn answer(id: CheckId, outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Passed => check(id).1,
        Outcome::Failed => "check-answer-failed",
        Outcome::Unknown => "check-answer-unknown",
        Outcome::Skipped => "check-answer-skipped",
    }
}

pub(super) fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Passed => "verdict-outcome-passed",
        Outcome::Failed => "verdict-outcome-failed",
        Outcome::Unknown => "verdict-outcome-unknown",
        Outcome::Skipped => "verdict-outcome-skipped",
    }
}

/// What a level of evidence means.
pub(super) fn evidence_level(level: EvidenceLevel) -> &'static str {
    match level {
        EvidenceLevel::BaselineB | EvidenceLevel::Bes => "report-level-basic",
        EvidenceLevel::Epes => "report-level-policy",
        EvidenceLevel::BaselineT | EvidenceLevel::T => "report-level-time",
        EvidenceLevel::C | EvidenceLevel::X => "report-level-references",
        EvidenceLevel::BaselineLt | EvidenceLevel::Xl => "report-level-long",
        EvidenceLevel::BaselineLta | EvidenceLevel::A => "report-level-archive",
        EvidenceLevel::NotEtsi => "report-level-none",
    }
}

pub(super) fn coverage(coverage: Coverage) -> &'static str {
    match coverage {
        Coverage::Covered => "verdict-coverage-covered",
        Coverage::Partly => "verdict-coverage-partly",
        Coverage::NotCovered => "verdict-coverage-not-covered",
        Coverage::Changed => "verdict-coverage-changed",
    }
}

pub(super) fn standing(standing: Standing) -> Option<&'static str> {
    match standing {
        Standing::Confirmed => None,
        Standing::NotConfirmed => Some("verdict-standing-not-confirmed"),
        Standing::Withheld => Some("verdict-standing-withheld"),
    }
}

pub(super) fn signer_kind(kind: SignerKind) -> &'static str {
    match kind {
        SignerKind::Signature => "verdict-kind-signature",
        SignerKind::Seal => "verdict-kind-seal",
        SignerKind::Unknown => "verdict-kind-unknown",
    }
}
