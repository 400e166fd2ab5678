//! Asking for what a file lacks: nothing before it is told what is sent where, and nothing that was not agreed to.

use std::path::Path;

use super::super::asking::{AskStep, Asking};
use super::super::worker::Message;
use super::{Command, State, Window, opened, state};
use crate::dossier::Question;
use crate::report::{Asked, Authenticity, FetchResult, Fetched};
use crate::validation::Doubt;

/// A file that cannot be confirmed.
fn doubtful() -> State {
    let mut file = opened("anna-matematika.edoc");
    file.result.as_mut().unwrap().authenticity = Authenticity::CannotConfirm(Doubt::TryLater);
    let mut state = state(&[]);
    state.add(file);
    state
}

fn asked() -> Asked {
    Asked::Ocsp { certificate: "PARAUGS".to_owned() }
}

fn question() -> Question {
    Question { asked: asked(), url: "http://ocsp.example/".to_owned() }
}

#[test]
fn what_is_sent_where_is_said_before_it_is_agreed_to() {
    let mut state = doubtful();
    let path = state.files[0].path.clone();
    let mut window = Window::new();
    let commands = window.click(&state, "Jautāt tīklā…");
    assert_eq!(commands, [Command::Ask(AskStep::Look(path.clone()))]);
    state.apply(&commands[0]);
    state.apply(&Command::Ask(AskStep::Start));
    assert_eq!(state.asking, Asking::Looking(path.clone()), "nothing can be agreed to before it is told");
    state.hear(Message::Questions(path.clone(), Some(vec![question()])));
    window.show(&state);
    assert!(window.has("http://ocsp.example/") && window.has("no dokumenta nekas"));
    assert_eq!(window.click(&state, "Nejautāt"), [Command::Ask(AskStep::Withdraw)]);
    let commands = window.click(&state, "Jautāt");
    assert_eq!(commands, [Command::Ask(AskStep::Start)]);
    state.apply(&commands[0]);
    assert_eq!(state.asking.running(), Some(path.as_path()));
}

#[test]
fn a_file_that_lacks_nothing_is_not_asked_about() {
    let mut window = Window::new();
    window.show(&state(&["anna-matematika.edoc"]));
    assert!(!window.has("Jautāt tīklā…"));
    window.show(&doubtful());
    assert!(window.has("Jautāt tīklā…"));
}

#[test]
fn escape_leads_away_from_the_question() {
    let mut state = doubtful();
    let path = state.files[0].path.clone();
    state.apply(&Command::Ask(AskStep::Look(path.clone())));
    state.hear(Message::Questions(path, Some(vec![question()])));
    state.apply(&Command::Back);
    assert_eq!(state.asking, Asking::Idle);
}

#[test]
fn where_nobody_can_be_asked_nothing_can_be_agreed_to() {
    let mut state = doubtful();
    let path = state.files[0].path.clone();
    state.apply(&Command::Ask(AskStep::Look(path.clone())));
    state.hear(Message::Questions(path, Some(Vec::new())));
    let mut window = Window::new();
    window.show(&state);
    assert!(window.has("Nav, kam jautāt"));
    state.apply(&Command::Ask(AskStep::Start));
    assert_eq!(state.asking.running(), None);
}

#[test]
fn what_was_answered_replaces_the_verdict_and_each_address_is_named() {
    let mut state = doubtful();
    let path = state.files[0].path.clone();
    state.apply(&Command::Ask(AskStep::Look(path.clone())));
    state.hear(Message::Questions(path.clone(), Some(vec![question()])));
    state.apply(&Command::Ask(AskStep::Start));
    let mut again = opened("anna-matematika.edoc");
    let url = "http://ocsp.example/".to_owned();
    again.result.as_mut().unwrap().fetched = vec![Fetched { asked: asked(), url, result: FetchResult::TimedOut }];
    state.hear(Message::Answered(path, Some(Box::new(again))));
    state.settle();
    assert_eq!(state.asking, Asking::Idle);
    let mut window = Window::new();
    window.show(&state);
    assert!(window.has("DERĪGS") && window.has("http://ocsp.example/"));
}

#[test]
fn an_answer_about_a_file_that_was_closed_opens_nothing() {
    let mut state = doubtful();
    state.apply(&Command::CloseAll);
    let late = opened("anna-matematika.edoc");
    state.hear(Message::Answered(late.path.clone(), Some(Box::new(late))));
    assert!(state.files.is_empty());
    state.hear(Message::Answered(Path::new("gone.edoc").to_owned(), None));
    assert_eq!(state.asking, Asking::Idle);
}
