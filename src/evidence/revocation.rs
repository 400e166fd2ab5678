//! Revocation answers: about whom, for which issuer, by whom and by what right, rightly signed? Nothing is weighed here.
//!
//! An answer gives one fact for each certificate it speaks about; one about nobody at hand stands once, about nobody.

mod issuers;

use std::collections::HashSet;

use issuers::Issuers;

use super::pool::Pool;
use super::signer::value_facts;
use super::{Agreement, PathFacts, RevocationFacts, RevocationKind, RevocationSource, StatusFacts, ValueFacts};
use crate::crypto::{DigestAlgorithm, SignatureFault};
use crate::limits;
use crate::pki::Certificate;
use crate::pki::crl::Crl;
use crate::pki::names::CERTIFICATE_HOLD;
use crate::pki::ocsp::{CertificateStatus, OcspResponse, ResponderRight, SingleResponse};

/// The facts of every revocation answer at hand: OCSP responses, then lists, each in the order in which they were found.
/// `paths` of signer and authorities say who issued whom without asking their keys again.
pub(super) fn revocation<'p>(pool: &Pool, paths: impl Iterator<Item = &'p PathFacts>) -> Vec<RevocationFacts> {
    let mut issuers = Issuers::new(&pool.certificates, paths);
    let mut facts = Vec::new();
    for (response, source) in &pool.ocsp {
        let signer = ocsp_signer(response, pool);
        of_ocsp(response, *source, &signer, &mut issuers, &mut facts);
    }
    for (list, source) in &pool.crls {
        of_crl(list, *source, &mut issuers, &mut facts);
    }
    facts.truncate(limits::REVOCATION_FACTS);
    facts
}

/// Who signed an answer, as far as the certificates at hand tell.
struct Signer<'p> {
    certificate: Option<&'p Certificate>,
    signature: Option<ValueFacts>,
}

fn of_ocsp(
    response: &OcspResponse,
    source: RevocationSource,
    signer: &Signer<'_>,
    issuers: &mut Issuers<'_>,
    facts: &mut Vec<RevocationFacts>,
) {
    let responder_issuer = signer.certificate.and_then(|responder| issuers.of(responder)).map(|issuer| issuer.sha256);
    let answer = || RevocationFacts {
        id: response.sha256,
        kind: RevocationKind::Ocsp,
        source,
        produced_at: response.produced_at,
        this_update: response.produced_at,
        next_update: None,
        about: None,
        issuer: None,
        status: None,
        responder: signer.certificate.map(|responder| responder.sha256),
        responder_issuer,
        right: ResponderRight::None,
        signature: signer.signature.clone(),
        algorithm: response.signature_algorithm(),
        defect: None,
        retained_since: None,
        certificate_hash: Agreement::NotStated,
    };
    let before = facts.len();
    let serials: HashSet<&str> = response.responses.iter().map(|single| single.serial.as_str()).collect();
    for certificate in issuers.certificates.iter().filter(|certificate| serials.contains(certificate.serial.as_str())) {
        if facts.len() >= limits::REVOCATION_FACTS {
            return;
        }
        let Some(issuer) = issuers.of(certificate) else { continue };
        let Some(single) = latest(response.about(certificate, issuer)) else { continue };
        facts.push(RevocationFacts {
            this_update: single.this_update,
            next_update: single.next_update,
            about: Some(certificate.sha256),
            issuer: Some(issuer.sha256),
            status: Some(status_facts(single.status)),
            right: signer.certificate.map_or(ResponderRight::None, |responder| issuers.right(responder, issuer)),
            retained_since: single.archive_cutoff,
            certificate_hash: certificate_hash(single, certificate),
            ..answer()
        });
    }
    if facts.len() == before {
        facts.push(answer());
    }
}

/// The certificate that signed a response; else one that it names, with what its key says of the signature.
fn ocsp_signer<'p>(response: &'p OcspResponse, pool: &'p Pool) -> Signer<'p> {
    let others = pool.certificates.as_slice();
    let found = pool.answerers.get(&response.sha256).and_then(|(sha256, verified)| {
        let signer = response.certificates.iter().chain(others).find(|candidate| candidate.sha256 == *sha256)?;
        Some((signer, *verified))
    });
    if let Some((certificate, verified)) = found {
        return Signer { certificate: Some(certificate), signature: Some(value_facts(Ok(verified))) };
    }
    if let Some((signer, verified)) = response.signer_verified(others) {
        return Signer { certificate: Some(signer), signature: Some(value_facts(Ok(verified))) };
    }
    let named = response.certificates.iter().chain(others).find(|candidate| response.names_responder(candidate));
    Signer { certificate: named, signature: named.map(|named| value_facts(response.signature_by(named))) }
}

