//! What a certificate can be, and what is said where the lists at hand do not settle it.

use serde::{Deserialize, Serialize};

use super::SignatureQualification;
use crate::validation::Indication;

/// Whether a certificate is qualified (TS 119 615, 4.4). A device counts only for a qualified one, so that no other pair
/// can be written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "certificate", rename_all = "kebab-case")]
#[must_use]
pub enum CertificateQualification {
    /// A qualified certificate of the EU.
    Qualified {
        /// What it is for.
        kind: CertificateKind,
        /// Where its key is.
        device: Device,
    },
    /// Not a qualified certificate of the EU.
    NotQualified {
        /// What it is for.
        kind: CertificateKind,
    },
    /// The lists do not say: no path to a listed service, or services that contradict each other.
    NotApplicable,
}

/// What a certificate is for (QcType, ETSI EN 319 412-5, 4.2.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CertificateKind {
    /// Electronic signatures: a natural person.
    ESig,
    /// Electronic seals: a legal person.
    ESeal,
    /// Authentication of web sites.
    Wsa,
    /// It cannot be told.
    Unknown,
}

/// Where the key of a qualified certificate is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Device {
    /// In a qualified device for creating signatures or seals (QSCD).
    Qscd,
    /// Nobody says that it is in one.
    NoQscd,
}

/// A result, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "level", rename_all = "kebab-case")]
#[must_use]
pub enum Level<T> {
    /// The lists settle it.
    Settled {
        /// The result.
        result: T,
    },
    /// They do not.
    Open {
        /// Why.
        doubt: QualificationDoubt,
        /// Every result that is possible with what is known, in order; empty where they are too many to tell.
        possible: Vec<T>,
    },
}

/// Why a legal level is not settled. Never a guess: with the missing facts it can turn out either way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "doubt", rename_all = "kebab-case")]
pub enum QualificationDoubt {
    /// The service has qualifiers, and for which certificates they are is not in the table built into the program.
    CriteriaNotKnown {
        /// Index of its list in [`crate::trust::TrustStore::lists`].
        list: usize,
        /// Its name.
        service: String,
    },
    /// Extensions of a past state of the service are not in the table built into the program.
    ExtensionsNotKnown {
        /// Index of its list in [`crate::trust::TrustStore::lists`].
        list: usize,
        /// Its name.
        service: String,
    },
}

impl CertificateQualification {
    /// The certificate as a whole, from what it was at its issuance and is at the best signature time (TS 119 615).
    pub fn combined(issuance: Self, signing: Self) -> Self {
        match (issuance, signing) {
            (one, other) if one == other => one,
            (Self::NotApplicable, _) | (_, Self::NotApplicable) => Self::NotApplicable,
            (Self::Qualified { kind: one, .. }, Self::Qualified { kind: other, device }) => {
                Self::Qualified { kind: one.agreed(other), device }
            }
            (one, other) => Self::NotQualified { kind: one.kind().agreed(other.kind()) },
        }
    }

    /// What it is for; unknown where nothing applies.
    #[must_use]
    pub fn kind(self) -> CertificateKind {
        match self {
            Self::Qualified { kind, .. } | Self::NotQualified { kind } => kind,
            Self::NotApplicable => CertificateKind::Unknown,
        }
    }
}

impl CertificateKind {
    fn agreed(self, other: Self) -> Self {
        if self == other { self } else { Self::Unknown }
    }
}

impl<T: Copy + Ord> Level<T> {
    /// Settled where every reading of the facts gives the same, else open for the reason given.
    pub(super) fn of(possible: impl IntoIterator<Item = T>, doubt: Option<QualificationDoubt>, fallback: T) -> Self {
        let mut possible: Vec<T> = possible.into_iter().collect();
        possible.sort_unstable();
        possible.dedup();
        match (possible.as_slice(), doubt) {
            ([result], _) => Self::Settled { result: *result },
            (_, Some(doubt)) => Self::Open { doubt, possible },
            // Several results come of open facts alone, and those bring their doubt.
            (_, None) => Self::Settled { result: fallback },
        }
    }

    /// Every result that is possible.
    #[must_use]
    pub fn possible(&self) -> &[T] {
        match self {
            Self::Settled { result } => std::slice::from_ref(result),
            Self::Open { possible, .. } => possible,
        }
    }

    /// Why it is open, where it is.
    #[must_use]
    pub fn doubt(&self) -> Option<&QualificationDoubt> {
        match self {
            Self::Settled { .. } => None,
            Self::Open { doubt, .. } => Some(doubt),
        }
    }

    /// The result, where there is one.
    #[must_use]
    pub fn settled(&self) -> Option<T> {
        match self {
            Self::Settled { result } => Some(*result),
            Self::Open { .. } => None,
        }
    }
}

impl Level<CertificateQualification> {
    /// The level of a signature or seal made with this certificate (TS 119 615). What is open for the certificate
    /// may be settled for the signature: a broken one is no advanced signature whatever its certificate.
    pub fn of_signature(&self, indication: Indication) -> Level<SignatureQualification> {
        let of = |certificate: &CertificateQualification| SignatureQualification::of(*certificate, indication);
        match self {
            Self::Settled { result } => Level::Settled { result: of(result) },
            Self::Open { doubt, possible } => {
                Level::of(possible.iter().map(of), Some(doubt.clone()), SignatureQualification::Na)
            }
        }
    }
}
