//! What several targets share.

use std::io::{Cursor, Write as _};

/// A ZIP package whose one part is `content`: the fuzzer changes the part, not the deflated octets around it.
///
/// # Panics
/// Never: writing into memory does not fail.
pub fn package(name: &str, content: &[u8]) -> Vec<u8> {
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file(name, stored).expect("memory");
    writer.write_all(content).expect("memory");
    writer.finish().expect("memory").into_inner()
}

/// Reads a document that begins as its kind does, whatever the fuzzer wrote.
pub fn read_as(beginning: &str, content: &[u8]) {
    if content.starts_with(beginning.as_bytes()) {
        let _ = edoc::exam::text_cells(content);
    } else {
        let _ = edoc::exam::text_cells(&[beginning.as_bytes(), content].concat());
    }
}
