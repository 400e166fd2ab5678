//! Certificates of two people in one applicant's folder.
//!
//! Only where one folder an applicant is evidently how the files are kept, so that a folder with a whole school in it, or one for
//! each class or subject, gives no finding: at least three folders lie side by side in one folder and hold certificates with
//! personal codes; most of them hold one person's, and those are mostly different people. Then a folder with two or three codes is
//! named; one with more is evidently not one applicant's.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::Path;

use super::{Compared, Finding};
use crate::dossier::persons::{KnownBy, Whose};
use crate::dossier::steps::step;

/// Folders side by side that make it evident.
const SIDE_BY_SIDE: usize = 3;
/// Codes in one folder from which on it is not one applicant's.
const MOST_PERSONS: usize = 3;

/// What a folder holds.
#[derive(Default)]
struct Folder {
    persons: BTreeSet<usize>,
    files: BTreeSet<usize>,
}

pub(super) fn several_persons(compared: Compared<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for folders in side_by_side(compared).into_values().filter(|folders| one_an_applicant(folders)) {
        for (path, folder) in folders {
            if (2..=MOST_PERSONS).contains(&folder.persons.len()) {
                found.push(Finding::SeveralPersonsInFolder {
                    folder: path.to_string_lossy().into_owned(),
                    persons: folder.persons.into_iter().collect(),
                    files: folder.files.into_iter().collect(),
                });
            }
        }
    }
    found
}

/// Folders that hold certificates with personal codes, by the folder around them.
fn side_by_side(compared: Compared<'_>) -> BTreeMap<&Path, BTreeMap<&Path, Folder>> {
    let mut all: BTreeMap<&Path, BTreeMap<&Path, Folder>> = BTreeMap::new();
    for entry in compared.entries {
        step();
        let Whose::Person(person) = entry.whose else { continue };
        let by_code = compared.persons.get(person).is_some_and(|person| person.known_by == KnownBy::Code);
        let parent = compared.files.get(entry.file).and_then(|file| file.path.parent());
        let (true, Some(parent)) = (by_code, parent) else { continue };
        let Some(around) = parent.parent() else { continue };
        let folder = all.entry(around).or_default().entry(parent).or_default();
        folder.persons.insert(person);
        folder.files.insert(entry.file);
    }
    all
}

fn one_an_applicant(folders: &BTreeMap<&Path, Folder>) -> bool {
    let single = || folders.values().filter(|folder| folder.persons.len() == 1);
    let different: HashSet<_> = single().flat_map(|folder| &folder.persons).collect();
    let (all, single) = (folders.len(), single().count());
    all >= SIDE_BY_SIDE && single.saturating_mul(2) > all && different.len().saturating_mul(2) > single
}
