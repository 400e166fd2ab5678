//! Time-stamps (EN 319 102-1, 5.4; RFC 3161): each judged by itself, newest first, so that what a newer one proves helps an
//! older one (5.6.3 step 2).

use super::acceptance::Used;
use super::chain::{Chain, chains};
use super::finding::{decisive, one_of_each};
use super::revocation::worth;
use super::times::{Link, forbidden, links, no_answer, responder_expired, service_in_force, violation};
use super::{Cause, CheckId, Context, Doubt, Existence, Failure, Finding, Indication, Outcome, acceptance, past};
use super::{ProvenBy, ProvenTime};
use crate::Timestamp;
use crate::evidence::{CertificateFacts, ImprintFacts, RevocationFacts, SignatureFacts, TimestampFacts};
use crate::pki::timestamp::TimestampFault;
use crate::trust::Role;
use crate::validation::{AnswerConclusion, StampConclusion, Weight};

/// Checks of a time-stamp.
const CHECKS: [CheckId; 3] = [CheckId::TimestampImprint, CheckId::TimestampSignature, CheckId::TimestampAuthority];
/// Kinds that cover documents before they are signed.
const CONTENT: [&str; 2] = ["AllDataObjectsTimeStamp", "IndividualDataObjectsTimeStamp"];

/// All time-stamps of a signature, judged.
pub(super) struct Stamps {
    /// In the order of the facts.
    pub(super) judged: Vec<Judged>,
    /// What they prove.
    pub(super) existence: Existence,
    signed_after: Option<Timestamp>,
    /// Valid ones that cover the signature: the lowest.
    lowest: Option<Timestamp>,
    /// Valid archive time-stamps: the last.
    archived: Option<Timestamp>,
    /// Position of the last archive time-stamp, right or wrong.
    last_archive: Option<usize>,
}

/// One time-stamp, judged.
pub(super) struct Judged {
    conclusion: StampConclusion,
    at: Option<Timestamp>,
    /// Whether it proves when the signature existed.
    covers_signature: bool,
    /// What it rests on.
    used: Vec<Used>,
    /// What else is to be said of its authority.
    notes: Vec<Cause>,
    /// What each revocation answer is worth on the path of its authority.
    answers: Vec<Option<AnswerConclusion>>,
}

impl Judged {
    /// Whether it is valid: what it covers existed at its time.
    pub(super) fn has_passed(&self) -> bool {
        self.conclusion.indication == Indication::TotalPassed
    }
}

