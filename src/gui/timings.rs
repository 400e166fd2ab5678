//! How long it takes until there is something to see, for those who measure.

use std::time::{Duration, Instant};

use super::state::State;

/// Times since the window program began, asked for with `--timings`.
pub(super) struct Timings {
    start: Instant,
    verdict: Option<Duration>,
}

impl Timings {
    pub(super) fn begin() -> Self {
        Self { start: Instant::now(), verdict: None }
    }

    /// Called after each frame. Writes both times once there is nothing more to come, and says that it has.
    pub(super) fn step(&mut self, state: &State) -> bool {
        if state.is_working() || state.shown().is_none() {
            return false;
        }
        let now = self.start.elapsed();
        let verdict = *self.verdict.get_or_insert(now);
        let settled = state.preview.as_ref().is_none_or(|preview| preview.is_settled());
        if settled {
            let pages = now.saturating_sub(verdict).as_micros();
            eprintln!("verdict after {} µs, pages {pages} µs later", verdict.as_micros());
        }
        settled
    }
}
