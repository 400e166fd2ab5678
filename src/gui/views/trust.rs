//! Trusted lists and recognised issuers: where they are kept, how old each is, and fetching newer ones.

#[cfg(feature = "online")]
mod fetching;

use egui::Ui;
use egui::accesskit::Role;

use super::super::shapes;
use super::super::state::{ListEntry, State, Trouble, TrustFacts};
use super::super::theme::{self, Palette, Tone, size, space};
use super::super::update::Command;
use super::text::{Lines, heading, paragraph};
use super::{program, tone};
use crate::words::{Words, clean};

pub(super) fn draw(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let words = &state.words;
    program::title(ui, state, "trust-status-heading", commands);
    troubles(ui, state);
    theme::card(Palette::of(ui.ctx())).show(ui, |ui| {
        ui.set_width(ui.available_width());
        standing(ui, words, &state.trust);
        #[cfg(feature = "online")]
        fetching::draw(ui, state, commands);
        #[cfg(not(feature = "online"))]
        paragraph(ui, &words.text("gui-trust-offline-build"));
    });
    lists(ui, words, &state.trust);
    issuers(ui, words, &state.trust);
    ui.add_space(space::L);
}

/// What of the reader's cannot be used: said on every page, for it changes what verdicts stand on.
pub(super) fn troubles(ui: &mut Ui, state: &State) {
    for trouble in &state.trust.troubles {
        let text = told(&state.words, trouble);
        let palette = Palette::of(ui.ctx());
        theme::notice(palette, Tone::Doubt).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal_top(|ui| {
                shapes::draw(ui, Tone::Doubt, 20.0);
                paragraph(ui, &text);
            });
        });
    }
}

fn told(words: &Words, trouble: &Trouble) -> String {
    match trouble {
        Trouble::DamagedList { file } => words.text_with("gui-trust-damaged", &[("file", &clean(file))]),
        Trouble::DamagedCertificate { file } => {
            words.text_with("gui-trust-damaged-certificate", &[("file", &clean(file))])
        }
        Trouble::Issuers { detail } => words.text_with("gui-trust-issuers-unusable", &[("detail", &clean(detail))]),
        Trouble::NotReadAgain { detail } => words.text_with("gui-trust-not-read-again", &[("detail", &clean(detail))]),
    }
}

/// Where lists are kept, and how many of them are past their date.
fn standing(ui: &mut Ui, words: &Words, trust: &TrustFacts) {
    let kept = match &trust.folder {
        None => words.text("gui-trust-no-folder"),
        Some(_) if trust.kept == 0 => words.text("gui-trust-nothing-kept"),
        Some(folder) => words.text_with("trust-status-folder", &[("path", &clean(&folder.to_string_lossy()))]),
    };
    paragraph(ui, &kept);
    let past = trust.past_next_update();
    if past > 0 {
        ui.horizontal_top(|ui| {
            shapes::draw(ui, Tone::Doubt, 20.0);
            paragraph(ui, &words.counted("trust-status-past", past));
        });
    }
}

fn lists(ui: &mut Ui, words: &Words, trust: &TrustFacts) {
    heading(ui, &words.counted("gui-trust-lists", trust.lists.len()));
    theme::card(Palette::of(ui.ctx())).show(ui, |ui| {
        ui.set_width(ui.available_width());
        for (index, entry) in trust.lists.iter().enumerate() {
            if index > 0 {
                ui.separator();
            }
            let (response, sentence) = list(ui, words, trust, entry);
            ui.ctx().accesskit_node_builder(response.id, |node| {
                node.set_role(Role::ListItem);
                node.set_label(sentence);
                node.set_position_in_set(index.saturating_add(1));
                node.set_size_of_set(trust.lists.len());
            });
        }
    });
}

/// One list, as one label, with its text.
fn list(ui: &mut Ui, words: &Words, trust: &TrustFacts, entry: &ListEntry) -> (egui::Response, String) {
    let (list, at) = (&entry.facts, trust.at);
    let about = [words.list_origin(list.origin), words.counted("trust-services", entry.services)].join(" · ");
    let (name, next) = (words.list_line(list, at), words.list_next(list, at));
    let signature = words.list_signature(&list.signature);
    let response = ui.horizontal_top(|ui| {
        let tone = tone::of_list(list, at);
        shapes::draw(ui, tone, 20.0);
        ui.add_space(space::XS);
        let palette = Palette::of(ui.ctx());
        Lines::default()
            .line(&name, size::BODY, palette.text)
            .line(&next, size::SMALL, palette.ink(tone::of_due(list, at)))
            .line(&about, size::SMALL, palette.muted)
            .line(&signature, size::SMALL, palette.muted)
            .show(ui)
    });
    (response.inner, [name, next, about, signature].join("\n"))
}

fn issuers(ui: &mut Ui, words: &Words, trust: &TrustFacts) {
    heading(ui, &words.text("trust-issuers-heading"));
    theme::card(Palette::of(ui.ctx())).show(ui, |ui| {
        ui.set_width(ui.available_width());
        for (issuer, origin) in &trust.issuers {
            paragraph(ui, &words.issuer_line(issuer, *origin));
        }
    });
}
