//! PDF: glyphs with their places, sorted into lines and cells. Fonts and content streams are `hayro`'s work; what it cannot
//! name as Unicode is left out, never guessed.

use std::panic::{AssertUnwindSafe, catch_unwind};

use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, SoftMask, interpret_page,
};
use hayro_syntax::Pdf;
use hayro_syntax::page::Page;
use unicode_normalization::UnicodeNormalization as _;

use super::{Cell, Line};
use crate::exam::Unreadable;
use crate::limits;

/// Units of the em square in which outlines and advances are given.
const EM: f64 = 1000.0;

/// The lines of a PDF file.
pub(super) fn lines(content: &[u8]) -> Result<Vec<Line>, Unreadable> {
    // The reader of PDF is memory-safe and not ours; what it does not foresee must not take the program down.
    let read = catch_unwind(AssertUnwindSafe(|| read(content)));
    read.unwrap_or_else(|_| Err(Unreadable::Damaged { detail: "the PDF reader gave up".to_owned() }))
}

fn read(content: &[u8]) -> Result<Vec<Line>, Unreadable> {
    let damaged = |detail: &str| Unreadable::Damaged { detail: detail.to_owned() };
    let pdf = Pdf::new(content.to_vec()).map_err(|_| damaged("not readable as PDF"))?;
    let mut lines = Vec::new();
    let mut left = limits::PDF_GLYPHS;
    for (index, page) in pdf.pages().iter().take(limits::PDF_PAGES).enumerate() {
        let number = u32::try_from(index).unwrap_or(u32::MAX).saturating_add(1);
        let glyphs = glyphs(page, left);
        left = left.saturating_sub(glyphs.len());
        lines.extend(into_lines(glyphs, number));
    }
    Ok(lines)
}

/// One glyph in page coordinates, origin at the top left.
#[derive(Clone, Debug)]
struct Placed {
    text: String,
    left: f64,
    right: f64,
    baseline: f64,
    size: f64,
}

fn glyphs<'a>(page: &Page<'a>, most: usize) -> Vec<Placed> {
    let cache = InterpreterCache::new();
    let (width, height) = page.render_dimensions();
    let area = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let initial = page.initial_transform(true).as_coeffs();
    let settings = InterpreterSettings::default();
    let mut context = Context::new(Affine::new(initial), area, &cache, page.xref(), settings);
    let mut collector = Collector { glyphs: Vec::new(), most };
    interpret_page(page, &mut context, &mut collector);
    collector.glyphs
}

struct Collector {
    glyphs: Vec<Placed>,
    most: usize,
}

impl<'a> Device<'a> for Collector {
    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        for glyph in run.glyphs() {
            if self.glyphs.len() >= self.most {
                return;
            }
            let text = match glyph.as_unicode() {
                Some(BfString::Char(character)) => character.nfkc().collect(),
                Some(BfString::String(text)) => text.nfkc().collect::<String>(),
                None => continue,
            };
            let advance = match &**glyph {
                Glyph::Outline(outline) => outline.advance_width(),
                Glyph::Type3(drawn) => drawn.advance_width(),
            };
            self.glyphs.extend(placed(text, props.transform * glyph.transform(), f64::from(advance.unwrap_or(500.0))));
        }
    }
}

/// Upright text only: a stamp written across the page is no part of its lines.
fn placed(text: String, transform: Affine, advance: f64) -> Option<Placed> {
    let origin = transform * Point::ORIGIN;
    let end = transform * Point::new(advance, 0.0);
    let above = transform * Point::new(0.0, EM);
    let size = (above.y - origin.y).abs();
    let upright = (end.y - origin.y).abs() <= 0.05 * (end.x - origin.x).abs().max(0.01) && end.x >= origin.x;
    let finite = [origin.x, origin.y, end.x, size].iter().all(|value| value.is_finite());
    (upright && finite && size > 0.1).then_some(Placed { text, left: origin.x, right: end.x, baseline: origin.y, size })
}

fn into_lines(mut glyphs: Vec<Placed>, page: u32) -> Vec<Line> {
    glyphs.sort_by(|a, b| a.baseline.total_cmp(&b.baseline).then(a.left.total_cmp(&b.left)));
    let mut lines = Vec::new();
    let mut row: Vec<Placed> = Vec::new();
    for glyph in glyphs {
        let same =
            row.last().is_none_or(|last| (glyph.baseline - last.baseline).abs() <= 0.35 * glyph.size.min(last.size));
        if !same {
            lines.extend(line(std::mem::take(&mut row), page));
        }
        row.push(glyph);
    }
    lines.extend(line(row, page));
    lines
}

/// One row of glyphs to cells: a gap of a fifth of the size is a space, one of the whole size begins a new cell.
fn line(mut row: Vec<Placed>, page: u32) -> Option<Line> {
    row.sort_by(|a, b| a.left.total_cmp(&b.left));
    let mut cells: Vec<Cell> = Vec::new();
    let mut open: Vec<Placed> = Vec::new();
    for glyph in row {
        let gap = open.last().map_or(0.0, |last| glyph.left - last.right);
        if !open.is_empty() && gap > 1.2 * glyph.size {
            cells.extend(cell(&std::mem::take(&mut open)));
        }
        open.push(glyph);
    }
    cells.extend(cell(&open));
    (!cells.is_empty()).then_some(Line { page, cells })
}

fn cell(glyphs: &[Placed]) -> Option<Cell> {
    let mut text = String::new();
    let mut right = f64::NEG_INFINITY;
    for glyph in glyphs {
        if !text.is_empty() && glyph.left - right > 0.2 * glyph.size {
            text.push(' ');
        }
        text.push_str(&glyph.text);
        right = glyph.right;
    }
    let first = glyphs.first()?;
    let size = glyphs.iter().map(|glyph| glyph.size).fold(0.0, f64::max);
    let area = [first.left, first.baseline - size, right, first.baseline + 0.25 * size].map(narrow);
    Cell::plain(&text).map(|cell| Cell { area: Some(area), ..cell })
}

/// Points on a page are far within the range of `f32`.
#[allow(clippy::as_conversions, clippy::cast_possible_truncation)]
fn narrow(value: f64) -> f32 {
    value as f32
}
