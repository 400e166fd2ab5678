//! Signature acceptance (EN 319 102-1, 5.2.8): order of time-stamps, stated time, algorithms.

use super::chain::Chain;
use super::stamps::Stamps;
use super::times::Link;
use super::{Cause, CheckId, Context, Doubt, Finding, ProvenBy};
use crate::Timestamp;
use crate::crypto::{DigestAlgorithm, Sha256, SignatureAlgorithm};
use crate::evidence::{CertificateFacts, KeyFacts, RevocationFacts, SignatureFacts, TimestampFacts};
use crate::pki::ocsp::ResponderRight;
use crate::validation::{AlgorithmTable, Lifetime, Use};

/// Something that was relied on, with its end.
pub(super) struct Used {
    pub(super) name: String,
    pub(super) lifetime: Lifetime,
    pub(super) used_for: Use,
}

impl Used {
    fn digest(table: &AlgorithmTable, uri: &str, used_for: Use) -> Self {
        let digest = DigestAlgorithm::from_uri(uri);
        let lifetime = digest.map_or(Lifetime::Never, |digest| table.digest(digest));
        Self { name: digest.map_or_else(|| uri.to_owned(), |digest| digest.name().to_owned()), lifetime, used_for }
    }

    fn signature(
        table: &AlgorithmTable,
        algorithm: Option<SignatureAlgorithm>,
        key: Option<KeyFacts>,
        used_for: Use,
    ) -> Self {
        match algorithm.zip(key) {
            Some((algorithm, key)) => {
                let lifetime = table.signature(algorithm, key);
                Self { name: format!("{} ({} bit)", algorithm.name(), key.bits), lifetime, used_for }
            }
            None => Self { name: String::new(), lifetime: Lifetime::Never, used_for },
        }
    }

    fn ended(&self) -> Cause {
        Cause::AlgorithmEnded { algorithm: self.name.clone(), used_for: self.used_for }
    }
}

/// What the signature itself rests on: its algorithm and key, the digests of its references and of its certificate.
pub(super) fn of_signature(
    signature: &SignatureFacts,
    signer: Option<&CertificateFacts>,
    context: &Context<'_>,
) -> Vec<Used> {
    let table = &context.policy.algorithms;
    let key = signer.and_then(|signer| signer.public_key);
    let mut used = vec![Used::signature(table, signature.algorithm, key, Use::Signature)];
    let references = signature.references.iter().map(|reference| reference.digest_method.as_str());
    let named = Some(signature.properties.certificate_digest_method.as_str()).filter(|uri| !uri.is_empty());
    used.extend(references.chain(named).map(|uri| Used::digest(table, uri, Use::Signature)));
    used
}

/// What one certificate of a path and its revocation answer rest on.
pub(super) fn of_link(link: &Link<'_>, context: &Context<'_>) -> Vec<Used> {
    let table = &context.policy.algorithms;
    let of_certificate = Used::signature(table, link.certificate.algorithm, link.issuer.public_key, Use::Certificate);
    let of_answer = link.answer.map(|answer| of_answer(answer, context)).unwrap_or_default();
    std::iter::once(of_certificate).chain(of_answer).collect()
}

/// What a revocation answer rests on: its signature, and that by which the authority named its responder.
pub(super) fn of_answer(answer: &RevocationFacts, context: &Context<'_>) -> Vec<Used> {
    let table = &context.policy.algorithms;
    let of = |sha256: Option<Sha256>| sha256.and_then(|sha256| context.certificate(sha256));
    let (responder, issuer) = (of(answer.responder), of(answer.issuer));
    let key = |one: Option<&CertificateFacts>| one.and_then(|one| one.public_key);
    let of_answer = Used::signature(table, answer.algorithm, key(responder), Use::Revocation);
    let of_responder = responder
        .filter(|_| answer.right == ResponderRight::Delegated)
        .map(|responder| Used::signature(table, responder.algorithm, key(issuer), Use::Revocation));
    std::iter::once(of_answer).chain(of_responder).collect()
}

/// What a time-stamp token rests on.
pub(super) fn of_stamp(stamp: &TimestampFacts, context: &Context<'_>) -> Vec<Used> {
    let table = &context.policy.algorithms;
    let key = stamp.authority.and_then(|sha256| context.certificate(sha256)?.public_key);
    let imprint = Used {
        name: stamp.imprint_digest.map(|digest| digest.name().to_owned()).unwrap_or_default(),
        lifetime: stamp.imprint_digest.map_or(Lifetime::Never, |digest| table.digest(digest)),
        used_for: Use::Timestamp,
    };
    vec![imprint, Used::signature(table, stamp.algorithm, key, Use::Timestamp)]
}

/// The first that does not hold at `at`.
pub(super) fn first_ended(used: &[Used], at: Timestamp) -> Option<Cause> {
    used.iter().find(|used| !used.lifetime.holds_at(at)).map(Used::ended)
}

