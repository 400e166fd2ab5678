//! The trust page: what it lists, how it is reached and left, and that the date of the lists stands beside every verdict.

#[cfg(feature = "online")]
mod fetching;

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use egui::{Key, Modifiers, vec2};

use super::keyboard::press;
use super::{Command, State, ThemeChoice, Window, state};
use crate::dossier::{Places, examine};
use crate::gui::Page;
use crate::gui::sources::Sources;
use crate::gui::state::{Opened, Trouble};
use crate::gui::table::TableStep;
use crate::gui::update::Next;
use crate::gui::worker::{Message, Worker};
use crate::trust::{ListKind, ListOrigin, ListSignature, NamedBy, Pins, TrustedList, parse_list};
use crate::words::Language;

const AT: &str = "2026-11-23T12:00:00Z";

/// What a reader keeps in `folder`, beside the samples.
fn sources(folder: &Path) -> Sources {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    Sources {
        trust: vec![root.join("samples/trust-list.xml")],
        issuers: vec![root.join("samples/issuers.toml")],
        policy: None,
        places: Some(Places::at(folder)),
        pins: Pins { lotl: "http://127.0.0.1:1/lotl.xml".to_owned(), ..Pins::shipped().unwrap() },
    }
}

fn on_the_page(folder: &Path) -> State {
    let mut state = State::new(Language::Latvian, ThemeChoice::Light);
    state.trust = sources(folder).read(AT.parse().unwrap()).unwrap().1;
    state.apply(&Command::ShowTrust);
    state
}

