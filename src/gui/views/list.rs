//! Several files: one row each, in the order in which they were judged.

use std::ops::Range;
use std::sync::Arc;

use egui::accesskit::Role;
use egui::text::{LayoutJob, TextWrapping};
use egui::{Context, CursorIcon, EventFilter, FontId, Galley, Id, Rect, ScrollArea, Sense, Stroke, StrokeKind};
use egui::{TextFormat, Ui, WidgetInfo, pos2, vec2};

use super::super::commands::back;
use super::super::shapes;
use super::super::state::{Opened, State};
use super::super::table::Dates;
use super::super::theme::{Ink, Palette, Tone, size, space};
use super::super::update::Command;
use super::age::Age;
use super::bar::offer;
use super::text::{leading, muted};
use super::{facts, tone};
use crate::exam::{ExamCertificate, Found, Reading};
use crate::report::{Report, Standing};
use crate::words::{Words, clean};

/// Side of the verdict's shape.
const SHAPE: f32 = 28.0;
/// Side of the shape of a fact.
const MARK: f32 = 13.0;

pub(super) fn draw(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    ui.horizontal_wrapped(|ui| {
        if let Some(back) = back(state) {
            offer(ui, state, back, commands);
        }
        muted(ui, &state.words.counted("gui-files", state.table.files().len()));
    });
    let dates = state.table.overview().dates;
    if let Dates::Same(number) = dates
        && let Some(Ok(report)) = state.files.get(number).map(|file| &file.result)
        && let Some(age) = Age::of(&state.words, report)
    {
        muted(ui, &age.line).on_hover_text(age.whole);
    }
    ui.spacing_mut().item_spacing.y = space::XS;
    let height = row_height(dates);
    let rows = ScrollArea::vertical().auto_shrink([false, false]).id_salt("list");
    // Only rows in sight are drawn: five hundred files cost as much as ten.
    let files = state.table.files();
    rows.show_rows(ui, height, files.len(), |ui, visible| {
        follow_selection(ui, state, height, visible.start);
        ui.data_mut(|data| data.insert_temp(in_sight(), visible.clone()));
        for (place, index) in files.iter().enumerate().skip(visible.start).take(visible.len()) {
            let Some(opened) = state.files.get(*index) else { continue };
            if row(ui, state, (place, *index), opened, dates) {
                commands.push(Command::Select(*index));
            }
        }
    });
}

/// Where one line on the lists is not true of each file, it stands on every row.
fn row_height(dates: Dates) -> f32 {
    let small = if dates == Dates::Differ { 3.0 } else { 2.0 };
    leading(size::SMALL) * small + leading(size::BODY) + 2.0 * space::S
}

/// Rows drawn last; only those can have the keyboard.
fn in_sight() -> Id {
    Id::unique("rows of the list in sight")
}

/// Whether the keyboard is on a row, so that the arrows walk the list.
pub(super) fn is_row(context: &Context, state: &State, id: Id) -> bool {
    let Some(range) = context.data(|data| data.get_temp::<Range<usize>>(in_sight())) else { return false };
    state.table.files().get(range).unwrap_or_default().iter().any(|index| row_id(*index) == id)
}

fn row_id(index: usize) -> Id {
    Id::unique(("row of the list", index))
}

/// When another file was selected, its row comes into view, and takes the focus where a row had it.
fn follow_selection(ui: &Ui, state: &State, height: f32, first: usize) {
    let last =
        ui.data_mut(|data| std::mem::replace(data.get_temp_mut_or(Id::unique("row in view"), 0), state.selected));
    if last == state.selected {
        return;
    }
    let step = height + ui.spacing().item_spacing.y;
    let place = state.table.files().iter().position(|file| *file == state.selected).unwrap_or_default();
    let top = ui.max_rect().top() + step * (count(place) - count(first));
    let row = Rect::from_min_size(pos2(ui.max_rect().left(), top), vec2(1.0, height));
    ui.scroll_to_rect(row, None);
    let focused = ui.memory(egui::Memory::focused);
    if focused.is_some_and(|id| is_row(ui.ctx(), state, id)) {
        ui.memory_mut(|memory| memory.request_focus(row_id(state.selected)));
    }
}

/// A row's number as a distance; folders with more rows are refused long before.
fn count(number: usize) -> f32 {
    u16::try_from(number).map_or(f32::from(u16::MAX), f32::from)
}

fn row(ui: &mut Ui, state: &State, (place, index): (usize, usize), opened: &Opened, dates: Dates) -> bool {
    let palette = Palette::of(ui.ctx());
    let selected = index == state.selected;
    let text = Row::of(opened, &state.words);
    let (area, _) = ui.allocate_exact_size(vec2(ui.available_width(), row_height(dates)), Sense::hover());
    let response = ui.interact(area, row_id(index), Sense::click());
    let (fill, line) = if selected { (palette.selected, palette.accent) } else { (palette.card, palette.line) };
    let width = if response.has_focus() { 2.5 } else { 1.0 };
    let line = if response.has_focus() || response.hovered() { palette.accent } else { line };
    ui.painter().rect(area, 8.0, fill, Stroke::new(width, line), StrokeKind::Inside);
    shapes::paint(ui, text.tone, Rect::from_center_size(pos2(area.left() + 24.0, area.center().y), vec2(SHAPE, SHAPE)));
    let inner = Rect::from_min_max(area.min + vec2(48.0, space::S), area.max - vec2(10.0, space::S));
    text.paint(ui, palette, inner, dates);
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, selected, text.sentence()));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_position_in_set(place.saturating_add(1));
        node.set_size_of_set(state.table.files().len());
    });
    if response.has_focus() {
        let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    }
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    let clicked = response.clicked();
    if let Some(lists) = &text.lists {
        response.on_hover_text(&lists.whole);
    }
    clicked
}

