//! What an address may answer, and which certificates are accepted.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use edoc::crypto::Sha256;
use edoc::report::{Asked, FetchResult, Report};
use edoc::validation::{Cause, Outcome};

use super::scene::*;
use crate::forge::index::pem;
use crate::forge::keys::Key;
use crate::forge::pki::{Pki, authority_template, root_template, unit_template};
use crate::forge::x509::{Entity, Extension};
use crate::server::Page;

#[test]
fn a_certificate_in_der_or_pem_is_the_issuer() {
    for body in
        [authority().der.clone(), pem(authority()).into_bytes(), format!("issuer\r\n{}", pem(authority())).into()]
    {
        let scene = Scene::serving(Page::Plain(body));
        let report = scene.finds();
        assert_eq!(scene.server.asked(), ["/issuer.crt"]);
        let url = scene.server.url("issuer.crt");
        assert_eq!(*scene.announced.lock().unwrap(), std::slice::from_ref(&url));
        assert_eq!(report.fetched.len(), 1);
        assert_eq!(report.fetched[0].url, url);
        assert_eq!(report.fetched[0].asked, Asked::Issuer { issuer: NAME.to_owned() });
        let sha256 = Sha256::of(&authority().der);
        let name = NAME.to_owned();
        assert_eq!(report.fetched[0].result, FetchResult::Accepted { sha256, name });
    }
}

#[test]
fn a_bundle_holds_the_issuer_among_others() {
    let pki = Pki::shared();
    for ber in [false, true] {
        let body = bundle(&[&pki.root, &pki.person_authority, authority()], ber);
        let scene = Scene::serving(Page::Plain(body.clone()));
        let report = scene.finds();
        assert_eq!(report.fetched.len(), 1, "the others are on no path: {:?}", report.fetched);
        assert_eq!(scene.kept(), 1);
        let armoured = format!("-----BEGIN PKCS7-----\n{}\n-----END PKCS7-----\n", STANDARD.encode(&body));
        Scene::serving(Page::Plain(armoured.into_bytes())).finds();
        // Another certificate alone is no issuer.
        let scene = Scene::serving(Page::Plain(bundle(&[&pki.root, &pki.person_authority], ber)));
        assert_eq!(scene.refuses(), FetchResult::NotTheIssuer);
    }
}

#[test]
fn a_right_name_with_another_key_is_nobody() {
    let key = Key::p384("impostor authority");
    let root = &Pki::shared().root;
    let impostor = authority_template(&key, NAME, root).issued_by(root);
    assert_eq!(impostor.subject, authority().subject);
    let scene = Scene::serving(Page::Plain(impostor.der));
    assert_eq!(scene.refuses(), FetchResult::NotTheIssuer);
    Scene::serving(Page::Plain(authority().der.clone())).finds();
}

/// Everything right, and nobody lists it.
#[test]
fn a_right_issuer_that_leads_to_no_list_is_not_accepted() {
    let mut scene = Scene::serving(Page::Plain(authority().der.clone()));
    scene.listed.remove(0);
    let FetchResult::NotListed { sha256, .. } = scene.refuses() else { panic!() };
    assert_eq!(sha256, Sha256::of(&authority().der));
    // Listed for stamping time is not listed for issuing.
    scene.listed.push(service("TSA/QTST", authority()));
    assert!(matches!(scene.refuses(), FetchResult::NotListed { .. }));
    scene.listed.push(service("CA/PKC", authority()));
    scene.server.asked();
    scene.finds();
}

#[test]
fn listed_by_key_under_the_same_name_is_listed() {
    // The same key under the same name, certified anew: the list has the digest of the older certificate.
    let root = Pki::shared().root.clone();
    let mut template = authority_template(&authority().key, NAME, &root);
    template.serial = vec![0x41; 16];
    let renewed = template.issued_by(&root);
    assert_ne!(renewed.der, authority().der);
    Scene::serving(Page::Plain(renewed.der)).finds();
}

/// A seal below an authority below a listed root; each names the address of the one above.
fn two_levels(scene: &mut Scene) -> (Entity, Entity) {
    let mut template = root_template();
    template.key = Key::p384("a root of its own");
    let root = template.without("2.5.29.14").self_signed();
    let middle = below(&root, "a middle of its own", "PARAUGS Starpposma CA", &scene.server.url("root.crt"));
    scene.seal_file("a.edoc", &seal(&middle, &scene.server.url("middle.crt")));
    scene.listed[0] = service("NationalRootCA-QC", &root);
    scene.server.serve("middle.crt", Page::Plain(middle.der.clone()));
    (root, middle)
}

