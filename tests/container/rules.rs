//! Rules C1 to C14: what is said about a container whose archive is sound.

use edoc::container::{Bytes, ContainerFinding, Format, ReferenceNote, Resolution, Resolved, digest_source};
use edoc::crypto::{DigestAlgorithm, Sha256};

use crate::samples::{
    ASIC_E, ASIC_S, SIGNATURES, accepted, asic_e, asic_s, findings, good, manifest_xml, signature_xml,
};
use crate::zip_writer::{Item, Zip, extra};

fn mimetype(content: impl AsRef<[u8]>) -> Zip {
    good().replace("mimetype", |_| Item::stored("mimetype", content))
}

fn manifest(content: impl AsRef<[u8]>) -> Zip {
    good().replace("META-INF/manifest.xml", |_| Item::deflated("META-INF/manifest.xml", content))
}

fn format_faults(zip: &Zip) -> Vec<ContainerFinding> {
    accepted(zip, |container| container.format_faults.clone())
}

#[test]
fn a_sound_container_is_described() {
    let zip = asic_e(&[("a.txt", "Paraugs"), ("mape/b.txt", "cits")]).and(Item::stored("META-INF/cits.bin", "x"));
    accepted(&zip, |container| {
        assert_eq!(container.format, Format::AsicE);
        assert_eq!(container.media_type.as_deref(), Some(ASIC_E));
        assert_eq!(container.producer.as_deref(), Some("EDOC/2.0; LIB/2.10.1"));
        assert_eq!(container.format_faults, []);
        let names: Vec<_> =
            container.documents.iter().map(|document| (document.name.as_str(), document.size)).collect();
        assert_eq!(names, [("a.txt", 7), ("mape/b.txt", 4)]);
        assert_eq!(container.documents[0].media_type.as_deref(), Some("text/plain"));
        assert_eq!(container.document("mape/b.txt"), Some(&container.documents[1]));
        assert_eq!(container.document("b.txt"), None);
        assert_eq!(container.read_document(&container.documents[0], 7).unwrap(), b"Paraugs");
        assert_eq!(container.signature_files.len(), 1);
        let signature = container.read_signature_file(&container.signature_files[0]).unwrap();
        assert_eq!(signature, signature_xml("S0").into_bytes());
        assert_eq!(container.other_entries(), ["META-INF/cits.bin"]);
        let manifest = container.digest_entry("META-INF/manifest.xml", &[DigestAlgorithm::Sha256]).unwrap();
        assert_eq!(manifest, [DigestAlgorithm::Sha256.digest(manifest_xml(&["a.txt", "mape/b.txt"]).as_bytes())]);
        assert!(container.digest_entry("nav", &[DigestAlgorithm::Sha256]).is_err());
        container.check_remaining().unwrap();
    });
    let bytes = zip.bytes();
    assert_eq!(digest_source(&Bytes(&bytes)).unwrap(), Sha256::of(&bytes));
}

#[test]
fn n20_without_a_mimetype_other_evidence_decides() {
    let zip = good().without("mimetype");
    assert_eq!(findings(&zip), [ContainerFinding::MimetypeMissing]);
    assert_eq!(format_faults(&zip), []);
    assert_eq!(accepted(&zip, |container| container.format), Format::AsicE);
}

#[test]
fn n21_the_mimetype_is_first_stored_and_bare() {
    let moved = good().without("mimetype").and(Item::stored("mimetype", ASIC_E));
    assert_eq!(findings(&moved), [ContainerFinding::MimetypeNotFirst]);
    let directory_only = good().with(|zip| zip.directory_order = Some(vec![1, 0, 2, 3]));
    assert_eq!(findings(&directory_only), [ContainerFinding::MimetypeNotFirst]);
    let deflated = good().replace("mimetype", |_| Item::deflated("mimetype", ASIC_E));
    assert_eq!(findings(&deflated), [ContainerFinding::MimetypeCompressed]);
    let field = extra(0x5455, &[0]);
    let with_extra = good().replace("mimetype", |item| item.local(|header| header.extra = field.clone()));
    assert_eq!(findings(&with_extra), [ContainerFinding::MimetypeExtraField]);
}

