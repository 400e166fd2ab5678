//! XML: nodes, names and signatures.

use edoc::limits;
use edoc::xades::read_signatures;
use edoc::xml::{decode, parse, parse_trusted_list};

#[test]
fn nodes_are_limited_and_lists_may_have_more() {
    let nodes = |count: u32| format!("<a>{}</a>", "<b/>".repeat(count as usize - 2));
    assert!(parse(&nodes(limits::XML_NODES)).is_ok(), "the document and its root count");
    let beyond = nodes(limits::XML_NODES + 1);
    assert!(parse(&beyond).is_err());
    assert!(parse_trusted_list(&beyond).is_ok());
}

#[test]
fn names_of_namespaces_are_limited_as_often_as_they_are_used() {
    let name = format!("urn:{}", "x".repeat(65_532));
    assert_eq!(name.len(), limits::XML_ATTRIBUTE_BYTES);
    let used = |times: usize| format!("<a xmlns:p='{name}'>{}</a>", "<p:b/>".repeat(times));
    let most = limits::XML_NAMESPACE_BYTES / name.len();
    assert!(parse(&used(most)).is_ok());
    assert!(parse(&used(most + 1)).is_err());
}

#[test]
fn a_million_levels_and_a_million_references_are_refused_at_once() {
    let deep = |levels: usize| format!("{}{}", "<a>".repeat(levels), "</a>".repeat(levels));
    assert!(parse(&deep(100)).is_ok());
    assert!(parse(&deep(1_000_000)).is_err());
    assert!(parse(&"<a>".repeat(1_000_000)).is_err());
    assert!(parse(&format!("<a>{}</a>", "<ds:Reference xmlns:ds='urn:a'/>".repeat(1_000_000))).is_err());
}

#[test]
fn signatures_of_one_file_are_limited() {
    let file = |count: usize| {
        let one = "<ds:Signature xmlns:ds='http://www.w3.org/2000/09/xmldsig#'/>";
        format!(
            "<asic:XAdESSignatures xmlns:asic='http://uri.etsi.org/02918/v1.2.1#'>{}</asic:XAdESSignatures>",
            one.repeat(count)
        )
    };
    let read = |count: usize| {
        let text = file(count);
        let text = decode(text.as_bytes()).unwrap();
        let document = parse(&text).unwrap();
        read_signatures(&document).map(|found| found.signatures.len()).map_err(|fault| fault.to_string())
    };
    assert_eq!(read(limits::SIGNATURES_PER_FILE), Ok(limits::SIGNATURES_PER_FILE));
    assert_eq!(read(limits::SIGNATURES_PER_FILE + 1), Err("the file holds too many signatures".to_owned()));
}
