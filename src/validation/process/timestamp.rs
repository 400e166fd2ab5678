//! Signature time-stamps (EN 319 102-1, 5.4), as far as this version goes: imprint, token signature, listed authority.
//! Validity of the authority's certificate at its own time, and revocation, are not judged, so no time counts as proven.

use super::path::{best_path, not_an_authority};
use super::{Cause, CheckId, Finding, Outcome};
use crate::evidence::{Evidence, ImprintFacts, SignatureFacts, TimestampFacts};

/// The three checks for the earliest signature time-stamp whose imprint belongs to the signature.
pub(super) fn findings(signature: &SignatureFacts, evidence: &Evidence) -> [Finding; 3] {
    let mut stamps: Vec<_> = signature.timestamps.iter().filter(|stamp| stamp.kind == "SignatureTimeStamp").collect();
    stamps.sort_by_key(|stamp| (stamp.imprint != ImprintFacts::Matches, stamp.signature.is_some(), stamp.at));
    match stamps.first() {
        Some(stamp) => of_stamp(stamp, evidence),
        None => {
            let cause = if signature.properties.time_mark { Cause::TimeMark } else { Cause::NoTimestamp };
            [
                Finding::noted(CheckId::TimestampImprint, Outcome::Unknown, cause),
                Finding::skipped(CheckId::TimestampSignature, Cause::NotReached),
                Finding::skipped(CheckId::TimestampAuthority, Cause::NotReached),
            ]
        }
    }
}

/// The three checks for one time-stamp.
pub(super) fn of_stamp(stamp: &TimestampFacts, evidence: &Evidence) -> [Finding; 3] {
    [imprint(stamp), token_signature(stamp), authority(stamp, evidence)]
}

/// Whether a sound path leads from the authority to a listed service.
#[must_use]
pub fn is_listed(stamp: &TimestampFacts, evidence: &Evidence) -> bool {
    best_path(&stamp.paths, evidence).is_some_and(|path| path.anchored && not_an_authority(path, evidence).is_none())
}

fn imprint(stamp: &TimestampFacts) -> Finding {
    let id = CheckId::TimestampImprint;
    if let Some(fault) = &stamp.malformed {
        return Finding::noted(id, Outcome::Failed, Cause::TimestampRefused { reason: fault.clone() });
    }
    match stamp.imprint {
        ImprintFacts::Matches => Finding::passed(id, None),
        ImprintFacts::Differs => Finding::noted(id, Outcome::Failed, Cause::TimestampImprintWrong),
        ImprintFacts::DigestUnsupported | ImprintFacts::DataMissing => {
            Finding::noted(id, Outcome::Unknown, Cause::TimestampImprintUnsupported)
        }
    }
}

fn token_signature(stamp: &TimestampFacts) -> Finding {
    let id = CheckId::TimestampSignature;
    match &stamp.signature {
        _ if stamp.malformed.is_some() => Finding::skipped(id, Cause::NotReached),
        None => Finding::passed(id, None),
        Some(fault) => Finding::noted(id, Outcome::Failed, Cause::TimestampRefused { reason: fault.clone() }),
    }
}

fn authority(stamp: &TimestampFacts, evidence: &Evidence) -> Finding {
    let id = CheckId::TimestampAuthority;
    let certificate = stamp.authority.and_then(|sha256| evidence.certificate(sha256));
    let Some((certificate, at)) = certificate.zip(stamp.at) else {
        return Finding::skipped(id, Cause::NotReached);
    };
    let authority = certificate.subject.display.clone();
    if is_listed(stamp, evidence) {
        Finding::passed(id, Some(Cause::TimestampFound { at, authority }))
    } else {
        Finding::noted(id, Outcome::Unknown, Cause::TimestampAuthorityNotListed { authority })
    }
}
