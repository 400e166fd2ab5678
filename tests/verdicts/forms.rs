//! Signed properties out of place, other spellings of the same XML, and hostile XML (N46 to N49, N52, N60 to N68).

use std::rc::Rc;

use edoc::report::Authenticity;
use edoc::validation::Outcome::{Passed, Unknown};
use edoc::validation::{Cause, Doubt, Failure};

use super::hierarchy::beside;
use super::judging::*;
use crate::forge::xades::{Dialect, Signing};
use crate::forge::xml::{Element, Node};

const BOTH: [Dialect; 2] = [Dialect::Lvrtc, Dialect::Dss];

/// The honest signature with something changed in SignedInfo before it is signed.
fn with_info(dialect: Dialect, change: impl Fn(&mut Element) + 'static) -> Signing {
    let change = Rc::new(change);
    changed(dialect, |signing| {
        let change = Rc::clone(&change);
        signing.on_signed_info = Some(Rc::new(move |info| change(info)));
    })
}

/// The honest signature with its finished text changed.
fn with_text(dialect: Dialect, change: impl Fn(&str) -> String + 'static) -> Signing {
    let change = Rc::new(change);
    changed(dialect, |signing| {
        let change = Rc::clone(&change);
        signing.on_xml = Some(Rc::new(move |xml| *xml = change(xml)));
    })
}

fn type_of(element: &mut Element) -> Option<&mut String> {
    element.attributes.iter_mut().find(|(name, _)| name == "Type").map(|(_, value)| value)
}

/// The reference to the signed properties is of another type.
pub fn untyped(dialect: Dialect) -> Signing {
    with_info(dialect, |info| {
        for reference in info.descendants_mut("ds:Reference") {
            type_of(reference).into_iter().for_each(|value| value.push('x'));
        }
    })
}

#[test]
fn n46_n47_the_signed_properties_must_be_referred_to_by_their_type() {
    for dialect in BOTH {
        let absent = with_info(dialect, |info| {
            info.children.retain(
                |node| !matches!(node, Node::Element(element) if element.attributes.iter().any(|(name, _)| name == "Type")),
            );
        });
        for forged in [absent, untyped(dialect)] {
            let facts = [Unknown; 3];
            let report = beside(&honest(dialect), &forged, doubt(Doubt::SigConstraintsFailure), facts);
            assert_eq!(cause(&report), &Cause::SignedPropertiesNotCovered);
        }
    }
}

#[test]
fn n48_a_second_reference_to_the_signed_properties_never_helps() {
    for dialect in BOTH {
        // The second one, with another digest, comes first.
        let forged = with_info(dialect, |info| {
            let is_typed = |node: &Node| matches!(node, Node::Element(element) if element.clone().attributes.iter().any(|(name, _)| name == "Type"));
            let position = info.children.iter().position(is_typed).unwrap();
            let mut second = info.children[position].clone();
            let Node::Element(element) = &mut second else { unreachable!() };
            element.attributes.retain(|(name, _)| name != "Id");
            for value in element.descendants_mut("ds:DigestValue") {
                value.children = vec![Node::Text("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=".to_owned())];
            }
            info.children.insert(position, second);
        });
        let report = judge(&container(&forged));
        assert!(matches!(report.authenticity, Authenticity::Refuted(_)), "{:?}", report.authenticity);
    }
}

#[test]
fn n48_n54_two_signed_properties_or_two_homes_are_refused() {
    for dialect in BOTH {
        let forged = with_text(dialect, |xml| {
            let start = xml.find("<xades:SignedProperties").unwrap();
            let end = xml.find("</xades:SignedProperties>").unwrap() + "</xades:SignedProperties>".len();
            let second = xml[start..end].replace("Id=\"", "Id=\"x");
            format!("{}{second}{}", &xml[..end], &xml[end..])
        });
        expect(&container(&forged), failed(Failure::FormatFailure));
    }
}

#[test]
fn n49_a_reference_to_properties_that_are_not_there_is_not_found() {
    for dialect in BOTH {
        let forged = with_info(dialect, |info| {
            for reference in info.descendants_mut("ds:Reference") {
                let typed = type_of(reference).is_some();
                for (name, value) in &mut reference.attributes {
                    if typed && name == "URI" {
                        value.push_str("-nav");
                    }
                }
            }
        });
        beside(&honest(dialect), &forged, doubt(Doubt::SignedDataNotFound), [Unknown; 3]);
    }
}

/// A manifest in an Object of its own names the document; SignedInfo refers to the manifest alone.
#[test]
fn n52_a_manifest_in_an_object_covers_no_document() {
    for dialect in BOTH {
        let mut forged = with_info(dialect, |info| {
            let reference = info.descendants_mut("ds:Reference").into_iter().next().unwrap();
            for (name, value) in &mut reference.attributes {
                if name == "URI" {
                    "#viltus".clone_into(value);
                }
            }
        });
        let inner = Element::new("ds:Reference").attribute("URI", "Sertifik%C4%81ts%20PARAUGS.txt");
        let manifest = Element::new("ds:Manifest").attribute("Id", "viltus").child(inner);
        forged.objects = vec![Element::new("ds:Object").child(manifest)];
        let report = judge(&container(&forged));
        assert_ne!(report.authenticity, Authenticity::Genuine);
        assert!(only(&report).covers.is_empty());
        assert!(report.exams.is_empty());
    }
}

