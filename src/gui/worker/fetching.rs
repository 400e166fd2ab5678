//! Fetching lists on a thread of its own.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use super::{Message, Repaint, Worker};
use crate::Timestamp;
use crate::fetch::{Client, Patience};
use crate::gui::sources::Sources;
use crate::trust::{Update, UpdateReport, update};

impl Worker {
    /// Fetches lists into the reader's folder. What becomes of it comes by [`Worker::messages`].
    pub(in crate::gui) fn fetch(&mut self, repaint: Repaint) {
        // A flag of its own: one that still stops an earlier update must not stop this one.
        self.stop = Arc::new(AtomicBool::new(false));
        let (sources, out, stop) = (Arc::clone(&self.sources), self.out.clone(), Arc::clone(&self.stop));
        let spawned = thread::Builder::new().name("fetch".to_owned()).spawn(move || {
            let fetched = catch_unwind(AssertUnwindSafe(|| fetch(&sources, &stop, &out, repaint.as_ref())));
            let _gone = out.send(Message::Fetched(fetched.ok().flatten().map(Box::new)));
            repaint();
        });
        if spawned.is_err() {
            let _gone = self.out.send(Message::Fetched(None));
        }
    }

    /// Wants no more lists: those under way are finished.
    pub(in crate::gui) fn stop_fetching(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

fn fetch(
    sources: &Sources,
    stop: &AtomicBool,
    out: &Sender<Message>,
    repaint: &(dyn Fn() + Send + Sync),
) -> Option<UpdateReport> {
    let places = sources.places.as_ref()?;
    let request = Update {
        client: &Client::new(Patience::default()),
        pins: &sources.pins,
        folder: &places.lists(),
        countries: &[],
        at: Timestamp::now(),
        stop,
    };
    let out = Mutex::new(out.clone());
    Some(update(&request, &|progress| {
        let _gone = out.lock().unwrap_or_else(PoisonError::into_inner).send(Message::Progress(progress));
        repaint();
    }))
}
