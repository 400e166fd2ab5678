//! A document without pages, as text.

use egui::text::LayoutJob;
use egui::{Align, FontId, Id, Label, ScrollArea, TextFormat, Ui};

use super::super::super::preview::Preview;
use super::super::super::theme::{self, Palette, size};
use super::super::text::muted;
use super::place_colours;
use crate::exam::{Place, TextCell};
use crate::words::{Words, clean};

/// More lines than this are not laid out: a certificate has fifty.
const LINES: usize = 2_000;
/// Nor more octets than this: a line may be as long as the document.
const OCTETS: usize = 200_000;

pub(super) fn draw(ui: &mut Ui, words: &Words, preview: &Preview) {
    let Some(cells) = &preview.cells else {
        muted(ui, &words.text("gui-preview-loading"));
        return;
    };
    let area = ScrollArea::vertical().auto_shrink([false, false]).id_salt(&preview.key);
    area.show(ui, |ui| {
        theme::card(Palette::of(ui.ctx())).show(ui, |ui| {
            ui.set_width(ui.available_width());
            let aim = aimed(ui, preview);
            let (mut first, mut room) = (0_usize, OCTETS);
            for line in cells.chunk_by(|one, other| one.line == other.line).take(LINES) {
                let length = line.iter().map(|cell| cell.text.len()).fold(0_usize, usize::saturating_add);
                let Some(rest) = room.checked_sub(length) else { break };
                room = rest;
                let numbers = first..first.saturating_add(line.len());
                first = numbers.end;
                // Places found stand in the order of the cells.
                let at = preview.hits.partition_point(|hit| hit.cell < numbers.start);
                let found = preview.hits.get(at).is_some_and(|hit| hit.cell < numbers.end);
                let marked = found || preview.marked.as_ref().is_some_and(|place| stands(place, line));
                let pointed = preview.pointed.as_ref().is_some_and(|place| stands(place, line));
                let response = ui.add(Label::new(job(ui, line, marked || pointed)).wrap());
                if aim.as_ref().is_some_and(|aim| aim.is_in(&numbers, line)) {
                    response.scroll_to_me(Some(Align::Center));
                }
            }
            if first < cells.len() {
                muted(ui, &words.text("gui-preview-text-cut"));
            }
        });
    });
}

/// Whether a value was read in this line.
fn stands(place: &Place, line: &[TextCell]) -> bool {
    let source = place.source.trim();
    !source.is_empty() && line.iter().any(|cell| source.contains(&cell.text) || cell.text.contains(source))
}

/// Where to go, if a person has just asked for it.
enum Aim {
    Cell(usize),
    Place(Place),
}

impl Aim {
    fn is_in(&self, numbers: &std::ops::Range<usize>, line: &[TextCell]) -> bool {
        match self {
            Self::Cell(number) => numbers.contains(number),
            Self::Place(place) => stands(place, line),
        }
    }
}

fn aimed(ui: &Ui, preview: &Preview) -> Option<Aim> {
    let id = Id::unique("line followed").with(&preview.key);
    let followed = ui.data_mut(|data| *data.get_temp_mut_or_default::<u32>(id));
    if followed == preview.jumps {
        return None;
    }
    ui.data_mut(|data| data.insert_temp(id, preview.jumps));
    let hit = preview.hits.get(preview.hit).map(|hit| Aim::Cell(hit.cell));
    hit.or_else(|| preview.marked.clone().map(Aim::Place))
}

fn job(ui: &Ui, line: &[TextCell], marked: bool) -> LayoutJob {
    let palette = Palette::of(ui.ctx());
    let mut format = TextFormat::simple(FontId::proportional(size::BODY), palette.text);
    if marked {
        format.background = place_colours(ui).1;
    }
    let texts: Vec<_> = line.iter().map(|cell| clean(&cell.text)).collect();
    LayoutJob::single_section(texts.join("    "), format)
}
