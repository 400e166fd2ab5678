//! `META-INF/manifest.xml` (OpenDocument 1.2, part 3): a hint about media types, never proof.

use std::collections::{HashMap, HashSet};

use super::ContainerFinding;
use super::archive::{Archive, ContentError};
use super::reference::percent_decode;
use crate::limits;
use crate::xml;

const NAME: &str = "META-INF/manifest.xml";
const NAMESPACE: &str = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";

/// What the manifest lists.
#[derive(Debug, Default)]
pub(super) struct Manifest {
    /// Media type of the package itself.
    pub(super) package: Option<String>,
    /// Path, as written, and media type of every other entry.
    entries: Vec<(String, String)>,
}

/// The manifest's comment, in which the Latvian library writes its name and version.
pub(super) fn comment<'a>(archive: &'a Archive<'_>) -> Option<&'a str> {
    archive.find(NAME).and_then(|index| archive.entries.get(index))?.comment.as_deref()
}

/// Reads the manifest; `None` where there is none or it is unusable.
pub(super) fn read(
    archive: &Archive<'_>,
    findings: &mut Vec<ContainerFinding>,
) -> Result<Option<Manifest>, ContentError> {
    let Some(index) = archive.find(NAME) else {
        findings.push(ContainerFinding::ManifestMissing);
        return Ok(None);
    };
    if archive.entries.get(index).is_some_and(|entry| entry.size > limits::MANIFEST_BYTES) {
        let detail = format!("longer than {} bytes", limits::MANIFEST_BYTES);
        findings.push(ContainerFinding::ManifestUnusable { detail });
        return Ok(None);
    }
    let content = archive.read(index, limits::MANIFEST_BYTES)?;
    match parse(&content, findings) {
        Ok(manifest) => Ok(Some(manifest)),
        Err(detail) => {
            findings.push(ContainerFinding::ManifestUnusable { detail });
            Ok(None)
        }
    }
}

fn parse(content: &[u8], findings: &mut Vec<ContainerFinding>) -> Result<Manifest, String> {
    let text = xml::decode(content).map_err(|fault| fault.to_string())?;
    let document = xml::parse(&text).map_err(|fault| fault.to_string())?;
    let root = document.root_element();
    if !root.has_tag_name((NAMESPACE, "manifest")) {
        return Err(format!("the root element is {}", root.tag_name().name()));
    }
    let mut manifest = Manifest::default();
    let mut seen = HashSet::new();
    let mut unprefixed = false;
    let entries = || root.children().filter(|node| node.has_tag_name((NAMESPACE, "file-entry")));
    if entries().count() > limits::MANIFEST_ENTRIES {
        return Err(format!("more than {} entries", limits::MANIFEST_ENTRIES));
    }
    for node in entries() {
        let mut attribute = |name: &str| {
            node.attribute((NAMESPACE, name)).or_else(|| {
                unprefixed |= node.attribute(name).is_some();
                node.attribute(name)
            })
        };
        let (Some(path), media_type) = (attribute("full-path"), attribute("media-type").unwrap_or_default()) else {
            return Err("a file-entry has no full-path".to_owned());
        };
        if !seen.insert(path.to_owned()) {
            findings.push(ContainerFinding::ManifestDuplicate { path: path.to_owned() });
        } else if path == "/" {
            manifest.package = Some(media_type.to_owned());
        } else {
            manifest.entries.push((path.to_owned(), media_type.to_owned()));
        }
    }
    if unprefixed {
        findings.push(ContainerFinding::ManifestUnprefixed);
    }
    Ok(manifest)
}

impl Manifest {
    /// Compares the list with the archive, both ways; gives the media type of each document by name.
    pub(super) fn compare(
        self,
        archive: &Archive<'_>,
        media_type: Option<&str>,
        documents: &[&str],
        findings: &mut Vec<ContainerFinding>,
    ) -> HashMap<String, String> {
        match self.package {
            None => findings.push(ContainerFinding::ManifestRootMissing),
            Some(package) if media_type.is_some_and(|media_type| media_type != package) => {
                findings.push(ContainerFinding::ManifestRootDiffers { media_type: package });
            }
            Some(_) => {}
        }
        let mut listed = HashMap::new();
        for (path, media_type) in self.entries {
            if bad(&path) {
                findings.push(ContainerFinding::ManifestBadPath { path });
                continue;
            }
            if let Some(name) = meant(archive, &path, findings) {
                listed.insert(name, media_type);
            } else {
                findings.push(ContainerFinding::ListedButMissing { path });
            }
        }
        for name in documents.iter().filter(|name| !listed.contains_key(**name)) {
            findings.push(ContainerFinding::PresentButUnlisted { name: (*name).to_owned() });
        }
        listed
    }
}

/// The entry a path means: literally first, then percent-decoded.
fn meant(archive: &Archive<'_>, path: &str, findings: &mut Vec<ContainerFinding>) -> Option<String> {
    let folder = |path: &str| path.ends_with('/') && archive.entries.iter().any(|entry| entry.name.starts_with(path));
    if archive.find(path).is_some() || folder(path) {
        return Some(path.to_owned());
    }
    let decoded = percent_decode(path).text?;
    archive.find(&decoded)?;
    findings.push(ContainerFinding::ManifestEncoded { path: path.to_owned(), name: decoded.clone() });
    Some(decoded)
}

/// A path that no safe archive can hold.
fn bad(path: &str) -> bool {
    let mut segments = path.strip_suffix('/').unwrap_or(path).split('/');
    path.contains('\\') || segments.any(|segment| matches!(segment, "" | "." | ".."))
}
