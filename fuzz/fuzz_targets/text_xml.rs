#![no_main]
//! XML whose names are its labels.

libfuzzer_sys::fuzz_target!(|data: &[u8]| edoc_fuzz::read_as("<?xml version=\"1.0\"?>", data));
