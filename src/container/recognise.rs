//! What kind of file it is.

use serde::{Deserialize, Serialize};

use super::{ArchiveFault, Container};

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