impl Stamps {
    /// Judges all, newest first.
    pub(super) fn judge<'c>(signature: &'c SignatureFacts, context: &Context<'c>) -> Self {
        let mut existence = Existence::now(context.now);
        let mut order: Vec<_> = signature.timestamps.iter().enumerate().collect();
        // Of two of one time the one that stands later in the signature covers the other.
        order.sort_by_key(|(position, stamp)| std::cmp::Reverse((stamp.at, *position)));
        let mut judged: Vec<Option<Judged>> = signature.timestamps.iter().map(|_| None).collect();
        for (position, stamp) in order {
            let conclusion = judge(stamp, &signature.revocation, &existence, context);
            if let (true, Some(at)) = (conclusion.has_passed(), stamp.at) {
                existence.prove(&stamp.covers, at);
            }
            if let Some(place) = judged.get_mut(position) {
                *place = Some(conclusion);
            }
        }
        let judged: Vec<Judged> = judged.into_iter().flatten().collect();
        let passed = || {
            let both = signature.timestamps.iter().zip(&judged).filter(|(_, judged)| judged.has_passed());
            both.filter_map(|(stamp, _)| Some((stamp, stamp.at?)))
        };
        let signed_after = passed().filter(|(stamp, _)| is_content(stamp)).map(|(_, at)| at).max();
        let lowest = passed().filter(|(stamp, _)| stamp.covers.signature).map(|(_, at)| at).min();
        let archived = passed().filter(|(stamp, _)| is_archive(stamp)).map(|(_, at)| at).max();
        let last_archive = signature.timestamps.iter().rposition(is_archive);
        Self { judged, existence, signed_after, lowest, archived, last_archive }
    }

    /// The lowest proven time, else now.
    pub(super) fn proven(&self, now: Timestamp) -> ProvenTime {
        match self.lowest.filter(|at| *at < now) {
            Some(at) => ProvenTime { at, by: ProvenBy::Timestamp },
            None => ProvenTime { at: now, by: ProvenBy::Now },
        }
    }

    /// The documents are proven to have existed by then, so that the signature is younger.
    pub(super) fn signed_after(&self) -> Option<Timestamp> {
        self.signed_after
    }

    /// Time of the last valid archive time-stamp.
    pub(super) fn archived(&self) -> Option<Timestamp> {
        self.archived
    }

    /// What the valid ones rest on that prove when the signature existed.
    pub(super) fn relied_on(&self) -> impl Iterator<Item = &Used> {
        let proving = self.judged.iter().filter(|judged| judged.has_passed() && judged.covers_signature);
        proving.flat_map(|judged| &judged.used)
    }

    /// The checks of the earliest valid time-stamp that covers the signature, else of the first; and the word on archive
    /// time-stamps. They decide nothing by themselves: without a proven time the signature is judged for now.
    pub(super) fn findings(&self) -> Vec<Finding> {
        let covering = self.judged.iter().filter(|judged| judged.has_passed() && judged.at == self.lowest);
        let shown = covering.min_by_key(|judged| judged.at).or(self.judged.first());
        let mut findings: Vec<Finding> = match shown {
            Some(judged) => judged.conclusion.checks.iter().map(undecided).collect(),
            None => CHECKS.map(|id| Finding::skipped(id, Cause::NoTimestamp)).to_vec(),
        };
        // Notes of a stamp that proves nothing would only distract from what it fails by.
        let notes = shown.filter(|judged| judged.has_passed()).map_or(&[][..], |judged| &judged.notes);
        let noted = |cause: &Cause| Finding::noted(CheckId::TimestampAuthority, Outcome::Passed, cause.clone());
        findings.extend(notes.iter().map(noted));
        findings.push(self.archive());
        findings
    }

    fn archive(&self) -> Finding {
        let id = CheckId::Archive;
        match self.archived {
            Some(at) => Finding::passed(id, Some(Cause::ArchiveTimestamped { at })),
            None if self.last_archive.is_some() => {
                let cause = self.last_archive.and_then(|last| self.judged.get(last)?.conclusion.cause.clone());
                Finding::noted(id, Outcome::Unknown, cause.unwrap_or(Cause::NotReached))
            }
            None => Finding::skipped(id, Cause::NoArchiveTimestamp),
        }
    }

    /// What each revocation answer is worth: accepted where some judged path accepts it, else as on the first it is about.
    pub(super) fn worth_of_answers(
        &self,
        chain: Option<&Chain<'_>>,
        answers: &[RevocationFacts],
        context: &Context<'_>,
    ) -> Vec<AnswerConclusion> {
        let of_signer = chain.map(|chain| worth(chain, answers, context)).unwrap_or_default();
        let lists = || std::iter::once(&of_signer).chain(self.judged.iter().map(|judged| &judged.answers));
        let nothing = AnswerConclusion { outcome: Outcome::Skipped, reason: None };
        let of = |position| {
            let found = || lists().filter_map(|list| *list.get(position)?);
            found()
                .find(|one: &AnswerConclusion| one.outcome == Outcome::Passed)
                .or_else(|| found().next())
                .unwrap_or(nothing)
        };
        (0..answers.len()).map(of).collect()
    }

    pub(super) fn into_conclusions(self) -> Vec<StampConclusion> {
        self.judged.into_iter().map(|judged| judged.conclusion).collect()
    }
}

fn undecided(check: &crate::validation::Check) -> Finding {
    Finding { check: check.clone(), indication: None }
}

fn is_content(stamp: &TimestampFacts) -> bool {
    CONTENT.contains(&stamp.kind.as_str())
}

fn is_archive(stamp: &TimestampFacts) -> bool {
    stamp.kind == "ArchiveTimeStamp"
}

