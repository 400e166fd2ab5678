//! The `mimetype` entry and the other places that name the media type of the package (rules C1 to C5).

use super::ContainerFinding;
use super::archive::{Archive, ContentError, Method};
use crate::limits;

/// The media type of ASiC-E (ETSI EN 319 162-1, annex A).
pub(super) const ASIC_E: &str = "application/vnd.etsi.asic-e+zip";
/// The media type of ASiC-S.
pub(super) const ASIC_S: &str = "application/vnd.etsi.asic-s+zip";

const NAME: &str = "mimetype";

/// The content of the entry, trimmed.
pub(super) fn read(
    archive: &Archive<'_>,
    findings: &mut Vec<ContainerFinding>,
) -> Result<Option<String>, ContentError> {
    let Some(index) = archive.find(NAME) else {
        findings.push(ContainerFinding::MimetypeMissing);
        return Ok(None);
    };
    let Some(entry) = archive.entries.get(index) else { return Ok(None) };
    if entry.offset != 0 || index != 0 {
        findings.push(ContainerFinding::MimetypeNotFirst);
    }
    if entry.method != Method::Stored {
        findings.push(ContainerFinding::MimetypeCompressed);
    }
    if entry.extra {
        findings.push(ContainerFinding::MimetypeExtraField);
    }
    if entry.size > limits::MIMETYPE_BYTES {
        // Nothing this long is a media type; what it says does not matter.
        findings.push(ContainerFinding::MimetypeUnexpected { value: String::new() });
        return Ok(None);
    }
    let content = archive.read(index, limits::MIMETYPE_BYTES)?;
    let text = String::from_utf8_lossy(&content);
    let value = text.trim_start_matches('\u{FEFF}').trim().to_owned();
    if value != text {
        findings.push(ContainerFinding::MimetypePadded);
    }
    if value != ASIC_E && value != ASIC_S {
        let value = value.chars().take(limits::COMMENT_CHARACTERS).collect();
        findings.push(ContainerFinding::MimetypeUnexpected { value });
    }
    Ok(Some(value))
}

/// The media type in the comment of the archive: `mimetype=…` (ETSI EN 319 162-1, annex A).
pub(super) fn in_comment(archive: &Archive<'_>) -> Option<String> {
    archive.comment.as_deref()?.strip_prefix("mimetype=").map(|value| value.trim().to_owned())
}

/// C5: names that are `mimetype` on systems that fold case.
pub(super) fn twice(archive: &Archive<'_>) -> Option<ContainerFinding> {
    let names = archive.entries.iter().map(|entry| &entry.name);
    let names: Vec<String> = names.filter(|name| name.eq_ignore_ascii_case(NAME)).cloned().collect();
    (names.len() > 1).then_some(ContainerFinding::MimetypeTwice { names })
}

/// Whether this entry is the media type and not a document.
pub(super) fn is(name: &str) -> bool {
    name == NAME
}
