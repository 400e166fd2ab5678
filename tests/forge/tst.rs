//! Time-stamp tokens (RFC 3161 in CMS), in DER and in BER with indefinite lengths; every field may be forged.

use super::der;
use super::keys::{Hash, Parameters, Scheme};
use super::time::Instant;
use super::x509::{Attribute, Entity, Extension, Weight, extensions, name};

/// How the token is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    Der,
    /// Indefinite lengths and a constructed OCTET STRING, as services before 2023 wrote them.
    BerIndefinite,
}

/// Which signing-certificate attributes stand in the signed attributes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ess {
    None,
    V1,
    V2,
    Both,
}

/// Everything a token will say.
#[derive(Clone)]
pub struct Token {
    pub unit: Entity,
    pub policy: String,
    pub imprint_hash: Hash,
    /// The digest that is stamped.
    pub imprint: Vec<u8>,
    /// What it is the digest of.
    pub stamped: Vec<u8>,
    pub serial: Vec<u8>,
    pub at: Instant,
    /// Fraction of the second, such as `.371`, or nothing.
    pub fraction: String,
    /// Accuracy in seconds.
    pub accuracy: Option<u64>,
    pub nonce: Option<u64>,
    /// The `tsa` field: a directory name.
    pub authority: Option<Vec<u8>>,
    /// Extensions of TSTInfo; the ordinary one claims a qualified time-stamp.
    pub extensions: Vec<Extension>,
    /// Certificates sent along.
    pub certificates: Vec<Vec<u8>>,
    /// Revocation lists sent along.
    pub crls: Vec<Vec<u8>>,
    /// OCSP responses sent along (RFC 5940).
    pub responses: Vec<Vec<u8>>,
    /// Digest of the content and of the signed attributes.
    pub scheme: Scheme,
    pub ess: Ess,
    /// Certificate named by the signing-certificate attributes; none: the unit's.
    pub named: Option<Entity>,
    /// A messageDigest other than the right one.
    pub message_digest: Option<Vec<u8>>,
    pub content_type: String,
    pub encoding: Encoding,
}

const TST_INFO: &str = "1.2.840.113549.1.9.16.1.4";
const SIGNED_DATA: &str = "1.2.840.113549.1.7.2";

impl Token {
    /// The ordinary token over `data`: SHA-256 imprint, the unit's certificate along, both signing-certificate attributes.
    pub fn over(data: &[u8], unit: &Entity, at: Instant) -> Self {
        Self::imprinting(Hash::Sha256, data, unit, at)
    }

    /// The same with another imprint algorithm.
    pub fn imprinting(hash: Hash, data: &[u8], unit: &Entity, at: Instant) -> Self {
        let imprint = hash.of(data);
        let mut serial = Hash::Sha256.of(&[imprint.as_slice(), &at.0.to_be_bytes()].concat());
        serial.truncate(16);
        serial[0] &= 0x7F;
        let statement = der::sequence(&[der::sequence(&[der::oid("0.4.0.19422.1.1")])]);
        Self {
            unit: unit.clone(),
            policy: "0.4.0.2023.1.1".to_owned(),
            imprint_hash: hash,
            imprint,
            stamped: data.to_vec(),
            serial,
            at,
            fraction: String::new(),
            accuracy: Some(1),
            nonce: None,
            authority: Some(unit.subject.clone()),
            extensions: vec![Extension::new("1.3.6.1.5.5.7.1.3", Weight::Plain, statement)],
            certificates: vec![unit.der.clone()],
            crls: Vec::new(),
            responses: Vec::new(),
            scheme: Scheme { hash: Hash::Sha256, padding: unit.key.scheme().padding },
            ess: Ess::Both,
            named: None,
            message_digest: None,
            content_type: TST_INFO.to_owned(),
            encoding: Encoding::Der,
        }
    }

    /// Takes the imprint anew with another algorithm.
    pub fn imprint_by(&mut self, hash: Hash) {
        (self.imprint_hash, self.imprint) = (hash, hash.of(&self.stamped));
    }

