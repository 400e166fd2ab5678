//! Structure, references and transforms; every refusal with its positive twin.

use std::borrow::Cow;

use super::*;
use crate::crypto::SignatureAlgorithm;
use crate::limits;
use crate::xml::{Document, parse};

const C14N10: &str = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
const EXCLUSIVE: &str = "http://www.w3.org/2001/10/xml-exc-c14n#";
const ENVELOPED: &str = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
const XPATH: &str = "http://www.w3.org/TR/1999/REC-xpath-19991116";

fn reference(attributes: &str, transforms: &[&str]) -> String {
    let list: String = transforms.iter().map(|uri| format!("<Transform Algorithm='{uri}'/>")).collect();
    let list = if list.is_empty() { list } else { format!("<Transforms>{list}</Transforms>") };
    format!(
        "<Reference {attributes}>{list}<DigestMethod Algorithm='urn:d'/><DigestValue>AQID</DigestValue></Reference>"
    )
}

fn signed_info(references: &str) -> String {
    format!(
        "<SignedInfo><CanonicalizationMethod Algorithm='{C14N10}'/><SignatureMethod Algorithm='urn:s'/>{references}\
         </SignedInfo>"
    )
}

fn signature(inside: &str) -> String {
    format!("<Signature xmlns='{NAMESPACE}'>{inside}</Signature>")
}

fn complete(references: &str) -> String {
    signature(&format!("{}<SignatureValue>BAUG</SignatureValue>", signed_info(references)))
}

fn find<'a, 'input>(document: &'a Document<'input>) -> Node<'a, 'input> {
    document.descendants().find(|node| node.has_tag_name((NAMESPACE, "Signature"))).unwrap()
}

fn fault(text: &str) -> DsigFault {
    let document = parse(text).unwrap();
    read_signed_info(find(&document)).map(|_| ()).unwrap_err()
}

#[test]
fn a_complete_signature_is_read() {
    let text = complete(&reference("Id='r' URI='#x' Type='urn:t'", &[EXCLUSIVE, ENVELOPED, XPATH]));
    let document = parse(&text).unwrap();
    let read = read_signed_info(find(&document)).unwrap();
    assert_eq!(read.canonicalization_uri, C14N10);
    assert_eq!(read.canonicalization, Canonicalization::from_uri(C14N10));
    assert_eq!(read.signature_method, "urn:s");
    let first = &read.references[0];
    assert_eq!(first.id.as_deref(), Some("r"));
    assert_eq!(first.reference_type.as_deref(), Some("urn:t"));
    assert_eq!((first.digest_method.as_str(), &first.digest_value[..]), ("urn:d", &[1, 2, 3][..]));
    let exclusive = Canonicalization::from_uri(EXCLUSIVE).unwrap();
    let expected = [
        Transform::Canonicalization(exclusive),
        Transform::EnvelopedSignature,
        Transform::NotPermitted(XPATH.to_owned()),
    ];
    assert_eq!(first.transforms, expected);
    assert_eq!(signature_value(find(&document)).unwrap(), [4, 5, 6]);
}

#[test]
fn prefixed_attributes_stand_for_nothing() {
    let text = complete(&reference("xmlns:p='urn:p' p:URI='#a' p:Id='r' URI='b'", &[]));
    let document = parse(&text).unwrap();
    let read = read_signed_info(find(&document)).unwrap();
    assert_eq!((read.references[0].uri.as_deref(), read.references[0].id.as_deref()), (Some("b"), None));
    let prefixed = "<SignatureMethod xmlns:p='urn:p' p:Algorithm='urn:s'/>";
    let text = text.replace("<SignatureMethod Algorithm='urn:s'/>", prefixed);
    assert_eq!(fault(&text), DsigFault::Missing { element: "SignatureMethod/@Algorithm".to_owned() });
}

