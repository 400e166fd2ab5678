//! What is said of revocation, when and by whom (N100 to N103, N116 to N128 of the reference).

use std::rc::Rc;

use edoc::validation::Outcome::{Failed, Passed, Unknown};
use edoc::validation::{AnswerFault, Cause, CheckId, Doubt, Failure, Indication, Outcome};

use super::hierarchy::*;
use super::judging::*;
use crate::forge::crl::{List, Revoked};
use crate::forge::der;
use crate::forge::keys::{Hash, Key};
use crate::forge::ocsp::{Responder, Response, Status};
use crate::forge::pki::{Pki, responder_template};
use crate::forge::samples::responder;
use crate::forge::time::Instant;
use crate::forge::x509::{Entity, Extension, Weight};
use crate::forge::xades::{Content, Dialect, Signing};
use crate::forge::xml::{Element, Node};

const BOTH: [Dialect; 2] = [Dialect::Lvrtc, Dialect::Dss];
const NO_ANSWER: Indication = Indication::Indeterminate(Doubt::CertificateChainGeneralFailure);
/// Unchanged and by whom it says, but nobody vouches for it.
const NOT_VOUCHED: [Outcome; 3] = [Passed, Unknown, Passed];
const OCSP_NAME: &str = "PARAUGS eZīmogi ICA OCSP";

/// The honest seal with another answer.
pub fn answered(dialect: Dialect, change: impl Fn(&mut Response) + 'static) -> Signing {
    let change = Rc::new(change);
    changed(dialect, |signing| {
        let change = Rc::clone(&change);
        signing.on_response = Some(Rc::new(move |response| change(response)));
    })
}

/// The honest seal, answered at this time that the certificate has this status.
pub fn status(dialect: Dialect, asked: &str, status: Status) -> Signing {
    let mut signing = answered(dialect, move |response| response.answers[0].status = status);
    signing.ocsp_time = Instant::of(asked);
    signing.responder = responder(&Pki::shared().seal_authority, OCSP_NAME, asked);
    signing
}

fn revoked(at: &str, reason: Option<u8>) -> Status {
    Status::Revoked(Instant::of(at), reason)
}

/// Nothing accepted about the seal, and why.
fn refused(forged: &Signing, reason: AnswerFault) {
    let report = beside(&honest(forged.dialect), forged, NO_ANSWER, NOT_VOUCHED);
    assert!(
        matches!(cause(&report), Cause::RevocationRefused { reason: found, .. } if *found == reason),
        "{:?}",
        cause(&report)
    );
}

const BEFORE: &str = "2025-07-01T00:00:00Z";
const LATER: &str = "2025-09-01T00:00:00Z";
const ASKED_LATER: &str = "2025-09-02T00:00:00Z";

#[test]
fn n100_revoked_before_the_stamp_is_a_doubt_and_proven_after_it_a_failure() {
    for dialect in BOTH {
        let forged = status(dialect, "2025-07-03T05:00:06Z", revoked(BEFORE, Some(1)));
        let report = beside(&honest(dialect), &forged, doubt(Doubt::RevokedNoPoe), [Passed, Unknown, Unknown]);
        assert!(matches!(cause(&report), Cause::Revoked { .. }));
        let mut proven = forged.clone();
        proven.content = Some(Content::All);
        let mut twin = honest(dialect);
        twin.content = Some(Content::All);
        beside(&twin, &proven, failed(Failure::Revoked), [Passed, Failed, Unknown]);
    }
}

#[test]
fn n101_revoked_after_the_stamp_changes_nothing() {
    for dialect in BOTH {
        let later = status(dialect, ASKED_LATER, revoked(LATER, Some(1)));
        let report = beside(&honest(dialect), &later, INTACT, [Passed; 3]);
        assert!(matches!(check(&report, CheckId::Revocation).cause, Some(Cause::RevokedLater { .. })));
    }
}

#[test]
fn n102_a_suspension_counts_from_its_beginning() {
    for dialect in BOTH {
        let later = status(dialect, ASKED_LATER, revoked(LATER, Some(6)));
        let before = status(dialect, ASKED_LATER, revoked(BEFORE, Some(6)));
        let report = beside(&later, &before, doubt(Doubt::TryLater), NOT_VOUCHED);
        assert!(matches!(cause(&report), Cause::OnHold { .. }));
    }
}

