//! The list of libraries and their licences that the window shows (`assets/about/crates.tsv`) is the one that `Cargo.lock` has.
//!
//! After a change of dependencies: `cargo fetch --locked && EDOC_WRITE=1 cargo test --locked --test dependencies`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const HEAD: &str = "# Crates that the program is built from, on one system or another: name, version, licence (SPDX).\n\
                    # Written by tests/dependencies.rs.\n";

/// Name and version of a crate.
type Crate = (String, String);

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn toml(path: &str) -> toml::Table {
    fs::read_to_string(root().join(path)).unwrap().parse().unwrap()
}

/// Names of the crates that `Cargo.toml` asks for, for whatever system, but not for tests.
fn asked_for(manifest: &toml::Table) -> BTreeSet<String> {
    let names = |table: &toml::Value| table.as_table().unwrap().keys().cloned().collect::<Vec<_>>();
    let mut found: BTreeSet<String> = names(&manifest["dependencies"]).into_iter().collect();
    for system in manifest["target"].as_table().unwrap().values() {
        found.extend(names(&system["dependencies"]));
    }
    found
}

/// Everything that `Cargo.lock` reaches from those.
fn reached(lock: &toml::Table, asked: &BTreeSet<String>) -> BTreeSet<Crate> {
    let packages = lock["package"].as_array().unwrap();
    let text = |package: &toml::Value, key: &str| package[key].as_str().unwrap().to_owned();
    let mut versions: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, package) in packages.iter().enumerate() {
        versions.entry(text(package, "name")).or_default().push(index);
    }
    let needs = |package: &toml::Value| -> Vec<usize> {
        let named = package.get("dependencies").and_then(toml::Value::as_array).cloned().unwrap_or_default();
        let found = named.iter().map(|one| {
            let mut parts = one.as_str().unwrap().split(' ');
            let (name, version) = (parts.next().unwrap(), parts.next());
            let same = |index: &&usize| version.is_none_or(|version| text(&packages[**index], "version") == version);
            *versions[name].iter().find(same).unwrap()
        });
        found.collect()
    };
    let own = &packages[versions["edoc"][0]];
    let mut waiting: Vec<usize> =
        needs(own).into_iter().filter(|index| asked.contains(&text(&packages[*index], "name"))).collect();
    let mut seen = BTreeSet::new();
    while let Some(index) = waiting.pop() {
        if seen.insert(index) {
            waiting.extend(needs(&packages[index]));
        }
    }
    seen.into_iter().map(|index| (text(&packages[index], "name"), text(&packages[index], "version"))).collect()
}

fn needed() -> BTreeSet<Crate> {
    reached(&toml("Cargo.lock"), &asked_for(&toml("Cargo.toml")))
}

fn listed() -> BTreeMap<Crate, String> {
    let text = fs::read_to_string(root().join("assets/about/crates.tsv")).unwrap();
    let line = |line: &str| {
        let columns: Vec<_> = line.split('\t').map(str::to_owned).collect();
        let [name, version, licence] = columns.try_into().unwrap();
        ((name, version), licence)
    };
    text.lines().filter(|line| !line.starts_with('#')).map(line).collect()
}

/// Licences as the crates themselves state them; `None` where not all of them are on this computer.
fn stated() -> Option<BTreeMap<Crate, String>> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["metadata", "--format-version", "1", "--locked", "--offline", "--manifest-path"]);
    let output = cargo.arg(Path::new(&root()).join("Cargo.toml")).output().unwrap();
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).ok()?;
    let text = |package: &serde_json::Value, key: &str| package[key].as_str().map(str::to_owned);
    let one = |package: &serde_json::Value| {
        let name = (text(package, "name").unwrap(), text(package, "version").unwrap());
        // Some still write the old form, where a stroke means a choice.
        (name, text(package, "license").unwrap_or_default().replace('/', " OR ").replace("  ", " "))
    };
    Some(metadata["packages"].as_array()?.iter().map(one).collect())
}

#[test]
fn the_list_names_what_the_lock_file_has() {
    let needed = needed();
    if std::env::var_os("EDOC_WRITE").is_some() {
        let stated = stated().expect("`cargo fetch --locked` comes first");
        let lines: String = needed.iter().map(|one| format!("{}\t{}\t{}\n", one.0, one.1, stated[one])).collect();
        fs::write(root().join("assets/about/crates.tsv"), format!("{HEAD}{lines}")).unwrap();
    }
    let listed: BTreeSet<Crate> = listed().into_keys().collect();
    let missing: Vec<_> = needed.difference(&listed).collect();
    let gone: Vec<_> = listed.difference(&needed).collect();
    assert!(missing.is_empty() && gone.is_empty(), "not listed: {missing:?}\nno longer needed: {gone:?}");
}

#[test]
fn the_list_has_the_licences_that_the_crates_state() {
    let listed = listed();
    assert!(listed.values().all(|licence| !licence.is_empty()), "a crate without a licence");
    let Some(stated) = stated() else {
        // The crates of other systems are fetched in CI only.
        assert!(std::env::var_os("CI").is_none(), "the licences cannot be compared");
        println!("skipped: not all crates are on this computer (cargo fetch --locked)");
        return;
    };
    for (one, licence) in &listed {
        assert_eq!(&stated[one], licence, "{one:?}");
    }
}

#[test]
fn crates_for_tests_are_not_among_them() {
    let needed: BTreeSet<String> = needed().into_iter().map(|(name, _)| name).collect();
    assert!(needed.contains("egui") && needed.contains("ring") && needed.contains("uds_windows"));
    assert!(!needed.contains("proptest") && !needed.contains("divan"));
}
