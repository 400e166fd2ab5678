//! What is inside, and what of it a signature covers.

use egui::Ui;

use super::super::shapes;
use super::super::theme::{self, Palette, size, space};
use super::text::{Lines, heading, muted};
use super::tone;
use crate::report::Report;
use crate::words::{Words, clean};

pub(super) fn draw(ui: &mut Ui, words: &Words, report: &Report) {
    if report.documents.is_empty() && report.findings.is_empty() {
        return;
    }
    heading(ui, &words.text("report-documents"));
    theme::card(Palette::of(ui.ctx())).show(ui, |ui| {
        ui.set_width(ui.available_width());
        for (index, document) in report.documents.iter().enumerate() {
            if index > 0 {
                ui.add_space(space::XS);
            }
            ui.horizontal_top(|ui| {
                let tone = tone::of_coverage(document.coverage);
                shapes::draw(ui, tone, 22.0);
                let palette = Palette::of(ui.ctx());
                let bytes = words.text_with("report-size", &[("size", &document.size.to_string())]);
                let about = format!("{} · {bytes}", words.coverage(document.coverage));
                Lines::default()
                    .line(&clean(&document.name), size::BODY, palette.text)
                    .line(&about, size::SMALL, palette.ink(tone))
                    .show(ui);
            });
        }
        for finding in &report.findings {
            muted(ui, &words.finding(finding));
        }
    });
}
