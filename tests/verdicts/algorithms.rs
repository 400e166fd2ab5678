//! Algorithms that have ended, and values that are none (N69, N71, N75 to N82 of the reference).

use std::rc::Rc;

use edoc::crypto::SignatureFault;
use edoc::trust::TrustStore;
use edoc::validation::Outcome::{Failed, Passed, Unknown};
use edoc::validation::{Cause, Doubt, Failure, Indication, Outcome, Use};

use super::hierarchy::*;
use super::judging::*;
use crate::forge::keys::{Hash, Key, Scheme};
use crate::forge::pki::Pki;
use crate::forge::samples::{responder, sealed};
use crate::forge::time::Instant;
use crate::forge::trust_list::Service;
use crate::forge::x509::{Entity, Template};
use crate::forge::xades::{Dialect, Signing};
use crate::forge::xml::Node;

const BOTH: [Dialect; 2] = [Dialect::Lvrtc, Dialect::Dss];
const ENDED: Doubt = Doubt::CryptoConstraintsFailureNoPoe;

fn with_value(dialect: Dialect, change: impl Fn(&mut Vec<u8>) + 'static) -> Signing {
    let change = Rc::new(change);
    changed(dialect, |signing| {
        let change = Rc::clone(&change);
        signing.on_value = Some(Rc::new(move |value| change(value)));
    })
}

/// The order of P-256, big-endian.
const ORDER: [u8; 32] = [
    0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xBC, 0xE6, 0xFA, 0xAD, 0xA7,
    0x17, 0x9E, 0x84, 0xF3, 0xB9, 0xCA, 0xC2, 0xFC, 0x63, 0x25, 0x51,
];

#[test]
fn n69_n71_values_that_no_key_makes_fail() {
    for dialect in BOTH {
        let forgeries = [
            with_value(dialect, |value| value[63] ^= 1),
            with_value(dialect, |value| value.truncate(63)),
            with_value(dialect, |value| value.push(0)),
            with_value(dialect, |value| value.insert(0, 0)),
            with_value(dialect, |value| value.fill(0)),
            with_value(dialect, |value| value[..32].fill(0)),
            with_value(dialect, |value| value[32..].fill(0)),
            with_value(dialect, |value| value[32..].copy_from_slice(&ORDER)),
            with_value(dialect, |value| value[..32].copy_from_slice(&ORDER)),
        ];
        for forged in forgeries {
            let facts = [Failed, Unknown, Unknown];
            let report = beside(&honest(dialect), &forged, failed(Failure::SigCryptoFailure), facts);
            assert!(matches!(cause(&report), Cause::SignatureValueWrong { .. }));
        }
        // No value at all is no signature.
        let report = judge(&container(&with_value(dialect, Vec::clear)));
        assert!(matches!(report.authenticity, edoc::report::Authenticity::Refuted(_)), "{:?}", report.cause);
    }
}

/// The method of another digest than the one that was signed with.
pub fn other_method(dialect: Dialect, uri: &'static str) -> Signing {
    changed(dialect, |signing| {
        signing.on_signed_info = Some(Rc::new(move |info| {
            for method in info.descendants_mut("ds:SignatureMethod") {
                uri.clone_into(&mut method.attributes[0].1);
            }
        }));
    })
}

#[test]
fn n70_n72_methods_that_do_not_fit_or_are_never_accepted_fail() {
    for dialect in BOTH {
        for uri in [
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384",
            "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256",
            "http://www.w3.org/2000/09/xmldsig#dsa-sha1",
            "urn:paraugs:method",
        ] {
            let facts = [Failed, Unknown, Unknown];
            beside(&honest(dialect), &other_method(dialect, uri), failed(Failure::SigCryptoFailure), facts);
        }
    }
}

/// The first reference with another digest method, or value.
pub fn other_digest(dialect: Dialect, method: Option<&'static str>, octets: usize) -> Signing {
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD;
    changed(dialect, |signing| {
        signing.on_signed_info = Some(Rc::new(move |info| {
            let reference = info.descendants_mut("ds:Reference").into_iter().next().unwrap();
            for element in reference.descendants_mut("ds:DigestMethod") {
                method.into_iter().for_each(|method| method.clone_into(&mut element.attributes[0].1));
            }
            for element in reference.descendants_mut("ds:DigestValue") {
                let Node::Text(text) = &mut element.children[0] else { panic!("a digest is text") };
                let mut digest = STANDARD.decode(&*text).unwrap();
                digest.resize(octets, 0);
                *text = STANDARD.encode(digest);
            }
        }));
    })
}

