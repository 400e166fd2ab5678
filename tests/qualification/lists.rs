//! What real and test lists make of certificates.

use std::collections::BTreeMap;
use std::path::Path;

use edoc::container::{FileSource, Opened, open};
use edoc::evidence::{CertificateFacts, Evidence, PathFacts, gather};
use edoc::qualification::{
    CertificateKind, CertificateQualification, Device, TimestampQualification, determine, qualify_certificate,
    qualify_timestamp, services_of_path,
};
use edoc::trust::{Knowledge, Role, TrustService, TrustStore, parse_list, snapshot};

use super::built::*;

fn evidence(container: &Path, trust: &TrustStore) -> Evidence {
    let source = FileSource::open(container).unwrap();
    let Opened::Container(container) = open(&source).unwrap() else { panic!("{container:?}") };
    gather(&container, trust).unwrap()
}

fn path<'e>(evidence: &'e Evidence, paths: &[PathFacts]) -> Vec<&'e CertificateFacts> {
    let certificates = &paths.first().expect("a path").certificates;
    let facts =
        |digest: &edoc::crypto::Sha256| evidence.certificates.iter().find(|known| known.sha256 == *digest).unwrap();
    certificates.iter().map(facts).collect()
}

/// One signature of 2016 under two dozen variants of the Estonian test list (libdigidocpp `TSLTest_*`). What they vary about
/// the issuer and the time-stamping authority is ours to tell; OCSP services are no matter of the legal level.
#[test]
fn the_estonian_test_lists_give_what_their_makers_expect() {
    let Some(corpus) = super::super::corpus::folder() else { return };
    let mut rows = csv::Reader::from_path(corpus.join("trust/cases.csv")).unwrap();
    let mut judged = 0;
    for row in rows.records() {
        let row = row.unwrap();
        let (file, expected) = (&row[0], &row[5]);
        let list = parse_list(&std::fs::read(corpus.join("trust/cases").join(file)).unwrap()).unwrap();
        let mut trust = TrustStore::default();
        trust.add_list(&list);
        let evidence = evidence(&corpus.join("trust/cases").join(&row[2]), &trust);
        let signature = &evidence.signature_files[0].signatures[0];
        let stamp = &signature.timestamps[0];
        let signed = stamp.at.unwrap();
        let chain = path(&evidence, &signature.paths);
        let services = services_of_path(&trust, &chain, Role::Issuer);
        let certificate = qualify_certificate(chain[0], &services, signed).level.settled().unwrap();
        let authority = services_of_path(&trust, &path(&evidence, &stamp.paths), Role::Timestamp);
        let time = qualify_timestamp(&authority, signed, signed).qualification;
        let good = match file.split('-').nth(1) {
            Some("TSA") => time == TimestampQualification::Qtsa,
            Some("OCSP") => continue,
            _ => certificate == QESIG,
        };
        println!("{file:<44} {expected:<5} {certificate:?} {time:?}");
        assert_eq!(good, expected == "good", "{file}: {certificate:?} {time:?}");
        judged += 1;
    }
    assert!(judged >= 16, "{judged}");
}

