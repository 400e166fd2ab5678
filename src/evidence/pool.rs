//! Certificates and revocation data at hand for one signature.

use std::collections::HashMap;

use super::{AtHand, CertificateFacts, KeyFacts, NameFacts, PathFacts, RevocationSource};
use crate::crypto::{Sha256, Verified};
use crate::limits;
use crate::pki::Certificate;
use crate::pki::certificate::Name;
use crate::pki::crl::Crl;
use crate::pki::ocsp::OcspResponse;
use crate::pki::path::{Budget, CandidatePath, candidate_paths, violations};
use crate::pki::timestamp::TimestampToken;
use crate::trust::{Role, TrustStore, known_test_hierarchy};
use crate::xades::Signature;

const TOO_MANY_ANSWERS: &str = "more revocation answers than are looked at";

/// What one signature brings along, each thing once.
#[derive(Default)]
pub(super) struct Pool {
    /// KeyInfo first, then certificate values, then those inside OCSP responses and tokens.
    pub(super) certificates: Vec<Certificate>,
    /// With the way each came here.
    pub(super) ocsp: Vec<(OcspResponse, RevocationSource)>,
    /// With the way each came here.
    pub(super) crls: Vec<(Crl, RevocationSource)>,
    /// Everything found, with where it stands; what stands in several places is here several times.
    pub(super) places: Vec<(Place, Sha256)>,
    /// What could not be read as what it is called.
    pub(super) unreadable: Vec<String>,
    /// Whose key made the signature of an OCSP response, by the response's digest, where that was asked and found.
    pub(super) answerers: HashMap<Sha256, (Sha256, Verified)>,
}

/// Where in a signature something stands: what a later time-stamp covers depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// In KeyInfo.
    KeyInfo,
    /// In the signed properties.
    Signed,
    /// In the unsigned property of this position.
    Unsigned(usize),
}

impl Pool {
    /// A pool of these certificates alone.
    pub(super) fn with(certificates: impl IntoIterator<Item = Certificate>) -> Self {
        let mut pool = Self::default();
        certificates.into_iter().for_each(|certificate| pool.add(certificate));
        pool
    }

    pub(super) fn of(signature: &Signature<'_, '_>) -> Self {
        let mut pool = Self::default();
        let unsigned = &signature.unsigned;
        pool.unreadable.extend(unsigned.malformed.iter().map(|name| format!("{name} is not base64")));
        for der in &signature.key_info {
            pool.read_certificate(Place::KeyInfo, der);
        }
        for value in &unsigned.certificates {
            pool.read_certificate(Place::Unsigned(value.position), &value.octets);
        }
        for value in &unsigned.ocsp_responses {
            pool.read_ocsp(Place::Unsigned(value.position), RevocationSource::Signature, &value.octets);
        }
        for value in &unsigned.crls {
            pool.read_crl(Place::Unsigned(value.position), RevocationSource::Signature, &value.octets);
        }
        pool
    }

    /// Takes up a time-stamp token with everything inside it.
    pub(super) fn add_token(&mut self, place: Place, token: &TimestampToken) {
        self.note(place, token.sha256);
        for certificate in &token.certificates {
            self.note(place, certificate.sha256);
            self.add(certificate.clone());
        }
        for der in &token.ocsp_responses {
            self.read_ocsp(place, RevocationSource::Timestamp, der);
        }
        for der in &token.crls {
            self.read_crl(place, RevocationSource::Timestamp, der);
        }
    }

    fn read_certificate(&mut self, place: Place, der: &[u8]) {
        match Certificate::parse(der) {
            Ok(certificate) => {
                self.note(place, certificate.sha256);
                self.add(certificate);
            }
            Err(fault) => self.unreadable.push(fault.to_string()),
        }
    }

    fn read_ocsp(&mut self, place: Place, source: RevocationSource, der: &[u8]) {
        let response = match OcspResponse::parse(der) {
            Ok(response) => response,
            Err(fault) => return self.unreadable.push(fault.to_string()),
        };
        self.note(place, response.sha256);
        response.certificates.iter().for_each(|certificate| self.note(place, certificate.sha256));
        self.add_ocsp(response, source);
    }

