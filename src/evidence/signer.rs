//! Whose signature it is, and whether the value is right.

use super::pool::Pool;
use super::{Agreement, SignerFacts, ValueFacts};
use crate::crypto::{DigestAlgorithm, Sha256, SignatureAlgorithm, SignatureFault, SignatureForm, Verified, verify};
use crate::pki::Certificate;
use crate::xades::{CertificateReference, IssuerSerial, Signature, dsig};

/// The certificate that the signed properties name by digest (EN 319 102-1, 5.2.3). The first reference is the
/// signer's; others only name the path.
pub(super) fn find_signer(signature: &Signature<'_, '_>, pool: &Pool) -> (SignerFacts, Option<Certificate>) {
    let Some(reference) = signature.signed.signing_certificates.first() else {
        return (SignerFacts::NotNamed, None);
    };
    let found = pool.certificates.iter().find(|certificate| names(reference, certificate));
    let Some(certificate) = found else { return (SignerFacts::NotFound, None) };
    let issuer_serial = issuer_serial(reference, certificate);
    (SignerFacts::Found { certificate: certificate.sha256, issuer_serial }, Some(certificate.clone()))
}

fn names(reference: &CertificateReference, certificate: &Certificate) -> bool {
    DigestAlgorithm::from_uri(&reference.digest_method)
        .is_some_and(|algorithm| algorithm.digest(&certificate.der) == reference.digest_value)
}

fn issuer_serial(reference: &CertificateReference, certificate: &Certificate) -> Agreement {
    let agrees = match &reference.issuer_serial {
        None => return Agreement::NotStated,
        Some(IssuerSerial::Text { issuer, serial }) => {
            certificate.issuer.matches_text(issuer) && certificate.serial_is_decimal(serial)
        }
        Some(IssuerSerial::Der(der)) => certificate.is_issuer_serial(der),
    };
    if agrees { Agreement::Agrees } else { Agreement::Differs }
}

/// The algorithm SignatureMethod names, with explicit PSS parameters where there are any.
pub(super) fn method(signature: &Signature<'_, '_>) -> Option<SignatureAlgorithm> {
    dsig::signature_algorithm(&signature.signed_info)
}

/// Whether the signing certificate's key made SignatureValue over the canonical SignedInfo (EN 319 102-1, 5.2.7), and the
/// digest of that, where its canonicalisation is permitted.
pub(super) fn signature_value(
    signature: &Signature<'_, '_>,
    certificate: Option<&Certificate>,
) -> (ValueFacts, Option<Sha256>) {
    match dsig::canonical_signed_info(&signature.signed_info) {
        Some(octets) => (value_over(&octets, signature, certificate), Some(Sha256::of(&octets))),
        None => (ValueFacts::CanonicalizationNotPermitted, None),
    }
}

fn value_over(octets: &[u8], signature: &Signature<'_, '_>, certificate: Option<&Certificate>) -> ValueFacts {
    let Some(algorithm) = method(signature) else { return ValueFacts::MethodUnsupported };
    let Some(certificate) = certificate else { return ValueFacts::NoKey };
    let Some(key) = &certificate.key else {
        return ValueFacts::Wrong { reason: SignatureFault::Unsupported };
    };
    value_facts(verify(algorithm, key, octets, &signature.value, SignatureForm::Raw))
}

/// The outcome of a signature check as a fact.
pub(super) fn value_facts(outcome: Result<Verified, SignatureFault>) -> ValueFacts {
    match outcome {
        Ok(Verified::Exactly) => ValueFacts::Right,
        Ok(Verified::WithoutNullParameter) => ValueFacts::RightWithoutNull,
        Err(reason) => ValueFacts::Wrong { reason },
    }
}
