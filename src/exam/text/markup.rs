//! HTML and XML as a person would see them: tags away, blocks to lines, table cells to cells. Tolerant by design; nothing
//! is loaded and nothing is run.

use super::{Cell, Line};
use crate::limits;

/// Elements that end a line.
const BLOCKS: [&str; 24] = [
    "p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table", "section", "article",
    "header", "footer", "dt", "dd", "dl", "title", "body", "caption",
];
/// Elements whose content is no text.
const SILENT: [&str; 4] = ["script", "style", "template", "noscript"];

/// The lines of a markup text. In XML every element with text of its own is a line.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let lower = text.get(..text.len().min(2048)).unwrap_or(text).to_lowercase();
    let html = lower.contains("<html") || lower.contains("<!doctype html") || lower.contains("<body");
    let mut writer = Writer { lines: Vec::new(), cells: Vec::new(), cell: String::new() };
    let mut rest = text;
    while let Some(open) = rest.find('<') {
        writer.cell.push_str(&entities(rest.get(..open).unwrap_or_default()));
        let tag = rest.get(open..).unwrap_or_default();
        let Some(length) = tag_length(tag) else { break };
        let inside = tag.get(1..length.saturating_sub(1)).unwrap_or_default();
        rest = tag.get(length..).unwrap_or_default();
        let closing = inside.starts_with('/');
        let name: String = inside.trim_start_matches('/').chars().take_while(|c| c.is_alphanumeric()).collect();
        let name = name.to_lowercase();
        if SILENT.contains(&name.as_str()) && !closing && !inside.ends_with('/') {
            rest = after_end_tag(rest, &name);
        }
        match name.as_str() {
            "" => {}
            "td" | "th" => writer.end_cell(),
            name if BLOCKS.contains(&name) || !html => writer.end_line(),
            _ => {}
        }
        if writer.lines.len() >= limits::TEXT_LINES {
            break;
        }
    }
    writer.cell.push_str(&entities(rest));
    writer.end_line();
    writer.lines
}

struct Writer {
    lines: Vec<Line>,
    cells: Vec<Cell>,
    cell: String,
}

impl Writer {
    fn end_cell(&mut self) {
        self.cells.extend(Cell::plain(&std::mem::take(&mut self.cell)));
    }

    fn end_line(&mut self) {
        self.end_cell();
        if !self.cells.is_empty() {
            self.lines.push(Line { page: 1, cells: std::mem::take(&mut self.cells) });
        }
    }
}

/// Length of the tag, comment or section at the start of `text`; `None` where it does not end.
fn tag_length(text: &str) -> Option<usize> {
    let end = |needle: &str| text.find(needle).map(|at| at.saturating_add(needle.len()));
    if text.starts_with("<!--") { end("-->") } else { end(">") }
}

fn after_end_tag<'t>(text: &'t str, name: &str) -> &'t str {
    let lower = text.to_ascii_lowercase();
    lower.find(&format!("</{name}")).and_then(|at| text.get(at..)).unwrap_or_default()
}

fn entities(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        plain.push_str(rest.get(..at).unwrap_or_default());
        let entity = rest.get(at..).unwrap_or_default();
        let end = entity.char_indices().take(12).find(|(_, c)| *c == ';').map(|(end, _)| end);
        match end.and_then(|end| Some((character(entity.get(1..end)?)?, end))) {
            Some((character, end)) => {
                plain.push(character);
                rest = entity.get(end.saturating_add(1)..).unwrap_or_default();
            }
            None => {
                plain.push('&');
                rest = entity.get(1..).unwrap_or_default();
            }
        }
    }
    plain.push_str(rest);
    plain
}

fn character(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code);
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "ndash" => '–',
        "mdash" => '—',
        "percnt" => '%',
        _ => return None,
    })
}
