//! Trusted lists of the corpus as they are read, against the table of facts built into the program; what is no list is refused.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

mod corpus;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use edoc::crypto::Sha256;
use edoc::trust::{ListOrigin, Role, TrustService, TrustStore, read_list, snapshot};

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut found: Vec<_> = entries.filter(|path| path.extension().is_some_and(|e| e == "xml")).collect();
    found.sort();
    found
}

fn digests<'s>(services: impl Iterator<Item = &'s TrustService>) -> BTreeSet<Sha256> {
    services.flat_map(|service| service.certificates.iter().map(|certificate| certificate.sha256)).collect()
}

#[test]
fn every_national_list_reads_and_agrees_with_the_snapshot() {
    let Some(corpus) = corpus::folder() else { return };
    println!(
        "{:<5} {:>8} {:>9} {:>8} {:>13} {:>9}",
        "list", "number", "services", "history", "certificates", "snapshot"
    );
    let (mut read, mut listed, mut held) = (0, 0, 0);
    for path in files(&corpus.join("trust/eu")) {
        let (list, services) =
            read_list(&std::fs::read(&path).unwrap()).unwrap_or_else(|fault| panic!("{path:?}: {fault}"));
        // The snapshot holds what a path may end at; delivery and archiving services are of no use here.
        let useful = |service: &&TrustService| {
            [Role::Issuer, Role::Timestamp, Role::Ocsp].iter().any(|role| service.serves(*role))
        };
        let certificates = digests(services.iter().filter(useful));
        let built_in = snapshot().lists.iter().position(|known| known.territory == list.territory);
        let ours = snapshot().services().iter().filter(|service| Some(service.list) == built_in);
        let ours = digests(ours.filter(useful));
        let history: usize = services.iter().map(|service| service.history.len()).sum();
        let (count, known) = (certificates.len(), ours.len());
        println!(
            "{:<5} {:>8} {:>9} {history:>8} {count:>13} {known:>9}",
            list.territory,
            list.sequence,
            services.len()
        );
        read += 1;
        let Some(index) = built_in.filter(|_| list.territory != "EU") else { continue };
        assert_eq!(snapshot().lists[index].sequence, list.sequence, "{}", list.territory);
        assert_eq!(snapshot().lists[index].issued, list.issued, "{}", list.territory);
        let missing: Vec<_> = ours.difference(&certificates).collect();
        assert!(missing.is_empty(), "{}: in the snapshot and not on the list: {missing:?}", list.territory);
        listed += certificates.len();
        held += certificates.intersection(&ours).count();
    }
    println!("the snapshot holds {held} of {listed} certificates of the lists it was made from");
    assert!(read >= 29, "only {read} lists were read");
    assert!(held * 100 >= listed * 93, "{held} of {listed}");
}

#[test]
fn the_latvian_list_gives_the_same_status_as_the_snapshot_at_any_time() {
    let Some(corpus) = corpus::folder() else { return };
    let (list, services) = read_list(&std::fs::read(corpus.join("trust/eu/LV.xml")).unwrap()).unwrap();
    assert_eq!((list.territory.as_str(), list.sequence, list.origin), ("LV", 51, ListOrigin::User));
    assert_eq!(services.len(), 40);
    let mut store = TrustStore::default();
    store.add(list, services);
    for service in store.services() {
        let certificate = &service.certificates[0];
        let same = |other: &&TrustService| {
            other.service_type == service.service_type
                && other.certificates.iter().any(|listed| listed.sha256 == certificate.sha256)
        };
        let built_in = snapshot().services().iter().find(same).unwrap();
        for year in 2009..2027 {
            let at = format!("{year}-05-01T00:00:00Z").parse().unwrap();
            let status = |service: &TrustService| service.status_at(at).map(|period| period.status.0.to_string());
            assert_eq!(status(service), status(built_in), "{} at {at}", service.name);
        }
    }
}

#[test]
fn what_is_no_trusted_list_is_refused() {
    let sample = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/trust-list.xml")).unwrap();
    let (list, services) = read_list(sample.as_bytes()).unwrap();
    assert!(list.territory == "XX" && !services.is_empty(), "the honest twin");
    let body = sample.find("?>").map_or(0, |at| at + 2);
    let refused = [
        String::new(),
        "<html><body>404 Not Found</body></html>".to_owned(),
        format!("<!DOCTYPE x>{}", &sample[body..]),
        sample[..sample.len() / 2].to_owned(),
        sample.replace(">6</", ">7</"),
        sample.replace("http://uri.etsi.org/02231/v2#", "urn:other"),
        sample.replace("SchemeTerritory>", "SchemeTerritorium>"),
    ];
    for text in refused {
        assert!(read_list(text.as_bytes()).is_err(), "{}", &text[..text.len().min(80)]);
    }
}
