//! Properties over worlds with several things changed at once.

use proptest::prelude::*;
use proptest::sample::Index;

use super::build::*;
use super::rows::flaw;
use crate::crypto::{DigestAlgorithm, SignatureFault};
use crate::evidence::*;
use crate::pki::ocsp::ResponderRight;
use crate::pki::path::PathFault;
use crate::validation::{Cause, Conclusion, Failure, Indication, Policy};

type Change = fn(&mut World);

const STARTS: [fn() -> World; 4] = [World::new, World::archived, World::under_a_root, World::unit_below_an_authority];

/// Things that happen to a signature, good and bad; any of them together.
const CHANGES: [Change; 30] = [
    |w| w.signature.value = ValueFacts::Wrong { reason: SignatureFault::Mismatch },
    |w| w.signature.references.iter_mut().take(1).for_each(|one| one.result = ReferenceMatch::Differs),
    |w| w.signature.references.iter_mut().take(1).for_each(|one| one.digest_method = SHA1.to_owned()),
    |w| drop(w.signature.references.pop()),
    |w| w.signature.signer = SignerFacts::NotFound,
    |w| w.signature.properties.signing_time = None,
    |w| w.signature.paths.clear(),
    |w| drop(w.services.splice(..w.services.len().min(1), [])),
    |w| drop(w.services.pop()),
    |w| w.services.iter_mut().for_each(|s| s.periods.insert(0, withdrawn(s.service_type()))),
    |w| w.signature.paths.iter_mut().for_each(|p| p.violations.push(violation("seal", PathFault::NameNotAllowed))),
    |w| w.certificate("seal").not_after = at("2025-01-01T00:00:00Z"),
    |w| w.certificate("seal").not_after = at("2023-02-01T00:00:00Z"),
    |w| w.certificate("seal").not_before = at("2023-04-01T00:00:00Z"),
    |w| w.certificate("seal").algorithm = Some(RSA_SHA1),
    |w| w.certificate("responder").not_after = at("2023-03-15T00:00:00Z"),
    |w| w.certificate("tsu").not_after = at("2024-01-01T00:00:00Z"),
    |w| w.certificate("tsu").not_after = at("2023-01-01T00:00:00Z"),
    |w| w.signature.timestamps.iter_mut().take(1).for_each(|stamp| stamp.imprint = ImprintFacts::Differs),
    |w| w.signature.timestamps.iter_mut().take(1).for_each(|stamp| stamp.at = Some(at("2024-06-01T00:00:00Z"))),
    |w| w.signature.timestamps.clear(),
    |w| answers(w, |answer| answer.status = revoked("2023-02-01T00:00:00Z", None)),
    |w| answers(w, |answer| answer.status = revoked("2023-09-01T00:00:00Z", Some(1))),
    |w| answers(w, |answer| answer.status = revoked("2023-02-01T00:00:00Z", Some(6))),
    |w| answers(w, |answer| answer.status = Some(StatusFacts::Unknown)),
    |w| answers(w, |answer| answer.right = ResponderRight::NotForAnswers),
    |w| answers(w, |answer| answer.this_update = at("2022-07-01T00:00:00Z")),
    |w| answers(w, |answer| answer.retained_since = Some(at("2020-01-01T00:00:00Z"))),
    |w| w.now = at("2023-03-01T12:00:00Z"),
    |w| w.now = at("2030-06-01T00:00:00Z"),
];

fn withdrawn(service_type: &str) -> crate::trust::ServicePeriod {
    period(service_type, "withdrawn", "2023-01-01T00:00:00Z")
}

fn answers(world: &mut World, change: fn(&mut RevocationFacts)) {
    world.signature.revocation.iter_mut().for_each(change);
}

/// Things that prove nothing. A time-stamp that is not right, an answer that is not believed, a stranger's certificate.
const WORTHLESS: [Change; 12] = [
    |w| add_stamp(w, |stamp| stamp.imprint = ImprintFacts::Differs),
    |w| add_stamp(w, |stamp| stamp.imprint = ImprintFacts::DataMissing),
    |w| add_stamp(w, |stamp| stamp.authority = None),
    |w| add_stamp(w, |stamp| stamp.paths.clear()),
    |w| add_stamp(w, |stamp| stamp.authority_stamps_only = false),
    |w| add_stamp(w, |stamp| stamp.at = None),
    |w| add_stamp(w, |stamp| stamp.imprint_digest = Some(DigestAlgorithm::Sha1)),
    |w| add_answer(w, |answer| answer.signature = Some(ValueFacts::Wrong { reason: SignatureFault::Mismatch })),
    |w| add_answer(w, |answer| (answer.right, answer.responder_issuer) = (ResponderRight::None, None)),
    |w| add_answer(w, |answer| answer.about = None),
    |w| add_answer(w, |answer| answer.responder = Some(id("seal"))),
    |w| w.add(certificate("stranger", "nobody", "2000-01-01T00:00:00Z", "2040-01-01T00:00:00Z")),
];

