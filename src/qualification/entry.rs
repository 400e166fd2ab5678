//! A listed service in the state that was in force at a time, and one reading of it.

use serde::{Deserialize, Serialize};

use super::criteria::{Answer, matches, not_understood};
use super::step::Remark;
use super::{CertificateKind, Era, QualificationDoubt, Qualifier};
use crate::Timestamp;
use crate::evidence::CertificateFacts;
use crate::trust::{Knowledge, ServicePeriod, TrustService};

/// The type of services that issue qualified certificates.
const CA_QC: &str = "CA/QC";

/// What a list said of a service at a time, for showing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryFacts {
    /// Its name.
    pub service: String,
    /// Its provider.
    pub provider: String,
    /// Index of its list in [`crate::trust::TrustStore::lists`].
    pub list: usize,
    /// ServiceTypeIdentifier without prefix.
    pub service_type: String,
    /// ServiceStatus without prefix.
    pub status: String,
    /// StatusStartingTime.
    pub since: Timestamp,
    /// How much of its extensions is known.
    pub knowledge: Knowledge,
    /// AdditionalServiceInformation.
    pub purposes: Vec<String>,
    /// Qualifiers that hold for the certificate.
    pub captured: Vec<Qualifier>,
    /// Qualifiers that may hold for it: their criteria are not known.
    pub open: Vec<Qualifier>,
}

/// A service's state in force, with the qualifiers that hold for the certificate.
pub(super) struct Entry<'s> {
    pub(super) service: &'s TrustService,
    pub(super) period: &'s ServicePeriod,
    pub(super) captured: Vec<Qualifier>,
    pub(super) open: Vec<Qualifier>,
    /// A captured qualifier is not one of the standard.
    pub(super) unknown_qualifiers: bool,
}

impl<'s> Entry<'s> {
    /// The state of a service in force at `at`. A list writes a change as one state that ends where the next begins: at that
    /// very instant the next one is in force.
    pub(super) fn at(service: &'s TrustService, certificate: &CertificateFacts, at: Timestamp) -> Option<Self> {
        let period = service.status_at(at)?;
        let mut entry = Self { service, period, captured: Vec::new(), open: Vec::new(), unknown_qualifiers: false };
        for qualification in &period.extensions.qualifications {
            let known = || qualification.qualifiers.iter().filter_map(|name| Qualifier::named(name));
            match qualification.criteria.as_ref().map(|criteria| matches(criteria, certificate)) {
                Some(Answer::Met) => {
                    entry.captured.extend(known());
                    entry.unknown_qualifiers |= known().count() < qualification.qualifiers.len();
                }
                Some(Answer::NotMet | Answer::NotKnown) => {}
                None => entry.open.extend(known()),
            }
        }
        entry.captured.sort_unstable();
        entry.captured.dedup();
        entry.open.retain(|qualifier| !entry.captured.contains(qualifier));
        entry.open.sort_unstable();
        entry.open.dedup();
        Some(entry)
    }

    pub(super) fn name(&self) -> String {
        self.service.name.clone()
    }

    pub(super) fn issues_qualified(&self) -> bool {
        self.period.service_type == CA_QC
    }

    pub(super) fn era(&self) -> Era {
        Era::of(self.period.since)
    }

    /// Kinds of certificates that it is listed for.
    pub(super) fn purposes(&self) -> Vec<CertificateKind> {
        let kind = |purpose: &String| match purpose.as_str() {
            "ForeSignatures" => Some(CertificateKind::ESig),
            "ForeSeals" => Some(CertificateKind::ESeal),
            "ForWebSiteAuthentication" => Some(CertificateKind::Wsa),
            _ => None,
        };
        self.period.extensions.purposes.iter().filter_map(kind).collect()
    }

    /// Why its readings may differ.
    pub(super) fn doubt(&self) -> Option<QualificationDoubt> {
        let (list, service) = (self.service.list, self.name());
        match self.period.extensions.knowledge {
            Knowledge::None => Some(QualificationDoubt::ExtensionsNotKnown { list, service }),
            _ if self.open.is_empty() => None,
            _ => Some(QualificationDoubt::CriteriaNotKnown { list, service }),
        }
    }

    /// What is not known or not understood of it.
    pub(super) fn remarks(&self) -> Vec<Remark> {
        let doubt = self.doubt().map(|doubt| match doubt {
            QualificationDoubt::CriteriaNotKnown { service, .. } => Remark::CriteriaNotKnown { service },
            QualificationDoubt::ExtensionsNotKnown { service, .. } => Remark::ExtensionsNotKnown { service },
        });
        let criteria = self.period.extensions.qualifications.iter().filter_map(|one| one.criteria.as_ref());
        let unknown = criteria.flat_map(not_understood);
        let remark =
            |criterion: &str| Remark::UnknownCriterion { service: self.name(), criterion: criterion.to_owned() };
        doubt.into_iter().chain(unknown.map(remark)).collect()
    }

    pub(super) fn facts(&self) -> EntryFacts {
        EntryFacts {
            service: self.name(),
            provider: self.service.provider.clone(),
            list: self.service.list,
            service_type: self.period.service_type.clone(),
            status: self.period.status.0.clone(),
            since: self.period.since,
            knowledge: self.period.extensions.knowledge,
            purposes: self.period.extensions.purposes.clone(),
            captured: self.captured.clone(),
            open: self.open.clone(),
        }
    }
}

/// An entry with everything about it decided.
#[derive(Clone)]
pub(super) struct Reading<'e> {
    pub(super) entry: &'e Entry<'e>,
    pub(super) captured: Vec<Qualifier>,
    pub(super) purposes: Vec<CertificateKind>,
}

impl Reading<'_> {
    pub(super) fn has(&self, qualifier: Qualifier) -> bool {
        self.captured.contains(&qualifier)
    }

    pub(super) fn has_any(&self, qualifiers: &[Qualifier]) -> bool {
        qualifiers.iter().any(|qualifier| self.has(*qualifier))
    }

    /// Kinds that captured qualifiers say.
    pub(super) fn kinds(&self) -> Vec<CertificateKind> {
        self.captured.iter().filter_map(|qualifier| qualifier.kind()).collect()
    }

    /// Whether it is listed for certificates of a kind; one that cannot be told is no reason to pass a service over.
    pub(super) fn is_for(&self, kind: CertificateKind) -> bool {
        let cancelled = kind == CertificateKind::ESig && self.has(Qualifier::QCForLegalPerson);
        kind == CertificateKind::Unknown || (self.purposes.contains(&kind) && !cancelled)
    }

    pub(super) fn era(&self) -> Era {
        self.entry.era()
    }

    pub(super) fn name(&self) -> String {
        self.entry.name()
    }
}
