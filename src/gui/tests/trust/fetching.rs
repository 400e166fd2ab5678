//! Fetching lists in the window: nothing is sent unasked, and what goes wrong is said and takes nothing away.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::{AT, Command, Key, Language, Modifiers, State, Window, hear_until, on_the_page, press, sources, vec2};
use crate::fetch::FetchFault;
use crate::gui::update::Next;
use crate::gui::worker::{Message, Worker};
use crate::gui::{Ending, FetchStep, Fetching, Page, Stopping};
use crate::trust::{Fresh, ListOutcome, Progress, Remark, UpdateFault, UpdateReport};

fn outcome(territory: &str, result: Result<Fresh, UpdateFault>) -> ListOutcome {
    ListOutcome { territory: territory.to_owned(), url: String::new(), result, remarks: Vec::new() }
}

fn progress(done: usize, total: usize, territory: &str) -> Message {
    Message::Progress(Progress { done, total, territory: territory.to_owned() })
}

fn running(folder: &Path) -> State {
    let mut state = on_the_page(folder);
    state.apply(&Command::Fetch(FetchStep::Ask));
    state.apply(&Command::Fetch(FetchStep::Start));
    state
}

#[test]
fn the_button_asks_before_anything_is_sent() {
    let folder = tempfile::tempdir().unwrap();
    let mut state = on_the_page(folder.path());
    let mut window = Window::new();
    let asked = window.click(&state, "Atjaunināt sarakstus…");
    assert_eq!(asked, [Command::Fetch(FetchStep::Ask)]);
    state.apply(&asked[0]);
    window.show(&state);
    assert!(window.has("http://127.0.0.1:1/lotl.xml") && window.has("No Jūsu dokumentiem nekas netiks sūtīts."));
    assert!(!state.fetching.is_running());
    assert_eq!(window.click(&state, "Nelejupielādēt"), [Command::Fetch(FetchStep::Withdraw)]);
    assert_eq!(window.click(&state, "Lejupielādēt"), [Command::Fetch(FetchStep::Start)]);
    // Escape takes the question back first, and leaves the page only then.
    assert_eq!(press(&mut window, &state, Key::Escape, Modifiers::NONE), [Command::Back]);
    state.apply(&Command::Back);
    assert_eq!((&state.fetching, state.page), (&Fetching::Idle, Page::Trust));
    state.apply(&Command::Back);
    assert_eq!(state.page, Page::Files);
}

#[test]
fn the_key_that_opens_the_question_does_not_answer_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut state = on_the_page(folder.path());
    let mut window = Window::new();
    window.show(&state);
    for _ in 0..12 {
        if window.focused == "Atjaunināt sarakstus…" {
            break;
        }
        press(&mut window, &state, Key::Tab, Modifiers::NONE);
    }
    assert_eq!(press(&mut window, &state, Key::Enter, Modifiers::NONE), [Command::Fetch(FetchStep::Ask)]);
    state.apply(&Command::Fetch(FetchStep::Ask));
    window.show(&state);
    assert_eq!(press(&mut window, &state, Key::Enter, Modifiers::NONE), [], "{} has the focus", window.focused);
}

#[test]
fn a_step_that_does_not_fit_changes_nothing() {
    let mut fetching = Fetching::default();
    for step in [FetchStep::Start, FetchStep::Stop, FetchStep::Withdraw] {
        fetching.step(step);
        assert_eq!(fetching, Fetching::Idle, "{step:?}: nothing begins without the question");
    }
    fetching.advance(Progress { done: 1, total: 2, territory: "LV".to_owned() });
    assert_eq!(fetching, Fetching::Idle);
    fetching.step(FetchStep::Ask);
    fetching.step(FetchStep::Start);
    fetching.step(FetchStep::Ask);
    assert!(fetching.is_running(), "one at a time");
}

#[test]
fn progress_is_shown_then_what_became_of_each_list() {
    let folder = tempfile::tempdir().unwrap();
    let mut state = running(folder.path());
    let mut window = Window::new();
    window.show(&state);
    assert!(window.has("Notiek sarakstu lejupielāde…"));
    assert_eq!(state.hear(progress(5, 32, "EE")), Next::Nothing);
    window.show(&state);
    assert!(window.has("5 no 32: EE"));
    // It goes on while files are looked at.
    state.apply(&Command::Back);
    window.show(&state);
    assert!(window.has("Saraksti: 5 no 32"));
    state.apply(&Command::ShowTrust);
    let mut overdue = outcome("DE", Ok(Fresh::Same { sequence: 7 }));
    overdue.remarks.push(Remark::PastNextUpdate { next_update: Some("2026-10-28T10:00:00Z".parse().unwrap()) });
    let failed = UpdateFault::Fetch { fault: FetchFault::Status { status: 503 } };
    let lists = vec![
        outcome("EU", Ok(Fresh::New { sequence: 390 })),
        outcome("LV", Ok(Fresh::Replaced { from: 51, to: 52 })),
        overdue,
        outcome("EE", Err(failed)),
    ];
    let next = state.hear(Message::Fetched(Some(Box::new(UpdateReport { lists }))));
    assert_eq!(next, Next::Reread, "new lists count at once");
    window.show(&state);
    for said in [
        "1 sarakstu neizdevās atjaunināt",
        "ES sarakstu saraksts: numurs 390, jauns",
        "LV: numurs 52 numura 51 vietā",
        "DE: numurs 7, jaunāka nav (nākamā izdevuma diena bija 2026. gada 28. oktobris)",
        "EE: nav atjaunināts: serveris atbildēja ar statusu 503",
        "Atjaunināt sarakstus…",
    ] {
        assert!(window.has(said), "{said}");
    }
    assert!(window.announced.iter().any(|said| said.starts_with("Atjaunināšanas iznākums")), "{:?}", window.announced);
}

