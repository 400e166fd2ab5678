//! The types of one signature in a report: who, when, by what path, with which answers.

use serde::{Deserialize, Serialize};

use super::ThreeFacts;
use crate::Timestamp;
use crate::crypto::{DigestAlgorithm, Sha256};
use crate::evidence::RevocationSource;
use crate::qualification::{
    CertificateQualification, Level, Remark, SignatureQualification, Step, TimestampQualification,
};
use crate::validation::{AnswerFault, Cause, Check, EvidenceLevel, Indication, Outcome, ProvenBy, ProvenTime};

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
    /// What the lists say of its authority's services.
    pub qualification_remarks: Vec<Remark>,
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
    /// Since when the certificate is revoked or suspended, and why (RFC 5280, 5.3.1), where it is.
    pub revoked_at: Option<Timestamp>,
    /// CRLReason of that.
    pub revocation_reason: Option<u8>,
    /// Whether the answer's own signature is right.
    pub signature: Outcome,
    /// Whether it is accepted for a certificate of a path that was judged; `Skipped` where it is about none of them.
    pub accepted: Outcome,
    /// Why it is refused.
    pub reason: Option<AnswerFault>,
}

/// What the signing certificate was at a time, step by step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeterminationReport {
    /// The time.
    pub at: Timestamp,
    /// The result.
    pub level: Level<CertificateQualification>,
    /// Every step in its order, made or not.
    pub steps: Vec<Step>,
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
    /// How that was found: at its issuance and at the proven time (TS 119 615, 4.4).
    pub determinations: Vec<DeterminationReport>,
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
