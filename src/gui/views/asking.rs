//! What a file lacks can be asked for: first what would be sent where, then what came of each address.

use egui::Ui;

use super::super::asking::{AskStep, Asking};
use super::super::state::{Opened, State};
use super::super::theme::{self, Palette, Tone, size, space};
use super::super::update::Command;
use super::text::{Lines, button, heading, muted, paragraph};
use crate::dossier::Question;
use crate::report::{Authenticity, Report};
use crate::words::{Words, clean};

pub(super) fn draw(ui: &mut Ui, state: &State, opened: &Opened, report: &Report, commands: &mut Vec<Command>) {
    let words = &state.words;
    if !report.fetched.is_empty() {
        heading(ui, &words.text("gui-ask-asked"));
        report.fetched.iter().for_each(|fetched| drop(muted(ui, &words.fetched(fetched))));
    }
    // What is proven, one way or the other, lacks nothing.
    if !matches!(report.authenticity, Authenticity::CannotConfirm(_)) {
        return;
    }
    ui.add_space(space::S);
    let offer = |ui: &mut Ui, commands: &mut Vec<Command>| {
        let free = matches!(state.asking, Asking::Idle | Asking::Question(..) | Asking::Broken(_));
        if free && button(ui, &words.text("gui-ask")).clicked() {
            commands.push(Command::Ask(AskStep::Look(opened.path.clone())));
        }
    };
    match &state.asking {
        Asking::Looking(path) if *path == opened.path => drop(paragraph(ui, &words.text("gui-working"))),
        Asking::Question(path, questions) if *path == opened.path => question(ui, words, questions, commands),
        Asking::Running(path) if *path == opened.path => announce(&paragraph(ui, &words.text("gui-ask-running"))),
        Asking::Broken(path) if *path == opened.path => {
            paragraph(ui, &words.text("gui-error-read"));
            offer(ui, commands);
        }
        _ => offer(ui, commands),
    }
}

/// Nothing is sent before this is answered.
fn question(ui: &mut Ui, words: &Words, questions: &[Question], commands: &mut Vec<Command>) {
    theme::notice(Palette::of(ui.ctx()), Tone::Quiet).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let palette = Palette::of(ui.ctx());
        let title = if questions.is_empty() { "gui-ask-nobody" } else { "gui-ask-question" };
        let mut lines = Lines::default().line(&words.text(title), size::HEADING, palette.text);
        for question in questions {
            lines = lines.line(&clean(&words.asking(&question.asked, &question.url)), size::BODY, palette.text);
        }
        if !questions.is_empty() {
            lines = lines.line(&words.text("gui-ask-more"), size::SMALL, palette.text);
        }
        announce(&lines.show(ui));
        ui.horizontal_wrapped(|ui| {
            if !questions.is_empty() && button(ui, &words.text("gui-ask-start")).clicked() {
                commands.push(Command::Ask(AskStep::Start));
            }
            if button(ui, &words.text("gui-ask-withdraw")).clicked() {
                commands.push(Command::Ask(AskStep::Withdraw));
            }
        });
    });
}

/// Said when it appears or changes, wherever the reader is.
fn announce(response: &egui::Response) {
    response.ctx.accesskit_node_builder(response.id, |node| node.set_live(egui::accesskit::Live::Polite));
}
