//! What is worth knowing about a container, and what kind of file it is.

use super::Filled;
use crate::container::{ContainerFinding, Format, NameTrick};

pub(super) fn container(finding: &ContainerFinding) -> Filled {
    match finding {
        ContainerFinding::MimetypeMissing => Filled::new("cause-finding-mimetype-missing"),
        ContainerFinding::MimetypeNotFirst => Filled::new("cause-finding-mimetype-not-first"),
        ContainerFinding::MimetypeCompressed => Filled::new("cause-finding-mimetype-compressed"),
        ContainerFinding::MimetypeExtraField => Filled::new("cause-finding-mimetype-extra-field"),
        ContainerFinding::MimetypePadded => Filled::new("cause-finding-mimetype-padded"),
        ContainerFinding::MimetypeUnexpected { value } => {
            Filled::new("cause-finding-mimetype-unexpected").with("value", value)
        }
        ContainerFinding::ArchiveGap { bytes, .. } => {
            Filled::new("cause-finding-archive-gap").with("bytes", &bytes.to_string())
        }
        ContainerFinding::ArchiveComment { comment } => {
            Filled::new("cause-finding-archive-comment").with("comment", comment)
        }
        ContainerFinding::NameDeceptive { name, trick } => Filled::new(deceptive(*trick)).with("name", name),
        ContainerFinding::NameNotUtf8 { name } => Filled::new("cause-finding-name-not-utf8").with("name", name),
        ContainerFinding::NamesCollide { first, second } => {
            Filled::new("cause-finding-names-collide").with("first", first).with("second", second)
        }
        ContainerFinding::FolderWithContent { name } => {
            Filled::new("cause-finding-folder-with-content").with("name", name)
        }
        ContainerFinding::SignatureFileName { name } => {
            Filled::new("cause-finding-signature-file-name").with("name", name)
        }
        ContainerFinding::SignatureFileTwice { first, second } => {
            Filled::new("cause-finding-signature-file-twice").with("first", first).with("second", second)
        }
        ContainerFinding::OtherEvidence { name } => Filled::new("cause-finding-other-evidence").with("name", name),
        ContainerFinding::NoDocument => Filled::new("cause-rule-no-document"),
        ContainerFinding::NotOneDocument { .. } => Filled::new("cause-rule-not-one-document"),
        ContainerFinding::ForeignMediaType { value } => Filled::new("cause-rule-media-type").with("value", value),
        ContainerFinding::MimetypeTwice { .. } => Filled::new("cause-rule-mimetype-twice"),
        ContainerFinding::ManifestMissing
        | ContainerFinding::ManifestUnusable { .. }
        | ContainerFinding::ManifestUnprefixed
        | ContainerFinding::ManifestRootMissing
        | ContainerFinding::ManifestRootDiffers { .. }
        | ContainerFinding::ManifestDuplicate { .. }
        | ContainerFinding::ManifestBadPath { .. }
        | ContainerFinding::ManifestEncoded { .. }
        | ContainerFinding::ListedButMissing { .. }
        | ContainerFinding::PresentButUnlisted { .. } => manifest(finding),
    }
}

fn manifest(finding: &ContainerFinding) -> Filled {
    match finding {
        ContainerFinding::ManifestUnusable { .. } => Filled::new("cause-finding-manifest-unusable"),
        ContainerFinding::ManifestUnprefixed => Filled::new("cause-finding-manifest-unprefixed"),
        ContainerFinding::ManifestRootMissing => Filled::new("cause-finding-manifest-root-missing"),
        ContainerFinding::ManifestRootDiffers { media_type } => {
            Filled::new("cause-finding-manifest-root-differs").with("media_type", media_type)
        }
        ContainerFinding::ManifestDuplicate { path } => {
            Filled::new("cause-finding-manifest-duplicate").with("path", path)
        }
        ContainerFinding::ManifestBadPath { path } => Filled::new("cause-finding-manifest-bad-path").with("path", path),
        ContainerFinding::ManifestEncoded { name, .. } => {
            Filled::new("cause-finding-manifest-encoded").with("name", name)
        }
        ContainerFinding::ListedButMissing { path } => {
            Filled::new("cause-finding-listed-but-missing").with("path", path)
        }
        ContainerFinding::PresentButUnlisted { name } => {
            Filled::new("cause-finding-present-but-unlisted").with("name", name)
        }
        // The caller sends only what concerns the manifest; what is left is its absence.
        _ => Filled::new("cause-finding-manifest-missing"),
    }
}

fn deceptive(trick: NameTrick) -> &'static str {
    match trick {
        NameTrick::Bidirectional => "cause-finding-name-bidirectional",
        NameTrick::Invisible => "cause-finding-name-invisible",
        NameTrick::Colon => "cause-finding-name-colon",
        NameTrick::TrailingDotOrSpace => "cause-finding-name-trailing",
    }
}

pub(super) fn format(format: Format) -> &'static str {
    match format {
        Format::AsicE => "cause-format-asic-e",
        Format::AsicS => "cause-format-asic-s",
        Format::AsicCades => "cause-format-asic-cades",
        Format::AsicTimestamp => "cause-format-asic-timestamp",
        Format::AsicEvidenceRecord => "cause-format-asic-evidence-record",
        Format::AsicHashcode => "cause-format-asic-hashcode",
        Format::AsicUnsigned => "cause-format-asic-unsigned",
        Format::Edoc1 => "cause-format-edoc1",
        Format::Bdoc1 => "cause-format-bdoc1",
        Format::Adoc => "cause-format-adoc",
        Format::Ddoc => "cause-format-ddoc",
        Format::Pdf => "cause-format-pdf",
        Format::OpenDocument => "cause-format-open-document",
        Format::OfficeOpenXml => "cause-format-office-open-xml",
        Format::BareXades => "cause-format-bare-xades",
        Format::OtherXml => "cause-format-other-xml",
        Format::OtherZip => "cause-format-other-zip",
        Format::Empty => "cause-format-empty",
        Format::Other => "cause-format-other",
    }
}
