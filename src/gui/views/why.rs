//! Why: every check with its question, outcome, answer and advice; those that were not made as well.

use egui::{CollapsingHeader, RichText, Ui};

use super::super::shapes;
use super::super::theme::{self, Palette, size, space};
use super::text::{Lines, muted};
use super::tone;
use crate::report::{Report, SignatureReport};
use crate::validation::{Check, Outcome};
use crate::words::{Words, clean};

pub(super) fn draw(ui: &mut Ui, words: &Words, report: &Report) {
    if report.signatures.is_empty() {
        return;
    }
    ui.add_space(space::M);
    let title = RichText::new(words.text("gui-why")).size(size::HEADING);
    CollapsingHeader::new(title).id_salt("why").default_open(true).show_unindented(ui, |ui| {
        for signature in &report.signatures {
            theme::card(Palette::of(ui.ctx())).show(ui, |ui| {
                ui.set_width(ui.available_width());
                if report.signatures.len() > 1 {
                    muted(ui, &title_of(signature));
                }
                // What the headline already advises, and what one check says, is not said again.
                let mut said: Vec<String> =
                    words.advice(&report.authenticity, report.cause.as_ref(), &report.facts).into_iter().collect();
                for check in &signature.checks {
                    one(ui, words, check, &mut said);
                }
            });
        }
    });
}

fn title_of(signature: &SignatureReport) -> String {
    let signer = signature.signer.as_ref().map(|signer| signer.name.as_str()).unwrap_or_default();
    format!("{} · {}", clean(&signature.file), clean(signer))
}

fn one(ui: &mut Ui, words: &Words, check: &Check, said: &mut Vec<String>) {
    ui.horizontal_top(|ui| {
        let tone = tone::of_outcome(check.outcome);
        shapes::draw(ui, tone, 20.0);
        let palette = Palette::of(ui.ctx());
        let mut lines = Lines::default().line(&words.question(check.id), size::BODY, palette.text).and(
            &format!("  {}", words.outcome(check.outcome)),
            size::BODY,
            palette.ink(tone),
        );
        let answer = words.answer(check);
        if !said.contains(&answer) {
            lines = lines.line(&answer, size::SMALL, palette.muted);
            said.push(answer);
        }
        let cause = check.cause.as_ref().filter(|_| check.outcome != Outcome::Passed);
        if let Some(advice) = cause.and_then(|cause| words.cause(cause).advice).filter(|advice| !said.contains(advice))
        {
            lines = lines.line(&advice, size::SMALL, palette.text);
            said.push(advice);
        }
        lines.show(ui);
    });
    ui.add_space(space::XS);
}
