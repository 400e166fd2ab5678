//! Judging on another thread, and fetching of lists on one more, so that the window never waits.

#[cfg(feature = "online")]
mod asking;
mod copying;
#[cfg(feature = "online")]
mod fetching;
mod pages;
mod together;

use std::path::PathBuf;
use std::sync::Arc;
#[cfg(feature = "online")]
use std::sync::atomic::AtomicBool;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

pub use copying::Copied;
pub(super) use copying::{Copying, is_container, may_be_opened};
pub(super) use pages::{PageResult, Pages, Wishes};
pub(super) use together::Together;

use super::platform::give_way;
use super::sources::Sources;
use super::state::{Opened, TrustFacts};
use crate::Timestamp;
#[cfg(feature = "online")]
use crate::dossier::Question;
use crate::dossier::{Examined, Jobs, Setting, Unexamined, examine_all, expand};
use crate::limits;
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
    /// What would be asked where about a file; `None` where that cannot be told.
    #[cfg(feature = "online")]
    Questions(PathBuf, Option<Vec<Question>>),
    /// A file was judged again with answers; `None` where it was not.
    #[cfg(feature = "online")]
    Answered(PathBuf, Option<Box<Opened>>),
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
    /// Read lists and issuers again, then judge these.
    Reread(Vec<PathBuf>, Ticket),
    /// Look up what would be asked where about this file.
    #[cfg(feature = "online")]
    LookUp(PathBuf),
    /// Ask for what this file lacks.
    #[cfg(feature = "online")]
    Ask(PathBuf),
}

/// What a request was made under: it is carried out as long as neither has changed.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Ticket {
    /// How often a person had had enough.
    stops: u64,
    /// How often all files had been closed.
    closes: u64,
}

/// How often either has happened since the program began.
#[derive(Default)]
struct Counts {
    stops: AtomicU64,
    closes: AtomicU64,
}

impl Counts {
    fn ticket(&self) -> Ticket {
        Ticket { stops: self.stops.load(Ordering::Acquire), closes: self.closes.load(Ordering::Acquire) }
    }

    /// Whether the rest of a request is to be let go. What is judged again because lists have changed is judged to its end: half
    /// of the files by old lists and half by new ones would look as if all were by one.
    fn ends(&self, errand: Errand, ticket: Ticket) -> bool {
        let now = self.ticket();
        now.closes != ticket.closes || (errand == Errand::Open && now.stops != ticket.stops)
    }
}

/// A file, or why there is none.
type Found = Result<PathBuf, (PathBuf, Unexamined)>;

/// Called after each message, from the thread that sent it.
pub(super) type Repaint = Arc<dyn Fn() + Send + Sync>;

