//! The pipeline: bytes to [`Report`]. No clock, no network, no environment.
//!
//! 1. open the container, or say what kind of file it is;
//! 2. gather evidence: digests, signature values, paths, time-stamps;
//! 3. read what covered documents say about exams: with that, everything that needs the bytes is done ([`Facts`]);
//! 4. judge each signature;
//! 5. find out what it is in law;
//! 6. put the report together.
//!
//! [`gather_facts`] takes the first three steps, [`judge_facts`] the others: also of facts that were saved.

mod facts;
mod saved;

mod unanswered;

use crate::Timestamp;
use crate::container::{self, Container, ContainerError, ContentError, Format, Opened, Source};
use crate::crypto::Sha256;
use crate::evidence::{
    AtHand, Brought, Covered, Evidence, Gathered, OpenEnd, SignatureFacts, SignerFacts, gather_with,
};
use crate::exam::{ExamCertificate, RecognisedIssuer};
use crate::limits;
use crate::qualification::{CertificateResult, qualify_certificate, services_of_path};
use crate::report::{Circumstances, FileFacts, Judged, Report, Subject, of_container, without_signatures};
use crate::trust::{Role, TrustStore};
use crate::validation::{Conclusion, Policy, judge};
pub use unanswered::Unanswered;

pub use facts::{DocumentReading, FactContent, Facts};
pub use saved::{FACTS_VERSION, FactsFault};

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

/// Gathers what is to be known of one file: steps 1 to 3. `trust` says where paths may end; nothing is judged by it.
///
/// # Errors
/// As [`verify`].
pub fn gather_facts(input: &Input<'_>, trust: &TrustStore) -> Result<Facts, Error> {
    gather_all(input, trust, &Brought::NONE).map(|found| found.facts)
}

/// A report, with what is needed to look for more. Looking for it is not done here.
#[derive(Debug)]
pub struct Judgement {
    /// What it rests on.
    pub facts: Facts,
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
    let Found { facts, open_ends, at_hand } = gather_all(input, circumstances.trust, brought)?;
    let (report, unanswered) = judged(&facts, circumstances, at_hand.as_ref());
    Ok(Judgement { facts, report, open_ends, unanswered })
}

/// Facts, with what is needed to look for more.
struct Found {
    facts: Facts,
    open_ends: Vec<OpenEnd>,
    /// `None` where there is no container.
    at_hand: Option<AtHand>,
}

fn gather_all(input: &Input<'_>, trust: &TrustStore, brought: &Brought) -> Result<Found, Error> {
    let content = match container::open(input.source)? {
        Opened::Recognised(format) => FactContent::Recognised { format },
        Opened::Refused(reason) => FactContent::Refused { reason },
        Opened::Container(container) => match container_facts(input, &container, trust, brought) {
            Ok(found) => return Ok(found),
            Err(ContentError::Refused(reason)) => FactContent::Refused { reason },
            Err(ContentError::Container(error)) => return Err(error.into()),
        },
    };
    // A file that is no container is not read to its end: it may be of any size.
    let read_whole =
        matches!(&content, FactContent::Refused { .. } | FactContent::Recognised { format: Format::AsicUnsigned });
    let sha256 = if read_whole { Some(digest(input.source)?) } else { None };
    let facts = Facts::gathered(file_facts(input, sha256), content);
    Ok(Found { facts, open_ends: Vec::new(), at_hand: None })
}

/// Judges facts: steps 4 to 6, without the file and without any cryptography. Facts that were saved give the same report as
/// the file did, and it says that it rests on them: whoever had them in hand may have written anything.
///
/// A path is followed as far as the facts have it. Where it ends, and what that is worth, is asked of `trust`.
#[must_use]
pub fn judge_facts(
    facts: &Facts,
    trust: &TrustStore,
    issuers: &[RecognisedIssuer],
    policy: &Policy,
    at: Timestamp,
) -> Report {
    judged(facts, &Circumstances { trust, issuers, policy, at }, None).0
}

/// The report, and where the certificates are at hand those about which an answer is missing that counts.
fn judged(facts: &Facts, circumstances: &Circumstances<'_>, at_hand: Option<&AtHand>) -> (Report, Vec<Unanswered>) {
    let file = facts.file().clone();
    let mut unanswered = Vec::new();
    let report = match facts.content() {
        FactContent::Container { evidence, readings } => {
            let judged = judge_all(evidence, circumstances);
            let readings = readings.iter().map(|one| (one.document.clone(), one.reading.clone())).collect();
            unanswered = at_hand.map(|at_hand| unanswered::of(&judged, evidence, at_hand)).unwrap_or_default();
            of_container(file, evidence, &judged, readings, circumstances)
        }
        FactContent::Recognised { format } => without_signatures(file, Subject::Recognised(*format), circumstances),
        FactContent::Refused { reason } => without_signatures(file, Subject::Refused(reason.clone()), circumstances),
    };
    (Report { source: facts.source(), fetched: facts.fetched().to_vec(), ..report }, unanswered)
}

fn container_facts(
    input: &Input<'_>,
    container: &Container<'_>,
    trust: &TrustStore,
    brought: &Brought,
) -> Result<Found, ContentError> {
    let Gathered { evidence, open_ends, at_hand } = gather_with(container, trust, brought)?;
    let readings = read_exams(container, &evidence)?;
    let file = file_facts(input, Some(digest(input.source)?));
    let content = FactContent::Container { evidence: Box::new(evidence), readings };
    Ok(Found { facts: Facts::gathered(file, content), open_ends, at_hand: Some(at_hand) })
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
) -> Option<CertificateResult> {
    let SignerFacts::Found { certificate, .. } = &facts.signer else { return None };
    let signer = evidence.certificate(*certificate)?;
    let path = conclusion.path.and_then(|(position, length)| Some((facts.paths.get(position)?, length)));
    let certificates = path.into_iter().flat_map(|(path, length)| path.certificates.iter().take(length));
    let certificates: Vec<_> = certificates.filter_map(|sha256| evidence.certificate(*sha256)).collect();
    let services = services_of_path(trust, &certificates, Role::Issuer);
    Some(qualify_certificate(signer, &services, conclusion.proven.at))
}

/// Reads covered documents only: [`Covered`] cannot be made of anything else.
fn read_exams(container: &Container<'_>, evidence: &Evidence) -> Result<Vec<DocumentReading>, ContentError> {
    let mut readings = Vec::new();
    for (document, facts) in container.documents.iter().zip(&evidence.documents) {
        // Octets say the same whoever signed them; how much that counts is judged later.
        let Some(signature) = evidence.covering(&facts.name) else { continue };
        if facts.size > limits::DOCUMENT_TEXT_BYTES {
            continue;
        }
        let content = container.read_document(document, limits::DOCUMENT_TEXT_BYTES)?;
        if let Some(covered) = Covered::by(signature, facts, &content) {
            let reading = ExamCertificate::read(covered);
            readings.push(DocumentReading { document: facts.name.clone(), reading });
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
