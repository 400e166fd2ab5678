//! Lists that are good: kept, not fetched twice, replaced by newer ones, said where they are overdue.

use std::sync::atomic::{AtomicBool, Ordering};

use edoc::fetch::{Client, Patience};
use edoc::trust::{Fresh, ListOrigin, ListSignature, NamedBy, Remark, Role, Update, UpdateFault, update};

use super::lists::{NOW, Scheme, digest, instant, of, result};
use super::server::Page;

#[test]
fn good_lists_are_kept_and_their_services_count() {
    let scheme = Scheme::good();
    let report = scheme.update();
    assert!(report.is_complete(), "{report:?}");
    assert_eq!(result(&report, "EU"), &Ok(Fresh::New { sequence: 7 }));
    assert_eq!(result(&report, "XX"), &Ok(Fresh::New { sequence: 5 }));
    let held = scheme.folder.load();
    let list = held.lists().find(|list| list.territory == "XX").unwrap().clone();
    assert_eq!(list.origin, ListOrigin::Update);
    let ListSignature::Verified { signer, named_by, .. } = &list.signature else { panic!("{list:?}") };
    assert_eq!((*signer, named_by), (digest(&scheme.national), &NamedBy::ListOfLists { sequence: 7 }));
    let lotl = held.list_of_lists().unwrap();
    assert!(
        matches!(&lotl.facts.signature, ListSignature::Verified { named_by: NamedBy::OfficialJournal { .. }, .. }),
        "{lotl:?}"
    );
    let store = held.with_snapshot();
    let sample = crate::forge::pki::Pki::shared();
    let authority = edoc::pki::Certificate::parse(&sample.seal_authority.der).unwrap();
    let services = store.services_of(&authority, Role::Issuer);
    assert_eq!(services.len(), 2, "on both lists");
    assert!(services.iter().all(|service| service.certificates[0].der.is_some()), "the certificate is at hand");
    let seal = edoc::pki::Certificate::parse(&sample.seal_2025.der).unwrap();
    assert!(store.issuers_of(&seal).iter().any(|issuer| issuer.sha256 == authority.sha256));
}

#[test]
fn what_has_not_changed_is_not_fetched_again() {
    let scheme = Scheme::good();
    scheme.update();
    assert!(scheme.server.sent() > 10_000);
    scheme.server.asked();
    let report = scheme.update();
    assert_eq!(result(&report, "EU"), &Ok(Fresh::Same { sequence: 7 }));
    assert_eq!(result(&report, "XX"), &Ok(Fresh::Same { sequence: 5 }));
    assert_eq!(scheme.server.asked(), ["/XX.xml", "/XY.xml", "/lotl.xml"]);
    assert_eq!(scheme.server.sent(), 0, "every answer was 304");
}

#[test]
fn the_digest_beside_a_list_spares_a_download_where_the_server_knows_no_validators() {
    let scheme = Scheme::good();
    let body = scheme.national("XX", |_| {});
    scheme.server.serve("XX.xml", Page::Plain(body.clone()));
    scheme.update();
    for companion in
        [edoc::crypto::Sha256::of(&body).0.to_vec(), edoc::crypto::Sha256::of(&body).to_string().into_bytes()]
    {
        scheme.server.serve("XX.sha2", Page::Plain(companion));
        scheme.server.asked();
        let report = scheme.update_of(&["XX"]);
        assert_eq!(result(&report, "XX"), &Ok(Fresh::Same { sequence: 5 }));
        assert_eq!(scheme.server.asked(), ["/XX.sha2", "/lotl.xml"]);
    }
    // Another digest, or none: the list is fetched.
    scheme.server.serve("XX.sha2", Page::Plain(vec![0; 32]));
    scheme.serve_national("XX", |list| list.sequence = 6);
    assert_eq!(result(&scheme.update_of(&["XX"]), "XX"), &Ok(Fresh::Replaced { from: 5, to: 6 }));
}

#[test]
fn a_newer_list_replaces_an_older_one() {
    let scheme = Scheme::good();
    scheme.update();
    scheme.serve_national("XX", |list| list.sequence = 6);
    scheme.serve_lotl(|list| list.sequence = 8);
    let report = scheme.update();
    assert_eq!(result(&report, "EU"), &Ok(Fresh::Replaced { from: 7, to: 8 }));
    assert_eq!(result(&report, "XX"), &Ok(Fresh::Replaced { from: 5, to: 6 }));
    assert_eq!(result(&report, "XY"), &Ok(Fresh::Same { sequence: 5 }));
    assert_eq!((scheme.kept("XX"), scheme.kept("XY")), (Some(6), Some(5)));
}

#[test]
fn a_list_whose_next_issue_is_overdue_is_taken_and_said() {
    let scheme = Scheme::good();
    scheme.serve_national("XX", |list| list.next_update = Some(instant("2026-11-20T08:00:00Z")));
    scheme.serve_national("XY", |list| list.next_update = None);
    let report = scheme.update();
    assert_eq!(scheme.kept("XX"), Some(5));
    let overdue =
        |next: Option<&str>| vec![Remark::PastNextUpdate { next_update: next.map(|time| time.parse().unwrap()) }];
    assert_eq!(of(&report, "XX").remarks, overdue(Some("2026-11-20T08:00:00Z")));
    assert_eq!(of(&report, "XY").remarks, overdue(None), "a closed list");
    assert!(of(&report, "EU").remarks.is_empty(), "the twin");
}

#[test]
fn only_the_countries_that_were_asked_for_are_fetched() {
    let scheme = Scheme::good();
    let report = scheme.update_of(&["XY", "ZZ"]);
    assert_eq!(scheme.server.asked(), ["/XY.xml", "/lotl.xml"]);
    assert_eq!((scheme.kept("XX"), scheme.kept("XY")), (None, Some(5)));
    assert_eq!(result(&report, "ZZ"), &Err(UpdateFault::NoPointer));
    assert!(!report.is_complete());
}

#[test]
fn a_list_that_moved_is_followed() {
    let scheme = Scheme::good();
    let body = scheme.national("XX", |_| {});
    scheme.server.serve("elsewhere.xml", Page::Body(body));
    scheme.server.serve("XX.xml", Page::Moved(scheme.server.url("elsewhere.xml")));
    assert_eq!(result(&scheme.update(), "XX"), &Ok(Fresh::New { sequence: 5 }));
}

#[test]
fn two_updates_at_once_leave_whole_lists() {
    let scheme = Scheme::good();
    std::thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| assert!(scheme.update().is_complete()));
        }
    });
    assert_eq!((scheme.kept("EU"), scheme.kept("XX"), scheme.kept("XY")), (Some(7), Some(5), Some(5)));
}

#[test]
fn an_update_that_is_stopped_keeps_what_was_done() {
    let scheme = Scheme::good();
    let stop = AtomicBool::new(false);
    let request = Update {
        client: &Client::new(Patience::default()),
        pins: &scheme.pins,
        folder: &scheme.folder,
        countries: &[],
        at: NOW.parse().unwrap(),
        stop: &stop,
    };
    // Stopped as soon as the list of lists is done.
    let report = update(&request, &|_| stop.store(true, Ordering::Relaxed));
    assert_eq!(result(&report, "EU"), &Ok(Fresh::New { sequence: 7 }));
    assert_eq!((report.lists.len(), scheme.kept("EU"), scheme.kept("XX")), (1, Some(7), None));
}
