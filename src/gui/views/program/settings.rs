//! What can be set, each change in force at once; and whether it is kept.

use egui::Ui;

use super::super::super::commands;
use super::super::super::settings::{Keeping, Remembering};
use super::super::super::state::{Change, State};
use super::super::super::theme::{self, Palette, space};
use super::super::super::update::Command;
use super::super::text::{button, inline_button, muted, paragraph};
use super::{group, title};
use crate::limits;
use crate::words::{Language, Words, clean};

pub(super) fn draw(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let words = &state.words;
    title(ui, state, "settings", commands);
    group(ui, words, "settings-language", |ui| language(ui, state, commands));
    group(ui, words, "gui-theme", |ui| appearance(ui, state, commands));
    group(ui, words, "settings-scale", |ui| scale(ui, state, commands));
    group(ui, words, "recent-heading", |ui| recent(ui, state, commands));
    group(ui, words, "settings-judging", |ui| judging(ui, state, commands));
    group(ui, words, "settings-kept", |ui| kept(ui, state));
}

fn language(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let chosen = state.program.language;
    choices(ui, |ui| {
        if ui.radio(chosen.is_none(), state.words.text("settings-language-system")).clicked() {
            commands.push(Command::Set(Change::SpeakAsSystem));
        }
        for language in Language::offered() {
            // Each by its own name, whatever the window speaks now.
            if ui.radio(chosen == Some(*language), state.words.text(language.name_id())).clicked() {
                commands.push(Command::Speak(*language));
            }
        }
    });
}

/// Choices beside each other, far enough apart to see which circle goes with which word.
fn choices(ui: &mut Ui, draw: impl FnOnce(&mut Ui)) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        ui.spacing_mut().icon_spacing = space::S;
        let palette = Palette::of(ui.ctx());
        theme::outline(ui.visuals_mut(), palette);
        draw(ui);
    });
}

fn appearance(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    choices(ui, |ui| {
        for (choice, text) in commands::themes() {
            if ui.radio(state.theme == choice, state.words.text(text)).clicked() {
                commands.push(Command::Theme(choice));
            }
        }
    });
}

fn scale(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let words = &state.words;
    let scale = state.program.settings.scale;
    let [smaller, larger, usual] = commands::scaling(state);
    ui.horizontal_wrapped(|ui| {
        for (sign, entry) in [("−", smaller), ("+", larger)] {
            let name = words.text(entry.text);
            let key = entry.shortcut.map(|key| commands::shown(ui.ctx(), words, &key)).unwrap_or_default();
            let hint = words.text_with("report-parenthesis", &[("text", &name), ("remark", &key)]);
            if inline_button(ui, sign).accessible_name(&*name).on_hover_text(hint).clicked() {
                commands.push(entry.command);
            }
        }
        ui.label(words.text_with("settings-scale-percent", &[("percent", &scale.percent().to_string())]));
        if scale != super::super::super::Scale::default() && inline_button(ui, &words.text(usual.text)).clicked() {
            commands.push(usual.command);
        }
    });
}

fn recent(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let words = &state.words;
    let mut remembers = state.program.remembers();
    choices(ui, |ui| {
        if ui.checkbox(&mut remembers, words.text("settings-recent")).changed() {
            let remembering = if remembers { Remembering::On } else { Remembering::Off };
            commands.push(Command::Set(Change::Remember(remembering)));
        }
    });
    muted(ui, &words.text_with("settings-recent-remark", &[("most", &limits::RECENT_FILES.to_string())]));
    if !state.program.recent().is_empty() && button(ui, &words.text("settings-recent-forget")).clicked() {
        commands.push(Command::Set(Change::Forget));
    }
    ui.add_space(space::XS);
    muted(ui, &words.text("settings-codes"));
}

fn judging(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    if let Some(rules) = &state.trust.rules {
        let digest = rules.digest.to_string();
        let named = rules_named(&state.words, &rules.id, rules.version);
        let values = [("rules", named.as_str()), ("digest", digest.get(..12).unwrap_or_default())];
        paragraph(ui, &state.words.text_with("settings-rules", &values));
    }
    if button(ui, &state.words.text("settings-lists")).clicked() {
        commands.push(Command::ShowTrust);
    }
}

/// Rules may come from a file, and anybody may name them.
pub(super) fn rules_named(words: &Words, id: &str, version: u32) -> String {
    words.text_with("report-policy-version", &[("policy", &clean(id)), ("version", &version.to_string())])
}

fn kept(ui: &mut Ui, state: &State) {
    let words = &state.words;
    let path = |file: &std::path::Path| clean(&file.to_string_lossy());
    let text = match &state.program.keeping {
        Keeping::InFile(file) => words.text_with("settings-kept-in", &[("path", &path(file))]),
        Keeping::NoPlace => words.text("settings-kept-nowhere"),
        Keeping::Refused { file, detail } => {
            words.text_with("settings-kept-refused", &[("path", &path(file)), ("detail", &clean(detail))])
        }
        Keeping::NotAsked => words.text("settings-kept-not-asked"),
    };
    paragraph(ui, &text);
}