/// The answer with the latest thisUpdate, of two at one time the worse; but one that says “revoked for good”, wherever it
/// stands, since no later word takes that back.
fn latest(answers: Vec<&SingleResponse>) -> Option<&SingleResponse> {
    let severity = |status| match status {
        CertificateStatus::Good => 0,
        CertificateStatus::Unknown => 1,
        CertificateStatus::Revoked { .. } => 2,
    };
    let is_final =
        |status| matches!(status, CertificateStatus::Revoked { reason, .. } if reason != Some(CERTIFICATE_HOLD));
    answers.into_iter().max_by_key(|single| (is_final(single.status), single.this_update, severity(single.status)))
}

fn certificate_hash(single: &SingleResponse, certificate: &Certificate) -> Agreement {
    let Some((algorithm, digest)) = &single.cert_hash else { return Agreement::NotStated };
    let agrees =
        DigestAlgorithm::from_oid(algorithm).is_some_and(|algorithm| algorithm.digest(&certificate.der) == *digest);
    if agrees { Agreement::Agrees } else { Agreement::Differs }
}

fn of_crl(list: &Crl, source: RevocationSource, issuers: &mut Issuers<'_>, facts: &mut Vec<RevocationFacts>) {
    let room = limits::REVOCATION_FACTS.saturating_sub(facts.len());
    let signer = crl_signer(list, issuers.certificates);
    let answer = || RevocationFacts {
        id: list.sha256,
        kind: RevocationKind::Crl,
        source,
        produced_at: list.this_update,
        this_update: list.this_update,
        next_update: list.next_update,
        about: None,
        issuer: None,
        status: None,
        responder: signer.certificate.map(|signer| signer.sha256),
        responder_issuer: None,
        right: ResponderRight::None,
        signature: signer.signature.clone(),
        algorithm: list.signature_algorithm(),
        defect: None,
        retained_since: list.expired_certificates_since,
        certificate_hash: Agreement::NotStated,
    };
    // An authority's word about its own root would prove nothing.
    let is_about =
        |one: &&Certificate| list.issuer.same(&one.issuer) && !(one.is_self_issued() && signer.is_entity(one));
    let about: Vec<&Certificate> = issuers.certificates.iter().filter(is_about).take(room).collect();
    let serials: Vec<&str> = about.iter().map(|certificate| certificate.serial.as_str()).collect();
    // Where any entry is malformed the list must not be used at all.
    let statuses = list.statuses_of(&serials).unwrap_or_default();
    for (at, certificate) in about.iter().enumerate() {
        let issuer = issuers.of(certificate);
        let defect = list.defect_for(certificate);
        let status = statuses.get(at).filter(|_| defect.is_none());
        let by_issuer = issuer.is_some_and(|issuer| signer.is_entity(issuer));
        facts.push(RevocationFacts {
            about: Some(certificate.sha256),
            issuer: issuer.map(|issuer| issuer.sha256),
            status: status.map(|status| status_facts(*status)),
            right: if by_issuer { ResponderRight::Authority } else { ResponderRight::None },
            defect,
            ..answer()
        });
    }
    if about.is_empty() {
        facts.push(answer());
    }
}

/// The certificate whose key signed a list; else one that could have, with what its key says of the signature.
fn crl_signer<'p>(list: &Crl, certificates: &'p [Certificate]) -> Signer<'p> {
    let mut first: Option<(&Certificate, SignatureFault)> = None;
    let named = certificates.iter().filter(|candidate| list.names_issuer(candidate));
    for candidate in named.take(limits::RESPONDERS_TRIED) {
        match list.signature_by(candidate) {
            Ok(verified) => {
                return Signer { certificate: Some(candidate), signature: Some(value_facts(Ok(verified))) };
            }
            Err(fault) => {
                first.get_or_insert((candidate, fault));
            }
        }
    }
    let (certificate, fault) = first.unzip();
    Signer { certificate, signature: fault.map(|fault| value_facts(Err(fault))) }
}

impl Signer<'_> {
    fn is_entity(&self, other: &Certificate) -> bool {
        self.certificate.is_some_and(|certificate| certificate.is_same_entity(other))
    }
}

fn status_facts(status: CertificateStatus) -> StatusFacts {
    match status {
        CertificateStatus::Good => StatusFacts::Good,
        CertificateStatus::Revoked { at, reason } => StatusFacts::Revoked { at, reason },
        CertificateStatus::Unknown => StatusFacts::Unknown,
    }
}
