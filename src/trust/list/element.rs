//! Elements of trusted lists by name, and their texts.

use super::NAMESPACE;
use crate::xades::dsig::text_of;
use crate::xml::{Node, attribute};

/// The first child element of this name.
pub(super) fn child<'a, 'input>(parent: Node<'a, 'input>, name: &str) -> Option<Node<'a, 'input>> {
    parent.children().find(|node| node.has_tag_name((NAMESPACE, name)))
}

/// All child elements of this name.
pub(super) fn children<'a, 'input>(parent: Node<'a, 'input>, name: &str) -> impl Iterator<Item = Node<'a, 'input>> {
    parent.children().filter(move |node| node.has_tag_name((NAMESPACE, name)))
}

/// The element at the end of a path of names.
pub(super) fn descend<'a, 'input>(from: Node<'a, 'input>, path: &[&str]) -> Option<Node<'a, 'input>> {
    path.iter().try_fold(from, |node, name| child(node, name))
}

/// The text of an element without white space around it; `None` where there is none.
pub(super) fn plain(node: Node<'_, '_>) -> Option<String> {
    text_of(node).map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// The text of the child of this name.
pub(super) fn text(parent: Node<'_, '_>, name: &str) -> Option<String> {
    child(parent, name).and_then(plain)
}

/// A text on one line: a name is shown, stored and compared so.
pub(in crate::trust) fn line(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The English name of a multilingual element, else the first.
pub(super) fn named(names: Option<Node<'_, '_>>) -> String {
    let all: Vec<_> = names.into_iter().flat_map(|names| children(names, "Name")).collect();
    let english = |node: &&Node<'_, '_>| {
        node.attributes().any(|attribute| attribute.name() == "lang" && attribute.value().eq_ignore_ascii_case("en"))
    };
    let best = all.iter().find(english).or_else(|| all.first());
    best.and_then(|node| plain(*node)).map(|name| line(&name)).unwrap_or_default()
}

/// The part of a URI after the prefix of its kind, or all of it.
pub(super) fn short(uri: &str, prefix: &str) -> String {
    uri.trim().strip_prefix(prefix).unwrap_or(uri.trim()).to_owned()
}

/// An object identifier as qualifications write it: dotted, or as URN.
pub(super) fn object_identifier(text: &str) -> String {
    let text = text.trim();
    let dotted = text.get(.."urn:oid:".len()).filter(|start| start.eq_ignore_ascii_case("urn:oid:"));
    dotted.and_then(|start| text.get(start.len()..)).unwrap_or(text).to_owned()
}

/// Whether an attribute reads as true in XML Schema.
pub(super) fn is_true(node: Node<'_, '_>, name: &str) -> bool {
    attribute(node, name).is_some_and(|value| matches!(value.trim(), "true" | "1"))
}
