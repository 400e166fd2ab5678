//! What is inside, and what of it a signature covers.

use egui::{Align, Layout, Ui};

use super::super::preview::{Key, PreviewStep, Spot};
use super::super::shapes;
use super::super::state::{Opened, State};
use super::super::theme::{self, Palette, size, space};
use super::super::update::Command;
use super::text::{Lines, heading, inline_button, muted};
use super::{preview, tone};
use crate::report::{DocumentReport, Report};
use crate::words::clean;

pub(super) fn draw(ui: &mut Ui, state: &State, opened: &Opened, report: &Report, commands: &mut Vec<Command>) {
    let words = &state.words;
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
            one(ui, state, opened, document, commands);
        }
        if report.documents.len() > 1 && inline_button(ui, &words.text("gui-preview-save-all")).clicked() {
            commands.push(Command::Preview(PreviewStep::SaveAll(opened.path.clone())));
        }
        if let Some(copied) = state.copied.as_ref().filter(|_| state.preview.is_none()) {
            muted(ui, &preview::outcome(words, copied));
        }
        for finding in &report.findings {
            muted(ui, &words.finding(finding));
        }
    });
}

fn one(ui: &mut Ui, state: &State, opened: &Opened, document: &DocumentReport, commands: &mut Vec<Command>) {
    let words = &state.words;
    let name = clean(&document.name);
    let key = || Key { path: opened.path.clone(), document: document.name.clone() };
    ui.horizontal_top(|ui| {
        let tone = tone::of_coverage(document.coverage);
        shapes::draw(ui, tone, 22.0);
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            let named = |id: &str| words.text_with(id, &[("name", &name)]);
            let save = inline_button(ui, &words.text("gui-preview-save"));
            if save.accessible_name(named("gui-preview-save-named")).clicked() {
                commands.push(Command::Preview(PreviewStep::Save(key())));
            }
            let show = inline_button(ui, &words.text("gui-preview-show"));
            if show.accessible_name(named("gui-preview-show-named")).clicked() {
                commands.push(Command::Preview(PreviewStep::Show(Spot { key: key(), place: None })));
            }
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                let palette = Palette::of(ui.ctx());
                let bytes = words.text_with("report-size", &[("size", &document.size.to_string())]);
                let about = format!("{} · {bytes}", words.coverage(document.coverage));
                Lines::default()
                    .line(&name, size::BODY, palette.text)
                    .line(&about, size::SMALL, palette.ink(tone))
                    .show(ui);
            });
        });
    });
}
