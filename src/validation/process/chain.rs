//! Paths up to a listed service (EN 319 102-1, 5.2.6; TS 119 612).
//!
//! Which certificate of a path is listed is asked of the lists at hand now, not of those that the facts were gathered
//! with: saved facts can be judged under newer lists.

use super::{Cause, CheckId, Context, Doubt, Finding};
use crate::evidence::{CertificateFacts, PathFacts};
use crate::pki::path::PathViolation;
use crate::trust::{Role, TrustService};

/// A path up to the first of its certificates that is listed.
#[derive(Clone, Debug)]
pub(super) struct Chain<'c> {
    /// Position among the candidate paths.
    pub(super) position: usize,
    /// End entity first, the listed one last. The end entity itself may be listed.
    pub(super) certificates: Vec<&'c CertificateFacts>,
    /// What the certificates below the listed one break.
    pub(super) violations: Vec<&'c PathViolation>,
    /// What the last one must be listed for.
    pub(super) role: Role,
    /// Services that list the last one.
    pub(super) services: Vec<&'c TrustService>,
}

impl<'c> Chain<'c> {
    /// Certificates below the listed one, each with its issuer, end entity first.
    pub(super) fn links(&self) -> impl DoubleEndedIterator<Item = (&'c CertificateFacts, &'c CertificateFacts)> + '_ {
        self.certificates.iter().copied().zip(self.certificates.iter().skip(1).copied())
    }

    /// The listed certificate.
    pub(super) fn is_listed(&self, certificate: &CertificateFacts) -> bool {
        self.certificates.last().is_some_and(|last| last.sha256 == certificate.sha256)
    }
}

/// Services that list a certificate, or its key under its name.
pub(super) fn services_of<'c>(
    certificate: &CertificateFacts,
    role: Role,
    context: &Context<'c>,
) -> Vec<&'c TrustService> {
    context.trust.services_with(certificate.sha256, certificate.spki_sha256, Some(&certificate.subject.name()), role)
}

/// Every candidate path that leads to a service listed for `role`, in their order.
pub(super) fn chains<'c>(
    paths: &'c [PathFacts],
    role: Role,
    context: &Context<'c>,
) -> Result<Vec<Chain<'c>>, Box<Finding>> {
    let mut found: Vec<Chain<'c>> = Vec::new();
    for (position, path) in paths.iter().enumerate() {
        if let Some(chain) = chain(position, path, role, context)
            && !found.iter().any(|known| same(known, &chain))
        {
            found.push(chain);
        }
    }
    if found.is_empty() { Err(Box::new(dead_end(paths, role, context))) } else { Ok(found) }
}

fn same(known: &Chain<'_>, other: &Chain<'_>) -> bool {
    known.certificates.iter().map(|one| one.sha256).eq(other.certificates.iter().map(|one| one.sha256))
}

fn chain<'c>(position: usize, path: &'c PathFacts, role: Role, context: &Context<'c>) -> Option<Chain<'c>> {
    let mut certificates = Vec::new();
    for sha256 in &path.certificates {
        let certificate = context.certificate(*sha256)?;
        certificates.push(certificate);
        let services = services_of(certificate, role, context);
        if !services.is_empty() {
            // What is demanded of the listed certificate itself is for its list to say.
            let below = |violation: &&PathViolation| violation.certificate != certificate.sha256;
            let known = |violation: &&PathViolation| certificates.iter().any(|one| one.sha256 == violation.certificate);
            let violations = path.violations.iter().filter(below).filter(known).collect();
            return Some(Chain { position, certificates, violations, role, services });
        }
    }
    None
}

/// Where the search ended: in a test hierarchy, at an issuer that is listed but not at hand, or at one nobody lists.
fn dead_end(paths: &[PathFacts], role: Role, context: &Context<'_>) -> Finding {
    let id = if role == Role::Timestamp { CheckId::TimestampAuthority } else { CheckId::Path };
    let certificates = paths.first().map(|path| path.certificates.as_slice()).unwrap_or_default();
    let facts: Vec<_> = certificates.iter().filter_map(|sha256| context.certificate(*sha256)).collect();
    let test = facts.iter().find_map(|certificate| certificate.test_hierarchy.clone());
    let cause = match (role, test, facts.last()) {
        (Role::Timestamp, ..) => {
            let authority = facts.first().map(|one| one.subject.display.clone()).unwrap_or_default();
            Cause::TimestampAuthorityNotListed { authority }
        }
        (_, Some(name), _) => Cause::TestHierarchy { name },
        (_, None, Some(last)) => missing_issuer(last, context),
        (_, None, None) => Cause::NoPath { issuer: String::new() },
    };
    Finding::doubtful(id, Doubt::NoCertificateChainFound, cause)
}

fn missing_issuer(last: &CertificateFacts, context: &Context<'_>) -> Cause {
    let issuer = last.issuer.display.clone();
    // A root that is at hand and not listed: its name may be anybody's, the listed one's too.
    if last.subject.text == last.issuer.text {
        return Cause::NoPath { issuer };
    }
    match context.trust.services_named(&issuer, Role::Issuer).first() {
        Some(service) => {
            Cause::IssuerListedNotAtHand { issuer, territory: context.trust.territory(service).to_owned() }
        }
        None => Cause::NoPath { issuer },
    }
}
