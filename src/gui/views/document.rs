//! One file in a glance: the word, what was achieved, the three facts, who signed and when, what is inside, why.

use egui::Ui;

use super::super::shapes;
use super::super::state::{Opened, State};
use super::super::theme::{self, Palette, Tone, size, space};
use super::super::update::Command;
use super::age::Age;
use super::text::{Lines, announce, muted, paragraph};
use super::{across, details, exam, facts, files, signer, tone, why};
use crate::dossier::Unexamined;
use crate::report::{Coverage, Report};
use crate::validation::Cause;
use crate::words::Words;

pub(super) fn draw(ui: &mut Ui, state: &State, opened: &Opened, commands: &mut Vec<Command>) {
    match &opened.result {
        Ok(report) => {
            headline(ui, state, opened, report);
            #[cfg(feature = "online")]
            super::asking::draw(ui, state, opened, report, commands);
            exam::draw(ui, state, opened, report, commands);
            facts::draw(ui, &state.words, report);
            signer::draw(ui, &state.words, report);
            files::draw(ui, state, opened, report, commands);
            across::draw(ui, state, commands);
            why::draw(ui, &state.words, report);
            details::draw(ui, state, report, commands);
        }
        Err(reason) => {
            unexamined(ui, &state.words, opened, reason);
            across::draw(ui, state, commands);
        }
    }
    ui.add_space(space::L);
}

fn headline(ui: &mut Ui, state: &State, opened: &Opened, report: &Report) {
    let words = &state.words;
    let verdict = tone::of_verdict(report.authenticity);
    let headline = words.headline(&report.authenticity, &report.facts);
    theme::verdict_card(Palette::of(ui.ctx()), verdict).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_top(|ui| {
            shapes::draw(ui, verdict, 56.0);
            ui.add_space(space::S);
            ui.vertical(|ui| {
                let palette = Palette::of(ui.ctx());
                let (word, facts, cause) = (&report.authenticity, &report.facts, report.cause.as_ref());
                let mut lines = Lines::default().line(&headline.word, size::WORD, palette.ink(verdict)).line(
                    &format!("{}.", headline.sentence),
                    size::BODY,
                    palette.text,
                );
                if let Some(reason) = words.reason(word, cause, facts) {
                    lines = lines.line(&reason, size::BODY, palette.text);
                }
                if let Some(advice) = words.advice(word, cause, facts) {
                    let advice = format!("{}: {advice}", words.text("report-advice"));
                    lines = lines.line(&advice, size::BODY, palette.text);
                }
                announce(&lines.show(ui));
                uncovered(ui, words, report);
                muted(ui, &opened.name());
                lists(ui, words, report);
            });
        });
    });
}

/// A document beside the signed ones must not borrow their word.
fn uncovered(ui: &mut Ui, words: &Words, report: &Report) {
    let beside = report.documents.iter().filter(|document| document.coverage == Coverage::NotCovered);
    for document in beside.filter(|_| !report.signatures.is_empty()).take(3) {
        let cause = Cause::DocumentNotCovered { document: document.name.clone() };
        ui.horizontal_top(|ui| {
            shapes::draw(ui, Tone::Bad, 18.0);
            paragraph(ui, &words.cause(&cause).reason);
        });
    }
}

/// The date of the lists, and whether they are out of date.
fn lists(ui: &mut Ui, words: &Words, report: &Report) {
    let Some(age) = Age::of(words, report) else { return };
    muted(ui, &age.line);
    if let Some(overdue) = age.overdue {
        ui.horizontal_top(|ui| {
            shapes::draw(ui, Tone::Doubt, 16.0);
            muted(ui, &overdue);
        });
    }
}

/// We could not do our job: said plainly, and nothing about the document.
fn unexamined(ui: &mut Ui, words: &Words, opened: &Opened, reason: &Unexamined) {
    theme::verdict_card(Palette::of(ui.ctx()), Tone::Quiet).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_top(|ui| {
            shapes::draw(ui, Tone::Quiet, 56.0);
            ui.add_space(space::S);
            ui.vertical(|ui| {
                let palette = Palette::of(ui.ctx());
                let lines = Lines::default().line(&words.text("gui-not-examined"), size::WORD, palette.text).line(
                    &words.unexamined(reason),
                    size::BODY,
                    palette.text,
                );
                announce(&lines.show(ui));
                muted(ui, &opened.name());
            });
        });
    });
}
