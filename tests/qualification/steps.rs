//! Each step of the determination, good and bad.

use edoc::qualification::{CertificateKind, Inconsistency, Remark, StepId};
use edoc::trust::TrustService;
use edoc::validation::Outcome;

use super::built::*;

#[test]
fn every_step_is_kept_in_its_order() {
    for services in [vec![granted()], vec![accredited()], vec![], vec![with(granted(), &["NotQualified"])]] {
        for certificate in [person(), old_person(), file_seal()] {
            let found = now(&certificate, &services.iter().collect::<Vec<_>>());
            let ids: Vec<_> = found.steps.iter().map(|step| step.id).collect();
            assert_eq!(ids, StepId::ALL);
            let back: edoc::qualification::Determination =
                serde_json::from_str(&serde_json::to_string(&found).unwrap()).unwrap();
            assert_eq!(back, found);
        }
    }
    let good = now(&person(), &[&granted()]);
    assert!(good.steps.iter().all(|step| step.outcome == Outcome::Passed), "{:?}", good.steps);
}

#[test]
fn step_1_the_state_in_force() {
    let future = service("ICA", vec![state("CA/QC", "granted", "2024-01-01T00:00:00Z")]);
    let found = now(&person(), &[&future]);
    assert_eq!(found.level.settled(), Some(ESIG));
    assert_eq!(outcome(&found, StepId::InForce), Outcome::Failed);
    assert!(matches!(remarks(&found, StepId::InForce)[..], [Remark::NotListedYet { .. }]));
    assert_eq!(outcome(&found, StepId::Granted), Outcome::Skipped);
    assert_eq!(outcome(&now(&person(), &[&granted()]), StepId::InForce), Outcome::Passed);
}

#[test]
fn a_critical_extension_that_is_not_understood_makes_the_service_no_use() {
    let mut strange = granted();
    strange.periods[0].extensions.unknown_critical = vec!["Weather".to_owned()];
    let found = now(&person(), &[&strange]);
    assert_eq!(found.level.settled(), Some(ESIG));
    assert_eq!(outcome(&found, StepId::Reliable), Outcome::Failed);
    assert_eq!(result(&person(), &[&strange, &granted()]), QESIG, "another one still counts");
    // Of another time.
    let mut past = granted();
    past.periods.push(state("CA/QC", "granted", "2016-08-01T00:00:00Z"));
    past.periods[1].extensions.unknown_critical = vec!["Weather".to_owned()];
    assert_eq!(result(&person(), &[&past]), QESIG);
}

#[test]
fn step_3_the_kinds_a_service_is_listed_for() {
    let signs = || with_purposes(granted(), &["ForeSignatures"]);
    let seals = || with_purposes(granted(), &["ForeSeals"]);
    let nothing = || with_purposes(granted(), &[]);
    let seal_not_qc = not_qc(CertificateKind::ESeal);
    let unclear = || {
        let mut certificate = person();
        certificate.qc_types = vec![ESIGN.to_owned(), ESEAL.to_owned()];
        certificate
    };
    let rows: [(_, TrustService, _); 13] = [
        (person(), signs(), QESIG),
        (person(), seals(), ESIG),
        (person(), nothing(), ESIG),
        (file_seal(), seals(), QC_ESEAL),
        (file_seal(), signs(), seal_not_qc),
        (unclear(), signs(), qc(CertificateKind::Unknown, edoc::qualification::Device::Qscd)),
        (unclear(), nothing(), qc(CertificateKind::Unknown, edoc::qualification::Device::Qscd)),
        // A captured kind that the service is listed for goes before the certificate's.
        (person(), with(seals(), &["QCForESeal"]), QESEAL),
        (person(), with(seals(), &["QCForWSA"]), ESIG),
        (person(), with(seals(), &["QCForESig", "QCForESeal"]), ESIG),
        // A list for legal persons is not for signatures.
        (person(), with(signs(), &["QCForLegalPerson"]), ESIG),
        (file_seal(), with(seals(), &["QCForLegalPerson"]), QC_ESEAL),
        // Before the Regulation nobody was listed for anything.
        (old_person(), with_purposes(accredited(), &[]), QESIG),
    ];
    for (index, (certificate, service, expected)) in rows.into_iter().enumerate() {
        assert_eq!(result(&certificate, &[&service]), expected, "row {index}");
    }
    assert_eq!(
        remarks(&now(&person(), &[&seals()]), StepId::Purpose),
        [Remark::OtherPurpose { service: "ICA".to_owned(), kind: CertificateKind::ESig }]
    );
}

