//! What is missing for a verdict, asked for over the network: feature `online`, and only where the reader permits it.
//!
//! 1. a file is judged by what is at hand: its own evidence, then answers kept from earlier runs;
//! 2. missing issuers are asked for, and the file is judged again with those that lead to a listed service;
//! 3. answers about revocation are asked for where their absence decides a signature, and the file is judged again.
//!
//! Nothing of a document is sent: addresses of issuers and lists are asked for by `GET`, without more; a responder is
//! told the number of the certificate and digests that name its issuer.

mod answers;
mod ask;
mod issuers;
mod questions;

pub use questions::{Lack, Question, Questions, questions};

use std::borrow::Cow;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use ask::{Asking, Reply};

use super::{Places, Setting, judge_with_kept};
use crate::Timestamp;
use crate::crypto::Sha256;
use crate::fetch::{Client, Patience, Reach};
use crate::limits;
use crate::pki::Certificate;
use crate::report::{Asked, Circumstances};
use crate::verify::{Error, Input, Judgement};

/// Is told what is asked for at which address, beforehand.
pub type Announce = Box<dyn Fn(&Asked, &str) + Send + Sync>;

/// Asks for what is missing. Shared by all files of a run.
#[derive(Clone)]
pub struct Online {
    asking: Arc<Asking>,
    places: Option<Places>,
    clock: Option<fn() -> Timestamp>,
    /// The file that may be asked about; `None`: any.
    about: Option<Sha256>,
    /// Digests of what was kept in this run. One thread at a time writes.
    kept: Arc<Mutex<Vec<Sha256>>>,
    tidied: Arc<AtomicBool>,
}

impl std::fmt::Debug for Online {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Online").field("places", &self.places).finish_non_exhaustive()
    }
}

impl Online {
    /// Asks on the public network, and keeps at `places` what is worth it.
    #[must_use]
    pub fn new(places: Option<Places>, announce: Announce) -> Self {
        let whole = Duration::from_secs(limits::ISSUER_PATIENCE_SECONDS);
        Self::asking_by(Client::reaching(Reach::Public, Patience { connect: whole, whole }), places, announce)
    }

    /// The same with another client, which decides how far addresses may lead.
    #[must_use]
    pub fn asking_by(client: Client, places: Option<Places>, announce: Announce) -> Self {
        Self {
            asking: Arc::new(Asking::new(client, announce)),
            places,
            clock: None,
            about: None,
            kept: Arc::default(),
            tidied: Arc::default(),
        }
    }

    /// The same for judging by the clock: an answer is younger than the moment at which the run began, and would be
    /// refused as from the future.
    #[must_use]
    pub fn following(self, clock: fn() -> Timestamp) -> Self {
        Self { clock: Some(clock), ..self }
    }

    /// The same for the file with this digest alone: where another one has come into its place, nothing is asked.
    #[must_use]
    pub fn only_about(self, sha256: Sha256) -> Self {
        Self { about: Some(sha256), ..self }
    }

    /// Judges one file, and judges it again where something was found that was missing.
    pub(super) fn gather(&self, input: &Input<'_>, setting: &Setting) -> Result<Judgement, Error> {
        let circumstances = setting.circumstances();
        let (mut judgement, mut brought) = judge_with_kept(input, &circumstances, setting)?;
        if self.about.is_some_and(|about| judgement.report.file.sha256 != Some(about)) {
            return Ok(judgement);
        }
        let found = issuers::look_for(&judgement.open_ends, &self.asking, circumstances.trust);
        let mut fetched = found.fetched;
        let mut trust = Cow::Borrowed(circumstances.trust);
        for certificate in found.accepted {
            self.keep_certificate(&certificate);
            trust.to_mut().add_certificate(certificate);
        }
        let mut circumstances = Circumstances { trust: &trust, ..circumstances };
        if matches!(trust, Cow::Owned(_)) {
            (judgement, brought) = judge_with_kept(input, &circumstances, setting)?;
        }
        let mut search = answers::Search::new(self, brought);
        let mut judgement = search.answer(input, &mut circumstances, judgement)?;
        fetched.extend(search.into_fetched());
        judgement.facts = judgement.facts.with_fetched(fetched.clone());
        judgement.report.fetched = fetched;
        Ok(judgement)
    }

    /// The time to judge for once more was asked; never earlier than before.
    fn now(&self, at: Timestamp) -> Timestamp {
        self.clock.map_or(at, |clock| clock().max(at))
    }

    fn keep_certificate(&self, certificate: &Certificate) {
        self.keep(certificate.sha256, |places| places.certificates().keep(certificate));
    }

    fn keep_answer(&self, reply: &Reply, at: Timestamp) {
        self.keep(reply.answer.sha256(), |places| {
            let folder = places.answers();
            if !self.tidied.swap(true, Ordering::Relaxed) {
                folder.tidy(at);
            }
            folder.keep(&reply.answer, &reply.octets)
        });
    }

    /// Keeps something once in a run.
    fn keep(&self, sha256: Sha256, write: impl FnOnce(&Places) -> std::io::Result<()>) {
        let Some(places) = &self.places else { return };
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if !kept.contains(&sha256) {
            kept.push(sha256);
            // What could not be kept is asked for again by the next run: slower, and the same answers.
            let _ = write(places);
        }
    }
}
