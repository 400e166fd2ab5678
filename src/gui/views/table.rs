//! Several files at once: what there is in all, then one row a certificate, then what is to be said of the marked row.

mod aside;
mod chosen;
mod head;
mod person;
mod places;
mod row;
mod summary;

use egui::{CentralPanel, Frame, Id, Margin, Panel, Rect, ScrollArea, Ui, pos2, vec2};

use super::super::state::State;
use super::super::table::{Cell, Row, TableStep};
use super::super::theme::{Palette, size, space};
use super::super::update::Command;
use super::text::{leading, muted};
use places::Places;

pub(super) fn draw(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let palette = Palette::of(ui.ctx());
    let plain = |margin| Frame::new().fill(palette.background).inner_margin(margin);
    Panel::top("summary").frame(plain(Margin::symmetric(16, 6))).show(ui, |ui| summary::draw(ui, state, commands));
    if let Some(aside) = state.table.aside {
        let frame = plain(Margin::symmetric(16, 6));
        Panel::top("aside").frame(frame).show(ui, |ui| aside::draw(ui, state, aside, commands));
    }
    if state.shown().is_some() {
        let frame = plain(Margin::symmetric(16, 10));
        Panel::bottom("chosen").frame(frame).show(ui, |ui| chosen::draw(ui, state, commands));
    }
    CentralPanel::default().frame(plain(Margin::symmetric(16, 0))).show(ui, |ui| rows(ui, state, commands));
}

fn rows(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let width = ui.available_width() - ui.spacing().scroll.allocated_width();
    let places = Places::of(width, &state.table.shares);
    head::draw(ui, state, &places, commands);
    let rows = state.table.rows();
    if rows.is_empty() && !state.is_working() {
        ui.add_space(space::M);
        muted(ui, &state.words.text("rows-nothing"));
        return;
    }
    let height = row_height();
    // Only rows in sight are drawn: ten thousand cost as much as twenty.
    let area = ScrollArea::vertical().auto_shrink([false, false]).id_salt("table");
    area.show_rows(ui, height, rows.len(), |ui, visible| {
        keys(ui, state, visible.len(), commands);
        follow_mark(ui, state, height, visible.start);
        for (number, one) in rows.iter().enumerate().skip(visible.start).take(visible.len()) {
            match one.cell() {
                Some(cell) => row::draw(ui, state, (number, cell), &places, commands),
                None => person::draw(ui, state, *one, height),
            }
        }
    });
}

/// Height of a row.
pub(in super::super) fn row_height() -> f32 {
    leading(size::BODY) + 2.0 * space::S
}

/// A whole page, to the first, to the last: the mark goes along.
fn keys(ui: &Ui, state: &State, page: usize, commands: &mut Vec<Command>) {
    use egui::{Key, Modifiers};
    let pressed = ui.input(|input| input.events.iter().any(|event| matches!(event, egui::Event::Key { .. })));
    if !pressed || ui.ctx().text_edit_focused() {
        return;
    }
    let rows = state.table.rows();
    let rows: Vec<Cell> = rows.iter().filter_map(Row::cell).collect();
    let at = rows.iter().position(|cell| *cell == state.marked()).unwrap_or_default();
    let last = rows.len().saturating_sub(1);
    let keys = [
        (Key::PageDown, at.saturating_add(page)),
        (Key::PageUp, at.saturating_sub(page)),
        (Key::Home, 0),
        (Key::End, last),
    ];
    for (key, to) in keys {
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key))
            && let Some(cell) = rows.get(to.min(last))
        {
            commands.push(Command::Table(TableStep::Mark(*cell)));
        }
    }
}

/// Whether the keyboard is on the marked row.
pub(super) fn is_marked(state: &State, id: Id) -> bool {
    row_id(state.marked()) == id
}

fn row_id(cell: Cell) -> Id {
    Id::unique(("row of the table", cell))
}

/// When another row was marked, it comes into view, and takes the focus where a row had it.
fn follow_mark(ui: &Ui, state: &State, height: f32, first: usize) {
    let marked = state.marked();
    let last = ui.data_mut(|data| std::mem::replace(data.get_temp_mut_or(Id::unique("mark in view"), marked), marked));
    if last == marked {
        return;
    }
    let Some(place) = state.table.rows().iter().position(|row| row.cell() == Some(marked)) else { return };
    let top = ui.max_rect().top() + height * (count(place) - count(first));
    let row = Rect::from_min_size(pos2(ui.max_rect().left(), top), vec2(1.0, height));
    ui.scroll_to_rect(row, None);
    ui.memory_mut(|memory| {
        if memory.focused() == Some(row_id(last)) {
            memory.request_focus(row_id(marked));
        }
    });
}

/// A row's number as a distance.
fn count(number: usize) -> f32 {
    u16::try_from(number).map_or(f32::from(u16::MAX), f32::from)
}
