//! Time-stamps: does the imprint belong to this signature, did the authority sign the token, where do its paths lead?

use super::pool::Pool;
use super::{ImprintFacts, TimestampFacts};
use crate::pki::path::Budget;
use crate::pki::timestamp::{TimestampFault, TimestampToken};
use crate::trust::{Role, TrustStore};
use crate::xades::{Signature, TimestampKind, TimestampProperty};
use crate::xml::{Subset, canonicalize};

/// The facts of every time-stamp of a signature: signed properties first, then unsigned ones in document order.
/// Certificates found in tokens join the pool.
pub(super) fn timestamps(
    signature: &Signature<'_, '_>,
    pool: &mut Pool,
    trust: &TrustStore,
    budget: &mut Budget,
) -> Vec<TimestampFacts> {
    let properties = signature.signed.timestamps.iter().chain(&signature.unsigned.timestamps);
    let mut facts = Vec::new();
    for property in properties {
        for token in &property.tokens {
            facts.push(match TimestampToken::parse(token) {
                Ok(token) => examine(signature, property, &token, pool, trust, budget),
                Err(fault) => malformed(property.kind, fault),
            });
        }
    }
    facts
}

fn malformed(kind: TimestampKind, fault: TimestampFault) -> TimestampFacts {
    TimestampFacts {
        kind: kind.name().to_owned(),
        malformed: Some(fault),
        at: None,
        policy: None,
        imprint_digest: None,
        imprint: ImprintFacts::NotComputed,
        signature: None,
        authority: None,
        paths: Vec::new(),
    }
}

fn examine(
    signature: &Signature<'_, '_>,
    property: &TimestampProperty<'_, '_>,
    token: &TimestampToken,
    pool: &mut Pool,
    trust: &TrustStore,
    budget: &mut Budget,
) -> TimestampFacts {
    token.certificates.iter().for_each(|certificate| pool.add(certificate.clone()));
    let authority = token.signing_certificate(&pool.certificates);
    let fault = match &authority {
        None => Some(TimestampFault::NoSigningCertificate),
        Some(authority) => token.signature_by(authority).err(),
    };
    let paths = authority.as_ref().map(|authority| pool.paths(authority, Role::Timestamp, trust, budget));
    TimestampFacts {
        kind: property.kind.name().to_owned(),
        malformed: None,
        at: Some(token.gen_time),
        policy: Some(token.policy.clone()),
        imprint_digest: token.imprint_algorithm,
        imprint: imprint(signature, property, token),
        signature: fault,
        authority: authority.map(|authority| authority.sha256),
        paths: paths.unwrap_or_default(),
    }
}

/// A signature time-stamp covers the canonical SignatureValue element (EN 319 132-1, 5.3).
fn imprint(
    signature: &Signature<'_, '_>,
    property: &TimestampProperty<'_, '_>,
    token: &TimestampToken,
) -> ImprintFacts {
    if property.kind != TimestampKind::Signature {
        return ImprintFacts::NotComputed;
    }
    let Some(algorithm) = token.imprint_algorithm else { return ImprintFacts::DigestUnsupported };
    let Some(method) = &property.canonicalization else { return ImprintFacts::NotComputed };
    let octets = canonicalize(Subset::Subtree(signature.value_element), method);
    if algorithm.digest(&octets) == token.imprint { ImprintFacts::Matches } else { ImprintFacts::Differs }
}
