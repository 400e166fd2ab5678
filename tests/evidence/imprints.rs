//! Imprints of every kind: right as made, wrong once any covered part is another, right whatever follows them.

use std::rc::Rc;

use edoc::evidence::{ImprintFacts, SignatureFacts};

use super::gathering::*;
use crate::forge::container::Container;
use crate::forge::tst::Encoding;
use crate::forge::xades::parts::algorithm;
use crate::forge::xades::{Archive, Content, Dialect, Document, Extended, Level, Reference, Signing};
use crate::forge::xml::{Canonical, Element, Node};

const ARCHIVE: &str = "ArchiveTimeStamp";

fn archived(dialect: Dialect) -> Signing {
    changed(dialect, |signing| {
        signing.level = Level::Lta;
        signing.objects = vec![Element::new("ds:Object").attribute("Id", "other").text("something else")];
    })
}

/// The same with a change to the finished document.
fn altered(signing: &Signing, change: impl Fn(&mut Element) + 'static) -> SignatureFacts {
    let mut signing = signing.clone();
    signing.on_root = Some(Rc::new(change));
    facts(&signing)
}

/// One space more, inside the element of this name.
fn space_in(name: &'static str) -> impl Fn(&mut Element) {
    move |root| {
        let mut found = root.descendants_mut(name);
        assert!(!found.is_empty(), "no {name}");
        found[0].children.push(Node::Text(" ".to_owned()));
    }
}

fn imprints(facts: &SignatureFacts) -> Vec<(&str, ImprintFacts)> {
    assert_eq!(facts.refused, None);
    facts.timestamps.iter().map(|stamp| (stamp.kind.as_str(), stamp.imprint)).collect()
}

fn all_match(facts: &SignatureFacts, kinds: &[&str]) {
    let expected: Vec<_> = kinds.iter().map(|kind| (*kind, ImprintFacts::Matches)).collect();
    assert_eq!(imprints(facts), expected);
}

#[test]
fn signature_and_archive_time_stamps_of_every_canonicalisation_match() {
    for dialect in BOTH {
        for form in [Canonical::Inclusive10, Canonical::Inclusive11, Canonical::Exclusive] {
            let mut signing = archived(dialect);
            signing.canonical = Some(form);
            all_match(&facts(&signing), &["SignatureTimeStamp", ARCHIVE]);
        }
    }
}

#[test]
fn an_archive_time_stamp_covers_every_part() {
    let parts =
        ["ds:SignedInfo", "xades:SignedProperties", "ds:KeyInfo", "xades:SignatureTimeStamp", "xades:RevocationValues"];
    for dialect in BOTH {
        for name in parts {
            let facts = altered(&archived(dialect), space_in(name));
            assert_eq!(stamp(&facts, ARCHIVE).imprint, ImprintFacts::Differs, "{dialect:?} {name}");
            assert_eq!(stamp(&facts, ARCHIVE).covers, edoc::evidence::CoveredObjects::default());
            assert_eq!(stamp(&facts, "SignatureTimeStamp").imprint, ImprintFacts::Matches, "{dialect:?} {name}");
        }
        let other = altered(&archived(dialect), |root| {
            let object = root.descendants_mut("ds:Object").remove(1);
            object.children = vec![Node::Text("something elsf".to_owned())];
        });
        assert_eq!(stamp(&other, ARCHIVE).imprint, ImprintFacts::Differs, "another object");
    }
}

#[test]
fn signature_and_archive_time_stamps_cover_the_signature_value() {
    for dialect in BOTH {
        let facts = altered(&archived(dialect), space_in("ds:SignatureValue"));
        assert!(facts.value_is_right(), "white space in base64 means nothing to the signature");
        let expected = [("SignatureTimeStamp", ImprintFacts::Differs), (ARCHIVE, ImprintFacts::Differs)];
        assert_eq!(imprints(&facts), expected);
    }
}

