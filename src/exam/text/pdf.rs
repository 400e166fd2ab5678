//! PDF: glyphs with their places, sorted into lines and cells. Fonts and content streams are `hayro`'s work; what it cannot
//! name as Unicode is left out, never guessed, and what a reader of the page cannot see is not read.

mod cells;
mod collect;
mod columns;
mod guard;
mod paint;
mod rows;
mod tables;

#[cfg(test)]
mod hostile;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use hayro_interpret::kurbo::{Affine, Rect};
use hayro_interpret::{Context, FontResolverFn, InterpreterCache, InterpreterSettings, interpret_page};
use hayro_syntax::Pdf;
use hayro_syntax::page::Page;

use super::{Cell, Line};
use crate::exam::Unreadable;
use crate::limits;
use collect::{Collector, Glyphs};

/// The lines of a PDF file. A function of the octets alone, so that it can be run in a process of its own.
pub(super) fn lines(content: &[u8]) -> Result<Vec<Line>, Unreadable> {
    // The reader of PDF is memory-safe and not ours; what it does not foresee must not take the program down.
    let read = catch_unwind(AssertUnwindSafe(|| read(content)));
    read.unwrap_or_else(|_| Err(damaged("the PDF reader gave up")))
}

fn damaged(detail: &str) -> Unreadable {
    Unreadable::Damaged { detail: detail.to_owned() }
}

fn read(content: &[u8]) -> Result<Vec<Line>, Unreadable> {
    let beyond = |guard::Excess| damaged("the PDF is beyond a limit");
    guard::before_loading(content).map_err(beyond)?;
    let pdf = Pdf::new(content.to_vec()).map_err(|_| damaged("not readable as PDF"))?;
    let form = guard::before_reading(&pdf).map_err(beyond)?;
    // Fonts are read once for all pages.
    let cache = InterpreterCache::new();
    let fonts = Fonts::default();
    let mut budget = collect::Budget::new(form);
    let mut lines = Vec::new();
    for (index, page) in pdf.pages().iter().take(limits::PDF_PAGES).enumerate() {
        let number = u32::try_from(index).unwrap_or(u32::MAX).saturating_add(1);
        let glyphs = glyphs(page, &cache, &fonts, &mut budget)?;
        budget.took(glyphs.placed.len());
        lines.extend(into_lines(glyphs, number));
        if lines.len() >= limits::TEXT_LINES {
            lines.truncate(limits::TEXT_LINES);
            break;
        }
    }
    Ok(lines)
}

/// What a reader sees on a page.
fn glyphs<'a>(
    page: &Page<'a>,
    cache: &InterpreterCache<'a>,
    fonts: &Fonts,
    budget: &mut collect::Budget,
) -> Result<Glyphs, Unreadable> {
    let (width, height) = page.render_dimensions();
    let area = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let initial = Affine::new(page.initial_transform(true).as_coeffs());
    let mut context = Context::new(initial, area, cache, page.xref(), fonts.settings());
    let mut collector = Collector::new(area, fonts, budget);
    let stopped = catch_unwind(AssertUnwindSafe(|| interpret_page(page, &mut context, &mut collector)));
    match stopped {
        Err(_) if collector.budget.is_spent() => Err(damaged("the PDF asks for too much work")),
        Err(_) => Err(damaged("the PDF reader gave up")),
        Ok(()) => Ok(collector.finish()),
    }
}

/// Whether fonts were asked for that the file does not bring.
#[derive(Default)]
struct Fonts {
    borrowed: Arc<AtomicBool>,
}

impl Fonts {
    fn settings(&self) -> InterpreterSettings {
        let settings = InterpreterSettings::default();
        let (resolve, borrowed) = (settings.font_resolver, Arc::clone(&self.borrowed));
        let font_resolver: FontResolverFn = Arc::new(move |query| {
            borrowed.store(true, Ordering::Relaxed);
            resolve(query)
        });
        InterpreterSettings { font_resolver, ..settings }
    }

    fn are_borrowed(&self) -> bool {
        self.borrowed.load(Ordering::Relaxed)
    }
}

/// Rows to cells, columns of running text one after the other, words divided at line ends put together.
fn into_lines(glyphs: Glyphs, page: u32) -> Vec<Line> {
    let Glyphs { placed, turn, rules } = glyphs;
    let row = |row: Vec<rows::Placed>| {
        let height = row.first().map_or(0.0, |glyph| glyph.baseline - 0.3 * glyph.size);
        cells::cells(&row, &rules.borders(height))
    };
    let rows = rows::rows(placed).into_iter().map(row).collect();
    let rows = tables::whole_cells(rows, &rules);
    let rows = columns::undivided(columns::in_reading_order(rows));
    let line = |row: Vec<cells::Piece>| {
        let cells: Vec<Cell> = row.into_iter().filter_map(|piece| piece.into_cell(turn)).collect();
        (!cells.is_empty()).then_some(Line { page, cells })
    };
    rows.into_iter().filter_map(line).collect()
}
