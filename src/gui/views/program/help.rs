//! What can be done, and with which keys: the table of commands, written out.

use egui::accesskit::Role;
use egui::{Align, Layout, Ui, vec2};

use super::super::super::commands::{Line, groups, shown};
use super::super::super::state::State;
use super::super::super::theme::{Palette, size, space};
use super::super::super::update::Command;
use super::super::text::{Lines, paragraph};
use super::{group, title};
use crate::words::Words;

/// Room for the longest key.
const KEYS: f32 = 190.0;

pub(super) fn draw(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let words = &state.words;
    title(ui, state, "help", commands);
    paragraph(ui, &words.text("help-intro"));
    for (heading, lines) in groups(state) {
        group(ui, words, heading, |ui| {
            let count = lines.len();
            for (index, one) in lines.iter().enumerate() {
                line(ui, words, one, (index.saturating_add(1), count));
            }
        });
    }
}

fn line(ui: &mut Ui, words: &Words, line: &Line, (number, count): (usize, usize)) {
    let keys: Vec<_> = line.keys.iter().map(|key| shown(ui.ctx(), words, key)).collect();
    let keys = keys.join(", ");
    let (name, help) = (words.text(line.text), words.text(line.help));
    ui.horizontal_top(|ui| {
        ui.allocate_ui_with_layout(vec2(KEYS, 0.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(KEYS);
            paragraph(ui, &keys);
        });
        let palette = Palette::of(ui.ctx());
        let said =
            Lines::default().line(&name, size::BODY, palette.text).line(&help, size::SMALL, palette.muted).show(ui);
        ui.ctx().accesskit_node_builder(said.id, |node| {
            node.set_role(Role::ListItem);
            node.set_label([keys.as_str(), &name, &help].join("\n").trim().to_owned());
            node.set_position_in_set(number);
            node.set_size_of_set(count);
        });
    });
    ui.add_space(space::XS);
}
