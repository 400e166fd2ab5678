//! Public keys as SubjectPublicKeyInfo carries them (RFC 5280, 4.1.2.7; RFC 3279; RFC 4055; RFC 5480; RFC 8410).

use serde::{Deserialize, Serialize};

use super::der::{BIT_STRING, NULL, OBJECT_IDENTIFIER, SEQUENCE, only, positive, take};
use super::signature::{SignatureAlgorithm, pss_parameters};

/// What kind of key it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KeyFamily {
    /// RSA, PKCS#1 and PSS.
    Rsa,
    /// RSA restricted to PSS by its identifier.
    RsaPss,
    /// NIST P-256.
    P256,
    /// NIST P-384.
    P384,
    /// NIST P-521.
    P521,
    /// brainpoolP256r1.
    BrainpoolP256,
    /// brainpoolP384r1.
    BrainpoolP384,
    /// Ed25519.
    Ed25519,
}

/// A public key of a family this program can verify with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicKey {
    /// What kind of key it is.
    pub family: KeyFamily,
    /// Modulus or field size in bits.
    pub bits: u32,
    /// Content of subjectPublicKey: RSAPublicKey, curve point, or the key itself.
    octets: Vec<u8>,
    /// PSS parameters the key is restricted to.
    restriction: Option<SignatureAlgorithm>,
}

/// Modulus and exponent, big-endian without leading zeros.
pub(super) struct RsaNumbers<'k> {
    pub(super) modulus: &'k [u8],
    pub(super) exponent: &'k [u8],
}

/// rsaEncryption.
const RSA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01];
/// id-RSASSA-PSS.
const RSA_PSS: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0a];
/// id-ecPublicKey.
const EC: &[u8] = &[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01];
/// id-Ed25519.
const ED25519: &[u8] = &[0x2b, 0x65, 0x70];

/// Named curves: content of the identifier, family, field size in bits. Explicit parameters are refused: a curve of the
/// attacker's choice proves nothing.
const CURVES: [(&[u8], KeyFamily, u32); 5] = [
    (&[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07], KeyFamily::P256, 256),
    (&[0x2b, 0x81, 0x04, 0x00, 0x22], KeyFamily::P384, 384),
    (&[0x2b, 0x81, 0x04, 0x00, 0x23], KeyFamily::P521, 521),
    (&[0x2b, 0x24, 0x03, 0x03, 0x02, 0x08, 0x01, 0x01, 0x07], KeyFamily::BrainpoolP256, 256),
    (&[0x2b, 0x24, 0x03, 0x03, 0x02, 0x08, 0x01, 0x01, 0x0b], KeyFamily::BrainpoolP384, 384),
];

impl PublicKey {
    /// Reads a DER SubjectPublicKeyInfo; `None` where the kind of key is not supported or malformed.
    #[must_use]
    pub fn from_spki(spki: &[u8]) -> Option<Self> {
        let mut fields = only(SEQUENCE, spki)?;
        let mut algorithm = take(SEQUENCE, &mut fields)?;
        let key = take(BIT_STRING, &mut fields)?;
        let identifier = take(OBJECT_IDENTIFIER, &mut algorithm)?;
        let (&0, octets) = key.split_first()? else { return None };
        if !fields.is_empty() {
            return None;
        }
        match identifier {
            RSA if algorithm.is_empty() || only(NULL, algorithm).is_some() => Self::rsa(KeyFamily::Rsa, octets, None),
            RSA_PSS if algorithm.is_empty() => Self::rsa(KeyFamily::RsaPss, octets, None),
            RSA_PSS => Self::rsa(KeyFamily::RsaPss, octets, Some(pss_parameters(algorithm)?)),
            EC => {
                let curve = only(OBJECT_IDENTIFIER, algorithm)?;
                let (_, family, bits) = CURVES.iter().find(|(named, ..)| *named == curve)?;
                Some(Self { family: *family, bits: *bits, octets: octets.to_vec(), restriction: None })
            }
            ED25519 if algorithm.is_empty() && octets.len() == 32 => {
                Some(Self { family: KeyFamily::Ed25519, bits: 256, octets: octets.to_vec(), restriction: None })
            }
            _ => None,
        }
    }

