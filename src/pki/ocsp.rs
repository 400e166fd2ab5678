//! OCSP responses (RFC 6960).

mod parse;
mod request;

pub use request::{AnswerNonce, NONCE_BYTES, OcspRequest};
use serde::{Deserialize, Serialize};

use super::Certificate;
use super::certificate::Name;
use super::names::OCSP_SIGNING;
use super::signed::Signed;
use crate::Timestamp;
use crate::crypto::{DigestAlgorithm, Sha256, SignatureAlgorithm, SignatureFault, Verified};
use crate::limits;

/// id-pkix-ocsp-nonce (RFC 6960, 4.4.1).
const NONCE: &str = "1.3.6.1.5.5.7.48.1.2";

/// A successful basic OCSP response.
#[derive(Clone, Debug)]
pub struct OcspResponse {
    /// SHA-256 of the whole response.
    pub sha256: Sha256,
    /// Who says they answered.
    pub responder: ResponderId,
    /// When it was signed.
    pub produced_at: Timestamp,
    /// One answer for each certificate asked about.
    pub responses: Vec<SingleResponse>,
    /// Certificates that came along.
    pub certificates: Vec<Certificate>,
    /// How many certificates came along that cannot be read.
    pub unread_certificates: usize,
    /// Value of the nonce extension, as found.
    pub nonce: Option<Vec<u8>>,
    /// Critical extensions of the response that nothing here understands: dotted identifiers.
    pub unknown_critical: Vec<String>,
    pub(super) signed: Signed,
}

/// How the responder is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ResponderId {
    /// Its subject name.
    Name(Name),
    /// SHA-1 of its public key bits.
    KeyHash(Vec<u8>),
}

/// The answer about one certificate.
#[derive(Clone, Debug)]
pub struct SingleResponse {
    /// Digest used in the identifiers below.
    pub digest: Option<DigestAlgorithm>,
    /// Digest of the issuer's name.
    pub issuer_name_hash: Vec<u8>,
    /// Digest of the issuer's key bits.
    pub issuer_key_hash: Vec<u8>,
    /// Serial number, hexadecimal, without leading zeros.
    pub serial: String,
    /// Good, revoked or unknown.
    pub status: CertificateStatus,
    /// When the status was known to be right.
    pub this_update: Timestamp,
    /// When newer information will be there.
    pub next_update: Option<Timestamp>,
    /// archiveCutoff.
    pub archive_cutoff: Option<Timestamp>,
    /// certHash of Common PKI: digest algorithm identifier and digest.
    pub cert_hash: Option<(String, Vec<u8>)>,
    /// Critical extensions of the answer that nothing here understands: dotted identifiers.
    pub unknown_critical: Vec<String>,
}

/// Status of a certificate by OCSP or CRL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CertificateStatus {
    /// Not revoked.
    Good,
    /// Revoked.
    Revoked {
        /// Since when.
        at: Timestamp,
        /// CRLReason code, where given.
        reason: Option<u8>,
    },
    /// The responder does not know it.
    Unknown,
}

/// Why octets are not taken as an OCSP response.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a usable OCSP response: {detail}")]
pub struct NotAnOcspResponse {
    /// What is wrong, for the technical details.
    pub detail: String,
    /// responseStatus, where the responder answered that it cannot answer (RFC 6960, 4.2.1).
    pub error_status: Option<u8>,
}

impl OcspResponse {
    /// Reads an OCSPResponse (or, as old files embed, a BasicOCSPResponse).
    ///
    /// # Errors
    /// [`NotAnOcspResponse`], also where the responder answered with an error status.
    pub fn parse(der: &[u8]) -> Result<Self, NotAnOcspResponse> {
        parse::response(der)
    }

    /// Whether `responder`'s key signed this response.
    ///
    /// # Errors
    /// [`SignatureFault`].
    pub fn signature_by(&self, responder: &Certificate) -> Result<Verified, SignatureFault> {
        self.signed.by(responder)
    }

    /// How the response is signed; `None` where the algorithm is not supported.
    #[must_use]
    pub fn signature_algorithm(&self) -> Option<SignatureAlgorithm> {
        self.signed.algorithm
    }

