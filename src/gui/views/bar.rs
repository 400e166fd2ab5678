//! The bar: what can be done, how far the work is, language and menu.

use egui::{Align, Layout, ProgressBar, RichText, Ui};

use super::super::commands::{Entry, language, shown, table};
#[cfg(feature = "online")]
use super::super::state::Page;
use super::super::state::State;
use super::super::theme::{Palette, size, space};
use super::super::update::Command;
use super::super::worker::Errand;
use super::menu;
use super::text::button;

pub(super) fn draw(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    // As high as a button, so that the name stands on its line.
    ui.spacing_mut().interact_size.y = 31.0;
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new("Zīmogs").size(size::HEADING).color(Palette::of(ui.ctx()).accent));
        ui.add_space(space::S);
        for entry in table(state) {
            offer(ui, state, entry, commands);
        }
        if state.waiting > 0 {
            progress(ui, state);
            // Judging again by newer lists is not left half done.
            if state.errand == Errand::Open && button(ui, &state.words.text("rows-stop")).clicked() {
                commands.push(Command::Stop);
            }
        }
        #[cfg(feature = "online")]
        if state.page != Page::Trust {
            fetching(ui, state);
        }
        // Where the window is too narrow for a right side, the rest simply follows.
        if ui.available_size_before_wrap().x > 230.0 {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                menu::draw(ui, state, commands);
                offer(ui, state, language(state), commands);
            });
        } else {
            offer(ui, state, language(state), commands);
            menu::draw(ui, state, commands);
        }
    });
}

pub(super) fn offer(ui: &mut Ui, state: &State, entry: Entry, commands: &mut Vec<Command>) {
    let key = entry.shortcut.map(|shortcut| shown(ui.ctx(), &state.words, &shortcut)).unwrap_or_default();
    if button(ui, &state.words.text(entry.text)).on_hover_text(key).clicked() {
        commands.push(entry.command);
    }
}

fn progress(ui: &mut Ui, state: &State) {
    let (done, total) = (state.judged, state.judged.saturating_add(state.waiting));
    let values = [("done", &*done.to_string()), ("total", &*total.to_string())];
    let mut text = state.words.text_with("gui-progress", &values);
    if let Some(left) = left(state) {
        text = format!("{text}, {left}");
    }
    ui.add(ProgressBar::new(share(done, total)).desired_width(240.0).text(text));
}

/// How long it will take at the speed so far; nothing is said of what is over soon, or has hardly begun.
fn left(state: &State) -> Option<String> {
    let spent = state.since?.elapsed();
    if state.judged < 16 || spent.as_secs() < 1 {
        return None;
    }
    let (judged, waiting) = (u128::try_from(state.judged).ok()?, u128::try_from(state.waiting).ok()?);
    let seconds = spent.as_millis().saturating_mul(waiting).checked_div(judged)? / 1_000;
    match seconds {
        0..=1 => None,
        2..=90 => Some(state.words.text_with("rows-left", &[("seconds", &seconds.to_string())])),
        _ => {
            let minutes = seconds.saturating_add(59) / 60;
            Some(state.words.text_with("rows-left-minutes", &[("minutes", &minutes.to_string())]))
        }
    }
}

/// Fetching goes on while files are looked at.
#[cfg(feature = "online")]
fn fetching(ui: &mut Ui, state: &State) {
    use super::super::fetching::Fetching;

    if let Fetching::Running { progress: Some(progress), .. } = &state.fetching {
        let values = [("done", &*progress.done.to_string()), ("total", &*progress.total.to_string())];
        let text = state.words.text_with("gui-fetch-progress", &values);
        ui.add(ProgressBar::new(share(progress.done, progress.total)).desired_width(150.0).text(text));
    }
}

pub(super) fn share(done: usize, total: usize) -> f32 {
    let hundredths = done.saturating_mul(100).checked_div(total).unwrap_or(0);
    f32::from(u8::try_from(hundredths).unwrap_or(100)) / 100.0
}
