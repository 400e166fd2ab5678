//! What is amiss with a container around an honest signature: refused, or said beside the word (N02 to N34).

use edoc::container::{ContainerFinding, Format};
use edoc::report::{Authenticity, Coverage, Report};
use edoc::validation::{Cause, Doubt, Failure};

use super::judging::*;
use crate::forge::container::{Container, MEDIA_TYPE};
use crate::forge::xades::{Dialect, Document, Reference};
use crate::forge::zip::{Archive, Entry};

const BOTH: [Dialect; 2] = [Dialect::Lvrtc, Dialect::Dss];
const MANIFEST: &[u8] = b"META-INF/manifest.xml";
const SIMPLE: &str = "application/vnd.etsi.asic-s+zip";

fn archive(dialect: Dialect) -> Archive {
    Container::signed(documents(), &honest(dialect)).archive()
}

/// The archive with one entry changed.
fn with(dialect: Dialect, name: &[u8], change: impl Fn(&mut Entry)) -> Archive {
    let mut archive = archive(dialect);
    change(archive.entries.iter_mut().find(|entry| entry.name == name).unwrap());
    archive
}

/// The honest archive is genuine with nothing to say; this one is refused as a whole.
fn refused(dialect: Dialect, archive: &Archive) {
    let twin = judge(&self::archive(dialect).bytes());
    assert_eq!((twin.authenticity, twin.findings), (Authenticity::Genuine, Vec::new()));
    let report = judge(&archive.bytes());
    assert_eq!(report.authenticity, Authenticity::Refuted(Failure::FormatFailure));
    assert!(matches!(report.cause, Some(Cause::ArchiveRefused { .. })), "{:?}", report.cause);
    assert!(report.signatures.is_empty() && report.exams.is_empty());
}

/// Genuine, with something to say.
fn said(archive: &Archive, finding: impl Fn(&ContainerFinding) -> bool) -> Report {
    let report = judge(&archive.bytes());
    assert_eq!(report.authenticity, Authenticity::Genuine, "{:?}", report.cause);
    assert!(report.findings.iter().any(finding), "{:?}", report.findings);
    report
}

#[test]
fn n02_what_stands_twice_is_refused() {
    for dialect in BOTH {
        let honest = archive(dialect);
        for entry in honest.entries.clone() {
            let mut twice = honest.clone();
            twice.entries.push(entry);
            refused(dialect, &twice);
        }
    }
}

#[test]
fn n03_names_that_are_one_elsewhere_are_said_and_each_is_judged() {
    for dialect in BOTH {
        let two = vec![Document::new("a.txt", "text/plain", "PARAUGS"), Document::new("A.txt", "text/plain", "CITS")];
        let container = Container::signed(two, &honest(dialect));
        let collide = |finding: &ContainerFinding| matches!(finding, ContainerFinding::NamesCollide { .. });
        let report = said(&container.archive(), collide);
        assert!(report.documents.iter().all(|document| document.coverage == Coverage::Covered));
    }
}

#[test]
fn n04_a_name_in_another_normal_form_is_another_name() {
    for dialect in BOTH {
        // "ā" as one character, and as "a" with a macron behind it.
        let composed = Document::new("sertifikāts.txt", "text/plain", "PARAUGS");
        let decomposed = Document::new("sertifika\u{304}ts.txt", "text/plain", "PARAUGS");
        let mut signing = honest(dialect);
        signing.references = Some(vec![Reference::to(&composed, signing.digest)]);
        let twin = judge(&Container::signed(vec![composed], &signing).bytes());
        assert_eq!(twin.authenticity, Authenticity::Genuine);
        let report = judge(&Container::signed(vec![decomposed], &signing).bytes());
        assert_eq!(report.authenticity, Authenticity::CannotConfirm(Doubt::SignedDataNotFound));
        assert_eq!(report.documents[0].coverage, Coverage::NotCovered);
    }
}

