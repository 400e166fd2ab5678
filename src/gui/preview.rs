//! What of a document is in sight: which one, its pages as far as they are drawn, what is pointed at and searched for.

mod steps;

pub use steps::{Content, Key, PreviewStep, Spot, Tile};

use std::collections::HashMap;

use super::state::{Page, Sight, State};
use super::update::Direction;
use crate::crypto::Sha256;
use crate::exam::{Place, TextCell};
use crate::limits;
use crate::preview::{Fault, Hit, Opened, Room, Window, find};
use crate::report::{Authenticity, Coverage, DocumentReport, Report, Standing};

/// The document in sight.
pub struct Preview {
    /// Which one.
    pub key: Key,
    /// Its digest by the verdict: where that is of other octets, nothing here may stand under it.
    sha256: Option<Sha256>,
    /// Tells it from a preview of the same document before: what was asked for that one is not for this one.
    pub(super) number: u64,
    /// Whether a person asked for it; else it came beside its verdict by itself.
    pub asked: bool,
    /// How far it is.
    pub content: Content,
    /// Drawn parts, the latest last.
    pub tiles: Vec<Tile>,
    /// Pages that cannot be drawn.
    pub failed: HashMap<u32, Fault>,
    /// Parts in sight.
    pub wanted: Vec<Window>,
    /// Where pages will stand, before their sizes are known.
    pub room: Option<Room>,
    /// What is pointed at in the result.
    pub pointed: Option<Place>,
    /// Where a person went.
    pub marked: Option<Place>,
    /// How often a person went somewhere: a view that has not followed yet sees it.
    pub jumps: u32,
    /// Its text, once it is needed.
    pub cells: Option<Vec<TextCell>>,
    /// Why there is no text to search in.
    pub text_fault: Option<Fault>,
    /// What is searched for.
    pub query: String,
    /// Where it stands.
    pub hits: Vec<Hit>,
    /// Which of these places is in sight.
    pub hit: usize,
}

impl Preview {
    fn new(key: Key, asked: bool, sha256: Option<Sha256>, number: u64) -> Self {
        Self {
            key,
            sha256,
            number,
            asked,
            content: Content::Loading,
            tiles: Vec::new(),
            failed: HashMap::new(),
            wanted: Vec::new(),
            room: None,
            pointed: None,
            marked: None,
            jumps: 0,
            cells: None,
            text_fault: None,
            query: String::new(),
            hits: Vec::new(),
            hit: 0,
        }
    }

    /// Whether the text is needed.
    #[must_use]
    pub fn needs_text(&self) -> bool {
        let possible = self.cells.is_none() && self.text_fault.is_none();
        possible && (self.content == Content::Text || !self.query.trim().is_empty())
    }

    /// Wanted parts that are not there, and can be.
    #[must_use]
    pub fn missing(&self) -> Vec<Window> {
        let there = |window: &Window| self.tiles.iter().any(|tile| tile.window == *window);
        let hopeless = |window: &Window| self.failed.contains_key(&window.page);
        self.wanted.iter().filter(|window| !there(window) && !hopeless(window)).copied().collect()
    }

