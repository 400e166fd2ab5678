//! The window: draws reports through `words`, and decides nothing.
//!
//! State, drawing and commands stand apart: `state` is what is open, `update` changes it, `views` draw it, `commands` is the
//! one table of what a person can do, `worker` judges files, fetches lists, copies documents and has their pages drawn on other
//! threads, `preview` is the document in sight, `theme` holds every colour and size.

mod app;
mod commands;
#[cfg(feature = "online")]
mod fetching;
mod options;
mod platform;
mod preview;
mod screenshot;
mod shapes;
mod sources;
mod state;
mod table;
#[cfg(test)]
#[allow(clippy::as_conversions, clippy::cast_possible_truncation)]
mod tests;
pub mod theme;
mod timings;
mod update;
mod views;
mod worker;

use std::ffi::OsString;
use std::panic::{AssertUnwindSafe, catch_unwind};

#[cfg(feature = "online")]
pub use fetching::{Ending, FetchStep, Fetching, Stopping};
pub use options::{Options, ThemeChoice};
pub use preview::{Content, Key, News, Preview, PreviewStep, Spot, Tile};
pub use state::{ListEntry, Opened, Page, Sight, State, Trouble, TrustFacts};
pub use table::{
    Achieved, Aside, By, Cell, Chosen, Column, Filter, Line, Order, Remark, Row, Sort, Table, TableStep, Worth,
};
pub use update::Command;
pub use views::draw;
pub use worker::Copied;

/// Why there is no window.
#[derive(Debug, thiserror::Error)]
pub enum NoWindow {
    /// The arguments asked for help or version, or were wrong: already written as the text says.
    #[error("{text}")]
    Answered {
        /// What to write.
        text: String,
        /// Whether something was wrong.
        wrong: bool,
    },
    /// There is no display, or none that can be drawn to.
    #[error("no display can be drawn to: {detail}")]
    NoDisplay {
        /// The system's words.
        detail: String,
    },
    /// A trusted list or a file of issuers cannot be used.
    #[error(transparent)]
    Setting(#[from] crate::dossier::SettingError),
}

/// Opens the window and returns when it is closed.
///
/// # Errors
/// [`NoWindow`] where it cannot be opened; nothing was drawn then.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Result<(), NoWindow> {
    let timings = timings::Timings::begin();
    let options = Options::parse(arguments)?;
    if !platform::has_display() {
        return Err(NoWindow::NoDisplay { detail: "neither DISPLAY nor WAYLAND_DISPLAY is set".to_owned() });
    }
    let sources = options.sources(crate::dossier::Places::of_system())?;
    let read = sources.read(crate::Timestamp::now())?;
    let start = AssertUnwindSafe(|| {
        eframe::run_native(
            "Zīmogs",
            platform::window(),
            Box::new(|context| Ok(Box::new(app::App::new(context, options, sources, read, timings)))),
        )
    });
    // Missing system libraries end in a panic of the window library.
    match catch_unwind(start) {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => Err(NoWindow::NoDisplay { detail: error.to_string() }),
        Err(_) => Err(NoWindow::NoDisplay { detail: "a library of the window system is missing".to_owned() }),
    }
}
