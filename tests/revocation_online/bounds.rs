//! What asking may cost, where it may lead, and what is never asked.

use edoc::dossier::Lack;
use edoc::fetch::Reach;
use edoc::report::{Asked, FetchResult};
use edoc::validation::Indication;

use super::scene::*;
use crate::forge::container::Container;
use crate::forge::crl::List;
use crate::forge::der;
use crate::forge::keys::Key;
use crate::forge::pki::{Pki, authority_template, unit_template};
use crate::forge::samples::sealed;
use crate::forge::x509::{Extension, Weight};
use crate::forge::xades::{Dialect, Document, Level};
use crate::server::Page;

#[test]
fn servers_that_never_end_or_never_answer_are_left() {
    for name in ["ocsp", "crl"] {
        let refused = |page: Page| {
            let scene = Scene::naming(&[name]);
            scene.server.serve(name, page);
            let result = scene.stays_open().0;
            assert_eq!(scene.server.asked().len(), 1, "{name}: not asked again");
            result
        };
        assert_eq!(refused(Page::Endless), [FetchResult::TooLarge]);
        assert_eq!(refused(Page::Silent), [FetchResult::TimedOut]);
        assert_eq!(refused(Page::Moved("ftp://127.0.0.1/a".to_owned())), [FetchResult::Redirects]);
        let scene = Scene::naming(&[name]);
        scene.server.serve(name, Page::Moved(scene.server.url(name)));
        assert_eq!(scene.stays_open().0, [FetchResult::Redirects], "round and round");
        assert_eq!(scene.server.asked().len(), 6);
    }
}

#[test]
fn a_question_follows_a_redirection() {
    let scene = Scene::naming(&["ocsp"]);
    scene.serve_ocsp(|asker| (200, asker.good().der()));
    scene.server.serve("elsewhere", Page::Moved("/ocsp".to_owned()));
    let moved = seal(Some(&scene.server.url("elsewhere")), None);
    assert_eq!(moved.serial, scene.seal.serial);
    scene.write("a.edoc", &moved, unit(), Level::T);
    scene.passes();
    assert_eq!(scene.server.asked(), ["POST /elsewhere", "POST /ocsp"]);
}

#[test]
fn without_permission_nothing_is_asked() {
    let scene = Scene::answering(|asker| asker.good().der());
    let report = scene.judge(&scene.offline());
    assert_eq!((report.fetched.len(), scene.server.asked().len(), scene.kept().len()), (0, 0, 0));
    scene.passes();
}

#[test]
fn what_would_be_asked_is_told_and_nothing_is_asked() {
    let scene = Scene::answering(|asker| asker.good().der());
    let told = edoc::dossier::questions(&scene.path("a.edoc"), &scene.online()).unwrap();
    let certificate = "PARAUGS: eksāmenu centrs : eZīmogs".to_owned();
    let expected = edoc::dossier::Question { asked: Asked::Ocsp { certificate }, url: scene.server.url("ocsp") };
    assert_eq!((told.addresses, scene.server.asked().len(), scene.kept().len()), (vec![expected], 0, 0));
    assert_eq!((told.sha256, told.lack), (scene.judge(&scene.offline()).file.sha256, Lack::Something));
    scene.passes();
    let settled = edoc::dossier::questions(&scene.path("a.edoc"), &scene.offline()).unwrap();
    assert_eq!((settled.addresses.len(), settled.lack), (0, Lack::Nothing), "the answer is kept: nothing is missing");
}

