//! The thread that judges: one request after the other, so that what it says is in the order of what it did.

use std::path::PathBuf;
use std::sync::Arc;
#[cfg(feature = "online")]
use std::sync::atomic::Ordering;

use super::{Counts, Errand, Message, Repaint, Request, Say, Ticket};
use crate::Timestamp;
use crate::dossier::{Examined, Jobs, Setting, Unexamined, examine_all, expand_some};
use crate::gui::sources::Sources;
use crate::gui::state::Opened;
use crate::limits;

/// Files judged between two messages: small, so that the list fills while it works.
const BATCH: usize = 8;

/// What that thread has.
pub(super) struct Judge {
    pub(super) sources: Arc<Sources>,
    pub(super) setting: Setting,
    pub(super) say: Say,
    pub(super) counts: Arc<Counts>,
    /// For what deserves a frame at once, and for what can wait for one.
    pub(super) repaint: Repaint,
    pub(super) soon: Repaint,
}

impl Judge {
    /// Carries out one request.
    pub(super) fn carry_out(&mut self, request: Request) {
        #[cfg(feature = "online")]
        self.take_fetched();
        self.setting.set_time(Timestamp::now());
        match request {
            Request::Open(paths, ticket) => self.judge(expand_some(&paths, limits::WINDOW_FILES), Errand::Open, ticket),
            // Those are files that were found before, however many they are.
            Request::Again(paths, ticket) => self.judge(paths.into_iter().map(Ok).collect(), Errand::Again, ticket),
            Request::Reread => self.read_again(),
            #[cfg(feature = "online")]
            Request::LookUp(path, ticket) => {
                super::asking::look_up(path, &self.setting, |message| self.say.of(ticket, message));
                (self.repaint)();
            }
            #[cfg(feature = "online")]
            Request::Ask(question, ticket) => super::asking::ask(question, ticket, self),
        }
    }

    /// What an asking has brought since counts for every file, so that one that is opened again keeps its verdict.
    #[cfg(feature = "online")]
    fn take_fetched(&mut self) {
        let new = self.counts.fetched.swap(false, Ordering::AcqRel);
        if let Some(places) = self.sources.places.as_ref().filter(|_| new) {
            self.setting.use_fetched(places);
        }
    }

    /// What cannot be read again leaves what was read before.
    fn read_again(&mut self) {
        self.say.say(match self.sources.read(Timestamp::now()) {
            Ok((new, facts)) => {
                self.setting = new;
                Message::Trust(Box::new(facts))
            }
            Err(error) => Message::NotReadAgain(error.to_string()),
        });
        (self.repaint)();
    }

    fn judge(&self, found: Vec<Result<PathBuf, (PathBuf, Unexamined)>>, errand: Errand, ticket: Ticket) {
        let out = |message| self.say.of(ticket, message);
        out(Message::Expected(found.len(), errand));
        (self.repaint)();
        let done = |examined: Examined| out(Message::Done(Box::new(Opened::from(examined))));
        let mut files = Vec::new();
        for one in found {
            match one {
                Ok(path) => files.push(path),
                Err((path, reason)) => done(Examined { path, result: Err(reason) }),
            }
        }
        let mut left = files.len();
        for batch in files.chunks(BATCH) {
            if self.counts.ends(errand, ticket) {
                out(Message::Stopped(left));
                break;
            }
            let is_first = left == files.len();
            left = left.saturating_sub(batch.len());
            examine_all(batch, &self.setting, Jobs::All).into_iter().for_each(done);
            if is_first { (self.repaint)() } else { (self.soon)() }
        }
        (self.repaint)();
    }
}
