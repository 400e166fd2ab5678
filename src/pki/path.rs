//! Candidate paths: from an end entity through a pool of certificates to whatever the caller calls an anchor.

mod constraints;

use std::collections::{HashMap, HashSet};

pub use constraints::{PathFault, PathViolation, violations};

use super::Certificate;
use crate::crypto::Sha256;
use crate::limits;

/// What may be spent on building paths; shared by all searches of one signature.
#[derive(Clone, Debug)]
pub struct Budget {
    /// Public-key operations left.
    pub signature_checks: usize,
}

impl Budget {
    /// Whether nothing is left: a path that was not found may exist all the same.
    #[must_use]
    pub fn is_exhausted(&self) -> bool {
        self.signature_checks == 0
    }
}

/// A chain of certificates, end entity first, each signed by the next.
#[derive(Clone, Debug)]
pub struct CandidatePath {
    /// End entity first. The last one is the anchor where `anchored`.
    pub certificates: Vec<Certificate>,
    /// Whether the last certificate is an anchor.
    pub anchored: bool,
}

/// All candidate paths of `end_entity`, anchored ones first and shortest; where none is anchored, the longest dead end, so
/// that the issuer that is missing can be named.
///
/// A link needs equal names (RFC 5280, 7.1), agreeing key identifiers where both are present, and a right signature.
/// Several certificates of one name are all tried. `is_anchor` ends a path. The end entity itself may be an anchor: units
/// that stamp time are listed themselves. Whether the authorities on the way may issue is asked by [`violations`].
#[must_use]
pub fn candidate_paths(
    end_entity: &Certificate,
    pool: &[Certificate],
    is_anchor: &dyn Fn(&Certificate) -> bool,
    budget: &mut Budget,
) -> Vec<CandidatePath> {
    let mut seen = HashSet::new();
    let mut search = Search {
        pool: pool.iter().filter(|certificate| seen.insert(certificate.sha256)).collect(),
        is_anchor,
        budget,
        links: HashMap::new(),
        anchored: Vec::new(),
        dead_end: Vec::new(),
        steps: 0,
    };
    search.extend(&mut vec![end_entity]);
    let path = |certificates: Vec<&Certificate>, anchored| CandidatePath {
        certificates: certificates.into_iter().cloned().collect(),
        anchored,
    };
    let mut anchored = search.anchored;
    if anchored.is_empty() {
        return vec![path(search.dead_end, false)];
    }
    // Stable: among equals the order of the pool, which is the order of the file.
    anchored.sort_by_key(Vec::len);
    anchored.into_iter().map(|certificates| path(certificates, true)).collect()
}

struct Search<'s> {
    /// Each certificate once, in the order of the file.
    pool: Vec<&'s Certificate>,
    is_anchor: &'s dyn Fn(&Certificate) -> bool,
    budget: &'s mut Budget,
    /// Certificate and issuer to whether the one's key signed the other.
    links: HashMap<(Sha256, Sha256), bool>,
    anchored: Vec<Vec<&'s Certificate>>,
    /// The longest path that led to no anchor, the first of equals.
    dead_end: Vec<&'s Certificate>,
    /// Certificates looked at; cross-certificates could otherwise make the search exponential.
    steps: usize,
}

impl<'s> Search<'s> {
    fn extend(&mut self, path: &mut Vec<&'s Certificate>) {
        self.steps = self.steps.saturating_add(1);
        let Some(last) = path.last().copied() else { return };
        if (self.is_anchor)(last) {
            self.anchored.push(path.clone());
            return;
        }
        let exhausted = path.len() >= limits::PATH_LENGTH
            || self.anchored.len() >= limits::PATHS
            || self.steps >= limits::PATH_SIGNATURE_CHECKS;
        let issuers = if exhausted || self.is_root(last) { Vec::new() } else { self.issuers(last) };
        let mut extended = false;
        for issuer in issuers {
            // The same key under the same name, perhaps in another certificate, would only make a detour.
            if path.iter().any(|certificate| certificate.is_same_entity(issuer)) || !self.is_signed_by(last, issuer) {
                continue;
            }
            extended = true;
            path.push(issuer);
            self.extend(path);
            path.pop();
        }
        if !extended && path.len() > self.dead_end.len() {
            self.dead_end.clone_from(path);
        }
    }

    /// Certificates that could have issued `certificate`, by name and key identifier.
    fn issuers(&self, certificate: &Certificate) -> Vec<&'s Certificate> {
        let could_issue = |issuer: &&&'s Certificate| {
            issuer.subject.same(&certificate.issuer) && key_identifiers_agree(certificate, issuer)
        };
        self.pool.iter().filter(could_issue).copied().collect()
    }

    /// Signed by its own key. An authority that changed its key also issues certificates to itself: those go on.
    fn is_root(&mut self, certificate: &'s Certificate) -> bool {
        certificate.is_self_issued()
            && key_identifiers_agree(certificate, certificate)
            && self.is_signed_by(certificate, certificate)
    }

    fn is_signed_by(&mut self, certificate: &Certificate, issuer: &Certificate) -> bool {
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