/// Every issuer of every national list, with a person's and a seal's certificate issued in the middle of its time.
#[test]
fn every_issuer_of_the_union_is_settled_by_its_list() {
    let Some(corpus) = super::super::corpus::folder() else { return };
    let mut counts: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
    let mut issuers = 0;
    for file in std::fs::read_dir(corpus.join("trust/eu")).unwrap().map(|file| file.unwrap().path()) {
        if file.extension().is_none_or(|extension| extension != "xml") {
            continue;
        }
        let list = parse_list(&std::fs::read(&file).unwrap()).unwrap();
        let in_2024 = |service: &&TrustService| {
            service.status_at(at("2024-06-01T00:00:00Z")).is_some_and(|period| period.service_type == "CA/QC")
        };
        for service in list.services.iter().filter(in_2024) {
            issuers += 1;
            for mut certificate in [person(), file_seal()] {
                certificate.not_before = at("2024-06-01T00:00:00Z");
                let found = qualify_certificate(&certificate, &[service], at("2024-07-01T00:00:00Z"));
                let result = found.level.settled().expect("a list says it whole");
                let status = &service.status_at(at("2024-06-01T00:00:00Z")).unwrap().status.0;
                let qualified = matches!(result, CertificateQualification::Qualified { .. });
                assert!(!qualified || status == "granted", "{}: {status}", service.name);
                let name = format!("{result:?}");
                *counts.entry(list.facts.territory.clone()).or_default().entry(name).or_default() += 1;
            }
        }
    }
    for (territory, results) in &counts {
        println!("{territory} {results:?}");
    }
    assert!(issuers >= 300 && counts.len() >= 25, "{issuers} issuers of {} lists", counts.len());
    let latvian: Vec<_> = counts["LV"].keys().cloned().collect();
    assert!(latvian.contains(&format!("{QESIG:?}")) && latvian.contains(&format!("{QC_ESEAL:?}")), "{latvian:?}");
}

/// The table built into the program never says more than the list it was made from.
#[test]
fn the_snapshot_settles_nothing_that_the_lists_do_not_say() {
    let Some(corpus) = super::super::corpus::folder() else { return };
    let (mut settled, mut open) = (BTreeMap::<String, usize>::new(), BTreeMap::<String, usize>::new());
    for index in 0..snapshot().lists.len() {
        let territory = snapshot().lists[index].territory.as_str();
        let Ok(bytes) = std::fs::read(corpus.join(format!("trust/eu/{territory}.xml"))) else { continue };
        let list = parse_list(&bytes).unwrap();
        for service in snapshot().services().filter(|service| service.list == index) {
            let Some(whole) = same_service(&list.services, service) else { continue };
            for year in [2014, 2017, 2019, 2022, 2025] {
                let when = at(&format!("{year}-06-01T00:00:00Z"));
                for mut certificate in [person(), file_seal(), old_person()] {
                    certificate.not_before = certificate.not_before.min(when);
                    let ours = determine(&certificate, &[service], when);
                    let truth = determine(&certificate, &[whole], when).level.settled().unwrap();
                    match ours.level.settled() {
                        Some(result) => {
                            assert_eq!(result, truth, "{territory} {} {when}", service.name);
                            *settled.entry(territory.to_owned()).or_default() += 1;
                        }
                        None => {
                            assert!(
                                ours.level.possible().contains(&truth),
                                "{territory} {} {when}: {truth:?}",
                                service.name
                            );
                            *open.entry(territory.to_owned()).or_default() += 1;
                        }
                    }
                }
            }
        }
    }
    println!("settled {settled:?}");
    println!("open {open:?}");
    assert!(settled.values().sum::<usize>() > 5_000);
}

/// The service of the list with the same certificate, type and history.
fn same_service<'l>(services: &'l [TrustService], wanted: &TrustService) -> Option<&'l TrustService> {
    let same = |service: &&TrustService| {
        let states = |service: &TrustService| {
            let state = |period: &edoc::trust::ServicePeriod| {
                (period.service_type.clone(), period.status.0.clone(), period.since)
            };
            service.periods.iter().map(state).collect::<Vec<_>>()
        };
        let certificates = |service: &TrustService| service.certificates.first().map(|one| one.sha256);
        service.name == wanted.name
            && certificates(service) == certificates(wanted)
            && states(service) == states(wanted)
    };
    let mut found = services.iter().filter(same);
    // Twins of one name and history differ in what the table does not hold.
    found.next().filter(|_| found.next().is_none())
}

#[test]
fn the_samples_above_are_what_they_are_called() {
    assert_eq!(QESIG, qc(CertificateKind::ESig, Device::Qscd));
    assert_eq!(granted().periods[0].extensions.knowledge, Knowledge::Full);
}
