//! Judging on another thread, so that the window never waits.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use super::state::Opened;
use crate::dossier::{Examined, Jobs, Setting, examine_all, expand};

/// Files judged between two messages: small, so that the list fills while it works.
const BATCH: usize = 8;

/// What the worker says.
pub(super) enum Message {
    /// So many more files will be judged.
    Expected(usize),
    /// One of them is done.
    Done(Box<Opened>),
}

/// The thread and the way to talk to it.
pub(super) struct Worker {
    requests: Sender<Vec<PathBuf>>,
    messages: Receiver<Message>,
    /// What the system's dialogs give; they wait on threads of their own.
    chosen: (Sender<Vec<PathBuf>>, Receiver<Vec<PathBuf>>),
}

impl Worker {
    /// Starts the thread; `repaint` is called after each message.
    pub(super) fn start(setting: Setting, repaint: Arc<dyn Fn() + Send + Sync>) -> Self {
        let (requests, work) = channel::<Vec<PathBuf>>();
        let (out, messages) = channel();
        // The thread ends when the window drops its side of the channel.
        let _detached = thread::Builder::new().name("judge".to_owned()).spawn(move || {
            for paths in work {
                judge(&paths, &setting, &out, repaint.as_ref());
            }
        });
        Self { requests, messages, chosen: channel() }
    }

    /// Asks for files and folders to be judged.
    pub(super) fn open(&self, paths: Vec<PathBuf>) {
        // The thread lives as long as the window; if it is gone, so is the window.
        let _gone = self.requests.send(paths);
    }

    /// What has been said since the last call.
    pub(super) fn messages(&self) -> Vec<Message> {
        self.messages.try_iter().collect()
    }

    /// Shows the system's dialog on a thread of its own; what is chosen comes by [`Self::chosen`].
    pub(super) fn choose(&self, folder: bool, repaint: Arc<dyn Fn() + Send + Sync>) {
        let sender = self.chosen.0.clone();
        let _detached = thread::Builder::new().name("dialog".to_owned()).spawn(move || {
            let dialog = rfd::FileDialog::new();
            let paths = if folder {
                dialog.pick_folder().map(|path| vec![path])
            } else {
                dialog.add_filter("e-dokumenti", &crate::dossier::EXTENSIONS).add_filter("*", &["*"]).pick_files()
            };
            if let Some(paths) = paths {
                let _gone = sender.send(paths);
                repaint();
            }
        });
    }

    /// Paths chosen in a dialog since the last call.
    pub(super) fn chosen(&self) -> Vec<PathBuf> {
        self.chosen.1.try_iter().flatten().collect()
    }
}

fn judge(paths: &[PathBuf], setting: &Setting, out: &Sender<Message>, repaint: &(dyn Fn() + Send + Sync)) {
    let found = expand(paths);
    let _gone = out.send(Message::Expected(found.len()));
    repaint();
    let done = |examined: Examined| {
        let _gone = out.send(Message::Done(Box::new(Opened::from(examined))));
    };
    let mut files = Vec::new();
    for one in found {
        match one {
            Ok(path) => files.push(path),
            Err((path, reason)) => done(Examined { path, result: Err(reason) }),
        }
    }
    for batch in files.chunks(BATCH) {
        examine_all(batch, setting, Jobs::All).into_iter().for_each(done);
        repaint();
    }
    repaint();
}
