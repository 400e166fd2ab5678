//! What settled a file is kept, and is there for the next run: as evidence of its own time.

use std::fs;

use edoc::dossier::Setting;
use edoc::report::FetchResult;
use edoc::validation::{Cause, Indication};

use super::scene::*;
use crate::forge::crl::List;
use crate::forge::ocsp::Response;
use crate::forge::pki::Pki;
use crate::forge::samples::responder;
use crate::forge::time::Instant;
use crate::forge::xades::Level;
use crate::server::Page;

fn at(scene: &Scene, time: Instant) -> Setting {
    let mut setting = Setting::shipped(time.xml().parse().unwrap()).unwrap().with_trust(scene.trust());
    setting.use_answers(&scene.places());
    setting
}

#[test]
fn the_next_run_needs_no_network() {
    let scene = Scene::answering(|asker| asker.good().der());
    scene.passes();
    assert_eq!(scene.server.asked(), ["POST /ocsp"]);
    for setting in [scene.offline(), scene.online()] {
        let report = scene.judge(&setting);
        assert_eq!((indication(&report), report.fetched.len()), (Indication::TotalPassed, 0));
        assert_eq!(report.signatures[0].revocation.len(), 1);
        assert_eq!(setting.damaged_answers(), [""; 0]);
    }
    assert_eq!(scene.server.asked().len(), 0);
}

#[test]
fn what_was_fetched_meanwhile_is_taken_where_it_was_read_before() {
    let scene = Scene::answering(|asker| asker.good().der());
    let mut setting = scene.offline();
    // Nothing is kept yet, which is read once.
    assert!(matches!(indication(&scene.judge(&setting)), Indication::Indeterminate(_)));
    scene.passes();
    assert!(matches!(indication(&scene.judge(&setting)), Indication::Indeterminate(_)), "what was read counts on");
    setting.use_fetched(&scene.places());
    assert_eq!(indication(&scene.judge(&setting)), Indication::TotalPassed);
}

#[test]
fn it_stays_an_answer_of_its_time() {
    // Judged for now, since no time-stamp proves a time.
    let scene = Scene::answering(|asker| asker.good().der());
    scene.write("a.edoc", &scene.seal, unit(), Level::B);
    scene.passes();
    let judged = |hours: i64| {
        let report = scene.judge(&at(&scene, Instant::of(NOW).plus(hours * 3_600)));
        (indication(&report), cause(&report))
    };
    assert_eq!(judged(20).0, Indication::TotalPassed);
    // A day later it is out of date, and not used at all.
    assert!(matches!(judged(30).1, Some(Cause::NoRevocationData { .. })));
    // Before it was made it says nothing.
    assert!(matches!(judged(-1).1, Some(Cause::RevocationRefused { .. })));
}

#[test]
fn what_is_out_of_date_goes_when_something_new_is_kept() {
    let scene = Scene::answering(|asker| asker.good().der());
    scene.passes();
    let fresh = scene.kept();
    let folder = scene.places().answers().path().to_owned();
    let keep = |octets: Vec<u8>, extension: &str| {
        let name = format!("{}.{extension}", edoc::crypto::Sha256::of(&octets));
        fs::write(folder.join(&name), octets).unwrap();
        name
    };
    let day = 86_400;
    let old_list = keep(List::empty(authority(), before_now(8 * day)).der(), "crl");
    let list = keep(List::empty(authority(), before_now(6 * day)).der(), "crl");
    let response = |before: i64| Response::good(&scene.seal, authority(), answerer(), before_now(before)).der();
    let old = keep(response(day + 60), "ocsp");
    let young = keep(response(day - 60), "ocsp");
    let damaged = keep(b"no answer".to_vec(), "ocsp");
    // About somebody else: of no use to this file, and no reason to go either.
    let other = Response::good(&Pki::shared().student, authority(), answerer(), before_now(day - 60));
    let other = keep(other.der(), "ocsp");
    fs::remove_file(folder.join(&fresh[0])).unwrap();
    fs::remove_file(folder.join(&list)).unwrap();
    fs::remove_file(folder.join(&young)).unwrap();
    // Neither of those left is used, so the responder is asked again.
    let report = scene.judge(&scene.online());
    assert!(matches!(results(&report)[..], [FetchResult::Answered { .. }]), "{:?}", report.fetched);
    let kept = scene.kept();
    assert_eq!(kept.len(), 2, "{kept:?}");
    assert!(kept.contains(&other), "{kept:?}");
    assert!([old_list, old, damaged].iter().all(|name| !kept.contains(name)));
}