    /// Whether nothing more is to come.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.content != Content::Loading && self.missing().is_empty() && !self.needs_text()
    }

    /// The place to go to: the one found, or the one a person went to.
    #[must_use]
    pub fn aim(&self) -> Option<Place> {
        let found = self.hits.get(self.hit).map(|hit| Place { page: hit.page, area: hit.area, source: String::new() });
        found.or_else(|| self.marked.clone())
    }

    /// What came from the process that draws.
    pub(super) fn take(&mut self, news: News) {
        match news {
            News::Opened(Ok(Opened::Pages(sizes))) => self.content = Content::Pages(sizes),
            News::Opened(Ok(Opened::Text)) => self.content = Content::Text,
            News::Opened(Err(fault)) => self.content = Content::Failed(fault),
            News::Drawn(tile) => {
                self.tiles.retain(|other| other.window != tile.window);
                self.tiles.push(tile);
                self.forget();
            }
            News::NotDrawn(page, fault) => {
                self.failed.insert(page, fault);
            }
            News::Text(Ok(cells)) => {
                self.cells = Some(cells);
                self.search();
            }
            // A document of text without its text shows nothing; pages stay, and are not searched.
            News::Text(Err(fault)) if self.content == Content::Text => self.content = Content::Failed(fault),
            News::Text(Err(fault)) => self.text_fault = Some(fault),
        }
    }

    /// Lets parts go that are not in sight, the oldest first, until the rest may be kept.
    fn forget(&mut self) {
        let mut bytes = self.tiles.iter().map(Tile::bytes).fold(0_usize, usize::saturating_add);
        let wanted = &self.wanted;
        self.tiles.retain(|tile| {
            let keep = bytes <= limits::PREVIEW_KEPT_BYTES || wanted.contains(&tile.window);
            if !keep {
                bytes = bytes.saturating_sub(tile.bytes());
            }
            keep
        });
    }

    fn search(&mut self) {
        self.hits = self.cells.as_deref().map(|cells| find(cells, &self.query)).unwrap_or_default();
        self.hit = 0;
        if !self.hits.is_empty() {
            self.jumps = self.jumps.wrapping_add(1);
        }
    }

    fn walk(&mut self, direction: Direction) {
        let count = self.hits.len().max(1);
        self.hit = match direction {
            Direction::Next => self.hit.saturating_add(1) % count,
            Direction::Previous => self.hit.checked_sub(1).unwrap_or(count.saturating_sub(1)),
        };
        self.jumps = self.jumps.wrapping_add(1);
    }
}

/// What became of a wish.
pub enum News {
    /// The document is taken, or not.
    Opened(Result<Opened, Fault>),
    /// A part is drawn.
    Drawn(Tile),
    /// A page cannot be.
    NotDrawn(u32, Fault),
    /// Its text.
    Text(Result<Vec<TextCell>, Fault>),
}

impl State {
    /// What concerns the state alone; saving and opening are the program's.
    pub(super) fn step_preview(&mut self, step: &PreviewStep) {
        match step {
            PreviewStep::Show(spot) => self.show(spot),
            PreviewStep::Close => {
                self.preview = None;
                self.previews_unasked = false;
            }
            PreviewStep::Zoom(zoom) => self.zoom = *zoom,
            _ => {
                if let Some(preview) = &mut self.preview {
                    preview.step(step);
                }
            }
        }
    }

    fn show(&mut self, spot: &Spot) {
        let preview = match self.preview.take() {
            Some(preview) if preview.key == spot.key => preview,
            _ => self.begin(spot.key.clone(), true),
        };
        let preview = self.preview.insert(preview);
        preview.asked = true;
        preview.hits.clear();
        preview.query.clear();
        preview.marked = spot.place.clone();
        preview.jumps = preview.jumps.wrapping_add(1);
        self.previews_unasked = true;
    }

    /// Lets the preview follow the file in sight. A document comes by itself only where there is room beside its verdict, a
    /// signature covers it, and nothing about it is withheld: everything else a person must ask for.
    pub(super) fn follow(&mut self, roomy: bool) {
        let shown = self.shown().map(|file| file.path.clone());
        // A file may have been judged again: pictures of other octets may not stand under its new word, nor may what came
        // by itself stay where it would no longer come.
        let stale = |preview: &Preview| {
            self.judged(&preview.key).is_none_or(|(report, document)| {
                let unasked = !preview.asked && presentable(report) != Some(preview.key.document.as_str());
                Some(document.sha256) != preview.sha256 || unasked
            })
        };
        if self.preview.as_ref().is_some_and(stale) {
            self.preview = None;
        }
        if self.preview.as_ref().is_some_and(|preview| Some(&preview.key.path) != shown.as_ref()) {
            self.preview = None;
        }
        if self.sight() == Sight::Table {
            self.preview = None;
            return;
        }
        if self.preview.is_some() || !self.previews_unasked || !roomy || self.page != Page::Files {
            return;
        }
        let Some(file) = self.shown() else { return };
        let document = file.result.as_ref().ok().and_then(presentable);
        let key = document.map(|document| Key { path: file.path.clone(), document: document.to_owned() });
        self.preview = key.map(|key| self.begin(key, false));
    }

