//! Step 4: whether what a list says of a service agrees with itself (TS 119 615, 4.4).

use super::Era;
use super::entry::Reading;
use super::step::Inconsistency;
use super::{CertificateKind, Qualifier};

/// Whether a reading breaks a rule.
type Rule = fn(&Reading<'_>) -> bool;

/// Every rule that a reading of a service's state breaks.
pub(super) fn broken(reading: &Reading<'_>) -> Vec<Inconsistency> {
    let rules: [(Inconsistency, Rule); 9] = [
        (Inconsistency::QualifiedAndNot, |r| r.has(Qualifier::QCStatement) && r.has(Qualifier::NotQualified)),
        (Inconsistency::LegalPersonSigns, |r| r.has(Qualifier::QCForLegalPerson) && r.has(Qualifier::QCForESig)),
        (Inconsistency::SeveralKinds, |r| r.kinds().len() > 1),
        (Inconsistency::KindAgainstPurpose, against_purpose),
        (Inconsistency::KindBeforeItsTime, before_its_time),
        (Inconsistency::DeviceAndNot, |r| with_device(r) && without_device(r)),
        (Inconsistency::DeviceAndAsInCertificate, |r| with_device(r) && as_in_certificate(r)),
        (Inconsistency::DeviceOfThePast, of_the_past),
        (Inconsistency::UnknownQualifier, |r| r.entry.unknown_qualifiers),
    ];
    rules.into_iter().filter(|(_, is_broken)| is_broken(reading)).map(|(rule, _)| rule).collect()
}

/// A qualifier says that the key is in a device, of either era.
pub(super) fn with_device(reading: &Reading<'_>) -> bool {
    reading.has_any(&[Qualifier::QCWithSSCD, Qualifier::QCWithQSCD, Qualifier::QCQSCDManagedOnBehalf])
}

/// A qualifier says that it is not.
pub(super) fn without_device(reading: &Reading<'_>) -> bool {
    reading.has_any(&[Qualifier::QCNoSSCD, Qualifier::QCNoQSCD])
}

/// A qualifier leaves it to the certificate.
fn as_in_certificate(reading: &Reading<'_>) -> bool {
    reading.has_any(&[Qualifier::QCSSCDStatusAsInCert, Qualifier::QCQSCDStatusAsInCert])
}

/// The one kind that qualifiers say is none that the service is listed for.
pub(super) fn against_purpose(reading: &Reading<'_>) -> bool {
    match reading.kinds().as_slice() {
        [kind] => !reading.purposes.is_empty() && !reading.is_for(*kind),
        _ => false,
    }
}

fn before_its_time(reading: &Reading<'_>) -> bool {
    let purposes = &reading.purposes;
    let other_only = !purposes.is_empty() && !purposes.contains(&CertificateKind::ESig);
    let other_kind = reading.has_any(&[Qualifier::QCForESeal, Qualifier::QCForWSA]);
    reading.era() == Era::Before && (other_only || other_kind)
}

fn of_the_past(reading: &Reading<'_>) -> bool {
    let old = [Qualifier::QCWithSSCD, Qualifier::QCNoSSCD, Qualifier::QCSSCDStatusAsInCert];
    let new =
        [Qualifier::QCWithQSCD, Qualifier::QCNoQSCD, Qualifier::QCQSCDStatusAsInCert, Qualifier::QCQSCDManagedOnBehalf];
    reading.era() == Era::After && reading.has_any(&old) && !reading.has_any(&new)
}
