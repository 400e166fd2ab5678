//! What a file lacks can be asked for: first what would be sent where, then what came of each address.

use egui::Ui;

use super::super::asking::{AskStep, Asking};
use super::super::state::{Opened, State};
use super::super::theme::{self, Palette, Tone, size, space};
use super::super::update::Command;
use super::text::{Lines, announce, button, heading, muted, paragraph};
use crate::dossier::{Lack, Questions};
use crate::export::Secrets;
use crate::report::{Authenticity, Report};
use crate::words::{Words, clean};

pub(super) fn draw(ui: &mut Ui, state: &State, opened: &Opened, report: &Report, commands: &mut Vec<Command>) {
    let words = &state.words;
    // Names of certificates and addresses come from the file.
    let secrets = Secrets::of(report, state.codes());
    if !report.fetched.is_empty() {
        heading(ui, &words.text("gui-ask-asked"));
        report.fetched.iter().for_each(|fetched| drop(muted(ui, &secrets.mask(&words.fetched(fetched)))));
    }
    // What is proven, one way or the other, lacks nothing.
    if !matches!(report.authenticity, Authenticity::CannotConfirm(_)) {
        return;
    }
    ui.add_space(space::S);
    if state.asking.path() != Some(&opened.path) {
        return offer(ui, state, opened, commands);
    }
    match &state.asking {
        Asking::Idle => offer(ui, state, opened, commands),
        Asking::Looking(_) => {
            // One thread judges, and looks up as well.
            let waits = if state.is_working() { "gui-ask-waits" } else { "gui-working" };
            announce(&paragraph(ui, &words.text(waits)));
        }
        Asking::Question(_, questions) => question(ui, words, &secrets, questions, commands),
        Asking::Running(..) => {
            announce(&paragraph(ui, &words.text("gui-ask-running")));
            if state.is_working() {
                muted(ui, &words.text("gui-ask-may-wait"));
            }
        }
        Asking::Changed(_) => {
            announce(&paragraph(ui, &words.text("gui-ask-changed")));
            offer(ui, state, opened, commands);
        }
        Asking::Broken(_, reason) => {
            announce(&paragraph(ui, &words.unexamined(reason)));
            offer(ui, state, opened, commands);
        }
    }
}

/// The button, or why there is none: of one file at a time it is asked.
fn offer(ui: &mut Ui, state: &State, opened: &Opened, commands: &mut Vec<Command>) {
    if matches!(state.asking, Asking::Looking(_) | Asking::Running(..)) {
        muted(ui, &state.words.text("gui-ask-elsewhere"));
    } else if button(ui, &state.words.text("gui-ask")).clicked() {
        commands.push(Command::Ask(AskStep::Look(opened.path.clone())));
    }
}

/// Nothing is sent before this is answered.
fn question(ui: &mut Ui, words: &Words, secrets: &Secrets, questions: &Questions, commands: &mut Vec<Command>) {
    let Questions { addresses, lack, .. } = questions;
    theme::notice(Palette::of(ui.ctx()), Tone::Quiet).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let palette = Palette::of(ui.ctx());
        let title = match lack {
            _ if !addresses.is_empty() => "gui-ask-question",
            Lack::Something => "gui-ask-nobody",
            Lack::Nothing => "gui-ask-nothing",
        };
        let mut lines = Lines::default().line(&words.text(title), size::HEADING, palette.text);
        for question in addresses {
            let asking = secrets.mask(&clean(&words.asking(&question.asked, &question.url)));
            lines = lines.line(&asking, size::BODY, palette.text);
        }
        if !addresses.is_empty() {
            lines = lines.line(&words.text("gui-ask-more"), size::SMALL, palette.text);
        }
        announce(&lines.show(ui));
        ui.horizontal_wrapped(|ui| {
            if !addresses.is_empty() && button(ui, &words.text("gui-ask-start")).clicked() {
                commands.push(Command::Ask(AskStep::Start));
            }
            if button(ui, &words.text("gui-ask-withdraw")).clicked() {
                commands.push(Command::Ask(AskStep::Withdraw));
            }
        });
    });
}
