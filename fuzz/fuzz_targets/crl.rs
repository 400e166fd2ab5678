#![no_main]
//! A certificate revocation list.

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let _ = edoc::pki::crl::Crl::parse(data);
});
