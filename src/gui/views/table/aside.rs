//! What all files say together: findings, each leading to its files, and the results of each exam.

use egui::accesskit::Role;
use egui::{Rect, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::super::super::shapes;
use super::super::super::state::State;
use super::super::super::table::{Aside, Filter, TableStep};
use super::super::super::theme::{self, Palette, Tone, size, space};
use super::super::super::update::Command;
use super::super::list::galley;
use super::super::text::{Lines, leading, muted};
use crate::dossier::{BANDS, ExamFigures, Finding};
use crate::words::{Words, clean};

/// Width of a card, with its border.
const CARD: f32 = 232.0;
/// Height of a card, with its border: two lines for the name.
const HIGH: f32 = 162.0;
/// Points that it may take from the rows.
const MOST: f32 = 190.0;

pub(super) fn draw(ui: &mut Ui, state: &State, aside: Aside, commands: &mut Vec<Command>) {
    let area = ScrollArea::vertical().max_height(MOST).auto_shrink([false, true]).id_salt("aside");
    let area = area.min_scrolled_height(MOST);
    let dossier = &state.table.dossier;
    match aside {
        // Only what is in sight is drawn, as in the table.
        Aside::Findings => {
            area.show_rows(ui, leading(size::BODY), dossier.findings.len(), |ui, visible| {
                let findings = dossier.findings.iter().skip(visible.start).take(visible.len());
                findings.for_each(|finding| one(ui, state, finding, commands));
            });
        }
        Aside::Results => {
            let exams = &dossier.summary.exams;
            let beside = beside(ui.available_width());
            area.show_rows(ui, HIGH, exams.len().div_ceil(beside), |ui, visible| {
                for row in exams.chunks(beside).skip(visible.start).take(visible.len()) {
                    ui.horizontal_top(|ui| row.iter().for_each(|exam| results(ui, &state.words, exam)));
                }
            });
        }
    }
}

/// How many cards stand beside each other.
fn beside(width: f32) -> usize {
    (1_usize..12).rev().find(|count| super::count(*count) * (CARD + space::S) <= width + space::S).unwrap_or(1)
}

/// One sentence, as much of it as there is room for; a click shows the files it is about.
fn one(ui: &mut Ui, state: &State, finding: &Finding, commands: &mut Vec<Command>) {
    let palette = Palette::of(ui.ctx());
    let is_on = state.table.filter.files.as_deref() == Some(finding.files());
    let sentence = state.words.finding_across(finding, &state.table.dossier);
    let (area, response) = ui.allocate_exact_size(vec2(ui.available_width(), leading(size::BODY)), Sense::click());
    let shape = Rect::from_center_size(pos2(area.left() + 9.0, area.center().y), vec2(17.0, 17.0));
    shapes::paint(ui, Tone::Doubt, shape);
    let ink = if is_on || response.hovered() { palette.accent } else { palette.text };
    let text = galley(ui, &sentence, size::BODY, ink, area.right() - shape.right() - space::S);
    ui.painter().galley(pos2(shape.right() + space::S, area.center().y - text.size().y / 2.0), text, ink);
    if response.has_focus() {
        ui.painter().rect_stroke(area, 4.0, ui.visuals().selection.stroke, egui::StrokeKind::Inside);
    }
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_on, sentence.clone()));
    if response.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_text(&sentence).clicked() {
        let files = (!is_on).then(|| finding.files().to_vec());
        commands.push(Command::Table(TableStep::Filter(Filter { files, ..Filter::default() })));
    }
}

/// How the confirmed results of one exam lie: a bar for each ten percent.
fn results(ui: &mut Ui, words: &Words, exam: &ExamFigures) {
    let palette = Palette::of(ui.ctx());
    theme::card(palette).inner_margin(10).show(ui, |ui| {
        ui.vertical(|ui| {
            ui.set_width(CARD - 22.0);
            ui.set_height(HIGH - 22.0);
            let name = clean(&words.exam_name(exam));
            Lines::default().line(&name, size::SMALL, palette.text).show(ui);
            let count = words.counted("dossier-results", exam.count);
            let median = words.text_with("dossier-exam-median", &[("percent", &words.percent(exam.median))]);
            let range = format!("{} – {}", words.percent(exam.minimum), words.percent(exam.maximum));
            muted(ui, &format!("{count}, {median}\n{range}"));
            bars(ui, words, exam);
        });
    });
}

fn bars(ui: &mut Ui, words: &Words, exam: &ExamFigures) {
    let palette = Palette::of(ui.ctx());
    let (area, response) = ui.allocate_exact_size(vec2(ui.available_width(), 44.0), Sense::hover());
    let most = exam.bands.iter().copied().max().unwrap_or(1).max(1);
    let width = area.width() / f32::from(u8::try_from(BANDS).unwrap_or(10));
    let share = |count: usize| super::super::bar::share(count, most);
    let mut left = area.left();
    for count in exam.bands {
        let height = (area.height() - 2.0) * share(count);
        let bar = Rect::from_min_max(
            pos2(left + 1.0, area.bottom() - 1.0 - height),
            pos2(left + width - 1.0, area.bottom() - 1.0),
        );
        ui.painter().rect_filled(bar, 2.0, palette.accent);
        left += width;
    }
    ui.painter().hline(area.x_range(), area.bottom(), egui::Stroke::new(1.0, palette.line));
    let said = spoken(words, exam);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, said.clone()));
    response.on_hover_text(said);
    ui.add_space(space::XS);
}

/// The bars for those who cannot see them.
fn spoken(words: &Words, exam: &ExamFigures) -> String {
    let bands = exam.bands.iter().zip((0_usize..).step_by(10)).filter(|(count, _)| **count > 0);
    let said = bands.map(|(count, from)| {
        let to = from.saturating_add(10);
        let values = [("from", &*from.to_string()), ("to", &*to.to_string()), ("count", &*count.to_string())];
        words.text_with("dossier-band", &values)
    });
    said.collect::<Vec<_>>().join("; ")
}