/// One that would prove the best time there is, were it right. Not of a time at which SHA-1 held.
fn add_stamp(world: &mut World, change: fn(&mut TimestampFacts)) {
    let all = ["seal", "ca", "responder", "tsu", "answer", "stamp", "list", "units", "archive"];
    for (kind, time) in [("SignatureTimeStamp", "2022-06-01T00:00:00Z"), ("ArchiveTimeStamp", "2023-03-02T00:00:00Z")] {
        let mut stamp = stamp("worthless", kind, "tsu", time, &all);
        change(&mut stamp);
        world.signature.timestamps.push(stamp);
    }
}

/// One that would be the newest, were it right.
fn add_answer(world: &mut World, change: fn(&mut RevocationFacts)) {
    for (about, issuer) in [("seal", "ca"), ("ca", "root"), ("tsu", "tsa")] {
        let mut answer = answer("worthless", about, issuer, "responder", "2023-03-01T11:00:00Z");
        if issuer != "ca" {
            answer.right = ResponderRight::None;
        }
        change(&mut answer);
        world.signature.revocation.push(answer);
    }
}

fn passes(world: &World, policy: &Policy) -> bool {
    world.judge(policy).indication == Indication::TotalPassed
}

/// What is shown as bad by what is there, and no longer where that is taken away: a time-stamp that proves an order or a
/// time that cannot be. Whoever takes it away takes the proof of time with it, and is judged for now.
fn speaks_against(conclusion: &Conclusion) -> bool {
    conclusion.cause == Some(Cause::TimestampOrder)
        || conclusion.indication == Indication::TotalFailed(Failure::NotYetValid)
        || matches!(conclusion.cause, Some(Cause::CertificateNotYetValid { .. }))
}

fn policy(strict: bool) -> Policy {
    if strict { Policy::etsi_strict().unwrap() } else { Policy::zimogs_1().unwrap() }
}

fn world(start: usize, changes: &[usize]) -> World {
    let mut world = STARTS[start]();
    changes.iter().for_each(|change| CHANGES[*change](&mut world));
    world
}

fn changes() -> impl Strategy<Value = Vec<usize>> {
    proptest::collection::vec(0..CHANGES.len(), 0..4)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever passes is right, listed, in force and not revoked at its proven time, with every check made.
    #[test]
    fn what_passes_is_sound(start in 0..STARTS.len(), changes in changes(), strict: bool) {
        let world = world(start, &changes);
        let conclusion = world.judge(&policy(strict));
        prop_assert_eq!(flaw(&world, &conclusion), None);
    }

    /// What proves nothing helps nobody.
    #[test]
    fn worthless_evidence_helps_nobody(
        start in 0..STARTS.len(),
        changes in changes(),
        worthless in proptest::collection::vec(0..WORTHLESS.len(), 1..3),
        strict: bool,
    ) {
        let (policy, mut world) = (policy(strict), world(start, &changes));
        let before = passes(&world, &policy);
        worthless.iter().for_each(|one| WORTHLESS[*one](&mut world));
        prop_assert!(before || !passes(&world, &policy));
    }

    /// Nor does it harm: what passed still does, whatever is thrown at it.
    #[test]
    fn worthless_evidence_harms_nobody(
        start in 0..STARTS.len(),
        changes in changes(),
        worthless in 0..WORTHLESS.len(),
        strict: bool,
    ) {
        let (policy, mut world) = (policy(strict), world(start, &changes));
        let before = passes(&world, &policy);
        WORTHLESS[worthless](&mut world);
        prop_assert!(!before || passes(&world, &policy));
    }

    /// To take something away helps nobody, but for an answer that says revoked or suspended: a file cannot be asked for
    /// what is no longer in it, and only somebody who asks anew will know.
    #[test]
    fn less_evidence_helps_nobody(
        start in 0..STARTS.len(),
        changes in changes(),
        kind in 0..5_usize,
        which: Index,
        strict: bool,
    ) {
        let (policy, mut world) = (policy(strict), world(start, &changes));
        let before = world.judge(&policy);
        let ends = |answer: &RevocationFacts| matches!(answer.status, Some(StatusFacts::Revoked { .. }));
        match kind {
            0 if !world.signature.revocation.is_empty() => {
                let at = which.index(world.signature.revocation.len());
                prop_assume!(!ends(&world.signature.revocation[at]));
                world.signature.revocation.remove(at);
            }
            1 if !world.signature.timestamps.is_empty() => {
                prop_assume!(!speaks_against(&before));
                world.signature.timestamps.remove(which.index(world.signature.timestamps.len()));
            }
            2 => drop(world.evidence.certificates.remove(which.index(world.evidence.certificates.len()))),
            3 if !world.services.is_empty() => {
                world.services.remove(which.index(world.services.len()));
            }
            4 if !world.signature.paths.is_empty() => {
                world.signature.paths.remove(which.index(world.signature.paths.len()));
            }
            _ => {}
        }
        prop_assert!(before.indication == Indication::TotalPassed || !passes(&world, &policy), "{:?}", before.cause);
    }
}
