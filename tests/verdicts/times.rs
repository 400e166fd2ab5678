//! Times: of the certificate, of the time-stamp, of the signer's claim (N95 to N99, N105 to N111, N114, N115).

use std::rc::Rc;

use edoc::qualification::{Remark, StepId};
use edoc::report::{DeterminationReport, Report, TimestampReport};
use edoc::validation::Outcome::{Failed, Passed, Unknown};
use edoc::validation::{Cause, CheckId, Doubt, Failure, Indication, Outcome};

use super::hierarchy::*;
use super::judging::*;
use crate::forge::keys::Key;
use crate::forge::pki::{Pki, root_template, unit_template};
use crate::forge::samples::{responder, sealed};
use crate::forge::time::Instant;
use crate::forge::trust_list::Service;
use crate::forge::tst::Ess;
use crate::forge::x509::{Entity, Extension, Template, Weight};
use crate::forge::xades::{Content, Dialect, Level, Signing};
use crate::forge::xml::{Element, Node};

const BOTH: [Dialect; 2] = [Dialect::Lvrtc, Dialect::Dss];
const OCSP_NAME: &str = "PARAUGS eZīmogi ICA OCSP";
/// Unchanged and by whom it says, but not in a way that anybody vouches for.
const NOT_VOUCHED: [Outcome; 3] = [Passed, Unknown, Passed];
const STAMPING: &str = "1.3.6.1.5.5.7.3.8";

/// The seal of 2023, run out long before the judgement.
pub fn run_out(dialect: Dialect) -> Signing {
    let pki = Pki::shared();
    sealed(dialect, &pki.seal_2023, &pki.unit_2023, "2024-07-11T05:00:00Z")
}

/// Takes the time-stamp away.
pub fn unstamped(mut signing: Signing) -> Signing {
    signing.on_unsigned = Some(Rc::new(|unsigned| {
        let is_stamp = |node: &Node| matches!(node, Node::Element(element) if element.name.ends_with("TimeStamp"));
        unsigned.children.retain(|node| !is_stamp(node));
    }));
    signing
}

#[test]
fn n95_n96_what_has_run_out_since_needs_its_time_stamp() {
    for dialect in BOTH {
        let twin = run_out(dialect);
        let report = beside(&twin, &twin, INTACT, [Passed; 3]);
        assert!(
            check(&report, CheckId::TimeOfSigning).cause == Some(Cause::InForceAt { at: only(&report).proven_time.at })
        );
        let report = beside(&twin, &unstamped(twin.clone()), doubt(Doubt::OutOfBoundsNotRevoked), NOT_VOUCHED);
        assert!(matches!(cause(&report), Cause::CertificateExpired { .. }));
        assert_eq!(only(&report).timestamp_time(), None);
    }
}

/// A seal that begins on this day of July 2025 and is stamped on the third; answered on the twentieth.
pub fn begins(dialect: Dialect, day: u8) -> Signing {
    let mut signing = seal(dialect, |template| {
        template.not_before = Instant::of(&format!("2025-07-{day:02}T00:00:00Z"));
    });
    let answered = "2025-07-20T05:00:00Z";
    signing.ocsp_time = Instant::of(answered);
    signing.responder = responder(&Pki::shared().seal_authority, OCSP_NAME, answered);
    signing
}

#[test]
fn n97_n110_stamped_before_the_certificate_was_valid_fails() {
    for dialect in BOTH {
        let report =
            beside(&begins(dialect, 2), &begins(dialect, 4), failed(Failure::NotYetValid), [Passed, Failed, Passed]);
        assert!(matches!(cause(&report), Cause::CertificateNotYetValid { .. }));
    }
}

/// A seal that ends on this day of July 2025, claimed and answered on the second and stamped on the third.
pub fn ends(dialect: Dialect, day: u8) -> Signing {
    let mut signing = seal(dialect, |template| {
        template.not_after = Instant::of(&format!("2025-07-{day:02}T12:00:00Z"));
    });
    signing.signing_time = Instant::of("2025-07-02T11:00:00Z");
    signing.ocsp_time = Instant::of("2025-07-02T11:00:00Z");
    signing
}

