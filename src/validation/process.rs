//! The judgement of one signature (ETSI EN 319 102-1, clause 5):
//!
//! 1. format checking (5.2.2);
//! 2. identification of the signing certificate (5.2.3);
//! 3. validation context: signature policies (5.2.4);
//! 4. cryptographic verification: documents there, documents and properties unchanged, value right (5.2.7);
//! 5. time-stamps, each judged by itself, newest first, and what they prove to have existed (5.4, 5.6.2.3);
//! 6. the proven time: the lowest of those that cover the signature, else now (5.5.4);
//! 7. the path at that time: listed service, constraints, revocation, validity (5.2.6, 5.5.4);
//! 8. acceptance: order of time-stamps, stated time, algorithms (5.2.8, 5.5.4);
//! 9. past validation, where archive time-stamps may mend what time has undone (5.6).
//!
//! Every check is made as far as its facts allow, whatever the ones before it gave; the first one in this order that
//! did not pass decides the indication.

mod acceptance;
mod chain;
mod crypto;
mod existence;
mod finding;
mod past;
mod revocation;
mod stamps;
mod times;

use chain::Chain;
use existence::Existence;
use finding::{Finding, conclude};
use stamps::Stamps;

use super::{
    Cause, Check, CheckId, Conclusion, Doubt, Failure, Indication, Outcome, Policy, ProvenBy, ProvenTime, Weight,
};
use crate::Timestamp;
use crate::container::{ContainerFinding, Format};
use crate::evidence::{Agreement, CertificateFacts, Evidence, PathFacts, ReferenceTarget, SignatureFacts, SignerFacts};
use crate::trust::TrustStore;

/// What a judgement is made with.
#[derive(Clone, Copy)]
pub(super) struct Context<'c> {
    evidence: &'c Evidence,
    trust: &'c TrustStore,
    policy: &'c Policy,
    now: Timestamp,
}

impl<'c> Context<'c> {
    fn certificate(&self, sha256: crate::crypto::Sha256) -> Option<&'c CertificateFacts> {
        self.evidence.certificate(sha256)
    }
}

/// Judges one signature of a container for the time `at`.
pub fn judge(
    signature: &SignatureFacts,
    file: &str,
    evidence: &Evidence,
    trust: &TrustStore,
    policy: &Policy,
    at: Timestamp,
) -> Conclusion {
    let context = Context { evidence, trust, policy, now: at };
    let mut findings = vec![format(signature, file, &context)];
    if signature.refused.is_some() {
        let others = CheckId::ALL.into_iter().filter(|id| *id != CheckId::Format);
        findings.extend(others.map(|id| Finding::skipped(id, Cause::NotReached)));
        return conclude(findings, Part::unread(at));
    }
    let signer = signer(signature, &context);
    findings.push(signing_certificate(signature, signer));
    findings.push(signature_policy(signature));
    findings.extend(crypto::findings(signature));
    findings.extend(media_types(signature, &context));
    let stamps = Stamps::judge(signature, &context);
    let proven = stamps.proven(at);
    let judged = signer.map(|signer| path(signature, signer, &stamps, proven.at, &context));
    match &judged {
        Some(judged) => findings.extend(judged.findings.iter().cloned()),
        None => findings.extend(PATH_CHECKS.map(|id| Finding::skipped(id, Cause::NotReached))),
    }
    findings.extend(stamps.findings());
    findings.extend(crypto::uncovered_properties(signature));
    findings.push(acceptance::timestamp_order(signature, &stamps, &context));
    findings.push(acceptance::claimed_time(signature, signer));
    findings.push(acceptance::algorithms(signature, signer, &stamps, proven.at, &context));
    let chain = judged.and_then(|judged| judged.chain);
    if let Some(chain) = &chain {
        past::mend(&mut findings, chain, signature, &stamps, &context);
    }
    let holds_until = acceptance::holds_until(signature, signer, chain.as_ref(), &stamps, &context);
    let path = chain.as_ref().map(|chain| (chain.position, chain.certificates.len()));
    let answers = stamps.worth_of_answers(chain.as_ref(), &signature.revocation, &context);
    conclude(findings, Part { proven, timestamps: stamps.into_conclusions(), answers, path, holds_until })
}

