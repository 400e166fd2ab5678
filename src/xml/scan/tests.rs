//! Every refusal with its positive twin.

use super::*;
use crate::xml::{parse, refuse_ambiguous};

fn fault(text: &str) -> XmlFault {
    parse(text).map(|_| ()).expect_err(text)
}

fn not_well_formed(text: &str) {
    assert!(matches!(fault(text), XmlFault::NotWellFormed { .. }), "{text}");
}

#[test]
fn a_document_type_declaration_is_refused_and_a_comment_about_one_is_not() {
    assert_eq!(fault("<!DOCTYPE a><a/>"), XmlFault::Doctype);
    assert_eq!(fault("<?xml version='1.0'?>\n<!-- -->\n<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"), XmlFault::Doctype);
    assert_eq!(fault("<a><!DOCTYPE a></a>"), XmlFault::Doctype);
    assert!(parse("<!-- <!DOCTYPE a> --><a><![CDATA[<!DOCTYPE a>]]></a>").is_ok());
}

#[test]
fn only_version_1_0() {
    assert_eq!(fault("<?xml version='1.1'?><a/>"), XmlFault::Version);
    assert_eq!(fault("<?xml\tversion='1.1'?><a/>"), XmlFault::Version);
    let document = parse("<?xml\tversion='1.0'\nstandalone = 'no' ?><a/>").unwrap();
    assert_eq!(document.root().children().count(), 1, "the declaration is no processing instruction");
}

#[test]
fn malformed_declarations_are_refused() {
    for text in [
        "<?xml?><a/>",
        "<?xml encoding='UTF-8'?><a/>",
        "<?xml version='1.0' standalone='maybe'?><a/>",
        "<?xml version='1.0' other='x'?><a/>",
        "<?xml version='1.0'?><?xml version='1.0'?><a/>",
        " <?xml version='1.0'?><a/>",
        "<a><?XML x?></a>",
    ] {
        not_well_formed(text);
    }
}

#[test]
fn a_processing_instruction_needs_space_after_its_target() {
    not_well_formed("<?xml( version='1.0'?><a/>");
    not_well_formed("<a><?target(data)?></a>");
    assert!(parse("<?target?><a><?ā.b (data)?></a>").is_ok());
}

#[test]
fn depth_is_limited() {
    let nested = |depth: usize| format!("{}{}", "<a>".repeat(depth), "</a>".repeat(depth));
    assert!(parse(&nested(limits::XML_DEPTH)).is_ok());
    assert_eq!(fault(&nested(limits::XML_DEPTH + 1)), limit("depth"));
    let siblings = format!("<a>{}</a>", "<b></b>".repeat(10 * limits::XML_DEPTH));
    assert!(parse(&siblings).is_ok());
}

#[test]
fn attributes_are_limited_in_number_and_length() {
    let many = |count: usize| format!("<a {}/>", (0..count).map(|n| format!("a{n}='>'")).collect::<Vec<_>>().join(" "));
    assert!(parse(&many(limits::XML_ATTRIBUTES)).is_ok());
    assert_eq!(fault(&many(limits::XML_ATTRIBUTES + 1)), limit("attributes"));
    let long = |length: usize| format!("<a b='{}'/>", "x".repeat(length));
    assert!(parse(&long(limits::XML_ATTRIBUTE_BYTES)).is_ok());
    assert_eq!(fault(&long(limits::XML_ATTRIBUTE_BYTES + 1)), limit("attribute length"));
}

#[test]
fn namespace_declarations_in_scope_are_limited() {
    let declared = |count: usize| (0..count).map(|n| format!("xmlns:p{n}='urn:{n}'")).collect::<Vec<_>>().join(" ");
    assert!(parse(&format!("<a {}/>", declared(limits::XML_NAMESPACE_DECLARATIONS))).is_ok());
    let one_more = format!("<b {}><a xmlns='urn:x'/></b>", declared(limits::XML_NAMESPACE_DECLARATIONS));
    assert_eq!(fault(&one_more), limit("namespace declarations"));
    let siblings = format!("<a>{}</a>", "<b xmlns='urn:x'/>".repeat(10 * limits::XML_NAMESPACE_DECLARATIONS));
    assert!(parse(&siblings).is_ok());
}