#[test]
fn children_have_their_order_and_number() {
    let info = signed_info(&reference("URI=''", &[]));
    let value = "<SignatureValue>BAUG</SignatureValue>";
    let good = format!("{info}{value}<KeyInfo/><Object/><Object/>");
    let document = signature(&good);
    assert!(read_signed_info(find(&parse(&document).unwrap())).is_ok());
    let repeated = |element: &str| DsigFault::Repeated { element: element.to_owned() };
    let missing = |element: &str| DsigFault::Missing { element: element.to_owned() };
    let unexpected = |element: &str| DsigFault::Unexpected { element: element.to_owned() };
    let table = [
        (format!("{info}{info}{value}"), repeated("SignedInfo")),
        (format!("{info}{value}{value}"), repeated("SignatureValue")),
        (format!("{info}{value}<KeyInfo/><KeyInfo/>"), repeated("KeyInfo")),
        (format!("{info}{value}<Object/>{info}"), repeated("SignedInfo")),
        (format!("{value}{info}"), missing("SignedInfo")),
        (info.clone(), missing("SignatureValue")),
        (format!("{info}{value}<Object/><KeyInfo/>"), unexpected("KeyInfo")),
        (format!("{info}{value}<x xmlns=''/>"), unexpected("x")),
        (format!("{info}{value}<SignedInfo xmlns='urn:x'/>"), unexpected("SignedInfo")),
        (format!("<wrap>{info}</wrap>{value}"), missing("SignedInfo")),
    ];
    for (inside, expected) in table {
        assert_eq!(fault(&signature(&inside)), expected, "{inside}");
    }
    assert_eq!(fault(&complete("")), missing("Reference"));
    assert_eq!(fault(&complete("<Reference/>")), missing("DigestMethod"));
}

#[test]
fn references_and_transforms_are_limited() {
    let several = |count: usize, uri: &str| complete(&reference(&format!("URI='{uri}'"), &[]).repeat(count));
    let too_many = |text: &str| matches!(fault(text), DsigFault::TooMany { .. });
    assert!(read_signed_info(find(&parse(&several(limits::REFERENCES, "a")).unwrap())).is_ok());
    assert!(too_many(&several(limits::REFERENCES + 1, "a")));
    assert!(read_signed_info(find(&parse(&several(limits::SAME_DOCUMENT_REFERENCES, "#a")).unwrap())).is_ok());
    assert!(too_many(&several(limits::SAME_DOCUMENT_REFERENCES + 1, "#a")));
    let transforms = |count: usize| complete(&reference("URI='a'", &vec![C14N10; count]));
    assert!(read_signed_info(find(&parse(&transforms(limits::TRANSFORMS)).unwrap())).is_ok());
    assert!(too_many(&transforms(limits::TRANSFORMS + 1)));
}

#[test]
fn base64_is_strict_but_for_white_space() {
    assert_eq!(decode_base64(" A Q\r\nI\tD\n").unwrap(), [1, 2, 3]);
    assert_eq!(decode_base64("AQI=").unwrap(), [1, 2]);
    for wrong in ["", " ", "AQI", "AQJ=", "AQ==AQ==", "A-_D", "AQI==", "AQI=\u{A0}", "AQI\0"] {
        assert_eq!(decode_base64(wrong), None, "{wrong:?}");
    }
}

#[test]
fn text_is_all_of_the_text_and_nothing_but_text() {
    let text = |inside: &str| {
        let source = format!("<a>{inside}</a>");
        let document = parse(&source).unwrap();
        text_of(document.root_element()).map(Cow::into_owned)
    };
    assert_eq!(text("b<!--c-->d<?e f?><![CDATA[g]]>h").unwrap(), "bdgh");
    assert_eq!(text("").unwrap(), "");
    assert_eq!(text("b<c/>"), None);
}

#[test]
fn identifiers_are_unprefixed_and_called_id_in_this_very_case() {
    let text = "<a Id='1'><b ID='2'/><c id='3'/><d xml:id='4'/><e xmlns:p='urn:p' p:Id='5'/><f Id='6'/><g Id='6'/><h Id='6'/></a>";
    let document = parse(text).unwrap();
    let ids = IdIndex::of(&document);
    assert_eq!(ids.element("1"), Some(document.root_element()));
    for id in ["2", "3", "4", "5", "6", ""] {
        assert_eq!(ids.element(id), None, "{id}");
    }
    assert_eq!(ids.duplicates(), ["6"]);
}

#[test]
fn targets_are_told_by_the_form_of_the_uri() {
    let table = [
        ("", Target::WholeDocument),
        ("#a", Target::SameDocument("a")),
        ("#xpointer(/)", Target::NotPermitted),
        ("#xpointer(id('a'))", Target::NotPermitted),
        ("#", Target::NotPermitted),
        ("a%20b.pdf", Target::Detached("a%20b.pdf")),
        ("mape/ā.pdf", Target::Detached("mape/ā.pdf")),
        ("http://host.example/a", Target::NotPermitted),
        ("file:a", Target::NotPermitted),
        ("//host.example/a", Target::NotPermitted),
        ("a.xml#b", Target::NotPermitted),
        ("1:2.pdf", Target::Detached("1:2.pdf")),
    ];
    for (uri, expected) in table {
        let text = complete(&reference(&format!("URI=\"{uri}\""), &[]));
        let document = parse(&text).unwrap();
        let read = read_signed_info(find(&document)).unwrap();
        assert_eq!(read.references[0].target(), expected, "{uri}");
    }
    let text = complete(&reference("", &[]));
    let document = parse(&text).unwrap();
    assert_eq!(read_signed_info(find(&document)).unwrap().references[0].target(), Target::Absent);
}