#[test]
fn stopping_keeps_what_was_fetched_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let mut state = running(folder.path());
    let _ = state.hear(progress(1, 32, "EU"));
    let mut window = Window::new();
    assert_eq!(window.click(&state, "Pārtraukt"), [Command::Fetch(FetchStep::Stop)]);
    state.apply(&Command::Fetch(FetchStep::Stop));
    window.show(&state);
    assert!(window.has("Tiek pabeigti jau iesāktie saraksti…"));
    let lists = vec![outcome("EU", Ok(Fresh::Same { sequence: 390 })), outcome("LV", Ok(Fresh::New { sequence: 52 }))];
    let _ = state.hear(Message::Fetched(Some(Box::new(UpdateReport { lists }))));
    assert!(matches!(state.fetching, Fetching::Ended { ending: Ending::Stopped, .. }));
    window.show(&state);
    assert!(window.has("Pārtraukts: jau lejupielādētie saraksti ir saglabāti"));
    assert!(!window.has("Visi saraksti ir jaunākie pieejamie"), "nobody asked for the others");
}

#[test]
fn stopped_after_the_last_list_is_no_stop_and_a_mistake_of_ours_is_said() {
    let mut fetching = Fetching::Running {
        progress: Some(Progress { done: 1, total: 1, territory: "EU".to_owned() }),
        stopping: Stopping::Yes,
    };
    fetching.end(Some(UpdateReport { lists: vec![outcome("EU", Ok(Fresh::Same { sequence: 390 }))] }));
    assert!(matches!(fetching, Fetching::Ended { ending: Ending::Whole, .. }));
    let folder = tempfile::tempdir().unwrap();
    let mut state = running(folder.path());
    assert_eq!(state.hear(Message::Fetched(None)), Next::Nothing);
    let mut window = Window::new();
    window.show(&state);
    assert!(window.has("Programmā radās kļūda") && window.has("Atjaunināt sarakstus…"));
}

/// Answers every request with an error page, and counts them.
fn error_pages() -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/lotl.xml", listener.local_addr().unwrap());
    let asked = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&asked);
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            count.fetch_add(1, Ordering::SeqCst);
            let _ = stream.read(&mut [0; 4096]);
            let _ = stream.write_all(b"HTTP/1.1 503 No\r\nContent-Length: 4\r\nConnection: close\r\n\r\n<p/>");
        }
    });
    (address, asked)
}

#[test]
fn an_error_page_takes_no_list_away_and_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let (address, asked) = error_pages();
    let mut sources = sources(folder.path());
    sources.pins.lotl = address;
    let (setting, facts) = sources.read(AT.parse().unwrap()).unwrap();
    let before = facts.lists.len();
    let mut worker = Worker::start(sources, setting, (Arc::new(|| {}), Arc::new(|| {})));
    let mut state = running(folder.path());
    assert_eq!(asked.load(Ordering::SeqCst), 0, "nothing is sent before the worker is told to");
    worker.fetch(Arc::new(|| {}));
    hear_until(&worker, &mut state, |message| matches!(message, Message::Fetched(_)));
    assert!(asked.load(Ordering::SeqCst) > 0);
    let mut window = Window::new();
    window.show(&state);
    assert!(window.has("ES sarakstu saraksts: nav atjaunināts: serveris atbildēja ar statusu 503"));
    assert!(window.has("1 sarakstu neizdevās atjaunināt; tiek lietots līdzšinējais"));
    assert!(window.has("tāpēc tie netika lejupielādēti"), "the others were not even asked for");
    // Read again, the lists are the same, and files are judged by them.
    state.add(super::super::opened("unsigned.edoc"));
    worker.reread();
    hear_until(&worker, &mut state, |message| matches!(message, Message::Done(_)));
    assert_eq!((state.trust.lists.len(), state.files.len(), state.is_working()), (before, 1, false));
}

#[test]
fn nothing_is_cut_off_in_any_state_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let failed = UpdateFault::NotAList { fault: crate::trust::ListFault { detail: "no such thing ".repeat(20) } };
    let ended = UpdateReport { lists: vec![outcome("EU", Err(failed))] };
    let progress = Some(Progress { done: 1, total: 32, territory: "EU".to_owned() });
    for fetching in [
        Fetching::Asking,
        Fetching::Running { progress, stopping: Stopping::No },
        Fetching::Ended { report: ended, ending: Ending::Stopped },
    ] {
        for language in Language::offered() {
            let mut state = on_the_page(folder.path());
            state.fetching = fetching.clone();
            state.apply(&Command::Speak(*language));
            let mut window = Window::sized(vec2(520.0, 1000.0));
            window.show(&state);
            for (name, area) in &window.named {
                assert!(area.right() <= 520.5, "{fetching:?}: {name} ends at {}", area.right());
                assert!(!name.starts_with("gui-") && !name.starts_with("trust-"), "{name} has no text");
            }
        }
    }
}
