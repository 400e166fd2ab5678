//! Documents as a reader sees them: pages as pictures, or text. No window is known here, and no verdict.
//!
//! What is in a document is hostile until proven otherwise, and drawing it is the work of large libraries. So it is done by a
//! process of its own that is handed the octets over a pipe, has little memory, may write no file, and is ended when it takes
//! too long: [`Artist`] is this side of the pipe, [`serve`] the other.

mod artist;
mod fonts;
mod layout;
mod limited;
mod paper;
mod protocol;
mod search;
mod serve;

pub use artist::{Artist, Program};
pub use layout::{Desk, Room, Sheet, Zoom, parts};
pub use protocol::{Answer, Fault, Opened, Picture, ProtocolError, Request, Window};
pub use search::{Hit, find};
pub use serve::serve;

/// The argument that makes the window program the process that draws pages.
pub const WORKER_ARGUMENT: &str = "--page-worker";

/// Draws pages for the program that started this one, until it closes its side of the pipe.
pub fn serve_standard() {
    limited::limit_this_process();
    serve(&mut std::io::stdin().lock(), &mut std::io::stdout().lock());
}
