//! One certificate: its cells, and the sentence for those who hear it.

use egui::accesskit::Role;
use egui::{CursorIcon, EventFilter, PointerButton, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::super::super::shapes;
use super::super::super::state::{Opened, State};
use super::super::super::table::{Achieved, Cell, Column, Line, TableStep, Worth};
use super::super::super::theme::{Ink, Palette, Tone, size, space};
use super::super::super::update::Command;
use super::super::age::Age;
use super::super::list::galley;
use super::super::tone;
use super::places::Places;
use super::{row_height, row_id};
use crate::dossier::{Dossier, Finding};
use crate::exam::Reading;
use crate::export::Secrets;
use crate::export::csv::harmless;
use crate::report::{Remark, Report, Standing};
use crate::words::{Words, clean};

/// Side of the verdict's shape.
const SHAPE: f32 = 18.0;
/// Side of the shape beside a result.
const MARK: f32 = 12.0;

pub(super) fn draw(
    ui: &mut Ui,
    state: &State,
    (number, cell): (usize, Cell),
    places: &Places,
    commands: &mut Vec<Command>,
) {
    let (Some(line), Some(opened)) = (state.table.line(cell), state.files.get(cell.file)) else { return };
    let palette = Palette::of(ui.ctx());
    let (area, _) = ui.allocate_exact_size(vec2(ui.available_width(), row_height()), Sense::hover());
    let response = ui.interact(area, row_id(cell), Sense::click());
    let marked = state.marked() == cell;
    if marked {
        ui.painter().rect_filled(area, 4.0, palette.selected);
    } else if response.hovered() {
        ui.painter().rect_filled(area, 4.0, palette.card);
    }
    ui.painter().hline(area.x_range(), area.bottom(), Stroke::new(1.0, palette.line));
    let row = Texts::of(state, opened, line);
    for (column, cell) in places.cells(area) {
        row.paint(ui, palette, column, cell.shrink2(vec2(space::XS, 0.0)));
    }
    if response.has_focus() {
        ui.painter().rect_stroke(area.shrink(1.0), 4.0, Stroke::new(2.0, palette.accent), StrokeKind::Inside);
        let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    }
    response.widget_info(|| WidgetInfo::selected(Role::Row, true, marked, row.sentence()));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_position_in_set(number.saturating_add(1));
        node.set_size_of_set(state.table.rows().len());
    });
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    let by_pointer = response.clicked_by(PointerButton::Primary);
    if by_pointer || response.gained_focus() {
        commands.push(Command::Table(TableStep::Mark(cell)));
    }
    if response.double_clicked() || (response.clicked() && !by_pointer) {
        commands.push(Command::Table(TableStep::Mark(cell)));
        commands.push(Command::Table(TableStep::Enter));
    }
}

/// The marked row as text, cells parted by tabs, as spreadsheets take it.
pub(super) fn copied(state: &State) -> Option<String> {
    let (line, opened) = (state.table.line(state.marked())?, state.shown()?);
    let row = Texts::of(state, opened, line);
    // As in the export: where codes are masked they are in names of files too, those of other files that are named included.
    let across = line.across.and_then(|number| state.table.dossier.findings.get(number));
    let others = across.map(Finding::files).unwrap_or_default().iter().filter_map(|file| state.files.get(*file));
    let reports = others.map(AsRef::as_ref).chain([opened]).filter_map(|file: &Opened| file.result.as_ref().ok());
    let secrets: Vec<Secrets> =
        reports.map(|report| Secrets::of(report, state.codes())).chain([Secrets::none(state.codes())]).collect();
    let masked = |text: String| secrets.iter().fold(text, |text, secrets| secrets.mask(&text));
    // Names of files and subjects come from whoever sent them: no spreadsheet may take one for a formula.
    let cell = |column| harmless(&masked(row.cell(column)).replace(['\t', '\n'], " "));
    let cells = Column::ALL.into_iter().map(cell);
    Some(cells.collect::<Vec<_>>().join("\t"))
}

/// The texts of a row.
struct Texts<'s> {
    words: &'s Words,
    line: &'s Line,
    tone: Tone,
    /// Of the result, where it is one to be marked.
    marked: Option<Tone>,
    word: String,
    code: String,
    result: String,
    time: String,
    why: String,
    /// The date of the lists that the word stands on.
    lists: Option<String>,
}

impl<'s> Texts<'s> {
    fn of(state: &'s State, opened: &Opened, line: &'s Line) -> Self {
        let words = &state.words;
        let (tone, word) = match &opened.result {
            // A certificate that is withheld does not wear the word of a better signature over another document.
            Ok(_) if line.is_withheld => (Tone::Bad, words.text("verdict-word-refuted")),
            Ok(report) => {
                (tone::of_verdict(report.authenticity), words.headline(&report.authenticity, &report.facts).word)
            }
            Err(_) => (Tone::Quiet, words.text("gui-not-examined")),
        };
        let result = match line.result {
            Achieved::Confirmed(percent) | Achieved::NotConfirmed(percent) => words.percent(percent),
            Achieved::SeeDocument => words.text("rows-see-document"),
            Achieved::None => String::new(),
        };
        // What is not confirmed never looks good, whatever its file is.
        let marked = matches!(line.result, Achieved::NotConfirmed(_)).then_some(match tone {
            Tone::Good => Tone::Doubt,
            other => other,
        });
        let code =
            line.code.as_ref().map(|code| if state.codes_revealed { clean(code.reveal()) } else { code.masked() });
        let code = code.unwrap_or_default();
        let time = line.time.map(|time| words.date_in_figures(time)).unwrap_or_default();
        let lists = opened.result.as_ref().ok().and_then(|report| Age::of(words, report)).map(|age| age.line);
        Self {
            words,
            line,
            tone,
            marked,
            word,
            code,
            result,
            time,
            why: why(words, &state.table.dossier, opened, line),
            lists,
        }
    }

