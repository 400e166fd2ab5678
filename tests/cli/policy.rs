//! `--policy`: rules by name or file, on every command that judges.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::program::{edoc, samples};

const SHIPPED: &str = include_str!("../../assets/policy/zimogs-1.toml");

fn tool(arguments: &[&str]) -> Value {
    let sample = samples().join("unsigned.edoc");
    let ran = edoc([&["verify", "--json", sample.to_str().unwrap()], arguments].concat());
    let json: Value = serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{}", ran.err));
    json[0]["report"]["tool"].clone()
}

#[test]
fn rules_are_chosen_by_name() {
    assert_eq!(tool(&[])["policy"], "zimogs-1");
    assert_eq!(tool(&["--policy", "zimogs-1"]), tool(&[]));
    let strict = tool(&["--policy", "etsi-strict"]);
    assert_eq!(strict["policy"], "etsi-strict");
    assert_ne!(strict["policy_sha256"], tool(&[])["policy_sha256"]);
}

#[test]
fn the_text_names_the_rules_with_version_and_digest() {
    let sample = samples().join("unsigned.edoc");
    let strict = tool(&["--policy", "etsi-strict"]);
    for (language, line) in [("en", "Rules: etsi-strict, version 2; "), ("lv", "Noteikumi: etsi-strict, versija 2; ")] {
        let ran = edoc(["verify", "--policy", "etsi-strict", "--lang", language, sample.to_str().unwrap()]);
        let line = format!("{line}SHA-256 {}", strict["policy_sha256"].as_str().unwrap());
        assert!(ran.out.contains(&line), "{}", ran.out);
    }
}

#[test]
fn rules_may_come_from_a_file_under_a_name_of_their_own() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("own.toml");
    fs::write(&own, SHIPPED.replace("\"zimogs-1\"", "\"school\"")).unwrap();
    let tool = tool(&["--policy", own.to_str().unwrap()]);
    assert_eq!((tool["policy"].as_str(), tool["policy_version"].as_u64()), (Some("school"), Some(3)));
    // A copy without any change is the same rules.
    fs::write(&own, SHIPPED).unwrap();
    assert_eq!(self::tool(&["--policy", own.to_str().unwrap()]), self::tool(&[]));
}

#[test]
fn rules_that_cannot_be_used_are_two_lines() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("bad.toml");
    let path = file.to_str().unwrap();
    let verify = |policy: &str| edoc(["verify", "--policy", policy, samples().join("unsigned.edoc").to_str().unwrap()]);
    verify("zimogs-9").complains("there are no rules named “zimogs-9”", "etsi-strict");
    verify(path).complains("there is no such file", "check the path");
    verify(folder.path().to_str().unwrap()).complains("this is a folder", "");
    fs::write(&file, "id = 1").unwrap();
    verify(path).complains("cannot be used as rules", "assets/policy/zimogs-1.toml");
    // Weaker rules do not pass as those that readers know.
    fs::write(&file, SHIPPED.replacen("\"decisive\"", "\"noted\"", 1)).unwrap();
    verify(path).complains("bear their name, zimogs-1", "a name of their own");
    fs::write(&file, format!("{SHIPPED}\n{}", "#".repeat(300 * 1024))).unwrap();
    verify(path).complains("too large", "");
    assert_eq!(verify("zimogs-9").code, 2);
    let latvian = edoc(["verify", "--lang", "lv", "--policy", "x", "a.edoc"]);
    assert!(latvian.err.contains("noteikumu „x” nav") && latvian.err.lines().count() == 2, "{}", latvian.err);
}

#[test]
fn every_command_that_judges_takes_rules() {
    let sample = samples().join("unsigned.edoc");
    let sample = sample.to_str().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("out");
    for arguments in [
        vec!["show", sample],
        vec!["list", sample],
        vec!["extract", sample, "--to", to.to_str().unwrap()],
        vec!["trust", "status"],
    ] {
        let ran = edoc([arguments.as_slice(), &["--policy", "etsi-strict"]].concat());
        assert_ne!(ran.code, 2, "{arguments:?}: {}", ran.err);
        edoc([arguments.as_slice(), &["--policy", "x"]].concat()).complains("there are no rules named", "zimogs-1");
    }
    assert!(Path::new(&to).is_dir());
}
