//! The report's types.

use serde::{Deserialize, Serialize};

use super::Fetched;
use crate::Timestamp;
use crate::container::{ContainerFinding, Format};
use crate::crypto::{DigestAlgorithm, Sha256};
use crate::evidence::RevocationSource;
use crate::exam::{IssuerMatch, Reading};
use crate::qualification::{CertificateQualification, Level, SignatureQualification, TimestampQualification};
use crate::trust::ListFacts;
use crate::validation::{Cause, Check, Doubt, EvidenceLevel, Failure, Indication, Outcome, ProvenBy, ProvenTime};

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

/// A seal of an organisation or a signature of a person, by the certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SignerKind {
    /// QcType esign, or a given name in the subject.
    Signature,
    /// QcType eseal, or an organisation without a person.
    Seal,
    /// The certificate does not say.
    Unknown,
}

/// Who signed, by the signing certificate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signer {
    /// commonName.
    pub name: String,
    /// organizationName.
    pub organisation: Option<String>,
    /// organizationIdentifier.
    pub organisation_identifier: Option<String>,
    /// Country.
    pub country: Option<String>,
    /// serialNumber of the subject: a person's code. Masked wherever it is shown unless asked for.
    pub serial_number: Option<String>,
    /// Seal or signature.
    pub kind: SignerKind,
    /// Names of all attributes as text.
    pub subject: String,
    /// Issuer's name.
    pub issuer: String,
    /// Serial number of the certificate, hexadecimal.
    pub certificate_serial: String,
    /// SHA-256 of the certificate.
    pub certificate_sha256: Sha256,
    /// First instant of validity.
    pub not_before: Timestamp,
    /// Last instant of validity.
    pub not_after: Timestamp,
    /// Kind and size of the key: `RSA-2048`, `P-384`.
    pub key: String,
    /// keyUsage bits; `None` where the extension is absent.
    pub key_usage: Option<Vec<String>>,
    /// extendedKeyUsage, dotted.
    pub extended_key_usage: Vec<String>,
    /// certificatePolicies, dotted.
    pub certificate_policies: Vec<String>,
    /// QCStatements, dotted.
    pub qc_statements: Vec<String>,
    /// QcType values, dotted.
    pub qc_types: Vec<String>,
}

/// Signed properties that nobody but the signer vouches for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claims {
    /// Claimed roles.
    pub roles: Vec<String>,
    /// City, state, postal code, country, whatever is not empty.
    pub place: Vec<String>,
    /// Commitment types.
    pub commitments: Vec<String>,
    /// SignaturePolicyIdentifier: the identifier, or `implied`.
    pub policy: Option<String>,
}

/// One certificate of a path.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PathStep {
    /// Name of the holder.
    pub name: String,
    /// SHA-256 of the certificate.
    pub sha256: Sha256,
    /// First instant of validity.
    pub not_before: Timestamp,
    /// Last instant of validity.
    pub not_after: Timestamp,
    /// The listed service this certificate stands for; the path ends there.
    pub service: Option<ServiceReference>,
}

/// A listed service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceReference {
    /// Territory of the list.
    pub territory: String,
    /// Trust service provider.
    pub provider: String,
    /// Service name.
    pub name: String,
    /// Service type: `CA/QC`.
    pub service_type: String,
    /// Status at the time asked about, and since when.
    pub status: Option<(String, Timestamp)>,
}

/// One reference of a signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReferenceReport {
    /// URI as written.
    pub uri: String,
    /// The document it names, where it names one.
    pub document: Option<String>,
    /// URIs of its transforms, in order.
    pub transforms: Vec<String>,
    /// Digest algorithm, where supported; else its URI.
    pub digest_algorithm: String,
    /// What became of it.
    pub outcome: Outcome,
}