    fn cell(&self, column: Column) -> String {
        let text = |text: &Option<String>| text.as_deref().map(clean).unwrap_or_default();
        match column {
            Column::Verdict => self.word.clone(),
            Column::Person => text(&self.line.person),
            Column::Code => self.code.clone(),
            Column::Exam => text(&self.line.subject),
            Column::Level => text(&self.line.level),
            Column::Year => text(&self.line.year),
            Column::Result => match self.line.result {
                Achieved::NotConfirmed(_) => self.words.text_with("rows-not-confirmed", &[("percent", &self.result)]),
                _ => self.result.clone(),
            },
            Column::Issuer => text(&self.line.issuer),
            Column::Time => self.time.clone(),
            Column::File => self.line.file.clone(),
            Column::Why => self.why.clone(),
        }
    }

    /// All of it, for those who hear the row.
    fn sentence(&self) -> String {
        let cells = Column::ALL.into_iter().map(|column| self.cell(column)).chain(self.lists.clone());
        cells.filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(", ")
    }

    fn paint(&self, ui: &Ui, palette: &Palette, column: Column, area: Rect) {
        match column {
            Column::Verdict => {
                let shape =
                    Rect::from_center_size(pos2(area.left() + SHAPE / 2.0, area.center().y), vec2(SHAPE, SHAPE));
                shapes::paint(ui, self.tone, shape);
                let rest = area.with_min_x(shape.right() + space::XS + 2.0);
                left(ui, &self.word, size::SMALL, palette.ink(self.tone), rest);
            }
            Column::Result => self.paint_result(ui, palette, area.with_max_x(area.right() - space::M + space::XS)),
            Column::Level => {
                left(ui, short_level(&self.cell(column)), size::SMALL, palette.muted, area);
            }
            Column::Person | Column::Exam => left(ui, &self.cell(column), size::BODY, palette.text, area),
            _ => left(ui, &self.cell(column), size::SMALL, palette.muted, area),
        }
    }

    /// A result that is not confirmed has the shape of its file's word before it, so that it does not look like one that is.
    fn paint_result(&self, ui: &Ui, palette: &Palette, area: Rect) {
        let (ink, size) = match (self.line.result, self.marked) {
            (Achieved::SeeDocument, _) => (palette.muted, size::SMALL),
            (_, Some(tone)) => (palette.ink(tone), size::BODY),
            (_, None) => (palette.text, size::BODY),
        };
        let text = galley(ui, &self.result, size, ink, area.width());
        let at = pos2(area.right() - text.size().x, area.center().y - text.size().y / 2.0);
        if let Some(tone) = self.marked {
            let mark = Rect::from_center_size(pos2(at.x - MARK / 2.0 - 4.0, area.center().y), vec2(MARK, MARK));
            shapes::paint(ui, tone, mark);
        }
        ui.painter().galley(at, text, ink);
    }
}

fn left(ui: &Ui, text: &str, size: f32, ink: Ink, area: Rect) {
    let text = galley(ui, text, size, ink, area.width());
    ui.painter().galley(pos2(area.left(), area.center().y - text.size().y / 2.0), text, ink);
}

/// Why the word is not a good one, or what is worth a look although it is.
fn why(words: &Words, dossier: &Dossier, opened: &Opened, line: &Line) -> String {
    let report = match &opened.result {
        Ok(report) => report,
        Err(reason) => return words.unexamined(reason),
    };
    if line.is_withheld {
        return words.standing(Standing::Withheld);
    }
    if line.worth != Worth::Genuine {
        let reason = words.reason(&report.authenticity, report.cause.as_ref(), &report.facts);
        return reason.unwrap_or_else(|| words.headline(&report.authenticity, &report.facts).sentence);
    }
    match line.remark {
        None => {
            let across = line.across.and_then(|number| dossier.findings.get(number));
            across.map(|finding| words.finding_across(finding, dossier)).unwrap_or_default()
        }
        Some(Remark::Uncovered) => words.text("rows-uncovered"),
        Some(Remark::NoResult) => words.text("rows-no-result"),
        Some(Remark::NoExam) => words.text("rows-no-exam"),
        Some(Remark::NoPerson) => words.text("rows-no-person"),
        Some(Remark::Contradiction) => contradiction(words, report, line).unwrap_or_default(),
    }
}

/// The first thing that contradicts itself in the document of a row.
fn contradiction(words: &Words, report: &Report, line: &Line) -> Option<String> {
    let exam = report.exams.iter().find(|exam| Some(&exam.document) == line.document.as_ref())?;
    match &exam.reading {
        Reading::Exams { findings, .. } => findings.first().map(|finding| words.exam_finding(finding)),
        Reading::None { .. } => None,
    }
}

/// The word that tells levels apart: what follows it is the same for all of them.
fn short_level(level: &str) -> &str {
    match level.split_whitespace().count() {
        0..=2 => level,
        _ => level.split_whitespace().next().unwrap_or(level),
    }
}