#[test]
fn an_archive_time_stamp_covers_the_documents() {
    for dialect in BOTH {
        let mut other = documents();
        other[1].data[0] ^= 1;
        let facts = facts_beside(&archived(dialect), &other);
        let expected = [("SignatureTimeStamp", ImprintFacts::Matches), (ARCHIVE, ImprintFacts::Differs)];
        assert_eq!(imprints(&facts), expected);
        let facts = facts_beside(&archived(dialect), &documents()[..1]);
        assert_eq!(stamp(&facts, ARCHIVE).imprint, ImprintFacts::DataMissing, "a document is not there");
    }
}

#[test]
fn what_follows_an_archive_time_stamp_is_not_covered() {
    for dialect in BOTH {
        let facts = altered(&archived(dialect), |root| {
            let unsigned = root.descendants_mut("xades:UnsignedSignatureProperties").remove(0);
            unsigned.children.push(Node::Element(Element::new("xades:Unheard").text("anything")));
        });
        all_match(&facts, &["SignatureTimeStamp", ARCHIVE]);
        let before = altered(&archived(dialect), |root| {
            let unsigned = root.descendants_mut("xades:UnsignedSignatureProperties").remove(0);
            unsigned.children.insert(0, Node::Element(Element::new("xades:Unheard").text("anything")));
        });
        assert_eq!(stamp(&before, ARCHIVE).imprint, ImprintFacts::Differs, "unknown ones before it are");
    }
}

#[test]
fn archive_time_stamps_cover_those_before_them() {
    for dialect in BOTH {
        let mut signing = archived(dialect);
        signing.archives = vec![Archive::Old, Archive::New, Archive::New];
        signing.on_token = Some(Rc::new(|token| token.encoding = Encoding::BerIndefinite));
        all_match(&facts(&signing), &["SignatureTimeStamp", ARCHIVE, ARCHIVE, ARCHIVE]);
        let second = altered(&signing, |root| {
            let stamp = root.descendants_mut("xades141:ArchiveTimeStamp").remove(0);
            stamp.children.push(Node::Text(" ".to_owned()));
        });
        let found: Vec<_> = second.timestamps.iter().map(|stamp| stamp.imprint).collect();
        let (yes, no) = (ImprintFacts::Matches, ImprintFacts::Differs);
        assert_eq!(found, [yes, yes, yes, no], "only the last one covers the second");
    }
}

#[test]
fn content_time_stamps_cover_the_documents() {
    for dialect in BOTH {
        for content in [Content::All, Content::Individual(vec![2]), Content::Individual(vec![2, 1])] {
            let signing = changed(dialect, |signing| signing.content = Some(content.clone()));
            let kind = match content {
                Content::All => "AllDataObjectsTimeStamp",
                Content::Individual(_) => "IndividualDataObjectsTimeStamp",
            };
            let honest = facts(&signing);
            all_match(&honest, &[kind, "SignatureTimeStamp"]);
            let covers = &stamp(&honest, kind).covers;
            assert_eq!(
                (covers.signature, covers.documents),
                (false, !matches!(&content, Content::Individual(of) if of.len() < 2))
            );
            let mut other = documents();
            other[1].data[0] ^= 1;
            assert_eq!(stamp(&facts_beside(&signing, &other), kind).imprint, ImprintFacts::Differs);
            let fewer: Vec<Document> = documents().drain(..1).collect();
            assert_eq!(stamp(&facts_beside(&signing, &fewer), kind).imprint, ImprintFacts::DataMissing);
            other = documents();
            other[0].data[0] ^= 1;
            let expected = if matches!(&content, Content::Individual(of) if of.len() < 2) {
                ImprintFacts::Matches
            } else {
                ImprintFacts::Differs
            };
            assert_eq!(stamp(&facts_beside(&signing, &other), kind).imprint, expected);
        }
    }
}

