//! Steps 0 to 8 (TS 119 615, 4.3 and 4.4), and the certificate as a whole.

use serde::{Deserialize, Serialize};

use super::certificate::{conclude, stated_kind};
use super::consistency::broken;
use super::entry::{Entry, EntryFacts, Reading};
use super::readings::{of_all, plain};
use super::step::{Remark, Step, StepId};
use super::{CertificateQualification, Era, Level};
use crate::Timestamp;
use crate::evidence::CertificateFacts;
use crate::trust::TrustService;
use crate::validation::Outcome;

/// What a certificate was at a time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Determination {
    /// The time.
    pub at: Timestamp,
    /// The result.
    pub level: Level<CertificateQualification>,
    /// What the lists said of the services of the path then.
    pub entries: Vec<EntryFacts>,
    /// Every step, in the order of [`StepId`]; where facts are missing, with what is known alone.
    pub steps: Vec<Step>,
}

/// What a certificate is, with both determinations it comes of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CertificateResult {
    /// The result.
    pub level: Level<CertificateQualification>,
    /// At notBefore.
    pub issuance: Determination,
    /// At the best signature time.
    pub signing: Determination,
}

/// What a certificate is for a signature that existed at `best_signature_time`: no more than it was at its issuance and then
/// (TS 119 615). `services`: those that stand on its path, from [`super::services_of_path`].
#[must_use]
pub fn qualify_certificate(
    certificate: &CertificateFacts,
    services: &[&TrustService],
    best_signature_time: Timestamp,
) -> CertificateResult {
    let issuance = determine(certificate, services, certificate.not_before);
    let signing = determine(certificate, services, best_signature_time);
    let level = combined(&issuance.level, &signing.level);
    CertificateResult { level, issuance, signing }
}

/// What a certificate was at a time.
///
/// 0. The path reaches a listed service, else nothing applies.
/// 1. States in force; those with an unknown critical extension are not relied on.
/// 2. Services that issue qualified certificates, where there is one.
/// 3. Services listed for certificates of this kind, for a certificate issued under the Regulation.
/// 4. Contradictions within each are noted.
/// 5. Services that give different results: nothing applies.
/// 6. A status that its time did not know is dropped, 7. and one other than granted.
/// 8. One service is left, and with it steps 9 to 11 say what the certificate is.
#[must_use]
pub fn determine(certificate: &CertificateFacts, services: &[&TrustService], at: Timestamp) -> Determination {
    let mut steps = Vec::new();
    if services.is_empty() {
        push(&mut steps, StepId::Listed, Outcome::Failed, 0, vec![Remark::NoService]);
        skip_to_the_end(&mut steps);
        let level = Level::Settled { result: CertificateQualification::NotApplicable };
        return Determination { at, level, entries: Vec::new(), steps };
    }
    push(&mut steps, StepId::Listed, Outcome::Passed, services.len(), Vec::new());
    let in_force = in_force(certificate, services, at, &mut steps);
    let facts = in_force.iter().map(Entry::facts).collect();
    let reliable = reliable(in_force, &mut steps);
    let entries = issuing(reliable, &mut steps);
    let first = judge(certificate, entries.iter().map(plain).collect(), &mut steps);
    let doubt = entries.iter().find_map(Entry::doubt);
    let level = match (of_all(&entries), doubt) {
        (None, Some(doubt)) => Level::Open { doubt, possible: Vec::new() },
        (readings, doubt) => {
            let results = readings.into_iter().flatten().map(|one| judge(certificate, one, &mut Vec::new()));
            Level::of(results.chain([first]), doubt, first)
        }
    };
    Determination { at, level, entries: facts, steps }
}

fn combined(
    issuance: &Level<CertificateQualification>,
    signing: &Level<CertificateQualification>,
) -> Level<CertificateQualification> {
    let both = |one: &CertificateQualification| {
        let one = *one;
        signing.possible().iter().map(move |other| CertificateQualification::combined(one, *other)).collect::<Vec<_>>()
    };
    let possible: Vec<_> = issuance.possible().iter().flat_map(both).collect();
    let doubt = issuance.doubt().or(signing.doubt()).cloned();
    match (possible.is_empty(), doubt) {
        (true, Some(doubt)) => Level::Open { doubt, possible },
        (_, doubt) => Level::of(possible, doubt, CertificateQualification::NotApplicable),
    }
}

