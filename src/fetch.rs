//! The only module that opens sockets, and only the feature `online` builds it. Whoever calls it was asked to by the reader.
//!
//! What comes over a network is believed for nothing by that: lists, certificates and revocation answers are signed, and
//! their signatures decide. TLS trusts what the system trusts, so that the filtering proxies of schools work.

mod reach;

use std::sync::Arc;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};
use ureq::config::Config;
use ureq::http::Uri;
use ureq::tls::{RootCerts, TlsConfig, TlsProvider};
use ureq::unversioned::resolver::DefaultResolver;
use ureq::unversioned::transport::DefaultConnector;

pub use reach::Reach;
use reach::{NotPublic, PublicOnly, may_be_public};

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
    /// What is sent along; without it nothing is, and the address is asked by `GET`.
    pub posted: Option<Posted<'u>>,
    /// The most octets that are read.
    pub limit: usize,
}

/// What is sent by `POST`.
#[derive(Clone, Copy, Debug)]
pub struct Posted<'u> {
    /// Its media type.
    pub media_type: &'u str,
    /// The octets.
    pub octets: &'u [u8],
}

impl<'u> Wanted<'u> {
    /// An address with nothing at hand.
    #[must_use]
    pub fn new(url: &'u str, limit: usize) -> Self {
        Self { url, etag: None, last_modified: None, posted: None, limit }
    }

    /// The same, asked by `POST`.
    #[must_use]
    pub fn posting(self, media_type: &'u str, octets: &'u [u8]) -> Self {
        Self { posted: Some(Posted { media_type, octets }), ..self }
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
    /// The address is not one of the public network, and a client for addresses out of files goes nowhere else.
    #[error("the address is not one of the public network")]
    NotPublic,
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
    /// The server sent us on and on, back from `https` to `http`, or out of the web.
    #[error("the server redirects too often, or where nobody goes")]
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
    reach: Reach,
    patience: Patience,
}

impl Client {
    /// A client that waits so long and goes wherever an address leads. The system's proxy is used.
    #[must_use]
    pub fn new(patience: Patience) -> Self {
        Self::reaching(Reach::Anywhere, patience)
    }

    /// A client that waits so long and goes no further than `reach`. The system's proxy is used.
    #[must_use]
    pub fn reaching(reach: Reach, patience: Patience) -> Self {
        let (config, connector) = (config(patience), DefaultConnector::default());
        let agent = match reach {
            Reach::Anywhere => ureq::Agent::with_parts(config, connector, DefaultResolver::default()),
            Reach::Public => ureq::Agent::with_parts(config, connector, PublicOnly::default()),
        };
        Self { agent, reach, patience }
    }

    /// Fetches an address. Redirections are followed to `http` and `https` only, never from `https` back to `http`, and
    /// each is held to the client's reach like the first address. What is posted is posted there again, but after “see
    /// other”, which asks for something else.
    ///
    /// # Errors
    /// [`FetchFault`].
    pub fn fetch(&self, wanted: Wanted<'_>) -> Result<Answer, FetchFault> {
        let started = Instant::now();
        let mut uri: Uri = wanted.url.parse().map_err(|_| FetchFault::Address)?;
        for _ in 0..=limits::REDIRECTS {
            self.check(&uri)?;
            let left = self.patience.whole.checked_sub(started.elapsed()).ok_or(FetchFault::TimedOut)?;
            let mut response = self.ask(&uri, wanted, left)?;
            let header =
                |name: &str| response.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
            let (etag, last_modified) = (header("ETag"), header("Last-Modified"));
            match (response.status().as_u16(), header("Location")) {
                (200, _) => {
                    let limit = u64::try_from(wanted.limit).unwrap_or(u64::MAX);
                    let body = response.body_mut().with_config().limit(limit).read_to_vec();
                    return body.map(|body| Answer::Found { body, etag, last_modified }).map_err(|error| fault(&error));
                }
                (304, _) if wanted.etag.is_some() || wanted.last_modified.is_some() => return Ok(Answer::NotModified),
                (303, Some(_)) if wanted.posted.is_some() => return Err(FetchFault::Redirects),
                (301..=303 | 307 | 308, Some(location)) => {
                    let next = resolve(&uri, &location).ok_or(FetchFault::Redirects)?;
                    let onwards = match next.scheme_str() {
                        Some("https") => true,
                        Some("http") => uri.scheme_str() == Some("http"),
                        _ => false,
                    };
                    if !onwards {
                        return Err(FetchFault::Redirects);
                    }
                    uri = next;
                }
                (status, _) => return Err(FetchFault::Status { status }),
            }
        }
        Err(FetchFault::Redirects)
    }

