//! Revocation answers that did not come with the file: they were asked for over the network, in this run or an earlier one.

use std::sync::Arc;

use super::pool::Pool;
use super::{CertificateFacts, RevocationSource};
use crate::crypto::Sha256;
use crate::pki::Certificate;
use crate::pki::crl::Crl;
use crate::pki::ocsp::OcspResponse;

/// Answers beside those of the file. They are added to its own and replace none, and are examined in the same way: each
/// is worth what its signature and its times make it worth.
#[derive(Clone, Debug, Default)]
pub struct Brought {
    /// OCSP responses.
    pub ocsp: Vec<Arc<OcspResponse>>,
    /// Revocation lists.
    pub crls: Vec<Arc<Crl>>,
}

impl Brought {
    /// Nothing beside the file.
    pub const NONE: Self = Self { ocsp: Vec::new(), crls: Vec::new() };

    /// Whether there is nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ocsp.is_empty() && self.crls.is_empty()
    }

    /// Adds an answer once.
    pub fn add(&mut self, answer: &Answer) {
        match answer {
            Answer::Ocsp(response) if !self.ocsp.iter().any(|known| known.sha256 == response.sha256) => {
                self.ocsp.push(Arc::clone(response));
            }
            Answer::Crl(list) if !self.crls.iter().any(|known| known.sha256 == list.sha256) => {
                self.crls.push(Arc::clone(list));
            }
            Answer::Ocsp(_) | Answer::Crl(_) => {}
        }
    }
}

/// One such answer.
#[derive(Clone, Debug)]
pub enum Answer {
    /// An OCSP response.
    Ocsp(Arc<OcspResponse>),
    /// A revocation list.
    Crl(Arc<Crl>),
}

impl Answer {
    /// SHA-256 of its octets.
    #[must_use]
    pub fn sha256(&self) -> Sha256 {
        match self {
            Self::Ocsp(response) => response.sha256,
            Self::Crl(list) => list.sha256,
        }
    }
}

impl Pool {
    /// Adds those of the answers that speak about certificates at hand: what an earlier run asked for is mostly about others.
    pub(super) fn add_brought(&mut self, brought: &Brought) {
        let about = |certificate: &Certificate, response: &OcspResponse| {
            response.responses.iter().any(|single| single.serial == certificate.serial)
        };
        for response in &brought.ocsp {
            if self.certificates.iter().any(|certificate| about(certificate, response)) {
                self.add_ocsp(OcspResponse::clone(response), RevocationSource::Fetched);
            }
        }
        for list in &brought.crls {
            if self.certificates.iter().any(|certificate| list.issuer.same(&certificate.issuer)) {
                self.add_crl(Crl::clone(list), RevocationSource::Fetched);
            }
        }
    }
}

/// Certificates at hand for the signatures of a container, with their octets: facts have only what is judged by.
#[derive(Debug, Default)]
pub struct AtHand(Vec<Certificate>);

impl AtHand {
    /// The certificate of these facts.
    #[must_use]
    pub fn certificate(&self, facts: &CertificateFacts) -> Option<&Certificate> {
        self.0.iter().find(|certificate| certificate.sha256 == facts.sha256)
    }

    pub(super) fn add(&mut self, certificate: &Certificate) {
        if !self.0.iter().any(|known| known.sha256 == certificate.sha256) {
            self.0.push(certificate.clone());
        }
    }
}
