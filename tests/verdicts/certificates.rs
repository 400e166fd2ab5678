//! Certificates and paths (N83 to N94, N104 of the reference).

use std::rc::Rc;

use edoc::pki::path::PathFault;
use edoc::report::Authenticity;
use edoc::validation::Outcome::{Passed, Unknown};
use edoc::validation::{Cause, CheckId, Doubt};

use super::hierarchy::*;
use super::judging::*;
use crate::forge::der;
use crate::forge::keys::Key;
use crate::forge::pki::{Pki, person_template};
use crate::forge::samples::responder;
use crate::forge::x509::{COUNTRY, Entity, Extension, Weight, name};
use crate::forge::xades::{Dialect, Named, Signing};
use crate::forge::xml::Element;

const BOTH: [Dialect; 2] = [Dialect::Lvrtc, Dialect::Dss];
const PATH_BROKEN: Doubt = Doubt::CertificateChainGeneralFailure;
const NAME_CLAIMED: [edoc::validation::Outcome; 3] = [Passed, Unknown, Unknown];

/// No certificate of the signer anywhere in the file.
pub fn without_certificate(dialect: Dialect) -> Signing {
    changed(dialect, |signing| {
        signing.on_key_info = Some(Rc::new(|element| {
            element.children.clear();
            *element = element.clone().child(Element::new("ds:KeyName").text("PARAUGS"));
        }));
    })
}

#[test]
fn n83_without_a_certificate_nobody_signed() {
    for dialect in BOTH {
        let forged = without_certificate(dialect);
        let facts = [Unknown; 3];
        let report = beside(&honest(dialect), &forged, doubt(Doubt::NoSigningCertificateFound), facts);
        assert_eq!(cause(&report), &Cause::NoSigningCertificate);
        assert!(only(&report).signer.is_none());
    }
}

/// Another serial number beside the right digest.
pub fn other_serial(dialect: Dialect) -> Signing {
    let mut forged = changed(dialect, |signing| signing.named = Named::V1);
    forged.on_signed_properties = Some(Rc::new(|properties| {
        let serial = properties.descendants_mut("ds:X509SerialNumber").into_iter().next().unwrap();
        serial.children.clear();
        *serial = serial.clone().text("7");
    }));
    forged
}

/// The digest decides whose certificate it is; issuer and serial beside it are a hint (a fact that decides nothing).
#[test]
fn n85_another_serial_number_beside_the_right_digest_decides_nothing() {
    for dialect in BOTH {
        let report = beside(&honest(dialect), &other_serial(dialect), INTACT, [Passed; 3]);
        assert_eq!(check(&report, CheckId::SigningCertificate).cause, Some(Cause::IssuerSerialDiffers));
        let twin = judge(&container(&changed(dialect, |signing| signing.named = Named::V1)));
        assert_eq!(check(&twin, CheckId::SigningCertificate).cause, None);
    }
}

/// The certificate of the branch's authority is neither in the file nor on a list.
pub fn missing_intermediate(dialect: Dialect) -> Signing {
    let mut forged = branch(dialect, |_| ());
    let answering = forged.responder.der.clone();
    forged.on_response = Some(Rc::new(move |response| response.certificates = vec![answering.clone()]));
    forged.on_unsigned = Some(Rc::new(|unsigned| {
        unsigned.children.retain(|node| !is_named(node, "xades:CertificateValues"));
    }));
    forged
}

fn is_named(node: &crate::forge::xml::Node, name: &str) -> bool {
    matches!(node, crate::forge::xml::Node::Element(element) if element.name == name)
}

#[test]
fn n87_a_missing_intermediate_leads_nowhere() {
    for dialect in BOTH {
        let (twin, forged) = (branch(dialect, |_| ()), missing_intermediate(dialect));
        let report = beside(&twin, &forged, doubt(Doubt::NoCertificateChainFound), NAME_CLAIMED);
        assert!(matches!(cause(&report), Cause::NoPath { issuer } if issuer.contains("zara ICA")));
    }
}

