//! The window: draws reports through `words`, and decides nothing.
//!
//! State, drawing and commands stand apart: `state` is what is open, `update` changes it, `views` draw it, `commands` is the
//! one table of what a person can do, `worker` judges files, fetches lists, copies documents and has their pages drawn on other
//! threads, `preview` is the document in sight, `theme` holds every colour and size. Beside the files, `settings` are kept between
//! runs, `instance` lets a second start hand its files to the open window, and `housekeeping` looks after both.

mod app;
#[cfg(feature = "online")]
mod asking;
mod commands;
mod exporting;
#[cfg(feature = "online")]
mod fetching;
mod housekeeping;
mod instance;
mod options;
mod pasting;
mod platform;
mod preview;
mod screenshot;
mod settings;
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
use std::path::Path;

#[cfg(feature = "online")]
pub use asking::{AskStep, Asking, Outcome};
#[cfg(feature = "online")]
pub use fetching::{Ending, FetchStep, Fetching, Stopping};
pub use options::{Options, ThemeChoice};
pub use preview::{Content, Key, News, Preview, PreviewStep, Spot, Tile};
pub use settings::{Keeping, Recent, Remembering, Scale, SetAside, Settings, Spoiled, WindowSize};
pub use state::{Change, ListEntry, Notice, Opened, Page, Program, Rules, Sight, State, Trouble, TrustFacts};
pub use table::{
    Achieved, Aside, By, Cell, Chosen, Column, Dates, Filter, Line, Order, Overview, Row, Sort, Table, TableStep, Worth,
};
pub use update::Command;
pub use views::draw;
pub use worker::Copied;

use instance::{Place, Start};
use settings::Found;

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
    let places = crate::dossier::Places::of_system();
    let folder = places.as_ref().map(|places| places.path().to_owned());
    let door = match meet(&options, folder.as_deref()) {
        Start::HandedOver => return Ok(()),
        Start::First(door) => Some(door),
        Start::Alone => None,
    };
    let sources = options.sources(places)?;
    let read = sources.read(crate::Timestamp::now())?;
    let found = if options.is_for_work() { settings::find(folder.as_deref()) } else { Found::unasked() };
    let start = AssertUnwindSafe(|| {
        eframe::run_native(
            "Zīmogs",
            platform::window(found.settings.window),
            Box::new(|context| Ok(Box::new(app::App::new(context, options, sources, read, (found, door), timings)))),
        )
    });
    // Missing system libraries end in a panic of the window library.
    match catch_unwind(start) {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => Err(NoWindow::NoDisplay { detail: error.to_string() }),
        Err(_) => Err(NoWindow::NoDisplay { detail: "a library of the window system is missing".to_owned() }),
    }
}

/// Hands the files to a window that is open already, where there is one and it may have them.
fn meet(options: &Options, folder: Option<&Path>) -> Start {
    let place = folder.filter(|_| options.may_hand_over()).and_then(Place::of_system);
    let whole: Result<Vec<_>, _> = options.paths.iter().map(std::path::absolute).collect();
    match (place, whole) {
        (Some(place), Ok(paths)) => instance::start(&place, &paths, instance::PATIENCE),
        _ => Start::Alone,
    }
}
