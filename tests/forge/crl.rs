//! Certificate revocation lists (RFC 5280, 5).

use super::der;
use super::keys::Scheme;
use super::time::Instant;
use super::x509::{Entity, Extension, Weight, extensions};

/// One revoked certificate.
#[derive(Clone)]
pub struct Revoked {
    pub serial: Vec<u8>,
    pub at: Instant,
    /// Reason code of RFC 5280, 5.3.1.
    pub reason: Option<u8>,
}

/// Everything a list will say.
#[derive(Clone)]
pub struct List {
    pub issuer: Entity,
    /// Another issuer name than the issuer's own.
    pub issuer_name: Option<Vec<u8>>,
    pub this_update: Instant,
    pub next_update: Option<Instant>,
    pub revoked: Vec<Revoked>,
    pub extensions: Vec<Extension>,
    pub scheme: Option<Scheme>,
}

impl List {
    /// An empty list for seven days, with key identifier and number.
    pub fn empty(issuer: &Entity, at: Instant) -> Self {
        let number = Extension::new("2.5.29.20", Weight::Plain, der::number(at.0 as u64 / 3_600));
        Self {
            issuer: issuer.clone(),
            issuer_name: None,
            this_update: at,
            next_update: Some(at.plus(7 * 86_400)),
            revoked: Vec::new(),
            extensions: vec![Extension::authority_key(&issuer.key), number],
            scheme: None,
        }
    }

    /// CertificateList in DER.
    pub fn der(&self) -> Vec<u8> {
        let scheme = self.scheme.unwrap_or_else(|| self.issuer.key.scheme());
        let issuer = self.issuer_name.clone().unwrap_or_else(|| self.issuer.subject.clone());
        let mut parts = vec![der::number(1), scheme.algorithm(), issuer, self.this_update.certificate()];
        parts.extend(self.next_update.map(Instant::certificate));
        if !self.revoked.is_empty() {
            let entries: Vec<_> = self.revoked.iter().map(Revoked::encoded).collect();
            parts.push(der::sequence(&entries));
        }
        if !self.extensions.is_empty() {
            parts.push(der::context(0, &extensions(&self.extensions)));
        }
        let inner = der::sequence(&parts);
        let value = der::bits(&self.issuer.key.sign(scheme, &inner));
        der::sequence(&[inner, scheme.algorithm(), value])
    }
}

impl Revoked {
    fn encoded(&self) -> Vec<u8> {
        let mut parts = vec![der::integer(&self.serial), self.at.certificate()];
        if let Some(reason) = self.reason {
            let extension = Extension::new("2.5.29.21", Weight::Plain, der::enumerated(reason));
            parts.push(extensions(&[extension]));
        }
        der::sequence(&parts)
    }
}
