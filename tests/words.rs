//! The texts: Latvian, English and every language that is offered complete, every identifier of the program there and
//! said by it, every value filled, no forbidden word.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::as_conversions,
    missing_docs
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use edoc::words::Language;

#[path = "words/causes.rs"]
mod causes;
#[path = "words/counted.rs"]
mod counted;
#[path = "words/wording.rs"]
mod wording;

/// One text: what it says and which values it is filled with.
#[derive(Debug)]
struct Entry {
    file: String,
    says: String,
    values: BTreeSet<String>,
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// All texts of a language; attributes under `message.attribute`.
fn texts(language: &str) -> BTreeMap<String, Entry> {
    let mut entries = BTreeMap::new();
    let mut files: Vec<_> = fs::read_dir(root().join("assets/words").join(language)).unwrap().collect();
    files.sort_by_key(|file| file.as_ref().unwrap().path());
    for file in files {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        read_file(&name, &fs::read_to_string(&path).unwrap(), &mut entries);
    }
    entries
}

fn read_file(file: &str, text: &str, entries: &mut BTreeMap<String, Entry>) {
    let (mut message, mut current) = (String::new(), None);
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        let trimmed = line.trim_start();
        let begins_message = line.starts_with(|c: char| c.is_ascii_lowercase());
        let begins_attribute = line.starts_with(' ') && trimmed.starts_with('.');
        if begins_message || begins_attribute {
            let (id, says) = trimmed.split_once('=').unwrap_or_else(|| panic!("{file}: {line}"));
            let id = if begins_message {
                message = id.trim().to_owned();
                message.clone()
            } else {
                format!("{message}{}", id.trim())
            };
            let entry = Entry { file: file.to_owned(), says: says.trim().to_owned(), values: BTreeSet::new() };
            assert!(entries.insert(id.clone(), entry).is_none(), "{file}: {id} stands there twice");
            current = Some(id);
        } else {
            let id = current.clone().unwrap_or_else(|| panic!("{file}: {line}"));
            let entry = entries.get_mut(&id).unwrap();
            entry.says.push('\n');
            entry.says.push_str(trimmed);
        }
    }
    for entry in entries.values_mut() {
        entry.values = values(&entry.says);
    }
}

/// Names after `$`.
fn values(text: &str) -> BTreeSet<String> {
    let name = |rest: &str| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
    text.split('$').skip(1).map(name).collect()
}

/// String literals of the program that name a text: `cause-…`, `verdict-…`, and so on.
fn named_in_source() -> BTreeSet<String> {
    let mut named = BTreeSet::new();
    for path in rust_files(&root().join("src")) {
        let text = fs::read_to_string(&path).unwrap();
        // The readers of documents name elements of theirs: `table-row`.
        let reader = path.to_string_lossy().contains("exam/text/");
        if reader || path.ends_with("tests.rs") || path.parent().is_some_and(|folder| folder.ends_with("tests")) {
            continue;
        }
        for literal in text.split('"').skip(1).step_by(2) {
            let of_texts = [
                "verdict-",
                "cause-",
                "check-",
                "exam-",
                "report-",
                "cli-",
                "time-",
                "trust-",
                "qualification-",
                "rows-",
                "dossier-",
                "columns-",
                "pdf-",
                "gui-",
                "recent-",
                "settings-",
                "about-",
                "help-",
                "menu-",
            ];
            let plain = literal.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-.".contains(c));
            if plain && !literal.ends_with('-') && of_texts.iter().any(|start| literal.starts_with(start)) {
                named.insert(literal.to_owned());
            }
        }
    }
    named
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

/// What a language lacks, and what it has filled otherwise or in another file, of the texts of English.
fn shortcomings(language: &str) -> Vec<String> {
    let (own, english) = (texts(language), texts("en"));
    let missing = english.keys().filter(|id| !own.contains_key(*id)).map(|id| format!("{id} is missing"));
    let differing = own.iter().filter_map(|(id, entry)| match english.get(id) {
        None => Some(format!("{id} is not in English")),
        Some(other) if other.values != entry.values => Some(format!("{id} is filled with other values")),
        Some(other) if other.file != entry.file => Some(format!("{id} stands in another file")),
        Some(_) => None,
    });
    missing.chain(differing).collect()
}

#[test]
fn latvian_and_english_have_the_same_texts_with_the_same_values() {
    let found = shortcomings("lv");
    assert!(found.is_empty(), "Latvian: {found:#?}");
    assert!(texts("lv").len() > 900, "{} texts were read", texts("lv").len());
}

/// A new text is to be said in every offered language, or the language is to leave `Language::offered`.
#[test]
fn a_language_is_offered_when_it_is_complete_and_only_then() {
    for language in Language::ALL {
        let found = shortcomings(language.code());
        let offered = Language::offered().contains(&language);
        assert_eq!(found.is_empty(), offered, "{language:?}: {found:#?}");
    }
    assert!(Language::offered().contains(&Language::Latvian) && Language::offered().contains(&Language::English));
}

/// A language that is not complete may lack a text, but not the half of one; what it has is filled rightly.
#[test]
fn what_a_language_says_it_says_whole() {
    for language in Language::ALL.map(Language::code) {
        let own = texts(language);
        for found in shortcomings(language) {
            let id = found.strip_suffix(" is missing").unwrap_or_else(|| panic!("{language}: {found}"));
            let message = id.split('.').next().unwrap();
            assert!(id == message || !own.contains_key(message), "{language}: {found}, {message} is there");
        }
    }
}

#[test]
fn every_text_the_program_names_is_there() {
    let (texts, named) = (texts("en"), named_in_source());
    let missing: Vec<_> = named.iter().filter(|id| !texts.contains_key(*id)).collect();
    assert!(missing.is_empty(), "no such text: {missing:?}");
    assert!(named.len() > 150, "{} identifiers were found", named.len());
}

#[test]
fn every_file_is_good_fluent() {
    for language in Language::ALL.map(Language::code) {
        for file in fs::read_dir(root().join("assets/words").join(language)).unwrap() {
            let path = file.unwrap().path();
            let parsed = fluent_bundle::FluentResource::try_new(fs::read_to_string(&path).unwrap());
            assert!(parsed.is_ok(), "{}: {:?}", path.display(), parsed.err().map(|(_, errors)| errors));
        }
    }
    assert!(fluent_bundle::FluentResource::try_new("no-value\n".to_owned()).is_err());
}

#[test]
fn every_text_is_used() {
    let (texts, named) = (texts("en"), named_in_source());
    let built = |id: &str| {
        id.ends_with(".advice")
            || id.starts_with("time-month-")
            || ["cli-arg-", "cli-command-", "cli-usage-"].iter().any(|start| id.starts_with(start))
    };
    // Names of one word, which no beginning tells from other strings.
    let whole = ["percent", "menu", "settings", "about", "help"];
    let idle: Vec<_> =
        texts.keys().filter(|id| !whole.contains(&id.as_str()) && !named.contains(*id) && !built(id)).collect();
    assert!(idle.is_empty(), "nobody says: {idle:?}");
}

#[test]
fn no_text_is_empty_or_broken() {
    for language in Language::ALL.map(Language::code) {
        for (id, Entry { says, .. }) in texts(language) {
            assert!(!says.is_empty(), "{language}: {id} is empty");
            assert_eq!(says.matches('{').count(), says.matches('}').count(), "{language}: {id}: braces");
        }
    }
}
