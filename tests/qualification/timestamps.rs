//! Time-stamps: qualified when made and when first proven.

use edoc::qualification::{Remark, TimestampQualification, qualify_timestamp};
use edoc::trust::{Role, TrustService, snapshot};

use super::built::*;

fn stamp(services: &[&TrustService], made: &str, proven: &str) -> TimestampQualification {
    qualify_timestamp(services, at(made), at(proven)).qualification
}

#[test]
fn granted_at_both_times() {
    use TimestampQualification::{Na, Qtsa, Tsa};
    let tsa = service(
        "TSA",
        vec![
            state("TSA/QTST", "withdrawn", "2024-01-01T00:00:00Z"),
            state("TSA/QTST", "granted", "2021-01-01T00:00:00Z"),
        ],
    );
    let rows = [
        ("2022-01-01T00:00:00Z", "2022-01-01T00:00:00Z", Qtsa),
        ("2021-01-01T00:00:00Z", "2023-12-31T23:59:59Z", Qtsa),
        ("2020-12-31T23:59:59Z", "2022-01-01T00:00:00Z", Tsa),
        ("2022-01-01T00:00:00Z", "2024-01-01T00:00:00Z", Tsa),
    ];
    for (made, proven, expected) in rows {
        assert_eq!(stamp(&[&tsa], made, proven), expected, "{made} {proven}");
    }
    assert_eq!(stamp(&[], "2022-01-01T00:00:00Z", "2022-01-01T00:00:00Z"), Na);
}

#[test]
fn other_services_do_not_make_it_qualified() {
    let when = "2022-01-01T00:00:00Z";
    for kind in ["TSA", "TSA/TSS-QC", "TSA/TSS-AdESQCandQES", "CA/QC", "NationalRootCA-QC"] {
        let other = service("TSA", vec![state(kind, "granted", "2021-01-01T00:00:00Z")]);
        assert_eq!(stamp(&[&other], when, when), TimestampQualification::Tsa, "{kind}");
        let found = qualify_timestamp(&[&other], at(when), at(when));
        assert_eq!(found.remarks, [Remark::OtherType { service: "TSA".to_owned(), service_type: kind.to_owned() }]);
        let good = service("TSA", vec![state("TSA/QTST", "granted", "2021-01-01T00:00:00Z")]);
        assert_eq!(stamp(&[&other, &good], when, when), TimestampQualification::Qtsa, "{kind}");
    }
    let mut strange = service("TSA", vec![state("TSA/QTST", "granted", "2021-01-01T00:00:00Z")]);
    strange.periods[0].extensions.unknown_critical = vec!["Weather".to_owned()];
    assert_eq!(stamp(&[&strange], when, when), TimestampQualification::Tsa);
}

#[test]
fn latvian_authorities_by_their_history() {
    let of = |digest: &str| {
        let digest = digest.parse().unwrap();
        snapshot().services_with(digest, digest, None, Role::Timestamp)
    };
    let a_2021 = of("79a0a1574bcfbedf598d80c2dae92895d5dce4c04ef9d9ab4837884083c2917d");
    assert_eq!(stamp(&a_2021, "2023-06-01T00:00:00Z", "2023-06-01T00:00:00Z"), TimestampQualification::Qtsa);
    assert_eq!(stamp(&a_2021, "2026-03-01T00:00:00Z", "2026-03-01T00:00:00Z"), TimestampQualification::Tsa);
    // "LZI1 from 07.2015" was never listed for qualified time-stamps.
    let lzi1 = of("103339777522108001c3aabd4fa38901bb90b48fd8baa806013601c58076d741");
    assert_eq!(stamp(&lzi1, "2017-06-01T00:00:00Z", "2017-06-01T00:00:00Z"), TimestampQualification::Tsa);
}
