//! Revocation lists, where no responder settles it.

use edoc::report::{Asked, FetchResult};
use edoc::validation::{AnswerFault, Cause, Doubt, Indication};

use super::scene::*;
use crate::forge::crl::{List, Revoked};
use crate::forge::keys::Key;
use crate::forge::pki::Pki;
use crate::forge::time::Instant;
use crate::server::Page;

fn serving(list: &List) -> Scene {
    let scene = Scene::naming(&["crl"]);
    scene.server.serve("crl", Page::Plain(list.der()));
    scene
}

fn list() -> List {
    List::empty(authority(), before_now(3_600))
}

fn revoked(at: &str) -> List {
    let seal = seal(None, None);
    let mut list = list();
    list.revoked = vec![Revoked { serial: seal.serial, at: Instant::of(at), reason: Some(1) }];
    list
}

#[test]
fn a_list_without_the_certificate_is_good() {
    let scene = serving(&list());
    let report = scene.passes();
    assert_eq!(scene.server.asked(), ["/crl"]);
    assert!(matches!(report.fetched[0].asked, Asked::Crl { .. }));
    assert!(matches!(results(&report)[..], [FetchResult::Answered { nonce: None, .. }]));
    assert!(scene.kept()[0].ends_with(".crl"));
}

#[test]
fn a_list_with_the_certificate_counts_from_its_time_on() {
    let scene = serving(&revoked("2025-07-01T00:00:00Z"));
    let report = scene.judge(&scene.online());
    assert_eq!(indication(&report), Indication::Indeterminate(Doubt::RevokedNoPoe));
    serving(&revoked("2026-07-01T00:00:00Z")).passes();
}

#[test]
fn a_list_of_another_issuer_says_nothing() {
    let scene = serving(&List::empty(&Pki::shared().person_authority, before_now(3_600)));
    assert_eq!(scene.stays_open().0, [FetchResult::NotAbout]);
    // The right name and another key.
    let mut forged = list();
    forged.issuer.key = Key::p384("impostor of lists");
    forged.extensions.clear();
    let (results, cause) = serving(&forged).stays_open();
    assert!(matches!(results[..], [FetchResult::NotEnough { .. }]), "{results:?}");
    assert!(matches!(cause, Cause::RevocationRefused { reason: AnswerFault::SignatureWrong, .. }), "{cause:?}");
}

#[test]
fn a_list_from_before_the_proven_time_that_had_run_out_is_too_old() {
    let old = List::empty(authority(), Instant::of("2025-06-01T00:00:00Z"));
    let (results, cause) = serving(&old).stays_open();
    assert!(matches!(results[..], [FetchResult::NotEnough { .. }]), "{results:?}");
    assert!(matches!(cause, Cause::RevocationTooOld { .. }), "{cause:?}");
    // One that still held then.
    serving(&List::empty(authority(), Instant::of("2025-06-28T00:00:00Z"))).judge_passes();
}

impl Scene {
    /// As `passes`, where what is kept is not looked at.
    #[track_caller]
    fn judge_passes(&self) {
        let report = self.judge(&self.online());
        assert_eq!(indication(&report), Indication::TotalPassed, "{:?} {:?}", report.fetched, cause(&report));
    }
}

#[test]
fn what_is_no_list_is_said_to_be_none() {
    let scene = Scene::naming(&["crl"]);
    for (page, result) in [
        (Page::Plain(b"<!DOCTYPE html>".to_vec()), FetchResult::NotAnAnswer),
        (Page::Plain(Vec::new()), FetchResult::NotAnAnswer),
        (Page::Plain([list().der(), vec![0]].concat()), FetchResult::NotAnAnswer),
        (Page::Status(404), FetchResult::Status { status: 404 }),
        (Page::CutOff(list().der()), FetchResult::Connection),
    ] {
        scene.server.serve("crl", page);
        assert_eq!(scene.stays_open().0, [result]);
        assert_eq!(scene.server.asked(), ["/crl"]);
    }
}

#[test]
fn the_list_is_asked_for_where_the_responder_fails_and_only_then() {
    let scene = Scene::naming(&["ocsp", "crl"]);
    scene.server.serve("crl", Page::Plain(list().der()));
    scene.server.serve("ocsp", Page::Status(503));
    let report = scene.passes();
    assert!(
        matches!(results(&report)[..], [FetchResult::Status { status: 503 }, FetchResult::Answered { .. }]),
        "{:?}",
        report.fetched
    );
    assert_eq!(scene.server.asked().iter().filter(|path| *path == "/crl").count(), 1);
    std::fs::remove_dir_all(scene.path("data")).unwrap();
    scene.serve_ocsp(|asker| (200, asker.good().der()));
    let report = scene.passes();
    assert_eq!((scene.server.asked(), report.fetched.len()), (vec!["POST /ocsp".to_owned()], 1));
}
