//! Time-stamps: does the imprint belong to this signature, did the authority sign the token, where do its paths lead?

use super::pool::Pool;
use super::{Agreement, CoveredObjects, ImprintFacts, TimestampFacts};
use crate::crypto::Sha256;
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
                Err(fault) => malformed(property, token, fault),
            });
        }
    }
    facts
}

fn malformed(property: &TimestampProperty<'_, '_>, token: &[u8], fault: TimestampFault) -> TimestampFacts {
    TimestampFacts {
        id: Sha256::of(token),
        kind: property.kind.name().to_owned(),
        malformed: Some(fault),
        at: None,
        policy: None,
        accuracy: None,
        imprint_digest: None,
        imprint: ImprintFacts::DataMissing,
        signature: None,
        algorithm: None,
        authority: None,
        authority_stamps_only: false,
        authority_name: Agreement::NotStated,
        unknown_critical: Vec::new(),
        states_qualified: false,
        tokens_in_property: property.tokens.len(),
        covers: CoveredObjects::default(),
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
        id: token.sha256,
        kind: property.kind.name().to_owned(),
        malformed: None,
        at: Some(token.gen_time),
        policy: Some(token.policy.clone()),
        accuracy: token.accuracy,
        imprint_digest: token.imprint_algorithm,
        imprint: imprint(signature, property, token),
        signature: fault,
        algorithm: None,
        authority_stamps_only: authority.as_ref().is_some_and(TimestampToken::is_authority),
        authority_name: Agreement::NotStated,
        unknown_critical: token.unknown_critical.clone(),
        states_qualified: false,
        tokens_in_property: property.tokens.len(),
        covers: CoveredObjects::default(),
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
        return ImprintFacts::DataMissing;
    }
    let Some(algorithm) = token.imprint_algorithm else { return ImprintFacts::DigestUnsupported };
    let Some(method) = &property.canonicalization else { return ImprintFacts::DataMissing };
    let octets = canonicalize(Subset::Subtree(signature.value_element), method);
    if algorithm.digest(&octets) == token.imprint { ImprintFacts::Matches } else { ImprintFacts::Differs }
}
