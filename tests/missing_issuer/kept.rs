//! What was accepted is kept, and is there for the next run.

use std::fs;

use edoc::dossier::Setting;
use edoc::validation::Outcome;

use super::scene::*;
use crate::forge::pki::Pki;
use crate::server::Page;

fn with_places(scene: &Scene) -> (Setting, Vec<String>) {
    let mut setting = scene.offline();
    let damaged = setting.use_places(&scene.places()).unwrap();
    (setting, damaged)
}

#[test]
fn the_next_run_needs_no_network() {
    let scene = Scene::serving(Page::Plain(authority().der.clone()));
    scene.finds();
    assert_eq!(scene.server.asked(), ["/issuer.crt"]);
    let (setting, damaged) = with_places(&scene);
    assert_eq!(damaged, [""; 0]);
    let report = scene.judge(&setting);
    assert_eq!((path_of(&report), report.fetched.len()), (Outcome::Passed, 0));
    assert_eq!(scene.server.asked().len(), 0);
}

#[test]
fn a_damaged_file_is_passed_over_and_said_and_fetched_anew() {
    let scene = Scene::serving(Page::Plain(authority().der.clone()));
    scene.finds();
    let folder = scene.places().certificates().path().to_owned();
    let file = fs::read_dir(&folder).unwrap().next().unwrap().unwrap().path();
    let whole = fs::read(&file).unwrap();
    let mut bad = whole.clone();
    let last = bad.len() - 1;
    bad[last] ^= 1;
    // Damaged, cut off, empty, and another certificate under this name.
    for content in [bad, whole[..whole.len() / 2].to_vec(), Vec::new(), Pki::shared().root.der.clone()] {
        fs::write(&file, content).unwrap();
        let (setting, damaged) = with_places(&scene);
        let name = file.file_name().unwrap().to_str().unwrap();
        assert_eq!(damaged, [format!("certificates-1/{name}")]);
        assert_eq!(path_of(&scene.judge(&setting)), Outcome::Unknown);
        scene.judge(&scene.online());
        assert_eq!(fs::read(&file).unwrap(), whole);
        assert_eq!(path_of(&scene.judge(&with_places(&scene).0)), Outcome::Passed);
    }
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1, "nothing unfinished is left");
}

#[test]
fn a_kept_certificate_is_trusted_for_nothing() {
    let scene = Scene::serving(Page::Plain(authority().der.clone()));
    scene.finds();
    let mut other = Scene::new();
    other.listed.remove(0);
    other.seal_file("a.edoc", &seal(authority(), "http://127.0.0.1:9/"));
    let mut setting = other.offline();
    setting.use_places(&scene.places()).unwrap();
    assert_eq!(path_of(&other.judge(&setting)), Outcome::Unknown);
}
