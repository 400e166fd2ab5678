//! The button that fetches lists: first what would be asked where, then how far it is, then what became of each list.

use egui::{ProgressBar, Ui};

use super::super::super::fetching::{Ending, FetchStep, Fetching, Stopping};
use super::super::super::shapes;
use super::super::super::state::State;
use super::super::super::theme::{self, Palette, Tone, size, space};
use super::super::super::update::Command;
use super::super::text::{Lines, announce, button, paragraph};
use super::super::{bar, tone};
use crate::trust::{ListOutcome, Progress, UpdateReport};
use crate::words::{Words, clean};

pub(super) fn draw(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    if state.trust.folder.is_none() {
        return;
    }
    ui.add_space(space::S);
    match &state.fetching {
        Fetching::Idle => offer(ui, &state.words, &[("gui-fetch", FetchStep::Ask)], commands),
        Fetching::Asking => question(ui, state, commands),
        Fetching::Running { progress, stopping } => running(ui, &state.words, progress.as_ref(), *stopping, commands),
        Fetching::Ended { report, ending } => {
            ended(ui, &state.words, report, *ending);
            offer(ui, &state.words, &[("gui-fetch", FetchStep::Ask)], commands);
        }
        Fetching::Broken => {
            paragraph(ui, &state.words.text("gui-error-internal"));
            offer(ui, &state.words, &[("gui-fetch", FetchStep::Ask)], commands);
        }
    }
}

fn offer(ui: &mut Ui, words: &Words, steps: &[(&str, FetchStep)], commands: &mut Vec<Command>) {
    ui.horizontal_wrapped(|ui| {
        for (text, step) in steps {
            if button(ui, &words.text(text)).clicked() {
                commands.push(Command::Fetch(*step));
            }
        }
    });
}

/// Nothing is sent before this is answered.
fn question(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let words = &state.words;
    theme::notice(Palette::of(ui.ctx()), Tone::Quiet).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let palette = Palette::of(ui.ctx());
        let asked = words.text_with("trust-update-asking", &[("url", &clean(&state.trust.source))]);
        let question = Lines::default()
            .line(&words.text("gui-fetch-question"), size::HEADING, palette.text)
            .line(&asked, size::BODY, palette.text)
            .show(ui);
        announce(&question);
        let steps = [("gui-fetch-start", FetchStep::Start), ("gui-fetch-withdraw", FetchStep::Withdraw)];
        offer(ui, words, &steps, commands);
    });
}

fn running(ui: &mut Ui, words: &Words, progress: Option<&Progress>, stopping: Stopping, commands: &mut Vec<Command>) {
    let text = match stopping {
        Stopping::No => "gui-fetch-running",
        Stopping::Yes => "gui-fetch-stopping",
    };
    announce(&paragraph(ui, &words.text(text)));
    let (share, text) = match progress {
        None => (0.0, String::new()),
        Some(Progress { done, total, territory }) => {
            let (done_text, total_text, territory) = (done.to_string(), total.to_string(), words.territory(territory));
            let values = [("done", done_text.as_str()), ("total", &total_text), ("territory", &territory)];
            (bar::share(*done, *total), words.text_with("trust-update-progress", &values))
        }
    };
    // The card's own colour would hide how far there is to go.
    ui.visuals_mut().extreme_bg_color = Palette::of(ui.ctx()).background;
    ui.add(ProgressBar::new(share).desired_width(ui.available_width().min(420.0)).text(text));
    if stopping == Stopping::No {
        offer(ui, words, &[("gui-fetch-stop", FetchStep::Stop)], commands);
    }
}

fn ended(ui: &mut Ui, words: &Words, report: &UpdateReport, ending: Ending) {
    let palette = Palette::of(ui.ctx());
    let mut lines = Lines::default().line(&words.text("gui-fetch-ended"), size::HEADING, palette.text);
    // Of lists that nobody asked for it cannot be said that they are the newest.
    if ending != Ending::Stopped || !report.is_complete() {
        lines = lines.line(&words.update_summary(report), size::BODY, palette.text);
    }
    lines = match ending {
        Ending::Whole => lines,
        Ending::Stopped => lines.line(&words.text("gui-fetch-stopped"), size::BODY, palette.text),
        Ending::AtListOfLists => lines.line(&words.text("gui-fetch-at-list-of-lists"), size::BODY, palette.text),
    };
    if report.has_news() {
        lines = lines.line(&words.text("gui-fetch-news"), size::BODY, palette.text);
    }
    announce(&lines.show(ui));
    ui.add_space(space::XS);
    for outcome in &report.lists {
        one(ui, words, outcome);
    }
    ui.add_space(space::XS);
}

fn one(ui: &mut Ui, words: &Words, outcome: &ListOutcome) {
    ui.horizontal_top(|ui| {
        shapes::draw(ui, tone::of_fetched(outcome), 16.0);
        let palette = Palette::of(ui.ctx());
        let (territory, what) = (words.territory(&outcome.territory), words.list_outcome(outcome));
        let line = words.text_with("report-label", &[("label", &territory), ("value", &what)]);
        Lines::default().line(&line, size::SMALL, palette.text).show(ui);
    });
}
