//! What is written is read again; what is damaged gives less, never something else.

use super::{Table, Text, Written, write_table};
use crate::trust::{
    Assert, Condition, Criteria, Extensions, Knowledge, ListFacts, ListKind, ListOrigin, ListSignature,
    ListedCertificate, ListedIdentifier, Pointer, Qualification, Role, ServicePeriod, ServiceStatus, TrustService,
    TrustStore, TrustedList, Wanted,
};

fn period(status: &str, since: &str, extensions: Extensions) -> ServicePeriod {
    let (service_type, status) = ("CA/QC".to_owned(), ServiceStatus(status.to_owned()));
    ServicePeriod { service_type, status, since: since.parse().unwrap(), extensions }
}

fn list() -> TrustedList {
    let criteria = Criteria {
        assert: Assert::AtLeastOne,
        conditions: vec![
            Condition::KeyUsage(vec![("nonRepudiation".to_owned(), true)]),
            Condition::Nested(Criteria { assert: Assert::None, conditions: vec![Condition::Unknown("X".to_owned())] }),
        ],
    };
    let qualification = Qualification { qualifiers: vec!["QCWithQSCD".to_owned()], criteria: Some(criteria) };
    let rich = Extensions {
        purposes: vec!["ForeSignatures".to_owned()],
        qualifications: vec![qualification],
        expired_certificates_since: Some("2016-01-01T00:00:00Z".parse().unwrap()),
        taken_over_by: Some("PARAUGS pārņēmējs".to_owned()),
        unknown_critical: vec!["Extension".to_owned()],
        ..Extensions::default()
    };
    let unknown = Extensions { knowledge: Knowledge::None, ..Extensions::default() };
    let named = Extensions {
        knowledge: Knowledge::WithoutCriteria,
        purposes: vec!["ForeSeals".to_owned()],
        qualifications: vec![Qualification { qualifiers: vec!["QCNoQSCD".to_owned()], criteria: None }],
        ..Extensions::default()
    };
    let certificate = ListedCertificate {
        sha256: crate::crypto::Sha256([7; 32]),
        spki_sha256: crate::crypto::Sha256([8; 32]),
        subject: "CN=PARAUGS ICA,O=PARAUGS,C=XX".to_owned(),
        key_identifier: Some("0102030405060708090a".to_owned()),
        der: Some([1, 2, 3].as_slice().into()),
    };
    let service = TrustService {
        list: 0,
        provider: "PARAUGS".to_owned(),
        registrations: vec!["NTRLV-00000000000".to_owned()],
        name: "PARAUGS ICA".to_owned(),
        periods: vec![
            period("withdrawn", "2024-01-01T00:00:00Z", rich),
            period("granted", "2020-01-01T00:00:00Z", named),
            period("accredited", "2012-01-01T00:00:00Z", unknown),
        ],
        certificates: vec![certificate],
        identifiers: vec![ListedIdentifier { key_identifier: "0a0b".to_owned(), subject: "CN=x".to_owned() }],
    };
    let facts = ListFacts {
        territory: "XX".to_owned(),
        operator: "SAMPLE".to_owned(),
        version: Some(6),
        sequence: 3,
        issued: "2026-01-01T00:00:00Z".parse().unwrap(),
        next_update: None,
        origin: ListOrigin::User,
        signature: ListSignature::NotChecked,
        sha256: Some(crate::crypto::Sha256([9; 32])),
    };
    let pointer = Pointer {
        territory: "XX".to_owned(),
        location: "https://paraugs.example/list.xml".to_owned(),
        kind: ListKind::National,
        signers: vec![crate::crypto::Sha256([1; 32])],
    };
    TrustedList {
        facts,
        kind: ListKind::National,
        information: vec!["https://paraugs.example/".to_owned()],
        pointers: vec![pointer],
        services: vec![service],
        providers: 1,
    }
}

#[test]
fn a_list_comes_back_as_it_was() {
    let list = list();
    let table = Table::parse_shared(write_table(&list)).unwrap();
    assert_eq!((&table.facts, table.kind), (&list.facts, list.kind));
    assert_eq!((&table.information, &table.pointers), (&list.information, &list.pointers));
    let services: Vec<_> = table.records.iter().map(|record| record.read(0).unwrap()).collect();
    assert_eq!(services, list.services);
}

#[test]
fn a_service_is_found_by_everything_that_names_it() {
    let mut store = TrustStore::default();
    store.add_list(&list());
    let at = "2021-01-01T00:00:00Z".parse().unwrap();
    let found = |wanted| store.find(wanted, Role::Issuer, at).len();
    assert_eq!(found(Wanted::Certificate(crate::crypto::Sha256([7; 32]))), 1);
    assert_eq!(found(Wanted::Certificate(crate::crypto::Sha256([8; 32]))), 0);
    assert_eq!(found(Wanted::KeyIdentifier(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10])), 1);
    assert_eq!(found(Wanted::KeyIdentifier(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 11])), 0, "only its beginning is the same");
    assert_eq!(found(Wanted::KeyIdentifier(&[10, 11])), 1);
    let attribute = |oid: &str, value: &str| (oid.to_owned(), value.to_owned());
    let name = |organisation: &str| crate::pki::certificate::Name {
        attributes: vec![
            attribute("2.5.4.6", "XX"),
            attribute("2.5.4.10", organisation),
            attribute("2.5.4.3", "PARAUGS ICA"),
        ],
        der: Vec::new(),
    };
    let key = crate::crypto::Sha256([8; 32]);
    let (own, other) = (name("PARAUGS"), name("Other"));
    assert_eq!(found(Wanted::Key(key, &own)), 1);
    assert_eq!(found(Wanted::Key(key, &other)), 0, "the key of somebody else's name");
}

#[test]
fn a_line_that_is_not_understood_takes_its_service_away() {
    let whole = write_table(&list());
    let altered = |from: &str, to: &str| {
        assert!(whole.text.contains(from), "{from}");
        let text = whole.text.replacen(from, to, 1);
        let table = Table::parse_shared(Written { text, certificates: whole.certificates.clone() }).unwrap();
        table.records.iter().filter_map(|record| record.read(0)).count()
    };
    assert_eq!(altered("granted", "granted"), 1, "the twin");
    assert_eq!(altered("2020-01-01T00:00:00Z", "yesterday"), 0);
    assert_eq!(altered("\nH\t", "\nQ\t"), 0);
    assert_eq!(altered("{\"knowledge\"", "{\"knowledg"), 0);
    assert_eq!(altered("\t0\t3\n", "\t0\t4\n"), 0, "octets that are not there");
}

#[test]
fn texts_of_other_shapes_give_no_list() {
    for text in ["", "L", "L\t", "S\tx\nH\ty\n", "C\t\t\t\n", "L\tXX\tmany\t-\n", "K\t\u{fffd}\u{fffd}\n", "\n\n\n"] {
        assert!(
            Table::parse_all(&Text::Shared(Written { text: text.to_owned(), ..Written::default() }.into())).is_empty()
        );
    }
}
