//! Nothing stands beyond the edge of the window, however narrow it is.

use egui::vec2;

use super::{Command, Window, state};
use crate::words::Language;

const SAMPLES: [&str; 5] =
    ["anna-anglu-valoda.edoc", "uncovered-file.edoc", "tampered.edoc", "self-signed-by-student.edoc", "missing.edoc"];

#[test]
fn nothing_is_cut_off_at_the_right() {
    for files in [&SAMPLES[..1], &SAMPLES[..]] {
        let mut state = state(files);
        let narrow = Language::offered().iter().map(|language| (520.0, *language));
        for (width, language) in narrow.chain([(820.0, Language::Latvian)]) {
            state.apply(&Command::Speak(language));
            for selected in 0..files.len() {
                state.apply(&Command::Select(selected));
                let mut window = Window::sized(vec2(width, 3000.0));
                window.show(&state);
                for (name, area) in &window.named {
                    assert!(area.right() <= width + 0.5, "{language:?} {width}: {name} ends at {}", area.right());
                }
            }
        }
    }
}

#[test]
fn details_wrap_in_a_narrow_window() {
    let state = state(&["self-signed-by-student.edoc"]);
    let mut window = Window::sized(vec2(520.0, 6000.0));
    window.click(&state, "Tehniskā informācija");
    (0..40).for_each(|_| window.frame(&state, Vec::new()));
    assert!(window.has("TOTAL-PASSED"));
    for (name, area) in &window.named {
        assert!(area.right() <= 520.5, "{name} ends at {}", area.right());
    }
}

#[test]
fn the_measure_sees_what_is_cut_off() {
    let mut window = Window::sized(vec2(1280.0, 3000.0));
    window.show(&state(&SAMPLES[..1]));
    assert!(window.named.iter().any(|(_, area)| area.right() > 600.0), "a wide window is used");
}

#[test]
fn five_hundred_files_are_drawn_a_screen_at_a_time() {
    let mut state = state(&["unsigned.edoc"]);
    let first = state.files.pop().unwrap();
    let many = |number: usize| super::Opened {
        path: format!("file-{number:03}.edoc").into(),
        result: Ok(first.result.as_ref().unwrap().clone()),
    };
    (0..500).map(many).for_each(|file| state.add(file));
    let mut window = Window::sized(vec2(1000.0, 700.0));
    window.show(&state);
    let rows = |window: &Window| window.named.iter().filter(|(name, _)| name.contains(", file-")).count();
    assert!((5..20).contains(&rows(&window)), "{} rows", rows(&window));
    // The selected row comes into view wherever it is.
    state.apply(&Command::Select(420));
    (0..40).for_each(|_| window.frame(&state, Vec::new()));
    assert!(window.has(", file-420.edoc") && !window.has(", file-001.edoc"));
}