/// The root's list says since when the branch's authority is revoked.
pub fn revoked_authority(dialect: Dialect, at: &str) -> Signing {
    let mut signing = branch(dialect, |_| ());
    let mut list = List::empty(&Pki::shared().root, Instant::of(ASKED_LATER));
    list.revoked = vec![Revoked { serial: signing.chain[0].serial.clone(), at: Instant::of(at), reason: Some(2) }];
    signing.crls = vec![list.der()];
    signing
}

#[test]
fn n103_a_revoked_authority_vouches_for_nobody() {
    for dialect in BOTH {
        let (twin, forged) = (revoked_authority(dialect, LATER), revoked_authority(dialect, BEFORE));
        let report = beside(&twin, &forged, doubt(Doubt::RevokedCaNoPoe), [Passed, Unknown, Unknown]);
        assert!(matches!(cause(&report), Cause::Revoked { certificate, .. } if certificate.contains("zara ICA")));
    }
}

#[test]
fn n116_an_answer_about_another_certificate_is_no_answer() {
    for dialect in BOTH {
        let forgeries = [
            answered(dialect, |response| response.answers[0].serial[7] ^= 1),
            answered(dialect, |response| response.answers[0].issuer_key[7] ^= 1),
            answered(dialect, |response| response.answers[0].issuer_name = Pki::shared().root.subject.clone()),
        ];
        for forged in forgeries {
            let report = beside(&honest(dialect), &forged, NO_ANSWER, NOT_VOUCHED);
            assert!(matches!(cause(&report), Cause::NoRevocationData { .. }), "{:?}", cause(&report));
        }
    }
}

/// The honest seal with this responder.
pub fn answering(dialect: Dialect, responder: Entity) -> Signing {
    let mut signing = honest(dialect);
    signing.responder = responder;
    signing
}

#[test]
fn n117_a_responder_of_another_authority_may_not_answer() {
    for dialect in BOTH {
        let other = responder(&Pki::shared().person_authority, OCSP_NAME, AT);
        refused(&answering(dialect, other), AnswerFault::NotAuthorised);
    }
}

/// A responder whose certificate has these purposes, or none.
pub fn with_purposes(dialect: Dialect, purposes: &[&str]) -> Signing {
    let authority = &Pki::shared().seal_authority;
    let template = responder_template(authority, OCSP_NAME, "2025-07-01T00:00:00Z", "2025-08-01T00:00:00Z");
    let mut template = template.without("2.5.29.37");
    if !purposes.is_empty() {
        template = template.with([Extension::purposes(Weight::Plain, purposes)]);
    }
    answering(dialect, template.issued_by(authority))
}

#[test]
fn n118_a_certificate_that_is_not_for_answering_may_not_answer() {
    for dialect in BOTH {
        // None; any purpose; stamping time.
        for purposes in [&[] as &[&str], &["2.5.29.37.0"], &["1.3.6.1.5.5.7.3.8"]] {
            refused(&with_purposes(dialect, purposes), AnswerFault::NotAuthorised);
        }
        beside(&honest(dialect), &with_purposes(dialect, &["1.3.6.1.5.5.7.3.9"]), INTACT, [Passed; 3]);
    }
}

#[test]
fn n119_unknown_is_no_answer() {
    for dialect in BOTH {
        refused(&status(dialect, "2025-07-03T05:00:06Z", Status::Unknown), AnswerFault::StatusUnknown);
    }
}

/// Signed by another key than the one in the responder's certificate.
pub fn wrongly_signed(dialect: Dialect) -> Signing {
    answered(dialect, |response| response.responder.key = Key::p384("another key"))
}

/// Names a key that nobody at hand has.
pub fn unnamed_responder(dialect: Dialect) -> Signing {
    answered(dialect, |response| {
        response.responder.key = Key::p384("another key");
        response.naming = Responder::ByKey;
    })
}

#[test]
fn n120_an_answer_that_was_altered_or_names_somebody_else_is_refused() {
    for dialect in BOTH {
        refused(&wrongly_signed(dialect), AnswerFault::SignatureWrong);
        refused(&unnamed_responder(dialect), AnswerFault::NoResponder);
    }
}

#[test]
fn n121_an_answer_made_while_the_responder_was_not_in_force_is_refused() {
    for dialect in BOTH {
        for month in ["2025-06-15T00:00:00Z", "2025-08-15T00:00:00Z"] {
            let other = responder(&Pki::shared().seal_authority, OCSP_NAME, month);
            refused(&answering(dialect, other), AnswerFault::ResponderNotInForce);
        }
    }
}

