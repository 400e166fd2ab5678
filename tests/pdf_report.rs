//! Reports as PDF, by the real program: read back by our own reader and by an independent one, and checked by a third.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

#[allow(dead_code)]
mod program;

use std::process::Output;

/// Among the samples, with the list, the issuer and the time that they are made for.
fn edoc(arguments: &[&str]) -> Output {
    let mut command = program::program();
    command.args(arguments).args(["--at", program::AT, "--trust", "trust-list.xml", "--issuers", "issuers.toml"]);
    command.current_dir(program::samples()).output().unwrap()
}

#[cfg(not(feature = "pdf"))]
#[test]
fn a_program_without_pdf_says_so() {
    for command in ["verify", "dossier"] {
        let output = edoc(&[command, "--lang", "en", "--format", "pdf", "anna-matematika.edoc"]);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2));
        assert!(said.contains("built without PDF") && output.stdout.is_empty(), "{said}");
    }
}

#[cfg(feature = "pdf")]
mod built {
    use std::fs;
    use std::process::Command;

    use super::*;

    fn tool(name: &str) -> Option<Command> {
        program::is_here(name).then(|| Command::new(name))
    }

    fn plain(text: &str) -> String {
        text.split([' ', '\n', '\u{a0}', '\u{c}']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// The text by each reader.
    fn readings(octets: &[u8]) -> Vec<String> {
        let mut readings = vec![plain(&edoc::exam::text_of(octets).unwrap())];
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.pdf");
        fs::write(&path, octets).unwrap();
        if let Some(mut pdftotext) = tool("pdftotext") {
            let output = pdftotext.arg("-enc").arg("UTF-8").arg(&path).arg("-").output().unwrap();
            readings.push(plain(&String::from_utf8(output.stdout).unwrap()));
        }
        if let Some(mut qpdf) = tool("qpdf") {
            let output = qpdf.arg("--check").arg(&path).output().unwrap();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
        }
        readings
    }

    /// The PDF that goes to standard output, which is no terminal here.
    fn pdf(arguments: &[&str]) -> Vec<u8> {
        let output = edoc(&[arguments, &["--format", "pdf"]].concat());
        assert!(output.stdout.starts_with(b"%PDF-1.7"), "{}", String::from_utf8_lossy(&output.stderr));
        output.stdout
    }

    fn sha256(name: &str) -> String {
        let report = edoc(&["verify", "--json", name]).stdout;
        let report: serde_json::Value = serde_json::from_slice(&report).unwrap();
        let found = report.to_string();
        let at = found.find("\"sha256\":\"").unwrap();
        let digest = report["files"][0]["report"]["file"]["sha256"].as_str().map(str::to_owned);
        digest.unwrap_or_else(|| found[at + 10..at + 74].to_owned())
    }

    #[test]
    fn a_genuine_certificate_is_read_back_in_both_languages() {
        let digest = sha256("anna-matematika.edoc");
        let latvian =
            ["DERĪGS", "87,50 %", "Anna PARAUGA", "••••••-•••01", "Šī izdruka nav oriģināls", "Pierādītais laiks"];
        let english = ["VALID", "87.50%", "Anna PARAUGA", "••••••-•••01", "This print-out is no original", "UTC"];
        for (language, expected) in [("lv", latvian), ("en", english)] {
            for text in readings(&pdf(&["verify", "--lang", language, "anna-matematika.edoc"])) {
                for said in expected.iter().chain(&["Matemātika", "zimogs-1", "edoc recheck", digest.as_str()]) {
                    assert!(text.contains(said), "{language}: {said}\n{text}");
                }
                assert!(
                    !text.contains("320000-00001") && !text.contains("NEDERĪGS") && !text.contains("[U+"),
                    "{text}"
                );
            }
        }
        let open = pdf(&["verify", "--show-codes", "anna-matematika.edoc"]);
        assert!(readings(&open).iter().all(|text| text.contains("320000-00001")));
    }

    #[test]
    fn a_changed_certificate_has_its_word_and_no_result() {
        let digest = sha256("tampered.edoc");
        for text in readings(&pdf(&["verify", "--lang", "lv", "tampered.edoc"])) {
            for said in ["NEDERĪGS", "Dokuments ir mainīts pēc parakstīšanas", "Šī izdruka nav oriģināls", &digest]
            {
                assert!(text.contains(said), "{said}\n{text}");
            }
            assert!(!text.contains('%') && !text.contains("Kopvērtējums"), "{text}");
        }
    }

    #[test]
    fn what_is_not_confirmed_says_so_and_what_is_not_signed_has_no_result() {
        for text in readings(&pdf(&["verify", "--lang", "lv", "liga-biologija.asice"])) {
            assert!(text.contains("NEVAR APSTIPRINĀT") && text.contains("% (neapstiprināts)"), "{text}");
        }
        for text in readings(&pdf(&["verify", "--lang", "lv", "unsigned.edoc"])) {
            assert!(text.contains("NAV PARAKSTA") && !text.contains('%'), "{text}");
        }
    }

    #[test]
    fn every_language_is_written_with_its_letters() {
        for (language, word) in [("ru", "ДЕЙСТВИТЕЛЕН"), ("lt", "GALIOJA"), ("et", "KEHTIV")] {
            for text in readings(&pdf(&["verify", "--lang", language, "anna-matematika.edoc"])) {
                assert!(text.contains(word) && !text.contains("[U+"), "{language}: {text}");
            }
        }
    }

    #[test]
    fn a_dossier_begins_with_a_summary_and_shows_every_file() {
        let files = ["anna-matematika.edoc", "tampered.edoc", "liga-biologija.asice", "no-such.edoc"];
        let octets = pdf(&[&["dossier", "--lang", "lv"], &files[..]].concat());
        for text in readings(&octets) {
            assert!(text.contains("Pārbaudes kopsavilkums") && text.contains("4 datnes"), "{text}");
            for said in
                ["DERĪGS: 1", "NEDERĪGS: 1", "NAV PĀRBAUDĪTS: 1", "1 rezultāts, mediāna 87,50 %", "Jāpārbauda: 3"]
            {
                assert!(text.contains(said), "{said}\n{text}");
            }
            assert!(files.iter().all(|file| text.contains(file)) && text.contains("(neapstiprināts)"), "{text}");
            assert!(text.contains("Tādas datnes nav"), "{text}");
        }
        // The page that is named is the page it stands on.
        let Some(mut pdftotext) = tool("pdftotext") else { return };
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.pdf");
        fs::write(&path, octets).unwrap();
        let output = pdftotext.arg("-enc").arg("UTF-8").arg(&path).arg("-").output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        let pages: Vec<String> = text.split('\u{c}').map(plain).collect();
        for (file, word) in [("tampered.edoc", "NEDERĪGS"), ("no-such.edoc", "NAV PĀRBAUDĪTS")] {
            let named = pages[0].split(&format!("{file}: {word}, ")).nth(1).unwrap();
            let page: usize = named.split('.').next().unwrap().parse().unwrap();
            let begins = |number: usize| pages[number - 1].contains(word) && pages[number - 1].contains(file);
            assert!(page > 1 && begins(page), "{page}: {pages:#?}");
        }
    }

    #[test]
    fn the_same_files_at_the_same_time_give_the_same_octets() {
        let files = ["anna-matematika.edoc", "janis-fizika.asice"];
        for command in ["verify", "dossier"] {
            let once = pdf(&[&[command, "--lang", "en"], &files[..]].concat());
            assert!(once == pdf(&[&[command, "--lang", "en"], &files[..]].concat()), "{command}");
            assert!(once != pdf(&[&[command, "--lang", "lv"], &files[..]].concat()), "{command}");
        }
    }

    #[test]
    fn a_file_is_whole_or_not_there_and_takes_no_others_place() {
        let folder = tempfile::tempdir().unwrap();
        for (command, format, begins) in
            [("verify", "pdf", "%PDF"), ("dossier", "pdf", "%PDF"), ("verify", "json", "["), ("verify", "text", "anna")]
        {
            let path = folder.path().join(format!("{command}.{format}"));
            let out = path.to_str().unwrap();
            let run = || edoc(&[command, "--lang", "en", "--format", format, "--out", out, "anna-matematika.edoc"]);
            let written = run();
            assert_eq!(written.status.code(), Some(0), "{}", String::from_utf8_lossy(&written.stderr));
            let octets = fs::read(&path).unwrap();
            assert!(
                octets.starts_with(begins.as_bytes()) && !written.stdout.starts_with(b"%PDF"),
                "{command} {format}"
            );
            let again = run();
            assert_eq!(again.status.code(), Some(2));
            let said = String::from_utf8(again.stderr).unwrap();
            assert!(said.contains("already") && fs::read(&path).unwrap() == octets, "{said}");
        }
        assert_eq!(edoc(&["verify", "--out", "a.pdf", "anna-matematika.edoc"]).status.code(), Some(2), "no form");
        let missing = edoc(&["verify", "--lang", "en", "--format", "pdf", "no-such.edoc"]);
        assert_eq!(missing.status.code(), Some(2));
        assert!(
            readings(&missing.stdout).iter().all(|text| text.contains("no-such.edoc")),
            "a page on what is not there"
        );
        let output = edoc(&["verify", "--format", "pdf", "tampered.edoc"]);
        assert_eq!(output.status.code(), Some(1), "as without it");
    }
}
