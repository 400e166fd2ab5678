//! Every look-alike by its own name.

use edoc::container::{ArchiveFault, Format};

use crate::samples::{ASIC_E, ASIC_S, SIGNATURES, asic_e, asic_s, format_of, good, refused_bytes, signature_xml};
use crate::zip_writer::{Item, Zip};

fn zip(entries: &[(&str, &str)]) -> Vec<u8> {
    Zip::of(entries.iter().map(|(name, content)| Item::stored(name, content))).bytes()
}

#[test]
fn containers() {
    assert_eq!(format_of(&good().bytes()), Format::AsicE);
    assert_eq!(format_of(&asic_s().bytes()), Format::AsicS);
    assert_eq!(format_of(&good().without(SIGNATURES).bytes()), Format::AsicUnsigned);
    let by_comment = good().without("mimetype").without("META-INF/manifest.xml");
    let by_comment = by_comment.with(|zip| zip.comment = format!("mimetype={ASIC_E}").into_bytes());
    assert_eq!(format_of(&by_comment.bytes()), Format::AsicE);
    let simple = asic_s().without("mimetype");
    assert_eq!(format_of(&simple.bytes()), Format::AsicS);
    let two = asic_s().without("mimetype").and(Item::stored("b.txt", "x"));
    assert_eq!(format_of(&two.bytes()), Format::AsicE);
}

#[test]
fn other_asic() {
    let document = ("a.txt", "Paraugs");
    let with = |name| zip(&[("mimetype", ASIC_S), document, (name, "x")]);
    assert_eq!(format_of(&with("META-INF/signature.p7s")), Format::AsicCades);
    assert_eq!(format_of(&with("META-INF/timestamp.tst")), Format::AsicTimestamp);
    assert_eq!(format_of(&with("META-INF/evidencerecord.ers")), Format::AsicEvidenceRecord);
    assert_eq!(format_of(&with("META-INF/evidencerecord.xml")), Format::AsicEvidenceRecord);
    // Without a media type as well.
    assert_eq!(format_of(&zip(&[document, ("META-INF/signature.p7s", "x")])), Format::AsicCades);
    let hashcode = asic_e(&[]).and(Item::stored("META-INF/hashcodes-sha256.xml", "<hashcodes/>"));
    assert_eq!(format_of(&hashcode.bytes()), Format::AsicHashcode);
    let with_document = good().and(Item::stored("META-INF/hashcodes-sha256.xml", "<hashcodes/>"));
    assert_eq!(format_of(&with_document.bytes()), Format::AsicE);
}

#[test]
fn archives_of_other_families() {
    let signed = (SIGNATURES, "<x/>");
    for (media_type, format) in [
        ("application/vnd.bdoc-1.0", Format::Bdoc1),
        ("application/vnd.lt.archyvai.adoc-2008", Format::Adoc),
        ("application/vnd.oasis.opendocument.text", Format::OpenDocument),
        ("application/epub+zip", Format::OtherZip),
    ] {
        assert_eq!(format_of(&zip(&[("mimetype", media_type), ("a.txt", "x"), signed])), format);
    }
    let types = ("[Content_Types].xml", "<Types/>");
    let relations = ("_rels/.rels", "<Relationships/>");
    assert_eq!(format_of(&zip(&[types, relations, ("word/document.xml", "<x/>")])), Format::OfficeOpenXml);
    let signature = ("EDoc/Signature/signature1.xml", "<x/>");
    assert_eq!(format_of(&zip(&[types, relations, ("EDoc/Documents/a.doc", "x"), signature])), Format::Edoc1);
    // The same names as documents of an ASiC-E change nothing.
    let asic = good().and(Item::stored(types.0, types.1)).and(Item::stored(relations.0, relations.1));
    assert_eq!(format_of(&asic.bytes()), Format::AsicE);
    assert_eq!(format_of(&zip(&[("a.txt", "x")])), Format::OtherZip);
    assert_eq!(format_of(&zip(&[("META-INF/MANIFEST.MF", "x"), ("a.class", "x")])), Format::OtherZip);
    assert_eq!(format_of(&zip(&[])), Format::OtherZip);
}

#[test]
fn files_that_are_no_archives() {
    let utf16 = |text: &str| {
        let units = text.encode_utf16().flat_map(u16::to_le_bytes);
        [0xff, 0xfe].into_iter().chain(units).collect::<Vec<u8>>()
    };
    let xades = signature_xml("S0");
    let dsig = r#"<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"/>"#;
    let odf = r#"<document-signatures xmlns="urn:oasis:names:tc:opendocument:xmlns:digitalsignature:1.0"/>"#;
    let ddoc = r#"<?xml version="1.0"?><!-- x --><SignedDoc format="DIGIDOC-XML" version="1.3"/>"#;
    for (content, format) in [
        (b"".as_slice(), Format::Empty),
        (b"%PDF-1.7\n%", Format::Pdf),
        (b"\xef\xbb\xbf\n%PDF-1.4", Format::Pdf),
        (ddoc.as_bytes(), Format::Ddoc),
        (xades.as_bytes(), Format::BareXades),
        (dsig.as_bytes(), Format::BareXades),
        (odf.as_bytes(), Format::BareXades),
        (&[b"\xef\xbb\xbf<?xml version='1.0'?>\r\n", dsig.as_bytes()].concat(), Format::BareXades),
        (b"<Signature/>", Format::OtherXml),
        (b"<?xml version='1.0'?><invoice/>", Format::OtherXml),
        (b"<invoice a='SignedDoc'/>", Format::OtherXml),
        (b"<!DOCTYPE html><html></html>", Format::Other),
        (b"<<<", Format::Other),
        (b"<", Format::Other),
        (b"P", Format::Other),
        (b"just text", Format::Other),
        (b"\x89PNG\r\n\x1a\n", Format::Other),
        (&[0xff; 64], Format::Other),
    ] {
        assert_eq!(format_of(content), format, "{}", String::from_utf8_lossy(content));
    }
    assert_eq!(format_of(&utf16(r#"<SignedDoc/>"#)), Format::Ddoc);
}

#[test]
fn what_was_an_archive_is_refused_and_not_merely_unknown() {
    assert_eq!(refused_bytes(b"PK"), ArchiveFault::NoEndRecord);
    assert_eq!(refused_bytes(b"PK\x03\x04 and nothing more"), ArchiveFault::NoEndRecord);
    let pdf_before = [b"%PDF-1.7\n".as_slice(), &good().bytes()].concat();
    assert_eq!(refused_bytes(&pdf_before), ArchiveFault::PrefixData { bytes: 9 });
}

#[test]
fn formats_and_faults_have_stable_names() {
    assert_eq!(serde_json::to_string(&Format::AsicEvidenceRecord).unwrap(), r#""asic-evidence-record""#);
    let fault = ArchiveFault::TrailingData { bytes: 4 };
    let json = serde_json::to_string(&fault).unwrap();
    assert_eq!(json, r#"{"fault":"trailing-data","bytes":4}"#);
    assert_eq!(serde_json::from_str::<ArchiveFault>(&json).unwrap(), fault);
}
