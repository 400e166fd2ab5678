//! Signature values by every algorithm and kind of key, made by the forge, and every way in which they can be wrong
//! (N69 to N82 of the reference).

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

mod forge;

use edoc::crypto::{DigestAlgorithm, PublicKey, SignatureAlgorithm, SignatureFault, SignatureForm, Verified, verify};
use forge::keys::{Hash, Key, Padding, Scheme};

const MESSAGE: &[u8] = b"PARAUGS / SAMPLE";

fn rsa(file: &str) -> Key {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/forge/keys");
    Key::rsa(&std::fs::read(folder.join(format!("public-test-key-{file}.pk8"))).unwrap())
}

/// Every key with every scheme that the forge can sign with.
fn all() -> Vec<(String, Key, Scheme)> {
    let rsa = ["rsa1024", "seal-rsa2048", "rsa3072", "rsa4096"].map(|name| (name, rsa(name)));
    let ec = [("p256", Key::p256("crypto")), ("p384", Key::p384("crypto")), ("p521", Key::p521("crypto"))];
    let mut found = Vec::new();
    for hash in [Hash::Sha1, Hash::Sha256, Hash::Sha384, Hash::Sha512] {
        for (name, key) in &rsa {
            for padding in [Padding::Pkcs1, Padding::Pkcs1WithoutNull, Padding::Pss] {
                // PSS with SHA-512 and its salt does not fit into 1024 bits.
                if !(*name == "rsa1024" && padding == Padding::Pss && hash == Hash::Sha512) {
                    found.push((format!("{name} {padding:?} {hash:?}"), key.clone(), Scheme { hash, padding }));
                }
            }
        }
        found.extend(ec.iter().map(|(name, key)| (format!("{name} {hash:?}"), key.clone(), Scheme::ecdsa(hash))));
    }
    found
}

fn public(key: &Key) -> PublicKey {
    PublicKey::from_spki(&key.public_info()).unwrap()
}

fn algorithm(scheme: Scheme) -> SignatureAlgorithm {
    SignatureAlgorithm::from_uri(&scheme.uri()).unwrap()
}

fn check(key: &Key, scheme: Scheme, message: &[u8], value: &[u8]) -> Result<Verified, SignatureFault> {
    verify(algorithm(scheme), &public(key), message, value, SignatureForm::Raw)
}

#[test]
fn right_values_verify_in_both_forms() {
    for (name, key, scheme) in all() {
        let expected = match scheme.padding {
            Padding::Pkcs1WithoutNull => Verified::WithoutNullParameter,
            _ => Verified::Exactly,
        };
        assert_eq!(check(&key, scheme, MESSAGE, &key.sign_xml(scheme, MESSAGE)), Ok(expected), "{name}");
        let der = verify(algorithm(scheme), &public(&key), MESSAGE, &key.sign(scheme, MESSAGE), SignatureForm::Der);
        assert_eq!(der, Ok(expected), "{name}, DER");
    }
}

#[test]
fn a_changed_message_value_or_key_does_not() {
    for (name, key, scheme) in all() {
        let value = key.sign_xml(scheme, MESSAGE);
        assert!(check(&key, scheme, b"PARAUGS / SAMPLF", &value).is_err(), "{name}");
        for at in [0, value.len() / 2, value.len() - 1] {
            let mut changed = value.clone();
            changed[at] ^= 0x04;
            assert!(check(&key, scheme, MESSAGE, &changed).is_err(), "{name}, octet {at}");
        }
        for wrong in [&value[1..], &value[..value.len() - 1], &[], &[value.as_slice(), &[0]].concat()] {
            assert_eq!(check(&key, scheme, MESSAGE, wrong), Err(SignatureFault::Malformed), "{name}, {}", wrong.len());
        }
        let other = match scheme.padding {
            Padding::Ecdsa if name.starts_with("p256") => Key::p256("another"),
            Padding::Ecdsa if name.starts_with("p384") => Key::p384("another"),
            Padding::Ecdsa => Key::p521("another"),
            _ if name.starts_with("seal") => rsa("other-rsa2048"),
            _ => continue,
        };
        assert_eq!(check(&other, scheme, MESSAGE, &value), Err(SignatureFault::Mismatch), "{name}, another key");
    }
}

