//! Every way in which what is not known of listed services can turn out. The table built into the program has no criteria,
//! and nothing of the extensions of past states; a result counts only where it is the same whichever way they turn out.

use super::entry::{Entry, Reading};
use super::{CertificateKind, Qualifier};
use crate::limits;
use crate::trust::Knowledge;

/// Every reading of all entries together: first the one in which nothing that is not known holds. `None` where they are too
/// many.
pub(super) fn of_all<'e>(entries: &'e [Entry<'e>]) -> Option<Vec<Vec<Reading<'e>>>> {
    let mut together: Vec<Vec<Reading<'e>>> = vec![Vec::new()];
    for entry in entries {
        let readings = of_one(entry)?;
        if together.len().saturating_mul(readings.len()) > limits::QUALIFICATION_READINGS {
            return None;
        }
        let with = |before: &Vec<Reading<'e>>| {
            let before = before.clone();
            readings.iter().map(move |one| before.iter().chain([one]).cloned().collect()).collect::<Vec<_>>()
        };
        together = together.iter().flat_map(with).collect();
    }
    Some(together)
}

/// The reading in which nothing that is not known holds.
pub(super) fn plain<'e>(entry: &'e Entry<'e>) -> Reading<'e> {
    let purposes = match entry.period.extensions.knowledge {
        Knowledge::None => vec![CertificateKind::ESig, CertificateKind::ESeal, CertificateKind::Wsa],
        Knowledge::Full | Knowledge::WithoutCriteria => entry.purposes(),
    };
    Reading { entry, captured: entry.captured.clone(), purposes }
}

fn of_one<'e>(entry: &'e Entry<'e>) -> Option<Vec<Reading<'e>>> {
    let first = plain(entry);
    // Nothing makes a certificate of another service qualified.
    if !entry.issues_qualified() {
        return Some(vec![first]);
    }
    if entry.period.extensions.knowledge == Knowledge::None {
        return Some(of_the_unknown(&first));
    }
    let mut readings = vec![first];
    for qualifier in &entry.open {
        if readings.len().saturating_mul(2) > limits::QUALIFICATION_READINGS {
            return None;
        }
        let with: Vec<_> = readings.iter().map(|reading| and(reading, &[*qualifier])).collect();
        readings.extend(with);
    }
    Some(readings)
}

/// One reading for each way in which extensions can decide a step, and one with a service listed for nothing.
fn of_the_unknown<'e>(plain: &Reading<'e>) -> Vec<Reading<'e>> {
    let status: [&[Qualifier]; 3] = [&[], &[Qualifier::NotQualified], &[Qualifier::QCStatement]];
    let kind: [&[Qualifier]; 4] = [&[], &[Qualifier::QCForESig], &[Qualifier::QCForESeal], &[Qualifier::QCForWSA]];
    let device: [&[Qualifier]; 3] =
        [&[], &[Qualifier::QCWithSSCD, Qualifier::QCWithQSCD], &[Qualifier::QCNoSSCD, Qualifier::QCNoQSCD]];
    let mut readings = Vec::new();
    for status in status {
        for kind in kind {
            readings.extend(device.map(|device| and(&and(&and(plain, status), kind), device)));
        }
    }
    readings.push(Reading { purposes: Vec::new(), ..plain.clone() });
    readings
}

fn and<'e>(reading: &Reading<'e>, qualifiers: &[Qualifier]) -> Reading<'e> {
    let mut reading = reading.clone();
    reading.captured.extend(qualifiers);
    reading
}
