//! Providers and services (TS 119 612, 5.4 and 5.5).

use super::criteria::qualifications;
use super::element::{child, children, is_true, line, named, plain, short, text};
use crate::pki::Certificate;
use crate::trust::store::hexadecimal;
use crate::trust::{
    Extensions, Knowledge, ListedCertificate, ListedIdentifier, ServicePeriod, ServiceStatus, TrustService,
};
use crate::xades::dsig::decode_base64;
use crate::xml::Node;

/// What service types, statuses and extensions begin with.
const TYPE_PREFIX: &str = "http://uri.etsi.org/TrstSvc/Svctype/";
const STATUS_PREFIX: &str = "http://uri.etsi.org/TrstSvc/TrustedList/Svcstatus/";
pub(super) const EXTENSION_PREFIX: &str = "http://uri.etsi.org/TrstSvc/TrustedList/SvcInfoExt/";

/// The services of one provider.
pub(super) fn of_provider(provider: Node<'_, '_>) -> Vec<TrustService> {
    let information = child(provider, "TSPInformation");
    let name = named(information.and_then(|information| child(information, "TSPName")));
    let trade = information.and_then(|information| child(information, "TSPTradeName"));
    let trade = trade.into_iter().flat_map(|names| children(names, "Name")).filter_map(plain);
    let mut registrations: Vec<String> = trade.map(|name| line(&name)).filter(|name| is_registration(name)).collect();
    registrations.dedup();
    let list = child(provider, "TSPServices");
    let services = list.into_iter().flat_map(|list| children(list, "TSPService"));
    services.filter_map(|element| service(&name, &registrations, element)).collect()
}

/// `VATLV-…`, `NTRLV-…` and the like (5.4.2).
fn is_registration(name: &str) -> bool {
    let (scheme, number) = name.split_at_checked(6).unwrap_or_default();
    scheme.ends_with('-') && scheme.bytes().take(5).all(|byte| byte.is_ascii_uppercase()) && !number.is_empty()
}

/// One service; `None` only where it says nothing of itself at all.
fn service(provider: &str, registrations: &[String], element: Node<'_, '_>) -> Option<TrustService> {
    let information = child(element, "ServiceInformation")?;
    let (certificates, identifiers) = identities(information);
    let past = child(element, "ServiceHistory");
    let past = past.into_iter().flat_map(|list| children(list, "ServiceHistoryInstance"));
    // The past of another key is none of this one, but what stood before it is not in force either.
    let older = past.map(|instance| period(instance, is_same_service(instance, &certificates, &identifiers)));
    let periods: Option<Vec<_>> = std::iter::once(period(information, true)).chain(older).collect();
    Some(TrustService {
        list: 0,
        provider: provider.to_owned(),
        registrations: registrations.to_vec(),
        name: named(child(information, "ServiceName")),
        periods: periods.unwrap_or_else(|| vec![unreadable()]),
        certificates,
        identifiers,
    })
}

/// A status that cannot be read is one nobody relies on. `None` where its beginning cannot be read either: then no status
/// of the service is certain at any time.
fn period(information: Node<'_, '_>, same_service: bool) -> Option<ServicePeriod> {
    let status = text(information, "ServiceStatus").map(|uri| short(&uri, STATUS_PREFIX)).filter(|_| same_service);
    Some(ServicePeriod {
        service_type: text(information, "ServiceTypeIdentifier")
            .map(|uri| short(&uri, TYPE_PREFIX))
            .unwrap_or_default(),
        status: ServiceStatus(status.unwrap_or_else(|| ServiceStatus::UNREADABLE.to_owned())),
        since: text(information, "StatusStartingTime")?.parse().ok()?,
        extensions: extensions(information),
    })
}

fn unreadable() -> ServicePeriod {
    ServicePeriod {
        service_type: String::new(),
        status: ServiceStatus(ServiceStatus::UNREADABLE.to_owned()),
        since: crate::Timestamp::MIN,
        extensions: Extensions::default(),
    }
}

