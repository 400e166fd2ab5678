//! Signature methods with parameters (RFC 9231, 2.3.9 and 2.3.10).

use super::{NAMESPACE, SignedInfo, text_of};
use crate::crypto::{DigestAlgorithm, SignatureAlgorithm};
use crate::xml::{Node, attribute};

const PSS: &str = "http://www.w3.org/2007/05/xmldsig-more#rsa-pss";
const PSS_NAMESPACE: &str = "http://www.w3.org/2007/05/xmldsig-more#";
const MGF1: &str = "http://www.w3.org/2007/05/xmldsig-more#MGF1";

/// RSAPSSParams as written; `None` where an element is absent and its default holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PssParameters {
    /// URI of the message digest.
    pub digest: Option<String>,
    /// URI of the digest inside MGF1.
    pub mask_digest: Option<String>,
    /// Salt length in octets.
    pub salt_length: Option<u32>,
    /// Trailer field.
    pub trailer: Option<u32>,
}

/// The RSAPSSParams of a SignatureMethod, empty where it has none; `None` where they are malformed or name another mask
/// generation function than MGF1.
#[must_use]
pub fn pss_parameters(signature_method: Node<'_, '_>) -> Option<PssParameters> {
    let mut parameters = PssParameters::default();
    let mut children = signature_method.children().filter(Node::is_element);
    let Some(element) = children.next() else { return Some(parameters) };
    if children.next().is_some() || !element.has_tag_name((PSS_NAMESPACE, "RSAPSSParams")) {
        return None;
    }
    for child in element.children().filter(Node::is_element) {
        let name = child.tag_name();
        let fresh = match (name.namespace(), name.name()) {
            (Some(NAMESPACE), "DigestMethod") => {
                parameters.digest.replace(attribute(child, "Algorithm")?.to_owned()).is_none()
            }
            (Some(PSS_NAMESPACE), "MaskGenerationFunction") => {
                parameters.mask_digest.replace(mask_digest(child)?).is_none()
            }
            (Some(PSS_NAMESPACE), "SaltLength") => parameters.salt_length.replace(number(child)?).is_none(),
            (Some(PSS_NAMESPACE), "TrailerField") => parameters.trailer.replace(number(child)?).is_none(),
            _ => false,
        };
        if !fresh {
            return None;
        }
    }
    Some(parameters)
}

fn mask_digest(function: Node<'_, '_>) -> Option<String> {
    let mut children = function.children().filter(Node::is_element);
    let digest = children.next().filter(|digest| digest.has_tag_name((NAMESPACE, "DigestMethod")))?;
    let uri = attribute(digest, "Algorithm")?;
    (attribute(function, "Algorithm") == Some(MGF1) && children.next().is_none()).then(|| uri.to_owned())
}

fn number(element: Node<'_, '_>) -> Option<u32> {
    text_of(element)?.trim().parse().ok()
}

/// The signature algorithm of a SignedInfo, parameters included; `None` where it is not supported or its parameters are
/// malformed. Absent PSS parameters mean SHA-256, MGF1 with SHA-256, a salt as long as the digest, trailer 1.
#[must_use]
pub fn signature_algorithm(signed_info: &SignedInfo<'_, '_>) -> Option<SignatureAlgorithm> {
    if signed_info.signature_method != PSS {
        return SignatureAlgorithm::from_uri(&signed_info.signature_method);
    }
    let parameters = pss_parameters(signed_info.signature_method_element)?;
    let digest_of = |uri: Option<String>| match uri {
        Some(uri) => DigestAlgorithm::from_uri(&uri),
        None => Some(DigestAlgorithm::Sha256),
    };
    let digest = digest_of(parameters.digest)?;
    let mask = digest_of(parameters.mask_digest)?;
    let salt = match parameters.salt_length {
        Some(salt) => salt,
        None => u32::try_from(digest.digest(&[]).len()).ok()?,
    };
    matches!(parameters.trailer, None | Some(1)).then_some(SignatureAlgorithm::RsaPss { digest, mask, salt })
}
