//! What kind of file it is.

mod octets;

use serde::{Deserialize, Serialize};

use super::archive::Archive;
use super::{ArchiveFault, Container, mimetype};

pub(super) use octets::{Kind, by_octets};

/// Every kind of file that is told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// ASiC-E with XAdES signatures: EDOC 2.0, BDOC 2.
    AsicE,
    /// ASiC-S with a XAdES signature.
    AsicS,
    /// ASiC with CAdES signatures.
    AsicCades,
    /// ASiC with time-stamp tokens only.
    AsicTimestamp,
    /// ASiC with an evidence record only.
    AsicEvidenceRecord,
    /// ASiC-E whose documents are replaced by their digests (SiVa "hashcode").
    AsicHashcode,
    /// ASiC with documents and no signature file.
    AsicUnsigned,
    /// EDOC 1.0 or 1.01: an OPC package of 2006 to 2013.
    Edoc1,
    /// BDOC 1.0 of Estonia.
    Bdoc1,
    /// ADOC of Lithuania.
    Adoc,
    /// DDOC of Estonia: one XML file.
    Ddoc,
    /// A PDF, which may carry a signature of its own.
    Pdf,
    /// OpenDocument.
    OpenDocument,
    /// Office Open XML.
    OfficeOpenXml,
    /// A signature file without its container.
    BareXades,
    /// Any other XML.
    OtherXml,
    /// Any other ZIP archive.
    OtherZip,
    /// No bytes at all.
    Empty,
    /// Anything else.
    Other,
}

/// What opening a file gave.
pub enum Opened<'s> {
    /// A container this program reads.
    Container(Container<'s>),
    /// Recognised, and not read further.
    Recognised(Format),
    /// A ZIP archive that breaks a rule which protects the reader from seeing another archive than the signer did.
    Refused(ArchiveFault),
}

/// Entries by what their names say they are; numbers are places in the archive.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// Outside META-INF, neither `mimetype` nor folders.
    pub(super) documents: Vec<usize>,
    /// `META-INF/*signature*.xml`.
    pub(super) signatures: Vec<usize>,
    /// Under META-INF, neither signatures nor the manifest.
    pub(super) others: Vec<usize>,
    cades: Vec<usize>,
    timestamps: Vec<usize>,
    evidence_records: Vec<usize>,
    hashcodes: bool,
    manifest: bool,
    /// Documents not in a folder.
    root_documents: usize,
    /// The only signature file is called as ASiC-S has it.
    simple_signature: bool,
    package: Package,
}

/// An Open Packaging Conventions package, by its parts.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Package {
    #[default]
    No,
    Office,
    Edoc1,
}

impl Names {
    pub(super) fn of(archive: &Archive<'_>) -> Self {
        let mut names = Self::default();
        for (index, entry) in archive.entries.iter().enumerate() {
            names.package = names.package.with(&entry.name);
            if entry.is_folder() {
                continue;
            }
            match entry.name.strip_prefix("META-INF/") {
                Some(name) => names.meta(index, name),
                None if mimetype::is(&entry.name) => {}
                None => {
                    names.documents.push(index);
                    names.root_documents += usize::from(!entry.name.contains('/'));
                }
            }
        }
        names.simple_signature &= names.signatures.len() == 1;
        names.package = names.package.confirmed(archive);
        names
    }

    fn meta(&mut self, index: usize, name: &str) {
        let folded = name.to_ascii_lowercase();
        if folded.ends_with(".xml") && folded.contains("signature") && !folded.contains("manifest") {
            self.signatures.push(index);
            self.simple_signature = folded == "signatures.xml";
            return;
        }
        if name == "manifest.xml" {
            self.manifest = true;
            return;
        }
        self.others.push(index);
        if folded.ends_with(".p7s") || folded.ends_with(".p7m") {
            self.cades.push(index);
        } else if folded.ends_with(".tst") {
            self.timestamps.push(index);
        } else if folded.contains("evidencerecord") || folded.ends_with(".ers") {
            self.evidence_records.push(index);
        } else if folded.starts_with("hashcodes-") {
            self.hashcodes = true;
        }
    }

    /// Signatures, time-stamps and evidence records in forms that are not read.
    pub(super) fn other_evidence(&self) -> impl Iterator<Item = usize> + '_ {
        [&self.cades, &self.timestamps, &self.evidence_records].into_iter().flatten().copied()
    }
}

impl Package {
    fn with(self, name: &str) -> Self {
        match self {
            Self::Edoc1 => Self::Edoc1,
            _ if name.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("EDoc/")) => Self::Edoc1,
            _ if name == "_rels/.rels" => Self::Office,
            before => before,
        }
    }

    fn confirmed(self, archive: &Archive<'_>) -> Self {
        if archive.find("[Content_Types].xml").is_some() { self } else { Self::No }
    }
}

/// C7: the name has "signatures" and lies directly under META-INF.
pub(super) fn conformant_signature_name(name: &str) -> bool {
    let name = name.strip_prefix("META-INF/").unwrap_or(name);
    name.to_ascii_lowercase().contains("signatures") && !name.contains('/')
}

/// What kind of archive it is: media type first, then names. `comment` and `package` are media types named by the
/// comment of the archive and by the manifest.
pub(super) fn by_content(
    media_type: Option<&str>,
    comment: Option<&str>,
    package: Option<&str>,
    names: &Names,
) -> Format {
    if let Some(format) = media_type.and_then(foreign) {
        return format;
    }
    let named = [media_type, comment, package].into_iter().flatten();
    let named = named.into_iter().find(|value| matches!(*value, mimetype::ASIC_E | mimetype::ASIC_S));
    match names.package {
        _ if named.is_some() => {}
        Package::Edoc1 => return Format::Edoc1,
        Package::Office => return Format::OfficeOpenXml,
        Package::No => {}
    }
    if names.hashcodes && names.documents.is_empty() {
        return Format::AsicHashcode;
    }
    if !names.signatures.is_empty() {
        return match named {
            Some(mimetype::ASIC_S) => Format::AsicS,
            Some(_) => Format::AsicE,
            None if looks_simple(names) => Format::AsicS,
            None => Format::AsicE,
        };
    }
    if !names.cades.is_empty() {
        Format::AsicCades
    } else if !names.timestamps.is_empty() {
        Format::AsicTimestamp
    } else if !names.evidence_records.is_empty() {
        Format::AsicEvidenceRecord
    } else if named.is_some() {
        Format::AsicUnsigned
    } else {
        Format::OtherZip
    }
}

/// Without a media type of ASiC: one document outside folders, one signature file, no manifest.
fn looks_simple(names: &Names) -> bool {
    let one_document = names.documents.len() == 1 && names.root_documents == 1;
    !names.manifest
        && one_document
        && names.signatures.len() == 1
        && (names.simple_signature || names.others.is_empty())
}

/// Formats that share the outer shape and have a media type of their own.
fn foreign(media_type: &str) -> Option<Format> {
    let starts = |prefix: &str| media_type.starts_with(prefix);
    if starts("application/vnd.lt.archyvai.adoc") {
        Some(Format::Adoc)
    } else if starts("application/vnd.bdoc-1") {
        Some(Format::Bdoc1)
    } else if starts("application/vnd.oasis.opendocument.") || starts("application/vnd.sun.xml.") {
        Some(Format::OpenDocument)
    } else if starts("application/epub+zip") {
        Some(Format::OtherZip)
    } else {
        None
    }
}
