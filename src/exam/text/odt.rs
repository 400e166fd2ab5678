//! ODT: paragraphs to lines, table rows to lines of cells, headers first and footers last (OpenDocument 1.3). What its
//! author deleted or hid is not read.

use super::Line;
use super::flow::Flow;
use super::package::{Package, is, value, with_root};
use crate::exam::Unreadable;
use crate::xml::Node;

/// The part that makes a package an ODT file.
pub(super) const CONTENT: &str = "content.xml";
const STYLES: &str = "styles.xml";

/// Elements whose content is not what a reader sees where it stands.
const UNSEEN: [&str; 9] = [
    "tracked-changes",
    "annotation",
    "hidden-text",
    "hidden-paragraph",
    "sequence-decls",
    "variable-decls",
    "user-field-decls",
    "forms",
    "title",
];
/// Spaces that one element may stand for.
const SPACES: usize = 200;

/// The lines of an ODT file.
pub(super) fn lines(package: &mut Package<'_>) -> Result<Vec<Line>, Unreadable> {
    let styles = if package.has(STYLES) { Some(package.part(STYLES)?) } else { None };
    let content = package.part(CONTENT)?;
    let mut hidden = match &styles {
        Some(styles) => with_root(styles, hidden_styles)?,
        None => Vec::new(),
    };
    hidden.extend(with_root(&content, hidden_styles)?);
    let read = |text: &str, wanted: &[&str]| {
        with_root(text, |root| {
            let mut reader = Reader { flow: Flow::default(), hidden: &hidden };
            for node in root.descendants().filter(|node| wanted.iter().any(|name| is(*node, name))) {
                reader.children(node);
                reader.flow.end_paragraph();
            }
            reader.flow.finish()
        })
    };
    let styles = styles.as_deref();
    let mut lines = styles.map_or(Ok(Vec::new()), |styles| read(styles, &["header", "header-first", "header-left"]))?;
    lines.extend(read(&content, &["body"])?);
    lines.extend(styles.map_or(Ok(Vec::new()), |styles| read(styles, &["footer", "footer-first", "footer-left"]))?);
    Ok(lines)
}

/// Styles whose text is not displayed.
fn hidden_styles(root: Node<'_, '_>) -> Vec<String> {
    let styles = root.descendants().filter(|node| is(*node, "style"));
    let hidden = styles.filter(|style| {
        style.children().any(|part| is(part, "text-properties") && value(part, "display") == Some("none"))
    });
    hidden.filter_map(|style| value(style, "name").map(str::to_owned)).collect()
}

struct Reader<'s> {
    flow: Flow,
    hidden: &'s [String],
}

impl Reader<'_> {
    fn children(&mut self, node: Node<'_, '_>) {
        for child in node.children() {
            if child.is_text() && in_paragraph(node) {
                // Line ends of the file are no line ends of the text.
                self.flow.text(&child.text().unwrap_or_default().replace(['\n', '\r', '\t'], " "));
            } else {
                self.node(child);
            }
        }
    }

    fn node(&mut self, node: Node<'_, '_>) {
        if !node.is_element() || self.flow.is_full() || self.is_unseen(node) {
            return;
        }
        match node.tag_name().name() {
            name if UNSEEN.contains(&name) => {}
            "s" => {
                let count = value(node, "c").and_then(|count| count.parse().ok()).unwrap_or(1);
                self.flow.text(&" ".repeat(SPACES.min(count)));
            }
            "tab" => self.flow.text("\t"),
            "line-break" => self.flow.text("\n"),
            "table-row" => {
                self.flow.begin_row();
                self.children(node);
                self.flow.end_row();
            }
            "table-cell" => {
                self.children(node);
                self.flow.end_cell();
            }
            "p" | "h" => {
                self.children(node);
                self.flow.end_paragraph();
            }
            // A frame stands in a paragraph and is none of its text.
            "text-box" => {
                let mut inner = Reader { flow: Flow::default(), hidden: self.hidden };
                inner.children(node);
                self.flow.aside(inner.flow.finish());
            }
            _ => self.children(node),
        }
    }

    fn is_unseen(&self, node: Node<'_, '_>) -> bool {
        let hidden = |name| value(node, name).is_some_and(|style| self.hidden.iter().any(|hidden| hidden == style));
        hidden("style-name") || (is(node, "section") && value(node, "display") == Some("none"))
    }
}

fn in_paragraph(node: Node<'_, '_>) -> bool {
    ["p", "h", "span", "a", "meta", "ruby-base"].iter().any(|name| is(node, name))
        || node.parent_element().is_some_and(|parent| ["p", "h", "span", "a"].iter().any(|name| is(parent, name)))
}