#[test]
fn an_include_must_mean_the_data_of_one_reference() {
    let individual = |change: fn(&mut Element)| {
        let signing = changed(Dialect::Dss, move |signing| {
            signing.content = Some(Content::Individual(vec![1]));
            signing.on_signed_properties = Some(Rc::new(move |properties| {
                properties.descendants_mut("xades:Include").into_iter().for_each(change);
            }));
        });
        stamp(&facts(&signing), "IndividualDataObjectsTimeStamp").imprint
    };
    assert_eq!(individual(|_| {}), ImprintFacts::Matches);
    assert_eq!(individual(|include| include.attributes[1].1 = "false".to_owned()), ImprintFacts::DataMissing);
    assert_eq!(individual(|include| include.attributes[0].1 = "#nobody".to_owned()), ImprintFacts::DataMissing);
    assert_eq!(
        individual(|include| include.attributes[0].1 = "http://example.org/".to_owned()),
        ImprintFacts::DataMissing
    );
}

#[test]
fn time_stamps_over_references_cover_what_stands_before_them() {
    let (both, only) = ("SigAndRefsTimeStamp", "RefsOnlyTimeStamp");
    for dialect in BOTH {
        for version in [Extended::V1, Extended::V2] {
            let signing = changed(dialect, |signing| {
                signing.level = Level::Lta;
                signing.extended = Some(version);
            });
            let honest = facts(&signing);
            all_match(&honest, &["SignatureTimeStamp", both, only, ARCHIVE]);
            let of_version = |name: &str| match version {
                Extended::V1 => format!("xades:{name}"),
                Extended::V2 => format!("xades141:{name}V2"),
            };
            let cases = [
                ("ds:SignatureValue".to_owned(), ImprintFacts::Differs, ImprintFacts::Matches),
                ("xades:SignatureTimeStamp".to_owned(), ImprintFacts::Differs, ImprintFacts::Matches),
                (of_version("CompleteCertificateRefs"), ImprintFacts::Differs, ImprintFacts::Differs),
                ("xades:CompleteRevocationRefs".to_owned(), ImprintFacts::Differs, ImprintFacts::Differs),
                ("xades:RevocationValues".to_owned(), ImprintFacts::Matches, ImprintFacts::Matches),
                ("ds:KeyInfo".to_owned(), ImprintFacts::Matches, ImprintFacts::Matches),
                (of_version(both), ImprintFacts::Matches, ImprintFacts::Matches),
            ];
            for (name, of_both, of_only) in cases {
                let leaked: &'static str = name.clone().leak();
                let facts = altered(&signing, space_in(leaked));
                assert_eq!(stamp(&facts, both).imprint, of_both, "{dialect:?} {version:?} {name}");
                assert_eq!(stamp(&facts, only).imprint, of_only, "{dialect:?} {version:?} {name}");
                assert_eq!(stamp(&facts, ARCHIVE).imprint, ImprintFacts::Differs, "{name}");
            }
            let tokens = |kind| stamp(&honest, kind).covers.clone();
            assert!(tokens(both).signature && !tokens(both).documents && !tokens(only).signature);
            assert!(tokens(both).objects.contains(&stamp(&honest, "SignatureTimeStamp").id));
            let issuer = edoc::crypto::Sha256::of(&signing.chain[0].der);
            assert!(tokens(both).objects.contains(&issuer) && tokens(only).objects.contains(&issuer), "by its digest");
        }
    }
}

#[test]
fn a_signature_time_stamp_may_name_what_it_covers_and_nothing_else() {
    let including = |uri: &str| {
        let include = Element::new("xades:Include").attribute("URI", uri);
        let signing = changed(Dialect::Dss, move |signing| {
            let include = include.clone();
            signing.on_unsigned = Some(Rc::new(move |unsigned| {
                let stamp = unsigned.descendants_mut("xades:SignatureTimeStamp").remove(0);
                stamp.children.insert(0, Node::Element(include.clone()));
            }));
        });
        stamp(&facts(&signing), "SignatureTimeStamp").imprint
    };
    let id = honest(Dialect::Dss).id;
    assert_eq!(including(&format!("#value-{id}")), ImprintFacts::Matches);
    assert_eq!(including(&format!("#{id}")), ImprintFacts::DataMissing);
    assert_eq!(including("http://example.org/"), ImprintFacts::DataMissing);
}

