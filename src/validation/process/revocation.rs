//! Which revocation answer counts for a certificate (EN 319 102-1, 5.2.5; RFC 6960, 3.2; RFC 5280, 6.3).
//!
//! 1. answers about the certificate by its issuer of the path;
//! 2. each accepted or refused: status, scope, responder, right, signature, responder in force when it answered, made
//!    after the certificate was, still speaking of certificates that have run out;
//! 3. of the accepted ones the newest; one that says “revoked for good” is never outdone by a newer “good”.

use super::chain::{Chain, services_of};
use super::times::is_in_force;
use super::{Cause, Context, Outcome};
use crate::Timestamp;
use crate::evidence::{Agreement, CertificateFacts, RevocationFacts, RevocationKind, StatusFacts, ValueFacts};
use crate::pki::names::{CERTIFICATE_HOLD, OCSP_SIGNING};
use crate::pki::ocsp::ResponderRight;
use crate::trust::{Role, ServicePeriod, TrustService};
use crate::validation::{AnswerConclusion, AnswerFault, Weight};

/// Whether somebody must answer for a certificate. Nobody does for one of a short term, and none is asked for a
/// responder that its issuer excepts (RFC 6960, 4.2.2.2.1).
pub(super) fn is_needed(certificate: &CertificateFacts) -> bool {
    !certificate.no_revocation_available
}

/// The answer that counts for `certificate`, issued by `issuer`, among those that `admit` lets through.
///
/// # Errors
/// The cause: there is none, or why the newest is refused.
pub(super) fn accepted<'c>(
    certificate: &CertificateFacts,
    issuer: &CertificateFacts,
    chain: &Chain<'_>,
    answers: &'c [RevocationFacts],
    context: &Context<'_>,
    admit: &dyn Fn(&RevocationFacts) -> bool,
) -> Result<&'c RevocationFacts, Cause> {
    let name = || certificate.subject.display.clone();
    let about: Vec<_> = answers.iter().filter(|answer| is_about(answer, certificate, issuer, context)).collect();
    let admitted = about.iter().filter(|answer| admit(answer));
    let judged = admitted.map(|answer| (*answer, fault(answer, certificate, chain, answers, context)));
    let (good, bad): (Vec<_>, Vec<_>) = judged.partition(|(_, fault)| fault.is_none());
    let best = good
        .iter()
        .map(|(answer, _)| *answer)
        .max_by_key(|answer| (is_final(answer), answer.produced_at, answer.this_update, held_since(answer)));
    let newest = bad.into_iter().max_by_key(|(answer, _)| answer.produced_at);
    match (best, newest) {
        (Some(answer), _) => Ok(answer),
        (None, Some((_, Some(reason)))) => Err(Cause::RevocationRefused { certificate: name(), reason }),
        (None, _) => Err(Cause::NoRevocationData { certificate: name() }),
    }
}

/// What each answer is worth on a path: `None` where it is about no certificate of it.
pub(super) fn worth(
    chain: &Chain<'_>,
    answers: &[RevocationFacts],
    context: &Context<'_>,
) -> Vec<Option<AnswerConclusion>> {
    let of = |answer: &RevocationFacts| {
        let about = |link: &(&CertificateFacts, &CertificateFacts)| is_about(answer, link.0, link.1, context);
        let (certificate, _) = chain.links().find(about)?;
        let reason = fault(answer, certificate, chain, answers, context);
        let outcome = if reason.is_some() { Outcome::Failed } else { Outcome::Passed };
        Some(AnswerConclusion { outcome, reason })
    };
    answers.iter().map(of).collect()
}

fn is_about(
    answer: &RevocationFacts,
    certificate: &CertificateFacts,
    issuer: &CertificateFacts,
    context: &Context<'_>,
) -> bool {
    let same_issuer = || {
        let known = answer.issuer.and_then(|sha256| context.certificate(sha256));
        known.is_some_and(|known| known.spki_sha256 == issuer.spki_sha256 && known.subject.text == issuer.subject.text)
    };
    answer.about == Some(certificate.sha256) && same_issuer()
}

