//! Past validation (EN 319 102-1, 5.6.2): what has run out, ended or been revoked since may be mended by proofs that it
//! existed while it could be relied on.
//!
//! 1. the control time slides from now down the path to the last time at which every certificate could be relied on
//!    (5.6.2.1, validation time sliding);
//! 2. the signature must be proven to have existed by then;
//! 3. each doubt is judged again at the lowest proven times (5.6.2.4).

use super::chain::Chain;
use super::existence::Existence;
use super::revocation::{accepted, held_since, is_needed, is_trusted, revoked_since};
use super::stamps::Stamps;
use super::times::{Link, links};
use super::{Cause, Context, Doubt, Finding, Indication, acceptance};
use crate::Timestamp;
use crate::evidence::{CertificateFacts, RevocationFacts, SignatureFacts, TimestampFacts};
use crate::validation::{Lifetime, Outcome, Weight};

/// What is judged again, and by when it is proven to have existed.
struct Target<'t> {
    /// When it says, or is proven, to have been made.
    made: Timestamp,
    proven: Timestamp,
    existence: &'t Existence,
    /// What the object itself rests on.
    used: Vec<acceptance::Used>,
}

/// Mends the doubts on a signature, where valid archive time-stamps allow it (5.6.3).
pub(super) fn mend(
    findings: &mut [Finding],
    chain: &Chain<'_>,
    signature: &SignatureFacts,
    stamps: &Stamps,
    context: &Context<'_>,
) {
    if stamps.archived().is_none() {
        return;
    }
    let signer = chain.certificates.first().copied();
    let target = Target {
        made: stamps.existence.of_signature(),
        proven: stamps.existence.of_signature(),
        existence: &stamps.existence,
        used: acceptance::of_signature(signature, signer, context),
    };
    mend_all(findings, chain, &signature.revocation, &target, context);
}

/// Mends the doubts on a time-stamp by what newer ones have proven (5.6.3 step 2 b).
pub(super) fn mend_stamp(
    findings: &mut [Finding],
    chain: &Chain<'_>,
    stamp: &TimestampFacts,
    answers: &[RevocationFacts],
    existence: &Existence,
    context: &Context<'_>,
) {
    let proven = existence.of(stamp.id);
    if proven < context.now {
        let made = stamp.at.unwrap_or(proven);
        let target = Target { made, proven, existence, used: acceptance::of_stamp(stamp, context) };
        mend_all(findings, chain, answers, &target, context);
    }
}

fn mend_all(
    findings: &mut [Finding],
    chain: &Chain<'_>,
    answers: &[RevocationFacts],
    target: &Target<'_>,
    context: &Context<'_>,
) {
    let doubted = findings.iter().any(|finding| finding.doubt().is_some_and(is_mendable));
    if !doubted {
        return;
    }
    let control = control_time(chain, answers, target.existence, context);
    for finding in findings {
        let Some(doubt) = finding.doubt().filter(|doubt| is_mendable(*doubt)) else { continue };
        let mended = control.is_some_and(|control| target.proven <= control || doubt == CRYPTO)
            && is_mended(doubt, chain, answers, target, context);
        if mended {
            let cause = Some(Cause::ProvenByArchive { at: target.proven });
            finding.check.outcome = Outcome::Passed;
            finding.check.cause = cause;
            finding.indication = None;
        } else if control.is_some()
            && is_out_of_bounds(doubt)
            && !answer_was_reliable(chain, answers, target.existence, context)
        {
            // Step 1 of 5.6.2.4 is what is missing.
            finding.indication = Some(Indication::Indeterminate(Doubt::RevocationOutOfBoundsNoPoe));
        }
    }
}

fn is_out_of_bounds(doubt: Doubt) -> bool {
    matches!(doubt, Doubt::OutOfBoundsNoPoe | Doubt::OutOfBoundsNotRevoked)
}

const CRYPTO: Doubt = Doubt::CryptoConstraintsFailureNoPoe;

/// Doubts that time alone has brought (5.6.2.4). A service that was not in force is none of them: its status is asked for
/// the lowest proven time already, and nothing newer can change what it was then.
fn is_mendable(doubt: Doubt) -> bool {
    matches!(
        doubt,
        Doubt::RevokedNoPoe
            | Doubt::RevokedCaNoPoe
            | Doubt::OutOfBoundsNoPoe
            | Doubt::OutOfBoundsNotRevoked
            | Doubt::RevocationOutOfBoundsNoPoe
            | Doubt::CryptoConstraintsFailureNoPoe
    )
}

fn is_mended(
    doubt: Doubt,
    chain: &Chain<'_>,
    answers: &[RevocationFacts],
    target: &Target<'_>,
    context: &Context<'_>,
) -> bool {
    let Some(end_entity) = chain.certificates.first() else { return false };
    let holds = |one: &CertificateFacts, until| one.not_before <= target.made && until <= one.not_after;
    let in_force = holds(end_entity, target.proven)
        && chain.links().skip(1).all(|(authority, _)| holds(authority, target.made))
        && outlived(chain, answers, target, context);
    let answered = || answer_was_reliable(chain, answers, target.existence, context);
    match doubt {
        Doubt::CryptoConstraintsFailureNoPoe => algorithms_held(chain, answers, target, context),
        Doubt::RevokedCaNoPoe => in_force && answered() && answered_before_revocation(chain, answers, target, context),
        _ => in_force && answered(),
    }
}