/// Step 1.
fn in_force<'s>(
    certificate: &CertificateFacts,
    services: &[&'s TrustService],
    at: Timestamp,
    steps: &mut Vec<Step>,
) -> Vec<Entry<'s>> {
    let (mut entries, mut remarks) = (Vec::new(), Vec::new());
    for service in services {
        match Entry::at(service, certificate, at) {
            Some(entry) => entries.push(entry),
            None => remarks.push(Remark::NotListedYet { service: service.name.clone(), at }),
        }
    }
    push(steps, StepId::InForce, found(entries.len()), entries.len(), remarks);
    entries
}

/// TS 119 612, 5.5.9: whoever cannot process a critical extension must not rely on the service.
fn reliable<'s>(entries: Vec<Entry<'s>>, steps: &mut Vec<Step>) -> Vec<Entry<'s>> {
    let before = entries.len();
    let mut remarks = Vec::new();
    let mut left = Vec::new();
    for entry in entries {
        match entry.period.extensions.unknown_critical.first() {
            Some(extension) => {
                let extension = extension.clone();
                remarks.push(Remark::UnknownCriticalExtension { service: entry.name(), extension });
            }
            None => left.push(entry),
        }
    }
    let outcome = if before == 0 { Outcome::Skipped } else { found(left.len()) };
    push(steps, StepId::Reliable, outcome, left.len(), remarks);
    left
}

/// Step 2.
fn issuing<'s>(mut entries: Vec<Entry<'s>>, steps: &mut Vec<Step>) -> Vec<Entry<'s>> {
    let other = |entry: &Entry<'_>| Remark::OtherType {
        service: entry.name(),
        service_type: entry.period.service_type.clone(),
    };
    let remarks = entries.iter().filter(|entry| !entry.issues_qualified()).map(other).collect();
    let outcome = match (entries.is_empty(), entries.iter().any(Entry::issues_qualified)) {
        (true, _) => Outcome::Skipped,
        (false, true) => Outcome::Passed,
        (false, false) => Outcome::Failed,
    };
    if outcome == Outcome::Passed {
        entries.retain(Entry::issues_qualified);
    }
    push(steps, StepId::IssuesQualified, outcome, entries.len(), remarks);
    entries
}

/// Steps 3 to 11 for one reading of what is listed.
fn judge(
    certificate: &CertificateFacts,
    readings: Vec<Reading<'_>>,
    steps: &mut Vec<Step>,
) -> CertificateQualification {
    let readings = keep(StepId::Purpose, readings, steps, |reading| purpose(certificate, reading));
    consistent(&readings, steps);
    if let Some(conflict) = conflict(certificate, &readings) {
        push(steps, StepId::NoConflict, Outcome::Failed, readings.len(), vec![conflict]);
        skip_to_the_end(steps);
        return CertificateQualification::NotApplicable;
    }
    let outcome = if readings.is_empty() { Outcome::Skipped } else { Outcome::Passed };
    push(steps, StepId::NoConflict, outcome, readings.len(), Vec::new());
    let readings = keep(StepId::StatusOfItsTime, readings, steps, status_of_its_time);
    let mut readings = keep(StepId::Granted, readings, steps, granted);
    // Those that are left give the same result, or step 5 would have ended it.
    readings.truncate(1);
    let outcome = if readings.is_empty() { Outcome::Skipped } else { Outcome::Passed };
    push(steps, StepId::Unique, outcome, readings.len(), Vec::new());
    conclude(certificate, readings.first(), steps)
}

