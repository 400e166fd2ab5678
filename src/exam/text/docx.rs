//! DOCX: paragraphs to lines, table rows to lines of cells (ISO/IEC 29500, WordprocessingML). Only `word/document.xml` is
//! read, within limits; nothing is ever unpacked to a file.

use std::io::{Cursor, Read};

use super::{Cell, Line};
use crate::exam::Unreadable;
use crate::limits;
use crate::xml::{self, Node};

const PART: &str = "word/document.xml";

/// The lines of a DOCX file; another ZIP is of unknown type.
pub(super) fn lines(content: &[u8]) -> Result<Vec<Line>, Unreadable> {
    let damaged = |detail: &dyn std::fmt::Display| Unreadable::Damaged { detail: detail.to_string() };
    let mut archive = zip::ZipArchive::new(Cursor::new(content)).map_err(|error| damaged(&error))?;
    if archive.len() > limits::ARCHIVE_ENTRIES || archive.index_for_name(PART).is_none() {
        return Err(Unreadable::UnknownType);
    }
    let part = archive.by_name(PART).map_err(|error| damaged(&error))?;
    let mut bytes = Vec::new();
    let read = part.take(limits::OFFICE_PART_BYTES.saturating_add(1)).read_to_end(&mut bytes);
    let length = read.map_err(|error| damaged(&error))?;
    if u64::try_from(length).unwrap_or(u64::MAX) > limits::OFFICE_PART_BYTES {
        return Err(damaged(&"the text is beyond a limit"));
    }
    let text = xml::decode(&bytes).map_err(|fault| damaged(&fault))?;
    let document = xml::parse(&text).map_err(|fault| damaged(&fault))?;
    let mut lines = Vec::new();
    for node in document.descendants() {
        if lines.len() >= limits::TEXT_LINES {
            break;
        }
        if is(node, "tr") {
            let cells: Vec<_> =
                node.children().filter(|cell| is(*cell, "tc")).filter_map(|cell| Cell::plain(&text_of(cell))).collect();
            lines.extend((!cells.is_empty()).then_some(Line { page: 1, cells }));
        } else if is(node, "p") && !node.ancestors().any(|above| is(above, "tc")) {
            lines.extend(text_of(node).lines().filter_map(Line::plain));
        }
    }
    Ok(lines)
}

fn is(node: Node<'_, '_>, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

/// The text of a node; tabs and line breaks are elements of their own.
fn text_of(node: Node<'_, '_>) -> String {
    let mut text = String::new();
    for inner in node.descendants() {
        if inner.is_element() {
            match inner.tag_name().name() {
                "tab" if inner.parent_element().is_some_and(|parent| is(parent, "r")) => text.push('\t'),
                "br" | "cr" => text.push('\n'),
                "p" if !text.is_empty() => text.push(' '),
                _ => {}
            }
        } else if inner.is_text() && inner.parent_element().is_some_and(|parent| is(parent, "t")) {
            text.push_str(inner.text().unwrap_or_default());
        }
    }
    text
}
