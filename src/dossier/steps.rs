//! Steps of the work on a dossier, counted in tests: it must not grow faster than the rows.

/// One step: a row, a word or a name looked at.
#[cfg(not(test))]
pub(super) fn step() {}

#[cfg(test)]
pub(super) use counted::{of, step};

#[cfg(test)]
mod counted {
    use std::cell::Cell;

    thread_local! {
        static STEPS: Cell<u64> = const { Cell::new(0) };
    }

    pub(in crate::dossier) fn step() {
        STEPS.with(|steps| steps.set(steps.get() + 1));
    }

    /// How many steps some work takes.
    pub(in crate::dossier) fn of<T>(work: impl FnOnce() -> T) -> (u64, T) {
        STEPS.with(|steps| steps.set(0));
        let done = work();
        (STEPS.with(Cell::get), done)
    }
}