#[test]
fn n13_more_entries_than_anybody_needs_are_a_limit() {
    let mut many = archive(Dialect::Dss);
    many.entries.extend((0..1_000).map(|number| Entry::stored(&format!("{number}.txt"), b"")));
    let bytes = many.bytes();
    let policy = edoc::validation::Policy::zimogs_1().unwrap();
    let at = "2026-11-23T12:00:00Z".parse().unwrap();
    let source = edoc::container::Bytes(&bytes);
    let input = edoc::verify::Input { name: "daudz.edoc", source: &source };
    let refused = edoc::verify::verify(&input, &sample_trust(), &sample_issuers(), &policy, at);
    assert!(refused.as_ref().is_err_and(|error| error.to_string().contains("1000")), "{refused:?}");
}

#[test]
fn n16_an_entry_with_two_names_is_refused() {
    for dialect in BOTH {
        let name = documents()[0].name.clone().into_bytes();
        let unicode_path = |header: &[u8], name: &[u8]| {
            let mut crc = flate2::Crc::new();
            crc.update(header);
            let mut field = vec![0x75, 0x70];
            field.extend(u16::try_from(name.len() + 5).unwrap().to_le_bytes());
            field.push(1);
            field.extend(crc.sum().to_le_bytes());
            field.extend(name);
            field
        };
        let same = with(dialect, &name, |entry| entry.extra = unicode_path(&name, &name));
        assert_eq!(judge(&same.bytes()).authenticity, Authenticity::Genuine);
        refused(dialect, &with(dialect, &name, |entry| entry.extra = unicode_path(&name, b"cits.txt")));
    }
}

#[test]
fn n20_n21_n22_a_mimetype_that_is_odd_is_said() {
    for dialect in BOTH {
        let mut bare = archive(dialect);
        bare.entries.remove(0);
        said(&bare, |finding| *finding == ContainerFinding::MimetypeMissing);
        let packed = with(dialect, b"mimetype", |entry| *entry = Entry::deflated("mimetype", MEDIA_TYPE.as_bytes()));
        said(&packed, |finding| *finding == ContainerFinding::MimetypeCompressed);
        let extra = with(dialect, b"mimetype", |entry| entry.extra = vec![0x55, 0x54, 1, 0, 0]);
        said(&extra, |finding| *finding == ContainerFinding::MimetypeExtraField);
        for padded in [format!("\u{feff}{MEDIA_TYPE}"), format!("{MEDIA_TYPE}\n")] {
            let padded = with(dialect, b"mimetype", |entry| entry.data = padded.clone().into_bytes());
            said(&padded, |finding| *finding == ContainerFinding::MimetypePadded);
        }
    }
}

#[test]
fn n23_a_container_that_says_it_is_something_else_fails() {
    for dialect in BOTH {
        let mut two = Container::signed(documents(), &honest(dialect));
        two.documents.push(Document::new("otrs.txt", "text/plain", "PARAUGS"));
        let two = two.archive();
        assert_eq!(judge(&two.bytes()).authenticity, Authenticity::Genuine);
        for media_type in ["application/zip", SIMPLE] {
            let mut other = two.clone();
            other.entries[0].data = media_type.as_bytes().to_vec();
            let report = judge(&other.bytes());
            assert_eq!(report.authenticity, Authenticity::Refuted(Failure::FormatFailure), "{media_type}");
            assert!(matches!(report.cause, Some(Cause::ContainerRule { .. })), "{:?}", report.cause);
        }
    }
}

#[test]
fn n25_n26_a_manifest_that_says_something_else_is_said() {
    for dialect in BOTH {
        let listing = String::from_utf8(archive(dialect).entries.last().unwrap().data.clone()).unwrap();
        let manifest = |text: String| with(dialect, MANIFEST, move |entry| entry.data = text.clone().into_bytes());
        let unusable = |finding: &ContainerFinding| matches!(finding, ContainerFinding::ManifestUnusable { .. });
        said(&manifest("<manifest".to_owned()), unusable);
        said(
            &manifest(format!("<!DOCTYPE x [<!ENTITY a \"b\">]>{}", &listing[listing.find("?>").unwrap() + 2..])),
            unusable,
        );
        let mut container = Container::signed(documents(), &honest(dialect));
        container.uncovered.push(Document::new("nav.txt", "text/plain", ""));
        let mut missing = container.archive();
        missing.entries.retain(|entry| entry.name != b"nav.txt");
        said(&missing, |finding| matches!(finding, ContainerFinding::ListedButMissing { path } if path == "nav.txt"));
    }
}

