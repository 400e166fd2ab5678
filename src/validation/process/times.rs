//! What is asked of the certificates of a path, and when (EN 319 102-1, 5.2.6 and 5.5.4).
//!
//! In this order, so that the first that does not pass is the one that the standard's process ends with:
//!
//! 1. constraints of the path and of the signing certificate;
//! 2. the listed service in force at the proven time;
//! 3. revocation data at hand and accepted for every certificate below the listed one;
//! 4. none revoked or suspended before the proven time;
//! 5. algorithms of certificates and answers, now;
//! 6. every certificate in force at the proven time;
//! 7. those who answered about revocation still in force;
//! 8. the answer not made too long before the proven time.

use super::chain::Chain;
use super::revocation::{accepted, held_since, is_needed, is_trusted, revoked_since};
use super::{Cause, CheckId, Context, Doubt, Failure, Finding, acceptance};
use crate::Timestamp;
use crate::evidence::{CertificateFacts, HolderKind, RevocationFacts, RevocationKind, RevocationSource};
use crate::pki::names::{OCSP_SIGNING, QC_TYPE_WEB, SERVER_AUTH, TIME_STAMPING};
use crate::validation::{EarlyAnswer, Weight};

/// The times that matter.
#[derive(Clone, Copy, Debug)]
pub(super) struct Times {
    /// The lowest proven time.
    pub(super) proven: Timestamp,
    /// The time of judgement.
    pub(super) now: Timestamp,
    /// The signature is proven to have been made after this: a content time-stamp.
    pub(super) signed_after: Option<Timestamp>,
}

/// A certificate with its issuer and the answer that counts for it, where one is needed.
pub(super) struct Link<'c> {
    pub(super) certificate: &'c CertificateFacts,
    pub(super) issuer: &'c CertificateFacts,
    pub(super) answer: Option<&'c RevocationFacts>,
}

/// Everything that is asked of the path of a signer.
pub(super) fn signer_findings<'c>(
    chain: &Chain<'c>,
    signer: &CertificateFacts,
    answers: &'c [RevocationFacts],
    times: Times,
    context: &Context<'c>,
) -> Vec<Finding> {
    let mut findings = vec![found(chain, context)];
    findings.extend(violation(chain, CheckId::PathConstraints));
    findings.extend(forbidden(chain, CheckId::PathConstraints));
    findings.push(purpose(chain, signer, context));
    findings.extend(service_in_force(chain, CheckId::Path, times.proven, context));
    match links(chain, answers, context) {
        Err(cause) => {
            findings.push(no_answer(CheckId::Revocation, cause));
            findings.push(validity(chain, &[], times, context));
        }
        Ok(links) => {
            findings.push(revocation(&links, times));
            findings.extend(acceptance::path_algorithms(&links, CheckId::Algorithms, context));
            findings.push(validity(chain, &links, times, context));
            let weight = context.policy.constraints.revocation_issuer_expired;
            findings.extend(responder_expired(&links, chain, CheckId::Revocation, weight, context));
            findings.extend(links.iter().filter_map(|link| early(link, times, context)));
            findings.extend(links.first().and_then(|link| late(link, times, context)));
        }
    }
    findings
}

fn found(chain: &Chain<'_>, context: &Context<'_>) -> Finding {
    let cause = chain.services.first().map(|service| Cause::PathFound {
        service: service.name.clone(),
        provider: service.provider.clone(),
        territory: context.trust.territory(service).to_owned(),
    });
    Finding::passed(CheckId::Path, cause)
}

/// The first thing that RFC 5280 forbids.
pub(super) fn violation(chain: &Chain<'_>, id: CheckId) -> Option<Finding> {
    use crate::pki::path::PathFault;
    let violation = chain.violations.first()?;
    let holder = chain.certificates.iter().find(|one| one.sha256 == violation.certificate);
    let certificate = holder.map(|one| one.subject.display.clone()).unwrap_or_default();
    let cause = match violation.fault {
        PathFault::NotAnAuthority | PathFault::MayNotIssue => Cause::IssuerNotAuthority { issuer: certificate },
        _ => Cause::PathViolated { certificate, reason: violation.fault.clone() },
    };
    Some(Finding::doubtful(id, Doubt::CertificateChainGeneralFailure, cause))
}

/// What excepts from revocation is for end entities alone; an authority that has it could never be stopped.
pub(super) fn forbidden(chain: &Chain<'_>, id: CheckId) -> Option<Finding> {
    let mut authorities = chain.links().skip(1).map(|(authority, _)| authority);
    let excepted = authorities.find(|one| one.ocsp_no_check || one.no_revocation_available)?;
    let cause = Cause::ForbiddenExtension { certificate: excepted.subject.display.clone() };
    Some(Finding::doubtful(id, Doubt::CertificateChainGeneralFailure, cause))
}

