//! A report, or a dossier, written out for machines.

mod codes;
pub mod csv;
pub mod etsi;
pub mod json;
pub mod lines;
#[cfg(feature = "pdf")]
pub mod pdf;
#[cfg(not(feature = "pdf"))]
#[path = "export/pdf/absent.rs"]
pub mod pdf;
pub mod table;
pub mod xlsx;
mod xml;

pub use codes::{Codes, Secrets};

/// Whether a character controls or deceives a terminal: it is written out in a way that keeps the value and is safe to print.
fn deceives(character: char) -> bool {
    let mut buffer = [0; 4];
    let text: &str = character.encode_utf8(&mut buffer);
    crate::words::clean(text) != text
}