    /// Takes up a response with the certificates that came along.
    pub(super) fn add_ocsp(&mut self, response: OcspResponse, source: RevocationSource) {
        response.certificates.iter().for_each(|certificate| self.add(certificate.clone()));
        let known = self.ocsp.iter().any(|(other, _)| other.sha256 == response.sha256);
        if !known && self.has_room_for_answers() {
            self.ocsp.push((response, source));
        }
    }

    fn read_crl(&mut self, place: Place, source: RevocationSource, der: &[u8]) {
        let list = match Crl::parse(der) {
            Ok(list) => list,
            Err(fault) => return self.unreadable.push(fault.to_string()),
        };
        self.note(place, list.sha256);
        self.add_crl(list, source);
    }

    /// Takes up a list.
    pub(super) fn add_crl(&mut self, list: Crl, source: RevocationSource) {
        let known = self.crls.iter().any(|(other, _)| other.sha256 == list.sha256);
        if !known && self.has_room_for_answers() {
            self.crls.push((list, source));
        }
    }

    fn has_room_for_answers(&mut self) -> bool {
        let room = self.ocsp.len().saturating_add(self.crls.len()) < limits::REVOCATION_ANSWERS;
        if !room && self.unreadable.last().is_none_or(|last| last != TOO_MANY_ANSWERS) {
            self.unreadable.push(TOO_MANY_ANSWERS.to_owned());
        }
        room
    }

    fn note(&mut self, place: Place, sha256: Sha256) {
        if self.places.len() < limits::COVERED_OBJECTS {
            self.places.push((place, sha256));
        }
    }

    pub(super) fn add(&mut self, certificate: Certificate) {
        let known = self.certificates.iter().any(|other| other.sha256 == certificate.sha256);
        if !known && self.certificates.len() < limits::CERTIFICATES {
            self.certificates.push(certificate);
        }
    }

    /// Adds who signed OCSP responses, where only a list has their certificate, and who issued the responders'.
    pub(super) fn add_answerers(&mut self, trust: &TrustStore) {
        let mut listed = None;
        let mut answerers = Vec::new();
        for (response, _) in &self.ocsp {
            let signer = response.signer_verified(&self.certificates).or_else(|| {
                let listed = listed.get_or_insert_with(|| trust.responders());
                response.signer_verified(listed)
            });
            answerers.extend(signer.map(|(signer, verified)| (response.sha256, signer.clone(), verified)));
        }
        for (response, answerer, verified) in answerers {
            self.answerers.insert(response, (answerer.sha256, verified));
            self.add_listed_issuers(&answerer, trust);
            self.add(answerer);
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
                violations: violations(&path),
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

    /// Adds the facts of every certificate to `facts`, once, and the certificate itself to `at_hand`.
    pub(super) fn record(&self, facts: &mut Vec<CertificateFacts>, at_hand: &mut AtHand) {
        for certificate in &self.certificates {
            at_hand.add(certificate);
            if !facts.iter().any(|known| known.sha256 == certificate.sha256) {
                facts.push(certificate_facts(certificate));
            }
        }
    }
}

fn certificate_facts(certificate: &Certificate) -> CertificateFacts {
    let extensions = &certificate.extensions;
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
        public_key: certificate.key.as_ref().map(|key| KeyFacts { family: key.family, bits: key.bits }),
        algorithm: certificate.signature_algorithm,
        issues_certificates: certificate.is_ca(),
        key_usage: extensions.key_usage.as_ref().map(|bits| bits.iter().map(|bit| (*bit).to_owned()).collect()),
        extended_key_usage: extensions.extended_key_usage.clone(),
        policies: extensions.policies.clone(),
        ocsp_no_check: extensions.ocsp_no_check,
        no_revocation_available: extensions.no_revocation_available,
        qc_types: extensions.qc_types.clone(),
        qc_statements: extensions.qc_statements.clone(),
        qc_legislation: extensions.qc_legislation.clone(),
        test_hierarchy: known_test_hierarchy(&certificate.sha256).map(str::to_owned),
    }
}

fn name_facts(name: &Name) -> NameFacts {
    NameFacts { display: name.display_name(), text: name.to_string(), attributes: name.attributes.clone() }
}
