//! Evidence, conclusions and readings put together.

use super::documents::{document_reports, exam_reports};
use super::signature::signature_report;
use super::verdict::{verdict, without_evidence};
use super::*;
use crate::Timestamp;
use crate::container::{ArchiveFault, Format};
use crate::evidence::{Evidence, SignatureFacts};
use crate::exam::{Reading, RecognisedIssuer};
use crate::qualification::CertificateResult;
use crate::trust::{ListFacts, ListOrigin, TrustStore};
use crate::validation::{Conclusion, Policy};

/// What a judgement was made with.
pub struct Circumstances<'a> {
    /// The lists.
    pub trust: &'a TrustStore,
    /// Whose exam certificates count.
    pub issuers: &'a [RecognisedIssuer],
    /// The rules.
    pub policy: &'a Policy,
    /// The time of judgement.
    pub at: Timestamp,
}

/// One signature with its judgement.
pub struct Judged<'a> {
    /// Name of its file in the container.
    pub file: &'a str,
    /// Its facts.
    pub facts: &'a SignatureFacts,
    /// Its judgement.
    pub conclusion: Conclusion,
    /// What its signing certificate is in law; `None` where that was not found.
    pub certificate: Option<CertificateResult>,
}

/// Why there is nothing to judge in a file.
pub enum Subject {
    /// It is of a kind that is recognised and not read further.
    Recognised(Format),
    /// Its archive is refused.
    Refused(ArchiveFault),
}

/// The report on a container whose signatures were judged.
#[must_use]
pub fn of_container(
    file: FileFacts,
    evidence: &Evidence,
    judged: &[Judged<'_>],
    readings: Vec<(String, Reading)>,
    circumstances: &Circumstances<'_>,
) -> Report {
    let signatures: Vec<_> = judged.iter().map(|one| signature_report(one, evidence, circumstances)).collect();
    let documents = document_reports(evidence, judged);
    let word = circumstances.policy.constraints.document_word;
    let exams = exam_reports(readings, &signatures, word);
    let verdict = verdict(evidence, &signatures, &exams, word);
    Report {
        schema: SCHEMA_VERSION,
        source: ReportSource::File,
        file,
        format: evidence.container.format,
        authenticity: verdict.authenticity,
        cause: verdict.cause,
        facts: verdict.facts,
        lists: lists(&signatures, circumstances.trust),
        fetched: Vec::new(),
        signatures,
        documents,
        exams,
        findings: evidence.container.findings.clone(),
        tool: tool(circumstances.policy),
        checked_at: circumstances.at,
    }
}

/// The report on a file in which there is no signature to judge.
#[must_use]
pub fn without_signatures(file: FileFacts, subject: Subject, circumstances: &Circumstances<'_>) -> Report {
    let format = match &subject {
        Subject::Recognised(format) => *format,
        Subject::Refused(_) => Format::OtherZip,
    };
    let verdict = without_evidence(subject);
    Report {
        schema: SCHEMA_VERSION,
        source: ReportSource::File,
        file,
        format,
        authenticity: verdict.authenticity,
        cause: verdict.cause,
        facts: verdict.facts,
        signatures: Vec::new(),
        documents: Vec::new(),
        exams: Vec::new(),
        findings: Vec::new(),
        lists: Vec::new(),
        fetched: Vec::new(),
        tool: tool(circumstances.policy),
        checked_at: circumstances.at,
    }
}

/// Lists on which a path ends; where none does, those in which it was looked for first.
fn lists(signatures: &[SignatureReport], trust: &TrustStore) -> Vec<ListFacts> {
    let territories: Vec<&str> = signatures
        .iter()
        .flat_map(|signature| signature.path.iter().chain(signature.timestamps.iter().flat_map(|stamp| &stamp.path)))
        .filter_map(|step| step.service.as_ref().map(|service| service.territory.as_str()))
        .collect();
    let used = |list: &&ListFacts| territories.contains(&list.territory.as_str());
    let first = |list: &&ListFacts| list.origin == ListOrigin::User || list.territory == "LV";
    let found: Vec<_> = trust.lists.iter().filter(used).cloned().collect();
    if found.is_empty() { trust.lists.iter().filter(first).cloned().collect() } else { found }
}

fn tool(policy: &Policy) -> Tool {
    Tool {
        name: env!("CARGO_PKG_NAME").to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        policy: policy.id.clone(),
        policy_version: policy.version,
        policy_sha256: policy.digest,
        algorithms: policy.algorithms.source.clone(),
    }
}