#[test]
fn n98_stamped_after_the_certificate_had_run_out_is_a_doubt_and_proven_a_failure() {
    for dialect in BOTH {
        let report = beside(&ends(dialect, 4), &ends(dialect, 2), doubt(Doubt::OutOfBoundsNotRevoked), NOT_VOUCHED);
        assert!(matches!(cause(&report), Cause::CertificateExpired { .. }));
        // A time-stamp over the data before signing, made after the end.
        let stamped_before = |day| {
            let mut signing = ends(dialect, day);
            signing.content = Some(Content::All);
            signing.on_token = Some(Rc::new(|token| token.at = token.at.max(Instant::of("2025-07-03T04:00:00Z"))));
            signing
        };
        beside(&stamped_before(4), &stamped_before(2), failed(Failure::Expired), [Passed, Failed, Passed]);
    }
}

/// Claims to have been signed then.
pub fn claims(dialect: Dialect, at: &str) -> Signing {
    changed(dialect, |signing| signing.signing_time = Instant::of(at))
}

/// Claims no time at all.
pub fn claims_nothing(dialect: Dialect) -> Signing {
    changed(dialect, |signing| {
        signing.on_signed_properties = Some(Rc::new(|properties| {
            for element in properties.descendants_mut("xades:SignedSignatureProperties") {
                element
                    .children
                    .retain(|node| !matches!(node, Node::Element(child) if child.name == "xades:SigningTime"));
            }
        }));
    })
}

#[test]
fn n99_a_claimed_time_outside_the_certificate_or_none_is_a_doubt() {
    for dialect in BOTH {
        for outside in ["2025-05-05T07:59:59Z", "2028-05-05T08:00:01Z"] {
            let forged = claims(dialect, outside);
            let report = beside(&honest(dialect), &forged, doubt(Doubt::SigConstraintsFailure), [Passed; 3]);
            assert!(matches!(cause(&report), Cause::ClaimedTimeOutside { .. }));
            assert_eq!(only(&report).timestamp_time(), Some("2025-07-03T05:00:05Z".parse().unwrap()));
        }
        let forged = claims_nothing(dialect);
        let report = beside(&honest(dialect), &forged, doubt(Doubt::SigConstraintsFailure), [Passed; 3]);
        assert_eq!(cause(&report), &Cause::ClaimedTimeMissing);
    }
}

/// The first time-stamp of the only signature.
fn stamp(report: &Report) -> &TimestampReport {
    &only(report).timestamps[0]
}

/// The time-stamp is worth nothing, for this reason, and the signature is judged without it: for now, when the answer on
/// revocation is long out of date.
fn worthless(trust: &edoc::trust::TrustStore, twin: &Signing, forged: &Signing, word: Indication) -> Report {
    let report = beside_under(trust, twin, forged, doubt(Doubt::TryLater), NOT_VOUCHED);
    assert_eq!(stamp(&report).indication, word, "{:?}", stamp(&report).cause);
    assert_eq!(only(&report).timestamp_time(), None, "proves no time");
    report
}

/// The token of another signature by the same seal over the same documents.
pub fn borrowed_stamp(dialect: Dialect) -> Signing {
    let pki = Pki::shared();
    let other = sealed(dialect, &pki.seal_2025, &pki.unit_2025, "2025-07-03T05:00:01Z").sign(&documents()).xml;
    let open = other.find("<xades:EncapsulatedTimeStamp").unwrap();
    let start = open + other[open..].find('>').unwrap() + 1;
    let end = start + other[start..].find('<').unwrap();
    let token = other[start..end].replace("&#13;", "").replace("&#xD;", "");
    changed(dialect, |signing| {
        let token = token.clone();
        signing.on_unsigned = Some(Rc::new(move |unsigned| {
            for element in unsigned.descendants_mut("xades:EncapsulatedTimeStamp") {
                element.children = vec![Node::Text(token.clone())];
            }
        }));
    })
}