/// Algorithms of certificates and answers, now (5.5.4 step 8): what has ended must be covered by archive time-stamps.
pub(super) fn path_algorithms(links: &[Link<'_>], id: CheckId, context: &Context<'_>) -> Option<Finding> {
    let used: Vec<_> = links.iter().flat_map(|link| of_link(link, context)).collect();
    let cause = first_ended(&used, context.now)?;
    Some(Finding::doubtful(id, Doubt::CryptoConstraintsFailureNoPoe, cause))
}

/// Algorithms of the signature, at the proven time.
pub(super) fn algorithms(
    signature: &SignatureFacts,
    signer: Option<&CertificateFacts>,
    stamps: &Stamps,
    proven: Timestamp,
    context: &Context<'_>,
) -> Finding {
    let id = CheckId::Algorithms;
    if signer.is_none() {
        return Finding::skipped(id, Cause::NotReached);
    }
    let used = of_signature(signature, signer, context);
    let Some(cause) = first_ended(&used, proven) else { return Finding::passed(id, None) };
    // Proven to be made after an end: not for want of proof any more (5.2.8.4).
    let after = stamps.signed_after().is_some_and(|after| first_ended(&used, after).is_some());
    let doubt = if after { Doubt::CryptoConstraintsFailure } else { Doubt::CryptoConstraintsFailureNoPoe };
    Finding::doubtful(id, doubt, cause)
}

/// Content before signature before archive time-stamps (5.5.4 step 6).
pub(super) fn timestamp_order(signature: &SignatureFacts, stamps: &Stamps, context: &Context<'_>) -> Finding {
    let id = CheckId::TimestampOrder;
    let times = |group: fn(&str) -> u8| {
        move |wanted: u8| -> Vec<Timestamp> {
            let passed = signature.timestamps.iter().zip(&stamps.judged).filter(|(_, judged)| judged.has_passed());
            passed.filter(|(stamp, _)| group(&stamp.kind) == wanted).filter_map(|(stamp, _)| stamp.at).collect()
        }
    };
    let of = times(rank);
    let groups = [of(0), of(1), of(2)];
    if groups.iter().all(Vec::is_empty) {
        return Finding::skipped(id, Cause::NoTimestamp);
    }
    let mut latest = None;
    for group in &groups {
        let (first, last) = (group.iter().min(), group.iter().max());
        if latest.is_some_and(|latest| first.is_some_and(|first| *first < latest)) {
            let weight = context.policy.constraints.timestamp_order;
            return Finding::weighed(weight, id, Doubt::TimestampOrderFailure, Cause::TimestampOrder);
        }
        latest = latest.max(last.copied());
    }
    Finding::passed(id, None)
}

fn rank(kind: &str) -> u8 {
    match kind {
        "AllDataObjectsTimeStamp" | "IndividualDataObjectsTimeStamp" => 0,
        "ArchiveTimeStamp" => 2,
        _ => 1,
    }
}

/// SigningTime is there and lies within the validity of the signing certificate.
pub(super) fn claimed_time(signature: &SignatureFacts, signer: Option<&CertificateFacts>) -> Finding {
    let id = CheckId::ClaimedTime;
    let Some(claimed) = signature.properties.signing_time else {
        return Finding::doubtful(id, Doubt::SigConstraintsFailure, Cause::ClaimedTimeMissing);
    };
    match signer {
        Some(signer) if claimed < signer.not_before || signer.not_after < claimed => {
            Finding::doubtful(id, Doubt::SigConstraintsFailure, Cause::ClaimedTimeOutside { claimed })
        }
        Some(_) => Finding::passed(id, None),
        None => Finding::skipped(id, Cause::NotReached),
    }
}

/// The first end, after now, among what a verdict of now rests on: the path and its answers, the time-stamps that prove
/// its time, and the signature's own algorithms where nothing proves when it was made. `None` where no end is known.
pub(super) fn holds_until(
    signature: &SignatureFacts,
    signer: Option<&CertificateFacts>,
    chain: Option<&Chain<'_>>,
    stamps: &Stamps,
    context: &Context<'_>,
) -> Option<Timestamp> {
    let mut used = Vec::new();
    if stamps.proven(context.now).by == ProvenBy::Now {
        used.extend(of_signature(signature, signer, context));
    }
    if let Some(links) = chain.and_then(|chain| super::times::links(chain, &signature.revocation, context).ok()) {
        used.extend(links.iter().flat_map(|link| of_link(link, context)));
    }
    let ends = used.iter().chain(stamps.relied_on()).filter_map(|used| match used.lifetime {
        Lifetime::Until(end) => Some(end),
        Lifetime::Never | Lifetime::Open => None,
    });
    ends.filter(|end| *end > context.now).min()
}
