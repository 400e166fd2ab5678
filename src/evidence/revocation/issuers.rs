//! Who issued which certificate, and by what right responders answer, each found out once.

use std::collections::HashMap;

use crate::crypto::Sha256;
use crate::evidence::PathFacts;
use crate::limits;
use crate::pki::Certificate;
use crate::pki::ocsp::ResponderRight;

/// The certificates at hand, with who issued whom.
pub(super) struct Issuers<'p> {
    pub(super) certificates: &'p [Certificate],
    /// Certificate to its issuer: its name, and its key signed the certificate. `None` where there is none at hand.
    known: HashMap<Sha256, Option<&'p Certificate>>,
    /// Responder and issuer to the responder's right.
    rights: HashMap<(Sha256, Sha256), ResponderRight>,
    /// Public-key operations left.
    checks: usize,
}

impl<'p> Issuers<'p> {
    /// Links of `paths` are known to be right. Where a certificate has several issuers, of one name and one key, the
    /// first path decides: judgement follows that one first.
    pub(super) fn new<'f>(certificates: &'p [Certificate], paths: impl Iterator<Item = &'f PathFacts>) -> Self {
        let mut known = HashMap::new();
        for path in paths {
            for (lower, upper) in path.certificates.iter().zip(path.certificates.iter().skip(1)) {
                let issuer = certificates.iter().find(|certificate| certificate.sha256 == *upper);
                if issuer.is_some() {
                    known.entry(*lower).or_insert(issuer);
                }
            }
        }
        Self { certificates, known, rights: HashMap::new(), checks: limits::REVOCATION_SIGNATURE_CHECKS }
    }

    /// The certificate at hand that issued `certificate`.
    pub(super) fn of(&mut self, certificate: &Certificate) -> Option<&'p Certificate> {
        if let Some(known) = self.known.get(&certificate.sha256) {
            return *known;
        }
        let candidates = self.certificates.iter().filter(|issuer| issuer.subject.same(&certificate.issuer));
        let mut found = None;
        for candidate in candidates {
            let Some(left) = self.checks.checked_sub(1) else { break };
            self.checks = left;
            if certificate.signature_by(candidate).is_ok() {
                found = Some(candidate);
                break;
            }
        }
        self.known.insert(certificate.sha256, found);
        found
    }

    /// By what right `responder` answers for `issuer`.
    pub(super) fn right(&mut self, responder: &Certificate, issuer: &Certificate) -> ResponderRight {
        let pair = (responder.sha256, issuer.sha256);
        if let Some(known) = self.rights.get(&pair) {
            return *known;
        }
        // Who issued the responder's certificate was asked of its key before.
        let right = if self.of(responder).is_some_and(|known| known.sha256 == issuer.sha256) {
            ResponderRight::of_issued(responder, issuer)
        } else {
            let Some(left) = self.checks.checked_sub(1) else { return ResponderRight::None };
            self.checks = left;
            ResponderRight::of(responder, issuer)
        };
        self.rights.insert(pair, right);
        right
    }
}