    fn rsa(family: KeyFamily, octets: &[u8], restriction: Option<SignatureAlgorithm>) -> Option<Self> {
        let numbers = numbers(octets)?;
        let leading = numbers.modulus.first()?.leading_zeros();
        let bits = u32::try_from(numbers.modulus.len()).ok()?.checked_mul(8)?.checked_sub(leading)?;
        Some(Self { family, bits, octets: octets.to_vec(), restriction })
    }

    /// An RSA key from modulus and exponent, big-endian: ds:RSAKeyValue of test vectors. Signatures of containers are
    /// verified with the key of their signing certificate only.
    #[must_use]
    pub fn from_rsa_numbers(modulus: &[u8], exponent: &[u8]) -> Option<Self> {
        let mut content = integer(modulus)?;
        content.extend(integer(exponent)?);
        Self::rsa(KeyFamily::Rsa, &tagged(SEQUENCE, &content)?, None)
    }

    /// Kind and size as a reader knows it: `RSA-2048`, `P-384`.
    #[must_use]
    pub fn name(&self) -> String {
        match self.family {
            KeyFamily::Rsa => format!("RSA-{}", self.bits),
            KeyFamily::RsaPss => format!("RSA-PSS-{}", self.bits),
            KeyFamily::P256 => "P-256".to_owned(),
            KeyFamily::P384 => "P-384".to_owned(),
            KeyFamily::P521 => "P-521".to_owned(),
            KeyFamily::BrainpoolP256 => "brainpoolP256r1".to_owned(),
            KeyFamily::BrainpoolP384 => "brainpoolP384r1".to_owned(),
            KeyFamily::Ed25519 => "Ed25519".to_owned(),
        }
    }

    /// Content of subjectPublicKey without its unused-bits octet: what key identifiers are digests of.
    #[must_use]
    pub fn octets(&self) -> &[u8] {
        &self.octets
    }

    /// The PSS parameters this key is restricted to, if any.
    pub(super) fn restriction(&self) -> Option<SignatureAlgorithm> {
        self.restriction
    }

    /// Modulus and exponent of an RSA key.
    pub(super) fn rsa_numbers(&self) -> Option<RsaNumbers<'_>> {
        numbers(&self.octets)
    }
}

fn numbers(octets: &[u8]) -> Option<RsaNumbers<'_>> {
    let mut fields = only(SEQUENCE, octets)?;
    let modulus = positive(&mut fields)?;
    let exponent = positive(&mut fields)?;
    fields.is_empty().then_some(RsaNumbers { modulus, exponent })
}

/// A positive DER INTEGER.
pub(super) fn integer(number: &[u8]) -> Option<Vec<u8>> {
    let start = number.iter().position(|octet| *octet != 0)?;
    let digits = number.get(start..)?;
    let mut content = Vec::with_capacity(digits.len() + 1);
    if digits.first().is_some_and(|first| *first >= 0x80) {
        content.push(0);
    }
    content.extend_from_slice(digits);
    tagged(super::der::INTEGER, &content)
}

/// A DER value.
pub(super) fn tagged(tag: u8, content: &[u8]) -> Option<Vec<u8>> {
    let mut octets = vec![tag];
    let length = u32::try_from(content.len()).ok()?.to_be_bytes();
    let significant: Vec<u8> = length.into_iter().skip_while(|octet| *octet == 0).collect();
    match significant.as_slice() {
        [] => octets.push(0),
        [short] if *short < 0x80 => octets.push(*short),
        long => {
            octets.push(0x80 | u8::try_from(long.len()).ok()?);
            octets.extend_from_slice(long);
        }
    }
    octets.extend_from_slice(content);
    Some(octets)
}
