//! One merged store of services, looked up by certificate digest or public key.

use std::borrow::Cow;

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
    pub provider: Cow<'static, str>,
    /// Service name.
    pub name: Cow<'static, str>,
    /// ServiceTypeIdentifier without its common prefix: `CA/QC`, `TSA/QTST`.
    pub service_type: Cow<'static, str>,
    /// AdditionalServiceInformation without prefix: `ForeSignatures`, `ForeSeals`.
    pub purposes: Vec<Cow<'static, str>>,
    /// Qualifiers of the service without prefix: `QCWithQSCD`.
    pub qualifiers: Vec<Cow<'static, str>>,
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
    pub subject: Cow<'static, str>,
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
pub struct ServiceStatus(pub Cow<'static, str>);

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
    services: Vec<TrustService>,
    /// Digest of certificate or of public key to the place of its service, sorted.
    by_certificate: Vec<(Sha256, usize)>,
    by_key: Vec<(Sha256, usize)>,
}

impl TrustService {
    /// The status in force at `at`; `None` before the first one.
    #[must_use]
    pub fn status_at(&self, at: Timestamp) -> Option<&StatusPeriod> {
        self.history.iter().filter(|period| period.since <= at).max_by_key(|period| period.since)
    }

    /// Whether a service of this type is listed for `role`.
    #[must_use]
    pub fn serves(&self, role: Role) -> bool {
        let kind = self.service_type.as_ref();
        let issuer = matches!(kind, "CA/QC" | "CA/PKC" | "NationalRootCA-QC");
        match role {
            Role::Issuer => issuer,
            Role::Timestamp => kind == "TSA" || kind.starts_with("TSA/"),
            Role::Ocsp => issuer || kind.starts_with("Certstatus/OCSP"),
        }
    }
}

impl TrustStore {
    /// Adds a list and its services (their `list` index is set here).
    pub fn add(&mut self, list: ListFacts, services: Vec<TrustService>) {
        self.push(list, services);
        self.sort();
    }

    /// Adds many lists at once: their certificates are put in order once.
    pub(super) fn of(lists: Vec<(ListFacts, Vec<TrustService>)>) -> Self {
        let mut store = Self::default();
        lists.into_iter().for_each(|(list, services)| store.push(list, services));
        store.sort();
        store
    }

    fn sort(&mut self) {
        self.by_certificate.sort_unstable();
        self.by_key.sort_unstable();
    }

    fn push(&mut self, list: ListFacts, services: Vec<TrustService>) {
        let index = self.lists.len();
        self.lists.push(list);
        for service in services {
            let place = self.services.len();
            for certificate in &service.certificates {
                self.by_certificate.push((certificate.sha256, place));
                self.by_key.push((certificate.spki_sha256, place));
            }
            self.services.push(TrustService { list: index, ..service });
        }
    }

    /// All services.
    #[must_use]
    pub fn services(&self) -> &[TrustService] {
        &self.services
    }

    /// Services that list this certificate itself, or its public key under the same subject, for `role`.
    #[must_use]
    pub fn services_of(&self, certificate: &Certificate, role: Role) -> Vec<&TrustService> {
        let same_subject = |service: &&TrustService| {
            let listed = service.certificates.iter().filter(|listed| listed.spki_sha256 == certificate.spki_sha256);
            listed.into_iter().any(|listed| certificate.subject.matches_text(&listed.subject))
        };
        let by_certificate = self.listed(&self.by_certificate, certificate.sha256, role);
        if !by_certificate.is_empty() {
            return by_certificate;
        }
        self.listed(&self.by_key, certificate.spki_sha256, role).into_iter().filter(same_subject).collect()
    }

    /// Services that list a certificate or public key with one of these digests, for `role`.
    #[must_use]
    pub fn services_with(&self, certificate: Sha256, key: Sha256, role: Role) -> Vec<&TrustService> {
        let by_certificate = self.listed(&self.by_certificate, certificate, role);
        if by_certificate.is_empty() { self.listed(&self.by_key, key, role) } else { by_certificate }
    }

    /// Services whose certificate has this common name, for `role`: to say by name what is listed and not at hand.
    #[must_use]
    pub fn services_named(&self, common_name: &str, role: Role) -> Vec<&TrustService> {
        let named = format!("CN={common_name}");
        let has_name = |service: &&TrustService| {
            let mut subjects = service.certificates.iter().map(|certificate| certificate.subject.as_ref());
            subjects.any(|subject| subject.split(',').any(|part| part.trim() == named))
        };
        self.services.iter().filter(|service| service.serves(role)).filter(has_name).collect()
    }

    /// Territory of the list a service stands on.
    #[must_use]
    pub fn territory(&self, service: &TrustService) -> &str {
        self.lists.get(service.list).map_or("", |list| list.territory.as_str())
    }

    fn listed(&self, index: &[(Sha256, usize)], digest: Sha256, role: Role) -> Vec<&TrustService> {
        let first = index.partition_point(|(known, _)| *known < digest);
        let same = index.iter().skip(first).take_while(|(known, _)| *known == digest);
        let mut places: Vec<usize> = same.map(|(_, place)| *place).collect();
        places.dedup();
        places.into_iter().filter_map(|place| self.services.get(place)).filter(|service| service.serves(role)).collect()
    }
}
