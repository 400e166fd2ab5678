//! What one row shows, taken from a report once: sorting and searching ask nothing of the report.

use super::super::state::Opened;
use crate::Timestamp;
use crate::dossier::Concern;
use crate::exam::{ExamCertificate, Found, Identifier, IssuerMatch, Percent, Reading, plain_key, subject_key};
use crate::report::{Authenticity, Coverage, Report, Standing};
use crate::validation::ProvenBy;

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

/// Why a person should look at a file although it is genuine; the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Remark {
    /// A document lies beside the signed ones that no signature covers.
    Uncovered,
    /// What was read contradicts itself.
    Contradiction,
    /// There is no result that was read with certainty.
    NoResult,
    /// Whose it is was not read with certainty.
    NoPerson,
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The word on the file.
    pub worth: Worth,
    /// Why a person should look at it although it is genuine.
    pub remark: Option<Remark>,
    /// Whether what the document says is withheld: then the word is its own, and no signer and no time stand beside it.
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
            let Reading::Exams { certificates, findings } = &exam.reading else { continue };
            for certificate in certificates {
                let mut line = Self::of(opened, report);
                // What is withheld has a row, and nothing of it stands there; nor does anything of a signature that does not cover it.
                if exam.standing == Standing::Withheld {
                    line.is_withheld = true;
                    line.worth = Worth::Refuted;
                    (line.issuer, line.time) = (None, None);
                } else {
                    line.document = Some(exam.document.clone());
                    line.read(certificate, exam.standing);
                    if !findings.is_empty() {
                        line.note(Remark::Contradiction);
                    }
                }
                lines.push(line.searchable());
            }
        }
        if lines.is_empty() {
            let mut line = Self::of(opened, report);
            // A genuine file without a result in it is not what was asked for.
            line.note(Remark::NoResult);
            lines.push(line.searchable());
        }
        lines
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

    fn of(opened: &Opened, report: &Report) -> Self {
        let mut line = Self::bare(worth(report.authenticity), opened);
        line.issuer = report.facts.issuer.as_ref().map(|issuer| issuer_name(issuer).to_owned());
        // The facts of the file are those of the signature that decided.
        let decisive = report.signatures.iter().find(|signature| signature.facts == report.facts);
        let proven = decisive.map(|signature| signature.proven_time).filter(|proven| proven.by == ProvenBy::Timestamp);
        line.time = proven.map(|proven| proven.at);
        // What lies beside the signed documents may be taken for one of them.
        if report.documents.iter().any(|document| document.coverage != Coverage::Covered) {
            line.note(Remark::Uncovered);
        }
        line
    }

    fn read(&mut self, certificate: &ExamCertificate, standing: Standing) {
        self.person = certain(certificate.person.as_ref());
        self.code = certain(certificate.identifier.as_ref());
        self.subject = certain(certificate.subject.as_ref());
        self.exam_key = self.subject.as_deref().map(subject_key);
        self.level = certain(certificate.level.as_ref()).or_else(|| certain(certificate.language_level.as_ref()));
        self.year = certain(certificate.year.as_ref());
        self.result = match (certain(certificate.overall.as_ref()), standing) {
            (_, Standing::Withheld) => Achieved::None,
            (Some(percent), Standing::Confirmed) => Achieved::Confirmed(percent),
            (Some(percent), Standing::NotConfirmed) => Achieved::NotConfirmed(percent),
            (None, _) if certificate.overall.is_none() && certificate.is_statement() => Achieved::None,
            (None, _) => Achieved::SeeDocument,
        };
        if self.result == Achieved::SeeDocument {
            self.note(Remark::NoResult);
        }
        if self.person.is_none() {
            self.note(Remark::NoPerson);
        }
    }

    /// Of several remarks the gravest is told.
    fn note(&mut self, remark: Remark) {
        self.remark = Some(self.remark.map_or(remark, |other| other.min(remark)));
    }

    fn searchable(mut self) -> Self {
        let code = self.code.as_ref().map(Identifier::reveal);
        let parts = [&self.person, &self.subject, &self.level, &self.year, &self.issuer];
        let parts = parts.into_iter().flatten().map(String::as_str).chain(code).chain([self.file.as_str()]);
        self.searched = plain_key(&parts.collect::<Vec<_>>().join(" "));
        self
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

fn issuer_name(issuer: &IssuerMatch) -> &str {
    match issuer {
        IssuerMatch::ByIdentifier { short_name }
        | IssuerMatch::ByName { short_name }
        | IssuerMatch::OutsideItsTime { short_name } => short_name,
        IssuerMatch::Other { name } => name,
    }
}

fn certain<T: Clone>(found: Option<&Found<T>>) -> Option<T> {
    Found::certain(found).cloned()
}
