//! Judging on another thread, and fetching of lists on one more, so that the window never waits.

#[cfg(feature = "online")]
mod asking;
mod copying;
#[cfg(feature = "online")]
mod fetching;
mod judging;
mod pages;
mod together;

use std::path::PathBuf;
use std::sync::Arc;
#[cfg(feature = "online")]
use std::sync::atomic::AtomicBool;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

#[cfg(feature = "online")]
pub(super) use asking::Agreed;
pub use copying::Copied;
pub(super) use copying::{Copying, is_container, may_be_opened};
use judging::Judge;
pub(super) use pages::{PageResult, Pages, Wishes};
pub(super) use together::Together;

use super::platform::give_way;
use super::sources::Sources;
use super::state::{Opened, TrustFacts};
use crate::dossier::Setting;
#[cfg(feature = "online")]
use crate::dossier::{Questions, Unexamined};
#[cfg(feature = "online")]
use crate::trust::{Progress, UpdateReport};

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
    /// What would be asked where about a file, or why that cannot be told.
    #[cfg(feature = "online")]
    Questions(PathBuf, Result<Questions, Unexamined>),
    /// A file was judged again with answers, or why it was not.
    #[cfg(feature = "online")]
    Answered(PathBuf, Result<Box<Opened>, Unexamined>),
    /// It was, by lists that do not count any more.
    #[cfg(feature = "online")]
    Outdated(PathBuf),
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
    Open(Vec<PathBuf>, Ticket),
    /// Judge these files, which were judged before.
    Again(Vec<PathBuf>, Ticket),
    /// Read lists and issuers again.
    Reread,
    /// Look up what would be asked where about this file.
    #[cfg(feature = "online")]
    LookUp(PathBuf, Ticket),
    /// Ask for what a file lacks.
    #[cfg(feature = "online")]
    Ask(asking::Agreed, Ticket),
}

/// What a request was made under: it is carried out as long as that has not changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Ticket {
    /// How often a person had had enough.
    stops: u64,
    /// How often all files had been closed.
    closes: u64,
    /// How often lists and issuers had been read again.
    rereads: u64,
}

impl Ticket {
    /// What is still to be heard of a message about files that were asked for at `then`.
    fn hears(self, then: Ticket, message: Message) -> Option<Message> {
        if then.closes != self.closes {
            return None;
        }
        match message {
            #[cfg(feature = "online")]
            Message::Answered(path, _) if then.rereads != self.rereads => Some(Message::Outdated(path)),
            message => Some(message),
        }
    }
}

/// How often each has happened since the program began.
#[derive(Default)]
struct Counts {
    stops: AtomicU64,
    closes: AtomicU64,
    rereads: AtomicU64,
    /// Whether an asking has ended since what it brought was read.
    #[cfg(feature = "online")]
    fetched: AtomicBool,
}

impl Counts {
    fn ticket(&self) -> Ticket {
        Ticket {
            stops: self.stops.load(Ordering::Acquire),
            closes: self.closes.load(Ordering::Acquire),
            rereads: self.rereads.load(Ordering::Acquire),
        }
    }

    /// Whether the rest of a request is to be let go. What is judged again because lists have changed is judged to its end: half
    /// of the files by old lists and half by new ones would look as if all were by one.
    fn ends(&self, errand: Errand, ticket: Ticket) -> bool {
        let now = self.ticket();
        now.closes != ticket.closes || (errand == Errand::Open && now.stops != ticket.stops)
    }
}

/// What was said, with what was asked for when it is about files that were.
type Said = (Option<Ticket>, Message);

/// Says everything in one order, whichever thread says it: what is heard last was said last.
#[derive(Clone)]
struct Say(Sender<Said>);

impl Say {
    fn say(&self, message: Message) {
        // Nobody hears it where the window is gone.
        let _gone = self.0.send((None, message));
    }

    /// Says it of files that were asked for under this ticket.
    fn of(&self, ticket: Ticket, message: Message) {
        let _gone = self.0.send((Some(ticket), message));
    }
}

/// Called after each message, from the thread that sent it.
pub(super) type Repaint = Arc<dyn Fn() + Send + Sync>;

/// The threads and the way to talk to them.
pub(super) struct Worker {
    requests: Sender<Request>,
    said: Receiver<Said>,
    counts: Arc<Counts>,
    /// What the system's dialogs give; they wait on threads of their own.
    chosen: (Sender<Vec<PathBuf>>, Receiver<Vec<PathBuf>>),
    #[cfg(feature = "online")]
    sources: Arc<Sources>,
    #[cfg(feature = "online")]
    say: Say,
    /// Set when no more lists are wanted.
    #[cfg(feature = "online")]
    stop: Arc<AtomicBool>,
}

impl Worker {
    /// Starts the thread that judges, with what was read from `sources`. Of many files not each deserves a frame of its own: after the
    /// first ones `soon` is called.
    pub(super) fn start(sources: Sources, setting: Setting, (repaint, soon): (Repaint, Repaint)) -> Self {
        let (requests, work) = channel();
        let (out, said) = channel();
        let (sources, counts, say) = (Arc::new(sources), Arc::new(Counts::default()), Say(out));
        let (from, counted) = (Arc::clone(&sources), Arc::clone(&counts));
        let mut judge = Judge { sources: from, setting, say: say.clone(), counts: counted, repaint, soon };
        // The thread ends when the window drops its side of the channel.
        let _detached = thread::Builder::new().name("judge".to_owned()).spawn(move || {
            give_way();
            work.into_iter().for_each(|request| judge.carry_out(request));
        });
        Self {
            requests,
            said,
            counts,
            chosen: channel(),
            #[cfg(feature = "online")]
            sources,
            #[cfg(feature = "online")]
            say,
            #[cfg(feature = "online")]
            stop: Arc::new(AtomicBool::new(false)),
        }
    }

    /// Asks for files and folders to be judged.
    pub(super) fn open(&self, paths: Vec<PathBuf>) {
        self.request(Request::Open(paths, self.counts.ticket()));
    }

    /// Lets the files go that are not judged yet.
    pub(super) fn stop(&self) {
        self.counts.stops.fetch_add(1, Ordering::AcqRel);
    }

    /// Lets everything go: nothing of it is said any more.
    pub(super) fn close(&self) {
        self.counts.closes.fetch_add(1, Ordering::AcqRel);
    }

    /// Asks for lists and issuers to be read again. Whatever is judged before that is done is said before it.
    pub(super) fn reread(&self) {
        self.counts.rereads.fetch_add(1, Ordering::AcqRel);
        self.request(Request::Reread);
    }

    /// Asks for files that were judged before to be judged again.
    pub(super) fn again(&self, paths: Vec<PathBuf>) {
        self.request(Request::Again(paths, self.counts.ticket()));
    }

    /// What has been said since the last call.
    pub(super) fn messages(&self) -> Vec<Message> {
        let now = self.counts.ticket();
        let heard = |(then, message): Said| match then {
            Some(then) => now.hears(then, message),
            None => Some(message),
        };
        self.said.try_iter().filter_map(heard).collect()
    }

    fn request(&self, request: Request) {
        // The thread lives as long as the window; if it is gone, so is the window.
        let _gone = self.requests.send(request);
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

#[cfg(test)]
mod tests;
