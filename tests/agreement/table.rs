//! Small pieces: anchors without a list.

use edoc::pki::Certificate;
use edoc::trust::{
    Extensions, ListFacts, ListOrigin, ListSignature, ListedCertificate, ServicePeriod, ServiceStatus, TrustService,
    TrustStore,
};

/// Adds certificates as services of every role, as trusting them by hand does.
pub fn add_anchors(store: &mut TrustStore, certificates: impl Iterator<Item = Certificate>) {
    let since = "2000-01-01T00:00:00Z".parse().unwrap();
    let list = ListFacts {
        territory: "XT".to_owned(),
        operator: "test".to_owned(),
        version: Some(6),
        sequence: 1,
        issued: since,
        next_update: None,
        origin: ListOrigin::User,
        signature: ListSignature::NotChecked,
        sha256: None,
    };
    let period = |kind: &str| ServicePeriod {
        service_type: kind.to_owned(),
        status: ServiceStatus("granted".to_owned()),
        since,
        extensions: Extensions::default(),
    };
    let service = |certificate: &Certificate, kind: &str| TrustService {
        list: 0,
        provider: "test".to_owned(),
        registrations: Vec::new(),
        name: certificate.subject.display_name(),
        periods: vec![period(kind)],
        certificates: vec![ListedCertificate {
            sha256: certificate.sha256,
            spki_sha256: certificate.spki_sha256,
            subject: certificate.subject.to_string(),
            key_identifier: None,
            der: Some(certificate.der.as_slice().into()),
        }],
        identifiers: Vec::new(),
    };
    let services = certificates.flat_map(|one| ["CA/QC", "TSA/QTST"].map(|kind| service(&one, kind)));
    store.add(list, services.collect());
}
