//! Every certificate with every status of a signature, and the combination of issuance and signing.

use edoc::qualification::{CertificateKind, CertificateQualification, Device, Level, SignatureQualification};
use edoc::validation::{Doubt, Failure, Indication};

use super::built::{ESIG, NA, QC_ESEAL, QC_ESIG, QESEAL, QESIG, not_qc, qc};
use SignatureQualification as Q;

const KINDS: [CertificateKind; 4] =
    [CertificateKind::ESig, CertificateKind::ESeal, CertificateKind::Wsa, CertificateKind::Unknown];

/// Certificate; passed, indeterminate, failed.
fn rows() -> Vec<(CertificateQualification, [SignatureQualification; 3])> {
    let (wsa, unknown) = (CertificateKind::Wsa, CertificateKind::Unknown);
    vec![
        (QESIG, [Q::QESig, Q::IndeterminateQESig, Q::NotAdesButQcWithQscd]),
        (QESEAL, [Q::QESeal, Q::IndeterminateQESeal, Q::NotAdesButQcWithQscd]),
        (qc(unknown, Device::Qscd), [Q::UnknownQcQscd, Q::IndeterminateUnknownQcQscd, Q::NotAdesButQcWithQscd]),
        (QC_ESIG, [Q::AdESigQc, Q::IndeterminateAdESigQc, Q::NotAdesButQc]),
        (QC_ESEAL, [Q::AdESealQc, Q::IndeterminateAdESealQc, Q::NotAdesButQc]),
        (qc(unknown, Device::NoQscd), [Q::UnknownQc, Q::IndeterminateUnknownQc, Q::NotAdesButQc]),
        (ESIG, [Q::AdESig, Q::IndeterminateAdESig, Q::NotAdes]),
        (not_qc(CertificateKind::ESeal), [Q::AdESeal, Q::IndeterminateAdESeal, Q::NotAdes]),
        (not_qc(unknown), [Q::Unknown, Q::IndeterminateUnknown, Q::NotAdes]),
        (qc(wsa, Device::Qscd), [Q::NotAdes, Q::NotAdes, Q::NotAdes]),
        (qc(wsa, Device::NoQscd), [Q::NotAdes, Q::NotAdes, Q::NotAdes]),
        (not_qc(wsa), [Q::NotAdes, Q::NotAdes, Q::NotAdes]),
        (NA, [Q::Na, Q::Na, Q::NotAdes]),
    ]
}

/// Every certificate qualification there is.
pub fn certificates() -> Vec<CertificateQualification> {
    let mut all = vec![NA];
    for kind in KINDS {
        all.extend([qc(kind, Device::Qscd), qc(kind, Device::NoQscd), not_qc(kind)]);
    }
    all
}

#[test]
fn the_matrix_is_that_of_the_standard() {
    let failures = [Failure::FormatFailure, Failure::HashFailure, Failure::SigCryptoFailure, Failure::Revoked];
    let doubts = [Doubt::NoPoe, Doubt::TryLater, Doubt::NoCertificateChainFound, Doubt::OutOfBoundsNoPoe];
    for (certificate, [passed, indeterminate, failed]) in rows() {
        assert_eq!(Q::of(certificate, Indication::TotalPassed), passed, "{certificate:?}");
        for doubt in doubts {
            assert_eq!(Q::of(certificate, Indication::Indeterminate(doubt)), indeterminate, "{certificate:?}");
        }
        for failure in failures {
            assert_eq!(Q::of(certificate, Indication::TotalFailed(failure)), failed, "{certificate:?}");
        }
    }
    let mut listed: Vec<_> = rows().into_iter().map(|(certificate, _)| certificate).collect();
    listed.sort();
    let mut all = certificates();
    all.sort();
    assert_eq!(listed, all, "the table is whole");
}

#[test]
fn only_a_passed_signature_with_a_device_is_qualified() {
    for certificate in certificates() {
        let device = matches!(certificate, CertificateQualification::Qualified { device: Device::Qscd, .. });
        let qualified = device && certificate.kind() != CertificateKind::Wsa;
        assert_eq!(Q::of(certificate, Indication::TotalPassed).is_qualified(), qualified, "{certificate:?}");
        assert!(!Q::of(certificate, Indication::Indeterminate(Doubt::NoPoe)).is_qualified());
        assert!(!Q::of(certificate, Indication::TotalFailed(Failure::Revoked)).is_qualified());
    }
}

#[test]
fn a_certificate_is_no_more_than_it_was_at_both_times() {
    for one in certificates() {
        for other in certificates() {
            let both = CertificateQualification::combined(one, other);
            let is_qc = |what| matches!(what, CertificateQualification::Qualified { .. });
            assert_eq!(is_qc(both), is_qc(one) && is_qc(other), "{one:?} {other:?}");
            assert_eq!(both == NA, one == NA || other == NA, "{one:?} {other:?}");
            if both != NA {
                let kind = if one.kind() == other.kind() { one.kind() } else { CertificateKind::Unknown };
                assert_eq!(both.kind(), kind, "{one:?} {other:?}");
            }
            if let (
                CertificateQualification::Qualified { device, .. },
                CertificateQualification::Qualified { device: then, .. },
            ) = (both, other)
            {
                assert_eq!(device, then, "the device is that of the signing");
            }
        }
    }
}

#[test]
fn names_in_data_are_stable() {
    let name = |one: SignatureQualification| serde_json::to_value(one).unwrap().as_str().unwrap().to_owned();
    let mut names: Vec<_> = rows().into_iter().flat_map(|(_, row)| row.map(name)).collect();
    names.sort();
    names.dedup();
    let expected = "adeseal adeseal-qc adesig adesig-qc indeterminate-adeseal indeterminate-adeseal-qc \
                    indeterminate-adesig indeterminate-adesig-qc indeterminate-qeseal indeterminate-qesig \
                    indeterminate-unknown indeterminate-unknown-qc indeterminate-unknown-qc-qscd na not-ades \
                    not-ades-but-qc not-ades-but-qc-with-qscd qeseal qesig unknown unknown-qc unknown-qc-qscd";
    assert_eq!(names.join(" "), expected);
    let json = serde_json::to_string(&Level::Settled { result: QC_ESEAL }).unwrap();
    assert_eq!(json, r#"{"level":"settled","result":{"certificate":"qualified","kind":"eseal","device":"no-qscd"}}"#);
    assert_eq!(
        serde_json::from_str::<Level<CertificateQualification>>(&json).unwrap(),
        Level::Settled { result: QC_ESEAL }
    );
}