#[test]
fn n122_an_answer_from_before_the_certificate_is_refused() {
    for dialect in BOTH {
        let forged = answered(dialect, |response| {
            response.answers[0].this_update = Instant::of("2025-05-01T00:00:00Z");
        });
        refused(&forged, AnswerFault::BeforeCertificate);
    }
}

/// Answered so many hours before (or after) the time-stamp.
pub fn hours_from_the_stamp(dialect: Dialect, hours: i64) -> Signing {
    let mut signing = honest(dialect);
    signing.ocsp_time = signing.stamp_time.plus(hours * 3_600);
    signing
}

#[test]
fn n123_an_answer_from_before_the_stamp_is_said_and_a_day_before_too_old() {
    for dialect in BOTH {
        let early = hours_from_the_stamp(dialect, -23);
        let report = beside(&honest(dialect), &early, INTACT, [Passed; 3]);
        let said = only(&report).notes.iter().chain(&check(&report, CheckId::Revocation).cause);
        assert!(said.into_iter().any(|cause| matches!(cause, Cause::RevocationEarly { .. })));
        let report = beside(&early, &hours_from_the_stamp(dialect, -25), doubt(Doubt::TryLater), NOT_VOUCHED);
        assert!(matches!(cause(&report), Cause::RevocationTooOld { .. }));
    }
}

#[test]
fn n124_an_answer_from_long_after_the_stamp_counts() {
    for dialect in BOTH {
        for (hours, noted) in [(1, false), (23, false), (24, true), (300, true)] {
            let report = beside(&honest(dialect), &hours_from_the_stamp(dialect, hours), INTACT, [Passed; 3]);
            let said = only(&report).notes.iter().any(|cause| matches!(cause, Cause::RevocationLate { .. }));
            assert_eq!(said, noted, "{hours}: {:?}", only(&report).notes);
        }
    }
}

#[test]
fn n125_without_an_answer_nobody_vouches() {
    for dialect in BOTH {
        let forged = changed(dialect, |signing| signing.level = crate::forge::xades::Level::T);
        let report = beside(&honest(dialect), &forged, NO_ANSWER, NOT_VOUCHED);
        assert!(matches!(cause(&report), Cause::NoRevocationData { .. }));
    }
}

/// The honest seal with a revocation list in place of an OCSP answer.
pub fn listed(dialect: Dialect, change: impl Fn(&mut List)) -> Signing {
    let mut signing = answered(dialect, |response| response.outcome = 3);
    let mut list = List::empty(&Pki::shared().seal_authority, signing.ocsp_time);
    change(&mut list);
    signing.crls = vec![list.der()];
    if dialect == Dialect::Lvrtc {
        // The issuer comes inside the answer in this dialect; a list brings nobody along.
        let certificate = crate::forge::xades::parts::certificate_values(&signing);
        signing.on_unsigned = Some(Rc::new(move |unsigned| unsigned.children.push(Node::Element(certificate.clone()))));
    }
    signing
}

/// issuingDistributionPoint with one of its flags: 1 users only, 2 authorities only, 4 indirect, or with some reasons.
fn scope(field: &[u8]) -> Extension {
    Extension::new("2.5.29.28", Weight::Critical, der::sequence(&[field]))
}

#[test]
fn n126_a_list_that_is_stale_of_somebody_else_or_partial_is_no_answer() {
    for dialect in BOTH {
        let twin = listed(dialect, |_| ());
        let narrowed = |extension: &dyn Fn() -> Extension| listed(dialect, |list| list.extensions.push(extension()));
        let unread = [
            narrowed(&|| scope(&der::context_primitive(3, &[6, 0x40]))),
            narrowed(&|| scope(&der::context_primitive(2, &[0xFF]))),
            narrowed(&|| Extension::new("2.5.29.27", Weight::Critical, der::number(1))),
            narrowed(&|| Extension::new("1.3.6.1.4.1.99999.2", Weight::Critical, der::null())),
        ];
        for (number, forged) in unread.iter().enumerate() {
            let report = beside(&twin, forged, NO_ANSWER, NOT_VOUCHED);
            let scope = matches!(cause(&report), Cause::RevocationRefused { reason: AnswerFault::OutOfScope, .. });
            assert!(scope, "{number}: {:?}", cause(&report));
        }
        // Of somebody else by name, it is no answer; of somebody else under the right name, a wrong one.
        let other = listed(dialect, |list| list.issuer = Pki::shared().person_authority.clone());
        let report = beside(&twin, &other, NO_ANSWER, NOT_VOUCHED);
        assert!(matches!(cause(&report), Cause::NoRevocationData { .. }), "{:?}", cause(&report));
        let feigned = listed(dialect, |list| {
            list.issuer = Pki::shared().person_authority.clone();
            list.issuer_name = Some(Pki::shared().seal_authority.subject.clone());
        });
        let report = beside(&twin, &feigned, NO_ANSWER, NOT_VOUCHED);
        assert!(matches!(cause(&report), Cause::RevocationRefused { .. }), "{:?}", cause(&report));
        let stale = listed(dialect, |list| {
            list.this_update = Instant::of("2025-06-01T00:00:00Z");
            list.next_update = Some(Instant::of("2025-06-08T00:00:00Z"));
        });
        let report = beside(&twin, &stale, doubt(Doubt::TryLater), NOT_VOUCHED);
        assert!(matches!(cause(&report), Cause::RevocationTooOld { .. }));
    }
}

