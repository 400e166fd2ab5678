//! One signature of the report.

use super::build::{Circumstances, Judged};
use super::facts::three_facts;
use super::*;
use crate::Timestamp;
use crate::evidence::{
    CertificateFacts, Evidence, HolderKind, PathFacts, PropertyFacts, ReferenceFacts, ReferenceMatch, ReferenceTarget,
    RevocationFacts, RevocationKind, SignatureFacts, SignerFacts, StatusFacts, TimestampFacts, ValueFacts,
};
use crate::qualification::{CertificateResult, Determination, qualify_timestamp, services_of_path};
use crate::trust::{Role, TrustService, TrustStore};
use crate::validation::{AnswerConclusion, Outcome, ProvenBy, StampConclusion, evidence_level};

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
    let conclusion = &judged.conclusion;
    // Who is recognised when is asked of the proven time; without one, of the time that the signer states.
    let signed_at = match conclusion.proven.by {
        ProvenBy::Timestamp => conclusion.proven.at,
        ProvenBy::Now => facts.properties.signing_time.unwrap_or(circumstances.at),
    };
    let trust = circumstances.trust;
    let answer = |(position, answer)| revocation(answer, conclusion.answers.get(position), evidence);
    let stamps = facts.timestamps.iter().zip(&conclusion.timestamps);
    SignatureReport {
        file: judged.file.to_owned(),
        id: facts.id.clone(),
        signed_info_sha256: facts.signed_info,
        indication: conclusion.indication,
        cause: conclusion.cause.clone(),
        checks: conclusion.checks.clone(),
        notes: conclusion.notes.clone(),
        facts: three_facts(conclusion, certificate, circumstances.issuers, signed_at),
        signer: certificate.map(signer),
        claimed_time: facts.properties.signing_time,
        claims: claims(&facts.properties),
        proven_time: conclusion.proven,
        level: facts.refused.is_none().then(|| evidence_level(facts, conclusion, evidence)),
        qualification: judged.certificate.as_ref().map(|result| result.level.of_signature(conclusion.indication)),
        certificate_qualification: judged.certificate.as_ref().map(|result| result.level.clone()),
        determinations: judged.certificate.as_ref().map(determinations).unwrap_or_default(),
        holds_until: conclusion.holds_until,
        signature_method: facts.signature_algorithm.clone().unwrap_or_else(|| facts.signature_method.clone()),
        canonicalization: facts.canonicalization.clone(),
        references: facts.references.iter().map(reference).collect(),
        covers: covers(facts, evidence),
        path: path(&facts.paths, conclusion.path, Role::Issuer, signed_at, evidence, trust),
        timestamps: stamps.map(|(stamp, judged)| timestamp(stamp, judged, evidence, trust)).collect(),
        revocation: facts.revocation.iter().enumerate().map(answer).collect(),
    }
}

fn determinations(result: &CertificateResult) -> Vec<DeterminationReport> {
    let report =
        |one: &Determination| DeterminationReport { at: one.at, level: one.level.clone(), steps: one.steps.clone() };
    [&result.issuance, &result.signing].map(report).into()
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
        kind: match certificate.holder_kind() {
            HolderKind::Person => SignerKind::Signature,
            HolderKind::Organisation => SignerKind::Seal,
            HolderKind::Unknown => SignerKind::Unknown,
        },
        subject: certificate.subject.text.clone(),
        issuer: certificate.issuer.display.clone(),
        certificate_serial: certificate.serial.clone(),
        certificate_sha256: certificate.sha256,
        not_before: certificate.not_before,
        not_after: certificate.not_after,
        key: certificate.key.clone(),
        key_usage: certificate.key_usage.clone(),
        extended_key_usage: certificate.extended_key_usage.clone(),
        certificate_policies: certificate.policies.clone(),
        qc_statements: certificate.qc_statements.clone(),
        qc_types: certificate.qc_types.clone(),
    }
}

