//! DOCX: paragraphs to lines, table rows to lines of cells, headers first and footers last (ISO/IEC 29500,
//! WordprocessingML). What its author deleted or hid is not read.

use std::collections::HashSet;

use super::Line;
use super::flow::Flow;
use super::package::{Package, is, value, with_root};
use crate::exam::Unreadable;
use crate::limits;
use crate::xml::Node;

/// The part that makes a package a DOCX file.
pub(super) const DOCUMENT: &str = "word/document.xml";
const STYLES: &str = "word/styles.xml";
/// Styles based on each other.
const STYLE_LEVELS: usize = 12;

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
    let styles = if package.has(STYLES) { with_root(&package.part(STYLES)?, Styles::of)? } else { Styles::default() };
    let headers = package.names(part("header"));
    let footers = package.names(part("footer"));
    let mut lines: Vec<Line> = Vec::new();
    let mut seen: HashSet<String> = HashSet::new();
    for name in headers.into_iter().chain([DOCUMENT.to_owned()]).chain(footers) {
        let text = package.part(&name)?;
        let more = with_root(&text, |root| {
            let mut reader = Reader { flow: Flow::default(), styles: &styles };
            reader.node(root);
            reader.flow.finish()
        })?;
        // The first page, the odd and the even ones have headers of their own, which often say the same.
        let is_body = name == DOCUMENT;
        lines.extend(more.into_iter().filter(|line| seen.insert(line.text()) || is_body));
        if lines.len() >= limits::TEXT_LINES {
            lines.truncate(limits::TEXT_LINES);
            break;
        }
    }
    Ok(lines)
}

/// Styles by which text cannot be seen.
#[derive(Default)]
struct Styles {
    hidden: HashSet<String>,
    white: HashSet<String>,
}

impl Styles {
    fn of(root: Node<'_, '_>) -> Self {
        let mut styles = Self::default();
        // A style has what the style it is based on has; that one may stand after it.
        for _ in 0..STYLE_LEVELS {
            let known = styles.hidden.len().saturating_add(styles.white.len());
            for style in root.children().filter(|style| is(*style, "style")) {
                styles.add(style);
            }
            if known == styles.hidden.len().saturating_add(styles.white.len()) {
                break;
            }
        }
        styles
    }

    fn add(&mut self, style: Node<'_, '_>) {
        let Some(id) = value(style, "styleId") else { return };
        let base = style.children().find(|part| is(*part, "basedOn")).and_then(|base| value(base, "val"));
        let properties = style.children().find(|part| is(*part, "rPr"));
        let shaded = style.descendants().any(is_shading);
        let of_base = |set: &HashSet<String>| base.is_some_and(|base| set.contains(base));
        if properties.is_some_and(is_hidden) || of_base(&self.hidden) {
            self.hidden.insert(id.to_owned());
        }
        let colour = properties.and_then(is_white);
        if !shaded && colour.unwrap_or_else(|| of_base(&self.white)) {
            self.white.insert(id.to_owned());
        }
    }
}

fn is_shading(node: Node<'_, '_>) -> bool {
    is(node, "shd") || is(node, "highlight")
}

/// Whether properties make text white; `None` where they say nothing of its colour.
fn is_white(properties: Node<'_, '_>) -> Option<bool> {
    let colour = properties.children().find(|property| is(*property, "color"))?;
    value(colour, "val").map(|value| value.eq_ignore_ascii_case("FFFFFF"))
}

/// Whether properties of a run hide it. The mark of a paragraph has properties too, which hide no text.
fn is_hidden(properties: Node<'_, '_>) -> bool {
    properties.children().any(|property| {
        let on = !matches!(value(property, "val"), Some("0" | "false" | "off"));
        (is(property, "vanish") || is(property, "webHidden")) && on
    })
}

/// The style that a paragraph or a run names.
fn style<'a>(node: Node<'a, '_>, properties: &str, name: &str) -> Option<&'a str> {
    let properties = node.children().find(|part| is(*part, properties))?;
    properties.children().find(|part| is(*part, name)).and_then(|style| value(style, "val"))
}

struct Reader<'s> {
    flow: Flow,
    styles: &'s Styles,
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
                if !style(node, "pPr", "pStyle").is_some_and(|style| self.styles.hidden.contains(style)) {
                    self.children(node);
                }
                self.flow.end_paragraph();
            }
            // A text box stands in a paragraph and is none of its text.
            "txbxContent" => {
                let mut inner = Reader { flow: Flow::default(), styles: self.styles };
                inner.children(node);
                self.flow.aside(inner.flow.finish());
            }
            _ => self.children(node),
        }
    }

    /// Hidden, or white on white, by its own properties or by its style.
    fn is_unseen(&self, run: Node<'_, '_>) -> bool {
        let own = run.children().find(|part| is(*part, "rPr"));
        let of_run = style(run, "rPr", "rStyle");
        if own.is_some_and(is_hidden) || of_run.is_some_and(|style| self.styles.hidden.contains(style)) {
            return true;
        }
        let paragraph = run.ancestors().find(|above| is(*above, "p"));
        let of_paragraph = paragraph.and_then(|paragraph| style(paragraph, "pPr", "pStyle"));
        let by_style = || of_run.or(of_paragraph).is_some_and(|style| self.styles.white.contains(style));
        own.and_then(is_white).unwrap_or_else(by_style)
            && !own.is_some_and(|own| own.children().any(is_shading))
            && on_paper(run)
    }
}

/// Whether a run stands on nothing but the page. In a table, a text box or a shaded paragraph nobody knows here what colour
/// its ground has.
fn on_paper(run: Node<'_, '_>) -> bool {
    !run.ancestors().any(|above| {
        let shaded = |part: Node<'_, '_>| is(part, "pPr") && part.children().any(is_shading);
        is(above, "tc") || is(above, "txbxContent") || above.children().any(shaded)
    })
}
