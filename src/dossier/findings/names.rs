//! One number beside two names, and one name beside two numbers.

use std::collections::{HashMap, HashSet};

use super::{Compared, Finding, NameDifference};
use crate::dossier::persons::{KnownBy, Person, said};
use crate::dossier::steps::step;
use crate::exam::{may_be_one_name, plain_key};

/// Persons whose code stands beside names that differ in more than case, space and the order of their words.
pub(super) fn several(compared: Compared<'_>) -> Vec<Finding> {
    let several = |(at, person): (usize, &Person)| {
        let mut names: Vec<(&str, &str)> = Vec::new();
        let mut seen: HashSet<String> = HashSet::new();
        for entry in person.entries.iter().filter_map(|entry| compared.entries.get(*entry)) {
            step();
            let Some(name) = said(compared.files, entry).and_then(|said| said.name.as_ref()) else { continue };
            if seen.insert(in_any_order(&name.key)) {
                names.push((&name.whole, &name.key));
            }
        }
        let ((_, first), rest) = names.split_first()?;
        let another = rest.iter().any(|(_, key)| !is_one_spelling(first, key));
        let difference = if another { NameDifference::Name } else { NameDifference::Spelling };
        (!rest.is_empty()).then(|| Finding::SeveralNames {
            person: at,
            names: names.iter().map(|(whole, _)| (*whole).to_owned()).collect(),
            difference,
            files: compared.files_of(&person.entries),
        })
    };
    compared.persons.iter().enumerate().filter_map(several).collect()
}

/// People without a certain code whose name others have as well.
pub(super) fn without_code(compared: Compared<'_>) -> Vec<Finding> {
    let mut by_name: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, person) in compared.persons.iter().enumerate() {
        step();
        if let Some(name) = &person.told {
            by_name.entry(in_any_order(&name.key)).or_default().push(at);
        }
    }
    let mut found: Vec<Finding> = Vec::new();
    for persons in by_name.into_values().filter(|persons| persons.len() > 1) {
        let known = persons.iter().filter_map(|at| compared.persons.get(*at));
        let doubtful = known.filter(|person| person.known_by != KnownBy::Code);
        let files = compared.files_of(doubtful.flat_map(|person| &person.entries));
        if !files.is_empty() {
            found.push(Finding::NameWithoutCode { persons, files });
        }
    }
    found.sort_by(|one, other| one.files().cmp(other.files()));
    found
}

/// `Parauga Anna` and `Anna Parauga` are one name.
fn in_any_order(key: &str) -> String {
    let mut words: Vec<_> = key.split(' ').collect();
    words.sort_unstable();
    words.join(" ")
}

fn is_one_spelling(one: &str, other: &str) -> bool {
    in_any_order(&plain_key(one)) == in_any_order(&plain_key(other)) || may_be_one_name(one, other)
}