#[test]
fn ecdsa_values_are_r_and_s_side_by_side_and_in_range() {
    let key = Key::p256("crypto");
    let scheme = Scheme::ecdsa(Hash::Sha256);
    let value = key.sign_xml(scheme, MESSAGE);
    assert_eq!(check(&key, scheme, MESSAGE, &key.sign(scheme, MESSAGE)), Err(SignatureFault::DerInsteadOfRaw));
    let order = "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";
    let order: Vec<u8> = (0..32).map(|at| u8::from_str_radix(&order[2 * at..2 * at + 2], 16).unwrap()).collect();
    let bad = [
        [&[0; 32], &value[32..]].concat(),
        [&value[..32], &[0; 32]].concat(),
        [&value[..32], order.as_slice()].concat(),
        [order.as_slice(), &value[32..]].concat(),
        vec![0xff; 64],
        vec![0; 64],
    ];
    for value in bad {
        assert_eq!(check(&key, scheme, MESSAGE, &value), Err(SignatureFault::Mismatch));
    }
    let raw_as_der = verify(algorithm(scheme), &public(&key), MESSAGE, &value, SignatureForm::Der);
    assert_eq!(raw_as_der, Err(SignatureFault::Malformed));
}

#[test]
fn der_values_must_be_der() {
    let key = Key::p384("crypto");
    let scheme = Scheme::ecdsa(Hash::Sha384);
    let good = key.sign(scheme, MESSAGE);
    let of = |value: &[u8]| verify(algorithm(scheme), &public(&key), MESSAGE, value, SignatureForm::Der);
    assert!(of(&good).is_ok());
    assert_eq!(of(&[good.as_slice(), &[0]].concat()), Err(SignatureFault::Malformed), "something follows");
    let (r, s) = key.sign_xml(scheme, MESSAGE).split_at(48).to_owned_pair();
    let padded = |number: &[u8]| forge::der::tlv(0x02, &[&[0, 0], number].concat());
    let long = forge::der::sequence(&[padded(&r), padded(&s)]);
    assert_eq!(of(&long), Err(SignatureFault::Malformed), "needless leading zeros");
}

trait ToOwnedPair {
    fn to_owned_pair(self) -> (Vec<u8>, Vec<u8>);
}

impl ToOwnedPair for (&[u8], &[u8]) {
    fn to_owned_pair(self) -> (Vec<u8>, Vec<u8>) {
        (self.0.to_vec(), self.1.to_vec())
    }
}

#[test]
fn an_algorithm_of_another_family_than_the_key_is_refused() {
    let (ec, rsa) = (Key::p256("crypto"), rsa("seal-rsa2048"));
    let mismatch = Err(SignatureFault::KeyMismatch);
    assert_eq!(check(&ec, Scheme::rsa(Hash::Sha256), MESSAGE, &[0; 64]), mismatch);
    assert_eq!(check(&rsa, Scheme::ecdsa(Hash::Sha256), MESSAGE, &[0; 64]), mismatch);
}

#[test]
fn hmac_md5_dsa_and_unknown_names_are_no_algorithms() {
    for uri in [
        "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256",
        "http://www.w3.org/2000/09/xmldsig#hmac-sha1",
        "http://www.w3.org/2001/04/xmldsig-more#rsa-md5",
        "http://www.w3.org/2000/09/xmldsig#dsa-sha1",
        "urn:x",
        "",
    ] {
        assert_eq!(SignatureAlgorithm::from_uri(uri), None, "{uri}");
    }
    assert_eq!(SignatureAlgorithm::from_identifier("1.2.840.113549.1.1.4", None), None, "RSA with MD5");
}

