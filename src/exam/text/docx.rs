//! DOCX: paragraphs to lines, table rows to lines of cells, headers first and footers last (ISO/IEC 29500,
//! WordprocessingML). What its author deleted or hid is not read.

use super::Line;
use super::flow::Flow;
use super::package::{Package, is, value, with_root};
use crate::exam::Unreadable;
use crate::xml::Node;

/// The part that makes a package a DOCX file.
pub(super) const DOCUMENT: &str = "word/document.xml";

/// Elements whose content is not what a reader sees: deleted or moved revisions, codes of fields, properties, and what
/// stands in for a drawing where a program does not know it.
const UNSEEN: [&str; 10] =
    ["del", "moveFrom", "delText", "instrText", "pPr", "rPr", "tblPr", "tcPr", "sectPr", "Fallback"];

/// The lines of a DOCX file.
pub(super) fn lines(package: &mut Package<'_>) -> Result<Vec<Line>, Unreadable> {
    let part = |kind: &'static str| {
        move |name: &str| {
            name.strip_prefix("word/").is_some_and(|name| name.starts_with(kind) && name.ends_with(".xml"))
        }
    };
    let hidden = if package.has("word/styles.xml") {
        with_root(&package.part("word/styles.xml")?, hidden_styles)?
    } else {
        Vec::new()
    };
    let headers = package.names(part("header"));
    let footers = package.names(part("footer"));
    let mut lines: Vec<Line> = Vec::new();
    for name in headers.into_iter().chain([DOCUMENT.to_owned()]).chain(footers) {
        let text = package.part(&name)?;
        let more = with_root(&text, |root| {
            let mut reader = Reader { flow: Flow::default(), hidden: &hidden };
            reader.node(root);
            reader.flow.finish()
        })?;
        // The first page, the odd and the even ones have headers of their own, which often say the same.
        let is_body = name == DOCUMENT;
        let new: Vec<_> = more.into_iter().filter(|line| is_body || !lines.contains(line)).collect();
        lines.extend(new);
    }
    Ok(lines)
}

/// Styles whose text is hidden.
fn hidden_styles(root: Node<'_, '_>) -> Vec<String> {
    let styles = root.children().filter(|style| is(*style, "style"));
    let hidden = styles.filter(|style| style.children().any(|part| is(part, "rPr") && is_hidden(part)));
    hidden.filter_map(|style| value(style, "styleId").map(str::to_owned)).collect()
}

/// Whether properties of a run hide it. The mark of a paragraph has properties too, which hide no text.
fn is_hidden(properties: Node<'_, '_>) -> bool {
    properties.children().any(|property| {
        let on = !matches!(value(property, "val"), Some("0" | "false" | "off"));
        (is(property, "vanish") || is(property, "webHidden")) && on
    })
}

/// Whether text is white on white. In a table or a shaded paragraph nobody knows here what it stands on.
fn is_blank(run: Node<'_, '_>, properties: Node<'_, '_>) -> bool {
    let white = |value: &str| value.eq_ignore_ascii_case("FFFFFF");
    let mut own = properties.children();
    let shaded = |node: Node<'_, '_>| is(node, "shd") || is(node, "highlight");
    let is_white = own.any(|property| is(property, "color") && value(property, "val").is_some_and(white));
    is_white
        && !properties.children().any(shaded)
        && !run.ancestors().any(|above| {
            is(above, "tc")
                || is(above, "txbxContent")
                || above.children().any(|part| is(part, "pPr") && part.children().any(shaded))
        })
}

struct Reader<'s> {
    flow: Flow,
    hidden: &'s [String],
}

impl Reader<'_> {
    fn children(&mut self, node: Node<'_, '_>) {
        for child in node.children() {
            self.node(child);
        }
    }

    fn node(&mut self, node: Node<'_, '_>) {
        if !node.is_element() || self.flow.is_full() {
            return;
        }
        match node.tag_name().name() {
            name if UNSEEN.contains(&name) => {}
            "r" if self.is_unseen(node) => {}
            "t" => self.flow.text(&node.children().filter_map(|text| text.text()).collect::<String>()),
            "tab" | "ptab" => self.flow.text("\t"),
            "br" | "cr" => self.flow.text("\n"),
            "noBreakHyphen" => self.flow.text("-"),
            "tr" => {
                if node.children().any(|part| is(part, "trPr") && part.children().any(|change| is(change, "del"))) {
                    return;
                }
                self.flow.begin_row();
                self.children(node);
                self.flow.end_row();
            }
            "tc" => {
                self.children(node);
                self.flow.end_cell();
            }
            "p" => {
                let style = node.children().find(|part| is(*part, "pPr")).into_iter().flat_map(|part| part.children());
                let style = style.filter(|part| is(*part, "pStyle")).find_map(|style| value(style, "val"));
                if !style.is_some_and(|style| self.is_hidden_style(style)) {
                    self.children(node);
                }
                self.flow.end_paragraph();
            }
            // A text box stands in a paragraph and is none of its text.
            "txbxContent" => {
                let mut inner = Reader { flow: Flow::default(), hidden: self.hidden };
                inner.children(node);
                self.flow.aside(inner.flow.finish());
            }
            _ => self.children(node),
        }
    }

    fn is_hidden_style(&self, style: &str) -> bool {
        self.hidden.iter().any(|hidden| hidden == style)
    }

    /// Hidden by its own properties or by its style.
    fn is_unseen(&self, run: Node<'_, '_>) -> bool {
        run.children().filter(|part| is(*part, "rPr")).any(|properties| {
            let style = properties.children().find(|property| is(*property, "rStyle"));
            let style = style.and_then(|style| value(style, "val"));
            is_hidden(properties) || is_blank(run, properties) || style.is_some_and(|style| self.is_hidden_style(style))
        })
    }
}