#[test]
fn n105_the_stamp_of_another_signature_proves_nothing() {
    for dialect in BOTH {
        let report =
            worthless(&sample_trust(), &honest(dialect), &borrowed_stamp(dialect), failed(Failure::HashFailure));
        assert_eq!(stamp(&report).cause, Some(Cause::TimestampImprintWrong));
    }
}

/// A token that somebody else signed in the unit's name.
pub fn wrongly_signed_stamp(dialect: Dialect) -> Signing {
    changed(dialect, |signing| {
        signing.on_token = Some(Rc::new(|token| token.unit.key = Key::p384("another key")));
    })
}

/// Something that is no token.
pub fn no_token(dialect: Dialect) -> Signing {
    changed(dialect, |signing| {
        signing.on_unsigned = Some(Rc::new(|unsigned| {
            for element in unsigned.descendants_mut("xades:EncapsulatedTimeStamp") {
                element.children = vec![Node::Text("MAMCAQE=".to_owned())];
            }
        }));
    })
}

#[test]
fn n106_an_altered_token_and_what_is_none_prove_nothing() {
    for dialect in BOTH {
        let trust = sample_trust();
        worthless(&trust, &honest(dialect), &wrongly_signed_stamp(dialect), failed(Failure::SigCryptoFailure));
        worthless(&trust, &honest(dialect), &no_token(dialect), failed(Failure::FormatFailure));
        let content = changed(dialect, |signing| {
            signing.on_token = Some(Rc::new(|token| token.message_digest = Some(vec![0; 32])));
        });
        worthless(&trust, &honest(dialect), &content, failed(Failure::HashFailure));
    }
}

/// A unit below the sample root.
pub fn unit(change: impl FnOnce(&mut Template)) -> Entity {
    let (root, key) = (&Pki::shared().root, Key::p384("unit of a forger"));
    let mut template = unit_template(&key, "PARAUGS TSA F", "2025-01-10T08:00:00Z", "2028-01-10T08:00:00Z", root);
    change(&mut template);
    template.issued_by(root)
}

/// The honest seal stamped by this unit, and a list that names it.
pub fn stamped_by(dialect: Dialect, unit: &Entity) -> (Signing, edoc::trust::TrustStore) {
    let service = Service::new("TSA/QTST", "PARAUGS TSA F", unit, "granted", "2020-01-20T08:00:00Z");
    (changed(dialect, |signing| signing.unit = unit.clone()), listing([service]))
}

#[test]
fn n107_a_unit_that_nobody_lists_proves_nothing() {
    for dialect in BOTH {
        let (forged, trust) = stamped_by(dialect, &unit(|_| ()));
        beside_under(&trust, &honest(dialect), &forged, INTACT, [Passed; 3]);
        let word = doubt(Doubt::NoCertificateChainFound);
        let report = worthless(&sample_trust(), &honest(dialect), &forged, word);
        assert!(matches!(stamp(&report).cause, Some(Cause::TimestampAuthorityNotListed { .. })));
        let mut root = root_template();
        root.key = Key::p384("impostor root");
        let impostor = unit_template(
            &Key::p384("impostor"),
            "PARAUGS TSA A 2025E",
            "2025-01-10T08:00:00Z",
            "2028-01-10T08:00:00Z",
            &root.self_signed(),
        );
        let (forged, _) = stamped_by(dialect, &impostor.issued_by(&root.self_signed()));
        worthless(&sample_trust(), &honest(dialect), &forged, word);
    }
}

/// A unit with this extended key usage.
pub fn purposes(weight: Weight, purposes: &[&str]) -> Entity {
    unit(|template| {
        *template = template.clone().without("2.5.29.37").with([Extension::purposes(weight, purposes)]);
    })
}