/// Messages until one satisfies `last`.
fn hear_until(worker: &Worker, state: &mut State, last: impl Fn(&Message) -> bool) {
    let end = Instant::now() + Duration::from_secs(60);
    while Instant::now() < end {
        for message in worker.messages() {
            let was_last = last(&message);
            // As the program does.
            if let Next::Again(paths) = state.hear(message) {
                state.asked += 1;
                worker.again(paths);
            }
            if was_last {
                return;
            }
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    panic!("the worker did not answer");
}

#[test]
fn the_page_says_of_every_list_what_there_is_to_say() {
    let folder = tempfile::tempdir().unwrap();
    let state = on_the_page(folder.path());
    let mut window = Window::new();
    window.show(&state);
    assert!(window.has("Saraksti nav lejupielādēti") && window.has("sarakstiem nākamā izdevuma diena ir pagājusi"));
    assert_eq!(
        window.name_with("LV, "),
        "LV, numurs 51, izdošanas datums: 2026. gada 28. aprīlis (pirms 208 dienām)\n\
         nākamā izdevuma diena bija 2026. gada 28. oktobris\n\
         iebūvēts programmā · 40 pakalpojumu\n\
         paraksts pārbaudīts, veidojot programmu"
    );
    let sample = window.name_with("XX, ");
    assert!(sample.contains("Jūsu pievienots") && sample.contains("ko neviens nenosauc"), "{sample}");
    let rows = state.trust.lists.iter().filter(|list| window.has(&format!("{}, numurs", list.facts.territory)));
    assert_eq!(rows.count(), crate::trust::snapshot().lists.len() + 1);
    assert!(std::fs::read_dir(folder.path()).unwrap().next().is_none(), "looking writes nothing");
}

/// The sample list as it would be kept after an update.
fn fetched() -> TrustedList {
    let mut list = parse_list(include_bytes!("../../../samples/trust-list.xml")).unwrap();
    list.kind = ListKind::National;
    list.facts.origin = ListOrigin::Update;
    let signer = crate::crypto::Sha256([1; 32]);
    let named_by = NamedBy::ListOfLists { sequence: 390 };
    list.facts.signature = ListSignature::Verified { signer, name: "PARAUGS".to_owned(), named_by };
    list
}

#[test]
fn lists_kept_since_the_window_was_opened_count_once_they_are_read_again() {
    let folder = tempfile::tempdir().unwrap();
    let places = Places::at(folder.path());
    let sources = Sources { trust: Vec::new(), ..sources(folder.path()) };
    let (setting, facts) = sources.read(AT.parse().unwrap()).unwrap();
    let worker = Worker::start(sources, setting, (Arc::new(|| {}), Arc::new(|| {})));
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/anna-matematika.edoc");
    let mut state = State::new(Language::Latvian, ThemeChoice::Light);
    state.trust = facts;
    let lists = |state: &State| -> Vec<String> {
        let report = state.files[0].result.as_ref().unwrap();
        report.lists.iter().map(|list| list.territory.clone()).collect()
    };
    worker.open(vec![file]);
    hear_until(&worker, &mut state, |message| matches!(message, Message::Done(_)));
    assert_eq!((lists(&state), state.trust.kept), (vec!["LV".to_owned()], 0));
    places.lists().keep(&fetched()).unwrap();
    worker.reread();
    hear_until(&worker, &mut state, |message| matches!(message, Message::Done(_)));
    assert_eq!((lists(&state), state.trust.kept, state.files.len()), (vec!["XX".to_owned()], 1, 1));
    state.apply(&Command::ShowTrust);
    let mut window = Window::new();
    window.show(&state);
    assert!(window.has("Glabājas mapē ") && window.name_with("XX, ").contains("lejupielādēts"));
    assert!(window.name_with("XX, ").contains("paraksts ir derīgs: PARAUGS; parakstītāju nosauc ES sarakstu saraksts"));
}

#[test]
fn latvia_stands_first_and_the_list_of_lists_is_named_as_such() {
    let folder = tempfile::tempdir().unwrap();
    let mut state = on_the_page(folder.path());
    assert_eq!(state.trust.lists[0].facts.territory, "LV");
    state.trust.lists[1].facts.territory = "EU".to_owned();
    let mut window = Window::new();
    window.show(&state);
    assert!(window.has("ES sarakstu saraksts, numurs "));
}

#[test]
fn recognised_issuers_stand_below_with_who_says_so() {
    let folder = tempfile::tempdir().unwrap();
    Places::at(folder.path()).keep_issuers(&[added()]).unwrap();
    let mut window = Window::new();
    window.show(&on_the_page(folder.path()));
    let name =
        "VISC: Valsts izglītības satura centrs (LV), pēc nosaukuma, pēdējā diena: 2024. gada 31. decembris, iebūvēts";
    assert!(window.has(name) && window.has("VIAA: Valsts izglītības attīstības aģentūra"));
    assert!(window.has("CITS: Cita iestāde (LV), pēc nosaukuma, Jūsu pievienots"));
}

fn added() -> crate::exam::RecognisedIssuer {
    crate::exam::RecognisedIssuer {
        short_name: "CITS".to_owned(),
        organisation_names: vec!["Cita iestāde".to_owned()],
        country: "LV".to_owned(),
        identifier: None,
        from: None,
        until: None,
    }
}

#[test]
fn the_button_and_the_key_open_the_page_and_escape_and_back_leave_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut state = state(&["unsigned.edoc"]);
    let mut window = Window::new();
    assert_eq!(window.click(&state, "Uzticamības saraksti"), [Command::ShowTrust]);
    assert_eq!(press(&mut window, &state, Key::T, Modifiers::COMMAND), [Command::ShowTrust]);
    assert_eq!(press(&mut window, &state, Key::Escape, Modifiers::NONE), [], "from the files there is no way back");
    state.trust = on_the_page(folder.path()).trust;
    state.apply(&Command::ShowTrust);
    window.show(&state);
    assert!(window.has("LV, numurs 51") && !window.has("NAV PARAKSTA"));
    assert_eq!(press(&mut window, &state, Key::Escape, Modifiers::NONE), [Command::Back]);
    assert_eq!(window.click(&state, "Atpakaļ"), [Command::Back]);
    state.apply(&Command::Back);
    window.show(&state);
    assert!(window.has("NAV PARAKSTA") && !window.has("LV, numurs 51"));
}

#[test]
fn what_is_kept_and_cannot_be_used_is_said_on_every_page() {
    let folder = tempfile::tempdir().unwrap();
    let lists = Places::at(folder.path()).lists().path().to_owned();
    std::fs::create_dir_all(&lists).unwrap();
    std::fs::write(lists.join("EE.list"), "zimogs-trusted-list 1 cut off").unwrap();
    let certificates = Places::at(folder.path()).certificates().path().to_owned();
    std::fs::create_dir_all(&certificates).unwrap();
    std::fs::write(certificates.join("00.der"), "cut off").unwrap();
    std::fs::write(folder.path().join("issuers.toml"), "[[issuer]]\nshort_name = 1\n").unwrap();
    let mut state = on_the_page(folder.path());
    assert_eq!(state.trust.troubles[0], Trouble::DamagedList { file: "EE.list".to_owned() });
    for page in [Page::Trust, Page::Files] {
        state.page = page;
        let mut window = Window::new();
        window.show(&state);
        assert!(window.has("EE.list: uzticamības saraksta datne ir bojāta un netiek lietota"), "{page:?}");
        assert!(window.has("00.der: lejupielādēta izdevēja sertifikāta datne ir bojāta"), "{page:?}");
        assert!(window.has("Pievienoto izdevēju datne nav lietojama"), "{page:?}");
    }
    let whole = tempfile::tempdir().unwrap();
    assert!(on_the_page(whole.path()).trust.troubles.is_empty(), "the twin");
}

#[test]
fn an_argument_that_cannot_be_used_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let mut sources = sources(folder.path());
    assert!(sources.read(AT.parse().unwrap()).is_ok());
    sources.trust = vec![folder.path().join("missing.xml")];
    assert!(sources.read(AT.parse().unwrap()).is_err());
    std::fs::create_dir(folder.path().join("lists")).unwrap();
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/trust-list.xml");
    std::fs::copy(list, folder.path().join("lists/one.xml")).unwrap();
    sources.trust = vec![folder.path().join("lists")];
    let (setting, _) = sources.read(AT.parse().unwrap()).unwrap();
    assert_eq!(setting.policy().id, "zimogs-1");
    sources.policy = Some("etsi-strict".into());
    assert_eq!(sources.read(AT.parse().unwrap()).unwrap().0.policy().id, "etsi-strict");
    sources.policy = Some("unheard-of".into());
    assert!(sources.read(AT.parse().unwrap()).is_err());
}