/// Nobody below the listed one was revoked or suspended by the proven time, as the answers that count say. The sliding
/// below asks those alone that were there by its control time: an older, kinder one may be among them.
fn outlived(chain: &Chain<'_>, answers: &[RevocationFacts], target: &Target<'_>, context: &Context<'_>) -> bool {
    let Ok(links) = links(chain, answers, context) else { return false };
    let ends = links.iter().filter_map(|link| link.answer);
    let mut ends = ends.filter_map(|answer| revoked_since(answer).or(held_since(answer)));
    ends.all(|since| target.proven < since)
}

/// Step 1 of 5.6.2.4: the end entity's answer was there while its signer was in force.
fn answer_was_reliable(
    chain: &Chain<'_>,
    answers: &[RevocationFacts],
    existence: &Existence,
    context: &Context<'_>,
) -> bool {
    let Some((certificate, issuer)) = chain.links().next() else { return true };
    if !is_needed(certificate) {
        return true;
    }
    let asked = context.policy.constraints.revocation_issuer_expired == Weight::Decisive;
    let reliable = |answer: &RevocationFacts| {
        if !asked {
            return true;
        }
        let responder = answer.responder.and_then(|sha256| context.certificate(sha256));
        responder.is_some_and(|responder| {
            is_trusted(answer, responder, chain, context) || existence.of(answer.id) <= responder.not_after
        })
    };
    accepted(certificate, issuer, chain, answers, context, &reliable).is_ok()
}

/// The end entity's answer is proven to be older than the revocation of its issuer.
fn answered_before_revocation(
    chain: &Chain<'_>,
    answers: &[RevocationFacts],
    target: &Target<'_>,
    context: &Context<'_>,
) -> bool {
    let Ok(links) = links(chain, answers, context) else { return false };
    let mut above = links.iter().skip(1).filter_map(|link| revoked_since(link.answer?));
    let first = links.first().and_then(|link| link.answer);
    above.all(|revoked| first.is_some_and(|answer| target.existence.of(answer.id) < revoked))
}

/// Every algorithm held when its object is proven to have existed (5.6.2.4, last branch).
fn algorithms_held(chain: &Chain<'_>, answers: &[RevocationFacts], target: &Target<'_>, context: &Context<'_>) -> bool {
    let Ok(links) = links(chain, answers, context) else { return false };
    let own = acceptance::first_ended(&target.used, target.proven).is_none();
    own && links.iter().all(|link| {
        let of_certificate = Link { answer: None, ..*link };
        let held = |used: Vec<acceptance::Used>, at| acceptance::first_ended(&used, at).is_none();
        let answer_held = link
            .answer
            .is_none_or(|answer| held(acceptance::of_answer(answer, context), target.existence.of(answer.id)));
        held(acceptance::of_link(&of_certificate, context), target.existence.of(link.certificate.sha256)) && answer_held
    })
}

/// The last time at which the whole path could be relied on; `None` where proofs are missing (5.6.2.1).
fn control_time(
    chain: &Chain<'_>,
    answers: &[RevocationFacts],
    existence: &Existence,
    context: &Context<'_>,
) -> Option<Timestamp> {
    let mut control = context.now;
    for (certificate, issuer) in chain.links().rev() {
        let answer = if is_needed(certificate) {
            let known = |answer: &RevocationFacts| answer.this_update < control && existence.of(answer.id) <= control;
            Some(accepted(certificate, issuer, chain, answers, context, &known).ok()?)
        } else {
            None
        };
        if existence.of(certificate.sha256) > control {
            return None;
        }
        if let Some(answer) = answer {
            control = slide(control, answer);
        }
        control = control.min(first_end(certificate, issuer, answer, control, context));
    }
    Some(control)
}

fn slide(control: Timestamp, answer: &RevocationFacts) -> Timestamp {
    match revoked_since(answer).or(held_since(answer)) {
        Some(revoked) => control.min(revoked),
        // Fresh as long as no newer one was due.
        None if answer.next_update.is_some_and(|next| next >= control) => control,
        None => control.min(answer.this_update),
    }
}

/// The first end of an algorithm that does not hold at `control`, else `control`.
fn first_end(
    certificate: &CertificateFacts,
    issuer: &CertificateFacts,
    answer: Option<&RevocationFacts>,
    control: Timestamp,
    context: &Context<'_>,
) -> Timestamp {
    let used = acceptance::of_link(&Link { certificate, issuer, answer }, context);
    let ends = used.iter().filter_map(|used| match used.lifetime {
        Lifetime::Until(end) if end <= control => Some(end),
        Lifetime::Never => Some(Timestamp::MIN),
        Lifetime::Until(_) | Lifetime::Open => None,
    });
    ends.min().unwrap_or(control)
}
