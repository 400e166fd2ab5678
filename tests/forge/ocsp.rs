//! OCSP responses (RFC 6960), shaped like those of Latvian services; every field may be forged.

use super::der;
use super::keys::{Hash, Parameters, Scheme};
use super::time::Instant;
use super::x509::{Entity, Extension, Weight, extensions};

/// What the responder says about the certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Good,
    /// Since when, and the reason code of RFC 5280, 5.3.1.
    Revoked(Instant, Option<u8>),
    Unknown,
}

/// How the responder names itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Responder {
    ByName,
    ByKey,
}

/// One answer about one certificate.
#[derive(Clone)]
pub struct Answer {
    /// Hash of the certID: SHA-1 in every Latvian response seen.
    pub hash: Hash,
    pub issuer_name: Vec<u8>,
    pub issuer_key: Vec<u8>,
    pub serial: Vec<u8>,
    pub status: Status,
    pub this_update: Instant,
    pub next_update: Option<Instant>,
    pub extensions: Vec<Extension>,
}

/// Everything a response will say.
#[derive(Clone)]
pub struct Response {
    /// responseStatus; 0 is successful.
    pub outcome: u8,
    pub responder: Entity,
    pub naming: Responder,
    pub produced_at: Instant,
    pub answers: Vec<Answer>,
    /// Bytes of the nonce extension as they stand in extnValue; Latvian services write them without their own tag.
    pub nonce: Option<Vec<u8>>,
    /// Certificates sent along: responder and issuing authority.
    pub certificates: Vec<Vec<u8>>,
    pub scheme: Option<Scheme>,
}

impl Answer {
    /// "Good" about this certificate of this issuer, for fifteen minutes.
    pub fn good(subject: &Entity, issuer: &Entity, at: Instant) -> Self {
        Self {
            hash: Hash::Sha1,
            issuer_name: issuer.subject.clone(),
            issuer_key: issuer.key.public_bits(),
            serial: subject.serial.clone(),
            status: Status::Good,
            this_update: at,
            next_update: Some(at.plus(900)),
            extensions: Vec::new(),
        }
    }

    fn encoded(&self) -> Vec<u8> {
        let id = der::sequence(&[
            self.hash.algorithm(Parameters::Null),
            der::octets(&self.hash.of(&self.issuer_name)),
            der::octets(&self.hash.of(&self.issuer_key)),
            der::integer(&self.serial),
        ]);
        let mut parts = vec![id, self.status.encoded(), self.this_update.generalized()];
        parts.extend(self.next_update.map(|time| der::context(0, &time.generalized())));
        if !self.extensions.is_empty() {
            parts.push(der::context(1, &extensions(&self.extensions)));
        }
        der::sequence(&parts)
    }
}

impl Status {
    fn encoded(self) -> Vec<u8> {
        match self {
            Self::Good => der::context_primitive(0, &[]),
            Self::Unknown => der::context_primitive(2, &[]),
            Self::Revoked(time, reason) => {
                let mut content = time.generalized();
                content.extend(reason.map(|code| der::context(0, &der::enumerated(code))).unwrap_or_default());
                der::context(1, &content)
            }
        }
    }
}

impl Response {
    /// The ordinary response: "good", named responder, its certificate and the authority's sent along.
    pub fn good(subject: &Entity, issuer: &Entity, responder: &Entity, at: Instant) -> Self {
        Self {
            outcome: 0,
            responder: responder.clone(),
            naming: Responder::ByName,
            produced_at: at,
            answers: vec![Answer::good(subject, issuer, at)],
            nonce: Some([&[0, 0x98], &Hash::Sha1.of(&subject.serial)[..20]].concat()),
            certificates: vec![responder.der.clone(), issuer.der.clone()],
            scheme: None,
        }
    }

    /// OCSPResponse in DER.
    pub fn der(&self) -> Vec<u8> {
        if self.outcome != 0 {
            return der::sequence(&[der::enumerated(self.outcome)]);
        }
        let basic = der::octets(&self.basic());
        let bytes = der::sequence(&[der::oid("1.3.6.1.5.5.7.48.1.1"), basic]);
        der::sequence(&[der::enumerated(0), der::context(0, &bytes)])
    }

    /// BasicOCSPResponse in DER.
    pub fn basic(&self) -> Vec<u8> {
        let scheme = self.scheme.unwrap_or_else(|| self.responder.key.scheme());
        let data = self.data();
        let value = der::bits(&self.responder.key.sign(scheme, &data));
        let mut parts = vec![data, scheme.algorithm(), value];
        if !self.certificates.is_empty() {
            parts.push(der::context(0, &der::sequence(&self.certificates)));
        }
        der::sequence(&parts)
    }

    fn data(&self) -> Vec<u8> {
        let responder = match self.naming {
            Responder::ByName => der::context(1, &self.responder.subject),
            Responder::ByKey => der::context(2, &der::octets(&self.responder.key.identifier())),
        };
        let answers: Vec<_> = self.answers.iter().map(Answer::encoded).collect();
        let mut parts = vec![responder, self.produced_at.generalized(), der::sequence(&answers)];
        if let Some(nonce) = &self.nonce {
            let extension = Extension::new("1.3.6.1.5.5.7.48.1.2", Weight::Plain, nonce.clone());
            parts.push(der::context(1, &extensions(&[extension])));
        }
        der::sequence(&parts)
    }
}