#[test]
fn a_damaged_file_is_passed_over_and_said_and_fetched_anew() {
    let scene = Scene::answering(|asker| {
        let mut response = asker.good();
        response.nonce = None;
        response.der()
    });
    scene.passes();
    let name = scene.kept().remove(0);
    let file = scene.places().answers().path().join(&name);
    let whole = fs::read(&file).unwrap();
    let mut bad = whole.clone();
    let last = bad.len() - 1;
    bad[last] ^= 1;
    let other = Response::good(&scene.seal, authority(), answerer(), before_now(90)).der();
    // Damaged, cut off, empty, and another answer under this name.
    for content in [bad, whole[..whole.len() / 2].to_vec(), Vec::new(), other] {
        fs::write(&file, content).unwrap();
        let setting = scene.offline();
        assert!(matches!(cause(&scene.judge(&setting)), Some(Cause::NoRevocationData { .. })));
        assert_eq!(setting.damaged_answers(), [format!("revocation-1/{name}")]);
        scene.judge(&scene.online());
        assert_eq!(fs::read_dir(file.parent().unwrap()).unwrap().count(), 1, "nothing unfinished is left");
        let report = scene.judge(&scene.offline());
        assert_eq!(indication(&report), Indication::TotalPassed);
    }
}

/// Whoever writes into the folder gains what a file can hold, and no more.
#[test]
fn a_kept_answer_is_believed_for_its_signature_alone() {
    let scene = Scene::naming(&[]);
    let keep = |responder_of: &crate::forge::x509::Entity| {
        let by = responder(responder_of, "PARAUGS OCSP", NOW);
        let octets = Response::good(&scene.seal, authority(), &by, before_now(60)).der();
        let folder = scene.places().answers().path().to_owned();
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join(format!("{}.ocsp", edoc::crypto::Sha256::of(&octets))), octets).unwrap();
        indication(&scene.judge(&scene.offline()))
    };
    assert!(matches!(keep(&crate::forge::pki::Pki::shared().person_authority), Indication::Indeterminate(_)));
    assert_eq!(keep(authority()), Indication::TotalPassed);
}

#[test]
fn a_file_with_evidence_of_its_own_does_not_look_at_what_is_kept() {
    let scene = Scene::naming(&["crl"]);
    scene.server.serve("crl", Page::Plain(List::empty(authority(), before_now(3_600)).der()));
    let online = scene.online();
    scene.judge(&online);
    fs::write(scene.places().answers().path().join("00.ocsp"), "no answer").unwrap();
    let setting = scene.offline();
    let mut signing = crate::forge::samples::sealed(crate::forge::xades::Dialect::Lvrtc, &scene.seal, unit(), SIGNED);
    signing.responder = responder(authority(), "PARAUGS Zīmogu CA OCSP", SIGNED);
    signing.chain = vec![authority().clone()];
    let document = crate::forge::xades::Document::new("PARAUGS.txt", "text/plain", "PARAUGS / SAMPLE\n");
    let bytes = crate::forge::container::Container::signed(vec![document], &signing).bytes();
    fs::write(scene.path("b.edoc"), bytes).unwrap();
    let report = edoc::dossier::examine(&scene.path("b.edoc"), &setting).result.unwrap();
    assert_eq!(indication(&report), Indication::TotalPassed);
    assert_eq!(setting.damaged_answers(), [""; 0], "nothing was read");
    scene.judge(&setting);
    assert_eq!(setting.damaged_answers(), ["revocation-1/00.ocsp"]);
}
