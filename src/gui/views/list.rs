//! Several files: one row each, in the order in which they were judged.

use egui::accesskit::Role;
use egui::{CursorIcon, Frame, Margin, RichText, ScrollArea, Sense, Stroke, Ui, WidgetInfo};

use super::super::shapes;
use super::super::state::{Opened, State};
use super::super::theme::{Palette, Tone, size, space};
use super::super::update::Command;
use super::{muted, tone};
use crate::exam::{Certainty, ExamCertificate, Reading};
use crate::report::{Report, Standing};
use crate::words::{Words, clean};

pub(super) fn draw(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    muted(ui, &state.words.counted("gui-files", state.files.len()));
    ScrollArea::vertical().auto_shrink([false, false]).id_salt("list").show(ui, |ui| {
        for (index, opened) in state.files.iter().enumerate() {
            if row(ui, state, index, opened) {
                commands.push(Command::Select(index));
            }
        }
    });
}

fn row(ui: &mut Ui, state: &State, index: usize, opened: &Opened) -> bool {
    let palette = Palette::of(ui.ctx());
    let selected = index == state.selected;
    let fill = if selected { palette.selected } else { palette.card };
    let line = if selected { palette.accent } else { palette.line };
    let text = Row::of(opened, &state.words);
    let frame = Frame::new().fill(fill).stroke(Stroke::new(1.0, line)).corner_radius(8).inner_margin(Margin::same(9));
    let inner = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            shapes::draw(ui, text.tone, 26.0);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                ui.label(RichText::new(&text.word).size(size::SMALL).color(palette.ink(text.tone)));
                if !text.what.is_empty() {
                    ui.label(&text.what);
                }
                muted(ui, &text.file);
            });
        });
    });
    let response = ui.interact(inner.response.rect, ui.scope_id().with(("row", index)), Sense::click());
    if response.has_focus() {
        ui.painter().rect_stroke(response.rect, 8.0, Stroke::new(2.0, palette.accent), egui::StrokeKind::Inside);
    }
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, selected, text.sentence()));
    ui.add_space(space::XS);
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}

/// The texts of a row.
struct Row {
    tone: Tone,
    word: String,
    /// Person, subject, result: as far as they may be shown.
    what: String,
    file: String,
}

impl Row {
    fn of(opened: &Opened, words: &Words) -> Self {
        match &opened.result {
            Ok(report) => Self {
                tone: tone::of_verdict(report.authenticity),
                word: words.headline(&report.authenticity, &report.facts).word,
                what: what(report, words),
                file: opened.name(),
            },
            Err(_) => Self {
                tone: Tone::Quiet,
                word: words.text("gui-not-examined"),
                what: String::new(),
                file: opened.name(),
            },
        }
    }

    /// All of it, for those who hear the row.
    fn sentence(&self) -> String {
        [&self.word, &self.what, &self.file]
            .into_iter()
            .filter(|part| !part.is_empty())
            .cloned()
            .collect::<Vec<_>>()
            .join(", ")
    }
}

/// Person, subject and result of the first exam; nothing where results are withheld.
fn what(report: &Report, words: &Words) -> String {
    let shown = report.exams.iter().filter(|exam| exam.standing != Standing::Withheld);
    let exams = shown.filter_map(|exam| match &exam.reading {
        Reading::Exams { certificates, .. } => certificates.first(),
        Reading::None { .. } => None,
    });
    exams.into_iter().next().map(|exam| summary(exam, words)).unwrap_or_default()
}

fn summary(exam: &ExamCertificate, words: &Words) -> String {
    let text = |found: &Option<crate::exam::Found<String>>| found.as_ref().map(|found| clean(&found.value));
    let certain = exam.overall.as_ref().filter(|found| found.certainty == Certainty::Certain);
    let percent = certain.map(|found| words.percent(found.value));
    [text(&exam.person), text(&exam.subject), percent].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
