//! What one row shows, taken from a report once: sorting and searching ask nothing of the report.

use super::super::state::Opened;
use crate::Timestamp;
use crate::dossier::Concern;
use crate::exam::{ExamCertificate, Found, Identifier, Percent, Reading, plain_key, subject_key};
use crate::report::{Authenticity, ExamReport, Remark, Report, SignatureReport, Standing, ThreeFacts};

/// The word on a file, what needs a look first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Worth {
    /// Proven false.
    Refuted,
    /// It could not be read, is of a kind that is not judged, or is no e-document.
    NotJudged,
    /// Nobody signed it.
    Unsigned,
    /// Neither proven nor refuted.
    Doubtful,
    /// A good signature of somebody who issues no exam certificates.
    OtherIssuer,
    /// Genuine.
    Genuine,
}

/// An overall result as far as it may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Achieved {
    /// Genuine and read with certainty.
    Confirmed(Percent),
    /// Read with certainty from a document that is not confirmed.
    NotConfirmed(Percent),
    /// It must be read in the document.
    SeeDocument,
    /// There is none, or it is withheld.
    None,
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The word on the file.
    pub worth: Worth,
    /// Why a person should look at it although it is genuine.
    pub remark: Option<Remark>,
    /// Whether what the document says is withheld: then the word is its own, and nothing of what it says stands beside it.
    pub is_withheld: bool,
    /// How much it asks to be looked at, once all is seen together.
    pub concern: Option<Concern>,
    /// The exam, however it is written.
    pub exam_key: Option<String>,
    /// What its file says together with others: which of the findings.
    pub across: Option<usize>,
    /// Whose certificate it is, where that is certain and not withheld.
    pub person: Option<String>,
    /// Personal code or other identifier.
    pub code: Option<Identifier>,
    /// Subject.
    pub subject: Option<String>,
    /// Level.
    pub level: Option<String>,
    /// School year.
    pub year: Option<String>,
    /// Overall result.
    pub result: Achieved,
    /// Who signed, in short.
    pub issuer: Option<String>,
    /// When that is proven by a time-stamp.
    pub time: Option<Timestamp>,
    /// Name of the file.
    pub file: String,
    /// The document it was read from.
    pub document: Option<String>,
    searched: String,
}

impl Line {
    /// The rows of a file: one a certificate, or one.
    pub(super) fn all_of(opened: &Opened) -> Vec<Self> {
        let Ok(report) = &opened.result else { return vec![Self::bare(Worth::NotJudged, opened)] };
        let mut lines = Vec::new();
        for exam in &report.exams {
            let Reading::Exams { certificates, .. } = &exam.reading else { continue };
            lines.extend(certificates.iter().map(|read| Self::of_certificate(opened, report, exam, read)));
        }
        if lines.is_empty() {
            let mut line = Self::bare(worth(report.authenticity), opened);
            line.signed_by(&report.facts, report.decisive_signature());
            line.remark = report.remarks_without_certificate().first().copied();
            lines.push(line.searchable());
        }
        lines
    }

    fn of_certificate(opened: &Opened, report: &Report, exam: &ExamReport, read: &ExamCertificate) -> Self {
        let mut line = Self::bare(worth(report.authenticity), opened);
        // Whoever signed another document of the file has not signed this one.
        if let Some(signature) = report.signature_over(&exam.document) {
            line.signed_by(&signature.facts, Some(signature));
        }
        line.remark = report.remarks_on(exam, read).first().copied();
        match report.standing_of(exam) {
            // What is withheld has a row, and nothing of what it says stands there.
            Standing::Withheld => {
                line.is_withheld = true;
                line.worth = Worth::Refuted;
            }
            standing => {
                line.document = Some(exam.document.clone());
                line.read(read, standing);
            }
        }
        line.searchable()
    }

    fn bare(worth: Worth, opened: &Opened) -> Self {
        let line = Self {
            worth,
            remark: None,
            across: None,
            is_withheld: false,
            concern: None,
            exam_key: None,
            person: None,
            code: None,
            subject: None,
            level: None,
            year: None,
            result: Achieved::None,
            issuer: None,
            time: None,
            file: opened.name(),
            document: None,
            searched: String::new(),
        };
        line.searchable()
    }

    fn signed_by(&mut self, facts: &ThreeFacts, signature: Option<&SignatureReport>) {
        self.issuer = facts.issuer.as_ref().map(|issuer| issuer.name().to_owned());
        self.time = signature.and_then(SignatureReport::timestamp_time);
    }

    fn read(&mut self, read: &ExamCertificate, standing: Standing) {
        let text = |found: &Option<Found<String>>| found.as_ref().and_then(Found::certain).cloned();
        self.person = read.certain_person().map(str::to_owned);
        self.code = read.identifier.as_ref().and_then(Found::certain).cloned();
        self.subject = text(&read.subject);
        self.exam_key = self.subject.as_deref().map(subject_key);
        self.level = read.certain_level().map(str::to_owned);
        self.year = text(&read.year);
        self.result = match (read.certain_overall(), standing) {
            (_, Standing::Withheld) => Achieved::None,
            (Some(percent), Standing::Confirmed) => Achieved::Confirmed(percent),
            (Some(percent), Standing::NotConfirmed) => Achieved::NotConfirmed(percent),
            (None, _) if read.is_resultless() => Achieved::None,
            (None, _) => Achieved::SeeDocument,
        };
    }

    fn searchable(mut self) -> Self {
        let code = self.code.as_ref().map(Identifier::reveal);
        let parts = [&self.person, &self.subject, &self.level, &self.year, &self.issuer];
        let parts = parts.into_iter().flatten().map(String::as_str).chain(code).chain([self.file.as_str()]);
        self.searched = plain_key(&parts.collect::<Vec<_>>().join(" "));
        self
    }

    /// Whether two rows name the same person in the same way.
    pub(super) fn is_of_whom(&self, other: &Self) -> bool {
        (&self.person, &self.code) == (&other.person, &other.code)
    }

    /// Whether all words of `search`, already folded, stand in it.
    pub(super) fn has(&self, search: &str) -> bool {
        search.split_whitespace().all(|word| self.searched.contains(word))
    }

    /// Whether somebody should look at it.
    #[must_use]
    pub fn is_problem(&self) -> bool {
        match self.concern {
            Some(concern) => concern != Concern::None,
            // Until all is seen together, what is known of the file by itself.
            None => self.worth != Worth::Genuine || self.remark.is_some(),
        }
    }
}

fn worth(authenticity: Authenticity) -> Worth {
    match authenticity {
        Authenticity::Refuted(_) => Worth::Refuted,
        Authenticity::Unsupported | Authenticity::NotAnEDocument => Worth::NotJudged,
        Authenticity::Unsigned => Worth::Unsigned,
        Authenticity::CannotConfirm(_) => Worth::Doubtful,
        Authenticity::ValidButOtherIssuer => Worth::OtherIssuer,
        Authenticity::Genuine => Worth::Genuine,
    }
}
