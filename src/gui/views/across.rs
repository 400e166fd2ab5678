//! What a file says together with others that are open, and the way to them.

use egui::Ui;

use super::super::shapes;
use super::super::state::State;
use super::super::table::{Filter, TableStep};
use super::super::theme::{self, Palette, Tone, size, space};
use super::super::update::Command;
use super::text::{Lines, heading, inline_button};
use crate::dossier::Finding;

/// Findings told about one file, and other files that one of them leads to directly.
const MOST: usize = 8;

pub(super) fn draw(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let mut findings = state.table.findings_about(state.selected).take(MOST).peekable();
    if findings.peek().is_none() {
        return;
    }
    heading(ui, &state.words.text("gui-across"));
    theme::card(Palette::of(ui.ctx())).show(ui, |ui| {
        ui.set_width(ui.available_width());
        findings.for_each(|finding| one(ui, state, finding, commands));
    });
}

fn one(ui: &mut Ui, state: &State, finding: &Finding, commands: &mut Vec<Command>) {
    let words = &state.words;
    ui.horizontal_top(|ui| {
        shapes::draw(ui, Tone::Doubt, 20.0);
        ui.vertical(|ui| {
            let palette = Palette::of(ui.ctx());
            let sentence = words.finding_across(finding, &state.table.dossier);
            Lines::default().line(&sentence, size::BODY, palette.text).show(ui);
            let others: Vec<usize> = finding.files().iter().copied().filter(|file| *file != state.selected).collect();
            if others.is_empty() {
                return;
            }
            ui.horizontal_wrapped(|ui| {
                for number in others.iter().take(MOST) {
                    let Some(file) = state.files.get(*number) else { continue };
                    let text = words.text_with("gui-across-open", &[("name", &file.name())]);
                    if inline_button(ui, &text).clicked() {
                        commands.push(Command::Select(*number));
                    }
                }
                if inline_button(ui, &words.text("gui-across-table")).clicked() {
                    let files = Some(finding.files().to_vec());
                    commands.push(Command::Table(TableStep::Filter(Filter { files, ..Filter::default() })));
                    commands.push(Command::Table(TableStep::Leave));
                }
            });
        });
    });
    ui.add_space(space::XS);
}