/// One time-stamp.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimestampReport {
    /// SignatureTimeStamp, ArchiveTimeStamp, …
    pub kind: String,
    /// SHA-256 of the token.
    pub sha256: Sha256,
    /// The authority's time.
    pub at: Option<Timestamp>,
    /// How far from the true time it may be, in microseconds; `None` where the token does not say.
    pub accuracy: Option<u64>,
    /// The authority's policy, dotted.
    pub policy: Option<String>,
    /// The authority's name.
    pub authority: Option<String>,
    /// What it is worth: PASSED, FAILED or INDETERMINATE, written as for signatures.
    pub indication: Indication,
    /// The cause that decided it.
    pub cause: Option<Cause>,
    /// Whether it is qualified; `None` where it has no time or no authority.
    pub qualification: Option<TimestampQualification>,
    /// Imprint, signature and authority, each with its outcome.
    pub checks: Vec<Check>,
    /// Path of the authority.
    pub path: Vec<PathStep>,
}

/// One revocation answer, in the file or fetched for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RevocationReport {
    /// `OCSP` or `CRL`.
    pub kind: String,
    /// Whether the file brought it, or it was asked for over the network, in this run or an earlier one.
    pub source: RevocationSource,
    /// SHA-256 of the response or list.
    pub sha256: Sha256,
    /// Name of the certificate it speaks about.
    pub about: Option<String>,
    /// `good`, `revoked`, `unknown`.
    pub status: Option<String>,
    /// When it was made.
    pub produced_at: Option<Timestamp>,
    /// When the status was known to be right.
    pub this_update: Timestamp,
    /// When newer information was due; `None` where the answer does not say.
    pub next_update: Option<Timestamp>,
    /// Name of who answered.
    pub responder: Option<String>,
    /// Whether the answer's own signature is right.
    pub signature: Outcome,
}

/// One signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignatureReport {
    /// Signature file in the container.
    pub file: String,
    /// Id of the signature, where it has one.
    pub id: Option<String>,
    /// SHA-256 of the canonical SignedInfo: the data that were signed.
    pub signed_info_sha256: Option<Sha256>,
    /// The status.
    pub indication: Indication,
    /// The cause that decided it.
    pub cause: Option<Cause>,
    /// Every check, made or not.
    pub checks: Vec<Check>,
    /// The three facts for this signature alone.
    pub facts: ThreeFacts,
    /// Who signed.
    pub signer: Option<Signer>,
    /// Time claimed by the signer.
    pub claimed_time: Option<Timestamp>,
    /// What else the signer claims.
    pub claims: Claims,
    /// The lowest time at which the signature is proven to have existed (best-signature-time).
    pub proven_time: ProvenTime,
    /// Level of the evidence it carries; `None` where it could not be read.
    pub level: Option<EvidenceLevel>,
    /// What it is in law (TS 119 615); `None` where it could not be read.
    pub qualification: Option<Level<SignatureQualification>>,
    /// What its signing certificate is; `None` where that was not found.
    pub certificate_qualification: Option<Level<CertificateQualification>>,
    /// What else is to be said of the judgement, and decides nothing.
    pub notes: Vec<Cause>,
    /// The first instant at which an algorithm that was relied on ends.
    pub holds_until: Option<Timestamp>,
    /// SignatureMethod: name where supported, else URI.
    pub signature_method: String,
    /// Canonicalisation of SignedInfo, its URI.
    pub canonicalization: String,
    /// References in document order.
    pub references: Vec<ReferenceReport>,
    /// Documents it covers: digest and signature value both right.
    pub covers: Vec<String>,
    /// Path from the signing certificate towards a listed service.
    pub path: Vec<PathStep>,
    /// Time-stamps in document order.
    pub timestamps: Vec<TimestampReport>,
    /// Revocation answers, those of the file first.
    pub revocation: Vec<RevocationReport>,
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

/// Name of a digest algorithm, or its URI where it is not supported.
#[must_use]
pub fn digest_name(uri: &str) -> String {
    DigestAlgorithm::from_uri(uri).map_or_else(|| uri.to_owned(), |algorithm| algorithm.name().to_owned())
}

impl SignatureReport {
    /// The proven time, where a time-stamp proves it.
    #[must_use]
    pub fn timestamp_time(&self) -> Option<Timestamp> {
        (self.proven_time.by == ProvenBy::Timestamp).then_some(self.proven_time.at)
    }
}
