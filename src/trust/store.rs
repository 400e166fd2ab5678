//! One merged store of services, looked up by certificate, public key, key identifier or name, at a time and for a role.
//!
//! Lists come in as tables ([`super::table`]); a service is read from its table when somebody asks for it, because a file
//! needs a handful of thousands.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::list::TrustedList;
use super::seal::SealFault;
use super::service::{Role, ServicePeriod, TrustService};
use super::table::{Record, Table, write_table};
use crate::Timestamp;
use crate::crypto::Sha256;
use crate::limits;
use crate::pki::Certificate;
use crate::pki::certificate::Name;

/// What is known of one trusted list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListFacts {
    /// Scheme territory: `LV`, `EU`.
    pub territory: String,
    /// SchemeOperatorName, English; empty where it is not known.
    pub operator: String,
    /// TSLVersionIdentifier, 5 or 6; `None` where it is not known.
    pub version: Option<u8>,
    /// TSLSequenceNumber.
    pub sequence: u64,
    /// ListIssueDateTime.
    pub issued: Timestamp,
    /// NextUpdate, where the list is not closed.
    pub next_update: Option<Timestamp>,
    /// How it came here.
    pub origin: ListOrigin,
    /// What its own signature is worth.
    pub signature: ListSignature,
    /// SHA-256 of the list's file, where it was read from one.
    pub sha256: Option<Sha256>,
}

/// How a list came into the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ListOrigin {
    /// Built into the program.
    Snapshot,
    /// Fetched from where the list of lists says it is.
    Update,
    /// Imported from a file, with a signature that the program knows.
    Import,
    /// Given by the user, who vouches for it.
    User,
}

/// What the signature of a list is worth.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum ListSignature {
    /// Nobody looked.
    NotChecked,
    /// It was right when the table built into the program was made.
    CheckedBeforehand,
    /// It was not right when the table built into the program was made: nobody vouches for the list.
    NotVouchedFor,
    /// Right, by a certificate named for it.
    Verified {
        /// The certificate.
        signer: Sha256,
        /// Whom it names.
        name: String,
        /// Who named it.
        named_by: NamedBy,
    },
    /// Right, by a certificate that nobody named for it.
    Stranger {
        /// The certificate.
        signer: Sha256,
        /// Whom it names.
        name: String,
    },
    /// Not right.
    Wrong {
        /// How.
        reason: SealFault,
    },
}

/// Who says that a certificate may sign a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "kebab-case")]
pub enum NamedBy {
    /// The Official Journal notice whose digests are pinned in the program.
    OfficialJournal {
        /// The notice.
        notice: String,
    },
    /// A pivot, reached from the pinned notice.
    Pivot {
        /// Its number.
        sequence: u64,
    },
    /// The list of lists.
    ListOfLists {
        /// Its number.
        sequence: u64,
    },
    /// A digest pinned in the program beside those of the notice.
    Pin,
}

impl ListFacts {
    /// Whether its services count: its signature is known to be right, or the user vouches for it.
    #[must_use]
    pub fn is_vouched_for(&self) -> bool {
        self.is_rightly_signed() || self.origin == ListOrigin::User
    }

    /// Whether its signature is known to be right, by a certificate named for it.
    #[must_use]
    pub fn is_rightly_signed(&self) -> bool {
        matches!(self.signature, ListSignature::CheckedBeforehand | ListSignature::Verified { .. })
    }

    /// Whether its NextUpdate has passed at `at`. A closed list has none and is past.
    #[must_use]
    pub fn is_past_next_update(&self, at: Timestamp) -> bool {
        self.next_update.is_none_or(|next| next < at)
    }

    /// Whole days since it was issued; zero for a list of the future.
    #[must_use]
    pub fn age_in_days(&self, at: Timestamp) -> i64 {
        (at.as_second().saturating_sub(self.issued.as_second()) / 86_400).max(0)
    }
}

/// What a service is looked up by.
#[derive(Clone, Copy, Debug)]
pub enum Wanted<'w> {
    /// SHA-256 of a certificate.
    Certificate(Sha256),
    /// A public key, by the SHA-256 of its SubjectPublicKeyInfo, under this subject.
    Key(Sha256, &'w Name),
    /// SubjectKeyIdentifier. Not a proof of anything: a place to look.
    KeyIdentifier(&'w [u8]),
}

/// A service that was found, with the list that says so.
#[derive(Clone, Copy, Debug)]
pub struct Listing<'s> {
    /// The service.
    pub service: &'s TrustService,
    /// Its state at the time asked for.
    pub period: &'s ServicePeriod,
    /// The list: its number, its date, its origin.
    pub list: &'s ListFacts,
}

/// All lists and services.
#[derive(Clone, Debug, Default)]
pub struct TrustStore {
    /// The lists the services come from.
    pub lists: Vec<ListFacts>,
    entries: Vec<Entry>,
    /// Beginning of a digest to the place of its service, sorted. Only where to look: the whole digest is compared there.
    by_certificate: Vec<(u64, u32)>,
    by_key: Vec<(u64, u32)>,
    by_key_identifier: Vec<(u64, u32)>,
    /// Certificates that were fetched or given beside the lists: for building paths, trusted for nothing.
    found: Vec<Certificate>,
}

