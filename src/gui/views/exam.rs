//! What was achieved: person, subject, result in percent, parts. Marked where it is not confirmed, behind a deliberate click
//! where it is withheld, and "read it in the document" where the reading is not certain.

use egui::{RichText, Ui};

use super::super::shapes;
use super::super::state::{Opened, State};
use super::super::theme::{self, Ink, Palette, Tone, size, space};
use super::super::update::Command;
use super::text::{Lines, button, heading, inline_button, muted, paragraph};
use super::{facts, tone};
use crate::exam::{Certainty, ExamCertificate, ExamFinding, Found, Identifier, Percent, Reading};
use crate::report::{ExamReport, Report, Standing, ThreeFacts};
use crate::words::{Words, clean};

pub(super) fn draw(ui: &mut Ui, state: &State, opened: &Opened, report: &Report, commands: &mut Vec<Command>) {
    if report.exams.is_empty() {
        if !report.documents.is_empty() {
            heading(ui, &state.words.text("gui-result"));
            muted(ui, &state.words.text("gui-nothing-read"));
        }
        return;
    }
    heading(ui, &state.words.text("gui-result"));
    for exam in &report.exams {
        theme::card(Palette::of(ui.ctx())).show(ui, |ui| {
            ui.set_width(ui.available_width());
            if exam.standing == Standing::Withheld && !state.is_unlocked(&opened.path) {
                withheld(ui, &state.words, opened, commands);
            } else {
                document(ui, state, exam, report, commands);
            }
        });
    }
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

fn document(ui: &mut Ui, state: &State, exam: &ExamReport, report: &Report, commands: &mut Vec<Command>) {
    let words = &state.words;
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
                one(ui, state, certificate, tone, commands);
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

fn one(ui: &mut Ui, state: &State, exam: &ExamCertificate, tone: Tone, commands: &mut Vec<Command>) {
    let words = &state.words;
    person(ui, state, exam, commands);
    ui.add_space(space::S);
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(label_width(ui));
            subject(ui, words, exam);
        });
        ui.vertical(|ui| match certain(&exam.overall) {
            Some(percent) => {
                let palette = Palette::of(ui.ctx());
                Lines::default()
                    .line(&words.percent(*percent), size::RESULT, ink(palette, tone))
                    .line(&words.text("gui-overall"), size::SMALL, palette.muted)
                    .show(ui);
            }
            None => {
                paragraph(ui, &words.text("gui-read-in-document"));
            }
        });
    });
    ui.add_space(space::S);
    for part in &exam.parts {
        let sure = part.percent.certainty == Certainty::Certain;
        self::part(ui, words, &clean(&part.name), sure.then_some(part.percent.value), tone);
    }
    others(ui, words, exam);
}

/// The value where the reading is certain; anything less a person must read in the document.
fn certain<T>(found: &Option<Found<T>>) -> Option<&T> {
    found.as_ref().filter(|found| found.certainty == Certainty::Certain).map(|found| &found.value)
}

fn subject(ui: &mut Ui, words: &Words, exam: &ExamCertificate) {
    let palette = Palette::of(ui.ctx());
    let name = certain(&exam.subject).map_or_else(|| words.text("gui-read-in-document"), |subject| clean(subject));
    let mut lines = Lines::default().line(&name, size::HEADING, palette.text);
    if let Some(level) = certain(&exam.level) {
        lines = lines.line(&clean(level), size::SMALL, palette.muted);
    }
    let when: Vec<_> = [&exam.year, &exam.exam_date].into_iter().filter_map(certain).map(|when| clean(when)).collect();
    if !when.is_empty() {
        lines = lines.line(&when.join(" · "), size::SMALL, palette.muted);
    }
    lines.show(ui);
}

fn person(ui: &mut Ui, state: &State, exam: &ExamCertificate, commands: &mut Vec<Command>) {
    let words = &state.words;
    ui.horizontal_wrapped(|ui| {
        let name = certain(&exam.person);
        let name = name.map_or_else(|| words.text("gui-read-in-document"), |name| clean(name));
        ui.label(RichText::new(name).size(size::HEADING));
        let Some(value) = certain(&exam.identifier) else { return };
        let code = match value {
            Identifier::PersonalCode(code) if state.codes_revealed => code.reveal().to_owned(),
            Identifier::PersonalCode(code) => code.masked(),
            Identifier::Other(other) if state.codes_revealed => clean(other),
            Identifier::Other(_) => "••••••".to_owned(),
        };
        muted(ui, &words.text_with("gui-code", &[("code", &code)]));
        let text = if state.codes_revealed { "gui-hide-code" } else { "gui-show-code" };
        if inline_button(ui, &words.text(text)).clicked() {
            commands.push(Command::ToggleCodes);
        }
    });
}

fn part(ui: &mut Ui, words: &Words, name: &str, percent: Option<Percent>, tone: Tone) {
    ui.horizontal(|ui| {
        let left = egui::Layout::left_to_right(egui::Align::Center);
        let width = label_width(ui);
        ui.allocate_ui_with_layout(egui::vec2(width, 20.0), left, |ui| {
            ui.set_min_width(width);
            ui.add(egui::Label::new(name).truncate()).on_hover_text(name);
        });
        let full = ui.available_width();
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| match percent {
            Some(percent) => {
                ui.label(words.percent(percent));
                // Room for `100,00 %`, so that all bars end at one line.
                ui.add_space((ui.available_width() - (full - 76.0)).max(0.0));
                let colour = ink(Palette::of(ui.ctx()), tone);
                shapes::bar(ui, percent.hundredths(), (full - 76.0).max(40.0), colour);
            }
            None => {
                ui.label(words.text("gui-read-in-document"));
            }
        });
    });
}

/// The column of names: the same for the subject and for the parts, narrower in a narrow window.
fn label_width(ui: &Ui) -> f32 {
    (ui.available_width() * 0.42).clamp(110.0, 300.0)
}

/// What else the certificate says, in few lines.
fn others(ui: &mut Ui, words: &Words, exam: &ExamCertificate) {
    let fields = [
        ("gui-school", &exam.school),
        ("gui-number", &exam.number),
        ("gui-language-level", &exam.language_level),
        ("gui-issuer", &exam.issuer),
        ("gui-issue-date", &exam.issue_date),
    ];
    let of = |(label, found): (&str, &Option<Found<String>>)| {
        certain(found).map(|value| format!("{}: {}", words.text(label), clean(value)))
    };
    let texts: Vec<_> = fields.into_iter().filter_map(of).collect();
    for line in texts.chunks(2) {
        muted(ui, &line.join("  ·  "));
    }
}
