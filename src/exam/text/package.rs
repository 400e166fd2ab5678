//! ZIP packages of word processors: the text parts of DOCX and ODT, within limits; nothing is ever unpacked to a file.

use std::io::{Cursor, Read};

use super::{Line, docx, odt};
use crate::exam::Unreadable;
use crate::limits;
use crate::xml::{self, Node};

/// An open package.
pub(super) struct Package<'c> {
    archive: zip::ZipArchive<Cursor<&'c [u8]>>,
    /// Expanded bytes that may still be read.
    left: u64,
}

fn damaged(detail: &dyn std::fmt::Display) -> Unreadable {
    Unreadable::Damaged { detail: detail.to_string() }
}

/// The lines of a DOCX or ODT file; another ZIP is of unknown type.
pub(super) fn lines(content: &[u8]) -> Result<Vec<Line>, Unreadable> {
    let archive = zip::ZipArchive::new(Cursor::new(content)).map_err(|error| damaged(&error))?;
    if archive.len() > limits::ARCHIVE_ENTRIES {
        return Err(Unreadable::UnknownType);
    }
    let mut package = Package { archive, left: limits::OFFICE_PART_BYTES };
    if package.has(docx::DOCUMENT) {
        docx::lines(&mut package)
    } else if package.has(odt::CONTENT) {
        odt::lines(&mut package)
    } else {
        Err(Unreadable::UnknownType)
    }
}

impl Package<'_> {
    pub(super) fn has(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// Names of parts that `wanted` accepts, in the order of their names: `header2.xml` after `header1.xml`.
    pub(super) fn names(&self, wanted: impl Fn(&str) -> bool) -> Vec<String> {
        let mut names: Vec<String> =
            self.archive.file_names().flatten().filter(|name| wanted(name)).map(std::borrow::Cow::into_owned).collect();
        names.sort_by(|a, b| a.len().cmp(&b.len()).then_with(|| a.cmp(b)));
        names.truncate(limits::OFFICE_PARTS);
        names
    }

    /// The text of a part, as XML.
    pub(super) fn part(&mut self, name: &str) -> Result<String, Unreadable> {
        let part = self.archive.by_name(name).map_err(|error| damaged(&error))?;
        let mut bytes = Vec::new();
        let read = part.take(self.left.saturating_add(1)).read_to_end(&mut bytes);
        let length = read.map_err(|error| damaged(&error))?;
        let length = u64::try_from(length).unwrap_or(u64::MAX);
        self.left = self.left.checked_sub(length).ok_or_else(|| damaged(&"the text is beyond a limit"))?;
        xml::decode(&bytes).map(std::borrow::Cow::into_owned).map_err(|fault| damaged(&fault))
    }
}

/// Hands the root of a part to `read`.
pub(super) fn with_root<T>(text: &str, read: impl FnOnce(Node<'_, '_>) -> T) -> Result<T, Unreadable> {
    let document = xml::parse(text).map_err(|fault| damaged(&fault))?;
    Ok(read(document.root_element()))
}

/// Whether a node is the element of this name, whatever its prefix.
pub(super) fn is(node: Node<'_, '_>, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

/// An attribute, whatever its prefix.
pub(super) fn value<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes().find(|attribute| attribute.name() == name).map(|attribute| attribute.value())
}
