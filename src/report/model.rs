//! The types of a report on a whole file.

use serde::{Deserialize, Serialize};

use super::{Fetched, SignatureReport};
use crate::Timestamp;
use crate::container::{ContainerFinding, Format};
use crate::crypto::Sha256;
use crate::exam::{IssuerMatch, Reading};
use crate::trust::ListFacts;
use crate::validation::{Cause, Doubt, Failure, Outcome};

/// Version of the report's schema; rises when a field changes its meaning or goes away.
pub const SCHEMA_VERSION: u32 = 1;

/// The word on a whole file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "verdict", content = "detail", rename_all = "kebab-case")]
#[must_use]
pub enum Authenticity {
    /// Every signed document unchanged, signed by a recognised exam authority, everything judged.
    Genuine,
    /// Everything judged and good, but nobody who issues exam certificates signed it.
    ValidButOtherIssuer,
    /// Neither proven genuine nor proven false.
    CannotConfirm(Doubt),
    /// Proven not to be what was signed, or not signed by whom it says.
    Refuted(Failure),
    /// A container without any signature.
    Unsigned,
    /// A signed format that this program recognises and does not judge.
    Unsupported,
    /// Not an e-document at all.
    NotAnEDocument,
}

/// One of the three facts, with why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// Yes (passed), no (failed), not known, or nothing to ask (skipped).
    pub outcome: Outcome,
    /// Why, wherever there is more to say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<Cause>,
}

/// The three facts that are never folded into one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThreeFacts {
    /// Are the signed bytes the bytes in the file?
    pub unchanged: Fact,
    /// Who vouches: does the signer's certificate lead to a listed service?
    pub vouched_for: Fact,
    /// Is the signer an exam authority?
    pub exam_authority: Fact,
    /// Whom the third fact is about; `None` where no signer is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer: Option<IssuerMatch>,
}

/// The file itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileFacts {
    /// Its name, without folder.
    pub name: String,
    /// Its size in bytes.
    pub size: u64,
    /// SHA-256 of all its bytes; `None` where the file was not read to its end because it is no container.
    pub sha256: Option<Sha256>,
}

/// How far a document is covered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Coverage {
    /// Every signature covers it.
    Covered,
    /// Some signature covers it, another does not.
    Partly,
    /// No signature covers it as it stands.
    NotCovered,
    /// A signature names it, and its bytes are not the signed ones.
    Changed,
}

/// One document of the container.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentReport {
    /// Name in the container.
    pub name: String,
    /// Size in bytes.
    pub size: u64,
    /// SHA-256.
    pub sha256: Sha256,
    /// Media type by the manifest: a claim.
    pub claimed_media_type: Option<String>,
    /// How far it is covered.
    pub coverage: Coverage,
}

/// How much a result may be shown as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Genuine: shown plainly.
    Confirmed,
    /// Covered by an intact signature that is not confirmed: shown, and marked so.
    NotConfirmed,
    /// Refuted: withheld behind a warning, never a result.
    Withheld,
}

/// What one covered document says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ExamReport {
    /// The document it was read from.
    pub document: String,
    /// How much it may be shown as a result.
    pub standing: Standing,
    /// What it says.
    pub reading: Reading,
}

/// Which program, under which rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tool {
    /// Program name.
    pub name: String,
    /// Version.
    pub version: String,
    /// Policy identifier.
    pub policy: String,
    /// Policy version.
    pub policy_version: u32,
    /// SHA-256 of the policy.
    pub policy_sha256: Sha256,
    /// What its table of algorithms restates.
    pub algorithms: String,
}

/// What a report rests on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReportSource {
    /// The file itself.
    #[default]
    File,
    /// Facts that were saved by whomever: the file itself was not looked at, and nothing here is proven.
    Facts,
}

/// Everything about one file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// [`SCHEMA_VERSION`].
    pub schema: u32,
    /// The file itself, or saved facts about it.
    #[serde(default)]
    pub source: ReportSource,
    /// The file.
    pub file: FileFacts,
    /// What kind of file it is.
    pub format: Format,
    /// The word on it.
    pub authenticity: Authenticity,
    /// The cause that decided it.
    pub cause: Option<Cause>,
    /// The three facts: those of the best signature.
    pub facts: ThreeFacts,
    /// Every signature.
    pub signatures: Vec<SignatureReport>,
    /// Every document.
    pub documents: Vec<DocumentReport>,
    /// What covered documents say.
    pub exams: Vec<ExamReport>,
    /// What else a reader should know about the container.
    pub findings: Vec<ContainerFinding>,
    /// Lists that were used for a path, or all lists where none was.
    pub lists: Vec<ListFacts>,
    /// What was asked of the network; empty where nothing was.
    #[serde(default)]
    pub fetched: Vec<Fetched>,
    /// Which program, under which rules.
    pub tool: Tool,
    /// When it was judged.
    pub checked_at: Timestamp,
}
