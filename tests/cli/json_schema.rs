//! `docs/report.schema.json` and `docs/dossier.schema.json` are what is written: a small checker of the part of JSON Schema (2020-12)
//! that they use holds every sample against them, and they name what `docs/report-schema.md` names.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::corpus;
use super::program::{edoc, samples};

fn schema() -> Value {
    serde_json::from_str(include_str!("../../docs/report.schema.json")).unwrap()
}

fn dossier_schema() -> Value {
    serde_json::from_str(include_str!("../../docs/dossier.schema.json")).unwrap()
}

/// Where `value` is not what `schema` says, and how.
fn faults(root: &Value, schema: &Value, value: &Value, place: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (keyword, rule) in schema.as_object().unwrap() {
        let right = match keyword.as_str() {
            // They say what it is, and demand nothing.
            "$schema" | "$defs" | "title" | "description" | "format" => true,
            "$ref" => {
                let (file, pointer) = rule.as_str().unwrap().split_once('#').unwrap();
                // That of a dossier borrows from that of a report, which stands beside it.
                let other = (file == "report.schema.json").then(self::schema);
                let root = other.as_ref().unwrap_or(root);
                let target = root.pointer(pointer).unwrap_or_else(|| panic!("no {rule}"));
                found.extend(faults(root, target, value, place));
                true
            }
            "oneOf" => {
                let choices = rule.as_array().unwrap().iter();
                let tried: Vec<_> = choices.map(|one| faults(root, one, value, place)).collect();
                let fitting = tried.iter().filter(|faults| faults.is_empty()).count();
                // Of several that do not fit, the one that went deepest says most.
                let depth = |faults: &&Vec<String>| {
                    faults.iter().map(|fault| fault.split(':').next().unwrap().matches('/').count()).max()
                };
                found.extend(tried.iter().max_by_key(depth).filter(|_| fitting == 0).into_iter().flatten().cloned());
                fitting == 1
            }
            "type" => {
                let names = rule.as_array().cloned().unwrap_or_else(|| vec![rule.clone()]);
                names.iter().any(|name| is_of_type(value, name.as_str().unwrap()))
            }
            "const" => value == rule,
            "enum" => rule.as_array().unwrap().contains(value),
            "minimum" => value.as_f64().is_none_or(|number| number >= rule.as_f64().unwrap()),
            "maximum" => value.as_f64().is_none_or(|number| number <= rule.as_f64().unwrap()),
            "minLength" => value.as_str().is_none_or(|text| text.chars().count() as u64 >= rule.as_u64().unwrap()),
            "maxLength" => value.as_str().is_none_or(|text| text.chars().count() as u64 <= rule.as_u64().unwrap()),
            "minItems" => value.as_array().is_none_or(|items| items.len() as u64 >= rule.as_u64().unwrap()),
            "maxItems" => value.as_array().is_none_or(|items| items.len() as u64 <= rule.as_u64().unwrap()),
            "items" => {
                for (at, item) in value.as_array().into_iter().flatten().enumerate() {
                    found.extend(faults(root, rule, item, &format!("{place}/{at}")));
                }
                true
            }
            "required" => {
                let names = rule.as_array().unwrap();
                value
                    .as_object()
                    .is_none_or(|fields| names.iter().all(|name| fields.contains_key(name.as_str().unwrap())))
            }
            "properties" => {
                for (name, field) in value.as_object().into_iter().flatten() {
                    let rule = rule.get(name);
                    found.extend(rule.iter().flat_map(|rule| faults(root, rule, field, &format!("{place}/{name}"))));
                }
                true
            }
            "additionalProperties" => {
                assert_eq!(rule, false, "only that is used");
                let known = schema["properties"].as_object().unwrap();
                value.as_object().is_none_or(|fields| fields.keys().all(|name| known.contains_key(name)))
            }
            other => panic!("the checker does not know {other}"),
        };
        if !right {
            let mut shown = value.to_string();
            shown.truncate(shown.char_indices().nth(100).map_or(shown.len(), |(at, _)| at));
            found.push(format!("{place}: {keyword}: {shown}"));
        }
    }
    found
}

fn is_of_type(value: &Value, name: &str) -> bool {
    match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.is_i64() || value.is_u64(),
        "null" => value.is_null(),
        other => panic!("the checker does not know the type {other}"),
    }
}

#[track_caller]
fn assert_fits(json: &str) -> Value {
    assert_fits_in(&schema(), json)
}

