#![no_main]
//! A document of any type to its text.

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let _ = edoc::exam::text_of(data);
});