/// Revoked, and not merely suspended.
fn is_final(answer: &RevocationFacts) -> bool {
    matches!(answer.status, Some(StatusFacts::Revoked { reason, .. }) if reason != Some(CERTIFICATE_HOLD))
}

/// Whether the status is a suspension, and since when.
pub(super) fn held_since(answer: &RevocationFacts) -> Option<Timestamp> {
    match answer.status {
        Some(StatusFacts::Revoked { at, reason: Some(CERTIFICATE_HOLD) }) => Some(at),
        _ => None,
    }
}

/// Since when the certificate is revoked for good.
pub(super) fn revoked_since(answer: &RevocationFacts) -> Option<Timestamp> {
    match answer.status {
        Some(StatusFacts::Revoked { at, reason }) if reason != Some(CERTIFICATE_HOLD) => Some(at),
        _ => None,
    }
}

/// Why an answer does not count.
fn fault(
    answer: &RevocationFacts,
    certificate: &CertificateFacts,
    chain: &Chain<'_>,
    answers: &[RevocationFacts],
    context: &Context<'_>,
) -> Option<AnswerFault> {
    match answer.status {
        _ if answer.defect.is_some() => return Some(AnswerFault::OutOfScope),
        None => return Some(AnswerFault::OutOfScope),
        Some(StatusFacts::Unknown) => return Some(AnswerFault::StatusUnknown),
        Some(StatusFacts::Good | StatusFacts::Revoked { .. }) => {}
    }
    let Some(responder) = answer.responder.and_then(|sha256| context.certificate(sha256)) else {
        return Some(AnswerFault::NoResponder);
    };
    match answer.signature {
        Some(ValueFacts::Right | ValueFacts::RightWithoutNull) => {}
        _ => return Some(AnswerFault::SignatureWrong),
    }
    let about_itself = responder.spki_sha256 == certificate.spki_sha256;
    if about_itself
        || !may_answer(answer, responder, chain, context)
        || !is_sound(answer, responder, chain, answers, context)
    {
        return Some(AnswerFault::NotAuthorised);
    }
    let is_good = answer.status == Some(StatusFacts::Good);
    let ended = revoked_since(answer).is_some_and(|at| at <= context.now);
    let in_force = responder.not_before <= answer.produced_at && answer.produced_at <= responder.not_after;
    let retained = [answer.retained_since, retained_by_list(chain, context)].into_iter().flatten();
    let speaks_since = retained.chain([answer.this_update]).min().unwrap_or(answer.this_update);
    match () {
        () if !in_force && !is_trusted(answer, responder, chain, context) => Some(AnswerFault::ResponderNotInForce),
        () if answer.this_update < certificate.not_before => Some(AnswerFault::BeforeCertificate),
        () if answer.certificate_hash == Agreement::Differs => Some(AnswerFault::OtherCertificate),
        // What ends a certificate needs no such record: nobody lists one as revoked by keeping silent about it.
        () if is_good && certificate.not_after < speaks_since && answer.certificate_hash != Agreement::Agrees => {
            Some(AnswerFault::NoLongerSpeaks)
        }
        () if answer.produced_at > context.now && !ended => Some(AnswerFault::FromTheFuture),
        () => None,
    }
}

/// As the issuer, by its delegation, or as a service that a list names for answering. An issuer may delegate with another
/// of its keys (RFC 6960, 4.2.2.2): under the same name, listed by the same provider.
fn may_answer(
    answer: &RevocationFacts,
    responder: &CertificateFacts,
    chain: &Chain<'_>,
    context: &Context<'_>,
) -> bool {
    match answer.right {
        ResponderRight::Authority | ResponderRight::Delegated => true,
        ResponderRight::NotForAnswers => false,
        ResponderRight::None if answer.kind == RevocationKind::Crl => false,
        ResponderRight::None => {
            is_listed_responder(answer, responder, chain, context)
                || is_delegated_by_other_key(answer, responder, chain, context)
        }
    }
}

