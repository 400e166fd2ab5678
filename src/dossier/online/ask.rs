//! Asking addresses, each once in a run, however many files name it and however many threads judge them.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use super::Announce;
use crate::crypto::random;
use crate::evidence::Answer;
use crate::fetch::{self, Client, FetchFault, Wanted};
use crate::limits;
use crate::pki::Certificate;
use crate::pki::bundle::read_certificates;
use crate::pki::crl::Crl;
use crate::pki::ocsp::{AnswerNonce, OcspRequest, OcspResponse};
use crate::report::{Asked, FetchResult};
use crate::verify::Unanswered;

/// Media type of an OCSP request (RFC 6960, A.1).
const OCSP_REQUEST: &str = "application/ocsp-request";

/// Asks, and remembers successes and failures.
pub(super) struct Asking {
    network: Network,
    issuers: Once<Vec<Certificate>>,
    answers: Once<Arc<Reply>>,
}

/// An answer about revocation.
#[derive(Debug)]
pub(super) struct Reply {
    pub(super) answer: Answer,
    pub(super) octets: Vec<u8>,
    /// `None` for a list.
    pub(super) nonce: Option<AnswerNonce>,
}

impl Asking {
    pub(super) fn new(client: Client, announce: Announce) -> Self {
        Self {
            network: Network { client, announce, spent: Mutex::default() },
            issuers: Once::at_most(limits::ISSUER_ADDRESSES_PER_RUN),
            answers: Once::at_most(limits::REVOCATION_QUESTIONS_PER_RUN),
        }
    }

    /// The certificates at an address that a certificate names for its issuer.
    pub(super) fn issuer(&self, url: &str, asked: &Asked) -> Result<Vec<Certificate>, FetchResult> {
        self.issuers.ask(url, || {
            let body = self.network.fetch(Some(asked), Wanted::new(url, limits::ISSUER_ANSWER_BYTES))?;
            read_certificates(&body).map_err(|_| FetchResult::NotCertificates)
        })
    }

    /// What a responder says about a certificate. Where it takes no `POST` or no nonce, it is asked by `GET` without one
    /// (RFC 5019, 5).
    pub(super) fn ocsp(&self, url: &str, one: &Unanswered, asked: &Asked) -> Result<Arc<Reply>, FetchResult> {
        self.answers.ask(&format!("{url} {}", one.certificate.sha256), || {
            let question = |nonce| OcspRequest::about(&one.certificate, &one.issuer, nonce);
            let nonce = random().map_err(|_| FetchResult::NotAsked)?;
            let posted = question(Some(nonce)).ok_or(FetchResult::NotAsked)?;
            let wanted = Wanted::new(url, limits::OCSP_ANSWER_BYTES);
            let body = self.network.fetch(Some(asked), wanted.posting(OCSP_REQUEST, &posted.der));
            let refused = match body.and_then(|body| response(body, &posted, one)) {
                Err(refused) if may_take_another_question(&refused) => refused,
                settled => return settled,
            };
            let plain = question(None).ok_or(FetchResult::NotAsked)?;
            let address = plain.address(url);
            let body = self.network.fetch(None, Wanted { url: &address, ..wanted });
            // Why the first question failed says more.
            body.and_then(|body| response(body, &plain, one)).map_err(|_| refused)
        })
    }

    /// The revocation list at an address.
    pub(super) fn crl(&self, url: &str, one: &Unanswered, asked: &Asked) -> Result<Arc<Reply>, FetchResult> {
        let reply = self.answers.ask(url, || {
            let octets = self.network.fetch(Some(asked), Wanted::new(url, limits::CRL_ANSWER_BYTES))?;
            let list = Crl::parse(&octets).map_err(|_| FetchResult::NotAnAnswer)?;
            Ok(Arc::new(Reply { answer: Answer::Crl(Arc::new(list)), octets, nonce: None }))
        })?;
        match &reply.answer {
            Answer::Crl(list) if list.issuer.same(&one.certificate.issuer) => Ok(reply),
            Answer::Crl(_) | Answer::Ocsp(_) => Err(FetchResult::NotAbout),
        }
    }
}