#[test]
fn n27_a_file_beside_the_signed_one_is_said_and_never_covered() {
    for dialect in BOTH {
        let mut beside = archive(dialect);
        beside.entries.push(Entry::deflated("cits.txt", "Kopvērtējums: 100,00 %".as_bytes()));
        let unlisted = |finding: &ContainerFinding| matches!(finding, ContainerFinding::PresentButUnlisted { .. });
        let report = said(&beside, unlisted);
        let coverage = report.documents.iter().find(|document| document.name == "cits.txt").unwrap().coverage;
        assert_eq!(coverage, Coverage::NotCovered);
        assert!(report.exams.iter().all(|exam| exam.document != "cits.txt"));
    }
}

/// The list of documents calls the document a PDF, the signer a text.
pub fn other_media_type(dialect: Dialect) -> Archive {
    with(dialect, MANIFEST, |entry| {
        let text = String::from_utf8(entry.data.clone()).unwrap();
        entry.data = text.replace("text/plain", "application/pdf").into_bytes();
    })
}

/// Neither media type is signed for what it says of the file: the manifest's is shown as a claim.
#[test]
fn n28_another_media_type_in_the_manifest_is_only_a_claim() {
    for dialect in BOTH {
        let report = judge(&other_media_type(dialect).bytes());
        assert_eq!(report.authenticity, Authenticity::Genuine);
        assert_eq!(report.documents[0].claimed_media_type.as_deref(), Some("application/pdf"));
        let differs = |cause: &Cause| matches!(cause, Cause::MediaTypeDiffers { .. });
        let said = |report: &Report| {
            let signature = only(report);
            let checks = signature.checks.iter().filter_map(|check| check.cause.as_ref());
            signature.notes.iter().chain(checks).any(differs)
        };
        assert!(said(&report), "{:?}", only(&report).notes);
        assert!(!said(&judge(&archive(dialect).bytes())));
    }
}

#[test]
fn n31_a_simple_container_has_its_document_at_its_root() {
    let simple = |name: &str| {
        let mut signing = honest(Dialect::Dss);
        "META-INF/signatures.xml".clone_into(&mut signing.path);
        let mut archive = Container::signed(vec![Document::new(name, "text/plain", "PARAUGS")], &signing).archive();
        archive.entries[0].data = SIMPLE.as_bytes().to_vec();
        archive.entries.retain(|entry| entry.name != MANIFEST);
        judge(&archive.bytes())
    };
    let twin = simple("sertifikats.txt");
    assert_eq!((twin.format, twin.authenticity), (Format::AsicS, Authenticity::Genuine), "{:?}", twin.cause);
    let report = simple("mape/sertifikats.txt");
    assert_eq!(report.authenticity, Authenticity::Refuted(Failure::FormatFailure));
}

#[test]
fn n33_n34_a_signature_twice_or_two_of_one_identifier_are_judged_each() {
    for dialect in BOTH {
        let mut twice = archive(dialect);
        let mut copy = twice.entries[2].clone();
        let name = String::from_utf8(copy.name.clone()).unwrap();
        copy.name = name.replace("S1.xml", "S2.xml").replace("signatures0", "signatures1").into_bytes();
        twice.entries.push(copy);
        let report = said(&twice, |finding| matches!(finding, ContainerFinding::SignatureFileTwice { .. }));
        assert_eq!(report.signatures.len(), 2);
        // Another signature under the same Id in another file: an Id is its file's own.
        let mut container = Container::signed(documents(), &honest(dialect));
        let mut second = changed(dialect, |signing| signing.stamp_time = signing.stamp_time.plus(1)).numbered(2);
        second.id.clone_from(&container.signings[0].id);
        container.signings.push(second);
        let report = judge(&container.bytes());
        assert_eq!(report.authenticity, Authenticity::Genuine);
        assert!(report.signatures.iter().all(|signature| signature.indication == INTACT));
        assert_eq!(report.signatures[0].id, report.signatures[1].id);
    }
}
