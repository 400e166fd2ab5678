//! OCSP requests (RFC 6960, 4.1) about one certificate, unsigned.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

use super::{NONCE, OcspResponse};
use crate::crypto::DigestAlgorithm;
use crate::pki::Certificate;
use crate::pki::der::{self, tag};

/// Octets of a nonce (RFC 9654, 2.1).
pub const NONCE_BYTES: usize = 32;

/// A question about one certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OcspRequest {
    /// OCSPRequest, DER.
    pub der: Vec<u8>,
    nonce: Option<[u8; NONCE_BYTES]>,
}

/// What the nonce of an answer says about the question it answers (RFC 6960, 4.4.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AnswerNonce {
    /// It is the question's: the answer was made for it.
    Ours,
    /// There is none: the answer may have been made for anybody, at the time that it states.
    Absent,
    /// It is another one: the answer was made for another question.
    Other,
}

impl OcspRequest {
    /// A question about `certificate`, issued by `issuer`; `None` where the issuer's key is of a kind that is not supported.
    ///
    /// The certificate is named by SHA-1 digests, as responders expect: they pick out an issuer and protect nothing.
    #[must_use]
    pub fn about(certificate: &Certificate, issuer: &Certificate, nonce: Option<[u8; NONCE_BYTES]>) -> Option<Self> {
        let digest = |data: &[u8]| der::value(tag::OCTET_STRING, &[&DigestAlgorithm::Sha1.digest(data)]);
        let null: &[u8] = &[0x05, 0x00];
        let sha1 = der::object_identifier(DigestAlgorithm::Sha1.oid())?;
        let identifier = der::value(
            tag::SEQUENCE,
            &[
                &der::value(tag::SEQUENCE, &[&sha1, null]),
                &digest(&certificate.issuer.der),
                &digest(issuer.key.as_ref()?.octets()),
                &der::integer(&certificate.serial)?,
            ],
        );
        let single = der::value(tag::SEQUENCE, &[&identifier]);
        let list = der::value(tag::SEQUENCE, &[&single]);
        let extensions = match &nonce {
            Some(nonce) => extensions(nonce)?,
            None => Vec::new(),
        };
        let question = der::value(tag::SEQUENCE, &[&list, &extensions]);
        Some(Self { der: der::value(tag::SEQUENCE, &[&question]), nonce })
    }

    /// The address for asking by GET (RFC 6960, A.1): base64 of the question behind that of the responder.
    #[must_use]
    pub fn address(&self, responder: &str) -> String {
        let mut address = format!("{}/", responder.trim_end_matches('/'));
        for character in STANDARD.encode(&self.der).chars() {
            match character {
                '+' => address.push_str("%2B"),
                '/' => address.push_str("%2F"),
                '=' => address.push_str("%3D"),
                other => address.push(other),
            }
        }
        address
    }

    /// Whether `response` was made for this question. Old responders write the nonce without a tag of its own.
    #[must_use]
    pub fn nonce_of(&self, response: &OcspResponse) -> AnswerNonce {
        let Some(found) = &response.nonce else { return AnswerNonce::Absent };
        let ours = self.nonce.is_some_and(|nonce| *found == nonce || *found == tagged(&nonce));
        if ours { AnswerNonce::Ours } else { AnswerNonce::Other }
    }
}

/// requestExtensions with the nonce alone.
fn extensions(nonce: &[u8]) -> Option<Vec<u8>> {
    let value = der::value(tag::OCTET_STRING, &[&tagged(nonce)]);
    let extension = der::value(tag::SEQUENCE, &[&der::object_identifier(NONCE)?, &value]);
    Some(der::value(tag::context(2), &[&der::value(tag::SEQUENCE, &[&extension])]))
}

fn tagged(nonce: &[u8]) -> Vec<u8> {
    der::value(tag::OCTET_STRING, &[nonce])
}
