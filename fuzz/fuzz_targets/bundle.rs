#![no_main]
//! Certificates as an issuer's address serves them.

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let _ = edoc::pki::bundle::read_certificates(data);
});
