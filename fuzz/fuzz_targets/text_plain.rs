#![no_main]
//! Plain text in any encoding, and every other kind that octets may turn out to be.

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let _ = edoc::exam::text_cells(data);
});
