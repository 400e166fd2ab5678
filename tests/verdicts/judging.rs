//! Honest containers, and how they are judged here.

use edoc::container::Bytes;
use edoc::crypto::Sha256;
use edoc::exam::{RecognisedIssuer, read_issuers};
use edoc::report::{Report, SignatureReport};
use edoc::trust::{TrustStore, read_list};
use edoc::validation::{Cause, Check, CheckId, Doubt, Failure, Indication, Outcome, Policy};
use edoc::verify::{Input, verify};

use crate::forge::container::Container;
use crate::forge::pki::Pki;
use crate::forge::samples::sealed;
use crate::forge::trust_list::TrustList;
use crate::forge::xades::{Dialect, Document, Signing};

/// Nothing speaks against it.
pub const INTACT: Indication = Indication::TotalPassed;

/// A short text as a document.
pub fn documents() -> Vec<Document> {
    vec![Document::new("Sertifikāts PARAUGS.txt", "text/plain", "PARAUGS / SAMPLE\nKopvērtējums: 87,50 %\n")]
}

/// An honest seal of the sample exam centre.
pub fn honest(dialect: Dialect) -> Signing {
    let pki = Pki::shared();
    sealed(dialect, &pki.seal_2025, &pki.unit_2025, "2025-07-03T05:00:00Z")
}

/// The honest seal with one thing changed.
pub fn changed(dialect: Dialect, change: impl Fn(&mut Signing)) -> Signing {
    let mut signing = honest(dialect);
    change(&mut signing);
    signing
}

/// The container of one signature over [`documents`].
pub fn container(signing: &Signing) -> Vec<u8> {
    Container::signed(documents(), signing).bytes()
}

/// The sample trusted list as the only one.
pub fn sample_trust() -> TrustStore {
    let (list, services) = read_list(TrustList::sample().xml().as_bytes()).unwrap();
    let mut trust = TrustStore::default();
    trust.add(list, services);
    trust
}

/// The same list as a table of facts has it: digests, and no certificate.
pub fn sample_trust_without_certificates() -> TrustStore {
    let (list, mut services) = read_list(TrustList::sample().xml().as_bytes()).unwrap();
    services.iter_mut().flat_map(|service| &mut service.certificates).for_each(|listed| listed.der = None);
    let mut trust = TrustStore::default();
    trust.add(list, services);
    trust
}

/// The issuer of the samples.
pub fn sample_issuers() -> Vec<RecognisedIssuer> {
    read_issuers(include_str!("../../samples/issuers.toml")).unwrap()
}

/// The report under the sample trust.
pub fn judge(bytes: &[u8]) -> Report {
    judge_under(bytes, &sample_trust())
}

/// The report under some trust.
pub fn judge_under(bytes: &[u8], trust: &TrustStore) -> Report {
    judge_with(bytes, trust, &sample_issuers(), &Policy::zimogs_1().unwrap())
}

/// The report under the sample trust with these issuers recognised.
pub fn judge_as(bytes: &[u8], issuers: &[RecognisedIssuer]) -> Report {
    judge_with(bytes, &sample_trust(), issuers, &Policy::zimogs_1().unwrap())
}

/// The report under trust, issuers and policy, at the day of all these tests.
pub fn judge_with(bytes: &[u8], trust: &TrustStore, issuers: &[RecognisedIssuer], policy: &Policy) -> Report {
    let at = "2026-11-23T12:00:00Z".parse().unwrap();
    let source = Bytes(bytes);
    let report = verify(&Input { name: "test.edoc", source: &source }, trust, issuers, policy, at).unwrap();
    assert!(report.file.sha256.is_none_or(|sha256| sha256 == Sha256::of(bytes)));
    for signature in &report.signatures {
        let ids: Vec<_> = signature.checks.iter().map(|check| check.id).collect();
        assert_eq!(ids, CheckId::ALL, "each check, made or not, is there once");
    }
    report
}

/// The only signature of a report.
pub fn only(report: &Report) -> &SignatureReport {
    assert_eq!(report.signatures.len(), 1, "{:?}", report.cause);
    &report.signatures[0]
}

/// One check of the only signature.
pub fn check(report: &Report, id: CheckId) -> &Check {
    only(report).checks.iter().find(|check| check.id == id).unwrap()
}

/// The honest container is intact with every judged check passed; the forged one fails with this word.
pub fn expect(forged: &[u8], indication: Indication) -> Report {
    for dialect in [Dialect::Lvrtc, Dialect::Dss] {
        let twin = judge(&container(&honest(dialect)));
        assert_eq!(only(&twin).indication, INTACT, "the honest twin: {:?}", twin.cause);
        let bad = only(&twin).checks.iter().find(|check| matches!(check.outcome, Outcome::Failed | Outcome::Unknown));
        assert_eq!(bad, None, "the honest twin");
    }
    let report = judge(forged);
    let found = report.signatures.first().map(|signature| signature.indication);
    let found = found.unwrap_or_else(|| match report.authenticity {
        edoc::report::Authenticity::Refuted(failure) => Indication::TotalFailed(failure),
        other => panic!("{other:?}: {:?}", report.cause),
    });
    assert_eq!(found, indication, "{:?}", report.cause);
    report
}

/// TOTAL-FAILED.
pub fn failed(failure: Failure) -> Indication {
    Indication::TotalFailed(failure)
}

/// INDETERMINATE.
pub fn doubt(doubt: Doubt) -> Indication {
    Indication::Indeterminate(doubt)
}

/// The deciding cause of the only signature.
pub fn cause(report: &Report) -> &Cause {
    only(report).cause.as_ref().unwrap()
}
