//! Everything can be reached without a mouse, and what matters is said aloud.

use egui::{Event, Key, Modifiers, vec2};

use super::{Command, Direction, Window, state};
use crate::words::Language;

fn key(key: Key, modifiers: Modifiers) -> Vec<Event> {
    let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
    vec![event(true), event(false)]
}

pub(super) fn press(window: &mut Window, state: &super::State, pressed: Key, modifiers: Modifiers) -> Vec<Command> {
    window.commands.clear();
    window.frame(state, key(pressed, modifiers));
    window.frame(state, Vec::new());
    std::mem::take(&mut window.commands)
}

#[test]
fn shortcuts_do_what_the_buttons_do() {
    let mut window = Window::new();
    let state = state(&["unsigned.edoc"]);
    window.show(&state);
    assert_eq!(press(&mut window, &state, Key::O, Modifiers::COMMAND), [Command::OpenFiles]);
    let both = Modifiers::COMMAND.plus(Modifiers::SHIFT);
    assert_eq!(press(&mut window, &state, Key::O, both), [Command::OpenFolder]);
    assert_eq!(press(&mut window, &state, Key::W, Modifiers::COMMAND), [Command::CloseAll]);
    assert_eq!(press(&mut window, &state, Key::Q, Modifiers::COMMAND), [Command::Quit]);
    assert_eq!(press(&mut window, &state, Key::L, Modifiers::COMMAND), [Command::Speak(Language::English)]);
    assert_eq!(press(&mut window, &state, Key::O, Modifiers::NONE), [], "a letter alone does nothing");
}

#[test]
fn arrows_walk_the_list_and_only_the_list() {
    let mut window = Window::new();
    let several = state(&["anna-matematika.edoc", "tampered.edoc"]);
    window.show(&several);
    assert_eq!(press(&mut window, &several, Key::ArrowDown, Modifiers::NONE), [Command::Step(Direction::Next)]);
    let one = state(&["anna-matematika.edoc"]);
    assert_eq!(press(&mut window, &one, Key::ArrowDown, Modifiers::NONE), []);
    // The first button of the bar has the focus: the arrows are its own.
    window.show(&several);
    press(&mut window, &several, Key::Tab, Modifiers::NONE);
    assert!(window.context.memory(|memory| memory.focused().is_some()));
    assert_eq!(press(&mut window, &several, Key::ArrowDown, Modifiers::NONE), []);
}

#[test]
fn tab_reaches_the_code_and_enter_shows_it() {
    let mut window = Window::new();
    let state = state(&["anna-matematika.edoc"]);
    window.show(&state);
    let mut reached = Vec::new();
    while reached.len() < 12 && window.focused != "Rādīt personas kodu" {
        press(&mut window, &state, Key::Tab, Modifiers::NONE);
        reached.push(window.focused.clone());
    }
    assert_eq!(reached.first().map(String::as_str), Some("Atvērt datnes…"), "the first button comes first");
    assert_eq!(press(&mut window, &state, Key::Enter, Modifiers::NONE), [Command::ToggleCodes], "{reached:?}");
}

#[test]
fn page_down_scrolls_the_document() {
    let mut window = Window::sized(vec2(1000.0, 600.0));
    let state = state(&["anna-matematika.edoc"]);
    window.show(&state);
    let top = |window: &Window| window.named.iter().find(|(name, _)| name.contains("Trīs fakti")).unwrap().1.top();
    let before = top(&window);
    press(&mut window, &state, Key::PageDown, Modifiers::NONE);
    (0..40).for_each(|_| window.frame(&state, Vec::new()));
    assert!(top(&window) < before - 300.0, "{before} to {}", top(&window));
    press(&mut window, &state, Key::Home, Modifiers::NONE);
    (0..40).for_each(|_| window.frame(&state, Vec::new()));
    assert!((top(&window) - before).abs() < 2.0);
}

#[test]
fn the_verdict_is_announced_in_one_breath() {
    let mut window = Window::new();
    window.show(&state(&["tampered.edoc"]));
    let [said] = window.announced.as_slice() else { panic!("one announcement: {:?}", window.announced) };
    assert!(said.starts_with("NEDERĪGS\nDokuments ir mainīts pēc parakstīšanas"), "{said}");
    window.show(&state(&[]));
    assert!(window.announced.is_empty(), "nothing to say of nothing");
}

#[test]
fn a_fact_is_one_sentence_for_those_who_hear_it() {
    let mut window = Window::new();
    window.show(&state(&["foreign-issuer.edoc"]));
    let fact = window.name_with("Eksāmenu iestāde: nav kārtībā");
    assert!(fact.contains("PARAUGS: cita iestāde") && fact.contains("nevis VISC vai VIAA"), "{fact}");
}

#[test]
fn details_are_closed_until_asked_for_and_each_can_be_copied() {
    let mut window = Window::new();
    let state = state(&["anna-matematika.edoc"]);
    window.show(&state);
    assert!(!window.has("TOTAL-PASSED"));
    window.click(&state, "Tehniskā informācija");
    (0..40).for_each(|_| window.frame(&state, Vec::new()));
    assert!(window.has("TOTAL-PASSED"));
    let copied = window.click(&state, "Kopēt: Slēdziens pēc EN 319 102-1");
    assert_eq!(copied, [Command::Copy("TOTAL-PASSED".to_owned())]);
}
