//! Steps 9 to 11 (TS 119 615, 4.4): from a certificate and the service that is left to what the certificate is.

use super::consistency::{against_purpose, with_device, without_device};
use super::entry::Reading;
use super::step::{Remark, Step, StepId};
use super::{CertificateKind, CertificateQualification, Device, Era, Qualifier};
use crate::evidence::CertificateFacts;
use crate::pki::names::{QC_TYPE_ESEAL, QC_TYPE_ESIGN, QC_TYPE_WEB};
use crate::validation::Outcome;

/// Statements of ETSI EN 319 412-5.
const QC_COMPLIANCE: &str = "0.4.0.1862.1.1";
const QC_SSCD: &str = "0.4.0.1862.1.4";
const QC_LEGISLATION: &str = "0.4.0.1862.1.7";
/// Policies of ETSI TS 101 456, before the Regulation: QCP public + SSCD, and QCP public.
const QCP_PLUS: &str = "0.4.0.1456.1.1";
const QCP: &str = "0.4.0.1456.1.2";

/// What the certificate is, with the service that is left.
pub(super) fn conclude(
    certificate: &CertificateFacts,
    service: Option<&Reading<'_>>,
    steps: &mut Vec<Step>,
) -> CertificateQualification {
    let service = service.filter(|reading| reading.entry.issues_qualified());
    let left = service.into_iter().count();
    let status = status(certificate, service);
    let (outcome, remark) = parted(status.clone());
    steps.push(Step { id: StepId::Qualified, outcome, left, remarks: vec![remark] });
    let (kind, remark) = kind(certificate, service.filter(|_| status.is_ok()));
    let outcome = if kind == CertificateKind::Unknown { Outcome::Unknown } else { Outcome::Passed };
    steps.push(Step { id: StepId::Kind, outcome, left, remarks: vec![remark] });
    let Some(service) = service.filter(|_| status.is_ok()) else {
        steps.push(Step { id: StepId::Device, outcome: Outcome::Skipped, left, remarks: Vec::new() });
        return CertificateQualification::NotQualified { kind };
    };
    let device = device(certificate, service);
    let (outcome, remark) = parted(device.clone());
    steps.push(Step { id: StepId::Device, outcome, left, remarks: vec![remark] });
    let device = if device.is_ok() { Device::Qscd } else { Device::NoQscd };
    CertificateQualification::Qualified { kind, device }
}

/// The kind that the certificate itself states; before the Regulation a qualified one was for signatures.
pub(super) fn stated_kind(certificate: &CertificateFacts) -> CertificateKind {
    if Era::of(certificate.not_before) == Era::Before {
        return if stated_status(certificate).is_ok() { CertificateKind::ESig } else { CertificateKind::Unknown };
    }
    match certificate.qc_types.as_slice() {
        [one] => match one.as_str() {
            QC_TYPE_ESIGN => CertificateKind::ESig,
            QC_TYPE_ESEAL => CertificateKind::ESeal,
            QC_TYPE_WEB => CertificateKind::Wsa,
            _ => CertificateKind::Unknown,
        },
        [] if states(certificate, QC_COMPLIANCE) => CertificateKind::ESig,
        _ => CertificateKind::Unknown,
    }
}

/// Step 9. The list's word goes before the certificate's.
fn status(certificate: &CertificateFacts, service: Option<&Reading<'_>>) -> Result<Remark, Remark> {
    let Some(reading) = service else { return Err(Remark::NoServiceLeft) };
    let service = reading.name();
    match (reading.has(Qualifier::QCStatement), reading.has(Qualifier::NotQualified)) {
        (true, true) => Err(Remark::QualifiedAndNot { service }),
        (false, true) => Err(Remark::NotQualifiedByList { service }),
        (true, false) => Ok(Remark::QualifiedByList { service }),
        (false, false) => stated_status(certificate),
    }
}

fn stated_status(certificate: &CertificateFacts) -> Result<Remark, Remark> {
    if states(certificate, QC_LEGISLATION) || !certificate.qc_legislation.is_empty() {
        return Err(Remark::OtherLaw { countries: certificate.qc_legislation.join(", ") });
    }
    let by_policy = has_policy(certificate, QCP) || has_policy(certificate, QCP_PLUS);
    let before = Era::of(certificate.not_before) == Era::Before;
    if states(certificate, QC_COMPLIANCE) || (before && by_policy) {
        Ok(Remark::QualifiedByCertificate)
    } else {
        Err(Remark::NotStatedInCertificate)
    }
}

/// Step 10. A kind that the service is not listed for is a contradiction, and nothing is made of it.
fn kind(certificate: &CertificateFacts, service: Option<&Reading<'_>>) -> (CertificateKind, Remark) {
    let stated = stated_kind(certificate);
    let Some(reading) = service else { return (stated, Remark::KindByCertificate { kind: stated }) };
    let service = reading.name();
    if reading.era() == Era::Before {
        return (CertificateKind::ESig, Remark::KindByItsTime { service });
    }
    match reading.kinds().as_slice() {
        [] => (stated, Remark::KindByCertificate { kind: stated }),
        [_] if against_purpose(reading) => (CertificateKind::Unknown, Remark::KindContradicted { service }),
        [kind] => (*kind, Remark::KindByList { service, kind: *kind }),
        _ => (CertificateKind::Unknown, Remark::SeveralKinds { service }),
    }
}

/// Step 11. A list that says both is taken at the lesser word: nothing is ever made of a contradiction.
fn device(certificate: &CertificateFacts, reading: &Reading<'_>) -> Result<Remark, Remark> {
    let service = reading.name();
    if with_device(reading) && without_device(reading) {
        return Err(Remark::DeviceAndNot { service });
    }
    let [with, as_in_certificate, without] = match reading.era() {
        Era::Before => [
            reading.has(Qualifier::QCWithSSCD),
            reading.has(Qualifier::QCSSCDStatusAsInCert),
            reading.has(Qualifier::QCNoSSCD),
        ],
        Era::After => [
            reading.has_any(&[Qualifier::QCWithQSCD, Qualifier::QCQSCDManagedOnBehalf]),
            reading.has(Qualifier::QCQSCDStatusAsInCert),
            reading.has(Qualifier::QCNoQSCD),
        ],
    };
    match (with, as_in_certificate, without) {
        (true, false, _) => Ok(Remark::DeviceByList { service }),
        (false, false, true) => Err(Remark::NoDeviceByList { service }),
        _ => stated_device(certificate),
    }
}

fn stated_device(certificate: &CertificateFacts) -> Result<Remark, Remark> {
    let by_policy = Era::of(certificate.not_before) == Era::Before && has_policy(certificate, QCP_PLUS);
    if states(certificate, QC_SSCD) || by_policy {
        Ok(Remark::DeviceByCertificate)
    } else {
        Err(Remark::NoDeviceInCertificate)
    }
}

fn parted(result: Result<Remark, Remark>) -> (Outcome, Remark) {
    match result {
        Ok(remark) => (Outcome::Passed, remark),
        Err(remark) => (Outcome::Failed, remark),
    }
}

fn states(certificate: &CertificateFacts, statement: &str) -> bool {
    certificate.qc_statements.iter().any(|one| one == statement)
}

fn has_policy(certificate: &CertificateFacts, policy: &str) -> bool {
    certificate.policies.iter().any(|one| one == policy)
}
