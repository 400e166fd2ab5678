//! Fetching lists on a thread of its own.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use super::{Message, Repaint, Say, Worker};
use crate::Timestamp;
use crate::fetch::{Client, Patience};
use crate::gui::sources::Sources;
use crate::trust::{Update, UpdateReport, update};

impl Worker {
    /// Fetches lists into the reader's folder. What becomes of it comes by [`Worker::messages`].
    pub(in crate::gui) fn fetch(&mut self, repaint: Repaint) {
        // A flag of its own: one that still stops an earlier update must not stop this one.
        self.stop = Arc::new(AtomicBool::new(false));
        let (sources, say, stop) = (Arc::clone(&self.sources), self.say.clone(), Arc::clone(&self.stop));
        let spawned = thread::Builder::new().name("fetch".to_owned()).spawn(move || {
            let fetched = catch_unwind(AssertUnwindSafe(|| fetch(&sources, &stop, &say, repaint.as_ref())));
            say.say(Message::Fetched(fetched.ok().flatten().map(Box::new)));
            repaint();
        });
        if spawned.is_err() {
            self.say.say(Message::Fetched(None));
        }
    }

    /// Wants no more lists: those under way are finished.
    pub(in crate::gui) fn stop_fetching(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

fn fetch(sources: &Sources, stop: &AtomicBool, say: &Say, repaint: &(dyn Fn() + Send + Sync)) -> Option<UpdateReport> {
    let places = sources.places.as_ref()?;
    let request = Update {
        client: &Client::new(Patience::default()),
        pins: &sources.pins,
        folder: &places.lists(),
        countries: &[],
        at: Timestamp::now(),
        stop,
    };
    let say = Mutex::new(say.clone());
    Some(update(&request, &|progress| {
        say.lock().unwrap_or_else(PoisonError::into_inner).say(Message::Progress(progress));
        repaint();
    }))
}