#[track_caller]
fn assert_fits_in(schema: &Value, json: &str) -> Value {
    let value = serde_json::from_str(json).unwrap();
    let found = faults(schema, schema, &value, "");
    assert!(found.is_empty(), "{} faults: {:#?}", found.len(), &found[..found.len().min(8)]);
    value
}

fn verify(more: &[&str], paths: &[PathBuf]) -> String {
    let (list, issuers) = (samples().join("trust-list.xml"), samples().join("issuers.toml"));
    let mut arguments = vec!["verify", "--json", "--trust", list.to_str().unwrap(), "--issuers"];
    arguments.push(issuers.to_str().unwrap());
    arguments.extend(more);
    arguments.extend(paths.iter().map(|path| path.to_str().unwrap()));
    edoc(arguments).out
}

#[test]
fn every_sample_fits_the_schema() {
    let paths = [samples(), PathBuf::from("no-such.edoc"), samples().join("README.md")];
    for more in [
        &["--at", "2026-11-23T12:00:00Z"][..],
        &["--at", "2035-01-01T00:00:00Z", "--policy", "etsi-strict"],
        &["--at", "2020-01-01T00:00:00Z", "--show-codes"],
    ] {
        let value = assert_fits(&verify(more, &paths));
        assert!(value.as_array().unwrap().len() > 14);
    }
    assert_fits("[]");
}

#[test]
fn every_real_file_fits_the_schema() {
    let Some(corpus) = corpus::folder() else { return };
    let files = std::fs::read_dir(corpus.join("containers")).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = files.filter(|path| path.is_file()).collect();
    files.sort();
    assert!(assert_fits(&verify(&[], &files)).as_array().unwrap().len() > 100);
}

#[test]
fn replayed_facts_fit_the_schema() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("facts.json");
    let (sample, out) = (samples().join("anna-matematika.edoc"), out.to_str().unwrap());
    edoc(["facts", sample.to_str().unwrap(), "--out", out]);
    let value = assert_fits(&edoc(["judge", "--json", out, "no-such.json", sample.to_str().unwrap()]).out);
    assert_eq!(
        (value[0]["report"]["source"].as_str(), value[2]["error"]["code"].as_str()),
        (Some("facts"), Some("facts"))
    );
}

/// Every way to ask for a dossier, over folders in which files disagree.
fn dossiers(paths: &[PathBuf]) -> Vec<(&'static [&'static str], String)> {
    let (list, issuers) = (samples().join("trust-list.xml"), samples().join("issuers.toml"));
    let ways: [&[&str]; 6] = [
        &["json"],
        &["json", "--by", "person", "--show-codes"],
        &["json", "--only", "problems", "--by", "person"],
        &["jsonl"],
        &["jsonl", "--by", "person"],
        &["jsonl", "--only", "problems"],
    ];
    let setting = ["dossier", "--at", "2026-11-23T12:00:00Z", "--trust", list.to_str().unwrap(), "--issuers"];
    let run = |way: &[&str]| {
        let mut arguments = [&setting[..], &[issuers.to_str().unwrap(), "--format"], way].concat();
        arguments.extend(paths.iter().map(|path| path.to_str().unwrap()));
        edoc(arguments).out
    };
    ways.map(|way| (way, run(way))).to_vec()
}

#[test]
fn every_dossier_fits_its_schema() {
    let folder = tempfile::tempdir().unwrap();
    for (applicant, files) in
        [("a", &["anna-matematika.edoc", "anna-anglu-valoda.edoc"][..]), ("b", &["janis-fizika.asice"])]
    {
        std::fs::create_dir(folder.path().join(applicant)).unwrap();
        for file in files {
            std::fs::copy(samples().join(file), folder.path().join(applicant).join(file)).unwrap();
        }
    }
    std::fs::copy(samples().join("anna-matematika.edoc"), folder.path().join("b/liga-matematika.edoc")).unwrap();
    let paths = [samples(), folder.path().to_owned(), PathBuf::from("no-such.edoc"), samples().join("README.md")];
    let schema = dossier_schema();
    for (way, text) in dossiers(&paths) {
        if way[0] == "json" {
            let value = assert_fits_in(&schema, &text);
            assert!(value["findings"].as_array().unwrap().len() > 1, "{way:?}");
        } else {
            assert!(text.lines().count() > 10, "{way:?}");
            text.lines().for_each(|line| drop(assert_fits_in(&schema, line)));
        }
    }
}

