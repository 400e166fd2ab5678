//! The level of a signature: the certificate's level and the status of the signature (TS 119 615).

use serde::{Deserialize, Serialize};

use super::{CertificateKind, CertificateQualification, Device};
use crate::validation::Indication;

/// What a signature or seal is in law. Its names in data are those of ETSI in small letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[must_use]
pub enum SignatureQualification {
    /// Qualified electronic signature.
    #[serde(rename = "qesig")]
    QESig,
    /// Qualified electronic seal.
    #[serde(rename = "qeseal")]
    QESeal,
    /// Qualified certificate and device; signature or seal cannot be told.
    #[serde(rename = "unknown-qc-qscd")]
    UnknownQcQscd,
    /// Advanced electronic signature with a qualified certificate.
    #[serde(rename = "adesig-qc")]
    AdESigQc,
    /// Advanced electronic seal with a qualified certificate: what a file-based eZīmogs makes.
    #[serde(rename = "adeseal-qc")]
    AdESealQc,
    /// With a qualified certificate; signature or seal cannot be told.
    #[serde(rename = "unknown-qc")]
    UnknownQc,
    /// Advanced electronic signature.
    #[serde(rename = "adesig")]
    AdESig,
    /// Advanced electronic seal.
    #[serde(rename = "adeseal")]
    AdESeal,
    /// Advanced; signature or seal cannot be told.
    #[serde(rename = "unknown")]
    Unknown,
    /// [`Self::QESig`], if the signature turns out valid.
    #[serde(rename = "indeterminate-qesig")]
    IndeterminateQESig,
    /// [`Self::QESeal`], if it turns out valid.
    #[serde(rename = "indeterminate-qeseal")]
    IndeterminateQESeal,
    /// [`Self::UnknownQcQscd`], if it turns out valid.
    #[serde(rename = "indeterminate-unknown-qc-qscd")]
    IndeterminateUnknownQcQscd,
    /// [`Self::AdESigQc`], if it turns out valid.
    #[serde(rename = "indeterminate-adesig-qc")]
    IndeterminateAdESigQc,
    /// [`Self::AdESealQc`], if it turns out valid.
    #[serde(rename = "indeterminate-adeseal-qc")]
    IndeterminateAdESealQc,
    /// [`Self::UnknownQc`], if it turns out valid.
    #[serde(rename = "indeterminate-unknown-qc")]
    IndeterminateUnknownQc,
    /// [`Self::AdESig`], if it turns out valid.
    #[serde(rename = "indeterminate-adesig")]
    IndeterminateAdESig,
    /// [`Self::AdESeal`], if it turns out valid.
    #[serde(rename = "indeterminate-adeseal")]
    IndeterminateAdESeal,
    /// [`Self::Unknown`], if it turns out valid.
    #[serde(rename = "indeterminate-unknown")]
    IndeterminateUnknown,
    /// Not valid, although certificate and device are qualified.
    #[serde(rename = "not-ades-but-qc-with-qscd")]
    NotAdesButQcWithQscd,
    /// Not valid, although the certificate is qualified.
    #[serde(rename = "not-ades-but-qc")]
    NotAdesButQc,
    /// Not valid, or made with a certificate for web sites.
    #[serde(rename = "not-ades")]
    NotAdes,
    /// The lists do not say.
    #[serde(rename = "na")]
    Na,
}

impl SignatureQualification {
    /// The matrix of TS 119 615.
    pub fn of(certificate: CertificateQualification, indication: Indication) -> Self {
        match indication {
            Indication::TotalPassed => Self::of_valid(certificate),
            Indication::Indeterminate(_) => Self::of_valid(certificate).indeterminate(),
            Indication::TotalFailed(_) => Self::of_broken(certificate),
        }
    }

    fn of_valid(certificate: CertificateQualification) -> Self {
        use CertificateKind::{ESeal, ESig, Unknown, Wsa};
        use CertificateQualification::{NotApplicable, NotQualified, Qualified};
        match certificate {
            NotApplicable => Self::Na,
            Qualified { kind: Wsa, .. } | NotQualified { kind: Wsa } => Self::NotAdes,
            Qualified { kind: ESig, device: Device::Qscd } => Self::QESig,
            Qualified { kind: ESeal, device: Device::Qscd } => Self::QESeal,
            Qualified { kind: Unknown, device: Device::Qscd } => Self::UnknownQcQscd,
            Qualified { kind: ESig, device: Device::NoQscd } => Self::AdESigQc,
            Qualified { kind: ESeal, device: Device::NoQscd } => Self::AdESealQc,
            Qualified { kind: Unknown, device: Device::NoQscd } => Self::UnknownQc,
            NotQualified { kind: ESig } => Self::AdESig,
            NotQualified { kind: ESeal } => Self::AdESeal,
            NotQualified { kind: Unknown } => Self::Unknown,
        }
    }

    fn of_broken(certificate: CertificateQualification) -> Self {
        use CertificateKind::Wsa;
        use CertificateQualification::{NotApplicable, NotQualified, Qualified};
        match certificate {
            Qualified { kind: Wsa, .. } | NotQualified { .. } | NotApplicable => Self::NotAdes,
            Qualified { device: Device::Qscd, .. } => Self::NotAdesButQcWithQscd,
            Qualified { device: Device::NoQscd, .. } => Self::NotAdesButQc,
        }
    }

    fn indeterminate(self) -> Self {
        match self {
            Self::QESig => Self::IndeterminateQESig,
            Self::QESeal => Self::IndeterminateQESeal,
            Self::UnknownQcQscd => Self::IndeterminateUnknownQcQscd,
            Self::AdESigQc => Self::IndeterminateAdESigQc,
            Self::AdESealQc => Self::IndeterminateAdESealQc,
            Self::UnknownQc => Self::IndeterminateUnknownQc,
            Self::AdESig => Self::IndeterminateAdESig,
            Self::AdESeal => Self::IndeterminateAdESeal,
            Self::Unknown => Self::IndeterminateUnknown,
            other => other,
        }
    }

    /// Whether it is a qualified signature or seal in the sense of the Regulation.
    #[must_use]
    pub fn is_qualified(self) -> bool {
        matches!(self, Self::QESig | Self::QESeal | Self::UnknownQcQscd)
    }
}
