//! Asking for what a file lacks: nothing before it is told what is sent where, and nothing that was not agreed to.

use std::path::{Path, PathBuf};

use super::super::asking::{AskStep, Asking};
use super::super::table::TableStep;
use super::super::update::Next;
use super::super::worker::{Errand, Message};
use super::{Command, Opened, State, Window, opened, state};
use crate::crypto::Sha256;
use crate::dossier::{Lack, Question, Questions, Unexamined};
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

fn told(state: &State, lack: Lack, addresses: &[&str]) -> Questions {
    let question = |url: &&str| Question { asked: asked(), url: (*url).to_owned() };
    Questions { sha256: state.files[0].sha256(), lack, addresses: addresses.iter().map(question).collect() }
}

/// The person was told what would be asked about the first file.
fn questioned(state: &mut State) -> PathBuf {
    let path = state.files[0].path.clone();
    state.apply(&Command::Ask(AskStep::Look(path.clone())));
    let questions = told(state, Lack::Something, &["http://ocsp.example/"]);
    state.hear(Message::Questions(path.clone(), Ok(questions)));
    assert!(matches!(state.asking, Asking::Question(..)));
    path
}

/// And agreed.
fn running(state: &mut State) -> PathBuf {
    let path = questioned(state);
    state.apply(&Command::Ask(AskStep::Start));
    assert_eq!(state.asking.running(), Some(path.as_path()));
    path
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
    let questions = told(&state, Lack::Something, &["http://ocsp.example/"]);
    state.hear(Message::Questions(path.clone(), Ok(questions)));
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
fn escape_leads_away_from_the_question_about_the_file_in_sight() {
    let mut state = doubtful();
    questioned(&mut state);
    state.apply(&Command::Back);
    assert_eq!(state.asking, Asking::Idle);
}

#[test]
fn a_question_about_another_file_is_neither_withdrawn_nor_in_the_way() {
    let mut state = doubtful();
    state.add(opened("tampered.edoc"));
    questioned(&mut state);
    state.apply(&Command::Select(1));
    state.apply(&Command::Table(TableStep::Enter));
    state.apply(&Command::Back);
    assert!(matches!(state.asking, Asking::Question(..)) && !state.table.entered);
    // The twin: about the file in sight.
    state.apply(&Command::Select(0));
    state.apply(&Command::Table(TableStep::Enter));
    state.apply(&Command::Back);
    assert!(state.asking == Asking::Idle && state.table.entered);
}

#[test]
fn a_question_does_not_bar_the_way_to_the_table() {
    let mut state = doubtful();
    let mut copy = opened("anna-matematika.edoc");
    copy.path = "kopija.edoc".into();
    state.add(copy);
    state.apply(&Command::Select(0));
    state.apply(&Command::Table(TableStep::Enter));
    questioned(&mut state);
    for command in Window::new().click(&state, "Rādīt šīs datnes tabulā") {
        state.apply(&command);
    }
    assert!(!state.table.entered && matches!(state.asking, Asking::Question(..)));
}

#[test]
fn where_nobody_can_be_asked_nothing_can_be_agreed_to() {
    for (lack, said) in [(Lack::Something, "Nav, kam jautāt"), (Lack::Nothing, "Nav, ko jautāt tīklā")] {
        let mut state = doubtful();
        let path = state.files[0].path.clone();
        state.apply(&Command::Ask(AskStep::Look(path.clone())));
        let questions = told(&state, lack, &[]);
        state.hear(Message::Questions(path, Ok(questions)));
        let mut window = Window::new();
        window.show(&state);
        assert!(window.has(said), "{lack:?}");
        state.apply(&Command::Ask(AskStep::Start));
        assert!(matches!(state.asking, Asking::Question(..)));
    }
}

#[test]
fn why_it_cannot_be_told_is_said() {
    let mut state = doubtful();
    let path = state.files[0].path.clone();
    state.apply(&Command::Ask(AskStep::Look(path.clone())));
    state.hear(Message::Questions(path, Err(Unexamined::NotFound)));
    let mut window = Window::new();
    window.show(&state);
    assert!(window.has("Tādas datnes nav") && window.has("Jautāt tīklā…"));
}

#[test]
fn while_other_files_are_being_judged_it_is_said_that_it_waits() {
    let mut state = doubtful();
    let path = state.files[0].path.clone();
    state.apply(&Command::Ask(AskStep::Look(path)));
    let said = "Vispirms tiek pārbaudītas atvērtās datnes";
    let mut window = Window::new();
    window.show(&state);
    assert!(!window.has(said));
    state.hear(Message::Expected(9, Errand::Again));
    state.apply(&Command::Table(TableStep::Enter));
    window.show(&state);
    assert!(window.has(said) && window.announced.iter().any(|text| text.contains(said)));
    let questions = told(&state, Lack::Something, &["http://ocsp.example/"]);
    state.hear(Message::Questions(state.files[0].path.clone(), Ok(questions)));
    state.apply(&Command::Ask(AskStep::Start));
    let said = "jautājums var gaidīt savu kārtu";
    window.show(&state);
    assert!(window.has(said) && window.has("Tiek gaidītas atbildes no tīkla"));
    state.hear(Message::Stopped(9));
    window.show(&state);
    assert!(!window.has(said), "the twin");
}

#[test]
fn what_was_answered_replaces_the_verdict_and_each_address_is_named() {
    let mut state = doubtful();
    let path = running(&mut state);
    let mut again = opened("anna-matematika.edoc");
    let url = "http://ocsp.example/".to_owned();
    again.result.as_mut().unwrap().fetched = vec![Fetched { asked: asked(), url, result: FetchResult::TimedOut }];
    assert_eq!(state.hear(Message::Answered(path, Ok(Box::new(again)))), Next::Nothing);
    state.settle();
    assert_eq!(state.asking, Asking::Idle);
    let mut window = Window::new();
    window.show(&state);
    assert!(window.has("DERĪGS") && window.has("http://ocsp.example/"));
}

#[test]
fn codes_in_what_is_asked_are_masked_as_everywhere() {
    let mut state = doubtful();
    let path = state.files[0].path.clone();
    state.apply(&Command::Ask(AskStep::Look(path.clone())));
    let questions = told(&state, Lack::Something, &["http://ocsp.example/320000-00001"]);
    state.hear(Message::Questions(path, Ok(questions)));
    let mut window = Window::new();
    window.show(&state);
    assert!(window.has("http://ocsp.example/") && !window.has("320000-00001"));
    state.apply(&Command::ToggleCodes);
    window.show(&state);
    assert!(window.has("http://ocsp.example/320000-00001"), "the twin");
}

#[test]
fn an_answer_about_a_file_that_was_closed_opens_nothing_and_another_can_be_asked_about() {
    let mut state = doubtful();
    running(&mut state);
    state.apply(&Command::CloseAll);
    assert_eq!(state.asking, Asking::Idle);
    let late = opened("anna-matematika.edoc");
    state.hear(Message::Answered(late.path.clone(), Ok(Box::new(late))));
    assert!(state.files.is_empty());
    state.hear(Message::Answered(Path::new("gone.edoc").to_owned(), Err(Unexamined::NotFound)));
    assert_eq!(state.asking, Asking::Idle);
    let mut file = opened("anna-matematika.edoc");
    file.result.as_mut().unwrap().authenticity = Authenticity::CannotConfirm(Doubt::TryLater);
    state.add(file);
    let mut window = Window::new();
    window.show(&state);
    assert!(window.has("Jautāt tīklā…"));
    questioned(&mut state);
}

#[test]
fn an_answer_about_octets_that_are_not_open_any_more_has_them_judged_again() {
    let mut state = doubtful();
    let path = running(&mut state);
    // Another file has come into its place, and was opened.
    let Opened { result, .. } = opened("unsigned.edoc");
    state.add(Opened { path: path.clone(), result });
    let late = opened("anna-matematika.edoc");
    let next = state.hear(Message::Answered(path.clone(), Ok(Box::new(late))));
    assert_eq!((next, &state.asking), (Next::Again(vec![path]), &Asking::Idle));
    assert_eq!(state.files[0].sha256(), opened("unsigned.edoc").sha256());
}

#[test]
fn where_another_file_has_come_into_its_place_it_is_said_that_nothing_was_asked() {
    let mut state = doubtful();
    let path = running(&mut state);
    let mut other = doubtful().files[0].as_ref().clone();
    other.result.as_mut().unwrap().file.sha256 = Some(Sha256::of(b"another"));
    state.hear(Message::Answered(path.clone(), Ok(Box::new(other))));
    assert_eq!(state.asking, Asking::Changed(path));
    let mut window = Window::new();
    window.show(&state);
    assert!(window.has("Datne pa šo laiku ir nomainīta") && window.has("Jautāt tīklā…"));
}

#[test]
fn an_answer_by_lists_that_count_no_more_has_the_file_judged_once_more() {
    let mut state = doubtful();
    let path = running(&mut state);
    assert_eq!(state.hear(Message::Outdated(path.clone())), Next::Again(vec![path.clone()]));
    assert_eq!(state.asking, Asking::Idle);
    state.apply(&Command::CloseAll);
    assert_eq!(state.hear(Message::Outdated(path)), Next::Nothing, "what is closed stays closed");
}

#[test]
fn of_one_file_at_a_time_it_is_asked_and_that_is_said_on_the_others() {
    let mut state = doubtful();
    let mut other = doubtful().files[0].as_ref().clone();
    other.path = "cita.edoc".into();
    state.add(other);
    running(&mut state);
    state.apply(&Command::Select(1));
    state.apply(&Command::Table(TableStep::Enter));
    let mut window = Window::new();
    window.show(&state);
    assert!(window.has("Tīklā jau tiek jautāts par citu datni") && !window.has("Jautāt tīklā…"));
    state.apply(&Command::Select(0));
    window.show(&state);
    assert!(window.has("Tiek gaidītas atbildes no tīkla") && !window.has("par citu datni"));
}