#[test]
fn n79_a_digest_that_is_never_computed_is_a_doubt() {
    for dialect in BOTH {
        let uri = "urn:paraugs:digest";
        let report = beside(
            &honest(dialect),
            &other_digest(dialect, Some(uri), 32),
            doubt(Doubt::SignedDataNotFound),
            [Unknown; 3],
        );
        assert!(matches!(cause(&report), Cause::DigestUnsupported { algorithm, .. } if algorithm == uri));
        let (digest, method) =
            ("http://www.w3.org/2001/04/xmldsig-more#md5", "http://www.w3.org/2001/04/xmldsig-more#rsa-md5");
        for forged in [other_digest(dialect, Some(digest), 16), other_method(dialect, method)] {
            let report = beside(&honest(dialect), &forged, doubt(Doubt::CryptoConstraintsFailureNoPoe), [Unknown; 3]);
            assert!(matches!(cause(&report), Cause::AlgorithmEnded { used_for: Use::Signature, .. }));
        }
        // What is broken beside it stays broken.
        let mut forged = other_digest(dialect, Some("http://www.w3.org/2001/04/xmldsig-more#md5"), 16);
        forged.on_value = Some(Rc::new(|value| value[7] ^= 1));
        assert_eq!(only(&judge(&container(&forged))).indication, Indication::TotalFailed(Failure::SigCryptoFailure));
    }
}

#[test]
fn n82_a_digest_of_another_length_is_a_wrong_one() {
    for dialect in BOTH {
        for octets in [0, 1, 20, 31, 33, 64] {
            let report = judge(&container(&other_digest(dialect, None, octets)));
            let facts = [Failed, Unknown, Unknown];
            if octets > 0 {
                let forged = other_digest(dialect, None, octets);
                beside(&honest(dialect), &forged, failed(Failure::HashFailure), facts);
            }
            assert!(matches!(report.authenticity, edoc::report::Authenticity::Refuted(_)), "{octets}");
        }
    }
}

/// A certificate or an answer signed with SHA-1.
pub fn sha_1_above(dialect: Dialect) -> [Signing; 2] {
    let certificate = seal(dialect, |template| template.scheme = Some(Scheme::rsa(Hash::Sha1)));
    let answer = changed(dialect, |signing| {
        signing.on_response = Some(Rc::new(|response| response.scheme = Some(Scheme::ecdsa(Hash::Sha1))));
    });
    [certificate, answer]
}

#[test]
fn n76_sha_1_in_certificate_answer_value_or_reference_is_a_doubt() {
    for dialect in BOTH {
        for (forged, used) in sha_1_above(dialect).into_iter().zip([Use::Certificate, Use::Revocation]) {
            let report = beside(&seal(dialect, |_| ()), &forged, doubt(ENDED), [Passed; 3]);
            assert!(matches!(cause(&report), Cause::AlgorithmEnded { used_for, .. } if *used_for == used));
        }
        let value = changed(dialect, |signing| signing.scheme = Scheme::ecdsa(Hash::Sha1));
        let reference = changed(dialect, |signing| signing.digest = Hash::Sha1);
        let named = changed(dialect, |signing| signing.certificate_digest = Hash::Sha1);
        for forged in [value, reference, named] {
            let report = beside(&honest(dialect), &forged, doubt(ENDED), [Passed; 3]);
            assert!(matches!(cause(&report), Cause::AlgorithmEnded { used_for: Use::Signature, .. }));
        }
        // What is broken beside it stays broken.
        let mut forged = other_digest(dialect, Some("http://www.w3.org/2001/04/xmldsig-more#md5"), 16);
        forged.on_value = Some(Rc::new(|value| value[7] ^= 1));
        assert_eq!(only(&judge(&container(&forged))).indication, Indication::TotalFailed(Failure::SigCryptoFailure));
    }
}