    /// Whether `candidate` is who the response names as its responder.
    #[must_use]
    pub fn names_responder(&self, candidate: &Certificate) -> bool {
        match &self.responder {
            ResponderId::Name(name) => name.same(&candidate.subject),
            ResponderId::KeyHash(hash) => {
                let key = candidate.key.as_ref();
                key.is_some_and(|key| DigestAlgorithm::Sha1.digest(key.octets()) == *hash)
            }
        }
    }

    /// Who signed the response: of the certificates that came along and `others`, the first that it names and whose key
    /// made the signature. Several may bear the responder's name.
    #[must_use]
    pub fn signer<'c>(&'c self, others: &'c [Certificate]) -> Option<&'c Certificate> {
        self.signer_verified(others).map(|(signer, _)| signer)
    }

    /// As [`OcspResponse::signer`], with what the check of the signature gave.
    #[must_use]
    pub fn signer_verified<'c>(&'c self, others: &'c [Certificate]) -> Option<(&'c Certificate, Verified)> {
        let named = self.certificates.iter().chain(others).filter(|candidate| self.names_responder(candidate));
        // One certificate often comes along twice; its public-key operation is made once.
        let mut tried = Vec::new();
        let once = named.filter(|candidate| {
            let first = !tried.contains(&candidate.sha256) && tried.len() < limits::RESPONDERS_TRIED;
            tried.push(candidate.sha256);
            first
        });
        once.filter_map(|candidate| Some((candidate, self.signature_by(candidate).ok()?))).next()
    }

    /// The answers about `certificate` issued by `issuer`: name hash, key hash and serial number all agree. One with
    /// critical extensions nobody here understands answers something else than it seems to, and is left out.
    #[must_use]
    pub fn about(&self, certificate: &Certificate, issuer: &Certificate) -> Vec<&SingleResponse> {
        if !self.unknown_critical.is_empty() || !issuer.subject.same(&certificate.issuer) {
            return Vec::new();
        }
        let is_about = |single: &&SingleResponse| {
            single.serial == certificate.serial
                && single.unknown_critical.is_empty()
                && single.digest.zip(issuer.key.as_ref()).is_some_and(|(digest, key)| {
                    // RFC 6960, 4.1.1: the issuer's name as the certificate spells it. Some responders take the issuer's own.
                    let names = [&certificate.issuer.der, &issuer.subject.der];
                    names.iter().any(|name| digest.digest(name) == single.issuer_name_hash)
                        && digest.digest(key.octets()) == single.issuer_key_hash
                })
        };
        self.responses.iter().filter(is_about).collect()
    }
}

/// By what right a responder answers for an authority (RFC 6960, 4.2.2.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ResponderRight {
    /// It is the authority.
    Authority,
    /// The authority issued its certificate directly, for signing such answers.
    Delegated,
    /// The authority issued its certificate, but for no such purpose.
    NotForAnswers,
    /// The authority did not issue its certificate. It may still be listed or configured locally.
    None,
}

impl ResponderRight {
    /// The right of `responder` to answer for certificates issued by `issuer`.
    #[must_use]
    pub fn of(responder: &Certificate, issuer: &Certificate) -> Self {
        if responder.is_same_entity(issuer) {
            return Self::Authority;
        }
        if !issuer.subject.same(&responder.issuer) || responder.signature_by(issuer).is_err() {
            return Self::None;
        }
        Self::of_issued(responder, issuer)
    }

    /// The same where `issuer` is known to have issued the certificate of `responder`, or to be it.
    #[must_use]
    pub fn of_issued(responder: &Certificate, issuer: &Certificate) -> Self {
        if responder.is_same_entity(issuer) {
            return Self::Authority;
        }
        // anyExtendedKeyUsage does not count: the authority must have meant it.
        let meant = responder.extensions.extended_key_usage.iter().any(|purpose| purpose == OCSP_SIGNING);
        if meant { Self::Delegated } else { Self::NotForAnswers }
    }
}
