//! The core of XML signatures: SignedInfo, references, transforms (XMLDSig 1.1, sections 3 and 4).

mod algorithm;
mod ids;
mod read;
mod reference;

use serde::{Deserialize, Serialize};

pub use algorithm::{PssParameters, pss_parameters, signature_algorithm};
pub use ids::IdIndex;
pub use read::{decode_base64, key_info_certificates, read_signed_info, signature_value, text_of};
pub use reference::{
    Permitted, Target, canonical_signed_info, detached_octets, same_document_octets, same_document_octets_by,
};

use crate::xml::{Canonicalization, Node};

/// Namespace of XML signatures.
pub const NAMESPACE: &str = "http://www.w3.org/2000/09/xmldsig#";

/// SignedInfo as read.
#[derive(Clone, Debug)]
pub struct SignedInfo<'a, 'input> {
    /// The element.
    pub element: Node<'a, 'input>,
    /// URI of CanonicalizationMethod.
    pub canonicalization_uri: String,
    /// The method, where permitted and supported.
    pub canonicalization: Option<Canonicalization>,
    /// URI of SignatureMethod.
    pub signature_method: String,
    /// The SignatureMethod element, for its parameters.
    pub signature_method_element: Node<'a, 'input>,
    /// References in document order.
    pub references: Vec<Reference<'a, 'input>>,
}

/// One Reference.
#[derive(Clone, Debug)]
pub struct Reference<'a, 'input> {
    /// The element.
    pub element: Node<'a, 'input>,
    /// Id attribute.
    pub id: Option<String>,
    /// URI attribute as written; `None` where absent.
    pub uri: Option<String>,
    /// Type attribute.
    pub reference_type: Option<String>,
    /// Transforms in order.
    pub transforms: Vec<Transform>,
    /// Their URIs as written.
    pub transform_uris: Vec<String>,
    /// URI of DigestMethod.
    pub digest_method: String,
    /// The digest, decoded.
    pub digest_value: Vec<u8>,
}

/// One Transform.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Transform {
    /// A canonicalisation.
    Canonicalization(Canonicalization),
    /// Removal of the signature itself; permitted in trusted lists only.
    EnvelopedSignature,
    /// Anything else: never carried out.
    NotPermitted(String),
}

/// Why XML is not read as a signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(tag = "fault", rename_all = "kebab-case")]
pub enum DsigFault {
    /// An element or attribute that must be there is not.
    #[error("element {element} is missing")]
    Missing {
        /// Its name.
        element: String,
    },
    /// An element that may be there once is there more often.
    #[error("element {element} occurs more than once")]
    Repeated {
        /// Its name.
        element: String,
    },
    /// An element that may not be there, or not in this place.
    #[error("element {element} may not stand where it does")]
    Unexpected {
        /// Its name.
        element: String,
    },
    /// A value is not base64.
    #[error("element {element} is not base64")]
    NotBase64 {
        /// Its name.
        element: String,
    },
    /// More references or transforms than `limits` allow.
    #[error("too many {what}")]
    TooMany {
        /// Of what.
        what: String,
    },
}

/// Why a reference gives no octets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(tag = "fault", rename_all = "kebab-case")]
pub enum ReferenceFault {
    /// Nothing in the file is what the URI names.
    #[error("the referenced data is not in the file")]
    NotFound,
    /// More than one element is what the URI names.
    #[error("the referenced identifier is not unique")]
    Ambiguous,
    /// The URI points outside the file or is written in a way that is never followed.
    #[error("the reference may not be followed")]
    NotPermitted,
    /// A transform that is never carried out.
    #[error("transform {algorithm} is not permitted")]
    TransformNotPermitted {
        /// Its URI.
        algorithm: String,
    },
    /// A transform that needs XML was given octets that are none.
    #[error("the data is not XML")]
    NotXml,
}

#[cfg(test)]
mod tests;
