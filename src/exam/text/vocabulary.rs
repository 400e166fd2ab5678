//! XML of unknown vocabulary: names of elements and attributes are the labels. `<Vards>Anna</Vards>` is a line of two
//! cells; elements of one name that follow each other with the same fields are a table under a line of their labels.

use super::{Cell, Line};
use crate::limits;
use crate::xml::{self, Node};

/// Attributes that name what an element holds, by their folded names.
const NAMING: [&str; 8] = ["name", "label", "key", "title", "caption", "nosaukums", "etikete", "lauks"];
/// Attributes that hold it.
const HOLDING: [&str; 5] = ["value", "val", "vertiba", "content", "saturs"];
/// Attributes that are for programs.
const TECHNICAL: [&str; 6] = ["id", "lang", "space", "type", "schemaLocation", "noNamespaceSchemaLocation"];

/// The lines of an XML text; `None` where it is none.
pub(super) fn lines(text: &str) -> Option<Vec<Line>> {
    let document = xml::parse(text).ok()?;
    let mut lines = Vec::new();
    element(document.root_element(), &mut lines);
    lines.truncate(limits::TEXT_LINES);
    Some(lines)
}

/// A label and what stands under it.
struct Field {
    label: String,
    value: String,
}

fn element(node: Node<'_, '_>, lines: &mut Vec<Line>) {
    if lines.len() >= limits::TEXT_LINES {
        return;
    }
    let inner: Vec<_> = node.children().filter(Node::is_element).collect();
    let mixed = !inner.is_empty() && own_text(node).is_some();
    lines.extend(fields_of(node).into_iter().filter_map(line));
    if mixed {
        // Running text with marked words in it.
        let text: String = node.descendants().filter_map(|part| part.text().filter(|_| part.is_text())).collect();
        lines.extend(text.lines().filter_map(Line::plain));
        return;
    }
    let mut rest = inner.as_slice();
    while let Some(first) = rest.first() {
        let same = rest.iter().take_while(|next| next.tag_name().name() == first.tag_name().name()).count();
        let (group, after) = rest.split_at_checked(same).unwrap_or((rest, &[]));
        if !table(group, lines) {
            for node in group {
                element(*node, lines);
            }
        }
        rest = after;
    }
}

/// Several elements with the same fields, as rows under their labels.
fn table(group: &[Node<'_, '_>], lines: &mut Vec<Line>) -> bool {
    if group.len() < 2 {
        return false;
    }
    let Some(rows) = group.iter().map(|node| record(*node)).collect::<Option<Vec<_>>>() else { return false };
    let labels = |row: &[Field]| row.iter().map(|field| field.label.clone()).collect::<Vec<_>>();
    let Some(head) = rows.first().map(|row| labels(row)) else { return false };
    if head.len() < 2 || rows.iter().any(|row| labels(row) != head) {
        return false;
    }
    lines.extend(cells(head));
    lines.extend(rows.into_iter().filter_map(|row| cells(row.into_iter().map(|field| field.value).collect())));
    true
}

/// The fields of an element that has no deeper ones.
fn record(node: Node<'_, '_>) -> Option<Vec<Field>> {
    let inner: Vec<_> = node.children().filter(Node::is_element).collect();
    let mut fields = fields_of(node);
    if inner.is_empty() {
        return (fields.len() > 1).then_some(fields);
    }
    for part in inner {
        let more = fields_of(part);
        if part.children().any(|deeper| deeper.is_element()) || more.len() > 1 {
            return None;
        }
        fields.extend(more);
    }
    Some(fields)
}

/// What an element itself says: its attributes, then its text.
fn fields_of(node: Node<'_, '_>) -> Vec<Field> {
    let folded = |name: &str| name.to_lowercase();
    let attributes: Vec<_> = node
        .attributes()
        .filter(|attribute| attribute.namespace().is_none() && !TECHNICAL.contains(&attribute.name()))
        .filter(|attribute| !attribute.value().trim().is_empty())
        .collect();
    let named = |names: &[&str]| attributes.iter().find(|attribute| names.contains(&folded(attribute.name()).as_str()));
    let is_leaf = !node.children().any(|part| part.is_element());
    let text = own_text(node).filter(|_| is_leaf);
    let held = named(&HOLDING).map(|attribute| attribute.value().to_owned());
    // `<field name="Kopvērtējums" value="87,50 %"/>`: the attribute is the label.
    if let (Some(naming), Some(value)) = (named(&NAMING), text.clone().or(held))
        && attributes.len() <= 2
    {
        return vec![Field { label: naming.value().to_owned(), value }];
    }
    let own = text.map(|value| Field { label: label(node), value });
    let field = |name: &str, value: &str| Field {
        label: if HOLDING.contains(&folded(name).as_str()) { label(node) } else { words(name) },
        value: value.to_owned(),
    };
    let others = attributes.iter().map(|attribute| field(attribute.name(), attribute.value()));
    own.into_iter().chain(others).collect()
}

/// Text that stands in the element itself.
fn own_text(node: Node<'_, '_>) -> Option<String> {
    let text: String = node.children().filter(Node::is_text).filter_map(|text| text.text()).collect();
    (!text.trim().is_empty()).then_some(text)
}

fn label(node: Node<'_, '_>) -> String {
    words(node.tag_name().name())
}

/// `macibuPrieksmets` and `macibu_prieksmets` as words.
fn words(name: &str) -> String {
    let mut words = String::with_capacity(name.len());
    let mut before = ' ';
    for character in name.chars() {
        let divides = matches!(character, '_' | '-' | '.');
        if divides || (character.is_uppercase() && before.is_lowercase()) {
            words.push(' ');
        }
        if !divides {
            words.push(character);
        }
        before = character;
    }
    words
}

fn line(Field { label, value }: Field) -> Option<Line> {
    cells(vec![label, value])
}

fn cells(texts: Vec<String>) -> Option<Line> {
    let cells: Vec<_> = texts.iter().filter_map(|text| Cell::plain(text)).collect();
    (!cells.is_empty()).then_some(Line { page: 1, cells })
}