fn claims(properties: &PropertyFacts) -> Claims {
    Claims {
        roles: properties.roles.clone(),
        place: properties.place.clone(),
        commitments: properties.commitments.clone(),
        policy: properties.policy.clone(),
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
    ReferenceReport {
        uri: facts.uri.clone(),
        document,
        transforms: facts.transforms.clone(),
        digest_algorithm: digest_name(&facts.digest_method),
        outcome,
    }
}

/// The path that was judged, up to the listed certificate; else the first candidate, as far as it goes.
fn path(
    paths: &[PathFacts],
    judged: Option<(usize, usize)>,
    role: Role,
    at: Timestamp,
    evidence: &Evidence,
    trust: &TrustStore,
) -> Vec<PathStep> {
    let (position, length) = judged.unwrap_or((0, usize::MAX));
    let Some(path) = paths.get(position) else { return Vec::new() };
    let certificates = path.certificates.iter().take(length).enumerate();
    let steps = certificates.filter_map(|(position, sha256)| Some((position, evidence.certificate(*sha256)?)));
    let is_listed = |position: usize| judged.is_some() && position.saturating_add(1) == length;
    let step = |(position, certificate): (usize, &CertificateFacts)| PathStep {
        name: certificate.subject.display.clone(),
        sha256: certificate.sha256,
        not_before: certificate.not_before,
        not_after: certificate.not_after,
        service: is_listed(position).then(|| service(certificate, role, at, trust)).flatten(),
    };
    steps.map(step).collect()
}

/// Services that list a certificate of the path that was judged.
fn services_above<'t>(
    paths: &[PathFacts],
    judged: Option<(usize, usize)>,
    role: Role,
    evidence: &Evidence,
    trust: &'t TrustStore,
) -> Vec<&'t TrustService> {
    let Some((position, length)) = judged else { return Vec::new() };
    let certificates = paths.get(position).into_iter().flat_map(|path| path.certificates.iter().take(length));
    let certificates: Vec<_> = certificates.filter_map(|sha256| evidence.certificate(*sha256)).collect();
    services_of_path(trust, &certificates, role)
}

fn service(certificate: &CertificateFacts, role: Role, at: Timestamp, trust: &TrustStore) -> Option<ServiceReference> {
    let name = certificate.subject.name();
    let services = trust.services_with(certificate.sha256, certificate.spki_sha256, Some(&name), role);
    let service = services.into_iter().next()?;
    Some(ServiceReference {
        territory: trust.territory(service).to_owned(),
        provider: service.provider.clone(),
        name: service.name.clone(),
        service_type: service.service_type().to_owned(),
        status: service.status_at(at).map(|period| (period.status.0.clone(), period.since)),
    })
}

fn timestamp(
    stamp: &TimestampFacts,
    judged: &StampConclusion,
    evidence: &Evidence,
    trust: &TrustStore,
) -> TimestampReport {
    let authority = stamp.authority.and_then(|sha256| evidence.certificate(sha256));
    let of = |at| path(&stamp.paths, judged.path, Role::Timestamp, at, evidence, trust);
    let qualification = stamp.at.zip(authority).map(|(at, _)| {
        let services = services_above(&stamp.paths, judged.path, Role::Timestamp, evidence, trust);
        qualify_timestamp(&services, at, at)
    });
    TimestampReport {
        kind: stamp.kind.clone(),
        sha256: stamp.id,
        at: stamp.at,
        accuracy: stamp.accuracy,
        policy: stamp.policy.clone(),
        authority: authority.map(|authority| authority.subject.display.clone()),
        indication: judged.indication,
        cause: judged.cause.clone(),
        qualification: qualification.as_ref().map(|result| result.qualification),
        qualification_remarks: qualification.map(|result| result.remarks).unwrap_or_default(),
        checks: judged.checks.clone(),
        path: stamp.at.map(of).unwrap_or_default(),
    }
}

fn revocation(answer: &RevocationFacts, judged: Option<&AnswerConclusion>, evidence: &Evidence) -> RevocationReport {
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
    let (revoked_at, revocation_reason) = match answer.status {
        Some(StatusFacts::Revoked { at, reason }) => (Some(at), reason),
        _ => (None, None),
    };
    RevocationReport {
        kind: kind.to_owned(),
        source: answer.source,
        sha256: answer.id,
        about: answer.about.and_then(name),
        status: status.map(str::to_owned),
        produced_at: Some(answer.produced_at),
        this_update: answer.this_update,
        next_update: answer.next_update,
        responder: answer.responder.and_then(name),
        revoked_at,
        revocation_reason,
        signature,
        accepted: judged.map_or(Outcome::Skipped, |judged| judged.outcome),
        reason: judged.and_then(|judged| judged.reason),
    }
}