/// Step 3. A single captured kind goes before the certificate's own.
fn purpose(certificate: &CertificateFacts, reading: &Reading<'_>) -> Result<Option<Remark>, Remark> {
    let kind = stated_kind(certificate);
    let by_list = match reading.kinds().as_slice() {
        [kind] => reading.is_for(*kind),
        _ => false,
    };
    let before = Era::of(certificate.not_before) == Era::Before;
    if before || by_list || reading.is_for(kind) {
        Ok(None)
    } else {
        Err(Remark::OtherPurpose { service: reading.name(), kind })
    }
}

/// Step 4, and what is not known or not understood of each.
fn consistent(readings: &[Reading<'_>], steps: &mut Vec<Step>) {
    let inconsistent = |reading: &Reading<'_>| {
        let service = reading.name();
        broken(reading).into_iter().map(move |rule| Remark::Inconsistent { service: service.clone(), rule })
    };
    let mut remarks: Vec<_> = readings.iter().flat_map(inconsistent).collect();
    let outcome = match (readings.is_empty(), remarks.is_empty()) {
        (true, _) => Outcome::Skipped,
        (false, true) => Outcome::Passed,
        (false, false) => Outcome::Failed,
    };
    remarks.extend(readings.iter().flat_map(|reading| reading.entry.remarks()));
    push(steps, StepId::Consistent, outcome, readings.len(), remarks);
}

/// Step 5.
fn conflict(certificate: &CertificateFacts, readings: &[Reading<'_>]) -> Option<Remark> {
    let alone = |reading| conclude(certificate, Some(reading), &mut Vec::new());
    let first = readings.first()?;
    let other = readings.iter().find(|other| alone(other) != alone(first))?;
    Some(Remark::Conflict { one: first.name(), other: other.name() })
}

/// Step 6.
fn status_of_its_time(reading: &Reading<'_>) -> Result<Option<Remark>, Remark> {
    let period = reading.entry.period;
    let of_the_regulation = matches!(period.status.0.as_str(), "granted" | "withdrawn");
    if reading.era() == Era::Before && of_the_regulation {
        let (service, status) = (reading.name(), period.status.0.clone());
        return Err(Remark::StatusOutOfItsTime { service, status, since: period.since });
    }
    Ok(None)
}

/// Step 7.
fn granted(reading: &Reading<'_>) -> Result<Option<Remark>, Remark> {
    let period = reading.entry.period;
    let (service, status, since) = (reading.name(), period.status.0.clone(), period.since);
    if is_granted(&status, reading.era()) {
        Ok(Some(Remark::Granted { service, status, since }))
    } else {
        Err(Remark::NotGranted { service, status, since })
    }
}

/// Whether a status counts as granted, in its time (TS 119 612, 5.5.4).
pub(super) fn is_granted(status: &str, era: Era) -> bool {
    match era {
        Era::Before => matches!(status, "undersupervision" | "supervisionincessation" | "accredited"),
        Era::After => status == "granted",
    }
}

fn keep<'e>(
    id: StepId,
    readings: Vec<Reading<'e>>,
    steps: &mut Vec<Step>,
    is_good: impl Fn(&Reading<'e>) -> Result<Option<Remark>, Remark>,
) -> Vec<Reading<'e>> {
    let before = readings.len();
    let (mut left, mut remarks) = (Vec::new(), Vec::new());
    for reading in readings {
        match is_good(&reading) {
            Ok(remark) => {
                remarks.extend(remark);
                left.push(reading);
            }
            Err(remark) => remarks.push(remark),
        }
    }
    let outcome = if before == 0 { Outcome::Skipped } else { found(left.len()) };
    push(steps, id, outcome, left.len(), remarks);
    left
}

fn found(count: usize) -> Outcome {
    if count == 0 { Outcome::Failed } else { Outcome::Passed }
}

fn push(steps: &mut Vec<Step>, id: StepId, outcome: Outcome, left: usize, remarks: Vec<Remark>) {
    steps.push(Step { id, outcome, left, remarks });
}

/// A step that was not made is said to be so.
fn skip_to_the_end(steps: &mut Vec<Step>) {
    let last = steps.last().map(|step| step.id);
    for id in StepId::ALL.into_iter().filter(|id| Some(*id) > last) {
        push(steps, id, Outcome::Skipped, 0, Vec::new());
    }
}
