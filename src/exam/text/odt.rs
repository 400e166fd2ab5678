//! ODT: paragraphs to lines, table rows to lines of cells, headers first and footers last (OpenDocument 1.3). What its
//! author deleted or hid is not read.

use std::collections::HashSet;

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
    let mut unseen = Unseen::default();
    for text in styles.iter().chain([&content]) {
        with_root(text, |root| unseen.add(root))?;
    }
    let read = |text: &str, wanted: &[&str]| {
        with_root(text, |root| {
            let mut reader = Reader { flow: Flow::default(), unseen: &unseen };
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

/// Styles by which text cannot be seen.
#[derive(Default)]
struct Unseen {
    hidden: HashSet<String>,
    white: HashSet<String>,
}

impl Unseen {
    /// A style has what its parent has; LibreOffice writes parents first.
    fn add(&mut self, root: Node<'_, '_>) {
        for style in root.descendants().filter(|node| is(*node, "style")) {
            let Some(name) = value(style, "name") else { continue };
            let of_parent =
                |set: &HashSet<String>| value(style, "parent-style-name").is_some_and(|parent| set.contains(parent));
            let text = style.children().find(|part| is(*part, "text-properties"));
            let property = |name| text.and_then(|text| value(text, name));
            if property("display").map_or_else(|| of_parent(&self.hidden), |display| display == "none") {
                self.hidden.insert(name.to_owned());
            }
            let white = |colour: &str| colour.eq_ignore_ascii_case("#ffffff");
            let ground = style
                .children()
                .any(|part| value(part, "background-color").is_some_and(|colour| colour != "transparent"));
            if !ground && property("color").map_or_else(|| of_parent(&self.white), white) {
                self.white.insert(name.to_owned());
            }
        }
    }
}

struct Reader<'s> {
    flow: Flow,
    unseen: &'s Unseen,
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
                let mut inner = Reader { flow: Flow::default(), unseen: self.unseen };
                inner.children(node);
                self.flow.aside(inner.flow.finish());
            }
            _ => self.children(node),
        }
    }

    fn is_unseen(&self, node: Node<'_, '_>) -> bool {
        let style = value(node, "style-name");
        let hidden = style.is_some_and(|style| self.unseen.hidden.contains(style));
        // In a table or a frame nobody knows here what colour the ground has.
        let on_paper =
            |node: Node<'_, '_>| !node.ancestors().any(|above| is(above, "table-cell") || is(above, "text-box"));
        let white = style.is_some_and(|style| self.unseen.white.contains(style));
        let text = ["p", "h", "span"].iter().any(|name| is(node, name));
        hidden || (white && text && on_paper(node)) || (is(node, "section") && value(node, "display") == Some("none"))
    }
}

fn in_paragraph(node: Node<'_, '_>) -> bool {
    ["p", "h", "span", "a", "meta", "ruby-base"].iter().any(|name| is(node, name))
        || node.parent_element().is_some_and(|parent| ["p", "h", "span", "a"].iter().any(|name| is(parent, name)))
}
