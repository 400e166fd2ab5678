#![no_main]
//! A signature file to its properties.

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Ok(text) = edoc::xml::decode(data) else { return };
    let Ok(tree) = edoc::xml::parse(&text) else { return };
    let _ = edoc::xades::read_signatures(&tree);
});