#[test]
fn n88_an_altered_intermediate_is_no_link() {
    for dialect in BOTH {
        let twin = branch(dialect, |_| ());
        let root = &Pki::shared().root;
        let mut altered = twin.chain[0].clone();
        let last = altered.der.len() - 1;
        altered.der[last] ^= 1;
        let forged = below(dialect, &[altered, root.clone()], |_| ());
        beside(&twin, &forged, doubt(Doubt::NoCertificateChainFound), NAME_CLAIMED);
    }
}

/// An authority that its certificate does not make one: end entity, or without keyCertSign.
pub fn no_authority(dialect: Dialect, extension: Extension) -> Signing {
    branch(dialect, |template| {
        *template = template.clone().without(&extension.id).with([extension]);
    })
}

#[test]
fn n89_an_issuer_that_may_not_issue_breaks_the_path() {
    for dialect in BOTH {
        for extension in [Extension::end_entity(), Extension::key_usage(&[1])] {
            let forged = no_authority(dialect, extension);
            let report = beside(&branch(dialect, |_| ()), &forged, doubt(PATH_BROKEN), NAME_CLAIMED);
            assert!(matches!(cause(&report), Cause::IssuerNotAuthority { .. }), "{:?}", cause(&report));
        }
    }
}

/// Root, authority that may have so many authorities below it, authority below it, seal.
pub fn two_authorities(dialect: Dialect, allowed: u64) -> Signing {
    let root = &Pki::shared().root;
    let upper = authority("augšējā ICA", root).without("2.5.29.19").with([Extension::authority(Some(allowed))]);
    let upper = upper.issued_by(root);
    let lower = authority("apakšējā ICA", &upper).issued_by(&upper);
    let mut signing = below(dialect, &[lower, upper.clone(), root.clone()], |_| ());
    signing.crls.push(crate::forge::crl::List::empty(&upper, signing.ocsp_time).der());
    signing
}

#[test]
fn n90_more_authorities_than_allowed_break_the_path() {
    for dialect in BOTH {
        let (twin, forged) = (two_authorities(dialect, 1), two_authorities(dialect, 0));
        let report = beside(&twin, &forged, doubt(PATH_BROKEN), NAME_CLAIMED);
        let reason = matches!(cause(&report), Cause::PathViolated { reason: PathFault::PathTooLong, .. });
        assert!(reason, "{:?}", cause(&report));
    }
}

/// An authority that may issue for this country only.
pub fn constrained(dialect: Dialect, country: &str) -> Signing {
    let permitted = der::sequence(&[der::context(4, &name(&[(COUNTRY, country)]))]);
    let constraints = der::sequence(&[der::context(0, &permitted)]);
    branch(dialect, |template| {
        template.extensions.push(Extension::new("2.5.29.30", Weight::Critical, constraints));
    })
}

#[test]
fn n91_a_name_outside_the_permitted_ones_breaks_the_path() {
    for dialect in BOTH {
        let (twin, forged) = (constrained(dialect, "LV"), constrained(dialect, "EE"));
        let report = beside(&twin, &forged, doubt(PATH_BROKEN), NAME_CLAIMED);
        assert!(matches!(cause(&report), Cause::PathViolated { .. }), "{:?}", cause(&report));
    }
}

#[test]
fn n92_an_unknown_critical_extension_breaks_the_path() {
    for dialect in BOTH {
        let with = |weight| {
            let extension = Extension::new("1.3.6.1.4.1.99999.1", weight, der::null());
            seal(dialect, move |template| template.extensions.push(extension))
        };
        let report = beside(&with(Weight::Plain), &with(Weight::Critical), doubt(PATH_BROKEN), NAME_CLAIMED);
        assert!(matches!(cause(&report), Cause::PathViolated { .. }), "{:?}", cause(&report));
    }
}

