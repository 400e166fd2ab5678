//! What every table of certificates says of one: which signature speaks for it, and why a reader should look at its document. Written
//! once, so that the window and what is exported never disagree.

use super::*;
use crate::exam::{ExamCertificate, Reading};
use crate::trust::ListFacts;

/// Why a reader should look at a document although nothing is wrong with its signature; the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Remark {
    /// A document lies beside the signed ones that no signature covers.
    Uncovered,
    /// What was read contradicts itself.
    Contradiction,
    /// There is no result that was read with certainty.
    NoResult,
    /// Which exam it is was not read with certainty.
    NoExam,
    /// Whose it is was not read with certainty.
    NoPerson,
}

impl Report {
    /// The signature that decided the word: the facts of the file are those of that one.
    #[must_use]
    pub fn decisive_signature(&self) -> Option<&SignatureReport> {
        self.signatures.iter().find(|one| one.facts == self.facts && one.cause == self.cause)
    }

    /// Of the lists that the word stands on the oldest.
    #[must_use]
    pub fn oldest_list(&self) -> Option<&ListFacts> {
        self.lists.iter().min_by_key(|list| list.issued)
    }

    /// What is worth a look about one certificate, the gravest first. Of one that is withheld nothing is said that stands in it.
    #[must_use]
    pub fn remarks_on(&self, exam: &ExamReport, read: &ExamCertificate) -> Vec<Remark> {
        let mut remarks: Vec<Remark> = self.remark_on_documents().into_iter().collect();
        if self.standing_of(exam) == Standing::Withheld {
            return remarks;
        }
        let agrees = matches!(&exam.reading, Reading::Exams { findings, .. } if findings.is_empty());
        remarks.extend((!agrees).then_some(Remark::Contradiction));
        remarks.extend((read.certain_overall().is_none() && !read.is_resultless()).then_some(Remark::NoResult));
        remarks.extend((!read.names_exam()).then_some(Remark::NoExam));
        remarks.extend(read.certain_person().is_none().then_some(Remark::NoPerson));
        remarks
    }

    /// What is worth a look about a file that no certificate was read in, the gravest first.
    #[must_use]
    pub fn remarks_without_certificate(&self) -> Vec<Remark> {
        // A genuine file without a result in it is not what was asked for.
        let resultless = (self.authenticity == Authenticity::Genuine).then_some(Remark::NoResult);
        self.remark_on_documents().into_iter().chain(resultless).collect()
    }

    /// What lies beside the signed documents may be taken for one of them.
    fn remark_on_documents(&self) -> Option<Remark> {
        // Of a file that is not signed, or not what was signed, its word says more.
        let signed = !matches!(self.authenticity, Authenticity::Unsigned | Authenticity::Refuted(_));
        let beside = |document: &DocumentReport| document.coverage != Coverage::Covered;
        (signed && self.documents.iter().any(beside)).then_some(Remark::Uncovered)
    }
}