#[test]
fn the_date_of_the_list_stands_beside_every_verdict() {
    let mut window = Window::new();
    let one = state(&["anna-matematika.edoc"]);
    window.show(&one);
    assert!(window.has("Uzticamības saraksts XX, izdošanas datums: 2026. gada 2. novembris (pirms 21 dienas)"));
    assert!(!window.has("novecoj"));
    let several = state(&["anna-matematika.edoc", "tampered.edoc", "unsigned.edoc", "missing.edoc"]);
    window.show(&several);
    let mut entered = state(&["anna-matematika.edoc", "tampered.edoc", "unsigned.edoc", "missing.edoc"]);
    entered.apply(&Command::Table(TableStep::Enter));
    let mut list = Window::new();
    list.show(&entered);
    for shown in [&window, &list] {
        for word in ["DERĪGS, ", "NEDERĪGS, ", "NAV PARAKSTA, "] {
            let row = shown.name_with(word);
            assert!(row.contains("izdošanas datums: 2026. gada"), "{row}");
        }
        assert!(!shown.name_with("NEVAR ATVĒRT, ").contains("datums"), "no verdict, no date");
    }
}

#[test]
fn rows_of_one_date_share_a_line_above_them() {
    let line = "Uzticamības saraksts XX, izdošanas datums: 2026. gada 2. novembris (pirms 21 dienas)";
    let whole = |window: &Window| window.named.iter().filter(|(name, _)| name == line).count();
    let row = |window: &Window| {
        let found = window.named.iter().find(|(name, _)| name.starts_with("DERĪGS, Anna"));
        found.unwrap().1.height()
    };
    let (mut same, mut other) = (Window::new(), Window::new());
    let entered = |files: &[&str]| {
        let mut state = state(files);
        state.apply(&Command::Table(TableStep::Enter));
        state
    };
    same.show(&entered(&["anna-matematika.edoc", "anna-anglu-valoda.edoc"]));
    other.show(&entered(&["anna-matematika.edoc", "unsigned.edoc"]));
    assert_eq!((whole(&same), whole(&other)), (2, 1), "above the rows and beside the verdict; beside the verdict");
    assert!(row(&other) > row(&same) + 10.0, "each row has a line of its own");
}

#[test]
fn a_list_past_its_next_issue_is_said_to_be_out_of_date() {
    let folder = tempfile::tempdir().unwrap();
    let (setting, _) = Sources { trust: Vec::new(), ..sources(folder.path()) }.read(AT.parse().unwrap()).unwrap();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/unsigned.edoc");
    let mut state = State::new(Language::Latvian, ThemeChoice::Light);
    state.add(Opened::from(examine(&file, &setting)));
    let mut window = Window::new();
    window.show(&state);
    assert!(window.has("Uzticamības saraksts ir novecojis: nākamā izdevuma diena bija 2026. gada 28. oktobris."));
    state.apply(&Command::Speak(Language::English));
    window.show(&state);
    assert!(window.has("The trusted list is out of date: the next issue was due 28 October 2026."));
}

#[test]
fn nothing_of_the_page_is_cut_off_at_the_right() {
    let folder = tempfile::tempdir().unwrap();
    let mut state = on_the_page(folder.path());
    for language in Language::offered() {
        state.apply(&Command::Speak(*language));
        let mut window = Window::sized(vec2(520.0, 6000.0));
        window.show(&state);
        for (name, area) in &window.named {
            assert!(area.right() <= 520.5, "{name} ends at {}", area.right());
            assert!(!name.starts_with("gui-") && !name.starts_with("trust-"), "{name} has no text");
        }
    }
}
