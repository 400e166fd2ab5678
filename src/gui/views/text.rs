//! Texts as they are set: several lines that belong together are one label, so that a screen reader says them as one.

use egui::text::LayoutJob;
use egui::{Align, Button, FontId, Label, Response, RichText, TextFormat, Ui, vec2};

use super::super::theme::{Ink, Palette, size, space};

/// Lines that belong together.
#[derive(Default)]
pub(super) struct Lines {
    job: LayoutJob,
}

impl Lines {
    /// Adds a line.
    pub(super) fn line(mut self, text: &str, size: f32, colour: Ink) -> Self {
        if !self.job.text.is_empty() {
            self.job.append("\n", 0.0, format(size, colour));
        }
        self.and(text, size, colour)
    }

    /// Adds to the last line.
    pub(super) fn and(mut self, text: &str, size: f32, colour: Ink) -> Self {
        self.job.append(text, 0.0, format(size, colour));
        self
    }

    /// Shows them, wrapped to the room there is.
    pub(super) fn show(self, ui: &mut Ui) -> Response {
        ui.add(Label::new(self.job).wrap())
    }

    /// Shows them so that they can be clicked, and reached by the keyboard.
    pub(super) fn show_sensed(self, ui: &mut Ui) -> Response {
        let response = ui.add(Label::new(self.job).wrap().sense(egui::Sense::click()));
        if response.has_focus() {
            let stroke = ui.visuals().selection.stroke;
            ui.painter().rect_stroke(response.rect.expand(3.0), 4.0, stroke, egui::StrokeKind::Outside);
        }
        response
    }
}

fn format(size: f32, color: Ink) -> TextFormat {
    let font_id = FontId::proportional(size);
    TextFormat { line_height: Some(leading(size)), font_id, color, valign: Align::Center, ..TextFormat::default() }
}

/// Distance of two lines of text.
pub(super) fn leading(size: f32) -> f32 {
    (size * 1.4).round()
}

/// A paragraph.
pub(super) fn paragraph(ui: &mut Ui, text: &str) -> Response {
    let colour = Palette::of(ui.ctx()).text;
    Lines::default().line(text, size::BODY, colour).show(ui)
}

/// A remark of less weight.
pub(super) fn muted(ui: &mut Ui, text: &str) -> Response {
    let colour = Palette::of(ui.ctx()).muted;
    Lines::default().line(text, size::SMALL, colour).show(ui)
}

/// Said by screen readers when it appears or changes, wherever the reader is.
pub(super) fn announce(response: &Response) {
    response.ctx.accesskit_node_builder(response.id, |node| node.set_live(egui::accesskit::Live::Polite));
}

/// A heading of a group.
pub(super) fn heading(ui: &mut Ui, text: &str) {
    ui.add_space(space::M);
    let response = ui.label(RichText::new(text).size(size::HEADING));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(egui::accesskit::Role::Heading);
        node.set_label(text);
    });
}

/// A button that comes into view when the keyboard reaches it.
pub(super) fn button(ui: &mut Ui, text: &str) -> Response {
    into_view(ui.add(Button::new(text)))
}

/// A button within a line of text.
pub(super) fn inline_button(ui: &mut Ui, text: &str) -> Response {
    // Not in a scope of its own: that would take what is left of the line, however little, instead of the next line.
    let usual = std::mem::replace(&mut ui.spacing_mut().button_padding, vec2(space::S, 3.0));
    let small = Button::new(RichText::new(text).size(size::SMALL)).wrap_mode(egui::TextWrapMode::Extend);
    let response = into_view(ui.add(small));
    ui.spacing_mut().button_padding = usual;
    response
}

fn into_view(response: Response) -> Response {
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    response
}

/// A label with its value beside it, or below it where the window is narrow; `after` comes at the right end.
pub(super) fn field(ui: &mut Ui, label: &str, value: RichText, after: impl FnOnce(&mut Ui)) {
    let width = ui.available_width();
    let narrow = width < 420.0;
    let side = if narrow { width } else { (width * 0.32).clamp(150.0, 240.0) };
    let column = |ui: &mut Ui, width: f32, add: &mut dyn FnMut(&mut Ui)| {
        ui.allocate_ui_with_layout(vec2(width, 0.0), egui::Layout::top_down(Align::Min), |ui| {
            ui.set_width(width);
            add(ui);
        });
    };
    if narrow {
        muted(ui, label);
    }
    ui.horizontal_top(|ui| {
        if !narrow {
            column(ui, side, &mut |ui| {
                muted(ui, label);
            });
        }
        ui.with_layout(egui::Layout::right_to_left(Align::Min), |ui| {
            after(ui);
            let room = ui.available_width();
            column(ui, room, &mut |ui| {
                ui.add(Label::new(value.clone()).wrap());
            });
        });
    });
}
