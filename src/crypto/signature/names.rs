//! Names of signature algorithms: XML URIs (RFC 9231) and object identifiers (RFC 5280, 4055, 5758, 8692).

use super::SignatureAlgorithm;
use crate::crypto::DigestAlgorithm;
use crate::crypto::der::{OBJECT_IDENTIFIER, SEQUENCE, only, positive, take};

/// XML names of PKCS#1, PSS with default parameters, and ECDSA for each digest.
const URIS: [(DigestAlgorithm, &str, &str, &str); 8] = [
    (
        DigestAlgorithm::Sha1,
        "http://www.w3.org/2000/09/xmldsig#rsa-sha1",
        "http://www.w3.org/2007/05/xmldsig-more#sha1-rsa-MGF1",
        "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha1",
    ),
    (
        DigestAlgorithm::Sha224,
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha224",
        "http://www.w3.org/2007/05/xmldsig-more#sha224-rsa-MGF1",
        "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha224",
    ),
    (
        DigestAlgorithm::Sha256,
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
        "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1",
        "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
    ),
    (
        DigestAlgorithm::Sha384,
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384",
        "http://www.w3.org/2007/05/xmldsig-more#sha384-rsa-MGF1",
        "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384",
    ),
    (
        DigestAlgorithm::Sha512,
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512",
        "http://www.w3.org/2007/05/xmldsig-more#sha512-rsa-MGF1",
        "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512",
    ),
    (
        DigestAlgorithm::Sha3_256,
        "http://www.w3.org/2007/05/xmldsig-more#rsa-sha3-256",
        "http://www.w3.org/2007/05/xmldsig-more#sha3-256-rsa-MGF1",
        "http://www.w3.org/2021/04/xmldsig-more#ecdsa-sha3-256",
    ),
    (
        DigestAlgorithm::Sha3_384,
        "http://www.w3.org/2007/05/xmldsig-more#rsa-sha3-384",
        "http://www.w3.org/2007/05/xmldsig-more#sha3-384-rsa-MGF1",
        "http://www.w3.org/2021/04/xmldsig-more#ecdsa-sha3-384",
    ),
    (
        DigestAlgorithm::Sha3_512,
        "http://www.w3.org/2007/05/xmldsig-more#rsa-sha3-512",
        "http://www.w3.org/2007/05/xmldsig-more#sha3-512-rsa-MGF1",
        "http://www.w3.org/2021/04/xmldsig-more#ecdsa-sha3-512",
    ),
];

const URI_ED25519: &str = "http://www.w3.org/2021/04/xmldsig-more#eddsa-ed25519";
const OID_RSA: &str = "1.2.840.113549.1.1.1";
const OID_PSS: &str = "1.2.840.113549.1.1.10";
const OID_EC: &str = "1.2.840.10045.2.1";
const OID_ED25519: &str = "1.3.101.112";

/// Dotted identifiers of PKCS#1 and ECDSA for each digest.
const IDENTIFIERS: [(DigestAlgorithm, &str, &str); 8] = [
    (DigestAlgorithm::Sha1, "1.2.840.113549.1.1.5", "1.2.840.10045.4.1"),
    (DigestAlgorithm::Sha224, "1.2.840.113549.1.1.14", "1.2.840.10045.4.3.1"),
    (DigestAlgorithm::Sha256, "1.2.840.113549.1.1.11", "1.2.840.10045.4.3.2"),
    (DigestAlgorithm::Sha384, "1.2.840.113549.1.1.12", "1.2.840.10045.4.3.3"),
    (DigestAlgorithm::Sha512, "1.2.840.113549.1.1.13", "1.2.840.10045.4.3.4"),
    (DigestAlgorithm::Sha3_256, "2.16.840.1.101.3.4.3.14", "2.16.840.1.101.3.4.3.10"),
    (DigestAlgorithm::Sha3_384, "2.16.840.1.101.3.4.3.15", "2.16.840.1.101.3.4.3.11"),
    (DigestAlgorithm::Sha3_512, "2.16.840.1.101.3.4.3.16", "2.16.840.1.101.3.4.3.12"),
];

/// DER of the object identifier of each digest.
const DIGEST_IDENTIFIERS: [(DigestAlgorithm, &[u8]); 8] = [
    (DigestAlgorithm::Sha1, &[0x06, 0x05, 0x2b, 0x0e, 0x03, 0x02, 0x1a]),
    (DigestAlgorithm::Sha224, &[0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x04]),
    (DigestAlgorithm::Sha256, &[0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01]),
    (DigestAlgorithm::Sha384, &[0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x02]),
    (DigestAlgorithm::Sha512, &[0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x03]),
    (DigestAlgorithm::Sha3_256, &[0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x08]),
    (DigestAlgorithm::Sha3_384, &[0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x09]),
    (DigestAlgorithm::Sha3_512, &[0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x0a]),
];

/// id-mgf1.
const MGF1: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x08];

impl SignatureAlgorithm {
    /// The algorithm an XML `SignatureMethod` names; `None` where it is not supported (HMAC never is).
    #[must_use]
    pub fn from_uri(uri: &str) -> Option<Self> {
        if uri == URI_ED25519 {
            return Some(Self::Ed25519);
        }
        URIS.iter().find_map(|(digest, pkcs1, pss, ecdsa)| match uri {
            _ if uri == *pkcs1 => Some(Self::RsaPkcs1 { digest: *digest }),
            _ if uri == *pss => Some(Self::RsaPss { digest: *digest, mask: *digest, salt: length(*digest) }),
            _ if uri == *ecdsa => Some(Self::Ecdsa { digest: *digest }),
            _ => None,
        })
    }

