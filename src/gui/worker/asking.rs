//! What one file lacks, looked up and asked for on a thread of its own: servers may take their time.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread;

use super::{Message, Repaint, Request, Worker};
use crate::Timestamp;
use crate::dossier::{Online, Places, Setting, examine, questions};
use crate::gui::state::Opened;

impl Worker {
    /// Looks up what would be asked where; it comes by [`Worker::messages`], and nothing is asked.
    pub(in crate::gui) fn look_up(&self, path: PathBuf) {
        let _gone = self.requests.send(Request::LookUp(path));
    }

    /// Asks, and judges the file again. What becomes of it comes by [`Worker::messages`].
    pub(in crate::gui) fn ask(&self, path: PathBuf) {
        let _gone = self.requests.send(Request::Ask(path));
    }
}

pub(super) fn look_up(path: PathBuf, setting: &Setting, out: &Sender<Message>) {
    let found = questions(&path, setting).ok();
    let _gone = out.send(Message::Questions(path, found));
}

/// Only the clone that this thread has may use the network.
pub(super) fn ask(path: PathBuf, mut setting: Setting, places: Option<Places>, out: Sender<Message>, repaint: Repaint) {
    let (gone, say) = (path.clone(), out.clone());
    let done = Arc::clone(&repaint);
    let spawned = thread::Builder::new().name("ask".to_owned()).spawn(move || {
        setting.set_time(Timestamp::now());
        // What is asked was told before.
        setting.permit_network(Online::new(places, Box::new(|_, _| {})).following(Timestamp::now));
        let _gone = out.send(answered(&path, &setting));
        repaint();
    });
    if spawned.is_err() {
        let _gone = say.send(Message::Answered(gone, None));
        done();
    }
}

fn answered(path: &Path, setting: &Setting) -> Message {
    let examined = examine(path, setting);
    let answered = examined.result.is_ok().then(|| Box::new(Opened::from(examined)));
    Message::Answered(path.to_owned(), answered)
}
