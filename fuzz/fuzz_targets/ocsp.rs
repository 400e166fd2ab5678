#![no_main]
//! An OCSP response.

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let _ = edoc::pki::ocsp::OcspResponse::parse(data);
});
