//! Attributes of the `xml` namespace that the apex of a subset takes over from omitted ancestors.

use std::borrow::Cow;

use super::{AttributeNode, Form};
use crate::xml::source::QName;
use crate::xml::{Node, XML_NAMESPACE, base_uri};

/// Canonical XML 1.0, 2.4: all of them, the nearest of each. 1.1, 2.4: `xml:lang` and `xml:space`, and `xml:base` joined.
/// Exclusive: none.
pub(super) fn add<'a>(form: Form, apex: Node<'a, '_>, attributes: &mut Vec<AttributeNode<'a>>) {
    let inherits: fn(&str) -> bool = match form {
        Form::Exclusive10 => return,
        Form::Inclusive10 => |_| true,
        Form::Inclusive11 => |local| matches!(local, "lang" | "space"),
    };
    let mut base_above = Vec::new();
    for ancestor in apex.ancestors().skip(1) {
        let source = ancestor.document().input_text();
        for attribute in ancestor.attributes().filter(|attribute| attribute.namespace() == Some(XML_NAMESPACE)) {
            if form == Form::Inclusive11 && attribute.name() == "base" {
                base_above.push(attribute.value());
            } else if inherits(attribute.name()) && !has(attributes, attribute.name()) {
                attributes.push(AttributeNode {
                    namespace: Some(XML_NAMESPACE),
                    local: attribute.name(),
                    name: QName::of_attribute(&attribute, source).as_str(),
                    value: Cow::Borrowed(attribute.value()),
                });
            }
        }
    }
    if !base_above.is_empty() {
        join_base(&base_above, attributes);
    }
}

fn has(attributes: &[AttributeNode<'_>], local: &str) -> bool {
    attributes.iter().any(|attribute| attribute.namespace == Some(XML_NAMESPACE) && attribute.local == local)
}

/// Innermost first, as the specification combines them; an empty result is not written.
fn join_base(above: &[&str], attributes: &mut Vec<AttributeNode<'_>>) {
    let own =
        attributes.iter().position(|attribute| attribute.namespace == Some(XML_NAMESPACE) && attribute.local == "base");
    let own = own.map(|index| attributes.swap_remove(index).value.into_owned());
    let joined = above.iter().fold(own, |reference, base| {
        Some(reference.map_or_else(|| (*base).to_owned(), |reference| base_uri::join(base, &reference)))
    });
    if let Some(value) = joined.filter(|value| !value.is_empty()) {
        attributes.push(AttributeNode {
            namespace: Some(XML_NAMESPACE),
            local: "base",
            name: "xml:base",
            value: Cow::Owned(value),
        });
    }
}
