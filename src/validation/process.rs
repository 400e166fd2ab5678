//! The judgement of one signature, in the order of EN 319 102-1, 5.3:
//!
//! 1. format checking (5.2.2);
//! 2. identification of the signing certificate (5.2.3);
//! 3. validation context: signature policies that are known and not judged (5.2.4);
//! 4. cryptographic verification: documents there, documents and properties unchanged, value right (5.2.7);
//! 5. path to a listed service (5.2.6);
//! 6. time-stamps: imprint, token signature, authority (5.4);
//! 7. acceptance: algorithms (5.2.8).
//!
//! Every check is made as far as its facts allow, whatever the ones before it gave; the first one in this order that
//! did not pass decides the indication. What this version does not judge is `Skipped`, and forbids TOTAL-PASSED.

mod crypto;
mod path;
mod timestamp;

pub use path::best_path;
pub use timestamp::is_listed;

use super::{Cause, Check, CheckId, Conclusion, Doubt, Failure, Indication, Outcome, Policy, Unjudged};
use crate::evidence::{Evidence, SignatureFacts, SignerFacts, TimestampFacts};
use crate::trust::TrustStore;

/// A check with what its failure would mean.
pub(super) struct Finding {
    check: Check,
    indication: Option<Indication>,
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

    /// Something to know that decides nothing by itself.
    pub(super) fn noted(id: CheckId, outcome: Outcome, cause: Cause) -> Self {
        Self { check: Check { id, outcome, cause: Some(cause) }, indication: None }
    }

    pub(super) fn skipped(id: CheckId, cause: Cause) -> Self {
        Self::noted(id, Outcome::Skipped, cause)
    }
}

/// Judges one signature of a container.
pub fn judge(
    signature: &SignatureFacts,
    file: &str,
    evidence: &Evidence,
    trust: &TrustStore,
    policy: &Policy,
) -> Conclusion {
    let mut findings = vec![format(signature, file, evidence)];
    let readable = signature.refused.is_none();
    if readable {
        findings.push(signing_certificate(signature));
        findings.extend(crypto::findings(signature));
        findings.push(path::finding(signature, evidence, trust));
        findings.extend(timestamp::findings(signature, evidence));
        findings.push(algorithms(signature, evidence, policy));
    } else {
        findings.extend(NOT_REACHED.map(|id| Finding::skipped(id, Cause::NotReached)));
    }
    findings.extend(UNJUDGED.map(|(id, what)| Finding::skipped(id, Cause::NotJudged { what })));
    conclude(findings)
}

/// The three checks of one time-stamp, whatever its kind: imprint, token signature, authority.
#[must_use]
pub fn judge_timestamp(stamp: &TimestampFacts, evidence: &Evidence) -> Vec<Check> {
    timestamp::of_stamp(stamp, evidence).into_iter().map(|finding| finding.check).collect()
}

/// Checks that need a signature that could be read.
const NOT_REACHED: [CheckId; 9] = [
    CheckId::SigningCertificate,
    CheckId::DocumentsPresent,
    CheckId::DocumentsUnchanged,
    CheckId::SignedProperties,
    CheckId::SignatureValue,
    CheckId::Path,
    CheckId::TimestampImprint,
    CheckId::TimestampSignature,
    CheckId::TimestampAuthority,
];

/// Checks that this version does not make.
const UNJUDGED: [(CheckId, Unjudged); 5] = [
    (CheckId::PathConstraints, Unjudged::PathConstraints),
    (CheckId::Revocation, Unjudged::Revocation),
    (CheckId::TimeOfSigning, Unjudged::Time),
    (CheckId::Archive, Unjudged::Archive),
    (CheckId::Qualification, Unjudged::Qualification),
];

fn format(signature: &SignatureFacts, file: &str, evidence: &Evidence) -> Finding {
    let failed = |cause| Finding::failed(CheckId::Format, Failure::FormatFailure, cause);
    if let Some(fault) = &signature.refused {
        return failed(Cause::StructureRefused { file: file.to_owned(), reason: fault.clone() });
    }
    if let Some(fault) = evidence.container.faults.first() {
        return failed(Cause::ContainerRule { rule: fault.clone() });
    }
    if matches!(signature.value, crate::evidence::ValueFacts::CanonicalizationNotPermitted) {
        let algorithm = signature.canonicalization.clone();
        return failed(Cause::CanonicalizationNotPermitted { algorithm });
    }
    Finding::passed(CheckId::Format, None)
}

fn signing_certificate(signature: &SignatureFacts) -> Finding {
    let doubtful = |cause| Finding::doubtful(CheckId::SigningCertificate, Doubt::NoSigningCertificateFound, cause);
    match &signature.signer {
        SignerFacts::Found { .. } => Finding::passed(CheckId::SigningCertificate, None),
        SignerFacts::NotFound => doubtful(Cause::NoSigningCertificate),
        SignerFacts::NotNamed => doubtful(Cause::SigningCertificateNotNamed),
    }
}

/// SHA-1 and weaker are judged; end dates of the others are not.
fn algorithms(signature: &SignatureFacts, evidence: &Evidence, policy: &Policy) -> Finding {
    let references = signature.references.iter();
    let references = references.filter_map(|r| crate::crypto::DigestAlgorithm::from_uri(&r.digest_method));
    let path = best_path(&signature.paths, evidence);
    let best = path.map(|path| path.certificates.as_slice()).unwrap_or_default();
    let anchored = path.is_some_and(|path| path.anchored);
    let below_anchor = best.len().saturating_sub(usize::from(anchored));
    let certificates = best.iter().take(below_anchor).filter_map(|sha256| evidence.certificate(*sha256));
    let stamps = signature.timestamps.iter().filter_map(|stamp| stamp.imprint_digest);
    let used = signature
        .algorithm
        .map(|algorithm| algorithm.digest())
        .into_iter()
        .chain(references)
        .chain(certificates.filter_map(|certificate| Some(certificate.algorithm?.digest())))
        .chain(stamps);
    match used.into_iter().find(|digest| policy.weak_digests.contains(digest)) {
        Some(digest) => Finding::doubtful(
            CheckId::Algorithms,
            Doubt::CryptoConstraintsFailureNoPoe,
            Cause::WeakAlgorithm { algorithm: digest.name().to_owned() },
        ),
        None => Finding::skipped(CheckId::Algorithms, Cause::NotJudged { what: Unjudged::Algorithms }),
    }
}

/// The first finding that means something decides; without one, what was skipped still forbids TOTAL-PASSED.
fn conclude(mut findings: Vec<Finding>) -> Conclusion {
    let decisive = findings.iter().find_map(|finding| Some((finding.indication?, finding.check.cause.clone())));
    let skipped = findings.iter().find(|finding| finding.check.outcome == Outcome::Skipped);
    let open = skipped.map(|finding| finding.check.cause.clone());
    let (indication, cause) = match (decisive, open) {
        (Some(decisive), _) => decisive,
        (None, Some(cause)) => (Indication::Indeterminate(Doubt::ChecksSkipped), cause),
        (None, None) => (Indication::TotalPassed, None),
    };
    findings.sort_by_key(|finding| finding.check.id);
    Conclusion { indication, cause, checks: findings.into_iter().map(|finding| finding.check).collect() }
}
