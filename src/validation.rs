//! From facts to a conclusion (ETSI EN 319 102-1): the only place that says "acceptable".

mod cause;
mod conclusion;
mod policy;
mod process;

pub use cause::{Cause, Unjudged};
pub use conclusion::{Check, CheckId, Conclusion, Doubt, Failure, Indication, Outcome};
pub use policy::{Policy, PolicyError};
pub use process::{best_path, is_listed, judge, judge_timestamp};
