//! The steps of TS 119 615, 4.4, and what is remarked at them: data to show, never to decide by.

use serde::{Deserialize, Serialize};

use super::CertificateKind;
use crate::Timestamp;
use crate::validation::Outcome;

/// The steps, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StepId {
    /// The path reaches a service on a trusted list (4.3).
    Listed,
    /// Step 1: a state of the service is in force at the time.
    InForce,
    /// No critical extension of that state is left unread (TS 119 612, 5.5.9).
    Reliable,
    /// Step 2: the service issues qualified certificates (CA/QC).
    IssuesQualified,
    /// Step 3: it is listed for certificates of this kind.
    Purpose,
    /// Step 4: what the list says of it agrees with itself.
    Consistent,
    /// Step 5: several services give the same result.
    NoConflict,
    /// Step 6: its status is one of its time.
    StatusOfItsTime,
    /// Step 7: the status is granted.
    Granted,
    /// Step 8: one service is left.
    Unique,
    /// Step 9: the certificate is qualified.
    Qualified,
    /// Step 10: what it is for.
    Kind,
    /// Step 11: its key is in a qualified device.
    Device,
}

impl StepId {
    /// All, in their order.
    pub const ALL: [Self; 13] = [
        Self::Listed,
        Self::InForce,
        Self::Reliable,
        Self::IssuesQualified,
        Self::Purpose,
        Self::Consistent,
        Self::NoConflict,
        Self::StatusOfItsTime,
        Self::Granted,
        Self::Unique,
        Self::Qualified,
        Self::Kind,
        Self::Device,
    ];
}

/// One step with its outcome.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Which.
    pub id: StepId,
    /// What became of it. `Failed` at [`StepId::Consistent`] is a warning: the later steps say what follows.
    pub outcome: Outcome,
    /// How many services are left after it.
    pub left: usize,
    /// What there is to say.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remarks: Vec<Remark>,
}

/// What is remarked at a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "remark", rename_all = "kebab-case")]
#[expect(missing_docs, reason = "fields name the service, and the word of the list that the remark is about")]
pub enum Remark {
    /// No certificate of the path is listed.
    NoService,
    /// The service was not listed yet.
    NotListedYet { service: String, at: Timestamp },
    /// A critical extension is not understood: the service is not relied on.
    UnknownCriticalExtension { service: String, extension: String },
    /// The service is of another type than CA/QC.
    OtherType { service: String, service_type: String },
    /// The service is not listed for certificates of this kind.
    OtherPurpose { service: String, kind: CertificateKind },
    /// A criterion is not understood; its qualifiers do not count.
    UnknownCriterion { service: String, criterion: String },
    /// For which certificates its qualifiers are is not at hand.
    CriteriaNotKnown { service: String },
    /// Its extensions at that time are not at hand.
    ExtensionsNotKnown { service: String },
    /// What the list says of it contradicts itself.
    Inconsistent { service: String, rule: Inconsistency },
    /// Two services give different results.
    Conflict { one: String, other: String },
    /// A status that did not exist before the Regulation.
    StatusOutOfItsTime { service: String, status: String, since: Timestamp },
    /// Another status than granted.
    NotGranted { service: String, status: String, since: Timestamp },
    /// The status counts as granted.
    Granted { service: String, status: String, since: Timestamp },
    /// Nothing is left that would make it qualified.
    NoServiceLeft,
    /// The list says that such certificates are not qualified.
    NotQualifiedByList { service: String },
    /// The list says both that they are and that they are not.
    QualifiedAndNot { service: String },
    /// The list says that such certificates are qualified.
    QualifiedByList { service: String },
    /// The certificate says that it is qualified.
    QualifiedByCertificate,
    /// The certificate does not say so.
    NotStatedInCertificate,
    /// The certificate is qualified by the law of other countries.
    OtherLaw { countries: String },
    /// The list says what it is for.
    KindByList { service: String, kind: CertificateKind },
    /// Listed before the Regulation: certificates then were for signatures.
    KindByItsTime { service: String },
    /// The list says several kinds.
    SeveralKinds { service: String },
    /// The list says a kind that the service is not listed for.
    KindContradicted { service: String },
    /// The certificate says what it is for.
    KindByCertificate { kind: CertificateKind },
    /// The list says that the key is in a device.
    DeviceByList { service: String },
    /// The list says that it is not.
    NoDeviceByList { service: String },
    /// The list says both.
    DeviceAndNot { service: String },
    /// The certificate says that the key is in a device.
    DeviceByCertificate,
    /// The certificate does not say so.
    NoDeviceInCertificate,
}

/// A rule that a state of a service breaks (TS 119 615, 4.4; TS 119 612, 5.5.9).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Inconsistency {
    /// QCStatement beside NotQualified.
    QualifiedAndNot,
    /// QCForLegalPerson beside QCForESig.
    LegalPersonSigns,
    /// More than one of QCForESig, QCForESeal, QCForWSA.
    SeveralKinds,
    /// One of them, and AdditionalServiceInformation that says otherwise.
    KindAgainstPurpose,
    /// Seals or web sites before the Regulation.
    KindBeforeItsTime,
    /// With a device and without one.
    DeviceAndNot,
    /// With a device, and as the certificate says.
    DeviceAndAsInCertificate,
    /// Qualifiers of devices from before the Regulation alone, after it.
    DeviceOfThePast,
    /// A qualifier that the standard does not know.
    UnknownQualifier,
}
