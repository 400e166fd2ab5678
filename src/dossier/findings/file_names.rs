//! Names of files that disagree with what is in them.
//!
//! Only of files that hold certificates of one person or one subject, and only against words that mean one thing: the surname of
//! another person of the dossier who is known by a code, and a known subject. A name that also says the right surname or subject,
//! or one that may be a form of it (`Parauga` of `Paraugs`), disagrees in nothing.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::Path;

use super::{Compared, Finding};
use crate::dossier::persons::{KnownBy, Whose, said};
use crate::dossier::steps::step;
use crate::exam::{SubjectNamed, may_be_one_name, plain_key, subject_key, subjects_named};

/// Letters of the shortest surname that is looked for: a shorter one may be anything in the name of a file.
const SURNAME_LETTERS: usize = 4;
/// Words looked at in one name of a file; real ones have below ten.
const WORDS: usize = 32;
/// Words that name a subject, and in the name of a file rather the language or the kind of the document.
const OTHER_MEANINGS: [&str; 8] =
    ["english", "latvian", "german", "french", "russian", "science", "history", "informatics"];

/// What the certificates of one file are about.
#[derive(Default)]
struct Content<'d> {
    persons: BTreeSet<Option<usize>>,
    /// By key.
    subjects: BTreeMap<Option<&'d str>, &'d str>,
}

pub(super) fn disagree(compared: Compared<'_>) -> Vec<Finding> {
    let surnames = surnames(compared);
    let mut found = Vec::new();
    for (file, content) in contents(compared) {
        let Some(path) = compared.files.get(file).map(|file| file.path.as_path()) else { continue };
        if content.persons.len() == 1
            && let Some(Some(person)) = content.persons.first()
            && let Some(surname) = another_surname(compared, path, *person, &surnames)
        {
            found.push(Finding::NamedAfterAnother { surname, person: *person, files: vec![file] });
        }
        if content.subjects.len() == 1
            && let Some((Some(key), subject)) = content.subjects.first_key_value()
            && let Some(named) = another_subject(path, key)
        {
            found.push(Finding::NamedAfterSubject { named, subject: (*subject).to_owned(), files: vec![file] });
        }
    }
    found
}

/// What each file with certificates holds; whatever is not known stands there as `None`.
fn contents<'d>(compared: Compared<'d>) -> BTreeMap<usize, Content<'d>> {
    let mut all: BTreeMap<usize, Content<'d>> = BTreeMap::new();
    for entry in compared.entries.iter().filter(|entry| entry.place.is_some()) {
        step();
        let content = all.entry(entry.file).or_default();
        content.persons.insert(match entry.whose {
            Whose::Person(person) => Some(person),
            Whose::Nobodys(_) => None,
        });
        let exam = said(compared.files, entry).and_then(|said| said.exam.as_ref());
        let key = exam.map(|exam| exam.key.subject.as_str());
        content.subjects.entry(key).or_insert(exam.map_or("", |exam| exam.subject.as_str()));
    }
    all
}

/// Surnames of persons known by a code, folded, as they are written.
fn surnames(compared: Compared<'_>) -> HashMap<String, &str> {
    let mut all = HashMap::new();
    for person in compared.persons.iter().filter(|person| person.known_by == KnownBy::Code) {
        step();
        let Some(surname) = person.told.as_ref().and_then(|name| name.surname.as_deref()) else { continue };
        let key = plain_key(surname);
        let ambiguous = key.contains(' ') || !subjects_named(surname).is_empty();
        if key.chars().count() >= SURNAME_LETTERS && !ambiguous {
            all.entry(key).or_insert(surname);
        }
    }
    all
}

/// The one surname in the name of a file, where it is of nobody the file is about.
fn another_surname(
    compared: Compared<'_>,
    path: &Path,
    person: usize,
    surnames: &HashMap<String, &str>,
) -> Option<String> {
    // Whose name is not known may be the one the file is named after.
    let own = plain_key(&compared.persons.get(person)?.told.as_ref()?.whole);
    let own: Vec<_> = own.split(' ').collect();
    let mut found: HashSet<&str> = HashSet::new();
    for word in words(path) {
        step();
        if own.iter().any(|own| *own == word && own.chars().count() >= SURNAME_LETTERS) {
            return None;
        }
        if let Some(surname) = surnames.get(&word) {
            if own.iter().any(|own| may_be_one_name(own, &word)) {
                return None;
            }
            found.insert(surname);
        }
    }
    let mut found = found.into_iter();
    let surname = found.next()?;
    found.next().is_none().then(|| surname.to_owned())
}

/// The one subject in the name of a file, where it cannot be the one with this key.
fn another_subject(path: &Path, key: &str) -> Option<String> {
    // A subject that is in no list may have any name.
    let known = subjects_named(key).iter().any(|named| named.key == key);
    let named = subjects_named(&words(path).join(" "));
    let [SubjectNamed { key: other, written }] = named.as_slice() else { return None };
    step();
    let unclear = OTHER_MEANINGS.iter().any(|word| written.starts_with(word)) || may_be_one_subject(key, other);
    (known && !unclear).then(|| written.clone())
}

/// Whether two keys may be of one subject: one word more than "language" in common, or a name for several of them.
fn may_be_one_subject(one: &str, other: &str) -> bool {
    let general = |key: &str| matches!(key, "svesvaloda" | "valsts valoda" | "literatura");
    let stem = |word: &str| word.chars().take(6).collect::<String>();
    let stems = |key: &str| -> HashSet<String> {
        key.split(' ').filter(|word| *word != "valoda" && word.chars().count() > 4).map(stem).collect()
    };
    general(one) || general(other) || !stems(one).is_disjoint(&stems(other)) || subject_key(one) == subject_key(other)
}

/// The words of the name of a file without its extension, folded.
fn words(path: &Path) -> Vec<String> {
    let stem = path.file_stem().map(|stem| plain_key(&stem.to_string_lossy())).unwrap_or_default();
    stem.split(' ').take(WORDS).map(str::to_owned).collect()
}