#[test]
fn several_tokens_in_one_property_each_have_their_facts() {
    let signing = changed(Dialect::Dss, |signing| {
        signing.on_unsigned = Some(Rc::new(|unsigned| {
            let stamp = unsigned.descendants_mut("xades:SignatureTimeStamp").remove(0);
            let twice = stamp.children[1].clone();
            stamp.children.push(twice);
        }));
    });
    let facts = facts(&signing);
    all_match(&facts, &["SignatureTimeStamp", "SignatureTimeStamp"]);
    assert!(facts.timestamps.iter().all(|stamp| stamp.tokens_in_property == 2));
}

#[test]
fn what_may_not_be_read_is_missing() {
    let with = |name: &'static str, uri: &'static str| {
        let signing = changed(Dialect::Dss, move |signing| {
            signing.level = Level::Lta;
            signing.on_unsigned = Some(Rc::new(move |unsigned| {
                for method in unsigned.descendants_mut("ds:CanonicalizationMethod") {
                    method.attributes[0].1 = uri.to_owned();
                }
            }));
            signing.on_signed_info = Some(Rc::new(move |info| {
                if name == "transform" {
                    let reference = info.descendants_mut("ds:Reference").remove(0);
                    let transform = algorithm("ds:Transform", "http://www.w3.org/TR/1999/REC-xslt-19991116");
                    let transforms = Element::new("ds:Transforms").child(transform);
                    reference.children.insert(0, Node::Element(transforms));
                }
            }));
        });
        facts(&signing)
    };
    let exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";
    let other = with("", "http://example.org/c14n");
    assert_eq!(stamp(&other, "SignatureTimeStamp").imprint, ImprintFacts::DataMissing);
    assert_eq!(stamp(&other, ARCHIVE).imprint, ImprintFacts::Matches, "has a method of its own");
    let other = with("transform", exclusive);
    assert_eq!(stamp(&other, "SignatureTimeStamp").imprint, ImprintFacts::Matches);
    assert_eq!(stamp(&other, ARCHIVE).imprint, ImprintFacts::DataMissing);
}

#[test]
fn transformed_documents_are_digested_transformed() {
    let document = Document::new("data.xml", "text/xml", "<?xml version=\"1.0\"?><data b='2' a='1'/>");
    for dialect in BOTH {
        let mut signing = archived(dialect);
        let mut reference = Reference::to(&document, signing.digest);
        reference.data = b"<data a=\"1\" b=\"2\"></data>".to_vec();
        signing.references = Some(vec![reference]);
        signing.content = Some(Content::All);
        signing.on_signed_info = Some(Rc::new(|info| {
            let transform = algorithm("ds:Transform", Canonical::Inclusive11.uri());
            let transforms = Element::new("ds:Transforms").child(transform);
            info.descendants_mut("ds:Reference").remove(0).children.insert(0, Node::Element(transforms));
        }));
        let signed = |text: &str| {
            let inside = vec![Document::new("data.xml", "text/xml", text)];
            only(facts_of_bytes(&Container::signed(inside, &signing).bytes()))
        };
        let honest = signed("<?xml version=\"1.0\"?><data b='2' a='1'/>");
        all_match(&honest, &["AllDataObjectsTimeStamp", "SignatureTimeStamp", ARCHIVE]);
        all_match(&signed("<data a='1' b='2' />"), &["AllDataObjectsTimeStamp", "SignatureTimeStamp", ARCHIVE]);
        let other = signed("<data a='1' b='3' />");
        assert_eq!(stamp(&other, ARCHIVE).imprint, ImprintFacts::Differs);
        let broken = signed("<data a='1' b='3' ");
        assert_eq!(stamp(&broken, ARCHIVE).imprint, ImprintFacts::DataMissing);
    }
}