    /// Whether this client goes there at all.
    fn check(&self, uri: &Uri) -> Result<(), FetchFault> {
        if !matches!(uri.scheme_str(), Some("http" | "https")) || uri.host().is_none_or(str::is_empty) {
            return Err(FetchFault::Address);
        }
        if self.reach == Reach::Public && !may_be_public(uri) { Err(FetchFault::NotPublic) } else { Ok(()) }
    }

    fn ask(
        &self,
        uri: &Uri,
        wanted: Wanted<'_>,
        left: Duration,
    ) -> Result<ureq::http::Response<ureq::Body>, FetchFault> {
        let asked = match wanted.posted {
            Some(Posted { media_type, octets }) => {
                let request = self.agent.post(uri).config().timeout_global(Some(left)).build();
                request.header("Content-Type", media_type).send(octets)
            }
            None => {
                let mut request = self.agent.get(uri).config().timeout_global(Some(left)).build();
                for (name, value) in [("If-None-Match", wanted.etag), ("If-Modified-Since", wanted.last_modified)] {
                    if let Some(value) = value {
                        request = request.header(name, value);
                    }
                }
                request.call()
            }
        };
        asked.map_err(|error| fault(&error))
    }
}

fn config(patience: Patience) -> Config {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let tls = TlsConfig::builder()
        .provider(TlsProvider::Rustls)
        .root_certs(RootCerts::PlatformVerifier)
        .unversioned_rustls_crypto_provider(provider)
        .build();
    ureq::Agent::config_builder()
        .tls_config(tls)
        .timeout_connect(Some(patience.connect))
        // Followed by ourselves, so that every address on the way is looked at.
        .max_redirects(0)
        .http_status_as_error(false)
        .user_agent(concat!("zimogs/", env!("CARGO_PKG_VERSION")))
        .build()
}

/// What a Location means at an address (RFC 9110, 10.2.2; RFC 3986, 5.2 without dot segments, which servers remove).
fn resolve(base: &Uri, location: &str) -> Option<Uri> {
    let location = location.split('#').next().unwrap_or_default();
    let (scheme, authority) = (base.scheme_str()?, base.authority()?);
    let text = if location.contains("://") {
        location.to_owned()
    } else if location.starts_with("//") {
        format!("{scheme}:{location}")
    } else if location.starts_with('/') {
        format!("{scheme}://{authority}{location}")
    } else {
        let folder = base.path().rsplit_once('/').map_or("", |(folder, _)| folder);
        format!("{scheme}://{authority}{folder}/{location}")
    };
    text.parse().ok()
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
        ureq::Error::Other(error) if error.is::<NotPublic>() => FetchFault::NotPublic,
        other => FetchFault::Connection { detail: other.to_string() },
    }
}

#[cfg(test)]
mod tests {
    use super::{Client, FetchFault, Patience, Reach, Wanted, resolve};

    #[test]
    fn a_location_is_read_where_it_stands() {
        let at = |location: &str| {
            resolve(&"http://a.example/b/c?d".parse().unwrap(), location).map(|uri| uri.to_string()).unwrap_or_default()
        };
        assert_eq!(at("https://e.example/f#g"), "https://e.example/f");
        assert_eq!(at("//e.example/f"), "http://e.example/f");
        assert_eq!(at("/f"), "http://a.example/f");
        assert_eq!(at("f"), "http://a.example/b/f");
        assert_eq!(at("http://"), "");
    }

    #[test]
    fn addresses_out_of_files_lead_to_no_neighbour() {
        let client = Client::reaching(Reach::Public, Patience::default());
        let asked = |url: &str| client.fetch(Wanted::new(url, 1));
        assert_eq!(asked("http://127.0.0.1:9/"), Err(FetchFault::NotPublic));
        assert_eq!(asked("http://[::1]:9/"), Err(FetchFault::NotPublic));
        assert_eq!(asked("http://localhost:9/"), Err(FetchFault::NotPublic));
        assert_eq!(asked("ldap://a.example/"), Err(FetchFault::Address));
        assert_eq!(asked("file:///etc/passwd"), Err(FetchFault::Address));
        assert_eq!(asked("a.crt"), Err(FetchFault::Address));
    }
}
