//! Public test keys and signing: RSA with our own padding, ECDSA with nonces after RFC 6979, so everything repeats.

use super::der;
use p256::ecdsa::signature::hazmat::PrehashSigner;
use rsa::pkcs8::DecodePrivateKey;
use rsa::traits::PublicKeyParts;
use sha2::Digest;

/// Digest algorithms the forge can write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hash {
    Sha1,
    Sha224,
    Sha256,
    Sha384,
    Sha512,
}

impl Hash {
    /// The digest of some bytes.
    pub fn of(self, data: &[u8]) -> Vec<u8> {
        match self {
            Self::Sha1 => sha1::Sha1::digest(data).to_vec(),
            Self::Sha224 => sha2::Sha224::digest(data).to_vec(),
            Self::Sha256 => sha2::Sha256::digest(data).to_vec(),
            Self::Sha384 => sha2::Sha384::digest(data).to_vec(),
            Self::Sha512 => sha2::Sha512::digest(data).to_vec(),
        }
    }

    /// Dotted object identifier.
    pub fn oid(self) -> &'static str {
        match self {
            Self::Sha1 => "1.3.14.3.2.26",
            Self::Sha224 => "2.16.840.1.101.3.4.2.4",
            Self::Sha256 => "2.16.840.1.101.3.4.2.1",
            Self::Sha384 => "2.16.840.1.101.3.4.2.2",
            Self::Sha512 => "2.16.840.1.101.3.4.2.3",
        }
    }

    /// AlgorithmIdentifier without parameters, or with NULL.
    pub fn algorithm(self, parameters: Parameters) -> Vec<u8> {
        match parameters {
            Parameters::Absent => der::sequence(&[der::oid(self.oid())]),
            Parameters::Null => der::sequence(&[der::oid(self.oid()), der::null()]),
        }
    }

    /// The URI of XML signatures.
    pub fn uri(self) -> &'static str {
        match self {
            Self::Sha1 => "http://www.w3.org/2000/09/xmldsig#sha1",
            Self::Sha224 => "http://www.w3.org/2001/04/xmldsig-more#sha224",
            Self::Sha256 => "http://www.w3.org/2001/04/xmlenc#sha256",
            Self::Sha384 => "http://www.w3.org/2001/04/xmldsig-more#sha384",
            Self::Sha512 => "http://www.w3.org/2001/04/xmlenc#sha512",
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Sha1 => "sha1",
            Self::Sha224 => "sha224",
            Self::Sha256 => "sha256",
            Self::Sha384 => "sha384",
            Self::Sha512 => "sha512",
        }
    }

    fn rank(self) -> usize {
        match self {
            Self::Sha1 => 0,
            Self::Sha224 => 1,
            Self::Sha256 => 2,
            Self::Sha384 => 3,
            Self::Sha512 => 4,
        }
    }
}

/// Whether an AlgorithmIdentifier carries a NULL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parameters {
    Absent,
    Null,
}

/// How a digest becomes a signature value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Padding {
    /// PKCS#1 v1.5, DigestInfo with NULL.
    Pkcs1,
    /// PKCS#1 v1.5, DigestInfo without NULL, as old Latvian services wrote it.
    Pkcs1WithoutNull,
    /// PSS, MGF1 with the same hash, salt as long as the hash.
    Pss,
    /// ECDSA of the key's curve.
    Ecdsa,
}

/// A signature algorithm: digest and padding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scheme {
    pub hash: Hash,
    pub padding: Padding,
}

impl Scheme {
    /// PKCS#1 v1.5 with this digest.
    pub const fn rsa(hash: Hash) -> Self {
        Self { hash, padding: Padding::Pkcs1 }
    }

    /// ECDSA with this digest.
    pub const fn ecdsa(hash: Hash) -> Self {
        Self { hash, padding: Padding::Ecdsa }
    }

    /// The URI of XML signatures.
    pub fn uri(self) -> String {
        let name = self.hash.name();
        match (self.padding, self.hash) {
            (Padding::Pkcs1 | Padding::Pkcs1WithoutNull, Hash::Sha1) => {
                "http://www.w3.org/2000/09/xmldsig#rsa-sha1".to_owned()
            }
            (Padding::Pkcs1 | Padding::Pkcs1WithoutNull, _) => {
                format!("http://www.w3.org/2001/04/xmldsig-more#rsa-{name}")
            }
            (Padding::Pss, _) => format!("http://www.w3.org/2007/05/xmldsig-more#{name}-rsa-MGF1"),
            (Padding::Ecdsa, _) => format!("http://www.w3.org/2001/04/xmldsig-more#ecdsa-{name}"),
        }
    }