/// Judges one time-stamp by what newer ones have proven.
fn judge<'c>(
    stamp: &'c TimestampFacts,
    answers: &'c [RevocationFacts],
    existence: &Existence,
    context: &Context<'c>,
) -> Judged {
    let mut findings = vec![imprint(stamp), token_signature(stamp)];
    let (mut path, mut worths) = (None, Vec::new());
    let mut used = acceptance::of_stamp(stamp, context);
    match authority(stamp, context) {
        // Whatever else is right, nobody vouches for its time.
        None => findings.push(Finding {
            indication: Some(Indication::Indeterminate(Doubt::NoSigningCertificateFound)),
            ..Finding::skipped(CheckId::TimestampAuthority, Cause::NotReached)
        }),
        Some((authority, at)) => {
            findings.extend(token(stamp, authority, at, context));
            match best_chain(stamp, authority, at, answers, existence, context) {
                Err(finding) => findings.push(*finding),
                Ok((chain, found)) => {
                    path = Some((chain.position, chain.certificates.len()));
                    worths = worth(&chain, answers, context);
                    let links = links(&chain, answers, context).unwrap_or_default();
                    used.extend(links.iter().flat_map(|link| acceptance::of_link(link, context)));
                    findings.extend(found);
                }
            }
        }
    }
    let (indication, cause) = decisive(&findings);
    let (checks, notes) = one_of_each(findings);
    let conclusion = StampConclusion { indication, cause, checks, path };
    Judged { conclusion, at: stamp.at, covers_signature: stamp.covers.signature, used, notes, answers: worths }
}

fn authority<'c>(stamp: &TimestampFacts, context: &Context<'c>) -> Option<(&'c CertificateFacts, Timestamp)> {
    stamp.authority.and_then(|sha256| context.certificate(sha256)).zip(stamp.at)
}

fn imprint(stamp: &TimestampFacts) -> Finding {
    let id = CheckId::TimestampImprint;
    if let Some(fault) = &stamp.malformed {
        return Finding::failed(id, Failure::FormatFailure, Cause::TimestampRefused { reason: fault.clone() });
    }
    match stamp.imprint {
        ImprintFacts::Matches => Finding::passed(id, None),
        ImprintFacts::Differs => Finding::failed(id, Failure::HashFailure, Cause::TimestampImprintWrong),
        ImprintFacts::DigestUnsupported | ImprintFacts::DataMissing => {
            Finding::doubtful(id, Doubt::SignedDataNotFound, Cause::TimestampImprintUnsupported)
        }
    }
}

fn token_signature(stamp: &TimestampFacts) -> Finding {
    let id = CheckId::TimestampSignature;
    let Some(fault) = &stamp.signature else {
        let unread = stamp.malformed.is_some();
        return if unread { Finding::skipped(id, Cause::NotReached) } else { Finding::passed(id, None) };
    };
    let cause = Cause::TimestampRefused { reason: fault.clone() };
    match fault {
        TimestampFault::NoSigningCertificate => Finding::doubtful(id, Doubt::NoSigningCertificateFound, cause),
        TimestampFault::ContentChanged => Finding::failed(id, Failure::HashFailure, cause),
        TimestampFault::Signature { .. } => Finding::failed(id, Failure::SigCryptoFailure, cause),
        TimestampFault::Malformed { .. } => Finding::failed(id, Failure::FormatFailure, cause),
    }
}

/// What RFC 3161 asks of the token and its authority, whoever lists it.
fn token(stamp: &TimestampFacts, authority: &CertificateFacts, at: Timestamp, context: &Context<'_>) -> Vec<Finding> {
    let id = CheckId::TimestampAuthority;
    let name = || authority.subject.display.clone();
    let mut findings = Vec::new();
    if !stamp.authority_stamps_only {
        let cause = Cause::TimestampAuthorityPurpose { authority: name() };
        findings.push(Finding::doubtful(id, Doubt::ChainConstraintsFailure, cause));
    }
    if !stamp.unknown_critical.is_empty() {
        findings.push(Finding::doubtful(id, Doubt::SigConstraintsFailure, Cause::TimestampExtension));
    }
    if at < authority.not_before || authority.not_after < at || context.now < at {
        findings.push(Finding::doubtful(id, Doubt::OutOfBoundsNoPoe, Cause::TimestampOutsideAuthority { at }));
    }
    findings
}

