//! What there is in all, and what of it is shown.

use std::collections::BTreeMap;

use egui::{Button, ComboBox, Id, Key, KeyboardShortcut, Modifiers, TextEdit, Ui};

use super::super::super::shapes;
use super::super::super::state::State;
use super::super::super::table::{Aside, By, Chosen, Filter, TableStep, Worth};
use super::super::super::theme::{Tone, space};
use super::super::super::update::Command;
use super::super::text::{inline_button, muted};
use crate::words::{Words, clean};

fn search_id() -> Id {
    Id::unique("search in the table")
}

pub(super) fn draw(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let mut filter = state.table.filter.clone();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        worths(ui, state, &mut filter);
    });
    ui.horizontal_wrapped(|ui| {
        search(ui, &state.words, &mut filter);
        let overview = state.table.overview();
        choice(ui, &state.words, ("rows-exam-filter", "rows-any-exam"), &overview.exams, &mut filter.exam);
        choice(ui, &state.words, ("rows-issuer-filter", "rows-any-issuer"), &overview.issuers, &mut filter.issuer);
        ui.add_space(space::S);
        together(ui, state, commands);
        if filter != Filter::default() && inline_button(ui, &state.words.text("rows-show-all")).clicked() {
            filter = Filter::default();
        }
    });
    if state.let_go > 0 {
        let text = state.words.text_with("rows-let-go", &[("count", &state.words.number(state.let_go))]);
        ui.horizontal_wrapped(|ui| {
            shapes::draw(ui, Tone::Doubt, 18.0);
            muted(ui, &text);
        });
    }
    if let Some(copied) = &state.copied {
        muted(ui, &super::super::preview::outcome(&state.words, copied));
    }
    if filter != state.table.filter {
        commands.push(Command::Table(TableStep::Filter(filter)));
    }
}

/// How many files have which word; each is a switch.
fn worths(ui: &mut Ui, state: &State, filter: &mut Filter) {
    let words = &state.words;
    let counted = |id: &str, count: usize| words.text_with(id, &[("count", &count.to_string())]);
    let overview = state.table.overview();
    let all = counted("rows-all", overview.all);
    switch(ui, &all, None, filter.worth.is_none(), || filter.worth = None);
    let is_on = filter.worth == Some(Chosen::Problems);
    switch(ui, &counted("rows-problems", overview.problems), None, is_on, || filter.worth = Some(Chosen::Problems));
    ui.add_space(space::S);
    for (worth, count) in &overview.worths {
        let (tone, word) = word(words, *worth);
        let text = words.text_with("rows-word", &[("word", &word), ("count", &count.to_string())]);
        let chosen = Chosen::Word(*worth);
        let is_on = filter.worth == Some(chosen);
        switch(ui, &text, Some(tone), is_on, || filter.worth = (!is_on).then_some(chosen));
    }
}

fn switch(ui: &mut Ui, text: &str, tone: Option<Tone>, is_on: bool, mut press: impl FnMut()) {
    if let Some(tone) = tone {
        ui.add_space(space::XS);
        shapes::draw(ui, tone, 18.0);
    }
    if ui.add(Button::selectable(is_on, text)).clicked() {
        press();
    }
}

fn word(words: &Words, worth: Worth) -> (Tone, String) {
    let (tone, id) = match worth {
        Worth::Refuted => (Tone::Bad, "verdict-word-refuted"),
        Worth::NotJudged => (Tone::Quiet, "rows-not-judged"),
        Worth::Unsigned => (Tone::Quiet, "verdict-word-unsigned"),
        Worth::Doubtful => (Tone::Doubt, "verdict-word-cannot-confirm"),
        Worth::OtherIssuer => (Tone::Other, "verdict-word-other-issuer"),
        Worth::Genuine => (Tone::Good, "verdict-word-genuine"),
    };
    (tone, words.text(id))
}

/// Words that must stand in a row; `Ctrl+F` leads here, `Escape` empties it.
fn search(ui: &mut Ui, words: &Words, filter: &mut Filter) {
    let shortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::F);
    if ui.input_mut(|input| input.consume_shortcut(&shortcut)) {
        ui.memory_mut(|memory| memory.request_focus(search_id()));
    }
    let name = words.text("rows-search");
    let field = TextEdit::singleline(&mut filter.search).id(search_id()).desired_width(220.0).char_limit(100);
    let field = ui.add(field.hint_text(&*name)).accessible_name(&*name);
    if field.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape)) {
        filter.search.clear();
    }
    if !filter.search.is_empty() {
        let name = words.text("rows-search-clear");
        if inline_button(ui, "×").accessible_name(&*name).on_hover_text(&*name).clicked() {
            filter.search.clear();
        }
    }
}

/// One of the values that there are, or any.
fn choice(
    ui: &mut Ui,
    words: &Words,
    (name, any): (&str, &str),
    values: &BTreeMap<String, String>,
    chosen: &mut Option<String>,
) {
    // With one value there is nothing to choose.
    if values.len() < 2 && chosen.is_none() {
        return;
    }
    let (name, any) = (words.text(name), words.text(any));
    let shown = chosen.as_ref().map_or(&any, |chosen| values.get(chosen).unwrap_or(chosen)).clone();
    let menu = ComboBox::from_id_salt(&name).selected_text(clean(&shown)).width(170.0).show_ui(ui, |ui| {
        ui.selectable_value(chosen, None, &any);
        for (key, value) in values {
            ui.selectable_value(chosen, Some(key.clone()), clean(value));
        }
    });
    menu.response.accessible_name(&*name);
}

/// What rows stand together, and what can be seen of all of them.
fn together(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let words = &state.words;
    for (by, text) in [(By::File, "rows-by-file"), (By::Person, "rows-by-person")] {
        switch(ui, &words.text(text), None, state.table.by == by, || {
            commands.push(Command::Table(TableStep::Group(by)));
        });
    }
    let dossier = &state.table.dossier;
    let asides = [
        (Aside::Findings, "rows-findings", dossier.findings.len()),
        (Aside::Results, "rows-results", dossier.summary.exams.len()),
    ];
    for (aside, text, count) in asides {
        if count == 0 {
            continue;
        }
        let text = words.text_with(text, &[("count", &count.to_string())]);
        let is_on = state.table.aside == Some(aside);
        let tone = (aside == Aside::Findings).then_some(Tone::Doubt);
        switch(ui, &text, tone, is_on, || {
            commands.push(Command::Table(TableStep::Aside((!is_on).then_some(aside))));
        });
    }
}