/// The threads and the way to talk to them.
pub(super) struct Worker {
    requests: Sender<Request>,
    messages: Receiver<Message>,
    /// What is said of files, with how often all had been closed when they were asked for.
    judged: Receiver<(u64, Message)>,
    counts: Arc<Counts>,
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
    /// Starts the thread that judges, with what was read from `sources`. Of many files not each deserves a frame of its own: after the
    /// first ones `soon` is called.
    pub(super) fn start(sources: Sources, mut setting: Setting, (repaint, soon): (Repaint, Repaint)) -> Self {
        let (requests, work) = channel();
        let (out, messages) = channel();
        let sources = Arc::new(sources);
        let (from, say) = (Arc::clone(&sources), out.clone());
        let (tell, judged) = channel();
        let counts = Arc::new(Counts::default());
        let counted = Arc::clone(&counts);
        // The thread ends when the window drops its side of the channel.
        let _detached = thread::Builder::new().name("judge".to_owned()).spawn(move || {
            give_way();
            for request in work {
                let (paths, errand, ticket) = match request {
                    Request::Open(paths, ticket) => (paths, Errand::Open, ticket),
                    Request::Reread(paths, ticket) => {
                        read_again(&from, &mut setting, &say);
                        (paths, Errand::Again, ticket)
                    }
                    #[cfg(feature = "online")]
                    Request::LookUp(path) => {
                        asking::look_up(path, &setting, &say);
                        repaint();
                        continue;
                    }
                    #[cfg(feature = "online")]
                    Request::Ask(path) => {
                        asking::ask(path, setting.clone(), from.places.clone(), say.clone(), Arc::clone(&repaint));
                        continue;
                    }
                };
                setting.set_time(Timestamp::now());
                let out = |message| {
                    let _gone = tell.send((ticket.closes, message));
                };
                judge((&paths, errand), &setting, &out, &|| counted.ends(errand, ticket), (&*repaint, &*soon));
            }
        });
        Self {
            requests,
            messages,
            judged,
            counts,
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
        let _gone = self.requests.send(Request::Open(paths, self.counts.ticket()));
    }

    /// Lets the files go that are not judged yet.
    pub(super) fn stop(&self) {
        self.counts.stops.fetch_add(1, Ordering::AcqRel);
    }

    /// Lets everything go: nothing of it is said any more.
    pub(super) fn close(&self) {
        self.counts.closes.fetch_add(1, Ordering::AcqRel);
    }

    /// Asks for lists and issuers to be read again, and for these files to be judged again by them.
    pub(super) fn reread(&self, paths: Vec<PathBuf>) {
        let _gone = self.requests.send(Request::Reread(paths, self.counts.ticket()));
    }

    /// What has been said since the last call.
    pub(super) fn messages(&self) -> Vec<Message> {
        let closes = self.counts.ticket().closes;
        let of_now = |(then, message): (u64, Message)| (then == closes).then_some(message);
        self.messages.try_iter().chain(self.judged.try_iter().filter_map(of_now)).collect()
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

/// As many as the window keeps; the first one beyond says that there were more.
fn bounded(mut found: Vec<Found>, most: usize) -> Vec<Found> {
    if let Some(Ok(path) | Err((path, _))) = found.get(most).cloned() {
        found.truncate(most);
        found.push(Err((path, Unexamined::TooManyFiles)));
    }
    found
}

fn judge(
    (paths, errand): (&[PathBuf], Errand),
    setting: &Setting,
    out: &dyn Fn(Message),
    ends: &dyn Fn() -> bool,
    (repaint, soon): (&(dyn Fn() + Send + Sync), &(dyn Fn() + Send + Sync)),
) {
    let found = bounded(expand(paths), limits::WINDOW_FILES);
    out(Message::Expected(found.len(), errand));
    repaint();
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
        if ends() {
            out(Message::Stopped(left));
            break;
        }
        let is_first = left == files.len();
        left = left.saturating_sub(batch.len());
        examine_all(batch, setting, Jobs::All).into_iter().for_each(done);
        if is_first { repaint() } else { soon() }
    }
    repaint();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_beyond_the_bound_says_so_once() {
        let found = |count: usize| (0..count).map(|number| Ok(number.to_string().into())).collect::<Vec<Found>>();
        assert_eq!(bounded(found(3), 3), found(3));
        let bounded = bounded(found(9), 3);
        assert_eq!((&bounded[..3], bounded.len()), (&found(3)[..], 4));
        assert_eq!(bounded[3], Err(("3".into(), Unexamined::TooManyFiles)));
    }

    #[test]
    fn stopping_ends_what_was_asked_before_and_closing_ends_everything() {
        let counts = Counts::default();
        let before = counts.ticket();
        assert!(!counts.ends(Errand::Open, before) && !counts.ends(Errand::Again, before));
        counts.stops.fetch_add(1, Ordering::AcqRel);
        assert!(counts.ends(Errand::Open, before));
        assert!(!counts.ends(Errand::Again, before), "half by old lists and half by new ones is no state to be in");
        assert!(!counts.ends(Errand::Open, counts.ticket()), "what is opened afterwards is judged");
        counts.closes.fetch_add(1, Ordering::AcqRel);
        assert!(counts.ends(Errand::Again, before));
    }
}
