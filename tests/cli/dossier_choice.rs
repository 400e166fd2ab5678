//! `--by` and `--only` in JSON: which files are there, in which order, and which numbers they keep.

use serde_json::Value;

use super::program::{judged, samples};

fn files(arguments: &[&str]) -> (Value, Vec<Value>) {
    let folder = samples();
    let ran = judged("dossier", &[arguments, &[folder.to_str().unwrap()]].concat());
    if arguments[1] == "jsonl" {
        let mut lines: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let end = lines.pop().unwrap();
        assert_eq!(end["line"], "end");
        return (end, lines);
    }
    let whole: Value = serde_json::from_str(&ran.out).unwrap();
    let files = whole["files"].as_array().unwrap().clone();
    (whole, files)
}

fn numbers(files: &[Value]) -> Vec<u64> {
    files.iter().map(|file| file["number"].as_u64().unwrap()).collect()
}

#[test]
fn only_problems_leaves_out_the_rest_and_keeps_every_number() {
    let (whole, all) = files(&["--format", "json"]);
    assert_eq!(numbers(&all), (0..all.len() as u64).collect::<Vec<_>>());
    let problems: Vec<_> = all.iter().filter(|file| file["concern"] != "none").cloned().collect();
    assert!(!problems.is_empty() && problems.len() < all.len());
    let (chosen, found) = files(&["--format", "json", "--only", "problems"]);
    assert_eq!(found, problems);
    for key in ["persons", "findings", "summary", "checked"] {
        assert_eq!(chosen[key], whole[key], "{key}");
    }
    let (end, lines) = files(&["--format", "jsonl", "--only", "problems"]);
    assert_eq!(numbers(&lines), numbers(&problems));
    assert_eq!(lines[0]["concern"], problems[0]["concern"]);
    assert_eq!((&end["persons"], &end["files"]), (&whole["persons"], &Value::from(all.len())));
}

#[test]
fn by_person_follows_the_persons() {
    let (whole, found) = files(&["--format", "json", "--by", "person"]);
    let mut wanted: Vec<u64> = Vec::new();
    for person in whole["persons"].as_array().unwrap() {
        for row in person["rows"].as_array().unwrap() {
            let number = row["file"].as_u64().unwrap();
            if !wanted.contains(&number) {
                wanted.push(number);
            }
        }
    }
    let order = numbers(&found);
    assert_eq!(order[..wanted.len()], wanted);
    assert!(!wanted.is_sorted() && order.len() > wanted.len());
    // Nothing is lost, and nothing is there twice.
    let mut all = order.clone();
    all.sort_unstable();
    assert_eq!(all, (0..order.len() as u64).collect::<Vec<_>>());
    let (_, lines) = files(&["--format", "jsonl", "--by", "person"]);
    assert_eq!(numbers(&lines), order);
    // As they stand anyway.
    assert_eq!(files(&["--format", "json", "--by", "file"]), files(&["--format", "json"]));
    assert_eq!(files(&["--format", "jsonl", "--by", "file"]), files(&["--format", "jsonl"]));
}
