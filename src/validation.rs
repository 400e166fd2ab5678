//! From facts to a conclusion (ETSI EN 319 102-1): the only place that says "acceptable".

mod cause;
mod conclusion;
mod level;
mod policy;
mod process;

pub use cause::{AnswerFault, Cause, Use};
pub use conclusion::{
    AnswerConclusion, Check, CheckId, Conclusion, Doubt, Failure, Indication, Outcome, ProvenBy, ProvenTime,
    StampConclusion,
};
pub use level::{EvidenceLevel, evidence_level};
pub use policy::{
    AlgorithmTable, Constraints, DocumentWord, EarlyAnswer, Ignored, Lifetime, Policy, PolicyError, Weight,
};
pub use process::judge;
