//! The methods themselves; the octets are tested in `tests/canonical.rs`.

use super::*;
use crate::limits;
use crate::xml::parse;

const PLAIN: &str = "http://www.w3.org/2001/10/xml-exc-c14n#";

fn method(inside: &str, uri: &str) -> Option<Canonicalization> {
    let text = format!("<m Algorithm='{uri}' xmlns:ec='{EXCLUSIVE_NAMESPACE}'>{inside}</m>");
    Canonicalization::from_element(parse(&text).unwrap().root_element())
}

#[test]
fn six_uris_are_known_and_no_other() {
    for uri in [
        "http://www.w3.org/TR/2001/REC-xml-c14n-20010315",
        "http://www.w3.org/2006/12/xml-c14n11",
        "http://www.w3.org/2001/10/xml-exc-c14n#",
    ] {
        assert!(!Canonicalization::from_uri(uri).unwrap().comments);
        let commented = format!("{}#WithComments", uri.trim_end_matches('#'));
        assert!(Canonicalization::from_uri(&commented).unwrap().comments);
    }
    for uri in ["", "http://www.w3.org/2006/12/xml-c14n11#", "http://www.w3.org/2001/10/xml-exc-c14n"] {
        assert_eq!(Canonicalization::from_uri(uri), None);
    }
}

#[test]
fn a_prefix_list_belongs_to_exclusive_canonicalisation_alone() {
    let list = "<ec:InclusiveNamespaces PrefixList=' a\t#default  b '/>";
    assert_eq!(method(list, PLAIN).unwrap().inclusive_prefixes, ["a", "#default", "b"]);
    assert_eq!(method(list, "http://www.w3.org/2006/12/xml-c14n11"), None);
    assert_eq!(method(&list.repeat(2), PLAIN), None);
    assert_eq!(method("<ec:Other/>", PLAIN), None);
}

#[test]
fn a_prefix_list_has_a_limit() {
    let list = |count: usize| format!("<ec:InclusiveNamespaces PrefixList='{}'/>", "p ".repeat(count));
    assert!(method(&list(limits::XML_INCLUSIVE_PREFIXES), PLAIN).is_some());
    assert_eq!(method(&list(limits::XML_INCLUSIVE_PREFIXES + 1), PLAIN), None);
}
