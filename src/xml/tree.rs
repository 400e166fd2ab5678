//! Text to a tree, within limits (Extensible Markup Language 1.0; Namespaces in XML 1.0).

use roxmltree::ParsingOptions;
use serde::{Deserialize, Serialize};

use super::source::same_namespaces_as_parent;
use super::{Document, XML_NAMESPACE, scan};
use crate::limits;

/// Why a file was not taken as XML.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(tag = "fault", rename_all = "kebab-case")]
pub enum XmlFault {
    /// The octets are not the encoding they claim, or an encoding that signatures may not use.
    #[error("the encoding is not UTF-8 or UTF-16")]
    Encoding,
    /// A document type declaration: never needed, always dangerous.
    #[error("the file has a document type declaration")]
    Doctype,
    /// XML 1.1: canonicalisation is defined for 1.0 only.
    #[error("the file is not XML 1.0")]
    Version,
    /// More depth, attributes, declarations or nodes than `limits` allow.
    #[error("the file exceeds a limit: {limit}")]
    Limit {
        /// Which one.
        limit: String,
    },
    /// Not well-formed.
    #[error("the file is not well-formed: {detail}")]
    NotWellFormed {
        /// Where and how, in the parser's words.
        detail: String,
    },
    /// A namespace name without a scheme: Canonical XML leaves its meaning open.
    #[error("the namespace name {uri} is relative")]
    RelativeNamespace {
        /// The name.
        uri: String,
    },
    /// `xml:base`: implementations canonicalise it differently.
    #[error("the file uses xml:base")]
    BaseAttribute,
}

/// Text to tree. A linear scan refuses what would stall or mislead the parser before the parser sees it.
///
/// `text` comes from [`super::decode`], which has already made line ends what XML 1.0, 2.11 asks for. The tree starts
/// after the XML declaration: positions count from there.
///
/// # Errors
/// [`XmlFault`] says what was refused.
pub fn parse(text: &str) -> Result<Document<'_>, XmlFault> {
    parse_within(text, limits::XML_NODES)
}

/// As [`parse`], with room for a trusted list.
///
/// # Errors
/// [`XmlFault`] says what was refused.
pub fn parse_trusted_list(text: &str) -> Result<Document<'_>, XmlFault> {
    parse_within(text, limits::TRUSTED_LIST_NODES)
}

fn parse_within(text: &str, nodes_limit: u32) -> Result<Document<'_>, XmlFault> {
    let body = scan::accept(text)?;
    let options = ParsingOptions { nodes_limit, ..ParsingOptions::default() };
    let document = Document::parse_with_options(body, options).map_err(|error| match error {
        roxmltree::Error::DtdDetected => XmlFault::Doctype,
        roxmltree::Error::NodesLimitReached => XmlFault::Limit { limit: "nodes".to_owned() },
        roxmltree::Error::AttributesLimitReached => XmlFault::Limit { limit: "attributes".to_owned() },
        roxmltree::Error::NamespacesLimitReached => XmlFault::Limit { limit: "namespace declarations".to_owned() },
        other => XmlFault::NotWellFormed { detail: other.to_string() },
    })?;
    if namespace_bytes(&document) > limits::XML_NAMESPACE_BYTES {
        return Err(XmlFault::Limit { limit: "namespaces of names".to_owned() });
    }
    Ok(document)
}

/// The namespace names of all elements and attributes, each as often as it is used: exclusive canonicalisation may have to
/// write them all out, whatever the file itself has.
fn namespace_bytes(document: &Document<'_>) -> usize {
    let of_element = |node: super::Node<'_, '_>| {
        let own = node.tag_name().namespace().map_or(0, str::len);
        let attributes = node.attributes().filter_map(|attribute| attribute.namespace().map(str::len));
        attributes.fold(own, usize::saturating_add)
    };
    document.descendants().filter(|node| node.is_element()).map(of_element).fold(0, usize::saturating_add)
}

/// Refuses what canonicalisation defines badly or implementations do differently: relative namespace names
/// (Canonical XML 1.0, 1.3) and `xml:base`. For signature files; other XML may have both.
///
/// # Errors
/// [`XmlFault::RelativeNamespace`] or [`XmlFault::BaseAttribute`].
pub fn refuse_ambiguous(document: &Document<'_>) -> Result<(), XmlFault> {
    for node in document.descendants().filter(|node| node.is_element()) {
        if node.attributes().any(|attribute| attribute.namespace() == Some(XML_NAMESPACE) && attribute.name() == "base")
        {
            return Err(XmlFault::BaseAttribute);
        }
        if same_namespaces_as_parent(node) {
            continue;
        }
        if let Some(relative) = node.namespaces().map(roxmltree::Namespace::uri).find(|uri| !is_absolute(uri)) {
            return Err(XmlFault::RelativeNamespace { uri: relative.to_owned() });
        }
    }
    Ok(())
}

/// The empty name undeclares the default namespace and is not relative.
fn is_absolute(uri: &str) -> bool {
    let Some((scheme, _)) = uri.split_once(':') else { return uri.is_empty() };
    scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
}

#[cfg(test)]
mod tests {
    use super::{XmlFault, parse};

    #[test]
    fn a_long_namespace_on_many_elements_is_refused() {
        let of = |elements: usize| {
            let namespace = "a".repeat(60_000);
            format!("<r xmlns:a=\"urn:{namespace}\">{}</r>", "<a:b/>".repeat(elements))
        };
        assert!(parse(&of(100)).is_ok());
        assert!(matches!(parse(&of(2_000)), Err(XmlFault::Limit { .. })), "canonicalised it would have 120 MB");
    }
}
