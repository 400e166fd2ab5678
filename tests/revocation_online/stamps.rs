//! Time-stamping authorities below a listed one, and authorities above the signer: each is asked about where that decides.

use edoc::report::{Asked, FetchResult};
use edoc::validation::{Cause, Indication, ProvenBy};

use super::scene::*;
use crate::forge::crl::{List, Revoked};
use crate::forge::pki::Pki;
use crate::forge::time::Instant;
use crate::forge::xades::Level;
use crate::server::Page;

/// A unit below a listed root, which names a list; the seal names a responder whose answers are of the time of signing.
fn scene() -> Scene {
    let mut scene = Scene::naming(&["ocsp"]);
    let root = &Pki::shared().root;
    let unit = unit_of(root, None, Some(&scene.server.url("tsa.crl")));
    scene.listed[1] = service("TSA/QTST", root);
    scene.write("a.edoc", &scene.seal, &unit, Level::T);
    scene
}

fn answer_of_then(scene: &Scene) {
    scene.serve_ocsp(|asker| {
        let at = Instant::of(SIGNED).plus(600);
        let by = crate::forge::samples::responder(authority(), "PARAUGS Zīmogu CA OCSP", SIGNED);
        let mut response = crate::forge::ocsp::Response::good(asker.seal, authority(), &by, at);
        response.nonce = asker.nonce();
        (200, response.der())
    });
}

#[test]
fn the_authority_of_a_time_stamp_is_asked_about_where_its_time_decides() {
    let scene = scene();
    answer_of_then(&scene);
    let root = &Pki::shared().root;
    scene.server.serve("tsa.crl", Page::Plain(List::empty(root, before_now(3_600)).der()));
    let report = scene.judge(&scene.online());
    assert_eq!(indication(&report), Indication::TotalPassed, "{:?} {:?}", report.fetched, cause(&report));
    assert_eq!(report.signatures[0].proven_time.by, ProvenBy::Timestamp);
    assert_eq!(scene.server.asked(), ["/tsa.crl", "POST /ocsp"]);
    let [first, second] = &report.fetched[..] else { panic!("{:?}", report.fetched) };
    assert!(matches!((&first.asked, &second.asked), (Asked::Ocsp { .. }, Asked::Crl { .. })));
    // By itself the answer about the signer is too old for now: only the proven time makes it enough.
    assert!(matches!(first.result, FetchResult::NotEnough { .. }));
    assert!(matches!(second.result, FetchResult::Answered { .. }));
}

#[test]
fn a_revoked_authority_proves_no_time() {
    let scene = scene();
    answer_of_then(&scene);
    let root = &Pki::shared().root;
    let mut list = List::empty(root, before_now(3_600));
    let unit = unit_of(root, None, None);
    list.revoked = vec![Revoked { serial: unit.serial, at: Instant::of("2026-01-01T00:00:00Z"), reason: Some(1) }];
    scene.server.serve("tsa.crl", Page::Plain(list.der()));
    let report = scene.judge(&scene.online());
    assert!(matches!(indication(&report), Indication::Indeterminate(_)));
    assert_eq!(report.signatures[0].proven_time.by, ProvenBy::Now);
    // Not for want of an answer, which would look the same.
    let stamp = report.signatures[0].timestamps[0].cause.as_ref();
    assert!(matches!(stamp, Some(Cause::Revoked { .. })), "{stamp:?} {:?}", report.fetched);
}

#[test]
fn a_fresh_answer_about_the_signer_needs_no_time_stamp() {
    let scene = scene();
    scene.serve_ocsp(|asker| (200, asker.good().der()));
    let report = scene.judge(&scene.online());
    assert_eq!(indication(&report), Indication::TotalPassed, "{:?} {:?}", report.fetched, cause(&report));
    assert_eq!(scene.server.asked(), ["POST /ocsp"], "the unit decides nothing");
}
