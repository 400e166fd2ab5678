//! The index of the samples: what each file is and what a reader should say about it.

use super::pki::{EXAM_CENTRE, EXAM_CENTRE_CODE};
use super::samples::{Expected, Sample, organization};
use super::x509::Entity;
use super::xades::{Dialect, Level, Signing};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::fmt::Write as _;

const HEAD: &str = "\
# What the sample files are and what a reader should say about them.
# Written by `cargo run --example samples`; do not edit. All persons, schools and organisations are invented.
#
# Judge with `trust-list.xml` as the only trusted list, with the issuer of `issuers.toml` recognised, at `at`.
# format      asic-e
# dialect     lvrtc | dss | none
# level       XAdES-B-B | XAdES-B-T | XAdES-B-LT | XAdES-B-LTA | none
# integrity   intact | altered | unsigned
# expected    genuine | valid-but-other-issuer | cannot-confirm | refuted | unsigned
# sub_indication of ETSI EN 319 102-1, where every policy agrees on it
# qualification  under the sample list: AdESeal-QC | QESig | none where no valid signature stands

at = \"2026-11-23T12:00:00Z\"
trust_list = \"trust-list.xml\"
trust_list_signer = \"trust-list-signer.pem\"
";

/// The index as TOML.
pub fn toml(samples: &[Sample]) -> String {
    samples.iter().fold(HEAD.to_owned(), |mut out, sample| {
        write_sample(&mut out, sample);
        out
    })
}

/// The issuer that the samples ask a reader to recognise.
pub fn issuers() -> String {
    format!(
        "# The invented exam authority of the samples. It must never be recognised by default.\n\n\
         [[issuer]]\nshort_name = {name}\norganisation_names = [{name}]\ncountry = \"LV\"\nidentifier = {code}\n",
        name = quoted(EXAM_CENTRE),
        code = quoted(EXAM_CENTRE_CODE)
    )
}

/// A certificate as PEM.
pub fn pem(entity: &Entity) -> String {
    let text = STANDARD.encode(&entity.der);
    let lines: String = text.as_bytes().chunks(64).map(|line| format!("{}\n", String::from_utf8_lossy(line))).collect();
    format!("-----BEGIN CERTIFICATE-----\n{lines}-----END CERTIFICATE-----\n")
}

fn write_sample(out: &mut String, sample: &Sample) {
    let signing = sample.signing.as_ref();
    let _ = writeln!(out, "\n[[sample]]");
    line(out, "file", sample.file);
    line(out, "purpose", sample.purpose);
    line(out, "format", "asic-e");
    line(out, "dialect", signing.map_or("none", |signing| dialect(signing.dialect)));
    line(out, "level", signing.map_or("none", |signing| level(signing.level)));
    let integrity = match (sample.altered, signing) {
        (true, _) => "altered",
        (false, Some(_)) => "intact",
        (false, None) => "unsigned",
    };
    line(out, "integrity", integrity);
    line(out, "expected", expected(sample.expected));
    if let Some(reason) = sub_indication(sample.expected) {
        line(out, "sub_indication", reason);
    }
    list(out, "covered", &sample.covered);
    list(out, "uncovered", &sample.uncovered);
    if let Some(signing) = signing {
        write_signer(out, signing, sample.expected);
    }
    if let Some(exam) = &sample.exam {
        let _ = writeln!(out, "\n[sample.exam]");
        line(out, "number", exam.number);
        line(out, "person", exam.person.name);
        line(out, "personal_code", exam.person.code);
        line(out, "school", exam.person.school);
        line(out, "subject", exam.subject);
        line(out, "level", exam.level);
        line(out, "year", exam.year);
        line(out, "exam_date", exam.exam_date);
        line(out, "overall", exam.overall);
        let parts: Vec<String> =
            exam.parts.iter().map(|(name, percent)| format!("[{}, {}]", quoted(name), quoted(percent))).collect();
        let _ = writeln!(out, "parts = [{}]", parts.join(", "));
        line(out, "issuer", EXAM_CENTRE);
        line(out, "issue_date", exam.issue_date);
    }
}

fn write_signer(out: &mut String, signing: &Signing, expected: Expected) {
    let organization = organization(signing);
    line(out, "signer", &super::x509::common_name(&signing.signer.subject));
    if let Some(organization) = organization {
        line(out, "signer_organization", organization);
    }
    line(out, "signature_method", &signing.scheme.uri());
    line(out, "claimed_signing_time", &signing.signing_time.xml());
    if signing.level >= Level::T {
        line(out, "time_stamp", &signing.stamp_time.xml());
    }
    if matches!(expected, Expected::Genuine | Expected::OtherIssuer) {
        line(out, "qualification", if organization.is_some() { "AdESeal-QC" } else { "QESig" });
    }
}

fn dialect(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::Lvrtc => "lvrtc",
        Dialect::Dss => "dss",
    }
}

fn level(level: Level) -> &'static str {
    match level {
        Level::B => "XAdES-B-B",
        Level::T => "XAdES-B-T",
        Level::Lt => "XAdES-B-LT",
        Level::Lta => "XAdES-B-LTA",
    }
}

fn expected(expected: Expected) -> &'static str {
    match expected {
        Expected::Genuine => "genuine",
        Expected::OtherIssuer => "valid-but-other-issuer",
        Expected::CannotConfirm => "cannot-confirm",
        Expected::Refuted => "refuted",
        Expected::Unsigned => "unsigned",
    }
}

fn sub_indication(expected: Expected) -> Option<&'static str> {
    match expected {
        Expected::Refuted => Some("HASH_FAILURE"),
        Expected::CannotConfirm | Expected::Genuine | Expected::OtherIssuer | Expected::Unsigned => None,
    }
}

fn line(out: &mut String, key: &str, value: &str) {
    let _ = writeln!(out, "{key} = {}", quoted(value));
}

fn list(out: &mut String, key: &str, values: &[String]) {
    let values: Vec<String> = values.iter().map(|value| quoted(value)).collect();
    let _ = writeln!(out, "{key} = [{}]", values.join(", "));
}

/// A TOML basic string; the samples hold neither control characters nor backslashes.
fn quoted(value: &str) -> String {
    format!("\"{}\"", value.replace('"', "\\\""))
}
