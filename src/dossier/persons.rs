//! Whose certificates they are: rows of many files grouped by person, and never two people taken for one silently.
//!
//! 1. A personal code that was read with certainty is a person, whatever name stands beside it.
//! 2. Any other identifier, or a code in doubt, is one together with a name: nobody says who gave out the number.
//! 3. Else the name alone, which the group says. It never joins a person known by more, even under the same name:
//!    [`super::Finding::NameWithoutCode`] names both.
//! 4. What is withheld, not read with certainty, or not there is nobody's.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};

use super::filed::{Filed, Name, Row, RowPlace, Said};
use super::steps::step;
use crate::crypto::Sha256;
use crate::exam::{Certainty, Identifier, PersonalCode};
use crate::report::Standing;

/// One row of a dossier: a certificate of a file, or a file without any.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Which input, from 0.
    pub file: usize,
    /// Where in its report; `None` for a file without a certificate.
    pub place: Option<RowPlace>,
    /// How much it may be shown as a result: plainly only where it is confirmed. `None` where there is no certificate.
    pub standing: Option<Standing>,
    /// Whose it is.
    pub whose: Whose,
    /// Which row of its file.
    #[serde(skip)]
    pub row: usize,
}

/// Whose a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "whose", content = "value", rename_all = "kebab-case")]
pub enum Whose {
    /// Of one person: its place among the persons, from 0.
    Person(usize),
    /// Not confirmed to be anybody's.
    Nobodys(Nobodys),
}

/// Why a row is nobody's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Nobodys {
    /// Nothing could be said about the file.
    NotExamined,
    /// The file holds no certificate that can be read.
    NoCertificate,
    /// Refuted: what it claims about a person is no knowledge.
    Withheld,
    /// No name and no code was read with certainty.
    NotNamed,
}

/// What tells a person from others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KnownBy {
    /// A personal code.
    Code,
    /// Another identifier, or a code that was not read with certainty, together with the name.
    IdentifierAndName,
    /// The name alone: two people may have it.
    NameAlone,
}

/// A person with the rows that are about them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// What tells them from others.
    pub known_by: KnownBy,
    /// The name as written in the first confirmed row that has one, else in the first.
    pub name: Option<String>,
    /// The personal code or other identifier, where a row has it with certainty. Masked wherever it is shown unless asked for.
    pub identifier: Option<Identifier>,
    /// Their entries, in input order.
    pub entries: Vec<usize>,
    /// How many certificates these are; the same file under two names counts once.
    pub certificates: usize,
    /// How many of them are confirmed.
    pub genuine: usize,
    /// Their name, for comparing and for order.
    #[serde(skip)]
    pub(super) told: Option<Name>,
}

/// What two rows of one person have in common.
#[derive(PartialEq, Eq, Hash)]
enum Key<'f> {
    Code(&'f PersonalCode),
    IdentifierAndName(&'f Identifier, &'f str),
    NameAlone(&'f str),
}

/// Every row with whose it is, and the persons by surname and name.
pub(super) fn group(files: &[Filed]) -> (Vec<Entry>, Vec<Person>) {
    let mut known: HashMap<Key<'_>, usize> = HashMap::new();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut entries: Vec<Entry> = Vec::new();
    for (file, filed) in files.iter().enumerate() {
        for (row, content) in filed.rows.iter().enumerate() {
            step();
            let whose = match key(filed, content) {
                Err(reason) => Whose::Nobodys(reason),
                Ok(key) => {
                    let group = *known.entry(key).or_insert_with(|| {
                        groups.push(Vec::new());
                        groups.len().saturating_sub(1)
                    });
                    groups.get_mut(group).into_iter().for_each(|group| group.push(entries.len()));
                    Whose::Person(group)
                }
            };
            entries.push(Entry { file, place: content.place, standing: content.standing, whose, row });
        }
    }
    let people = groups.into_iter().map(|group| person(files, &entries, group)).collect();
    let persons = in_order(people, &mut entries);
    (entries, persons)
}

fn key<'f>(file: &'f Filed, row: &'f Row) -> Result<Key<'f>, Nobodys> {
    if file.word.is_none() {
        return Err(Nobodys::NotExamined);
    }
    if row.place.is_none() {
        return Err(Nobodys::NoCertificate);
    }
    let said = row.said.as_ref().ok_or(Nobodys::Withheld)?;
    match (&said.identifier, &said.name) {
        (Some((Identifier::PersonalCode(code), Certainty::Certain)), _) => Ok(Key::Code(code)),
        (Some((identifier, _)), Some(name)) => Ok(Key::IdentifierAndName(identifier, &name.key)),
        (None, Some(name)) => Ok(Key::NameAlone(&name.key)),
        (_, None) => Err(Nobodys::NotNamed),
    }
}

fn known_by(said: &Said) -> KnownBy {
    match &said.identifier {
        Some((Identifier::PersonalCode(_), Certainty::Certain)) => KnownBy::Code,
        Some(_) => KnownBy::IdentifierAndName,
        None => KnownBy::NameAlone,
    }
}

fn person(files: &[Filed], entries: &[Entry], group: Vec<usize>) -> Person {
    let rows =
        || group.iter().filter_map(|entry| entries.get(*entry)).filter_map(|entry| Some((entry, said(files, entry)?)));
    let first = rows().next().map(|(_, said)| said);
    let confirmed = rows().filter(|(entry, _)| entry.standing == Some(Standing::Confirmed));
    let told = confirmed.chain(rows()).find_map(|(_, said)| said.name.clone());
    let mut seen: HashSet<(Sha256, Option<RowPlace>)> = HashSet::new();
    let (mut certificates, mut genuine) = (0_usize, 0_usize);
    for (entry, _) in rows() {
        step();
        let digest = files.get(entry.file).and_then(|file| file.sha256);
        if digest.is_some_and(|digest| !seen.insert((digest, entry.place))) {
            continue;
        }
        certificates = certificates.saturating_add(1);
        genuine = genuine.saturating_add(usize::from(entry.standing == Some(Standing::Confirmed)));
    }
    Person {
        known_by: first.map_or(KnownBy::NameAlone, known_by),
        name: told.as_ref().map(|name| name.whole.clone()),
        identifier: rows().find_map(|(_, said)| said.certain_identifier()).cloned(),
        entries: group,
        certificates,
        genuine,
        told,
    }
}

/// By surname, then name; whoever has none comes last, and equals stay in input order.
fn in_order(mut people: Vec<Person>, entries: &mut [Entry]) -> Vec<Person> {
    people.sort_by_cached_key(|person| {
        let order = person.told.as_ref().map(Name::order);
        (order.is_none(), order, person.known_by, person.entries.first().copied())
    });
    for (place, person) in people.iter().enumerate() {
        for entry in &person.entries {
            if let Some(entry) = entries.get_mut(*entry) {
                entry.whose = Whose::Person(place);
            }
        }
    }
    people
}

/// The row of an entry.
pub(super) fn row<'f>(files: &'f [Filed], entry: &Entry) -> Option<&'f Row> {
    files.get(entry.file)?.rows.get(entry.row)
}

/// What the row of an entry says.
pub(super) fn said<'f>(files: &'f [Filed], entry: &Entry) -> Option<&'f Said> {
    row(files, entry)?.said.as_ref()
}
