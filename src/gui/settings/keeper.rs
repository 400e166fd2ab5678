//! Writes settings on a thread of its own, when they have changed: disks may take their time.

use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

use super::{Kept, Settings, keep};
use crate::gui::worker::Repaint;

/// The thread that writes settings.
pub(in crate::gui) struct Keeper {
    to_write: Option<Sender<Settings>>,
    outcomes: Receiver<io::Result<Kept>>,
    thread: Option<JoinHandle<()>>,
    /// What is in the file, or on its way there.
    last: Settings,
}

impl Keeper {
    /// Starts the thread; `there` is what the file holds already, or what holds without one.
    pub(in crate::gui) fn start(file: PathBuf, there: Settings, repaint: Repaint) -> Self {
        let (to_write, work) = channel::<Settings>();
        let (say, outcomes) = channel();
        let (last, mut before) = (there.clone(), there);
        let thread = thread::Builder::new().name("settings".to_owned()).spawn(move || {
            while let Ok(first) = work.recv() {
                // Of several that wait the last one counts.
                let settings = work.try_iter().last().unwrap_or(first);
                let kept = keep(&file, &before, &settings);
                if kept.is_ok() {
                    before = settings;
                }
                let _gone = say.send(kept);
                repaint();
            }
        });
        Self { to_write: Some(to_write), outcomes, thread: thread.ok(), last }
    }

    /// Has settings written, where they are not those of the last time.
    pub(in crate::gui) fn keep(&mut self, settings: &Settings) {
        if *settings != self.last {
            self.last = settings.clone();
            if let Some(to_write) = &self.to_write {
                let _gone = to_write.send(settings.clone());
            }
        }
    }

    /// What became of the latest writing since the last call, with what was removed in all of them.
    pub(in crate::gui) fn outcome(&self) -> Option<io::Result<Kept>> {
        let together = |before: io::Result<Kept>, last: io::Result<Kept>| {
            let earlier = before.unwrap_or_default();
            last.map(|kept| Kept {
                removed: kept.removed.saturating_add(earlier.removed),
                aside: kept.aside.or(earlier.aside),
            })
        };
        self.outcomes.try_iter().reduce(together)
    }

    /// Returns once everything is written.
    pub(in crate::gui) fn finish(&mut self) {
        self.to_write = None;
        if let Some(thread) = self.thread.take() {
            let _ended = thread.join();
        }
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.finish();
    }
}
