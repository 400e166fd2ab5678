//! The three facts of one signature. They are kept apart: bytes, voucher, authority.

use super::{Fact, ThreeFacts};
use crate::Timestamp;
use crate::evidence::CertificateFacts;
use crate::exam::{IssuerMatch, RecognisedIssuer};
use crate::validation::{Cause, Check, CheckId, Conclusion, Outcome};

/// Checks that answer whether the bytes are the signed ones.
const INTEGRITY: [CheckId; 5] = [
    CheckId::Format,
    CheckId::DocumentsPresent,
    CheckId::DocumentsUnchanged,
    CheckId::SignedProperties,
    CheckId::SignatureValue,
];

/// The three facts of a signature by `signer`, with the time by which an issuer is recognised.
pub(super) fn three_facts(
    conclusion: &Conclusion,
    signer: Option<&CertificateFacts>,
    issuers: &[RecognisedIssuer],
    signed_at: Timestamp,
) -> ThreeFacts {
    let unchanged = unchanged(conclusion);
    // A certificate says nothing about bytes it did not sign: without integrity the other facts stay open.
    if unchanged.outcome != Outcome::Passed {
        let open = || Fact { outcome: Outcome::Unknown, cause: Some(Cause::NotReached) };
        return ThreeFacts { unchanged, vouched_for: open(), exam_authority: open(), issuer: None };
    }
    let vouched_for = vouched_for(conclusion);
    // Anybody can write any name into a certificate of their own making: only a listed issuer vouches for the name, and
    // for none once it has revoked it.
    if !names_are_vouched_for(conclusion) {
        let exam_authority = Fact { outcome: Outcome::Unknown, cause: vouched_for.cause.clone() };
        return ThreeFacts { unchanged, vouched_for, exam_authority, issuer: None };
    }
    let issuer = signer.map(|signer| recognise(signer, issuers, signed_at));
    ThreeFacts { unchanged, vouched_for, exam_authority: authority(issuer.as_ref()), issuer }
}

fn unchanged(conclusion: &Conclusion) -> Fact {
    let checks = || INTEGRITY.iter().filter_map(|id| check(conclusion, *id));
    for outcome in [Outcome::Failed, Outcome::Unknown] {
        if let Some(found) = checks().find(|check| check.outcome == outcome) {
            return Fact { outcome, cause: found.cause.clone() };
        }
    }
    match checks().find(|check| check.outcome == Outcome::Skipped) {
        Some(_) => Fact { outcome: Outcome::Unknown, cause: conclusion.cause.clone() },
        None => Fact { outcome: Outcome::Passed, cause: None },
    }
}

/// Checks that answer whether the signer's certificate can be relied on, the one that says most last.
const VOUCHING: [CheckId; 4] = [CheckId::PathConstraints, CheckId::Revocation, CheckId::TimeOfSigning, CheckId::Path];

fn vouched_for(conclusion: &Conclusion) -> Fact {
    let path = fact_of(conclusion, CheckId::Path);
    if path.outcome != Outcome::Passed {
        return path;
    }
    let others = VOUCHING.iter().map(|id| fact_of(conclusion, *id));
    others.into_iter().find(|fact| fact.outcome != Outcome::Passed).unwrap_or(path)
}

fn names_are_vouched_for(conclusion: &Conclusion) -> bool {
    let passed = |id| fact_of(conclusion, id).outcome == Outcome::Passed;
    let revoked = matches!(fact_of(conclusion, CheckId::Revocation).cause, Some(Cause::Revoked { .. }));
    passed(CheckId::Path) && passed(CheckId::PathConstraints) && !revoked
}

fn fact_of(conclusion: &Conclusion, id: CheckId) -> Fact {
    match check(conclusion, id) {
        Some(check) => Fact { outcome: check.outcome, cause: check.cause.clone() },
        None => Fact { outcome: Outcome::Skipped, cause: Some(Cause::NotReached) },
    }
}

fn check(conclusion: &Conclusion, id: CheckId) -> Option<&Check> {
    conclusion.checks.iter().find(|check| check.id == id)
}

fn recognise(signer: &CertificateFacts, issuers: &[RecognisedIssuer], at: Timestamp) -> IssuerMatch {
    let subject = signer.subject.name();
    let matches = issuers.iter().filter_map(|issuer| issuer.recognises(&subject, at));
    let best = matches.min_by_key(|found| matches!(found, IssuerMatch::OutsideItsTime { .. }));
    best.unwrap_or_else(|| IssuerMatch::Other { name: holder(signer) })
}

/// The organisation a certificate is for, else the person.
fn holder(signer: &CertificateFacts) -> String {
    let organisation = signer.subject.attributes.iter().find(|(oid, _)| oid == "2.5.4.10");
    organisation.map_or_else(|| signer.subject.display.clone(), |(_, name)| name.clone())
}

fn authority(issuer: Option<&IssuerMatch>) -> Fact {
    let (outcome, cause) = match issuer {
        None => (Outcome::Unknown, Cause::NotReached),
        Some(IssuerMatch::ByIdentifier { short_name } | IssuerMatch::ByName { short_name }) => {
            (Outcome::Passed, Cause::ExamAuthority { name: short_name.clone() })
        }
        Some(IssuerMatch::OutsideItsTime { short_name }) => {
            (Outcome::Failed, Cause::ExamAuthorityOutsideItsTime { name: short_name.clone() })
        }
        Some(IssuerMatch::Other { name }) => (Outcome::Failed, Cause::NotExamAuthority { name: name.clone() }),
    };
    Fact { outcome, cause: Some(cause) }
}
