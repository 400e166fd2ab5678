//! Canonical XML 1.0, 1.1 and Exclusive XML Canonicalization 1.0.

use super::Node;

/// A canonicalisation algorithm with its parameters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Canonicalization {
    /// Which of the three.
    pub form: Form,
    /// Whether comments are written.
    pub comments: bool,
    /// Exclusive only: prefixes treated inclusively; `#default` is the default namespace.
    pub inclusive_prefixes: Vec<String>,
}

/// The three canonical forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Canonical XML 1.0.
    Inclusive10,
    /// Canonical XML 1.1.
    Inclusive11,
    /// Exclusive XML Canonicalization 1.0.
    Exclusive10,
}

/// What is canonicalised.
#[derive(Clone, Copy, Debug)]
pub enum Subset<'a, 'input> {
    /// The whole document this node belongs to, comments and processing instructions outside the root included.
    Document(Node<'a, 'input>),
    /// An element with everything below it.
    Subtree(Node<'a, 'input>),
    /// The whole document without one element: the enveloped signature.
    DocumentWithout {
        /// Any node of the document.
        document: Node<'a, 'input>,
        /// The element left out.
        omitted: Node<'a, 'input>,
    },
}

impl Canonicalization {
    /// The algorithm a URI names, without prefixes; `None` for any other algorithm.
    #[must_use]
    pub fn from_uri(_uri: &str) -> Option<Self> {
        None
    }
}

/// The canonical octets of `subset`.
#[must_use]
pub fn canonicalize(_subset: Subset<'_, '_>, _method: &Canonicalization) -> Vec<u8> {
    Vec::new()
}
