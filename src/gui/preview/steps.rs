//! What a person does with a document, and what there is of it.

use std::path::PathBuf;

use crate::exam::Place;
use crate::gui::update::Direction;
use crate::preview::{Fault, Room, Window, Zoom};

/// Which document.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// The file it is in.
    pub path: PathBuf,
    /// Its name there.
    pub document: String,
}

/// A place in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    /// The document.
    pub key: Key,
    /// Where a value was read; `None` for the document as a whole.
    pub place: Option<Place>,
}

/// What a person does with the preview.
#[derive(Clone, Debug, PartialEq)]
pub enum PreviewStep {
    /// Show a document, at a place.
    Show(Spot),
    /// Show none.
    Close,
    /// Larger or smaller.
    Zoom(Zoom),
    /// There will be so much room: the first page may be drawn for it.
    Expect(Room),
    /// Draw these parts.
    Want(Vec<Window>),
    /// Outline this place as long as it is pointed at.
    Point(Option<Spot>),
    /// Search for this.
    Search(String),
    /// Go to another place found.
    Walk(Direction),
    /// Save this document.
    Save(Key),
    /// Save all documents of this file.
    SaveAll(PathBuf),
    /// Open a copy of it in the system's program, or here where it is a container.
    Open(Key),
}

/// How far a document is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Content {
    /// Not read yet.
    #[default]
    Loading,
    /// Its pages have these sizes, in points.
    Pages(Vec<[f32; 2]>),
    /// It is text.
    Text,
    /// It cannot be shown.
    Failed(Fault),
}

/// A part of a page that is drawn.
pub struct Tile {
    /// Which part, how large.
    pub window: Window,
    /// Its picture.
    pub texture: egui::TextureHandle,
}

impl Tile {
    pub(super) fn bytes(&self) -> usize {
        usize::from(self.window.width).saturating_mul(usize::from(self.window.height)).saturating_mul(4)
    }
}