#[test]
fn every_real_dossier_fits_the_schema() {
    let Some(corpus) = corpus::folder() else { return };
    let text = edoc(["dossier", "--format", "json", corpus.join("containers").to_str().unwrap()]).out;
    assert!(assert_fits_in(&dossier_schema(), &text)["files"].as_array().unwrap().len() > 50);
}

#[test]
fn the_checker_sees_what_does_not_fit_in_a_dossier() {
    let schema = dossier_schema();
    let (_, text) = dossiers(&[samples()]).swap_remove(0);
    let whole: Value = serde_json::from_str(&text).unwrap();
    assert!(faults(&schema, &schema, &whole, "").is_empty());
    let bad = |change: &dyn Fn(&mut Value)| {
        let mut value = whole.clone();
        change(&mut value);
        assert!(!faults(&schema, &schema, &value, "").is_empty(), "{value}");
    };
    bad(&|dossier| dossier["dossier"] = json!(2));
    bad(&|dossier| dossier["line"] = json!("file"));
    bad(&|dossier| drop(dossier["files"][0].as_object_mut().unwrap().remove("number")));
    bad(&|dossier| dossier["files"][0]["authenticity"] = json!({"verdict": "genuine", "detail": "HASH_FAILURE"}));
    bad(&|dossier| dossier["files"][0]["cause"] = json!({"code": "not-signed", "name": "x"}));
    bad(&|dossier| dossier["files"][0]["concern"] = json!("some"));
    bad(&|dossier| dossier["files"][0]["certificates"][0]["overall"] = json!("87,50 %"));
    bad(&|dossier| dossier["findings"][0]["finding"] = json!("other"));
    bad(&|dossier| dossier["summary"]["exams"][0]["bands"] = json!([1]));
    bad(&|dossier| dossier["checked"][0]["policy_sha256"] = json!(""));
}

#[test]
fn the_checker_sees_what_does_not_fit() {
    let schema = schema();
    let whole: Value = serde_json::from_str(&verify(&[], &[samples().join("anna-matematika.edoc")])).unwrap();
    let bad = |change: &dyn Fn(&mut Value)| {
        let mut value = whole.clone();
        change(&mut value[0]["report"]);
        assert!(!faults(&schema, &schema, &value, "").is_empty(), "{value}");
    };
    assert!(faults(&schema, &schema, &whole, "").is_empty());
    bad(&|report| report["schema"] = json!(2));
    bad(&|report| report["more"] = json!(1));
    bad(&|report| drop(report.as_object_mut().unwrap().remove("source")));
    bad(&|report| report["authenticity"] = json!({"verdict": "genuine", "detail": "HASH_FAILURE"}));
    bad(&|report| report["tool"]["policy_sha256"] = json!("0"));
    bad(&|report| report["signatures"][0]["checks"][0]["cause"] = json!({"code": "not-signed", "name": "x"}));
    bad(&|report| report["exams"][0]["reading"]["certificates"][0]["overall"]["value"] = json!(10_001));
    bad(&|report| report["documents"] = json!({}));
}

/// Every name and code of the schema stands in `docs/report-schema.md`.
#[test]
fn what_the_schema_names_is_documented() {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/report-schema.md")).unwrap();
    let spans: Vec<&str> = text.split('`').skip(1).step_by(2).flat_map(|span| span.split(['.', ' '])).collect();
    let (mut named, mut missing) = (0, Vec::new());
    let mut waiting = vec![schema(), dossier_schema()];
    while let Some(schema) = waiting.pop() {
        let fields = schema["properties"].as_object().into_iter().flatten().map(|(name, _)| name.clone());
        let codes = schema["enum"].as_array().into_iter().flatten().chain(schema.get("const"));
        for name in fields.chain(codes.filter_map(|code| code.as_str().map(str::to_owned))) {
            named += 1;
            let conditional = name.strip_prefix("indeterminate-").unwrap_or(&name).to_owned();
            let short = name.strip_prefix("XAdES").unwrap_or(&name).to_owned();
            if ![name.clone(), conditional, short.replace("-BASELINE", "")]
                .iter()
                .any(|name| spans.contains(&name.as_str()))
            {
                missing.push(name);
            }
        }
        waiting.extend(schema.as_object().into_iter().flatten().flat_map(|(_, below)| match below {
            Value::Object(_) => vec![below.clone()],
            Value::Array(all) => all.iter().filter(|one| one.is_object()).cloned().collect(),
            _ => Vec::new(),
        }));
    }
    assert!(named > 300, "{named}");
    assert!(missing.is_empty(), "docs/report-schema.md does not name {missing:?}");
}
