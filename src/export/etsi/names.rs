//! Identifiers of the report: those of ETSI TS 119 102-2, those of DSS where the standard names none, and ours.

use crate::qualification::SignatureQualification;
use crate::validation::{Doubt, Failure, Indication, Outcome};

pub(super) const REPORT: &str = "http://uri.etsi.org/19102/v1.4.1#";
pub(super) const XMLDSIG: &str = "http://www.w3.org/2000/09/xmldsig#";
pub(super) const XADES: &str = "http://uri.etsi.org/01903/v1.3.2#";
pub(super) const TRUSTED_LIST: &str = "http://uri.etsi.org/02231/v2#";
pub(super) const SHA256: &str = "http://www.w3.org/2001/04/xmlenc#sha256";
/// EN 319 102-1, 5.6: every signature is judged with all its evidence.
pub(super) const PROCESS: &str = "urn:etsi:019102:validationprocess:LTA";
pub(super) const PROOF_BY_VALIDATION: &str = "urn:etsi:019102:poetype:validation";
pub(super) const APPLIED: &str = "urn:etsi:019102:constraintStatus:applied";
pub(super) const DISABLED: &str = "urn:etsi:019102:constraintStatus:disabled";
/// What begins our own identifiers: not registered, and marked so.
pub(super) const OURS: &str = "urn:x-zimogs:";
const MAIN: &str = "urn:etsi:019102:mainindication:";
const SUB: &str = "urn:etsi:019102:subindication:";
const QUALIFICATION: &str = "urn:cef:dss:signatureQualification:";

/// MainIndication of a signature (clause 4.3.4.2).
pub(super) fn of_signature(indication: Indication) -> String {
    let word = match indication {
        Indication::TotalPassed => "total-passed",
        Indication::TotalFailed(_) => "total-failed",
        Indication::Indeterminate(_) => "indeterminate",
    };
    format!("{MAIN}{word}")
}

/// The same of a constraint.
pub(super) fn of_outcome(outcome: Outcome) -> Option<String> {
    let word = match outcome {
        Outcome::Passed => "passed",
        Outcome::Failed => "failed",
        Outcome::Unknown => "indeterminate",
        Outcome::Skipped => return None,
    };
    Some(format!("{MAIN}{word}"))
}

/// The same of an object that was validated: a time-stamp.
pub(super) fn of_object(indication: Indication) -> String {
    let word = match indication {
        Indication::TotalPassed => "passed",
        Indication::TotalFailed(_) => "failed",
        Indication::Indeterminate(_) => "indeterminate",
    };
    format!("{MAIN}{word}")
}

/// SubIndication (clause 4.3.4.3); none where everything passed.
pub(super) fn sub_indication(indication: Indication) -> Option<String> {
    let word = match indication {
        Indication::TotalPassed => return None,
        Indication::TotalFailed(failure) => code::<Failure>(&failure),
        Indication::Indeterminate(doubt) => code::<Doubt>(&doubt),
    };
    Some(format!("{SUB}{word}"))
}

/// A code as the JSON has it.
pub(super) fn code<T: serde::Serialize>(value: &T) -> String {
    let value = serde_json::to_value(value).unwrap_or_default();
    value.as_str().map(str::to_owned).unwrap_or_else(|| value.to_string())
}

/// SignatureQualityInformation, by the names of DSS: the standard leaves them open.
pub(super) fn qualification(qualification: SignatureQualification) -> String {
    use SignatureQualification as Level;
    let word = match qualification {
        Level::QESig => "QESig",
        Level::QESeal => "QESeal",
        Level::UnknownQcQscd => "UnknownQCwithQSCD",
        Level::AdESigQc => "AdESigQC",
        Level::AdESealQc => "AdESealQC",
        Level::UnknownQc => "UnknownQC",
        Level::AdESig => "AdESig",
        Level::AdESeal => "AdESeal",
        Level::Unknown => "Unknown",
        Level::IndeterminateQESig => "indeterminateQESig",
        Level::IndeterminateQESeal => "indeterminateQESeal",
        Level::IndeterminateUnknownQcQscd => "indeterminateUnknownQCwithQSCD",
        Level::IndeterminateAdESigQc => "indeterminateAdESigQC",
        Level::IndeterminateAdESealQc => "indeterminateAdESealQC",
        Level::IndeterminateUnknownQc => "indeterminateUnknownQC",
        Level::IndeterminateAdESig => "indeterminateAdESig",
        Level::IndeterminateAdESeal => "indeterminateAdESeal",
        Level::IndeterminateUnknown => "indeterminateUnknown",
        Level::NotAdesButQcWithQscd => "notAdESbutQCwithQSCD",
        Level::NotAdesButQc => "notAdESbutQC",
        Level::NotAdes => "notAdES",
        Level::Na => "notApplicable",
    };
    format!("{QUALIFICATION}{word}")
}

/// The identifier of rules: their name may hold anything, an address may not.
pub(super) fn policy(id: &str, version: u32) -> String {
    let mut out = format!("{OURS}policy:");
    for byte in id.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    format!("{out}:{version}")
}
