//! Two ends in one process: what one start hands to another, and what somebody without manners can do.

use std::os::unix::fs::PermissionsExt as _;
use std::sync::mpsc::{Receiver, channel};

use super::*;

/// Long enough for any machine; nobody waits it out.
const LONG: Duration = Duration::from_secs(60);
/// For those who are to be waited out.
const SHORT: Duration = Duration::from_secs(1);

struct Meeting {
    folder: tempfile::TempDir,
    place: Place,
}

impl Meeting {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o700)).unwrap();
        let place = Place::below(folder.path()).unwrap();
        Self { folder, place }
    }

    fn first(&self) -> Door {
        match start(&self.place, &[], LONG) {
            Start::First(door) => door,
            other => panic!("the place is free, and it {}", named(&other)),
        }
    }

    /// A window that listens, and what it hears.
    fn window(&self, patience: Duration) -> Receiver<Vec<PathBuf>> {
        let (say, heard) = channel();
        self.first().open(patience, move |paths| say.send(paths).map_or(Heard::Closing, |()| Heard::Taken));
        heard
    }

    /// One who speaks without the manners of this program.
    fn stranger(&self) -> UnixStream {
        UnixStream::connect(self.place.socket()).unwrap()
    }
}

fn named(start: &Start) -> &'static str {
    match start {
        Start::First(_) => "is the first",
        Start::HandedOver => "handed over",
        Start::Alone => "is alone",
    }
}

fn paths(names: &[&str]) -> Vec<PathBuf> {
    names.iter().map(|name| std::path::absolute(name).unwrap()).collect()
}

fn last_word(mut stream: UnixStream) -> Vec<u8> {
    let mut said = Vec::new();
    stream.set_read_timeout(Some(LONG)).unwrap();
    // One who is still speaking when they are refused finds the line cut.
    let _cut = stream.read_to_end(&mut said);
    said
}

#[test]
fn a_second_start_hands_over_and_ends() {
    let meeting = Meeting::new();
    let heard = meeting.window(LONG);
    for handed in [paths(&["a.edoc", "Ņina.edoc"]), paths(&[]), paths(&["mape"])] {
        assert_eq!(named(&start(&meeting.place, &handed, LONG)), "handed over");
        assert_eq!(heard.recv_timeout(LONG).unwrap(), handed);
    }
    let socket = fs::metadata(meeting.place.socket()).unwrap();
    assert_eq!(socket.permissions().mode() & 0o777, 0o600);
}

#[test]
fn a_start_waits_for_a_window_that_is_just_opening() {
    let meeting = Meeting::new();
    // It has its place, and does not listen yet.
    let door = meeting.first();
    let place = meeting.place.clone();
    let second = thread::spawn(move || named(&start(&place, &paths(&["a.edoc"]), LONG)));
    let (say, heard) = channel();
    door.open(LONG, move |paths| say.send(paths).map_or(Heard::Closing, |()| Heard::Taken));
    assert_eq!(second.join().unwrap(), "handed over");
    assert_eq!(heard.recv_timeout(LONG).unwrap(), paths(&["a.edoc"]));
}

#[test]
fn the_socket_of_a_window_that_ended_is_replaced() {
    let meeting = Meeting::new();
    drop(meeting.first());
    assert!(meeting.place.socket().exists(), "it was left behind");
    let heard = meeting.window(LONG);
    assert_eq!(named(&start(&meeting.place, &paths(&["a.edoc"]), LONG)), "handed over");
    assert_eq!(heard.recv_timeout(LONG).unwrap(), paths(&["a.edoc"]));
}

#[test]
fn a_window_that_closes_takes_nothing_more() {
    let meeting = Meeting::new();
    drop(meeting.window(LONG));
    assert_eq!(named(&start(&meeting.place, &paths(&["a.edoc"]), LONG)), "is alone");
}

#[test]
fn a_window_that_hangs_is_not_waited_for_for_ever() {
    let meeting = Meeting::new();
    let _door = meeting.first();
    assert_eq!(named(&start(&meeting.place, &paths(&["a.edoc"]), SHORT)), "is alone");
}

#[test]
fn what_is_too_much_to_hand_over_is_opened_by_its_own_window() {
    let meeting = Meeting::new();
    let heard = meeting.window(LONG);
    let many = vec![std::path::absolute("a").unwrap(); limits::HANDED_PATHS + 1];
    assert_eq!(named(&start(&meeting.place, &many, LONG)), "is alone");
    assert_eq!(named(&start(&meeting.place, &[PathBuf::from("relative")], LONG)), "is alone");
    assert!(heard.try_recv().is_err());
}

#[test]
fn nonsense_is_refused_and_the_window_goes_on() {
    let meeting = Meeting::new();
    let heard = meeting.window(LONG);
    let relative = b"zimogs 1\x01\0\0\0\x06\0\0\0a.edoc";
    let endless = [b"zimogs 1".as_slice(), &u32::MAX.to_le_bytes()].concat();
    for nonsense in [b"GET / HTTP/1.1\r\n\r\n".as_slice(), relative, &endless, &[0; 4096], &[0xff; 4096]] {
        let mut stranger = meeting.stranger();
        stranger.write_all(nonsense).unwrap();
        let said = last_word(stranger);
        assert!(said == [REFUSED] || said.is_empty(), "{said:?}");
    }
    drop(meeting.stranger());
    assert_eq!(named(&start(&meeting.place, &paths(&["a.edoc"]), LONG)), "handed over");
    assert_eq!(heard.recv_timeout(LONG).unwrap(), paths(&["a.edoc"]), "and nothing was taken before");
}

#[test]
fn one_who_speaks_too_slowly_is_cut_off() {
    let meeting = Meeting::new();
    let heard = meeting.window(SHORT);
    let mut slow = meeting.stranger();
    slow.write_all(b"zimogs 1\x01\0\0").unwrap();
    assert!(last_word(slow.try_clone().unwrap()).is_empty(), "the deadline has passed for an answer as well");
    assert!(slow.write_all(&[0; 4096]).is_err(), "nobody listens any more");
    assert_eq!(named(&start(&meeting.place, &paths(&["a.edoc"]), LONG)), "handed over");
    assert_eq!(heard.recv_timeout(LONG).unwrap(), paths(&["a.edoc"]));
}

#[test]
fn a_socket_that_others_may_open_is_not_spoken_to() {
    let meeting = Meeting::new();
    let heard = meeting.window(LONG);
    fs::set_permissions(meeting.place.socket(), fs::Permissions::from_mode(0o666)).unwrap();
    assert_eq!(named(&start(&meeting.place, &paths(&["a.edoc"]), SHORT)), "is alone");
    fs::set_permissions(meeting.place.socket(), fs::Permissions::from_mode(0o600)).unwrap();
    fs::set_permissions(meeting.folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(named(&start(&meeting.place, &paths(&["a.edoc"]), SHORT)), "is alone");
    assert!(heard.try_recv().is_err());
}

#[test]
fn a_place_that_is_too_long_for_a_socket_leaves_the_start_alone() {
    let meeting = Meeting::new();
    let deep = meeting.folder.path().join("x".repeat(120));
    fs::create_dir(&deep).unwrap();
    fs::set_permissions(&deep, fs::Permissions::from_mode(0o700)).unwrap();
    assert_eq!(named(&start(&Place::below(&deep).unwrap(), &[], LONG)), "is alone");
}