/// The texts of a row.
struct Row {
    tone: Tone,
    word: String,
    /// Person and subject, as far as they may be shown.
    what: Vec<String>,
    percent: Option<String>,
    /// The three facts: shape, and the words for it.
    facts: Vec<(Tone, String)>,
    /// The date of the lists that the word stands on.
    lists: Option<Age>,
    file: String,
}

impl Row {
    fn of(opened: &Opened, words: &Words) -> Self {
        let file = opened.name();
        let Ok(report) = &opened.result else {
            let word = words.text("gui-not-examined");
            return Self {
                tone: Tone::Quiet,
                word,
                what: Vec::new(),
                percent: None,
                facts: Vec::new(),
                lists: None,
                file,
            };
        };
        let exam = first_exam(report);
        Self {
            tone: tone::of_verdict(report.authenticity),
            word: words.headline(&report.authenticity, &report.facts).word,
            what: exam
                .map(|exam| [&exam.person, &exam.subject].into_iter().filter_map(certain).collect())
                .unwrap_or_default(),
            percent: exam
                .and_then(|exam| exam.overall.as_ref().and_then(Found::certain))
                .map(|percent| words.percent(*percent)),
            facts: facts::in_short(words, &report.facts),
            lists: Age::of(words, report),
            file,
        }
    }

    /// All of it, for those who hear the row.
    fn sentence(&self) -> String {
        let mut parts = vec![self.word.as_str()];
        parts.extend(self.what.iter().map(String::as_str));
        parts.extend(self.percent.as_deref());
        parts.extend(self.facts.iter().map(|(_, fact)| fact.as_str()));
        parts.extend(self.lists.as_ref().map(|lists| lists.line.as_str()));
        parts.push(&self.file);
        parts.join(", ")
    }

    /// Word and result; person and subject; file; date of the lists. Without an exam the file stands in the middle.
    fn paint(&self, ui: &Ui, palette: &Palette, area: Rect, dates: Dates) {
        let percent = self.percent.as_deref().unwrap_or_default();
        // A result that nobody in authority vouches for does not look like one.
        let ink = if self.tone == Tone::Good { palette.text } else { palette.ink(self.tone) };
        let percent = galley(ui, percent, size::BODY, ink, area.width());
        let left = area.width() - percent.size().x - space::S;
        let mut below = vec![(self.file.as_str(), size::SMALL, palette.muted)];
        let what = self.what.join(" · ");
        let second = if self.what.is_empty() { below.remove(0).0 } else { &what };
        below.insert(0, (second, size::BODY, palette.text));
        let dated = self.lists.as_ref().filter(|_| matches!(dates, Dates::Differ));
        below.extend(dated.map(|lists| (lists.short.as_str(), size::SMALL, palette.muted)));
        let narrow = area.width() - self.paint_facts(ui, area);
        let mut lines = vec![galley(ui, &self.word, size::SMALL, palette.ink(self.tone), left)];
        let last = below.len();
        lines.extend(below.into_iter().zip(1..).map(|((text, size, ink), number)| {
            // The facts stand in the corner, beside the last line.
            galley(ui, text, size, ink, if number == last { narrow } else { area.width() })
        }));
        let height: f32 = lines.iter().map(|line| line.size().y).sum();
        let mut top = area.center().y - height / 2.0;
        ui.painter().galley(pos2(area.right() - percent.size().x, top - 1.0), percent, palette.text);
        for line in lines {
            let next = top + line.size().y;
            ui.painter().galley(pos2(area.left(), top), line, palette.text);
            top = next;
        }
    }

    /// The three facts in the lower right corner; gives back the room they take.
    fn paint_facts(&self, ui: &Ui, area: Rect) -> f32 {
        let mut right = area.right();
        for (tone, _) in self.facts.iter().rev() {
            let centre = pos2(right - MARK / 2.0, area.bottom() - leading(size::SMALL) / 2.0);
            shapes::paint(ui, *tone, Rect::from_center_size(centre, vec2(MARK, MARK)));
            right -= MARK + space::XS;
        }
        area.right() - right + space::XS
    }
}

/// One line that ends in an ellipsis where the room ends.
pub(super) fn galley(ui: &Ui, text: &str, size: f32, color: Ink, width: f32) -> Arc<Galley> {
    let font_id = FontId::proportional(size);
    let format = TextFormat { font_id, color, line_height: Some(leading(size)), ..TextFormat::default() };
    let mut job = LayoutJob::single_section(text.to_owned(), format);
    job.wrap = TextWrapping::truncate_at_width(width.max(0.0));
    ui.painter().layout_job(job)
}

/// The first exam whose results are not withheld.
fn first_exam(report: &Report) -> Option<&ExamCertificate> {
    let shown = report.exams.iter().filter(|exam| exam.standing != Standing::Withheld);
    shown
        .filter_map(|exam| match &exam.reading {
            Reading::Exams { certificates, .. } => certificates.first(),
            Reading::None { .. } => None,
        })
        .next()
}

fn certain(found: &Option<Found<String>>) -> Option<String> {
    found.as_ref().and_then(Found::certain).map(|text| clean(text))
}
