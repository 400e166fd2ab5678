//! Pages drawn: tagged, with an outline, titles and language, by PDF/A-2a and PDF/UA-1. The library refuses to write what breaks their
//! rules.

mod shapes;
mod tags;

use std::io;
use std::sync::Arc;

use jiff::tz::TimeZone;
use krilla::configure::{Accessibility, Archival, Configuration, ConfigurationBuilder};
use krilla::geom::Point;
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings};

use super::layout::{self, Owner, Piece, Placed};
use super::letters::{Letter, Letters, Weight};
use super::look::{self, BOTTOM, Ink, MUTED, PAGE, SIDE, SMALL, WIDTH};
use super::sheet::Sheet;
use crate::Timestamp;
use crate::words::Words;
use tags::Tags;

/// Passes over the summary until it knows on which pages the others begin: its own length depends on the width of their numbers.
const PASSES: usize = 4;

/// Makes a sheet by the pages on which the others begin.
pub(super) type Summary<'s> = dyn Fn(&[usize]) -> Sheet + 's;

/// What makes a document.
pub(super) struct Sheets<'s> {
    /// Its title.
    pub(super) title: String,
    /// The time of the document.
    pub(super) at: Timestamp,
    /// Its language.
    pub(super) words: &'s Words,
    /// What makes a first sheet.
    pub(super) first: Option<&'s Summary<'s>>,
    /// A sheet for each file.
    pub(super) files: Vec<Arc<Sheet>>,
}

/// The document.
///
/// # Errors
/// Where the library refuses: a mistake of ours.
pub(super) fn document(sheets: &Sheets<'_>) -> io::Result<Vec<u8>> {
    let letters = Letters::new().ok_or_else(|| io::Error::other("font"))?;
    let (first, all) = numbered(sheets, &letters);
    let configuration = configuration()?;
    let settings = SerializeSettings { configuration, ..SerializeSettings::default() };
    let mut drawing = Drawing {
        document: Document::new_with(settings),
        fonts: [font(Weight::Regular)?, font(Weight::Bold)?],
        letters: &letters,
        words: sheets.words,
        tags: Tags::new(sheets.words.language().code()),
        page: 0,
        pages: all,
    };
    for sheet in first.iter().chain(sheets.files.iter().map(Arc::as_ref)) {
        drawing.sheet(sheet)?;
    }
    let Drawing { mut document, tags, .. } = drawing;
    let (tree, outline) = tags.finish();
    document.set_tag_tree(tree);
    document.set_outline(outline);
    document.set_metadata(metadata(sheets, &letters));
    document.finish().map_err(|error| io::Error::other(format!("{error:?}")))
}

/// The first sheet with the right numbers in it, and how many pages there are.
fn numbered(sheets: &Sheets<'_>, letters: &Letters) -> (Option<Sheet>, usize) {
    let length = |sheet: &Sheet| layout::pages(sheet, letters, sheets.words).len();
    let lengths: Vec<usize> = sheets.files.iter().map(|sheet| length(sheet)).collect();
    let others: usize = lengths.iter().sum();
    let Some(make) = sheets.first else { return (None, others) };
    let mut own = 1_usize;
    for _ in 0..PASSES {
        let begins = lengths.iter().scan(own, |before: &mut usize, length| {
            let begin = before.saturating_add(1);
            *before = before.saturating_add(*length);
            Some(begin)
        });
        let sheet = make(&begins.collect::<Vec<_>>());
        let found = length(&sheet);
        if found == own {
            return (Some(sheet), own.saturating_add(others));
        }
        own = found;
    }
    // Numbers that do not come to rest would be wrong ones: none are said.
    let sheet = make(&[]);
    let own = length(&sheet);
    (Some(sheet), own.saturating_add(others))
}

fn configuration() -> io::Result<Configuration> {
    ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| io::Error::other(format!("{error:?}")))
}

fn font(weight: Weight) -> io::Result<Font> {
    Font::new(weight.font().into(), 0).ok_or_else(|| io::Error::other("font"))
}

fn metadata(sheets: &Sheets<'_>, letters: &Letters) -> Metadata {
    let program = format!("{} {}", env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"));
    Metadata::new()
        .title(letters.writable(&sheets.title))
        .language(sheets.words.language().code().to_owned())
        .creator(program.clone())
        .producer(program)
        .creation_date(date_time(sheets.at))
}

fn date_time(at: Timestamp) -> DateTime {
    let utc = TimeZone::UTC.to_datetime(at);
    let part = |number: i8| u8::try_from(number).unwrap_or_default();
    DateTime::new(u16::try_from(utc.year()).unwrap_or_default())
        .month(part(utc.month()))
        .day(part(utc.day()))
        .hour(part(utc.hour()))
        .minute(part(utc.minute()))
        .second(part(utc.second()))
        .utc_offset_hour(0)
        .utc_offset_minute(0)
}

/// A document being drawn, page by page.
struct Drawing<'d> {
    document: Document,
    fonts: [Font; 2],
    letters: &'d Letters,
    words: &'d Words,
    tags: Tags,
    /// Pages drawn.
    page: usize,
    /// Pages there will be.
    pages: usize,
}

