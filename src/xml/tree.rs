//! Octets to a tree, within limits (reference: Extensible Markup Language 1.0; Namespaces in XML 1.0).

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::Document;

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
}

/// Octets to text: UTF-8 or UTF-16 by byte order mark or declaration; a byte order mark is dropped.
///
/// # Errors
/// [`XmlFault::Encoding`] where the octets are neither.
pub fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, XmlFault> {
    std::str::from_utf8(bytes).map(Cow::Borrowed).map_err(|_| XmlFault::Encoding)
}

/// Text to tree. A byte scan refuses what would stall the parser before the parser sees it.
///
/// # Errors
/// [`XmlFault`] says what was refused.
pub fn parse(text: &str) -> Result<Document<'_>, XmlFault> {
    Document::parse(text).map_err(|error| XmlFault::NotWellFormed { detail: error.to_string() })
}
