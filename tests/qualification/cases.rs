//! The negative cases of the reference, each with its positive twin.

use edoc::qualification::{CertificateKind, Device, Remark, SignatureQualification, StepId};
use edoc::trust::TrustService;
use edoc::validation::{Indication, Outcome};

use super::built::*;

const AT: &str = "2023-06-01T00:00:00Z";

fn signature(certificate: &edoc::evidence::CertificateFacts, services: &[&TrustService]) -> SignatureQualification {
    SignatureQualification::of(whole(certificate, services, AT), Indication::TotalPassed)
}

#[test]
fn n129_without_a_usable_list_nothing_applies() {
    assert_eq!(signature(&person(), &[]), SignatureQualification::Na);
    assert_eq!(signature(&person(), &[&granted()]), SignatureQualification::QESig);
    let found = now(&person(), &[]);
    assert_eq!(remarks(&found, StepId::Listed), [Remark::NoService]);
    assert_eq!(found.steps.iter().filter(|step| step.outcome == Outcome::Skipped).count(), 12);
}

#[test]
fn n135_withdrawn_at_issuance_or_at_signing() {
    let history = |states: &[(&str, &str)]| {
        service("ICA", states.iter().map(|(status, since)| state("CA/QC", status, since)).collect())
    };
    let at_issuance = history(&[("granted", "2022-06-01T00:00:00Z"), ("withdrawn", "2017-01-01T00:00:00Z")]);
    let at_signing = history(&[("withdrawn", "2023-01-01T00:00:00Z"), ("granted", "2017-01-01T00:00:00Z")]);
    let between = history(&[
        ("granted", "2022-08-01T00:00:00Z"),
        ("withdrawn", "2022-07-01T00:00:00Z"),
        ("granted", "2017-01-01T00:00:00Z"),
    ]);
    let after = history(&[("withdrawn", "2023-06-01T00:00:01Z"), ("granted", "2017-01-01T00:00:00Z")]);
    assert_eq!(signature(&person(), &[&at_issuance]), SignatureQualification::AdESig);
    assert_eq!(signature(&person(), &[&at_signing]), SignatureQualification::AdESig);
    assert_eq!(signature(&person(), &[&between]), SignatureQualification::QESig, "neither time was withdrawn");
    assert_eq!(signature(&person(), &[&after]), SignatureQualification::QESig, "withdrawn today does not hurt");
    assert!(matches!(remarks(&now(&person(), &[&at_signing]), StepId::Granted)[..], [Remark::NotGranted { .. }]));
}

#[test]
fn n136_granted_only_after_issuance() {
    let later = service("ICA", vec![state("CA/QC", "granted", "2022-01-01T00:00:01Z")]);
    let exactly = service("ICA", vec![state("CA/QC", "granted", "2022-01-01T00:00:00Z")]);
    assert_eq!(signature(&person(), &[&later]), SignatureQualification::AdESig);
    assert_eq!(signature(&person(), &[&exactly]), SignatureQualification::QESig);
}

#[test]
fn n137_another_type_of_service() {
    for other in ["CA/PKC", "NationalRootCA-QC", "TSA/QTST", "Certstatus/OCSP/QC", ""] {
        let other = service("ICA", vec![state(other, "granted", "2017-01-01T00:00:00Z")]);
        assert_eq!(signature(&person(), &[&other]), SignatureQualification::AdESig);
        let found = now(&person(), &[&other]);
        assert_eq!(outcome(&found, StepId::IssuesQualified), Outcome::Failed);
        assert_eq!(remarks(&found, StepId::Qualified), [Remark::NoServiceLeft]);
        assert_eq!(signature(&person(), &[&other, &granted()]), SignatureQualification::QESig, "beside a CA/QC");
    }
}

#[test]
fn n138_the_list_says_not_qualified() {
    let denied = with(granted(), &["NotQualified"]);
    assert_eq!(signature(&person(), &[&denied]), SignatureQualification::AdESig);
    assert_eq!(
        remarks(&now(&person(), &[&denied]), StepId::Qualified),
        [Remark::NotQualifiedByList { service: "ICA".to_owned() }]
    );
    let mut bare = person();
    bare.qc_statements.clear();
    assert_eq!(signature(&bare, &[&granted()]), SignatureQualification::AdESig);
    assert_eq!(signature(&bare, &[&with(granted(), &["QCStatement"])]), SignatureQualification::AdESigQc);
    // A list that says both is taken for neither.
    let both = with(granted(), &["NotQualified", "QCStatement"]);
    assert_eq!(signature(&person(), &[&both]), SignatureQualification::AdESig);
}

