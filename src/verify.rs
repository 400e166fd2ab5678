//! The pipeline: bytes to [`Report`]. No clock, no network, no environment.
//!
//! 1. open the container, or say what kind of file it is;
//! 2. gather evidence: digests, signature values, paths, time-stamps;
//! 3. judge each signature;
//! 4. find out what it is in law;
//! 5. read what covered documents say about exams;
//! 6. put the report together.

mod unanswered;

use crate::Timestamp;
use crate::container::{self, Container, ContainerError, ContentError, Format, Opened, Source};
use crate::crypto::Sha256;
use crate::evidence::{Brought, Covered, Evidence, Gathered, OpenEnd, SignatureFacts, SignerFacts, gather_with};
use crate::exam::{ExamCertificate, Reading, RecognisedIssuer};
use crate::limits;
use crate::qualification::{CertificateQualification, Level, qualify_certificate, services_of_path};
use crate::report::{
    Circumstances, FileFacts, Judged, Report, Subject, best_covering, of_container, without_signatures,
};
use crate::trust::{Role, TrustStore};
use crate::validation::{Conclusion, Policy, judge};
pub use unanswered::Unanswered;

/// One file to judge.
pub struct Input<'s> {
    /// Its name, without folder.
    pub name: &'s str,
    /// Its bytes.
    pub source: &'s dyn Source,
}

/// The job could not be done: nothing is said about the document.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Reading failed, or a limit was reached.
    #[error(transparent)]
    Container(#[from] ContainerError),
}

/// Judges one file.
///
/// # Errors
/// [`Error`] where the job could not be done. Anything wrong with the document is in the report.
pub fn verify(
    input: &Input<'_>,
    trust: &TrustStore,
    issuers: &[RecognisedIssuer],
    policy: &Policy,
    at: Timestamp,
) -> Result<Report, Error> {
    verify_with(input, &Circumstances { trust, issuers, policy, at }, &Brought::NONE).map(|judgement| judgement.report)
}

/// A report, with what is needed to look for more. Looking for it is not done here.
#[derive(Debug)]
pub struct Judgement {
    /// The report.
    pub report: Report,
    /// Paths that lead to no listed service: certificates are missing.
    pub open_ends: Vec<OpenEnd>,
    /// Certificates about which an answer is missing that counts, the most useful to know first.
    pub unanswered: Vec<Unanswered>,
}

/// As [`verify`], with revocation answers that did not come with the file.
///
/// # Errors
/// As [`verify`].
pub fn verify_with(
    input: &Input<'_>,
    circumstances: &Circumstances<'_>,
    brought: &Brought,
) -> Result<Judgement, Error> {
    let subject = match container::open(input.source)? {
        Opened::Recognised(format) => Subject::Recognised(format),
        Opened::Refused(fault) => Subject::Refused(fault),
        Opened::Container(container) => match judge_container(input, &container, circumstances, brought) {
            Ok(judged) => return Ok(judged),
            Err(ContentError::Refused(fault)) => Subject::Refused(fault),
            Err(ContentError::Container(error)) => return Err(error.into()),
        },
    };
    // A file that is no container is not read to its end: it may be of any size.
    let read_whole = matches!(&subject, Subject::Refused(_) | Subject::Recognised(Format::AsicUnsigned));
    let sha256 = if read_whole { Some(digest(input.source)?) } else { None };
    let report = without_signatures(file_facts(input, sha256), subject, circumstances);
    Ok(Judgement { report, open_ends: Vec::new(), unanswered: Vec::new() })
}

fn judge_container(
    input: &Input<'_>,
    container: &Container<'_>,
    circumstances: &Circumstances<'_>,
    brought: &Brought,
) -> Result<Judgement, ContentError> {
    let Gathered { evidence, open_ends, at_hand } = gather_with(container, circumstances.trust, brought)?;
    let judged = judge_all(&evidence, circumstances);
    let readings = read_exams(container, &evidence, &judged)?;
    let file = file_facts(input, Some(digest(input.source)?));
    let report = of_container(file, &evidence, &judged, readings, circumstances);
    Ok(Judgement { report, open_ends, unanswered: unanswered::of(&judged, &evidence, &at_hand) })
}

fn judge_all<'e>(evidence: &'e Evidence, circumstances: &Circumstances<'_>) -> Vec<Judged<'e>> {
    let mut judged = Vec::new();
    for file in &evidence.signature_files {
        for facts in &file.signatures {
            let conclusion =
                judge(facts, &file.name, evidence, circumstances.trust, circumstances.policy, circumstances.at);
            let certificate = legal_level(facts, &conclusion, evidence, circumstances.trust);
            judged.push(Judged { file: &file.name, facts, conclusion, certificate });
        }
    }
    judged
}

/// What the signing certificate is in law, at its issuance and at the proven time (TS 119 615).
fn legal_level(
    facts: &SignatureFacts,
    conclusion: &Conclusion,
    evidence: &Evidence,
    trust: &TrustStore,
) -> Option<Level<CertificateQualification>> {
    let SignerFacts::Found { certificate, .. } = &facts.signer else { return None };
    let signer = evidence.certificate(*certificate)?;
    let path = conclusion.path.and_then(|(position, length)| Some((facts.paths.get(position)?, length)));
    let certificates = path.into_iter().flat_map(|(path, length)| path.certificates.iter().take(length));
    let certificates: Vec<_> = certificates.filter_map(|sha256| evidence.certificate(*sha256)).collect();
    let services = services_of_path(trust, &certificates, Role::Issuer);
    Some(qualify_certificate(signer, &services, conclusion.proven.at).level)
}

/// Reads covered documents only: [`Covered`] cannot be made of anything else.
fn read_exams(
    container: &Container<'_>,
    evidence: &Evidence,
    judged: &[Judged<'_>],
) -> Result<Vec<(String, Reading)>, ContentError> {
    let mut readings = Vec::new();
    for (document, facts) in container.documents.iter().zip(&evidence.documents) {
        let signatures = judged.iter().map(|one| (one.facts, one.conclusion.indication));
        let best = best_covering(&facts.name, signatures).and_then(|position| judged.get(position));
        let Some(best) = best.filter(|_| facts.size <= limits::DOCUMENT_TEXT_BYTES) else { continue };
        let content = container.read_document(document, limits::DOCUMENT_TEXT_BYTES)?;
        if let Some(covered) = Covered::by(best.facts, facts, &content) {
            readings.push((facts.name.clone(), ExamCertificate::read(covered)));
        }
    }
    Ok(readings)
}

fn file_facts(input: &Input<'_>, sha256: Option<Sha256>) -> FileFacts {
    FileFacts { name: input.name.to_owned(), size: input.source.len(), sha256 }
}

fn digest(source: &dyn Source) -> Result<Sha256, ContainerError> {
    Ok(container::digest_source(source)?)
}
