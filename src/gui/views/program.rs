//! Pages of the program itself: settings, help, about; and what is said once above them all.

mod about;
mod crates;
mod help;
mod settings;

use egui::accesskit::Role;
use egui::{Align, Layout, RichText, Ui};

use super::super::commands;
use super::super::settings::Spoiled;
use super::super::shapes;
use super::super::state::{Notice, Page, State};
use super::super::theme::{self, Palette, Tone, size, space};
use super::super::update::Command;
use super::bar;
use super::text::{announce, button, heading, paragraph};
use crate::words::{Words, clean};

pub(super) fn draw(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    match state.page {
        Page::Settings => settings::draw(ui, state, commands),
        Page::Help => help::draw(ui, state, commands),
        Page::About => about::draw(ui, state, commands),
        Page::Files | Page::Trust => {}
    }
    ui.add_space(space::L);
}

/// The name of a page, and the way back from it.
pub(super) fn title(ui: &mut Ui, state: &State, name: &str, commands: &mut Vec<Command>) {
    let name = state.words.text(name);
    ui.horizontal_wrapped(|ui| {
        if let Some(back) = commands::back(state) {
            bar::offer(ui, state, back, commands);
            ui.add_space(space::S);
        }
        let title = ui.label(RichText::new(&name).size(size::WORD));
        ui.ctx().accesskit_node_builder(title.id, |node| {
            node.set_role(Role::Heading);
            node.set_label(name);
        });
    });
    ui.add_space(space::S);
}

/// A heading with a card below it.
fn group(ui: &mut Ui, words: &Words, name: &str, draw: impl FnOnce(&mut Ui)) {
    heading(ui, &words.text(name));
    theme::card(Palette::of(ui.ctx())).show(ui, |ui| {
        ui.set_width(ui.available_width());
        draw(ui);
    });
}

/// What is said once, until a person has taken note of it.
pub(super) fn notice(ui: &mut Ui, state: &State, notice: &Notice, commands: &mut Vec<Command>) {
    let words = &state.words;
    theme::notice(Palette::of(ui.ctx()), Tone::Quiet).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_top(|ui| {
            shapes::draw(ui, Tone::Quiet, 20.0);
            ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
                if button(ui, &words.text("settings-understood")).clicked() {
                    commands.push(Command::Tell(None));
                }
                ui.with_layout(Layout::top_down(Align::Min), |ui| {
                    announce(&paragraph(ui, &told(words, notice)));
                });
            });
        });
    });
}

fn told(words: &Words, notice: &Notice) -> String {
    let spoiled = match notice {
        Notice::SetAside(spoiled) => spoiled,
        Notice::RemovedAside(count) => return words.counted("settings-removed-aside", *count),
        Notice::NothingToPaste => return words.text("settings-nothing-to-paste"),
    };
    match (&spoiled.to, spoiled.why) {
        (Some(to), why) => {
            let text = match why {
                Spoiled::Broken => "settings-set-aside-broken",
                Spoiled::Newer => "settings-set-aside-newer",
            };
            words.text_with(text, &[("path", &clean(&to.to_string_lossy()))])
        }
        (None, Spoiled::Broken) => words.text("settings-left-broken"),
        (None, Spoiled::Newer) => words.text("settings-left-newer"),
    }
}