/// A person's certificate must bind its holder; nobody signs with a certificate that answers for revocation, nor with one
/// that a list names as an authority: nothing would be asked of it.
fn purpose(chain: &Chain<'_>, signer: &CertificateFacts, context: &Context<'_>) -> Finding {
    let id = CheckId::PathConstraints;
    let certificate = signer.subject.display.clone();
    if signer.ocsp_no_check {
        let cause = Cause::ForbiddenExtension { certificate };
        return Finding::doubtful(id, Doubt::CertificateChainGeneralFailure, cause);
    }
    if chain.is_listed(signer) {
        return Finding::doubtful(id, Doubt::ChainConstraintsFailure, Cause::NotForSigning { certificate });
    }
    let binds = signer.key_usage.as_ref().is_some_and(|bits| bits.iter().any(|bit| bit == "nonRepudiation"));
    if binds {
        return Finding::passed(id, None);
    }
    let is_seal = signer.holder_kind() == HolderKind::Organisation && !is_for_machines(signer);
    let weight = if is_seal { Weight::Noted } else { context.policy.constraints.non_repudiation_missing };
    Finding::weighed(weight, id, Doubt::ChainConstraintsFailure, Cause::NotForSigning { certificate })
}

/// QcType of web sites; serverAuth, timeStamping, OCSPSigning: an organisation's, and yet no seal. Keys of servers lie open
/// to more people than those of seals.
fn is_for_machines(signer: &CertificateFacts) -> bool {
    const PURPOSES: [&str; 3] = [SERVER_AUTH, TIME_STAMPING, OCSP_SIGNING];
    signer.qc_types.iter().any(|kind| kind == QC_TYPE_WEB)
        || signer.extended_key_usage.iter().any(|purpose| PURPOSES.contains(&purpose.as_str()))
}

/// The service's status at the proven time, by its history.
pub(super) fn service_in_force(
    chain: &Chain<'_>,
    id: CheckId,
    at: Timestamp,
    context: &Context<'_>,
) -> Option<Finding> {
    let in_force = chain.services.iter().any(|service| {
        service.status_at(at).is_some_and(|period| {
            chain.role.is_served_by(&period.service_type)
                && is_in_force(&period.status.0)
                && period.extensions.unknown_critical.is_empty()
        })
    });
    if in_force {
        return None;
    }
    let service = chain.services.first()?;
    let status = service.status_at(at).map(|period| period.status.0.clone()).unwrap_or_default();
    let cause = Cause::ServiceNotInForce { service: service.name.clone(), status };
    let weight = context.policy.constraints.service_not_in_force;
    Some(Finding::weighed(weight, id, Doubt::NoCertificateChainFoundNoPoe, cause))
}

/// Statuses under which a service works (TS 119 612, 5.5.4 and annex D).
pub(super) fn is_in_force(status: &str) -> bool {
    const IN_FORCE: [&str; 6] = [
        "granted",
        "accredited",
        "undersupervision",
        "supervisionincessation",
        "recognisedatnationallevel",
        "setbynationallaw",
    ];
    IN_FORCE.contains(&status)
}

/// The certificates below the listed one, each with the answer that counts.
pub(super) fn links<'c>(
    chain: &Chain<'c>,
    answers: &'c [RevocationFacts],
    context: &Context<'c>,
) -> Result<Vec<Link<'c>>, Cause> {
    let link = |(certificate, issuer): (&'c CertificateFacts, &'c CertificateFacts)| {
        let answer = match is_needed(certificate) {
            true => Some(accepted(certificate, issuer, chain, answers, context, &|_| true)?),
            false => None,
        };
        Ok(Link { certificate, issuer, answer })
    };
    chain.links().map(link).collect()
}

pub(super) fn no_answer(id: CheckId, cause: Cause) -> Finding {
    Finding::doubtful(id, Doubt::CertificateChainGeneralFailure, cause)
}

