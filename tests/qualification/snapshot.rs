//! What the table built into the program settles, and what it leaves open.

use edoc::evidence::CertificateFacts;
use edoc::qualification::{
    CertificateKind, CertificateQualification, Level, QualificationDoubt, Remark, SignatureQualification, StepId,
    determine, qualify_certificate, services_of_path,
};
use edoc::trust::{Knowledge, Role, TrustService, snapshot};
use edoc::validation::{Doubt, Failure, Indication};

use super::built::*;

const ICA_2021: &str = "adecfba900af836536a21d4f30fba95628ae18bf2c139cd9a59af131e4497cf9";
const EID_2021: &str = "292efebd081f3c5de8d263b72096aa385ff65efa4d3b0fb0a1f821b54679a431";
const EID_2025: &str = "a14385c34d57b964850541e52292b9d7b81b130ad6723b207f7fbbc4e76352cc";
const ROOT: &str = "fd612629e8bd38e880116ecc67911c054274345e320979b08301ca0eb8af252d";
/// E-ME SI (CA1) from 09.2015.
const E_ME: &str = "82ac46aed8580839ac6c4d6b2b334a107b95635d56c3ce5a6259ce0dd82250ea";

fn issuer(digest: &str) -> CertificateFacts {
    let mut issuer = person();
    issuer.sha256 = digest.parse().unwrap();
    issuer.issues_certificates = true;
    issuer
}

fn services(end: &CertificateFacts, issuers: &[&str]) -> Vec<&'static TrustService> {
    let issuers: Vec<_> = issuers.iter().map(|digest| issuer(digest)).collect();
    let path: Vec<_> = [end].into_iter().chain(&issuers).collect();
    services_of_path(snapshot(), &path, Role::Issuer)
}

#[test]
fn services_of_today_are_settled() {
    let cases = [
        (file_seal(), ICA_2021, QC_ESEAL),
        (person(), ICA_2021, QESIG),
        (person(), EID_2021, QESIG),
        // LV eID ICA 2021 is not listed for seals.
        (file_seal(), EID_2021, not_qc(CertificateKind::ESeal)),
    ];
    for (certificate, ica, expected) in cases {
        let services = services(&certificate, &[ica, ROOT]);
        assert_eq!(services.len(), 2, "issuer and root, each once");
        assert_eq!(whole(&certificate, &services, "2025-06-21T00:00:00Z"), expected, "{ica}");
    }
    let mut newer = person();
    newer.not_before = at("2025-03-01T00:00:00Z");
    assert_eq!(whole(&newer, &services(&newer, &[EID_2025, ROOT]), "2025-06-21T00:00:00Z"), QESIG);
    let early = whole(&person(), &services(&person(), &[EID_2025, ROOT]), "2025-06-21T00:00:00Z");
    assert_eq!(early, ESIG, "issued before its issuer was listed");
}

#[test]
fn a_path_without_listed_certificates_has_no_services() {
    let end = person();
    assert!(services_of_path(snapshot(), &[&end], Role::Issuer).is_empty());
    let listed = issuer(ICA_2021);
    assert!(services_of_path(snapshot(), &[&listed], Role::Issuer).is_empty(), "its own listing does not vouch for it");
    assert_eq!(services_of_path(snapshot(), &[&end, &listed, &listed], Role::Issuer).len(), 1);
}

fn e_me_person() -> CertificateFacts {
    let mut certificate = old_person();
    certificate.not_before = at("2015-11-01T00:00:00Z");
    certificate
}

