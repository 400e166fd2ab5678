//! The columns, and what stands in them.

use jiff::civil::Date;

use super::row::{CertificateFacts, Checked, FileFacts, TableRow};
use crate::Timestamp;
use crate::exam::Percent;
use crate::report::{Authenticity, Standing};
use crate::words::{Words, clean};

/// One value. Texts are harmless to print; whether a program takes one for a formula is for the writer of its format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A text.
    Text(String),
    /// A percentage.
    Percent(Percent),
    /// A day.
    Day(Date),
    /// An instant, in UTC.
    Time(Timestamp),
}

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Column {
    /// The word on the file.
    Verdict,
    /// The same as a code: `genuine`, `refuted/HASH_FAILURE`, `error/not-found`.
    Code,
    /// Name.
    Person,
    /// Personal code or other identifier.
    Identifier,
    /// Subject.
    Exam,
    /// Level.
    Level,
    /// School year.
    Year,
    /// Day of the exam.
    ExamDay,
    /// Overall result, of confirmed certificates only.
    Result,
    /// The percentage that a certificate which is not confirmed names: no result.
    Unconfirmed,
    /// Results of the parts.
    Parts,
    /// Who signed.
    Signer,
    /// When that is proven.
    ProvenTime,
    /// Path of the file.
    File,
    /// SHA-256 of the file.
    Sha256,
    /// Why it has its word, and what is worth a look.
    Why,
    /// What several files say together.
    Findings,
    /// Rules with their version.
    Policy,
    /// Trusted lists with their dates.
    Lists,
    /// Program with its version.
    Program,
    /// The time that was judged for.
    CheckedAt,
}

impl Column {
    /// All of them, in their order.
    pub const ALL: [Self; 21] = [
        Self::Verdict,
        Self::Code,
        Self::Person,
        Self::Identifier,
        Self::Exam,
        Self::Level,
        Self::Year,
        Self::ExamDay,
        Self::Result,
        Self::Unconfirmed,
        Self::Parts,
        Self::Signer,
        Self::ProvenTime,
        Self::File,
        Self::Sha256,
        Self::Why,
        Self::Findings,
        Self::Policy,
        Self::Lists,
        Self::Program,
        Self::CheckedAt,
    ];

    /// What stands above it.
    #[must_use]
    pub fn heading(self, words: &Words) -> String {
        words.text(match self {
            Self::Verdict => "columns-verdict",
            Self::Code => "columns-code",
            Self::Person => "columns-person",
            Self::Identifier => "columns-identifier",
            Self::Exam => "columns-exam",
            Self::Level => "columns-level",
            Self::Year => "columns-year",
            Self::ExamDay => "columns-exam-day",
            Self::Result => "columns-result",
            Self::Unconfirmed => "columns-unconfirmed",
            Self::Parts => "columns-parts",
            Self::Signer => "columns-signer",
            Self::ProvenTime => "columns-proven-time",
            Self::File => "columns-file",
            Self::Sha256 => "columns-sha256",
            Self::Why => "columns-why",
            Self::Findings => "columns-findings",
            Self::Policy => "columns-policy",
            Self::Lists => "columns-lists",
            Self::Program => "columns-program",
            Self::CheckedAt => "columns-checked-at",
        })
    }

