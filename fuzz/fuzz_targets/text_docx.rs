#![no_main]
//! A DOCX file to its text: whole, or its main part alone.

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    if data.starts_with(b"PK") {
        let _ = edoc::exam::text_cells(data);
    } else {
        let _ = edoc::exam::text_cells(&edoc_fuzz::package("word/document.xml", data));
    }
});
