//! The path from the signing certificate to a listed service (EN 319 102-1, 5.2.6; TS 119 612).

use super::{Cause, CheckId, Doubt, Finding};
use crate::evidence::{CertificateFacts, Evidence, PathFacts, SignatureFacts};
use crate::trust::{Role, TrustStore};

/// The path that is judged and shown: the first one to a listed service whose issuers may issue; else the first.
#[must_use]
pub fn best_path<'p>(paths: &'p [PathFacts], evidence: &Evidence) -> Option<&'p PathFacts> {
    let sound = |path: &&PathFacts| path.anchored && not_an_authority(path, evidence).is_none();
    paths.iter().find(sound).or_else(|| paths.first())
}

/// A certificate above the end entity that may not issue certificates. Anybody with a certificate of their own could
/// otherwise issue one to "VISC". The listed certificate itself is trusted for what it is listed for.
pub(super) fn not_an_authority<'e>(path: &PathFacts, evidence: &'e Evidence) -> Option<&'e CertificateFacts> {
    let listed = usize::from(path.anchored);
    let issuers = path.certificates.len().saturating_sub(1).saturating_sub(listed);
    let issuers = path.certificates.iter().skip(1).take(issuers);
    issuers.filter_map(|sha256| evidence.certificate(*sha256)).find(|issuer| !issuer.issues_certificates)
}

/// Whether a path leads to a listed service, and which.
pub(super) fn finding(signature: &SignatureFacts, evidence: &Evidence, trust: &TrustStore) -> Finding {
    let id = CheckId::Path;
    let Some(path) = best_path(&signature.paths, evidence) else { return Finding::skipped(id, Cause::NotReached) };
    let last = path.certificates.last().and_then(|sha256| evidence.certificate(*sha256));
    if let Some(issuer) = not_an_authority(path, evidence) {
        let cause = Cause::IssuerNotAuthority { issuer: issuer.subject.display.clone() };
        return Finding::doubtful(id, Doubt::CertificateChainGeneralFailure, cause);
    }
    if path.anchored {
        return Finding::passed(id, last.and_then(|anchor| found(anchor, trust)));
    }
    let cause = test_hierarchy(path, evidence).or_else(|| last.map(|last| dead_end(last, trust)));
    let cause = cause.unwrap_or(Cause::NoPath { issuer: String::new() });
    Finding::doubtful(id, Doubt::NoCertificateChainFound, cause)
}

fn found(anchor: &CertificateFacts, trust: &TrustStore) -> Option<Cause> {
    let services = trust.services_with(anchor.sha256, anchor.spki_sha256, Role::Issuer);
    let service = services.into_iter().next()?;
    Some(Cause::PathFound {
        service: service.name.clone(),
        provider: service.provider.clone(),
        territory: trust.territory(service).to_owned(),
    })
}

fn test_hierarchy(path: &PathFacts, evidence: &Evidence) -> Option<Cause> {
    let certificates = path.certificates.iter().filter_map(|sha256| evidence.certificate(*sha256));
    let name = certificates.into_iter().find_map(|certificate| certificate.test_hierarchy.clone())?;
    Some(Cause::TestHierarchy { name })
}

/// Where the search ended: at an issuer that is listed but not at hand, or at one nobody lists.
fn dead_end(last: &CertificateFacts, trust: &TrustStore) -> Cause {
    let issuer = last.issuer.display.clone();
    // A root that is at hand and not listed: its name may be anybody's, the listed one's too.
    if last.subject.text == last.issuer.text {
        return Cause::NoPath { issuer };
    }
    match trust.services_named(&issuer, Role::Issuer).first() {
        Some(service) => Cause::IssuerListedNotAtHand { issuer, territory: trust.territory(service).to_owned() },
        None => Cause::NoPath { issuer },
    }
}
