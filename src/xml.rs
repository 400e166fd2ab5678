//! XML for signatures: a tree that keeps its source, and its canonical forms.

mod canonical;
mod tree;

pub use canonical::{Canonicalization, Form, Subset, canonicalize};
pub use tree::{XmlFault, decode, parse};

/// A parsed document; borrows the text it was parsed from.
pub type Document<'input> = roxmltree::Document<'input>;
/// A node of a [`Document`].
pub type Node<'a, 'input> = roxmltree::Node<'a, 'input>;
