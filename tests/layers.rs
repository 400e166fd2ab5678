//! Imports point downwards only. The order of the house stands here, once.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

use std::fs;
use std::path::{Path, PathBuf};

/// Top to bottom. A module may name only modules that stand below it, and its own.
const LAYERS: [&str; 23] = [
    "gui",
    "cli",
    "export",
    "copies",
    "words",
    "preview",
    "dossier",
    "verify",
    "report",
    "exam",
    "qualification",
    "validation",
    "evidence",
    "trust",
    "xades",
    "pki",
    "container",
    "xml",
    "crypto",
    "fetch",
    "files",
    "fonts",
    "limits",
];

/// Pairs that may not know of each other although the order would allow it.
const STRANGERS: [(&str, &str); 1] = [("gui", "cli")];

/// Crates that only one module may call.
const OWNED_CRATES: [(&str, &[&str]); 7] = [
    ("export", &["krilla", "skrifa"]),
    ("crypto", &["ring", "rsa", "p256", "p384", "p521", "bp256", "bp384", "sha1", "sha2", "sha3"]),
    ("gui", &["eframe", "egui", "rfd", "opener", "rustix", "uds_windows"]),
    ("preview", &["hayro", "rlimit", "image"]),
    ("cli", &["clap"]),
    ("fetch", &["ureq", "rustls"]),
    ("words", &["fluent_bundle", "fluent_syntax", "unic_langid", "sys_locale"]),
];

#[test]
fn imports_point_downwards() {
    let mut wrong = Vec::new();
    for (layer, file, text) in sources() {
        for named in named_modules(&text) {
            let upward = position(&named) < position(&layer);
            let strangers = STRANGERS.contains(&(layer.as_str(), named.as_str()));
            if named != layer && (upward || strangers) {
                wrong.push(format!("{}: {layer} names {named}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "upward arrows:\n{}", wrong.join("\n"));
}

#[test]
fn crates_stay_with_their_owner() {
    let mut wrong = Vec::new();
    for (layer, file, text) in sources() {
        for (owner, crates) in OWNED_CRATES {
            // The window reads its own arguments with the same crate as the command line.
            let shared = owner == "cli" && layer == "gui";
            // And it writes pictures of itself.
            let pictured = |name: &str| name == "image" && layer == "gui";
            for name in crates.iter().filter(|name| layer != owner && !shared && !pictured(name)) {
                if code_lines(&text).any(|line| mentions(line, name)) {
                    wrong.push(format!("{}: {name} belongs to {owner}", file.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn colours_stand_in_the_theme_only() {
    for (layer, file, text) in sources().into_iter().filter(|(layer, ..)| layer == "gui") {
        let named = code_lines(&text).any(|line| line.contains("Color32"));
        assert!(!named || file.ends_with("gui/theme.rs"), "{}: {layer} names a colour", file.display());
    }
}

#[test]
fn validation_never_sees_bytes() {
    for (layer, file, text) in sources() {
        let bytes = code_lines(&text).any(|line| line.contains("Vec<u8>") || line.contains("&[u8]"));
        assert!(layer != "validation" || !bytes, "{} handles octets", file.display());
    }
}

#[test]
fn the_check_itself_sees_an_upward_arrow() {
    let named = named_modules("use crate::gui::theme;\nlet x = crate::words::Words::new();\n// crate::cli\n");
    assert_eq!(named, ["gui", "words"]);
    assert!(position("gui") < position("crypto"));
    assert!(mentions("use ring::digest;", "ring") && !mentions("let string::x", "ring"));
}

fn position(layer: &str) -> usize {
    LAYERS.iter().position(|name| *name == layer).unwrap_or_else(|| panic!("{layer} has no place in the order"))
}

/// Every source file of the library: its layer, its path, its text.
fn sources() -> Vec<(String, PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    collect(&root, &mut files);
    let source = |path: PathBuf| {
        let relative = path.strip_prefix(&root).unwrap();
        let first = relative.components().next().unwrap().as_os_str().to_str().unwrap();
        let layer = first.trim_end_matches(".rs").to_owned();
        let text = fs::read_to_string(&path).unwrap();
        (layer, path, text)
    };
    let library = files.into_iter().map(source).filter(|(layer, ..)| layer != "lib" && layer != "bin");
    let found: Vec<_> = library.collect();
    assert!(found.len() > 30, "only {} source files were found", found.len());
    found
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

fn code_lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.trim_start().starts_with("//"))
}

/// Modules named as `crate::name` in code.
fn named_modules(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in code_lines(text) {
        for (at, _) in line.match_indices("crate::") {
            let rest = &line[at + "crate::".len()..];
            let name: String = rest.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
            if LAYERS.contains(&name.as_str()) {
                found.push(name);
            } else if let Some(group) = rest.strip_prefix('{') {
                let names = group.split([',', '}']).map(|part| part.trim().split("::").next().unwrap_or_default());
                found.extend(names.filter(|name| LAYERS.contains(name)).map(str::to_owned));
            }
        }
    }
    found
}

/// Whether a line calls into a crate: its name at a word's start, followed by `::`.
fn mentions(line: &str, name: &str) -> bool {
    line.match_indices(&format!("{name}::")).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':')
    })
}