#[test]
fn n139_a_certificate_for_something_else() {
    let of = |kind: &str| {
        let mut certificate = person();
        certificate.qc_types = vec![kind.to_owned()];
        certificate
    };
    let web = with_purposes(granted(), &["ForWebSiteAuthentication"]);
    assert_eq!(signature(&of(WEB), &[&web]), SignatureQualification::NotAdes);
    assert_eq!(
        signature(&of(WEB), &[&granted()]),
        SignatureQualification::NotAdes,
        "nor where it is not listed for it"
    );
    assert_eq!(signature(&of(ESEAL), &[&granted()]), SignatureQualification::QESeal);
    assert_eq!(signature(&of(ESIGN), &[&granted()]), SignatureQualification::QESig);
    assert_eq!(signature(&file_seal(), &[&granted()]), SignatureQualification::AdESealQc, "eZīmogs in a file");
}

#[test]
fn n140_nobody_says_that_there_is_a_device() {
    let mut bare = person();
    bare.qc_statements = vec![COMPLIANCE.to_owned()];
    assert_eq!(signature(&bare, &[&granted()]), SignatureQualification::AdESigQc);
    assert_eq!(signature(&person(), &[&granted()]), SignatureQualification::QESig);
    assert_eq!(signature(&bare, &[&with(granted(), &["QCWithQSCD"])]), SignatureQualification::QESig);
    assert_eq!(signature(&person(), &[&with(granted(), &["QCNoQSCD"])]), SignatureQualification::AdESigQc);
}

#[test]
fn n141_qualified_by_the_law_of_others() {
    let mut foreign = person();
    foreign.qc_statements.push(LEGISLATION.to_owned());
    foreign.qc_legislation = vec!["CH".to_owned()];
    assert_eq!(signature(&foreign, &[&granted()]), SignatureQualification::AdESig);
    assert_eq!(
        remarks(&now(&foreign, &[&granted()]), StepId::Qualified),
        [Remark::OtherLaw { countries: "CH".to_owned() }]
    );
    let mut empty = person();
    empty.qc_statements.push(LEGISLATION.to_owned());
    assert_eq!(signature(&empty, &[&granted()]), SignatureQualification::AdESig, "a statement without countries too");
    assert_eq!(signature(&person(), &[&granted()]), SignatureQualification::QESig);
}

#[test]
fn n142_two_services_that_disagree() {
    let without = with(granted(), &["QCNoQSCD"]);
    assert_eq!(signature(&person(), &[&granted(), &without]), SignatureQualification::Na);
    assert_eq!(signature(&person(), &[&granted(), &granted()]), SignatureQualification::QESig);
    let found = now(&person(), &[&granted(), &without]);
    assert_eq!(outcome(&found, StepId::NoConflict), Outcome::Failed);
    assert_eq!(outcome(&found, StepId::Granted), Outcome::Skipped);
    assert_eq!(found.steps.len(), StepId::ALL.len());
    // One that is not in force, or for something else, does not disagree.
    let later = with(service("ICA", vec![state("CA/QC", "granted", "2024-01-01T00:00:00Z")]), &["QCNoQSCD"]);
    assert_eq!(signature(&person(), &[&granted(), &later]), SignatureQualification::QESig);
    let seals = with_purposes(without, &["ForeSeals"]);
    assert_eq!(signature(&person(), &[&granted(), &seals]), SignatureQualification::QESig);
}

#[test]
fn n143_two_kinds_at_once() {
    let both = with(granted(), &["QCForESig", "QCForESeal"]);
    assert_eq!(result(&person(), &[&both]), qc(CertificateKind::Unknown, Device::Qscd));
    assert_eq!(signature(&person(), &[&both]), SignatureQualification::UnknownQcQscd);
    assert_eq!(outcome(&now(&person(), &[&both]), StepId::Consistent), Outcome::Failed);
    let one = with(granted(), &["QCForESeal"]);
    assert_eq!(result(&person(), &[&one]), QESEAL);
    assert_eq!(outcome(&now(&person(), &[&one]), StepId::Consistent), Outcome::Passed);
}
