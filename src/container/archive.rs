//! The ZIP archive: central directory cross-checked with local headers (rules Z1 to Z13 of `docs/policy.md`).

use serde::{Deserialize, Serialize};

/// Why an archive is refused as a whole: two readers could see two different archives in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(tag = "fault", rename_all = "kebab-case")]
pub enum ArchiveFault {
    /// No end-of-central-directory record, or the file is cut off.
    #[error("the archive has no end record")]
    NoEndRecord,
}
