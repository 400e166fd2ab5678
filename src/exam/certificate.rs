//! What an exam certificate says, where it says it, and how sure the reading is.

use serde::{Deserialize, Serialize};

use super::{Identifier, Percent, fields, text};
use crate::evidence::Covered;

/// Where a value was read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Page, from 1; 1 where the format has no pages.
    pub page: u32,
    /// Left, top, right, bottom in points from the page's top left corner; `None` where the format has no positions.
    pub area: Option<[f32; 4]>,
    /// The text the value was read from, as it stands there.
    pub source: String,
}

/// How sure a reading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// Plausible; the reader must look at the document.
    Probable,
    /// Stands there under its own label, once, without contradiction.
    Certain,
}

/// A value with where it was read and how sure that is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Found<T> {
    /// The value.
    pub value: T,
    /// How sure.
    pub certainty: Certainty,
    /// Where.
    pub place: Place,
}

impl<T> Found<T> {
    /// The value, where it was read with certainty.
    #[must_use]
    pub fn certain(&self) -> Option<&T> {
        (self.certainty == Certainty::Certain).then_some(&self.value)
    }
}

/// What kind of document it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DocumentKind {
    /// Centralizētā eksāmena sertifikāts.
    Certificate,
    /// Izraksts: results from before 2023.
    Extract,
    /// Izziņa: a statement.
    Statement,
    /// Valsts valodas prasmes apliecība.
    LanguageProficiency,
}

/// One part of an exam.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ExamPart {
    /// Its name, as it stands in the document.
    pub name: String,
    /// Its result.
    pub percent: Found<Percent>,
}

/// What one exam certificate says.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ExamCertificate {
    /// Kind of document.
    pub kind: Option<Found<DocumentKind>>,
    /// Certificate number, with its series where both are one word.
    pub number: Option<Found<String>>,
    /// Series, where it stands apart from the number.
    pub series: Option<Found<String>>,
    /// Given names and surname, as written.
    pub person: Option<Found<String>>,
    /// Given names, where the document tells them from the surname.
    pub given_names: Option<Found<String>>,
    /// Surname, where the document tells it from the given names.
    pub surname: Option<Found<String>>,
    /// Personal code or other identifier.
    pub identifier: Option<Found<Identifier>>,
    /// School.
    pub school: Option<Found<String>>,
    /// Class, as written: `12.a`, `9. klase`.
    pub class: Option<Found<String>>,
    /// Stage of education, as written: `pamatizglītība`, `vispārējā vidējā izglītība`.
    pub stage: Option<Found<String>>,
    /// Subject, as written; in the nominative where a sentence inflects it.
    pub subject: Option<Found<String>>,
    /// Level of mastery, as written: `augstākais`, `optimālais`, `vispārīgais`; a class or stage where the document calls it the level.
    pub level: Option<Found<String>>,
    /// School year, as written: `2024./2025.`, or a year.
    pub year: Option<Found<String>>,
    /// Exam date, as written.
    pub exam_date: Option<Found<String>>,
    /// Overall result.
    pub overall: Option<Found<Percent>>,
    /// Results of the parts, in document order.
    pub parts: Vec<ExamPart>,
    /// Language level where printed: `B2`.
    pub language_level: Option<Found<String>>,
    /// Issuer named in the text (not the signer).
    pub issuer: Option<Found<String>>,
    /// Issue date, as written.
    pub issue_date: Option<Found<String>>,
}

/// Something that stops a value from being a result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "finding", rename_all = "kebab-case")]
pub enum ExamFinding {
    /// Two different overall results.
    TwoOverallResults {
        /// Both, in hundredths of a percent.
        values: Vec<Percent>,
    },
    /// A number above 100 where a percentage should stand.
    PercentOutOfRange {
        /// As written.
        text: String,
    },
    /// Two different names.
    TwoNames {
        /// Both, as written.
        names: Vec<String>,
    },
    /// The overall result was not found with certainty.
    OverallNotCertain,
}

/// Why a document gives no certificate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum Unreadable {
    /// Not a kind of file that is read for text.
    UnknownType,
    /// No text in it: a scan.
    NoText,
    /// Text, and none of the words of an exam certificate.
    NotAnExamCertificate,
    /// Damaged, or beyond a limit.
    Damaged {
        /// How, for the technical details.
        detail: String,
    },
}

/// What reading one document gave.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "reading", rename_all = "kebab-case")]
pub enum Reading {
    /// One or more exam certificates.
    Exams {
        /// In document order.
        certificates: Vec<ExamCertificate>,
        /// Contradictions and doubts.
        findings: Vec<ExamFinding>,
    },
    /// None.
    None {
        /// Why.
        reason: Unreadable,
    },
}

impl ExamCertificate {
    /// Whether it is a statement (izziņa), which need not have a result.
    #[must_use]
    pub fn is_statement(&self) -> bool {
        self.kind.as_ref().is_some_and(|kind| kind.value == DocumentKind::Statement)
    }

    /// Whether it is a statement without any result, of which none is missed.
    #[must_use]
    pub fn is_resultless(&self) -> bool {
        self.overall.is_none() && self.is_statement()
    }

    /// The overall result, where it was read with certainty.
    #[must_use]
    pub fn certain_overall(&self) -> Option<Percent> {
        self.overall.as_ref()?.certain().copied()
    }

    /// Whose it is, where that was read with certainty.
    #[must_use]
    pub fn certain_person(&self) -> Option<&str> {
        self.person.as_ref()?.certain().map(String::as_str)
    }

    /// The level, as written; the language level where no other was read with certainty.
    #[must_use]
    pub fn certain_level(&self) -> Option<&str> {
        [&self.level, &self.language_level].into_iter().flatten().find_map(Found::certain).map(String::as_str)
    }

    /// Whether it was read with certainty which exam it is about: that of a subject, or of the language whose level stands there.
    #[must_use]
    pub fn names_exam(&self) -> bool {
        [&self.subject, &self.language_level].into_iter().flatten().any(|found| found.certain().is_some())
    }

    /// Reads what a covered document says.
    #[must_use]
    pub fn read(document: Covered<'_>) -> Reading {
        let lines = match text::lines(document.content()) {
            Ok(lines) => lines,
            Err(reason) => return Reading::None { reason },
        };
        if !fields::is_exam_certificate(&lines) {
            return Reading::None { reason: Unreadable::NotAnExamCertificate };
        }
        let fields::Read { certificates, findings } = fields::read(&lines);
        Reading::Exams { certificates, findings }
    }
}