    fn begin(&mut self, key: Key, asked: bool) -> Preview {
        self.previews = self.previews.wrapping_add(1);
        let sha256 = self.judged(&key).map(|(_, document)| document.sha256);
        Preview::new(key, asked, sha256, self.previews)
    }

    /// The report on a document's file, and what it says about the document.
    #[must_use]
    pub fn judged(&self, key: &Key) -> Option<(&Report, &DocumentReport)> {
        let file = self.numbers.get(&key.path).and_then(|number| self.files.get(*number))?;
        let report = file.result.as_ref().ok()?;
        Some((report, report.documents.iter().find(|document| document.name == key.document)?))
    }
}

impl Preview {
    fn step(&mut self, step: &PreviewStep) {
        match step {
            PreviewStep::Expect(room) => self.room = Some(*room),
            PreviewStep::Want(windows) => self.wanted.clone_from(windows),
            PreviewStep::Point(spot) => {
                let here = spot.as_ref().filter(|spot| spot.key == self.key);
                self.pointed = here.and_then(|spot| spot.place.clone());
            }
            PreviewStep::Search(query) => {
                self.query.clone_from(query);
                self.search();
            }
            PreviewStep::Walk(direction) => self.walk(*direction),
            _ => {}
        }
    }
}

/// The document that may stand beside its verdict unasked.
fn presentable(report: &Report) -> Option<&str> {
    let withheld = report.exams.iter().any(|exam| exam.standing == Standing::Withheld);
    if withheld || matches!(report.authenticity, Authenticity::Refuted(_)) {
        return None;
    }
    let covered = |name: &str| {
        let mut documents = report.documents.iter().filter(|document| document.coverage == Coverage::Covered);
        documents.any(|document| document.name == name)
    };
    let first = report.documents.iter().map(|document| document.name.as_str()).find(|name| covered(name));
    let read = report.exams.iter().map(|exam| exam.document.as_str()).find(|name| covered(name));
    read.or(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn window(page: u32) -> Window {
        Window { page, scale: 1_000, left: 0, top: 0, width: 2_048, height: 2_048 }
    }

    fn preview() -> Preview {
        Preview::new(Key { path: "a.edoc".into(), document: "a.pdf".to_owned() }, true, None, 1)
    }

    fn tile(context: &egui::Context, page: u32) -> Tile {
        let texture = context.load_texture("tile", egui::ColorImage::example(), egui::TextureOptions::LINEAR);
        Tile { window: window(page), texture }
    }

    #[test]
    fn pictures_are_kept_within_bounds_and_those_in_sight_stay() {
        let context = egui::Context::default();
        let mut preview = preview();
        preview.wanted = vec![window(0)];
        (0..30).for_each(|page| preview.take(News::Drawn(tile(&context, page))));
        let bytes: usize = preview.tiles.iter().map(Tile::bytes).sum();
        assert!(bytes <= limits::PREVIEW_KEPT_BYTES, "{bytes}");
        assert!(preview.tiles[0].window == window(0) && preview.missing().is_empty());
    }

    #[test]
    fn a_page_that_cannot_be_drawn_is_not_asked_for_again() {
        let mut preview = preview();
        preview.wanted = vec![window(0), window(1)];
        preview.take(News::NotDrawn(0, Fault::TooSlow));
        assert_eq!(preview.missing(), [window(1)]);
    }

    #[test]
    fn search_goes_round() {
        let mut preview = preview();
        preview.step(&PreviewStep::Search("a".to_owned()));
        assert!(preview.needs_text());
        let cell = |text: &str| TextCell { page: 1, line: 0, area: None, text: text.to_owned() };
        preview.take(News::Text(Ok(vec![cell("a"), cell("b"), cell("ā")])));
        assert_eq!((preview.hits.len(), preview.needs_text()), (2, false));
        preview.step(&PreviewStep::Walk(Direction::Previous));
        assert_eq!(preview.hit, 1);
        preview.step(&PreviewStep::Walk(Direction::Next));
        assert_eq!(preview.hit, 0);
    }
}
