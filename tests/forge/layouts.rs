//! Sealed layouts: documents made with programs outside the project (`samples/layouts/sources`), each in a container of
//! its own, sealed by the invented exam centre.

use super::container::Container;
use super::pki::Pki;
use super::samples::sealed;
use super::xades::{Dialect, Document};

/// Name of the document, its media type, its octets.
type Layout = (&'static str, &'static str, &'static [u8]);

const PDF: &str = "application/pdf";

macro_rules! layout {
    ($name:literal, $media_type:expr) => {
        ($name, $media_type, include_bytes!(concat!("../../samples/layouts/documents/", $name)))
    };
}

const LAYOUTS: [Layout; 14] = [
    layout!("bilingual.pdf", PDF),
    layout!("cards.pdf", PDF),
    layout!("columns.pdf", PDF),
    layout!("english.pdf", PDF),
    layout!("statement.pdf", PDF),
    layout!("diploma.pdf", PDF),
    layout!("ninth.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    layout!("boxes.odt", "application/vnd.oasis.opendocument.text"),
    layout!("language.pdf", PDF),
    layout!("extract.pdf", PDF),
    layout!("proficiency.pdf", PDF),
    layout!("scan.pdf", PDF),
    layout!("data.xml", "application/xml"),
    layout!("plain.txt", "text/plain"),
];

/// Name and octets of every sealed layout, both dialects in turn.
pub fn files() -> Vec<(String, Vec<u8>)> {
    let pki = Pki::shared();
    let sealed_one = |(index, (name, media_type, octets)): (usize, &Layout)| {
        let dialect = if index % 2 == 0 { Dialect::Lvrtc } else { Dialect::Dss };
        let ending = if index % 2 == 0 { "edoc" } else { "asice" };
        let signing = sealed(dialect, &pki.seal_2025, &pki.unit_2025, "2026-09-01T05:00:00Z");
        let document = Document::new(name, media_type, octets.to_vec());
        let stem = name.split('.').next().unwrap();
        (format!("layouts/{stem}.{ending}"), Container::signed(vec![document], &signing).bytes())
    };
    LAYOUTS.iter().enumerate().map(sealed_one).collect()
}