/// The first path that nothing speaks against, else the first.
fn best_chain<'c>(
    stamp: &'c TimestampFacts,
    authority: &'c CertificateFacts,
    at: Timestamp,
    answers: &'c [RevocationFacts],
    existence: &Existence,
    context: &Context<'c>,
) -> Result<(Chain<'c>, Vec<Finding>), Box<Finding>> {
    let mut first = None;
    for chain in chains(&stamp.paths, Role::Timestamp, context)? {
        let mut findings = chain_findings(&chain, authority, at, answers, context);
        findings.extend(own_algorithms(stamp, context));
        past::mend_stamp(&mut findings, &chain, stamp, answers, existence, context);
        let sound = findings.iter().all(|finding| finding.indication.is_none());
        if sound {
            return Ok((chain, findings));
        }
        first.get_or_insert((chain, findings));
    }
    let nobody = Cause::TimestampAuthorityNotListed { authority: authority.subject.display.clone() };
    let none = || Box::new(Finding::doubtful(CheckId::TimestampAuthority, Doubt::NoCertificateChainFound, nobody));
    first.ok_or_else(none)
}

fn own_algorithms(stamp: &TimestampFacts, context: &Context<'_>) -> Option<Finding> {
    let cause = acceptance::first_ended(&acceptance::of_stamp(stamp, context), context.now)?;
    Some(Finding::doubtful(CheckId::TimestampAuthority, Doubt::CryptoConstraintsFailureNoPoe, cause))
}

/// What is asked of the authority's path.
fn chain_findings<'c>(
    chain: &Chain<'c>,
    authority: &CertificateFacts,
    at: Timestamp,
    answers: &'c [RevocationFacts],
    context: &Context<'c>,
) -> Vec<Finding> {
    let id = CheckId::TimestampAuthority;
    let found = Cause::TimestampFound { at, authority: authority.subject.display.clone() };
    let mut findings = vec![Finding::passed(id, Some(found))];
    findings.extend(violation(chain, id));
    findings.extend(forbidden(chain, id));
    findings.extend(service_in_force(chain, id, at, context));
    match links(chain, answers, context) {
        Err(cause) => findings.push(no_answer(id, cause)),
        Ok(links) => {
            findings.extend(revocation(&links, at, context));
            findings.extend(acceptance::path_algorithms(&links, id, context));
            findings.extend(expired(chain, at, context));
            let weight = context.policy.constraints.revocation_issuer_expired;
            findings.extend(responder_expired(&links, chain, id, weight, context));
        }
    }
    findings
}

/// Reasons after which the tokens made before stay good (RFC 3161, 4 item 1): affiliationChanged, superseded,
/// cessationOfOperation; unspecified where it is stated.
const HARMLESS: [u8; 4] = [0, 3, 4, 5];

/// An authority whose key was lost can stamp any time it likes: a revocation counts at once, but for harmless reasons.
fn revocation(links: &[Link<'_>], at: Timestamp, context: &Context<'_>) -> Option<Finding> {
    use crate::evidence::StatusFacts;
    let id = CheckId::TimestampAuthority;
    let by_time = context.policy.constraints.timestamp_authority_expired == Weight::Noted;
    for (position, link) in links.iter().enumerate() {
        let Some(StatusFacts::Revoked { at: since, reason }) = link.answer.and_then(|answer| answer.status) else {
            continue;
        };
        let harmless = reason.is_some_and(|reason| HARMLESS.contains(&reason));
        if !(by_time && harmless && at < since) {
            let doubt = if position == 0 { Doubt::RevokedNoPoe } else { Doubt::RevokedCaNoPoe };
            let cause = Cause::Revoked { certificate: link.certificate.subject.display.clone(), at: since };
            return Some(Finding::doubtful(id, doubt, cause));
        }
    }
    None
}

/// A certificate of the path that has run out since; the listed one itself never does.
fn expired(chain: &Chain<'_>, at: Timestamp, context: &Context<'_>) -> Option<Finding> {
    let id = CheckId::TimestampAuthority;
    for (certificate, _) in chain.links() {
        let authority = certificate.subject.display.clone();
        let (not_after, weight) = (certificate.not_after, context.policy.constraints.timestamp_authority_expired);
        if at < certificate.not_before || not_after < at {
            let cause = Cause::TimestampOutsideAuthority { at };
            return Some(Finding::doubtful(id, Doubt::OutOfBoundsNoPoe, cause));
        }
        if not_after < context.now {
            let cause = Cause::TimestampAuthorityExpired { authority, not_after };
            return Some(Finding::weighed(weight, id, Doubt::OutOfBoundsNoPoe, cause));
        }
    }
    None
}
