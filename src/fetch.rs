//! The only module that opens sockets, and only the feature `online` builds it. Whoever calls it was asked to by the reader.
//!
//! What comes over a network is believed for nothing by that: lists, certificates and revocation answers are signed, and
//! their signatures decide. TLS trusts what the system trusts, so that the filtering proxies of schools work.

use std::sync::Arc;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use ureq::tls::{RootCerts, TlsConfig, TlsProvider};

use crate::limits;

/// How long to wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// For a connection.
    pub connect: Duration,
    /// For a whole answer.
    pub whole: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { connect: Duration::from_secs(10), whole: Duration::from_secs(60) }
    }
}

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'u> {
    /// The address; `http` or `https`.
    pub url: &'u str,
    /// ETag of the answer at hand.
    pub etag: Option<&'u str>,
    /// Last-Modified of the answer at hand.
    pub last_modified: Option<&'u str>,
    /// The most octets that are read.
    pub limit: usize,
}

impl<'u> Wanted<'u> {
    /// An address with nothing at hand.
    #[must_use]
    pub fn new(url: &'u str, limit: usize) -> Self {
        Self { url, etag: None, last_modified: None, limit }
    }
}

/// What was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// What is at hand is still right.
    NotModified,
    /// Octets.
    Found {
        /// The octets.
        body: Vec<u8>,
        /// ETag.
        etag: Option<String>,
        /// Last-Modified.
        last_modified: Option<String>,
    },
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(tag = "fault", rename_all = "kebab-case")]
pub enum FetchFault {
    /// The address is none, or of another kind than `http` and `https`.
    #[error("the address cannot be used")]
    Address,
    /// The server answered with another status than success.
    #[error("the server answered with status {status}")]
    Status {
        /// HTTP status code.
        status: u16,
    },
    /// The answer is larger than anything of its kind.
    #[error("the answer is larger than {limit} octets")]
    TooLarge {
        /// The limit, octets.
        limit: usize,
    },
    /// It took too long.
    #[error("there was no answer in time")]
    TimedOut,
    /// The server sent us on and on.
    #[error("the server redirects too often")]
    Redirects,
    /// No connection, or one that broke.
    #[error("no connection: {detail}")]
    Connection {
        /// In the words of the system.
        detail: String,
    },
}

/// Asks servers.
#[derive(Clone, Debug)]
pub struct Client {
    agent: ureq::Agent,
}

impl Client {
    /// A client that waits so long. The system's proxy is used.
    #[must_use]
    pub fn new(patience: Patience) -> Self {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let tls = TlsConfig::builder()
            .provider(TlsProvider::Rustls)
            .root_certs(RootCerts::PlatformVerifier)
            .unversioned_rustls_crypto_provider(provider)
            .build();
        let config = ureq::Agent::config_builder()
            .tls_config(tls)
            .timeout_connect(Some(patience.connect))
            .timeout_global(Some(patience.whole))
            .max_redirects(limits::REDIRECTS)
            .http_status_as_error(false)
            .user_agent(concat!("zimogs/", env!("CARGO_PKG_VERSION")))
            .build();
        Self { agent: config.into() }
    }

    /// Fetches an address.
    ///
    /// # Errors
    /// [`FetchFault`].
    pub fn fetch(&self, wanted: Wanted<'_>) -> Result<Answer, FetchFault> {
        if !["https://", "http://"].iter().any(|scheme| wanted.url.starts_with(scheme)) {
            return Err(FetchFault::Address);
        }
        let mut request = self.agent.get(wanted.url);
        for (name, value) in [("If-None-Match", wanted.etag), ("If-Modified-Since", wanted.last_modified)] {
            if let Some(value) = value {
                request = request.header(name, value);
            }
        }
        let mut response = request.call().map_err(|error| fault(&error))?;
        let header = |name: &str| response.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
        let (etag, last_modified) = (header("ETag"), header("Last-Modified"));
        match response.status().as_u16() {
            200 => {}
            304 if wanted.etag.is_some() || wanted.last_modified.is_some() => return Ok(Answer::NotModified),
            status => return Err(FetchFault::Status { status }),
        }
        let limit = u64::try_from(wanted.limit).unwrap_or(u64::MAX);
        let body = response.body_mut().with_config().limit(limit).read_to_vec().map_err(|error| fault(&error))?;
        Ok(Answer::Found { body, etag, last_modified })
    }
}

fn fault(error: &ureq::Error) -> FetchFault {
    match error {
        ureq::Error::StatusCode(status) => FetchFault::Status { status: *status },
        ureq::Error::BadUri(_) | ureq::Error::Http(_) => FetchFault::Address,
        ureq::Error::Timeout(_) => FetchFault::TimedOut,
        ureq::Error::BodyExceedsLimit(limit) => {
            FetchFault::TooLarge { limit: usize::try_from(*limit).unwrap_or(usize::MAX) }
        }
        ureq::Error::TooManyRedirects | ureq::Error::RedirectFailed => FetchFault::Redirects,
        // A timeout while a body is read arrives as an error of reading.
        ureq::Error::Io(error) if error.kind() == std::io::ErrorKind::TimedOut => FetchFault::TimedOut,
        other => FetchFault::Connection { detail: other.to_string() },
    }
}