fn octets(text: &str, permitted: Permitted) -> Result<String, ReferenceFault> {
    let document = parse(text).unwrap();
    let found = find(&document);
    let read = read_signed_info(found).unwrap();
    let octets = same_document_octets(&read.references[0], &IdIndex::of(&document), found, permitted);
    octets.map(|(octets, _)| String::from_utf8(octets).unwrap())
}

#[test]
fn an_element_is_digested_without_comments_whatever_is_named() {
    let inside = |transforms: &[&str]| {
        let signature = complete(&reference("URI='#x'", transforms));
        format!("<r xmlns:p='urn:p'><x Id='x'><!-- c --><y/></x>{signature}</r>")
    };
    let inclusive = r#"<x xmlns:p="urn:p" Id="x"><y></y></x>"#;
    let exclusive = r#"<x Id="x"><y></y></x>"#;
    let with_comments = format!("{C14N10}#WithComments");
    for (transforms, expected) in [
        (&[][..], inclusive),
        (&[with_comments.as_str()][..], inclusive),
        (&[EXCLUSIVE][..], exclusive),
        (&[C14N10, EXCLUSIVE][..], exclusive),
    ] {
        assert_eq!(octets(&inside(transforms), Permitted::Container).unwrap(), expected, "{transforms:?}");
    }
}

#[test]
fn the_node_that_was_digested_is_returned() {
    let text = format!("<r><x Id='x'/>{}</r>", complete(&(reference("URI='#x'", &[]) + &reference("URI=''", &[]))));
    let document = parse(&text).unwrap();
    let ids = IdIndex::of(&document);
    let read = read_signed_info(find(&document)).unwrap();
    let node =
        |at: usize| same_document_octets(&read.references[at], &ids, find(&document), Permitted::Container).unwrap().1;
    assert_eq!(Some(node(0)), ids.element("x"));
    assert!(node(1).is_root());
}

#[test]
fn the_enveloped_transform_is_for_lists_and_takes_out_one_signature() {
    let other = signature("");
    let text = |uri: &str| {
        let own = complete(&reference(&format!("URI='{uri}'"), &[ENVELOPED, EXCLUSIVE]));
        format!("<!-- c --><r Id='r'>{own}<s>{other}</s></r>")
    };
    let expected = format!("<r Id=\"r\"><s><Signature xmlns=\"{NAMESPACE}\"></Signature></s></r>");
    for uri in ["", "#r"] {
        assert_eq!(octets(&text(uri), Permitted::TrustedList).unwrap(), expected);
        let refused = ReferenceFault::TransformNotPermitted { algorithm: ENVELOPED.to_owned() };
        assert_eq!(octets(&text(uri), Permitted::Container), Err(refused));
    }
    let beside = format!("<r><x Id='x'/>{}</r>", complete(&reference("URI='#x'", &[ENVELOPED])));
    assert!(matches!(octets(&beside, Permitted::TrustedList), Err(ReferenceFault::TransformNotPermitted { .. })));
}

#[test]
fn references_that_lead_nowhere() {
    let with = |uri: &str| format!("<r><a Id='a'/><a Id='a'/>{}</r>", complete(&reference(uri, &[])));
    assert_eq!(octets(&with("URI='#b'"), Permitted::Container), Err(ReferenceFault::NotFound));
    assert_eq!(octets(&with("URI='#a'"), Permitted::Container), Err(ReferenceFault::Ambiguous));
    assert_eq!(octets(&with("URI='a'"), Permitted::Container), Err(ReferenceFault::NotPermitted));
    assert_eq!(octets(&with(""), Permitted::Container), Err(ReferenceFault::NotPermitted));
    assert!(octets(&with("URI=''"), Permitted::Container).is_ok());
}