#[test]
fn step_4_each_contradiction_is_said_and_its_twin_is_not() {
    use Inconsistency as I;
    let old_seal = with_purposes(accredited(), &["ForeSeals"]);
    let signs = with_purposes(granted(), &["ForeSignatures"]);
    let rows: [(TrustService, &[Inconsistency]); 18] = [
        (with(granted(), &["QCStatement", "NotQualified"]), &[I::QualifiedAndNot]),
        (with(granted(), &["QCStatement"]), &[]),
        (with(granted(), &["QCForLegalPerson", "QCForESig"]), &[I::LegalPersonSigns, I::KindAgainstPurpose]),
        (with(granted(), &["QCForESig"]), &[]),
        (with(granted(), &["QCForESig", "QCForESeal"]), &[I::SeveralKinds]),
        (with(signs.clone(), &["QCForESeal"]), &[I::KindAgainstPurpose]),
        (with(signs, &["QCForESig"]), &[]),
        (with(accredited(), &["QCForESeal"]), &[I::KindBeforeItsTime]),
        (old_seal, &[I::KindBeforeItsTime]),
        (with(granted(), &["QCWithQSCD", "QCNoQSCD"]), &[I::DeviceAndNot]),
        (with(granted(), &["QCQSCDManagedOnBehalf", "QCNoQSCD"]), &[I::DeviceAndNot]),
        (with(granted(), &["QCWithQSCD"]), &[]),
        (with(granted(), &["QCWithQSCD", "QCQSCDStatusAsInCert"]), &[I::DeviceAndAsInCertificate]),
        (with(granted(), &["QCWithSSCD"]), &[I::DeviceOfThePast]),
        (with(granted(), &["QCWithSSCD", "QCWithQSCD"]), &[]),
        (with(accredited(), &["QCWithSSCD"]), &[]),
        (with(granted(), &["QCWithMagic"]), &[I::UnknownQualifier]),
        (granted(), &[]),
    ];
    for (index, (service, expected)) in rows.into_iter().enumerate() {
        // One whose kind is not clear is passed over by no service.
        let mut certificate = if service.name == "CA" { old_person() } else { person() };
        certificate.qc_types = vec![ESIGN.to_owned(), ESEAL.to_owned()];
        let found = now(&certificate, &[&service]);
        let rules: Vec<_> = remarks(&found, StepId::Consistent)
            .into_iter()
            .filter_map(|remark| match remark {
                Remark::Inconsistent { rule, .. } => Some(rule),
                _ => None,
            })
            .collect();
        assert_eq!(rules, expected, "row {index}");
        let outcome_expected = if expected.is_empty() { Outcome::Passed } else { Outcome::Failed };
        assert_eq!(outcome(&found, StepId::Consistent), outcome_expected, "row {index}");
    }
}

#[test]
fn step_10_a_kind_that_the_service_is_not_listed_for_is_not_taken() {
    let signs = with_purposes(granted(), &["ForeSignatures"]);
    let unclear = qc(CertificateKind::Unknown, edoc::qualification::Device::Qscd);
    assert_eq!(result(&person(), &[&with(signs.clone(), &["QCForESeal"])]), unclear);
    assert_eq!(result(&person(), &[&with(signs, &["QCForESig"])]), QESIG);
}

#[test]
fn steps_6_and_7_status_in_its_time() {
    let granted_words = ["undersupervision", "supervisionincessation", "accredited"];
    let never = [
        "supervisionceased",
        "supervisionrevoked",
        "accreditationceased",
        "accreditationrevoked",
        "setbynationallaw",
        "recognisedatnationallevel",
        "deprecatedbynationallaw",
        "deprecatedatnationallevel",
        "unreadable",
        "",
    ];
    let (before, after) = ("2016-06-30T21:59:59Z", "2016-06-30T22:00:00Z");
    let old = |status: &str, since: &str| service("CA", vec![state("CA/QC", status, since)]);
    for status in granted_words {
        assert_eq!(result(&old_person(), &[&old(status, before)]), QESIG, "{status}");
        assert_eq!(result(&old_person(), &[&old(status, after)]), ESIG, "{status} after its time");
    }
    for since in [before, after] {
        for status in never {
            assert_eq!(result(&old_person(), &[&old(status, since)]), ESIG, "{status} {since}");
        }
        assert_eq!(result(&old_person(), &[&old("withdrawn", since)]), ESIG);
    }
    assert_eq!(result(&old_person(), &[&old("granted", after)]), QESIG);
    let found = now(&old_person(), &[&old("granted", before)]);
    assert_eq!(found.level.settled(), Some(ESIG));
    assert_eq!(outcome(&found, StepId::StatusOfItsTime), Outcome::Failed);
    assert_eq!(outcome(&found, StepId::Granted), Outcome::Skipped);
}

#[test]
fn step_7_one_granted_service_is_enough() {
    let withdrawn = service("OLD", vec![state("CA/QC", "withdrawn", "2017-01-01T00:00:00Z")]);
    assert_eq!(result(&person(), &[&withdrawn, &granted()]), QESIG);
    assert_eq!(result(&person(), &[&granted(), &withdrawn]), QESIG);
    assert_eq!(result(&person(), &[&withdrawn]), ESIG);
}
