//! RSA signatures (RFC 8017, 8.1 and 8.2). The expected block is constructed and compared whole; nothing is parsed out of
//! a decrypted value.

use ring::signature::{self as ring_rsa, RsaParameters, RsaPublicKeyComponents};
use rsa::BoxedUint;
use rsa::hazmat::rsa_encrypt;

use super::{DigestAlgorithm, PublicKey, SignatureFault, Verified};
use crate::crypto::key::{RsaNumbers, tagged};

/// Modulus bits below which a key proves nothing, whatever the policy.
const LEAST_BITS: u32 = 1024;
/// Modulus bits above which a key only costs time.
const MOST_BITS: u32 = 16_384;
/// Octets of the exponent; real ones have three.
const MOST_EXPONENT_OCTETS: usize = 8;

/// Parameters of one PSS signature.
#[derive(Clone, Copy)]
pub(super) struct Pss {
    pub(super) digest: DigestAlgorithm,
    pub(super) mask: DigestAlgorithm,
    pub(super) salt: u32,
}

/// RSASSA-PKCS1-v1_5, with the NULL parameter of DigestInfo or, as old Latvian signatures have it, without.
pub(super) fn verify_pkcs1(
    digest: DigestAlgorithm,
    key: &PublicKey,
    message: &[u8],
    value: &[u8],
) -> Result<Verified, SignatureFault> {
    let numbers = usable(key)?;
    if value.len() != numbers.modulus.len() {
        return Err(SignatureFault::Malformed);
    }
    if let Some(parameters) = ring_pkcs1(digest, key.bits) {
        let components = RsaPublicKeyComponents { n: numbers.modulus, e: numbers.exponent };
        if components.verify(parameters, message, value).is_ok() {
            return Ok(Verified::Exactly);
        }
    }
    let block = public_operation(&numbers, value)?;
    let digest_value = digest.digest(message);
    let with_null = expected_block(digest, &digest_value, &[0x05, 0x00], block.len());
    let without_null = expected_block(digest, &digest_value, &[], block.len());
    if with_null.is_some_and(|expected| expected == block) {
        Ok(Verified::Exactly)
    } else if without_null.is_some_and(|expected| expected == block) {
        Ok(Verified::WithoutNullParameter)
    } else {
        Err(SignatureFault::Mismatch)
    }
}

/// RSASSA-PSS.
pub(super) fn verify_pss(pss: Pss, key: &PublicKey, message: &[u8], value: &[u8]) -> Result<Verified, SignatureFault> {
    let numbers = usable(key)?;
    if value.len() != numbers.modulus.len() {
        return Err(SignatureFault::Malformed);
    }
    if let Some(parameters) = ring_pss(pss, key.bits) {
        let components = RsaPublicKeyComponents { n: numbers.modulus, e: numbers.exponent };
        return match components.verify(parameters, message, value) {
            Ok(()) => Ok(Verified::Exactly),
            Err(_) => Err(SignatureFault::Mismatch),
        };
    }
    let block = public_operation(&numbers, value)?;
    if pss_block_is_right(pss, message, &block, key.bits) {
        Ok(Verified::Exactly)
    } else {
        Err(SignatureFault::Mismatch)
    }
}

fn usable(key: &PublicKey) -> Result<RsaNumbers<'_>, SignatureFault> {
    let numbers = key.rsa_numbers().ok_or(SignatureFault::UnusableKey)?;
    let odd = |number: &[u8]| number.last().is_some_and(|last| last & 1 == 1);
    let exponent = matches!(numbers.exponent, [1] | []) || numbers.exponent.len() > MOST_EXPONENT_OCTETS;
    let size = (LEAST_BITS..=MOST_BITS).contains(&key.bits);
    if size && odd(numbers.modulus) && odd(numbers.exponent) && !exponent {
        Ok(numbers)
    } else {
        Err(SignatureFault::UnusableKey)
    }
}

fn ring_pkcs1(digest: DigestAlgorithm, bits: u32) -> Option<&'static RsaParameters> {
    let parameters = match digest {
        DigestAlgorithm::Sha1 => &ring_rsa::RSA_PKCS1_1024_8192_SHA1_FOR_LEGACY_USE_ONLY,
        DigestAlgorithm::Sha256 => &ring_rsa::RSA_PKCS1_1024_8192_SHA256_FOR_LEGACY_USE_ONLY,
        DigestAlgorithm::Sha384 => &ring_rsa::RSA_PKCS1_2048_8192_SHA384,
        DigestAlgorithm::Sha512 => &ring_rsa::RSA_PKCS1_1024_8192_SHA512_FOR_LEGACY_USE_ONLY,
        _ => return None,
    };
    (bits <= 8192).then_some(parameters)
}

