//! What was achieved: person, subject, result in percent, parts. Marked where it is not confirmed, behind a deliberate click
//! where it is withheld, and "read it in the document" where the reading is not certain.

use egui::{Button, RichText, Ui};

use super::super::shapes;
use super::super::state::{Opened, State};
use super::super::theme::{self, Palette, Tone, size, space};
use super::super::update::Command;
use super::{heading, muted};
use crate::exam::{Certainty, ExamCertificate, ExamFinding, Found, Identifier, Percent, Reading};
use crate::report::{ExamReport, Report, Standing};
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
                document(ui, state, exam, commands);
            }
        });
    }
}

fn withheld(ui: &mut Ui, words: &Words, opened: &Opened, commands: &mut Vec<Command>) {
    ui.horizontal_top(|ui| {
        shapes::draw(ui, Tone::Bad, 28.0);
        ui.vertical(|ui| ui.label(words.standing(Standing::Withheld)));
    });
    if ui.add(Button::new(words.text("gui-show-withheld"))).clicked() {
        commands.push(Command::ShowWithheld(opened.path.clone()));
    }
}

fn document(ui: &mut Ui, state: &State, exam: &ExamReport, commands: &mut Vec<Command>) {
    let words = &state.words;
    if exam.standing != Standing::Confirmed {
        let tone = if exam.standing == Standing::Withheld { Tone::Bad } else { Tone::Doubt };
        ui.horizontal(|ui| {
            shapes::draw(ui, tone, 22.0);
            let ink = Palette::of(ui.ctx()).ink(tone);
            ui.label(RichText::new(words.standing(exam.standing)).color(ink));
        });
        ui.add_space(space::S);
    }
    match &exam.reading {
        Reading::None { reason } => {
            ui.label(words.unreadable(reason));
        }
        Reading::Exams { certificates, findings } => {
            for (index, certificate) in certificates.iter().enumerate() {
                if index > 0 {
                    ui.separator();
                }
                one(ui, state, certificate, commands);
            }
            findings_of(ui, words, findings);
        }
    }
    muted(ui, &clean(&exam.document));
}

fn findings_of(ui: &mut Ui, words: &Words, findings: &[ExamFinding]) {
    for finding in findings {
        ui.horizontal_top(|ui| {
            shapes::draw(ui, Tone::Doubt, 18.0);
            ui.vertical(|ui| ui.label(words.exam_finding(finding)));
        });
    }
}

fn one(ui: &mut Ui, state: &State, exam: &ExamCertificate, commands: &mut Vec<Command>) {
    let words = &state.words;
    person(ui, state, exam, commands);
    ui.add_space(space::S);
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_min_width(label_width(ui));
            if let Some(subject) = &exam.subject {
                ui.label(RichText::new(clean(&subject.value)).size(size::HEADING));
            }
            for detail in [&exam.level, &exam.year, &exam.exam_date].into_iter().flatten() {
                muted(ui, &clean(&detail.value));
            }
        });
        ui.vertical(|ui| match &exam.overall {
            Some(found) if found.certainty == Certainty::Certain => {
                let ink = Palette::of(ui.ctx()).accent;
                ui.label(RichText::new(words.percent(found.value)).size(size::RESULT).color(ink));
                muted(ui, &words.text("gui-overall"));
            }
            _ => {
                ui.label(words.text("gui-read-in-document"));
            }
        });
    });
    ui.add_space(space::S);
    for part in &exam.parts {
        let sure = part.percent.certainty == Certainty::Certain;
        self::part(ui, words, &clean(&part.name), sure.then_some(part.percent.value));
    }
    others(ui, words, exam);
}

fn person(ui: &mut Ui, state: &State, exam: &ExamCertificate, commands: &mut Vec<Command>) {
    let words = &state.words;
    ui.horizontal_wrapped(|ui| {
        let name = exam.person.as_ref().filter(|found| found.certainty == Certainty::Certain);
        let name = name.map_or_else(|| words.text("gui-read-in-document"), |found| clean(&found.value));
        ui.label(RichText::new(name).size(size::HEADING));
        let Some(Found { value, .. }) = &exam.identifier else { return };
        let code = match value {
            Identifier::PersonalCode(code) if state.codes_revealed => code.reveal().to_owned(),
            Identifier::PersonalCode(code) => code.masked(),
            Identifier::Other(other) if state.codes_revealed => clean(other),
            Identifier::Other(_) => "••••••".to_owned(),
        };
        muted(ui, &words.text_with("gui-code", &[("code", &code)]));
        let text = if state.codes_revealed { "gui-hide-code" } else { "gui-show-code" };
        if ui.small_button(words.text(text)).clicked() {
            commands.push(Command::ToggleCodes);
        }
    });
}

fn part(ui: &mut Ui, words: &Words, name: &str, percent: Option<Percent>) {
    ui.horizontal(|ui| {
        let left = egui::Layout::left_to_right(egui::Align::Center);
        let width = label_width(ui);
        ui.allocate_ui_with_layout(egui::vec2(width, 20.0), left, |ui| {
            ui.set_min_width(width);
            ui.add(egui::Label::new(name).truncate()).on_hover_text(name);
        });
        match percent {
            Some(percent) => {
                let room = ui.available_width() - 90.0;
                shapes::bar(ui, percent.hundredths(), room.clamp(40.0, 240.0));
                ui.label(words.percent(percent));
            }
            None => {
                ui.label(words.text("gui-read-in-document"));
            }
        }
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
        found.as_ref().map(|found| format!("{}: {}", words.text(label), clean(&found.value)))
    };
    let texts: Vec<_> = fields.into_iter().filter_map(of).collect();
    for line in texts.chunks(2) {
        muted(ui, &line.join("  ·  "));
    }
}
