//! Why an archive is refused.

use serde::{Deserialize, Serialize};

/// Why an archive is refused as a whole: two readers could see two different archives in it, or it is damaged.
/// Rule numbers are those of `docs/policy.md`. Names are the archive's, offsets and sizes count bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(tag = "fault", rename_all = "kebab-case")]
pub enum ArchiveFault {
    /// Z1: no end-of-central-directory record, or the file is cut off.
    #[error("the archive has no end record")]
    NoEndRecord,
    /// Z1: bytes follow the end of the archive.
    #[error("{bytes} bytes follow the end of the archive")]
    TrailingData {
        /// How many.
        bytes: u64,
    },
    /// Z1: more than one end record could be the right one.
    #[error("the archive has several end records")]
    SeveralEndRecords,
    /// Z2: the archive claims to be a part of a set.
    #[error("the archive is split over several files")]
    SeveralDisks,
    /// Z2: the ZIP64 records are damaged or disagree with the ordinary ones.
    #[error("the ZIP64 records contradict the ordinary ones")]
    Zip64Contradiction,
    /// Z2: the end record states another number of entries than the central directory holds.
    #[error("the end record states {stated} entries, the directory holds {found}")]
    EntryCount {
        /// By the end record.
        stated: u64,
        /// By the central directory.
        found: u64,
    },
    /// Z2: the central directory is not where the end record says, or does not fill that place.
    #[error("the central directory is not where the end record says")]
    DirectoryMisplaced,
    /// Z2: a record of the central directory cannot be read.
    #[error("the central directory is damaged at offset {offset}")]
    DirectoryDamaged {
        /// Where in the file.
        offset: u64,
    },
    /// Z3: bytes precede the first entry.
    #[error("{bytes} bytes precede the archive")]
    PrefixData {
        /// How many.
        bytes: u64,
    },
    /// Z4: no local header where the central directory says.
    #[error("{name}: there is no local header at offset {offset}")]
    LocalHeaderMissing {
        /// The entry.
        name: String,
        /// Where it should be.
        offset: u64,
    },
    /// Z4: local header and central directory disagree.
    #[error("{name}: local header and central directory disagree in {field}")]
    LocalHeaderDiffers {
        /// The entry.
        name: String,
        /// In what.
        field: HeaderField,
    },
    /// Z4: the data descriptor is missing or disagrees with the central directory.
    #[error("{name}: the data descriptor and the central directory disagree")]
    DataDescriptorDiffers {
        /// The entry.
        name: String,
    },
    /// Z5: two entries share bytes.
    #[error("{first} and {second} overlap")]
    EntriesOverlap {
        /// The one that begins first.
        first: String,
        /// The other; the central directory where it is the other.
        second: String,
    },
    /// Z5: a local header that the central directory does not name.
    #[error("an entry at offset {offset} is missing from the central directory")]
    HiddenEntry {
        /// Where it begins.
        offset: u64,
    },
    /// Z6: neither stored nor deflated.
    #[error("{name}: unknown compression method {method}")]
    MethodUnknown {
        /// The entry.
        name: String,
        /// Its number.
        method: u16,
    },
    /// Z6: encrypted.
    #[error("{name}: is encrypted")]
    Encrypted {
        /// The entry.
        name: String,
    },
    /// Z6: a symbolic link, a device or the like.
    #[error("{name}: is not an ordinary file (mode {mode:o})")]
    NotAFile {
        /// The entry.
        name: String,
        /// Its Unix mode.
        mode: u32,
    },
    /// Z4: an extra field that cannot be read.
    #[error("{name}: an extra field is damaged")]
    ExtraFieldDamaged {
        /// The entry.
        name: String,
    },
    /// Z7: the compressed data cannot be inflated.
    #[error("{name}: the compressed data is damaged")]
    ContentDamaged {
        /// The entry.
        name: String,
    },
    /// Z7: the content is shorter or longer than stated, before or after expanding.
    #[error("{name}: the content does not have the stated length")]
    ContentLength {
        /// The entry.
        name: String,
    },
    /// Z7: the content has another CRC-32.
    #[error("{name}: the checksum of the content is wrong")]
    ContentChecksum {
        /// The entry.
        name: String,
    },
    /// Z9: a name that is dangerous or not a name.
    #[error("{name}: unsafe name ({danger})")]
    NameUnsafe {
        /// The name, control characters included.
        name: String,
        /// Why.
        danger: NameDanger,
    },
    /// Z9: flagged as UTF-8 without being it.
    #[error("{name}: the name is not UTF-8 although it claims to be")]
    NameNotUtf8 {
        /// The name as far as it can be read.
        name: String,
    },
    /// Z9: the Unicode Path extra field gives another name.
    #[error("{name}: has a second name {unicode_path}")]
    NameContradiction {
        /// The name in the header.
        name: String,
        /// The name in the extra field.
        unicode_path: String,
    },
    /// Z10: two entries with one name.
    #[error("{name}: occurs twice")]
    NameTwice {
        /// The name.
        name: String,
    },
}

/// What a local header and the central directory disagree in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HeaderField {
    /// The name.
    Name,
    /// The compression method.
    Method,
    /// General purpose bits 0, 3 or 11: encryption, data descriptor, UTF-8.
    Flags,
    /// The CRC-32.
    Checksum,
    /// The compressed size.
    CompressedSize,
    /// The expanded size.
    Size,
}

impl std::fmt::Display for HeaderField {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Name => "the name",
            Self::Method => "the compression method",
            Self::Flags => "the flags",
            Self::Checksum => "the checksum",
            Self::CompressedSize => "the compressed size",
            Self::Size => "the size",
        })
    }
}

/// Why a name is unsafe (Z9).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NameDanger {
    /// No character at all.
    Empty,
    /// NUL or another control character.
    ControlCharacter,
    /// A backslash, which some systems take for a separator.
    Backslash,
    /// A leading `/`.
    Absolute,
    /// A leading `X:`.
    Drive,
    /// A segment `.` or `..`.
    DotSegment,
    /// `//`.
    EmptySegment,
}

impl std::fmt::Display for NameDanger {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Empty => "empty",
            Self::ControlCharacter => "control character",
            Self::Backslash => "backslash",
            Self::Absolute => "absolute",
            Self::Drive => "drive letter",
            Self::DotSegment => "dot segment",
            Self::EmptySegment => "empty segment",
        })
    }
}