fn is_delegated_by_other_key(
    answer: &RevocationFacts,
    responder: &CertificateFacts,
    chain: &Chain<'_>,
    context: &Context<'_>,
) -> bool {
    let of = |sha256: Option<crate::crypto::Sha256>| sha256.and_then(|sha256| context.certificate(sha256));
    let (Some(issuer), Some(delegate)) = (of(answer.issuer), of(answer.responder_issuer)) else { return false };
    let listed = services_of(delegate, Role::Issuer, context);
    let same_provider = listed.iter().any(|service| is_of_same_provider(service, chain));
    responder.extended_key_usage.iter().any(|purpose| purpose == OCSP_SIGNING)
        && delegate.subject.text == issuer.subject.text
        && same_provider
}

/// A responder whose authority named it for answers was not revoked when it answered, as far as anybody at hand says. Who
/// revokes responders says so; where their authority does not except them, somebody must (RFC 6960, 4.2.2.2.1).
fn is_sound(
    answer: &RevocationFacts,
    responder: &CertificateFacts,
    chain: &Chain<'_>,
    answers: &[RevocationFacts],
    context: &Context<'_>,
) -> bool {
    if answer.right != ResponderRight::Delegated {
        return true;
    }
    let by_right = |other: &&RevocationFacts| {
        if other.about != Some(responder.sha256) {
            return false;
        }
        let signed = matches!(other.signature, Some(ValueFacts::Right | ValueFacts::RightWithoutNull));
        let allowed = matches!(other.right, ResponderRight::Authority | ResponderRight::Delegated);
        let another = other.responder.and_then(|sha256| context.certificate(sha256));
        let another = another.is_some_and(|other| other.spki_sha256 != responder.spki_sha256);
        other.defect.is_none() && signed && allowed && another
    };
    let about = || answers.iter().filter(by_right);
    let revoked =
        |other: &RevocationFacts| revoked_since(other).or(held_since(other)).is_some_and(|at| at <= answer.produced_at);
    let excepted =
        !is_needed(responder) || responder.ocsp_no_check || is_listed_responder(answer, responder, chain, context);
    !about().any(revoked) && (excepted || about().any(|other| other.status == Some(StatusFacts::Good)))
}

/// A service for answering, of the provider of the path's own service, in force when it answered: somebody else's says
/// nothing about the certificates of this authority. Where the status of services is not looked at, any service counts.
fn is_listed_responder(
    answer: &RevocationFacts,
    responder: &CertificateFacts,
    chain: &Chain<'_>,
    context: &Context<'_>,
) -> bool {
    let asked = context.policy.constraints.service_not_in_force == Weight::Decisive;
    let counts = |service: &TrustService| {
        let period = service.status_at(answer.produced_at);
        let answers = |period: &ServicePeriod| period.service_type.starts_with("Certstatus/");
        match asked {
            true => {
                let in_force = |period: &&ServicePeriod| {
                    is_in_force(&period.status.0) && period.extensions.unknown_critical.is_empty()
                };
                is_of_same_provider(service, chain) && period.filter(in_force).is_some_and(answers)
            }
            false => service.periods.iter().any(answers),
        }
    };
    services_of(responder, Role::Ocsp, context).into_iter().any(counts)
}

fn is_of_same_provider(service: &TrustService, chain: &Chain<'_>) -> bool {
    chain.services.iter().any(|other| other.provider == service.provider && other.list == service.list)
}

/// Whether nothing is asked of a responder: it is the listed certificate of the path, or listed for answering.
pub(super) fn is_trusted(
    answer: &RevocationFacts,
    responder: &CertificateFacts,
    chain: &Chain<'_>,
    context: &Context<'_>,
) -> bool {
    chain.is_listed(responder) || is_listed_responder(answer, responder, chain, context)
}

/// ExpiredCertsRevocationInfo of the listed service (TS 119 612, 5.5.9.1).
fn retained_by_list(chain: &Chain<'_>, context: &Context<'_>) -> Option<Timestamp> {
    let periods = chain.services.iter().filter_map(|service| service.status_at(context.now));
    periods.filter_map(|period| period.extensions.expired_certificates_since).min()
}