#[test]
fn n60_a_comment_cuts_no_value_short() {
    for dialect in BOTH {
        let twin = judge(&container(&honest(dialect)));
        let forged = with_text(dialect, |xml| {
            xml.replacen("2025-07-03T05:00:00Z", "2025-07-03T<!-- 1 -->05:<!-- 2 -->00:00Z", 1).replacen(
                "text/plain",
                "text/<!-- 3 -->plain",
                1,
            )
        });
        let report = beside(&honest(dialect), &forged, INTACT, [Passed; 3]);
        assert_eq!(only(&report).claimed_time, only(&twin).claimed_time);
    }
}

#[test]
fn n61_n62_other_spellings_of_the_same_canonical_form_change_nothing() {
    for dialect in BOTH {
        let respelt = [
            with_text(dialect, |xml| xml.replace("Id=\"", "Id  =  \"")),
            with_text(dialect, |xml| {
                xml.replace(
                    "Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"",
                    "Algorithm='http://www.w3.org/2001/04/xmlenc#sha256'",
                )
            }),
            with_text(dialect, |xml| xml.replace("05:00:00Z", "&#48;5:00:00Z")),
            with_text(dialect, |xml| xml.replace("05:00:00Z", "<![CDATA[05]]>:00:00Z")),
            with_text(dialect, |xml| xml.replace('\n', "\r\n")),
        ];
        for forged in respelt {
            let report = beside(&honest(dialect), &forged, INTACT, [Passed; 3]);
            assert_eq!(only(&report).claimed_time, Some("2025-07-03T05:00:00Z".parse().unwrap()));
        }
        // A carriage return as a character is a change.
        let forged = with_text(dialect, |xml| xml.replacen("05:00:00Z", "05:00:00Z&#xD;", 1));
        let report = judge(&container(&forged));
        assert_eq!(report.authenticity, Authenticity::Refuted(Failure::HashFailure));
    }
}

fn body(xml: &str) -> &str {
    &xml[xml.find("?>").unwrap() + 2..]
}

#[test]
fn n63_n64_n65_entities_are_refused_wherever_they_stand() {
    let bomb: String =
        (1..20).map(|level| format!("<!ENTITY e{level} \"&e{0};&e{0};&e{0};&e{0};\">", level - 1)).collect();
    let declarations = [
        format!("<!DOCTYPE x [<!ENTITY e0 \"05:00:00Z\">{bomb}]>"),
        "<!DOCTYPE x SYSTEM \"http://192.0.2.1/x.dtd\" [<!ENTITY e19 SYSTEM \"file:///etc/passwd\">]>".to_owned(),
    ];
    for dialect in BOTH {
        for declaration in declarations.clone() {
            let in_text = declaration.clone();
            let text =
                with_text(dialect, move |xml| format!("{in_text}{}", body(xml).replacen("05:00:00Z", "&e19;", 1)));
            let attribute =
                with_text(dialect, move |xml| format!("{declaration}{}", body(xml).replacen("Id=\"", "Id=\"&e19;", 1)));
            for forged in [text, attribute] {
                let report = expect(&container(&forged), failed(Failure::FormatFailure));
                assert!(matches!(report.cause, Some(Cause::XmlRefused { .. })));
            }
        }
    }
}

/// More references than a container can have files.
#[test]
fn n66_references_without_end_are_refused() {
    for dialect in BOTH {
        let forged = with_text(dialect, |xml| {
            let reference: String = (0..1_200)
                .map(|number| {
                    format!(
                        "<ds:Reference URI=\"{number}\"><ds:DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"/>\
                         <ds:DigestValue>AA==</ds:DigestValue></ds:Reference>"
                    )
                })
                .collect();
            xml.replacen("</ds:SignedInfo>", &format!("{reference}</ds:SignedInfo>"), 1)
        });
        expect(&container(&forged), failed(Failure::FormatFailure));
    }
}

#[test]
fn n67_utf_16_is_read_and_a_lie_about_it_is_not() {
    use crate::forge::container::Container;
    for dialect in BOTH {
        let mut archive = Container::signed(documents(), &honest(dialect)).archive();
        let entry = &mut archive.entries[2];
        let text = String::from_utf8(entry.data.clone()).unwrap().replace("UTF-8", "UTF-16");
        entry.data = format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(judge(&archive.bytes()).authenticity, Authenticity::Genuine);
        for lie in [text.clone().into_bytes(), text.replace("UTF-16", "ISO-8859-13").into_bytes()] {
            archive.entries[2].data = lie;
            let report = judge(&archive.bytes());
            assert_eq!(report.authenticity, Authenticity::Refuted(Failure::FormatFailure));
        }
    }
}

#[test]
fn n68_attributes_twice_and_prefixes_of_nobody_are_refused() {
    for dialect in BOTH {
        for (from, to) in [
            ("Target=\"", "Target=\"#x\" Target=\""),
            ("Target=\"", "xmlns:p=\"urn:p\" xmlns:q=\"urn:p\" p:a=\"1\" q:a=\"2\" Target=\""),
            ("<xades:SigningTime>", "<nav:x/><xades:SigningTime>"),
        ] {
            let forged = with_text(dialect, move |xml| xml.replacen(from, to, 1));
            expect(&container(&forged), failed(Failure::FormatFailure));
        }
    }
}
