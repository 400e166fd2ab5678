//! Legal levels in words: what a signature, a certificate and a time-stamp are in law, and each step that says so.

use super::{Filled, Said, Words};
use crate::qualification::{
    CertificateKind, CertificateQualification, Device, Inconsistency, Level, QualificationDoubt, Remark,
    SignatureQualification, StepId, TimestampQualification,
};

impl Words {
    /// What a signature is in law, as a name.
    #[must_use]
    pub fn signature_qualification(&self, qualification: SignatureQualification) -> String {
        self.text(signature(qualification))
    }

    /// The same where it may be open: then everything that is possible.
    #[must_use]
    pub fn signature_level(&self, level: &Level<SignatureQualification>) -> String {
        self.level(level, |one| self.signature_qualification(one))
    }

    /// What a certificate is, as a name.
    #[must_use]
    pub fn certificate_qualification(&self, qualification: CertificateQualification) -> String {
        self.text(certificate(qualification))
    }

    /// The same where it may be open: then everything that is possible.
    #[must_use]
    pub fn certificate_level(&self, level: &Level<CertificateQualification>) -> String {
        self.level(level, |one| self.certificate_qualification(one))
    }

    /// What a time-stamp is in law, as a name.
    #[must_use]
    pub fn timestamp_qualification(&self, qualification: TimestampQualification) -> String {
        self.text(match qualification {
            TimestampQualification::Qtsa => "qualification-timestamp-qtsa",
            TimestampQualification::Tsa => "qualification-timestamp-tsa",
            TimestampQualification::Na => "qualification-timestamp-na",
        })
    }

    /// Why a level is open and what to do.
    #[must_use]
    pub fn qualification_doubt(&self, doubt: &QualificationDoubt) -> Said {
        let (id, service) = match doubt {
            QualificationDoubt::CriteriaNotKnown { service, .. } => ("qualification-doubt-criteria", service),
            QualificationDoubt::ExtensionsNotKnown { service, .. } => ("qualification-doubt-extensions", service),
        };
        let reason = self.fill(&Filled::new(id).with("service", service));
        Said { reason, advice: Some(self.text("qualification-doubt-advice")) }
    }

    /// The question a step asks.
    #[must_use]
    pub fn qualification_step(&self, step: StepId) -> String {
        self.text(question(step))
    }

    /// What is remarked at a step, one sentence.
    #[must_use]
    pub fn qualification_remark(&self, remark: &Remark) -> String {
        self.fill(&self.remark(remark))
    }

    fn level<T: Copy + Ord>(&self, level: &Level<T>, name: impl Fn(T) -> String) -> String {
        match level {
            Level::Settled { result } => name(*result),
            Level::Open { possible, .. } if possible.is_empty() => self.text("qualification-open"),
            Level::Open { possible, .. } => {
                let possible: Vec<_> = possible.iter().map(|one| name(*one)).collect();
                self.fill(&Filled::new("qualification-open-between").with("possible", &possible.join("; ")))
            }
        }
    }

    fn remark(&self, remark: &Remark) -> Filled {
        let of = |id, service: &str| Filled::new(id).with("service", service);
        match remark {
            Remark::NoService => Filled::new("qualification-no-service"),
            Remark::NotListedYet { service, at } => {
                of("qualification-not-listed-yet", service).with("date", &self.date(*at))
            }
            Remark::UnknownCriticalExtension { service, extension } => {
                of("qualification-unknown-critical", service).with("extension", extension)
            }
            Remark::OtherType { service, service_type } => {
                of("qualification-other-type", service).with("type", service_type)
            }
            Remark::OtherPurpose { service, kind: one } => {
                of("qualification-other-purpose", service).with("kind", &self.text(kind(*one)))
            }
            Remark::UnknownCriterion { service, criterion } => {
                of("qualification-unknown-criterion", service).with("criterion", criterion)
            }
            Remark::CriteriaNotKnown { service } => of("qualification-criteria-not-known", service),
            Remark::ExtensionsNotKnown { service } => of("qualification-extensions-not-known", service),
            Remark::Inconsistent { service, rule } => of(inconsistency(*rule), service),
            Remark::Conflict { one, other } => {
                Filled::new("qualification-conflict").with("one", one).with("other", other)
            }
            Remark::StatusOutOfItsTime { service, status, since } => {
                of("qualification-status-of-another-time", service)
                    .with("status", &self.service_status(status))
                    .with("date", &self.date(*since))
            }
            Remark::NotGranted { service, status, since } => of("qualification-not-granted", service)
                .with("status", &self.service_status(status))
                .with("date", &self.date(*since)),
            Remark::Granted { service, status, since } => of("qualification-granted", service)
                .with("status", &self.service_status(status))
                .with("date", &self.date(*since)),
            other => self.conclusion(other),
        }
    }

