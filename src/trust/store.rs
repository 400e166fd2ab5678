//! One merged store of services, looked up by certificate digest or public key.

use serde::{Deserialize, Serialize};

use crate::Timestamp;
use crate::crypto::Sha256;
use crate::pki::Certificate;

/// What is known of one trusted list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListFacts {
    /// Scheme territory: `LV`, `EU`.
    pub territory: String,
    /// TSLSequenceNumber.
    pub sequence: u64,
    /// ListIssueDateTime.
    pub issued: Timestamp,
    /// NextUpdate, where the list is not closed.
    pub next_update: Option<Timestamp>,
    /// How it came here.
    pub origin: ListOrigin,
}

/// How a list came into the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ListOrigin {
    /// Built into the program.
    Snapshot,
    /// Given by the user, who vouches for it.
    User,
}

/// A listed service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrustService {
    /// Index of its list in [`TrustStore::lists`].
    pub list: usize,
    /// Trust service provider.
    pub provider: String,
    /// Service name.
    pub name: String,
    /// ServiceTypeIdentifier without its common prefix: `CA/QC`, `TSA/QTST`.
    pub service_type: String,
    /// AdditionalServiceInformation without prefix: `ForeSignatures`, `ForeSeals`.
    pub purposes: Vec<String>,
    /// Newest first.
    pub history: Vec<StatusPeriod>,
    /// Its digital identities that are certificates.
    pub certificates: Vec<ListedCertificate>,
}

/// A certificate that identifies a listed service. Its octets are not kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListedCertificate {
    /// SHA-256 of the certificate.
    pub sha256: Sha256,
    /// SHA-256 of its SubjectPublicKeyInfo.
    pub spki_sha256: Sha256,
    /// Subject as text, for showing and for naming an issuer that is listed but not at hand.
    pub subject: String,
}

/// A status and since when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatusPeriod {
    /// The status.
    pub status: ServiceStatus,
    /// StatusStartingTime.
    pub since: Timestamp,
}

/// ServiceStatus without its prefix (TS 119 612, 5.5.4 and annex D).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ServiceStatus(pub String);

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

/// All lists and services.
#[derive(Clone, Debug, Default)]
pub struct TrustStore {
    /// The lists the services come from.
    pub lists: Vec<ListFacts>,
    /// The services.
    pub services: Vec<TrustService>,
}

impl TrustStore {
    /// Adds a list and its services (their `list` index is set here).
    pub fn add(&mut self, list: ListFacts, services: Vec<TrustService>) {
        let index = self.lists.len();
        self.lists.push(list);
        self.services.extend(services.into_iter().map(|service| TrustService { list: index, ..service }));
    }

    /// Services that list this certificate itself, or its public key under the same subject, for `role`.
    #[must_use]
    pub fn services_of(&self, _certificate: &Certificate, _role: Role) -> Vec<&TrustService> {
        Vec::new()
    }
}
