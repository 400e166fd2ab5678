#![no_main]
//! A PDF to its text, with what is counted before it is opened.

libfuzzer_sys::fuzz_target!(|data: &[u8]| edoc_fuzz::read_as("%PDF-", data));
