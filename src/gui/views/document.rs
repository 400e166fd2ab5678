//! One file in a glance: the word, what was achieved, the three facts, who signed and when, what is inside, why.

use egui::{RichText, Ui};

use super::super::shapes;
use super::super::state::{Opened, State};
use super::super::theme::{self, Palette, Tone, size, space};
use super::super::update::Command;
use super::{details, exam, facts, files, heading, muted, pair, tone, why};
use crate::dossier::Unexamined;
use crate::report::{Coverage, Report, SignatureReport};
use crate::trust::ListFacts;
use crate::validation::Cause;
use crate::words::{Words, clean};

pub(super) fn draw(ui: &mut Ui, state: &State, opened: &Opened, commands: &mut Vec<Command>) {
    match &opened.result {
        Ok(report) => {
            headline(ui, state, opened, report);
            exam::draw(ui, state, opened, report, commands);
            facts::draw(ui, &state.words, report);
            signers(ui, &state.words, report);
            files::draw(ui, &state.words, report);
            why::draw(ui, &state.words, report);
            details::draw(ui, state, report, commands);
        }
        Err(reason) => unexamined(ui, &state.words, opened, reason),
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
                let ink = Palette::of(ui.ctx()).ink(verdict);
                ui.label(RichText::new(&headline.word).size(size::WORD).color(ink));
                ui.label(&headline.sentence);
                if let Some(advice) = words.advice(report.cause.as_ref(), &report.facts) {
                    ui.label(RichText::new(format!("{}: {advice}", words.text("report-advice"))));
                }
                uncovered(ui, words, report);
                muted(ui, &opened.name());
                if let Some(list) = report.lists.first() {
                    muted(ui, &list_line(words, list, report.checked_at));
                }
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
            ui.vertical(|ui| ui.label(words.cause(&cause).reason));
        });
    }
}

/// Which list, and how old it is.
fn list_line(words: &Words, list: &ListFacts, now: crate::Timestamp) -> String {
    let days = now.duration_since(list.issued).as_hours() / 24;
    words.text_with(
        "gui-list-age",
        &[("territory", &list.territory), ("date", &words.date(list.issued)), ("days", &days.max(0).to_string())],
    )
}

fn signers(ui: &mut Ui, words: &Words, report: &Report) {
    if report.signatures.is_empty() {
        return;
    }
    heading(ui, &words.text("report-signatures"));
    for (index, signature) in report.signatures.iter().enumerate() {
        theme::card(Palette::of(ui.ctx())).show(ui, |ui| {
            ui.set_width(ui.available_width());
            egui::Grid::new(("signer", index)).num_columns(2).spacing([space::L, space::S]).show(ui, |ui| {
                signer(ui, words, signature);
            });
        });
    }
}

fn signer(ui: &mut Ui, words: &Words, signature: &SignatureReport) {
    match &signature.signer {
        None => pair(ui, &words.text("report-signer"), &words.text("report-signer-missing")),
        Some(signer) => {
            let kind = words.signer_kind(signer.kind);
            pair(ui, &words.text("report-signer"), &format!("{} ({kind})", clean(&signer.name)));
            if let Some(organisation) = &signer.organisation {
                pair(ui, &words.text("report-organisation"), &clean(organisation));
            }
            pair(ui, &words.text("report-issuer"), &clean(&signer.issuer));
        }
    }
    let times = [("report-timestamp-time", signature.timestamp_time), ("report-claimed-time", signature.claimed_time)];
    for (label, at) in times {
        if let Some(at) = at {
            let both = format!("{}\n{}", words.date_time(at), words.date_time_utc(at));
            pair(ui, &words.text(label), &both);
        }
    }
}

/// We could not do our job: said plainly, and nothing about the document.
fn unexamined(ui: &mut Ui, words: &Words, opened: &Opened, reason: &Unexamined) {
    let id = match reason {
        Unexamined::NotFound => "gui-error-not-found",
        Unexamined::Denied => "gui-error-denied",
        Unexamined::Folder | Unexamined::EmptyFolder => "gui-error-empty-folder",
        Unexamined::NotAFile => "gui-error-not-a-file",
        Unexamined::TooManyFiles => "gui-error-too-many",
        Unexamined::Read { .. } => "gui-error-read",
        Unexamined::Limit { .. } => "gui-error-limit",
        Unexamined::Internal => "gui-error-internal",
    };
    theme::verdict_card(Palette::of(ui.ctx()), Tone::Quiet).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_top(|ui| {
            shapes::draw(ui, Tone::Quiet, 56.0);
            ui.add_space(space::S);
            ui.vertical(|ui| {
                ui.label(RichText::new(words.text("gui-not-examined")).size(size::WORD));
                ui.label(words.text(id));
                muted(ui, &opened.name());
            });
        });
    });
}
