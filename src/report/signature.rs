//! One signature of the report.

use super::build::{Circumstances, Judged};
use super::facts::three_facts;
use super::*;
use crate::Timestamp;
use crate::evidence::{
    CertificateFacts, Evidence, ImprintFacts, PathFacts, ReferenceFacts, ReferenceMatch, ReferenceTarget,
    RevocationFacts, RevocationKind, SignatureFacts, SignerFacts, StatusFacts, TimestampFacts, ValueFacts,
};
use crate::trust::{Role, TrustStore};
use crate::validation::{Outcome, best_path, is_listed, judge_timestamp};

/// QcType values (ETSI EN 319 412-5, 4.2.3).
const QC_TYPE_ESIGN: &str = "0.4.0.1862.1.6.1";
const QC_TYPE_ESEAL: &str = "0.4.0.1862.1.6.2";

pub(super) fn signature_report(
    judged: &Judged<'_>,
    evidence: &Evidence,
    circumstances: &Circumstances<'_>,
) -> SignatureReport {
    let facts = judged.facts;
    let certificate = match &facts.signer {
        SignerFacts::Found { certificate, .. } => evidence.certificate(*certificate),
        SignerFacts::NotFound | SignerFacts::NotNamed => None,
    };
    let timestamp_time = timestamp_time(facts, evidence);
    let signed_at = timestamp_time.or(facts.properties.signing_time).unwrap_or(circumstances.at);
    let trust = circumstances.trust;
    SignatureReport {
        file: judged.file.to_owned(),
        id: facts.id.clone(),
        indication: judged.conclusion.indication,
        cause: judged.conclusion.cause.clone(),
        checks: judged.conclusion.checks.clone(),
        facts: three_facts(&judged.conclusion, certificate, circumstances.issuers, signed_at),
        signer: certificate.map(signer),
        claimed_time: facts.properties.signing_time,
        timestamp_time,
        signature_method: facts.signature_algorithm.clone().unwrap_or_else(|| facts.signature_method.clone()),
        canonicalization: facts.canonicalization.clone(),
        references: facts.references.iter().map(reference).collect(),
        covers: covers(facts, evidence),
        path: path(&facts.paths, Role::Issuer, signed_at, evidence, trust),
        timestamps: facts.timestamps.iter().map(|stamp| timestamp(stamp, evidence, trust)).collect(),
        revocation: facts.revocation.iter().map(|answer| revocation(answer, evidence)).collect(),
    }
}

/// Lowest time of a signature time-stamp whose imprint, signature and authority are right.
fn timestamp_time(facts: &SignatureFacts, evidence: &Evidence) -> Option<Timestamp> {
    let right = |stamp: &&TimestampFacts| {
        stamp.imprint == ImprintFacts::Matches && stamp.signature.is_none() && is_listed(stamp, evidence)
    };
    facts.timestamps.iter().filter(right).filter_map(|stamp| stamp.at).min()
}

fn covers(facts: &SignatureFacts, evidence: &Evidence) -> Vec<String> {
    let names = evidence.documents.iter().map(|document| &document.name);
    names.filter(|name| facts.covers(name)).cloned().collect()
}

fn signer(certificate: &CertificateFacts) -> Signer {
    let attribute =
        |oid: &str| certificate.subject.attributes.iter().find(|(name, _)| name == oid).map(|(_, value)| value.clone());
    Signer {
        name: certificate.subject.display.clone(),
        organisation: attribute("2.5.4.10"),
        organisation_identifier: attribute("2.5.4.97"),
        country: attribute("2.5.4.6"),
        serial_number: attribute("2.5.4.5"),
        kind: signer_kind(certificate, attribute("2.5.4.42").is_some(), attribute("2.5.4.10").is_some()),
        subject: certificate.subject.text.clone(),
        issuer: certificate.issuer.display.clone(),
        certificate_serial: certificate.serial.clone(),
        certificate_sha256: certificate.sha256,
        not_before: certificate.not_before,
        not_after: certificate.not_after,
        key: certificate.key.clone(),
    }
}

