//! Certificates, answers and tokens.

use edoc::limits;
use edoc::pki::Certificate;
use edoc::pki::crl::Crl;
use edoc::pki::ocsp::OcspResponse;
use edoc::pki::timestamp::TimestampToken;
use edoc::xades::dsig::key_info_certificates;
use edoc::xml::parse;

use crate::forge::ocsp::Response;
use crate::forge::pki::Pki;
use crate::forge::samples::responder;
use crate::forge::time::Instant;

const AT: &str = "2025-07-03T05:00:00Z";

/// The fault of octets that are nothing, at this size.
fn faults(size: usize) -> [String; 3] {
    let octets = vec![0; size];
    [
        Certificate::parse(&octets).unwrap_err().to_string(),
        OcspResponse::parse(&octets).unwrap_err().to_string(),
        Crl::parse(&octets).unwrap_err().to_string(),
    ]
}

#[test]
fn bytes_of_an_object_are_limited() {
    assert!(faults(limits::DER_BYTES).iter().all(|fault| !fault.contains("too large")));
    let beyond = faults(limits::DER_BYTES + 1);
    assert!(beyond.iter().all(|fault| fault.contains("too large")), "{beyond:?}");
}

#[test]
fn bytes_of_a_token_are_limited() {
    let fault = |size: usize| TimestampToken::parse(&vec![0; size]).unwrap_err().to_string();
    assert!(!fault(limits::TIMESTAMP_BYTES).contains("too large"));
    assert!(fault(limits::TIMESTAMP_BYTES + 1).contains("too large"));
}

#[test]
fn answers_of_one_response_are_limited() {
    let pki = Pki::shared();
    let signer = responder(&pki.seal_authority, "PARAUGS eZīmogi ICA OCSP", AT);
    let mut response = Response::good(&pki.seal_2025, &pki.seal_authority, &signer, Instant::of(AT));
    let one = response.answers[0].clone();
    let mut read = |count: usize| {
        response.answers = vec![one.clone(); count];
        OcspResponse::parse(&response.der()).map(|found| found.responses.len()).map_err(|fault| fault.to_string())
    };
    assert_eq!(read(limits::OCSP_RESPONSES).unwrap(), limits::OCSP_RESPONSES);
    assert!(read(limits::OCSP_RESPONSES + 1).unwrap_err().contains("too many answers"));
    // A million would need more than an object may have.
    assert!(read(120_000).unwrap_err().contains("too"));
}

#[test]
fn certificates_of_a_key_are_limited() {
    let read = |count: usize| {
        let one = "<ds:X509Certificate>AA==</ds:X509Certificate>";
        let xml = format!(
            "<ds:Signature xmlns:ds='http://www.w3.org/2000/09/xmldsig#'><ds:KeyInfo><ds:X509Data>{}</ds:X509Data></ds:KeyInfo></ds:Signature>",
            one.repeat(count)
        );
        let document = parse(&xml).unwrap();
        key_info_certificates(document.root_element()).len()
    };
    assert_eq!(read(limits::CERTIFICATES), limits::CERTIFICATES);
    assert_eq!(read(limits::CERTIFICATES + 1), limits::CERTIFICATES);
}