    /// Remarks of steps 9 to 11.
    fn conclusion(&self, remark: &Remark) -> Filled {
        let of = |id, service: &str| Filled::new(id).with("service", service);
        match remark {
            Remark::NotQualifiedByList { service } => of("qualification-not-by-list", service),
            Remark::QualifiedAndNot { service } => of("qualification-both-by-list", service),
            Remark::QualifiedByList { service } => of("qualification-by-list", service),
            Remark::QualifiedByCertificate => Filled::new("qualification-by-certificate"),
            Remark::NotStatedInCertificate => Filled::new("qualification-not-stated"),
            Remark::OtherLaw { countries } if countries.is_empty() => Filled::new("qualification-other-law-unnamed"),
            Remark::OtherLaw { countries } => Filled::new("qualification-other-law").with("countries", countries),
            Remark::KindByList { service, kind: one } => {
                of("qualification-kind-by-list", service).with("kind", &self.text(kind(*one)))
            }
            Remark::KindByItsTime { service } => of("qualification-kind-by-its-time", service),
            Remark::KindContradicted { service } => of("qualification-kind-contradicted", service),
            Remark::SeveralKinds { service } => of("qualification-kind-several", service),
            Remark::KindByCertificate { kind: CertificateKind::Unknown } => {
                Filled::new("qualification-kind-not-stated")
            }
            Remark::KindByCertificate { kind: one } => {
                Filled::new("qualification-kind-by-certificate").with("kind", &self.text(kind(*one)))
            }
            Remark::DeviceByList { service } => of("qualification-device-by-list", service),
            Remark::NoDeviceByList { service } => of("qualification-no-device-by-list", service),
            Remark::DeviceAndNot { service } => of("qualification-device-both", service),
            Remark::DeviceByCertificate => Filled::new("qualification-device-by-certificate"),
            Remark::NoDeviceInCertificate => Filled::new("qualification-no-device-stated"),
            // Every other one is said above; a test says each of them.
            _ => Filled::new("qualification-none-left"),
        }
    }
}

fn signature(qualification: SignatureQualification) -> &'static str {
    use SignatureQualification as Q;
    match qualification {
        Q::QESig => "qualification-qesig",
        Q::QESeal => "qualification-qeseal",
        Q::UnknownQcQscd => "qualification-unknown-qc-qscd",
        Q::AdESigQc => "qualification-adesig-qc",
        Q::AdESealQc => "qualification-adeseal-qc",
        Q::UnknownQc => "qualification-unknown-qc",
        Q::AdESig => "qualification-adesig",
        Q::AdESeal => "qualification-adeseal",
        Q::Unknown => "qualification-unknown",
        Q::IndeterminateQESig => "qualification-indeterminate-qesig",
        Q::IndeterminateQESeal => "qualification-indeterminate-qeseal",
        Q::IndeterminateUnknownQcQscd => "qualification-indeterminate-unknown-qc-qscd",
        Q::IndeterminateAdESigQc => "qualification-indeterminate-adesig-qc",
        Q::IndeterminateAdESealQc => "qualification-indeterminate-adeseal-qc",
        Q::IndeterminateUnknownQc => "qualification-indeterminate-unknown-qc",
        Q::IndeterminateAdESig => "qualification-indeterminate-adesig",
        Q::IndeterminateAdESeal => "qualification-indeterminate-adeseal",
        Q::IndeterminateUnknown => "qualification-indeterminate-unknown",
        Q::NotAdesButQcWithQscd => "qualification-not-ades-but-qc-with-qscd",
        Q::NotAdesButQc => "qualification-not-ades-but-qc",
        Q::NotAdes => "qualification-not-ades",
        Q::Na => "qualification-na",
    }
}

