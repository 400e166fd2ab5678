//! What is said in which order, and what of it is still heard.

use std::path::Path;
use std::time::{Duration, Instant};

use super::*;
use crate::dossier::Places;
use crate::trust::Pins;

const AT: &str = "2026-11-23T12:00:00Z";

fn sources(folder: &Path) -> Sources {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    Sources {
        trust: vec![samples.join("trust-list.xml")],
        issuers: vec![samples.join("issuers.toml")],
        policy: None,
        places: Some(Places::at(folder)),
        pins: Pins::shipped().unwrap(),
    }
}

fn worker(folder: &Path) -> Worker {
    let sources = sources(folder);
    let (setting, _) = sources.read(AT.parse().unwrap()).unwrap();
    Worker::start(sources, setting, (Arc::new(|| {}), Arc::new(|| {})))
}

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(name)
}

/// Everything that is said until `last` is.
fn heard(worker: &Worker, last: impl Fn(&Message) -> bool) -> Vec<Message> {
    let end = Instant::now() + Duration::from_secs(60);
    let mut all = Vec::new();
    while Instant::now() < end {
        all.extend(worker.messages());
        if all.iter().any(&last) {
            return all;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    panic!("it is never said");
}

fn is_trust(message: &Message) -> bool {
    matches!(message, Message::Trust(_))
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

#[test]
fn what_comes_late_is_not_heard_after_all_was_closed() {
    let folder = tempfile::tempdir().unwrap();
    let worker = worker(folder.path());
    worker.open(vec![sample("unsigned.edoc")]);
    // All of it was said before lists were read again, and nobody has listened yet.
    worker.reread();
    worker.close();
    let late = heard(&worker, is_trust);
    assert_eq!(late.len(), 1, "only what is about no file");
    worker.open(vec![sample("unsigned.edoc")]);
    let all = heard(&worker, |message| matches!(message, Message::Done(_)));
    assert!(matches!(all.as_slice(), [Message::Expected(1, Errand::Open), Message::Done(_)]), "the twin");
}

#[test]
fn stopping_lets_go_what_is_opened_and_never_what_is_judged_again() {
    let folder = tempfile::tempdir().unwrap();
    let sources = sources(folder.path());
    let (setting, _) = sources.read(AT.parse().unwrap()).unwrap();
    let (out, said) = channel();
    let counts = Arc::new(Counts::default());
    let (repaint, soon): (Repaint, Repaint) = (Arc::new(|| {}), Arc::new(|| {}));
    let sources = Arc::new(sources);
    let mut judge = Judge { sources, setting, say: Say(out), counts: Arc::clone(&counts), repaint, soon };
    let before = counts.ticket();
    let paths = vec![sample("unsigned.edoc"), sample("tampered.edoc")];
    counts.stops.fetch_add(1, Ordering::AcqRel);
    judge.carry_out(Request::Open(paths.clone(), before));
    let messages: Vec<Message> = said.try_iter().map(|(_, message)| message).collect();
    assert!(matches!(messages.as_slice(), [Message::Expected(2, Errand::Open), Message::Stopped(2)]));
    judge.carry_out(Request::Again(paths, before));
    let messages: Vec<Message> = said.try_iter().map(|(_, message)| message).collect();
    let expected =
        matches!(messages.as_slice(), [Message::Expected(2, Errand::Again), Message::Done(_), Message::Done(_)]);
    assert!(expected, "{} messages", messages.len());
}

#[test]
fn what_is_judged_by_old_lists_is_said_before_the_new_ones_are() {
    let folder = tempfile::tempdir().unwrap();
    let worker = worker(folder.path());
    worker.open(vec![sample("unsigned.edoc"), sample("tampered.edoc")]);
    worker.reread();
    worker.open(vec![sample("foreign-issuer.edoc")]);
    let mut done = 0;
    let all = heard(&worker, |message| matches!(message, Message::Expected(1, _)));
    for message in all {
        match message {
            Message::Done(_) => done += 1,
            Message::Trust(_) => {
                assert_eq!(done, 2, "whoever hears of new lists knows every file that old ones judged")
            }
            _ => {}
        }
    }
}

#[cfg(feature = "online")]
mod online {
    use super::*;
    use crate::pki::bundle::read_certificates;

    fn answered() -> Message {
        Message::Answered("a.edoc".into(), Err(Unexamined::NotFound))
    }

    #[test]
    fn an_answer_by_lists_that_count_no_more_is_none() {
        let counts = Counts::default();
        let then = counts.ticket();
        assert!(matches!(counts.ticket().hears(then, answered()), Some(Message::Answered(..))));
        counts.rereads.fetch_add(1, Ordering::AcqRel);
        assert!(matches!(counts.ticket().hears(then, answered()), Some(Message::Outdated(_))));
        let done = Message::Stopped(1);
        assert!(matches!(counts.ticket().hears(then, done), Some(Message::Stopped(1))), "that is judged again anyway");
        counts.closes.fetch_add(1, Ordering::AcqRel);
        assert!(counts.ticket().hears(then, answered()).is_none(), "nor is one about what was closed");
        assert!(counts.ticket().hears(counts.ticket(), answered()).is_some(), "the twin");
    }

    #[test]
    fn what_an_asking_brought_counts_for_what_is_judged_afterwards() {
        let folder = tempfile::tempdir().unwrap();
        let sources = sources(folder.path());
        let (setting, _) = sources.read(AT.parse().unwrap()).unwrap();
        let pem = std::fs::read(sample("trust-list-signer.pem")).unwrap();
        let certificate = read_certificates(&pem).unwrap().remove(0);
        let counts = Arc::new(Counts::default());
        let (repaint, soon): (Repaint, Repaint) = (Arc::new(|| {}), Arc::new(|| {}));
        let (sources, say) = (Arc::new(sources), Say(channel().0));
        let mut judge = Judge { sources, setting, say, counts: Arc::clone(&counts), repaint, soon };
        Places::at(folder.path()).certificates().keep(&certificate).unwrap();
        let known = |judge: &Judge| {
            judge.setting.trust().issuers_of(&certificate).iter().any(|one| one.sha256 == certificate.sha256)
        };
        judge.carry_out(Request::Open(Vec::new(), counts.ticket()));
        assert!(!known(&judge), "nobody has asked");
        counts.fetched.store(true, Ordering::Release);
        judge.carry_out(Request::Open(Vec::new(), counts.ticket()));
        assert!(known(&judge) && !counts.fetched.load(Ordering::Acquire), "it is read once");
    }

    #[test]
    fn an_asking_that_ends_says_that_something_came() {
        let folder = tempfile::tempdir().unwrap();
        let worker = worker(folder.path());
        let (path, sha256) = (folder.path().join("gone.edoc"), crate::crypto::Sha256::of(b"gone"));
        worker.ask(asking::Agreed { path: path.clone(), sha256 });
        let all = heard(&worker, |message| matches!(message, Message::Answered(..)));
        assert!(matches!(all.as_slice(), [Message::Answered(about, Err(Unexamined::NotFound))] if *about == path));
        assert!(worker.counts.fetched.load(Ordering::Acquire));
    }
}
