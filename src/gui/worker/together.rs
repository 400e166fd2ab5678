//! Seeing many files together on a thread of its own.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use super::Repaint;
use crate::dossier::Dossier;
use crate::gui::table::ToSee;

/// The thread and the way to talk to it.
pub(in crate::gui) struct Together {
    ask: Sender<ToSee>,
    seen: Receiver<(u64, Dossier)>,
}

impl Together {
    pub(in crate::gui) fn start(repaint: Repaint) -> Self {
        let (ask, asked) = channel::<ToSee>();
        let (say, seen) = channel();
        // The thread ends when the window drops its side of the channel.
        let _detached = thread::Builder::new().name("together".to_owned()).spawn(move || {
            while let Ok(first) = asked.recv() {
                // Of several that wait only the last one still holds.
                let ToSee { version, files } = asked.try_iter().last().unwrap_or(first);
                let _gone = say.send((version, Dossier::of(files)));
                repaint();
            }
        });
        Self { ask, seen }
    }

    pub(in crate::gui) fn ask(&self, to_see: ToSee) {
        let _gone = self.ask.send(to_see);
    }

    /// What has been seen since the last call, with its version.
    pub(in crate::gui) fn seen(&self) -> Vec<(u64, Dossier)> {
        self.seen.try_iter().collect()
    }
}
