//! What is inside, and what of it a signature covers.

use egui::{RichText, Ui};

use super::super::shapes;
use super::super::theme::{self, Palette, space};
use super::{heading, muted, tone};
use crate::report::Report;
use crate::words::{Words, clean};

pub(super) fn draw(ui: &mut Ui, words: &Words, report: &Report) {
    if report.documents.is_empty() && report.findings.is_empty() {
        return;
    }
    heading(ui, &words.text("report-documents"));
    theme::card(Palette::of(ui.ctx())).show(ui, |ui| {
        ui.set_width(ui.available_width());
        for document in &report.documents {
            ui.horizontal_top(|ui| {
                let tone = tone::of_coverage(document.coverage);
                shapes::draw(ui, tone, 22.0);
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 2.0;
                    ui.label(clean(&document.name));
                    let ink = Palette::of(ui.ctx()).ink(tone);
                    let size = words.text_with("report-size", &[("size", &document.size.to_string())]);
                    ui.label(
                        RichText::new(format!("{} · {size}", words.coverage(document.coverage))).color(ink).small(),
                    );
                });
            });
            ui.add_space(space::XS);
        }
        for finding in &report.findings {
            muted(ui, &words.finding(finding));
        }
    });
}
