//! Whether a time-stamp is a qualified one (TS 119 615).

use serde::{Deserialize, Serialize};

use super::Era;
use super::determine::is_granted;
use super::step::Remark;
use crate::Timestamp;
use crate::trust::TrustService;

/// The type of services that stamp time as qualified ones.
const TSA_QTST: &str = "TSA/QTST";

/// What a time-stamp is in law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[must_use]
pub enum TimestampQualification {
    /// Qualified electronic time-stamp.
    Qtsa,
    /// A time-stamp of a listed authority, not qualified.
    Tsa,
    /// Its authority is on no trusted list.
    Na,
}

/// What a time-stamp is, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimestampResult {
    /// The result.
    pub qualification: TimestampQualification,
    /// What there is to say; what stands in the way of a better result comes with its service.
    pub remarks: Vec<Remark>,
}

/// What a time-stamp is: qualified if a service of its authority's path was listed for qualified time-stamps, and granted,
/// when the token was made and again at the lowest time at which it is proven to have existed.
#[must_use]
pub fn qualify_timestamp(services: &[&TrustService], generated: Timestamp, lowest_proof: Timestamp) -> TimestampResult {
    if services.is_empty() {
        let remarks = vec![Remark::NoService];
        return TimestampResult { qualification: TimestampQualification::Na, remarks };
    }
    let (made, mut remarks) = qualified_at(services, generated);
    let (proven, further) = qualified_at(services, lowest_proof);
    remarks.extend(further.into_iter().filter(|remark| !remarks.contains(remark)).collect::<Vec<_>>());
    let qualification = match (made, proven) {
        (Found::Yes, Found::Yes) => TimestampQualification::Qtsa,
        _ => TimestampQualification::Tsa,
    };
    TimestampResult { qualification, remarks }
}

#[derive(Clone, Copy)]
enum Found {
    Yes,
    No,
}

/// Whether one of them was granted at `at`, with the remark on it, or else what stands in the way of each.
fn qualified_at(services: &[&TrustService], at: Timestamp) -> (Found, Vec<Remark>) {
    let mut obstacles = Vec::new();
    for service in services {
        match granted_at(service, at) {
            Ok(remark) => return (Found::Yes, vec![remark]),
            Err(remark) => obstacles.push(remark),
        }
    }
    (Found::No, obstacles)
}

fn granted_at(service: &TrustService, at: Timestamp) -> Result<Remark, Remark> {
    let name = || service.name.clone();
    let period = service.status_at(at).ok_or_else(|| Remark::NotListedYet { service: name(), at })?;
    if let Some(extension) = period.extensions.unknown_critical.first() {
        return Err(Remark::UnknownCriticalExtension { service: name(), extension: extension.clone() });
    }
    if period.service_type != TSA_QTST {
        return Err(Remark::OtherType { service: name(), service_type: period.service_type.clone() });
    }
    let (status, since) = (period.status.0.clone(), period.since);
    if is_granted(&status, Era::of(since)) {
        Ok(Remark::Granted { service: name(), status, since })
    } else {
        Err(Remark::NotGranted { service: name(), status, since })
    }
}
