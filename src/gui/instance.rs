//! One window for one reader: a start that finds a window open hands it what it was given, and ends.
//!
//! The first window holds a lock, which the system takes back however it ends, and listens on a socket that nobody else can
//! reach (`place`). What comes over it is believed to be from the same person and nothing more: sizes, counts and time are bounded,
//! and only whole paths are taken (`message`). Both sides tell each other in one octet whether it was.

mod message;
mod place;
mod timed;

use std::fs::{self, File, TryLockError};
use std::io::{self, Read as _, Write as _};
use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant};

#[cfg(unix)]
use std::os::unix::net::{UnixListener, UnixStream};

#[cfg(windows)]
use uds_windows::{UnixListener, UnixStream};

pub(super) use place::Place;
use timed::Timed;

use crate::limits;

/// How long the two sides wait for each other.
pub(super) const PATIENCE: Duration = Duration::from_secs(limits::HANDED_SECONDS);
/// Between two looks at a window that is just opening or closing.
const PAUSE: Duration = Duration::from_millis(20);
/// Connections that may fail one after another before nothing is listened to any more.
const FAILURES: u8 = 10;
/// The answer of a window that took what it was handed.
const TAKEN: u8 = b'+';
/// The answer of one that did not.
const REFUSED: u8 = b'-';

/// What a start is to do.
pub(super) enum Start {
    /// Open a window: it is the one that others hand over to.
    First(Door),
    /// End: an open window took everything.
    HandedOver,
    /// Open a window of its own: there is no safe place to meet at, or nobody answers there.
    Alone,
}

/// What became of what a window was handed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Heard {
    /// It is shown.
    Taken,
    /// The window is closing.
    Closing,
}

/// Hands `paths` to the window that is open, or takes its place where there is none.
pub(super) fn start(place: &Place, paths: &[PathBuf], patience: Duration) -> Start {
    let message = message::written(paths);
    let end = Instant::now() + patience;
    loop {
        match Door::at(place) {
            Ok(door) => return Start::First(door),
            Err(Shut::Taken) => {}
            Err(Shut::Failed) => return Start::Alone,
        }
        // Too much to hand over: it is judged all the same, in a window of its own.
        let Some(message) = &message else { return Start::Alone };
        match knock(place, message, end) {
            Answer::Taken => return Start::HandedOver,
            Answer::Refused => return Start::Alone,
            // It is opening or closing.
            Answer::Nobody => {}
        }
        if Instant::now() >= end {
            return Start::Alone;
        }
        thread::sleep(PAUSE);
    }
}

/// Where a window is handed things. The place is taken as long as this lives.
pub(super) struct Door {
    listener: UnixListener,
    _lock: File,
}

/// Why a door cannot be had.
enum Shut {
    /// Another window has it.
    Taken,
    /// The system does not allow it.
    Failed,
}

impl Door {
    fn at(place: &Place) -> Result<Self, Shut> {
        let lock = place.lock().map_err(|_| Shut::Failed)?;
        lock.try_lock().map_err(|error| match error {
            TryLockError::WouldBlock => Shut::Taken,
            TryLockError::Error(_) => Shut::Failed,
        })?;
        let socket = place.socket();
        // Nobody holds the lock, so nobody listens there: a window that ended left it.
        let _absent = fs::remove_file(&socket);
        let listener = UnixListener::bind(&socket).map_err(|_| Shut::Failed)?;
        place.make_ours(&socket).map_err(|_| Shut::Failed)?;
        Ok(Self { listener, _lock: lock })
    }

    /// Listens from now on, on a thread of its own that costs nothing while nobody comes. `hear` is given what is handed over.
    pub(super) fn open(self, patience: Duration, hear: impl Fn(Vec<PathBuf>) -> Heard + Send + 'static) {
        let listen = move || {
            // The whole of it, or the lock would be given back here.
            let door = self;
            let mut failures = 0u8;
            while failures < FAILURES {
                match door.listener.accept() {
                    Ok((stream, _)) => {
                        failures = 0;
                        // Somebody who says nothing sensible is told so, and forgotten.
                        let _gone = answer(&stream, patience, &hear);
                    }
                    Err(_) => {
                        failures = failures.saturating_add(1);
                        thread::sleep(Duration::from_millis(100));
                    }
                }
            }
        };
        let _detached = thread::Builder::new().name("door".to_owned()).spawn(listen);
    }
}

/// Hears one who came, and says whether what they said was taken.
fn answer(stream: &UnixStream, patience: Duration, hear: &impl Fn(Vec<PathBuf>) -> Heard) -> io::Result<()> {
    let mut stream = Timed::until(stream, Instant::now() + patience);
    let taken = message::read(&mut stream).is_ok_and(|paths| hear(paths) == Heard::Taken);
    stream.write_all(&[if taken { TAKEN } else { REFUSED }])
}

/// What a start hears from an open window.
enum Answer {
    Taken,
    Refused,
    Nobody,
}

fn knock(place: &Place, message: &[u8], end: Instant) -> Answer {
    let socket = place.socket();
    if !place.is_ours(&socket) {
        return Answer::Nobody;
    }
    let Ok(stream) = UnixStream::connect(&socket) else { return Answer::Nobody };
    let mut stream = Timed::until(&stream, end);
    let mut answer = [0];
    let said = stream.write_all(message).and_then(|()| stream.read_exact(&mut answer));
    if said.is_ok() && answer == [TAKEN] { Answer::Taken } else { Answer::Refused }
}

#[cfg(test)]
#[cfg(unix)]
mod tests;