#[test]
fn the_work_of_the_parser_is_limited() {
    let heavy = (0..200).map(|n| format!("xmlns:p{n}='urn:{n}'")).collect::<Vec<_>>().join(" ");
    let text = |count: usize| format!("<a {heavy}>{}</a>", "<b xmlns='urn:x'/>".repeat(count));
    assert!(parse(&text(10)).is_ok());
    assert_eq!(fault(&text(2_000)), limit("namespaces and attributes"));
}

#[test]
fn memory_is_not_set_aside_for_markup_that_is_none() {
    for mark in ["<", "="] {
        let text = |count: usize| format!("<a><![CDATA[{}]]></a>", mark.repeat(count));
        assert!(parse(&text(limits::XML_MARKS - 10)).is_ok());
        assert_eq!(fault(&text(limits::XML_MARKS + 1)), limit("markup"));
    }
}

#[test]
fn the_parser_keeps_the_rules_that_are_left_to_it() {
    for text in [
        "<a>&b;</a>",
        "<a>&#0;</a>",
        "<a>&#xFFFE;</a>",
        "<a>&#xD800;</a>",
        "<a>&#x110000;</a>",
        "<a b='&#55296;'/>",
        "<a>&#;</a>",
        "<a>&#65</a>",
        "<a>\u{1}</a>",
        "<a>&</a>",
        "<a>]]></a>",
        "<a><!-- -- --></a>",
        "<a></b>",
        "<a/><b/>",
        "<a/>text",
        "<a b='1' b='2'/>",
        "<a b='<'/>",
        "<p:a/>",
        "<a p:b='c'/>",
        "<a xmlns:p='urn:x' xmlns:q='urn:x' p:b='1' q:b='2'/>",
        "<a xmlns:xml='urn:x'/>",
        "<a xmlns:p='http://www.w3.org/XML/1998/namespace'/>",
        "<a xmlns:p='urn:1' xmlns:p='urn:2'/>",
        "<xmlns:a/>",
        "<1a/>",
        "<a:b:c xmlns:a='urn:a'/>",
    ] {
        not_well_formed(text);
    }
    assert!(parse("<a b='&#xFFFD;'>&lt;&gt;&amp;&apos;&quot;&#65;&#x1D11E;&#xfffd;<!-- &#xD800; --></a>").is_ok());
}

#[test]
fn relative_namespaces_and_base_are_refused_where_signatures_are_read() {
    let outcome = |text: &str| refuse_ambiguous(&parse(text).unwrap());
    let relative = |uri: &str| Err(XmlFault::RelativeNamespace { uri: uri.to_owned() });
    assert_eq!(outcome("<a><b xmlns='../x'/></a>"), relative("../x"));
    assert_eq!(outcome("<a xmlns:p='p'/>"), relative("p"));
    assert_eq!(outcome("<a xmlns:p='/p:q'/>"), relative("/p:q"));
    assert_eq!(outcome("<a><b xml:base='http://host.example/'/></a>"), Err(XmlFault::BaseAttribute));
    let fine = "<a xmlns='urn:x' xmlns:p='http://host.example/' base='b' p:base='c' xml:lang='lv'><b xmlns=''/></a>";
    assert_eq!(outcome(fine), Ok(()));
}

#[test]
fn declarations_the_parser_takes_and_xml_does_not() {
    not_well_formed("<a xmlns:p=''/>");
    not_well_formed("<a xmlns:xmlns='urn:x'/>");
    not_well_formed("<a xmlns='urn:a' xmlns='urn:b'/>");
    not_well_formed("<a xmlns:p='urn:p' p:xmlns='urn:b'/>");
    not_well_formed("<a :b='c'/>");
    assert!(parse("<a xmlns='urn:a'><b xmlns='' xmlns:p='urn:p' p:c='d'/></a>").is_ok());
}

#[test]
fn broken_markup_is_refused_not_skipped() {
    for text in ["<a b=c/>", "<a b/>", "<a b='c/>", "<a><!-- </a>", "<a><![CDATA[</a>", "<a></a></b>", "<", "<a", ""] {
        not_well_formed(text);
    }
}