fn identities(information: Node<'_, '_>) -> (Vec<ListedCertificate>, Vec<ListedIdentifier>) {
    let identity = child(information, "ServiceDigitalIdentity");
    let ids: Vec<_> = identity.into_iter().flat_map(|identity| children(identity, "DigitalId")).collect();
    let certificates: Vec<_> =
        ids.iter().filter_map(|id| child(*id, "X509Certificate")).filter_map(certificate).collect();
    let named = |name: &str| ids.iter().find_map(|id| text(*id, name));
    let subject = named("X509SubjectName").map(|name| line(&name)).unwrap_or_default();
    let identifiers = ids.iter().filter_map(|id| text(*id, "X509SKI")).filter_map(|text| decode_base64(&text));
    let identifiers = identifiers
        .map(|octets| ListedIdentifier { key_identifier: hexadecimal(&octets), subject: subject.clone() })
        .filter(|known| certificates.iter().all(|c| c.key_identifier.as_ref() != Some(&known.key_identifier)));
    let identifiers = identifiers.collect();
    (certificates, identifiers)
}

fn certificate(element: Node<'_, '_>) -> Option<ListedCertificate> {
    let certificate = Certificate::parse(&decode_base64(&plain(element)?)?).ok()?;
    Some(listed(&certificate))
}

/// A certificate as a list holds it.
pub(in crate::trust) fn listed(certificate: &Certificate) -> ListedCertificate {
    ListedCertificate {
        sha256: certificate.sha256,
        spki_sha256: certificate.spki_sha256,
        subject: line(&certificate.subject.to_string()),
        key_identifier: certificate.extensions.subject_key_identifier.as_deref().map(hexadecimal),
        der: Some(certificate.der.as_slice().into()),
    }
}

/// A history instance has no certificate: it inherits that of the service unless its key identifier says otherwise
/// (5.6.3). An instance that gives no identifier, or one that no certificate can be held against, is taken at its word.
fn is_same_service(
    instance: Node<'_, '_>,
    certificates: &[ListedCertificate],
    identifiers: &[ListedIdentifier],
) -> bool {
    let identity = child(instance, "ServiceDigitalIdentity");
    let stated = identity.into_iter().flat_map(|identity| children(identity, "DigitalId"));
    let stated: Vec<_> = stated.filter_map(|id| text(id, "X509SKI")).filter_map(|text| decode_base64(&text)).collect();
    let known = certificates.iter().filter_map(|certificate| certificate.key_identifier.as_ref());
    let known: Vec<_> = known.chain(identifiers.iter().map(|one| &one.key_identifier)).collect();
    let without_one = certificates.iter().any(|certificate| certificate.key_identifier.is_none());
    stated.is_empty()
        || known.is_empty()
        || without_one
        || stated.iter().map(|octets| hexadecimal(octets)).any(|stated| known.contains(&&stated))
}

fn extensions(information: Node<'_, '_>) -> Extensions {
    let mut found = Extensions { knowledge: Knowledge::Full, ..Extensions::default() };
    let list = child(information, "ServiceInformationExtensions");
    for extension in list.into_iter().flat_map(|list| children(list, "Extension")) {
        for content in extension.children().filter(|node| node.is_element()) {
            let understood = match content.tag_name().name() {
                "AdditionalServiceInformation" => {
                    let uri = text(content, "URI").map(|uri| short(&uri, EXTENSION_PREFIX));
                    found.purposes.extend(uri.filter(|uri| !found.purposes.contains(uri)));
                    true
                }
                "Qualifications" => {
                    found.qualifications.extend(qualifications(content));
                    true
                }
                "ExpiredCertsRevocationInfo" => {
                    found.expired_certificates_since = plain(content).and_then(|time| time.parse().ok());
                    found.expired_certificates_since.is_some()
                }
                "TakenOverBy" => {
                    found.taken_over_by = Some(taken_over_by(content));
                    true
                }
                _ => false,
            };
            if !understood && is_true(extension, "Critical") {
                found.unknown_critical.push(line(content.tag_name().name()));
            }
        }
    }
    found
}

/// The provider that takes over: its name, whichever namespace its parts are in.
fn taken_over_by(element: Node<'_, '_>) -> String {
    let name = element.descendants().find(|node| node.is_element() && node.tag_name().name() == "TSPName");
    named(name)
}
