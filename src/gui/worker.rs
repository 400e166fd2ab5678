//! Judging on another thread, and fetching of lists on one more, so that the window never waits.

mod copying;
#[cfg(feature = "online")]
mod fetching;
mod pages;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

pub use copying::Copied;
pub(super) use copying::{Copying, is_container, may_be_opened};
pub(super) use pages::{PageResult, Pages, Wishes};

use super::sources::Sources;
use super::state::{Opened, TrustFacts};
use crate::Timestamp;
use crate::dossier::{Examined, Jobs, Setting, examine_all, expand};
#[cfg(feature = "online")]
use crate::trust::{Progress, UpdateReport};

/// Files judged between two messages: small, so that the list fills while it works.
const BATCH: usize = 8;

/// What the worker says.
pub(super) enum Message {
    /// So many more files will be judged.
    Expected(usize, Errand),
    /// So many of them will not be, because a person has had enough.
    Stopped(usize),
    /// One of them is done.
    Done(Box<Opened>),
    /// Lists and issuers were read again.
    Trust(Box<TrustFacts>),
    /// They could not be, for this reason.
    NotReadAgain(String),
    /// How far fetching of lists is.
    #[cfg(feature = "online")]
    Progress(Progress),
    /// What became of it; `None` where a mistake of ours ended it.
    #[cfg(feature = "online")]
    Fetched(Option<Box<UpdateReport>>),
}

/// Why files are judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Errand {
    /// A person opened them.
    Open,
    /// What they are judged with has changed.
    Again,
}

/// What it is asked for.
enum Request {
    /// Judge these files and folders.
    Open(Vec<PathBuf>),
    /// Read lists and issuers again, then judge these.
    Reread(Vec<PathBuf>),
}

/// Called after each message, from the thread that sent it.
pub(super) type Repaint = Arc<dyn Fn() + Send + Sync>;

/// The threads and the way to talk to them.
pub(super) struct Worker {
    requests: Sender<Request>,
    messages: Receiver<Message>,
    /// Set when no more files are to be judged.
    enough: Arc<AtomicBool>,
    /// What the system's dialogs give; they wait on threads of their own.
    chosen: (Sender<Vec<PathBuf>>, Receiver<Vec<PathBuf>>),
    #[cfg(feature = "online")]
    sources: Arc<Sources>,
    #[cfg(feature = "online")]
    out: Sender<Message>,
    /// Set when no more lists are wanted.
    #[cfg(feature = "online")]
    stop: Arc<AtomicBool>,
}

impl Worker {
    /// Starts the thread that judges, with what was read from `sources`.
    pub(super) fn start(sources: Sources, mut setting: Setting, repaint: Repaint) -> Self {
        let (requests, work) = channel();
        let (out, messages) = channel();
        let sources = Arc::new(sources);
        let (from, say) = (Arc::clone(&sources), out.clone());
        let enough = Arc::new(AtomicBool::new(false));
        let stopped = Arc::clone(&enough);
        // The thread ends when the window drops its side of the channel.
        let _detached = thread::Builder::new().name("judge".to_owned()).spawn(move || {
            for request in work {
                let (paths, errand) = match request {
                    Request::Open(paths) => (paths, Errand::Open),
                    Request::Reread(paths) => {
                        read_again(&from, &mut setting, &say);
                        (paths, Errand::Again)
                    }
                };
                setting.set_time(Timestamp::now());
                judge((&paths, errand), &setting, &say, &stopped, repaint.as_ref());
            }
        });
        Self {
            requests,
            messages,
            enough,
            chosen: channel(),
            #[cfg(feature = "online")]
            sources,
            #[cfg(feature = "online")]
            out,
            #[cfg(feature = "online")]
            stop: Arc::new(AtomicBool::new(false)),
        }
    }

    /// Asks for files and folders to be judged.
    pub(super) fn open(&self, paths: Vec<PathBuf>) {
        // The thread lives as long as the window; if it is gone, so is the window.
        self.enough.store(false, Ordering::Release);
        let _gone = self.requests.send(Request::Open(paths));
    }

    /// Lets the files go that are not judged yet.
    pub(super) fn stop(&self) {
        self.enough.store(true, Ordering::Release);
    }

    /// Asks for lists and issuers to be read again, and for these files to be judged again by them.
    pub(super) fn reread(&self, paths: Vec<PathBuf>) {
        self.enough.store(false, Ordering::Release);
        let _gone = self.requests.send(Request::Reread(paths));
    }

    /// What has been said since the last call.
    pub(super) fn messages(&self) -> Vec<Message> {
        self.messages.try_iter().collect()
    }

    /// Shows the system's dialog on a thread of its own; what is chosen comes by [`Self::chosen`].
    pub(super) fn choose(&self, folder: bool, repaint: Repaint) {
        let sender = self.chosen.0.clone();
        let _detached = thread::Builder::new().name("dialog".to_owned()).spawn(move || {
            let dialog = rfd::FileDialog::new();
            let paths = if folder {
                dialog.pick_folder().map(|path| vec![path])
            } else {
                // An archive of files is opened as the files in it.
                let kinds: Vec<&str> = crate::dossier::EXTENSIONS.into_iter().chain(["zip"]).collect();
                dialog.add_filter("e-dokumenti", &kinds).add_filter("*", &["*"]).pick_files()
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

/// What cannot be read again leaves what was read before.
fn read_again(sources: &Sources, setting: &mut Setting, out: &Sender<Message>) {
    let message = match sources.read(Timestamp::now()) {
        Ok((new, facts)) => {
            *setting = new;
            Message::Trust(Box::new(facts))
        }
        Err(error) => Message::NotReadAgain(error.to_string()),
    };
    let _gone = out.send(message);
}

fn judge(
    (paths, errand): (&[PathBuf], Errand),
    setting: &Setting,
    out: &Sender<Message>,
    enough: &AtomicBool,
    repaint: &(dyn Fn() + Send + Sync),
) {
    let found = expand(paths);
    let _gone = out.send(Message::Expected(found.len(), errand));
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
    let mut left = files.len();
    for batch in files.chunks(BATCH) {
        if enough.load(Ordering::Acquire) {
            let _gone = out.send(Message::Stopped(left));
            break;
        }
        left = left.saturating_sub(batch.len());
        examine_all(batch, setting, Jobs::All).into_iter().for_each(done);
        repaint();
    }
    repaint();
}
