#![no_main]
//! A certificate.

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let _ = edoc::pki::Certificate::parse(data);
});
