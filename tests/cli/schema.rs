//! `docs/report-schema.md` names every field that is written and every code that can be.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::program::{edoc, samples};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Everything that stands between backticks, taken apart at dots.
fn documented() -> BTreeSet<String> {
    let text = fs::read_to_string(root().join("docs/report-schema.md")).unwrap();
    let spans = text.split('`').skip(1).step_by(2);
    spans.flat_map(|span| span.split(['.', ' '])).map(str::to_owned).collect()
}

fn keys(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                found.insert(key.clone());
                keys(value, found);
            }
        }
        Value::Array(values) => values.iter().for_each(|value| keys(value, found)),
        _ => {}
    }
}

#[test]
fn every_field_that_is_written_is_documented() {
    let list = samples().join("trust-list.xml");
    let paths = [samples(), PathBuf::from("no-such.edoc"), samples().join("README.md")];
    let ran = edoc(
        ["verify", "--json", "--trust"]
            .map(Path::new)
            .into_iter()
            .chain([list.as_path()])
            .chain(paths.iter().map(PathBuf::as_path)),
    );
    let mut written = BTreeSet::new();
    keys(&serde_json::from_str(&ran.out).unwrap(), &mut written);
    let documented = documented();
    let missing: Vec<_> = written.iter().filter(|key| !documented.contains(*key)).collect();
    assert!(missing.is_empty(), "docs/report-schema.md does not name {missing:?}");
    assert!(written.len() > 60, "{} fields were written", written.len());
}

/// Variants of an enum, as its source has them.
fn variants(file: &str, name: &str) -> Vec<String> {
    let text = fs::read_to_string(root().join(file)).unwrap();
    let body = text.split(&format!("pub enum {name} {{\n")).nth(1).unwrap_or_else(|| panic!("{file}: {name}"));
    let body = body.split("\n}\n").next().unwrap();
    let variant = |line: &str| {
        let line = line.strip_prefix("    ")?;
        line.starts_with(char::is_uppercase).then(|| line.chars().take_while(|c| c.is_alphanumeric()).collect())
    };
    body.lines().filter_map(variant).collect()
}

fn kebab(variant: &str) -> String {
    let mut out = String::new();
    for character in variant.chars() {
        if character.is_uppercase() && !out.is_empty() {
            out.push('-');
        }
        out.extend(character.to_lowercase());
    }
    out
}

#[test]
fn every_code_is_documented() {
    let documented = documented();
    let mut count = 0;
    for (file, name) in [
        ("src/validation/cause.rs", "Cause"),
        ("src/validation/cause.rs", "AnswerFault"),
        ("src/validation/cause.rs", "Use"),
        ("src/validation/conclusion.rs", "ProvenBy"),
        ("src/validation/conclusion.rs", "CheckId"),
        ("src/validation/conclusion.rs", "Outcome"),
        ("src/validation/conclusion.rs", "Failure"),
        ("src/validation/conclusion.rs", "Doubt"),
        ("src/report/model.rs", "Coverage"),
        ("src/report/model.rs", "Standing"),
        ("src/report/fetched.rs", "FetchResult"),
        ("src/report/fetched.rs", "Asked"),
        ("src/pki/ocsp/request.rs", "AnswerNonce"),
        ("src/report/parts.rs", "SignerKind"),
        ("src/container/recognise.rs", "Format"),
        ("src/exam/certificate.rs", "ExamFinding"),
        ("src/exam/certificate.rs", "Unreadable"),
        ("src/exam/certificate.rs", "DocumentKind"),
        ("src/exam/certificate.rs", "Certainty"),
        ("src/exam/issuer.rs", "IssuerMatch"),
        ("src/trust/store.rs", "ListOrigin"),
        ("src/trust/store.rs", "ListSignature"),
        ("src/trust/store.rs", "NamedBy"),
        ("src/trust/seal.rs", "SealFault"),
    ] {
        for variant in variants(file, name) {
            let code = kebab(&variant);
            let loud = code.replace('-', "_").to_uppercase();
            assert!(documented.contains(&code) || documented.contains(&loud), "{name}::{variant} ({code})");
            count += 1;
        }
    }
    assert!(count > 120, "{count} codes were looked for");
}
