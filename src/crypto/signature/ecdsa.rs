//! ECDSA (FIPS 186-5): ring for the pairs of curve and digest it has, RustCrypto for the others.

use ecdsa::signature::hazmat::PrehashVerifier as _;
use ecdsa::{Signature, VerifyingKey};
use ring::signature::{
    ECDSA_P256_SHA256_FIXED, ECDSA_P256_SHA384_ASN1, ECDSA_P384_SHA256_ASN1, ECDSA_P384_SHA384_FIXED,
    VerificationAlgorithm,
};

use super::{DigestAlgorithm, KeyFamily, PublicKey, SignatureFault, SignatureForm, Verified};
use crate::crypto::der::{SEQUENCE, only, strict_positive};
use crate::crypto::key::{integer, tagged};

/// Checks an ECDSA value.
pub(super) fn verify(
    digest: DigestAlgorithm,
    key: &PublicKey,
    message: &[u8],
    value: &[u8],
    form: SignatureForm,
) -> Result<Verified, SignatureFault> {
    let field = usize::try_from(key.bits.div_ceil(8)).map_err(|_| SignatureFault::UnusableKey)?;
    let raw = match form {
        SignatureForm::Raw => raw_of_raw(value, field)?,
        SignatureForm::Der => raw_of_der(value, field).ok_or(SignatureFault::Malformed)?,
    };
    let right = match (key.family, digest) {
        (KeyFamily::P256, DigestAlgorithm::Sha256) => by_ring(&ECDSA_P256_SHA256_FIXED, key, message, &raw),
        (KeyFamily::P384, DigestAlgorithm::Sha384) => by_ring(&ECDSA_P384_SHA384_FIXED, key, message, &raw),
        (KeyFamily::P256, DigestAlgorithm::Sha384) => by_ring_der(&ECDSA_P256_SHA384_ASN1, key, message, &raw),
        (KeyFamily::P384, DigestAlgorithm::Sha256) => by_ring_der(&ECDSA_P384_SHA256_ASN1, key, message, &raw),
        (family, digest) => by_rust_crypto(family, key.octets(), &digest.digest(message), &raw),
    };
    if right? { Ok(Verified::Exactly) } else { Err(SignatureFault::Mismatch) }
}

/// XML signatures know only r and s side by side; DER is what a wrongly built signer writes.
fn raw_of_raw(value: &[u8], field: usize) -> Result<Vec<u8>, SignatureFault> {
    if Some(value.len()) == field.checked_mul(2) {
        return Ok(value.to_vec());
    }
    let der = raw_of_der(value, field);
    Err(if der.is_some() { SignatureFault::DerInsteadOfRaw } else { SignatureFault::Malformed })
}

fn raw_of_der(value: &[u8], field: usize) -> Option<Vec<u8>> {
    let mut numbers = only(SEQUENCE, value)?;
    let mut raw = Vec::with_capacity(field.checked_mul(2)?);
    for _ in 0..2 {
        let number = strict_positive(&mut numbers)?;
        let padding = field.checked_sub(number.len())?;
        raw.resize(raw.len().checked_add(padding)?, 0);
        raw.extend_from_slice(number);
    }
    numbers.is_empty().then_some(raw)
}

fn der_of_raw(raw: &[u8]) -> Option<Vec<u8>> {
    let (r, s) = raw.split_at_checked(raw.len() / 2)?;
    let mut content = integer(r)?;
    content.extend(integer(s)?);
    tagged(SEQUENCE, &content)
}

fn by_ring(
    algorithm: &dyn VerificationAlgorithm,
    key: &PublicKey,
    message: &[u8],
    value: &[u8],
) -> Result<bool, SignatureFault> {
    Ok(algorithm.verify(key.octets().into(), message.into(), value.into()).is_ok())
}

fn by_ring_der(
    algorithm: &dyn VerificationAlgorithm,
    key: &PublicKey,
    message: &[u8],
    raw: &[u8],
) -> Result<bool, SignatureFault> {
    let der = der_of_raw(raw).ok_or(SignatureFault::Malformed)?;
    by_ring(algorithm, key, message, &der)
}

/// Key from its point, value from r and s, digest already made.
fn by_rust_crypto(family: KeyFamily, point: &[u8], digest: &[u8], raw: &[u8]) -> Result<bool, SignatureFault> {
    /// The same few lines for each curve: their types share no trait that is shorter to write than this.
    macro_rules! on {
        ($curve:ty) => {{
            let key = VerifyingKey::<$curve>::from_sec1_bytes(point).map_err(|_| SignatureFault::UnusableKey)?;
            let value = Signature::<$curve>::from_slice(raw).map_err(|_| SignatureFault::Mismatch)?;
            Ok(key.verify_prehash(digest, &value).is_ok())
        }};
    }
    match family {
        KeyFamily::P256 => on!(p256::NistP256),
        KeyFamily::P384 => on!(p384::NistP384),
        KeyFamily::P521 => on!(p521::NistP521),
        KeyFamily::BrainpoolP256 => on!(bp256::BrainpoolP256r1),
        KeyFamily::BrainpoolP384 => on!(bp384::BrainpoolP384r1),
        KeyFamily::Rsa | KeyFamily::RsaPss | KeyFamily::Ed25519 => Err(SignatureFault::KeyMismatch),
    }
}
