//! One exam certificate: person, subject, result, parts, and what else it says.

use egui::{Response, Sense, Ui};

use super::super::super::shapes;
use super::super::super::theme::{Palette, Tone, size, space};
use super::super::super::update::Command;
use super::super::text::{Lines, inline_button, muted};
use super::ink;
use super::reader::{Reader, certain, doubtful};
use crate::exam::{Certainty, ExamCertificate, ExamPart, Found};
use crate::words::clean;

pub(super) fn draw(ui: &mut Ui, reader: &mut Reader<'_>, exam: &ExamCertificate, tone: Tone) {
    person(ui, reader, exam);
    ui.add_space(space::S);
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(label_width(ui));
            subject(ui, reader, exam);
        });
        ui.vertical(|ui| overall(ui, reader, exam, tone));
    });
    ui.add_space(space::S);
    for one in &exam.parts {
        part(ui, reader, one, tone);
    }
    others(ui, reader, exam);
}

fn overall(ui: &mut Ui, reader: &mut Reader<'_>, exam: &ExamCertificate, tone: Tone) {
    let Some(found) = certain(&exam.overall) else {
        if exam.overall.is_none() && exam.is_statement() {
            return;
        }
        reader.read_in_document(ui, doubtful(&exam.overall));
        return;
    };
    let (words, palette) = (&reader.state.words, Palette::of(ui.ctx()));
    let (label, value) = (words.text("gui-overall"), words.percent(found.value));
    let lines =
        Lines::default().line(&value, size::RESULT, ink(palette, tone)).line(&label, size::SMALL, palette.muted);
    let response = lines.show_sensed(ui);
    reader.lead(response, &label, &value, &found.place);
}

fn subject(ui: &mut Ui, reader: &mut Reader<'_>, exam: &ExamCertificate) {
    let palette = Palette::of(ui.ctx());
    let shown = |ui: &mut Ui, text: &str, size, colour| Lines::default().line(text, size, colour).show_sensed(ui);
    match certain(&exam.subject) {
        Some(found) => {
            let value = clean(&found.value);
            let response = shown(ui, &value, size::HEADING, palette.text);
            reader.lead(response, &reader.state.words.text("gui-subject"), &value, &found.place);
        }
        None => reader.read_in_document(ui, doubtful(&exam.subject)),
    }
    for (label, found) in [("gui-level", &exam.level), ("gui-year", &exam.year), ("gui-exam-date", &exam.exam_date)] {
        if let Some(found) = certain(found) {
            let value = clean(&found.value);
            let response = shown(ui, &value, size::SMALL, palette.muted);
            reader.lead(response, &reader.state.words.text(label), &value, &found.place);
        }
    }
}

fn person(ui: &mut Ui, reader: &mut Reader<'_>, exam: &ExamCertificate) {
    let state = reader.state;
    let words = &state.words;
    ui.horizontal_wrapped(|ui| {
        match certain(&exam.person) {
            Some(found) => {
                let value = clean(&found.value);
                let colour = Palette::of(ui.ctx()).text;
                let response = Lines::default().line(&value, size::HEADING, colour).show_sensed(ui);
                reader.lead(response, &words.text("gui-person"), &value, &found.place);
            }
            None => reader.read_in_document(ui, doubtful(&exam.person)),
        }
        let Some(found) = certain(&exam.identifier) else { return };
        let code = if state.codes_revealed { clean(found.value.reveal()) } else { found.value.masked() };
        muted(ui, &words.text_with("gui-code", &[("code", &code)]));
        let text = if state.codes_revealed { "gui-hide-code" } else { "gui-show-code" };
        if inline_button(ui, &words.text(text)).clicked() {
            reader.give(Command::ToggleCodes);
        }
    });
}

fn part(ui: &mut Ui, reader: &mut Reader<'_>, part: &ExamPart, tone: Tone) {
    let (name, percent) = (clean(&part.name), &part.percent);
    ui.horizontal(|ui| {
        let left = egui::Layout::left_to_right(egui::Align::Center);
        let width = label_width(ui);
        ui.allocate_ui_with_layout(egui::vec2(width, 20.0), left, |ui| {
            ui.set_min_width(width);
            ui.add(egui::Label::new(&name).truncate()).on_hover_text(&name);
        });
        let full = ui.available_width();
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if percent.certainty != Certainty::Certain {
                reader.read_in_document(ui, Some(&percent.place));
                return;
            }
            let value = reader.state.words.percent(percent.value);
            let response = ui.add(egui::Label::new(&value).sense(Sense::click()));
            reader.lead(response, &name, &value, &percent.place);
            // Room for `100,00 %`, so that all bars end at one line.
            ui.add_space((ui.available_width() - (full - 76.0)).max(0.0));
            let colour = ink(Palette::of(ui.ctx()), tone);
            shapes::bar(ui, percent.value.hundredths(), (full - 76.0).max(40.0), colour);
        });
    });
}

/// The column of names: the same for the subject and for the parts, narrower in a narrow window.
fn label_width(ui: &Ui) -> f32 {
    (ui.available_width() * 0.42).clamp(110.0, 300.0)
}

/// What else the certificate says, in few lines.
fn others(ui: &mut Ui, reader: &mut Reader<'_>, exam: &ExamCertificate) {
    let fields = [
        ("gui-school", &exam.school),
        ("exam-class", &exam.class),
        ("exam-stage", &exam.stage),
        ("exam-series", &exam.series),
        ("gui-number", &exam.number),
        ("gui-language-level", &exam.language_level),
        ("gui-issuer", &exam.issuer),
        ("gui-issue-date", &exam.issue_date),
    ];
    let found: Vec<_> = fields.into_iter().filter_map(|(label, found)| Some((label, certain(found)?))).collect();
    for line in found.chunks(2) {
        ui.horizontal_wrapped(|ui| {
            for (index, (label, found)) in line.iter().enumerate() {
                if index > 0 {
                    muted(ui, "·");
                }
                other(ui, reader, label, found);
            }
        });
    }
}

fn other(ui: &mut Ui, reader: &mut Reader<'_>, label: &str, found: &Found<String>) {
    let (label, value) = (reader.state.words.text(label), clean(&found.value));
    let response = quiet(ui, &format!("{label}: {value}"));
    reader.lead(response, &label, &value, &found.place);
}

fn quiet(ui: &mut Ui, text: &str) -> Response {
    let colour = Palette::of(ui.ctx()).muted;
    Lines::default().line(text, size::SMALL, colour).show_sensed(ui)
}
