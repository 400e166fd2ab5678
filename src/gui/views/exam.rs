//! What was achieved: person, subject, result in percent, parts. Marked where it is not confirmed, behind a deliberate click
//! where it is withheld, and "read it in the document" where the reading is not certain.

mod certificate;
mod copy;
mod reader;

use egui::Ui;

use super::super::shapes;
use super::super::state::{Opened, State};
use super::super::theme::{self, Ink, Palette, Tone, size, space};
use super::super::update::Command;
use super::text::{Lines, button, heading, muted, paragraph};
use super::{facts, tone};
use crate::exam::{ExamFinding, Reading};
use crate::report::{ExamReport, Report, Standing, ThreeFacts};
use crate::words::{Words, clean};
use reader::Reader;

pub(super) fn draw(ui: &mut Ui, state: &State, opened: &Opened, report: &Report, commands: &mut Vec<Command>) {
    if report.exams.is_empty() {
        if !report.documents.is_empty() {
            heading(ui, &state.words.text("gui-result"));
            muted(ui, &state.words.text("gui-nothing-read"));
        }
        return;
    }
    heading(ui, &state.words.text("gui-result"));
    let mut reader = Reader::new(state, &opened.path, report);
    for exam in &report.exams {
        theme::card(Palette::of(ui.ctx())).show(ui, |ui| {
            ui.set_width(ui.available_width());
            if exam.standing == Standing::Withheld && !state.is_unlocked(&opened.path) {
                withheld(ui, &state.words, opened, commands);
            } else {
                reader.document.clone_from(&exam.document);
                document(ui, &mut reader, exam, report);
            }
        });
    }
    commands.extend(reader.commands());
}

fn withheld(ui: &mut Ui, words: &Words, opened: &Opened, commands: &mut Vec<Command>) {
    ui.horizontal_top(|ui| {
        shapes::draw(ui, Tone::Bad, 28.0);
        paragraph(ui, &words.standing(Standing::Withheld));
    });
    if button(ui, &words.text("gui-show-withheld")).clicked() {
        commands.push(Command::ShowWithheld(opened.path.clone()));
    }
}

fn document(ui: &mut Ui, reader: &mut Reader<'_>, exam: &ExamReport, report: &Report) {
    let words = &reader.state.words;
    let tone = tone::of_result(exam.standing, report.authenticity);
    if exam.standing != Standing::Confirmed {
        mark(ui, words, exam.standing, tone, &report.facts);
    }
    match &exam.reading {
        Reading::None { reason } => {
            paragraph(ui, &words.unreadable(reason));
        }
        Reading::Exams { certificates, findings } => {
            for (index, certificate) in certificates.iter().enumerate() {
                if index > 0 {
                    ui.separator();
                }
                certificate::draw(ui, reader, certificate, tone);
                copy::button(ui, reader, certificate, exam.standing);
            }
            findings_of(ui, words, findings);
        }
    }
    muted(ui, &clean(&exam.document));
}

/// Says what the result is not, and which of the three facts stands against it.
fn mark(ui: &mut Ui, words: &Words, standing: Standing, tone: Tone, facts: &ThreeFacts) {
    let palette = Palette::of(ui.ctx());
    theme::notice(palette, tone).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_top(|ui| {
            shapes::draw(ui, tone, 22.0);
            let mut lines = Lines::default().line(&words.standing(standing), size::BODY, palette.ink(tone));
            for against in facts::against(words, facts) {
                lines = lines.line(&against, size::SMALL, palette.text);
            }
            lines.show(ui);
        });
    });
    ui.add_space(space::XS);
}

/// A result that is not confirmed does not look like one that is.
fn ink(palette: &Palette, tone: Tone) -> Ink {
    if tone == Tone::Good { palette.accent } else { palette.ink(tone) }
}

fn findings_of(ui: &mut Ui, words: &Words, findings: &[ExamFinding]) {
    for finding in findings {
        ui.horizontal_top(|ui| {
            shapes::draw(ui, Tone::Doubt, 18.0);
            paragraph(ui, &words.exam_finding(finding));
        });
    }
}
