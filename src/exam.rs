//! Exam certificates: covered octets to text with places, text to fields, fields to results. Never a guess.

mod certificate;
mod fields;
mod issuer;
mod percent;
mod person;
mod search;
mod text;

pub use certificate::{
    Certainty, DocumentKind, ExamCertificate, ExamFinding, ExamPart, Found, Place, Reading, Unreadable,
};
pub use fields::keys::{SubjectNamed, level_key, may_be_one_name, name_key, plain_key, subject_key, subjects_named};
pub use issuer::{
    IssuerMatch, IssuerOrigin, IssuersFault, RecognisedIssuer, read_issuers, shipped_issuers, write_issuers,
};
pub use percent::Percent;
pub use person::{Checksum, Identifier, PersonalCode};
pub use search::{TextCell, text_cells};

/// The plain text of a document, line by line, as the reader sees it: for diagnosis and fuzzing. It is no result; only
/// covered bytes can become one.
///
/// # Errors
/// [`Unreadable`] says why there is no text.
pub fn text_of(content: &[u8]) -> Result<String, Unreadable> {
    let lines = text::lines(content)?;
    Ok(lines.iter().map(text::Line::text).collect::<Vec<_>>().join("\n"))
}
