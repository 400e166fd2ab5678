//! Pages on a thread of their own. The window says what is in sight; what is no longer in sight is not drawn.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use super::Repaint;
use crate::copies;
use crate::exam::TextCell;
use crate::limits;
use crate::preview::{Answer, Artist, Fault, Opened, Picture, Program, Request, Room, Window};
use crate::report::DocumentReport;

/// What is wished for: the latest replaces whatever was before.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::gui) struct Wishes {
    /// The number of the preview, the file and the document: the same document shown again is opened again.
    pub(in crate::gui) document: Option<(u64, PathBuf, DocumentReport)>,
    /// Where its pages will stand.
    pub(in crate::gui) room: Option<Room>,
    /// Parts that are missing.
    pub(in crate::gui) windows: Vec<Window>,
    /// Whether its text is missing.
    pub(in crate::gui) text: bool,
}

/// What became of a wish about a document.
pub(in crate::gui) struct PageNews {
    /// Of the preview it was wished for.
    pub(in crate::gui) number: u64,
    pub(in crate::gui) what: PageResult,
}

pub(in crate::gui) enum PageResult {
    Opened(Result<Opened, Fault>),
    Drawn(Window, Result<Picture, Fault>),
    Text(Result<Vec<TextCell>, Fault>),
}

/// The thread and the way to talk to it.
pub(in crate::gui) struct Pages {
    shared: Arc<Shared>,
    news: Receiver<PageNews>,
    last: Wishes,
}

#[derive(Default)]
struct Shared {
    board: Mutex<Board>,
    changed: Condvar,
}

#[derive(Default)]
struct Board {
    wishes: Wishes,
    closed: bool,
}

