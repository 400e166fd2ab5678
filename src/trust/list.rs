//! Reading one trusted list (ETSI TS 119 612, clause 5), versions 5 and 6.

mod criteria;
mod element;
mod scheme;
mod service;

use serde::{Deserialize, Serialize};

pub use scheme::Pointer;

use super::{ListFacts, ListOrigin, TrustService};
use crate::crypto::Sha256;
use crate::limits;
use crate::xml::{self, Document};
pub(super) use element::line;
use element::{child, children};

/// Namespace of trusted lists.
pub(super) const NAMESPACE: &str = "http://uri.etsi.org/02231/v2#";
/// TSLTag (5.2.1); the second is that of TS 102 231, which test lists still bear.
const TAGS: [&str; 2] = ["http://uri.etsi.org/19612/TSLTag", "http://uri.etsi.org/02231/TSLTag"];

/// A trusted list as read. Whether its signature is right is not looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrustedList {
    /// What it says of itself.
    pub facts: ListFacts,
    /// Its kind.
    pub kind: ListKind,
    /// SchemeInformationURI, in order: the list of lists names its pivots and the Official Journal notice there.
    pub information: Vec<String>,
    /// PointersToOtherTSL.
    pub pointers: Vec<Pointer>,
    /// Its services.
    pub services: Vec<TrustService>,
    /// How many providers it has.
    pub providers: usize,
}

/// TSLType (5.3.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ListKind {
    /// The list of lists.
    Lists,
    /// A national list.
    National,
    /// Of another scheme.
    Other,
}

/// Why a file is not taken as a trusted list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("not a trusted list: {detail}")]
pub struct ListFault {
    /// What is wrong.
    pub detail: String,
}

pub(super) fn refused(detail: impl Into<String>) -> ListFault {
    ListFault { detail: detail.into() }
}

/// Reads a trusted list. Its own signature is not looked at here: [`super::check_list`] does.
///
/// # Errors
/// [`ListFault`] where it is no list of version 5 or 6, or a fact that every list has is missing.
pub fn parse_list(bytes: &[u8]) -> Result<TrustedList, ListFault> {
    let text = decode(bytes)?;
    read_document(&parse(&text)?, Sha256::of(bytes))
}

/// Reads a trusted list that the user vouches for: its facts and services alone.
///
/// # Errors
/// As [`parse_list`].
pub fn read_list(bytes: &[u8]) -> Result<(ListFacts, Vec<TrustService>), ListFault> {
    parse_list(bytes).map(|list| (list.facts, list.services))
}

/// Octets to text, within the limits of trusted lists.
pub(super) fn decode(bytes: &[u8]) -> Result<std::borrow::Cow<'_, str>, ListFault> {
    if bytes.len() > limits::TRUSTED_LIST_BYTES {
        return Err(refused("it is too large"));
    }
    xml::decode(bytes).map_err(|fault| refused(fault.to_string()))
}

/// Text to tree, within the limits of trusted lists.
pub(super) fn parse(text: &str) -> Result<Document<'_>, ListFault> {
    xml::parse_trusted_list(text).map_err(|fault| refused(fault.to_string()))
}

/// Reads a list from its tree.
pub(super) fn read_document(document: &Document<'_>, sha256: Sha256) -> Result<TrustedList, ListFault> {
    let root = document.root_element();
    if !root.has_tag_name((NAMESPACE, "TrustServiceStatusList")) {
        return Err(refused("its root is another element"));
    }
    if !xml::attribute(root, "TSLTag").is_some_and(|tag| TAGS.contains(&tag)) {
        return Err(refused("it has not the tag of trusted lists"));
    }
    let information = child(root, "SchemeInformation").ok_or_else(|| refused("no SchemeInformation"))?;
    let scheme = scheme::read(information)?;
    let providers = child(root, "TrustServiceProviderList");
    let providers: Vec<_> = providers.into_iter().flat_map(|list| children(list, "TrustServiceProvider")).collect();
    Ok(TrustedList {
        facts: ListFacts { sha256: Some(sha256), origin: ListOrigin::User, ..scheme.facts },
        kind: scheme.kind,
        information: scheme.information,
        pointers: scheme.pointers,
        providers: providers.len(),
        services: providers.into_iter().flat_map(service::of_provider).collect(),
    })
}
