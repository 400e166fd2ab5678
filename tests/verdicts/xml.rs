//! Signature files that are no acceptable XML, and wrapping (N48 to N55, N60 to N68 of the reference).

use std::rc::Rc;

use edoc::validation::{Cause, Doubt, Failure};

use super::judging::*;
use crate::forge::keys::Hash;
use crate::forge::xades::{Dialect, Signing, XADES};

const BOTH: [Dialect; 2] = [Dialect::Lvrtc, Dialect::Dss];

fn with_xml(dialect: Dialect, edit: impl Fn(&str) -> String + 'static) -> Vec<u8> {
    let edit = Rc::new(edit);
    let signing: Signing = changed(dialect, |signing| {
        let edit = Rc::clone(&edit);
        signing.on_xml = Some(Rc::new(move |xml| *xml = edit(xml)));
    });
    container(&signing)
}

fn body(xml: &str) -> &str {
    xml.find("?>").map_or(xml, |end| xml[end + 2..].trim_start())
}

#[test]
fn a_document_type_declaration_is_refused_before_it_is_read() {
    for dialect in BOTH {
        for doctype in [
            "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>",
            "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">",
            "<!DOCTYPE x>",
        ] {
            let forged = with_xml(dialect, move |xml| format!("<?xml version=\"1.0\"?>{doctype}{}", body(xml)));
            let report = expect(&forged, failed(Failure::FormatFailure));
            assert!(matches!(report.cause, Some(Cause::XmlRefused { .. })), "{:?}", report.cause);
        }
    }
}

#[test]
fn other_encodings_and_lies_about_them_are_refused() {
    for declared in ["ISO-8859-1", "UTF-7", "UTF-16", "windows-1257"] {
        let forged =
            with_xml(Dialect::Dss, move |xml| format!("<?xml version=\"1.0\" encoding=\"{declared}\"?>{}", body(xml)));
        expect(&forged, failed(Failure::FormatFailure));
    }
    let forged = with_xml(Dialect::Dss, |xml| format!("<?xml version=\"1.1\"?>{}", body(xml)));
    expect(&forged, failed(Failure::FormatFailure));
}

#[test]
fn white_space_comments_and_line_ends_that_canonicalisation_forgives_change_nothing() {
    for dialect in BOTH {
        let quoted = judge(&with_xml(dialect, |xml| format!("{xml}\n\n")));
        assert_eq!(only(&quoted).indication, INTACT, "white space after the root");
        let commented =
            judge(&with_xml(dialect, |xml| xml.replacen("2025-07-03T05:00:00Z", "2025-07-03T<!-- x -->05:00:00Z", 1)));
        assert_eq!(only(&commented).indication, INTACT, "a comment that canonicalisation leaves out");
        let claimed = only(&commented).claimed_time.unwrap();
        assert_eq!(claimed, "2025-07-03T05:00:00Z".parse().unwrap(), "and the value is read whole");
    }
}

#[test]
fn an_element_inside_a_text_property_is_refused() {
    for dialect in BOTH {
        let forged = with_xml(dialect, |xml| xml.replacen("2025-07-03T05:00:00Z", "2025-07-03<x/>T05:00:00Z", 1));
        expect(&forged, failed(Failure::FormatFailure));
    }
}

#[test]
fn an_identifier_that_occurs_twice_is_refused() {
    for dialect in BOTH {
        let forged = with_xml(dialect, |xml| {
            let start = xml.find("<xades:SignedProperties").unwrap();
            let end = xml.find("</xades:SignedProperties>").unwrap() + "</xades:SignedProperties>".len();
            let copy = xml[start..end].to_owned();
            xml.replacen(
                "</ds:Signature>",
                &format!("<ds:Object xmlns:xades=\"{XADES}\">{copy}</ds:Object></ds:Signature>"),
                1,
            )
        });
        let report = expect(&forged, failed(Failure::FormatFailure));
        assert!(matches!(report.cause, Some(Cause::StructureRefused { .. })), "{:?}", report.cause);
    }
}

