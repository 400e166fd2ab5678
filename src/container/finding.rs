//! What a reader should know about a container that was read.

use serde::{Deserialize, Serialize};

use super::NameTrick;

/// Something a reader should know about a container that was read. It stops nothing here; the last four, found in
/// [`super::Container::format_faults`], are for validation to fail on.
/// Rule numbers are those of `docs/policy.md`; names are the archive's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "finding", rename_all = "kebab-case")]
pub enum ContainerFinding {
    /// C1: no `mimetype` entry.
    MimetypeMissing,
    /// C2: `mimetype` is not the first entry.
    MimetypeNotFirst,
    /// C3: `mimetype` is compressed.
    MimetypeCompressed,
    /// C3: `mimetype` has extra fields.
    MimetypeExtraField,
    /// C4: a byte order mark or white space around the media type.
    MimetypePadded,
    /// C4: not a media type of ASiC.
    MimetypeUnexpected {
        /// What it says, shortened.
        value: String,
    },
    /// Z5: bytes between entries that belong to none.
    ArchiveGap {
        /// Where in the file.
        offset: u64,
        /// How many.
        bytes: u64,
    },
    /// The archive has a comment.
    ArchiveComment {
        /// The comment, shortened.
        comment: String,
    },
    /// Z9: a legal name that may deceive.
    NameDeceptive {
        /// The name.
        name: String,
        /// By what.
        trick: NameTrick,
    },
    /// A name in the old code page 437, shown as that.
    NameNotUtf8 {
        /// The name as read.
        name: String,
    },
    /// Z10: two names that are one on some systems.
    NamesCollide {
        /// The one that comes first.
        first: String,
        /// The other.
        second: String,
    },
    /// Z11: a folder entry that has content.
    FolderWithContent {
        /// Its name.
        name: String,
    },
    /// C6: no `META-INF/manifest.xml`.
    ManifestMissing,
    /// The manifest cannot be read and is ignored.
    ManifestUnusable {
        /// Why, in the parser's words.
        detail: String,
    },
    /// The manifest's attributes have no prefix.
    ManifestUnprefixed,
    /// The manifest has no entry for the package itself.
    ManifestRootMissing,
    /// The manifest gives the package another media type than `mimetype` does.
    ManifestRootDiffers {
        /// By the manifest.
        media_type: String,
    },
    /// The manifest lists a path twice.
    ManifestDuplicate {
        /// The path.
        path: String,
    },
    /// The manifest lists a path that is unsafe.
    ManifestBadPath {
        /// The path.
        path: String,
    },
    /// The manifest writes a name percent-encoded.
    ManifestEncoded {
        /// As written.
        path: String,
        /// The entry it means.
        name: String,
    },
    /// The manifest lists a file that is not in the archive.
    ListedButMissing {
        /// The path.
        path: String,
    },
    /// A document that the manifest does not list.
    PresentButUnlisted {
        /// Its name.
        name: String,
    },
    /// C7: a signature file whose name lacks "signatures", or that lies in a folder of META-INF.
    SignatureFileName {
        /// Its name.
        name: String,
    },
    /// Two signature files with the same content.
    SignatureFileTwice {
        /// The one that comes first.
        first: String,
        /// The other.
        second: String,
    },
    /// C13: signatures, time-stamps or evidence records in a form that is not read, beside XAdES.
    OtherEvidence {
        /// Its name.
        name: String,
    },
    /// C8: no document at all.
    NoDocument,
    /// ASiC-S (ETSI EN 319 162-1, 4.3): exactly one document outside folders is needed.
    NotOneDocument {
        /// Documents outside folders.
        names: Vec<String>,
    },
    /// C4: signatures as in ASiC-E, in a package that says it is something else.
    ForeignMediaType {
        /// What it says, shortened.
        value: String,
    },
    /// C5: several entries are called `mimetype` but for case.
    MimetypeTwice {
        /// Their names.
        names: Vec<String>,
    },
}
