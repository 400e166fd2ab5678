//! Faults of archive, e-document, XML, signature and time-stamp, each as its own sentence.

use super::Filled;
use crate::container::ArchiveFault;
use crate::crypto::SignatureFault;
use crate::pki::timestamp::TimestampFault;
use crate::xades::StructureFault;
use crate::xml::XmlFault;

pub(super) fn archive(fault: &ArchiveFault) -> Filled {
    match fault {
        ArchiveFault::NoEndRecord => Filled::new("cause-archive-no-end-record"),
        ArchiveFault::TrailingData { .. } => Filled::new("cause-archive-trailing-data"),
        ArchiveFault::SeveralEndRecords => Filled::new("cause-archive-several-end-records"),
        ArchiveFault::SeveralDisks => Filled::new("cause-archive-several-disks"),
        ArchiveFault::Zip64Contradiction => Filled::new("cause-archive-zip64-contradiction"),
        ArchiveFault::EntryCount { stated, found } => Filled::new("cause-archive-entry-count")
            .with("stated", &stated.to_string())
            .with("found", &found.to_string()),
        ArchiveFault::DirectoryMisplaced => Filled::new("cause-archive-directory-misplaced"),
        ArchiveFault::DirectoryDamaged { .. } => Filled::new("cause-archive-directory-damaged"),
        ArchiveFault::PrefixData { .. } => Filled::new("cause-archive-prefix-data"),
        ArchiveFault::EntriesOverlap { first, second } => {
            Filled::new("cause-archive-entries-overlap").with("first", first).with("second", second)
        }
        ArchiveFault::HiddenEntry { .. } => Filled::new("cause-archive-hidden-entry"),
        ArchiveFault::NameContradiction { name, unicode_path } => {
            Filled::new("cause-archive-name-contradiction").with("name", name).with("other", unicode_path)
        }
        ArchiveFault::LocalHeaderMissing { name, .. } => entry("cause-archive-local-header-missing", name),
        ArchiveFault::LocalHeaderDiffers { name, .. } => entry("cause-archive-local-header-differs", name),
        ArchiveFault::DataDescriptorDiffers { name } => entry("cause-archive-data-descriptor-differs", name),
        ArchiveFault::MethodUnknown { name, .. } => entry("cause-archive-method-unknown", name),
        ArchiveFault::Encrypted { name } => entry("cause-archive-encrypted", name),
        ArchiveFault::NotAFile { name, .. } => entry("cause-archive-not-a-file", name),
        ArchiveFault::ExtraFieldDamaged { name } => entry("cause-archive-extra-field-damaged", name),
        ArchiveFault::ContentDamaged { name } => entry("cause-archive-content-damaged", name),
        ArchiveFault::ContentLength { name } => entry("cause-archive-content-length", name),
        ArchiveFault::ContentChecksum { name } => entry("cause-archive-content-checksum", name),
        ArchiveFault::NameUnsafe { name, .. } => entry("cause-archive-name-unsafe", name),
        ArchiveFault::NameNotUtf8 { name } => entry("cause-archive-name-not-utf8", name),
        ArchiveFault::NameTwice { name } => entry("cause-archive-name-twice", name),
    }
}

fn entry(id: &'static str, name: &str) -> Filled {
    Filled::new(id).with("name", name)
}

pub(super) fn xml(fault: &XmlFault) -> &'static str {
    match fault {
        XmlFault::Encoding => "cause-xml-encoding",
        XmlFault::Doctype => "cause-xml-doctype",
        XmlFault::Version => "cause-xml-version",
        XmlFault::Limit { .. } => "cause-xml-limit",
        XmlFault::NotWellFormed { .. } => "cause-xml-not-well-formed",
        XmlFault::RelativeNamespace { .. } => "cause-xml-relative-namespace",
        XmlFault::BaseAttribute => "cause-xml-base-attribute",
    }
}

pub(super) fn structure(fault: &StructureFault) -> &'static str {
    match fault {
        StructureFault::UnknownRoot { .. } => "cause-structure-unknown-root",
        StructureFault::NoSignature => "cause-structure-no-signature",
        StructureFault::TooManySignatures => "cause-structure-too-many-signatures",
        StructureFault::DuplicateId { .. } => "cause-structure-duplicate-id",
        StructureFault::Dsig { .. } | StructureFault::Malformed { .. } => "cause-structure-incomplete",
        StructureFault::QualifyingProperties { .. } => "cause-structure-qualifying-properties",
        StructureFault::Target => "cause-structure-target",
        StructureFault::IndirectProperties => "cause-structure-indirect-properties",
        StructureFault::OldNamespace { .. } => "cause-structure-old-namespace",
        StructureFault::Cardinality { .. } | StructureFault::SignedPropertiesReferences { .. } => {
            "cause-structure-signed-properties"
        }
    }
}

pub(super) fn value(fault: &SignatureFault) -> &'static str {
    match fault {
        SignatureFault::Mismatch => "cause-value-mismatch",
        SignatureFault::Malformed => "cause-value-malformed",
        SignatureFault::DerInsteadOfRaw => "cause-value-der-instead-of-raw",
        SignatureFault::KeyMismatch => "cause-value-key-mismatch",
        SignatureFault::UnusableKey => "cause-value-unusable-key",
        SignatureFault::Unsupported => "cause-value-unsupported",
    }
}

pub(super) fn timestamp(fault: &TimestampFault) -> &'static str {
    match fault {
        TimestampFault::Malformed { .. } => "cause-timestamp-malformed",
        TimestampFault::NoSigningCertificate => "cause-timestamp-no-signing-certificate",
        TimestampFault::ContentChanged => "cause-timestamp-content-changed",
        TimestampFault::Signature { .. } => "cause-timestamp-signature",
    }
}
