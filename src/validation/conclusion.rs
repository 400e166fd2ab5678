//! The vocabulary of EN 319 102-1: indications, sub-indications, checks. An impossible pair cannot be written down.

use serde::{Deserialize, Serialize};

use super::{AnswerFault, Cause};
use crate::Timestamp;

/// What became of one check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Made, and good.
    Passed,
    /// Made, and bad.
    Failed,
    /// Made as far as possible; something is missing to decide.
    Unknown,
    /// Not made; the cause says why.
    Skipped,
}

/// The checks made of one signature, in the order in which they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CheckId {
    /// EN 319 102-1, 5.2.2: the signature is of a form that can be read, its parts are where they must be.
    Format,
    /// 5.2.3: the signing certificate is identified by its digest in the signed properties.
    SigningCertificate,
    /// 5.2.4: signature policies.
    Context,
    /// 5.2.7.4 step 1: each signed document is in the file.
    DocumentsPresent,
    /// 5.2.7.4 step 2: each signed document is unchanged.
    DocumentsUnchanged,
    /// 5.2.7.4: the signed properties are signed and unchanged.
    SignedProperties,
    /// 5.2.7.4 step 3: the signature value was made by the signing certificate's key.
    SignatureValue,
    /// 5.2.6: a path leads from the signing certificate to a service on a trusted list.
    Path,
    /// 5.2.6: constraints on the certificates of the path.
    PathConstraints,
    /// 5.2.6.2.3: no certificate of the path was revoked.
    Revocation,
    /// 5.4: a time-stamp belongs to this signature.
    TimestampImprint,
    /// 5.4: the time-stamp token is signed by its authority.
    TimestampSignature,
    /// 5.4: the time-stamping authority is on a trusted list.
    TimestampAuthority,
    /// 5.5.4: time-stamps stand in an order that can be.
    TimestampOrder,
    /// 5.5: the certificate was valid at the proven time.
    TimeOfSigning,
    /// 5.2.8: the time that the signer states can be.
    ClaimedTime,
    /// 5.6: archive time-stamps.
    Archive,
    /// 5.2.8: algorithms were strong enough at the proven time.
    Algorithms,
}

impl CheckId {
    /// All of them, in their order.
    pub const ALL: [Self; 18] = [
        Self::Format,
        Self::SigningCertificate,
        Self::Context,
        Self::DocumentsPresent,
        Self::DocumentsUnchanged,
        Self::SignedProperties,
        Self::SignatureValue,
        Self::Path,
        Self::PathConstraints,
        Self::Revocation,
        Self::TimestampImprint,
        Self::TimestampSignature,
        Self::TimestampAuthority,
        Self::TimestampOrder,
        Self::TimeOfSigning,
        Self::ClaimedTime,
        Self::Archive,
        Self::Algorithms,
    ];
}

/// One check with its outcome.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// Which.
    pub id: CheckId,
    /// What became of it.
    pub outcome: Outcome,
    /// Why, wherever there is more to say than that it passed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<Cause>,
}

/// Sub-indications of TOTAL-FAILED (EN 319 102-1, table 5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Failure {
    /// The form is broken.
    FormatFailure,
    /// A signed object was changed.
    HashFailure,
    /// The signature value is wrong.
    SigCryptoFailure,
    /// Proven to be signed after revocation.
    Revoked,
    /// Proven to be signed after expiry.
    Expired,
    /// Signed before the certificate was valid.
    NotYetValid,
}