/// A list from after the seal's certificate had run out; it may say that it keeps such certificates.
pub fn after_the_end(dialect: Dialect, keeps: bool) -> Signing {
    let mut signing = listed(dialect, |list| {
        list.this_update = Instant::of("2025-10-01T00:00:00Z");
        list.next_update = Some(Instant::of("2025-10-08T00:00:00Z"));
        if keeps {
            let since = Instant::of("2021-01-01T00:00:00Z").generalized();
            list.extensions.push(Extension::new("2.5.29.60", Weight::Plain, since));
        }
    });
    let short = seal(dialect, |template| template.not_after = Instant::of("2025-09-01T00:00:00Z"));
    (signing.signer, signing.scheme) = (short.signer, short.scheme);
    signing
}

#[test]
fn n127_a_list_that_forgets_what_has_run_out_says_nothing_about_it() {
    for dialect in BOTH {
        let (twin, forged) = (after_the_end(dialect, true), after_the_end(dialect, false));
        let report = beside(&twin, &forged, NO_ANSWER, NOT_VOUCHED);
        let reason = matches!(cause(&report), Cause::RevocationRefused { reason: AnswerFault::NoLongerSpeaks, .. });
        assert!(reason, "{:?}", cause(&report));
    }
}

/// The honest answer behind another.
pub fn two_answers(dialect: Dialect, first: &str) -> Signing {
    changed(dialect, |signing| {
        let first = first.to_owned();
        signing.on_unsigned = Some(Rc::new(move |unsigned| {
            for values in unsigned.descendants_mut("xades:OCSPValues") {
                let corrupt = Element::new("xades:EncapsulatedOCSPValue").text(&first);
                values.children.insert(0, Node::Element(corrupt));
            }
        }));
    })
}

#[test]
fn n128_a_corrupt_answer_does_not_spoil_a_good_one() {
    for dialect in BOTH {
        for corrupt in ["MAA=", "!!!!", "MIIB", ""] {
            beside(&honest(dialect), &two_answers(dialect, corrupt), INTACT, [Passed; 3]);
        }
    }
}

/// "Revoked" is not outdone by a "good" of another response that was made later.
#[test]
fn of_two_answers_the_one_that_revokes_for_good_counts() {
    use base64::Engine as _;
    for dialect in BOTH {
        let pki = Pki::shared();
        let earlier = honest(dialect);
        let at = earlier.ocsp_time.plus(-600);
        let mut response = Response::good(&earlier.signer, &pki.seal_authority, &earlier.responder, at);
        response.answers[0].status = revoked(BEFORE, Some(1));
        let text = base64::engine::general_purpose::STANDARD.encode(response.der());
        let forged = two_answers(dialect, &text);
        beside(&honest(dialect), &forged, doubt(Doubt::RevokedNoPoe), [Passed, Unknown, Unknown]);
    }
}

/// The digest of another certificate (certHash of Common PKI).
pub fn other_hash(dialect: Dialect) -> Signing {
    answered(dialect, |response| {
        let digest = Hash::Sha256.algorithm(crate::forge::keys::Parameters::Null);
        let value = der::sequence(&[digest, der::octets(&[7; 32])]);
        response.answers[0].extensions.push(Extension::new("1.3.36.8.3.13", Weight::Plain, value));
    })
}

#[test]
fn an_answer_that_states_another_digest_or_comes_from_the_future_is_refused() {
    for dialect in BOTH {
        refused(&other_hash(dialect), AnswerFault::OtherCertificate);
        let future = status(dialect, "2027-01-01T00:00:00Z", Status::Good);
        refused(&future, AnswerFault::FromTheFuture);
    }
}
