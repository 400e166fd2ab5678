//! Exam certificates: covered octets to text with places, text to fields, fields to results. Never a guess.

mod certificate;
mod fields;
mod issuer;
mod percent;
mod person;
mod text;

pub use certificate::{
    Certainty, DocumentKind, ExamCertificate, ExamFinding, ExamPart, Found, Place, Reading, Unreadable,
};
pub use issuer::{IssuerMatch, IssuersFault, RecognisedIssuer, read_issuers, shipped_issuers};
pub use percent::Percent;
pub use person::{Identifier, PersonalCode};