impl Drawing<'_> {
    fn sheet(&mut self, sheet: &Sheet) -> io::Result<()> {
        self.tags.begin(&self.letters.writable(sheet.title()), self.page);
        for placed in layout::pages(sheet, self.letters, self.words) {
            self.page = self.page.saturating_add(1);
            let foot = self.foot(sheet);
            let settings = PageSettings::from_wh(PAGE.0, PAGE.1).ok_or_else(|| io::Error::other("page"))?;
            let mut page = self.document.start_page_with(settings);
            let mut surface = page.surface();
            let mut brush = Brush { surface: &mut surface, fonts: &self.fonts, letters: self.letters };
            for piece in placed.iter().chain(&foot) {
                let owned = matches!(piece.owner, Owner::Title | Owner::Block(_));
                let tag = if owned { ContentTag::Span(SpanTag::empty()) } else { decoration(piece) };
                let identifier = brush.surface.start_tagged(tag);
                brush.draw(piece);
                brush.surface.end_tagged();
                self.tags.note(piece.owner, identifier);
            }
            surface.finish();
            page.finish();
        }
        self.tags.end(sheet);
        Ok(())
    }

    /// What stands below every page.
    fn foot(&self, sheet: &Sheet) -> Vec<Placed> {
        let (page, pages) = (self.words.number(self.page), self.words.number(self.pages));
        let number = self.words.text_with("pdf-page", &[("page", &page), ("pages", &pages)]);
        let number = self.letters.writable(&number);
        let width = self.letters.width(&number, Weight::Regular, SMALL);
        let room = WIDTH - width - 12.0;
        let said = if sheet.foot.is_empty() {
            sheet.title().to_owned()
        } else {
            format!("{} · {}", sheet.title(), sheet.foot)
        };
        let said = self.letters.fitted(&self.letters.writable(&said), Weight::Regular, SMALL, room);
        let text = |x: f32, text: String| Placed {
            owner: Owner::Decoration,
            x,
            y: BOTTOM + 18.0,
            piece: Piece::Text { text, weight: Weight::Regular, size: SMALL, ink: MUTED },
        };
        let rule = Placed { owner: Owner::Decoration, x: SIDE, y: BOTTOM + 7.0, piece: Piece::Rule { width: WIDTH } };
        vec![rule, text(SIDE, said), text(SIDE + WIDTH - width, number)]
    }
}

/// What is no part of the text: heads and feet of pages, and everything without letters.
fn decoration(placed: &Placed) -> ContentTag<'static> {
    let kind = match placed.piece {
        Piece::Text { .. } => ArtifactType::PaginationOther,
        Piece::Shape { .. } | Piece::Panel { .. } | Piece::Rule { .. } => ArtifactType::Layout,
    };
    ContentTag::Artifact(Artifact::with_kind(kind))
}

/// What draws upon one page.
struct Brush<'b, 's> {
    surface: &'b mut Surface<'s>,
    fonts: &'b [Font; 2],
    letters: &'b Letters,
}

impl Brush<'_, '_> {
    fn ink(&mut self, [red, green, blue]: Ink) {
        let paint = krilla::color::rgb::Color::new(red, green, blue).into();
        self.surface.set_fill(Some(Fill { paint, opacity: NormalizedF32::ONE, ..Fill::default() }));
        self.surface.set_stroke(None);
    }

    fn draw(&mut self, placed: &Placed) {
        let (x, y) = (placed.x, placed.y);
        match &placed.piece {
            Piece::Text { text, weight, size, ink } => {
                self.ink(*ink);
                self.text(text, *weight, *size, Point::from_xy(x, y));
            }
            Piece::Shape { tone, side } => shapes::shape(self, *tone, x, y, *side),
            Piece::Panel { ink, width, height } => {
                self.ink(*ink);
                self.fill(shapes::rounded(x, y, *width, *height, 5.0));
            }
            Piece::Rule { width } => {
                self.ink(look::LINE);
                self.fill(shapes::rounded(x, y, *width, 0.7, 0.0));
            }
        }
    }

    fn fill(&mut self, path: Option<krilla::geom::Path>) {
        if let Some(path) = path {
            self.surface.draw_path(&path);
        }
    }

    fn text(&mut self, text: &str, weight: Weight, size: f32, at: Point) {
        let glyph = |letter: Letter| KrillaGlyph {
            glyph_id: GlyphId::new(letter.glyph),
            text_range: letter.from..letter.to,
            x_advance: letter.advance,
            x_offset: 0.0,
            y_offset: 0.0,
            y_advance: 0.0,
            location: None,
        };
        let glyphs: Vec<_> = self.letters.letters(text, weight).into_iter().map(glyph).collect();
        let [regular, bold] = self.fonts;
        let font = match weight {
            Weight::Regular => regular,
            Weight::Bold => bold,
        };
        self.surface.draw_glyphs(at, &glyphs, font.clone(), text, size, false);
    }
}