#[test]
fn addresses_of_issuers_hide_no_others() {
    let mut scene = Scene::answering(|asker| asker.good().der());
    // A time-stamping unit that nobody lists, whose issuer the file does not bring.
    scene.listed.remove(1);
    let issuer = authority_template(&Key::p384("an issuer that is missing"), "PARAUGS TSA CA", &Pki::shared().root);
    let issuer = issuer.without(ACCESS).without(LISTS).issued_by(&Pki::shared().root);
    let address = |number: usize| scene.server.url(&format!("{number}.crt"));
    let item = |number: usize| {
        der::sequence(&[der::oid("1.3.6.1.5.5.7.48.2"), der::context_primitive(6, address(number).as_bytes())])
    };
    let items: Vec<_> = (0..20).map(item).collect();
    let key = Key::p384("a unit with many issuers");
    let template = unit_template(&key, "PARAUGS TSA E", "2025-01-10T08:00:00Z", "2028-01-10T08:00:00Z", &issuer);
    let template = template.without(ACCESS).without(LISTS);
    let unit = template.with(Some(Extension::new(ACCESS, Weight::Plain, der::sequence(&items)))).issued_by(&issuer);
    scene.write("a.edoc", &scene.seal, &unit, Level::T);
    let told = edoc::dossier::questions(&scene.path("a.edoc"), &scene.offline()).unwrap();
    scene.judge(&scene.online());
    let asked: Vec<String> = scene.announced.lock().unwrap().clone();
    assert!(asked.contains(&scene.server.url("ocsp")) && asked.len() > edoc::limits::ISSUER_ADDRESSES, "{asked:?}");
    let untold = asked.iter().find(|url| !told.addresses.iter().any(|one| one.url == **url));
    assert_eq!(untold, None, "{:?}", told.addresses);
}

#[test]
fn where_another_file_has_come_into_its_place_nothing_is_asked() {
    let scene = Scene::answering(|asker| asker.good().der());
    let told = edoc::dossier::questions(&scene.path("a.edoc"), &scene.offline()).unwrap();
    let online = |sha256| {
        let mut setting = scene.offline();
        setting.permit_network(scene.asking(Reach::Anywhere).only_about(sha256));
        setting
    };
    let report = scene.judge(&online(edoc::crypto::Sha256::of(b"another file")));
    assert_eq!((report.fetched.len(), scene.server.asked().len(), scene.kept().len()), (0, 0, 0));
    assert!(matches!(indication(&report), Indication::Indeterminate(_)));
    let report = scene.judge(&online(told.sha256.unwrap()));
    assert_eq!((indication(&report), scene.server.asked().len()), (Indication::TotalPassed, 1), "the twin");
}

#[test]
fn with_permission_nothing_is_asked_where_nothing_is_missing() {
    let scene = Scene::answering(|asker| asker.good().der());
    // Its own evidence is enough.
    let mut signing = sealed(Dialect::Lvrtc, &scene.seal, unit(), SIGNED);
    signing.responder = crate::forge::samples::responder(authority(), "PARAUGS Zīmogu CA OCSP", SIGNED);
    signing.chain = vec![authority().clone()];
    let document = Document::new("PARAUGS.txt", "text/plain", "PARAUGS / SAMPLE\n");
    let whole = Container::signed(vec![document], &signing).bytes();
    std::fs::write(scene.path("a.edoc"), &whole).unwrap();
    let report = scene.judge(&scene.online());
    assert_eq!(indication(&report), Indication::TotalPassed, "{:?}", cause(&report));
    assert_eq!((report.fetched.len(), scene.server.asked().len()), (0, 0));
}

#[test]
fn nothing_is_asked_where_something_else_decides() {
    let mut scene = Scene::answering(|asker| asker.good().der());
    // Nobody lists the issuer: an answer would change nothing.
    scene.listed.remove(0);
    let report = scene.judge(&scene.online());
    assert!(matches!(indication(&report), Indication::Indeterminate(_)));
    assert_eq!((report.fetched.len(), scene.server.asked().len()), (0, 0));
    // The signature is wrong.
    let scene = Scene::answering(|asker| asker.good().der());
    let mut signing = sealed(Dialect::Lvrtc, &scene.seal, unit(), SIGNED);
    signing.level = Level::T;
    signing.on_value = Some(std::rc::Rc::new(|value| value[9] ^= 1));
    let document = Document::new("PARAUGS.txt", "text/plain", "PARAUGS / SAMPLE\n");
    std::fs::write(scene.path("a.edoc"), Container::signed(vec![document], &signing).bytes()).unwrap();
    let report = scene.judge(&scene.online());
    assert!(matches!(indication(&report), Indication::TotalFailed(_)));
    assert_eq!((report.fetched.len(), scene.server.asked().len()), (0, 0));
}

