//! What is drawn. A view takes the state as it is and gives commands back; it changes nothing itself.

mod bar;
mod details;
mod document;
mod drop;
mod exam;
mod facts;
mod files;
mod list;
mod text;
mod tone;
mod why;

pub(super) use list::is_row;

use egui::{CentralPanel, Frame, Margin, Panel, RichText, ScrollArea, Ui};

use super::state::State;
use super::theme::{Palette, size, space};
use super::update::Command;

/// Draws the whole window and gives back what the person asked for.
pub fn draw(ui: &mut Ui, state: &State) -> Vec<Command> {
    let mut commands = Vec::new();
    let palette = Palette::of(ui.ctx());
    let plain = |margin| Frame::new().fill(palette.background).inner_margin(margin);
    Panel::top("bar").frame(plain(Margin::symmetric(16, 10))).show(ui, |ui| bar::draw(ui, state, &mut commands));
    if state.files.len().saturating_add(state.waiting) > 1 {
        Panel::left("list")
            .resizable(true)
            .default_size(300.0)
            .frame(plain(Margin::same(8)))
            .show(ui, |ui| list::draw(ui, state, &mut commands));
    }
    CentralPanel::default().frame(plain(Margin::same(0))).show(ui, |ui| match state.shown() {
        None if !state.is_working() => drop::draw(ui, state, &mut commands),
        None => {
            ui.centered_and_justified(|ui| {
                ui.label(RichText::new(state.words.text("gui-working")).size(size::HEADING))
            });
        }
        Some(opened) => {
            ScrollArea::vertical().auto_shrink([false, false]).id_salt(&opened.path).show(ui, |ui| {
                scroll_keys(ui);
                let side = ((ui.available_width() - space::PAGE) / 2.0).max(space::M);
                ui.horizontal_top(|ui| {
                    ui.add_space(side);
                    ui.vertical(|ui| {
                        ui.set_width((ui.available_width() - side).min(space::PAGE));
                        ui.add_space(space::S);
                        document::draw(ui, state, opened, &mut commands);
                    });
                });
            });
        }
    });
    drop::overlay(ui, state);
    commands
}

/// Pages through the document with the keys every reader knows, unless a list or menu has taken them.
fn scroll_keys(ui: &Ui) {
    use egui::{Key, Modifiers};
    let page = ui.clip_rect().height() * 0.9;
    let keys = [(Key::PageDown, -page), (Key::PageUp, page), (Key::End, f32::MIN), (Key::Home, f32::MAX)];
    for (key, distance) in keys {
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
            ui.scroll_with_delta(egui::vec2(0.0, distance.clamp(-1e6, 1e6)));
        }
    }
}