#[test]
fn n108_a_certificate_that_is_not_for_stamping_alone_proves_nothing() {
    for dialect in BOTH {
        let forgeries = [
            purposes(Weight::Plain, &[STAMPING]),
            purposes(Weight::Critical, &[STAMPING, "1.3.6.1.5.5.7.3.9"]),
            purposes(Weight::Critical, &["2.5.29.37.0"]),
            unit(|template| *template = template.clone().without("2.5.29.37")),
        ];
        for unit in forgeries {
            let (forged, trust) = stamped_by(dialect, &unit);
            let report = worthless(&trust, &honest(dialect), &forged, doubt(Doubt::ChainConstraintsFailure));
            assert!(matches!(stamp(&report).cause, Some(Cause::TimestampAuthorityPurpose { .. })));
        }
    }
}

#[test]
fn n109_a_time_outside_the_unit_s_certificate_proves_nothing() {
    for dialect in BOTH {
        let late = unit(|template| template.not_before = Instant::of("2025-07-04T00:00:00Z"));
        let early = unit(|template| template.not_after = Instant::of("2025-07-02T00:00:00Z"));
        for unit in [late, early] {
            let (forged, trust) = stamped_by(dialect, &unit);
            let report = worthless(&trust, &honest(dialect), &forged, doubt(Doubt::OutOfBoundsNoPoe));
            assert!(matches!(stamp(&report).cause, Some(Cause::TimestampOutsideAuthority { .. })));
        }
        // A time that has not come yet, by a unit that will be in force.
        let future = changed(dialect, |signing| {
            signing.on_token = Some(Rc::new(|token| token.at = Instant::of("2027-01-01T00:00:00Z")));
        });
        worthless(&sample_trust(), &honest(dialect), &future, doubt(Doubt::OutOfBoundsNoPoe));
    }
}

/// Stamped by a unit that has run out since, of a listed authority whose list says that it was not revoked.
pub fn stamped_by_run_out_unit(dialect: Dialect) -> (Signing, edoc::trust::TrustStore) {
    let root = &Pki::shared().root;
    let unit = unit(|template| template.not_after = Instant::of("2026-01-10T08:00:00Z"));
    let mut signing = changed(dialect, |signing| signing.unit = unit.clone());
    signing.unit_crls = vec![crate::forge::crl::List::empty(root, signing.ocsp_time).der()];
    (signing, listing([Service::new("TSA/QTST", "PARAUGS Root CA", root, "granted", "2020-01-20T08:00:00Z")]))
}

#[test]
fn n109_a_unit_that_has_run_out_since_still_proves_its_time() {
    for dialect in BOTH {
        let (signing, trust) = stamped_by_run_out_unit(dialect);
        let report = beside_under(&trust, &honest(dialect), &signing, INTACT, [Passed; 3]);
        assert_eq!(stamp(&report).indication, INTACT);
        let run_out = |cause: &Cause| matches!(cause, Cause::TimestampAuthorityExpired { .. });
        assert!(only(&report).notes.iter().any(run_out), "{:?}", only(&report).notes);
        assert!(!only(&judge(&container(&honest(dialect)))).notes.iter().any(run_out));
        // Nobody says whether it was revoked.
        let mut unanswered = signing.clone();
        unanswered.unit_crls.clear();
        worthless(&trust, &signing, &unanswered, doubt(Doubt::CertificateChainGeneralFailure));
    }
}

/// The honest seal with an archive time-stamp so many seconds after its signature time-stamp.
pub fn archived(dialect: Dialect, seconds: i64) -> Signing {
    changed(dialect, |signing| {
        signing.level = Level::Lta;
        signing.archive_time = signing.stamp_time.plus(seconds);
    })
}

#[test]
fn n111_an_archive_stamp_older_than_what_it_covers_cannot_be() {
    for dialect in BOTH {
        let forged = archived(dialect, -60);
        let report = beside(&archived(dialect, 60), &forged, doubt(Doubt::TimestampOrderFailure), [Passed; 3]);
        assert_eq!(cause(&report), &Cause::TimestampOrder);
    }
}

