//! What was asked of the network, in words.

use super::{Filled, Words};
use crate::report::{FetchResult, Fetched};

impl Words {
    /// One line on an address that was asked for a missing issuer.
    #[must_use]
    pub fn fetched(&self, fetched: &Fetched) -> String {
        let filled = match &fetched.result {
            FetchResult::Accepted { name, .. } => Filled::new("report-fetched-accepted").with("name", name),
            other => Filled::new("report-fetched-refused")
                .with("issuer", &fetched.issuer)
                .with("reason", &self.fill(&refusal(other))),
        };
        self.fill(&filled.with("url", &fetched.url))
    }
}

/// Why nothing was taken from an address.
fn refusal(result: &FetchResult) -> Filled {
    match result {
        FetchResult::Status { status } => Filled::new("trust-fault-status").with("status", &status.to_string()),
        FetchResult::NotTheIssuer => Filled::new("report-fetched-not-the-issuer"),
        FetchResult::NotCertificates => Filled::new("report-fetched-not-certificates"),
        FetchResult::BadAddress => Filled::new("trust-fault-address"),
        FetchResult::NotPublic => Filled::new("trust-fault-not-public"),
        FetchResult::TooLarge => Filled::new("trust-fault-too-large"),
        FetchResult::TimedOut => Filled::new("trust-fault-timed-out"),
        FetchResult::Redirects => Filled::new("trust-fault-redirects"),
        FetchResult::Connection => Filled::new("report-fetched-connection"),
        FetchResult::NotAsked => Filled::new("report-fetched-not-asked"),
        FetchResult::Accepted { .. } | FetchResult::NotListed { .. } => Filled::new("report-fetched-not-listed"),
    }
}
