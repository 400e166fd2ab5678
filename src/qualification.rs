//! Legal level (ETSI TS 119 615): whether a certificate is qualified, of what kind and with what device, and with that
//! what a signature or seal is in the words of Regulation (EU) 910/2014.
//!
//! Facts in, facts out: no cryptography, no clock. Services stand for themselves as trusted lists describe them; that a
//! path leads to them was found out below. Whoever shows a result can show every step that led to it.
//!
//! 1. [`services_of_path`]: which listed services stand on the path (TS 119 615, 4.3).
//! 2. [`qualify_certificate`]: the certificate at its issuance and at the best signature time (4.4).
//! 3. [`Level::of_signature`]: the certificate's level and the signature's status give the signature's level.
//! 4. [`qualify_timestamp`]: whether the time-stamp is qualified.

mod certificate;
mod consistency;
mod criteria;
mod determine;
mod entry;
mod level;
mod qualifier;
mod readings;
mod signature;
mod step;
mod timestamp;

pub use criteria::{Answer, matches};
pub use determine::{CertificateResult, Determination, determine, qualify_certificate};
pub use entry::EntryFacts;
pub use level::{CertificateKind, CertificateQualification, Device, Level, QualificationDoubt};
pub use qualifier::Qualifier;
pub use signature::SignatureQualification;
pub use step::{Inconsistency, Remark, Step, StepId};
pub use timestamp::{TimestampQualification, TimestampResult, qualify_timestamp};

use crate::Timestamp;
use crate::evidence::CertificateFacts;
use crate::trust::{Role, TrustService, TrustStore};

/// 30 June 2016, 22:00 UTC: from here on Regulation (EU) 910/2014 applies. A state of a service is before or after it by
/// its StatusStartingTime, a certificate by its notBefore.
const EIDAS: i64 = 1_467_324_000;

/// Services that list a certificate of the path, end entity first, for `role` at any time; each once.
///
/// A service that issues vouches for what it issued: for [`Role::Issuer`] the end entity's own listing does not count.
#[must_use]
pub fn services_of_path<'s>(trust: &'s TrustStore, path: &[&CertificateFacts], role: Role) -> Vec<&'s TrustService> {
    let skipped = if role == Role::Issuer { 1 } else { 0 };
    let mut found: Vec<&TrustService> = Vec::new();
    for certificate in path.iter().skip(skipped) {
        for service in
            trust.services_with(certificate.sha256, certificate.spki_sha256, Some(&certificate.subject.name()), role)
        {
            if !found.iter().any(|known| std::ptr::eq(*known, service)) {
                found.push(service);
            }
        }
    }
    found
}

/// Before or after Regulation (EU) 910/2014.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Era {
    Before,
    After,
}

impl Era {
    fn of(at: Timestamp) -> Self {
        if at.as_second() < EIDAS { Self::Before } else { Self::After }
    }
}
