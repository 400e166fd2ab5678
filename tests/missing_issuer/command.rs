//! The real program. It goes to the public network only, so here it never reaches the server: what it says is looked at.

use std::fs;

use edoc::export::Codes;
use edoc::words::{Language, Words};
use serde_json::Value;

use super::scene::*;
use crate::program::*;
use crate::server::Page;

fn run(scene: &Scene, arguments: &[&str]) -> Ran {
    Ran::of(program().env("EDOC_DATA", scene.path("data")).args(arguments).args(["--lang", "en"]))
}

#[test]
fn each_judging_command_takes_the_option_and_says_what_came_of_it() {
    let scene = Scene::serving(Page::Plain(authority().der.clone()));
    let (file, to) = (scene.path("a.edoc"), scene.path("out"));
    let (file, to) = (file.to_str().unwrap(), to.to_str().unwrap());
    for command in ["verify", "show", "list"] {
        let offline = run(&scene, &[command, file]).out;
        assert!(!offline.contains("Asked over"), "{offline}");
        let ran = run(&scene, &[command, file, "--online"]);
        let line = format!(
            "  Not fetched: “{NAME}” from {} (the address is not on the public network)",
            scene.server.url("issuer.crt")
        );
        let out = ran.out;
        assert!(out.contains("Asked over the network\n") && out.contains(&line), "{command}: {out}");
        assert_eq!(ran.err, "", "nothing beside the results where nobody watches");
    }
    assert_eq!(run(&scene, &["extract", file, "--to", to, "--online"]).code, 0);
    assert_eq!(scene.server.asked().len(), 0);
}

#[test]
fn the_report_names_what_was_asked() {
    let scene = Scene::serving(Page::Plain(authority().der.clone()));
    let file = scene.path("a.edoc");
    let report = |arguments: &[&str]| {
        let json: Value = serde_json::from_str(&run(&scene, arguments).out).unwrap();
        json[0]["report"].clone()
    };
    let file = file.to_str().unwrap();
    let asked = serde_json::json!([{ "asked": "issuer", "url": scene.server.url("issuer.crt"), "issuer": NAME, "result": "not-public" }]);
    assert_eq!(report(&["verify", "--json", "--online", file])["fetched"], asked);
    assert_eq!(report(&["verify", "--json", file])["fetched"], serde_json::json!([]));
}

#[test]
fn the_text_names_what_was_fetched_in_both_languages() {
    let scene = Scene::serving(Page::Plain(authority().der.clone()));
    let (report, url) = (scene.finds(), scene.server.url("issuer.crt"));
    for (language, line, network) in [
        (Language::English, format!("  Fetched: “{NAME}” from {url}\n"), "nothing of the document was sent"),
        (Language::Latvian, format!("  Lejupielādēts: „{NAME}” no {url}\n"), "no dokumenta nekas nav nosūtīts"),
    ] {
        let text = edoc::cli::print::report_text(&report, &Words::new(language), Codes::Masked);
        assert!(text.contains(&line) && text.contains(network), "{text}");
    }
}

#[test]
fn a_damaged_certificate_is_warned_about() {
    let scene = Scene::serving(Page::Plain(authority().der.clone()));
    let folder = scene.places().certificates().path().to_owned();
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("00.der"), "no certificate").unwrap();
    let ran = run(&scene, &["verify", scene.path("a.edoc").to_str().unwrap()]);
    assert_eq!(ran.err, "warning: Damaged, not used: certificates-1/00.der\n");
}