fn certificate(qualification: CertificateQualification) -> &'static str {
    use CertificateKind::{ESeal, ESig, Unknown, Wsa};
    use CertificateQualification::{NotApplicable, NotQualified, Qualified};
    match qualification {
        Qualified { kind: ESig, device: Device::Qscd } => "qualification-certificate-esig-qscd",
        Qualified { kind: ESeal, device: Device::Qscd } => "qualification-certificate-eseal-qscd",
        Qualified { kind: Wsa, device: Device::Qscd } => "qualification-certificate-wsa-qscd",
        Qualified { kind: Unknown, device: Device::Qscd } => "qualification-certificate-any-qscd",
        Qualified { kind: ESig, device: Device::NoQscd } => "qualification-certificate-esig-qc",
        Qualified { kind: ESeal, device: Device::NoQscd } => "qualification-certificate-eseal-qc",
        Qualified { kind: Wsa, device: Device::NoQscd } => "qualification-certificate-wsa-qc",
        Qualified { kind: Unknown, device: Device::NoQscd } => "qualification-certificate-any-qc",
        NotQualified { kind: ESig } => "qualification-certificate-esig",
        NotQualified { kind: ESeal } => "qualification-certificate-eseal",
        NotQualified { kind: Wsa } => "qualification-certificate-wsa",
        NotQualified { kind: Unknown } => "qualification-certificate-any",
        NotApplicable => "qualification-certificate-na",
    }
}

fn kind(kind: CertificateKind) -> &'static str {
    match kind {
        CertificateKind::ESig => "qualification-kind-esig",
        CertificateKind::ESeal => "qualification-kind-eseal",
        CertificateKind::Wsa => "qualification-kind-wsa",
        CertificateKind::Unknown => "qualification-kind-any",
    }
}

fn question(step: StepId) -> &'static str {
    match step {
        StepId::Listed => "qualification-step-listed",
        StepId::InForce => "qualification-step-in-force",
        StepId::Reliable => "qualification-step-reliable",
        StepId::IssuesQualified => "qualification-step-issues-qualified",
        StepId::Purpose => "qualification-step-purpose",
        StepId::Consistent => "qualification-step-consistent",
        StepId::NoConflict => "qualification-step-no-conflict",
        StepId::StatusOfItsTime => "qualification-step-status-of-its-time",
        StepId::Granted => "qualification-step-granted",
        StepId::Unique => "qualification-step-unique",
        StepId::Qualified => "qualification-step-qualified",
        StepId::Kind => "qualification-step-kind",
        StepId::Device => "qualification-step-device",
    }
}

fn inconsistency(rule: Inconsistency) -> &'static str {
    match rule {
        Inconsistency::QualifiedAndNot => "qualification-inconsistent-qualified-and-not",
        Inconsistency::LegalPersonSigns => "qualification-inconsistent-legal-person",
        Inconsistency::SeveralKinds => "qualification-inconsistent-several-kinds",
        Inconsistency::KindAgainstPurpose => "qualification-inconsistent-purpose",
        Inconsistency::KindBeforeItsTime => "qualification-inconsistent-before-its-time",
        Inconsistency::DeviceAndNot => "qualification-inconsistent-device-and-not",
        Inconsistency::DeviceAndAsInCertificate => "qualification-inconsistent-device-as-in-certificate",
        Inconsistency::DeviceOfThePast => "qualification-inconsistent-device-of-the-past",
        Inconsistency::UnknownQualifier => "qualification-inconsistent-unknown-qualifier",
    }
}
