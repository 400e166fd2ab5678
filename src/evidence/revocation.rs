//! Revocation answers: about whom, by whom, rightly signed? Nothing is weighed here.

use super::pool::Pool;
use super::signer::value_facts;
use super::{Agreement, RevocationFacts, RevocationKind, RevocationSource, StatusFacts};
use crate::pki::Certificate;
use crate::pki::crl::Crl;
use crate::pki::ocsp::{CertificateStatus, OcspResponse};

/// The facts of every revocation answer in the file.
pub(super) fn revocation(pool: &Pool) -> Vec<RevocationFacts> {
    let ocsp = pool.ocsp.iter().map(|response| of_ocsp(response, pool));
    let crls = pool.crls.iter().map(|crl| of_crl(crl, pool));
    ocsp.chain(crls).collect()
}

fn of_ocsp(response: &OcspResponse, pool: &Pool) -> RevocationFacts {
    let responder = pool.certificates.iter().find(|certificate| response.names_responder(certificate));
    let about = pairs(pool).find_map(|(certificate, issuer)| {
        response.about(certificate, issuer).first().map(|single| (certificate, single.status))
    });
    RevocationFacts {
        id: response.sha256,
        kind: RevocationKind::Ocsp,
        source: RevocationSource::Signature,
        this_update: response.produced_at,
        next_update: None,
        issuer: None,
        right: crate::pki::ocsp::ResponderRight::None,
        algorithm: None,
        defect: None,
        retained_since: None,
        certificate_hash: Agreement::NotStated,
        produced_at: response.produced_at,
        about: about.map(|(certificate, _)| certificate.sha256),
        status: about.map(|(_, status)| status_facts(status)),
        responder: responder.map(|responder| responder.sha256),
        signature: responder.map(|responder| value_facts(response.signature_by(responder))),
    }
}

fn of_crl(crl: &Crl, pool: &Pool) -> RevocationFacts {
    let issuer = pool.certificates.iter().find(|certificate| crl.issuer.same(&certificate.subject));
    RevocationFacts {
        id: crl.sha256,
        kind: RevocationKind::Crl,
        source: RevocationSource::Signature,
        this_update: crl.this_update,
        next_update: crl.next_update,
        issuer: None,
        right: crate::pki::ocsp::ResponderRight::None,
        algorithm: None,
        defect: None,
        retained_since: None,
        certificate_hash: Agreement::NotStated,
        produced_at: crl.this_update,
        about: None,
        status: None,
        responder: issuer.map(|issuer| issuer.sha256),
        signature: issuer.map(|issuer| value_facts(crl.signature_by(issuer))),
    }
}

/// Certificates with a certificate that could be their issuer's.
fn pairs(pool: &Pool) -> impl Iterator<Item = (&Certificate, &Certificate)> {
    pool.certificates.iter().flat_map(|certificate| {
        let issuers = pool.certificates.iter().filter(|issuer| issuer.subject.same(&certificate.issuer));
        issuers.map(move |issuer| (certificate, issuer))
    })
}

fn status_facts(status: CertificateStatus) -> StatusFacts {
    match status {
        CertificateStatus::Good => StatusFacts::Good,
        CertificateStatus::Revoked { at, reason } => StatusFacts::Revoked { at, reason },
        CertificateStatus::Unknown => StatusFacts::Unknown,
    }
}
