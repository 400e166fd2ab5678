//! What the lists of the corpus say, against the table of facts built into the program.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use edoc::crypto::Sha256;
use edoc::trust::{
    Condition, Criteria, ListKind, ListOrigin, Role, TrustService, TrustStore, parse_list, read_list, snapshot,
};

use super::corpus;

pub fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut found: Vec<_> = entries.filter(|path| path.extension().is_some_and(|e| e == "xml")).collect();
    found.sort();
    found
}

fn digests<'s>(services: impl Iterator<Item = &'s TrustService>) -> BTreeSet<Sha256> {
    services.flat_map(|service| service.certificates.iter().map(|certificate| certificate.sha256)).collect()
}

/// What the table of facts says of one list: providers, services, states, certificates.
#[derive(Default)]
struct Expected {
    providers: BTreeSet<String>,
    services: BTreeSet<String>,
    certificates: BTreeSet<String>,
    rows: Vec<csv::StringRecord>,
}

fn expected(corpus: &Path) -> Option<BTreeMap<String, Expected>> {
    let path = corpus.parent()?.join("facts/eu-trust-services.csv");
    let mut found: BTreeMap<String, Expected> = BTreeMap::new();
    for row in csv::Reader::from_path(path).ok()?.records() {
        let row = row.unwrap();
        let list = found.entry(row[0].to_owned()).or_default();
        list.providers.insert(row[4].to_owned());
        list.services.insert(row.iter().skip(4).take(6).collect::<Vec<_>>().join("|"));
        list.certificates.insert(row[10].to_owned());
        list.rows.push(row);
    }
    Some(found)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_national_list_says_what_the_table_of_facts_says() {
    let Some(corpus) = corpus::folder() else { return };
    let Some(expected) = expected(&corpus) else {
        assert!(std::env::var_os("CI").is_none(), "the table of facts is missing");
        return println!("the table of facts is missing: not compared");
    };
    println!(
        "{:<5} {:>8} {:>9} {:>9} {:>8} {:>13} {:>7} {:>7}",
        "list", "number", "providers", "services", "history", "certificates", "table", "agree"
    );
    let (mut compared, mut rows, mut agree) = (0, 0, 0);
    for path in files(&corpus.join("trust/eu")) {
        let list = parse_list(&std::fs::read(&path).unwrap()).unwrap_or_else(|fault| panic!("{path:?}: {fault}"));
        let territory = list.facts.territory.as_str();
        let history: usize = list.services.iter().map(|service| service.periods.len() - 1).sum();
        let certificates = digests(list.services.iter());
        let table = expected.get(territory);
        let matching = table.map_or(0, |table| table.rows.iter().filter(|row| is_stated(row, &list.services)).count());
        println!(
            "{territory:<5} {:>8} {:>9} {:>9} {history:>8} {:>13} {:>7} {matching:>7}",
            list.facts.sequence,
            list.providers,
            list.services.len(),
            certificates.len(),
            table.map_or(0, |table| table.rows.len()),
        );
        let Some(table) = table else { continue };
        for row in table.rows.iter().filter(|row| !is_stated(row, &list.services)) {
            println!("not stated: {row:?}");
        }
        compared += 1;
        rows += table.rows.len();
        agree += matching;
        assert_eq!(matching, table.rows.len(), "{territory}: a row of the table is not what the list says");
        assert!(table.providers.len() <= list.providers && table.services.len() <= list.services.len(), "{territory}");
    }
    println!("{compared} lists, {agree} of {rows} rows agree");
    assert!(compared >= 27, "only {compared} lists were compared");
}

/// Whether a service of the list has this row's provider, name, type, history, purposes, qualifiers and certificate.
fn is_stated(row: &csv::StringRecord, services: &[TrustService]) -> bool {
    let words = |text: &str| -> BTreeSet<String> {
        text.split(['+', ';']).filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let table_history: Vec<(&str, edoc::Timestamp)> = row[9]
        .split(';')
        .map(|state| state.split_once('@').unwrap())
        .map(|(status, since)| (status, since.parse().unwrap()))
        .collect();
    // A state whose history names another key is not relied on here; the table takes it at its word.
    let same = |period: &edoc::trust::ServicePeriod, (status, since): &(&str, edoc::Timestamp)| {
        period.since == *since && [*status, edoc::trust::ServiceStatus::UNREADABLE].contains(&period.status.0.as_str())
    };
    let same_history = |service: &TrustService| {
        let pairs = service.periods.iter().zip(&table_history);
        service.periods.len() == table_history.len() && pairs.into_iter().all(|(period, state)| same(period, state))
    };
    services.iter().any(|service| {
        let extensions = &service.periods[0].extensions;
        let qualifiers = extensions.qualifications.iter().flat_map(|one| one.qualifiers.iter().cloned()).collect();
        one_line(&service.provider) == one_line(&row[4])
            && one_line(&service.name) == one_line(&row[5])
            && service.service_type() == &row[6]
            // The table has no other additional information than whom the certificates are for.
            && extensions.purposes.iter().filter(|one| one.starts_with("For")).cloned().collect::<BTreeSet<_>>() == words(&row[7])
            && words(&row[8]) == qualifiers
            && same_history(service)
            && (row[10].is_empty() || service.certificates.iter().any(|listed| listed.sha256.to_string() == row[10]))
    })
}

#[test]
fn the_snapshot_holds_what_the_lists_list() {
    let Some(corpus) = corpus::folder() else { return };
    let (mut listed, mut held) = (0, 0);
    for path in files(&corpus.join("trust/eu")) {
        let list = parse_list(&std::fs::read(&path).unwrap()).unwrap();
        let built_in = snapshot().lists.iter().position(|known| known.territory == list.facts.territory);
        let Some(index) = built_in else { continue };
        // The snapshot holds what a path may end at; delivery and archiving services are of no use here.
        let useful = |service: &&TrustService| {
            [Role::Issuer, Role::Timestamp, Role::Ocsp].iter().any(|role| service.serves(*role))
        };
        let certificates = digests(list.services.iter().filter(useful));
        let ours = digests(snapshot().services().filter(|service| service.list == index).filter(useful));
        assert_eq!(snapshot().lists[index].sequence, list.facts.sequence, "{}", list.facts.territory);
        assert_eq!(snapshot().lists[index].issued, list.facts.issued, "{}", list.facts.territory);
        let missing: Vec<_> = ours.difference(&certificates).collect();
        assert!(missing.is_empty(), "{}: in the snapshot and not on the list: {missing:?}", list.facts.territory);
        listed += certificates.len();
        held += certificates.intersection(&ours).count();
    }
    println!("the snapshot holds {held} of {listed} certificates of the lists it was made from");
    assert!(held * 100 >= listed * 99, "{held} of {listed}");
}

#[test]
fn the_latvian_list_gives_the_same_status_as_the_snapshot_at_any_time() {
    let Some(corpus) = corpus::folder() else { return };
    let (list, services) = read_list(&std::fs::read(corpus.join("trust/eu/LV.xml")).unwrap()).unwrap();
    assert_eq!((list.territory.as_str(), list.sequence, list.origin), ("LV", 51, ListOrigin::User));
    assert_eq!((services.len(), list.version), (40, Some(6)));
    assert!(services.iter().all(|service| service.registrations.iter().any(|one| one.contains("40003011203"))));
    let mut store = TrustStore::default();
    store.add(list, services);
    for service in store.services() {
        let certificate = &service.certificates[0];
        let same = |other: &&TrustService| {
            other.service_type() == service.service_type()
                && other.certificates.iter().any(|listed| listed.sha256 == certificate.sha256)
        };
        let built_in = snapshot().services().find(same).unwrap();
        for year in 2009..2027 {
            let at = format!("{year}-05-01T00:00:00Z").parse().unwrap();
            let status = |service: &TrustService| service.status_at(at).map(|period| period.status.0.clone());
            assert_eq!(status(service), status(built_in), "{} at {at}", service.name);
        }
    }
}

#[test]
fn every_older_list_of_a_version_in_use_reads_and_every_other_is_refused() {
    let Some(corpus) = corpus::folder() else { return };
    let mut index = csv::Reader::from_path(corpus.join("trust/lists.csv")).unwrap();
    let (mut read, mut refused) = (0, 0);
    for row in index.records() {
        let row = row.unwrap();
        let parsed = parse_list(&std::fs::read(corpus.join("trust").join(&row[0])).unwrap());
        if !matches!(&row[5], "5" | "6") {
            refused += 1;
            assert!(parsed.is_err(), "{}", &row[0]);
            continue;
        }
        let list = parsed.unwrap_or_else(|fault| panic!("{}: {fault}", &row[0]));
        read += 1;
        let history: usize = list.services.iter().map(|service| service.periods.len() - 1).sum();
        assert_eq!(list.facts.territory, &row[3], "{}", &row[0]);
        assert_eq!(list.facts.sequence.to_string(), &row[4], "{}", &row[0]);
        assert_eq!((list.services.len().to_string(), history.to_string()), (row[9].to_owned(), row[10].to_owned()));
        let lists = list.kind == ListKind::Lists;
        assert_eq!(lists, &row[8] == "EUlistofthelists");
    }
    println!("{read} older lists read, {refused} of version 4 refused");
    assert!(read >= 40 && refused >= 6);
}

#[test]
fn no_state_and_no_condition_of_a_real_list_is_left_unread() {
    let Some(corpus) = corpus::folder() else { return };
    let (mut unreadable, mut unknown, mut conditions, mut qualified) = (Vec::new(), BTreeMap::new(), 0, 0);
    let mut critical: BTreeMap<String, usize> = BTreeMap::new();
    for path in files(&corpus.join("trust/eu")) {
        let list = parse_list(&std::fs::read(&path).unwrap()).unwrap();
        for service in &list.services {
            for period in &service.periods {
                if period.status.0 == edoc::trust::ServiceStatus::UNREADABLE {
                    unreadable.push(format!("{} {} {}", list.facts.territory, service.name, period.since));
                }
                for name in &period.extensions.unknown_critical {
                    *critical.entry(name.clone()).or_default() += 1;
                }
                for criteria in period.extensions.qualifications.iter().filter_map(|one| one.criteria.as_ref()) {
                    qualified += 1;
                    count(criteria, &mut conditions, &mut unknown);
                }
            }
        }
    }
    println!("{qualified} qualifications with {conditions} conditions; not understood: {unknown:?}");
    println!("critical extensions not understood: {critical:?}; states not readable: {unreadable:?}");
    assert!(qualified >= 1_600 && conditions >= 3_000);
    assert!(unknown.is_empty() && critical.is_empty(), "{unknown:?} {critical:?}");
    // The history of this one names the key of another service; both states begin together, so nothing is lost.
    assert_eq!(unreadable, ["IE TrustPro Qualified CA 1 for eSignature 2019-07-17T23:00:00Z"]);
}

fn count(criteria: &Criteria, conditions: &mut usize, unknown: &mut BTreeMap<String, usize>) {
    for condition in &criteria.conditions {
        *conditions += 1;
        match condition {
            Condition::Nested(inner) => count(inner, conditions, unknown),
            Condition::Unknown(name) => *unknown.entry(name.clone()).or_default() += 1,
            _ => {}
        }
    }
}
