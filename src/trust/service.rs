//! Listed services as facts (ETSI TS 119 612, clause 5.5): who, since when, under what status, with what reservations.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Criteria;
use crate::Timestamp;
use crate::crypto::Sha256;

/// A listed service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrustService {
    /// Index of its list in [`super::TrustStore::lists`].
    pub list: usize,
    /// TSPName: English, else the first.
    pub provider: String,
    /// TSPTradeName entries that are registration identifiers: `NTRLV-…`, `VATLV-…`.
    pub registrations: Vec<String>,
    /// ServiceName of today: English, else the first.
    pub name: String,
    /// Its states, newest first; never empty.
    pub periods: Vec<ServicePeriod>,
    /// Its digital identities that are certificates.
    pub certificates: Vec<ListedCertificate>,
    /// Identities by key identifier and name alone, where no certificate stands beside them.
    pub identifiers: Vec<ListedIdentifier>,
}

/// What a list says of a service from one time to the next (ServiceInformation, ServiceHistoryInstance).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServicePeriod {
    /// ServiceTypeIdentifier without its common prefix: `CA/QC`, `TSA/QTST`.
    pub service_type: String,
    /// ServiceStatus.
    pub status: ServiceStatus,
    /// StatusStartingTime; in force until the next newer period begins.
    pub since: Timestamp,
    /// Its extensions, as far as they are known.
    pub extensions: Extensions,
}

/// ServiceInformationExtensions (5.5.9).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extensions {
    /// How much of them is known.
    pub knowledge: Knowledge,
    /// AdditionalServiceInformation without prefix: `ForeSignatures`, `ForeSeals`.
    pub purposes: Vec<String>,
    /// Qualifications: qualifiers for the certificates that meet criteria.
    pub qualifications: Vec<Qualification>,
    /// ExpiredCertsRevocationInfo: since when revocation is kept beyond the end of certificates.
    pub expired_certificates_since: Option<Timestamp>,
    /// TakenOverBy: the provider that carries on.
    pub taken_over_by: Option<String>,
    /// Critical extensions that are not understood; a reader must not rely on the service (5.5.9).
    pub unknown_critical: Vec<String>,
}

/// How much is known of the extensions of a period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Knowledge {
    /// Read from the list itself.
    #[default]
    Full,
    /// From the table built into the program: purposes and qualifiers of today, without criteria.
    WithoutCriteria,
    /// From the table built into the program, of the past: nothing.
    None,
}

/// Qualifiers that hold for the certificates that meet `criteria` (5.5.9.2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Qualification {
    /// Without prefix: `QCWithQSCD`.
    pub qualifiers: Vec<String>,
    /// `None` where they are not known.
    pub criteria: Option<Criteria>,
}

/// A certificate that identifies a listed service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListedCertificate {
    /// SHA-256 of the certificate.
    pub sha256: Sha256,
    /// SHA-256 of its SubjectPublicKeyInfo.
    pub spki_sha256: Sha256,
    /// Subject as text, for showing and for naming an issuer that is listed but not at hand.
    pub subject: String,
    /// SubjectKeyIdentifier, hexadecimal.
    pub key_identifier: Option<String>,
    /// The certificate, DER, where it is at hand.
    #[serde(skip)]
    pub der: Option<Arc<[u8]>>,
}

/// A service known by key identifier and subject alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListedIdentifier {
    /// X509SKI, hexadecimal.
    pub key_identifier: String,
    /// X509SubjectName, as written.
    pub subject: String,
}

/// ServiceStatus without its prefix (5.5.4 and annex D).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ServiceStatus(pub String);

impl ServiceStatus {
    /// Stands where a list says something that cannot be read: never granted, and never an older status instead.
    pub const UNREADABLE: &'static str = "unreadable";
}

/// What a listed certificate is used for in a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Issues certificates of signers and OCSP responders: CA types.
    Issuer,
    /// Signs time-stamp tokens, or issues certificates of those who do.
    Timestamp,
    /// Signs OCSP responses.
    Ocsp,
}

