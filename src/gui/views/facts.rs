//! The three facts, each with its own shape and sentence, never folded into one.

use egui::Ui;

use super::super::shapes;
use super::super::theme::{self, Palette, Tone, size, space};
use super::text::{Lines, heading};
use super::tone;
use crate::report::{Fact, Report, ThreeFacts};
use crate::validation::Outcome;
use crate::words::{FactKind, Words};

pub(super) fn draw(ui: &mut Ui, words: &Words, report: &Report) {
    heading(ui, &words.text("report-facts"));
    theme::card(Palette::of(ui.ctx())).show(ui, |ui| {
        ui.set_width(ui.available_width());
        for (index, (kind, one)) in each(&report.facts).into_iter().enumerate() {
            if index > 0 {
                ui.separator();
            }
            fact(ui, words, report, kind, one);
        }
    });
}

fn fact(ui: &mut Ui, words: &Words, report: &Report, kind: FactKind, fact: &Fact) {
    let name = words.fact_name(kind);
    let sentence = words.fact(kind, fact, report.facts.issuer.as_ref());
    let word = word(words, fact);
    ui.horizontal_top(|ui| {
        let tone = tone::of_outcome(fact.outcome);
        shapes::draw(ui, tone, 26.0);
        ui.add_space(space::XS);
        let palette = Palette::of(ui.ctx());
        Lines::default()
            .line(&format!("{name}: {word}"), size::BODY, palette.ink(tone))
            .line(&sentence, size::BODY, palette.text)
            .show(ui);
    });
}

/// Sentences of the facts that are not so.
pub(super) fn against(words: &Words, facts: &ThreeFacts) -> Vec<String> {
    let all = each(facts).into_iter().filter(|(_, fact)| fact.outcome == Outcome::Failed);
    all.map(|(kind, fact)| words.fact(kind, fact, facts.issuer.as_ref())).collect()
}

/// Shape and words of each fact, for where there is no room for sentences.
pub(super) fn in_short(words: &Words, facts: &ThreeFacts) -> Vec<(Tone, String)> {
    let short = |(kind, fact): (FactKind, &Fact)| {
        (tone::of_outcome(fact.outcome), format!("{}: {}", words.fact_name(kind), word(words, fact)))
    };
    each(facts).into_iter().map(short).collect()
}

fn each(facts: &ThreeFacts) -> [(FactKind, &Fact); 3] {
    [
        (FactKind::Unchanged, &facts.unchanged),
        (FactKind::VouchedFor, &facts.vouched_for),
        (FactKind::ExamAuthority, &facts.exam_authority),
    ]
}

fn word(words: &Words, fact: &Fact) -> String {
    words.text(match fact.outcome {
        Outcome::Passed => "gui-fact-passed",
        Outcome::Failed => "gui-fact-failed",
        Outcome::Unknown => "gui-fact-unknown",
        Outcome::Skipped => "gui-fact-skipped",
    })
}
