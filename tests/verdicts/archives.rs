//! Archive time-stamps and what they cover (N112, N113 of the reference).

use std::rc::Rc;

use edoc::validation::Outcome::{self, Passed, Unknown};
use edoc::validation::{Cause, CheckId, Doubt, Failure};

use super::judging::*;
use super::times::archived;
use crate::forge::container::Container;
use crate::forge::xades::{Dialect, Signing};

const BOTH: [Dialect; 2] = [Dialect::Lvrtc, Dialect::Dss];

/// An archive time-stamp, and afterwards another digit in the encoded value of this element.
pub fn edited_after(dialect: Dialect, element: &'static str) -> Signing {
    let mut signing = archived(dialect, 60);
    signing.on_xml = Some(Rc::new(move |xml| {
        let text = xml.find(&format!("<xades:{element}")).unwrap();
        // Far inside: in the signature of what is encoded, or in its last octets.
        let end = text + xml[text + 1..].find("</").unwrap();
        let place = end - 8;
        let digit = if xml.as_bytes()[place] == b'A' { "B" } else { "A" };
        xml.replace_range(place..=place, digit);
    }));
    signing
}

#[test]
fn n112_a_covered_property_edited_later_takes_the_archive_stamp_s_worth() {
    let dss_only = (Dialect::Dss, "EncapsulatedX509Certificate");
    let mut forgeries = vec![dss_only];
    forgeries.extend(BOTH.map(|dialect| (dialect, "EncapsulatedTimeStamp")));
    for (dialect, element) in forgeries {
        let twin = judge(&container(&archived(dialect, 60)));
        assert_eq!(only(&twin).indication, INTACT);
        assert_eq!(check(&twin, CheckId::Archive).outcome, Passed);
        let report = judge(&container(&edited_after(dialect, element)));
        let archive = only(&report).timestamps.last().unwrap();
        assert_eq!(archive.kind, "ArchiveTimeStamp");
        assert_eq!(archive.indication, failed(Failure::HashFailure), "{dialect:?} {element}");
        assert_eq!(archive.cause, Some(Cause::TimestampImprintWrong));
        assert_eq!(check(&report, CheckId::Archive).outcome, Unknown);
        assert_eq!(report.facts.unchanged.outcome, Passed, "nobody signed it");
        // The certificates are on the list as well; the time-stamp of the signature was needed.
        if element == "EncapsulatedX509Certificate" {
            assert_eq!(only(&report).indication, INTACT);
        } else {
            assert_ne!(only(&report).indication, INTACT);
            assert_eq!(only(&report).timestamp_time(), None);
        }
    }
}

#[test]
fn n113_without_its_document_the_archive_stamp_has_nothing_to_cover() {
    for dialect in BOTH {
        let container = Container::signed(documents(), &archived(dialect, 60));
        assert_eq!(only(&judge(&container.bytes())).indication, INTACT);
        let mut archive = container.archive();
        archive.entries.remove(1);
        let mut other = container.archive().entries[1].clone();
        other.name = b"cits.txt".to_vec();
        archive.entries.insert(1, other);
        let report = judge(&archive.bytes());
        assert_eq!(only(&report).indication, doubt(Doubt::SignedDataNotFound));
        let stamp = only(&report).timestamps.last().unwrap();
        assert_ne!(stamp.indication, INTACT);
        assert_eq!(stamp.cause, Some(Cause::TimestampImprintUnsupported));
        let facts = [&report.facts.unchanged, &report.facts.vouched_for, &report.facts.exam_authority];
        assert_eq!(facts.map(|fact| fact.outcome), [Unknown; 3]);
        assert!(report.exams.is_empty());
    }
}

/// A document changed after the archive time-stamp.
#[test]
fn a_changed_document_fails_the_archive_stamp_too() {
    for dialect in BOTH {
        let mut archive = Container::signed(documents(), &archived(dialect, 60)).archive();
        let entry = &mut archive.entries[1];
        entry.data = String::from_utf8(entry.data.clone()).unwrap().replace("87,50", "97,50").into_bytes();
        let report = judge(&archive.bytes());
        assert_eq!(only(&report).indication, failed(Failure::HashFailure));
        let outcomes: Vec<Outcome> = only(&report).timestamps.iter().map(|stamp| stamp.checks[0].outcome).collect();
        assert_eq!(outcomes, [Passed, Outcome::Failed], "signature stamp and archive stamp");
    }
}
