//! Time-stamps: does the imprint belong to this signature, did the authority sign the token, where do its paths lead?
//!
//! 1. Every token is read, and what came along inside joins the pool: an older token's path may need it.
//! 2. Each one's imprint, signature, authority and paths; what it covers, where the imprint is right.

use super::covers::covered;
use super::imprint::Imprints;
use super::pool::{Place, Pool};
use super::{Agreement, CoveredObjects, ImprintFacts, PathFacts, TimestampFacts};
use crate::container::ContentError;
use crate::crypto::Sha256;
use crate::limits;
use crate::pki::Certificate;
use crate::pki::path::Budget;
use crate::pki::timestamp::{TimestampFault, TimestampToken};
use crate::trust::{Role, TrustStore};
use crate::xades::{Signature, TimestampProperty};

/// What the time-stamps of one signature are looked at with.
pub(super) struct Stamping<'g, 'a, 'input> {
    pub(super) signature: &'g Signature<'a, 'input>,
    /// The signing certificate, where it was found.
    pub(super) signer: Option<&'g Certificate>,
    pub(super) trust: &'g TrustStore,
    pub(super) budget: &'g mut Budget,
}

/// A token as read, with its property.
struct Read<'p, 'a, 'input> {
    property: &'p TimestampProperty<'a, 'input>,
    sha256: Sha256,
    token: Result<TimestampToken, TimestampFault>,
}

impl<'a, 'input> Stamping<'_, 'a, 'input> {
    /// The facts of every time-stamp: signed properties first, then unsigned ones in document order. Certificates and
    /// answers found in tokens join the pool.
    pub(super) fn timestamps(
        &mut self,
        pool: &mut Pool,
        imprints: &mut Imprints<'_, 'a, 'input, '_>,
    ) -> Result<Vec<TimestampFacts>, ContentError> {
        let tokens = read(self.signature, pool);
        // Several time-stamps of one authority share its paths.
        let mut known: Vec<(Sha256, Vec<PathFacts>)> = Vec::new();
        let mut facts = Vec::with_capacity(tokens.len());
        for Read { property, sha256, token } in &tokens {
            facts.push(match token {
                Ok(token) => {
                    let imprint = imprints.compare(property, token)?;
                    self.examine(property, token, imprint, pool, &mut known)
                }
                Err(fault) => malformed(property, *sha256, fault),
            });
        }
        if imprints.exhausted {
            pool.unreadable.push("time-stamps over more data than is digested for them".to_owned());
        }
        Ok(facts)
    }

    fn examine(
        &mut self,
        property: &TimestampProperty<'_, '_>,
        token: &TimestampToken,
        imprint: ImprintFacts,
        pool: &mut Pool,
        known: &mut Vec<(Sha256, Vec<PathFacts>)>,
    ) -> TimestampFacts {
        let authority = token.signing_certificate(&pool.certificates);
        let fault = match &authority {
            None => Some(TimestampFault::NoSigningCertificate),
            Some(authority) => token.signature_by(authority).err(),
        };
        let covers = match imprint {
            ImprintFacts::Matches => covered(self.signature, property, self.signer, pool),
            _ => CoveredObjects::default(),
        };
        TimestampFacts {
            id: token.sha256,
            kind: property.kind.name().to_owned(),
            malformed: None,
            at: Some(token.gen_time),
            policy: Some(token.policy.clone()),
            accuracy: token.accuracy,
            imprint_digest: token.imprint_algorithm,
            imprint,
            signature: fault,
            algorithm: token.signature_algorithm(),
            authority_stamps_only: authority.as_ref().is_some_and(TimestampToken::is_authority),
            authority_name: authority_name(token, authority.as_ref()),
            unknown_critical: token.unknown_critical.clone(),
            states_qualified: token.states_qualified,
            tokens_in_property: property.tokens.len(),
            covers,
            paths: authority.as_ref().map(|authority| self.paths(authority, pool, known)).unwrap_or_default(),
            authority: authority.map(|authority| authority.sha256),
        }
    }

    fn paths(
        &mut self,
        authority: &Certificate,
        pool: &mut Pool,
        known: &mut Vec<(Sha256, Vec<PathFacts>)>,
    ) -> Vec<PathFacts> {
        if let Some((_, paths)) = known.iter().find(|(of, _)| *of == authority.sha256) {
            return paths.clone();
        }
        let paths = pool.paths(authority, Role::Timestamp, self.trust, self.budget);
        known.push((authority.sha256, paths.clone()));
        paths
    }
}

fn read<'p, 'a, 'input>(signature: &'p Signature<'a, 'input>, pool: &mut Pool) -> Vec<Read<'p, 'a, 'input>> {
    let properties = signature.signed.timestamps.iter().chain(&signature.unsigned.timestamps);
    let mut tokens = properties.flat_map(|property| property.tokens.iter().map(move |token| (property, token)));
    let mut found = Vec::new();
    for (property, octets) in tokens.by_ref().take(limits::TIMESTAMPS) {
        let token = TimestampToken::parse(octets);
        if let Ok(token) = &token {
            pool.add_token(property.position.map_or(Place::Signed, Place::Unsigned), token);
        }
        found.push(Read { property, sha256: Sha256::of(octets), token });
    }
    if tokens.next().is_some() {
        pool.unreadable.push("more time-stamps than are looked at".to_owned());
    }
    found
}

fn malformed(property: &TimestampProperty<'_, '_>, id: Sha256, fault: &TimestampFault) -> TimestampFacts {
    TimestampFacts {
        id,
        kind: property.kind.name().to_owned(),
        malformed: Some(fault.clone()),
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

fn authority_name(token: &TimestampToken, authority: Option<&Certificate>) -> Agreement {
    match authority.and_then(|authority| token.names_authority(authority)) {
        Some(true) => Agreement::Agrees,
        Some(false) => Agreement::Differs,
        None => Agreement::NotStated,
    }
}