/// Sub-indications of INDETERMINATE (EN 319 102-1, table 6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Doubt {
    /// A constraint on signed properties is not met.
    SigConstraintsFailure,
    /// A constraint on the signing certificate is not met.
    ChainConstraintsFailure,
    /// Any other fault of the path.
    CertificateChainGeneralFailure,
    /// An algorithm was used after its end.
    CryptoConstraintsFailure,
    /// An algorithm has ended and no earlier existence is proven.
    CryptoConstraintsFailureNoPoe,
    /// The signature policy could not be processed.
    PolicyProcessingError,
    /// The signature policy is not at hand.
    SignaturePolicyNotAvailable,
    /// Time-stamps in an impossible order.
    TimestampOrderFailure,
    /// No certificate is identified as the signer's.
    NoSigningCertificateFound,
    /// No path to a listed service.
    NoCertificateChainFound,
    /// A path to a service that is no longer trusted.
    NoCertificateChainFoundNoPoe,
    /// Revoked, and no earlier existence proven.
    RevokedNoPoe,
    /// An issuer was revoked, and no earlier existence proven.
    RevokedCaNoPoe,
    /// Expired, known not revoked, no earlier existence proven.
    OutOfBoundsNotRevoked,
    /// Expired, and no earlier existence proven.
    OutOfBoundsNoPoe,
    /// The issuer of revocation data has expired.
    RevocationOutOfBoundsNoPoe,
    /// A proof of existence is missing.
    NoPoe,
    /// Newer information may settle it.
    TryLater,
    /// A signed object cannot be had.
    SignedDataNotFound,
}

/// Status of a signature (EN 319 102-1, clause 5.1.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "indication", content = "sub_indication")]
#[must_use]
pub enum Indication {
    /// Every check passed.
    #[serde(rename = "TOTAL-PASSED")]
    TotalPassed,
    /// The signature is proven wrong.
    #[serde(rename = "TOTAL-FAILED")]
    TotalFailed(Failure),
    /// Neither is proven.
    #[serde(rename = "INDETERMINATE")]
    Indeterminate(Doubt),
}

/// The codes as the standard writes them: `INDETERMINATE / NO_POE`.
impl std::fmt::Display for Indication {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let codes = serde_json::to_value(self).unwrap_or_default();
        let code = |key: &str| codes.get(key).and_then(serde_json::Value::as_str).unwrap_or_default();
        match code("sub_indication") {
            "" => formatter.write_str(code("indication")),
            sub => write!(formatter, "{} / {sub}", code("indication")),
        }
    }
}

/// The lowest time at which the signature is proven to have existed (best-signature-time).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProvenTime {
    /// The time.
    pub at: Timestamp,
    /// What proves it.
    pub by: ProvenBy,
}

/// What proves a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProvenBy {
    /// A valid time-stamp.
    Timestamp,
    /// Nothing but that it is there now.
    Now,
}

/// The judgement of one time-stamp.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StampConclusion {
    /// PASSED, FAILED or INDETERMINATE, written as for signatures.
    pub indication: Indication,
    /// The cause that decided it.
    pub cause: Option<Cause>,
    /// Imprint, token signature, authority.
    pub checks: Vec<Check>,
    /// The path that was judged: position among the stamp's paths, and how many of its certificates.
    pub path: Option<(usize, usize)>,
}

/// The judgement of one revocation answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerConclusion {
    /// Accepted, refused, or `Skipped` where it is about no certificate of a path that was judged.
    pub outcome: Outcome,
    /// Why it is refused.
    pub reason: Option<AnswerFault>,
}

/// The judgement of one signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[must_use]
pub struct Conclusion {
    /// The status.
    pub indication: Indication,
    /// The cause that decided it; `None` for TOTAL-PASSED.
    pub cause: Option<Cause>,
    /// Every check, made or not, in the order of [`CheckId`].
    pub checks: Vec<Check>,
    /// What else is to be said, and decides nothing.
    pub notes: Vec<Cause>,
    /// The proven time.
    pub proven: ProvenTime,
    /// The judgement of each time-stamp, in the order of the facts.
    pub timestamps: Vec<StampConclusion>,
    /// The judgement of each revocation answer, in the order of the facts.
    pub answers: Vec<AnswerConclusion>,
    /// The path that was judged: position among the signature's paths, and how many of its certificates up to the listed one.
    pub path: Option<(usize, usize)>,
    /// The first instant at which an algorithm that was relied on ends.
    pub holds_until: Option<Timestamp>,
}
