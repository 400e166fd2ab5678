//! What the tree does not keep and the source does: prefixes. And what it blurs: attributes without one.

use super::Node;

/// A name as written, `prefix:local` or `local`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct QName<'input>(&'input str);

impl<'input> QName<'input> {
    /// The name of an element, read behind its `<`: the tree forgets prefixes, and looking one up by namespace finds
    /// the wrong one where two prefixes stand for the same namespace.
    pub(super) fn of_element(node: Node<'_, 'input>) -> Self {
        Self::starting_at(node.document().input_text(), node.range().start.saturating_add(1))
    }

    /// The name of an attribute.
    pub(super) fn of_attribute(attribute: &roxmltree::Attribute<'_, 'input>, source: &'input str) -> Self {
        Self::starting_at(source, attribute.range().start)
    }

    fn starting_at(source: &'input str, start: usize) -> Self {
        let rest = source.get(start..).unwrap_or_default();
        let end = rest.bytes().position(ends_name).unwrap_or(rest.len());
        Self(rest.get(..end).unwrap_or_default())
    }

    /// As written.
    pub(super) fn as_str(self) -> &'input str {
        self.0
    }

    /// What stands before the colon, if there is one.
    pub(super) fn prefix(self) -> Option<&'input str> {
        self.0.bytes().position(|byte| byte == b':').and_then(|colon| self.0.get(..colon))
    }
}

/// The value of an attribute without a prefix. The tree's own look-up by a plain name finds prefixed attributes as well,
/// and the first of several: `p:URI` would stand for `URI`.
#[must_use]
pub fn attribute<'a>(element: Node<'a, '_>, name: &str) -> Option<&'a str> {
    let mut attributes = element.attributes();
    attributes.find(|found| found.namespace().is_none() && found.name() == name).map(|found| found.value())
}

/// Whether `byte` cannot belong to a name: the octets after an element's or attribute's name.
pub(super) fn ends_name(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'/' | b'>' | b'=')
}

/// Whether `node` has the very namespace nodes of its parent. False negatives cost time only.
pub(super) fn same_namespaces_as_parent(node: Node<'_, '_>) -> bool {
    let Some(parent) = node.parent() else { return false };
    let (own, above) = (node.namespaces(), parent.namespaces());
    own.len() == above.len() && own.zip(above).all(|(a, b)| std::ptr::eq(a, b))
}
