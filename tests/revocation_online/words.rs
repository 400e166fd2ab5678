//! What is said of what was asked, and what the command line does with `--online`.

use edoc::export::Codes;
use edoc::pki::ocsp::AnswerNonce;
use edoc::report::{Asked, FetchResult, Fetched};
use edoc::words::{Language, Words};
use serde_json::json;

use super::scene::*;
use crate::program::*;
use crate::server::Page;

#[test]
fn the_report_names_what_was_asked() {
    let scene = Scene::answering(|asker| asker.good().der());
    let report = scene.passes();
    let FetchResult::Answered { sha256, .. } = report.fetched[0].result else { panic!() };
    let url = scene.server.url("ocsp");
    let name = "PARAUGS: eksāmenu centrs : eZīmogs";
    let expected = json!([{
        "asked": "ocsp", "certificate": name, "url": url, "result": "answered", "sha256": sha256, "nonce": "ours"
    }]);
    let written = serde_json::to_value(&report.fetched).unwrap();
    assert_eq!(written, expected);
    assert_eq!(serde_json::from_value::<Vec<Fetched>>(written).unwrap(), report.fetched);
    for (language, heading, line) in [
        (
            Language::English,
            "Asked over the network\n",
            format!("Answered whether “{name}” was revoked (OCSP): {url} (made for this question)"),
        ),
        (
            Language::Latvian,
            "Pieprasīts tīklā\n",
            format!("„{name}” atsaukšanu (OCSP): {url} (atbilde dota uz šo pieprasījumu)"),
        ),
    ] {
        let text = edoc::cli::print::report_text(&report, &Words::new(language), Codes::Masked);
        assert!(text.contains(heading) && text.contains(&line), "{text}");
        let remark = Words::new(language).text("report-revocation-fetched");
        assert!(text.contains(&format!("({remark})")), "{text}");
    }
}

#[test]
fn every_result_has_words_of_its_own() {
    let sha256 = edoc::crypto::Sha256::of(b"");
    let certificate = || "PARAUGS".to_owned();
    for language in Language::ALL {
        let words = Words::new(language);
        let mut lines = Vec::new();
        for asked in [Asked::Ocsp { certificate: certificate() }, Asked::Crl { certificate: certificate() }] {
            for result in [
                FetchResult::NotEnough { sha256 },
                FetchResult::NotAnAnswer,
                FetchResult::ResponderError { status: 3 },
                FetchResult::OtherNonce,
                FetchResult::NotAbout,
                FetchResult::Answered { sha256, nonce: None },
                FetchResult::Answered { sha256, nonce: Some(AnswerNonce::Absent) },
            ] {
                let line =
                    words.fetched(&Fetched { asked: asked.clone(), url: "http://a.example/".to_owned(), result });
                assert!(line.contains("PARAUGS") && line.contains("http://a.example/"), "{line}");
                lines.push(line);
            }
            let line = words.asking(&asked, "http://a.example/");
            assert!(line.contains("PARAUGS") && line.contains("http://a.example/") && !line.contains("cli-"), "{line}");
        }
        lines.sort();
        lines.dedup();
        assert_eq!(lines.len(), 12, "{lines:?}");
    }
}

fn run(scene: &Scene, arguments: &[&str]) -> Ran {
    Ran::of(program().env("EDOC_DATA", scene.path("data")).args(arguments).args(["--lang", "en"]))
}

#[test]
fn the_program_asks_only_the_public_network() {
    let scene = Scene::naming(&["ocsp", "crl"]);
    scene.server.serve("ocsp", Page::Status(500));
    let mut list = crate::forge::trust_list::TrustList::sample();
    list.services.clone_from(&scene.listed);
    std::fs::write(scene.path("list.xml"), list.xml()).unwrap();
    let (list, file) = (scene.path("list.xml"), scene.path("a.edoc"));
    let Ran { out, .. } =
        run(&scene, &["verify", "--online", "--trust", list.to_str().unwrap(), file.to_str().unwrap()]);
    for name in ["ocsp", "crl"] {
        let url = scene.server.url(name);
        let line = out.lines().find(|line| line.contains(&url));
        assert!(line.is_some_and(|line| line.ends_with("(the address is not on the public network)")), "{out}");
    }
    assert_eq!(scene.server.asked().len(), 0);
}

#[test]
fn commands_that_check_no_file_do_not_take_the_option() {
    let scene = Scene::naming(&[]);
    for arguments in [&["trust", "status"][..], &["trust", "list"], &["issuers", "list"]] {
        let Ran { code, out, err } = run(&scene, &[arguments, &["--online"]].concat());
        assert_eq!((out.as_str(), code), ("", 2), "{arguments:?}");
        assert!(err.contains("--online is for the commands that check files"), "{err}");
        assert_eq!(run(&scene, arguments).code, 0, "{arguments:?}");
    }
}
