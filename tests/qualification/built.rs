//! Certificates and services from literal facts.

use edoc::Timestamp;
use edoc::crypto::Sha256;
use edoc::evidence::{CertificateFacts, NameFacts};
use edoc::qualification::{
    CertificateKind, CertificateQualification, Determination, Device, Remark, StepId, determine, qualify_certificate,
};
use edoc::trust::{
    Assert, Condition, Criteria, Extensions, Knowledge, Qualification, ServicePeriod, ServiceStatus, TrustService,
};
use edoc::validation::Outcome;

pub const COMPLIANCE: &str = "0.4.0.1862.1.1";
pub const SSCD: &str = "0.4.0.1862.1.4";
pub const LEGISLATION: &str = "0.4.0.1862.1.7";
pub const ESIGN: &str = "0.4.0.1862.1.6.1";
pub const ESEAL: &str = "0.4.0.1862.1.6.2";
pub const WEB: &str = "0.4.0.1862.1.6.3";
pub const QCP: &str = "0.4.0.1456.1.2";
pub const QCP_PLUS: &str = "0.4.0.1456.1.1";

pub const QESIG: CertificateQualification = qc(CertificateKind::ESig, Device::Qscd);
pub const QC_ESIG: CertificateQualification = qc(CertificateKind::ESig, Device::NoQscd);
pub const QESEAL: CertificateQualification = qc(CertificateKind::ESeal, Device::Qscd);
pub const QC_ESEAL: CertificateQualification = qc(CertificateKind::ESeal, Device::NoQscd);
pub const ESIG: CertificateQualification = not_qc(CertificateKind::ESig);
pub const NA: CertificateQualification = CertificateQualification::NotApplicable;

pub const fn qc(kind: CertificateKind, device: Device) -> CertificateQualification {
    CertificateQualification::Qualified { kind, device }
}

pub const fn not_qc(kind: CertificateKind) -> CertificateQualification {
    CertificateQualification::NotQualified { kind }
}

pub fn at(time: &str) -> Timestamp {
    time.parse().unwrap()
}

/// Issued in 2022 to a natural person, key in a device.
pub fn person() -> CertificateFacts {
    let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    CertificateFacts {
        sha256: Sha256([1; 32]),
        spki_sha256: Sha256([2; 32]),
        subject: NameFacts {
            display: "PARAUGS".to_owned(),
            text: "CN=PARAUGS,C=LV".to_owned(),
            attributes: vec![
                ("2.5.4.6".to_owned(), "LV".to_owned()),
                ("2.5.4.3".to_owned(), "PARAUGS".to_owned()),
                ("2.5.4.5".to_owned(), "PNOLV-000000-00000".to_owned()),
            ],
        },
        issuer: NameFacts::default(),
        serial: "01".to_owned(),
        not_before: at("2022-01-01T00:00:00Z"),
        not_after: at("2030-01-01T00:00:00Z"),
        key: "RSA-2048".to_owned(),
        public_key: None,
        signature_algorithm: String::new(),
        algorithm: None,
        issues_certificates: false,
        key_usage: Some(texts(&["nonRepudiation"])),
        extended_key_usage: texts(&["1.3.6.1.5.5.7.3.4"]),
        policies: texts(&["0.4.0.194112.1.2", "1.3.6.1.4.1.32061.2.1.3.2"]),
        ocsp_no_check: false,
        no_revocation_available: false,
        qc_types: texts(&[ESIGN]),
        qc_statements: texts(&[COMPLIANCE, SSCD, "0.4.0.1862.1.6"]),
        qc_legislation: Vec::new(),
        test_hierarchy: None,
    }
}

/// Issued in 2022 to an organisation, key in a file: what eZīmogs is.
pub fn file_seal() -> CertificateFacts {
    let mut seal = person();
    seal.qc_types = vec![ESEAL.to_owned()];
    seal.qc_statements = vec![COMPLIANCE.to_owned(), "0.4.0.1862.1.6".to_owned()];
    seal.policies = vec!["0.4.0.194112.1.1".to_owned()];
    seal
}

/// Issued in 2014: a policy says that it is qualified and in a device.
pub fn old_person() -> CertificateFacts {
    let mut old = person();
    old.not_before = at("2014-01-01T00:00:00Z");
    old.policies = vec![QCP_PLUS.to_owned()];
    old.qc_types = Vec::new();
    old.qc_statements = Vec::new();
    old
}

pub fn state(service_type: &str, status: &str, since: &str) -> ServicePeriod {
    let purposes = vec!["ForeSignatures".to_owned(), "ForeSeals".to_owned()];
    ServicePeriod {
        service_type: service_type.to_owned(),
        status: ServiceStatus(status.to_owned()),
        since: at(since),
        extensions: Extensions { knowledge: Knowledge::Full, purposes, ..Extensions::default() },
    }
}

pub fn service(name: &str, periods: Vec<ServicePeriod>) -> TrustService {
    TrustService {
        list: 0,
        provider: "PARAUGS".to_owned(),
        registrations: Vec::new(),
        name: name.to_owned(),
        periods,
        certificates: Vec::new(),
        identifiers: Vec::new(),
    }
}

/// CA/QC, granted since 2017.
pub fn granted() -> TrustService {
    service("ICA", vec![state("CA/QC", "granted", "2017-01-01T00:00:00Z")])
}

/// CA/QC, accredited since 2010.
pub fn accredited() -> TrustService {
    service("CA", vec![state("CA/QC", "accredited", "2010-01-01T00:00:00Z")])
}

pub fn with_purposes(mut service: TrustService, purposes: &[&str]) -> TrustService {
    for period in &mut service.periods {
        period.extensions.purposes = purposes.iter().map(|purpose| (*purpose).to_owned()).collect();
    }
    service
}

/// These qualifiers hold for every certificate.
pub fn with(mut service: TrustService, qualifiers: &[&str]) -> TrustService {
    let everyone = Some(Criteria { assert: Assert::All, conditions: Vec::new() });
    service.periods[0].extensions.qualifications.push(qualification(qualifiers, everyone));
    service
}

pub fn qualification(qualifiers: &[&str], criteria: Option<Criteria>) -> Qualification {
    Qualification { qualifiers: qualifiers.iter().map(|one| (*one).to_owned()).collect(), criteria }
}

pub fn key_usage(name: &str, is: bool) -> Condition {
    Condition::KeyUsage(vec![(name.to_owned(), is)])
}

/// In the middle of 2023.
pub fn now(certificate: &CertificateFacts, services: &[&TrustService]) -> Determination {
    determine(certificate, services, at("2023-06-01T00:00:00Z"))
}

pub fn result(certificate: &CertificateFacts, services: &[&TrustService]) -> CertificateQualification {
    now(certificate, services).level.settled().unwrap()
}

/// At issuance and at `time` together.
pub fn whole(certificate: &CertificateFacts, services: &[&TrustService], time: &str) -> CertificateQualification {
    qualify_certificate(certificate, services, at(time)).level.settled().unwrap()
}

pub fn outcome(determination: &Determination, id: StepId) -> Outcome {
    determination.steps.iter().find(|step| step.id == id).unwrap().outcome
}

pub fn remarks(determination: &Determination, id: StepId) -> Vec<Remark> {
    determination.steps.iter().find(|step| step.id == id).unwrap().remarks.clone()
}
