//! The table of services built into the program (`assets/trust/services.tsv`), made by `examples/trust_snapshot.rs`.
//!
//! One record a line, fields separated by tabs, the kind first: `L` list, `P` provider, `S` service, `H` status since a
//! time, `C` certificate. A record belongs to the nearest record of the kind above it.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::{ListFacts, ListOrigin, ListedCertificate, ServiceStatus, StatusPeriod, TrustService, TrustStore};
use crate::Timestamp;
use crate::crypto::Sha256;

const TABLE: &str = include_str!("../../assets/trust/services.tsv");

/// The store as it was when the program was made. Read once.
#[must_use]
pub fn snapshot() -> &'static TrustStore {
    static STORE: OnceLock<TrustStore> = OnceLock::new();
    STORE.get_or_init(load_snapshot)
}

/// Reads the table anew: for measuring what [`snapshot`] costs the first time.
#[must_use]
pub fn load_snapshot() -> TrustStore {
    read(TABLE)
}

/// Reads a table; a line that is not understood is left out, and a test proves that there is none.
fn read(table: &'static str) -> TrustStore {
    let mut lists: Vec<(ListFacts, Vec<TrustService>)> = Vec::new();
    let mut provider = "";
    for line in table.lines() {
        let mut fields = line.split('\t');
        let kind = fields.next().unwrap_or_default();
        let services = lists.last_mut().map(|(_, services)| services);
        match (kind, services) {
            ("L", _) => lists.extend(list(&mut fields).map(|list| (list, Vec::new()))),
            ("P", _) => provider = fields.next().unwrap_or_default(),
            ("S", Some(services)) => services.extend(service(provider, &mut fields)),
            ("H", Some(services)) => {
                if let (Some(service), Some(period)) = (services.last_mut(), period(&mut fields)) {
                    service.history.push(period);
                }
            }
            ("C", Some(services)) => {
                if let (Some(service), Some(certificate)) = (services.last_mut(), certificate(&mut fields)) {
                    service.certificates.push(certificate);
                }
            }
            _ => {}
        }
    }
    TrustStore::of(lists)
}

type Fields<'f> = std::str::Split<'f, char>;

fn list(fields: &mut Fields<'_>) -> Option<ListFacts> {
    Some(ListFacts {
        territory: fields.next()?.to_owned(),
        sequence: fields.next()?.parse().ok()?,
        issued: time(fields.next()?)?,
        next_update: fields.next().and_then(time),
        origin: ListOrigin::Snapshot,
    })
}

fn service(provider: &'static str, fields: &mut Fields<'static>) -> Option<TrustService> {
    let words = |field: Option<&'static str>| {
        let field = field.unwrap_or_default();
        field.split(';').filter(|word| !word.is_empty()).map(Cow::Borrowed).collect()
    };
    Some(TrustService {
        list: 0,
        provider: Cow::Borrowed(provider),
        service_type: Cow::Borrowed(fields.next()?),
        name: Cow::Borrowed(fields.next()?),
        purposes: words(fields.next()),
        qualifiers: words(fields.next()),
        history: Vec::new(),
        certificates: Vec::new(),
    })
}

fn period(fields: &mut Fields<'static>) -> Option<StatusPeriod> {
    Some(StatusPeriod { status: ServiceStatus(Cow::Borrowed(fields.next()?)), since: time(fields.next()?)? })
}

fn certificate(fields: &mut Fields<'static>) -> Option<ListedCertificate> {
    Some(ListedCertificate {
        sha256: fields.next()?.parse().ok()?,
        spki_sha256: fields.next()?.parse::<Sha256>().ok()?,
        subject: Cow::Borrowed(fields.next()?),
    })
}

fn time(text: &str) -> Option<Timestamp> {
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{TABLE, snapshot};
    use crate::trust::Role;

    fn count(kind: &str) -> usize {
        TABLE.lines().filter(|line| line.starts_with(&format!("{kind}\t"))).count()
    }

    #[test]
    fn every_line_of_the_table_is_understood() {
        let store = snapshot();
        let services = store.services();
        assert_eq!(store.lists.len(), count("L"));
        assert_eq!(services.len(), count("S"));
        assert_eq!(services.iter().map(|service| service.history.len()).sum::<usize>(), count("H"));
        assert_eq!(services.iter().map(|service| service.certificates.len()).sum::<usize>(), count("C"));
        assert!(services.iter().all(|service| !service.provider.is_empty() && !service.history.is_empty()));
    }

    #[test]
    fn latvian_services_have_their_status_by_their_history() {
        let store = snapshot();
        let of = |digest: &str, role| {
            let found = store.services_with(digest.parse().unwrap(), digest.parse().unwrap(), role);
            assert_eq!(found.len(), 1, "{digest}");
            found[0]
        };
        let status = |service: &crate::trust::TrustService, at: &str| {
            service.status_at(at.parse().unwrap()).map(|period| period.status.0.to_string())
        };
        let ca = of("aa9ac7e58493cdd331606f2dcec07149eda3993e28b0bbf790607c08a1bff432", Role::Issuer);
        assert_eq!(status(ca, "2012-01-01T00:00:00Z"), None);
        assert_eq!(status(ca, "2014-01-01T00:00:00Z").as_deref(), Some("accredited"));
        assert_eq!(status(ca, "2017-01-01T00:00:00Z").as_deref(), Some("granted"));
        assert_eq!(status(ca, "2018-02-01T00:00:00Z").as_deref(), Some("withdrawn"));
        assert_eq!(status(ca, "2018-03-01T00:00:00Z").as_deref(), Some("granted"));
        let tsa = of("79a0a1574bcfbedf598d80c2dae92895d5dce4c04ef9d9ab4837884083c2917d", Role::Timestamp);
        assert_eq!(status(tsa, "2023-06-01T00:00:00Z").as_deref(), Some("granted"));
        assert_eq!(status(tsa, "2026-06-01T00:00:00Z").as_deref(), Some("withdrawn"));
        assert_eq!(store.territory(tsa), "LV");
    }

    #[test]
    fn a_certificate_is_listed_for_its_role_only() {
        let store = snapshot();
        let tsa = "79a0a1574bcfbedf598d80c2dae92895d5dce4c04ef9d9ab4837884083c2917d".parse().unwrap();
        assert!(store.services_with(tsa, tsa, Role::Issuer).is_empty());
        assert!(!store.services_with(tsa, tsa, Role::Timestamp).is_empty());
        assert_eq!(store.services_named("LV eID ICA 2025", Role::Issuer).len(), 1);
        assert!(store.services_named("LV eID ICA", Role::Issuer).is_empty());
    }
}