#[test]
fn the_latvian_window_of_2018() {
    let certificate = e_me_person();
    let services = services(&certificate, &[E_ME]);
    let [service] = services.as_slice() else { panic!("{services:?}") };
    // The table knows the states and not what was said beside them: inside the window nothing hangs on that.
    for inside in ["2018-01-16T01:00:00Z", "2018-02-01T00:00:00Z", "2018-02-19T00:59:59Z"] {
        assert_eq!(whole(&certificate, &[service], inside), ESIG, "{inside}");
    }
    for outside in ["2018-01-16T00:59:59Z", "2018-02-19T01:00:00Z", "2017-01-01T00:00:00Z"] {
        let found = qualify_certificate(&certificate, &[service], at(outside));
        let Level::Open { doubt, possible } = &found.level else { panic!("{outside}: {found:?}") };
        assert!(matches!(doubt, QualificationDoubt::ExtensionsNotKnown { list: 0, .. }));
        assert!(possible.contains(&QESIG) && possible.contains(&ESIG) && !possible.contains(&NA), "{possible:?}");
    }
    for later in ["2021-11-02T22:00:00Z", "2026-01-01T00:00:00Z"] {
        assert_eq!(whole(&certificate, &[service], later), ESIG, "withdrawn at its end: {later}");
    }
}

/// The same with the list itself at hand, as a whole.
#[test]
fn the_latvian_window_with_the_list_itself() {
    let Some(corpus) = super::super::corpus::folder() else { return };
    let list = edoc::trust::parse_list(&std::fs::read(corpus.join("trust/eu/LV.xml")).unwrap()).unwrap();
    let digest = E_ME.parse().unwrap();
    let listed = |service: &&TrustService| service.certificates.iter().any(|one| one.sha256 == digest);
    let services: Vec<_> = list.services.iter().filter(listed).collect();
    let certificate = e_me_person();
    for (when, expected) in [
        ("2015-12-01T00:00:00Z", QESIG),
        ("2017-01-01T00:00:00Z", QESIG),
        ("2018-01-16T00:59:59Z", QESIG),
        ("2018-01-16T01:00:00Z", ESIG),
        ("2018-02-19T00:59:59Z", ESIG),
        ("2018-02-19T01:00:00Z", QESIG),
        ("2021-11-02T21:59:59Z", QESIG),
        ("2021-11-02T22:00:00Z", ESIG),
    ] {
        assert_eq!(whole(&certificate, &services, when), expected, "{when}");
    }
}

fn open(qualifiers: &[&str]) -> TrustService {
    let mut service = granted();
    service.periods[0].extensions.knowledge = Knowledge::WithoutCriteria;
    service.periods[0].extensions.qualifications = vec![qualification(qualifiers, None)];
    service
}

#[test]
fn criteria_that_are_not_known_count_only_where_they_make_no_difference() {
    let settled: [(_, &[&str], _); 5] = [
        (person(), &["QCWithQSCD"], QESIG),
        (person(), &["QCQSCDStatusAsInCert", "QCForESig"], QESIG),
        (file_seal(), &["QCForESeal", "QCStatement"], QC_ESEAL),
        (file_seal(), &["QCNoQSCD"], QC_ESEAL),
        (person(), &[], QESIG),
    ];
    for (certificate, qualifiers, expected) in settled {
        assert_eq!(now(&certificate, &[&open(qualifiers)]).level.settled(), Some(expected), "{qualifiers:?}");
    }
    let unsettled: [(_, &[&str], &[CertificateQualification]); 4] = [
        (file_seal(), &["QCWithQSCD"], &[QESEAL, QC_ESEAL]),
        (person(), &["NotQualified"], &[QESIG, ESIG]),
        (person(), &["QCNoQSCD"], &[QESIG, QC_ESIG]),
        (person(), &["QCForESeal"], &[QESIG, QESEAL]),
    ];
    for (certificate, qualifiers, expected) in unsettled {
        let found = now(&certificate, &[&open(qualifiers)]);
        let Level::Open { doubt, possible } = &found.level else { panic!("{qualifiers:?}: {found:?}") };
        assert_eq!(*doubt, QualificationDoubt::CriteriaNotKnown { list: 0, service: "ICA".to_owned() });
        let mut expected = expected.to_vec();
        expected.sort();
        assert_eq!(*possible, expected, "{qualifiers:?}");
        let remark = Remark::CriteriaNotKnown { service: "ICA".to_owned() };
        assert!(remarks(&found, StepId::Consistent).contains(&remark));
    }
}

