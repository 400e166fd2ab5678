//! How long it takes until there is something to see, and how long frames take, for those who measure: `--timings`.
//!
//! Of one file: until its verdict, and from there until its document is drawn. Of several: until the first row, frames while the
//! table fills, then frames while it is scrolled to its end. A frame is counted from its beginning to that of the next one, with
//! everything that the system does in between; frames follow each other without a pause, which they do not otherwise.

use std::time::{Duration, Instant};

use egui::{Event, MouseWheelSource, MouseWheelUnit, RawInput, TouchPhase, pos2, vec2};

use super::state::State;

/// Frames that scroll, from the first row to the last.
const SCROLLED: usize = 300;

/// Times since the window program began, asked for with `--timings`.
pub(super) struct Timings {
    start: Instant,
    /// When the last frame began.
    last: Option<Instant>,
    first_row: Option<Duration>,
    verdict: Option<Duration>,
    filling: Frames,
    scrolling: Frames,
    rows: usize,
}

/// Frames of one kind.
#[derive(Default)]
struct Frames {
    count: u32,
    whole: Duration,
    slowest: Duration,
    /// The longest that this program itself took for one.
    ours: Duration,
}

impl Frames {
    fn add(&mut self, whole: Duration, ours: Option<f32>) {
        self.count = self.count.saturating_add(1);
        self.whole = self.whole.saturating_add(whole);
        self.slowest = self.slowest.max(whole);
        let ours = ours.and_then(|seconds| Duration::try_from_secs_f32(seconds).ok());
        self.ours = self.ours.max(ours.unwrap_or_default());
    }

    fn said(&self) -> String {
        let mean = self.whole.checked_div(self.count).unwrap_or_default().as_micros();
        let (slowest, ours) = (self.slowest.as_micros(), self.ours.as_micros());
        format!(
            "{} frames, {mean} µs each, the slowest {slowest} µs, of the program's own at most {ours} µs",
            self.count
        )
    }
}

impl Timings {
    pub(super) fn begin() -> Self {
        Self {
            start: Instant::now(),
            last: None,
            first_row: None,
            verdict: None,
            filling: Frames::default(),
            scrolling: Frames::default(),
            rows: 0,
        }
    }

    /// Called before each frame; `ours` are the seconds that the program took for the last one.
    pub(super) fn frame(&mut self, ours: Option<f32>) {
        let now = Instant::now();
        if let Some(last) = self.last.replace(now)
            && self.rows > 0
        {
            // The frame that showed the first row is over.
            self.first_row.get_or_insert(now.saturating_duration_since(self.start));
            let frames = if self.verdict.is_none() { &mut self.filling } else { &mut self.scrolling };
            frames.add(now.saturating_duration_since(last), ours);
        }
    }

    /// Turns the wheel over the table once all of it is there.
    pub(super) fn turn(&self, input: &mut RawInput, state: &State) {
        if self.verdict.is_none() || state.files.len() < 2 {
            return;
        }
        let Some(screen) = input.screen_rect else { return };
        let steps = u16::try_from(SCROLLED).map_or(1.0, f32::from);
        let rows = u16::try_from(state.table.rows().len()).map_or(f32::from(u16::MAX), f32::from);
        let over = pos2(screen.center().x, screen.top() + screen.height() * 0.5);
        input.events.push(Event::PointerMoved(over));
        input.events.push(Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta: vec2(0.0, -rows * super::views::row_height() / steps),
            phase: TouchPhase::Move,
            source: MouseWheelSource::Unknown,
            modifiers: egui::Modifiers::NONE,
        });
    }

    /// Called after each frame. Writes the times once there is nothing more to come, and says that it has.
    pub(super) fn step(&mut self, state: &State) -> bool {
        self.rows = state.table.rows().len();
        if !state.is_settled() || state.shown().is_none() {
            return false;
        }
        let now = self.start.elapsed();
        let verdict = *self.verdict.get_or_insert(now);
        if state.files.len() > 1 {
            let done = usize::try_from(self.scrolling.count).is_ok_and(|count| count >= SCROLLED);
            if done {
                self.say_of_many(state, verdict);
            }
            return done;
        }
        let settled = state.preview.as_ref().is_none_or(|preview| preview.is_settled());
        if settled {
            let pages = now.saturating_sub(verdict).as_micros();
            eprintln!("verdict after {} µs, pages {pages} µs later", verdict.as_micros());
        }
        settled
    }

    fn say_of_many(&self, state: &State, verdict: Duration) {
        let first = self.first_row.unwrap_or_default().as_micros();
        eprintln!("first row after {first} µs, all {} files after {} µs", state.files.len(), verdict.as_micros());
        eprintln!("filling: {}", self.filling.said());
        eprintln!("scrolling {} rows: {}", self.rows, self.scrolling.said());
    }
}
