#![no_main]
//! RTF to its text.

libfuzzer_sys::fuzz_target!(|data: &[u8]| edoc_fuzz::read_as("{\\rtf1", data));
