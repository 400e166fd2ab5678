//! Signature time-stamps (N105 to N110 of the reference), as far as they are judged.

use std::rc::Rc;

use edoc::validation::{Cause, CheckId, Doubt, Outcome};

use super::judging::*;
use crate::forge::tst::{Encoding, Ess};
use crate::forge::xades::{Dialect, Level};

const BOTH: [Dialect; 2] = [Dialect::Lvrtc, Dialect::Dss];
const STAMP: [CheckId; 3] = [CheckId::TimestampImprint, CheckId::TimestampSignature, CheckId::TimestampAuthority];

#[test]
fn honest_stamps_of_every_encoding_belong_to_their_signature() {
    for dialect in BOTH {
        for (encoding, ess) in [(Encoding::Der, Ess::V2), (Encoding::BerIndefinite, Ess::V1)] {
            let signing = changed(dialect, |signing| {
                signing.on_token = Some(Rc::new(move |token| {
                    token.encoding = encoding;
                    token.ess = ess;
                }));
            });
            let report = judge(&container(&signing));
            for id in STAMP {
                assert_eq!(check(&report, id).outcome, Outcome::Passed, "{id:?} {encoding:?}");
            }
            assert_eq!(only(&report).timestamp_time(), Some("2025-07-03T05:00:05Z".parse().unwrap()));
        }
    }
}

#[test]
fn a_stamp_of_another_signature_is_not_this_ones() {
    for dialect in BOTH {
        let forged = changed(dialect, |signing| {
            signing.on_token = Some(Rc::new(|token| token.imprint[0] ^= 1));
        });
        let report = judge(&container(&forged));
        assert_eq!(check(&report, CheckId::TimestampImprint).outcome, Outcome::Failed);
        assert_eq!(check(&report, CheckId::TimestampImprint).cause, Some(Cause::TimestampImprintWrong));
        assert_eq!(only(&report).timestamp_time(), None, "and proves no time");
        // Judged for now, when its answer on revocation is long out of date.
        assert_eq!(only(&report).indication, doubt(Doubt::TryLater));
        assert_eq!(report.facts.unchanged.outcome, Outcome::Passed, "the signature itself is as it was");
    }
}

#[test]
fn a_stamp_with_an_edited_time_is_not_the_authoritys() {
    for dialect in BOTH {
        let forged = changed(dialect, |signing| {
            signing.on_xml = Some(Rc::new(edit_token));
        });
        let report = judge(&container(&forged));
        assert_eq!(check(&report, CheckId::TimestampSignature).outcome, Outcome::Failed);
        assert_eq!(only(&report).timestamp_time(), None);
    }
}

/// Another year in genTime, everything else as it was.
fn edit_token(xml: &mut String) {
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD;
    let open = xml.find("EncapsulatedTimeStamp").unwrap();
    let start = open + xml[open..].find('>').unwrap() + 1;
    let end = start + xml[start..].find('<').unwrap();
    let text: String = xml[start..end].replace("&#13;", "").split_whitespace().collect();
    let mut token = STANDARD.decode(text).unwrap();
    let at = token.windows(14).position(|octets| octets == b"20250703050005").unwrap();
    token[at + 3] = b'4';
    xml.replace_range(start..end, &STANDARD.encode(token));
}

#[test]
fn a_stamp_without_the_attribute_that_binds_its_certificate_is_nobodys() {
    let forged = changed(Dialect::Dss, |signing| {
        signing.on_token = Some(Rc::new(|token| token.ess = Ess::None));
    });
    let report = judge(&container(&forged));
    assert_eq!(check(&report, CheckId::TimestampSignature).outcome, Outcome::Unknown);
}

#[test]
fn no_stamp_no_time() {
    let forged = changed(Dialect::Dss, |signing| signing.level = Level::B);
    let report = judge(&container(&forged));
    assert_eq!(check(&report, CheckId::TimestampImprint).cause, Some(Cause::NoTimestamp));
    assert_eq!(only(&report).timestamp_time(), None);
    assert!(only(&report).claimed_time.is_some(), "the claimed time is shown as claimed");
}

#[test]
fn rubbish_among_unsigned_properties_is_passed_over() {
    for dialect in BOTH {
        let signing = changed(dialect, |signing| {
            signing.on_xml = Some(Rc::new(|xml| {
                let open = xml.find("EncapsulatedOCSPValue").unwrap();
                let start = open + xml[open..].find('>').unwrap() + 1;
                xml.replace_range(start..start + 4, "!!!!");
            }));
        });
        let report = judge(&container(&signing));
        assert_eq!(report.facts.unchanged.outcome, Outcome::Passed, "nobody signed it");
        assert!(only(&report).revocation.is_empty());
    }
}
