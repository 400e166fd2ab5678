//! What was asked of the network, in words.

use super::{Filled, Words};
use crate::pki::ocsp::AnswerNonce;
use crate::report::{Asked, FetchResult, Fetched};

impl Words {
    /// One line on an address that was asked.
    #[must_use]
    pub fn fetched(&self, fetched: &Fetched) -> String {
        let filled = match &fetched.result {
            FetchResult::Accepted { name, .. } => Filled::new("report-fetched-accepted").with("name", name),
            FetchResult::Answered { nonce, .. } => self.answered(&fetched.asked, *nonce),
            other => self.refused(&fetched.asked, other),
        };
        self.fill(&filled.with("url", &fetched.url))
    }

    /// One line before an address is asked.
    #[must_use]
    pub fn asking(&self, asked: &Asked, url: &str) -> String {
        let filled = match asked {
            Asked::Issuer { .. } => Filled::new("cli-online-asking"),
            Asked::Ocsp { certificate } => Filled::new("cli-online-asking-ocsp").with("certificate", certificate),
            Asked::Crl { certificate } => Filled::new("cli-online-asking-crl").with("certificate", certificate),
        };
        self.fill(&filled.with("url", url))
    }

    fn answered(&self, asked: &Asked, nonce: Option<AnswerNonce>) -> Filled {
        let certificate = subject(asked);
        let Some(nonce) = nonce else {
            return Filled::new("report-fetched-answered-crl").with("certificate", certificate);
        };
        let said = match nonce {
            AnswerNonce::Ours => "report-fetched-nonce-ours",
            AnswerNonce::Absent | AnswerNonce::Other => "report-fetched-nonce-absent",
        };
        Filled::new("report-fetched-answered-ocsp").with("certificate", certificate).with("nonce", &self.text(said))
    }

    fn refused(&self, asked: &Asked, result: &FetchResult) -> Filled {
        let filled = match asked {
            Asked::Issuer { issuer } => Filled::new("report-fetched-refused").with("issuer", issuer),
            Asked::Ocsp { .. } => Filled::new("report-fetched-refused-ocsp").with("certificate", subject(asked)),
            Asked::Crl { .. } => Filled::new("report-fetched-refused-crl").with("certificate", subject(asked)),
        };
        filled.with("reason", &self.fill(&refusal(result)))
    }
}

fn subject(asked: &Asked) -> &str {
    match asked {
        Asked::Issuer { issuer: name } | Asked::Ocsp { certificate: name } | Asked::Crl { certificate: name } => name,
    }
}

/// Why nothing was taken from an address.
fn refusal(result: &FetchResult) -> Filled {
    match result {
        FetchResult::Status { status } => Filled::new("trust-fault-status").with("status", &status.to_string()),
        FetchResult::ResponderError { status } => {
            Filled::new("report-fetched-responder-error").with("status", &status.to_string())
        }
        FetchResult::NotTheIssuer => Filled::new("report-fetched-not-the-issuer"),
        FetchResult::NotCertificates => Filled::new("report-fetched-not-certificates"),
        FetchResult::NotEnough { .. } | FetchResult::Answered { .. } => Filled::new("report-fetched-not-enough"),
        FetchResult::NotAnAnswer => Filled::new("report-fetched-not-an-answer"),
        FetchResult::OtherNonce => Filled::new("report-fetched-other-nonce"),
        FetchResult::NotAbout => Filled::new("report-fetched-not-about"),
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
