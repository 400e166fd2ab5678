//! Steps 9 to 11: status, kind and device, by the list and by the certificate, of either era.

use edoc::evidence::CertificateFacts;
use edoc::qualification::{CertificateKind, CertificateQualification, Device};

use super::built::*;

fn stating(statements: &[&str], policies: &[&str], types: &[&str], not_before: &str) -> CertificateFacts {
    let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    let mut certificate = person();
    certificate.qc_statements = texts(statements);
    certificate.policies = texts(policies);
    certificate.qc_types = texts(types);
    certificate.not_before = at(not_before);
    certificate
}

#[test]
fn what_a_certificate_states_counts_in_its_era() {
    const OLD: &str = "2016-06-30T21:59:59Z";
    const NEW: &str = "2016-06-30T22:00:00Z";
    let unknown = not_qc(CertificateKind::Unknown);
    type Row<'r> = (&'r [&'r str], &'r [&'r str], &'r [&'r str], &'r str, CertificateQualification);
    let rows: [Row<'_>; 19] = [
        (&[COMPLIANCE], &[], &[], OLD, QC_ESIG),
        (&[COMPLIANCE], &[], &[], NEW, QC_ESIG),
        (&[COMPLIANCE, SSCD], &[], &[], OLD, QESIG),
        (&[COMPLIANCE, SSCD], &[], &[], NEW, QESIG),
        (&[], &[QCP], &[], OLD, QC_ESIG),
        (&[], &[QCP], &[], NEW, unknown),
        (&[], &[QCP_PLUS], &[], OLD, QESIG),
        (&[], &[QCP_PLUS], &[], NEW, unknown),
        (&[COMPLIANCE], &[QCP_PLUS], &[], OLD, QESIG),
        (&[COMPLIANCE], &[QCP_PLUS], &[], NEW, QC_ESIG),
        (&[COMPLIANCE, LEGISLATION], &[], &[], OLD, unknown),
        (&[COMPLIANCE, LEGISLATION], &[], &[], NEW, ESIG),
        (&[], &[QCP, "1.2.3"], &[ESEAL], OLD, QC_ESIG),
        (&[COMPLIANCE], &[], &[ESEAL], NEW, QC_ESEAL),
        (&[COMPLIANCE], &[], &[ESEAL], OLD, QC_ESIG),
        (&[COMPLIANCE], &[], &[ESIGN, ESEAL], NEW, qc(CertificateKind::Unknown, Device::NoQscd)),
        (&[COMPLIANCE], &[], &["1.2.3"], NEW, qc(CertificateKind::Unknown, Device::NoQscd)),
        (&[SSCD], &[], &[], NEW, unknown),
        (&[], &[], &[ESIGN], NEW, ESIG),
    ];
    let service = || service("CA", vec![state("CA/QC", "granted", "2016-06-30T22:00:00Z")]);
    for (index, (statements, policies, types, not_before, expected)) in rows.into_iter().enumerate() {
        let certificate = stating(statements, policies, types, not_before);
        assert_eq!(result(&certificate, &[&service()]), expected, "row {index}");
    }
}

#[test]
fn before_the_regulation_a_service_issued_for_signatures() {
    let certificate = stating(&[COMPLIANCE], &[], &[ESEAL], "2022-01-01T00:00:00Z");
    assert_eq!(result(&certificate, &[&accredited()]), QC_ESIG);
    assert_eq!(result(&certificate, &[&granted()]), QC_ESEAL);
}

/// Qualifiers; the result without and with QcSSCD in the certificate: whether there is a device.
const DEVICES: [(&[&str], [bool; 2]); 16] = [
    (&[], [false, true]),
    (&["QCWithQSCD"], [true, true]),
    (&["QCQSCDManagedOnBehalf"], [true, true]),
    (&["QCQSCDStatusAsInCert"], [false, true]),
    (&["QCNoQSCD"], [false, false]),
    (&["QCWithQSCD", "QCWithSSCD"], [true, true]),
    (&["QCNoQSCD", "QCNoSSCD"], [false, false]),
    // Words of the former law say nothing now.
    (&["QCWithSSCD"], [false, true]),
    (&["QCNoSSCD"], [false, true]),
    (&["QCSSCDStatusAsInCert"], [false, true]),
    // Contradictions are never taken at the better word.
    (&["QCWithQSCD", "QCNoQSCD"], [false, false]),
    (&["QCQSCDManagedOnBehalf", "QCNoQSCD"], [false, false]),
    (&["QCWithSSCD", "QCNoQSCD"], [false, false]),
    (&["QCWithQSCD", "QCNoSSCD"], [false, false]),
    (&["QCWithQSCD", "QCQSCDStatusAsInCert"], [false, true]),
    (&["QCNoQSCD", "QCQSCDStatusAsInCert"], [false, true]),
];

/// The same for services of before.
const OLD_DEVICES: [(&[&str], [bool; 2]); 7] = [
    (&[], [false, true]),
    (&["QCWithSSCD"], [true, true]),
    (&["QCSSCDStatusAsInCert"], [false, true]),
    (&["QCNoSSCD"], [false, false]),
    (&["QCWithQSCD"], [false, true]),
    (&["QCNoQSCD"], [false, true]),
    (&["QCWithSSCD", "QCNoSSCD"], [false, false]),
];

#[test]
fn devices_by_list_and_by_certificate() {
    let (with_statement, without) = (
        stating(&[COMPLIANCE, SSCD], &[], &[], "2022-01-01T00:00:00Z"),
        stating(&[COMPLIANCE], &[], &[], "2022-01-01T00:00:00Z"),
    );
    let tables = [(granted(), DEVICES.as_slice()), (accredited(), OLD_DEVICES.as_slice())];
    for (service, rows) in tables {
        for (qualifiers, expected) in rows {
            let service = with(service.clone(), qualifiers);
            for (certificate, device) in [&without, &with_statement].into_iter().zip(*expected) {
                let expected = if device { QESIG } else { QC_ESIG };
                assert_eq!(result(certificate, &[&service]), expected, "{} {qualifiers:?}", service.name);
            }
        }
    }
}

#[test]
fn a_device_counts_for_a_qualified_certificate_only() {
    let mut bare = person();
    bare.qc_statements = vec![SSCD.to_owned()];
    assert_eq!(result(&bare, &[&with(granted(), &["QCWithQSCD"])]), ESIG);
    assert_eq!(result(&bare, &[&with(granted(), &["QCWithQSCD", "QCStatement"])]), QESIG);
}