#[derive(Clone, Debug)]
struct Entry {
    list: usize,
    record: Record,
    service: OnceLock<Option<Box<TrustService>>>,
}

impl Entry {
    fn service(&self) -> Option<&TrustService> {
        self.service.get_or_init(|| self.record.read(self.list).map(Box::new)).as_deref()
    }
}

impl TrustStore {
    /// Adds a list and its services.
    pub fn add(&mut self, list: ListFacts, services: Vec<TrustService>) {
        self.add_all([Table::of(&list, &services)]);
    }

    /// Adds a list that was read.
    pub fn add_list(&mut self, list: &TrustedList) {
        self.add_all([Table::parse_shared(write_table(list))].into_iter().flatten());
    }

    /// Adds tables; their digests are put in order once.
    pub(super) fn add_all(&mut self, tables: impl IntoIterator<Item = Table>) {
        for table in tables {
            let index = self.lists.len();
            self.lists.push(table.facts);
            let first = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
            let placed = |(digest, place): (u64, u32)| (digest, first.saturating_add(place));
            self.by_certificate.extend(table.certificates.into_iter().map(placed));
            self.by_key.extend(table.keys.into_iter().map(placed));
            self.by_key_identifier.extend(table.key_identifiers.into_iter().map(placed));
            let entry = |record| Entry { list: index, record, service: OnceLock::new() };
            self.entries.extend(table.records.into_iter().map(entry));
        }
        for index in [&mut self.by_certificate, &mut self.by_key, &mut self.by_key_identifier] {
            index.sort_unstable();
        }
    }

    /// Adds a certificate for building paths. It is trusted for nothing by that.
    pub fn add_certificate(&mut self, certificate: Certificate) {
        let known = self.found.iter().any(|other| other.sha256 == certificate.sha256);
        if !known && self.found.len() < limits::CERTIFICATES {
            self.found.push(certificate);
        }
    }

    /// All services, of lists that nobody vouches for too.
    pub fn services(&self) -> impl Iterator<Item = &TrustService> {
        self.entries.iter().filter_map(Entry::service)
    }

    /// How many services a list has; none of them is read for that.
    #[must_use]
    pub fn services_on(&self, list: usize) -> usize {
        self.entries.iter().filter(|entry| entry.list == list).count()
    }

    /// The list a service stands on.
    #[must_use]
    pub fn list_of(&self, service: &TrustService) -> Option<&ListFacts> {
        self.lists.get(service.list)
    }

    /// Territory of the list a service stands on.
    #[must_use]
    pub fn territory(&self, service: &TrustService) -> &str {
        self.list_of(service).map_or("", |list| list.territory.as_str())
    }

