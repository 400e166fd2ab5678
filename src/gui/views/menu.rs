//! The menu: what needs no button of its own in the bar.

use egui::{Button, Popup, SetOpenCommand, Ui};

use super::super::commands::{self, Entry, F10, themes};
use super::super::state::State;
use super::super::theme::{self, Palette};
use super::super::update::Command;
use super::recent;
use super::text::button;

pub(super) fn draw(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let words = &state.words;
    let key = commands::shown(ui.ctx(), &state.words, &F10);
    let response = button(ui, &words.text("menu")).on_hover_text(key);
    let pressed = ui.input_mut(|input| input.consume_shortcut(&F10));
    if pressed {
        response.request_focus();
    }
    let toggled = (pressed || response.clicked()).then_some(SetOpenCommand::Toggle);
    Popup::menu(&response).open_memory(toggled).show(|ui| {
        let palette = Palette::of(ui.ctx());
        theme::menu(ui.style_mut(), palette);
        ui.menu_button(words.text("recent-heading"), |ui| {
            theme::menu(ui.style_mut(), palette);
            recent::menu(ui, state, commands);
        });
        ui.menu_button(words.text("gui-theme"), |ui| {
            theme::menu(ui.style_mut(), palette);
            theme::outline(ui.visuals_mut(), palette);
            for (choice, text) in themes() {
                if ui.radio(state.theme == choice, words.text(text)).clicked() {
                    commands.push(Command::Theme(choice));
                    ui.close();
                }
            }
        });
        ui.separator();
        for entry in commands::menu() {
            if entry.command == Command::Quit {
                ui.separator();
            }
            offer(ui, state, entry, commands);
        }
    });
}

fn offer(ui: &mut Ui, state: &State, entry: Entry, commands: &mut Vec<Command>) {
    let key = entry.shortcut.map(|shortcut| commands::shown(ui.ctx(), &state.words, &shortcut)).unwrap_or_default();
    let name = state.words.text(entry.text);
    let item = ui.add(Button::new(&name).shortcut_text(key)).accessible_name(&*name);
    if item.on_hover_text(state.words.text(entry.help)).clicked() {
        commands.push(entry.command);
        ui.close();
    }
}