    /// The same claiming to come from another authority.
    pub fn claiming(mut self, attributes: &[Attribute<'_>]) -> Self {
        self.authority = Some(name(attributes));
        self
    }

    /// ContentInfo with SignedData.
    pub fn encoded(&self) -> Vec<u8> {
        let info = self.info();
        let (content_type, version) = (der::oid(&self.content_type), der::number(3));
        let digests = der::set(&[self.scheme.hash.algorithm(Parameters::Absent)]);
        let certificates = der::join(&self.certificates);
        let revocation = self.revocation();
        let signers = der::set(&[self.signer_info(&info)]);
        match self.encoding {
            Encoding::Der => {
                let content = der::sequence(&[content_type, der::context(0, &der::octets(&info))]);
                let mut parts = vec![version, digests, content];
                if !certificates.is_empty() {
                    parts.push(der::context(0, &certificates));
                }
                if !revocation.is_empty() {
                    parts.push(der::context(1, &revocation));
                }
                parts.push(signers);
                der::sequence(&[der::oid(SIGNED_DATA), der::context(0, &der::sequence(&parts))])
            }
            Encoding::BerIndefinite => {
                let octets: Vec<u8> = info.chunks(100).flat_map(der::octets).collect();
                let content = der::indefinite(0xA0, &der::indefinite(0x24, &octets));
                let content = der::indefinite(0x30, &der::join(&[content_type, content]));
                let mut parts = vec![version, digests, content];
                if !certificates.is_empty() {
                    parts.push(der::indefinite(0xA0, &certificates));
                }
                if !revocation.is_empty() {
                    parts.push(der::indefinite(0xA1, &revocation));
                }
                parts.push(signers);
                let data = der::indefinite(0xA0, &der::indefinite(0x30, &der::join(&parts)));
                der::indefinite(0x30, &der::join(&[der::oid(SIGNED_DATA), data]))
            }
        }
    }

    fn revocation(&self) -> Vec<u8> {
        let other =
            |response: &Vec<u8>| der::context(1, &[der::oid("1.3.6.1.5.5.7.16.2").as_slice(), response].concat());
        let lists = self.crls.iter().cloned();
        lists.chain(self.responses.iter().map(other)).flatten().collect()
    }

    /// TSTInfo in DER.
    pub fn info(&self) -> Vec<u8> {
        let imprint = der::sequence(&[self.imprint_hash.algorithm(Parameters::Absent), der::octets(&self.imprint)]);
        let mut parts = vec![
            der::number(1),
            der::oid(&self.policy),
            imprint,
            der::integer(&self.serial),
            self.at.generalized_with(&self.fraction),
        ];
        parts.extend(self.accuracy.map(|seconds| der::sequence(&[der::number(seconds)])));
        parts.extend(self.nonce.map(der::number));
        parts.extend(self.authority.as_ref().map(|name| der::context(0, &der::context(4, name))));
        if !self.extensions.is_empty() {
            parts.push(der::context(1, der::content(&extensions(&self.extensions))));
        }
        der::sequence(&parts)
    }

    fn signer_info(&self, info: &[u8]) -> Vec<u8> {
        let attributes = self.signed_attributes(info);
        let value = self.unit.key.sign(self.scheme, &attributes);
        let signer = der::sequence(&[self.unit.issuer.clone(), der::integer(&self.unit.serial)]);
        der::sequence(&[
            der::number(1),
            signer,
            self.scheme.hash.algorithm(Parameters::Absent),
            der::context(0, der::content(&attributes)),
            self.scheme.algorithm(),
            der::octets(&value),
        ])
    }

    fn signed_attributes(&self, info: &[u8]) -> Vec<u8> {
        let attribute = |id: &str, value: Vec<u8>| der::sequence(&[der::oid(id), der::set(&[value])]);
        let digest = self.message_digest.clone().unwrap_or_else(|| self.scheme.hash.of(info));
        let named = self.named.as_ref().unwrap_or(&self.unit);
        let certificates = |hash: Hash| {
            let id = der::sequence(&[der::octets(&hash.of(&named.der)), named.issuer_serial()]);
            der::sequence(&[der::sequence(&[id])])
        };
        let mut attributes = vec![
            attribute("1.2.840.113549.1.9.3", der::oid(&self.content_type)),
            attribute("1.2.840.113549.1.9.5", self.at.utc()),
            attribute("1.2.840.113549.1.9.4", der::octets(&digest)),
        ];
        if matches!(self.ess, Ess::V1 | Ess::Both) {
            attributes.push(attribute("1.2.840.113549.1.9.16.2.12", certificates(Hash::Sha1)));
        }
        if matches!(self.ess, Ess::V2 | Ess::Both) {
            attributes.push(attribute("1.2.840.113549.1.9.16.2.47", certificates(Hash::Sha256)));
        }
        der::set(&attributes)
    }
}