impl Role {
    /// Whether a service of this type serves the role.
    #[must_use]
    pub fn is_served_by(self, service_type: &str) -> bool {
        let issuer = matches!(service_type, "CA/QC" | "CA/PKC" | "NationalRootCA-QC");
        match self {
            Self::Issuer => issuer,
            Self::Timestamp => service_type == "TSA" || service_type.starts_with("TSA/"),
            Self::Ocsp => issuer || service_type.starts_with("Certstatus/OCSP"),
        }
    }
}

impl TrustService {
    /// The state in force at `at`; `None` before the first one. Lists write a change of mind as two states that begin at
    /// one time: the newer, which stands first, is in force.
    #[must_use]
    pub fn status_at(&self, at: Timestamp) -> Option<&ServicePeriod> {
        self.periods.iter().rev().filter(|period| period.since <= at).max_by_key(|period| period.since)
    }

    /// When the state that begins at `period` ended: the beginning of the next newer one.
    #[must_use]
    pub fn until(&self, period: &ServicePeriod) -> Option<Timestamp> {
        self.periods.iter().map(|other| other.since).filter(|since| *since > period.since).min()
    }

    /// Its type of today.
    #[must_use]
    pub fn service_type(&self) -> &str {
        self.periods.first().map_or("", |period| period.service_type.as_str())
    }

    /// Whether the service is, or ever was, listed for `role`.
    #[must_use]
    pub fn serves(&self, role: Role) -> bool {
        self.periods.iter().any(|period| role.is_served_by(&period.service_type))
    }

    /// Whether the service was listed for `role` at `at`.
    #[must_use]
    pub fn serves_at(&self, role: Role, at: Timestamp) -> bool {
        self.status_at(at).is_some_and(|period| role.is_served_by(&period.service_type))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn service(periods: &[(&str, &str, &str)]) -> TrustService {
        let period = |(service_type, status, since): &(&str, &str, &str)| ServicePeriod {
            service_type: (*service_type).to_owned(),
            status: ServiceStatus((*status).to_owned()),
            since: since.parse().unwrap(),
            extensions: Extensions::default(),
        };
        TrustService {
            list: 0,
            provider: "PARAUGS".to_owned(),
            registrations: Vec::new(),
            name: "PARAUGS ICA".to_owned(),
            periods: periods.iter().map(period).collect(),
            certificates: Vec::new(),
            identifiers: Vec::new(),
        }
    }

    fn status(service: &TrustService, at: &str) -> Option<String> {
        service.status_at(at.parse().unwrap()).map(|period| period.status.0.clone())
    }

    #[test]
    fn a_status_holds_from_its_beginning_to_the_next() {
        let service =
            service(&[("CA/QC", "withdrawn", "2020-01-01T00:00:00Z"), ("CA/QC", "granted", "2016-07-01T00:00:00Z")]);
        assert_eq!(status(&service, "2016-06-30T23:59:59Z"), None);
        assert_eq!(status(&service, "2016-07-01T00:00:00Z").as_deref(), Some("granted"));
        assert_eq!(status(&service, "2019-12-31T23:59:59Z").as_deref(), Some("granted"));
        assert_eq!(status(&service, "2020-01-01T00:00:00Z").as_deref(), Some("withdrawn"));
        assert_eq!(service.until(&service.periods[1]), Some(service.periods[0].since));
        assert_eq!(service.until(&service.periods[0]), None);
    }

    #[test]
    fn of_two_that_begin_together_the_one_that_stands_first_is_in_force() {
        let service =
            service(&[("CA/QC", "withdrawn", "2018-01-01T00:00:00Z"), ("CA/QC", "granted", "2018-01-01T00:00:00Z")]);
        assert_eq!(status(&service, "2018-06-01T00:00:00Z").as_deref(), Some("withdrawn"));
    }

    #[test]
    fn a_role_is_of_its_time() {
        let service =
            service(&[("CA/QC", "granted", "2020-01-01T00:00:00Z"), ("TSA", "granted", "2016-07-01T00:00:00Z")]);
        let at = |time: &str| time.parse().unwrap();
        assert!(service.serves(Role::Issuer) && service.serves(Role::Timestamp));
        assert!(service.serves_at(Role::Issuer, at("2021-01-01T00:00:00Z")));
        assert!(!service.serves_at(Role::Issuer, at("2017-01-01T00:00:00Z")));
        assert!(service.serves_at(Role::Timestamp, at("2017-01-01T00:00:00Z")));
    }
}