fn ring_pss(pss: Pss, bits: u32) -> Option<&'static RsaParameters> {
    let parameters = match (pss.digest, pss.salt) {
        (DigestAlgorithm::Sha256, 32) => &ring_rsa::RSA_PSS_2048_8192_SHA256,
        (DigestAlgorithm::Sha384, 48) => &ring_rsa::RSA_PSS_2048_8192_SHA384,
        (DigestAlgorithm::Sha512, 64) => &ring_rsa::RSA_PSS_2048_8192_SHA512,
        _ => return None,
    };
    (pss.mask == pss.digest && (2048..=8192).contains(&bits)).then_some(parameters)
}

/// The value raised to the public exponent, as long as the modulus.
fn public_operation(numbers: &RsaNumbers<'_>, value: &[u8]) -> Result<Vec<u8>, SignatureFault> {
    let modulus = BoxedUint::from_be_slice_vartime(numbers.modulus);
    let exponent = BoxedUint::from_be_slice_vartime(numbers.exponent);
    let precision = modulus.bits_precision();
    let key = rsa::PublicKey::new_with_size_limits(modulus, exponent, 1024..=16_384);
    let key = key.map_err(|_| SignatureFault::UnusableKey)?;
    let number = BoxedUint::from_be_slice(value, precision).map_err(|_| SignatureFault::Malformed)?;
    // RFC 8017, 5.2.2: a representative out of range is no signature.
    if value >= numbers.modulus {
        return Err(SignatureFault::Mismatch);
    }
    let octets = rsa_encrypt(&key, &number).map_err(|_| SignatureFault::Mismatch)?.to_be_bytes();
    let start = octets.len().checked_sub(numbers.modulus.len()).ok_or(SignatureFault::Mismatch)?;
    octets.get(start..).map(<[u8]>::to_vec).ok_or(SignatureFault::Mismatch)
}

/// EMSA-PKCS1-v1_5 (RFC 8017, 9.2) with the given DER of the digest's parameters.
fn expected_block(digest: DigestAlgorithm, value: &[u8], parameters: &[u8], length: usize) -> Option<Vec<u8>> {
    let mut algorithm = super::names::digest_identifier(digest)?.to_vec();
    algorithm.extend_from_slice(parameters);
    let mut info = tagged(0x30, &algorithm)?;
    info.extend(tagged(0x04, value)?);
    let info = tagged(0x30, &info)?;
    let padding = length.checked_sub(info.len().checked_add(3)?)?;
    if padding < 8 {
        return None;
    }
    let mut block = vec![0x00, 0x01];
    block.resize(padding.checked_add(2)?, 0xff);
    block.push(0x00);
    block.extend(info);
    Some(block)
}

/// EMSA-PSS-VERIFY (RFC 8017, 9.1.2), trailer field 0xbc.
fn pss_block_is_right(pss: Pss, message: &[u8], block: &[u8], bits: u32) -> bool {
    pss_salt_and_hash(pss, block, bits).is_some_and(|(salt, hash)| {
        let mut octets = vec![0; 8];
        octets.extend(pss.digest.digest(message));
        octets.extend(salt);
        pss.digest.digest(&octets) == hash
    })
}

fn pss_salt_and_hash(pss: Pss, block: &[u8], bits: u32) -> Option<(Vec<u8>, &[u8])> {
    let block_bits = bits.checked_sub(1)?;
    let length = usize::try_from(block_bits.div_ceil(8)).ok()?;
    let (surplus, block) = block.split_at_checked(block.len().checked_sub(length)?)?;
    let (&trailer, block) = block.split_last()?;
    let hash_length = pss.digest.digest(&[]).len();
    let (masked, hash) = block.split_at_checked(block.len().checked_sub(hash_length)?)?;
    let unused = u32::try_from(length).ok()?.checked_mul(8)?.checked_sub(block_bits)?;
    let high = 0xff_u8.checked_shr(unused).unwrap_or(0);
    let first = masked.first()?;
    if trailer != 0xbc || surplus.iter().any(|octet| *octet != 0) || first & !high != 0 {
        return None;
    }
    let mut data: Vec<u8> = masked.iter().zip(mask(pss.mask, hash, masked.len())).map(|(a, b)| a ^ b).collect();
    *data.first_mut()? &= high;
    let salt_length = usize::try_from(pss.salt).ok()?;
    let (padding, salt) = data.split_at_checked(data.len().checked_sub(salt_length)?)?;
    let (&one, zeros) = padding.split_last()?;
    (one == 1 && zeros.iter().all(|octet| *octet == 0)).then(|| (salt.to_vec(), hash))
}

/// MGF1 (RFC 8017, B.2.1).
fn mask(digest: DigestAlgorithm, seed: &[u8], length: usize) -> Vec<u8> {
    let mut octets = Vec::with_capacity(length);
    for counter in 0_u32.. {
        if octets.len() >= length {
            break;
        }
        let mut input = seed.to_vec();
        input.extend(counter.to_be_bytes());
        octets.extend(digest.digest(&input));
    }
    octets.truncate(length);
    octets
}