    /// AlgorithmIdentifier of certificates, OCSP responses, CRLs and CMS.
    pub fn algorithm(self) -> Vec<u8> {
        match self.padding {
            Padding::Pkcs1 | Padding::Pkcs1WithoutNull => {
                let last = ["5", "14", "11", "12", "13"][self.hash.rank()];
                der::sequence(&[der::oid(&format!("1.2.840.113549.1.1.{last}")), der::null()])
            }
            Padding::Pss => {
                let hash = self.hash.algorithm(Parameters::Null);
                let mask = der::sequence(&[der::oid("1.2.840.113549.1.1.8"), hash.clone()]);
                let salt = der::number(self.hash.of(b"").len() as u64);
                let parts = [der::context(0, &hash), der::context(1, &mask), der::context(2, &salt)];
                der::sequence(&[der::oid("1.2.840.113549.1.1.10"), der::sequence(&parts)])
            }
            Padding::Ecdsa => {
                let last = ["1", "3.1", "3.2", "3.3", "3.4"][self.hash.rank()];
                der::sequence(&[der::oid(&format!("1.2.840.10045.4.{last}"))])
            }
        }
    }
}

/// A key pair. All of them are public knowledge.
#[derive(Clone)]
pub enum Key {
    Rsa(Box<rsa::PrivateKey>),
    P256(p256::ecdsa::SigningKey),
    P384(p384::ecdsa::SigningKey),
    P521(Box<p521::ecdsa::SigningKey>),
}

impl Key {
    /// An RSA key from the folder `keys`.
    pub fn rsa(pkcs8: &[u8]) -> Self {
        Self::Rsa(Box::new(rsa::PrivateKey::from_pkcs8_der(pkcs8).expect("a committed test key")))
    }

    /// A P-256 key whose scalar is the digest of a fixed word.
    pub fn p256(word: &str) -> Self {
        let scalar = Hash::Sha256.of(word.as_bytes());
        Self::P256(p256::ecdsa::SigningKey::from_slice(&scalar).expect("a scalar below the order"))
    }

    /// A P-384 key whose scalar is the digest of a fixed word.
    pub fn p384(word: &str) -> Self {
        let scalar = Hash::Sha384.of(word.as_bytes());
        Self::P384(p384::ecdsa::SigningKey::from_slice(&scalar).expect("a scalar below the order"))
    }

    /// A P-521 key whose scalar is the digest of a fixed word.
    pub fn p521(word: &str) -> Self {
        let scalar = [vec![0, 0x55], Hash::Sha512.of(word.as_bytes())].concat();
        Self::P521(Box::new(p521::ecdsa::SigningKey::from_slice(&scalar).expect("a scalar below the order")))
    }

    /// The algorithm this key signs with when nobody asks for another.
    pub fn scheme(&self) -> Scheme {
        match self {
            Self::Rsa(_) => Scheme::rsa(Hash::Sha256),
            Self::P256(_) => Scheme::ecdsa(Hash::Sha256),
            Self::P384(_) => Scheme::ecdsa(Hash::Sha384),
            Self::P521(_) => Scheme::ecdsa(Hash::Sha512),
        }
    }

    /// The subjectPublicKey bits, without tag, length and count of unused bits.
    pub fn public_bits(&self) -> Vec<u8> {
        match self {
            Self::Rsa(key) => {
                let exponent = key.e().to_be_bytes();
                der::sequence(&[der::integer(&key.n().to_be_bytes()), der::integer(&exponent)])
            }
            Self::P256(key) => key.verifying_key().to_sec1_point(false).as_bytes().to_vec(),
            Self::P384(key) => key.verifying_key().to_sec1_point(false).as_bytes().to_vec(),
            Self::P521(key) => key.verifying_key().to_sec1_point(false).as_bytes().to_vec(),
        }
    }

