//! Rows of a table: what is changed in a right world, and the word under either policy.

use super::build::{World, key_of};
use crate::evidence::{ReferenceMatch, ReferenceTarget, StatusFacts, ValueFacts};
use crate::pki::ocsp::ResponderRight;
use crate::validation::{CheckId, Conclusion, Indication, Outcome, Policy, ProvenBy};

/// What it is, what is changed, the word of `zimogs-1`, the word of `etsi-strict`. A word is an indication, and the code of
/// its cause where the row says one.
pub(super) type Row = (&'static str, fn(&mut World), &'static str, &'static str);

/// Judges every row and compares; whatever passes must also be sound.
pub(super) fn check(start: fn() -> World, rows: &[Row]) {
    let policies = [Policy::zimogs_1().unwrap(), Policy::etsi_strict().unwrap()];
    let mut wrong = Vec::new();
    for (row, change, ours, strict) in rows {
        let mut world = start();
        change(&mut world);
        for (policy, expected) in policies.iter().zip([ours, strict]) {
            let conclusion = world.judge(policy);
            let (word, code) = (word(conclusion.indication), code(&conclusion));
            let fits = match expected.split_once(' ') {
                Some((indication, cause)) => indication == word && cause == code,
                None => *expected == word,
            };
            if !fits {
                wrong.push(format!("{row}, {}: {word} {code}, expected {expected}", policy.id));
            }
            if let Some(flaw) = flaw(&world, &conclusion) {
                wrong.push(format!("{row}, {}: passed, and {flaw}", policy.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// `TP`, `TF/REVOKED`, `IND/TRY_LATER`.
pub(super) fn word(indication: Indication) -> String {
    let value = serde_json::to_value(indication).unwrap();
    let sub = || value["sub_indication"].as_str().unwrap().to_owned();
    match indication {
        Indication::TotalPassed => "TP".to_owned(),
        Indication::TotalFailed(_) => format!("TF/{}", sub()),
        Indication::Indeterminate(_) => format!("IND/{}", sub()),
    }
}

fn code(conclusion: &Conclusion) -> String {
    let value = serde_json::to_value(&conclusion.cause).unwrap();
    value["code"].as_str().unwrap_or("-").to_owned()
}

/// Checks that a wrong or missing time-stamp leaves open: it is as if it were not there (N105 to N109, N112).
const OF_STAMPS: [CheckId; 4] =
    [CheckId::TimestampImprint, CheckId::TimestampSignature, CheckId::TimestampAuthority, CheckId::Archive];
/// Checks that nothing passes without.
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

/// Why a conclusion that passed must not have; told from the facts, not by asking what is tested.
pub(super) fn flaw(world: &World, conclusion: &Conclusion) -> Option<String> {
    if conclusion.indication != Indication::TotalPassed {
        return None;
    }
    of_checks(conclusion)
        .or_else(|| of_signature(world))
        .or_else(|| of_time(world, conclusion))
        .or_else(|| of_path(world, conclusion))
}

fn of_checks(conclusion: &Conclusion) -> Option<String> {
    let open = |check: &&crate::validation::Check| {
        !OF_STAMPS.contains(&check.id) && matches!(check.outcome, Outcome::Failed | Outcome::Unknown)
    };
    if let Some(check) = conclusion.checks.iter().find(open) {
        return Some(format!("{:?} is {:?}", check.id, check.outcome));
    }
    let passed =
        |id: &&CheckId| conclusion.checks.iter().any(|check| check.id == **id && check.outcome == Outcome::Passed);
    NEEDED.iter().find(|id| !passed(id)).map(|id| format!("{id:?} was not made"))
}

fn of_signature(world: &World) -> Option<String> {
    let signature = &world.signature;
    let right = matches!(signature.value, ValueFacts::Right | ValueFacts::RightWithoutNull);
    let all = signature.references.iter().all(|reference| reference.result == ReferenceMatch::Matches);
    let document = signature.references.iter().any(|r| matches!(r.target, ReferenceTarget::Document(_)));
    let properties = signature.references.iter().any(|r| r.target == ReferenceTarget::SignedProperties);
    let sound = right && all && document && properties && signature.refused.is_none();
    (!sound).then(|| "its signature is not right".to_owned())
}

fn of_time(world: &World, conclusion: &Conclusion) -> Option<String> {
    let proven = conclusion.proven;
    let proves = |(position, stamp): (usize, &crate::evidence::TimestampFacts)| {
        stamp.at == Some(proven.at)
            && stamp.covers.signature
            && stamp.imprint == crate::evidence::ImprintFacts::Matches
            && conclusion.timestamps[position].indication == Indication::TotalPassed
    };
    let sound = match proven.by {
        ProvenBy::Now => proven.at == world.now,
        ProvenBy::Timestamp => proven.at < world.now && world.signature.timestamps.iter().enumerate().any(proves),
    };
    (!sound).then(|| format!("its time {} is not proven", proven.at))
}

fn of_path(world: &World, conclusion: &Conclusion) -> Option<String> {
    let (position, length) = conclusion.path?;
    let path = &world.signature.paths[position].certificates[..length];
    let facts = |sha256| world.evidence.certificate(sha256).unwrap();
    let top = facts(path[length - 1]);
    let lists = |service: &&crate::trust::TrustService| {
        service.serves(crate::trust::Role::Issuer)
            && service.certificates.iter().any(|listed| {
                listed.sha256 == top.sha256
                    || listed.spki_sha256 == top.spki_sha256 && listed.subject == top.subject.text
            })
    };
    if world.services.iter().find(lists).is_none() {
        return Some(format!("{} is not listed", top.subject.display));
    }
    if length < 2 {
        return Some("a listed authority signed it itself".to_owned());
    }
    path[..length - 1].iter().map(|sha256| facts(*sha256)).find_map(|certificate| {
        let proven = conclusion.proven.at;
        if proven < certificate.not_before || certificate.not_after < proven {
            return Some(format!("{} was not in force", certificate.subject.display));
        }
        let revokes = |answer: &&crate::evidence::RevocationFacts| {
            let listed = answer.responder.is_some_and(|by| path.contains(&by) || facts(by).spki_sha256 == key_of("listed"));
            answer.about == Some(certificate.sha256)
                && answer.signature == Some(ValueFacts::Right)
                && (matches!(answer.right, ResponderRight::Authority | ResponderRight::Delegated) || listed)
                && answer.defect.is_none()
                && matches!(answer.status, Some(StatusFacts::Revoked { at, reason }) if at <= proven && reason != Some(6))
        };
        let found = world.signature.revocation.iter().find(revokes);
        found.map(|_| format!("{} was revoked", certificate.subject.display))
    })
}
