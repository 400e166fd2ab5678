//! `edoc verify --etsi-xml`: one file, one document, the verdict's exit code.

use super::program::{Ran, edoc, samples};

fn run(more: &[&str]) -> Ran {
    let (list, issuers) = (samples().join("trust-list.xml"), samples().join("issuers.toml"));
    let setting =
        ["verify", "--etsi-xml", "--at", "2026-11-23T12:00:00Z", "--trust", list.to_str().unwrap(), "--issuers"];
    edoc([&setting[..], &[issuers.to_str().unwrap()], more].concat())
}

#[test]
fn the_report_is_printed_and_the_code_is_the_verdicts() {
    for (file, code, indication) in [
        ("anna-matematika.edoc", 0, "total-passed"),
        ("tampered.edoc", 1, "total-failed"),
        ("foreign-issuer.edoc", 3, "total-passed"),
    ] {
        let ran = run(&[samples().join(file).to_str().unwrap()]);
        assert_eq!((ran.code, ran.err.as_str()), (code, ""), "{file}");
        let document = roxmltree::Document::parse(&ran.out).unwrap();
        assert_eq!(document.root_element().tag_name().name(), "ValidationReport");
        assert!(ran.out.contains(&format!("urn:etsi:019102:mainindication:{indication}")), "{}", ran.out);
    }
}

#[test]
fn the_rules_that_were_asked_for_are_named() {
    let ran = run(&["--policy", "etsi-strict", samples().join("anna-matematika.edoc").to_str().unwrap()]);
    assert!(ran.out.contains("<PolicyName>etsi-strict 2</PolicyName>"), "{}", ran.out);
}

#[test]
fn what_gives_no_report_is_two_lines() {
    let sample = samples().join("anna-matematika.edoc");
    let sample = sample.to_str().unwrap();
    run(&[sample, sample]).complains("about one file", "--json");
    run(&["--json", sample]).complains("does not go together with", "--help");
    run(&["no-such.edoc"]).complains("there is no such file", "check the path");
    run(&[samples().to_str().unwrap()]).complains("this is a folder", "");
    let unsigned = run(&[samples().join("unsigned.edoc").to_str().unwrap()]);
    unsigned.complains("there is no signature to report on", "without --etsi-xml");
    assert_eq!((unsigned.code, unsigned.out.as_str()), (4, ""));
}