fn detached(transforms: &[&str], data: &[u8]) -> Result<Vec<u8>, ReferenceFault> {
    let text = complete(&reference("URI='a'", transforms));
    let document = parse(&text).unwrap();
    let read = read_signed_info(find(&document)).unwrap();
    detached_octets(&read.references[0].transforms, Cow::Borrowed(data)).map(Cow::into_owned)
}

#[test]
fn detached_octets_are_the_file_itself_or_its_canonical_form() {
    assert_eq!(detached(&[], b"\xFF\r\n").unwrap(), b"\xFF\r\n");
    assert_eq!(detached(&[C14N10], b"<a b='c'/>\r\n<!-- d -->").unwrap(), b"<a b=\"c\"></a>");
    let with_comments = format!("{C14N10}#WithComments");
    assert_eq!(detached(&[&with_comments], b"<a/><!-- d -->").unwrap(), b"<a></a>\n<!-- d -->");
    assert_eq!(detached(&[C14N10], b"%PDF-1.7"), Err(ReferenceFault::NotXml));
    assert_eq!(detached(&[C14N10], b"<!DOCTYPE a><a/>"), Err(ReferenceFault::NotXml));
    for refused in [ENVELOPED, XPATH] {
        let fault = ReferenceFault::TransformNotPermitted { algorithm: refused.to_owned() };
        assert_eq!(detached(&[refused], b"<a/>"), Err(fault));
    }
}

#[test]
fn canonical_signed_info_needs_a_known_method() {
    let text = complete(&reference("URI='a'", &[]));
    let document = parse(&text).unwrap();
    let octets = canonical_signed_info(&read_signed_info(find(&document)).unwrap()).unwrap();
    assert!(octets.starts_with(format!("<SignedInfo xmlns=\"{NAMESPACE}\">").as_bytes()));
    let unknown = text.replace(C14N10, "urn:unknown");
    let document = parse(&unknown).unwrap();
    assert_eq!(canonical_signed_info(&read_signed_info(find(&document)).unwrap()), None);
}

#[test]
fn certificates_come_from_key_info_alone() {
    let data = "<X509Data><X509Certificate>AQ==</X509Certificate><X509Certificate>?</X509Certificate>\
                <X509Certificate>Ag==</X509Certificate></X509Data>";
    let text = signature(&format!("<KeyInfo>{data}<X509Data/></KeyInfo><Object><KeyInfo>{data}</KeyInfo></Object>"));
    let document = parse(&text).unwrap();
    assert_eq!(key_info_certificates(find(&document)), [[1], [2]]);
}

fn pss(parameters: &str) -> String {
    let method = "http://www.w3.org/2007/05/xmldsig-more#rsa-pss";
    let method = format!("<SignatureMethod Algorithm='{method}'>{parameters}</SignatureMethod>");
    complete(&reference("URI='a'", &[])).replace("<SignatureMethod Algorithm='urn:s'/>", &method)
}

fn algorithm_of(text: &str) -> Option<SignatureAlgorithm> {
    let document = parse(text).unwrap();
    signature_algorithm(&read_signed_info(find(&document)).unwrap())
}

#[test]
fn pss_parameters_are_read_and_their_defaults_known() {
    use crate::crypto::DigestAlgorithm::{Sha256, Sha384, Sha512};
    assert_eq!(algorithm_of(&pss("")), Some(SignatureAlgorithm::RsaPss { digest: Sha256, mask: Sha256, salt: 32 }));
    let full = |trailer: u32, function: &str| {
        pss(&format!(
            "<p:RSAPSSParams xmlns:p='http://www.w3.org/2007/05/xmldsig-more#'>\
             <DigestMethod Algorithm='http://www.w3.org/2001/04/xmlenc#sha512'/>\
             <p:MaskGenerationFunction Algorithm='http://www.w3.org/2007/05/xmldsig-more#{function}'>\
             <DigestMethod Algorithm='http://www.w3.org/2001/04/xmldsig-more#sha384'/></p:MaskGenerationFunction>\
             <p:SaltLength>20</p:SaltLength><p:TrailerField>{trailer}</p:TrailerField></p:RSAPSSParams>"
        ))
    };
    let expected = SignatureAlgorithm::RsaPss { digest: Sha512, mask: Sha384, salt: 20 };
    assert_eq!(algorithm_of(&full(1, "MGF1")), Some(expected));
    assert_eq!(algorithm_of(&full(2, "MGF1")), None);
    assert_eq!(algorithm_of(&full(1, "MGF2")), None);
    assert_eq!(algorithm_of(&pss("<Other/>")), None);
}