    /// What a row has in it. What several files say together is no row's own: [`super::Table::cells`] fills it in.
    #[must_use]
    pub fn cell(self, row: &TableRow, words: &Words) -> Cell {
        let (file, certificate) = (&*row.file, row.certificate.as_ref());
        let checked = file.checked.as_deref();
        match self {
            Self::Verdict => Cell::Text(words.file_word(file.word)),
            Self::Code => Cell::Text(code(file)),
            Self::Person => text(certificate.and_then(|one| one.person.as_deref())),
            Self::Identifier => text(certificate.and_then(|one| one.identifier.as_deref())),
            Self::Exam => text(certificate.and_then(|one| one.subject.as_deref())),
            Self::Level => text(certificate.and_then(|one| one.level.as_deref())),
            Self::Year => text(certificate.and_then(|one| one.year.as_deref())),
            Self::ExamDay => certificate.and_then(|one| one.day).map_or(Cell::Empty, Cell::Day),
            Self::Result => percent(certificate, Standing::Confirmed),
            Self::Unconfirmed => percent(certificate, Standing::NotConfirmed),
            Self::Parts => text(certificate.map(|one| parts(one, words)).as_deref()),
            Self::Signer => text(row.signer.as_deref()),
            Self::ProvenTime => row.proven.map_or(Cell::Empty, Cell::Time),
            Self::File => text(Some(&file.path)),
            Self::Sha256 => file.sha256.map_or(Cell::Empty, |digest| Cell::Text(digest.to_string())),
            Self::Why => text(Some(&row.why)),
            Self::Findings => Cell::Empty,
            Self::Policy => text(checked.map(|checked| policy(checked, words)).as_deref()),
            Self::Lists => text(checked.map(|checked| lists(checked, words)).as_deref()),
            Self::Program => text(checked.map(|one| format!("{} {}", one.program, one.version)).as_deref()),
            Self::CheckedAt => checked.map_or(Cell::Empty, |checked| Cell::Time(checked.at)),
        }
    }
}

/// A text, made harmless to print.
pub(in crate::export) fn text(text: Option<&str>) -> Cell {
    match text {
        None | Some("") => Cell::Empty,
        Some(text) => Cell::Text(clean(text)),
    }
}

fn code(file: &FileFacts) -> String {
    file.word.map_or_else(|| format!("error/{}", file.error.unwrap_or_default()), word_code)
}

/// The word on a file as a code, with what it rests on: `refuted/HASH_FAILURE`.
#[must_use]
pub fn word_code(word: Authenticity) -> String {
    let value = serde_json::to_value(word).unwrap_or_default();
    let part = |name: &str| value.get(name).and_then(serde_json::Value::as_str).map(str::to_owned);
    let verdict = part("verdict").unwrap_or_default();
    part("detail").map_or(verdict.clone(), |detail| format!("{verdict}/{detail}"))
}

fn percent(certificate: Option<&CertificateFacts>, standing: Standing) -> Cell {
    let shown = certificate.filter(|certificate| certificate.standing == standing);
    shown.and_then(|certificate| certificate.overall).map_or(Cell::Empty, Cell::Percent)
}

fn parts(certificate: &CertificateFacts, words: &Words) -> String {
    let part = |part: &super::Part| {
        let percent = words.percent(part.percent);
        let shown = match certificate.standing {
            Standing::Confirmed => percent,
            Standing::NotConfirmed | Standing::Withheld => {
                words.text_with("rows-not-confirmed", &[("percent", &percent)])
            }
        };
        words.text_with("report-label", &[("label", &clean(&part.name)), ("value", &shown)])
    };
    certificate.parts.iter().map(part).collect::<Vec<_>>().join("; ")
}

/// The rules with their version.
pub(in crate::export) fn policy(checked: &Checked, words: &Words) -> String {
    let version = checked.policy_version.to_string();
    words.text_with("report-policy-version", &[("policy", &clean(&checked.policy)), ("version", &version)])
}

/// Lists that are named one by one; of more only the oldest is.
const NAMED: usize = 3;

/// The lists with their dates.
fn lists(checked: &Checked, words: &Words) -> String {
    let date = |at: Timestamp| at.strftime("%Y-%m-%d").to_string();
    if checked.lists.len() > NAMED {
        let oldest = checked.lists.iter().map(|list| list.issued).min().map(date).unwrap_or_default();
        return words.counted_with("columns-lists-many", checked.lists.len(), &[("date", &oldest)]);
    }
    let one = |list: &super::ListDate| format!("{} {} ({})", list.territory, list.sequence, date(list.issued));
    checked.lists.iter().map(one).collect::<Vec<_>>().join(", ")
}