    /// The algorithm an X.509 or CMS AlgorithmIdentifier names; `parameters` is the DER of the parameters, if any.
    #[must_use]
    pub fn from_identifier(oid: &str, parameters: Option<&[u8]>) -> Option<Self> {
        match oid {
            OID_ED25519 => Some(Self::Ed25519),
            OID_PSS => pss_parameters(parameters.unwrap_or_default()),
            _ => IDENTIFIERS.iter().find_map(|(digest, pkcs1, ecdsa)| match oid {
                _ if oid == *pkcs1 => Some(Self::RsaPkcs1 { digest: *digest }),
                _ if oid == *ecdsa => Some(Self::Ecdsa { digest: *digest }),
                _ => None,
            }),
        }
    }

    /// The algorithm of a CMS signer: its identifier may name the key only, the digest then stands beside it (RFC 3370, 3.2).
    #[must_use]
    pub fn from_identifier_and_digest(oid: &str, parameters: Option<&[u8]>, digest: DigestAlgorithm) -> Option<Self> {
        match oid {
            OID_RSA => Some(Self::RsaPkcs1 { digest }),
            OID_EC => Some(Self::Ecdsa { digest }),
            _ => Self::from_identifier(oid, parameters),
        }
    }

    /// The digest of the message.
    #[must_use]
    pub fn digest(self) -> DigestAlgorithm {
        match self {
            Self::RsaPkcs1 { digest } | Self::RsaPss { digest, .. } | Self::Ecdsa { digest } => digest,
            Self::Ed25519 => DigestAlgorithm::Sha512,
        }
    }

    /// Name for technical details: `RSA with SHA-256`.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::RsaPkcs1 { digest } => format!("RSA with {digest}"),
            Self::RsaPss { digest, .. } => format!("RSA-PSS with {digest}"),
            Self::Ecdsa { digest } => format!("ECDSA with {digest}"),
            Self::Ed25519 => "Ed25519".to_owned(),
        }
    }
}

/// DER of a digest's object identifier.
pub(super) fn digest_identifier(digest: DigestAlgorithm) -> Option<&'static [u8]> {
    DIGEST_IDENTIFIERS.iter().find(|(named, _)| *named == digest).map(|(_, der)| *der)
}

fn length(digest: DigestAlgorithm) -> u32 {
    match digest {
        DigestAlgorithm::Sha1 => 20,
        DigestAlgorithm::Sha224 => 28,
        DigestAlgorithm::Sha256 | DigestAlgorithm::Sha3_256 => 32,
        DigestAlgorithm::Sha384 | DigestAlgorithm::Sha3_384 => 48,
        DigestAlgorithm::Sha512 | DigestAlgorithm::Sha3_512 => 64,
    }
}

/// RSASSA-PSS-params (RFC 4055, 3.1), DER or empty; absent fields are SHA-1, MGF1 with SHA-1, salt 20, trailer 1.
pub(in crate::crypto) fn pss_parameters(parameters: &[u8]) -> Option<SignatureAlgorithm> {
    let mut fields = if parameters.is_empty() { parameters } else { only(SEQUENCE, parameters)? };
    let digest = match optional(0xa0, &mut fields)? {
        Some(field) => digest_of(only(SEQUENCE, field)?)?,
        None => DigestAlgorithm::Sha1,
    };
    let mask = match optional(0xa1, &mut fields)? {
        Some(field) => {
            let mut generator = only(SEQUENCE, field)?;
            if take(OBJECT_IDENTIFIER, &mut generator)? != MGF1 {
                return None;
            }
            digest_of(only(SEQUENCE, generator)?)?
        }
        None => DigestAlgorithm::Sha1,
    };
    let salt = match optional(0xa2, &mut fields)? {
        Some(field) => number(field)?,
        None => 20,
    };
    let trailer = match optional(0xa3, &mut fields)? {
        Some(field) => number(field)?,
        None => 1,
    };
    (trailer == 1 && fields.is_empty()).then_some(SignatureAlgorithm::RsaPss { digest, mask, salt })
}

/// `Some(None)` where the next field has another tag.
fn optional<'d>(tag: u8, fields: &mut &'d [u8]) -> Option<Option<&'d [u8]>> {
    if fields.first() == Some(&tag) { take(tag, fields).map(Some) } else { Some(None) }
}

fn digest_of(algorithm: &[u8]) -> Option<DigestAlgorithm> {
    let named = |(_, der): &&(DigestAlgorithm, &[u8])| {
        algorithm.strip_prefix(*der).is_some_and(|rest| rest.is_empty() || rest == [0x05, 0x00])
    };
    DIGEST_IDENTIFIERS.iter().find(named).map(|(digest, _)| *digest)
}

fn number(field: &[u8]) -> Option<u32> {
    let mut field = field;
    let digits = positive(&mut field)?;
    let small = digits.len() <= 2 && field.is_empty();
    small.then(|| digits.iter().fold(0, |number, digit| (number << 8) | u32::from(*digit)))
}
