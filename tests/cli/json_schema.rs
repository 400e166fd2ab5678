//! `docs/report.schema.json` is what is written: a small checker of the part of JSON Schema (2020-12) that it uses holds every
//! sample against it, and it names what `docs/report-schema.md` names.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::{corpus, edoc, samples};

fn schema() -> Value {
    serde_json::from_str(include_str!("../../docs/report.schema.json")).unwrap()
}

/// Where `value` is not what `schema` says, and how.
fn faults(root: &Value, schema: &Value, value: &Value, place: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (keyword, rule) in schema.as_object().unwrap() {
        let right = match keyword.as_str() {
            // They say what it is, and demand nothing.
            "$schema" | "$defs" | "title" | "description" | "format" => true,
            "$ref" => {
                let target = root.pointer(rule.as_str().unwrap().strip_prefix('#').unwrap());
                found.extend(faults(root, target.unwrap_or_else(|| panic!("no {rule}")), value, place));
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
    let (schema, value) = (schema(), serde_json::from_str(json).unwrap());
    let found = faults(&schema, &schema, &value, "");
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
    let mut waiting = vec![schema()];
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