    /// SubjectPublicKeyInfo.
    pub fn public_info(&self) -> Vec<u8> {
        let curve = |dotted: &str| der::sequence(&[der::oid("1.2.840.10045.2.1"), der::oid(dotted)]);
        let algorithm = match self {
            Self::Rsa(_) => der::sequence(&[der::oid("1.2.840.113549.1.1.1"), der::null()]),
            Self::P256(_) => curve("1.2.840.10045.3.1.7"),
            Self::P384(_) => curve("1.3.132.0.34"),
            Self::P521(_) => curve("1.3.132.0.35"),
        };
        der::sequence(&[algorithm, der::bits(&self.public_bits())])
    }

    /// SHA-1 of the public bits: key identifiers and OCSP key hashes.
    pub fn identifier(&self) -> Vec<u8> {
        Hash::Sha1.of(&self.public_bits())
    }

    /// Signs as XML does: RSA as its bytes, ECDSA as r and s side by side.
    pub fn sign_xml(&self, scheme: Scheme, message: &[u8]) -> Vec<u8> {
        let digest = scheme.hash.of(message);
        match self {
            Self::Rsa(key) => sign_rsa(key, scheme, &digest),
            Self::P256(key) => {
                let value: p256::ecdsa::Signature = key.sign_prehash(&digest).expect("a digest to sign");
                value.to_bytes().to_vec()
            }
            Self::P384(key) => {
                let value: p384::ecdsa::Signature = key.sign_prehash(&digest).expect("a digest to sign");
                value.to_bytes().to_vec()
            }
            Self::P521(key) => {
                let value: p521::ecdsa::Signature = key.sign_prehash(&digest).expect("a digest to sign");
                value.to_bytes().to_vec()
            }
        }
    }

    /// Signs as certificates and CMS do: RSA as its bytes, ECDSA as SEQUENCE of r and s.
    pub fn sign(&self, scheme: Scheme, message: &[u8]) -> Vec<u8> {
        let raw = self.sign_xml(scheme, message);
        if scheme.padding != Padding::Ecdsa {
            return raw;
        }
        let (r, s) = raw.split_at(raw.len() / 2);
        der::sequence(&[der::integer(r), der::integer(s)])
    }
}

type NoRandom = dyn rsa::rand_core::TryCryptoRng<Error = std::convert::Infallible>;

fn sign_rsa(key: &rsa::PrivateKey, scheme: Scheme, digest: &[u8]) -> Vec<u8> {
    let size = key.size();
    let padded = match scheme.padding {
        Padding::Pkcs1 => pad_pkcs1(&scheme.hash.algorithm(Parameters::Null), digest, size),
        Padding::Pkcs1WithoutNull => pad_pkcs1(&scheme.hash.algorithm(Parameters::Absent), digest, size),
        Padding::Pss => pad_pss(scheme.hash, digest, size),
        Padding::Ecdsa => panic!("an RSA key cannot sign with ECDSA"),
    };
    let precision = u32::try_from(size * 8).expect("a key of ordinary size");
    let message = rsa::BoxedUint::from_be_slice(&padded, precision).expect("a block as long as the key");
    let value = rsa::hazmat::rsa_decrypt_and_check(key, None::<&mut NoRandom>, &message).expect("a sound key");
    let bytes = value.to_be_bytes();
    bytes[bytes.len() - size..].to_vec()
}

/// EMSA-PKCS1-v1_5 (RFC 8017, 9.2).
fn pad_pkcs1(algorithm: &[u8], digest: &[u8], size: usize) -> Vec<u8> {
    let info = der::sequence(&[algorithm.to_vec(), der::octets(digest)]);
    let filler = vec![0xFF; size - info.len() - 3];
    [&[0, 1], filler.as_slice(), &[0], &info].concat()
}

/// EMSA-PSS (RFC 8017, 9.1.1) with a salt derived from the digest, so that it repeats.
fn pad_pss(hash: Hash, digest: &[u8], size: usize) -> Vec<u8> {
    let salt = hash.of(&[b"salt", digest].concat());
    let seed = hash.of(&[&[0_u8; 8], digest, &salt].concat());
    let zeros = size - salt.len() - seed.len() - 2;
    let mut block = [vec![0; zeros], vec![1], salt].concat();
    let mask = (0_u32..).flat_map(|counter| hash.of(&[seed.as_slice(), &counter.to_be_bytes()].concat()));
    for (byte, mask) in block.iter_mut().zip(mask) {
        *byte ^= mask;
    }
    block[0] &= 0x7F;
    [block, seed, vec![0xBC]].concat()
}
