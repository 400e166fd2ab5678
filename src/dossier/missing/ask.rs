//! Asking addresses, each once in a run, however many files name it and however many threads judge them.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use super::Announce;
use crate::fetch::{Answer, Client, FetchFault, Wanted};
use crate::limits;
use crate::pki::Certificate;
use crate::pki::bundle::read_certificates;
use crate::report::FetchResult;

/// Certificates of an address, or why there are none.
type Answered = Result<Vec<Certificate>, FetchResult>;

/// Asks, and remembers successes and failures.
pub(super) struct Asking {
    client: Client,
    announce: Announce,
    asked: Mutex<HashMap<String, Arc<OnceLock<Answered>>>>,
    /// Time that answers of a host took.
    hosts: Mutex<HashMap<String, Duration>>,
}

impl Asking {
    pub(super) fn new(client: Client, announce: Announce) -> Self {
        Self { client, announce, asked: Mutex::default(), hosts: Mutex::default() }
    }

    /// What an address answers. Whoever asks for an address that is being asked waits for that answer.
    pub(super) fn ask(&self, url: &str) -> Answered {
        let place = {
            let mut asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
            if !asked.contains_key(url) && asked.len() >= limits::ISSUER_ADDRESSES_PER_RUN {
                return Err(FetchResult::NotAsked);
            }
            Arc::clone(asked.entry(url.to_owned()).or_default())
        };
        place.get_or_init(|| self.fetch(url)).clone()
    }

    fn fetch(&self, url: &str) -> Answered {
        let host = host(url);
        let spent = self.hosts.lock().unwrap_or_else(PoisonError::into_inner).get(&host).copied().unwrap_or_default();
        if spent >= Duration::from_secs(limits::ISSUER_HOST_SECONDS) {
            return Err(FetchResult::NotAsked);
        }
        (self.announce)(url);
        let started = Instant::now();
        let answer = self.client.fetch(Wanted::new(url, limits::ISSUER_ANSWER_BYTES));
        let mut hosts = self.hosts.lock().unwrap_or_else(PoisonError::into_inner);
        let spent = hosts.entry(host).or_default();
        *spent = spent.saturating_add(started.elapsed());
        drop(hosts);
        match answer {
            Ok(Answer::Found { body, .. }) => read_certificates(&body).map_err(|_| FetchResult::NotCertificates),
            Ok(Answer::NotModified) => Err(FetchResult::Status { status: 304 }),
            Err(fault) => Err(result(&fault)),
        }
    }
}

fn result(fault: &FetchFault) -> FetchResult {
    match fault {
        FetchFault::Address => FetchResult::BadAddress,
        FetchFault::NotPublic => FetchResult::NotPublic,
        FetchFault::Status { status } => FetchResult::Status { status: *status },
        FetchFault::TooLarge { .. } => FetchResult::TooLarge,
        FetchFault::TimedOut => FetchResult::TimedOut,
        FetchFault::Redirects => FetchResult::Redirects,
        // The system's own words would differ from computer to computer; the code does not.
        FetchFault::Connection { .. } => FetchResult::Connection,
    }
}

/// Scheme, host and port: enough to tell servers apart.
fn host(url: &str) -> String {
    url.split('/').take(3).collect::<Vec<_>>().join("/").to_ascii_lowercase()
}
