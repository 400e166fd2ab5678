//! What is answered in passing: that something was copied.

use egui::{Align2, Area, Id, Ui, vec2};

use super::super::state::State;
use super::super::theme::{self, Palette, size, space};
use super::text::{Lines, announce};

/// Above everything, at the lower edge, so that nothing moves.
pub(super) fn draw(ui: &Ui, state: &State) {
    if !state.says_copied() {
        return;
    }
    let area = Area::new(Id::unique("said")).anchor(Align2::CENTER_BOTTOM, vec2(0.0, -space::L)).interactable(false);
    area.show(ui.ctx(), |ui| {
        let palette = Palette::of(ui.ctx());
        theme::card(palette).inner_margin(10).show(ui, |ui| {
            let text = state.words.text("gui-copied");
            let said = Lines::default().line(&text, size::BODY, palette.text).show(ui);
            announce(&said);
        });
    });
}