#[test]
fn an_address_is_asked_once_for_many_files() {
    let names: Vec<String> = (0..10).map(|number| format!("{number}.edoc")).collect();
    let list = List::empty(authority(), before_now(3_600)).der();
    for (name, page, passed) in [
        ("ocsp", None, true),
        ("ocsp", Some(Page::Plain(b"<html>".to_vec())), false),
        ("crl", Some(Page::Plain(list)), true),
        ("crl", Some(Page::Status(404)), false),
    ] {
        let scene = Scene::naming(&[name]);
        match page {
            Some(page) => scene.server.serve(name, page),
            None => scene.serve_ocsp(|asker| (200, asker.good().der())),
        }
        names.iter().for_each(|file| scene.write(file, &scene.seal, unit(), Level::T));
        let reports = scene.judge_all(&names, &scene.online());
        let posted = scene.server.asked().iter().filter(|path| path.contains(name)).count();
        assert!(posted == 1 || (posted == 2 && !passed && name == "ocsp"), "{posted}");
        assert_eq!(scene.announced.lock().unwrap().len(), 1);
        for report in &reports {
            assert_eq!(indication(report) == Indication::TotalPassed, passed);
            assert_eq!(report.fetched, reports[0].fetched, "each says it");
        }
        assert_eq!(scene.kept().len(), usize::from(passed));
    }
}

#[test]
fn an_address_in_a_file_leads_to_no_neighbour() {
    for name in ["ocsp", "crl"] {
        let scene = Scene::naming(&[name]);
        scene.serve_ocsp(|asker| (200, asker.good().der()));
        scene.server.serve("crl", Page::Plain(List::empty(authority(), before_now(3_600)).der()));
        let report = scene.judge(&scene.online_to(Reach::Public));
        assert_eq!(results(&report), [FetchResult::NotPublic]);
        assert_eq!((scene.server.asked().len(), scene.kept().len()), (0, 0), "the server was never asked");
        scene.passes();
    }
}

#[test]
fn other_kinds_of_addresses_are_never_asked() {
    let scene = Scene::naming(&[]);
    for address in ["ldap://127.0.0.1/cn=a?certificateRevocationList", "file:///etc/passwd", "ftp://127.0.0.1/a.crl"] {
        scene.write("a.edoc", &seal(Some(address), Some(address)), unit(), Level::T);
        assert_eq!(scene.stays_open().0, []);
    }
    let long = |bytes: usize| format!("{}?{}", scene.server.url("ocsp"), "a".repeat(bytes));
    scene.write("a.edoc", &seal(Some(&long(edoc::limits::ADDRESS_BYTES)), None), unit(), Level::T);
    assert_eq!(scene.stays_open().0, []);
    scene.write("a.edoc", &seal(Some(&long(100)), None), unit(), Level::T);
    assert_eq!(scene.judge(&scene.online()).fetched.len(), 1);
}

#[test]
fn only_a_few_addresses_are_asked_for_one_file() {
    let scene = Scene::naming(&[]);
    let point = |number: usize| {
        let full = der::context(0, &der::context_primitive(6, scene.server.url(&format!("{number}.crl")).as_bytes()));
        der::sequence(&[der::context(0, &full)])
    };
    let points: Vec<_> = (10..30).map(point).collect();
    let with_many = crate::forge::pki::seal_template(
        &crate::forge::pki::seal_subject(crate::forge::pki::EXAM_CENTRE, crate::forge::pki::EXAM_CENTRE_CODE),
        &scene.seal.key,
        "2025-05-05T08:00:00Z",
        "2028-05-05T08:00:00Z",
        authority(),
    );
    let with_many = with_many
        .without(ACCESS)
        .without(LISTS)
        .with([Extension::new(LISTS, Weight::Plain, der::sequence(&points))])
        .issued_by(authority());
    scene.write("a.edoc", &with_many, unit(), Level::T);
    let results = scene.stays_open().0;
    assert_eq!(scene.server.asked().len(), edoc::limits::REVOCATION_ADDRESSES);
    assert_eq!((results.len(), results.last()), (edoc::limits::REVOCATION_ADDRESSES + 1, Some(&FetchResult::NotAsked)));
    // The twin: one that is early enough is found among those that give nothing.
    scene.server.serve("13.crl", Page::Plain(List::empty(authority(), before_now(3_600)).der()));
    assert_eq!(scene.passes().fetched.len(), 4);
}
