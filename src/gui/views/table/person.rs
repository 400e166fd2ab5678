//! The head over the certificates of one person.

use egui::accesskit::Role;
use egui::{Align2, FontId, Sense, Ui, WidgetInfo, vec2};

use super::super::super::state::State;
use super::super::super::table::Row;
use super::super::super::theme::{Palette, size, space};
use super::super::list::galley;

pub(super) fn draw(ui: &mut Ui, state: &State, row: Row, height: f32) {
    let words = &state.words;
    let person = match row {
        Row::Person(number) => state.table.dossier.persons.get(number),
        Row::Nobody | Row::Certificate(_) => None,
    };
    let (name, counts) = match person {
        Some(person) => (words.person_name(person), words.person_counts(person)),
        None => (words.text("dossier-nobody"), String::new()),
    };
    let palette = Palette::of(ui.ctx());
    let (area, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    ui.painter().rect_filled(area.shrink2(vec2(0.0, 1.0)), 4.0, palette.card);
    let inner = area.shrink2(vec2(space::S, 0.0));
    let text = galley(ui, &name, size::BODY, palette.accent, inner.width());
    let right = inner.left() + text.size().x + space::S;
    ui.painter().galley(inner.left_center() - vec2(0.0, text.size().y / 2.0), text, palette.accent);
    let at = egui::pos2(right, inner.center().y);
    ui.painter().text(at, Align2::LEFT_CENTER, &counts, FontId::proportional(size::SMALL), palette.muted);
    let said = if counts.is_empty() { name } else { format!("{name}: {counts}") };
    response.widget_info(|| WidgetInfo::labeled(Role::RowHeader, true, said.clone()));
}