#[test]
fn n22_white_space_and_byte_order_mark_are_forgiven() {
    for content in [format!("\u{feff}{ASIC_E}"), format!("{ASIC_E}\n"), format!(" {ASIC_E}\r\n")] {
        assert_eq!(findings(&mimetype(&content)), [ContainerFinding::MimetypePadded]);
        assert_eq!(accepted(&mimetype(&content), |container| container.media_type.clone()).as_deref(), Some(ASIC_E));
    }
}

#[test]
fn n23_another_media_type_is_a_format_fault() {
    let zip = mimetype("application/zip");
    let fault = ContainerFinding::ForeignMediaType { value: "application/zip".to_owned() };
    assert_eq!(format_faults(&zip), [fault]);
    assert!(findings(&zip).contains(&ContainerFinding::MimetypeUnexpected { value: "application/zip".to_owned() }));
    // ASiC-S may carry its document's own.
    let simple = asic_s().replace("mimetype", |_| Item::stored("mimetype", "text/plain"));
    assert_eq!(format_faults(&simple), []);
    assert_eq!(accepted(&simple, |container| container.format), Format::AsicS);
    let long = mimetype("x".repeat(2_000));
    assert!(findings(&long).contains(&ContainerFinding::MimetypeUnexpected { value: String::new() }));
    let both = good().and(Item::stored("Mimetype", ASIC_S));
    let names = vec!["mimetype".to_owned(), "Mimetype".to_owned()];
    assert_eq!(format_faults(&both), [ContainerFinding::MimetypeTwice { names }]);
}

#[test]
fn n23_n31_asic_s_has_exactly_one_document_at_its_root() {
    assert_eq!(format_faults(&asic_s()), []);
    assert_eq!(accepted(&asic_s(), |container| container.format), Format::AsicS);
    let two = asic_s().and(Item::stored("b.txt", "cits"));
    let names = vec!["a.txt".to_owned(), "b.txt".to_owned()];
    assert_eq!(format_faults(&two), [ContainerFinding::NotOneDocument { names }]);
    let folder = asic_s().without("a.txt").and(Item::stored("mape/a.txt", "Paraugs"));
    assert_eq!(format_faults(&folder), [ContainerFinding::NotOneDocument { names: Vec::new() }]);
}

#[test]
fn n24_n25_an_absent_or_unusable_manifest_is_a_finding() {
    assert_eq!(findings(&good().without("META-INF/manifest.xml")), [ContainerFinding::ManifestMissing]);
    let listing = manifest_xml(&["a.txt"]);
    for content in ["<m:manifest", "<manifest/>", "", &format!("<!DOCTYPE m:manifest []>{listing}")] {
        let found = findings(&manifest(content));
        assert!(matches!(found[..], [ContainerFinding::ManifestUnusable { .. }]), "{content}: {found:?}");
    }
    let endless: Vec<String> = (0..4_000).map(|n| n.to_string()).collect();
    let endless = manifest_xml(&endless.iter().map(String::as_str).collect::<Vec<_>>());
    assert!(matches!(findings(&manifest(endless))[..], [ContainerFinding::ManifestUnusable { .. }]));
    assert_eq!(findings(&manifest(&listing)), []);
    assert_eq!(accepted(&manifest("<x/>"), |container| container.documents[0].media_type.clone()), None);
}

#[test]
fn the_manifest_may_have_another_prefix_or_none() {
    let listing = manifest_xml(&["a.txt"]).replace("m:", "manifest:").replace("xmlns:m=", "xmlns:manifest=");
    assert_eq!(findings(&manifest(&listing)), []);
    let bare = manifest_xml(&["a.txt"]).replace("xmlns:m=", "xmlns=").replace("m:", "");
    assert_eq!(findings(&manifest(&bare)), [ContainerFinding::ManifestUnprefixed]);
    let media_type = accepted(&manifest(&bare), |container| container.documents[0].media_type.clone());
    assert_eq!(media_type.as_deref(), Some("text/plain"));
}