#[test]
fn two_levels_up_is_a_listed_root() {
    let mut scene = Scene::new();
    let (root, _) = two_levels(&mut scene);
    // The middle alone leads nowhere.
    let report = scene.judge(&scene.online());
    assert_eq!(path_of(&report), Outcome::Unknown);
    assert_eq!(scene.server.asked(), ["/middle.crt", "/root.crt"]);
    let results: Vec<_> = report.fetched.iter().map(|fetched| &fetched.result).collect();
    assert!(matches!(results[..], [FetchResult::Status { status: 404 }, FetchResult::NotListed { .. }]), "{results:?}");
    assert_eq!(scene.kept(), 0);
    scene.server.serve("root.crt", Page::Plain(root.der));
    let report = scene.finds();
    assert_eq!(scene.server.asked(), ["/middle.crt", "/root.crt"]);
    assert_eq!((report.fetched.len(), scene.kept()), (2, 2));
    assert_eq!(report.signatures[0].path.len(), 3);
}

#[test]
fn a_bundle_may_bring_two_levels_at_once() {
    let mut scene = Scene::new();
    let (root, middle) = two_levels(&mut scene);
    scene.server.serve("middle.crt", Page::Plain(bundle(&[&root, &middle], false)));
    let report = scene.finds();
    assert_eq!(scene.server.asked(), ["/middle.crt"]);
    assert_eq!((report.fetched.len(), scene.kept()), (2, 2));
}

/// A student's certificate, honestly issued, in the place of an authority.
#[test]
fn one_that_may_not_issue_is_no_way_up() {
    let mut scene = Scene::new();
    let (root, middle) = two_levels(&mut scene);
    scene.server.serve("root.crt", Page::Plain(root.der.clone()));
    scene.finds();
    std::fs::remove_dir_all(scene.path("data")).unwrap();
    let address = scene.server.url("root.crt");
    let student = authority_template(&middle.key, "PARAUGS Starpposma CA", &root)
        .without("2.5.29.19")
        .without(ACCESS)
        .without(LISTS)
        .with([Extension::access(Some(&address), None)])
        .issued_by(&root);
    scene.server.serve("middle.crt", Page::Plain(student.der));
    let report = scene.judge(&scene.online());
    assert_ne!(path_of(&report), Outcome::Passed);
    assert_eq!(scene.kept(), 0);
    assert!(
        report.fetched.iter().all(|one| matches!(one.result, FetchResult::NotListed { .. })),
        "{:?}",
        report.fetched
    );
}

#[test]
fn the_issuer_of_a_time_stamping_unit_is_asked_for_too() {
    let mut scene = Scene::new();
    let root = &Pki::shared().root;
    let template =
        unit_template(&Key::p384("unit"), "PARAUGS TSA B", "2025-01-10T08:00:00Z", "2028-01-10T08:00:00Z", root)
            .without(ACCESS)
            .without(LISTS)
            .with([Extension::access(Some(&scene.server.url("tsa.crt")), None)]);
    let seal = seal(authority(), &scene.server.url("issuer.crt"));
    scene.signed_file("a.edoc", &seal, &template.issued_by(root), |_| {});
    scene.server.serve("tsa.crt", Page::Plain(root.der.clone()));
    scene.server.serve("issuer.crt", Page::Plain(authority().der.clone()));
    // Listed for issuing is not listed for stamping time.
    scene.listed = vec![service("CA/QC", authority()), service("CA/QC", root)];
    let report = scene.finds();
    let cause = |report: &Report| report.signatures[0].timestamps[0].cause.clone();
    assert!(matches!(cause(&report), Some(Cause::TimestampAuthorityNotListed { .. })));
    scene.listed[1] = service("TSA/QTST", root);
    let report = scene.judge(&scene.online());
    assert!(matches!(cause(&report), Some(Cause::NoRevocationData { .. })), "{:?}", report.fetched);
    assert_eq!(path_of(&report), Outcome::Passed);
    assert_eq!(report.fetched.len(), 2);
}