impl Shared {
    fn board(&self) -> MutexGuard<'_, Board> {
        self.board.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Pages {
    /// Starts the thread, and the process that draws, so that the first page need not wait for either.
    pub(in crate::gui) fn start(repaint: Repaint) -> Self {
        let shared = Arc::new(Shared::default());
        let (say, news) = channel();
        let board = Arc::clone(&shared);
        let _detached = thread::Builder::new().name("pages".to_owned()).spawn(move || {
            let mut artist = Program::own().ok().map(Artist::new);
            if let Some(artist) = &mut artist {
                artist.warm_up();
            }
            work(&board, artist, &say, &repaint);
        });
        Self { shared, news, last: Wishes::default() }
    }

    /// Says what is in sight now.
    pub(in crate::gui) fn wish(&mut self, wishes: Wishes) {
        if wishes != self.last {
            self.last = wishes.clone();
            self.shared.board().wishes = wishes;
            self.shared.changed.notify_one();
        }
    }

    /// What came of it since the last call.
    pub(in crate::gui) fn news(&self) -> Vec<PageNews> {
        self.news.try_iter().collect()
    }
}

impl Drop for Pages {
    fn drop(&mut self) {
        self.shared.board().closed = true;
        self.shared.changed.notify_one();
    }
}

/// One thing to do.
enum Job {
    Open(u64, PathBuf, DocumentReport),
    Draw(Window),
    Text,
}

/// What was done for the wishes as they stand: the window may not have heard of it yet.
#[derive(Default)]
struct Done {
    document: Option<(u64, PathBuf, DocumentReport)>,
    failed: bool,
    /// Sizes of its pages, until something of it is drawn.
    undrawn: Vec<[f32; 2]>,
    windows: Vec<Window>,
    text: bool,
}

impl Done {
    fn next(&self, wishes: &Wishes) -> Option<Job> {
        let (number, path, document) = wishes.document.as_ref()?;
        if self.document != wishes.document {
            return Some(Job::Open(*number, path.clone(), document.clone()));
        }
        if self.failed {
            return None;
        }
        let window = wishes.windows.iter().find(|window| !self.windows.contains(window)).copied();
        // The window must paint once more before it can say what it wants; until then the first page is drawn as it will be.
        let first = || wishes.room.and_then(|room| room.first(&self.undrawn));
        window.or_else(first).map(Job::Draw).or_else(|| (wishes.text && !self.text).then_some(Job::Text))
    }
}

fn work(shared: &Shared, mut artist: Option<Artist>, say: &Sender<PageNews>, repaint: &Repaint) {
    let mut done = Done::default();
    let mut seen = Wishes::default();
    loop {
        let job = {
            let mut board = shared.board();
            loop {
                if board.closed {
                    return;
                }
                if board.wishes != seen {
                    seen = board.wishes.clone();
                    // What was let go may be wanted again.
                    done.windows.retain(|window| seen.windows.contains(window));
                }
                if let Some(job) = done.next(&seen) {
                    break job;
                }
                board = shared.changed.wait(board).unwrap_or_else(PoisonError::into_inner);
            }
        };
        let what = carry_out(job, artist.as_mut(), &mut done);
        let Some((number, ..)) = done.document else { continue };
        if say.send(PageNews { number, what }).is_err() {
            return;
        }
        repaint();
    }
}

fn carry_out(job: Job, artist: Option<&mut Artist>, done: &mut Done) -> PageResult {
    match job {
        Job::Open(number, path, document) => {
            let opened = open(&path, &document, artist);
            let undrawn = match &opened {
                Ok(Opened::Pages(sizes)) => sizes.clone(),
                _ => Vec::new(),
            };
            let failed = opened.is_err();
            *done = Done { failed, undrawn, document: Some((number, path, document)), ..Done::default() };
            PageResult::Opened(opened)
        }
        Job::Draw(window) => {
            done.windows.push(window);
            done.undrawn.clear();
            PageResult::Drawn(
                window,
                ask(artist, Request::Draw(window)).and_then(|answer| match answer {
                    // Another part than was asked for would stand in the wrong place.
                    Answer::Picture(picture) if (picture.width, picture.height) == (window.width, window.height) => {
                        Ok(picture)
                    }
                    _ => Err(Fault::Ended),
                }),
            )
        }
        Job::Text => {
            done.text = true;
            PageResult::Text(ask(artist, Request::Text).and_then(|answer| match answer {
                Answer::Text(cells) => Ok(cells),
                _ => Err(Fault::Ended),
            }))
        }
    }
}

fn ask(artist: Option<&mut Artist>, request: Request) -> Result<Answer, Fault> {
    artist.ok_or(Fault::NotStarted)?.ask(request)
}

fn open(path: &std::path::Path, document: &DocumentReport, artist: Option<&mut Artist>) -> Result<Opened, Fault> {
    if document.size > limits::PREVIEW_DOCUMENT_BYTES {
        return Err(Fault::TooLarge);
    }
    let content = copies::content(path, document, limits::PREVIEW_DOCUMENT_BYTES).map_err(|_| Fault::NotTheFile)?;
    artist.ok_or(Fault::NotStarted)?.open(content)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::Sha256;
    use crate::preview::Zoom;
    use crate::report::Coverage;

    fn document(number: u64) -> Option<(u64, PathBuf, DocumentReport)> {
        let document = DocumentReport {
            name: "a.pdf".to_owned(),
            size: 1,
            sha256: Sha256::of(b"PARAUGS"),
            claimed_media_type: None,
            coverage: Coverage::Covered,
        };
        Some((number, "a.edoc".into(), document))
    }

    #[test]
    fn the_first_page_is_drawn_before_it_is_asked_for_and_once() {
        let room = Room { width: 600.0, zoom: Zoom::Width, pixels_per_point: 1.0 };
        let wishes = Wishes { document: document(1), room: Some(room), ..Wishes::default() };
        let sizes = vec![[595.0, 842.0]];
        let first = room.first(&sizes).unwrap();
        let mut done = Done { document: document(1), undrawn: sizes, ..Done::default() };
        assert!(matches!(done.next(&wishes), Some(Job::Draw(window)) if window == first));
        let other = Window { page: 3, ..first };
        let asked = Wishes { windows: vec![other], ..wishes.clone() };
        assert!(
            matches!(done.next(&asked), Some(Job::Draw(window)) if window == other),
            "what is asked for goes first"
        );
        let _drawn = carry_out(Job::Draw(first), None, &mut done);
        assert!(done.next(&wishes).is_none());
        assert!(done.next(&Wishes { windows: vec![first], ..wishes }).is_none(), "it is what was wanted");
    }

    #[test]
    fn a_document_that_is_shown_again_is_opened_again() {
        let wishes = |number| Wishes { document: document(number), text: true, ..Wishes::default() };
        let done = Done { document: document(1), ..Done::default() };
        assert!(matches!(done.next(&wishes(1)), Some(Job::Text)));
        assert!(matches!(done.next(&wishes(2)), Some(Job::Open(2, ..))));
        // What could not be opened is not tried for ever, and is tried again when it is asked for again.
        let failed = Done { document: document(1), failed: true, ..Done::default() };
        assert!(failed.next(&wishes(1)).is_none());
        assert!(matches!(failed.next(&wishes(2)), Some(Job::Open(2, ..))));
        assert!(done.next(&Wishes::default()).is_none());
    }
}