    /// Services in force for `role` at `at`, with their state then and the list that says so.
    #[must_use]
    pub fn find(&self, wanted: Wanted<'_>, role: Role, at: Timestamp) -> Vec<Listing<'_>> {
        let services = match wanted {
            Wanted::Certificate(digest) => self.with_certificate(digest),
            Wanted::Key(digest, subject) => self.with_key(digest, Some(subject)),
            Wanted::KeyIdentifier(octets) => self.with_key_identifier(octets),
        };
        let listing = |service| self.listing(service, at).filter(|found| role.is_served_by(&found.period.service_type));
        services.into_iter().filter_map(listing).collect()
    }

    /// A service's state at `at` with its list; `None` before its first state.
    #[must_use]
    pub fn listing<'s>(&'s self, service: &'s TrustService, at: Timestamp) -> Option<Listing<'s>> {
        Some(Listing { service, period: service.status_at(at)?, list: self.list_of(service)? })
    }

    /// Services that list this certificate itself, or its public key under the same subject, for `role` at any time.
    #[must_use]
    pub fn services_of(&self, certificate: &Certificate, role: Role) -> Vec<&TrustService> {
        self.services_with(certificate.sha256, certificate.spki_sha256, Some(&certificate.subject), role)
    }

    /// Services that list a certificate with this digest, else this public key under its `subject`, for `role` at any time.
    /// Without a subject the key counts under any name.
    #[must_use]
    pub fn services_with(
        &self,
        certificate: Sha256,
        key: Sha256,
        subject: Option<&Name>,
        role: Role,
    ) -> Vec<&TrustService> {
        let mut services = self.with_certificate(certificate);
        services.retain(|service| service.serves(role));
        if services.is_empty() {
            services = self.with_key(key, subject);
            services.retain(|service| service.serves(role));
        }
        services
    }

    /// Services whose certificate has this common name, for `role`: to say by name what is listed and not at hand.
    #[must_use]
    pub fn services_named(&self, common_name: &str, role: Role) -> Vec<&TrustService> {
        let named = format!("CN={common_name}");
        let has_name = |service: &&TrustService| {
            let mut subjects = service.certificates.iter().map(|certificate| certificate.subject.as_str());
            subjects.any(|subject| subject.split(',').any(|part| part.trim() == named))
        };
        let hopeful = self.entries.iter().filter(|entry| entry.record.mentions(&named));
        let services = hopeful.filter_map(Entry::service).filter(|service| self.is_usable(service));
        services.filter(|service| service.serves(role)).filter(has_name).collect()
    }

    /// Certificates at hand that may have issued `certificate`: by name and key identifier, from lists and from what was
    /// added. Whether one did is for its signature to say.
    #[must_use]
    pub fn issuers_of(&self, certificate: &Certificate) -> Vec<Certificate> {
        let mut found: Vec<Certificate> = Vec::new();
        let authority = certificate.extensions.authority_key_identifier.as_deref();
        let mut services = authority.map(|octets| self.with_key_identifier(octets)).unwrap_or_default();
        // A listed certificate may have no key identifier of its own.
        if services.is_empty() {
            services = self.with_subject(&certificate.issuer);
        }
        let listed = services.into_iter().flat_map(|service| &service.certificates);
        let parsed = listed.filter_map(|listed| Certificate::parse(listed.der.as_deref()?).ok());
        for candidate in parsed.chain(self.found.iter().cloned()) {
            let known = found.iter().any(|other| other.sha256 == candidate.sha256);
            if !known && candidate.subject.same(&certificate.issuer) {
                found.push(candidate);
            }
        }
        found
    }

    fn is_usable(&self, service: &TrustService) -> bool {
        self.list_of(service).is_some_and(ListFacts::is_vouched_for)
    }

    fn with_certificate(&self, digest: Sha256) -> Vec<&TrustService> {
        let listed = |service: &TrustService| service.certificates.iter().any(|listed| listed.sha256 == digest);
        self.at(&self.by_certificate, beginning(&digest.0), listed)
    }

    fn with_key(&self, digest: Sha256, subject: Option<&Name>) -> Vec<&TrustService> {
        let listed = |service: &TrustService| {
            let mut same = service.certificates.iter().filter(|listed| listed.spki_sha256 == digest);
            same.any(|listed| subject.is_none_or(|subject| subject.matches_text(&listed.subject)))
        };
        self.at(&self.by_key, beginning(&digest.0), listed)
    }

    fn with_key_identifier(&self, octets: &[u8]) -> Vec<&TrustService> {
        let text = hexadecimal(octets);
        let listed = |service: &TrustService| {
            let certificates = service.certificates.iter().filter_map(|listed| listed.key_identifier.as_ref());
            certificates.chain(service.identifiers.iter().map(|one| &one.key_identifier)).any(|known| *known == text)
        };
        self.at(&self.by_key_identifier, beginning(octets), listed)
    }

    /// Certificates at hand of services that answer about revocation.
    #[must_use]
    pub fn responders(&self) -> Vec<Certificate> {
        let answers = |entry: &&Entry| entry.record.brings_certificates() && entry.record.mentions("Certstatus/OCSP");
        let services = self.entries.iter().filter(answers).filter_map(Entry::service);
        let listed = services.filter(|service| self.is_usable(service)).flat_map(|service| &service.certificates);
        listed.filter_map(|listed| Certificate::parse(listed.der.as_deref()?).ok()).collect()
    }

    /// Services at hand whose certificate has this subject.
    fn with_subject(&self, name: &Name) -> Vec<&TrustService> {
        let text = super::list::line(&name.to_string());
        let at_hand = self.entries.iter().filter(|entry| entry.record.brings_certificates());
        let hopeful = at_hand.filter(|entry| entry.record.mentions(&text));
        hopeful.filter_map(Entry::service).filter(|service| self.is_usable(service)).collect()
    }

    /// Services where the index says to look and `is_it`.
    fn at(&self, index: &[(u64, u32)], digest: u64, is_it: impl Fn(&TrustService) -> bool) -> Vec<&TrustService> {
        let first = index.partition_point(|(known, _)| *known < digest);
        let same = index.iter().skip(first).take_while(|(known, _)| *known == digest);
        let mut places: Vec<u32> = same.map(|(_, place)| *place).collect();
        places.dedup();
        let entries = places.into_iter().filter_map(|place| self.entries.get(usize::try_from(place).ok()?));
        entries
            .filter_map(Entry::service)
            .filter(|service| self.is_usable(service))
            .filter(|service| is_it(service))
            .collect()
    }
}

/// Octets as hexadecimal digits, two each.
pub(super) fn hexadecimal(octets: &[u8]) -> String {
    octets.iter().fold(String::with_capacity(octets.len().saturating_mul(2)), |mut text, octet| {
        text.extend([octet >> 4, octet & 15].map(|digit| char::from_digit(u32::from(digit), 16).unwrap_or('?')));
        text
    })
}

/// The first eight octets, as a number; fewer are padded.
pub(super) fn beginning(octets: &[u8]) -> u64 {
    let mut first = [0; 8];
    first.iter_mut().zip(octets).for_each(|(to, from)| *to = *from);
    u64::from_be_bytes(first)
}
