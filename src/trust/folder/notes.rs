//! What is noted of downloads, so that a list that has not changed is not fetched again (RFC 9110, 13.1).

use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::Timestamp;
use crate::crypto::Sha256;

const NAME: &str = "fetched.json";

/// Where and when a list was fetched.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Territory of the list.
    pub territory: String,
    /// The address.
    pub url: String,
    /// ETag of the answer.
    pub etag: Option<String>,
    /// Last-Modified of the answer.
    pub last_modified: Option<String>,
    /// SHA-256 of the file that was fetched.
    pub sha256: Sha256,
    /// When it was last asked for and answered.
    pub at: Timestamp,
}

/// All notes; none where the file is missing or damaged.
pub(super) fn read(folder: &Path) -> Vec<Note> {
    let text = std::fs::read_to_string(folder.join(NAME)).unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_default()
}

/// Adds a note in the place of an older one of its territory.
pub(super) fn write(folder: &Path, note: Note) -> io::Result<()> {
    let mut notes = read(folder);
    notes.retain(|other| other.territory != note.territory);
    notes.push(note);
    notes.sort_by(|left, right| left.territory.cmp(&right.territory));
    let text = serde_json::to_string_pretty(&notes).map_err(io::Error::other)?;
    crate::files::write_whole(folder, NAME, &[text.as_bytes()])
}
