//! Signature values and what is signed with them (N58, N59, N69 to N74 of the reference).

use std::rc::Rc;

use edoc::validation::{Cause, CheckId, Doubt, Failure, Outcome};

use super::judging::*;
use crate::forge::keys::{Hash, Padding, Scheme};
use crate::forge::pki::Pki;
use crate::forge::samples::sealed;
use crate::forge::xades::{Dialect, Signing};

const BOTH: [Dialect; 2] = [Dialect::Lvrtc, Dialect::Dss];

fn replacing(from: &'static str, to: &'static str) -> impl Fn(&mut Signing) {
    move |signing| {
        signing.on_xml = Some(Rc::new(move |xml| {
            assert!(xml.contains(from), "{from} is not there to be replaced");
            *xml = xml.replacen(from, to, 1);
        }));
    }
}

#[test]
fn a_flipped_bit_in_the_value_is_found() {
    for dialect in BOTH {
        let forged = changed(dialect, |signing| signing.on_value = Some(Rc::new(|value| value[7] ^= 0x20)));
        let report = expect(&container(&forged), failed(Failure::SigCryptoFailure));
        assert!(matches!(cause(&report), Cause::SignatureValueWrong { .. }));
        assert_ne!(report.facts.vouched_for.outcome, Outcome::Passed, "a stranger's bytes borrow no voucher");
    }
}

#[test]
fn a_truncated_value_and_a_value_in_der_are_refused() {
    for dialect in BOTH {
        let truncated = changed(dialect, |signing| signing.on_value = Some(Rc::new(|value| value.truncate(40))));
        expect(&container(&truncated), failed(Failure::SigCryptoFailure));
        let der = changed(dialect, |signing| {
            signing.on_value = Some(Rc::new(|value| {
                let integer = |part: &[u8]| [&[0x02, 0x21, 0x00], part].concat();
                let both = [integer(&value[..32]), integer(&value[32..])].concat();
                *value = [&[0x30, both.len() as u8], both.as_slice()].concat();
            }));
        });
        expect(&container(&der), failed(Failure::SigCryptoFailure));
    }
}

#[test]
fn a_value_that_is_no_base64_breaks_the_format() {
    for dialect in BOTH {
        let forged = changed(dialect, |signing| {
            signing.on_xml = Some(Rc::new(|xml| {
                let start = xml.find("<ds:SignatureValue").unwrap();
                let text = start + xml[start..].find('>').unwrap() + 1;
                xml.replace_range(text..=text, "!");
            }));
        });
        expect(&container(&forged), failed(Failure::FormatFailure));
    }
}

#[test]
fn another_canonicalisation_than_the_signed_one_is_found() {
    let forged = changed(
        Dialect::Lvrtc,
        replacing("http://www.w3.org/2006/12/xml-c14n11", "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"),
    );
    expect(&container(&forged), failed(Failure::SigCryptoFailure));
}

#[test]
fn an_unknown_canonicalisation_breaks_the_format() {
    let forged = changed(Dialect::Lvrtc, replacing("http://www.w3.org/2006/12/xml-c14n11", "urn:paraugs:c14n"));
    let report = expect(&container(&forged), failed(Failure::FormatFailure));
    assert!(matches!(cause(&report), Cause::CanonicalizationNotPermitted { .. }));
}

#[test]
fn edited_signed_properties_are_found() {
    for dialect in BOTH {
        let forged = changed(dialect, replacing("2025-07-03T05:00:00Z", "2024-07-03T05:00:00Z"));
        let report = expect(&container(&forged), failed(Failure::HashFailure));
        assert_eq!(cause(&report), &Cause::SignedPropertiesChanged);
    }
}

#[test]
fn hmac_and_unknown_methods_are_refused_by_name() {
    for uri in ["http://www.w3.org/2001/04/xmldsig-more#hmac-sha256", "http://www.w3.org/2000/09/xmldsig#hmac-sha1"] {
        let forged = changed(Dialect::Dss, |signing| {
            signing.on_xml = Some(Rc::new(move |xml| {
                *xml = xml.replacen("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256", uri, 1);
            }));
        });
        let report = expect(&container(&forged), failed(Failure::SigCryptoFailure));
        assert_eq!(cause(&report), &Cause::SignatureMethodUnsupported { algorithm: uri.to_owned() });
    }
}

#[test]
fn a_method_of_another_family_than_the_key_is_refused() {
    let forged = changed(
        Dialect::Dss,
        replacing(
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
        ),
    );
    expect(&container(&forged), failed(Failure::SigCryptoFailure));
}

#[test]
fn digest_info_without_null_is_accepted_and_said() {
    let pki = Pki::shared();
    let mut signing = sealed(Dialect::Lvrtc, &pki.seal_2023, &pki.unit_2023, "2024-07-11T05:00:00Z");
    let twin = judge(&container(&signing));
    assert_eq!(check(&twin, CheckId::SignatureValue).cause, None);
    signing.scheme = Scheme { hash: Hash::Sha256, padding: Padding::Pkcs1WithoutNull };
    let report = judge(&container(&signing));
    assert_eq!(only(&report).indication, INTACT);
    assert_eq!(check(&report, CheckId::SignatureValue).outcome, Outcome::Passed);
    assert_eq!(check(&report, CheckId::SignatureValue).cause, Some(Cause::SignatureValueWithoutNull));
}

#[test]
fn sha_1_is_read_and_never_enough() {
    let forged = changed(Dialect::Dss, |signing| signing.scheme.hash = Hash::Sha1);
    let report = expect(&container(&forged), doubt(Doubt::CryptoConstraintsFailureNoPoe));
    assert_eq!(report.facts.unchanged.outcome, Outcome::Passed);
    let forged = changed(Dialect::Lvrtc, |signing| signing.digest = Hash::Sha1);
    expect(&container(&forged), doubt(Doubt::CryptoConstraintsFailureNoPoe));
}

/// Every bit of the data, of SignedInfo's and SignedProperties' digests: one flipped byte is never intact.
#[test]
fn every_flipped_byte_of_the_signature_file_is_harmless_or_found() {
    let signing = honest(Dialect::Lvrtc);
    let honest_xml = signing.sign(&documents()).xml;
    let signed_from = honest_xml.find("<ds:SignedInfo").unwrap();
    let signed_to = honest_xml.find("</ds:SignatureValue>").unwrap();
    let twin = judge(&container(&signing));
    assert_eq!(only(&twin).indication, INTACT);
    for position in (signed_from..signed_to).step_by(7) {
        let forged = changed(Dialect::Lvrtc, |signing| {
            signing.on_xml = Some(Rc::new(move |xml| {
                let mut bytes = std::mem::take(xml).into_bytes();
                bytes[position] ^= 0x01;
                *xml = String::from_utf8_lossy(&bytes).into_owned();
            }));
        });
        let report = judge(&container(&forged));
        let intact = report.signatures.iter().any(|signature| signature.indication == INTACT);
        let byte = honest_xml.as_bytes()[position];
        // White space in base64 and between elements of SignatureValue is not signed; there is none in SignedInfo.
        assert!(!intact, "position {position} ({:?}) in {:?}", byte as char, &honest_xml[position - 20..position]);
    }
}