/// A token with a SHA-1 imprint, or signed with SHA-1, is no proof.
#[test]
fn n76_sha_1_in_a_time_stamp_takes_its_worth() {
    for dialect in BOTH {
        let stamped_with = |hash: Hash| {
            changed(dialect, |signing| signing.on_token = Some(Rc::new(move |token| token.imprint_by(hash))))
        };
        beside(&honest(dialect), &stamped_with(Hash::Sha512), INTACT, [Passed; 3]);
        let imprint = stamped_with(Hash::Sha1);
        let signed = changed(dialect, |signing| {
            signing.on_token = Some(Rc::new(|token| token.scheme = Scheme::ecdsa(Hash::Sha1)));
        });
        for forged in [imprint, signed] {
            let facts = [Passed, Unknown, Passed];
            let report = beside(&honest(dialect), &forged, doubt(Doubt::TryLater), facts);
            assert_eq!(only(&report).timestamp_time(), None);
        }
    }
}

/// The old days: a seal and a time-stamping unit in force from 2010 to 2022, with a list that named them then.
pub struct OldDays {
    pub trust: TrustStore,
    unit: Entity,
}

impl OldDays {
    pub fn new() -> Self {
        let pki = Pki::shared();
        let unit = super::times::unit(lasting);
        let since = "2005-01-01T00:00:00Z";
        let authority = Service::new("CA/QC", "PARAUGS eZīmogi ICA", &pki.seal_authority, "granted", since);
        let stamps = Service::new("TSA/QTST", "PARAUGS TSA F", &unit, "granted", since);
        Self { trust: listing([authority, stamps]), unit }
    }

    /// Sealed at this time, in the seal authority's name, with this key.
    pub fn sealed(&self, dialect: Dialect, key: &Key, at: &str) -> Signing {
        let pki = Pki::shared();
        let mut signing = seal(dialect, |template| {
            lasting(template);
            template.key = key.clone();
        });
        let chain = [pki.seal_authority.clone(), pki.root.clone()];
        let answering = responder(&pki.seal_authority, "PARAUGS eZīmogi ICA OCSP", at);
        signing = Signing::new(dialect, &signing.signer, &chain, &answering, &self.unit, at);
        signing
    }
}

fn lasting(template: &mut Template) {
    template.not_before = Instant::of("2010-01-01T00:00:00Z");
    template.not_after = Instant::of("2022-01-01T00:00:00Z");
}

#[test]
fn n77_sha_1_is_accepted_where_it_is_proven_to_be_from_its_days() {
    let days = OldDays::new();
    let key = Key::p256("old seal");
    for dialect in BOTH {
        let at = |time| {
            let mut signing = days.sealed(dialect, &key, time);
            (signing.scheme, signing.digest) = (Scheme::ecdsa(Hash::Sha1), Hash::Sha1);
            signing
        };
        let (twin, forged) = (at("2012-07-31T20:00:00Z"), at("2012-08-01T00:00:00Z"));
        let report = beside_under(&days.trust, &twin, &forged, doubt(ENDED), [Passed; 3]);
        assert!(matches!(cause(&report), Cause::AlgorithmEnded { used_for: Use::Signature, .. }));
        let chain = days.sealed(dialect, &key, "2011-07-01T00:00:00Z");
        let mut weak = chain.clone();
        weak.signer = seal(dialect, |template| {
            lasting(template);
            (template.key, template.scheme) = (key.clone(), Some(Scheme::rsa(Hash::Sha1)));
        })
        .signer;
        let report = beside_under(&days.trust, &chain, &weak, doubt(ENDED), [Passed; 3]);
        assert!(matches!(cause(&report), Cause::AlgorithmEnded { used_for: Use::Certificate, .. }), "judged for now");
    }
}

/// A seal certificate signed with SHA-1, stamped at this time, and archived half a minute later.
pub fn archived_in_its_days(days: &OldDays, dialect: Dialect, at: &str) -> Signing {
    let key = Key::p256("old seal");
    let mut signing = days.sealed(dialect, &key, at);
    signing.signer = seal(dialect, |template| {
        lasting(template);
        (template.key, template.scheme) = (key, Some(Scheme::rsa(Hash::Sha1)));
    })
    .signer;
    signing.level = crate::forge::xades::Level::Lta;
    signing
}

