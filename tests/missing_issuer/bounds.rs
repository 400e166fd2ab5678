//! What asking may cost, where it may lead, and what is never asked.

use std::rc::Rc;

use edoc::fetch::Reach;
use edoc::report::FetchResult;
use edoc::validation::Outcome;

use super::scene::*;
use crate::forge::der;
use crate::forge::pki::Pki;
use crate::forge::x509::{Entity, Extension, Weight};
use crate::server::Page;

#[test]
fn answers_without_certificates_are_said_for_what_they_are() {
    let good = authority().der.clone();
    let refused = |page: Page| Scene::serving(page).refuses();
    assert_eq!(refused(Page::Plain(b"<!DOCTYPE html><p>Maintenance</p>".to_vec())), FetchResult::NotCertificates);
    assert_eq!(refused(Page::Plain(Vec::new())), FetchResult::NotCertificates);
    assert_eq!(refused(Page::Plain([good.as_slice(), b"more"].concat())), FetchResult::NotCertificates);
    assert_eq!(refused(Page::Status(404)), FetchResult::Status { status: 404 });
    assert_eq!(refused(Page::Status(503)), FetchResult::Status { status: 503 });
    assert_eq!(refused(Page::CutOff(good.clone())), FetchResult::Connection);
    assert_eq!(refused(Page::Endless), FetchResult::TooLarge);
    assert_eq!(refused(Page::Silent), FetchResult::TimedOut);
    Scene::serving(Page::Plain(good)).finds();
}

#[test]
fn redirections_are_followed_a_little_and_to_the_web_only() {
    let scene = Scene::serving(Page::Status(500));
    scene.server.serve("there.crt", Page::Plain(authority().der.clone()));
    for location in [scene.server.url("there.crt"), "/there.crt".to_owned(), "there.crt".to_owned()] {
        scene.server.serve("issuer.crt", Page::Moved(location));
        let report = scene.judge(&scene.online());
        assert_eq!(path_of(&report), Outcome::Passed);
    }
    let refused = |page: Page| Scene::serving(page).refuses();
    assert_eq!(refused(Page::Moved("issuer.crt".to_owned())), FetchResult::Redirects);
    assert_eq!(refused(Page::Moved("file:///etc/passwd".to_owned())), FetchResult::Redirects);
    assert_eq!(refused(Page::Moved("ldap://127.0.0.1/cn".to_owned())), FetchResult::Redirects);
}

#[test]
fn an_address_in_a_file_leads_to_no_neighbour() {
    let scene = Scene::serving(Page::Plain(authority().der.clone()));
    let report = scene.judge(&scene.online_to(Reach::Public));
    assert_eq!(path_of(&report), Outcome::Unknown);
    assert_eq!(report.fetched[0].result, FetchResult::NotPublic);
    assert_eq!((scene.server.asked().len(), scene.kept()), (0, 0), "the server was never asked");
    scene.finds();
}

#[test]
fn other_kinds_of_addresses_are_never_asked() {
    let scene = Scene::new();
    for address in ["ldap://127.0.0.1/cn=a?cACertificate", "file:///etc/passwd", "ftp://127.0.0.1/a.crt"] {
        scene.seal_file("a.edoc", &seal(authority(), address));
        let report = scene.judge(&scene.online());
        assert_eq!((report.fetched.len(), path_of(&report)), (0, Outcome::Unknown), "{address}");
    }
    assert_eq!(scene.announced.lock().unwrap().len(), 0);
}

#[test]
fn without_permission_nothing_is_asked() {
    let scene = Scene::serving(Page::Plain(authority().der.clone()));
    let report = scene.judge(&scene.offline());
    assert_eq!((report.fetched.len(), scene.server.asked().len(), scene.kept()), (0, 0, 0));
    scene.finds();
}

#[test]
fn with_permission_nothing_is_asked_where_nothing_is_missing() {
    let mut scene = Scene::serving(Page::Plain(authority().der.clone()));
    scene.listed.push(service("CA/QC", &seal(authority(), &scene.server.url("issuer.crt"))));
    let report = scene.judge(&scene.online());
    assert_eq!((path_of(&report), report.fetched.len()), (Outcome::Passed, 0));
    assert_eq!(scene.server.asked().len(), 0);
}

