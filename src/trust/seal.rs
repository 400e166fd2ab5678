//! The signature of a trusted list (ETSI TS 119 612, annex B; `docs/policy.md`): one, enveloped, over the whole document.
//!
//! Facts only: who may sign a list is said by [`super::Pins`] and the list of lists.

use serde::{Deserialize, Serialize};

use super::list::{self, ListFault, TrustedList};
use crate::crypto::{DigestAlgorithm, Sha256, SignatureFault, SignatureForm, verify};
use crate::pki::Certificate;
use crate::xades::dsig::{self, IdIndex, Permitted, Target, Transform, same_document_octets};
use crate::xades::{Signature, read_enveloped};
use crate::xml::{Document, Node};

/// A list and what its signature is worth.
#[derive(Clone, Debug)]
pub struct CheckedList {
    /// The list.
    pub list: TrustedList,
    /// Who sealed it, or why nobody did.
    pub seal: Result<Seal, SealFault>,
}

/// A right signature over a whole list.
#[derive(Clone, Debug)]
pub struct Seal {
    /// The certificate named in the signed properties, whose key made the signature.
    pub certificate: Certificate,
}

/// Why a list counts as not signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(tag = "fault", rename_all = "kebab-case")]
pub enum SealFault {
    /// There is no signature.
    #[error("it is not signed")]
    NotSigned,
    /// There are several, or one in another place than directly under the root.
    #[error("it has {count} signatures, or one in the wrong place")]
    Misplaced {
        /// How many there are.
        count: usize,
    },
    /// The signature's parts are not where they must be.
    #[error("its signature is malformed: {detail}")]
    Malformed {
        /// How.
        detail: String,
    },
    /// The signature does not cover the whole list and its own properties.
    #[error("its signature does not cover the whole list")]
    NotWhole,
    /// A reference asks for something that is never carried out.
    #[error("its signature uses what is not permitted: {detail}")]
    NotPermitted {
        /// What.
        detail: String,
    },
    /// The list, or the signature's own properties, were changed after signing.
    #[error("it was changed after signing")]
    Changed,
    /// The certificate that the signed properties name is not there.
    #[error("the certificate that signed it is not in it")]
    NoCertificate,
    /// The signature value is wrong.
    #[error("its signature value is wrong: {reason}")]
    ValueWrong {
        /// How.
        reason: SignatureFault,
    },
    /// The certificate was not valid when the list was signed or issued.
    #[error("the certificate that signed it was not valid then")]
    CertificateNotValid,
}

impl CheckedList {
    /// Whether the list is rightly signed with one of these certificates.
    #[must_use]
    pub fn is_sealed_by(&self, signers: &[Sha256]) -> bool {
        self.seal.as_ref().is_ok_and(|seal| signers.contains(&seal.certificate.sha256))
    }
}

/// Reads a list and checks its signature; both from one tree, so that what is read is what is signed.
///
/// # Errors
/// [`ListFault`] where it cannot be read as a list at all.
pub fn check_list(bytes: &[u8]) -> Result<CheckedList, ListFault> {
    let text = list::decode(bytes)?;
    let document = list::parse(&text)?;
    let list = list::read_document(&document, Sha256::of(bytes))?;
    let seal = seal(&document, &list);
    Ok(CheckedList { list, seal })
}

fn seal(document: &Document<'_>, list: &TrustedList) -> Result<Seal, SealFault> {
    let element = signature_element(document)?;
    let malformed = |fault: &dyn std::fmt::Display| SealFault::Malformed { detail: fault.to_string() };
    let signature = read_enveloped(element).map_err(|fault| malformed(&fault))?;
    let ids = IdIndex::of(document);
    covers_all(&signature, &ids)?;
    let certificate = signer(&signature)?;
    let octets = dsig::canonical_signed_info(&signature.signed_info)
        .ok_or_else(|| SealFault::NotPermitted { detail: signature.signed_info.canonicalization_uri.clone() })?;
    let algorithm = dsig::signature_algorithm(&signature.signed_info).filter(|algorithm| is_strong(algorithm.digest()));
    let method = || SealFault::NotPermitted { detail: signature.signed_info.signature_method.clone() };
    let (algorithm, key) = (algorithm.ok_or_else(method)?, certificate.key.as_ref().ok_or_else(method)?);
    if let Err(reason) = verify(algorithm, key, &octets, &signature.value, SignatureForm::Raw) {
        return Err(SealFault::ValueWrong { reason });
    }
    let times = signature.signed.signing_time.into_iter().chain([list.facts.issued]);
    let valid = times.into_iter().any(|at| certificate.not_before <= at && at <= certificate.not_after);
    if valid { Ok(Seal { certificate }) } else { Err(SealFault::CertificateNotValid) }
}

/// The one Signature element, directly under the root.
fn signature_element<'a, 'input>(document: &'a Document<'input>) -> Result<Node<'a, 'input>, SealFault> {
    let is_signature = |node: &Node<'_, '_>| node.has_tag_name((dsig::NAMESPACE, "Signature"));
    let found: Vec<_> = document.descendants().filter(is_signature).collect();
    match found.as_slice() {
        [] => Err(SealFault::NotSigned),
        [one] if one.parent() == Some(document.root_element()) => Ok(*one),
        several => Err(SealFault::Misplaced { count: several.len() }),
    }
}

/// The whole document without the signature, and the signature's own properties; whatever else is referenced must be
/// right too.
fn covers_all(signature: &Signature<'_, '_>, ids: &IdIndex<'_, '_>) -> Result<(), SealFault> {
    let (mut whole, mut properties) = (false, false);
    for (position, reference) in signature.signed_info.references.iter().enumerate() {
        let algorithm = DigestAlgorithm::from_uri(&reference.digest_method).filter(|algorithm| is_strong(*algorithm));
        let algorithm = algorithm.ok_or_else(|| SealFault::NotPermitted { detail: reference.digest_method.clone() })?;
        let (octets, node) = same_document_octets(reference, ids, signature.element, Permitted::TrustedList)
            .map_err(|fault| SealFault::NotPermitted { detail: fault.to_string() })?;
        if algorithm.digest(&octets) != reference.digest_value {
            return Err(SealFault::Changed);
        }
        let enveloped = matches!(reference.transforms.as_slice(), [Transform::EnvelopedSignature, rest @ ..]
            if rest.iter().all(|transform| matches!(transform, Transform::Canonicalization(_))));
        let root = node.is_root() || Some(node) == signature.element.parent();
        whole |= enveloped && root && matches!(reference.target(), Target::WholeDocument | Target::SameDocument(_));
        properties |= signature.signed_properties_reference == Some(position) && node == signature.signed.element;
    }
    if whole && properties { Ok(()) } else { Err(SealFault::NotWhole) }
}

/// Lists of versions 5 and 6 never needed SHA-1.
fn is_strong(algorithm: DigestAlgorithm) -> bool {
    algorithm != DigestAlgorithm::Sha1
}

fn signer(signature: &Signature<'_, '_>) -> Result<Certificate, SealFault> {
    let reference = signature.signed.signing_certificates.first().ok_or(SealFault::NoCertificate)?;
    let algorithm = DigestAlgorithm::from_uri(&reference.digest_method).ok_or(SealFault::NoCertificate)?;
    let named = signature.key_info.iter().find(|der| algorithm.digest(der) == reference.digest_value);
    named.and_then(|der| Certificate::parse(der).ok()).ok_or(SealFault::NoCertificate)
}