#[test]
fn signed_properties_moved_elsewhere_are_not_found_by_their_identifier() {
    for dialect in BOTH {
        // The signed element goes into an Object of its own; a forged one takes its place under another Id.
        let forged = with_xml(dialect, |xml| {
            let start = xml.find("<xades:SignedProperties").unwrap();
            let end = xml.find("</xades:SignedProperties>").unwrap() + "</xades:SignedProperties>".len();
            let signed = xml[start..end].to_owned();
            let fake = signed
                .replace("Id=\"", "Id=\"x")
                .replacen("2025-07-03T05:00:00Z", "2026-07-03T05:00:00Z", 1)
                .replace("ObjectReference=\"#", "ObjectReference=\"#x");
            let moved = xml.replacen(&signed, &fake, 1);
            moved.replacen(
                "</ds:Signature>",
                &format!("<ds:Object xmlns:xades=\"{XADES}\">{signed}</ds:Object></ds:Signature>"),
                1,
            )
        });
        let report = judge(&forged);
        let word = only(&report).indication;
        // Inclusive canonicalisation depends on where the element stands, exclusive does not; neither may pass.
        assert!(
            word == doubt(Doubt::SignedDataNotFound) || word == failed(Failure::HashFailure),
            "{word:?}: {:?}",
            report.cause
        );
        assert!(only(&report).covers.is_empty());
    }
}

#[test]
fn properties_for_another_signature_are_refused() {
    for dialect in BOTH {
        let forged = with_xml(dialect, |xml| {
            assert!(xml.contains("Target=\"#"));
            xml.replacen("Target=\"#", "Target=\"#other", 1)
        });
        expect(&forged, failed(Failure::FormatFailure));
    }
}

#[test]
fn two_homes_for_properties_are_refused() {
    for dialect in BOTH {
        let forged = with_xml(dialect, |xml| {
            let empty = "<ds:Object><xades:QualifyingProperties xmlns:xades=\"http://uri.etsi.org/01903/v1.3.2#\"/></ds:Object>";
            xml.replacen("</ds:Signature>", &format!("{empty}</ds:Signature>"), 1)
        });
        expect(&forged, failed(Failure::FormatFailure));
    }
}

#[test]
fn a_signature_below_another_element_is_no_signature_of_the_container() {
    for dialect in BOTH {
        let forged = with_xml(dialect, |xml| {
            let open = xml.find("<ds:Signature ").unwrap();
            let close = xml.rfind("</ds:Signature>").unwrap() + "</ds:Signature>".len();
            format!("{}<x>{}</x>{}", &xml[..open], &xml[open..close], &xml[close..])
        });
        let report = judge(&forged);
        assert!(report.signatures.is_empty());
        assert!(matches!(report.cause, Some(Cause::StructureRefused { .. })), "{:?}", report.cause);
    }
}

/// A comment that no compression makes small, so that the archive's own limit does not step in first.
fn ballast() -> String {
    let digests = (0_u32..4_000).map(|number| crate::forge::der::hex(&Hash::Sha256.of(&number.to_be_bytes())));
    format!("<!--{}-->", digests.collect::<String>())
}

#[test]
fn depth_attributes_and_long_values_are_refused_quickly() {
    let deep = with_xml(Dialect::Dss, |_| format!("{}{}{}", ballast(), "<a>".repeat(100_000), "</a>".repeat(100_000)));
    expect(&deep, failed(Failure::FormatFailure));
    let wide = with_xml(Dialect::Dss, |_| {
        let attributes: String = (0..40_000).map(|number| format!(" a{number}=\"\"")).collect();
        format!("<a{attributes}/>")
    });
    expect(&wide, failed(Failure::FormatFailure));
    let long = with_xml(Dialect::Dss, |_| format!("{}<a b=\"{}\"/>", ballast(), "x".repeat(4_000_000)));
    expect(&long, failed(Failure::FormatFailure));
}

#[test]
fn a_prefixed_attribute_is_not_the_unprefixed_one() {
    for dialect in BOTH {
        let forged = with_xml(dialect, |xml| xml.replacen("Target=\"#", "xmlns:p=\"urn:p\" p:Target=\"#", 1));
        expect(&forged, failed(Failure::FormatFailure));
    }
}
