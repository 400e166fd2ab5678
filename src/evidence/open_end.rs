//! Paths that lead to no listed service, with what is needed to go on searching when more certificates come to hand.

use super::pool::Pool;
use super::{PathFacts, SignatureFacts};
use crate::limits;
use crate::pki::Certificate;
use crate::pki::path::{Budget, CandidatePath};
use crate::trust::{Role, TrustStore};

/// A certificate whose paths lead to no listed service. Not part of the evidence: nothing is judged by it.
#[derive(Clone, Debug)]
pub struct OpenEnd {
    /// What it would have to be listed for.
    pub role: Role,
    /// The certificate of the signer or of the time-stamping authority.
    pub certificate: Certificate,
    /// What the file brought along.
    at_hand: Vec<Certificate>,
}

impl OpenEnd {
    /// Its paths, with `more` certificates beside those of the file and of the lists: those to a listed service, or else
    /// the longest dead end. Each link is right by name, key identifier and signature.
    #[must_use]
    pub fn paths(&self, more: &[Certificate], trust: &TrustStore) -> Vec<CandidatePath> {
        let mut pool = Pool::with(self.at_hand.iter().chain(more).cloned());
        let mut budget = Budget { signature_checks: limits::PATH_SIGNATURE_CHECKS };
        pool.candidate_paths(&self.certificate, self.role, trust, &mut budget)
    }
}

/// Notes the open ends of one signature, each once. Where its value is wrong, no certificate would make it right; the same
/// goes for the tokens of its time-stamps.
pub(super) fn note(ends: &mut Vec<OpenEnd>, signature: &SignatureFacts, signer: Option<&Certificate>, pool: &Pool) {
    if !signature.value_is_right() {
        return;
    }
    let is_open = |paths: &[PathFacts]| !paths.iter().any(|path| path.anchored);
    let signer = signer.filter(|_| is_open(&signature.paths)).map(|signer| (Role::Issuer, signer));
    let stamps = signature.timestamps.iter().filter(|stamp| stamp.signature.is_none() && is_open(&stamp.paths));
    let authorities =
        stamps.filter_map(|stamp| pool.certificates.iter().find(|one| Some(one.sha256) == stamp.authority));
    for (role, certificate) in signer.into_iter().chain(authorities.map(|authority| (Role::Timestamp, authority))) {
        let known = ends.iter().any(|end| end.role == role && end.certificate.sha256 == certificate.sha256);
        if !known && ends.len() < limits::OPEN_ENDS {
            ends.push(OpenEnd { role, certificate: certificate.clone(), at_hand: pool.certificates.clone() });
        }
    }
}
