//! Why: every check with its question, outcome, answer and advice; those that were not made as well.

use egui::{CollapsingHeader, RichText, Ui};

use super::super::shapes;
use super::super::theme::{self, Palette, size, space};
use super::{muted, tone};
use crate::report::{Report, SignatureReport};
use crate::validation::{Check, Outcome};
use crate::words::{Words, clean};

pub(super) fn draw(ui: &mut Ui, words: &Words, report: &Report) {
    if report.signatures.is_empty() {
        return;
    }
    ui.add_space(space::M);
    let title = RichText::new(words.text("gui-why")).size(size::HEADING);
    CollapsingHeader::new(title).id_salt("why").default_open(true).show(ui, |ui| {
        for signature in &report.signatures {
            theme::card(Palette::of(ui.ctx())).show(ui, |ui| {
                ui.set_width(ui.available_width());
                if report.signatures.len() > 1 {
                    muted(ui, &title_of(signature));
                }
                for check in &signature.checks {
                    one(ui, words, check);
                }
            });
        }
    });
}

fn title_of(signature: &SignatureReport) -> String {
    let signer = signature.signer.as_ref().map(|signer| signer.name.as_str()).unwrap_or_default();
    format!("{} · {}", clean(&signature.file), clean(signer))
}

fn one(ui: &mut Ui, words: &Words, check: &Check) {
    ui.horizontal_top(|ui| {
        let tone = tone::of_outcome(check.outcome);
        shapes::draw(ui, tone, 20.0);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            ui.horizontal_wrapped(|ui| {
                ui.label(words.question(check.id));
                let ink = Palette::of(ui.ctx()).ink(tone);
                ui.label(RichText::new(words.outcome(check.outcome)).color(ink));
            });
            muted(ui, &words.answer(check));
            let advice = check
                .cause
                .as_ref()
                .filter(|_| check.outcome != Outcome::Passed)
                .and_then(|cause| words.cause(cause).advice);
            if let Some(advice) = advice {
                muted(ui, &advice);
            }
        });
    });
    ui.add_space(space::XS);
}
