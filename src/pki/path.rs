//! Candidate paths: from an end entity through a pool of certificates to whatever the caller calls an anchor.

use std::collections::HashMap;

use super::Certificate;
use crate::crypto::Sha256;
use crate::limits;

/// What may be spent on building paths; shared by all searches of one signature.
#[derive(Clone, Debug)]
pub struct Budget {
    /// Public-key operations left.
    pub signature_checks: usize,
}

/// A chain of certificates, end entity first, each signed by the next.
#[derive(Clone, Debug)]
pub struct CandidatePath {
    /// End entity first. The last one is the anchor where `anchored`.
    pub certificates: Vec<Certificate>,
    /// Whether the last certificate is an anchor.
    pub anchored: bool,
}

/// All candidate paths of `end_entity`, anchored ones first and shortest, then the longest dead end.
///
/// A link needs equal names (RFC 5280, 7.1), agreeing key identifiers where both are present, and a right signature.
/// Several certificates of one name are all tried. `is_anchor` ends a path. The end entity itself may be an anchor: units
/// that stamp time are listed themselves.
#[must_use]
pub fn candidate_paths(
    end_entity: &Certificate,
    pool: &[Certificate],
    is_anchor: &dyn Fn(&Certificate) -> bool,
    budget: &mut Budget,
) -> Vec<CandidatePath> {
    let mut search = Search { pool, is_anchor, budget, links: HashMap::new(), found: Vec::new(), steps: 0 };
    search.extend(vec![end_entity.clone()]);
    let mut found = search.found;
    // Stable: among equals the order of the pool, which is the order of the file.
    found.sort_by_key(|path| {
        (!path.anchored, if path.anchored { path.certificates.len() } else { usize::MAX - path.certificates.len() })
    });
    let anchored = found.iter().any(|path| path.anchored);
    found.retain(|path| path.anchored || !anchored);
    found.truncate(if anchored { limits::PATHS } else { 1 });
    found
}

struct Search<'s> {
    pool: &'s [Certificate],
    is_anchor: &'s dyn Fn(&Certificate) -> bool,
    budget: &'s mut Budget,
    /// Certificate and issuer to whether the one's key signed the other.
    links: HashMap<(Sha256, Sha256), bool>,
    found: Vec<CandidatePath>,
    /// Certificates looked at; cross-certificates could otherwise make the search exponential.
    steps: usize,
}

impl Search<'_> {
    fn extend(&mut self, path: Vec<Certificate>) {
        self.steps = self.steps.saturating_add(1);
        let Some(last) = path.last().cloned() else { return };
        if (self.is_anchor)(&last) {
            self.found.push(CandidatePath { certificates: path, anchored: true });
            return;
        }
        let exhausted = path.len() >= limits::PATH_LENGTH
            || self.found.len() >= limits::PATHS
            || self.steps >= limits::PATH_SIGNATURE_CHECKS;
        let mut extended = false;
        if !exhausted && !last.is_self_issued() {
            for issuer in self.pool {
                let visited = path.iter().any(|certificate| certificate.sha256 == issuer.sha256);
                if !visited && self.is_issuer(&last, issuer) {
                    extended = true;
                    let mut longer = path.clone();
                    longer.push(issuer.clone());
                    self.extend(longer);
                }
            }
        }
        if !extended {
            self.found.push(CandidatePath { certificates: path, anchored: false });
        }
    }

    fn is_issuer(&mut self, certificate: &Certificate, issuer: &Certificate) -> bool {
        if !issuer.subject.same(&certificate.issuer) || !key_identifiers_agree(certificate, issuer) {
            return false;
        }
        let link = (certificate.sha256, issuer.sha256);
        if let Some(known) = self.links.get(&link) {
            return *known;
        }
        let Some(left) = self.budget.signature_checks.checked_sub(1) else { return false };
        self.budget.signature_checks = left;
        let right = certificate.signature_by(issuer).is_ok();
        self.links.insert(link, right);
        right
    }
}

fn key_identifiers_agree(certificate: &Certificate, issuer: &Certificate) -> bool {
    match (&certificate.extensions.authority_key_identifier, &issuer.extensions.subject_key_identifier) {
        (Some(authority), Some(subject)) => authority == subject,
        _ => true,
    }
}