#[test]
fn n26_n27_manifest_and_archive_list_the_same() {
    let path = |path: &str| path.to_owned();
    assert_eq!(
        findings(&manifest(manifest_xml(&["a.txt", "b.txt"]))),
        [ContainerFinding::ListedButMissing { path: path("b.txt") }]
    );
    assert_eq!(findings(&manifest(manifest_xml(&[]))), [ContainerFinding::PresentButUnlisted { name: path("a.txt") }]);
    assert_eq!(
        findings(&manifest(manifest_xml(&["a.txt", "a.txt"]))),
        [ContainerFinding::ManifestDuplicate { path: path("a.txt") }]
    );
    for bad in ["../a.txt", "/a.txt", "./a.txt", "a\\b", "a//b", ""] {
        let found = findings(&manifest(manifest_xml(&["a.txt", bad])));
        assert_eq!(found, [ContainerFinding::ManifestBadPath { path: path(bad) }]);
    }
    let spaced = asic_e(&[("a b.txt", "x")])
        .replace("META-INF/manifest.xml", |_| Item::stored("META-INF/manifest.xml", manifest_xml(&["a%20b.txt"])));
    let encoded = ContainerFinding::ManifestEncoded { path: path("a%20b.txt"), name: path("a b.txt") };
    assert_eq!(findings(&spaced), [encoded]);
    let no_root = manifest_xml(&["a.txt"]).replace(r#"m:full-path="/""#, r#"m:full-path="META-INF/manifest.xml""#);
    assert_eq!(findings(&manifest(no_root)), [ContainerFinding::ManifestRootMissing]);
    let other_root = manifest_xml(&["a.txt"]).replace(ASIC_E, ASIC_S);
    assert_eq!(findings(&manifest(other_root)), [ContainerFinding::ManifestRootDiffers { media_type: path(ASIC_S) }]);
}

#[test]
fn n29_a_container_without_documents_is_none() {
    assert_eq!(format_faults(&asic_e(&[])), [ContainerFinding::NoDocument]);
    assert_eq!(format_faults(&good()), []);
}

#[test]
fn n30_a_container_without_signatures_is_unsigned() {
    let zip = good().without(SIGNATURES);
    accepted(&zip, |container| {
        assert_eq!(container.format, Format::AsicUnsigned);
        assert_eq!(container.signature_files, []);
        assert_eq!(container.documents.len(), 1);
    });
    // The manifest alone still says what it was.
    assert_eq!(accepted(&zip.without("mimetype"), |container| container.format), Format::AsicUnsigned);
}

#[test]
fn c7_signature_files_are_found_by_their_name() {
    let named = |name: &str| good().without(SIGNATURES).and(Item::stored(name, signature_xml("S0")));
    for name in ["META-INF/edoc-signatures-S1.xml", "META-INF/SIGNATURES.XML", "META-INF/signatures.xml"] {
        assert_eq!(findings(&named(name)), []);
        assert_eq!(accepted(&named(name), |container| container.signature_files[0].name.clone()), name);
    }
    for name in ["META-INF/signature.xml", "META-INF/mape/signatures0.xml"] {
        assert_eq!(findings(&named(name)), [ContainerFinding::SignatureFileName { name: name.to_owned() }]);
    }
    for name in
        ["META-INF/signatures.txt", "META-INF/signatureManifest.xml", "meta-inf/signatures0.xml", "signatures.xml"]
    {
        assert_eq!(accepted(&named(name), |container| container.format), Format::AsicUnsigned, "{name}");
    }
    // In another case it is a document like any other, visible and uncovered.
    assert_eq!(accepted(&named("meta-inf/signatures0.xml"), |container| container.documents.len()), 2);
}

#[test]
fn n33_n34_signature_files_come_in_name_order_and_twins_are_found() {
    let second = "META-INF/signatures1.xml";
    let third = "META-INF/signatures-a.xml";
    let zip = good().and(Item::stored(second, signature_xml("S0"))).and(Item::stored(third, signature_xml("S1")));
    let twins = ContainerFinding::SignatureFileTwice { first: SIGNATURES.to_owned(), second: second.to_owned() };
    assert_eq!(findings(&zip), [twins]);
    let names: Vec<String> =
        accepted(&zip, |container| container.signature_files.iter().map(|file| file.name.clone()).collect());
    assert_eq!(names, [third, SIGNATURES, second]);
}

#[test]
fn other_forms_of_evidence_beside_xades_are_named() {
    for name in ["META-INF/signature001.p7s", "META-INF/timestamp.tst", "META-INF/evidencerecord.xml"] {
        let zip = good().and(Item::stored(name, "x"));
        assert_eq!(findings(&zip), [ContainerFinding::OtherEvidence { name: name.to_owned() }]);
    }
}

/// What a URI means in a container with these documents.
fn resolve(names: &[&str], uri: &str) -> Resolution {
    let documents: Vec<(&str, &str)> = names.iter().map(|name| (*name, "x")).collect();
    accepted(&asic_e(&documents), |container| container.resolution(uri))
}

const NOT_FOUND: Resolution = Resolution { resolved: Resolved::NotFound, note: None };

fn document(index: usize, note: Option<ReferenceNote>) -> Resolution {
    Resolution { resolved: Resolved::Document(index), note }
}

fn not_permitted(note: ReferenceNote) -> Resolution {
    Resolution { resolved: Resolved::NotPermitted, note: Some(note) }
}

#[test]
fn references_resolve_by_exact_name() {
    let decoded = document(0, None);
    for (name, uri) in [
        ("a.txt", "a.txt"),
        ("mape/a.txt", "mape/a.txt"),
        ("a b.txt", "a%20b.txt"),
        ("ā.txt", "%C4%81.txt"),
        ("ā.txt", "%c4%81.txt"),
        ("ā.txt", "ā.txt"),
        ("a+b.txt", "a+b.txt"),
        ("a+b.txt", "a%2Bb.txt"),
        ("12:30.txt", "12%3A30.txt"),
        ("a#b?.txt", "a%23b%3F.txt"),
        ("e\u{301}.txt", "e%CC%81.txt"),
        ("!$&'()+,;=@_~-", "!$&'()+,;=@_~-"),
    ] {
        assert_eq!(resolve(&[name], uri), decoded, "{uri}");
    }
    assert_eq!(resolve(&["a.txt", "b.txt"], "b.txt"), document(1, None));
    assert_eq!(resolve(&["100%.txt"], "100%.txt"), document(0, Some(ReferenceNote::LoosePercent)));
    assert_eq!(resolve(&["a%2.txt"], "a%2.txt"), document(0, Some(ReferenceNote::LoosePercent)));
    assert_eq!(resolve(&["a%20b.txt"], "a%20b.txt"), document(0, Some(ReferenceNote::Undecoded)));
    assert_eq!(resolve(&["a#b?.txt"], "a#b?.txt"), document(0, Some(ReferenceNote::Undecoded)));
    // The decoded reading goes first.
    assert_eq!(resolve(&["a%20b.txt", "a b.txt"], "a%20b.txt"), document(1, None));
}

#[test]
fn n04_n37_n39_n41_other_spellings_are_not_found() {
    for (name, uri) in [
        ("a.txt", "A.txt"),
        ("a.txt", "b.txt"),
        ("a b.txt", "a+b.txt"),
        ("a.txt", "mape/a.txt"),
        ("mape/a.txt", "a.txt"),
        ("\u{e9}.txt", "e%CC%81.txt"),
        ("a.txt", "a.txt%00"),
        ("a.txt", "%61.txt "),
        ("ā.txt", "%C4.txt"),
        ("a.txt", "a.txt?x"),
        ("a.txt", "a.txt#x"),
    ] {
        assert_eq!(resolve(&[name], uri), NOT_FOUND, "{uri}");
    }
}

#[test]
fn n42_n43_uris_that_leave_the_container_are_not_followed() {
    for (uri, reason) in [
        ("", ReferenceNote::Empty),
        ("#S0-SignedProperties", ReferenceNote::SameDocument),
        ("http://example.invalid/a.txt", ReferenceNote::Scheme),
        ("file:///etc/passwd", ReferenceNote::Scheme),
        ("urn:a.txt", ReferenceNote::Scheme),
        ("//example.invalid/a.txt", ReferenceNote::Authority),
        ("/a.txt", ReferenceNote::Path),
        ("./a.txt", ReferenceNote::Path),
        ("../a.txt", ReferenceNote::Path),
        ("mape/../a.txt", ReferenceNote::Path),
        ("mimetype", ReferenceNote::NotAFile),
    ] {
        assert_eq!(resolve(&["a.txt"], uri), not_permitted(reason), "{uri}");
    }
    assert_eq!(resolve(&["a.txt"], "%2e%2e/a.txt"), NOT_FOUND);
    let other = Resolution { resolved: Resolved::OtherEntry("META-INF/manifest.xml".to_owned()), note: None };
    assert_eq!(resolve(&["a.txt"], "META-INF/manifest.xml"), other);
    let folder = good().and(Item::stored("mape/", ""));
    let found = accepted(&folder, |container| container.resolution("mape/"));
    assert_eq!(found, not_permitted(ReferenceNote::NotAFile));
}
