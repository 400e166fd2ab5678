#![no_main]
//! A time-stamp token, DER or BER.

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let _ = edoc::pki::timestamp::TimestampToken::parse(data);
});
