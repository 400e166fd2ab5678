#![no_main]
//! A trusted list.

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let _ = edoc::trust::read_list(data);
});
