//! The table of services built into the program (`assets/trust/services.tsv`), made by `examples/trust_snapshot.rs`.

use std::sync::OnceLock;

use super::TrustStore;
use super::table::{Table, Text};

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
    let mut store = TrustStore::default();
    store.add_all(tables());
    store
}

/// The lists of the table.
pub(super) fn tables() -> Vec<Table> {
    Table::parse_all(&Text::Built(TABLE))
}

#[cfg(test)]
mod tests {
    use super::{TABLE, snapshot};
    use crate::trust::{ListSignature, Role, TrustService, Wanted};

    fn count(kind: &str) -> usize {
        TABLE.lines().filter(|line| line.starts_with(&format!("{kind}\t"))).count()
    }

    #[test]
    fn every_line_of_the_table_is_understood() {
        let store = snapshot();
        let services: Vec<_> = store.services().collect();
        assert_eq!(store.lists.len(), count("L"));
        assert_eq!(services.len(), count("S"));
        assert_eq!(services.iter().map(|service| service.periods.len()).sum::<usize>(), count("H"));
        assert_eq!(services.iter().map(|service| service.certificates.len()).sum::<usize>(), count("C"));
        assert!(services.iter().all(|service| !service.provider.is_empty() && !service.periods.is_empty()));
        assert_eq!(store.lists[0].territory, "LV", "the list that most files need comes first");
    }

    #[test]
    fn latvian_services_have_their_status_by_their_history() {
        let store = snapshot();
        let of = |digest: &str, role| {
            let found = store.services_with(digest.parse().unwrap(), digest.parse().unwrap(), None, role);
            assert_eq!(found.len(), 1, "{digest}");
            found[0]
        };
        let status = |service: &TrustService, at: &str| {
            service.status_at(at.parse().unwrap()).map(|period| period.status.0.clone())
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
    fn an_answer_carries_the_list_its_number_and_its_age() {
        let store = snapshot();
        let digest = "adecfba900af836536a21d4f30fba95628ae18bf2c139cd9a59af131e4497cf9".parse().unwrap();
        let at = "2026-11-23T12:00:00Z".parse().unwrap();
        let found = store.find(Wanted::Certificate(digest), Role::Issuer, at);
        let [listing] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!(
            (listing.service.name.as_str(), listing.period.status.0.as_str()),
            ("LV eParaksts ICA 2021", "granted")
        );
        assert_eq!((listing.list.territory.as_str(), listing.list.sequence), ("LV", 51));
        assert!(listing.list.is_past_next_update(at), "NextUpdate was on 2026-10-28");
        assert_eq!(listing.list.age_in_days(at), 208);
        assert_eq!(listing.period.extensions.purposes, ["ForeSeals", "ForeSignatures"]);
        let before = "2020-01-01T00:00:00Z".parse().unwrap();
        assert!(store.find(Wanted::Certificate(digest), Role::Issuer, before).is_empty(), "listed since 2021");
        assert!(store.find(Wanted::Certificate(digest), Role::Timestamp, at).is_empty(), "for another role");
    }

    #[test]
    fn a_certificate_is_listed_for_its_role_only() {
        let store = snapshot();
        let tsa = "79a0a1574bcfbedf598d80c2dae92895d5dce4c04ef9d9ab4837884083c2917d".parse().unwrap();
        assert!(store.services_with(tsa, tsa, None, Role::Issuer).is_empty());
        assert!(!store.services_with(tsa, tsa, None, Role::Timestamp).is_empty());
        assert_eq!(store.services_named("LV eID ICA 2025", Role::Issuer).len(), 1);
        assert!(store.services_named("LV eID ICA", Role::Issuer).is_empty());
    }

    #[test]
    fn a_list_that_nobody_vouches_for_is_shown_and_not_used() {
        let store = snapshot();
        let unvouched: Vec<_> = store.lists.iter().filter(|list| !list.is_vouched_for()).collect();
        let [croatia] = unvouched.as_slice() else { panic!("{unvouched:?}") };
        assert_eq!((croatia.territory.as_str(), &croatia.signature), ("HR", &ListSignature::NotVouchedFor));
        let on = |territory: &str| {
            let services = store.services().filter(|service| store.territory(service) == territory);
            services.flat_map(|service| &service.certificates).map(|listed| listed.sha256).collect::<Vec<_>>()
        };
        let roles = [Role::Issuer, Role::Timestamp, Role::Ocsp];
        let used = |digest| roles.iter().any(|role| !store.services_with(digest, digest, None, *role).is_empty());
        assert!(on("HR").len() > 10 && on("HR").into_iter().all(|digest| !used(digest)));
        assert!(on("LV").len() > 10 && on("LV").into_iter().all(used), "the twin");
    }
}
