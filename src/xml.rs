//! XML for signatures: a tree that keeps its source, and its canonical forms.
//!
//! Octets become text with [`decode`], text becomes a tree with [`parse`], a tree becomes octets again with [`canonicalize`].

mod base_uri;
mod canonical;
mod encoding;
mod scan;
mod source;
mod tree;

pub use canonical::{Canonicalization, EXCLUSIVE_NAMESPACE, Form, Subset, canonicalize};
pub use encoding::decode;
pub use source::attribute;
pub use tree::{XmlFault, parse, parse_trusted_list, refuse_ambiguous};

/// Namespace of the `xml` prefix.
pub const XML_NAMESPACE: &str = "http://www.w3.org/XML/1998/namespace";

/// A parsed document; borrows the text it was parsed from.
pub type Document<'input> = roxmltree::Document<'input>;
/// A node of a [`Document`].
pub type Node<'a, 'input> = roxmltree::Node<'a, 'input>;