/// A second token in the property, or a second property.
pub fn two_tokens(dialect: Dialect) -> Signing {
    changed(dialect, |signing| {
        signing.on_unsigned = Some(Rc::new(|unsigned| {
            for stamp in unsigned.descendants_mut("xades:SignatureTimeStamp") {
                let second = Element::new("xades:EncapsulatedTimeStamp").text("MAMCAQE=");
                stamp.children.push(Node::Element(second));
            }
        }));
    })
}

#[test]
fn n114_a_second_token_in_one_property_is_judged_alone_and_costs_the_level() {
    for dialect in BOTH {
        let twin = judge(&container(&honest(dialect)));
        let report = beside(&honest(dialect), &two_tokens(dialect), INTACT, [Passed; 3]);
        let words: Vec<_> = only(&report).timestamps.iter().map(|stamp| stamp.indication).collect();
        assert_eq!(words, [INTACT, failed(Failure::FormatFailure)]);
        assert!(only(&report).level != only(&twin).level, "{:?}", only(&report).level);
    }
}

/// A token that names its certificate nowhere.
pub fn unbound(dialect: Dialect) -> Signing {
    changed(dialect, |signing| signing.on_token = Some(Rc::new(|token| token.ess = Ess::None)))
}

#[test]
fn n115_a_token_that_does_not_name_its_certificate_proves_nothing() {
    for dialect in BOTH {
        let word = doubt(Doubt::NoSigningCertificateFound);
        let report = worthless(&sample_trust(), &honest(dialect), &unbound(dialect), word);
        assert!(matches!(stamp(&report).cause, Some(Cause::TimestampRefused { .. })));
    }
}

/// A critical extension in the token that nobody understands.
pub fn strange_stamp(dialect: Dialect) -> Signing {
    changed(dialect, |signing| {
        signing.on_token = Some(Rc::new(|token| {
            let strange = Extension::new("1.3.6.1.4.1.99999.3", Weight::Critical, crate::forge::der::null());
            token.extensions.push(strange);
        }));
    })
}

#[test]
fn a_critical_extension_of_a_token_that_nobody_understands_makes_it_worthless() {
    for dialect in BOTH {
        let word = doubt(Doubt::SigConstraintsFailure);
        let report = worthless(&sample_trust(), &honest(dialect), &strange_stamp(dialect), word);
        assert_eq!(stamp(&report).cause, Some(Cause::TimestampExtension));
    }
}

#[test]
fn the_report_holds_what_token_answer_and_certificate_say_of_themselves() {
    for dialect in BOTH {
        let honest = honest(dialect);
        let report = judge(&container(&honest));
        let token = stamp(&report);
        assert_eq!(token.policy.as_deref(), Some("0.4.0.2023.1.1"));
        assert_eq!(token.accuracy, Some(1_000_000));
        let signer = only(&report).signer.as_ref().unwrap();
        assert!(signer.key_usage.as_ref().is_some_and(|bits| !bits.is_empty()), "{signer:?}");
        assert!(signer.qc_types.contains(&"0.4.0.1862.1.6.2".to_owned()), "a seal: {:?}", signer.qc_types);
        let answer = &only(&report).revocation[0];
        assert_eq!(Some(answer.this_update), answer.produced_at);
        assert_eq!(answer.this_update.to_string(), honest.ocsp_time.xml());
        assert_eq!((answer.accepted, answer.reason, answer.revoked_at), (Passed, None, None));
        let [issuance, signing] = only(&report).determinations.as_slice() else { panic!("two times") };
        assert_eq!((issuance.at, signing.at), (signer.not_before, only(&report).proven_time.at));
        let steps = |one: &DeterminationReport| one.steps.iter().map(|step| step.id).collect::<Vec<_>>();
        assert_eq!((steps(issuance), steps(signing)), (StepId::ALL.to_vec(), StepId::ALL.to_vec()));
        assert_eq!(Some(&issuance.level), only(&report).certificate_qualification.as_ref());
        let granted = |remark: &Remark| matches!(remark, Remark::Granted { .. });
        assert!(token.qualification_remarks.iter().any(granted), "{:?}", token.qualification_remarks);
        assert_eq!(report.tool.algorithms, "ETSI TS 119 312 V1.5.1");
    }
}
