//! Ctrl-C: what was finished is written out, and the rest is left.

use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

/// The exit code of a program that a terminal broke off, by custom of shells.
const BROKEN_OFF: i32 = 130;

static CAME: AtomicBool = AtomicBool::new(false);
static WATCHED: Once = Once::new();

/// Whether the reader wants to stop.
#[derive(Clone, Copy, Debug)]
pub(super) struct Interrupt(());

impl Interrupt {
    /// From now on the first Ctrl-C asks to stop; the second ends the program at once.
    pub(super) fn watched() -> Self {
        WATCHED.call_once(|| {
            // Where it cannot be watched, Ctrl-C ends the program as it always did.
            let _ = ctrlc::set_handler(|| {
                if CAME.swap(true, Ordering::SeqCst) {
                    std::process::exit(BROKEN_OFF);
                }
            });
        });
        Self(())
    }

    /// Whether it came.
    pub(super) fn came(self) -> bool {
        CAME.load(Ordering::SeqCst)
    }
}
