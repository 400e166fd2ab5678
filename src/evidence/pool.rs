//! Certificates and revocation data at hand for one signature.

use super::{CertificateFacts, NameFacts, PathFacts};
use crate::limits;
use crate::pki::Certificate;
use crate::pki::certificate::Name;
use crate::pki::crl::Crl;
use crate::pki::ocsp::OcspResponse;
use crate::pki::path::{Budget, CandidatePath, candidate_paths};
use crate::trust::{Role, TrustStore, known_test_hierarchy};
use crate::xades::Signature;

/// What one signature brings along, each certificate once.
pub(super) struct Pool {
    /// KeyInfo first, then certificate values, then those inside OCSP responses and tokens.
    pub(super) certificates: Vec<Certificate>,
    pub(super) ocsp: Vec<OcspResponse>,
    pub(super) crls: Vec<Crl>,
    /// What could not be read as what it is called.
    pub(super) unreadable: Vec<String>,
}

impl Pool {
    /// A pool of these certificates alone.
    pub(super) fn with(certificates: impl IntoIterator<Item = Certificate>) -> Self {
        let mut pool = Self { certificates: Vec::new(), ocsp: Vec::new(), crls: Vec::new(), unreadable: Vec::new() };
        certificates.into_iter().for_each(|certificate| pool.add(certificate));
        pool
    }

    pub(super) fn of(signature: &Signature<'_, '_>) -> Self {
        let mut pool = Self::with([]);
        pool.unreadable.extend(signature.unsigned.malformed.iter().map(|name| format!("{name} is not base64")));
        for der in signature.key_info.iter().chain(&signature.unsigned.certificates) {
            match Certificate::parse(der) {
                Ok(certificate) => pool.add(certificate),
                Err(fault) => pool.unreadable.push(fault.to_string()),
            }
        }
        for der in &signature.unsigned.ocsp_responses {
            match OcspResponse::parse(der) {
                Ok(response) => {
                    response.certificates.iter().for_each(|certificate| pool.add(certificate.clone()));
                    pool.ocsp.push(response);
                }
                Err(fault) => pool.unreadable.push(fault.to_string()),
            }
        }
        for der in &signature.unsigned.crls {
            match Crl::parse(der) {
                Ok(crl) => pool.crls.push(crl),
                Err(fault) => pool.unreadable.push(fault.to_string()),
            }
        }
        pool
    }

    pub(super) fn add(&mut self, certificate: Certificate) {
        let known = self.certificates.iter().any(|other| other.sha256 == certificate.sha256);
        if !known && self.certificates.len() < limits::CERTIFICATES {
            self.certificates.push(certificate);
        }
    }

    /// Adds the issuers above `certificate` that the lists have at hand and the file has not.
    fn add_listed_issuers(&mut self, certificate: &Certificate, trust: &TrustStore) {
        let mut visited = Vec::new();
        let mut above = vec![certificate.clone()];
        while let Some(certificate) = above.pop() {
            if certificate.is_self_issued() || visited.contains(&certificate.sha256) || visited.len() >= limits::PATHS {
                continue;
            }
            visited.push(certificate.sha256);
            trust.issuers_of(&certificate).into_iter().for_each(|issuer| self.add(issuer));
            above.extend(self.certificates.iter().filter(|issuer| issuer.subject.same(&certificate.issuer)).cloned());
        }
    }

    /// Paths from `certificate` to whatever `trust` lists for `role`, anchored ones first.
    pub(super) fn paths(
        &mut self,
        certificate: &Certificate,
        role: Role,
        trust: &TrustStore,
        budget: &mut Budget,
    ) -> Vec<PathFacts> {
        self.candidate_paths(certificate, role, trust, budget)
            .into_iter()
            .map(|path| PathFacts {
                certificates: path.certificates.iter().map(|certificate| certificate.sha256).collect(),
                anchored: path.anchored,
            })
            .collect()
    }

    /// The same paths with their certificates.
    pub(super) fn candidate_paths(
        &mut self,
        certificate: &Certificate,
        role: Role,
        trust: &TrustStore,
        budget: &mut Budget,
    ) -> Vec<CandidatePath> {
        self.add_listed_issuers(certificate, trust);
        let is_anchor = |candidate: &Certificate| !trust.services_of(candidate, role).is_empty();
        candidate_paths(certificate, &self.certificates, &is_anchor, budget)
    }

    /// Adds the facts of every certificate to `facts`, once.
    pub(super) fn record(&self, facts: &mut Vec<CertificateFacts>) {
        for certificate in &self.certificates {
            if !facts.iter().any(|known| known.sha256 == certificate.sha256) {
                facts.push(certificate_facts(certificate));
            }
        }
    }
}

fn certificate_facts(certificate: &Certificate) -> CertificateFacts {
    CertificateFacts {
        sha256: certificate.sha256,
        spki_sha256: certificate.spki_sha256,
        subject: name_facts(&certificate.subject),
        issuer: name_facts(&certificate.issuer),
        serial: certificate.serial.clone(),
        not_before: certificate.not_before,
        not_after: certificate.not_after,
        key: certificate.key.as_ref().map(|key| key.name()).unwrap_or_default(),
        signature_algorithm: certificate.signature_algorithm.map(|algorithm| algorithm.name()).unwrap_or_default(),
        signature_digest: certificate.signature_algorithm.map(|algorithm| algorithm.digest()),
        issues_certificates: issues_certificates(certificate),
        qc_types: certificate.extensions.qc_types.clone(),
        qc_statements: certificate.extensions.qc_statements.clone(),
        test_hierarchy: known_test_hierarchy(&certificate.sha256).map(str::to_owned),
    }
}

fn issues_certificates(certificate: &Certificate) -> bool {
    let usage = certificate.extensions.key_usage.as_ref();
    certificate.extensions.certificate_authority.is_some() && usage.is_none_or(|bits| bits.contains(&"keyCertSign"))
}

fn name_facts(name: &Name) -> NameFacts {
    NameFacts { display: name.display_name(), text: name.to_string(), attributes: name.attributes.clone() }
}