/// What a conclusion holds beside its findings.
pub(super) struct Part {
    proven: ProvenTime,
    timestamps: Vec<super::StampConclusion>,
    answers: Vec<super::AnswerConclusion>,
    path: Option<(usize, usize)>,
    holds_until: Option<Timestamp>,
}

impl Part {
    fn unread(now: Timestamp) -> Self {
        let proven = ProvenTime { at: now, by: ProvenBy::Now };
        Self { proven, timestamps: Vec::new(), answers: Vec::new(), path: None, holds_until: None }
    }
}

/// Checks that need a path.
const PATH_CHECKS: [CheckId; 4] =
    [CheckId::Path, CheckId::PathConstraints, CheckId::Revocation, CheckId::TimeOfSigning];

fn format(signature: &SignatureFacts, file: &str, context: &Context<'_>) -> Finding {
    let container = &context.evidence.container;
    let failed = |cause| Finding::failed(CheckId::Format, Failure::FormatFailure, cause);
    if let Some(fault) = &signature.refused {
        return failed(Cause::StructureRefused { file: file.to_owned(), reason: fault.clone() });
    }
    if let Some(fault) = container.faults.first() {
        return failed(Cause::ContainerRule { rule: fault.clone() });
    }
    if let Some(rule) = broken_form(context) {
        return failed(Cause::ContainerRule { rule });
    }
    if matches!(signature.value, crate::evidence::ValueFacts::CanonicalizationNotPermitted) {
        let algorithm = signature.canonicalization.clone();
        return failed(Cause::CanonicalizationNotPermitted { algorithm });
    }
    Finding::passed(CheckId::Format, None)
}

/// Observations of the container that its form does not survive.
fn broken_form(context: &Context<'_>) -> Option<ContainerFinding> {
    let container = &context.evidence.container;
    let found = |wanted: fn(&ContainerFinding) -> bool| container.findings.iter().find(|finding| wanted(finding));
    let manifest = found(|finding| *finding == ContainerFinding::ManifestMissing);
    let mimetype = found(|finding| *finding == ContainerFinding::MimetypeMissing);
    let other = found(|finding| matches!(finding, ContainerFinding::OtherEvidence { .. }));
    let several = context.evidence.documents.len() > 1;
    match container.format {
        // EN 319 162-1, 4.3.3: signatures or a time-stamp for the one document, never both.
        Format::AsicS => other.filter(|finding| is_timestamp_file(finding)).cloned(),
        // Several documents and nowhere a word of what this is: no ASiC by any evidence.
        _ if mimetype.is_some() && manifest.is_some() && several => manifest.cloned(),
        // One document without mimetype may be ASiC-S, which needs no list of documents.
        _ if mimetype.is_some() && !several => None,
        // The manifest of an evidence record lists documents as well.
        _ if other.is_some() => None,
        _ => manifest.filter(|_| context.policy.constraints.manifest_missing == Weight::Decisive).cloned(),
    }
}

fn is_timestamp_file(finding: &ContainerFinding) -> bool {
    matches!(finding, ContainerFinding::OtherEvidence { name } if name.to_ascii_lowercase().ends_with(".tst"))
}

fn signing_certificate(signature: &SignatureFacts, signer: Option<&CertificateFacts>) -> Finding {
    let doubtful = |cause| Finding::doubtful(CheckId::SigningCertificate, Doubt::NoSigningCertificateFound, cause);
    match &signature.signer {
        SignerFacts::Found { issuer_serial, .. } if signer.is_some() => {
            // The digest says which it is; the rest is a hint (EN 319 132-1, 5.2.2).
            let differs = (*issuer_serial == Agreement::Differs).then_some(Cause::IssuerSerialDiffers);
            Finding::passed(CheckId::SigningCertificate, differs)
        }
        // Saved facts may name a certificate that they do not hold.
        SignerFacts::Found { .. } | SignerFacts::NotFound => doubtful(Cause::NoSigningCertificate),
        SignerFacts::NotNamed => doubtful(Cause::SigningCertificateNotNamed),
    }
}