/// A person's signature with this keyUsage.
pub fn person(dialect: Dialect, usage: &[u8]) -> Signing {
    let pki = Pki::shared();
    let issuer = &pki.person_authority;
    let template = person_template(&Key::p256("PARAUGS"), "JĀNIS", "PARAUGS", "320000-00002", issuer);
    let template = template.without("2.5.29.15").with([Extension::key_usage(usage)]);
    let chain = [issuer.clone(), pki.root.clone()];
    let answering = responder(issuer, "PARAUGS Personas ICA OCSP", AT);
    Signing::new(dialect, &template.issued_by(issuer), &chain, &answering, &pki.unit_2025, AT)
}

#[test]
fn n93_a_certificate_for_authentication_signs_nothing() {
    for dialect in BOTH {
        let twin = judge(&container(&person(dialect, &[1])));
        assert_eq!((only(&twin).indication, twin.authenticity), (INTACT, Authenticity::ValidButOtherIssuer));
        let report = judge(&container(&person(dialect, &[0])));
        assert_eq!(only(&report).indication, doubt(Doubt::ChainConstraintsFailure));
        assert!(matches!(cause(&report), Cause::NotForSigning { .. }));
        assert_eq!(report.facts.unchanged.outcome, Passed);
        assert_ne!(report.facts.vouched_for.outcome, Passed);
        assert_ne!(report.facts.exam_authority.outcome, Passed);
        // A seal is accepted with a word on it: Latvian law knows seals by other keyUsage.
        let sealed = seal(dialect, |template| {
            *template = template.clone().without("2.5.29.15").with([Extension::key_usage(&[0])]);
        });
        let report = beside(&honest(dialect), &sealed, INTACT, [Passed; 3]);
        assert!(matches!(check(&report, CheckId::PathConstraints).cause, Some(Cause::NotForSigning { .. })));
    }
}

/// A seal whose revocation nobody shall ask about.
pub fn never_asked(dialect: Dialect) -> Signing {
    seal(dialect, |template| template.extensions.push(Extension::no_check()))
}

#[test]
fn n94_a_signer_that_excepts_itself_from_revocation_is_refused() {
    for dialect in BOTH {
        let report = beside(&seal(dialect, |_| ()), &never_asked(dialect), doubt(PATH_BROKEN), NAME_CLAIMED);
        assert!(matches!(cause(&report), Cause::ForbiddenExtension { .. }));
    }
}

/// Bounded by `limits`: certificates, candidate paths, signatures tried. A test that does not end is one that failed.
#[test]
fn n104_loops_long_chains_and_heaps_of_certificates_end_soon() {
    let root = &Pki::shared().root;
    let (one, two) = (authority("pirmā ICA", root), authority("otrā ICA", root));
    let (first, second) = (one.self_signed(), two.self_signed());
    let in_a_loop = [one.issued_by(&second), two.issued_by(&first)];
    let mut long: Vec<Entity> = vec![root.clone()];
    for level in 0..50 {
        let issuer = long[0].clone();
        let template = authority(&format!("līmenis {level}"), &issuer);
        long.insert(0, template.without("2.5.29.19").with([Extension::authority(None)]).issued_by(&issuer));
    }
    // A thousand certificates under the issuer's name, none of which is the issuer.
    let missing = authority("zara ICA", root).issued_by(root);
    let position = missing.der.windows(16).position(|octets| octets == missing.serial).unwrap();
    let heap: Vec<Vec<u8>> = (0_u16..1_000)
        .map(|number| {
            let mut der = missing.der.clone();
            der[position + 4..position + 6].copy_from_slice(&number.to_be_bytes());
            der
        })
        .collect();
    for dialect in BOTH {
        let (mut heaped, heap) = (missing_intermediate(dialect), heap.clone());
        heaped.on_response = Some(Rc::new(move |response| response.certificates.extend(heap.clone())));
        heaped.chain[0].der.clear();
        let (looped, long) = (below(dialect, &in_a_loop, |_| ()), below(dialect, &long, |_| ()));
        for forged in [looped, long, heaped] {
            beside(&honest(dialect), &forged, doubt(Doubt::NoCertificateChainFound), NAME_CLAIMED);
        }
    }
}
