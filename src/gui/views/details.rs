//! Technical details: codes, path, digests, times, policy, lists. Each can be copied, and all at once.

mod signature;

use egui::{CollapsingHeader, RichText, Ui};

use super::super::state::State;
use super::super::theme::{self, Palette, size, space};
use super::super::update::Command;
use super::text::{field, inline_button};
use crate::export::{Codes, Secrets};
use crate::report::Report;
use crate::words::{Words, clean};

pub(super) fn draw(ui: &mut Ui, state: &State, report: &Report, commands: &mut Vec<Command>) {
    ui.add_space(space::M);
    let title = RichText::new(state.words.text("gui-details")).size(size::HEADING);
    CollapsingHeader::new(title).id_salt("details").default_open(false).show_unindented(ui, |ui| {
        theme::card(Palette::of(ui.ctx())).show(ui, |ui| {
            ui.set_width(ui.available_width());
            let lines = lines(state, report);
            if inline_button(ui, &state.words.text("gui-copy-all")).clicked() {
                let all: Vec<_> = lines.iter().map(|(label, value)| format!("{label}: {value}")).collect();
                commands.push(Command::Copy(all.join("\n")));
            }
            for (label, value) in lines {
                let copy = state.words.text("gui-copy");
                field(ui, &label, RichText::new(&value).monospace(), |ui| {
                    let button = inline_button(ui, &copy).accessible_name(format!("{copy}: {label}"));
                    if button.clicked() {
                        commands.push(Command::Copy(value.clone()));
                    }
                });
            }
        });
    });
}

/// Label and value; codes of persons are masked as everywhere.
fn lines(state: &State, report: &Report) -> Vec<(String, String)> {
    let secrets = Secrets::of(report, if state.codes_revealed { Codes::Shown } else { Codes::Masked });
    let mut lines = of_file(&state.words, report);
    for signature in &report.signatures {
        lines.extend(signature::lines(&state.words, signature));
    }
    lines.into_iter().map(|(label, value)| (label, secrets.mask(&value))).collect()
}

fn of_file(words: &Words, report: &Report) -> Vec<(String, String)> {
    let mut lines = Vec::new();
    let mut add = |id: &str, value: String| lines.push((words.text(id), value));
    if let Some(sha256) = report.file.sha256 {
        add("report-sha256", sha256.to_string());
    }
    add("report-checked-at", words.date_time_utc(report.checked_at));
    let tool = &report.tool;
    add("report-tool", format!("{} {}", tool.name, tool.version));
    // Rules may come from a file, and anybody may name them.
    add("report-policy", format!("{} {} {}", clean(&tool.policy), tool.policy_version, tool.policy_sha256));
    for list in &report.lists {
        add("report-lists", format!("{} {} {}", list.territory, list.sequence, list.issued));
    }
    for document in &report.documents {
        add("report-documents", format!("{} {}", clean(&document.name), document.sha256));
    }
    lines
}
