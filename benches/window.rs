//! The window without a screen: frames of the table, laid out and cut into triangles, as everything but the drawing itself.
//!
//! `cargo bench --bench window`

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

use std::path::Path;

use divan::Bencher;
use edoc::dossier::{Setting, examine};
use edoc::gui::{Opened, State, ThemeChoice, draw, theme};
use edoc::words::Language;
use egui::{Context, Event, Modifiers, MouseWheelSource, MouseWheelUnit, RawInput, Rect, TouchPhase, pos2, vec2};

fn main() {
    divan::main();
}

/// Files of several kinds, so that rows differ.
const FILES: [&str; 5] =
    ["anna-matematika.edoc", "janis-fizika.asice", "tampered.edoc", "foreign-issuer.edoc", "liga-biologija.asice"];

/// As many files as asked for, under names of their own.
fn files(count: usize) -> Vec<Opened> {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let mut setting = Setting::shipped("2026-11-23T12:00:00Z".parse().unwrap()).unwrap();
    setting.add_trusted_list(&samples.join("trust-list.xml")).unwrap();
    setting.add_issuers(&samples.join("issuers.toml")).unwrap();
    let judged: Vec<Opened> = FILES.iter().map(|name| Opened::from(examine(&samples.join(name), &setting))).collect();
    let copy = |number: usize| {
        let one = &judged[number % judged.len()];
        Opened { path: format!("mape/datne-{number:05}.edoc").into(), result: one.result.clone() }
    };
    (0..count).map(copy).collect()
}

struct Window {
    context: Context,
}

impl Window {
    fn new() -> Self {
        let context = Context::default();
        theme::apply(&context, ThemeChoice::Light);
        Self { context }
    }

    /// One frame, to the triangles; how many there are.
    fn frame(&self, state: &State, events: Vec<Event>) -> usize {
        let screen_rect = Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(1240.0, 860.0)));
        let input = RawInput { screen_rect, events, ..RawInput::default() };
        let mut output = self.context.run_ui(input, |ui| drop(draw(ui, state)));
        output.textures_delta.clear();
        self.context.tessellate(output.shapes, output.pixels_per_point).len()
    }
}

fn wheel(points: f32) -> Vec<Event> {
    let (unit, phase) = (MouseWheelUnit::Point, TouchPhase::Move);
    let (source, modifiers) = (MouseWheelSource::Unknown, Modifiers::NONE);
    vec![
        Event::PointerMoved(pos2(600.0, 400.0)),
        Event::MouseWheel { unit, delta: vec2(0.0, -points), phase, source, modifiers },
    ]
}

fn many(count: usize) -> State {
    let mut state = State::new(Language::Latvian, ThemeChoice::Light);
    state.add_all(files(count));
    state
}

/// A frame of a table that lies still.
#[divan::bench(args = [500, 10_000])]
fn still(bencher: Bencher<'_, '_>, rows: usize) {
    let (window, state) = (Window::new(), many(rows));
    window.frame(&state, Vec::new());
    bencher.bench_local(|| window.frame(&state, Vec::new()));
}

/// A frame in which a whole screen of other rows comes.
#[divan::bench(args = [500, 10_000])]
fn scrolled(bencher: Bencher<'_, '_>, rows: usize) {
    let (window, state) = (Window::new(), many(rows));
    window.frame(&state, Vec::new());
    let mut points = 700.0;
    bencher.bench_local(|| {
        points = -points;
        window.frame(&state, wheel(points))
    });
}

/// Eight more files and a frame, while others are still being judged.
#[divan::bench(args = [500, 10_000], sample_count = 20, sample_size = 10)]
fn filling(bencher: Bencher<'_, '_>, rows: usize) {
    let (window, mut state) = (Window::new(), many(0));
    state.waiting = usize::MAX;
    let mut come = files(rows.saturating_add(2_000));
    let rest = come.split_off(rows);
    for file in come {
        state.add(file);
    }
    let mut rest = rest.into_iter();
    bencher.bench_local(|| {
        rest.by_ref().take(8).for_each(|file| state.add(file));
        window.frame(&state, Vec::new())
    });
}

/// Everything seen together: of many files this is done on another thread.
#[divan::bench(args = [100, 500, 10_000])]
fn together(bencher: Bencher<'_, '_>, rows: usize) {
    let mut state = many(rows);
    bencher.bench_local(|| state.add_all(None));
}
