//! SchemeInformation (TS 119 612, 5.3) and the pointers to other lists (5.3.13).

use serde::{Deserialize, Serialize};

use super::element::{child, children, descend, line, named, plain, text};
use super::{ListFault, ListKind, refused};
use crate::crypto::Sha256;
use crate::limits;
use crate::trust::{ListFacts, ListOrigin, ListSignature};
use crate::xades::dsig::decode_base64;
use crate::xml::Node;

const TYPE_LISTS: &str = "http://uri.etsi.org/TrstSvc/TrustedList/TSLType/EUlistofthelists";
const TYPE_NATIONAL: &str = "http://uri.etsi.org/TrstSvc/TrustedList/TSLType/EUgeneric";
/// MIME type of a list that programs read.
const MACHINE_READABLE: &str = "application/vnd.etsi.tsl+xml";

/// Where another list is, and whose certificates may sign it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pointer {
    /// SchemeTerritory.
    pub territory: String,
    /// TSLLocation.
    pub location: String,
    /// Its kind.
    pub kind: ListKind,
    /// SHA-256 of each certificate that may sign it.
    pub signers: Vec<Sha256>,
}

pub(super) struct Scheme {
    pub(super) facts: ListFacts,
    pub(super) kind: ListKind,
    pub(super) information: Vec<String>,
    pub(super) pointers: Vec<Pointer>,
}

pub(super) fn read(scheme: Node<'_, '_>) -> Result<Scheme, ListFault> {
    let required = |name: &str| text(scheme, name).ok_or_else(|| refused(format!("no {name}")));
    let version = match required("TSLVersionIdentifier")?.as_str() {
        "5" => Some(5),
        "6" => Some(6),
        other => return Err(refused(format!("version {other}"))),
    };
    let territory = required("SchemeTerritory")?;
    if !is_territory(&territory) {
        return Err(refused("SchemeTerritory is none"));
    }
    let time = |text: String, name: &str| text.parse().map_err(|_| refused(format!("{name} is no time")));
    let next_update = descend(scheme, &["NextUpdate", "dateTime"]).and_then(plain);
    let information = child(scheme, "SchemeInformationURI");
    let pointers = child(scheme, "PointersToOtherTSL");
    Ok(Scheme {
        kind: kind(text(scheme, "TSLType").as_deref()),
        facts: ListFacts {
            operator: named(child(scheme, "SchemeOperatorName")),
            version,
            sequence: required("TSLSequenceNumber")?.parse().map_err(|_| refused("TSLSequenceNumber is no number"))?,
            issued: time(required("ListIssueDateTime")?, "ListIssueDateTime")?,
            next_update: next_update.map(|text| time(text, "NextUpdate")).transpose()?,
            origin: ListOrigin::User,
            signature: ListSignature::NotChecked,
            sha256: None,
            territory,
        },
        information: information.into_iter().flat_map(|uris| children(uris, "URI")).filter_map(plain).collect(),
        pointers: pointers.into_iter().flat_map(|list| children(list, "OtherTSLPointer")).filter_map(pointer).collect(),
    })
}

/// Two letters, or the codes of test lists (`EE_T`): what file names and lines may hold.
fn is_territory(text: &str) -> bool {
    (2..=8).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_')
}

fn kind(uri: Option<&str>) -> ListKind {
    match uri {
        Some(TYPE_LISTS) => ListKind::Lists,
        Some(TYPE_NATIONAL) => ListKind::National,
        _ => ListKind::Other,
    }
}

/// A pointer to a list that programs read; `None` for any other, and for one that lacks a fact.
fn pointer(element: Node<'_, '_>) -> Option<Pointer> {
    let information = child(element, "AdditionalInformation")?;
    let mut pointer = Pointer {
        territory: String::new(),
        location: line(&text(element, "TSLLocation")?),
        kind: ListKind::Other,
        signers: Vec::new(),
    };
    let mut machine_readable = false;
    // The list's own namespace or that of additional types: only local names tell them apart.
    for fact in information.descendants().filter(|node| node.is_element()) {
        let value = || plain(fact).unwrap_or_default();
        match fact.tag_name().name() {
            "TSLType" => pointer.kind = kind(Some(&value())),
            "SchemeTerritory" => pointer.territory = value(),
            "MimeType" => machine_readable = value() == MACHINE_READABLE,
            _ => {}
        }
    }
    let identities = child(element, "ServiceDigitalIdentities")?;
    for certificate in identities.descendants().filter(|node| node.has_tag_name((super::NAMESPACE, "X509Certificate")))
    {
        if pointer.signers.len() < limits::LIST_SIGNERS {
            pointer.signers.push(Sha256::of(&decode_base64(&plain(certificate)?)?));
        }
    }
    (machine_readable && is_territory(&pointer.territory)).then_some(pointer)
}
