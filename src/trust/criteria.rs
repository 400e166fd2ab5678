//! Criteria of qualifications (ETSI TS 119 612, 5.5.9.2.2) as data; whether a certificate meets them is for others to say.

use serde::{Deserialize, Serialize};

/// CriteriaList: conditions and how they are combined.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Criteria {
    /// How many of the conditions must hold.
    pub assert: Assert,
    /// In document order.
    pub conditions: Vec<Condition>,
}

/// CriteriaList/@assert.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Assert {
    /// Every condition.
    All,
    /// One or more.
    AtLeastOne,
    /// No condition.
    None,
}

/// One condition on a certificate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Condition {
    /// KeyUsage: bits and what each must be.
    KeyUsage(Vec<(String, bool)>),
    /// PolicySet: dotted identifiers, all of which must be among the certificate's policies.
    Policies(Vec<String>),
    /// A list within the list.
    Nested(Criteria),
    /// CertSubjectDNAttribute: dotted attribute types that the subject must have.
    SubjectAttributes(Vec<String>),
    /// ExtendedKeyUsage: dotted purposes that the certificate must have.
    ExtendedKeyUsage(Vec<String>),
    /// QcStatementSet: dotted statements that the certificate must have.
    QcStatements(Vec<String>),
    /// Anything else: its element name. Whether it holds is not known.
    Unknown(String),
}
