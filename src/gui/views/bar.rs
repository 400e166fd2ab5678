//! The bar: what can be done, and how far the work is.

use egui::{Button, ProgressBar, RichText, Ui};

use super::super::commands::table;
use super::super::state::State;
use super::super::theme::{Palette, size};
use super::super::update::Command;

pub(super) fn draw(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let dark = ui.ctx().theme() == egui::Theme::Dark;
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new("Zīmogs").size(size::HEADING).color(Palette::of(ui.ctx()).accent));
        ui.separator();
        for entry in table(state, dark) {
            let text = state.words.text(entry.text);
            let button = ui.add(Button::new(&text));
            let key = entry.shortcut.map(|shortcut| ui.ctx().format_shortcut(&shortcut)).unwrap_or_default();
            if button.on_hover_text(key).clicked() {
                commands.push(entry.command);
            }
        }
        if state.waiting > 0 {
            let total = state.files.len().saturating_add(state.waiting);
            let text = state
                .words
                .text_with("gui-progress", &[("done", &state.files.len().to_string()), ("total", &total.to_string())]);
            ui.add(ProgressBar::new(share(state.files.len(), total)).desired_width(180.0).text(text));
        }
    });
}

fn share(done: usize, total: usize) -> f32 {
    let hundredths = done.saturating_mul(100).checked_div(total).unwrap_or(0);
    f32::from(u8::try_from(hundredths).unwrap_or(100)) / 100.0
}