/// A key of the given modulus and exponent.
fn key_of(modulus: &[u8], exponent: &[u8]) -> PublicKey {
    PublicKey::from_rsa_numbers(modulus, exponent).unwrap()
}

#[test]
fn keys_that_prove_nothing_are_unusable() {
    let rsa2048 = |last: u8| [&[0xc5][..], &[0x5a; 254], &[last]].concat();
    let unusable = |key: &PublicKey, length: usize| {
        let algorithm = SignatureAlgorithm::RsaPkcs1 { digest: DigestAlgorithm::Sha256 };
        verify(algorithm, key, MESSAGE, &vec![1; length], SignatureForm::Raw) == Err(SignatureFault::UnusableKey)
    };
    assert!(!unusable(&key_of(&rsa2048(0x59), &[1, 0, 1]), 256), "the honest twin");
    assert!(unusable(&key_of(&rsa2048(0x59), &[1]), 256), "exponent 1");
    assert!(unusable(&key_of(&rsa2048(0x59), &[4]), 256), "an even exponent");
    assert!(unusable(&key_of(&rsa2048(0x58), &[1, 0, 1]), 256), "an even modulus");
    assert!(unusable(&key_of(&rsa2048(0x59), &[0xff; 9]), 256), "an exponent without end");
    assert!(unusable(&key_of(&[0xc5; 64], &[1, 0, 1]), 64), "512 bits");
    assert!(unusable(&key_of(&[0xc5; 2049], &[1, 0, 1]), 2049), "more than 16,384 bits");
}

/// Bleichenbacher's forgery of 2006: with exponent 3, a cube whose top is a valid block with rubbish behind the digest.
#[test]
fn rubbish_behind_the_digest_is_found_with_exponent_three() {
    let modulus = [&[0xc5][..], &[0x5a; 382], &[0x59]].concat();
    let key = key_of(&modulus, &[3]);
    let digest = DigestAlgorithm::Sha256.digest(MESSAGE);
    let info =
        forge::der::sequence(&[Hash::Sha256.algorithm(forge::keys::Parameters::Null), forge::der::octets(&digest)]);
    let top = [&[0x00, 0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x00][..], &info].concat();
    let mut block = top.clone();
    block.resize(384, 0xff);
    let root = cube_root(&block);
    let cube = multiply(&multiply(&root, &root), &root);
    let mut padded = vec![0; 384 - cube.len()];
    padded.extend(&cube);
    assert_eq!(padded[..top.len()], top, "the forged value really cubes to a block with the right beginning");
    let mut value = vec![0; 384 - root.len()];
    value.extend(root);
    let algorithm = SignatureAlgorithm::RsaPkcs1 { digest: DigestAlgorithm::Sha256 };
    assert_eq!(verify(algorithm, &key, MESSAGE, &value, SignatureForm::Raw), Err(SignatureFault::Mismatch));
}

/// Schoolbook multiplication of big-endian numbers.
fn multiply(a: &[u8], b: &[u8]) -> Vec<u8> {
    let mut digits = vec![0_u32; a.len() + b.len()];
    for (i, x) in a.iter().rev().enumerate() {
        let mut carry = 0;
        for (j, y) in b.iter().rev().enumerate() {
            let sum = digits[i + j] + u32::from(*x) * u32::from(*y) + carry;
            digits[i + j] = sum & 0xff;
            carry = sum >> 8;
        }
        digits[i + b.len()] += carry;
    }
    let bytes: Vec<u8> = digits.iter().rev().map(|digit| u8::try_from(*digit).unwrap()).collect();
    let start = bytes.iter().position(|byte| *byte != 0).unwrap_or(bytes.len());
    bytes[start..].to_vec()
}

/// The largest number whose cube is not above `number`, bit by bit.
fn cube_root(number: &[u8]) -> Vec<u8> {
    let target = &number[number.iter().position(|byte| *byte != 0).unwrap()..];
    let mut root = vec![0_u8; target.len().div_ceil(3)];
    for at in 0..root.len() * 8 {
        let bit = 0x80 >> (at % 8);
        root[at / 8] |= bit;
        let cube = multiply(&multiply(&root, &root), &root);
        if (cube.len(), cube.as_slice()) > (target.len(), target) {
            root[at / 8] &= !bit;
        }
    }
    root
}

