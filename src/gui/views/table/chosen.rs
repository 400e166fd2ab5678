//! The marked row in words: what its file is worth, why, and what to do.

use egui::{Align, Layout, Ui};

use super::super::super::shapes;
use super::super::super::state::{Opened, State};
use super::super::super::table::{Filter, TableStep};
use super::super::super::theme::{self, Palette, Tone, size, space};
use super::super::super::update::Command;
use super::super::age::Age;
use super::super::text::{Lines, button};
use super::super::tone;
use super::row;
use crate::report::Standing;

pub(super) fn draw(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let Some(opened) = state.shown() else { return };
    let palette = Palette::of(ui.ctx());
    let Said { tone, word, sentence, rest } = said(state, opened);
    theme::verdict_card(palette, tone).inner_margin(10).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_top(|ui| {
            shapes::draw(ui, tone, 30.0);
            ui.add_space(space::XS);
            ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
                buttons(ui, state, commands);
                ui.with_layout(Layout::top_down(Align::Min), |ui| {
                    let mut lines = Lines::default()
                        .line(&word, size::BODY, palette.ink(tone))
                        .and(&format!("  {}", opened.name()), size::SMALL, palette.muted)
                        .line(&sentence, size::BODY, palette.text);
                    for line in &rest {
                        lines = lines.line(line, size::SMALL, palette.text);
                    }
                    lines.show(ui);
                });
            });
        });
    });
}

/// What is said of a row.
struct Said {
    tone: Tone,
    word: String,
    sentence: String,
    rest: Vec<String>,
}

fn said(state: &State, opened: &Opened) -> Said {
    let words = &state.words;
    let report = match &opened.result {
        Ok(report) => report,
        Err(reason) => {
            let (word, sentence) = (words.text("gui-not-examined"), words.unexamined(reason));
            return Said { tone: Tone::Quiet, word, sentence, rest: Vec::new() };
        }
    };
    let age = Age::of(words, report).map(|age| age.whole.replace('\n', " "));
    // A certificate that is withheld does not wear the word of a better signature over another document.
    if state.table.line(state.marked()).is_some_and(|line| line.is_withheld) {
        let (word, sentence) = (words.text("verdict-word-refuted"), words.standing(Standing::Withheld));
        return Said { tone: Tone::Bad, word, sentence, rest: age.into_iter().collect() };
    }
    let (word, facts, cause) = (&report.authenticity, &report.facts, report.cause.as_ref());
    let headline = words.headline(word, facts);
    let advice = words.advice(word, cause, facts);
    let advice = advice.map(|advice| format!("{}: {advice}", words.text("report-advice")));
    let rest = words.reason(word, cause, facts).into_iter().chain(advice).chain(age).collect();
    let sentence = format!("{}.", headline.sentence);
    Said { tone: tone::of_verdict(report.authenticity), word: headline.word, sentence, rest }
}

fn buttons(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let words = &state.words;
    if button(ui, &words.text("rows-open")).on_hover_text("Enter").clicked() {
        commands.push(Command::Table(TableStep::Enter));
    }
    if button(ui, &words.text("rows-copy")).clicked()
        && let Some(text) = row::copied(state)
    {
        commands.push(Command::Copy(text));
    }
    let filter = &state.table.filter;
    let (text, person) = match (&filter.person, state.table.rows_of_person(state.marked())) {
        (Some(_), _) => ("rows-all-persons", None),
        (None, Some(rows)) => ("rows-only-person", Some(rows)),
        (None, None) => return,
    };
    if button(ui, &words.text(text)).clicked() {
        commands.push(Command::Table(TableStep::Filter(Filter { person, ..filter.clone() })));
    }
}