#[test]
fn an_address_is_asked_once_for_many_files() {
    let names: Vec<String> = (0..10).map(|number| format!("{number}.edoc")).collect();
    for (page, outcome) in
        [(Page::Plain(authority().der.clone()), Outcome::Passed), (Page::Status(404), Outcome::Unknown)]
    {
        let scene = Scene::serving(page);
        let seal = seal(authority(), &scene.server.url("issuer.crt"));
        names.iter().for_each(|name| scene.seal_file(name, &seal));
        let reports = scene.judge_all(&names, &scene.online());
        assert_eq!(scene.server.asked(), ["/issuer.crt"]);
        assert_eq!(scene.announced.lock().unwrap().len(), 1);
        for report in &reports {
            assert_eq!((path_of(report), &report.fetched), (outcome, &reports[0].fetched), "each says it");
        }
    }
}

/// A chain of authorities without end: only a few levels are climbed.
#[test]
fn only_a_few_levels_are_climbed() {
    let mut scene = Scene::new();
    let mut above: Entity = Pki::shared().root.clone();
    scene.listed[0] = service("CA/QC", &above);
    scene.server.serve("0.crt", Page::Plain(above.der.clone()));
    for level in 0..6 {
        let address = scene.server.url(&format!("{level}.crt"));
        above = below(&above, &format!("level {level}"), &format!("PARAUGS CA {level}"), &address);
        scene.server.serve(&format!("{}.crt", level + 1), Page::Plain(above.der.clone()));
    }
    scene.seal_file("a.edoc", &seal(&above, &scene.server.url("6.crt")));
    let report = scene.judge(&scene.online());
    assert_eq!(path_of(&report), Outcome::Unknown);
    assert_eq!(scene.server.asked(), ["/4.crt", "/5.crt", "/6.crt"]);
    assert_eq!(scene.kept(), 0);
}

#[test]
fn only_a_few_addresses_are_asked_for_one_file() {
    let scene = Scene::new();
    let addresses: Vec<String> = (10..30).map(|number| scene.server.url(&format!("{number}.crt"))).collect();
    let item = |address: &String| {
        der::sequence(&[der::oid("1.3.6.1.5.5.7.48.2"), der::context_primitive(6, address.as_bytes())])
    };
    let items: Vec<_> = addresses.iter().map(item).collect();
    scene.seal_file("a.edoc", &seal_with(authority(), Extension::new(ACCESS, Weight::Plain, der::sequence(&items))));
    let report = scene.judge(&scene.online());
    assert_eq!(scene.server.asked().len(), edoc::limits::ISSUER_ADDRESSES);
    let last = report.fetched.last().unwrap();
    assert_eq!((report.fetched.len(), &last.result), (edoc::limits::ISSUER_ADDRESSES + 1, &FetchResult::NotAsked));
    // The twin: one that is early enough is found among those that give nothing.
    scene.server.serve("13.crt", Page::Plain(authority().der.clone()));
    let report = scene.judge(&scene.online());
    assert_eq!((path_of(&report), report.fetched.len()), (Outcome::Passed, 4));
}

#[test]
fn an_address_of_any_length_is_not_asked() {
    let scene = Scene::new();
    let long = |bytes: usize| format!("{}?{}", scene.server.url("issuer.crt"), "a".repeat(bytes));
    scene.seal_file("a.edoc", &seal(authority(), &long(edoc::limits::ADDRESS_BYTES)));
    assert_eq!(scene.judge(&scene.online()).fetched.len(), 0);
    scene.seal_file("a.edoc", &seal(authority(), &long(100)));
    assert_eq!(scene.judge(&scene.online()).fetched.len(), 1);
}

#[test]
fn a_signature_that_is_wrong_anyway_asks_for_nothing() {
    let scene = Scene::serving(Page::Plain(authority().der.clone()));
    let seal = seal(authority(), &scene.server.url("issuer.crt"));
    scene.signed_file("a.edoc", &seal, unit(), |signing| {
        signing.on_value = Some(Rc::new(|value| value[9] ^= 1));
    });
    let report = scene.judge(&scene.online());
    assert_eq!((report.fetched.len(), scene.server.asked().len()), (0, 0));
    scene.seal_file("a.edoc", &seal);
    scene.finds();
}