/// Documents that the list of documents calls something else than the signer does.
fn media_types<'s>(signature: &'s SignatureFacts, context: &'s Context<'_>) -> impl Iterator<Item = Finding> + 's {
    signature.references.iter().filter_map(|reference| {
        let ReferenceTarget::Document(name) = &reference.target else { return None };
        let document = context.evidence.documents.iter().find(|document| document.name == *name)?;
        let (listed, signed) = document.media_type.as_ref().zip(reference.media_type.as_ref())?;
        // Parameters say how it is written, not what it is.
        let essence = |text: &str| text.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        (essence(listed) != essence(signed)).then(|| {
            let (document, listed, signed) = (name.clone(), listed.clone(), signed.clone());
            let cause = Cause::MediaTypeDiffers { document, listed, signed };
            Finding::noted(CheckId::Format, Outcome::Passed, cause)
        })
    })
}

/// Any policy and none are acceptable; what a policy of the signer demands is not judged, and said. The time-mark of
/// Estonia is a policy that changes what the signature means, and is not judged at all.
fn signature_policy(signature: &SignatureFacts) -> Finding {
    let identifier = signature.properties.policy.clone();
    match identifier.filter(|identifier| identifier != "implied") {
        Some(_) if signature.properties.time_mark => Finding::passed(CheckId::Context, Some(Cause::TimeMark)),
        Some(identifier) => Finding::passed(CheckId::Context, Some(Cause::SignaturePolicy { identifier })),
        None => Finding::passed(CheckId::Context, None),
    }
}

fn signer<'c>(signature: &SignatureFacts, context: &Context<'c>) -> Option<&'c CertificateFacts> {
    match &signature.signer {
        SignerFacts::Found { certificate, .. } => context.certificate(*certificate),
        SignerFacts::NotFound | SignerFacts::NotNamed => None,
    }
}

/// The certificates below the listed one of the path that was judged; `None` where there is no such path.
pub(super) fn links_of<'e>(
    path: Option<(usize, usize)>,
    paths: &[PathFacts],
    evidence: &'e Evidence,
) -> Option<Vec<&'e CertificateFacts>> {
    let (position, length) = path?;
    let certificates = paths.get(position)?.certificates.iter().take(length.saturating_sub(1));
    Some(certificates.filter_map(|sha256| evidence.certificate(*sha256)).collect())
}

/// The path that was judged, with its findings.
struct JudgedPath<'c> {
    chain: Option<Chain<'c>>,
    findings: Vec<Finding>,
}

/// The first path that nothing speaks against, else the first. A word that the signer's certificate was revoked or
/// suspended is not outdone by another path on which nobody is believed who says so.
fn path<'c>(
    signature: &'c SignatureFacts,
    signer: &'c CertificateFacts,
    stamps: &Stamps,
    proven: Timestamp,
    context: &Context<'c>,
) -> JudgedPath<'c> {
    let chains = match chain::chains(&signature.paths, crate::trust::Role::Issuer, context) {
        Ok(chains) => chains,
        Err(finding) => {
            let others = PATH_CHECKS.iter().filter(|id| **id != CheckId::Path);
            let skipped = others.map(|id| Finding::skipped(*id, Cause::NotReached));
            return JudgedPath { chain: None, findings: std::iter::once(*finding).chain(skipped).collect() };
        }
    };
    let times = times::Times { proven, now: context.now, signed_after: stamps.signed_after() };
    let mut first = None;
    for chain in chains {
        let findings = times::signer_findings(&chain, signer, &signature.revocation, times, context);
        let sound = findings.iter().all(|finding| finding.indication.is_none());
        let ended = findings.iter().any(|finding| ends_signer(finding, signer));
        let judged = JudgedPath { chain: Some(chain), findings };
        if sound || ended {
            return judged;
        }
        first.get_or_insert(judged);
    }
    first.unwrap_or(JudgedPath { chain: None, findings: Vec::new() })
}

fn ends_signer(finding: &Finding, signer: &CertificateFacts) -> bool {
    let name = match &finding.check.cause {
        Some(Cause::Revoked { certificate, .. } | Cause::OnHold { certificate, .. }) => certificate,
        _ => return false,
    };
    finding.indication.is_some() && *name == signer.subject.display
}

#[cfg(test)]
mod tests;
