//! Canonicalisation algorithms by their URIs.

use crate::limits;
use crate::xml::{Node, attribute};

/// Namespace of `InclusiveNamespaces`, and URI of exclusive canonicalisation without comments.
pub const EXCLUSIVE_NAMESPACE: &str = "http://www.w3.org/2001/10/xml-exc-c14n#";

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

impl Canonicalization {
    /// Canonical XML 1.0 without comments: what XMLDSig uses where nothing else is named (4.4.3.2).
    pub const DEFAULT: Self = Self { form: Form::Inclusive10, comments: false, inclusive_prefixes: Vec::new() };

    /// The algorithm a URI names, without prefixes; `None` for any other algorithm.
    #[must_use]
    pub fn from_uri(uri: &str) -> Option<Self> {
        let (form, comments) = match uri {
            "http://www.w3.org/TR/2001/REC-xml-c14n-20010315" => (Form::Inclusive10, false),
            "http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments" => (Form::Inclusive10, true),
            "http://www.w3.org/2006/12/xml-c14n11" => (Form::Inclusive11, false),
            "http://www.w3.org/2006/12/xml-c14n11#WithComments" => (Form::Inclusive11, true),
            EXCLUSIVE_NAMESPACE => (Form::Exclusive10, false),
            "http://www.w3.org/2001/10/xml-exc-c14n#WithComments" => (Form::Exclusive10, true),
            _ => return None,
        };
        Some(Self { form, comments, inclusive_prefixes: Vec::new() })
    }

    /// The algorithm that an element (CanonicalizationMethod, Transform) names by its Algorithm attribute, with the
    /// PrefixList of its `InclusiveNamespaces` child. `None` for any other algorithm, and where the parameters are not
    /// those of the algorithm: another child, a second PrefixList, too many prefixes.
    #[must_use]
    pub fn from_element(element: Node<'_, '_>) -> Option<Self> {
        let mut method = Self::from_uri(attribute(element, "Algorithm")?)?;
        let mut parameters = element.children().filter(Node::is_element);
        if let Some(parameter) = parameters.next() {
            if method.form != Form::Exclusive10 || !parameter.has_tag_name((EXCLUSIVE_NAMESPACE, "InclusiveNamespaces"))
            {
                return None;
            }
            let list = attribute(parameter, "PrefixList").unwrap_or_default();
            let prefixes = list.split([' ', '\t', '\n', '\r']).filter(|prefix| !prefix.is_empty());
            method.inclusive_prefixes = prefixes.take(limits::XML_INCLUSIVE_PREFIXES + 1).map(str::to_owned).collect();
        }
        let usable = parameters.next().is_none() && method.inclusive_prefixes.len() <= limits::XML_INCLUSIVE_PREFIXES;
        usable.then_some(method)
    }
}
