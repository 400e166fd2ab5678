//! The empty window, and the sign that something may be let go over it.

use egui::{Align2, FontId, Frame, RichText, Stroke, StrokeKind, Ui};

use super::super::shapes;
use super::super::state::State;
use super::super::theme::{Palette, size, space};
use super::super::update::Command;
use super::recent;
use super::text::{button, muted};

/// A window below this has no room for the seal.
const LOW: f32 = 320.0;

pub(super) fn draw(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let palette = Palette::of(ui.ctx());
    let words = &state.words;
    Frame::new().inner_margin(space::L).show(ui, |ui| {
        let area = ui.available_rect_before_wrap();
        ui.painter().rect_stroke(area, 14.0, Stroke::new(2.0, palette.line), StrokeKind::Inside);
        ui.vertical_centered(|ui| {
            let most = recent::room_for(area.height());
            let recent = state.program.recent().len().min(most);
            ui.add_space(((area.height() - recent::height(recent)) / 2.0 - 170.0).max(space::L));
            // Words come before pictures where there is room for one of them.
            if area.height() > LOW {
                shapes::seal(ui, 96.0);
                ui.add_space(space::M);
            }
            ui.label(RichText::new(words.text("gui-drop-here")).size(size::WORD));
            ui.add_space(space::S);
            ui.label(words.text("gui-what-it-does"));
            ui.add_space(space::M);
            if button(ui, &words.text("gui-open-files")).clicked() {
                commands.push(Command::OpenFiles);
            }
            ui.add_space(space::M);
            muted(ui, &words.text("gui-nothing-leaves"));
            recent::list(ui, state, most, commands);
        });
    });
}

/// Drawn above everything while files hang over the window.
pub(super) fn overlay(ui: &Ui, state: &State) {
    let context = ui.ctx();
    if context.input(|input| input.raw.hovered_files.is_empty()) {
        return;
    }
    let palette = Palette::of(context);
    let layer = egui::LayerId::new(egui::Order::Foreground, egui::Id::unique("drop overlay"));
    let painter = context.layer_painter(layer);
    let area = context.content_rect();
    painter.rect_filled(area, 0.0, palette.selected.gamma_multiply(0.94));
    painter.rect_stroke(area.shrink(14.0), 14.0, Stroke::new(3.0, palette.accent), StrokeKind::Inside);
    let text = state.words.text("gui-let-go");
    painter.text(area.center(), Align2::CENTER_CENTER, text, FontId::proportional(size::WORD), palette.text);
}