/// An OCSP response, if it answers this question and nobody else's. Who signed it is for the evidence to say.
fn response(octets: Vec<u8>, question: &OcspRequest, one: &Unanswered) -> Result<Arc<Reply>, FetchResult> {
    let response = OcspResponse::parse(&octets).map_err(|refused| match refused.error_status {
        Some(status) => FetchResult::ResponderError { status },
        None => FetchResult::NotAnAnswer,
    })?;
    if response.about(&one.certificate, &one.issuer).is_empty() {
        return Err(FetchResult::NotAbout);
    }
    let nonce = question.nonce_of(&response);
    if nonce == AnswerNonce::Other {
        return Err(FetchResult::OtherNonce);
    }
    Ok(Arc::new(Reply { answer: Answer::Ocsp(Arc::new(response)), octets, nonce: Some(nonce) }))
}

/// Whether a responder may merely dislike how it was asked. One that is silent or sends us elsewhere is not asked again.
fn may_take_another_question(refused: &FetchResult) -> bool {
    matches!(refused, FetchResult::Status { .. } | FetchResult::NotAnAnswer | FetchResult::ResponderError { .. })
}

/// What was answered to each question.
struct Once<T> {
    most: usize,
    asked: Mutex<HashMap<String, Place<T>>>,
}

/// Where the answer to one question will be.
type Place<T> = Arc<OnceLock<Result<T, FetchResult>>>;

impl<T: Clone> Once<T> {
    fn at_most(most: usize) -> Self {
        Self { most, asked: Mutex::default() }
    }

    /// Whoever asks what is being asked waits for that answer.
    fn ask(&self, question: &str, fetch: impl FnOnce() -> Result<T, FetchResult>) -> Result<T, FetchResult> {
        let place = {
            let mut asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
            if !asked.contains_key(question) && asked.len() >= self.most {
                return Err(FetchResult::NotAsked);
            }
            Arc::clone(asked.entry(question.to_owned()).or_default())
        };
        place.get_or_init(fetch).clone()
    }
}

/// The client, with what was spent.
struct Network {
    client: Client,
    announce: Announce,
    /// For each host; the empty name is for all of them.
    spent: Mutex<HashMap<String, Spent>>,
}

/// What answers took.
#[derive(Clone, Copy, Default)]
struct Spent {
    time: Duration,
    octets: usize,
}

impl Network {
    /// Octets of an address, within what this host and this run may still take. `asked` is announced beforehand.
    fn fetch(&self, asked: Option<&Asked>, wanted: Wanted<'_>) -> Result<Vec<u8>, FetchResult> {
        let host = host(wanted.url);
        let (of_host, of_run) = (self.spent(&host), self.spent(""));
        let left = limits::REVOCATION_HOST_BYTES.saturating_sub(of_host.octets);
        let left = left.min(limits::REVOCATION_RUN_BYTES.saturating_sub(of_run.octets));
        if of_host.time >= Duration::from_secs(limits::ISSUER_HOST_SECONDS) || left == 0 {
            return Err(FetchResult::NotAsked);
        }
        if let Some(asked) = asked {
            (self.announce)(asked, wanted.url);
        }
        let started = Instant::now();
        let limit = wanted.limit.min(left);
        let answer = self.client.fetch(Wanted { limit, ..wanted });
        let octets = match &answer {
            Ok(fetch::Answer::Found { body, .. }) => body.len(),
            Err(FetchFault::TooLarge { .. }) => limit,
            Ok(fetch::Answer::NotModified) | Err(_) => 0,
        };
        self.spend(&[&host, ""], Spent { time: started.elapsed(), octets });
        match answer {
            Ok(fetch::Answer::Found { body, .. }) => Ok(body),
            Ok(fetch::Answer::NotModified) => Err(FetchResult::Status { status: 304 }),
            Err(fault) => Err(result(&fault)),
        }
    }

    fn spent(&self, name: &str) -> Spent {
        self.spent.lock().unwrap_or_else(PoisonError::into_inner).get(name).copied().unwrap_or_default()
    }

    fn spend(&self, names: &[&str], more: Spent) {
        let mut all = self.spent.lock().unwrap_or_else(PoisonError::into_inner);
        for name in names {
            let spent = all.entry((*name).to_owned()).or_default();
            spent.time = spent.time.saturating_add(more.time);
            spent.octets = spent.octets.saturating_add(more.octets);
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
