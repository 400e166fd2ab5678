//! HTML as a person would see it: tags away, blocks to lines, table rows to lines of cells, a term and its description to
//! one line. Tolerant by design; nothing is loaded and nothing is run, and what the page hides is not read.

mod hidden;
mod tags;

use super::Line;
use super::flow::Flow;
use super::markup::{characters, end_of_element};
use hidden::Hidden;
use tags::{Tag, Token, next};

/// Elements that begin and end a line.
const BLOCKS: [&str; 34] = [
    "p",
    "div",
    "br",
    "li",
    "ul",
    "ol",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "tr",
    "table",
    "section",
    "article",
    "main",
    "header",
    "footer",
    "nav",
    "aside",
    "dt",
    "dd",
    "dl",
    "body",
    "caption",
    "pre",
    "blockquote",
    "figure",
    "figcaption",
    "fieldset",
    "legend",
    "form",
    "hr",
];
/// Elements whose content is not on the page.
const SILENT: [&str; 14] = [
    "script", "style", "template", "noscript", "title", "iframe", "object", "audio", "video", "canvas", "datalist",
    "select", "textarea", "xml",
];
/// Elements without content.
const VOID: [&str; 10] = ["br", "hr", "img", "input", "meta", "link", "wbr", "col", "area", "base"];
/// Elements that end where the next of their kind begins.
const SELF_ENDING: [&str; 8] = ["p", "li", "td", "th", "tr", "dt", "dd", "option"];
/// Open elements that are kept in mind.
const DEPTH: usize = 256;

/// The lines of an HTML text.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut reader = Reader { flow: Flow::default(), open: Vec::new(), tables: Vec::new(), hidden: Hidden::of(text) };
    let mut rest = text;
    while let Some(token) = next(&mut rest) {
        match token {
            Token::Text(text) => reader.text(text),
            Token::Begin(tag) => {
                if SILENT.contains(&tag.name.as_str()) && !tag.empty {
                    rest = end_of_element(rest, &tag.name);
                }
                reader.begin(&tag);
            }
            Token::End(name) => reader.end(&name),
        }
        if reader.flow.is_full() {
            break;
        }
    }
    reader.flow.finish()
}

/// An open element.
struct Open {
    name: String,
    hidden: bool,
    /// Whether it stands on a ground that is not the page.
    on_ground: bool,
}

/// An open table or list of descriptions.
#[derive(Default)]
struct Table {
    in_row: bool,
}

struct Reader {
    flow: Flow,
    open: Vec<Open>,
    tables: Vec<Table>,
    hidden: Hidden,
}

impl Reader {
    fn is_hidden(&self) -> bool {
        self.open.last().is_some_and(|element| element.hidden)
    }

    fn text(&mut self, text: &str) {
        if self.is_hidden() {
            return;
        }
        let preformatted = self.open.iter().any(|element| element.name == "pre");
        let text = characters(text);
        if preformatted {
            self.flow.text(&text);
            return;
        }
        // White space of the file is one space on the page; spaces that do not break stay.
        let mut plain = String::with_capacity(text.len());
        for character in text.chars() {
            if !character.is_ascii_whitespace() {
                plain.push(character);
            } else if !plain.ends_with(' ') {
                plain.push(' ');
            }
        }
        self.flow.text(&plain);
    }

    fn begin(&mut self, tag: &Tag) {
        let name = tag.name.as_str();
        let ends_last = SELF_ENDING.contains(&name) && self.open.last().is_some_and(|last| last.name == name);
        if ends_last {
            self.open.pop();
        }
        let on_ground = self.open.last().is_some_and(|element| element.on_ground);
        let hidden = self.is_hidden() || self.hidden.hides(tag, on_ground);
        let on_ground = on_ground || Hidden::is_ground(tag);
        if !hidden {
            self.layout(name);
            if name == "input" && tag.shows_value() {
                let value = tag.attribute("value").map(characters).unwrap_or_default();
                self.flow.text(&format!(" {value} "));
            }
        }
        let closed = tag.empty || VOID.contains(&name) || SILENT.contains(&name);
        if closed {
            return;
        }
        if self.open.len() < DEPTH {
            self.open.push(Open { name: name.to_owned(), hidden, on_ground });
        } else if hidden && let Some(last) = self.open.last_mut() {
            // Too deep to be told apart from what it stands in: what hides there hides that too.
            last.hidden = true;
        }
    }

    /// Lines, rows and cells that begin.
    fn layout(&mut self, name: &str) {
        match name {
            "table" | "dl" => {
                self.flow.end_paragraph();
                self.tables.push(Table::default());
            }
            "tr" | "dt" => {
                self.end_row();
                self.begin_row();
            }
            "td" | "th" | "dd" => {
                let in_row = self.tables.last().is_some_and(|table| table.in_row);
                if in_row { self.flow.end_cell() } else { self.begin_row() }
            }
            name if BLOCKS.contains(&name) => self.flow.end_paragraph(),
            _ => {}
        }
    }

    fn begin_row(&mut self) {
        // A row without a table is one line of its own.
        if self.tables.is_empty() {
            self.tables.push(Table::default());
        }
        if let Some(table) = self.tables.last_mut() {
            table.in_row = true;
            self.flow.begin_row();
        }
    }

    fn end_row(&mut self) {
        if let Some(table) = self.tables.last_mut().filter(|table| table.in_row) {
            table.in_row = false;
            self.flow.end_row();
        }
    }

    fn end(&mut self, name: &str) {
        let hidden = self.is_hidden();
        if let Some(position) = self.open.iter().rposition(|element| element.name == name) {
            self.open.truncate(position);
        }
        if hidden {
            return;
        }
        match name {
            "table" | "dl" => {
                self.end_row();
                self.tables.pop();
            }
            "tr" => self.end_row(),
            "td" | "th" | "dt" | "dd" => self.flow.end_cell(),
            name if BLOCKS.contains(&name) => self.flow.end_paragraph(),
            _ => {}
        }
    }
}
