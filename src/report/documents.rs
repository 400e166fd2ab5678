//! Documents and what they say, each by the best signature that covers it.

use super::build::Judged;
use super::*;
use crate::evidence::{DocumentFacts, Evidence, ReferenceMatch, ReferenceTarget, SignatureFacts};
use crate::exam::Reading;
use crate::validation::{DocumentWord, Indication, Outcome};

pub(super) fn document_reports(evidence: &Evidence, judged: &[Judged<'_>]) -> Vec<DocumentReport> {
    let signatures: Vec<&SignatureFacts> = judged.iter().map(|one| one.facts).collect();
    let report = |document: &DocumentFacts| DocumentReport {
        name: document.name.clone(),
        size: document.size,
        sha256: document.sha256,
        claimed_media_type: document.media_type.clone(),
        coverage: coverage(&document.name, &signatures),
    };
    evidence.documents.iter().map(report).collect()
}

fn coverage(document: &str, signatures: &[&SignatureFacts]) -> Coverage {
    let covering = signatures.iter().filter(|signature| signature.covers(document)).count();
    let differs = signatures.iter().flat_map(|signature| &signature.references).any(|reference| {
        reference.result == ReferenceMatch::Differs
            && reference.target == ReferenceTarget::Document(document.to_owned())
    });
    match covering {
        0 if differs => Coverage::Changed,
        0 => Coverage::NotCovered,
        all if all == signatures.len() => Coverage::Covered,
        _ => Coverage::Partly,
    }
}

/// Best first.
pub(super) fn rank(indication: Indication) -> u8 {
    match indication {
        Indication::TotalPassed => 0,
        Indication::Indeterminate(_) => 1,
        Indication::TotalFailed(_) => 2,
    }
}

/// The best first, and among equals that of an exam authority.
pub(super) fn precedence(signature: &SignatureReport) -> (u8, bool) {
    (rank(signature.indication), signature.facts.exam_authority.outcome != Outcome::Passed)
}

impl Report {
    /// How much an exam of this report may be shown as a result. Saved facts prove nothing, since the file was not looked at: of
    /// them nothing is confirmed.
    #[must_use]
    pub fn standing_of(&self, exam: &ExamReport) -> Standing {
        match (self.source, exam.standing) {
            (ReportSource::Facts, Standing::Confirmed) => Standing::NotConfirmed,
            (_, standing) => standing,
        }
    }

    /// The signature that speaks for a document: of those that cover it the best, and among equals that of an exam authority. `None`
    /// where none covers it, whatever other documents are signed by.
    #[must_use]
    pub fn signature_over(&self, document: &str) -> Option<&SignatureReport> {
        let covers = |signature: &&SignatureReport| signature.covers.iter().any(|name| name == document);
        self.signatures.iter().filter(covers).min_by_key(|signature| precedence(signature))
    }
}

pub(super) fn exam_reports(
    readings: Vec<(String, Reading)>,
    signatures: &[SignatureReport],
    word: DocumentWord,
) -> Vec<ExamReport> {
    let report = |(document, reading): (String, Reading)| {
        let standing = standing(&document, signatures, word);
        ExamReport { document, standing, reading }
    };
    readings.into_iter().map(report).collect()
}

/// A result is confirmed only by a passed signature of an exam authority over this very document.
fn standing(document: &str, signatures: &[SignatureReport], word: DocumentWord) -> Standing {
    let covering = || signatures.iter().filter(|signature| signature.covers.iter().any(|name| name == document));
    let confirmed = covering().any(|signature| {
        signature.indication == Indication::TotalPassed && signature.facts.exam_authority.outcome == Outcome::Passed
    });
    let best = covering().map(|signature| rank(signature.indication)).min();
    let all_passed = covering().all(|signature| signature.indication == Indication::TotalPassed);
    match best {
        _ if confirmed && (word == DocumentWord::Best || all_passed) => Standing::Confirmed,
        Some(rank) if rank < 2 => Standing::NotConfirmed,
        _ => Standing::Withheld,
    }
}
