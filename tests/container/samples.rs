//! Small containers to break, and short ways to open them.

use edoc::container::{ArchiveFault, Bytes, Container, ContainerError, ContainerFinding, Format, Opened, open};

use crate::zip_writer::{Item, Zip};

pub const ASIC_E: &str = "application/vnd.etsi.asic-e+zip";
pub const ASIC_S: &str = "application/vnd.etsi.asic-s+zip";
pub const SIGNATURES: &str = "META-INF/signatures0.xml";

/// A signature file as far as the container is concerned.
pub fn signature_xml(id: &str) -> String {
    format!(
        r##"<asic:XAdESSignatures xmlns:asic="http://uri.etsi.org/02918/v1.2.1#"><a id="{id}"/></asic:XAdESSignatures>"##
    )
}

/// A manifest that lists these names.
pub fn manifest_xml(names: &[&str]) -> String {
    let entries: String =
        names.iter().map(|name| format!(r#"<m:file-entry m:full-path="{name}" m:media-type="text/plain"/>"#)).collect();
    format!(
        r#"<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry m:full-path="/" m:media-type="{ASIC_E}"/>{entries}</m:manifest>"#
    )
}

/// A faultless ASiC-E with one document.
pub fn good() -> Zip {
    asic_e(&[("a.txt", "Paraugs")])
}

/// A faultless ASiC-E with these documents, written as the Latvian library does: streamed and deflated.
pub fn asic_e(documents: &[(&str, &str)]) -> Zip {
    let names: Vec<&str> = documents.iter().map(|(name, _)| *name).collect();
    let mut items = vec![Item::stored("mimetype", ASIC_E)];
    items.extend(documents.iter().map(|(name, content)| Item::deflated(name, content).streamed(true, false)));
    items.push(
        Item::deflated("META-INF/manifest.xml", manifest_xml(&names))
            .streamed(true, false)
            .with(|item| item.comment = b"EDOC/2.0; LIB/2.10.1".to_vec()),
    );
    items.push(Item::deflated(SIGNATURES, signature_xml("S0")).streamed(true, false));
    Zip::of(items)
}

/// A faultless ASiC-S.
pub fn asic_s() -> Zip {
    Zip::of([
        Item::stored("mimetype", ASIC_S),
        Item::stored("a.txt", "Paraugs"),
        Item::deflated("META-INF/signatures.xml", signature_xml("S0")),
    ])
}

/// Opens what must be a container.
#[track_caller]
pub fn accepted<T>(zip: &Zip, then: impl FnOnce(&Container<'_>) -> T) -> T {
    let bytes = zip.bytes();
    let source = Bytes(&bytes);
    match open(&source).unwrap() {
        Opened::Container(container) => then(&container),
        Opened::Recognised(format) => panic!("only recognised: {format:?}"),
        Opened::Refused(fault) => panic!("refused: {fault:?}"),
    }
}

/// Opens what must be a sound container to the last byte, and gives its findings.
#[track_caller]
pub fn findings(zip: &Zip) -> Vec<ContainerFinding> {
    accepted(zip, |container| {
        container.check_remaining().unwrap();
        container.findings.clone()
    })
}

#[track_caller]
pub fn refused_bytes(bytes: &[u8]) -> ArchiveFault {
    match open(&Bytes(bytes)).unwrap() {
        Opened::Refused(fault) => fault,
        Opened::Recognised(format) => panic!("not refused but {format:?}"),
        Opened::Container(_) => panic!("not refused but read"),
    }
}

#[track_caller]
pub fn refused(zip: &Zip) -> ArchiveFault {
    refused_bytes(&zip.bytes())
}

/// The limit that opening runs into.
#[track_caller]
pub fn limited(zip: &Zip) -> String {
    match open(&Bytes(&zip.bytes())) {
        Err(ContainerError::Limit { limit }) => limit,
        Err(error) => panic!("another error: {error}"),
        Ok(Opened::Refused(fault)) => panic!("refused: {fault:?}"),
        Ok(_) => panic!("no limit reached"),
    }
}

#[track_caller]
pub fn format_of(bytes: &[u8]) -> Format {
    match open(&Bytes(bytes)).unwrap() {
        Opened::Recognised(format) => format,
        Opened::Container(container) => container.format,
        Opened::Refused(fault) => panic!("refused: {fault:?}"),
    }
}