fn signer_kind(certificate: &CertificateFacts, given_name: bool, organisation: bool) -> SignerKind {
    let has = |oid: &str| certificate.qc_types.iter().any(|kind| kind == oid);
    match (has(QC_TYPE_ESIGN), has(QC_TYPE_ESEAL)) {
        (true, false) => SignerKind::Signature,
        (false, true) => SignerKind::Seal,
        _ if given_name => SignerKind::Signature,
        _ if organisation => SignerKind::Seal,
        _ => SignerKind::Unknown,
    }
}

fn reference(facts: &ReferenceFacts) -> ReferenceReport {
    let document = match &facts.target {
        ReferenceTarget::Document(name) | ReferenceTarget::OtherEntry(name) => Some(name.clone()),
        _ => None,
    };
    let outcome = match facts.result {
        ReferenceMatch::Matches => Outcome::Passed,
        ReferenceMatch::Differs => Outcome::Failed,
        _ => Outcome::Unknown,
    };
    ReferenceReport { uri: facts.uri.clone(), document, digest_algorithm: digest_name(&facts.digest_method), outcome }
}

fn path(paths: &[PathFacts], role: Role, at: Timestamp, evidence: &Evidence, trust: &TrustStore) -> Vec<PathStep> {
    let Some(path) = best_path(paths, evidence) else { return Vec::new() };
    let last = path.certificates.len().saturating_sub(1);
    let certificates = path.certificates.iter().enumerate();
    let steps = certificates.filter_map(|(position, sha256)| Some((position, evidence.certificate(*sha256)?)));
    let step = |(position, certificate): (usize, &CertificateFacts)| PathStep {
        name: certificate.subject.display.clone(),
        sha256: certificate.sha256,
        not_before: certificate.not_before,
        not_after: certificate.not_after,
        service: (path.anchored && position == last).then(|| service(certificate, role, at, trust)).flatten(),
    };
    steps.map(step).collect()
}

fn service(certificate: &CertificateFacts, role: Role, at: Timestamp, trust: &TrustStore) -> Option<ServiceReference> {
    let service = trust.services_with(certificate.sha256, certificate.spki_sha256, role).into_iter().next()?;
    Some(ServiceReference {
        territory: trust.territory(service).to_owned(),
        provider: service.provider.clone(),
        name: service.name.clone(),
        service_type: service.service_type().to_owned(),
        status: service.status_at(at).map(|period| (period.status.0.clone(), period.since)),
    })
}

fn timestamp(stamp: &TimestampFacts, evidence: &Evidence, trust: &TrustStore) -> TimestampReport {
    let authority = stamp.authority.and_then(|sha256| evidence.certificate(sha256));
    TimestampReport {
        kind: stamp.kind.clone(),
        at: stamp.at,
        authority: authority.map(|authority| authority.subject.display.clone()),
        checks: judge_timestamp(stamp, evidence),
        path: stamp.at.map(|at| path(&stamp.paths, Role::Timestamp, at, evidence, trust)).unwrap_or_default(),
    }
}

fn revocation(answer: &RevocationFacts, evidence: &Evidence) -> RevocationReport {
    let name = |sha256| evidence.certificate(sha256).map(|certificate| certificate.subject.display.clone());
    let kind = match answer.kind {
        RevocationKind::Ocsp => "OCSP",
        RevocationKind::Crl => "CRL",
    };
    let status = answer.status.map(|status| match status {
        StatusFacts::Good => "good",
        StatusFacts::Revoked { .. } => "revoked",
        StatusFacts::Unknown => "unknown",
    });
    let signature = match answer.signature {
        None => Outcome::Unknown,
        Some(ValueFacts::Right | ValueFacts::RightWithoutNull) => Outcome::Passed,
        Some(_) => Outcome::Failed,
    };
    RevocationReport {
        kind: kind.to_owned(),
        about: answer.about.and_then(name),
        status: status.map(str::to_owned),
        produced_at: Some(answer.produced_at),
        responder: answer.responder.and_then(name),
        signature,
    }
}