/// Revoked, suspended, or neither, before the proven time.
fn revocation(links: &[Link<'_>], times: Times) -> Finding {
    let id = CheckId::Revocation;
    let mut later = None;
    for (position, link) in links.iter().enumerate() {
        let Some(answer) = link.answer else { continue };
        let certificate = link.certificate.subject.display.clone();
        if let Some(at) = revoked_since(answer) {
            // Proven to be signed after it: not a doubt any more.
            if position == 0 && times.signed_after.is_some_and(|after| after > at) {
                return Finding::failed(id, Failure::Revoked, Cause::Revoked { certificate, at });
            }
            if at <= times.proven {
                let doubt = if position == 0 { Doubt::RevokedNoPoe } else { Doubt::RevokedCaNoPoe };
                return Finding::doubtful(id, doubt, Cause::Revoked { certificate, at });
            }
            later.get_or_insert(Cause::RevokedLater { certificate, at });
        } else if let Some(at) = held_since(answer)
            && at <= times.proven
        {
            return Finding::doubtful(id, Doubt::TryLater, Cause::OnHold { certificate, at });
        }
    }
    let newest = links.first().and_then(|link| link.answer).map(|answer| Cause::NotRevoked { at: answer.this_update });
    Finding::passed(id, later.or(newest))
}

/// Every certificate below the listed one in force at the proven time (5.2.6.2.4, 5.5.4 step 5).
fn validity(chain: &Chain<'_>, links: &[Link<'_>], times: Times, context: &Context<'_>) -> Finding {
    let id = CheckId::TimeOfSigning;
    for (position, (certificate, _)) in chain.links().enumerate() {
        let at = times.proven;
        let holder = certificate.subject.display.clone();
        if at < certificate.not_before {
            let cause = Cause::CertificateNotYetValid { certificate: holder, not_before: certificate.not_before, at };
            // Nothing proves when it was signed: it may have been later.
            return if at < times.now && position == 0 {
                Finding::failed(id, Failure::NotYetValid, cause)
            } else {
                Finding::doubtful(id, Doubt::OutOfBoundsNoPoe, cause)
            };
        }
        if certificate.not_after < at {
            let cause = Cause::CertificateExpired { certificate: holder, not_after: certificate.not_after, at };
            if position == 0 && times.signed_after.is_some_and(|after| after > certificate.not_after) {
                return Finding::failed(id, Failure::Expired, cause);
            }
            let known = position == 0 && is_known_not_revoked(links.get(position), chain, context);
            let doubt = if known { Doubt::OutOfBoundsNotRevoked } else { Doubt::OutOfBoundsNoPoe };
            return Finding::doubtful(id, doubt, cause);
        }
        let strict = context.policy.constraints.revocation_issuer_expired == Weight::Decisive;
        let unknown = position == 0 && !is_known_not_revoked(links.get(position), chain, context);
        // 5.5.4 step 5 c: past its end now, and nobody who could still answer says that it was not revoked.
        if strict && unknown && certificate.not_after < times.now {
            let cause =
                Cause::CertificateExpired { certificate: holder, not_after: certificate.not_after, at: times.now };
            return Finding::doubtful(id, Doubt::OutOfBoundsNoPoe, cause);
        }
    }
    Finding::passed(id, Some(Cause::InForceAt { at: times.proven }))
}

/// Known not to have been revoked: by an answer whose signer is trusted or in force, or of whom that is not asked.
fn is_known_not_revoked(link: Option<&Link<'_>>, chain: &Chain<'_>, context: &Context<'_>) -> bool {
    let Some(link) = link else { return false };
    let Some(answer) = link.answer else { return !is_needed(link.certificate) };
    let good = revoked_since(answer).is_none() && held_since(answer).is_none();
    let asked = context.policy.constraints.revocation_issuer_expired == Weight::Decisive;
    good && (!asked || !has_expired(answer, chain, context))
}

fn has_expired(answer: &RevocationFacts, chain: &Chain<'_>, context: &Context<'_>) -> bool {
    let responder = answer.responder.and_then(|sha256| context.certificate(sha256));
    responder
        .is_some_and(|responder| responder.not_after < context.now && !is_trusted(answer, responder, chain, context))
}

/// Somebody who answered has run out since (REVOCATION_OUT_OF_BOUNDS_NO_POE).
pub(super) fn responder_expired(
    links: &[Link<'_>],
    chain: &Chain<'_>,
    id: CheckId,
    weight: Weight,
    context: &Context<'_>,
) -> Option<Finding> {
    let answers = links.iter().filter_map(|link| link.answer);
    let expired = answers.into_iter().find(|answer| has_expired(answer, chain, context))?;
    let responder = expired.responder.and_then(|sha256| context.certificate(sha256))?;
    let cause =
        Cause::RevocationIssuerExpired { responder: responder.subject.display.clone(), not_after: responder.not_after };
    Some(Finding::weighed(weight, id, Doubt::RevocationOutOfBoundsNoPoe, cause))
}

/// An answer in the file from long after the proven time: right, and unusual where a signer completes the signature at once.
fn late(link: &Link<'_>, times: Times, context: &Context<'_>) -> Option<Finding> {
    let answer = link.answer.filter(|answer| answer.source != RevocationSource::Fetched)?;
    let (at, proven) = (answer.this_update, times.proven);
    let after = at.as_second().saturating_sub(proven.as_second());
    let from = i64::from(context.policy.constraints.late_answer_hours).saturating_mul(3600);
    let said = Finding::passed(CheckId::Revocation, Some(Cause::RevocationLate { at, proven }));
    (after >= from).then_some(said)
}

/// An answer from before the proven time says nothing about what came between (DESIGN, point on OCSP before the stamp).
fn early(link: &Link<'_>, times: Times, context: &Context<'_>) -> Option<Finding> {
    let answer = link.answer?;
    let EarlyAnswer::NotedUpTo { noted_hours } = context.policy.constraints.early_answer else { return None };
    // A list speaks until the next one; an OCSP responder for the moment it was asked.
    let is_list = answer.kind == RevocationKind::Crl;
    let still_good = is_list && answer.next_update.is_some_and(|next| next >= times.proven);
    if answer.this_update >= times.proven || still_good {
        return None;
    }
    let (at, proven) = (answer.this_update, times.proven);
    let seconds = proven.as_second().saturating_sub(at.as_second());
    Some(if seconds <= i64::from(noted_hours).saturating_mul(3600) {
        Finding::passed(CheckId::Revocation, Some(Cause::RevocationEarly { at, proven }))
    } else {
        Finding::doubtful(CheckId::Revocation, Doubt::TryLater, Cause::RevocationTooOld { at, proven })
    })
}
