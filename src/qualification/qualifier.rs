//! Qualifiers of trusted lists (TS 119 612, 5.5.9.2.3).

use serde::{Deserialize, Serialize};

use super::CertificateKind;

/// A qualifier: what a list says of the certificates that meet its criteria, over what they say of themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names are those of the standard, and say what they mean")]
pub enum Qualifier {
    QCStatement,
    NotQualified,
    QCWithSSCD,
    QCNoSSCD,
    QCSSCDStatusAsInCert,
    QCWithQSCD,
    QCNoQSCD,
    QCQSCDStatusAsInCert,
    QCQSCDManagedOnBehalf,
    QCForLegalPerson,
    QCForESig,
    QCForESeal,
    QCForWSA,
}

/// Every qualifier and its name.
const NAMES: [(&str, Qualifier); 13] = [
    ("QCStatement", Qualifier::QCStatement),
    ("NotQualified", Qualifier::NotQualified),
    ("QCWithSSCD", Qualifier::QCWithSSCD),
    ("QCNoSSCD", Qualifier::QCNoSSCD),
    ("QCSSCDStatusAsInCert", Qualifier::QCSSCDStatusAsInCert),
    ("QCWithQSCD", Qualifier::QCWithQSCD),
    ("QCNoQSCD", Qualifier::QCNoQSCD),
    ("QCQSCDStatusAsInCert", Qualifier::QCQSCDStatusAsInCert),
    ("QCQSCDManagedOnBehalf", Qualifier::QCQSCDManagedOnBehalf),
    ("QCForLegalPerson", Qualifier::QCForLegalPerson),
    ("QCForESig", Qualifier::QCForESig),
    ("QCForESeal", Qualifier::QCForESeal),
    ("QCForWSA", Qualifier::QCForWSA),
];

impl Qualifier {
    /// By its name: the URI without its prefix. `None` for one that the standard does not know.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        NAMES.iter().find(|(known, _)| *known == name).map(|(_, qualifier)| *qualifier)
    }

    /// The kind that it says, where it says one.
    #[must_use]
    pub fn kind(self) -> Option<CertificateKind> {
        match self {
            Self::QCForESig => Some(CertificateKind::ESig),
            Self::QCForESeal => Some(CertificateKind::ESeal),
            Self::QCForWSA => Some(CertificateKind::Wsa),
            _ => None,
        }
    }
}