#[test]
fn what_is_open_for_the_certificate_may_be_settled_for_the_signature() {
    let certificate = qualify_certificate(&file_seal(), &[&open(&["QCWithQSCD"])], at("2023-06-01T00:00:00Z"));
    let level = |indication| certificate.level.of_signature(indication);
    let passed = level(Indication::TotalPassed);
    assert_eq!(passed.possible(), [SignatureQualification::QESeal, SignatureQualification::AdESealQc]);
    assert!(passed.settled().is_none());
    assert!(level(Indication::Indeterminate(Doubt::NoPoe)).settled().is_none());
    let denied = qualify_certificate(&file_seal(), &[&open(&["QCForWSA"])], at("2023-06-01T00:00:00Z"));
    assert!(denied.level.settled().is_none());
    let unsure = qualify_certificate(&bare_seal(), &[&open(&["QCForESig"])], at("2023-06-01T00:00:00Z"));
    let broken = unsure.level.of_signature(Indication::TotalFailed(Failure::HashFailure));
    assert_eq!(broken.settled(), Some(SignatureQualification::NotAdes));
}

fn bare_seal() -> CertificateFacts {
    let mut bare = file_seal();
    bare.qc_statements.clear();
    bare
}

#[test]
fn never_more_than_the_list_itself_would_say() {
    // Whatever subset of the open qualifiers turns out to hold, it is among what is said to be possible.
    let names = ["NotQualified", "QCStatement", "QCWithQSCD", "QCNoQSCD", "QCForESeal", "QCForESig"];
    for certificate in [person(), file_seal(), bare_seal(), old_person()] {
        let found = now(&certificate, &[&open(&names)]);
        for subset in 0_u32..64 {
            let held: Vec<_> = (0..6).filter(|bit| subset >> bit & 1 == 1).map(|bit| names[bit]).collect();
            let truth = result(&certificate, &[&with(granted(), &held)]);
            assert!(found.level.possible().contains(&truth), "{held:?}: {truth:?} not in {:?}", found.level);
        }
        assert!(found.level.settled().is_none());
    }
}

#[test]
fn too_many_readings_leave_it_open() {
    let names = ["NotQualified", "QCStatement", "QCWithQSCD", "QCNoQSCD", "QCForESeal", "QCForESig", "QCForWSA"];
    let services = [open(&names), open(&names), open(&names)];
    let found = determine(&person(), &services.iter().collect::<Vec<_>>(), at("2023-06-01T00:00:00Z"));
    assert!(matches!(&found.level, Level::Open { possible, .. } if possible.is_empty()));
    let whole = qualify_certificate(&person(), &services.iter().collect::<Vec<_>>(), at("2023-06-01T00:00:00Z"));
    assert!(matches!(&whole.level, Level::Open { possible, .. } if possible.is_empty()));
}

/// A key may be certified anew; under another name it is somebody else's, whatever the list says of the key.
#[test]
fn a_listed_key_counts_under_its_listed_name_alone() {
    let of_today = services(&person(), &[ICA_2021]);
    let listed = of_today[0].certificates.iter().find(|listed| listed.sha256.to_string() == ICA_2021).unwrap();
    let types = [("C", "2.5.4.6"), ("O", "2.5.4.10"), ("CN", "2.5.4.3"), ("2.5.4.97", "2.5.4.97")];
    let attribute = |part: &str| {
        let (name, value) = part.trim().split_once('=').unwrap();
        let (_, oid) = types.iter().find(|(known, _)| *known == name).unwrap_or_else(|| panic!("{}", listed.subject));
        ((*oid).to_owned(), value.to_owned())
    };
    let mut anew = issuer(&"01".repeat(32));
    anew.spki_sha256 = listed.spki_sha256;
    anew.subject.attributes = listed.subject.split(',').map(attribute).collect();
    let found = |issuer: &CertificateFacts| services_of_path(snapshot(), &[&person(), issuer], Role::Issuer).len();
    assert_eq!(found(&anew), 1);
    let name = anew.subject.attributes.iter_mut().find(|(oid, _)| oid == "2.5.4.3").unwrap();
    name.1 = "PARAUGS: cits izdevējs".to_owned();
    assert_eq!(found(&anew), 0);
}