#[test]
fn pss_parameters_must_be_those_of_the_value() {
    let key = rsa("seal-rsa2048");
    let value = key.sign_xml(Scheme { hash: Hash::Sha256, padding: Padding::Pss }, MESSAGE);
    let of = |digest, mask, salt| {
        let algorithm = SignatureAlgorithm::RsaPss { digest, mask, salt };
        verify(algorithm, &public(&key), MESSAGE, &value, SignatureForm::Raw)
    };
    let (sha256, sha384) = (DigestAlgorithm::Sha256, DigestAlgorithm::Sha384);
    assert_eq!(of(sha256, sha256, 32), Ok(Verified::Exactly));
    for (digest, mask, salt) in [(sha256, sha256, 20), (sha256, sha384, 32), (sha384, sha256, 32), (sha256, sha256, 0)]
    {
        assert_eq!(of(digest, mask, salt), Err(SignatureFault::Mismatch), "{digest} {mask} {salt}");
    }
    let defaults = SignatureAlgorithm::from_identifier("1.2.840.113549.1.1.10", None);
    let sha1 = DigestAlgorithm::Sha1;
    assert_eq!(defaults, Some(SignatureAlgorithm::RsaPss { digest: sha1, mask: sha1, salt: 20 }));
    let trailer_two = [0x30, 0x05, 0xa3, 0x03, 0x02, 0x01, 0x02];
    assert_eq!(SignatureAlgorithm::from_identifier("1.2.840.113549.1.1.10", Some(&trailer_two)), None);
}

#[test]
fn explicit_and_unknown_curves_are_no_keys() {
    let good = Key::p256("crypto").public_info();
    assert!(PublicKey::from_spki(&good).is_some());
    let named = [0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07];
    let at = good.windows(named.len()).position(|window| window == named).unwrap();
    let mut unknown = good.clone();
    unknown[at + named.len() - 1] = 0x06;
    assert_eq!(PublicKey::from_spki(&unknown), None);
    let mut explicit = good.clone();
    explicit[at] = 0x30;
    assert_eq!(PublicKey::from_spki(&explicit), None);
    assert_eq!(PublicKey::from_spki(&[good.as_slice(), &[0]].concat()), None, "something follows");
    assert_eq!(PublicKey::from_spki(&[]), None);
}

#[test]
fn brainpool_keys_verify() {
    use bp256::BrainpoolP256r1;
    use ecdsa::signature::hazmat::PrehashSigner as _;
    let secret = ecdsa::SigningKey::<BrainpoolP256r1>::from_slice(&[0x17; 32]).unwrap();
    let point = secret.verifying_key().to_sec1_point(false);
    let algorithm = [0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01];
    let curve = [0x06, 0x09, 0x2b, 0x24, 0x03, 0x03, 0x02, 0x08, 0x01, 0x01, 0x07];
    let spki = forge::der::sequence(&[
        forge::der::sequence(&[algorithm.to_vec(), curve.to_vec()]),
        forge::der::tlv(0x03, &[&[0], point.as_bytes()].concat()),
    ]);
    let key = PublicKey::from_spki(&spki).unwrap();
    assert_eq!(key.name(), "brainpoolP256r1");
    let value: ecdsa::Signature<BrainpoolP256r1> =
        secret.sign_prehash(&DigestAlgorithm::Sha256.digest(MESSAGE)).unwrap();
    let algorithm = SignatureAlgorithm::Ecdsa { digest: DigestAlgorithm::Sha256 };
    let of = |message: &[u8]| verify(algorithm, &key, message, &value.to_bytes(), SignatureForm::Raw);
    assert_eq!(of(MESSAGE), Ok(Verified::Exactly));
    assert_eq!(of(b"other"), Err(SignatureFault::Mismatch));
}
