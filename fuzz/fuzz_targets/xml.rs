#![no_main]
//! Octets to a tree, and its canonical forms.

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Ok(text) = edoc::xml::decode(data) else { return };
    let Ok(tree) = edoc::xml::parse(&text) else { return };
    let once = edoc::xml::canonicalize(edoc::xml::Subset::Document(tree.root()), &edoc::xml::Canonicalization::DEFAULT);
    let again = edoc::xml::decode(&once).map(|text| text.into_owned()).unwrap_or_default();
    if let Ok(tree) = edoc::xml::parse(&again) {
        let twice = edoc::xml::canonicalize(edoc::xml::Subset::Document(tree.root()), &edoc::xml::Canonicalization::DEFAULT);
        assert_eq!(once, twice, "a canonical document is its own canonical form");
    }
});