#[test]
fn n77_an_archive_stamp_of_its_days_proves_a_sha_1_certificate() {
    let days = OldDays::new();
    for dialect in BOTH {
        let [twin, forged] =
            ["2012-07-31T20:00:00Z", "2012-08-01T00:00:00Z"].map(|at| archived_in_its_days(&days, dialect, at));
        beside_under(&days.trust, &twin, &forged, doubt(ENDED), [Passed; 3]);
    }
}

#[test]
fn n78_a_short_rsa_key_is_accepted_where_it_is_proven_to_be_from_its_days() {
    let days = OldDays::new();
    let key = Key::rsa(include_bytes!("../forge/keys/public-test-key-rsa1024.pk8"));
    for dialect in BOTH {
        let twin = days.sealed(dialect, &key, "2015-07-01T00:00:00Z");
        let forged = days.sealed(dialect, &key, "2020-07-01T00:00:00Z");
        let report = beside_under(&days.trust, &twin, &forged, doubt(ENDED), [Passed; 3]);
        let said = matches!(cause(&report), Cause::AlgorithmEnded { algorithm, .. } if algorithm.contains("1024"));
        assert!(said, "{:?}", cause(&report));
    }
}

/// As Estonian cards have it: a modulus of 2,047 bits, and one written with more zeros than DER has. The authority signed
/// the certificate as it stands, and the key is the same.
#[test]
fn n81_an_odd_key_is_a_key() {
    use crate::forge::der;
    let key = Key::rsa(include_bytes!("../forge/keys/public-test-key-rsa2047.pk8"));
    let with = |dialect, info: Option<Vec<u8>>| {
        let mut signing = seal(dialect, |template| (template.key, template.public_info) = (key.clone(), info));
        signing.scheme = Scheme::rsa(Hash::Sha256);
        signing
    };
    let own = key.public_bits();
    let [modulus, exponent] = der::children(&own)[..].try_into().unwrap();
    let long = der::tlv(0x02, &[&[0, 0], der::content(modulus)].concat());
    let bits = der::bits(&der::sequence(&[long.as_slice(), exponent]));
    let info = key.public_info();
    let padded = der::sequence(&[der::children(&info)[0], &bits]);
    for dialect in BOTH {
        let twin = with(dialect, None);
        let report = beside(&twin, &with(dialect, Some(padded.clone())), INTACT, [Passed; 3]);
        assert_eq!(only(&report).signer.as_ref().unwrap().key, "RSA-2047");
        let mut flipped = twin.clone();
        flipped.on_value = Some(Rc::new(|value| value[9] ^= 1));
        beside(&twin, &flipped, failed(Failure::SigCryptoFailure), [Failed, Unknown, Unknown]);
    }
}

/// Proven to be made after the end: a time-stamp over the data from after it.
#[test]
fn proven_to_be_made_after_the_end_is_more_than_a_want_of_proof() {
    let days = OldDays::new();
    for dialect in BOTH {
        let mut forged = days.sealed(dialect, &Key::p256("old seal"), "2013-07-01T00:00:00Z");
        let mut twin = forged.clone();
        twin.content = Some(crate::forge::xades::Content::All);
        (forged.scheme, forged.content) = (Scheme::ecdsa(Hash::Sha1), twin.content.clone());
        beside_under(&days.trust, &twin, &forged, doubt(Doubt::CryptoConstraintsFailure), [Passed; 3]);
    }
}

/// A PKCS#1 seal said to be PSS, and the other way round.
#[test]
fn n80_values_of_another_padding_fail() {
    let pki = Pki::shared();
    for dialect in BOTH {
        let twin = sealed(dialect, &pki.seal_2023, &pki.unit_2023, "2024-07-11T05:00:00Z");
        let mut pss = twin.clone();
        pss.scheme.padding = crate::forge::keys::Padding::Pss;
        beside(&twin, &pss, INTACT, [Passed; 3]);
        for (from, uri) in [
            (&twin, "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1"),
            (&pss, "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"),
            (&pss, "http://www.w3.org/2007/05/xmldsig-more#sha512-rsa-MGF1"),
        ] {
            let mut forged = from.clone();
            forged.on_signed_info = other_method(dialect, uri).on_signed_info;
            let facts: [Outcome; 3] = [Failed, Unknown, Unknown];
            let report = beside(&twin, &forged, failed(Failure::SigCryptoFailure), facts);
            assert_eq!(cause(&report), &Cause::SignatureValueWrong { reason: SignatureFault::Mismatch });
        }
    }
}
