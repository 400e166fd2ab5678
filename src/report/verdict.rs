//! The word on a whole file.

use super::build::Subject;
use super::documents::precedence;
use super::*;
use crate::container::Format;
use crate::evidence::{Evidence, Refused};
use crate::validation::{Cause, DocumentWord, Failure, Indication, Outcome};

/// The word, why, and the three facts it rests on.
pub(super) struct Verdict {
    pub(super) authenticity: Authenticity,
    pub(super) cause: Option<Cause>,
    pub(super) facts: ThreeFacts,
}

/// The word on a container: that of its best signature; every other signature stays visible beside it.
pub(super) fn verdict(
    evidence: &Evidence,
    signatures: &[SignatureReport],
    exams: &[ExamReport],
    word: DocumentWord,
) -> Verdict {
    let by = |signature: &&SignatureReport| precedence(signature);
    let best = match word {
        DocumentWord::Best => signatures.iter().min_by_key(by),
        DocumentWord::Worst => signatures.iter().max_by_key(by),
    };
    let Some(best) = best else { return without_signature(evidence) };
    let authenticity = match best.indication {
        Indication::TotalFailed(failure) => Authenticity::Refuted(failure),
        Indication::Indeterminate(doubt) => Authenticity::CannotConfirm(doubt),
        Indication::TotalPassed => {
            let recognised = best.facts.exam_authority.outcome == Outcome::Passed;
            // A second document that nobody in authority signed must not borrow the first one's word.
            let all_confirmed = exams.iter().all(|exam| exam.standing == Standing::Confirmed);
            if recognised && all_confirmed { Authenticity::Genuine } else { Authenticity::ValidButOtherIssuer }
        }
    };
    Verdict { authenticity, cause: best.cause.clone(), facts: best.facts.clone() }
}

/// Signature files that could not be read, or none at all.
fn without_signature(evidence: &Evidence) -> Verdict {
    let refused = evidence.signature_files.iter().find_map(|file| Some((&file.name, file.refused.as_ref()?)));
    match refused {
        Some((file, reason)) => {
            let file = file.clone();
            let cause = match reason.clone() {
                Refused::Xml { reason } => Cause::XmlRefused { file, reason },
                Refused::Structure { reason } => Cause::StructureRefused { file, reason },
            };
            failed(cause)
        }
        None => nothing_signed(Authenticity::Unsigned, Cause::NotSigned),
    }
}

/// The word on a file in which nothing could be judged.
pub(super) fn without_evidence(subject: Subject) -> Verdict {
    match subject {
        Subject::Refused(reason) => failed(Cause::ArchiveRefused { reason }),
        Subject::Recognised(Format::AsicUnsigned) => nothing_signed(Authenticity::Unsigned, Cause::NotSigned),
        Subject::Recognised(format) => {
            let authenticity =
                if is_signed_format(format) { Authenticity::Unsupported } else { Authenticity::NotAnEDocument };
            nothing_signed(authenticity, Cause::FormatNotJudged { format })
        }
    }
}

/// Kinds that carry signatures which this program recognises and does not judge.
fn is_signed_format(format: Format) -> bool {
    match format {
        Format::AsicE
        | Format::AsicS
        | Format::AsicCades
        | Format::AsicTimestamp
        | Format::AsicEvidenceRecord
        | Format::AsicHashcode
        | Format::Edoc1
        | Format::Bdoc1
        | Format::Adoc
        | Format::Ddoc
        | Format::BareXades => true,
        Format::AsicUnsigned
        | Format::Pdf
        | Format::OpenDocument
        | Format::OfficeOpenXml
        | Format::OtherXml
        | Format::OtherZip
        | Format::Empty
        | Format::Other => false,
    }
}

fn failed(cause: Cause) -> Verdict {
    let open = || Fact { outcome: Outcome::Unknown, cause: Some(Cause::NotReached) };
    let unchanged = Fact { outcome: Outcome::Failed, cause: Some(cause.clone()) };
    Verdict {
        authenticity: Authenticity::Refuted(Failure::FormatFailure),
        cause: Some(cause),
        facts: ThreeFacts { unchanged, vouched_for: open(), exam_authority: open(), issuer: None },
    }
}

fn nothing_signed(authenticity: Authenticity, cause: Cause) -> Verdict {
    let none = || Fact { outcome: Outcome::Skipped, cause: Some(cause.clone()) };
    let facts = ThreeFacts { unchanged: none(), vouched_for: none(), exam_authority: none(), issuer: None };
    Verdict { authenticity, cause: Some(cause.clone()), facts }
}
