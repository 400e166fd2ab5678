//! What one file lacks, looked up and asked for on a thread of its own: servers may take their time.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::thread;

use super::judging::Judge;
use super::{Message, Request, Ticket, Worker};
use crate::Timestamp;
use crate::crypto::Sha256;
use crate::dossier::{Online, Places, Setting, Unexamined, examine, questions};
use crate::gui::state::Opened;

/// What a person has agreed to: that it is asked about this file, as it was when they were told what would be asked where.
pub(in crate::gui) struct Agreed {
    pub(in crate::gui) path: PathBuf,
    pub(in crate::gui) sha256: Sha256,
}

impl Worker {
    /// Looks up what would be asked where; it comes by [`Worker::messages`], and nothing is asked.
    pub(in crate::gui) fn look_up(&self, path: PathBuf) {
        self.request(Request::LookUp(path, self.counts.ticket()));
    }

    /// Asks, and judges the file again. What becomes of it comes by [`Worker::messages`].
    pub(in crate::gui) fn ask(&self, agreed: Agreed) {
        self.request(Request::Ask(agreed, self.counts.ticket()));
    }
}

pub(super) fn look_up(path: PathBuf, setting: &Setting, out: impl FnOnce(Message)) {
    let found = questions(&path, setting);
    out(Message::Questions(path, found));
}

/// Only the clone that this thread has may use the network.
pub(super) fn ask(agreed: Agreed, ticket: Ticket, judge: &Judge) {
    let (setting, places) = (judge.setting.clone(), judge.sources.places.clone());
    let (say, counts, repaint) = (judge.say.clone(), Arc::clone(&judge.counts), Arc::clone(&judge.repaint));
    let path = agreed.path.clone();
    let spawned = thread::Builder::new().name("ask".to_owned()).spawn(move || {
        let answered = catch_unwind(AssertUnwindSafe(|| answered(&agreed, setting, places)));
        // Before it is heard: what is opened after that is judged with what came.
        counts.fetched.store(true, Ordering::Release);
        say.of(ticket, Message::Answered(agreed.path, answered.unwrap_or(Err(Unexamined::Internal))));
        repaint();
    });
    if spawned.is_err() {
        judge.say.of(ticket, Message::Answered(path, Err(Unexamined::Internal)));
        (judge.repaint)();
    }
}

fn answered(agreed: &Agreed, mut setting: Setting, places: Option<Places>) -> Result<Box<Opened>, Unexamined> {
    setting.set_time(Timestamp::now());
    // What is asked was told before.
    let online = Online::new(places, Box::new(|_, _| {})).following(Timestamp::now);
    setting.permit_network(online.only_about(agreed.sha256));
    judged(&agreed.path, &setting)
}

fn judged(path: &Path, setting: &Setting) -> Result<Box<Opened>, Unexamined> {
    let examined = examine(path, setting);
    match examined.result {
        Ok(report) => Ok(Box::new(Opened { path: examined.path, result: Ok(report) })),
        Err(reason) => Err(reason),
    }
}
