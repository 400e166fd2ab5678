//! Reading one trusted list (ETSI TS 119 612, clause 5).

use std::borrow::Cow;

use super::{ListFacts, ListOrigin, ListedCertificate, ServiceStatus, StatusPeriod, TrustService};
use crate::limits;
use crate::pki::Certificate;
use crate::xades::dsig::{decode_base64, text_of};
use crate::xml::{self, Node};

/// Namespace of trusted lists.
const NAMESPACE: &str = "http://uri.etsi.org/02231/v2#";
/// What service types, statuses and extensions begin with.
const TYPE_PREFIX: &str = "http://uri.etsi.org/TrstSvc/Svctype/";
const STATUS_PREFIX: &str = "http://uri.etsi.org/TrstSvc/TrustedList/Svcstatus/";
const EXTENSION_PREFIX: &str = "http://uri.etsi.org/TrstSvc/TrustedList/SvcInfoExt/";

/// Why a file is not taken as a trusted list.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a trusted list: {detail}")]
pub struct ListFault {
    /// What is wrong.
    pub detail: String,
}

fn refused(detail: impl Into<String>) -> ListFault {
    ListFault { detail: detail.into() }
}

/// Reads a trusted list that the user vouches for. Its own signature is not looked at here.
///
/// # Errors
/// [`ListFault`] where it is no list of version 5 or 6, or a fact that every list has is missing.
pub fn read_list(bytes: &[u8]) -> Result<(ListFacts, Vec<TrustService>), ListFault> {
    if bytes.len() > limits::TRUSTED_LIST_BYTES {
        return Err(refused("it is too large"));
    }
    let text = xml::decode(bytes).map_err(|fault| refused(fault.to_string()))?;
    let document = xml::parse_trusted_list(&text).map_err(|fault| refused(fault.to_string()))?;
    let root = document.root_element();
    if !root.has_tag_name((NAMESPACE, "TrustServiceStatusList")) {
        return Err(refused("its root is another element"));
    }
    let list = scheme(child(root, "SchemeInformation").ok_or_else(|| refused("no SchemeInformation"))?)?;
    let providers = descend(Some(root), &["TrustServiceProviderList"]);
    let providers = providers.into_iter().flat_map(|list| children(list, "TrustServiceProvider"));
    Ok((list, providers.flat_map(services).collect()))
}

fn scheme(scheme: Node<'_, '_>) -> Result<ListFacts, ListFault> {
    let required = |path: &[&str]| {
        let found = descend(Some(scheme), path).and_then(plain);
        found.ok_or_else(|| refused(format!("no {}", path.join("/"))))
    };
    let version = required(&["TSLVersionIdentifier"])?;
    if version != "5" && version != "6" {
        return Err(refused(format!("version {version}")));
    }
    let issued = required(&["ListIssueDateTime"])?;
    Ok(ListFacts {
        territory: required(&["SchemeTerritory"])?,
        sequence: required(&["TSLSequenceNumber"])?.parse().map_err(|_| refused("TSLSequenceNumber is no number"))?,
        issued: issued.parse().map_err(|_| refused("ListIssueDateTime is no time"))?,
        next_update: descend(Some(scheme), &["NextUpdate", "dateTime"]).and_then(plain).and_then(|t| t.parse().ok()),
        origin: ListOrigin::User,
    })
}

fn services(provider: Node<'_, '_>) -> Vec<TrustService> {
    let name = named(descend(Some(provider), &["TSPInformation", "TSPName"]));
    let list = child(provider, "TSPServices");
    let services = list.into_iter().flat_map(|list| children(list, "TSPService"));
    services.filter_map(|service| read_service(&name, service)).collect()
}

fn read_service(provider: &str, service: Node<'_, '_>) -> Option<TrustService> {
    let information = child(service, "ServiceInformation")?;
    let text = |name| child(information, name).and_then(plain);
    let mut history = vec![period(information)?];
    let past = child(service, "ServiceHistory");
    history.extend(past.into_iter().flat_map(|list| children(list, "ServiceHistoryInstance")).filter_map(period));
    Some(TrustService {
        list: 0,
        provider: Cow::Owned(provider.to_owned()),
        name: Cow::Owned(named(child(information, "ServiceName"))),
        service_type: Cow::Owned(short(&text("ServiceTypeIdentifier")?, TYPE_PREFIX)),
        purposes: extensions(information, "AdditionalServiceInformation", "URI"),
        qualifiers: qualifiers(information),
        history,
        certificates: certificates(information),
    })
}

fn period(information: Node<'_, '_>) -> Option<StatusPeriod> {
    let text = |name| child(information, name).and_then(plain);
    let status = short(&text("ServiceStatus")?, STATUS_PREFIX);
    Some(StatusPeriod { status: ServiceStatus(Cow::Owned(status)), since: text("StatusStartingTime")?.parse().ok()? })
}

fn certificates(information: Node<'_, '_>) -> Vec<ListedCertificate> {
    let identity = child(information, "ServiceDigitalIdentity");
    let identities = identity.into_iter().flat_map(|identity| children(identity, "DigitalId"));
    let encoded = identities.filter_map(|identity| plain(child(identity, "X509Certificate")?));
    let certificates = encoded.filter_map(|text| Certificate::parse(&decode_base64(&text)?).ok());
    let listed = |certificate: Certificate| ListedCertificate {
        sha256: certificate.sha256,
        spki_sha256: certificate.spki_sha256,
        subject: Cow::Owned(certificate.subject.to_string()),
    };
    certificates.map(listed).collect()
}

fn extensions(information: Node<'_, '_>, element: &str, value: &str) -> Vec<Cow<'static, str>> {
    let found = information.descendants().filter(|node| node.has_tag_name((NAMESPACE, element)));
    let uris = found.filter_map(|node| child(node, value).and_then(plain));
    uris.map(|uri| Cow::Owned(short(&uri, EXTENSION_PREFIX))).collect()
}

fn qualifiers(information: Node<'_, '_>) -> Vec<Cow<'static, str>> {
    let found = information.descendants().filter(|node| node.is_element() && node.tag_name().name() == "Qualifier");
    found.filter_map(|node| xml::attribute(node, "uri")).map(|uri| Cow::Owned(short(uri, EXTENSION_PREFIX))).collect()
}

/// The English name, else the first.
fn named(names: Option<Node<'_, '_>>) -> String {
    let all: Vec<_> = names.into_iter().flat_map(|names| children(names, "Name")).collect();
    let language = |node: &&Node<'_, '_>| node.attributes().any(|a| a.name() == "lang" && a.value() == "en");
    let best = all.iter().find(language).or_else(|| all.first());
    best.and_then(|node| plain(*node)).unwrap_or_default()
}

fn child<'a, 'input>(parent: Node<'a, 'input>, name: &str) -> Option<Node<'a, 'input>> {
    parent.children().find(|node| node.has_tag_name((NAMESPACE, name)))
}

fn children<'a, 'input>(parent: Node<'a, 'input>, name: &str) -> Vec<Node<'a, 'input>> {
    parent.children().filter(|node| node.has_tag_name((NAMESPACE, name))).collect()
}

fn descend<'a, 'input>(from: Option<Node<'a, 'input>>, path: &[&str]) -> Option<Node<'a, 'input>> {
    path.iter().fold(from, |node, name| child(node?, name))
}

fn plain(node: Node<'_, '_>) -> Option<String> {
    text_of(node).map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

fn short(uri: &str, prefix: &str) -> String {
    uri.strip_prefix(prefix).unwrap_or(uri).to_owned()
}
