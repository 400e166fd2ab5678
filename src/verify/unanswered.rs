//! Certificates of judged paths about which nothing counts that is known of their revocation, where that decides a
//! signature.
//!
//! 1. a signature that is neither passed nor failed, because of what is known of revocation: a certificate of its path;
//! 2. the same of a time-stamp, where the time that it would prove may settle the signature: one of the authority's path.

use crate::crypto::Sha256;
use crate::evidence::{AtHand, CertificateFacts, Evidence, PathFacts, RevocationFacts};
use crate::limits;
use crate::pki::Certificate;
use crate::report::Judged;
use crate::validation::{Cause, Indication};

/// A certificate about which an answer is missing that counts.
#[derive(Clone, Debug)]
pub struct Unanswered {
    /// The certificate.
    pub certificate: Certificate,
    /// Its issuer on the judged path.
    pub issuer: Certificate,
}

/// All of them, each once; those of time-stamps first, since a proven time may make the others needless.
pub(super) fn of(judged: &[Judged<'_>], evidence: &Evidence, at_hand: &AtHand) -> Vec<Unanswered> {
    let mut search = Search { evidence, at_hand, found: Vec::new() };
    for one in judged {
        let Some(cause) = open(one.conclusion.indication, one.conclusion.cause.as_ref()) else { continue };
        let (facts, conclusion) = (one.facts, &one.conclusion);
        if may_be_settled_by_time(cause) {
            for (stamp, judged) in facts.timestamps.iter().zip(&conclusion.timestamps) {
                if let Some(cause) = open(judged.indication, judged.cause.as_ref()) {
                    search.note(cause, judged.path, &stamp.paths, &facts.revocation);
                }
            }
        }
        search.note(cause, conclusion.path, &facts.paths, &facts.revocation);
    }
    search.found
}

/// The cause of a judgement that is neither passed nor failed.
fn open(indication: Indication, cause: Option<&Cause>) -> Option<&Cause> {
    cause.filter(|_| matches!(indication, Indication::Indeterminate(_)))
}

/// Causes that an earlier proven time may undo.
fn may_be_settled_by_time(cause: &Cause) -> bool {
    matches!(
        cause,
        Cause::CertificateExpired { .. }
            | Cause::Revoked { .. }
            | Cause::OnHold { .. }
            | Cause::RevocationTooOld { .. }
            | Cause::RevocationIssuerExpired { .. }
            | Cause::ServiceNotInForce { .. }
            | Cause::AlgorithmEnded { .. }
    )
}

struct Search<'s> {
    evidence: &'s Evidence,
    at_hand: &'s AtHand,
    found: Vec<Unanswered>,
}

impl Search<'_> {
    fn note(&mut self, cause: &Cause, path: Option<(usize, usize)>, paths: &[PathFacts], answers: &[RevocationFacts]) {
        let Some((position, length)) = path else { return };
        let certificates = paths.get(position).map(|path| path.certificates.as_slice()).unwrap_or_default();
        let certificates: Vec<_> =
            certificates.iter().take(length).filter_map(|sha256| self.evidence.certificate(*sha256)).collect();
        for (position, (certificate, issuer)) in certificates.iter().zip(certificates.iter().skip(1)).enumerate() {
            if !certificate.no_revocation_available && self.is_meant(cause, position, certificate, answers) {
                self.add(certificate, issuer);
            }
        }
    }

    /// Whether a cause speaks of what is known about this certificate of the path.
    fn is_meant(
        &self,
        cause: &Cause,
        position: usize,
        certificate: &CertificateFacts,
        answers: &[RevocationFacts],
    ) -> bool {
        match cause {
            Cause::NoRevocationData { certificate: name } | Cause::RevocationRefused { certificate: name, .. } => {
                *name == certificate.subject.display
            }
            // How old an answer may be is asked of the end entity's alone.
            Cause::RevocationTooOld { .. } => position == 0,
            Cause::RevocationIssuerExpired { responder: name, .. } => {
                let by = |responder: Option<Sha256>| responder.and_then(|sha256| self.evidence.certificate(sha256));
                answers
                    .iter()
                    .filter(|answer| answer.about == Some(certificate.sha256))
                    .any(|answer| by(answer.responder).is_some_and(|responder| responder.subject.display == *name))
            }
            _ => false,
        }
    }

    fn add(&mut self, certificate: &CertificateFacts, issuer: &CertificateFacts) {
        let (certificate, issuer) = (self.at_hand.certificate(certificate), self.at_hand.certificate(issuer));
        let Some((certificate, issuer)) = certificate.zip(issuer) else { return };
        let known = self.found.iter().any(|one| one.certificate.sha256 == certificate.sha256);
        if !known && self.found.len() < limits::UNANSWERED {
            self.found.push(Unanswered { certificate: certificate.clone(), issuer: issuer.clone() });
        }
    }
}
