//! What is drawn. A view takes the state as it is and gives commands back; it changes nothing itself.

mod across;
mod age;
#[cfg(feature = "online")]
mod asking;
mod bar;
mod details;
mod document;
mod drop;
mod exam;
mod facts;
mod files;
mod list;
mod menu;
mod preview;
mod program;
mod recent;
mod said;
mod signer;
mod table;
mod text;
mod tone;
mod trust;
mod why;

pub(super) use preview::has_room;
pub(super) use table::row_height;

/// Whether the keyboard is on a row, so that the arrows walk the rows.
pub(super) fn is_row(context: &egui::Context, state: &State, id: egui::Id) -> bool {
    match state.sight() {
        Sight::Table => table::is_marked(state, id),
        Sight::File => list::is_row(context, state, id),
    }
}
#[cfg(test)]
pub(super) use tone::{of_outcome as tone_of, of_verdict as verdict_tone};

use egui::{AsIdSalt, CentralPanel, Frame, Margin, Panel, RichText, ScrollArea, Ui};

use super::state::{Page, Sight, State};
use super::theme::{Palette, size, space};
use super::update::Command;

/// From this width on a verdict and its document stand side by side.
const BESIDE: f32 = 800.0;

/// Draws the whole window and gives back what the person asked for.
pub fn draw(ui: &mut Ui, state: &State) -> Vec<Command> {
    let mut commands = Vec::new();
    let palette = Palette::of(ui.ctx());
    let plain = |margin| Frame::new().fill(palette.background).inner_margin(margin);
    Panel::top("bar").frame(plain(Margin::symmetric(16, 10))).show(ui, |ui| bar::draw(ui, state, &mut commands));
    if !state.trust.troubles.is_empty() && state.page == Page::Files {
        Panel::top("troubles").frame(plain(Margin::symmetric(16, 4))).show(ui, |ui| trust::troubles(ui, state));
    }
    if let Some(notice) = &state.program.notice {
        Panel::top("notice").frame(plain(Margin::symmetric(16, 4))).show(ui, |ui| {
            program::notice(ui, state, notice, &mut commands);
        });
    }
    match state.page {
        Page::Files => files(ui, state, &mut commands),
        Page::Trust => {
            CentralPanel::default().frame(plain(Margin::same(0))).show(ui, |ui| {
                page(ui, "trust", |ui| trust::draw(ui, state, &mut commands));
            });
        }
        of_program @ (Page::Settings | Page::Help | Page::About) => {
            CentralPanel::default().frame(plain(Margin::same(0))).show(ui, |ui| {
                page(ui, of_program, |ui| program::draw(ui, state, &mut commands));
            });
        }
    }
    drop::overlay(ui, state);
    said::draw(ui, state);
    commands
}

/// The list of files, where there are several, and the one that is shown.
fn files(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let palette = Palette::of(ui.ctx());
    let plain = |margin| Frame::new().fill(palette.background).inner_margin(margin);
    if state.sight() == Sight::Table {
        table::draw(ui, state, commands);
        return;
    }
    if state.files.len().saturating_add(state.waiting) > 1 {
        Panel::left("list")
            .resizable(true)
            .default_size(300.0)
            .frame(plain(Margin::same(8)))
            .show(ui, |ui| list::draw(ui, state, commands));
    }
    if let Some(document) = &state.preview {
        let room = ui.available_width();
        if room >= BESIDE {
            Panel::right("preview")
                .resizable(true)
                .default_size(room * 0.5)
                .min_size(280.0)
                .max_size(room - 360.0)
                .frame(plain(Margin::same(12)))
                .show(ui, |ui| preview::draw(ui, state, document, commands));
        } else if document.asked {
            // Too narrow for both: the verdict is one key away.
            CentralPanel::default()
                .frame(plain(Margin::same(12)))
                .show(ui, |ui| preview::draw(ui, state, document, commands));
            return;
        }
    }
    CentralPanel::default().frame(plain(Margin::same(0))).show(ui, |ui| match state.shown() {
        None if !state.is_working() => drop::draw(ui, state, commands),
        None => {
            ui.centered_and_justified(|ui| {
                ui.label(RichText::new(state.words.text("gui-working")).size(size::HEADING))
            });
        }
        Some(opened) => page(ui, &opened.path, |ui| document::draw(ui, state, opened, commands)),
    });
}

/// A page of text in the middle, no wider than can be read, that scrolls.
fn page(ui: &mut Ui, id: impl AsIdSalt, draw: impl FnOnce(&mut Ui)) {
    ScrollArea::vertical().auto_shrink([false, false]).id_salt(id).show(ui, |ui| {
        scroll_keys(ui);
        let side = ((ui.available_width() - space::PAGE) / 2.0).max(space::M);
        ui.horizontal_top(|ui| {
            ui.add_space(side);
            ui.vertical(|ui| {
                ui.set_width((ui.available_width() - side).min(space::PAGE));
                ui.add_space(space::S);
                draw(ui);
            });
        });
    });
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
